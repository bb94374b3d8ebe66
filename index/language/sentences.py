"""Where sentences begin and end, told from the pieces of a text between blanks.

A piece ends a sentence if it ends in a full stop or its like, closing quotes and brackets behind it, and is
no abbreviation; the sentence is over if the next piece does not begin with a small letter. So each piece
needs to be looked at only once, wherever it stands.

A number with a full stop may be the ordinal of a German day: “am 3. April”. German alone has both that full
stop and months with a capital. Where English has the same month, the word before the number tells.
"""

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.language.ordinals import BEFORE_ORDINALS, BEHIND_ORDINALS, MONTHS_OF_BOTH

NOT_AT_ALL, BEFORE_ANY, BEFORE_STARTERS, EVEN_BEFORE_SMALL, ORDINAL, BEFORE_ORDINAL = range(6)
"""How a piece ends a sentence; the third kind is that of U.S., which may stand before a name, the last two
are those of a short number with a full stop, and of a German word before one, which ends none."""

SMALL, CAPITAL, STARTER, COUNTED, MONTH = range(5)
"""How a piece begins: with a small letter; with none; with a word that begins sentences, or in quotes; with a
German word that ordinals go before; with a month of German and English alike."""


def _over() -> NDArray[np.bool_]:
    over = np.array(
        [
            [False, False, False, False, False],
            [False, True, True, True, True],
            [False, False, True, False, False],
            [True, True, True, True, True],
            [False, True, True, False, True],
            [False, False, False, False, False],
        ]
    )
    over = np.repeat(over[np.newaxis], len(over), axis=0)
    over[BEFORE_ORDINAL, ORDINAL, MONTH] = False
    return over


OVER = _over()
"""Whether a sentence is over between two pieces, by how the one before them ends one (NOT_AT_ALL where there
is none), how the first does and how the other begins."""

_MARKS = ".!?…؟۔।"
_CLOSERS = "\"'”’»)]"
_WITHOUT_BLANKS = re.compile(r"(?<![。！？])[。！？]++[」』”’）]*+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Brig|Cpl|Pvt|Gov|Sen|Rep|Sens|Reps|Rev"
    r"|Hon|Fr|St|Sr|Jr|Ft|Mt|Messrs|Mme|Mlle|No|Nos|no|nos|Vol|vol|Art|Sec|pp|p|vs|v|cf|ca|c|al|approx|dept|Dept"
    r"|est|Inc|Ltd|Corp|Co|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri"
    r"|Ave|Blvd|Rd|Fig|fig|ed|eds|e\.g|i\.e|z\.B|d\.h|u\.a|bzw|Nr|Mio|Mrd|Sra|Dra|Exmo|Sig|Dott)"
    r"|(?:^|[(“\"'‘.-])[^\W\d_])\.\Z"
)
_INITIALS = re.compile(r"(?:^|[(“\"'‘])(?:[A-ZÀ-Þ]\.){2,}\Z")
_FIRST_WORD = re.compile(r"[\"'“‘«(\[]{0,8}([^\W_]+)")
_PIECE = re.compile(r"\S+")
_LONGEST_ABBREVIATION = 24

_OFTEN_FIRST = """
A After All Although An And As At Both But By Despite During Each Earlier For From He Her His However If
In It Its Last Many Meanwhile More Most No Now On One Only Our She Since So Some Still That The Their
Then There These They This Those Though Three Two Under Until We What When Where While Who Why With Yet
You
"""
_STARTERS = frozenset(_OFTEN_FIRST.split())
"""Words that begin a sentence more often than they are part of a name."""

_AROUND = '([„“"»,'
_ORDINAL = re.compile(r"[(\[„“\"]?(?:\d{1,2}\.[/–-])?\d{1,2}\.\Z")


class Shape(NamedTuple):
    """What a piece says about sentences."""

    opens: int
    """How it begins."""
    ends: int
    """How it ends a sentence."""
    inner: tuple[int, ...]
    """Where in it, in code points, sentences begin that need no blank before them (Chinese, Japanese)."""


def shape(piece: str) -> Shape:
    """What a piece without blanks says about sentences."""
    first = _FIRST_WORD.match(piece)
    if first and first[1][0].islower():
        opens = SMALL
    elif (first and first[1] in _STARTERS) or piece[0] in '“"':
        opens = STARTER
    else:
        opens = _kind(first[1].lower()) if first else CAPITAL
    if piece.isalnum():
        return Shape(opens, _no_end(piece), ())
    marks = [mark.end() for mark in _WITHOUT_BLANKS.finditer(piece)]
    if marks and marks[-1] == len(piece):
        return Shape(opens, EVEN_BEFORE_SMALL, tuple(marks[:-1]))
    return Shape(opens, _end(piece), tuple(marks))


def _kind(word: str) -> int:
    """How a word that has a capital and seldom begins sentences begins a piece."""
    if word in BEHIND_ORDINALS:
        return COUNTED
    return MONTH if word in MONTHS_OF_BOTH else CAPITAL


def _no_end(piece: str) -> int:
    """How a piece ends no sentence."""
    return BEFORE_ORDINAL if piece.strip(_AROUND).lower() in BEFORE_ORDINALS else NOT_AT_ALL


def _end(piece: str) -> int:
    if _ORDINAL.match(piece):
        return ORDINAL
    closed = piece.rstrip(_CLOSERS)
    bare = closed.rstrip(_MARKS)
    mark = closed[len(bare) :]
    if not mark:
        return _no_end(piece)
    if mark[0] == "." and not mark.startswith(".."):
        before = f"{bare[-_LONGEST_ABBREVIATION:]}."
        if _INITIALS.search(before):
            return BEFORE_STARTERS
        return NOT_AT_ALL if _ABBREVIATION.search(before) else BEFORE_ANY
    return BEFORE_ANY


def is_over(before: int, ends: int, opens: int) -> bool:
    """Whether a sentence is over between two pieces.

    Args:
        before: How the piece before them ends one; NOT_AT_ALL where there is none.
        ends: How the first ends one.
        opens: How the other begins.
    """
    return bool(OVER[before, ends, opens])


def sentence_ends(text: str) -> list[int]:
    """Offsets one past the end of each sentence, closing quotes included, that more text follows.

    Abbreviations, initials and question marks inside a sentence are told from its end by
    what stands around them.
    """
    found: list[int] = []
    end, before, last = 0, NOT_AT_ALL, NOT_AT_ALL
    for piece in _PIECE.finditer(text):
        opens, ends, inner = shape(piece[0])
        if is_over(before, last, opens):
            found.append(end)
        found.extend(piece.start() + at for at in inner)
        end, before, last = piece.end(), last, ends
    return found
