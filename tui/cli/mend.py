"""`cuttings mend`: what is said of names, printed, added to and taken back."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import rich_click as click

from index.errors import UsageError
from index.model import Foreseen, Likeness, Mending
from tui.cli.json_shapes import Shape
from tui.cli.lines import said_in
from tui.cli.opening import opened, say_where
from tui.cli.options import home_option, json_option, paths_argument
from tui.cli.output import FAINT, NAME, Page, near, print_json, say
from tui.render.counts import count
from tui.render.mending import foreseen_text
from tui.render.shown import shown

if TYPE_CHECKING:
    from index.library import Library


@click.command()
@paths_argument
@click.option("--say", "said", metavar="LINE", multiple=True, help="Say this from now on; may be repeated.")
@click.option("--foresee", metavar="LINE", help="Tell what a line would do, and do nothing.")
@click.option("--take-back", metavar="LINE", help="Take back what a line says.")
@click.option("--suggestions", is_flag=True, help="Print which names may be one, as lines that would say so.")
@json_option
@home_option()
def mend(
    paths: tuple[str, ...],
    said: tuple[str, ...],
    foresee: str | None,
    take_back: str | None,
    suggestions: bool,
    as_json: bool,
) -> int:
    """Print or change what is said of names: who is who, called what, hidden, on top.

    A line is one of the file mendings.txt, as in cuttings mend --say 'merge person "Araqchi" into person
    "Abbas Araghchi"'. The file may as well be edited by hand; where it is stands below the list.
    """
    mendings = [_read(line) for line in said]
    foreseen_line = _read(foresee) if foresee is not None else None
    taken = _read(take_back) if take_back is not None else None
    if sum((bool(said), foreseen_line is not None, taken is not None, suggestions)) > 1:
        raise UsageError("--say, --foresee, --take-back and --suggestions: choose one.")
    with opened(paths) as (library, _):
        say_where(library)
        if foreseen_line is not None:
            found = library.foresee(foreseen_line)
            _print_done([(foreseen_line, found)], as_json=as_json)
            return 0 if found.mentions else 1
        if mendings:
            done = []
            for one in mendings:
                done.append((one, library.foresee(one)))
                library.mend(one)
            _print_done(done, as_json=as_json)
            return 0 if any(found.mentions for _, found in done) else 1
        if taken is not None and library.take_back(taken) is None:
            say("that is not said; cuttings mend prints what is.")
            return 1
        if suggestions:
            return _print_suggestions(library.likenesses(), as_json=as_json)
        return _print_mendings(library, as_json=as_json)


def _read(line: str) -> Mending:
    from index.mending.lines import read_line

    return said_in(line, read_line)


def _shape(mending: Mending) -> Shape:
    from index.mending.lines import write_line

    return {"line": write_line(mending), **asdict(mending)}


def _print_done(done: list[tuple[Mending, Foreseen]], *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "mendings": [
                    {**_shape(one), "mentions": found.mentions, "documents": found.documents}
                    for one, found in done
                ]
            }
        )
        return
    page = Page()
    for one, found in done:
        page.line(foreseen_text(one, found))


def _print_suggestions(found: tuple[Likeness, ...], *, as_json: bool) -> int:
    from index.mending.lines import write_line

    if as_json:
        print_json({"suggestions": [{**_shape(one.mending), "reason": one.reason} for one in found]})
    else:
        page = Page()
        for one in found:
            numbers = f"{one.entity.mentions:,} and {count(one.target.mentions, 'mention')}"
            page.line((shown(write_line(one.mending)), NAME), (f"  # {one.reason}, {numbers}", FAINT))
        if not found:
            say("no name here looks like another")
    return 0 if found else 1


def _print_mendings(library: "Library", *, as_json: bool) -> int:
    from index.mending.lines import write_line
    from index.said import told

    mendings, idle = library.mendings(), library.idle_mendings()
    path = str(library.mendings_path)
    if as_json:
        listed = [{**_shape(one), "idle": one in idle} for one in mendings.listed]
        print_json({"path": path, "mendings": listed, "troubles": list(mendings.troubles)})
        return 0 if listed else 1
    page = Page()
    for one in mendings.listed:
        page.line((shown(write_line(one)), NAME), ("  # in no text now" if one in idle else "", FAINT))
    for trouble in told(library.mendings_path, mendings.troubles):
        say(trouble)
    page.line((f"{count(len(mendings.listed), 'mending')} in {near(path)}", FAINT))
    return 0 if mendings.listed else 1
