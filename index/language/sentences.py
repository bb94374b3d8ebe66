"""Where sentences begin and end, told from the pieces of a text between blanks.

A piece ends a sentence if it ends in a full stop or its like, closing quotes and brackets behind it, and is
no abbreviation; the sentence is over if the next piece does not begin with a small letter. So each piece
needs to be looked at only once, wherever it stands.
"""

import re
from typing import NamedTuple

import numpy as np

NOT_AT_ALL, BEFORE_ANY, BEFORE_STARTERS, EVEN_BEFORE_SMALL = range(4)
"""How a piece ends a sentence; the third kind is that of U.S., which may stand before a name."""

SMALL, CAPITAL, STARTER = range(3)
"""How a piece begins: with a small letter; with none; with a word that begins sentences, or in quotes."""

OVER = np.array(
    [
        [False, False, False],
        [False, True, True],
        [False, False, True],
        [True, True, True],
    ]
)
"""Whether a sentence is over between two pieces, by how the first ends one and how the other begins."""

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
        opens = CAPITAL
    if piece.isalnum():
        return Shape(opens, NOT_AT_ALL, ())
    marks = [mark.end() for mark in _WITHOUT_BLANKS.finditer(piece)]
    if marks and marks[-1] == len(piece):
        return Shape(opens, EVEN_BEFORE_SMALL, tuple(marks[:-1]))
    return Shape(opens, _end(piece), tuple(marks))


def _end(piece: str) -> int:
    closed = piece.rstrip(_CLOSERS)
    bare = closed.rstrip(_MARKS)
    mark = closed[len(bare) :]
    if not mark:
        return NOT_AT_ALL
    if mark[0] == "." and not mark.startswith(".."):
        before = f"{bare[-_LONGEST_ABBREVIATION:]}."
        if _INITIALS.search(before):
            return BEFORE_STARTERS
        return NOT_AT_ALL if _ABBREVIATION.search(before) else BEFORE_ANY
    return BEFORE_ANY


def is_over(ends: int, opens: int) -> bool:
    """Whether a sentence is over between two pieces: how the first ends one, and how the other begins."""
    return bool(OVER[ends, opens])


def sentence_ends(text: str) -> list[int]:
    """Offsets one past the end of each sentence, closing quotes included, that more text follows.

    Abbreviations, initials and question marks inside a sentence are told from its end by
    what stands around them.
    """
    found: list[int] = []
    before: tuple[int, int] | None = None
    for piece in _PIECE.finditer(text):
        opens, ends, inner = shape(piece[0])
        if before and is_over(before[1], opens):
            found.append(before[0])
        found.extend(piece.start() + at for at in inner)
        before = piece.end(), ends
    return found
