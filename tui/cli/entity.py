"""`cuttings entity`: all there is to know of one entity."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import rich_click as click

from index.errors import UsageError
from index.model import (
    ENTITY_TYPES,
    KWIC_SORTS,
    Companion,
    Entity,
    EntityPage,
    EntityType,
    Gathered,
    Gathering,
    KwicSort,
    Quoted,
)
from tui.cli.concordance import columns_for, laid_out
from tui.cli.json_shapes import Places, entity_page_shape
from tui.cli.named import one_line
from tui.cli.opening import left_out, opened, say_empty, say_where, size_of
from tui.cli.options import WholeNumber, home_option, json_option, paths_argument
from tui.cli.output import FAINT, NAME, STRONG, Page, print_json, say
from tui.render.counts import count, of_them
from tui.render.dates import short_date

if TYPE_CHECKING:
    from index.library import Library
    from index.pages import Pages

LIMIT = 20
"""Places that are given unless the user says otherwise, and companions that people are shown."""
PIPE_WIDTH = 120
"""Cells of a line in a pipe."""
COUNTS = f"{'passages':>8}  {'articles':>8}  "
"""What stands over the numbers of the companions."""
ORDERS = tuple(sort for sort in KWIC_SORTS if sort != "relevance")


@click.command()
@click.argument("name", metavar="NAME", help="A name, any form under which it is mentioned, or an id.")
@paths_argument
@click.option(
    "--type",
    "type_",
    metavar="TYPE",
    type=click.Choice(ENTITY_TYPES),
    help=f"Look among those of one type: {', '.join(ENTITY_TYPES[:-1])} or {ENTITY_TYPES[-1]}.",
)
@click.option("--with", "other", metavar="NAME", help="Give the passages that mention this one, too.")
@click.option(
    "--limit", metavar="N", type=WholeNumber(), default=LIMIT, help=f"Give at most N places [{LIMIT}]."
)
@click.option(
    "--sort",
    metavar="ORDER",
    type=click.Choice(ORDERS),
    default="date",
    help="Order places by date, source, or the words to their left or right [date].",
)
@json_option
@home_option()
def entity(
    name: str,
    paths: tuple[str, ...],
    type_: EntityType | None,
    other: str | None,
    limit: int,
    sort: KwicSort,
    as_json: bool,
) -> int:
    """Print all there is to know of one entity.

    Under which names it is mentioned, where, on which days, and with whom: who and what is
    mentioned in the same passages, in the order of how much that speaks against chance
    (log-likelihood). With --with the passages that mention both are given.
    """
    with opened(paths) as (library, report):
        one = _named(library, name, type_)
        second = None if one is None or other is None else _named(library, other, None)
        if one is not None and (other is None or second is not None):
            _print(library, one, second, limit, sort, as_json=as_json)
            return 0
        if as_json:
            print_json(
                entity_page_shape(None if one is None else library.entity(one.id), None, None, Places())
            )
        if size_of(library):
            unknown = name if one is None else other
            say(f"nobody and nothing is named {unknown}; cuttings entities lists who and what is")
        else:
            say_empty(library, left_out(library, report))
        return 1


def _named(library: "Library", name: str, type: EntityType | None) -> Entity | None:
    """Give the entity that bears a name.

    Raises:
        UsageError: several do, and none of them as its own name.
    """
    found = library.pages.named(" ".join(name.split()), type)
    own = [one for one in found if one.name.casefold() == name.casefold()]
    if len(found) < 2 or len(own) == 1:
        return next(iter([*own, *found]), None)
    choices = [
        f"{one.id}  {one_line(one.name)}, {one.type}, {count(one.documents, 'article')}" for one in found
    ]
    raise UsageError(
        "\n".join([f"several bear the name {name}; name one by its id, or use --type:", *choices])
    )


def _print(
    library: "Library", one: Entity, other: Entity | None, limit: int, sort: KwicSort, *, as_json: bool
) -> None:
    pages = library.pages
    found = pages.page(one.id)
    wanted = Gathering(one.id, other=None if other is None else other.id)
    gathered = found.mentions if other is None else pages.gather(wanted)
    places = _places(pages, wanted, gathered, sort, limit)
    lines = places.lines
    companions = pages.companions(one.id) if other is None else None
    if as_json:
        said = None if other is not None else _said(pages, one.id, sort, limit)
        print_json(entity_page_shape(found, companions, other, places, said))
        return
    say_where(library)
    page = Page()
    page.line((one_line(one.name), NAME), (f" · {one.type}", FAINT))
    _print_facts(page, found, pages.quoted(one.id))
    if companions is not None:
        _print_companions(page, companions)
    places_said = count(gathered.total, "mention") if other is None else count(gathered.total, "passage")
    page.line()
    with_whom = f" with {one_line(other.name)}" if other is not None else ""
    page.line(
        (f"{places_said}{with_whom}", STRONG),
        (f" · {len(lines):,} shown" if len(lines) < gathered.total else "", FAINT),
    )
    columns = columns_for(lines, page.full_width if page.is_terminal else PIPE_WIDTH)
    for line in lines:
        page.as_it_is(laid_out(line, columns))


def _places(pages: "Pages", wanted: Gathering, gathered: Gathered, sort: KwicSort, limit: int) -> Places:
    """The first places in an order."""
    order = pages.order(wanted, gathered, sort)[sort][:limit] if limit else ()
    places = [
        (key, number)
        for key, size in zip(gathered.keys, gathered.counts, strict=True)
        for number in range(size)
    ]
    lines = pages.contexts(wanted, [places[at] for at in order])
    return Places(gathered.total, [line for line in lines if line is not None])


def _said(pages: "Pages", id: str, sort: KwicSort, limit: int) -> tuple[Places, Places]:
    """What an entity is quoted with, and its mentions in what others are quoted with."""
    by, about = Gathering(id, said="by"), Gathering(id, said="about")
    return (
        _places(pages, by, pages.gather(by), sort, limit),
        _places(pages, about, pages.gather(about), sort, limit),
    )


def _print_facts(page: Page, found: EntityPage, quoted: Quoted) -> None:
    one = found.entity
    days = [day for day in found.mentions.days if day]
    when = ""
    if days:
        first, last = (short_date(date.fromordinal(day).isoformat()) for day in (min(days), max(days)))
        when = f", {first}" if first == last else f", {first} to {last}"
    copies = of_them(one.documents - one.sources) if one.sources is not None else ""
    page.line(f"{count(one.mentions, 'mention')} in {count(one.documents, 'article')}{copies}{when}")
    names = " · ".join(f"{one_line(alias.text)} {alias.mentions:,}" for alias in found.aliases)
    page.line(names, gutter=("named ", FAINT))
    said = [
        count(quoted.by, "quotation") + " by it" if quoted.by else "",
        count(quoted.about, "mention") + " in others' words" if quoted.about else "",
    ]
    if any(said):
        page.line(" · ".join(filter(None, said)))


def _print_companions(page: Page, companions: Sequence[Companion]) -> None:
    page.line()
    if not companions:
        page.line(("Nobody and nothing is named in the same passages.", FAINT))
        return
    cut = len(companions) - LIMIT
    page.line(
        ("Named with", STRONG), (f" · {len(companions):,}" if cut > 0 else "", FAINT), gutter=(COUNTS, FAINT)
    )
    for one in companions[:LIMIT]:
        numbers = f"{one.passages:>8,}  {one.documents:>8,}  "
        page.line((one_line(one.name), NAME), (f" · {one.type}", FAINT), gutter=numbers)
