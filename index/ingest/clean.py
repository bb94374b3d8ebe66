"""The normal form of a text: NFC, plain line feeds, and nothing that a terminal would obey.

What is left out: control characters and whole escape sequences, characters that reorder
or hide text, noncharacters and lone surrogates. What scripts and emoji need stays: marks
(in stacks of a sane height), variation selectors, and joiners where they join something.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_MAX_MARKS = 8
"""Marks on one letter: more than any script uses, fewer than smear the lines above."""

_MAX_BLANKS = 32
"""Blanks in a row: wide enough for a table."""

_UNEVENTFUL = re.compile("[^\n -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2030-\u205e\u20ac]")
_LINE_BREAK = re.compile("[\v\f\x85\u2028\u2029]")
_ESCAPE = re.compile(
    "\x1b(?:"
    r"\[[0-?]{0,256}+[ -/]{0,16}+[@-~]"  # control sequences: colours, cursor moves
    "|[\\]PX^_][^\x07\x1b\x9c\n]*+(?:\x07|\x1b\\\\|\x9c)"  # strings: window titles, links, images
    r"|[ -/]{1,4}+[0-~]"  # choices of character set
    r"|[78=>c]"
    r"|[A-Z\\](?![a-z])"  # else it is the first letter of a word
    ")?"
    "|\x9b[0-?]{1,256}+[@-~]"
    "|[\x90\x98\x9d-\x9f][^\x07\x1b\x9c\n]*+(?:\x07|\x9c|\x1b\\\\)"
)
_ESCAPING = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")
_OVERSTRIKE = re.compile("_\x08|(.)\x08(?=\\1)")
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0]")
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff" + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in
    range(0x10000, 0x110000, 0x10000)) + "]"
)  # fmt: skip
_MARKED = re.compile(
    "[\u0300-\u1fff\u200c\u200d\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a"
    "\ua66f-\uabff\ufb1e\ufe00-\ufe2f\U000101fd-\U0001e94a\U000e0100-\U000e01ef]"
)
_JOINING = re.compile(
    "[\u0600-\u109f\u1780-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_PICTURE = re.compile("[\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_JOINERS = re.compile("[\u200c\u200d]+")
_MANY_BLANKS = re.compile(f"[\t ]{{{_MAX_BLANKS + 1},}}")


def clean(text: str) -> str:
    """Brings a text to its normal form.

    Lines lose their trailing blanks and paragraphs their indent; one blank line, no more,
    parts paragraphs. A text in normal form stays as it is.
    """
    return "\n\n".join("\n".join(unindent(paragraph)) for _, paragraph in paragraphs(clean_lines(text)[0]))


def clean_lines(text: str) -> tuple[list[str], Sequence[int]]:
    """Cleans the lines of a text and numbers them.

    Returns:
        The lines without trailing blanks, blank ones included, and for each the number,
        from 1, of the line of the source on which it begins.
    """
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if not _LINE_BREAK.search(text):
        lines = [line.rstrip(" ") for line in clean_characters(text).split("\n")]
        return lines, range(1, len(lines) + 1)
    lines, numbers = [], []
    # Escape sequences may hold what else would be a line break, so they go first.
    for number, line in enumerate(_ESCAPE.sub("", text).split("\n"), 1):
        pieces = clean_characters(_LINE_BREAK.sub("\n", line)).split("\n")
        lines += [piece.rstrip(" ") for piece in pieces]
        numbers += [number] * len(pieces)
    return lines, numbers


def clean_characters(text: str) -> str:
    """Cleans a text of everything but its line feeds and blanks; lines stay as many as they are."""
    if _UNEVENTFUL.search(text):
        letters = "".join(set(text))
        if "\x08" in letters:
            text = _OVERSTRIKE.sub("", text)
        if _ESCAPING.search(letters):
            text = _ESCAPE.sub("", text)
        if _DROPPED.search(letters):
            text = _DROPPED.sub("", text)
        if _BLANK.search(letters):
            text = _BLANK.sub(" ", text)
        text = _settle_marks(text) if _MARKED.search(letters) else unicodedata.normalize("NFC", text)
    if "\t" in text or " " * _MAX_BLANKS in text:
        text = _MANY_BLANKS.sub(" " * _MAX_BLANKS, text)
        text = _MANY_BLANKS.sub(" " * _MAX_BLANKS, text.expandtabs(4))
    return text


def paragraphs(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Runs of lines that are not blank, each with the place of its first line in `lines`."""
    found: list[tuple[int, list[str]]] = []
    open_run: list[str] | None = None
    for place, line in enumerate(lines):
        if not line:
            open_run = None
        elif open_run is None:
            open_run = [line]
            found.append((place, open_run))
        else:
            open_run.append(line)
    return found


def unindent(lines: list[str]) -> list[str]:
    """Takes the indent of the first line away, and that which the others share."""
    if len(lines) == 1 or not any(line.startswith(" ") for line in lines):
        return [lines[0].lstrip(" "), *lines[1:]]
    shared = min(len(line) - len(line.lstrip(" ")) for line in lines[1:])
    return [lines[0].lstrip(" "), *(line[shared:] for line in lines[1:])]


def _settle_marks(text: str) -> str:
    """Composes marks, bounds their stacks, and drops joiners that join nothing."""
    clusters, stacks, loose = _mark_patterns()
    # Composing sorts each stack in quadratic time, so an endless one is cut before.
    text = unicodedata.normalize("NFC", stacks[0].sub(r"\1", text))
    if "\u200c" in text or "\u200d" in text:
        text = unicodedata.normalize("NFC", clusters.sub(_settle_joiners, text))
    return loose.sub("", stacks[1].sub(r"\1", text))


def _settle_joiners(cluster: re.Match[str]) -> str:
    """A letter with its marks, and with those joiners that its script or a picture needs."""
    base, tail = cluster[1], cluster[2]
    if _JOINING.match(base):
        return base + _JOINERS.sub(lambda run: run[0][0], tail)
    bare = _JOINERS.sub("", tail)
    if tail.endswith("\u200d") and _PICTURE.match(base) and _PICTURE.match(cluster.string, cluster.end()):
        return f"{base}{bare}\u200d"
    return base + bare


@cache
def _mark_patterns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], re.Pattern[str]], re.Pattern[str]]:
    """Patterns for a letter with its tail of marks, for stacks too high, for marks on nothing.

    Made when the first text with marks is read: going through the characters takes 10 ms.
    """
    spread = [*range(0x300, 0x2000), *range(0x20D0, 0x3100), *range(0xA66F, 0xAC00), *range(0xFB1E, 0xFE30)]
    spread += [*range(0x101FD, 0x1E94B), *range(0xE0100, 0xE01F0)]
    marks = [code for code in spread if unicodedata.category(chr(code)).startswith("M")]
    ranges: list[list[int]] = []
    for code in [*marks, 0x200C, 0x200D]:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    tail = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return (
        re.compile(f"([^{tail}])([{tail}]+)"),
        (
            re.compile(f"([{tail}]{{{4 * _MAX_MARKS}}})[{tail}]+"),
            re.compile(f"([{tail}]{{{_MAX_MARKS}}})[{tail}]+"),
        ),
        re.compile(f"^[ {tail}]*[{tail}]", re.MULTILINE),
    )
