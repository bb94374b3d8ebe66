"""Reading some documents with a model, and recognising their names with what it says."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from index.entities import Vote
from index.helping.naming import NAMING, NamesAsked, NamesFound, votes_as, votes_from
from index.helping.work import BROKE_DOWN
from index.modelling.pipelines import PipelineRefused, pipeline_at

if TYPE_CHECKING:
    from index.modelling.reading import Model

LEAST_SECONDS = 120.0
"""Time of a processor that a batch may take, with loading the pipeline."""
SECONDS_A_MILLION = 600.0
"""As much more may it take for each million of letters."""

ENDED = "the process that it reads in ended over it, twice"
"""Why a model was not heard on a document; of a file one would say that its reader broke down."""


@dataclass(frozen=True, slots=True)
class VotesAsked:
    """Documents that a model is to read."""

    package: str
    """The package of the pipeline."""
    documents: tuple[NamesAsked, ...]
    """The documents."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a model says of one document."""

    votes: tuple[Vote, ...]
    """What it takes for names."""
    found: NamesFound
    """The names in the document by rules and votes together."""


@dataclass(frozen=True, slots=True)
class VotesHeard:
    """What a model says of some documents."""

    asked: VotesAsked
    """The documents."""
    heard: tuple[Heard, ...]
    """In their order; empty where that was not possible."""
    trouble: str | None = None
    """Why it was not."""
    is_refused: bool = False
    """Whether the pipeline cannot be used at all."""


class Modelling:
    """The work of reading with a model."""

    name = "vote"

    def load(self, asked: VotesAsked) -> None:
        """Load the rules; the pipeline may be refused, which is an answer."""
        for one in asked.documents:
            NAMING.load(one)

    def do(self, asked: VotesAsked) -> VotesHeard:
        """Read some documents; the pipeline is checked and loaded with the first."""
        try:
            model = _model(asked.package)
        except PipelineRefused as error:
            return VotesHeard(asked, (), str(error), True)
        said = model.votes([(one.title, one.text) for one in asked.documents])
        return VotesHeard(
            asked,
            tuple(
                Heard(votes, NAMING.do(replace(one, votes=votes)))
                for one, votes in zip(asked.documents, said, strict=True)
            ),
        )

    def fail(self, asked: VotesAsked, reason: str) -> VotesHeard:
        """Documents over which the model broke down keep the names that they have."""
        return VotesHeard(asked, (), ENDED if reason == BROKE_DOWN else reason)

    def seconds(self, asked: VotesAsked) -> float:
        """Much time for long ones."""
        return LEAST_SECONDS + SECONDS_A_MILLION * sum(len(one.text) for one in asked.documents) / 1e6

    def asked_as(self, asked: VotesAsked) -> Any:
        """The package, and each document as it is given to the rules."""
        return [asked.package, [NAMING.asked_as(one) for one in asked.documents]]

    def asked_from(self, value: Any) -> VotesAsked:
        """The same back."""
        package, documents = value
        return VotesAsked(package, tuple(NAMING.asked_from(one) for one in documents))

    def done_as(self, done: VotesHeard) -> Any:
        """The votes and the names of each document, or what was in the way."""
        heard = [[votes_as(one.votes), NAMING.done_as(one.found)] for one in done.heard]
        return [heard, done.trouble, done.is_refused]

    def done_from(self, asked: VotesAsked, value: Any) -> VotesHeard:
        """The same back."""
        heard, trouble, is_refused = value
        return VotesHeard(
            asked,
            tuple(
                Heard(votes_from(votes), NAMING.done_from(one, found))
                for one, (votes, found) in zip(asked.documents, heard, strict=False)
            ),
            trouble,
            is_refused,
        )


MODELLING = Modelling()
"""The work of reading with a model."""


@lru_cache(maxsize=1)
def _model(package: str) -> "Model":
    pipeline = pipeline_at(package)
    try:
        from index.modelling.reading import Model
    except Exception as error:  # of spaCy, and of all that it stands on, any part may not fit another
        raise PipelineRefused(
            f"spaCy cannot be loaded ({type(error).__name__}: {error}). Install cuttings[nlp] anew."
        ) from error
    return Model(pipeline)
