"""Trace a quotation through a library: find who carries it, and say how each does."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.catalog import Catalog
from index.differences import differences
from index.model import Article, Carrier, Document, Piece, Quote, Span, Trace, Traced, head_of
from index.quotes.likeness import Likeness, likeness
from index.quotes.wording import Wording, wording, words_of
from index.quotes.wording import key as folded
from index.tracing.prints import Prints

MOST = 300
"""Documents that are read for one quotation: those that share most with it."""
ALIKE = 100
"""Documents that are read for a fragment that may only be alike."""
STEM = 5
"""Letters with which all forms of a word begin, for a first look."""
RARE = 25
"""Documents up to which a lone quoted word is rare enough to be told by its speaker."""
BETWEEN = 160
"""Code points between two parts of one quotation: '"The harbour," he said, "is closed."'."""

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
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

    @property
    def needles(self) -> tuple[str, ...]:
        """How its telling words begin, in any form: what is like it has one of them."""
        found = dict.fromkeys(word.key[:STEM] for word in self.wording.words if word.term)
        return tuple(found) or tuple(word.key for word in self.wording.words)


@dataclass(frozen=True, slots=True)
class _Held:
    """A quotation in a document, whole or as several parts of a sentence."""

    quotes: tuple[Quote, ...]
    wording: Wording
    likeness: Likeness


def sought_in(article: Article, key: int, quote: Quote) -> Sought:
    """A quotation of an article, or any words of it that are given as one."""
    string = article.title if quote.field == "title" else article.text
    words = wording(string, quote.start, quote.end)
    traced = Traced(
        _plain(quote.text),
        head_of(article),
        quote.field,
        quote.start,
        quote.end,
        quote.speaker,
        quote.entity,
    )
    return Sought(traced, words, string, key)


def quote_at(article: Article, span: Span) -> Quote:
    """The quotation that some words of an article are of; the words themselves where they are of none.

    Words within a quotation, or around one, are traced as they are given, with its speaker.
    """
    if isinstance(span, Quote):
        return span
    string = article.title if span.field == "title" else article.text
    quote = Quote(span.start, span.end, span.field, string[span.start : span.end], "fragment")
    for one in article.quotes:
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
    groups: Callable[[], Sequence[tuple[int, int]]],
    poll: Callable[[], None] = lambda: None,
) -> Trace:
    """All documents that carry a quotation, the earliest first, copies of one report as one.

    Args:
        catalog: Where documents and quotations are.
        prints: The prints of all quotations.
        sought: The quotation.
        groups: Gives (document, number of its group) of the documents that have copies.
        poll: Called between documents; may raise to end the work.
    """
    speaker = sought.traced.entity
    keys, is_rare = _candidates(catalog, prints, sought)
    named = catalog.names.places_of(speaker, keys) if speaker is not None else {}
    poll()
    strings = {one.key: (one.title, one.text) for one in catalog.stored_texts(keys)}
    quoted = catalog.quotes.of_all(strings)
    held: dict[int, _Held] = {}
    for key in keys:
        poll()
        if key in strings:
            places = named.get(key, ())
            best = _best(sought, key, *strings[key], quoted.get(key, ()), places, is_rare=is_rare)
            if best is not None:
                held[key] = best
    carriers = {
        key: _told(sought, article, held[key], is_own=key == sought.key)
        for key, article in catalog.articles(list(held)).items()
    }
    return Trace(sought.traced, tuple(_folded(carriers, dict(groups()))), len(carriers))


def _candidates(catalog: Catalog, prints: Prints, sought: Sought) -> tuple[list[int], bool]:
    """Keys of the documents that may carry it, and whether only few have words of it in a row."""
    shingles, pairs = sought.wording.prints()
    speaker = sought.traced.entity
    weights: dict[int, float] = {}
    in_a_row, close_by = prints.having(shingles, pairs)
    keys, counts = in_a_row
    for key, count in zip(keys.tolist(), counts.tolist(), strict=True):
        weights[key] = 10.0 * count
    is_rare = len(keys) <= RARE
    if sought.wording.is_fragment or speaker is not None:
        keys, counts = close_by
        if len(keys) > ALIKE and speaker is not None:
            of_speaker = np.array(sorted(catalog.names.mentioning([speaker])), np.int64)
            kept = np.isin(keys, of_speaker)
            keys, counts = keys[kept], counts[kept]
        first = np.argsort(-counts, kind="stable")[:ALIKE]
        for key, count in zip(keys[first].tolist(), counts[first].tolist(), strict=True):
            weights[key] = weights.get(key, 0.0) + count
    chosen = sorted(weights, key=lambda key: (-weights[key], key))[:MOST]
    if sought.key is not None and sought.key not in chosen:
        chosen.append(sought.key)
    return chosen, is_rare


def _best(
    sought: Sought,
    key: int,
    title: str,
    text: str,
    quotes: Sequence[Quote],
    named: Sequence[tuple[str, int]],
    *,
    is_rare: bool,
) -> _Held | None:
    """The quotation of a document that is most like the one sought; None where none is."""
    is_own = key == sought.key
    best: _Held | None = None
    for parts in _wholes(quotes, sought.needles):
        if is_own and _is_at(sought.traced, parts):
            return _Held(parts, sought.wording, Likeness("verbatim", 9.0))
        string = title if parts[0].field == "title" else text
        words = _joined(string, parts)
        same = _same_speaker(sought.traced, text, parts[0], named)
        found = likeness(sought.wording, words, same, is_rare=is_rare)
        if found is None and sought.key is None:
            found = _as_typed(sought.wording, words)
        if found is not None and (best is None or found.degree > best.likeness.degree):
            best = _Held(parts, words, found)
    return _of_selection(sought) if best is None and is_own else best


def _as_typed(typed: Wording, words: Wording) -> Likeness | None:
    """Whether a quotation has the words that were typed, however few: who types them means just these."""
    wanted, held = [word.key for word in typed.words], [word.key for word in words.words]
    if not wanted:
        return None
    if wanted == held:
        return Likeness("verbatim", 3.0)
    runs = (held[at : at + len(wanted)] for at in range(len(held) - len(wanted) + 1))
    return Likeness("longer", 2.0) if wanted in runs else None


def _wholes(quotes: Sequence[Quote], needles: Sequence[str]) -> Iterator[tuple[Quote, ...]]:
    """Each quotation that may be the one sought, and each two that may be parts of it.

    Two are parts of one if they have the same speaker and little between them.
    """
    likely = [any(needle in whole for needle in needles) for whole in (folded(one.text) for one in quotes)]
    for at, quote in enumerate(quotes):
        if likely[at]:
            yield (quote,)
        if at + 1 < len(quotes) and likely[at] and likely[at + 1]:
            other = quotes[at + 1]
            near = other.field == quote.field and other.start - quote.end <= BETWEEN
            if near and quote.speaker is not None and other.speaker == quote.speaker:
                yield quote, other


def _is_at(traced: Traced, quotes: Sequence[Quote]) -> bool:
    one = quotes[0]
    return len(quotes) == 1 and (one.field, one.start, one.end) == (traced.field, traced.start, traced.end)


def _of_selection(sought: Sought) -> _Held:
    """What was selected, where that is no quotation."""
    traced = sought.traced
    quote = Quote(traced.start, traced.end, traced.field, traced.text, "term", traced.speaker, traced.entity)
    return _Held((quote,), sought.wording, Likeness("verbatim", 9.0))


def _joined(string: str, quotes: Sequence[Quote]) -> Wording:
    if len(quotes) == 1:
        return wording(string, quotes[0].start, quotes[0].end)
    return Wording(tuple(word for one in quotes for word in wording(string, one.start, one.end).words))


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


def _told(sought: Sought, article: Article, held: _Held, *, is_own: bool) -> Carrier:
    first, last = held.quotes[0], held.quotes[-1]
    string = article.title if first.field == "title" else article.text
    ours, theirs = sought.traced.text, " ".join(one.text for one in held.quotes)
    if held.likeness.window is not None:
        part = slice(*held.likeness.window)
        if len(sought.wording.words) <= len(held.wording.words):
            ours, theirs = _in_company(sought.string, sought.wording), string[part]
        else:
            ours, theirs = sought.string[part], _in_company(string, held.wording)
    return Carrier(
        document=head_of(article),
        field=first.field,
        passage=_passage_at(article, first),
        start=first.start,
        end=last.end,
        text=_plain(string[first.start : last.end]),
        kind=first.kind,
        speaker=first.speaker,
        entity=first.entity,
        named=_named(article, first),
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


def _passage_at(article: Article, quote: Quote) -> int | None:
    if quote.field == "title":
        return None
    return next((one.number for one in article.passages if one.start <= quote.start < one.end), None)


def _named(article: Article, quote: Quote) -> str | None:
    """The words by which a document names the speaker."""
    if quote.named is None:
        return None
    string = article.title if quote.field == "title" else article.text
    return _plain(string[slice(*quote.named)])


def _folded(carriers: Mapping[int, Carrier], groups: Mapping[int, int]) -> Iterable[Carrier]:
    """The carriers, the earliest first, those of one group of copies as one."""
    together: dict[int, list[Carrier]] = {}
    for key in sorted(carriers, key=lambda key: _order(carriers[key].document)):
        together.setdefault(groups.get(key, key), []).append(carriers[key])
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
