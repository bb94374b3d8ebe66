"""Forms of a name that are compared: folded keys, and skeletons of transliterated names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from index.entities.lexicon.people import ARTICLES, GIVEN_NAMES, NAME_PARTICLES, SUFFIXES

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
        "ə": "a", "’": None, "‘": None, "ʻ": None, "ʼ": None, "'": None, "`": None, "ʿ": None, "ʾ": None,
        ".": None,
        "-": " ", "‐": " ", "‑": " ", "–": " ", "_": " ", "\n": " ", "\xa0": " ",
    }
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """`name` without case, accents, apostrophes, full stops, and with hyphens as spaces."""
    plain = name.lower().translate(_LETTERS)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        # Some come apart into capitals and stops: ™, ⒈
        plain = "".join(c for c in parts if not unicodedata.combining(c)).lower().translate(_LETTERS)
    return " ".join(plain.split())


def _nicknames() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in GIVEN_NAMES.split("\n"):
        for names in line.split("|"):
            for name in names.split():
                table.setdefault(name, set()).update(names.split())
    return {name: frozenset(others) for name, others in table.items()}


NICKNAMES = _nicknames()
"""A given name → the given names it may stand for or be called by."""


def same_given(one: str, other: str) -> bool:
    """Whether two given names (keys) can be one person's: equal, an initial, a nickname."""
    if one == other or other in NICKNAMES.get(one, ()):
        return True
    return (len(one) == 1 or len(other) == 1) and one[:1] == other[:1]


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts; all in the form of `key`."""

    given: str
    """The first word; empty where there is only one."""
    middle: tuple[str, ...]
    """What stands between."""
    surname: str
    """The last word."""
    suffix: str
    """jr, sr, ii …, or nothing."""

    @property
    def full(self) -> bool:
        """Whether there is more than a surname."""
        return bool(self.given)


@lru_cache(maxsize=1 << 16)
def person_name(name_key: str) -> PersonName:
    """The parts of a person's name, given its key."""
    words = name_key.split(" ")
    suffix = ""
    if len(words) > 1 and words[-1] in SUFFIXES:
        suffix = words.pop()
    kept = [
        w
        for at, w in enumerate(words)
        if not (w in NAME_PARTICLES or (w in ARTICLES and at)) or (at == 0 and w == "ben")
    ]
    words = kept or words[-1:]
    if len(words) == 1:
        return PersonName("", (), words[0], suffix)
    return PersonName(words[0], tuple(words[1:-1]), words[-1], suffix)


_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"tch", "ch"),
        (r"gh|q", "g"),
        (r"(?<=ch|sh|zh)ov$", "ev"),
        (r"kh", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"dj|zh", "j"),
        (r"ck", "k"),
        (r"([^aeiou])\1+", r"\1"),
        (r"(?<=.)(?:ei|ai|ay|ey|ie|ee|iy|yi|yy|ii)", "i"),
        (r"ou|oo|o", "u"),
        (r"y", "i"),
        (r"(?<=.)e", "a"),
        (r"(?<=..)h$", ""),
        (r"ii+", "i"),
    )
)


@lru_cache(maxsize=1 << 16)
def spelling(word: str) -> str:
    """`word` (a key of one word) with the letters that transliterations vary brought together.

    Araghchi, Araqchi and Araghtchi have one spelling, as have Mohammed and Muhammad; Khamenei and Khomeini
    have two. It is meant for comparing the parts of full names, never a lone surname.
    """
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word
