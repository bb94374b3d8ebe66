"""A text as words and signs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.people import SURNAME_FIRST
from index.entities.lexicon.small import ABBREVIATIONS, CALENDAR


class Kind(IntEnum):
    """What a token is."""

    LOWER = 0
    """A word without a capital."""
    CAPITAL = 1
    """A word with a capital."""
    UPPER = 2
    """Two or more letters, all capitals."""
    INITIAL = 3
    """One capital, with or without a full stop."""
    NUMBER = 4
    COMMA = 5
    STOP = 6
    """Ends a sentence; also a colon, a bullet, a symbol."""
    OPEN_QUOTE = 7
    CLOSE_QUOTE = 8
    DASH = 9
    OPEN = 10
    CLOSE = 11
    BREAK = 12
    """The end of a line or a paragraph, where it is no mere wrap."""
    JUNK = 13
    """An address, a handle, a hashtag."""


NAMELIKE = (Kind.CAPITAL, Kind.UPPER, Kind.INITIAL)
"""Kinds that can stand in a name."""


@dataclass(slots=True)
class Token:
    """A word or a sign."""

    text: str
    """As it stands, without a possessive ending."""
    low: str
    """In lower case."""
    start: int
    """First code point."""
    end: int
    """One past the last, the possessive ending left out."""
    kind: Kind
    possessive: bool = False
    """Whether 's follows, or an apostrophe alone."""
    tied: bool = False
    """Whether a hyphen ties it to the token before."""
    weak: bool = False
    """Whether the capital may be owed to its place: sentence start, headline, shouting."""
    shouted: bool = False
    """Whether it stands among plain words that are all in capitals."""
    headline: bool = False
    """Whether it stands in a line in title case."""
    ending: str = ""
    """What of a possessive stands after `text`."""


_LOWER = Kind.LOWER

_JOINED = r"""
    (?>[^\W_]+
        (?:(?:['’ʼ](?![A-Z])|(?<=\b[A-Za-z])['’ʼ]|(?<=\b[A-Za-z]{2})['’ʼ]|[-‐‑]|&(?=[A-Z]))[^\W_]+)*)
"""
"""A word, or several that hyphens and apostrophes join."""
_TOKEN = re.compile(
    r"""
    (?P<plain>[a-z]++(?:\ [a-z]++)*(?=[\s,;)”"]|\.\s|\Z))  # most of any text: taken in one go
    |(?P<word>(?!(?:https?://|www\.))"""
    + _JOINED
    + r"""
        (?![\w.+-]{0,64}@\w)(?!\.(?:com|org|net|gov|info|edu)\b))
    |(?P<break>\n\s*)
    |(?P<junk>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,64}|[@\#]\w+|[a-zA-Z0-9-]{1,64}\.[a-z]{3,4}\b(?:/\S*)?)
    |(?P<sign>[^\w\s]|_)
    |(?P<rest>"""
    + _JOINED
    + r"""|\w+)  # as much as a word: each letter of it alone would be a look at all
    """,
    re.VERBOSE,
)
_DOTTED = re.compile(r"U\. ?[SKN]\.(?: ?A\.)?|D\. ?C\.|(?:[^\W\d_]\.){2,6}(?:[^\W\d_](?![\w'’.]))?")
_SITE = re.compile(r"[A-Z][\w-]*\.(?:com|net|org)")
"""A site that is named like a company: Chess.com."""
_HYPHEN = re.compile(r"[-‐‑]")
_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|ul)[-‐‑](?=[^\W\d_a-z])")

_SIGNS = {
    ",": Kind.COMMA, ".": Kind.STOP, "!": Kind.STOP, "?": Kind.STOP, ";": Kind.STOP, ":": Kind.STOP,
    "…": Kind.STOP, "“": Kind.OPEN_QUOTE, "„": Kind.OPEN_QUOTE, "«": Kind.OPEN_QUOTE,
    "‘": Kind.OPEN_QUOTE, "`": Kind.OPEN_QUOTE,
    "”": Kind.CLOSE_QUOTE, "»": Kind.CLOSE_QUOTE, "’": Kind.CLOSE_QUOTE,
    "-": Kind.DASH, "–": Kind.DASH, "—": Kind.DASH, "―": Kind.DASH, "−": Kind.DASH, "/": Kind.DASH,
    "(": Kind.OPEN, "[": Kind.OPEN, ")": Kind.CLOSE, "]": Kind.CLOSE, "&": Kind.LOWER,
}  # fmt: skip


def _kind(word: str) -> Kind:
    first = word[0]
    if first.isdigit():
        return Kind.CAPITAL if word.lower().endswith("ers") and len(word) < 7 else Kind.NUMBER
    if first.isupper() or first.istitle():
        if len(word) == 1:
            return Kind.INITIAL
        return Kind.UPPER if word.isupper() else Kind.CAPITAL
    if len(word) > 3 and word[1].isupper() and word[2].islower():
        return Kind.CAPITAL
    return Kind.LOWER


