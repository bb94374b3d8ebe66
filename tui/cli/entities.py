"""`cuttings entities`: who and what is named, and how often."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import rich_click as click

from index.errors import UsageError
from index.model import ENTITY_TYPES, Entity, EntityType
from tui.cli.json_shapes import entities_shape
from tui.cli.named import PLURALS, one_line
from tui.cli.nothing import nothing_found
from tui.cli.opening import left_out, opened, say_empty, say_where, size_of
from tui.cli.options import csv_option, home_option, json_option, paths_argument
from tui.cli.output import FAINT, NAME, STRONG, Page, count, print_json, say
from tui.cli.table import print_table

if TYPE_CHECKING:
    from index.library import Library

SHOWN = 200
"""Entities a terminal shows: those in most articles."""
COLUMNS = ("id", "name", "type", "aliases", "mentions", "documents")
"""The first line of the CSV."""
COUNTS = f"{'mentions':>8}  {'articles':>8}  "
"""What stands over the numbers."""


@click.command()
@paths_argument
@click.option("--query", metavar="QUERY", help="Count only in articles that match, as cuttings search does.")
@click.option(
    "--type",
    "type_",
    metavar="TYPE",
    type=click.Choice(ENTITY_TYPES),
    help=f"Give those of one type: {', '.join(ENTITY_TYPES[:-1])} or {ENTITY_TYPES[-1]}.",
)
@csv_option
@json_option
@home_option()
def entities(
    paths: tuple[str, ...], query: str | None, type_: EntityType | None, as_csv: bool, as_json: bool
) -> int:
    """Print who and what the articles name.

    They come by type, those in most articles first. Behind a name stand the other forms
    under which it is mentioned. A terminal shows the first 200; --json, --csv and a pipe
    get all.
    """
    if as_csv and as_json:
        raise UsageError("--csv and --json are two forms of the same: choose one.")
    with opened(paths) as (library, report):
        found = library.entities(query, type_)
        if as_json:
            print_json(entities_shape(found))
        elif as_csv:
            print_table(COLUMNS, map(_row, found))
        else:
            say_where(library)
            if found:
                _print_entities(Page(), found)
            elif size_of(library):
                say(_nothing(library, query, type_))
        if not found and not size_of(library):
            say_empty(library, left_out(library, report))
        return 0 if found else 1


def _row(one: Entity) -> tuple[object, ...]:
    return one.id, one.name, one.type, "; ".join(one.aliases), one.mentions, one.documents


def _print_entities(page: Page, found: Sequence[Entity]) -> None:
    printed = found[:SHOWN] if page.is_terminal else found
    totals = Counter(one.type for one in found)
    for type, plural in PLURALS.items():
        of_type = [one for one in printed if one.type == type]
        if of_type:
            page.line((plural, STRONG), (f" · {totals[type]:,}", FAINT), gutter=(COUNTS, FAINT))
            for one in of_type:
                _print_entity(page, one)
            page.line()
    cut = len(printed) < len(found)
    note = f" · the {len(printed):,} in most articles are shown; --csv gives all" if cut else ""
    page.line(count(len(found), "entity", "entities"), (note, FAINT))


def _print_entity(page: Page, one: Entity) -> None:
    name = one_line(one.name)
    others = {alias.casefold(): alias for alias in map(one_line, reversed(one.aliases))}
    others.pop(name.casefold(), None)
    also = "".join(f" · {alias}" for alias in reversed(others.values()))
    page.line((name, NAME), (also, FAINT), gutter=f"{one.mentions:>8,}  {one.documents:>8,}  ")


def _nothing(library: "Library", query: str | None, type: EntityType | None) -> str:
    articles = size_of(library)
    if query is not None and query.strip():
        matching = library.search(query, limit=0)
        if not matching.total:
            return nothing_found(matching, articles)
        articles = matching.total
    return f"no {type or 'entity'} is named in {count(articles, 'article')}"
