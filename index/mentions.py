"""All mentions of a library, one after the other: read as they are asked for, a few documents at a time."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from index.catalog import Catalog
from index.model import Article, EntityType, LocatedMention, head_of

AT_ONCE = 100
"""Documents that are read at a time."""


def mentions(catalog: Catalog, keys: Sequence[int], type: EntityType | None) -> Iterator[LocatedMention]:
    """The mentions in some documents, in the order of these: those in a title first, then as they stand.

    Args:
        catalog: Where they are kept.
        keys: Keys of the documents.
        type: Leave out those of other types.
    """
    names = {id: name for id, name, _ in catalog.names.entities()}
    for first in range(0, len(keys), AT_ONCE):
        batch = keys[first : first + AT_ONCE]
        found = catalog.articles(batch, named=True)
        for article in (found[key] for key in batch if key in found):
            yield from _located(article, names, type)


def _located(article: Article, names: dict[str, str], type: EntityType | None) -> Iterator[LocatedMention]:
    head = head_of(article)
    starts = [one.start for one in article.passages]
    for mention in article.mentions:
        if type not in (None, mention.type):
            continue
        at = bisect_right(starts, mention.start) - 1
        passage = article.passages[at] if mention.field == "text" and at >= 0 else None
        yield LocatedMention(head, mention, names.get(mention.entity, mention.text), passage)