def split(text: str, known: Gazetteer) -> list[Token]:
    """The tokens of `text` in order; what their place says of their capitals is still to be marked."""
    tokens: list[Token] = []
    add = tokens.append
    skip = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        group = match.lastgroup
        if group == "plain":
            for word in match[0].split(" "):
                end = start + len(word)
                if start >= skip:
                    add(Token(word, word, start, end, _LOWER))
                start = end + 1
            continue
        if start < skip:
            continue
        if group == "word" or group == "rest":
            word = match[0]
            if word.islower() and word.isalpha():
                add(Token(word, word, start, end, _LOWER))
                continue
            if len(word) == 1 and text[end : end + 1] == "." and (dotted := _DOTTED.match(text, start)):
                skip = dotted.end()
                letters = dotted[0].replace(" ", "")
                kind = Kind.UPPER if letters[0].isupper() else _LOWER
                add(Token(letters, letters.lower(), start, skip, kind))
                if text[skip : skip + 2] in ("'s", "’s"):
                    tokens[-1].possessive = True
                    tokens[-1].ending = text[skip : skip + 2]
                    skip += 2
                continue
            _add_word(tokens, word, start, known)
        elif group == "sign":
            sign = match[0]
            last = tokens[-1] if tokens else None
            if sign == "." and last is not None and last.end == start and _abbreviated(last):
                if last.low not in CALENDAR:
                    last.text = text[last.start : end]
                    last.low = last.text.lower()
                    last.end = end
                continue
            if sign in "\"'":
                before = text[start - 1 : start]
                opens = not before or before.isspace() or before in "([—–-"
                add(Token(sign, sign, start, end, Kind.OPEN_QUOTE if opens else Kind.CLOSE_QUOTE))
            else:
                add(Token(sign, sign, start, end, _SIGNS.get(sign, Kind.STOP)))
        elif group == "break":
            lines = match[0].count("\n")
            add(Token("\n\n" if lines > 1 else "\n", "", start, end, Kind.BREAK))
        elif _SITE.fullmatch(match[0]):
            add(Token(match[0], match[0].lower(), start, end, Kind.CAPITAL))
        else:
            add(Token(match[0], "", start, end, Kind.JUNK))
    return tokens


def _abbreviated(token: Token) -> bool:
    """Whether a full stop after the token belongs to it."""
    return token.kind is Kind.INITIAL or (token.kind is Kind.CAPITAL and token.low in ABBREVIATIONS)


def _after_surname(tokens: list[Token], start: int) -> bool:
    """Whether a surname that stands before the given name comes right before `start`: Kim Jong-un."""
    last = tokens[-1] if tokens else None
    return (
        last is not None
        and last.kind is Kind.CAPITAL
        and not last.possessive
        and last.end == start - 1
        and last.low in SURNAME_FIRST
    )


def _is_led_by_company(part: str, known: Gazetteer) -> bool:
    """Whether the first of words joined by hyphens is an organisation: Pfizer-BioNTech."""
    entry = known.find(part)
    return entry is not None and entry.type == "organisation" and entry.weight == 5


def _add_word(tokens: list[Token], word: str, start: int, known: Gazetteer) -> None:
    """Add a word, taken apart at hyphens where its parts are words by themselves."""
    possessive = ""
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’ʼ":
        word, possessive = word[:-2], word[-2:]
    if not word.isalnum() and _HYPHEN.search(word) and not _ARTICLE.match(word) and known.find(word) is None:
        parts = _HYPHEN.split(word)
        if len(parts) == 2 and parts[1].islower() and _after_surname(tokens, start):
            tokens.append(
                _ended(Token(word, word.lower(), start, start + len(word), Kind.CAPITAL), possessive)
            )
            return
        mixed = any(not part[0].isupper() for part in parts)
        if mixed or all(known.find(part) for part in parts) or _is_led_by_company(parts[0], known):
            at = start
            for number, part in enumerate(parts):
                ending = possessive if number == len(parts) - 1 else ""
                token = Token(part, part.lower(), at, at + len(part), _kind(part), tied=number > 0)
                tokens.append(_ended(token, ending))
                at += len(part) + 1
            return
    kind = Kind.CAPITAL if _ARTICLE.match(word) else _kind(word)
    tokens.append(_ended(Token(word, word.lower(), start, start + len(word), kind), possessive))


def _ended(token: Token, ending: str) -> Token:
    """`token` with what follows it of a possessive."""
    token.ending = ending
    token.possessive = ending != ""
    return token


def written(tokens: Sequence[Token]) -> str:
    """The words of a name, parted by single spaces: with possessives within it, without one at its end."""
    return " ".join([*(token.text + token.ending for token in tokens[:-1]), *(t.text for t in tokens[-1:])])
