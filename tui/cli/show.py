"""`cuttings show`: one document with all that is known of it."""

import rich_click as click

from index.model import Article, Passage
from tui.cli.articles import origin
from tui.cli.json_shapes import show_shape
from tui.cli.locate import document_named
from tui.cli.named import PLURALS, named_in
from tui.cli.opening import left_out, opened
from tui.cli.options import PATH, home_option, json_option, paths_argument
from tui.cli.output import FAINT, NAME, STRONG, Page, near, print_json
from tui.render.counts import count
from tui.render.shown import blanked, shown
from tui.render.wrap import wrap

MEASURE = 80
"""Cells of a line of text at most: what is good to read."""
TYPE = 15
"""Cells of the column that says what the named are."""


@click.command()
@click.argument("file", metavar="FILE", type=PATH, help="Path of an article, or the end of it.")
@paths_argument
@json_option
@home_option()
def show(file: str, paths: tuple[str, ...], as_json: bool) -> int:
    """Print one article with all that is known of it.

    FILE is a path from here, from a folder of the library, or the end of a path that fits
    one article only. The passages are numbered from 0.
    """
    with opened(paths) as (library, report):
        found = document_named(library, file, left_out(library, report))
        article = library.document(found.id)
    if as_json:
        print_json(show_shape(article))
    else:
        _print_article(Page(), article)
    return 0


def _print_article(page: Page, article: Article) -> None:
    page.line((blanked(article.title), STRONG))
    byline = [shown(article.byline)] if article.byline else []
    page.line((origin(article, [*byline, count(len(article.text.split()), "word")]), FAINT))
    page.line((near(article.path), FAINT))
    if article.url:
        page.line((shown(article.url), FAINT))
    digits = max(3, len(str(len(article.passages))))
    for passage in article.passages:
        page.line()
        gutter = f"{passage.number:>{digits}}  "
        for line in _lines(page, article.text, passage, page.width - len(gutter)):
            page.line(shown(line), gutter=(gutter, FAINT))
            gutter = " " * len(gutter)
    if article.mentions:
        page.line()
    for type, named in named_in(article.mentions).items():
        names = [f"{name} ({times})" if times > 1 else name for name, times in named]
        page.line((" · ".join(names), NAME), gutter=(f"{PLURALS[type]:<{TYPE}}", FAINT))


def _lines(page: Page, text: str, passage: Passage, room: int) -> list[str]:
    """Break a passage into lines: by the measure in a terminal, as in the source in a pipe."""
    if not page.is_terminal:
        return text[passage.start : passage.end].split("\n")
    ranges = wrap(text, passage.start, passage.end, max(20, min(MEASURE, room)))
    return [blanked(text[start:end]) for start, end in ranges]
