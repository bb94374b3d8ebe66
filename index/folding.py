"""What is equal to a reader in a word: case, accents, ligatures, the kinds of apostrophe and of hyphen."""

import re
import unicodedata

HYPHENS = "-\u2010\u2011"
"""Characters that join the parts of a compound."""
APOSTROPHES = "'\u2019\u2018\uff07"
"""Characters that stand for an apostrophe within a word."""
UNSPACED = (
    "\u3005\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u108f\u1780-\u17d3"
)
"""The inside of a character class: writing without spaces between words."""

_BEYOND_KEYBOARDS = str.maketrans(
    {
        **{character: "'" for character in APOSTROPHES + "\u02bc"},
        **{character: "-" for character in HYPHENS},
        "\u00ad": None,
    }
)
_LOOSE_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1ace\u1dc0-\u1dff"
    "\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d\u00ad\u02b9-\u02bb\u02bd-\u02bf\U000e0100-\U000e01ef]+"
)
"""Marks that a reader may leave out: accents and points of alphabets, not the vowels of Indic scripts."""
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "þ": "th", "ð": "d", "ŋ": "n"}
)


def plain(surface: str) -> str:
    """The word as it stands, but for apostrophes and hyphens that keyboards do not have."""
    return surface.translate(_BEYOND_KEYBOARDS)


def bare(surface: str) -> str:
    """Case, accents, ligatures and the kind of apostrophe folded away."""
    if surface.isascii():
        return surface.lower()
    folded = unicodedata.normalize("NFKD", surface.translate(_BEYOND_KEYBOARDS)).casefold()
    folded = _LOOSE_MARKS.sub("", unicodedata.normalize("NFKD", folded)).translate(_LETTERS)
    return unicodedata.normalize("NFC", folded)
