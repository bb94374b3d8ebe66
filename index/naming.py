"""Find who and what is named in the documents of a library, and bring the names together.

It comes after the text is searchable and never delays it.
"""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING

from index.abroad import name_abroad
from index.catalog import Catalog, DatedSpan, NamedSpan
from index.helping.crew import Crew
from index.helping.naming import NAMING, NamesAsked, NamesFound, votes_from
from index.helping.work import ALL_BREAK_DOWN
from index.mending import Mendings
from index.mending.applying import applied
from index.model import Progress
from index.model.chronology import TITLE
from index.strangers import strangers
from index.surnames import meant_by_surnames
from index.watching import Watched

if TYPE_CHECKING:
    from index.dates import RawDate

BATCH = 100
"""Documents whose names are written down together."""
EARLY = 20
"""The names of so many are joined as soon as they are known; those of the others from time to time."""
JOIN_SECONDS = 2.0
REST = 15.0
"""Names are joined again after so many times the time that took."""


class Pace:
    """Lets something be done from time to time: the rarer, the longer it takes."""

    def __init__(self) -> None:
        self._next = 0.0
        self._began = 0.0

    @property
    def is_due(self) -> bool:
        """Whether it is time."""
        return time.monotonic() > self._next

    def __enter__(self) -> None:
        self._began = time.monotonic()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        now = time.monotonic()
        self._next = now + max(JOIN_SECONDS, REST * (now - self._began))


def name_documents(
    catalog: Catalog,
    crew: Crew,
    progress: Callable[[Progress], None],
    trouble: Callable[[str], None],
    mendings: Callable[[], Mendings],
    watched: Watched,
    *,
    first: Callable[[], Collection[int]] = tuple,
    anew: bool = False,
) -> None:
    """Recognise names where that was not done yet, and join them across the library.

    Args:
        catalog: Where they are kept.
        crew: Recognises them.
        progress: Told how far it has come.
        trouble: Told of documents in which that is not possible.
        mendings: Gives what the user says of names, as it is by then.
        watched: Whom the user watches for.
        first: Gives the keys of documents to be dealt with before the others; there may be more each time.
        anew: Whether to join names even if there are no new ones.
    """
    version = rules_version()
    keys = catalog.names.unnamed(version)
    if keys:
        progress(Progress("naming", 0, len(keys)))
    batch: list[NamesFound] = []
    pace = Pace()
    early: set[int] = set()
    given_up = 0
    asked = _asked(catalog, keys, first, early, watched)
    for done, found in enumerate(crew.map(NAMING, asked, len(keys)), 1):
        if not found.is_to_be_tried_again:
            batch.append(found)
        if found.trouble == ALL_BREAK_DOWN:
            given_up += 1
        elif found.trouble:
            (document,) = catalog.documents([found.key])
            trouble(f"Names were not looked for in {document.path}: {found.trouble}.")
        is_early = found.key in early
        if len(batch) == BATCH or done == EARLY or is_early:
            write_names(catalog, version, batch)
            batch = []
            if pace.is_due:
                with pace:
                    join_names(catalog, mendings, watched)
            elif is_early:
                join_names_of(catalog, found.key, mendings, watched)
            progress(Progress("naming", done, len(keys)))
    write_names(catalog, version, batch)
    if given_up:
        articles = "1 article" if given_up == 1 else f"{given_up:,} articles"
        trouble(f"Names were not looked for in {articles}: {ALL_BREAK_DOWN}. The next time they are.")
    if keys or anew:
        name_abroad(catalog, crew, version, watched, trouble)
        join_names(catalog, mendings, watched)
    if keys:
        progress(Progress("naming", len(keys), len(keys)))


def rules_version() -> str:
    """Another one whenever something else is read out of the same text."""
    from index.dates import DATES_VERSION
    from index.entities import RULES_VERSION  # loads the rules, which nothing needs before this
    from index.quotes import QUOTES_VERSION
    from index.quotes.wording import WORDING_VERSION

    return f"{RULES_VERSION}, dates {DATES_VERSION}, quotes {QUOTES_VERSION}/{WORDING_VERSION}"


def join_names(catalog: Catalog, mendings: Callable[[], Mendings], watched: Watched) -> None:
    """Decide anew which names of the library are of one entity: first by the rules, then as the user says."""
    from index.entities import NameCount, canonicalise

    counts = [NameCount(*row) for row in catalog.names.counts()]
    canon = canonicalise(counts, watched)
    apart = strangers(catalog, canon)
    entities = {one.id: one for one in (*(stranger for _, stranger, *_ in apart), *canon.entities.values())}
    catalog.names.assign(
        ((one.id, one.name, one.type) for one in entities.values()),
        ((entity, name, type, sure) for (name, type, sure), entity in canon.of.items()),
        [
            *meant_by_surnames(catalog, canon),
            *((document, one.id, name, type, sure) for document, one, name, type, sure in apart),
        ],
        applied(mendings),
    )


def join_names_of(
    catalog: Catalog, document: int, mendings: Callable[[], Mendings], watched: Watched
) -> None:
    """Give the names of a document that have no entity yet one, until all are joined."""
    from index.entities import NameCount, canonicalise

    canon = canonicalise([NameCount(*row) for row in catalog.names.counts_in(document)], watched)
    catalog.names.adopt(
        ((one.id, one.name, one.type) for one in canon.entities.values()),
        ((entity, name, type, sure) for (name, type, sure), entity in canon.of.items()),
        applied(mendings),
    )


def _asked(
    catalog: Catalog,
    keys: Sequence[int],
    first: Callable[[], Collection[int]],
    early: set[int],
    watched: Watched,
) -> Iterator[NamesAsked]:
    """The documents of some keys, those that are wanted first before the others; notes which these were."""
    waiting = dict.fromkeys(keys)
    while waiting:
        wanted = [key for key in first() if key in waiting]
        early.update(wanted)
        chosen = list(islice(dict.fromkeys([*wanted, *islice(waiting, BATCH)]), BATCH))
        for key in chosen:
            del waiting[key]
        yield from names_asked(catalog, chosen, watched)


def names_asked(catalog: Catalog, keys: Sequence[int], watched: Watched) -> Iterator[NamesAsked]:
    """What recognition takes of documents, with what a model has said of them before."""
    votes = catalog.votes.of(keys)
    for key, one in catalog.articles(keys).items():
        head = (one.title, one.text, one.language, one.byline, one.source, one.published)
        yield NamesAsked(key, *head, votes_from(votes.get(key, ())), watched)


def write_names(catalog: Catalog, version: str, batch: Sequence[NamesFound]) -> None:
    """Keep what was recognised in documents by this version of the rules."""
    # Names come last: with them it is noted that the document has been read through
    catalog.dates.put({found.key: [_dated(one) for one in found.dates] for found in batch})
    catalog.quotes.put({found.key: (found.quotes, found.prints) for found in batch})
    catalog.names.put(
        version,
        {
            found.key: [
                NamedSpan(
                    one.field, one.start, one.end, one.name, one.type, one.text, one.sure, one.stands_for
                )
                for one in found.mentions
            ]
            for found in batch
        },
    )


def _dated(one: "RawDate") -> DatedSpan:
    base = TITLE if one.field == "title" else 0
    return DatedSpan(base + one.start, base + one.end, _number(one.first), _number(one.last), one.granularity)


def _number(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal()
