"""`cuttings related`: what other articles have on the matter of a passage, and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import rich_click as click

from index.errors import UsageError
from index.model import Article, Document, Passage, Related
from tui.cli.articles import marked, origin
from tui.cli.json_shapes import related_shape
from tui.cli.locate import document_named
from tui.cli.opening import left_out, opened, say_empty, say_where, size_of, sync
from tui.cli.options import PATH, WholeNumber, home_option, json_option, require_paths
from tui.cli.output import FAINT, REASON, STRONG, Page, near, print_json, say
from tui.render.counts import count
from tui.render.reasons import by_kind
from tui.render.shown import blanked

if TYPE_CHECKING:
    from index.library import Library

LIMIT = 10
"""Related passages that are given unless the user says otherwise."""
MARGIN = " " * 7
"""Stands before what belongs to a passage: as wide as the number before its text."""
WHY = 16
"""Cells of the column that says what kind of thing two passages have in common."""


@click.command()
@click.argument(
    "files",
    metavar="[FILE] [PATH]...",
    nargs=-1,
    type=PATH,
    help="With --passage the article, named as in cuttings show; then files and folders of the library.",
)
@click.option("--passage", "number", metavar="N", type=WholeNumber(), help="Number of the passage in FILE.")
@click.option("--text", metavar="TEXT", help="Compare a text of your own, instead of a passage.")
@click.option(
    "--limit", metavar="N", type=WholeNumber(), default=LIMIT, help=f"Give at most N passages [{LIMIT}]."
)
@json_option
@home_option()
def related(files: tuple[str, ...], number: int | None, text: str | None, limit: int, as_json: bool) -> int:
    """Print the passages of other articles on the same matter.

    cuttings related FILE --passage N takes the passage to which cuttings show gives that
    number; cuttings related --text TEXT takes any text. Of each article the best passage is
    given; where nothing is related, none is.
    """
    if (number is None) == (text is None):
        raise UsageError("related wants either FILE --passage N or --text TEXT.")
    if number is not None and not files:
        raise UsageError("FILE is missing: the article that has the passage.")
    if text is not None and not text.strip():
        raise UsageError("--text has no word in it.")
    paths = files if number is None else files[1:]
    require_paths(paths, text, "text")
    with opened(paths) as (library, report):
        place = None
        if number is not None:
            document = document_named(library, files[0], left_out(library, report))
            place = _place(library.document(document.id), files[0], number)
        wanted = place[1] if place else text or ""
        found = _related(library, wanted, max(1, limit))
        articles = size_of(library)
        if as_json:
            print_json(related_shape(place, found[:limit]))
        else:
            say_where(library)
            if found:
                _print_found(Page(), place, text or "", found[:limit])
            elif articles:
                say(_nothing(articles, place))
        if not articles:
            say_empty(library, left_out(library, report))
        return 0 if found else 1


def _place(article: Article, file: str, number: int) -> tuple[Article, Passage]:
    """Give an article and the passage of it that has the number.

    Raises:
        UsageError: none has.
    """
    passages = article.passages
    if number < len(passages):
        return article, passages[number]
    numbers = f", numbered from 0 to {len(passages) - 1}" if len(passages) > 1 else ", which is number 0"
    has = count(len(passages), "passage") + (numbers if passages else "")
    raise UsageError(f"there is no passage {number} in {file}: it has {has}.")


def _related(library: "Library", wanted: Passage | str, limit: int) -> Sequence[Related]:
    found = library.related(wanted, limit)
    if library.needs_sync:  # what is compared was found damaged only now
        sync(library)
        found = library.related(wanted, limit)
    return found


def _print_found(
    page: Page, place: tuple[Article, Passage] | None, text: str, found: Sequence[Related]
) -> None:
    if place is None:
        page.line(blanked(text), gutter=MARGIN)
    else:
        article, passage = place
        _print_head(page, article)
        text = article.text[passage.start : passage.end]
        page.line(blanked(text), gutter=_number(passage.number))
    page.line()
    page.line((count(len(found), "related passage"), STRONG))
    for one in found:
        page.line()
        _print_related(page, one)


def _print_related(page: Page, one: Related) -> None:
    _print_head(page, one.document)
    spans = [(start - one.start, end - one.start) for reason in one.reasons for start, end in reason.there]
    page.line(marked(one.text, spans, "", REASON), gutter=_number(one.passage))
    for kind, texts in by_kind(one.reasons):
        page.line((texts, REASON), gutter=(f"{MARGIN}{kind:<{WHY}}", FAINT))
    for copy in one.copies:
        where = f"{blanked(copy.document.title)} · {origin(copy.document)} · {near(copy.document.path)}"
        page.line((where, FAINT), gutter=(f"{MARGIN}{'also in':<{WHY}}", FAINT))


def _print_head(page: Page, document: Document) -> None:
    page.line((blanked(document.title), STRONG))
    page.parts(origin(document), near(document.path))


def _number(passage: int) -> tuple[str, str]:
    return f"{passage:>5}  ", FAINT


def _nothing(articles: int, place: tuple[Article, Passage] | None) -> str:
    if place is None:
        return f"nothing in {count(articles, 'article')} is related to this text"
    if articles == 1:
        return "there is no other article in the library"
    return f"nothing in {count(articles - 1, 'other article')} is related to passage {place[1].number}"
