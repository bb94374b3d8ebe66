"""Where a text quotes: the stretches between quotation marks of every usual kind."""

import re

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", "「": "」", "『": "』", "《": "》"}
_MARK = re.compile(r"``|''|[\"“”„«»‹›‘’「」『』《》]|(?<!\w)'(?=\w)|(?<=[\w.,!?…])'(?!\w)")


def quoted(text: str) -> list[tuple[int, int]]:
    """The outermost quotations in a text, in order, without their marks.

    A quotation that is not closed, as in a speech of several paragraphs, goes on to the end; one
    that was opened before the text is not seen. An apostrophe opens and closes nothing.
    """
    found = []
    begin, closing = -1, ""
    for match in _MARK.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if begin < 0:
            if mark in ('"', "'", "``", "''") and (mark != "'" or _opens(text, start, end)):
                begin, closing = end, "''" if mark == "``" else mark
            elif mark in _PAIRS and _opens(text, start, end):
                begin, closing = end, _PAIRS[mark]
        elif mark in closing and (mark not in "'’" or _closes(text, end)):
            if text[begin:start].strip():
                found.append((begin, start))
            begin = -1
    if begin >= 0 and closing not in ("'", "’") and text[begin:].strip():
        found.append((begin, len(text)))
    return found


def _opens(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and end < len(text) and not text[end].isspace()


def _closes(text: str, end: int) -> bool:
    return end == len(text) or not text[end].isalnum()
