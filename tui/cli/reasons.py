"""Why a passage is related, in words."""

from collections.abc import Iterable

from index.model import Reason, ReasonKind
from tui.render.shown import blanked

KINDS: dict[ReasonKind, str] = {
    "quote": "same quotation",
    "wording": "same words",
    "entity": "who and where",
    "date": "same date",
    "number": "same number",
    "term": "rare words",
}
"""What two passages have in common."""
WORD_FOR_WORD: tuple[ReasonKind, ...] = ("quote", "wording")
"""What stands between quotation marks."""


def by_kind(reasons: Iterable[Reason]) -> list[tuple[str, str]]:
    """Give what passages have in common, a pair of kind and texts each, the strongest first."""
    texts: dict[ReasonKind, list[str]] = {}
    for reason in reasons:
        text = blanked(reason.text)
        texts.setdefault(reason.kind, []).append(f"“{text}”" if reason.kind in WORD_FOR_WORD else text)
    return [(KINDS[kind], " · ".join(dict.fromkeys(found))) for kind, found in texts.items()]
