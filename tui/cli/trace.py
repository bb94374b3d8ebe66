"""`cuttings trace`: who else has the words of a quotation, since when, from whom, and how altered."""

from collections.abc import Iterable

import rich_click as click

from index.errors import UsageError
from index.model import Article, Carrier, Quote, Trace
from tui.cli.articles import origin
from tui.cli.json_shapes import quotations_shape, trace_shape
from tui.cli.locate import document_named
from tui.cli.opening import left_out, opened, say_empty, say_where, size_of
from tui.cli.options import PATH, WholeNumber, home_option, json_option, require_paths
from tui.cli.output import FAINT, REASON, STRONG, Page, near, print_json, say
from tui.render.counts import count
from tui.render.quoted import HOW, compared, speaker_text, unseen_text
from tui.render.shown import blanked
from tui.render.spans import Mark

MARGIN = " " * 7
"""Stands before what belongs to a row: as wide as its number."""


@click.command()
@click.argument(
    "files",
    metavar="[FILE] [PATH]...",
    nargs=-1,
    type=PATH,
    help="The article, named as in cuttings show; then files and folders of the library.",
)
@click.option("--quote", "number", metavar="N", type=WholeNumber(), help="Number of the quotation in FILE.")
@click.option("--text", metavar="TEXT", help="Trace words of your own, instead of a quotation.")
@json_option
@home_option()
def trace(files: tuple[str, ...], number: int | None, text: str | None, as_json: bool) -> int:
    """Print the articles that carry a quotation, the earliest first.

    cuttings trace FILE lists what the article quotes, each quotation with its number and how
    many have it; cuttings trace FILE --quote N prints who has that one: who is named as the
    speaker in each article, and where it was cut or changed, word by word: [-left out-] and
    {+put in+}. Copies of one report count as one. cuttings trace --text TEXT takes any words.
    """
    if text is not None and number is not None:
        raise UsageError("trace wants either FILE --quote N or --text TEXT.")
    if text is None and not files:
        raise UsageError("FILE is missing: the article that has the quotation.")
    if text is not None and not text.strip():
        raise UsageError("--text has no word in it.")
    paths = files if text is not None else files[1:]
    require_paths(paths, text, "text")
    with opened(paths) as (library, report):
        if text is not None:
            found = library.trace(text)
            if as_json:
                print_json(trace_shape(found, None))
            else:
                say_where(library)
                _print_trace(Page(), found)
            if not size_of(library):
                say_empty(library, left_out(library, report))
            return 0 if found.carriers else 1
        document = document_named(library, files[0], left_out(library, report))
        article = library.document(document.id)
        if number is None:
            traces = library.traces(article.id)
            if as_json:
                print_json(quotations_shape(article, traces))
            else:
                _print_quotations(article, traces)
            return 0 if article.quotes else 1
        found = library.trace(_quotation(article, files[0], number), article.id)
        if as_json:
            print_json(trace_shape(found, number))
        else:
            _print_trace(Page(), found)
        return 0


def _quotation(article: Article, file: str, number: int) -> Quote:
    """Give the quotation of an article that has a number.

    Raises:
        UsageError: none has.
    """
    quotes = article.quotes
    if number < len(quotes):
        return quotes[number]
    numbers = f", numbered from 0 to {len(quotes) - 1}" if len(quotes) > 1 else ", which is number 0"
    has = count(len(quotes), "quotation") + (numbers if quotes else "")
    raise UsageError(f"there is no quotation {number} in {file}: it has {has}.")


def _print_quotations(article: Article, traces: Iterable[tuple[Quote, Trace]]) -> None:
    if not article.quotes:
        say("Nothing is quoted in this article.")
        return
    page = Page()
    page.line((blanked(article.title), STRONG))
    page.parts(origin(article), near(article.path))
    for number, (quote, found) in enumerate(traces):
        page.line()
        page.line(f"“{blanked(quote.text)}”", gutter=(f"{number:>5}  ", FAINT))
        has = _elsewhere(len(found.carriers) - 1, found.documents - len(found.carriers))
        page.line((f"{blanked(quote.speaker or 'nobody is named')} · {has}", FAINT), gutter=MARGIN)


def _elsewhere(sources: int, copies: int) -> str:
    """Where else a quotation is, by how many other sources and how many copies of any have it."""
    parts = [count(sources, "other source")] if sources > 0 else []
    parts += [count(copies, "copy", "copies")] if copies else []
    return f"in {' and '.join(parts)}" if parts else "nowhere else"


def _print_trace(page: Page, found: Trace) -> None:
    traced = found.traced
    speaker = f" — {blanked(traced.speaker)}" if traced.speaker else ""
    page.line((f"“{blanked(traced.text)}”", STRONG), speaker)
    if not found.carriers:
        say("No article quotes these words.")
        return
    page.line()
    copies = found.documents - len(found.carriers)
    more = f", and {count(copies, 'copy', 'copies')} of them" if copies else ""
    page.line((f"{count(len(found.carriers), 'source')}{more}, the earliest first", STRONG))
    if found.unseen:
        page.line((unseen_text(found), FAINT))
    for number, one in enumerate(found.carriers, 1):
        page.line()
        _print_carrier(page, one, number)


def _print_carrier(page: Page, one: Carrier, number: int) -> None:
    page.line((blanked(one.document.title), STRONG), gutter=(f"{number:>5}  ", FAINT))
    page.line((f"{origin(one.document)} · {near(one.document.path)}", FAINT), gutter=MARGIN)
    page.line(f"{speaker_text(one)} · {HOW[one.how]}", gutter=MARGIN)
    words = [
        (f"{' ' if place else ''}{piece}", REASON if marks & Mark.REASON else FAINT if marks else "")
        for place, (piece, marks) in enumerate(compared(one.pieces))
    ]
    page.line(*words, gutter=MARGIN)
    for copy in one.copies:
        where = f"copy: {origin(copy)} · {near(copy.path)}"
        page.line((where, FAINT), gutter=MARGIN)
