"""A library whose names are found, joined, mended, watched for and voted on; copies, quotations and dates.

Where it is struck is chosen by the part of the program that is at work (`stages`): each has its points.
"""

import random
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from scenes import Report, insisting

import index.mending.applying
import index.naming
import index.voting
from index import Library
from index.catalog.abroad import Abroad
from index.catalog.copies import Copies
from index.catalog.dates import Dates
from index.catalog.names import Names
from index.catalog.quotes import Quotes
from index.catalog.votes import Votes
from index.entities import Vote
from index.helping.crew import Crew
from index.helping.naming import NAMING
from index.helping.work import Work
from index.mending.lines import read_line, write_line
from index.model import Mending
from index.modelling.pipelines import Layer, Pipeline
from index.modelling.work import MODELLING, Heard, VotesAsked, VotesHeard
from index.said import SaidFile
from index.watching.lines import read_line as read_watched

PEOPLE = ("Vladimir Putin", "Abbas Araghchi", "Ada Brandt", "Carl Ekman", "Olof Lindqvist", "Marta Keller")
SAID = (
    'merge person "Araqchi" into person "Abbas Araghchi"',
    'hide place "Geneva"',
    'split "Brandt" from person "Ada Brandt" as person "Otto Brandt"',
    'pin person "Olof Lindqvist"',
)
WATCHED = ('work "Cobalt papers", "cobalt"', 'person "Anna Grün", exact "AG"')


class Change(NamedTuple):
    """One thing that a user has done, and how one sees that it was."""

    name: str
    mendings: tuple[str, ...]
    watched: tuple[str, ...]


class Told(Crew):
    """Helpers as they are, but for that of a model, which is in this process: it takes Qumra for an event."""

    def map(self, work: Work[Any, Any], asked: Iterable[Any], expected: int, **how: bool) -> Iterator[Any]:
        return _votes(asked) if work is MODELLING else super().map(work, asked, expected, **how)


def _votes(asked: Iterable[VotesAsked]) -> Iterator[VotesHeard]:
    for one in asked:
        heard = []
        for document in one.documents:
            at = document.text.find("Qumra")
            votes = (Vote(at, at + 5, "event"),) if at >= 0 else ()
            heard.append(Heard(votes, NAMING.do(replace(document, votes=votes))))
        yield VotesHeard(one, tuple(heard))


