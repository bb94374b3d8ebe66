"""Where a text quotes: the stretches between quotation marks of every usual kind.

Apostrophes, inches and feet are told from marks by what stands around them and by what follows in the
paragraph. A quotation of several paragraphs opens each with a mark and closes only the last.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_CLOSERS = {
    '"': '"', "``": "''\"", "''": "''", "'": "'’",
    "“": "”\"", "„": "“”\"", "”": "”", "‘": "’'", "‚": "‘’'", "’": "’",
    "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "『": "』", "《": "》",
}  # fmt: skip
"""By opening mark, the marks that close it."""
_SINGLE = frozenset("'‘‚’")
"""Marks that may be apostrophes: nothing is open unless it is closed, too."""
_MARK = re.compile(r"``|''|[\"'“”„‘’‚«»‹›「」『』《》]")
_BREAK = re.compile(r"\n[ \t]*\n\s*")
_ELIDED = re.compile(r"(?:\d0s|em|til|till|tis|twas|twere|cause|bout|round|n|neath|kay)\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\d\d\b(?![.,]\d|['’%]|[.,?!]['’]|[ -](?:per ?cent|people|men|women|years?|months?|weeks?|days?|hours?|"
    r"minutes?|seconds?|miles?|points?|times|thousand|million|billion|trillion)\b)",
    re.IGNORECASE,
)
"""What may be left of a year: '69. So many of something are none."""
_DATED = re.compile(
    r"\b(?:of|in|since|the|from|until|late|early|back|spring|summer|autumn|fall|winter|january|february|march|"
    r"april|may|june|july|august|september|october|november|december)\s$",
    re.IGNORECASE,
)
"""What stands before a year."""
_LONGEST_DATED = 11
_BEFORE_SINGLE = frozenset('([{—–“"„«:/|,…')
_CUT_OFF = ("in", "'n", "’n")
"""What stands before an apostrophe: goin', rock 'n' roll."""
_IN_PLACE_OF = "'’"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks."""

    start: int
    """First code point behind the opening mark that is no blank."""
    end: int
    """One past the last before the closing mark that is no blank."""
    outer_start: int
    """The opening mark."""
    outer_end: int
    """One past the closing mark; where none is found, as `end`."""
    mark: str
    """The opening mark."""
    closed: bool
    """Whether there is a closing mark."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark, and what it can be by what stands around it."""

    text: str
    start: int
    end: int
    opens: bool
    closes: bool
    measure: bool
    """Whether a digit stands before it: inches, feet."""
    apostrophe: bool
    """Whether it may also be that of a plural or of a letter left out."""


def quoted(text: str) -> list[tuple[int, int]]:
    """The outermost quotations in a text, in order, without their marks.

    A quotation that is not closed, as in a speech of several paragraphs, goes on to the end; one
    that was opened before the text is not seen. An apostrophe opens and closes nothing.
    """
    return [(one.start, one.end) for one in marked(text)]


