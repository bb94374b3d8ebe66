"""Open the library a command is asked about, brought up to date where that is wanted."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.model import Bounded, Skipped, SyncReport
from tui.cli.options import chosen_home
from tui.cli.output import say
from tui.cli.progress import ProgressLine

if TYPE_CHECKING:
    from index.library import Library

NAMED_REASONS = 3
"""How many files are named, with why they were not read, where a library has no article."""


@contextmanager
def opened(paths: Sequence[str]) -> Iterator[tuple["Library", SyncReport | None]]:
    """Give the library of the paths, up to date; or the last one, as it stands.

    One that was never read in, or of which something was found damaged, is brought up to
    date in either case. With the library comes what that did, where it was done.
    """
    from index.library import Library

    with Library.open(paths or None, home=chosen_home()) as library:
        yield library, sync(library) if paths or library.needs_sync else None
        say_damage(library)


def sync(library: "Library", *, rebuild: bool = False, model: bool = False) -> SyncReport:
    """Bring a library up to date, showing how far it is on a terminal.

    Who asks for something does not wait for the model, which is slow; who wants it is `cuttings index`.
    """
    with ProgressLine() as progress:
        return library.sync(progress, rebuild=rebuild, model=model)


def say_damage(library: "Library") -> None:
    """Tell what was found damaged, and mended, on the way."""
    if library.damage:
        say(f"{library.damage}\nIt was made anew.")


def size_of(library: "Library") -> int:
    """Give the number of articles in a library."""
    return len(library.list().keys)


def say_where(library: "Library") -> None:
    """Tell someone who has named no folder yet what was looked in."""
    if library.is_sample:
        say("these are the sample articles; name a folder of your own after the command.")


def say_bounded(bounded: Sequence[Bounded]) -> None:
    """Tell of which clauses not every word was looked for."""
    for one in bounded:
        say(
            f"“{one.text}” stands for {one.words + one.left_out:,} words: the {one.words:,} most frequent "
            "were looked for; another letter or two would do for all."
        )


def left_out(library: "Library", report: SyncReport | None) -> Sequence[Skipped]:
    """Give the files that are not in the library, and why."""
    # The report also has those that could not be read this time but may be the next.
    return report.skipped if report else library.skipped()


def say_empty(library: "Library", skipped: Sequence[Skipped]) -> None:
    """Tell that there is no article, and why the first of the files were not taken."""
    lines = ["there is no article in " + ", ".join(library.paths or ("this library",))]
    lines += [f"{one.path}: {one.reason}" for one in skipped[:NAMED_REASONS]]
    if len(skipped) > NAMED_REASONS:
        lines.append(f"and {len(skipped) - NAMED_REASONS:,} more")
    say("\n".join(lines))
