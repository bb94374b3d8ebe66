"""`cuttings trail`: a trail that was walked in the reading room, as a research log."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import rich_click as click

from index.errors import NotInLibrary, UsageError
from index.model import Article
from tui.cli.opening import opened
from tui.cli.options import home_option, json_option, paths_argument
from tui.cli.output import FAINT, STRONG, Page, print_json, say
from tui.render.counts import count
from tui.render.shown import shown
from tui.research_log import research_log
from tui.state import FILE, load_session
from tui.trail import Trail
from tui.trails import KeptTrail, kept_trails

if TYPE_CHECKING:
    from index.library import Library


@click.command()
@paths_argument
@click.option("--name", metavar="NAME", help="The trail kept under NAME [the one walked last].")
@click.option("--list", "listing", is_flag=True, help="List the trails that are kept.")
@json_option
@home_option()
def trail(paths: tuple[str, ...], name: str | None, listing: bool, as_json: bool) -> int:
    """Print the way walked in the reading room as a research log, in Markdown.

    Every step says what led there, quotes the passage and cites its article; the articles
    stand at the end with outlet, date, file and hash. T in the reading room shows the same
    as a tree, and keeps it under a name.
    """
    if listing and name is not None:
        raise UsageError("--list names all trails: leave out --name.")
    with opened(paths) as (library, _):
        data = library.home.library_data(library.id)
        kept = kept_trails(data)
        if listing:
            return _list(kept, as_json=as_json)
        session = load_session(data / FILE)
        wanted, called = (session.trail, session.trail_name) if name is None else (_named(kept, name), name)
        if not wanted.steps:
            say("nothing was walked yet in this library.")
        if as_json:
            print_json({"name": called, **wanted.as_json()})
        elif wanted.steps:
            today = datetime.now().date().isoformat()
            click.echo(research_log(wanted, called, _articles(library, wanted), today), nl=False)
        return 0 if wanted.steps else 1


def _named(kept: tuple[KeptTrail, ...], name: str) -> Trail:
    """The trail of a name; raises UsageError where there is none."""
    for one in kept:
        if one.name == name and not one.trouble:
            return one.trail
    names = ", ".join(f"“{one.name}”" for one in kept if not one.trouble) or "none is kept"
    raise UsageError(f"There is no trail named “{name}” in this library: {names}.")


def _articles(library: "Library", walked: Trail) -> dict[str, Article]:
    found = {}
    for id in {step.document for step in walked.steps if step.document is not None}:
        try:
            found[id] = library.document(id)
        except NotInLibrary:
            continue  # the log says that it is gone
    return found


def _list(kept: tuple[KeptTrail, ...], *, as_json: bool) -> int:
    if as_json:
        print_json({"trails": [_shape(one) for one in kept]})
        return 0 if kept else 1
    page = Page()
    for one in kept:
        told = one.trouble and f"not read: {one.trouble}"
        steps = count(len(one.trail.steps), "step")
        page.line((shown(one.name), STRONG), (f" · {told or f'{steps} · kept {one.kept[:10]}'}", FAINT))
    if not kept:
        say("no trail is kept under a name in this library.")
    return 0 if kept else 1


def _shape(one: KeptTrail) -> dict[str, Any]:
    found = {"name": one.name, "kept": one.kept, "path": str(one.path), "steps": len(one.trail.steps)}
    return {**found, "trouble": one.trouble or None}
