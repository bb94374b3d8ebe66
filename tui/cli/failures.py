"""What can go wrong, as a message on standard error and an exit status."""

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from difflib import get_close_matches
from typing import NoReturn

import click
from rich.cells import cell_len

from index.errors import CuttingsError, QueryError
from tui.cli.output import say, tell
from tui.render.shown import shown

FAILED = 3
INTERRUPTED = 130
QUERY_WIDTH = 72
"""Cells of a query that are shown around the place where it cannot be read."""


def end(run: Callable[[], object]) -> NoReturn:
    """Run a command and leave with its status: what it returns, or what its error says."""
    _tolerate_odd_letters()
    status = _status(run)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        _let_go_of_output()
    except OSError as error:
        _let_go_of_output()
        _say_system(error)
        status = FAILED
    sys.exit(status)


def _status(run: Callable[[], object]) -> int:
    try:
        status = run()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    except QueryError as error:
        say(str(error))
        for line in _pointing_at(error):
            tell(line)
        return error.status
    except CuttingsError as error:
        say(str(error))
        return error.status
    except click.ClickException as error:
        say(_explained(error))
        return 2
    except OSError as error:
        _let_go_of_output()
        _say_system(error)
        return FAILED
    except Exception as error:
        _say_unexpected(error)
        return FAILED


def _tolerate_odd_letters() -> None:
    """Let a letter that the terminal's encoding lacks become a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def _let_go_of_output() -> None:
    """Point the broken output at nothing, so that closing it at exit does not complain again."""
    with suppress(OSError, ValueError):
        broken = sys.stdout.fileno()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, broken)
        os.close(nothing)


def _pointing_at(error: QueryError) -> tuple[str, str]:
    """Give the query, cut around the trouble, and a line of carets below the place."""
    start = max(0, min(error.start, len(error.query)))
    end = max(start, min(error.end, len(error.query)))
    first = max(0, min(start - QUERY_WIDTH // 3, len(error.query) - QUERY_WIDTH))
    last = first + QUERY_WIDTH
    before = ("…" if first else "") + shown(error.query[first:start])
    place = shown(error.query[start : min(end, last)])
    after = shown(error.query[end:last]) + ("…" if last < len(error.query) else "")
    indent = "  " + " " * cell_len(before)
    return f"  {before}{place}{after}", indent + "^" * max(1, cell_len(place))


def _say_system(error: OSError) -> None:
    what = error.strerror or type(error).__name__
    say(f"{what}: {os.fsdecode(error.filename)}" if isinstance(error.filename, str | bytes) else what)


def _say_unexpected(error: Exception) -> None:
    if os.environ.get("CUTTINGS_DEBUG"):
        for part in traceback.format_exception(error):
            for line in part.splitlines():
                tell(shown(line))
        return
    say(
        f"something went wrong that should not have ({type(error).__name__}). "
        "CUTTINGS_DEBUG=1 before the command shows where."
    )


def _explained(error: click.ClickException) -> str:
    """Say what is wrong with the command line, what may have been meant, and where help is."""
    lines = [_complaint(error)]
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return lines[0]
    if isinstance(error, click.NoSuchOption):
        lines += _option_hints(error, ctx)
    elif isinstance(error, click.MissingParameter) and os.path.exists(ctx.info_name or ""):
        lines.append(f"To open the folder of that name, write cuttings ./{ctx.info_name}")
    lines.append(f"{_name(ctx)} --help says more.")
    return "\n".join(lines)


def _complaint(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"no such option: {error.option_name}"
    if isinstance(error, click.MissingParameter) and error.param is not None and error.ctx is not None:
        return f"{error.param.make_metavar(error.ctx)} is missing."
    message = error.format_message()
    return message[:1].lower() + message[1:]


def _option_hints(error: click.NoSuchOption, ctx: click.Context) -> list[str]:
    group = ctx.find_root().command
    commands = group.commands if isinstance(group, click.Group) else {}
    others: dict[str, list[str]] = {}
    for name, command in commands.items():
        for option in () if command.hidden else _option_names(command, ctx):
            others.setdefault(option, []).append(f"cuttings {name}")
    if error.option_name in others:
        return [f"{error.option_name} belongs to " + ", ".join(others[error.option_name])]
    for options in (_option_names(ctx.command, ctx), others):
        near = get_close_matches(error.option_name, options, n=1, cutoff=0.7)
        if near:
            return [f"Did you mean {near[0]}?"]
    return []


def _option_names(command: click.Command, ctx: click.Context) -> list[str]:
    return [
        name for param in command.get_params(ctx) if isinstance(param, click.Option) for name in param.opts
    ]


def _name(ctx: click.Context) -> str:
    """Give the command as it is typed; the hidden one goes by its group's name."""
    return ctx.find_root().command_path if ctx.command.hidden else ctx.command_path
