"""`cuttings copies`: who else printed an article, when, and what each added and dropped."""

from collections.abc import Sequence

import rich_click as click

from index.model import Version
from tui.cli.articles import origin
from tui.cli.json_shapes import copies_shape
from tui.cli.locate import document_named
from tui.cli.opening import left_out, opened, say_where
from tui.cli.options import PATH, home_option, json_option, paths_argument
from tui.cli.output import FAINT, REASON, STRONG, Page, near, print_json, say
from tui.render.counts import count
from tui.render.edits import SIGNS, edit_text, words_text
from tui.render.shown import blanked
from tui.render.spans import Mark

NO_COPY = "no other article is a copy of this one"
NOT_LOOKED_FOR = "not all articles have been looked through for copies: cuttings index does it"
MARGIN = " " * 7
"""Stands before what belongs to a row: as wide as its number."""


@click.command()
@click.argument("file", metavar="FILE", type=PATH, help="The article, named as in cuttings show.")
@paths_argument
@json_option
@home_option()
def copies(file: str, paths: tuple[str, ...], as_json: bool) -> int:
    """Print who else has an article, the earliest first, and what each added and dropped.

    Copies are near enough the same text, whoever printed it under whatever headline. They are
    compared with the one that was published first: + stands before a sentence that was added,
    − before one that was dropped, ~ before one that was changed: [-left out-] and {+put in+}.
    """
    with opened(paths) as (library, report):
        document = document_named(library, file, left_out(library, report))
        found = library.versions(document.id)
        is_alone = len(found) < 2
        if as_json:
            print_json(copies_shape(document, found, is_searched=library.is_copies_known))
        else:
            say_where(library)
            if is_alone:
                say(NO_COPY if library.is_copies_known else NOT_LOOKED_FOR)
            else:
                _print_versions(Page(), found)
        return 1 if is_alone else 0


def _print_versions(page: Page, versions: Sequence[Version]) -> None:
    page.line((f"{count(len(versions), 'print')} of one report, the earliest first", STRONG))
    for number, one in enumerate(versions, 1):
        page.line()
        page.line((blanked(one.title), STRONG), gutter=(f"{number:>5}  ", FAINT))
        page.line((f"{origin(one)} · {near(one.path)}", FAINT), gutter=MARGIN)
        page.line(words_text(one, is_first=number == 1), gutter=MARGIN)
        for edit in one.edits:
            words = [
                (f"{' ' if place else ''}{text}", REASON if marks & Mark.REASON else FAINT if marks else "")
                for place, (text, marks) in enumerate(edit_text(edit))
            ]
            page.line(*words, gutter=f"{MARGIN}{SIGNS[edit.kind]} ")
