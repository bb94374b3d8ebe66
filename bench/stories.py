"""Passages of which it is known how far they speak of the same, for teaching and measuring the ranker.

There are two collections. One is ECB+, where annotators marked which sentences tell of one event; it is
not part of the project and is read where it lies. The other is our own, `tests/data/events`: invented
reports of events of one kind that repeat themselves, for telling the same event from its like.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

EVENTS = Path(__file__).resolve().parent.parent / "tests" / "data" / "events"
"""Our own collection."""

TRAINING = ("depots", "floods", "quakes", "talks", "trials", "votes")
"""Families of events that are learned from; the others are for measuring only."""

Place = tuple[int, int]
"""Number of a document, and of a passage in it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A document of a collection."""

    topic: str
    """Topics are left out of training as a whole."""
    published: str | None
    """The day it was published, ISO."""
    title: str
    """Its title; empty where it has none."""
    passages: tuple[str, ...]
    """The texts of its passages."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage whose relatives are known."""

    place: Place
    """Where it stands."""
    gains: dict[Place, int]
    """2 for what tells the same, 1 for what tells some of it; passages of other documents only."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents and what is known of their passages."""

    reports: tuple[Report, ...]
    """The documents."""
    asked: tuple[Asked, ...]
    """The passages whose relatives are known."""
    judged: frozenset[Place]
    """Passages that somebody looked at: what others tell may be related or not."""


def ecb(file: Path) -> Collection:
    """Sentences of ECB+; related are those of other documents that share a chain of events."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    reports = tuple(
        Report(str(one["topic"]), None, "", tuple(sentence["text"] for sentence in one["sentences"]))
        for one in lines
    )
    chains: dict[str, set[Place]] = defaultdict(set)
    judged, marked = set(), []
    for document, one in enumerate(lines):
        for number, sentence in enumerate(one["sentences"]):
            for event in sentence["events"]:
                chains[event].add((document, number))
            if sentence["annotated"] or sentence["events"]:
                judged.add((document, number))
            if sentence["annotated"] and sentence["events"]:
                marked.append(((document, number), sentence["events"]))
    asked = []
    for place, events in marked:
        shared = Counter(other for event in events for other in chains[event] if other[0] != place[0])
        if shared:
            asked.append(Asked(place, {other: min(2, count) for other, count in shared.items()}))
    return Collection(reports, tuple(asked), frozenset(judged))


def families(directory: Path = EVENTS) -> Collection:
    """Our own reports, of all families; every passage is labelled with what it tells, as `event.fact`.

    Passages that share a label tell the same, those that share an event some of it.
    """
    chosen = sorted(directory.glob("*.txt"))
    reports: list[Report] = []
    labels: dict[Place, frozenset[str]] = {}
    for file in chosen:
        for piece in file.read_text(encoding="utf-8").split("## ")[1:]:
            head, *paragraphs = piece.strip().split("\n\n")
            published, _, title = (part.strip() for part in head.split("|"))
            texts = []
            for number, paragraph in enumerate(paragraphs):
                label, _, text = paragraph.partition("} ")
                labels[len(reports), number] = frozenset(f"{file.stem}/{one}" for one in label[1:].split())
                texts.append(text)
            reports.append(Report(file.stem, published, title, tuple(texts)))
    asked = []
    for place, mine in labels.items():
        gains = {
            other: grade
            for other, theirs in labels.items()
            if other[0] != place[0] and (grade := _grade(mine, theirs))
        }
        if 2 in gains.values():
            asked.append(Asked(place, gains))
    return Collection(tuple(reports), tuple(asked), frozenset(labels))


def _grade(mine: frozenset[str], theirs: frozenset[str]) -> int:
    if mine & theirs:
        return 2
    return int(bool(_events(mine) & _events(theirs)))


def _events(labels: Iterable[str]) -> set[str]:
    return {label.rpartition(".")[0] for label in labels}


def topics(reports: Sequence[Report]) -> tuple[str, ...]:
    """The topics of some documents, each once."""
    return tuple(sorted({one.topic for one in reports}))
