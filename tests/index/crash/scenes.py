"""What the killed processes are at: an index that changes, and a library that is brought up to date.

A scene knows what it looks like before and after each of its changes, and judges what is found on
the disk by the oracle of the full-text tests.
"""

import importlib.util
import os
import random
import shutil
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import index.columnar.writer
import index.sync
from index import Library
from index.columnar.contents import CONTENTS
from index.errors import CuttingsError
from index.fulltext.engine import Engine, Entry
from index.fulltext.syntax import parse

Report = Callable[[str], None]

_oracle_file = Path(__file__).parents[1] / "fulltext" / "oracle.py"
_spec = importlib.util.spec_from_file_location("crash_oracle", _oracle_file)
assert _spec and _spec.loader
oracle = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(oracle)

WORDS = [
    "iran",
    "talks",
    "geneva",
    "fordow",
    "strike",
    "harbour",
    "water",
    "pumps",
    "minister",
    "moscow",
    "putin",
    "treaty",
    "sanctions",
    "Trump",
    "US",
    "nuclear",
    "sites",
    "agency",
    "access",
    "F-35",
    "U.S.",
    "Monday",
    "Tehran's",
    "enrichment",
]


def word(text: str) -> Any:
    return ("words", None, False, False, ((text,),))


def phrase(*texts: str) -> Any:
    return ("words", None, False, True, tuple((text,) for text in texts))


QUERIES = [
    word("iran"),
    word("talks"),
    word("us"),
    word("f*"),
    word("*s"),
    ("and", word("moscow"), ("not", word("water"))),
    ("or", word("fordow"), phrase("nuclear", "sites")),
    phrase("iran", "talks"),
    ("source", (("cradle",),)),
    ("every",),
]


MET = "met: "
"""How a report begins of an error that the work met with, and that it went on from."""


def insisting(action: Callable[[], object], report: Report) -> None:
    """Do something; once more, if the machine does not let it be done the first time."""
    try:
        action()
    except (CuttingsError, OSError) as error:
        assert str(error), "nothing was said"
        report(f"{MET}{error}")
        action()


@cache
def hits(node: Any, doc: Any) -> int | None:
    """How many hits a document has; None where it does not match."""
    return len(oracle.hits(node, doc)) if oracle.met(node, doc) else None


def agree(ask: Callable[[str], tuple[dict[int, int], int]], docs: dict[int, Any]) -> None:
    """Hold answers against the oracle: which documents, and how many hits in each."""
    for node in QUERIES:
        text = oracle.render(node)
        counts = {key: hits(node, doc) for key, doc in docs.items()}
        expected = {key: count for key, count in counts.items() if count is not None}
        found, total = ask(text)
        assert found == expected, f"{text}: found {found}, not {expected}"
        assert total == sum(expected.values()), text


def prose(chance: random.Random, most: int = 25) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(5, most))]
    words[chance.randrange(len(words))] = f"unheard{chance.randrange(1 << 30)}"
    half = len(words) // 2
    return " ".join(words[:half]) + ".\n\n" + " ".join(words[half:]) + ".\n"


class Change(NamedTuple):
    """One change of an index."""

    kind: str
    docs: tuple[Any, ...] = ()
    gone: tuple[int, ...] = ()


