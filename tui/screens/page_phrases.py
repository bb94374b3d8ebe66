"""What the page of an entity says, in words."""

from collections.abc import Sequence

from index.model import Companion, EntityPage, Gathered, Gathering, KwicSort
from tui.render.aspects import CompanionOrder
from tui.render.counts import count, of_them
from tui.render.histogram import span_text
from tui.render.rows import cut
from tui.render.shown import shown
from tui.render.wrap import cells
from tui.screens.hit_phrases import HIT_ORDERS

BACK_TO_PAGE = "Escape or H goes back to the page."
NOBODY_HERE = "Nobody is named in this passage; e goes to all names."
COMING = "Who it is, and where."
NO_PLACES = "It is mentioned nowhere any more."
HIDDEN = "It is hidden. U takes that back."
COUNTING = "counting…"
ALONE = "Nobody and nothing is named in the same passages."
WHOSE_PAGE = "Tab goes to the company; E there opens a page."
STILL_COMING = "This line is still coming."
ORDERS: dict[CompanionOrder, str] = {
    "strength": "strongest first",
    "passages": "most passages first",
    "kind": "by kind",
}


SAID: dict[str, str] = {"by": "Said by {}", "about": "Said about {}"}


def noun(wanted: Gathering) -> str:
    """What the places are called that are shown."""
    if wanted.other is not None:
        return "passage"
    return "quotation" if wanted.said == "by" else "mention"


def opened(name: str) -> str:
    """Why one went to a place: what stands on the trail."""
    return f"page: {name}"


def is_opened(why: str) -> bool:
    """Whether that is why one went to a place."""
    return why.startswith(opened(""))


def head(page: EntityPage, width: int) -> str:
    """Who it is, how often mentioned, and when, as there is room for it.

    "Abbas Araghchi · person · 43 mentions in 11 articles · 23–26 Jun 2025"
    """
    entity, when = page.entity, period(page.mentions)
    mentions, articles = count(entity.mentions, "mention"), count(entity.documents, "article")
    copies = of_them(entity.documents - entity.sources) if entity.sources is not None else ""
    rest = [
        *([(entity.type, f"{mentions} in {articles}{copies}", when)] if copies else []),
        (entity.type, f"{mentions} in {articles}", when),
        (entity.type, f"{entity.mentions:,} in {articles}", when),
        (entity.type, f"{entity.mentions:,} in {articles}"),
        (entity.type,),
    ]
    said = (" · ".join(filter(None, (shown(entity.name), *parts))) for parts in rest)
    return next((one for one in said if cells(one) <= width), cut(shown(entity.name), width))


def gone(page: EntityPage, why: str, width: int) -> str:
    """Who it was that is mentioned nowhere, and why that is."""
    return cut(f"{shown(page.entity.name)} · {why}", width)


def period(gathered: Gathered) -> str:
    """From when to when: "23–26 Jun 2025"; empty where no date is known."""
    days = [day for day in gathered.days if day]
    return span_text(min(days), max(days)) if days else ""


def names(page: EntityPage, width: int) -> str:
    """Its names with their counts, as many as there is room for."""
    said = " · ".join(f"{shown(one.text)} {one.mentions:,}" for one in page.aliases)
    return cut(f"named {said}", width)


def company(companions: Sequence[Companion] | None, told: str, width: int) -> str:
    """With whom it is mentioned, as many as there is room for."""
    if companions is None:
        return f"with {told}"
    if not companions:
        return ALONE
    said, room = "with", width - 4
    for number, one in enumerate(companions):
        piece = f"{' ·' if number else ''} {shown(one.name)} {one.passages:,}"
        if cells(piece) > room:
            break
        said, room = said + piece, room - cells(piece)
    return said


def counting(share: float) -> str:
    """How far counting has come."""
    return f"{COUNTING} {share:.0%}" if share else COUNTING


def shown_places(places: int, documents: int, rejected: int, sort: KwicSort, *, noun: str, days: str) -> str:
    """What is shown of an entity: "13 mentions in 4 articles · 2 rejected · by the word to the right"."""
    parts = [f"{count(places, noun)} in {count(documents, 'article')}"]
    if days:
        parts.append(f"{days} only")
    if rejected:
        parts.append(f"{rejected:,} rejected")
    return " · ".join([*parts, HIT_ORDERS[sort]])
