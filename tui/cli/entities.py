"""`cuttings entities`: who and what is named, and how often."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING

import rich_click as click

from index.errors import UsageError
from index.model import ENTITY_TYPES, Entity, EntityType
from tui.cli.json_shapes import entities_shape, located_shape
from tui.cli.named import PLURALS, one_line
from tui.cli.nothing import nothing_found
from tui.cli.opening import left_out, opened, say_empty, say_where, size_of
from tui.cli.options import csv_option, home_option, json_option, paths_argument
from tui.cli.output import FAINT, NAME, STRONG, Page, print_json, print_json_list, say
from tui.cli.table import print_table
from tui.render.counts import count
from tui.render.standing import standing_phrase

if TYPE_CHECKING:
    from index.library import Library

SORTS = ("articles", "standing-out")
"""Orders that can be asked for."""
SHOWN = 200
"""Entities a terminal shows: those in most articles."""
COLUMNS = (
    *("id", "name", "type", "aliases", "mentions", "documents", "sources"),
    *("here", "of", "everywhere", "total", "score"),
)
"""The first line of the CSV."""
MENTION_COLUMNS = (
    *("document", "path", "field", "passage", "line", "page", "start", "end"),
    *("text", "type", "entity", "stands_for", "name"),
)
"""The first line of the CSV with a row for every mention."""
COUNTS = f"{'mentions':>8}  {'articles':>8}  {'sources':>8}  "
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
@click.option(
    "--sort",
    type=click.Choice(SORTS),
    default="articles",
    help="Those in most articles first, or those only that stand out in what the query finds.",
)
@click.option(
    "--mentions",
    "each",
    is_flag=True,
    help="Give every mention with its place, in the order of the articles; with --json or --csv.",
)
@click.option("--watched", is_flag=True, help="Give those only that are watched for: cuttings watch.")
@csv_option
@json_option
@home_option()
def entities(
    paths: tuple[str, ...],
    query: str | None,
    type_: EntityType | None,
    sort: str,
    each: bool,
    watched: bool,
    as_csv: bool,
    as_json: bool,
) -> int:
    """Print who and what the articles name.

    They come by type, those in most articles first. Behind a name stand the other forms
    under which it is mentioned. A terminal shows the first 200; --json, --csv and a pipe
    get all. With --sort standing-out come those that are mentioned in more of the articles
    that match --query than chance would have it, copies of an article counted once.
    """
    if as_csv and as_json:
        raise UsageError("--csv and --json are two forms of the same: choose one.")
    if each:
        if not as_csv and not as_json:
            raise UsageError("--mentions needs --json or --csv: it gives a row for every mention.")
        if sort != "articles":
            raise UsageError("--mentions come in the order of the articles: leave --sort out.")
        if watched:
            raise UsageError("--mentions gives those of all names: leave --watched out.")
        return _print_mentions(paths, query, type_, as_json=as_json)
    stands_out = sort == "standing-out"
    if stands_out and not (query or "").strip():
        raise UsageError("--sort standing-out needs a --query: what is found is held against all articles.")
    with opened(paths) as (library, report):
        found = library.entities(query, type_)
        named = len(found)
        listed: Sequence[Entity] = found.standing_out() if stands_out else found
        if watched:
            listed = tuple(one for one in listed if one.is_watched)
        if as_json:
            print_json(entities_shape(listed))
        elif as_csv:
            print_table(COLUMNS, map(_row, listed))
        else:
            say_where(library)
            if listed:
                _print_entities(Page(), listed, named, stands_out=stands_out, watched=watched)
            elif watched:
                say("nobody and nothing that is watched for is named in these articles")
            elif named:
                say(f"none of {count(named, 'entity', 'entities')} stands out in these articles")
            elif size_of(library):
                say(_nothing(library, query, type_))
        if not listed and not size_of(library):
            say_empty(library, left_out(library, report))
        return 0 if listed else 1


def _print_mentions(
    paths: tuple[str, ...], query: str | None, type: EntityType | None, *, as_json: bool
) -> int:
    """Print every mention as it is read; gives the exit status."""
    number = 0
    with opened(paths) as (library, report):

        def counted() -> Iterator[dict[str, object]]:
            nonlocal number
            for one in library.mentions(query, type):
                number += 1
                yield located_shape(one)

        if as_json:
            print_json_list("mentions", counted())
        else:
            print_table(MENTION_COLUMNS, ([one[name] for name in MENTION_COLUMNS] for one in counted()))
        if not number and not size_of(library):
            say_empty(library, left_out(library, report))
    return 0 if number else 1


def _row(one: Entity) -> tuple[object, ...]:
    standing = (None,) * 5 if one.standing is None else astuple(one.standing)
    counts = (one.mentions, one.documents, one.sources)
    return one.id, one.name, one.type, "; ".join(one.aliases), *counts, *standing


def _print_entities(
    page: Page, found: Sequence[Entity], named: int, *, stands_out: bool, watched: bool
) -> None:
    printed = found[:SHOWN] if page.is_terminal else found
    totals = Counter(one.type for one in found)
    for type, plural in PLURALS.items():
        of_type = [one for one in printed if one.type == type]
        if of_type:
            page.line((plural, STRONG), (f" · {totals[type]:,}", FAINT), gutter=(COUNTS, FAINT))
            for one in of_type:
                _print_entity(page, one, explained=stands_out)
            page.line()
    cut = len(printed) < len(found)
    which = "that stand out most" if stands_out else "in most articles"
    note = f" · the {len(printed):,} {which} are shown; --csv gives all" if cut else ""
    total = count(named, "entity", "entities")
    which = " stand out" if stands_out else " are watched for" if watched else ""
    page.line(f"{len(found):,} of {total}{which}" if which else total, (note, FAINT))


def _print_entity(page: Page, one: Entity, *, explained: bool) -> None:
    name = one_line(one.name)
    others = {alias.casefold(): alias for alias in map(one_line, reversed(one.aliases))}
    others.pop(name.casefold(), None)
    also = "".join(f" · {alias}" for alias in reversed(others.values()))
    sources = one.documents if one.sources is None else one.sources
    counts = f"{one.mentions:>8,}  {one.documents:>8,}  {sources:>8,}  "
    page.line((name, NAME), (also, FAINT), gutter=counts)
    if explained and one.standing is not None:
        page.line((standing_phrase(one.standing), FAINT), gutter=" " * len(COUNTS))


def _nothing(library: "Library", query: str | None, type: EntityType | None) -> str:
    articles = size_of(library)
    if query is not None and query.strip():
        matching = library.search(query, limit=0)
        if not matching.total:
            return nothing_found(matching, articles)
        articles = matching.total
    return f"no {type or 'entity'} is named in {count(articles, 'article')}"