class IndexScene:
    """An index that grows, shrinks, is merged, and is made anew beside itself."""

    name = "index"

    def __init__(self, place: Path, seed: int) -> None:
        self.place = place
        self.directory = place / "fulltext"
        chance = random.Random(seed)
        self.changes: list[Change] = []
        self.states: list[dict[int, Any]] = [{}]
        kinds = ["update"] * 3 + [
            "merge",
            "update",
            "reopen",
            "update",
            "rebuild",
            "update",
            "merge",
            "empty",
            "update",
        ]
        for kind in kinds:
            state = dict(self.states[-1])
            docs: list[Any] = []
            gone: list[int] = []
            if kind == "update":
                for key in chance.sample(range(1, 30), chance.randint(2, 7)):
                    source = chance.choice(["The Cradle", "BBC", None])
                    docs.append(
                        oracle.Doc(key, " ".join(chance.sample(WORDS, 3)), prose(chance), source, None)
                    )
                gone = chance.sample(range(1, 30), 4)
            elif kind == "empty":
                gone = list(state)
            for key in gone:
                state.pop(key, None)
            state.update({doc.key: doc for doc in docs})
            self.changes.append(Change(kind, tuple(docs), tuple(gone)))
            self.states.append(state)

    def prepare(self) -> None:
        """Make the place as it is before the work."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir(parents=True, mode=0o700)

    def work(self, report: Report) -> None:
        """All changes, one after the other."""
        index.columnar.writer.FLUSH_WORDS = 60
        self._work(0, report)

    def _work(self, first: int, report: Report) -> None:
        engine = Engine.open(self.directory)
        for number in range(first, len(self.changes)):
            if self.changes[number].kind == "reopen":
                engine = Engine.open(self.directory)
            else:
                insisting(partial(self._change, engine, number), report)
            report(str(number + 1))

    def _change(self, engine: Engine, number: int) -> None:
        kind, docs, gone = self.changes[number]
        if kind == "merge":
            engine.merge(wanted=2)
        elif kind == "rebuild":
            self._rebuild(engine, self.states[number])
        else:
            engine.update(_entries(docs), gone)

    def _rebuild(self, engine: Engine, state: dict[int, Any]) -> None:
        beside = self.place / "beside"
        shutil.rmtree(beside, ignore_errors=True)
        with Engine.open(beside) as other:
            other.update(_entries(state.values()))
            engine.take_over(other)
        shutil.rmtree(beside, ignore_errors=True)

    def judge(self, reports: Sequence[str]) -> None:
        """Look whether all is whole, and go on to the end."""
        done = int(reports[-1]) if reports else 0
        with Engine.open(self.directory) as engine:
            assert engine.check() == []
            found = engine.contents()
            possible = self.states[done : done + 2]
            state = next(
                (one for one in possible if {key: version(doc) for key, doc in one.items()} == found), None
            )
            assert state is not None, f"after change {done} of {len(self.changes)}: {sorted(found)}"
            agree(_asking(engine), state)
            engine.update([Entry(99, 1, "swept", "swept", None, None)])
            engine.update((), [99])
            named = engine.index.state.contents.files() | {CONTENTS, "WRITELOCK.lock"}
            assert set(os.listdir(self.directory)) == named, "something was left over"
        self._work(done, lambda line: None)
        with Engine.open(self.directory) as engine:
            assert engine.check() == []
            assert engine.contents() == {key: version(doc) for key, doc in self.states[-1].items()}
            agree(_asking(engine), self.states[-1])


def version(doc: Any) -> int:
    """Tells a document of one text from another."""
    return int.from_bytes(doc.text.encode()[-6:], "big") + len(doc.text)


def _entries(docs: Any) -> list[Entry]:
    return [Entry(doc.key, version(doc), *doc[1:]) for doc in docs]


def _asking(engine: Engine) -> Callable[[str], tuple[dict[int, int], int]]:
    def ask(text: str) -> tuple[dict[int, int], int]:
        ranked = engine.list(parse(text))
        return dict(zip(ranked.keys.tolist(), ranked.hits.tolist(), strict=True)), ranked.hits_total

    return ask


class LibraryScene:
    """A library whose folder has changed, and is read in; then everything is read anew."""

    name = "library"

    def __init__(self, place: Path, seed: int) -> None:
        self.place = place
        self.folder, self.template, self.home = place / "articles", place / "template", place / "home"
        self.chance = random.Random(seed)
        shutil.rmtree(place, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)
        for number in range(8):
            self._write(f"a{number}.txt")
        self._read_in(self.template)
        before = self._files()
        for number in range(4):
            self._write(f"b{number}.txt")
            self._write(f"a{number}.txt")
        (self.folder / "a4.txt").rename(self.folder / "moved.txt")
        (self.folder / "a5.txt").unlink()
        one, other = self.folder / "a6.txt", self.folder / "a7.txt"
        other.rename(place / "aside")
        one.rename(other)
        (place / "aside").rename(one)
        self.possible = before | self._files()
        self._read_in(place / "clean")
        with self._open(place / "clean") as library:
            self.expected = self._answers(library)
        shutil.rmtree(place / "clean")

    def prepare(self) -> None:
        """Make the place as it is before the work."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.template, self.home)

    def work(self, report: Report) -> None:
        """Read in what has changed; then read everything anew."""
        index.sync.FIRST_FILES = index.sync.BATCH_FILES = 3
        update = Engine.update

        def reporting(engine: Engine, add: Any, remove: Any = ()) -> None:
            entries = list(add)
            update(engine, entries, remove)
            report(" ".join(str(entry.version) for entry in entries))

        Engine.update = reporting  # type: ignore[method-assign]
        with self._open(self.home) as library:
            insisting(library.sync, report)
            report("synced")
            Engine.update = update  # type: ignore[method-assign]
            insisting(lambda: library.sync(rebuild=True), report)
            report("rebuilt")

    def judge(self, reports: Sequence[str]) -> None:
        """Look whether all is whole, and bring it up to date."""
        with self._open(self.home) as library:
            assert library._catalog.problems() == ()
            assert library.damage is None, library.damage
            held = library._index.contents()
            assert held == library._catalog.versions(), "catalog and index disagree"
            if "synced" not in reports:
                versions = {int(one) for line in reports for one in line.split()}
                assert versions <= set(held.values()), "what was reported as indexed is missing"
            articles = library._catalog.articles(list(held))
            for article in articles.values():
                assert (article.path, article.sha256) in self.possible
            self._agree(library, articles)
            assert library._index.check() == [] and library._passages.check() == []
        with self._open(self.home) as library:
            library.sync()
            answers = self._answers(library)
            assert answers == self.expected, _differences(answers, self.expected)
            assert library.damage is None and not library.needs_sync
            assert library._index.contents() == library._passages.contents() == library._catalog.versions()
            assert library._index.check() == [] and library._passages.check() == []
            self._agree(library, library._catalog.articles(list(library._catalog.versions())))
            for store in (library._index, library._passages):
                store.update(())  # what was left over is swept with the next change
                directory = store.index.directory
                named = store.index.state.contents.files() | {CONTENTS, "WRITELOCK.lock"}
                assert set(os.listdir(directory)) == named, f"something was left over in {directory.name}"
            assert not list(library.directory.glob("fulltext.*"))

    def _agree(self, library: Library, articles: dict[int, Any]) -> None:
        docs = {
            key: oracle.Doc(key, one.title, one.text, one.source, one.published)
            for key, one in articles.items()
        }

        def ask(text: str) -> tuple[dict[int, int], int]:
            listing = library.list(text)
            return dict(zip(listing.keys, listing.hits, strict=True)), listing.hits_total

        agree(ask, docs)

    def _answers(self, library: Library) -> dict[str, Any]:
        documents = sorted(library.documents(), key=lambda one: one.path)
        found: dict[str, Any] = {
            "documents": [(one.path, one.sha256, one.title) for one in documents],
            "entities": sorted(
                (one.name, one.type, one.mentions, one.documents) for one in library.entities()
            ),
        }
        for node in QUERIES:
            text = oracle.render(node)
            results = library.search(text, limit=100).results
            found[text] = sorted((one.document.path, one.hits, round(one.score, 6)) for one in results)
        for one in documents:
            passage = library.document(one.id).passages[0]
            found[f"related to {one.path}"] = sorted(
                (other.document.path, other.passage, len(other.reasons)) for other in library.related(passage)
            )
        return found

    def _open(self, home: Path) -> Library:
        return Library.open(self.folder, home)

    def _read_in(self, home: Path) -> None:
        with self._open(home) as library:
            library.sync()

    def _write(self, name: str) -> None:
        people = self.chance.sample(["Vladimir Putin", "Abbas Araghchi", "Donald Trump", "David Lammy"], 2)
        title = " ".join(self.chance.sample(WORDS, 4))
        body = prose(self.chance) + "\n" + f"{people[0]} met {people[1]} in Geneva.\n\n" + prose(self.chance)
        (self.folder / name).write_text(f"{title}\n\n{body}")

    def _files(self) -> set[tuple[str, str]]:
        import hashlib

        contents = {hashlib.sha256(path.read_bytes()).hexdigest() for path in self.folder.iterdir()}
        return {(str(path), one) for path in self.folder.iterdir() for one in contents}


def _differences(found: dict[str, Any], expected: dict[str, Any]) -> str:
    return "\n".join(
        f"{name}: {found.get(name)} instead of {expected[name]}"
        for name in expected
        if found.get(name) != expected[name]
    )


class FirstScene(LibraryScene):
    """A library that was never opened before."""

    name = "first"

    def prepare(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)


SCENES = {scene.name: scene for scene in (IndexScene, LibraryScene, FirstScene)}
