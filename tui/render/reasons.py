"""Why a passage is related, in words."""

from collections.abc import Iterable
from typing import Final

from index.model import Carrying, Reason, ReasonKind
from tui.render.dates import short_date
from tui.render.shown import blanked

KINDS: Final[dict[ReasonKind, str]] = {
    "quote": "same quotation",
    "wording": "same words",
    "entity": "who and where",
    "date": "same day",
    "number": "same number",
    "term": "rare words",
}
"""What two passages have in common."""
STATED: Final = "in other words"
"""The same statement, of which only some words are the same."""
BOTH_QUOTE: Final = "both quote"
"""The same words in two quotations that are not the same."""
HOW: Final[dict[Carrying, str]] = {
    "trimmed": "shorter there",
    "longer": "longer there",
    "altered": "altered",
    "alike": "alike",
}
"""How the other passage has a quotation."""

_MARKS: Final = {"“": "”", "„": "“", "”": "", '"': '"', "«": "»", "»": "«"}
"""Marks of quotations, each with the one that closes it."""


def what(reason: Reason) -> str:
    """Say what kind of thing two passages have in common."""
    if reason.kind == "quote" and reason.how is None:
        return BOTH_QUOTE
    return STATED if reason.is_statement else KINDS[reason.kind]


def how(reason: Reason) -> str:
    """Say how the other passage has a quotation; nothing where it has it word for word."""
    return HOW.get(reason.how, "") if reason.how else ""


def is_seen(reason: Reason) -> bool:
    """Whether what is in common tells by itself of what kind it is: a name, a number, words between marks."""
    return reason.kind not in ("quote", "date") and not reason.is_statement


def in_marks(reason: Reason, text: str) -> str:
    """Put what stands word for word in the text between marks; a day told by its name gets its date."""
    if reason.kind == "quote" or (reason.kind == "wording" and not reason.is_statement):
        return f"“{_whole(text)}”"
    if reason.kind == "date" and reason.day is not None and not any(sign.isdigit() for sign in text):
        return f"{text}, {short_date(reason.day)}"
    return text


def _whole(text: str) -> str:
    """Words without the marks in them where these are half of a pair: “highly successful” attack."""
    marks = [sign for sign in text if sign in _MARKS]
    is_paired = len(marks) % 2 == 0 and all(
        _MARKS[one] == other for one, other in zip(marks[::2], marks[1::2], strict=True)
    )
    return text if is_paired else "".join(sign for sign in text if sign not in _MARKS)


def by_kind(reasons: Iterable[Reason]) -> list[tuple[str, str]]:
    """Give what passages have in common, a pair of kind and texts each, the strongest first."""
    texts: dict[str, list[str]] = {}
    for reason in reasons:
        text = in_marks(reason, blanked(reason.text))
        manner = how(reason)
        texts.setdefault(what(reason), []).append(f"{text} ({manner})" if manner else text)
    return [(kind, " · ".join(dict.fromkeys(found))) for kind, found in texts.items()]
