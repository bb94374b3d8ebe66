"""Days that two documents tell of the same, and that differ."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from index.comparing.placed import Placed
from index.model import Article, DateMeant, Link, Variance

TELLING = frozenset(("quote", "wording", "number"))
"""Reasons by which two passages tell of the same."""
TERMS = 2
"""So many telling words in common do, too."""
MOST_DAYS = 14
"""A stretch of more days is no day on which something was."""
_SAID = "(?:said|says|told|announced|wrote|posted|tweeted|denied|confirmed|added|declared|reported|stated)"
_SAID_BEFORE = re.compile(_SAID + r"\b[^.;:!?\n\"“”]{0,16}$", re.IGNORECASE)
_SAID_BEHIND = re.compile(r"\W{0,2}" + _SAID + r"\b", re.IGNORECASE)
_AROUND = 40


def days(links: Sequence[Link], first: Article, second: Article) -> Iterator[Variance]:
    """Days that linked passages mean and the other document does not, while it means others."""
    met: dict[int, set[int]] = {}
    for link in links:
        if _is_of_one(link):
            met.setdefault(link.here, set()).add(link.there)
    here, there = _days(first), _days(second)
    all_here, all_there = _Stretches(here), _Stretches(there)
    placed_here, placed_there = Placed(here), Placed(there)
    for passage, others in met.items():
        ours = _without(_happened(placed_here, first, [passage]), all_there)
        theirs = _without(_happened(placed_there, second, sorted(others)), all_here)
        if ours and theirs:
            yield Variance("date", "", tuple(map(_span, ours)), tuple(map(_span, theirs)))


def _days(article: Article) -> list[DateMeant]:
    """The dates that tell a day, or some days in a row."""
    told = (one for one in article.dates if one.field == "text" and one.date and one.last)
    return [one for one in told if one.granularity in ("day", "range")]


def _is_of_one(link: Link) -> bool:
    """Whether two passages may tell of the same: who and where alone is no event, and one word is not."""
    kinds = [one.kind for one in link.reasons]
    return not TELLING.isdisjoint(kinds) or kinds.count("term") >= TERMS


def _happened(days: Placed[DateMeant], article: Article, passages: Sequence[int]) -> list[DateMeant]:
    """Those of some days that stand in some passages, but for those on which it was only said."""
    stretches = (article.passages[number] for number in passages)
    return [
        day
        for one in stretches
        for day in days.within(one.start, one.end)
        if _is_short(day) and not _is_of_saying(article.text, day)
    ]


def _is_short(day: DateMeant) -> bool:
    first, last = date.fromisoformat(day.date or ""), date.fromisoformat(day.last or "")
    return (last - first).days < MOST_DAYS


def _is_of_saying(text: str, day: DateMeant) -> bool:
    before = text[max(0, day.start - _AROUND) : day.start]
    return bool(_SAID_BEFORE.search(before) or _SAID_BEHIND.match(text, day.end))


def _span(day: DateMeant) -> tuple[int, int]:
    return day.start, day.end


class _Stretches:
    """All days that some dates mean, as stretches that do not meet."""

    def __init__(self, days: Iterable[DateMeant]) -> None:
        self._firsts: list[str] = []
        self._lasts: list[str] = []
        for first, last in sorted((one.date or "", one.last or "") for one in days):
            if self._lasts and first <= self._lasts[-1]:
                self._lasts[-1] = max(self._lasts[-1], last)
            else:
                self._firsts.append(first)
                self._lasts.append(last)

    def meet(self, day: DateMeant) -> bool:
        """Whether a date means one of the days, too."""
        at = bisect_left(self._lasts, day.date or "")
        return at < len(self._firsts) and self._firsts[at] <= (day.last or "")


def _without(days: Sequence[DateMeant], others: _Stretches) -> list[DateMeant]:
    return [one for one in days if not others.meet(one)]
