"""The names in one document: rules, gazetteers, and a vote of all mentions of a name on its type."""

import re
from collections.abc import Sequence

from index.entities.awards import is_award
from index.entities.candidate import Candidate
from index.entities.casing import tokenise
from index.entities.chunks import Chunker
from index.entities.context import Read, acronyms, agree
from index.entities.evidence import weigh
from index.entities.forms import show_form
from index.entities.gazetteer import Gazetteer, gazetteer
from index.entities.genders import gender_before
from index.entities.hearing import hear
from index.entities.model import RawMention, Vote
from index.entities.names import key
from index.entities.naming import Name
from index.entities.playing import plays
from index.entities.shouting import Shouting
from index.entities.standing import stands_for
from index.entities.tokens import Kind, Token
from index.entities.unnamed import names_nobody
from index.entities.vote import Ballot
from index.entities.watch import heed
from index.model import Field
from index.watching import NOBODY, Watched

_BETWEEN_OUTLETS = re.compile(r"[,;/|&]|\b(?:and|after|via)\b")
_EVERYWHERE = 3
"""Weight from which a name of the gazetteer is taken in a text that is not English."""


def recognise(
    title: str,
    text: str,
    *,
    language: str | None = None,
    byline: str | None = None,
    source: str | None = None,
    votes: Sequence[Vote] = (),
    watched: Watched = NOBODY,
) -> tuple[RawMention, ...]:
    """The mentions in one document, sorted by field (title first) and start; they do not overlap.

    Args:
        title: The headline.
        text: The text, as the reader shows it.
        language: ISO 639-1 code; a text known not to be English is searched for known names only.
        byline: Who wrote it: evidence that the name is a person's.
        source: The outlet: evidence that the name is an organisation's.
        votes: What a model takes for names: evidence beside that of the rules.
        watched: Whom the user watches for: they are found whatever the rules see, in any language.
    """
    ruled = _ruled(title, text, language, byline, source, votes)
    return heed(title, text, ruled, watched)


def _ruled(
    title: str, text: str, language: str | None, byline: str | None, source: str | None, votes: Sequence[Vote]
) -> tuple[RawMention, ...]:
    """What the rules find."""
    known = gazetteer()
    fields: list[tuple[Field, str, list[Token]]] = [
        ("title", title, tokenise(title, known, headline=True)),
        ("text", text, tokenise(text, known)),
    ]
    if language is not None and not language.lower().startswith("en"):
        return tuple(mention for field in fields for mention in _known_names(*field, known))
    outlets = _outlets(source or "")
    reads = [_read(tokens, known, key(byline or ""), outlets) for _, _, tokens in fields]
    if votes:
        hear(votes, [field for field, _, _ in fields], reads, known)
    agree(reads)
    lower = {token.low for _, _, tokens in fields for token in tokens if token.kind is Kind.LOWER}
    ballot = Ballot(known, lower)
    for _, candidates in reads:
        for candidate in candidates:
            ballot.add(candidate)
    names = ballot.decide(acronyms(reads))
    chosen = {id(candidate): name for name in names for candidate in name.candidates}
    shouting = Shouting(names, known)
    found: list[RawMention] = []
    for (field, string, tokens), (_, candidates) in zip(fields, reads, strict=True):
        mentions = shouting.mentions(field, string, tokens)
        for candidate in candidates:
            name = chosen.get(id(candidate))
            if name is not None and name.type is not None:
                mentions.append(_mention(field, string, tokens, candidate, name, known.seats))
        found.extend(_apart(mentions))
    return tuple(found)


def _read(tokens: list[Token], known: Gazetteer, byline: str, outlets: frozenset[str]) -> Read:
    """The candidates of one field, each with what its form and its place say."""
    candidates = []
    for candidate in Chunker(tokens, known).chunk():
        if names_nobody(candidate, tokens):
            continue
        if is_award(candidate, tokens):
            candidate.known = known.find(f"{candidate.name}s")
        show_form(candidate, tokens, known)
        weigh(candidate, tokens, known)
        if candidate.begin:
            candidate.gender = gender_before(tokens[candidate.begin - 1].low)
        if candidate.known is not None and candidate.known.type == "place":
            candidate.plays = plays(candidate, tokens)
        if byline and f" {candidate.key} " in f" {byline} ":
            candidate.add("person", 2.0)
        if candidate.key.removeprefix("the ") in outlets:
            candidate.add("organisation", 3.0)
        candidates.append(candidate)
    return tokens, candidates


def _outlets(source: str) -> frozenset[str]:
    """The names in a line that says whose an article is: "Reuters and The Valley Gazette"."""
    parts = (key(part).removeprefix("the ") for part in _BETWEEN_OUTLETS.split(source))
    return frozenset(part for part in parts if part)


def _mention(
    field: Field,
    string: str,
    tokens: list[Token],
    candidate: Candidate,
    name: Name,
    capitals: frozenset[str],
) -> RawMention:
    start, end = tokens[candidate.begin].start, tokens[candidate.end - 1].end
    assert name.type is not None, "only names that are taken for something become mentions"
    whole = name.top().text
    stands = stands_for(candidate, tokens) if name.type == "place" and key(whole) in capitals else None
    return RawMention(start, end, string[start:end], name.type, whole, field, name.sure, stands)


def _apart(mentions: list[RawMention]) -> list[RawMention]:
    """`mentions` in order, without what lies inside another."""
    kept: list[RawMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _known_names(field: Field, string: str, tokens: list[Token], known: Gazetteer) -> list[RawMention]:
    """The names of the gazetteer in one field, whatever its language."""
    chunker = Chunker(tokens, known)
    found: list[RawMention] = []
    at = 0
    while at < len(tokens):
        stop, entry = chunker.longest(at, len(tokens)) if chunker.is_name(at) else (at, None)
        if entry is not None and entry.weight >= _EVERYWHERE and tokens[at].low not in known.words:
            start, end = tokens[at].start, tokens[stop - 1].end
            found.append(RawMention(start, end, string[start:end], entry.type, entry.name, field, True))
        at = max(stop, at + 1)
    return found
