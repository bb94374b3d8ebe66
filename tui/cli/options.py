"""What the commands' options and arguments have in common."""

import os
import shlex
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click
from click import Context, Parameter, get_current_context

from index.errors import PathNotFound, UsageError

HOME = "cuttings.home"
"""Under which the chosen home lies in the contexts' shared `meta`."""
LOOKED_AT = 2000
"""How many names of a folder are looked at for one that resembles a mistyped path."""

PATH = click.Path(readable=False)
"""A path as it was typed. Whether it can be read is for the library to find, and to list with a reason."""

Command = TypeVar("Command", bound=Callable[..., Any])


class WholeNumber(click.ParamType[int]):
    """A number that counts something: 0 or more."""

    name = "number"

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> int:
        """Read the number, or say that it is none."""
        try:
            number = int(str(value))
        except ValueError:
            number = -1
        if number < 0:
            self.fail(f"{value} is not a whole number.", param, ctx)
        return number


def _remember_home(ctx: Context, _: Parameter, value: str | None) -> None:
    if value is not None:
        ctx.meta[HOME] = value


def home_option(*, from_environment: bool = False) -> Callable[[Command], Command]:
    """Give `--home DIR`; the command's own wins over the group's, that over CUTTINGS_HOME."""
    return click.option(
        "--home",
        metavar="DIR",
        type=PATH,
        envvar="CUTTINGS_HOME" if from_environment else None,
        expose_value=False,
        callback=_remember_home,
        help="Keep everything under DIR" + (" (or CUTTINGS_HOME)." if from_environment else "."),
    )


def chosen_home() -> Path | None:
    """Give the directory of `--home` or CUTTINGS_HOME, if there is one.

    Raises:
        UsageError: it is not a directory.
    """
    value = get_current_context().meta.get(HOME)
    if value is None:
        return None
    if not value:
        raise UsageError("--home wants the name of a directory.")
    if os.path.exists(value) and not os.path.isdir(value):
        raise UsageError(f"--home wants a directory, and {value} is a file.")
    return Path(value)


def _show_version(ctx: Context, _: Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from tui.cli.versions import own_version

        click.echo(f"cuttings {own_version()}")
        ctx.exit()


version_option = click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object, nothing else.")

csv_option = click.option(
    "--csv", "as_csv", is_flag=True, help="Print a table, comma-separated, for a spreadsheet."
)


def _existing(ctx: Context, _: Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    require_paths(values, ctx.params.get("query"))
    return values


def require_paths(paths: Sequence[str], words: str | None, what: str = "query") -> None:
    """Look whether all paths the user named are there.

    Args:
        paths: As they were typed.
        words: What was asked about, of which a path that is not there may be the rest.
        what: What to call that.

    Raises:
        PathNotFound: one of them is not.
    """
    for path in paths:
        try:
            require_path(path)
        except PathNotFound as error:
            if words is None or "/" in path:
                raise
            both = shlex.quote(f"{words} {path}")
            raise PathNotFound(f"{error}\nA {what} of several words goes into quotes: {both}") from None


def require_path(path: str) -> None:
    """Look whether a path the user named is there.

    Raises:
        PathNotFound: it is not, or cannot be reached; the message names what resembles it.
    """
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        near = _resembling(path)
        hint = f"\nDid you mean {near}?" if near else ""
        raise PathNotFound(f"no such file or folder: {path or '(an empty name)'}{hint}") from None
    except OSError as error:
        raise PathNotFound(f"cannot open {path}: {error.strerror}") from None


def _resembling(path: str) -> str | None:
    folder, name = os.path.split(path)
    try:
        with os.scandir(folder or ".") as entries:
            names = [entry.name for entry in islice(entries, LOOKED_AT) if not entry.name.startswith(".")]
    except OSError:
        return None
    near = get_close_matches(name, names, n=1, cutoff=0.7)
    return os.path.join(folder, near[0]) if near else None


paths_argument = click.argument(
    "paths",
    metavar="[PATH]...",
    nargs=-1,
    type=PATH,
    callback=_existing,
    help="Files and folders of the library; it is first brought up to date.",
)
