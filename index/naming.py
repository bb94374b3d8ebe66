"""Find who and what is named in the documents of a library, and bring the names together.

It comes after the text is searchable and never delays it.
"""

from collections.abc import Callable, Iterator, Sequence

from index.catalog import Catalog, NamedSpan
from index.entities import RULES_VERSION, NameCount, canonicalise
from index.helping.crew import Crew
from index.helping.naming import NAMING, NamesAsked, NamesFound
from index.model import Progress

BATCH = 100
"""Documents whose names are written down together."""


def name_documents(
    catalog: Catalog, crew: Crew, progress: Callable[[Progress], None], trouble: Callable[[str], None]
) -> bool:
    """Recognise names where that was not done yet.

    Args:
        catalog: Where they are kept.
        crew: Recognises them.
        progress: Told how far it has come.
        trouble: Told of documents in which that is not possible.

    Returns:
        Whether anything had to be done.
    """
    keys = catalog.names.unnamed(RULES_VERSION)
    if not keys:
        return False
    progress(Progress("naming", 0, len(keys)))
    batch: list[NamesFound] = []
    for done, found in enumerate(crew.map(NAMING, _asked(catalog, keys), len(keys)), 1):
        batch.append(found)
        if found.trouble:
            (document,) = catalog.documents([found.key])
            trouble(f"Names were not looked for in {document.path}: {found.trouble}.")
        if len(batch) == BATCH:
            _write(catalog, batch)
            batch = []
            progress(Progress("naming", done, len(keys)))
    _write(catalog, batch)
    progress(Progress("naming", len(keys), len(keys)))
    return True


def join_names(catalog: Catalog) -> None:
    """Decide anew which names of the library are of one entity."""
    counts = [NameCount(*row) for row in catalog.names.counts()]
    canon = canonicalise(counts)
    catalog.names.assign(
        ((one.id, one.name, one.type) for one in canon.entities.values()),
        ((entity, name, type, sure) for (name, type, sure), entity in canon.of.items()),
    )


def _asked(catalog: Catalog, keys: Sequence[int]) -> Iterator[NamesAsked]:
    for first in range(0, len(keys), BATCH):
        for key, one in catalog.articles(keys[first : first + BATCH]).items():
            yield NamesAsked(key, one.title, one.text, one.language, one.byline, one.source)


def _write(catalog: Catalog, batch: Sequence[NamesFound]) -> None:
    catalog.names.put(
        RULES_VERSION,
        {
            found.key: [
                NamedSpan(one.field, one.start, one.end, one.name, one.type, one.text, one.sure)
                for one in found.mentions
            ]
            for found in batch
        },
    )
