"""`cuttings libraries`: which libraries are kept, where, how large."""

import rich_click as click

from index.model import LibraryInfo
from tui.cli.json_shapes import forgotten_shape, libraries_shape
from tui.cli.options import chosen_home, home_option, json_option
from tui.cli.output import FAINT, STRONG, Page, near, print_json, size
from tui.render.counts import count
from tui.render.dates import short_date
from tui.render.shown import shown


@click.command()
@click.option("--forget", metavar="ID", help="Remove what is kept about a library; its articles stay.")
@json_option
@home_option()
def libraries(forget: str | None, as_json: bool) -> int:
    """List the libraries that are kept.

    --forget removes the index and everything else that can be made anew; articles are never
    touched, and what you made (names put right, bookmarks, notes) stays.
    """
    from index import shelf

    home = chosen_home()
    if forget is not None:
        gone = shelf.forget(forget, home)
        if as_json:
            print_json(forgotten_shape(gone))
        else:
            _print_forgotten(Page(), gone)
        return 0
    kept = shelf.kept(home)
    if as_json:
        print_json(libraries_shape(kept))
    else:
        _print_libraries(Page(), kept)
    return 0


def _print_libraries(page: Page, kept: tuple[LibraryInfo, ...]) -> None:
    if not kept:
        page.line("No library is kept yet. “cuttings FOLDER” opens one.")
        return
    for info in kept:
        print_library(page, info)
        for problem in info.problems:
            page.line(shown(problem), gutter="  ")
        page.line()
    total = size(sum(info.bytes for info in kept))
    page.line(count(len(kept), "library", "libraries"), (f" · {total} in all", FAINT))


def print_library(page: Page, info: LibraryInfo) -> None:
    """Print what a library is and where it is kept."""
    articles = "not readable" if info.documents is None else count(info.documents, "article")
    opened = [f"opened {short_date(info.opened)}"] if info.opened else []
    page.line((info.id, STRONG), (" · " + " · ".join([articles, size(info.bytes), *opened]), FAINT))
    for path in info.paths or ("its paths are not known",):
        page.line(near(path), gutter="  ")
    page.line(("kept in " + shown(info.directory), FAINT), gutter="  ")
    if info.data_directory:
        page.line(("yours in " + shown(info.data_directory), FAINT), gutter="  ")


def _print_forgotten(page: Page, info: LibraryInfo) -> None:
    articles = "" if info.documents is None else f" of {count(info.documents, 'article')}"
    paths = ", ".join(near(path) for path in info.paths) or info.id
    page.line(f"Forgotten: the library{articles} in {paths}.")
    page.line(f"{size(info.bytes)} removed from {shown(info.directory)}. The articles are where they were.")
    if info.data_directory:
        page.line(f"What you made in it stays in {shown(info.data_directory)}.")
