"""The trail: the searches, hits and jumps walked so far, and where on it one is.

A trail never changes; a move gives another one. Back and forward lead along one line. A step
that is walked from the middle of it begins a new line there, and the old one is left; its
steps are kept with the step that each was walked from, so that all that was walked is a tree,
in which any step can be gone to again.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

MOST_STEPS: Final = 1000
"""How many steps a trail keeps."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place on a trail, and why one went there."""

    query: str
    """The query whose results were listed."""
    document: str | None
    """Id of the open document; None where none was open."""
    title: str
    """Its title."""
    passage: int
    """Its current passage."""
    offset: int
    """The window's first line, counted from the first line of that passage; often negative."""
    why: str
    """What led there, in a word or two: "search", "related", "next hit"."""
    beside: str = ""
    """Title of the document that it was compared with; empty where it was not."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Steps, and where among them one is. `Trail()` is one without steps."""

    steps: tuple[Step, ...] = ()
    """Every step in the order walked, those of lines that were left among them."""
    origins: tuple[int, ...] = ()
    """For each step the number, in `steps`, of the one it was walked from; -1 for none."""
    at: int = -1
    """Number of the current step; -1 where there is none."""
    tip: int = -1
    """Number of the last step of the line that back and forward lead along."""
    most: int = MOST_STEPS
    """How many steps are kept; beyond that the oldest go."""

    @property
    def current(self) -> Step | None:
        """Where one is."""
        return self.steps[self.at] if self.steps else None

    @property
    def line(self) -> tuple[Step, ...]:
        """The steps that back and forward lead along, from the first to the last."""
        return tuple(self.steps[number] for number in self._line())

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the steps of `line`."""
        return tuple(self._line())

    @property
    def place(self) -> int:
        """Which step of `line` is the current one, from 0; -1 where there is none."""
        return self._line().index(self.at) if self.steps else -1

    def walk(self, step: Step) -> "Trail":
        """Go on to a step. What lay ahead is no longer on the line."""
        number = len(self.steps)
        steps, origins = (*self.steps, step), (*self.origins, self.at)
        return Trail(steps, origins, number, number, self.most)._shortened()

    def update(self, place: tuple[int, int]) -> "Trail":
        """Take down where in its document one is now: passage and offset of the current step."""
        if not self.steps:
            return self
        here = replace(self.steps[self.at], passage=place[0], offset=place[1])
        return replace(self, steps=(*self.steps[: self.at], here, *self.steps[self.at + 1 :]))

    def back(self) -> "Trail | None":
        """Go to the step that the current one was walked from; None where there is none."""
        return replace(self, at=self.origins[self.at]) if self.steps and self.origins[self.at] >= 0 else None

    def forward(self) -> "Trail | None":
        """Go to the step that one last came back from; None where there is none."""
        ahead = self.tip
        while ahead > self.at and self.origins[ahead] != self.at:
            ahead = self.origins[ahead]
        return replace(self, at=ahead) if ahead > self.at else None

    def go_to(self, number: int) -> "Trail":
        """Go to any step. Off the line, the line becomes the one through it that was walked last."""
        if number in self._line():
            return replace(self, at=number)
        return replace(self, at=number, tip=max(self._from(number)))

    def without(self, number: int) -> "Trail":
        """Leave a step out. What was walked from it counts as walked from where it was itself walked from."""
        origin = self.origins[number]

        def renumbered(old: int) -> int:
            old = origin if old == number else old
            return old - 1 if old > number else old

        steps = (*self.steps[:number], *self.steps[number + 1 :])
        origins = tuple(renumbered(one) for place, one in enumerate(self.origins) if place != number)
        last = len(steps) - 1
        short = Trail(steps, origins, renumbered(self.at), renumbered(self.tip), self.most)
        if min(short.at, short.tip) >= 0 or not steps:
            return short
        return replace(short, tip=last, at=last) if short.tip < 0 else replace(short, at=short._line()[0])

    def joined(self, other: "Trail") -> "Trail":
        """The same with the steps of another trail that it lacks, each behind the one it was walked from.

        One is where one was. What both have is one step, though it was left at another place in its document.
        """
        if not self.steps:
            return replace(other, most=self.most)._shortened()
        is_cut = len(self.steps) == self.most  # what the other one has before all of this is too old to keep
        free: dict[tuple[object, ...], list[int]] = {}
        for number in reversed(range(len(self.steps))):
            free.setdefault(_what(self.steps[number], self.origins[number]), []).append(number)
        steps, origins = list(self.steps), list(self.origins)
        place: list[int] = []
        for step, origin in zip(other.steps, other.origins, strict=True):
            behind = place[origin] if origin >= 0 else -1
            if known := free.get(_what(step, behind)):
                place.append(known.pop())
                is_cut = False
            elif is_cut:
                place.append(-1)
            else:
                place.append(len(steps))
                steps.append(step)
                origins.append(behind)
        return replace(self, steps=tuple(steps), origins=tuple(origins))._shortened()

    def as_json(self) -> dict[str, Any]:
        """Return it as values that JSON knows."""
        steps = [
            {**asdict(step), "from": origin} for step, origin in zip(self.steps, self.origins, strict=True)
        ]
        return {"steps": steps, "at": self.at, "tip": self.tip}

    @classmethod
    def from_json(cls, found: object, most: int = MOST_STEPS) -> "Trail":
        """Read what `as_json` gave; what of it is missing or of a wrong kind is passed over."""
        given = found if isinstance(found, dict) else {}
        listed = given.get("steps")
        steps: list[Step] = []
        origins: list[int] = []
        # Which step stands where a number points: a step passed over gives way to its origin.
        new: list[int] = []
        for one in listed if isinstance(listed, list) else []:
            origin = one.get("from") if isinstance(one, dict) else None
            origin = new[origin] if type(origin) is int and 0 <= origin < len(new) else -1
            step = _read_step(one)
            new.append(origin if step is None else len(steps))
            if step is not None:
                steps.append(step)
                origins.append(origin)
        tip, at = (
            new[number] if type(number := given.get(name)) is int and 0 <= number < len(new) else -1
            for name in ("tip", "at")
        )
        trail = cls(tuple(steps), tuple(origins), at, tip if tip >= 0 else len(steps) - 1, most)
        return (trail if trail.at in trail._line() else replace(trail, at=trail.tip))._shortened()

    def _line(self) -> list[int]:
        numbers = []
        number = self.tip
        while number >= 0:
            numbers.append(number)
            number = self.origins[number]
        return numbers[::-1]

    def _from(self, number: int) -> set[int]:
        """A step and all that were walked from it, and from these."""
        found = {number}
        for later in range(number + 1, len(self.steps)):
            if self.origins[later] in found:
                found.add(later)
        return found

    def _shortened(self) -> "Trail":
        extra = len(self.steps) - self.most
        if extra <= 0:
            return self
        origins = tuple(max(-1, origin - extra) for origin in self.origins[extra:])
        tip, at = self.tip - extra, self.at - extra
        short = Trail(self.steps[extra:], origins, at, tip, self.most)
        if at >= 0:
            return short
        # Where one was is gone too: the nearest that is left is the first of its line, or the last of all.
        tip = tip if tip >= 0 else len(short.steps) - 1
        return replace(short, tip=tip, at=next(iter(replace(short, tip=tip)._line())))


def _what(step: Step, origin: int) -> tuple[object, ...]:
    """What makes two steps one."""
    return origin, step.query, step.document, step.title, step.why, step.beside


def _read_step(found: object) -> Step | None:
    if not isinstance(found, dict):
        return None
    query, document, title, why = (found.get(name) for name in ("query", "document", "title", "why"))
    passage, offset, beside = found.get("passage"), found.get("offset"), found.get("beside", "")
    if not (isinstance(query, str) and isinstance(title, str) and isinstance(why, str)):
        return None
    if type(passage) is not int or type(offset) is not int or not isinstance(document, str | None):
        return None
    if not isinstance(beside, str):
        return None
    return Step(query, document, title, passage, offset, why, beside)
