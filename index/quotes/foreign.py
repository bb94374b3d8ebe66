"""Who speaks in a text that is not English: known names beside known verbs, and nothing else."""

from collections.abc import Sequence

from index.quotes.items import Item, Kind
from index.quotes.lexicon import OTHER_SPEECH
from index.quotes.paragraph import Found, Paragraph
from index.quotes.phrases import Speaker

NEAR = 6
"""Items behind a quotation among which both verb and name have to stand."""
_SPEAKING = ("person", "organisation", "place")


def find(paragraph: Paragraph, at: int, language: str) -> Found | None:
    """The speaker named behind a quotation, or before the colon that leads to it."""
    verbs = OTHER_SPEECH.get(language[:2].lower())
    if verbs is None:
        return None
    behind: list[Item] = []
    for item in paragraph.items[at + 1 : at + 2 + NEAR]:
        if item.kind in (Kind.STOP, Kind.QUOTE, Kind.COLON):
            break
        behind.append(item)
    if behind and (found := _named(behind, verbs)) is not None:
        return found
    begin, _ = paragraph.sentence(at)
    if at > begin and paragraph.items[at - 1].kind is Kind.COLON:
        return _named(paragraph.items[begin : at - 1], verbs)
    return None


def _named(items: Sequence[Item], verbs: frozenset[str]) -> Found | None:
    cue = next((item for item in items if item.kind is Kind.WORD and item.low in verbs), None)
    named = [item for item in items if item.mention is not None and item.mention.type in _SPEAKING]
    if cue is None or not named or any(item.mention != named[0].mention for item in named[1:]):
        return None
    one = named[0]
    return Found(Speaker("name", one.start, one.end, one.mention), cue)
