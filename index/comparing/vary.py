"""On what two documents differ where they speak of the same: quotations, denials and names.

Nothing is inferred: what is told of stands in the texts at the places given. Which of two is right is not for
a program to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from index.differences import differences
from index.model import Article, Link, Mention, Pairs, Quote, Variance
from index.quotes.likeness import Likeness, likeness
from index.quotes.wording import Wording, terms_of, wording
from index.related.pairs import Pair, Reading
from index.related.sides import Side, Weights
from index.related.statements import contradictions
from index.related.terms import fold, term_of

MOST_QUOTES = 400
"""Quotations of a document that are compared with those of the other; of more, the first."""
MOST_WORDS = 2_000
"""Code points of a quotation that are compared."""
MOST_APART = 3
"""Places in which two versions of a quotation may differ to be told one by one."""
_WORD_BEFORE = re.compile(r"\w+\W*$")
_REACH = 60
"""Code points before a place among which the word before it is looked for."""
_WORD_BEHIND = re.compile(r"\W*\w+")

NAMED = ("person", "organisation", "place", "event", "work")
"""The types of which it is told that only one document names them; peoples and faiths are not."""


def quotations(first: Article, second: Article) -> Iterator[Variance]:
    """Quotations that both documents have, with other words or from another speaker."""
    theirs = [(other, *_worded(second, other)) for other in _quotes(second)]
    for quote in _quotes(first):
        here, telling = _worded(first, quote)
        likes = [
            (like, other)
            for other, there, yours in theirs
            if not telling.isdisjoint(yours)
            and (like := likeness(here, there, _same_speaker(quote, other))) is not None
        ]
        if not likes:
            continue
        like, other = max(likes, key=lambda pair: pair[0].degree)
        is_other_speaker = quote.entity and other.entity and quote.entity != other.entity
        if like.how != "verbatim" or is_other_speaker:
            speakers = dict.fromkeys(filter(None, (quote.speaker, other.speaker)))
            places = _apart(quote, other, like)
            yield Variance("quote", ", ".join(speakers), *places)


def _quotes(article: Article) -> list[Quote]:
    told = (quote for quote in article.quotes if quote.field == "text" and quote.kind != "term")
    return list(islice(told, MOST_QUOTES))


def _worded(article: Article, quote: Quote) -> tuple[Wording, frozenset[str]]:
    """The words of a quotation, and the telling ones: two that share none of these are never alike."""
    found = wording(article.text, quote.start, min(quote.end, quote.start + MOST_WORDS))
    return found, terms_of(word.key for word in found.all_words)


def _same_speaker(quote: Quote, other: Quote) -> bool | None:
    return quote.entity == other.entity if quote.entity and other.entity else None


def _apart(quote: Quote, other: Quote, like: Likeness) -> tuple[Pairs, Pairs]:
    """Where two versions of a quotation differ, a word of what is around on either side.

    Of a fragment it is all of it, and in the longer one the words that it is like; where they differ all
    over, or in nothing but the speaker, all of both.
    """
    if like.window is not None:
        if len(quote.text) <= len(other.text):
            return _place(quote), (like.window,)
        return (like.window,), _place(other)
    apart = [one for one in differences(quote.text, other.text) if one.kind != "same"]
    if not 0 < len(apart) <= MOST_APART:
        return _place(quote), _place(other)
    return (
        tuple(_with_neighbours(quote, one.here) for one in apart),
        tuple(_with_neighbours(other, one.there) for one in apart),
    )


def _with_neighbours(quote: Quote, place: tuple[int, int]) -> tuple[int, int]:
    """A stretch of a quotation with the word before it and the one behind it, as places in the article."""
    text = quote.text
    near = max(0, place[0] - _REACH)
    before, behind = _WORD_BEFORE.search(text[near : place[0]]), _WORD_BEHIND.match(text, place[1])
    start = near + before.start() if before else place[0]
    end = behind.end() if behind else place[1]
    return quote.start + start, quote.start + end


def _place(span: Quote | Mention) -> Pairs:
    return ((span.start, span.end),)


def denials(
    links: Sequence[Link], here: Sequence[Side], there: Sequence[Side], weights: Weights
) -> Iterator[Variance]:
    """What one of two linked passages says and the other denies."""
    ours, theirs = list(map(Reading, here)), list(map(Reading, there))
    seen = set[tuple[Pairs, Pairs]]()
    for link in links:
        one, other = ours[link.here], theirs[link.there]
        for mine, yours in contradictions(Pair(one, other, weights)):
            places = _shifted(mine, one.side.start), _shifted(yours, other.side.start)
            if places not in seen:
                seen.add(places)
                yield Variance("denial", "", *places)


def _shifted(span: tuple[int, int], start: int) -> Pairs:
    return ((start + span[0], start + span[1]),)


def spellings(first: Article, second: Article, name_of: Callable[[str], str]) -> Iterator[Variance]:
    """Who or what both name, but with no word in common: Araghchi, Araqchi."""
    ours, theirs = _named(first), _named(second)
    for entity, here in ours.items():
        there = theirs.get(entity, [])
        if not there:
            continue
        mine, yours = _words(here), _words(there)
        if mine.isdisjoint(yours) and not _is_short(here, there) and not _is_short(there, here):
            yield Variance("name", name_of(entity), _forms(here), _forms(there))


def _words(mentions: Sequence[Mention]) -> set[str]:
    return {term_of(word) or fold(word) for one in mentions for word in one.text.split()}


def _is_short(short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Whether some names are the first letters of others: IAEA."""
    initials = {
        "".join(word[0] for word in one.text.split() if word[:1].isupper()).lower()
        for one in long
        if " " in one.text
    }
    return any(fold(one.text) in initials for one in short)


def _forms(mentions: Sequence[Mention]) -> Pairs:
    """Where each form of a name stands first."""
    found: dict[str, tuple[int, int]] = {}
    for one in mentions:
        found.setdefault(fold(one.text), (one.start, one.end))
    return tuple(found.values())


def named_in_one(first: Article, second: Article, name_of: Callable[[str], str]) -> Iterator[Variance]:
    """Who and what only one of them names, the most mentioned first, those of the first document before.

    A document whose title alone names somebody names them, though its text has no place to show.
    """
    ours, theirs = _named(first), _named(second)
    for mine, other, is_first in ((ours, second, True), (theirs, first, False)):
        yours = {one.entity for one in other.mentions if one.field in ("title", "text")}
        only = [(entity, found) for entity, found in mine.items() if entity not in yours]
        for entity, found in sorted(only, key=lambda pair: (-len(pair[1]), pair[1][0].start)):
            if found[0].type in NAMED:
                places = tuple(chain.from_iterable(map(_place, found)))
                yield Variance("named", name_of(entity), *((places, ()) if is_first else ((), places)))


def _named(article: Article) -> dict[str, list[Mention]]:
    """The mentions of each entity in the text of a document."""
    found: dict[str, list[Mention]] = {}
    for one in article.mentions:
        if one.field == "text":
            found.setdefault(one.entity, []).append(one)
    return found
