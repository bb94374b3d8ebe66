"""Keep the store of passages in step with the catalog, so that related passages can be found.

It comes after the text is searchable and never delays it.
"""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from index.catalog import Catalog
from index.model import Progress

if TYPE_CHECKING:
    from index.related.store import PassageEntry, PassageStore

BATCH = 1000
"""Documents taken into the store in one step."""


def relate_documents(
    catalog: Catalog,
    store: "PassageStore",
    progress: Callable[[Progress], None],
    poll: Callable[[], None],
    *,
    first: Collection[int] = (),
) -> bool:
    """Make the store hold exactly the catalog's documents, whatever happened to it.

    Args:
        catalog: The store of record.
        store: What is to follow it.
        progress: Told how far it has come.
        poll: Called often; raises Cancelled to end the work, which keeps what was done.
        first: Keys of documents to be taken in before the others.

    Returns:
        Whether anything had to be done.
    """
    from index.related.store import PassageEntry  # loaded with the store at the latest

    wanted, held = catalog.versions(), store.contents()
    stale = [key for key, version in wanted.items() if held.get(key) != version]
    stale.sort(key=lambda key: key not in first)
    extra = held.keys() - wanted.keys()
    done = 0

    def entries(keys: list[int]) -> "Iterator[PassageEntry]":
        nonlocal done
        for key, article in catalog.articles(keys).items():
            poll()
            texts = [article.text[one.start : one.end] for one in article.passages]
            yield PassageEntry(key, wanted[key], texts)
            done += 1
            progress(Progress("relating", done, len(stale)))

    for begin in range(0, len(stale), BATCH):
        store.update(list(entries(stale[begin : begin + BATCH])))  # read before others are kept waiting
    if extra:
        store.update((), extra)
    return bool(stale or extra)
