"""Related passages, from the library's files to the values the reader is shown."""

from collections.abc import Sequence

import numpy as np

from index.catalog import Catalog
from index.copies.groups import Groups
from index.model import Article, Copy, Document, Passage, Related, head_of
from index.related.copies import are_copies
from index.related.names import names_in
from index.related.query import passage_query, text_query
from index.related.relate import Place, relate
from index.related.sides import Side
from index.related.store import PassageStore


def related_passages(
    catalog: Catalog,
    store: PassageStore,
    groups: Groups,
    wanted: Passage | str,
    key: int | None,
    limit: int,
) -> tuple[Related, ...]:
    """Passages of other documents that speak of what a passage, or a text, speaks of.

    Args:
        catalog: The store of record.
        store: The passages that are compared.
        groups: Which documents are copies of one another.
        wanted: The passage, or the text.
        key: Catalog key of the passage's document.
        limit: Most rows to give.
    """
    snapshot = store.snapshot
    articles: dict[int, Article] = {}

    def sides(places: Sequence[Place]) -> list[Side]:
        articles.update(catalog.articles(sorted({one for one, _ in places} - articles.keys()), named=True))
        return [side_of(articles.get(one), number) for one, number in places]

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
    copied = _Copied(catalog, groups, key)
    return tuple(
        Related(
            *_place(articles[row.document_key], row.passage),
            score=row.score,
            reasons=row.reasons,
            copies=tuple(Copy(*_place(copied.articles[copy], number)) for copy, number in row.copies),
        )
        for row in relate(snapshot, query, here, sides, limit, copied)
    )


class _Copied:
    """Knows the copies of a library's documents, and in which of them a passage stands."""

    def __init__(self, catalog: Catalog, groups: Groups, own: int | None) -> None:
        """Take what knows them, and the key of the document that is asked about, if one is."""
        self._own = own
        self.articles: dict[int, Article] = {}
        """The documents that were read, without what is named in them."""
        self._catalog = catalog
        self._groups = groups

    def numbers(self, keys: Sequence[int]) -> list[int]:
        """Give the number of each document's group. Implements `Copied.numbers`."""
        numbers: list[int] = self._groups.of(np.array(keys, np.int64)).tolist()
        return numbers

    def carriers(self, places: Sequence[Place]) -> list[Place]:
        """Give some passages, and those of copies; the earliest, then the longest first.

        A copy that has dropped the passage is left out. Implements `Copied.carriers`.
        """
        together = {key: self._groups.together(key).tolist() for key, _ in places}
        keys = {copy for copies in together.values() for copy in copies}
        self.articles.update(self._catalog.articles(sorted(keys - self.articles.keys())))
        found = {key: number for key, number in places if self._has(key, number)}
        for key, number in tuple(found.items()):
            text = _place(self.articles[key], number)[-1]
            for copy in together[key]:
                is_new = copy not in found and copy != self._own
                same = _like(self.articles.get(copy), text) if is_new else None
                if same is not None:
                    found[copy] = same
        return sorted(found.items(), key=lambda place: _lead(self.articles[place[0]]))

    def _has(self, key: int, number: int) -> bool:
        """Whether a passage is still there: another process may have removed it."""
        return key in self.articles and number < len(self.articles[key].passages)


def _like(article: Article | None, text: str) -> int | None:
    """The number of the passage of an article that has nearly the words of a text."""
    if article is None:
        return None
    texts = [article.text[one.start : one.end] for one in article.passages]
    alike = (number for number, one in enumerate(texts) if are_copies(one, text))
    return texts.index(text) if text in texts else next(alike, None)


def _lead(article: Article) -> tuple[bool, str, int, str]:
    """By what documents are put in order where the earliest, then the longest leads."""
    return article.published is None, article.published or "", -len(article.text), article.path


def side_of(article: Article | None, number: int) -> Side:
    """A passage with what its document names; empty where another process has removed it since."""
    if article is None or number >= len(article.passages):
        return Side("")
    passage = article.passages[number]
    mentions = [one for one in article.mentions if one.field == "text"]
    text = article.text[passage.start : passage.end]
    return Side(text, passage.start, mentions, article.dates, article.published, article.quotes)


def _place(article: Article, number: int) -> tuple[Document, int, int, int, str]:
    passage = article.passages[number]
    text = article.text[passage.start : passage.end]
    return head_of(article), number, passage.start, passage.end, text
