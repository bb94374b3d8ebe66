"""What a pair of marks stands around: somebody's sentences, some words of somebody, a term, a title."""

import re
from collections.abc import Sequence

from index.language.listed import word_set
from index.model import QuoteKind
from index.quotes.items import Item, Kind
from index.quotes.lexicon import NAMING, TITLE_NOUNS
from index.quotes.marks import Marked

STATEMENT = 6
"""So many words are a statement, whatever stands around them."""
TERM = 3
"""More words than these are no term."""

AROUND = 250
"""So many items on either side are asked whether theirs is a heading, where every word has a capital."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = word_set(
    """
    a an the of and or in on at to for from with by but as is de la le les des du di il
    """
)


def is_title(text: str, quote: Marked, items: Sequence[Item], at: int) -> bool:
    """Whether what is quoted is the title of a work."""
    words = _WORD.findall(text, quote.start, quote.end)
    return bool(words) and _is_title(words, ended=text[quote.end - 1] in ".!?", items=items, at=at)


def beside_title_noun(items: Sequence[Item], at: int) -> bool:
    """Whether "film", "song" or the like stands beside a quotation."""
    around = (*items[max(0, at - 1) : at], *items[at + 1 : at + 2])
    return any(item.low in TITLE_NOUNS for item in around)


def kind_of(text: str, quote: Marked, items: Sequence[Item], at: int, *, spoken: bool) -> QuoteKind | None:
    """What is quoted; None where it is the title of a work, or nothing that has words.

    Args:
        text: The field.
        quote: The quotation.
        items: Those of the paragraph in which it begins.
        at: Its place among them.
        spoken: Whether someone is named who speaks.
    """
    words = _WORD.findall(text, quote.start, quote.end)
    if not words:
        return None
    ended = text[quote.end - 1] in ".,!?…"
    before = items[at - 1] if at else None
    if beside_title_noun(items, at) and _is_title(words, ended=False, items=items, at=at):
        return None
    if not spoken and is_title(text, quote, items, at):
        return None
    named = before is not None and before.low in NAMING
    led = before is not None and before.kind in (Kind.COLON, Kind.COMMA)
    if len(words) >= STATEMENT or (ended and len(words) > 1 and not named and text[quote.start].isupper()):
        return "statement"
    if spoken and led and text[quote.start].isupper() and len(words) > 1:
        return "statement"
    if spoken or len(words) > TERM:
        return "fragment"
    return "term"


def _is_title(words: Sequence[str], *, ended: bool, items: Sequence[Item], at: int) -> bool:
    telling = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in telling)
    if not telling or capitals < len(telling):
        return False
    if beside_title_noun(items, at):
        return True
    if len(telling) < 2 or ended:
        return False
    around = [item for item in items[max(0, at - AROUND) : at + AROUND] if item.kind is Kind.WORD]
    plain = sum(not item.capital for item in around if item.low not in _SMALL)
    return plain > len(around) / 3
