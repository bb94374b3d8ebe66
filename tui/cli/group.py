"""The command `cuttings` itself: its subcommands, and paths that open the reading room."""

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

import rich_click as click
from click import Context

from index.errors import PathNotFound
from tui.cli.chronology import chronology
from tui.cli.compare import compare
from tui.cli.copies import copies
from tui.cli.doctor import doctor
from tui.cli.entities import entities
from tui.cli.entity import entity
from tui.cli.failures import end
from tui.cli.index import index
from tui.cli.kwic import kwic
from tui.cli.libraries import libraries
from tui.cli.mend import mend
from tui.cli.options import home_option, require_path, version_option
from tui.cli.related import related
from tui.cli.room import OPEN, open_room
from tui.cli.search import search
from tui.cli.show import show
from tui.cli.trace import trace
from tui.cli.trail import trail
from tui.cli.watch import watch

HELP_LOOK = {
    "theme": "mono-slim",
    "max_width": 88,
    "text_markup": None,
    "text_paragraph_linebreaks": "\n\n",
    "options_table_column_types": ["opt_primary", "opt_secondary", "metavar", "help"],
    "options_table_help_sections": ["help", "default"],
    "style_helptext": "",
    "padding_helptext_first_line": (0, 0, 1, 0),
    "append_metavars_help_string": "",
}
"""How help is printed: weight instead of colour, which belongs to hits, names and reasons."""


class ReadingRoomGroup(click.RichGroup):
    """A group whose first word may be a path: then it opens the reading room.

    A first word that names a command is that command. A path, no word at all, and
    everything after `--` goes to a hidden command whose name begins with NUL, which no
    command line can carry.
    """

    def list_commands(self, ctx: Context) -> list[str]:
        """Give the commands in the order of their use, not of the alphabet."""
        return list(self.commands)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Put the hidden command before words that are paths."""
        if not ctx.resilient_parsing:
            args = self._with_command(ctx, args)
        return super().parse_args(ctx, args)

    def _with_command(self, ctx: Context, args: list[str]) -> list[str]:
        _, rest, _ = self.make_parser(ctx).parse_args(list(args))
        options = args[: len(args) - len(rest)]
        ended = options[-1:] == ["--"]
        if rest and rest[0] in self.commands and not ended:
            return args
        if rest and (ended or not rest[0].startswith("-")):
            self._require_path(rest[0])
        if ended:
            return [*options[:-1], OPEN, "--", *rest]
        return [*options, OPEN, *rest]

    def _require_path(self, word: str) -> None:
        """Look whether a first word that is no command is a path; say what may have been meant."""
        try:
            require_path(word)
        except PathNotFound:
            names = [name for name in self.commands if name != OPEN and "/" not in word]
            near = get_close_matches(word, names, n=1, cutoff=0.7)  # else a path may be meant
            near = near or [name for name in names if word and name.startswith(word)]
            if not near:
                raise
            raise PathNotFound(
                f"no such command, file or folder: {word}\nDid you mean cuttings {near[0]}?"
            ) from None

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        **extra: Any,
    ) -> NoReturn:
        """Run, turn what goes wrong into a message and a status, and leave."""
        words = list(sys.argv[1:] if args is None else args)
        name = prog_name or "cuttings"

        def run() -> object:
            with self.make_context(name, words, **extra) as ctx:
                return self.invoke(ctx)

        self._main_shell_completion(extra, name, complete_var)
        end(run)


@click.group(
    cls=ReadingRoomGroup,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "rich_help_config": HELP_LOOK,
    },
    subcommand_metavar="[PATH]... | COMMAND …",
)
@home_option(from_environment=True)
@version_option
def cuttings() -> None:
    """A terminal reading room for collections of articles.

    cuttings PATH… opens the reading room on files and folders; without a PATH, on the library
    last opened or the sample articles. A folder named like a command is written ./search.

    Commands that are about a library take files and folders, too, and first bring it up to
    date. Without them they read the library last opened, as it stands.
    """


for _command in (
    index,
    search,
    kwic,
    entities,
    entity,
    chronology,
    show,
    related,
    compare,
    copies,
    trace,
    mend,
    watch,
    trail,
    libraries,
    doctor,
    open_room,
):
    cuttings.add_command(_command)
