"""What is said of hits below each other: how many, in which order, what was rejected."""

import re

from index.model import KwicSort
from tui.render.counts import count

HIT_ORDERS: dict[KwicSort, str] = {
    "relevance": "by relevance",
    "left": "by the word to the left",
    "right": "by the word to the right",
    "date": "newest first",
    "source": "by outlet",
}
NOTHING_REJECTED = "Nothing is rejected."
NOT_GROUPED = "Hits fold under their article: A puts them there."
BACK_TO_CONCORDANCE = "Escape goes back to the concordance."


def concordance(hits: int, documents: int, rejected: int, sort: KwicSort, left_out: str) -> str:
    """What a concordance shows: "13 hits in 4 articles · 2 rejected · by the word to the right"."""
    parts = [f"{count(hits, 'hit')} in {count(documents, 'article')}"]
    if rejected:
        parts.append(f"{rejected:,} rejected")
    if left_out:
        parts.append(left_out)
    return " · ".join([*parts, HIT_ORDERS[sort]])


def ordering(sort: KwicSort, share: float) -> str:
    """How far sorting hits has come."""
    return f"sorting {HIT_ORDERS[sort]}, {share:.0%} · Escape leaves them as they are"


def rejected(hits: int) -> str:
    """What was taken out of a concordance."""
    return f"{count(hits, 'hit')} rejected · U takes it back"


def put_back(hits: int) -> str:
    """What was put back into it."""
    return f"{count(hits, 'hit')} back"


def outlet_filter(outlet: str | None) -> str:
    """A filter for an outlet, to be changed; empty where there is none."""
    words = " ".join(re.findall(r"[\w.&'’-]+", outlet or ""))
    return f'source:"{words}"' if words else ""
