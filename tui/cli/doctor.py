"""`cuttings doctor`: what is kept where, is it whole, and what can this terminal do."""

from collections.abc import Mapping
from pathlib import Path

import rich_click as click

from index.errors import CuttingsError
from index.model import LibraryInfo
from tui.cli.json_shapes import doctor_shape
from tui.cli.layers import layers
from tui.cli.libraries import print_library
from tui.cli.options import chosen_home, home_option, json_option
from tui.cli.output import FAINT, STRONG, Page, print_json, size
from tui.cli.terminal_facts import terminal_facts
from tui.cli.versions import versions
from tui.render.counts import count
from tui.render.shown import shown

DAMAGED = 3


@click.command()
@json_option
@home_option()
def doctor(as_json: bool) -> int:
    """Look whether all that is kept is whole.

    It also says what is kept where, and what the terminal can do. Exit status 3 means that
    something is damaged; the report is printed all the same.
    """
    from index.paths import find_home

    home = chosen_home()
    kept = find_home(home)
    kept_in = {"cache": str(kept.cache), "data": str(kept.data)}
    libraries, problems = _examined(home)
    names, wrong = layers()
    problems += wrong
    if as_json:
        print_json(doctor_shape(kept_in, libraries, problems, names, versions(), terminal_facts()))
    else:
        _print_report(Page(), kept_in, libraries, problems, names)
    return DAMAGED if problems or any(info.problems for info in libraries) else 0


def _examined(home: Path | None) -> tuple[tuple[LibraryInfo, ...], list[str]]:
    """Look at every library; what keeps from looking is itself a problem to report."""
    try:
        from index.shelf import diagnose

        return diagnose(home), []
    except (CuttingsError, OSError, ImportError) as error:
        return (), [f"The libraries cannot be looked at: {error}"]


def _print_report(
    page: Page,
    kept_in: Mapping[str, str],
    libraries: tuple[LibraryInfo, ...],
    problems: list[str],
    names: Mapping[str, str],
) -> None:
    page.line(("Kept in", STRONG))
    _print_facts(page, kept_in)
    page.line(("Libraries", STRONG))
    for problem in problems:
        page.line(("damaged  ", STRONG), shown(problem), gutter="  ")
    if not libraries and not problems:
        page.line("none yet", gutter="  ")
    for info in libraries:
        print_library(page, info)
        for problem in info.problems:
            page.line(("damaged  ", STRONG), shown(problem), gutter="  ")
        if not info.problems:
            page.line("whole", gutter="  ")
        if info.mendings:
            page.line((f"what is said of its names: {shown(info.mendings)}", FAINT), gutter="  ")
        for path in info.watched:
            page.line((f"names to watch for: {shown(path)}", FAINT), gutter="  ")
        for trouble in info.troubles:
            page.line(("trouble  ", STRONG), shown(trouble), gutter="  ")
        _print_stores(page, info)
    page.line()
    page.line(("Names", STRONG))
    _print_facts(page, names)
    page.line(("Versions", STRONG))
    _print_facts(page, versions())
    page.line(("Terminal", STRONG))
    _print_facts(page, terminal_facts(), end=False)


def _print_stores(page: Page, info: LibraryInfo) -> None:
    """Print how the indexes of a library are doing."""
    for store in info.stores:
        singular = store.holds.removesuffix("s")
        facts = [
            count(store.items, singular, store.holds) + " in " + count(store.segments, "segment"),
            *([f"{store.removed:,} removed and not yet cleared away"] if store.removed else []),
            count(store.words, "word"),
            size(store.bytes),
        ]
        page.line((" · ".join(facts), FAINT), gutter="  ")
    slow = [f"{kind} ({count(matchers, 'matcher')})" for kind, matchers in info.matchers if matchers]
    if info.matchers:
        fast = count(len(info.matchers) - len(slow), "kind") + " of clause answered by arrays"
        rest = f", by Whoosh's matchers {', '.join(slow)}" if slow else ", none by Whoosh's matchers"
        page.line((fast + rest, FAINT), gutter="  ")


def _print_facts(page: Page, facts: Mapping[str, str], *, end: bool = True) -> None:
    width = max((len(name) for name in facts), default=0)
    for name, value in facts.items():
        page.line(shown(value), gutter=(f"  {name:<{width}}  ", FAINT))
    if end:
        page.line()
