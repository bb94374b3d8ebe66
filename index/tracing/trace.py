"""Trace a quotation through a library: find who carries it, and say how each does."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from index.catalog import Catalog, Kept
from index.copies.groups import Groups
from index.differences import differences
from index.model import Carrier, Document, Piece, Quote, Span, Trace, Traced
from index.quotes.likeness import LIKE, Likeness, likeness
from index.quotes.wording import SHORT, WORDS, Wording, terms_of, wording, words_of
from index.tracing.candidates import candidates
from index.tracing.prints import Prints
from index.tracing.quoting import STEM, Quoting, Quotings

OFTEN = 50
"""Quotations of one document after which it is asked whether to go on."""

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Sought:
    """What is traced."""

    traced: Traced
    """What is told of it."""
    wording: Wording
    """Its words."""
    string: str
    """What they stand in."""
    key: int | None = None
    """Catalog key of its document."""
    quote: Quote | None = None
    """The quotation in its document."""

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """How its telling words begin, in any form: what is like it has one of them."""
        found = dict.fromkeys(word.key[:STEM] for word in self.wording.words if word.term)
        return tuple(found) or tuple(word.key for word in self.wording.words)

    def may_be(self, keys: Sequence[str]) -> bool:
        """Whether a quotation of these words may be this one at all: `likeness` takes longer to say.

        Two statements have words in a row in common; a fragment has most of its telling words in a
        statement.
        """
        is_fragment = len(keys) < SHORT
        if is_fragment and self.wording.is_fragment:
            return True
        if not self.wording.runs.isdisjoint(zip(*(keys[at:] for at in range(WORDS)), strict=False)):
            return True
        if is_fragment == self.wording.is_fragment:
            return False
        mine, theirs = self.wording.terms, terms_of(keys)
        core = theirs if is_fragment else mine
        return len(mine & theirs) >= LIKE * len(core)


@dataclass(frozen=True, slots=True)
class _Held:
    """A quotation in a document, whole or as several parts of a sentence."""

    quotes: tuple[Quote, ...]
    wording: Wording
    likeness: Likeness


def sought_in(document: Document, text: str, key: int, quote: Quote) -> Sought:
    """A quotation of a document, or any words of it that are given as one."""
    string = document.title if quote.field == "title" else text
    words = wording(string, quote.start, quote.end)
    traced = Traced(
        _plain(quote.text), document, quote.field, quote.start, quote.end, quote.speaker, quote.entity
    )
    return Sought(traced, words, string, key, quote)


def quote_at(title: str, text: str, quotes: Iterable[Quote], span: Span) -> Quote:
    """The quotation that some words of a document are of; the words themselves where they are of none.

    Words within a quotation, or around one, are traced as they are given, with its speaker.
    """
    string = title if span.field == "title" else text
    quote = Quote(span.start, span.end, span.field, string[span.start : span.end], "term")
    for one in quotes:
        if (one.field, one.start, one.end) == (span.field, span.start, span.end):
            return one
        if one.field == span.field and one.start < span.end and span.start < one.end:
            return replace(quote, kind=one.kind, speaker=one.speaker, entity=one.entity, named=one.named)
    return quote


def sought_as(text: str) -> Sought:
    """Words that were typed."""
    return Sought(Traced(_plain(text)), words_of(text), text)


def trace(
    catalog: Catalog,
    prints: Prints,
    sought: Sought,
    groups: Groups,
    quotings: Quotings,
    poll: Callable[[], None] = lambda: None,
) -> Trace:
    """All documents that carry a quotation, the earliest first, copies of one report as one.

    Args:
        catalog: Where documents and quotations are.
        prints: The prints of all quotations.
        sought: The quotation.
        groups: Which documents are copies of one another.
        quotings: What the documents quote, as far as it was read for other quotations.
        poll: Called between documents, and between many quotations of one; may raise to end the work.
    """
    speaker = sought.traced.entity
    keys, is_rare, unseen = candidates(catalog, prints, groups, sought.wording, speaker, sought.key)
    named = catalog.names.places_of(speaker, keys) if speaker is not None else {}
    poll()
    read = quotings.of(keys)
    held: dict[int, _Held] = {}
    for key in keys:
        poll()
        if key in read:
            best = _best(sought, read[key], named.get(key, ()), is_rare, poll)
            if best is not None:
                held[key] = best
    if sought.key is not None and sought.quote is not None:
        held[sought.key] = _Held((sought.quote,), sought.wording, Likeness("verbatim", 9.0))
    carriers: dict[int, Carrier] = {}
    for key, kept in catalog.kept(list(held)).items():
        poll()
        carriers[key] = _told(sought, kept, held[key], is_own=key == sought.key)
    return Trace(sought.traced, tuple(_folded(carriers, groups)), len(carriers), unseen)


def _best(
    sought: Sought,
    quoting: Quoting,
    named: Sequence[tuple[str, int]],
    is_rare: bool,
    poll: Callable[[], None],
) -> _Held | None:
    """The quotation of another document that is most like the one sought; None where none is."""
    best: _Held | None = None
    for number, parts in enumerate(quoting.likely(sought.needles), 1):
        if number % OFTEN == 0:
            poll()
        if not sought.may_be(quoting.keys(parts)):
            continue
        words = quoting.wording(parts)
        same = _same_speaker(sought.traced, quoting.text, parts[0], named)
        found = likeness(sought.wording, words, same, is_rare=is_rare)
        if found is None and sought.key is None:
            found = _as_typed(sought.wording, words)
        if found is not None and (best is None or found.degree > best.likeness.degree):
            best = _Held(parts, words, found)
    return best


def _as_typed(typed: Wording, words: Wording) -> Likeness | None:
    """Whether a quotation has the words that were typed, however few: who types them means just these."""
    if not typed.keys:
        return None
    if typed.keys == words.keys:
        return Likeness("verbatim", 3.0)
    return Likeness("longer", 2.0) if words.part(typed) else None


def _same_speaker(traced: Traced, text: str, quote: Quote, named: Sequence[tuple[str, int]]) -> bool | None:
    """Whether the same person speaks; where nobody is named, whether the one sought is in the paragraph."""
    if traced.entity is not None and quote.entity is not None:
        return traced.entity == quote.entity
    if traced.speaker is not None and quote.speaker is not None:
        return True if traced.speaker.casefold() == quote.speaker.casefold() else None
    if traced.entity is None or quote.speaker is not None:
        return None
    first, last = 0, len(text)
    if quote.field == "text":
        first = text.rfind("\n\n", 0, quote.start) + 1
        last = text.find("\n\n", quote.end) % (last + 1)
    beside = (field == quote.field and first <= at < last for field, at in named)
    return True if any(beside) else None


def _told(sought: Sought, kept: Kept, held: _Held, *, is_own: bool) -> Carrier:
    first, last = held.quotes[0], held.quotes[-1]
    string = kept.document.title if first.field == "title" else kept.text
    ours, theirs = sought.traced.text, " ".join(one.text for one in held.quotes)
    if held.likeness.window is not None:
        part = slice(*held.likeness.window)
        if len(sought.wording.words) <= len(held.wording.words):
            ours, theirs = _in_company(sought.string, sought.wording), string[part]
        else:
            ours, theirs = sought.string[part], _in_company(string, held.wording)
    return Carrier(
        document=kept.document,
        field=first.field,
        passage=_passage_at(kept, first),
        start=first.start,
        end=last.end,
        text=_plain(string[first.start : last.end]),
        kind=first.kind,
        speaker=first.speaker,
        entity=first.entity,
        named=_named(string, first),
        how=held.likeness.how,
        pieces=tuple(_pieces(_plain(ours), _plain(theirs))),
        is_own=is_own,
    )


def _in_company(string: str, words: Wording) -> str:
    """A fragment with the telling word next to it in its sentence, the marks between them left out."""
    found = words.in_company
    return " ".join(string[word.start : word.end] for word in found)


def _pieces(here: str, there: str) -> Iterator[Piece]:
    for one in differences(here, there):
        yield Piece(one.kind, here[slice(*one.here)], there[slice(*one.there)])


def _passage_at(kept: Kept, quote: Quote) -> int | None:
    if quote.field == "title":
        return None
    at = bisect_right(kept.passages, quote.start, key=lambda one: one.start) - 1
    return kept.passages[at].number if at >= 0 and quote.start < kept.passages[at].end else None


def _named(string: str, quote: Quote) -> str | None:
    """The words by which a document names the speaker."""
    return None if quote.named is None else _plain(string[slice(*quote.named)])


def _folded(carriers: Mapping[int, Carrier], groups: Groups) -> Iterable[Carrier]:
    """The carriers, the earliest first, those of one group of copies as one."""
    together: dict[int, list[Carrier]] = {}
    keys = sorted(carriers, key=lambda key: _order(carriers[key].document))
    for key, number in zip(keys, groups.of(np.array(keys, np.int64)).tolist(), strict=True):
        together.setdefault(number, []).append(carriers[key])
    for first, *others in together.values():
        yield replace(
            first,
            is_own=first.is_own or any(one.is_own for one in others),
            copies=tuple(one.document for one in others),
        )


def _order(document: Document) -> tuple[bool, str, str]:
    return document.published is None, document.published or "", document.path


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
