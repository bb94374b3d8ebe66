r"""What has to be in every text that a regular expression fits, told from the expression alone.

Letters and digits that follow one another in a text stand in one word of it. So wherever a part of an
expression fits nothing but letters and digits of ASCII, what it fits is a piece of a word, and of the key
under which the word is found: `/(atomic|nuclear) sites?/` asks for a word that holds *atomic* or
*nuclear*, and for one that holds *site*. What is between such parts, and around optional ones, is not
looked at; more texts may have all that is required than the expression fits, never fewer. Of an
expression that is not understood in full nothing is required.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

LEAST_LETTERS = 3
"""Shorter runs of letters are in too many words to look for them."""

MOST_WAYS = 24
"""Ways in which a piece of a word may be written, before it is taken for two pieces."""

MOST_STARS = 3
"""A piece with more places of any length is looked for by its letters alone."""

MOST_COPIES = 4
"""Of what is repeated more often, so many have to be there."""

TOKEN = re.compile(
    r"""
    (?P<escape>\\(?:[pPN]\{[^}]*\}|g<[^>]*>|L<[^>]*>|.))
    |(?P<set>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])
    |(?P<flags>\(\?[a-zA-Z0-9]*(?:-[a-zA-Z]+)?\))
    |(?P<open>\((?:\?(?:\#|P?<\w+>|<[=!]|[:=!>|]|[a-zA-Z0-9]*(?:-[a-zA-Z]+)?:)?)?)
    |(?P<close>\))
    |(?P<choice>\|)
    |(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})[+?]?)
    |(?P<strange>\{)
    |(?P<other>[.^$])
    |(?P<letter>.)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The pieces an expression is written in."""


class Way(NamedTuple):
    """One way in which a piece of a word may be written."""

    literal: str
    """Letters and digits in lower case that it holds."""
    pattern: bytes | None
    """What of a key in UTF-8 it is, as an expression of Python's own; None where it is the literal."""


class Piece(NamedTuple):
    """One of the texts' words has to hold a piece that is written in one of these ways."""

    ways: tuple[Way, ...]
    """The ways."""


class All(NamedTuple):
    """All of this is required."""

    needs: "tuple[Need, ...]"
    """What is."""


class Any(NamedTuple):
    """One of these is required."""

    needs: "tuple[Need, ...]"
    """Which."""


Need = Piece | All | Any

NOTHING = All(())
"""Every text will do."""


def required(expression: str) -> Need:
    """What has to be in a text that an expression fits."""
    try:
        return _closed(_Reading(expression).whole())
    except (_Unsure, RecursionError):
        return NOTHING


def letters(need: Need) -> int:
    """How many letters are certain in what is required: the more, the fewer texts have it."""
    match need:
        case Piece(ways):
            return min(len(way.literal) for way in ways)
        case All(needs):
            return max(map(letters, needs), default=0)
        case Any(needs):
            return min(map(letters, needs), default=0)


def lengths(repeat: str) -> tuple[int, int | None]:
    """How often at least and at most something is repeated; None is for without end."""
    if repeat[0] in "*+?":
        return int(repeat[0] == "+"), 1 if repeat[0] == "?" else None
    least, comma, most = repeat.rstrip("+?").strip("{}").partition(",")
    if not comma:
        return int(least), int(least)
    return int(least or 0), int(most) if most else None


class _Unsure(Exception):
    """The expression holds what is not understood here."""


class _Atom(NamedTuple):
    """One character of a word, or where it is starred any number of them."""

    pattern: bytes
    """What it is in a key."""
    star: bytes
    """What any number of it is."""
    letter: str = ""
    """The letter or digit, if it is a certain one."""


_Ways = tuple[tuple[_Atom, ...], ...]
"""A part that fits nothing but letters and digits: what it fits, one way or another."""

_HERE: _Ways = ((),)
"""What is of no length."""

_ANY = _Atom(b".*", b".*")
_DIGIT = _Atom(rb"(?:[0-9]|[\xc2-\xf4][\x80-\xbf]{1,3})", rb"[0-9\x80-\xff]*")

_PLAIN_FLAGS = re.compile(r"\(\?[ims]*(?:-[ims]+)?[):]")
_GROUP = re.compile(r"\((?:\?(?:[:>|]|P?<\w+>))?")
_LOOK_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_NO_LENGTH = frozenset("bBAZmM")
_ANYTHING = frozenset("wWsSDpPXRKgLntrfva")
"""What an escape may stand for that is no letter or digit, or not only."""


class _Reading:
    """An expression being read, from its beginning to its end."""

    def __init__(self, expression: str) -> None:
        self._tokens = list(TOKEN.finditer(expression))
        self._at = 0

    def whole(self) -> "_Ways | Need":
        """What all of it is."""
        found = self._choice()
        if self._at < len(self._tokens):
            raise _Unsure
        return found

    def _choice(self) -> "_Ways | Need":
        """What stands up to the next bracket that closes."""
        branches = [self._sequence()]
        while self._next() == "choice":
            self._at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        inner = [ways for ways in branches if not isinstance(ways, Need)]
        if len(inner) == len(branches) and sum(map(len, inner)) <= MOST_WAYS:
            return tuple(dict.fromkeys(way for ways in inner for way in ways))
        needs = tuple(map(_closed, branches))
        return NOTHING if NOTHING in needs else Any(needs)

    def _sequence(self) -> "_Ways | Need":
        parts: list[_Ways | Need] = []
        while (kind := self._next()) not in (None, "choice", "close"):
            token = self._tokens[self._at].group()
            self._at += 1
            if kind != "repeat":
                parts.append(self._part(str(kind), token))
            elif parts:
                parts[-1] = _repeated(parts[-1], *lengths(token))
            else:
                raise _Unsure
        return _joined(parts)

    def _next(self) -> str | None:
        return self._tokens[self._at].lastgroup if self._at < len(self._tokens) else None

    def _part(self, kind: str, token: str) -> "_Ways | Need":
        match kind:
            case "letter":
                return ((_letter(token),),) if token.isascii() and token.isalnum() else NOTHING
            case "escape":
                return _escape(token)
            case "set":
                return _set(token)
            case "other":
                return NOTHING if token == "." else _HERE
            case "flags" if _PLAIN_FLAGS.fullmatch(token):
                return _HERE
            case "open":
                return self._group(token)
        raise _Unsure

    def _group(self, opened: str) -> "_Ways | Need":
        again = opened == "(?" and self._text(2) == "P="
        if not (
            again or opened in _LOOK_AROUND or _GROUP.fullmatch(opened) or _PLAIN_FLAGS.fullmatch(opened)
        ):
            raise _Unsure
        inner = self._choice()
        if self._next() != "close":
            raise _Unsure
        self._at += 1
        if again:
            return NOTHING
        return _HERE if opened in _LOOK_AROUND else inner

    def _text(self, tokens: int) -> str:
        return "".join(token.group() for token in self._tokens[self._at : self._at + tokens])


def _letter(written: str) -> _Atom:
    letter = written.lower()
    return _Atom(letter.encode(), f"{letter}*".encode(), letter)


def _escape(token: str) -> "_Ways | Need":
    escaped = token[1]
    if escaped == "d":
        return ((_DIGIT,),)
    if escaped in _NO_LENGTH:
        return _HERE
    if escaped in _ANYTHING or not escaped.isalnum():
        return NOTHING
    raise _Unsure


def _set(token: str) -> "_Ways | Need":
    if "[" in token[1:]:
        raise _Unsure
    inner = token[1:-1]
    pieces = re.findall(r"\\.|[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|.", inner, re.DOTALL)
    if not pieces or not all(
        piece == r"\d" or (piece[0].isascii() and piece[0].isalnum()) for piece in pieces
    ):
        return NOTHING
    digits = r"\x80-\xff" if r"\d" in pieces else ""
    one = "".join("0-9" if piece == r"\d" else piece.lower() for piece in pieces)
    star = f"[{one}{digits}]*".encode("latin-1")
    pattern = f"[{one}]".encode()
    return ((_Atom(b"(?:" + pattern + b"|" + _DIGIT.pattern + b")" if digits else pattern, star),),)


def _repeated(part: "_Ways | Need", least: int, most: int | None) -> "_Ways | Need":
    if isinstance(part, Need):
        return part if least else NOTHING
    if len(part) == 1 and len(part[0]) == 1 and part[0][0] is not _ANY:
        atom = part[0][0]
        copies = min(least, MOST_COPIES)
        rest = () if most == copies else (_Atom(atom.star, atom.star),)
        return ((atom,) * copies + rest,)
    if least:
        return part if most == 1 else tuple((*way, _ANY) for way in part)
    return (*part, ()) if most == 1 else ((_ANY,),)


def _joined(parts: "Sequence[_Ways | Need]") -> "_Ways | Need":
    """What parts that follow one another are together."""
    needs: list[Need] = []
    ways, whole = _HERE, True
    for part in parts:
        if isinstance(part, Need):
            needs += [_closed(ways), part]
            ways, whole = _HERE, False
        elif len(ways) * len(part) <= MOST_WAYS:
            ways = tuple(dict.fromkeys((*way, *more) for way in ways for more in part))
        else:
            needs.append(_closed(ways))
            ways, whole = part, False
    if whole:
        return ways
    needs.append(_closed(ways))
    flat = tuple(need for one in needs for need in (one.needs if isinstance(one, All) else (one,)))
    return flat[0] if len(flat) == 1 else All(flat)


def _closed(part: "_Ways | Need") -> Need:
    """What is required where a part stands by itself."""
    if isinstance(part, Need):
        return part
    ways = tuple(dict.fromkeys(map(_way, part)))
    return Piece(ways) if all(len(way.literal) >= LEAST_LETTERS for way in ways) else NOTHING


def _way(atoms: Sequence[_Atom]) -> Way:
    runs = ("".join(atom.letter for atom in run) for known, run in groupby(atoms, _is_letter) if known)
    literal = max(runs, key=len, default="")
    kept = list(_without_ends(atoms))
    stars = sum(atom.pattern.endswith(b"*") for atom in kept)
    if stars > MOST_STARS or all(map(_is_letter, kept)):
        return Way(literal, None)
    return Way(literal, b"".join(atom.pattern for atom in kept))


def _is_letter(atom: _Atom) -> bool:
    return bool(atom.letter)


def _without_ends(atoms: Sequence[_Atom]) -> Iterator[_Atom]:
    """Without what may be of no length at either end, which asks for nothing."""
    asking = [number for number, atom in enumerate(atoms) if not atom.pattern.endswith(b"*")]
    if asking:
        yield from atoms[asking[0] : asking[-1] + 1]
