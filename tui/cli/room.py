"""The hidden command that opens the reading room."""

import os
import sys
from pathlib import Path

import rich_click as click
from click import Context, Parameter

from index.errors import UsageError
from tui.cli.options import chosen_home, home_option, paths_argument, version_option

OPEN = "\0open"
"""The command's name, which nobody can type: no command line carries a NUL."""


def _show_help(ctx: Context, _: Parameter, asked: bool) -> None:
    if asked:
        click.echo(ctx.find_root().get_help())
        ctx.exit()


@click.command(name=OPEN, hidden=True, add_help_option=False)
@paths_argument
@home_option()
@version_option
@click.option("-h", "--help", is_flag=True, is_eager=True, expose_value=False, callback=_show_help)
@click.pass_context
def open_room(ctx: Context, paths: tuple[str, ...]) -> None:
    """Open the reading room on the paths, or on the library last opened."""
    home = chosen_home()
    _require_terminal()
    ctx.exit(_run(list(paths) or None, home))


def _run(paths: list[str] | None, home: Path | None) -> int:
    from tui.app import run

    return run(paths=paths, home=home)


def _require_terminal() -> None:
    """See to it that the reading room has keys to read and a screen to draw on."""
    # Textual reads keys from standard input and draws on standard error.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise UsageError(
            "the reading room needs a terminal; in a pipe or a script use a command, "
            "such as cuttings search (cuttings --help lists them)."
        )
    if os.environ.get("TERM") == "dumb":
        raise UsageError("the reading room needs a terminal that can place text; this one is “dumb” (TERM).")
