"""Words that may be one word of another script, written in Latin letters by different rules.

*Qadhafi* and *Gaddafi*, *Araqchi* and *Araghchi*, *Kyiv* and *Kiev*, *Zelensky* and *Selenskyj*: what
romanisations of Arabic, Persian, Russian and Ukrainian agree on is the consonants, by classes of
sounds that they write now so, now otherwise. A word is read letter group by letter group; where a
group can stand for several sounds (*ch* in Persian and in German, *w* in Arabic and in Polish), all
readings count. Words are alike if a reading of each has the same consonants, and the nearer the fewer
vowels differ. Words in Cyrillic, Arabic or Persian letters are read as they would be romanised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

LEAST_CONSONANTS = 2
"""A word of fewer is like too many others."""

_MOST_READINGS = 16

_GROUPS: dict[str, tuple[str, ...]] = {
    # Capitals are classes of consonants, small letters classes of vowels.
    "schtsch": ("X",), "shtsh": ("X",), "shch": ("X",), "stsch": ("X",), "chtch": ("X",),
    "tsch": ("X",), "dsch": ("X",), "sch": ("X",), "tch": ("X",), "dzh": ("X",), "dj": ("X",),
    "sh": ("X",), "zh": ("X",), "ch": ("X", "K"), "cz": ("X",), "sz": ("X", "S"),
    "kh": ("K",), "gh": ("K",), "qh": ("K",), "ck": ("K",), "ph": ("V",), "th": ("T",), "dh": ("D",),
    "ts": ("S",), "tz": ("S",), "ou": ("u",), "oo": ("u",), "ow": ("u", "uV"), "aw": ("au", "aV"),
    "k": ("K",), "q": ("K",), "g": ("K",), "c": ("K",), "x": ("KS",), "s": ("S",), "z": ("S",),
    "v": ("V",), "f": ("V",), "w": ("V", "u"), "j": ("X", "i"), "b": ("B",), "p": ("P",), "d": ("D",),
    "t": ("T",), "l": ("L",), "m": ("M",), "n": ("N",), "r": ("R",), "h": ("",),
    "a": ("a",), "e": ("a",), "i": ("i",), "y": ("i",), "o": ("u",), "u": ("u",),
}  # fmt: skip
"""What groups of letters stand for."""

_GROUP = re.compile("|".join(sorted(_GROUPS, key=lambda group: (-len(group), group))))

_WORD = re.compile("[a-z]+")

_LETTERS_OF = {
    "K": "kqgchx", "S": "sztcx", "X": "sczjtdh", "V": "vfwp", "B": "b", "P": "p", "D": "d", "T": "t",
    "L": "l", "M": "m", "N": "n", "R": "r",
}  # fmt: skip
"""The letters one of which is in every word that has a sound of the class."""

_VOWELS = "aeiouyjwh'"

_CYRILLIC = (
    "а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t "
    "у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
)
_ARABIC = (
    "ا=a آ=a أ=a إ=a ب=b پ=p ت=t ث=th ج=j چ=ch ح=h خ=kh د=d ذ=dh ر=r ز=z ژ=zh س=s ش=sh ص=s ض=d ط=t ظ=z ع= "
    "غ=gh ف=f ق=q ک=k ك=k گ=g ل=l م=m ن=n و=w ؤ=w ه=h ة= ی=y ي=y ى=a ئ= ء="
)
_ROMAN = str.maketrans(dict(pair.split("=") for pair in f"{_CYRILLIC} {_ARABIC}".split()))


@dataclass(frozen=True, slots=True)
class Sounds:
    """How a word may sound."""

    readings: frozenset[str]
    """All of its sounds in a row, one way or another; doubled letters and vowels once."""

    @property
    def consonants(self) -> frozenset[str]:
        """The consonants of each reading."""
        return frozenset(map(_consonants, self.readings))

    @property
    def is_telling(self) -> bool:
        """Whether there is enough to tell words by."""
        return max(map(len, self.consonants), default=0) >= LEAST_CONSONANTS

    @property
    def letters(self) -> tuple[list[str], str]:
        """The letters by which words are known that may be alike.

        Returns:
            Sets of letters, one letter of each of which is in every such word, and all letters that may be.
        """
        always = set.intersection(set(_LETTERS_OF), *map(set, self.consonants))
        ever = set[str]().union(*self.consonants)
        return (
            [_LETTERS_OF[sound] for sound in sorted(always)],
            "".join(_LETTERS_OF[sound] for sound in sorted(ever)) + _VOWELS,
        )

    @property
    def shape(self) -> "re.Pattern[str]":
        """What every word looks like that may be alike, and some others."""
        ways = (
            "".join(f"[{_LETTERS_OF[sound]}]+[{_VOWELS}]*" for sound in consonants)
            for consonants in sorted(self.consonants)
        )
        return re.compile(f"[{_VOWELS}]*(?:{'|'.join(ways)})")


def roman(key: str) -> str:
    """A folded word in Latin letters."""
    return key if key.isascii() else key.translate(_ROMAN)


@lru_cache(maxsize=1 << 12)
def sounds(key: str) -> Sounds:
    """How a folded word may sound; no reading where it has letters that are not known, or digits."""
    word = roman(key).replace("'", "")
    groups = _groups(word) if _WORD.fullmatch(word) else ()
    readings = islice(product(*groups), _MOST_READINGS)
    return Sounds(frozenset(_once("".join(reading)) for reading in readings if reading))


def difference(one: str, other: str) -> int | None:
    """In how many vowels two folded words differ whose consonants are alike; None where those are not."""
    from rapidfuzz.distance import Levenshtein

    ways = [
        Levenshtein.distance(mine, theirs)
        for mine in sounds(one).readings
        for theirs in sounds(other).readings
        if len(_consonants(mine)) >= LEAST_CONSONANTS and _consonants(mine) == _consonants(theirs)
    ]
    return min(ways, default=None)


def _groups(word: str) -> Iterator[tuple[str, ...]]:
    before = ""
    for group in _GROUP.finditer(word):
        text = group.group()
        if text == before:
            continue  # doubled
        before = text
        if text == "h" and not group.start():
            yield ("K",)  # Hamas, Khamas
        elif text == "c" and word[group.end() : group.end() + 1] in ("e", "i", "y"):
            yield ("S",)
        else:
            yield _GROUPS[text]


def _once(reading: str) -> str:
    return re.sub(r"([a-z])\1+", r"\1", reading)


def _consonants(reading: str) -> str:
    return "".join(filter(str.isupper, reading))
