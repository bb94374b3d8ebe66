"""Related passages, from the library's files to the values the reader is shown."""

from collections.abc import Sequence

from index.catalog import Catalog
from index.model import Article, Copy, Document, Passage, Related, head_of
from index.related.names import names_in
from index.related.query import passage_query, text_query
from index.related.reasons import Side
from index.related.relate import relate
from index.related.store import PassageStore


def related_passages(
    catalog: Catalog, store: PassageStore, wanted: Passage | str, key: int | None, limit: int
) -> tuple[Related, ...]:
    """Passages of other documents that speak of what a passage, or a text, speaks of.

    Args:
        catalog: The store of record.
        store: The passages that are compared.
        wanted: The passage, or the text.
        key: Catalog key of the passage's document.
        limit: Most rows to give.
    """
    snapshot = store.snapshot
    articles: dict[int, Article] = {}

    def sides(places: Sequence[tuple[int, int]]) -> list[Side]:
        articles.update(catalog.articles(sorted({one for one, _ in places} - articles.keys()), named=True))
        return [_side(articles.get(one), number) for one, number in places]

    if isinstance(wanted, Passage):
        if key is None:
            return ()
        (here,) = sides([(key, wanted.number)])
        names = names_in(here.text, here.start, here.mentions)
        query = passage_query(snapshot, key, wanted.number, names)
        if query is None:
            return ()
    else:
        query, here = text_query(snapshot, wanted), Side(wanted)
    rows = relate(snapshot, query, here, sides, limit)
    return tuple(
        Related(
            *_place(articles[row.document_key], row.passage),
            score=row.score,
            reasons=row.reasons,
            copies=tuple(Copy(*_place(articles[copy], number)) for copy, number in row.copies),
        )
        for row in rows
    )


def _side(article: Article | None, number: int) -> Side:
    """A passage with what is named in it; empty where another process has removed it since."""
    if article is None or number >= len(article.passages):
        return Side("")
    passage = article.passages[number]
    mentions = [
        one for one in article.mentions
        if one.field == "text" and passage.start <= one.start and one.end <= passage.end
    ]  # fmt: skip
    return Side(article.text[passage.start : passage.end], passage.start, mentions, article.dates)


def _place(article: Article, number: int) -> tuple[Document, int, int, int, str]:
    passage = article.passages[number]
    text = article.text[passage.start : passage.end]
    return head_of(article), number, passage.start, passage.end, text
