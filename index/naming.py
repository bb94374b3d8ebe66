"""Find who and what is named in the documents of a library, and bring the names together.

It comes after the text is searchable and never delays it.
"""

from collections.abc import Callable

from index.catalog import Catalog, NamedSpan
from index.entities import RULES_VERSION, NameCount, canonicalise, recognise
from index.model import Article, Progress

BATCH = 100
"""Documents whose names are written down together."""


def name_documents(catalog: Catalog, progress: Callable[[Progress], None], poll: Callable[[], None]) -> bool:
    """Recognise names where that was not done yet, and join them across the library.

    Args:
        catalog: Where they are kept.
        progress: Told how far it has come.
        poll: Called often; raises Cancelled to end the work, which keeps what was done.

    Returns:
        Whether anything had to be done.
    """
    total = catalog.names.count_unnamed(RULES_VERSION)
    done = 0
    while keys := catalog.names.unnamed(RULES_VERSION, BATCH):
        poll()
        articles = catalog.articles(keys)
        catalog.names.put(RULES_VERSION, {key: _mentions(article) for key, article in articles.items()})
        done += len(keys)
        progress(Progress("naming", done, total))
    return bool(total)


def join_names(catalog: Catalog) -> None:
    """Decide anew which names of the library are of one entity."""
    counts = [NameCount(*row) for row in catalog.names.counts()]
    canon = canonicalise(counts)
    catalog.names.assign(
        ((one.id, one.name, one.type) for one in canon.entities.values()),
        ((entity, name, type, sure) for (name, type, sure), entity in canon.of.items()),
    )


def _mentions(article: Article) -> list[NamedSpan]:
    found = recognise(
        article.title, article.text, language=article.language, byline=article.byline, source=article.source
    )
    return [NamedSpan(one.field, one.start, one.end, one.name, one.type, one.text, one.sure) for one in found]
