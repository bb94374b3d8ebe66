"""The files of the reading room: where one was, searches kept and made, trails kept, articles marked."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from scenes import Report, insisting

import index.marks
import tui.whole_files
from index.marks import Marks
from tui.history import History
from tui.saved import SavedSearches
from tui.state import Session, read_session, save_session
from tui.trail import Step, Trail
from tui.trails import keep_trail, kept_trails, rename_trail
from tui.whole_files import change_whole, read_whole

ROUNDS = 3
"""So often each file is changed."""


class FilesScene:
    """Each file changed in turn, some more than once; every change is reported when it is done."""

    name = "files"
    stages: ClassVar[Mapping[str, tuple[Any, str]]] = {
        "files changed": (tui.whole_files, "_put"),
        "marks": (Marks, "_append"),
        "marks written anew": (Marks, "_write_anew"),
    }

    def __init__(self, place: Path, seed: int) -> None:
        self.place, self.seed = place, seed
        self.data = place / "data"
        numbers = range(10 * seed, 10 * seed + ROUNDS)
        self.steps = [step for number in numbers for step in self._round(number)]

    def prepare(self) -> None:
        """Make the place as it is before the work."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.data.mkdir(parents=True, mode=0o700)

    def work(self, report: Report) -> None:
        """All changes, one after the other."""
        index.marks.SPARE_LINES = -3
        self._work(0, report)

    def _work(self, first: int, report: Report) -> None:
        for number, step in enumerate(self.steps):
            if number >= first:
                insisting(step, report)
                report(str(number + 1))

    def judge(self, reports: Sequence[str]) -> None:
        """Look whether each file is as before or after the change that was being made, and go on."""
        done = int(reports[-1]) if reports else 0
        found, before, after = self._holds(), self._expected(done), self._expected(done + 1)
        for name, one in found.items():
            if isinstance(one, dict):  # two articles that are marked at once are two lines
                assert all(mark in (before[name].get(id), after[name].get(id)) for id, mark in one.items()), (
                    name
                )
                assert before[name].keys() <= one.keys(), name
            else:
                assert one in (before[name], after[name]), f"{name} after {done}: {one}"
        self._work(done, lambda line: None)
        assert self._holds() == self._expected(len(self.steps))
        left = {path.name for path in self.data.rglob(".*")}
        assert left <= {".marks.jsonl.new"}, left  # the next that writes it anew takes it

    def _round(self, number: int) -> list[Callable[[], object]]:
        trail = self._trail(number)
        return [
            partial(change_whole, self.data / "saved-searches.toml", partial(_saved, number=number)),
            partial(change_whole, self.data / "searches.jsonl", partial(_made, number=number)),
            lambda: save_session(self.data / "session.json", Session(query=f"q{number}", trail=trail)),
            lambda: keep_trail(self.data, f"trail {number}", trail, "2024-03-12T10:00:00"),
            lambda: self._renamed(number),
            lambda: self._marks().mark_read([f"d{number}", "all"], is_read=number % 2 == 0),
            lambda: self._marks().set_tags(f"d{number}", ["verify", "Fordow"]),
        ]

    def _trail(self, number: int) -> Trail:
        trail = Trail()
        for at in range(number % 10 + 2):
            trail = trail.walk(Step(f"q{at}", f"d{at}", "A “title” \U0001f600", at, 0, "search"))
        return trail

    def _renamed(self, number: int) -> None:
        one = next((one for one in kept_trails(self.data) if one.name == f"trail {number}"), None)
        if one is not None:  # it may be done, though an error was met behind it
            rename_trail(one, f"way {number}")

    def _marks(self) -> Marks:
        return Marks(self.data, lambda: None)

    def _holds(self) -> dict[str, Any]:
        session = read_session(read_whole(self.data / "session.json"))
        searches = SavedSearches.read(read_whole(self.data / "saved-searches.toml"))
        history = History.read(read_whole(self.data / "searches.jsonl"))
        trails = kept_trails(self.data)
        assert not searches.troubles and not history.unread and not any(one.trouble for one in trails)
        known = self._marks().known
        return {
            "saved": [one.name for one in searches.searches],
            "history": [one.query for one in history.searches],
            "session": (session.query, len(session.trail.steps)),
            "trails": sorted((one.name, len(one.trail.steps)) for one in trails),
            "read": {id: mark.is_read for id, mark in known.items()},
            "tags": {id: mark.tags for id, mark in known.items() if mark.tags},
        }

    def _expected(self, done: int) -> dict[str, Any]:
        """What all files hold after so many changes, by doing them elsewhere."""
        beside = FilesScene(self.place / "beside", self.seed)
        beside.prepare()
        for step in beside.steps[:done]:
            step()
        found = beside._holds()
        shutil.rmtree(beside.place)
        return found


def _saved(text: str, number: int) -> str:
    return SavedSearches.read(text).with_search(f"search {number}", 'fordow "strike"').text


def _made(text: str, number: int) -> str:
    return History.read(text).made(f"query {number}", number, "2024-03-12T10:00:00").text
