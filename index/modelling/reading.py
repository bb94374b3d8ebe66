"""A pipeline at work: texts in, votes out. Only the process that is there for it loads this."""

from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language

from index.entities import Vote
from index.model import Field
from index.modelling.labels import votes_of
from index.modelling.pieces import pieces
from index.modelling.pipelines import Pipeline, PipelineRefused

NEEDED = ("ner", "transformer", "curated_transformer")
"""The components that name things, and what they stand on; in the small pipelines that is nothing."""
AT_ONCE = 8
"""Pieces that go through the pipeline together."""

Span = tuple[int, int, str]
"""Start, end, and label of what a pipeline has found."""


class Model:
    """A pipeline, loaded."""

    def __init__(self, pipeline: Pipeline) -> None:
        """Load it; its files have been checked.

        Raises:
            PipelineRefused: it cannot be loaded.
        """
        try:
            listed = spacy.util.load_config(pipeline.directory / "config.cfg")["nlp"]["pipeline"]
            needed = set(NEEDED)
            if "tok2vec" in listed and _listens(pipeline):
                needed.add("tok2vec")
            self._nlp: Language = spacy.load(
                pipeline.directory, exclude=[name for name in listed if name not in needed]
            )
        except Exception as error:  # whatever it is: the rules go on without it
            raise PipelineRefused(
                f"{pipeline.package} {pipeline.version} cannot be loaded ({type(error).__name__}: {error})."
            ) from error

    def votes(self, documents: Sequence[tuple[str, str]]) -> list[tuple[Vote, ...]]:
        """What it takes for names in documents, given as title and text of each."""
        fields: list[tuple[int, Field, int, str]] = []
        for number, (title, text) in enumerate(documents):
            fields.append((number, "title", 0, title))
            fields += [(number, "text", start, piece) for start, piece in pieces(text)]
        found: list[list[Vote]] = [[] for _ in documents]
        read = self._spans([piece for _, _, _, piece in fields])
        for (number, field, start, piece), spans in zip(fields, read, strict=True):
            for vote in votes_of(field, spans, piece):
                found[number].append(Vote(vote.start + start, vote.end + start, vote.type, field))
        return [tuple(votes) for votes in found]

    def _spans(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        for read in self._nlp.pipe(texts, batch_size=AT_ONCE):
            yield [(one.start_char, one.end_char, one.label_) for one in read.ents]


def _listens(pipeline: Pipeline) -> bool:
    """Whether the component that finds names listens to one that others share, and so needs it."""
    components = spacy.util.load_config(pipeline.directory / "config.cfg")["components"]
    layers = [components["ner"].get("model", {})]
    while layers:
        layer = layers.pop()
        if "Listener" in str(layer.get("@architectures", "")):
            return True
        layers += [value for value in layer.values() if isinstance(value, dict)]
    return False
