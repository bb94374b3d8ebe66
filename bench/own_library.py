"""Our own reports of events as a library, read in as a user's articles are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from stories import Collection, Place

from index import Library
from index.model import Article
from index.related.sides import Side


@contextmanager
def opened(collection: Collection, *, whole: bool = True) -> Iterator[tuple[Library, dict[int, Article]]]:
    """A library of the documents of a collection.

    Args:
        collection: The documents.
        whole: Whether every document must have the passages that it is written in; otherwise those that
            have others are left out of what is given back.

    Returns:
        The library, and the article that each document has become.

    Raises:
        ValueError: a document does not have its passages.
    """
    with TemporaryDirectory() as directory:
        folder = Path(directory) / "articles"
        folder.mkdir()
        for number, report in enumerate(collection.reports):
            date = f"date: {report.published}\n" if report.published else ""
            head = f'---\ntitle: "{report.title or number}"\n{date}---\n\n'
            text = head + "\n\n".join(report.passages) + "\n"
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        with Library.open([folder], home=Path(directory) / "home") as library:
            library.sync(model=False)
            articles = {int(Path(one.path).stem): library.document(one.id) for one in library.documents()}
            for number, report in enumerate(collection.reports):
                if len(articles[number].passages) == len(report.passages):
                    continue
                if not whole:
                    del articles[number]
                else:
                    raise ValueError(f"{report.title!r} has not become the passages it was written in")
            yield library, articles


def side_of(article: Article, number: int) -> Side:
    """A passage with what its document names."""
    passage = article.passages[number]
    mentions = [one for one in article.mentions if one.field == "text"]
    text = article.text[passage.start : passage.end]
    dates = [one for one in article.dates if one.field == "text"]
    return Side(text, passage.start, mentions, dates, article.published, article.quotes)


def sides(articles: dict[int, Article]) -> Callable[[Place], Side]:
    """Gives the passages of some articles with what their documents name."""
    known: dict[Place, Side] = {}

    def side(place: Place) -> Side:
        if place not in known:
            known[place] = side_of(articles[place[0]], place[1])
        return known[place]

    return side