def marked(text: str) -> list[Marked]:
    """The outermost quotations in a text, in order."""
    if _MARK.search(text) is None:
        return []
    found: list[Marked] = []
    carried: tuple[_Mark, int] | None = None
    swedish = "“" not in text and "„" not in text
    for begin, stop in paragraphs(text):
        marks = [_judge(text, match, begin, stop, swedish) for match in _MARK.finditer(text, begin, stop)]
        lasts = {mark.text: place for place, mark in enumerate(marks) if mark.closes}
        at = 0
        if carried is not None:
            if marks and marks[0].start == begin and marks[0].text == carried[0].text:
                at = 1
            else:
                _add(found, text, carried[0], None, carried[1])
                carried = None
        opened = carried[0] if carried else None
        while at < len(marks):
            if opened is None:
                opened, at = _opening(marks, at, lasts)
                continue
            ended = _end(text, opened, marks, at)
            if ended is None:
                break
            place, is_closed = ended
            mark, at = marks[place], place + 1
            if is_closed:
                _add(found, text, opened, mark, mark.start)
            opened = None if is_closed else mark
        carried = (opened, stop) if opened is not None else None
    if carried is not None:
        _add(found, text, carried[0], None, carried[1])
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph of a text: blank lines part them."""
    begin = len(text) - len(text.lstrip())
    for match in _BREAK.finditer(text, begin):
        yield begin, match.start()
        begin = match.end()
    if begin < len(text):
        yield begin, begin + len(text[begin:].rstrip())


def letter_before(text: str, place: int) -> str:
    """The last letter before a place that is no blank; empty where there is none."""
    while place and text[place - 1].isspace():
        place -= 1
    return text[place - 1 : place] if place else ""


def _judge(text: str, match: re.Match[str], begin: int, stop: int, swedish: bool) -> _Mark:
    mark, start, end = match[0], match.start(), match.end()
    before = text[start - 1] if start > begin else " "
    after = text[end] if end < stop else " "
    word_before, word_after = before.isalnum(), after.isalnum()
    blank_before, blank_after = before.isspace(), after.isspace()
    single = mark in _SINGLE
    apostrophe = False
    if mark in "「『《":
        opens, closes = True, False
    elif mark in "」』》":
        opens, closes = False, True
    else:
        opens = not word_before and not blank_after
        closes = not blank_before and not word_after
        if single:
            opens = (
                opens and (blank_before or before in _BEFORE_SINGLE) and not _is_elided(text, begin, match)
            )
            tail = text[max(begin, start - 2) : start].lower()
            apostrophe = (tail.endswith("s") or tail in _CUT_OFF) and blank_after and end + 1 < stop
        elif mark in "«»" and (blank_before or blank_after):
            # French leaves a blank inside, German turns them round and leaves none.
            opens = opens or (mark == "«" and not word_before)
            closes = closes or (mark == "»" and not word_after)
        elif mark == '"' and blank_before and blank_after:
            opens, closes = end < stop, start > begin
        if mark in ("“", "‘", "``", "„", "‚"):
            closes = closes and mark in "“‘" and not blank_before
            opens = opens or (mark == "“" and not word_before)
        elif mark == "”":
            opens, closes = opens and swedish, closes or (blank_before and not word_after)
        elif mark == "’":
            opens = False
    measure = before.isdigit() or (before in _IN_PLACE_OF and text[max(begin, start - 2)].isdigit())
    return _Mark(mark, start, end, opens, closes, measure, apostrophe)


def _is_elided(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether a mark stands for letters or digits left out: 'em, the '90s, class of '08."""
    if _ELIDED.match(text, mark.end()) is not None:
        return True
    if _YEAR.match(text, mark.end()) is None:
        return False
    return _DATED.search(text, max(begin, mark.start() - _LONGEST_DATED), mark.start()) is not None


def _opening(marks: Sequence[_Mark], at: int, lasts: Mapping[str, int]) -> tuple[_Mark | None, int]:
    """The mark at a place, if a quotation opens with it, and the place behind it.

    Args:
        marks: Those of the paragraph.
        at: The place.
        lasts: By the text of marks, the place of the last one that closes.
    """
    mark = marks[at]
    if not mark.opens or mark.text not in _CLOSERS:
        return None, at + 1
    if mark.text in _SINGLE and not any(lasts.get(other, 0) > at for other in _closers(mark)):
        return None, at + 1
    return mark, at + 1


def _shuts(opened: _Mark, mark: _Mark) -> bool:
    return mark.closes and mark.text in _closers(opened) and mark.start >= opened.end


def _closers(opened: _Mark) -> Sequence[str]:
    if opened.text in ("``", "''"):
        return ("''", '"')
    return tuple(_CLOSERS[opened.text])


def _end(text: str, opened: _Mark, marks: Sequence[_Mark], at: int) -> tuple[int, bool] | None:
    """The place of the mark that closes a quotation, or opens another instead, and whether it closes it."""
    depth = 0
    for place in range(at, len(marks)):
        mark = marks[place]
        if mark.text == opened.text and mark.opens and not (mark.closes and depth == 0):
            if letter_before(text, mark.start) in ".!?…" or mark.start == opened.end:
                continue  # a paragraph of a longer one, run together with the one before
            if _closed_twice(opened, marks, place + 1):
                depth += 1
                continue
            if opened.text not in _SINGLE:
                return place, False
        elif _shuts(opened, mark):
            if depth:
                depth -= 1
                continue
            if (mark.measure or mark.apostrophe) and _closes_later(opened, marks, place + 1):
                continue
            return place, True
    return None


def _closed_twice(opened: _Mark, marks: Sequence[_Mark], at: int) -> bool:
    """Whether two marks close before another opens."""
    closed = 0
    for place in range(at, len(marks)):
        mark = marks[place]
        if mark.text == opened.text and mark.opens and not mark.closes:
            return False
        closed += _shuts(opened, mark)
        if closed == 2:
            return True
    return False


def _closes_later(opened: _Mark, marks: Sequence[_Mark], at: int) -> bool:
    """Whether a mark closes that is surely none of measure, before another opens."""
    for place in range(at, len(marks)):
        mark = marks[place]
        if mark.text == opened.text and mark.opens:
            return False
        if _shuts(opened, mark):
            return True
    return False


def _add(found: list[Marked], text: str, opened: _Mark, closing: _Mark | None, stop: int) -> None:
    start, end = opened.end, stop
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and (closing is not None or opened.text not in _SINGLE):
        outer = closing.end if closing else end
        found.append(Marked(start, end, opened.start, outer, opened.text, closing is not None))
