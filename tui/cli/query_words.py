"""A command whose QUERY may begin with a dash: `cuttings search -trump`."""

from collections.abc import Mapping

import rich_click as click
from click import Context, Option, Parameter

from index.errors import UsageError

GUARD = "\0"
"""Put before a word that is no option though it begins with a dash; no command line can carry it."""


class QueryCommand(click.RichCommand):
    """Takes the first word with a single dash that is no option of the command as its QUERY.

    A word counts as options when it is one (`-l`), a group of them (`-l0`), or begins with
    two dashes: an unknown `--option` stays an error. So `-trump` and `"-last fordow"` are
    queries, and only one that is spelt like an option needs `--` before it. click itself
    knows only all or nothing here (`ignore_unknown_options` lets long ones through, too).
    """

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Guard a query that begins with a dash from being read as options."""
        return super().parse_args(ctx, self._guarded(ctx, args))

    def _guarded(self, ctx: Context, args: list[str]) -> list[str]:
        takes_value = {
            name: not (param.is_flag or param.count)
            for param in self.get_params(ctx)
            if isinstance(param, Option)
            for name in (*param.opts, *param.secondary_opts)
        }
        guarded = list(args)
        query = None
        place = 0
        while place < len(args) and args[place] != "--":
            word = args[place]
            if word.startswith("--"):
                place += takes_value.get(word, False)
            elif not word.startswith("-") or word == "-":
                query = query if query is not None else word
            elif (values := _values_after(word, takes_value)) is not None:
                place += values
            elif query is None:
                query = word
                guarded[place] = GUARD + word
            else:
                raise UsageError(
                    f"no such option: {word}\n"
                    f"As part of the query it goes into the same quotes: '{query} {word}'"
                )
            place += 1
        return guarded


def _values_after(word: str, takes_value: Mapping[str, bool]) -> int | None:
    """Give how many of the following words belong to a word of short options; None if it is none."""
    for place, letter in enumerate(word[1:], 2):
        takes = takes_value.get(f"-{letter}")
        if takes is None:
            return None
        if takes:
            return int(place == len(word))
    return 0


def _unguarded(_: Context, __: Parameter, value: str) -> str:
    return value.removeprefix(GUARD)


query_argument = click.argument("query", metavar="QUERY", callback=_unguarded, help="What to look for.")
