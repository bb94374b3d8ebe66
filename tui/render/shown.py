"""Text from outside, made harmless: nothing in it moves a cursor, hides or turns around.

Every character that a terminal would obey, or that would hide or reorder its neighbours,
is replaced by one visible character. The length in code points stays, so offsets do too.
"""

import re
from typing import Final

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
"""What stands where something was taken out."""

_OBEYED: Final = (
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u206f\ufeff"  # hidden, or turning direction
    "\u2028-\u202e"  # line and paragraph separators, bidirectional embeddings and overrides
    "\ufff9-\ufffb\U000e0000-\U000e0fff"  # annotations, tags
    "\ud800-\udfff"  # halves of a pair: undecodable bytes of a file name
)
_find_obeyed: Final = re.compile(f"[{_OBEYED}]").search
_replace_obeyed: Final = re.compile(f"[{_OBEYED}]").sub
_BLANKS: Final = {ord(blank): " " for blank in "\n\t"}


def shown(text: str) -> str:
    """Return `text` as one harmless line: a title, the name of a file, a message.

    Line ends and tabs are replaced like all else, so that two names which differ only in
    them look different from each other and from what they pretend to be.
    """
    if _find_obeyed(text) is None:
        return text
    return _replace_obeyed(REPLACEMENT, text)


def blanked(text: str) -> str:
    """Return `text` as one harmless line in which line ends and tabs are blanks."""
    if _find_obeyed(text) is None:
        return text
    return _replace_obeyed(REPLACEMENT, text.translate(_BLANKS))
