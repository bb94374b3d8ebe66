"""The quotations of one document, each with who is said to have said it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.model import Field
from index.quotes import foreign
from index.quotes.before import named_before
from index.quotes.behind import named_behind
from index.quotes.discourse import Discourse
from index.quotes.items import Item, Kind
from index.quotes.kinds import beside_title_noun, is_title, kind_of
from index.quotes.lexicon import JUDGING
from index.quotes.marks import Marked, marked
from index.quotes.model import Named, RawQuote
from index.quotes.paragraph import Found, Paragraph
from index.quotes.phrases import Speaker

_WORDS = re.compile(r"[^\W_]+")
NEAR = 4
"""Items that may stand between two quotations which one speaker is named for."""


@dataclass(slots=True)
class _Work:
    """A quotation, and what has been found out about it."""

    quote: Marked
    number: int
    """Its paragraph: the one it begins in."""
    at: int
    """Its place among the items of that."""
    speaker: Speaker | None = None
    mention: Named | None = None
    cue: Item | None = None

    @property
    def spoken(self) -> bool:
        return self.mention is not None or self.named is not None

    @property
    def named(self) -> tuple[int, int] | None:
        """The words that name the speaker; a pronoun only where it is known whom it means."""
        if self.speaker is None or (self.mention is None and self.speaker.form == "pronoun"):
            return None
        return self.speaker.start, self.speaker.end


def find_quotes(
    title: str, text: str, mentions: Iterable[Named] = (), language: str | None = None
) -> tuple[RawQuote, ...]:
    """The quotations of a document in order, those in the title first; titles of works are left out.

    Args:
        title: The headline.
        text: The text.
        mentions: Who and what is named in both; speakers are found among them.
        language: ISO 639-1 code.
    """
    known = list(mentions)
    of_title, of_text = _of("title", title, known, language), _of("text", text, known, language)
    for works, others in ((of_title, of_text), (of_text, of_text)):
        _by_same_words(works, others)
    return tuple(
        raw
        for works in (of_title, of_text)
        for raw in (_raw(works[0], work) for work in works[1])
        if raw is not None
    )


_Works = tuple[Discourse, list[_Work]]


def _of(field: Field, text: str, mentions: Sequence[Named], language: str | None) -> _Works:
    """The quotations of a field with their speakers."""
    inside = sorted((one for one in mentions if one.field == field), key=lambda one: one.start)
    quotes = [one for one in marked(text) if _stands(text, one, inside)]
    discourse = Discourse(field, text, inside, quotes)
    works = [work for quote in quotes if (work := _work(discourse, quote)) is not None]
    if language is not None and not language.lower().startswith("en"):
        for work in works:
            if (found := foreign.find(discourse.paragraph(work.number), work.at, language)) is not None:
                work.speaker, work.mention, work.cue = found.speaker, found.speaker.mention, found.cue
        return discourse, works
    for place, work in enumerate(works):
        before = works[place - 1] if place else None
        _attribute(discourse, work, before)
        if work.speaker is not None and before is not None and before.speaker is None:
            _reach_back(discourse, works, place)
    return discourse, works


def _stands(text: str, quote: Marked, mentions: Sequence[Named]) -> bool:
    """Whether a pair of marks quotes: not where it is part of a name, or was opened by mistake."""
    before = bisect_left(mentions, quote.outer_start, key=lambda one: one.start) - 1
    if before >= 0 and quote.outer_end < mentions[before].end:  # they do not overlap
        return False
    if quote.closed:
        return True
    place = quote.outer_start
    while place and text[place - 1] == " ":
        place -= 1
    return not place or text[place - 1] in "\n:,"


def _work(discourse: Discourse, quote: Marked) -> _Work | None:
    number = discourse.number_at(quote.outer_start)
    at = discourse.paragraph(number).place_of(quote)
    return None if at is None else _Work(quote, number, at)


def _attribute(discourse: Discourse, work: _Work, before: _Work | None) -> None:
    """Find who says it."""
    paragraph = discourse.paragraph(work.number)
    begin, end = paragraph.sentence(work.at)
    last_number = discourse.number_at(work.quote.outer_end - 1)
    last, last_at = paragraph, work.at
    if last_number != work.number:
        last = discourse.paragraph(last_number)
        last_at = last.place_of(work.quote) or 0
    found: tuple[Found, int] | None = None
    led = work.at > begin and paragraph.items[work.at - 1].kind is Kind.COLON
    if led and (one := named_before(paragraph, work.at, begin)) is not None:
        found = one, work.number
    if found is None and (one := named_behind(last, last_at)) is not None:
        found = one, last_number
    if found is None and (one := named_before(paragraph, work.at, begin)) is not None:
        found = one, work.number
    if found is None and last is paragraph and (one := _trailing(paragraph, work.at, end)) is not None:
        found = one, work.number
    if found is None:
        _attribute_from_before(discourse, work, before, begin, end)
    elif not _is_by_the_way(discourse, work, found[0]):
        _take(discourse, work, *found)
    if work.mention is not None:
        discourse.spoken[work.number, begin] = work.mention


def _is_by_the_way(discourse: Discourse, work: _Work, found: Found) -> bool:
    """Whether a title is only mentioned in what somebody says."""
    items = discourse.paragraph(work.number).items
    if not is_title(discourse.text, work.quote, items, work.at):
        return False
    if beside_title_noun(items, work.at):
        return True
    if found.cue is None or found.cue.low in JUDGING:
        return False
    beside = (*items[max(0, work.at - 1) : work.at], *items[work.at + 1 : work.at + 4])
    return not any(item is found.cue or item.kind is Kind.COLON for item in beside)


def _take(discourse: Discourse, work: _Work, found: Found, number: int) -> None:
    paragraph = discourse.paragraph(number)
    at = paragraph.place_at(found.speaker.start)
    work.speaker, work.cue = found.speaker, found.cue
    work.mention = discourse.meant(found.speaker, number, at)


def _trailing(paragraph: Paragraph, at: int, end: int) -> Found | None:
    """A speaker named at the end of the sentence: "…, Trump said."."""
    for place in range(at + 1, end):
        item = paragraph.items[place]
        if item.kind is Kind.QUOTE:
            return None
        if item.kind is Kind.COMMA:
            found = named_behind(paragraph, place - 1) if place - 1 > at else None
            if found is not None and found.cue is not None and _is_last(paragraph, found, end):
                return found
    return None


def _is_last(paragraph: Paragraph, found: Found, end: int) -> bool:
    cue = found.cue
    if cue is None:
        return False
    at = paragraph.place_at(cue.start)
    if cue.low == "according":
        return True
    following = paragraph.items[at + 1] if at + 1 < end else None
    return (
        following is None
        or following.kind is not Kind.WORD
        or following.low in ("on", "in", "at", "during", "after")
    )


def _attribute_from_before(
    discourse: Discourse, work: _Work, before: _Work | None, begin: int, end: int
) -> None:
    """Look for the speaker in the sentence or the paragraph before, where all of a sentence is quoted."""
    paragraph = discourse.paragraph(work.number)
    if any(item.kind in (Kind.WORD, Kind.NAME) for item in paragraph.items[begin:end]):
        _continue(paragraph, work, before)
        return
    index = paragraph.number_of(work.at)
    if index:
        _from_sentence(discourse, work, before, work.number, paragraph.sentences[index - 1])
    elif work.number:
        last = discourse.paragraph(work.number - 1)
        if not last.items:
            return
        if last.items[-1].kind is Kind.COLON:
            first = last.sentence(len(last.items) - 1)[0]
            found = named_before(last, len(last.items), first)
            if found is not None:
                _take(discourse, work, found, work.number - 1)
        elif (
            before is not None and before.number == work.number - 1 and last.items[-1].kind is not Kind.QUOTE
        ):
            _from_sentence(discourse, work, before, work.number - 1, last.sentences[-1])


def _continue(paragraph: Paragraph, work: _Work, before: _Work | None) -> None:
    """'"…," he said, "…"': the second part of what was begun before."""
    if before is None or before.number != work.number or before.speaker is None:
        return
    between = paragraph.items[before.at + 1 : work.at]
    if not between or between[-1].kind is not Kind.COMMA or any(item.kind is Kind.STOP for item in between):
        return
    if before.speaker.start > before.quote.outer_end:
        work.speaker, work.mention, work.cue = before.speaker, before.mention, before.cue


def _from_sentence(
    discourse: Discourse, work: _Work, before: _Work | None, number: int, sentence: tuple[int, int]
) -> None:
    """Take the speaker of the sentence before: of its quotation, or of what it reports."""
    paragraph = discourse.paragraph(number)
    first, last = sentence
    if before is not None and before.number == number and first <= before.at < last:
        asked = discourse.text[before.quote.end - 1] == "?" and number != work.number
        if before.spoken and not asked:
            work.speaker, work.mention, work.cue = before.speaker, before.mention, before.cue
        return
    if number != work.number:
        return
    found = named_before(paragraph, last, first)
    subject = paragraph.subject_of(first, last)
    if (
        found is not None
        and found.cue is not None
        and subject is not None
        and subject.start == found.speaker.start
    ):
        _take(discourse, work, found, number)


def _reach_back(discourse: Discourse, works: list[_Work], place: int) -> None:
    """'"…" and "…," he said': the speaker of the second is that of the first."""
    work = works[place]
    for at in range(place - 1, -1, -1):
        before = works[at]
        if before.number != work.number or before.speaker is not None:
            return
        between = discourse.paragraph(work.number).items[before.at + 1 : work.at]
        if len(between) > NEAR or any(item.kind in (Kind.STOP, Kind.COLON) for item in between):
            return
        if not any(item.low in ("and", "or", "but", ",") for item in between):
            return
        before.speaker, before.mention, before.cue = work.speaker, work.mention, work.cue
        work = before


def _by_same_words(works: _Works, others: _Works) -> None:
    """Give a heading's quotation the speaker of the same words elsewhere in the document."""
    discourse, lone = works[0], [work for work in works[1] if not work.spoken]
    if not lone:
        return
    said: dict[tuple[str, ...], _Work | None] = {}
    for work in others[1]:
        if work.mention is not None:
            words = _folded(others[0].text, work.quote)
            known = said.get(words)
            if known is not None and known.mention is not None and known.mention.name != work.mention.name:
                said[words] = None
            else:
                said[words] = work
    for work in lone:
        if discourse.field == "text" and not _is_heading(discourse, work):
            continue
        same = said.get(_folded(discourse.text, work.quote))
        if same is not None:
            work.mention = same.mention


def _folded(text: str, quote: Marked) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORDS.findall(text, quote.start, quote.end))


def _is_heading(discourse: Discourse, work: _Work) -> bool:
    """Whether a quotation stands in a short paragraph that is no sentence."""
    items = discourse.paragraph(work.number).items
    return len(items) <= 12 and items[-1].kind is not Kind.STOP


def _raw(discourse: Discourse, work: _Work) -> RawQuote | None:
    items = discourse.paragraph(work.number).items
    kind = kind_of(discourse.text, work.quote, items, work.at, spoken=work.spoken)
    if kind is None:
        return None
    raw = RawQuote(work.quote.start, work.quote.end, kind, discourse.field, work.named)
    if work.mention is not None:
        raw = replace(raw, mention=(work.mention.field, work.mention.start))
    if work.cue is not None:
        raw = replace(raw, cue=(work.cue.start, work.cue.end))
    return raw
