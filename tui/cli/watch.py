"""`cuttings watch`: the names that are watched for, printed, added to and taken off."""

from typing import TYPE_CHECKING

import rich_click as click

from index.errors import UsageError
from index.model import Named, WatchedName
from tui.cli.json_shapes import Shape, entities_shape
from tui.cli.lines import said_in
from tui.cli.opening import opened, say_where
from tui.cli.options import home_option, json_option, paths_argument
from tui.cli.output import FAINT, NAME, Page, near, print_json, say
from tui.render.counts import count
from tui.render.mending import touched
from tui.render.shown import shown

if TYPE_CHECKING:
    from index.library import Library


@click.command()
@paths_argument
@click.option("--say", "said", metavar="LINE", multiple=True, help="Watch for this name; may be repeated.")
@click.option("--take-off", metavar="LINE", help="Watch for this name no more; its forms may be left out.")
@click.option("--everywhere", is_flag=True, help="With --say: in all libraries.")
@json_option
@home_option()
def watch(
    paths: tuple[str, ...], said: tuple[str, ...], take_off: str | None, everywhere: bool, as_json: bool
) -> int:
    """Print or change the list of names that are watched for.

    A line is one of the file watched.txt, as in cuttings watch --say 'work "Cobalt papers", "cobalt"'. The
    file may as well be edited by hand; where it is stands below the list. Articles that hold what was put on
    the list or taken off are read for names again at once.
    """
    names = [_read(line) for line in said]
    gone = _read(take_off) if take_off is not None else None
    if names and gone is not None:
        raise UsageError("--say and --take-off: choose one.")
    if everywhere and not names:
        raise UsageError("--everywhere belongs to --say.")
    with opened(paths) as (library, _):
        say_where(library)
        for one in names:
            library.watch(one, everywhere=everywhere)
        if gone is not None and library.unwatch(Named(gone.type, gone.name)) is None:
            say("that is not watched for; cuttings watch prints what is.")
            return 1
        library.follow_watched()
        return _print_watched(library, as_json=as_json)


def _read(line: str) -> WatchedName:
    from index.watching.lines import read_line

    return said_in(line, read_line)


def _print_watched(library: "Library", *, as_json: bool) -> int:
    from index.watching.lines import write_line

    watched, troubles = library.watched().names, library.watch_troubles()
    paths = [str(path) for path in library.watch_paths]
    if as_json:
        found = [one for one in library.entities() if one.is_watched]
        listed = [_shape(one) for one in watched]
        shape = {"paths": paths, "watched": listed, "troubles": list(troubles), **entities_shape(found)}
        print_json(shape)
        return 0 if watched else 1
    page = Page()
    counts = library.watched_counts()
    for one in watched:
        mentions, documents = counts[one]
        said = f"  # {touched(mentions, documents)}" if mentions else "  # in no article"
        page.line((shown(write_line(one)), NAME), (said, FAINT))
    for trouble in troubles:
        say(trouble)
    page.line((f"{count(len(watched), 'name')} in {near(paths[0])} and {near(paths[1])}", FAINT))
    return 0 if watched else 1


def _shape(one: WatchedName) -> Shape:
    from index.watching.lines import write_line

    forms = [{"text": form.text, "kind": form.kind} for form in one.forms]
    return {"line": write_line(one), "type": one.type, "name": one.name, "forms": forms}