class NamesScene:
    """Folder changed and read in; mended, taken back; watched for; voted on; made anew."""

    name = "names"
    stages: ClassVar[Mapping[str, tuple[Any, str]]] = {
        "names": (Names, "put"),
        "joining": (Names, "assign"),
        "joining early": (Names, "adopt"),
        "to be read again": (Names, "reread"),
        "dates": (Dates, "put"),
        "quotes": (Quotes, "put"),
        "votes": (Votes, "put"),
        "names abroad": (Abroad, "establish"),
        "copies begun": (Copies, "begin"),
        "sketches": (Copies, "put"),
        "copies": (Copies, "assign"),
        "mendings applied": (index.mending.applying, "apply"),
        "mendings and lists": (SaidFile, "change"),
    }

    def __init__(self, place: Path, seed: int) -> None:
        self.place = place
        self.folder, self.template, self.home = place / "articles", place / "template", place / "home"
        self.chance = random.Random(seed)
        shutil.rmtree(place, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)
        for number in range(4):
            self._write(number)
        with self._open(self.template) as library:
            library.sync()
            library.mend(_mending(SAID[0]))
            library.watch(_watched(WATCHED[0]))
            library.follow_watched()
        for number in range(2, 8):
            self._write(number)
        one = (self.folder / "2.txt").read_text("utf-8")
        (self.folder / "copy.txt").write_text(one + "\nReporting by another.\n", "utf-8")
        (self.folder / "0.txt").unlink()
        (self.folder / "loin.txt").write_text(
            "Une visite à Genève\n\nLe ministre Abbas Araghchi a rencontré Olof Lindqvist à Genève avec Ada"
            " Brandt. Il est reparti le lendemain pour Téhéran dans la soirée.\n",
            "utf-8",
        )
        with self._open(place / "clean") as library:
            for line in (SAID[0], *SAID[2:]):
                library.mend(_mending(line))
            for line in WATCHED:
                library.watch(_watched(line))
            library.sync()
            self._vote(library)
            self.expected = answers(library)
        shutil.rmtree(place / "clean")
        self.changes = (
            Change("begun", SAID[:1], WATCHED[:1]),
            Change("mended", SAID[:2], WATCHED[:1]),
            Change("taken back", SAID[:1], WATCHED[:1]),
            Change("mended again", (SAID[0], *SAID[2:3]), WATCHED[:1]),
            Change("pinned", (SAID[0], *SAID[2:]), WATCHED[:1]),
            Change("watched", (SAID[0], *SAID[2:]), WATCHED),
        )

    def prepare(self) -> None:
        """Make the place as it is before the work."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.template, self.home)

    def work(self, report: Report) -> None:
        """All of it, in an order in which one would."""
        index.naming.BATCH, index.naming.EARLY = 3, 2
        index.voting.BATCH = 3
        with self._open(self.home) as library:
            insisting(partial(library.sync, model=False), report)
            report("synced")
            self._do(library, 0, report)
            insisting(library.follow_watched, report)
            insisting(partial(self._vote, library), report)
            report("heard")
            first = [one.id for one in library.documents()[:3]]
            insisting(partial(library.sync, rebuild=True, first=first, model=False), report)

    def judge(self, reports: Sequence[str]) -> None:
        """Look whether all is whole and nothing that was said is lost, and bring it to its end."""
        done = max((place for place, one in enumerate(self.changes) if one.name in reports), default=0)
        with self._open(self.home) as library:
            whole(library)
            held = tuple(map(write_line, library.mendings().listed))
            watched = tuple(map(str.rstrip, library.watch_lists()[0].lines[1:]))
            possible = [(one.mendings, one.watched) for one in self.changes[done : done + 2]]
            assert (held, watched) in possible, (done, held, watched)
            assert library.said_troubles() == ()
            at = done + possible.index((held, watched))
            library.sync(model=False)
            self._do(library, at, lambda line: None)
            library.follow_watched()
            self._vote(library)
        with self._open(self.home) as library:
            whole(library)
            found = answers(library)
            wrong = {name: (found[name], one) for name, one in self.expected.items() if found[name] != one}
            assert not wrong, wrong
            assert library.damage is None and not library.needs_sync
            assert library.sync(model=False).trouble == ()
        left = {path.name for path in (self.home / "data").rglob("*") if path.is_file()}
        assert left <= {"mendings.txt", "mendings.lock", "watched.txt", "watched.lock"}, left

    def _do(self, library: Library, done: int, report: Report) -> None:
        """What the user does, from one change on."""
        steps = (
            lambda: library.mend(_mending(SAID[1])),
            library.take_back,
            lambda: library.mend(_mending(SAID[2])),
            lambda: library.mend(_mending(SAID[3])),
            lambda: library.watch(_watched(WATCHED[1])),
        )
        for number in range(done, len(steps)):
            wanted = self.changes[number + 1].mendings
            if number < 4 and tuple(map(write_line, library.mendings().listed)) != wanted:
                insisting(partial(self._once, library, steps[number], wanted), report)
            elif number == 4:
                insisting(steps[number], report)
            report(self.changes[number + 1].name)

    def _once(self, library: Library, step: Any, wanted: tuple[str, ...]) -> None:
        """Do a step that may have been done in the file, though an error was met behind it."""
        if tuple(map(write_line, library.mendings().listed)) != wanted:
            step()

    def _vote(self, library: Library) -> None:
        before = index.voting.find_layer, index.voting.Crew
        index.voting.find_layer = lambda: Layer(Pipeline("told", "1.0", Path()))
        index.voting.Crew = Told  # type: ignore[misc]
        try:
            assert library.hear_model() == ()
        finally:
            index.voting.find_layer, index.voting.Crew = before  # type: ignore[misc]

    def _open(self, home: Path) -> Library:
        return Library.open(self.folder, home)

    def _write(self, number: int) -> None:
        one, other = self.chance.sample(PEOPLE, 2)
        (self.folder / f"{number}.txt").write_text(
            f"Report {number} from the coast\nSource: River Post\n{number + 2} March 2024\n\n"
            f"Minister {one} met {other} in Geneva on Tuesday. Mr Araqchi and Brandt had left.\n\n"
            f"“The harbour was never closed in those {number + 3} days,” {other} told the River Post. Of"
            f" Qumra and the cobalt there was nothing, and AG{number} is not AG.\n\n"
            f"Two days later {one.split()[-1]} said that nobody had asked number{self.chance.random()}.\n",
            "utf-8",
        )


def _mending(line: str) -> Mending:
    found = read_line(line)
    assert found is not None
    return found


def _watched(line: str) -> Any:
    return read_watched(line)


def whole(library: Library) -> None:
    """Look whether everything that is kept of names hangs together."""
    catalog = library._catalog
    assert catalog.problems() == () and library.damage is None
    with catalog.reading() as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        lost = "SELECT name FROM names WHERE entity NOT IN (SELECT id FROM entities)"
        assert db.execute(lost).fetchall() == [], "names whose entity is gone"
        lost = (
            "SELECT m.document FROM mentions m JOIN names n ON n.key = m.name"
            " WHERE n.document NOT IN (0, m.document)"
        )
        assert db.execute(lost).fetchall() == [], "mentions under names of another document"


def answers(library: Library) -> dict[str, Any]:
    """All that is known of names, days, quotations and copies, without keys."""
    articles = sorted((library.document(one.id) for one in library.documents()), key=lambda one: one.path)
    entities = library.entities()
    names = {one.id: one.name for one in entities}
    found: dict[str, Any] = {
        "entities": sorted(
            (one.name, one.type, one.aliases, one.mentions, one.documents) for one in entities
        ),
        "pinned": [one.name for one in library.pinned()],
        "watched": [one.name for one in library.watched_entities()],
        "idle": sorted(map(write_line, library.idle_mendings())),
        "copies": [sorted(other.path for other in library.copies(one.id)) for one in articles],
    }
    for one in articles:
        found[one.path] = (
            [(m.start, m.end, m.text, m.type, names.get(m.entity)) for m in one.mentions],
            one.dates,
            one.quotes,
        )
    return found
