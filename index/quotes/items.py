"""A paragraph as attribution sees it: words, mentions, quotations and signs in a row."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from index.language.listed import word_set
from index.quotes.marks import Marked
from index.quotes.model import Named


class Kind(IntEnum):
    """What an item is."""

    WORD = 0
    NAME = 1
    """A mention."""
    QUOTE = 2
    COMMA = 3
    COLON = 4
    STOP = 5
    """Ends a sentence, or what is no sentence: a full stop, a symbol."""
    DASH = 6
    BRACKET = 7
    SEMICOLON = 8


@dataclass(slots=True)
class Item:
    """A piece of a paragraph."""

    kind: Kind
    start: int
    """First code point in the field."""
    end: int
    """One past the last, a possessive ending left out."""
    low: str
    """A word in lower case; the sign; of mentions the name in lower case."""
    capital: bool = False
    """Whether it begins with a capital."""
    possessive: bool = False
    """Whether 's follows."""
    mention: Named | None = None
    """What a NAME mentions."""
    quote: Marked | None = None
    """What a QUOTE quotes."""


_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ.&/-][^\W_]+)*)|(?P<sign>[^\w\s])",
)
_SIGNS = {
    ",": Kind.COMMA, ":": Kind.COLON, ";": Kind.SEMICOLON, ".": Kind.STOP, "!": Kind.STOP, "?": Kind.STOP,
    "…": Kind.STOP, "–": Kind.DASH, "—": Kind.DASH, "-": Kind.DASH, "―": Kind.DASH,
    "(": Kind.BRACKET, ")": Kind.BRACKET, "[": Kind.BRACKET, "]": Kind.BRACKET,
}  # fmt: skip
_IGNORED = frozenset("\"'“”‘’„‚«»‹›`*_$€£%#&@/+=~^°")
MOST = 150
"""Items of the longest sentence: a longer one, as no writer makes, is read as several."""
_POSSESSIVE = re.compile(r"['’ʼ]s\b|(?<=s)['’ʼ](?!\w)", re.IGNORECASE)
_ABBREVIATED = word_set(
    """
    mr mrs ms dr prof gen lt col maj capt cmdr sgt adm sen rep gov rev hon fr st jr sr inc corp co
    ltd no jan feb mar apr aug sept oct nov dec spc pfc det insp supt atty dept univ messrs
    """
)


def items_of(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Named],
    quotes: Sequence[Marked],
    surnames: Mapping[str, Named],
) -> list[Item]:
    """The items of a stretch of a field.

    Args:
        text: The field.
        start: Where the stretch begins.
        end: Where it ends.
        mentions: Those of the field, in order; those within a quotation count as part of it.
        quotes: The quotations of the field, in order.
        surnames: Mentions of persons by the surname in lower case: it names them, too, where it was not seen.
    """
    found: list[Item] = []
    first = bisect_left(mentions, start, key=lambda one: one.start)
    names = (mentions[place] for place in range(first, len(mentions)))
    name = next(names, None)
    at = start
    for quote in [*_within(quotes, start, end), None]:
        stop = quote.outer_start if quote else end
        while at < stop:
            while name is not None and name.start < at:
                name = next(names, None)
            upto = min(stop, name.start) if name is not None else stop
            _words(found, text, at, upto, surnames)
            at = upto
            if name is not None and name.start == at < stop and name.end <= stop:
                item = Item(Kind.NAME, at, name.end, name.text.lower(), True, False, name)
                at = name.end
                if (owner := _POSSESSIVE.match(text, at)) is not None:
                    item.possessive, at = True, owner.end()
                found.append(item)
            elif at < stop:
                name = next(names, None)
        if quote is not None:
            low = text[quote.start]
            found.append(Item(Kind.QUOTE, quote.outer_start, quote.outer_end, "", low.isupper(), quote=quote))
            at = max(at, quote.outer_end)
    return found


def _within(quotes: Sequence[Marked], start: int, end: int) -> Iterator[Marked]:
    """Those quotations that stand in a stretch, or in a part of it."""
    for place in range(bisect_right(quotes, start, key=lambda one: one.outer_end), len(quotes)):
        if quotes[place].outer_start >= end:
            return
        yield quotes[place]


def _words(found: list[Item], text: str, start: int, end: int, surnames: Mapping[str, Named]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if match.lastgroup == "word":
            low = word.lower()
            item = Item(Kind.WORD, match.start(), match.end(), low, word[0].isupper())
            if low.endswith(("'s", "’s")) and len(low) > 2:
                item.low, item.possessive, item.end = low[:-2], True, item.end - 2
            if item.capital and item.low in surnames:
                item.kind, item.mention = Kind.NAME, surnames[item.low]
            found.append(item)
            continue
        if word == "." and found and found[-1].end == match.start() and found[-1].low in _ABBREVIATED:
            found[-1].end = match.end()
            continue
        kind = _SIGNS.get(word)
        if kind is None:
            if word in _IGNORED:
                continue
            kind = Kind.STOP
        found.append(Item(kind, match.start(), match.end(), word))


def sentences(text: str, items: Sequence[Item]) -> list[tuple[int, int]]:
    """The sentences of a paragraph: places of the first item of each, and one past the last.

    A quotation that ends as a sentence does ends one, too, unless what follows begins small or a comma
    stands before it; whether someone is named behind it as the speaker is not asked here.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        over = following is None or at - begin + 1 == MOST
        if item.kind is Kind.STOP:
            over = over or item.low != "." or following is None or _begins(following)
        elif item.kind is Kind.QUOTE and following is not None and item.quote is not None:
            ended = text[item.quote.end - 1] in ".!?…"
            over = over or (
                ended and following.kind in (Kind.WORD, Kind.NAME, Kind.QUOTE) and _begins(following)
            )
        if over:
            found.append((begin, at + 1))
            begin = at + 1
    return found


def _begins(item: Item) -> bool:
    return item.capital or item.kind in (Kind.QUOTE, Kind.STOP, Kind.BRACKET, Kind.DASH)
