"""`cuttings index`: bring a library up to date."""

from collections.abc import Sequence

import rich_click as click

from index.model import Skipped, SyncReport
from tui.cli.json_shapes import index_shape
from tui.cli.opening import say_damage, say_empty, say_where, sync
from tui.cli.options import chosen_home, home_option, json_option, paths_argument
from tui.cli.output import FAINT, STRONG, Page, near, print_json, say
from tui.render.counts import count
from tui.render.shown import shown

REASONS = 8
"""How many reasons for leaving files out are told apart; `--json` has all."""
EXAMPLES = 3
"""How many files are named for each."""


@click.command()
@paths_argument
@click.option("--rebuild", is_flag=True, help="Read every file again and make the index anew.")
@json_option
@home_option()
def index(paths: tuple[str, ...], rebuild: bool, as_json: bool) -> int:
    """Bring the library up to date.

    What is new or changed is read, what is gone is forgotten. Without a PATH this is the
    library last opened. Files that are not articles, or cannot be
    read, are listed with the reason. Where the extra cuttings[nlp] is
    installed, its model votes on the names in the end. Called off with
    Ctrl-C, it goes on the next time where it stopped.
    """
    from index.library import Library

    with Library.open(paths or None, home=chosen_home()) as library:
        report = sync(library, rebuild=rebuild, model=True)
        if as_json:
            print_json(index_shape(report))
        else:
            say_where(library)
            _print_report(Page(), report)
        if not report.documents:
            say_empty(library, report.skipped if as_json else ())
        say_damage(library)
        for trouble in report.trouble:
            say(trouble)
    return 0 if report.documents else 1


def _print_report(page: Page, report: SyncReport) -> None:
    if report.documents:
        page.line((count(report.documents, "article"), STRONG), f" in {count(report.passages, 'passage')}")
        page.line(_changes(report), (f" · {report.seconds:,.1f} s", FAINT))
    if report.documents and report.skipped:
        page.line()
    if report.skipped:
        page.line(f"{count(len(report.skipped), 'file or folder', 'files or folders')} left out")
        _print_skipped(page, report.skipped)


def _changes(report: SyncReport) -> str:
    numbers = {
        "added": report.added,
        "updated": report.updated,
        "removed": report.removed,
        "unchanged": report.unchanged,
    }
    return ", ".join(f"{number:,} {what}" for what, number in numbers.items() if number) or "no change"


def _print_skipped(page: Page, skipped: Sequence[Skipped]) -> None:
    by_reason: dict[str, list[str]] = {}
    for one in skipped:
        by_reason.setdefault(one.reason, []).append(one.path)
    groups = sorted(by_reason.items(), key=lambda group: -len(group[1]))
    width = max(len(f"{len(files):,}") for _, files in groups)
    for reason, files in groups[:REASONS]:
        page.line(shown(reason), gutter=f"  {len(files):>{width},}  ")
        indent = " " * (width + 6)
        for path in files[:EXAMPLES]:
            page.line((near(path), FAINT), gutter=indent)
        if len(files) > EXAMPLES:
            page.line((f"and {len(files) - EXAMPLES:,} more", FAINT), gutter=indent)
    others = groups[REASONS:]
    if others:
        rest = sum(len(files) for _, files in others)
        text = f"for {count(len(others), 'other reason')}; --json lists all"
        page.line(text, gutter=f"  {rest:>{width},}  ")
