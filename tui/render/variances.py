"""In which words it is told on what two documents differ."""

from collections.abc import Sequence
from typing import Final

from index.model import Comparison, Pairs, Variance, VarianceKind
from tui.render.counts import count
from tui.render.shown import blanked

KINDS: Final[dict[VarianceKind, str]] = {
    "quote": "quotation",
    "denial": "denial",
    "number": "number",
    "date": "day",
    "name": "name",
    "named": "only one",
}
"""What it is called on what they differ."""

NOT_THERE: Final = "–"
"""Stands for what only the other has."""


def both(comparison: Comparison, variance: Variance) -> tuple[str, str]:
    """What the first document says, and what the second; who is named in one alone goes by the whole name."""
    if variance.kind == "named":
        name = blanked(variance.about)
        return (name, NOT_THERE) if variance.here else (NOT_THERE, name)
    return _words(comparison.first.text, variance.here), _words(comparison.second.text, variance.there)


def about(variance: Variance) -> str:
    """Of whom or what it is told, where that does not stand in the words themselves."""
    return blanked(variance.about) if variance.kind in ("quote", "name") else ""


def differences(variances: Sequence[Variance]) -> str:
    """On how much two articles differ: "3 differences · 2 named by one alone"."""
    named = sum(one.kind == "named" for one in variances)
    differ = count(len(variances) - named, "difference")
    return f"{differ} · {named:,} named by one alone" if named else differ


def _words(text: str, places: Pairs) -> str:
    return " · ".join(_different([" ".join(blanked(text[start:end]).split()) for start, end in places]))


def _different(texts: Sequence[str]) -> list[str]:
    """Each once, whatever its capitals."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.casefold(), text)
    return list(found.values())
