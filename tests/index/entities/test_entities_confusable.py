"""Mentions that are easily taken for one entity, or for two: tests/data/confusable-names.txt."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from index.entities import NameCount, RawMention, canonicalise, recognise

FILE = Path(__file__).parents[2] / "data" / "confusable-names.txt"
LINES = [line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
BRACES = re.compile(r"\{([^}]*)\}")
LEAST = 100
"""So many pairs are held at the least."""


def marked(written: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its braces, and the spans that were in them."""
    text, spans, at = "", [], 0
    for match in BRACES.finditer(written):
        text += written[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + written[at:], spans


def overlapping(mentions: tuple[RawMention, ...], start: int, end: int) -> RawMention | None:
    """The mention that shares most with a span."""
    found = [one for one in mentions if one.field == "text" and one.start < end and start < one.end]
    return max(found, key=lambda one: min(end, one.end) - max(start, one.start), default=None)


def entities_of(documents: list[str]) -> list[str | None]:
    """The entity of each mention in braces, in a library of these documents; None where there is none."""
    counts: defaultdict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    asked: list[RawMention | None] = []
    rows: dict[tuple[str, ...], RawMention] = {}
    for written in documents:
        text, spans = marked(written.replace("\\n", "\n"))
        mentions = recognise("", text)
        asked.extend(overlapping(mentions, *span) for span in spans)
        seen = set()
        for one in mentions:
            row = (one.name, one.type, one.text, str(one.sure))
            rows[row] = one
            counts[row][0] += row not in seen
            counts[row][1] += 1
            seen.add(row)
    canon = canonicalise(
        [NameCount(one.name, one.type, one.text, one.sure, *counts[row]) for row, one in rows.items()]
    )
    return [canon.entity(one.name, one.type, one.sure) if one else None for one in asked]


@pytest.mark.parametrize("line", LINES)
def test_confusable_mentions_are_told_apart_or_brought_together(line: str) -> None:
    verdict, *documents = line.split("|")
    one, other = entities_of(documents)
    assert one is not None
    assert other is not None
    assert (one == other) == (verdict == "same")


def test_there_are_many() -> None:
    assert len(LINES) >= LEAST
    assert all(line.split("|")[0] in ("same", "apart") for line in LINES)
    assert all(len(BRACES.findall(line)) == 2 for line in LINES)
