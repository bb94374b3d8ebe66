"""Whatever is done to a file of a library, it is noticed, named and made good without anyone's doing."""

import os
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from index import Library, shelf

EACH = 1 if os.environ.get("CUTTINGS_CRASH") == "all" else 3
"""Of so many files one is done each harm, every file some of them."""

QUERIES = ["talks", "harbour OR monday", "source:post", "-talks", '"the talks opened"', "h*"]
SAID = "“The pumps of the harbour district failed before the water came,” Abbas Araghchi said on Monday."
TEXTS = {
    "talks.txt": "Source: River Post\n\nTalks open in Geneva\n\nAbbas Araghchi came. The talks opened.\n",
    "harbour.txt": f"Harbour floods again\n\n{SAID} Water stood for hours.\n",
    "pumps.txt": f"Pumps fail\n\n{SAID} Nobody had listened to the engineers.\n",
}


def overwrite(path: Path, data: bytes) -> None:
    """Write into a file as it stands, and put its time back: only its content tells."""
    before = path.stat()
    with open(path, "r+b") as file:
        file.write(data)
        file.truncate(len(data))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def flip(at: float) -> Callable[[Path], None]:
    def harm(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[int(at * (len(data) - 1))] ^= 1
        overwrite(path, bytes(data))

    return harm


def other(path: Path) -> None:
    """Put another file of that size and time in its place."""
    data, before = path.read_bytes(), path.stat()
    path.unlink()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 255, data[-1] ^ 255]))
    path.chmod(0o600)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


HARMS: dict[str, Callable[[Path], None]] = {
    "flipped at its beginning": flip(0),
    "flipped in the middle": flip(0.5),
    "flipped at its end": flip(1),
    "cut": lambda path: overwrite(path, path.read_bytes()[:-1]),
    "longer": lambda path: overwrite(path, path.read_bytes() + b"\0"),
    "empty": lambda path: overwrite(path, b""),
    "zeros": lambda path: overwrite(path, bytes(path.stat().st_size)),
    "another": other,
    "gone": Path.unlink,
    "a link": lambda path: path.symlink_to(path.rename(path.parent.parent / "elsewhere")),
    "open to others": lambda path: path.chmod(0o666),
}


def answers(library: Library) -> dict[str, Any]:
    found: dict[str, Any] = {
        query: sorted((one.document.path, one.hits) for one in library.search(query).results)
        for query in QUERIES
    }
    found["entities"] = [(one.name, one.mentions) for one in library.entities()]
    for one in library.documents():
        passage = library.document(one.id).passages[0]
        found[one.path] = [(row.document.path, row.passage) for row in library.related(passage)]
    return found


class House:
    """A library that is put back as it was before each harm."""

    def __init__(self, place: Path) -> None:
        self.folder, self.home, self.kept = place / "articles", place / "home", place / "kept"
        self.folder.mkdir()
        for name, text in TEXTS.items():
            (self.folder / name).write_text(text)
        with self.open() as library:
            library.sync()
        with self.open() as library:
            self.answers = answers(library)
        self.directory = library.directory
        assert self.answers["talks"] and any(rows for path, rows in self.answers.items() if "/" in path)
        shutil.copytree(self.home, self.kept)

    def open(self) -> Library:
        return Library.open(self.folder, self.home)

    def put_back(self) -> None:
        shutil.rmtree(self.home)
        shutil.copytree(self.kept, self.home)

    def files(self, store: str) -> list[str]:
        """Names of a store's files as it was, the table of contents among them."""
        self.put_back()
        return sorted(path.name for path in (self.directory / store).iterdir() if path.suffix != ".lock")

    def problems(self) -> str:
        return "\n".join(shelf.diagnose(self.home)[0].problems)

    def is_made_good(self, named: Path) -> None:
        """Open it as every command does, and look whether it says what was wrong and answers as before."""
        with self.open() as library:
            if library.needs_sync:
                library.sync()
            found = answers(library)
            if library.needs_sync:
                library.sync()
                found = answers(library)
            assert found == self.answers
            assert str(named) in (library.damage or ""), library.damage
        with self.open() as library:
            assert answers(library) == self.answers
            assert library.damage is None and not library.needs_sync
        assert self.problems() == ""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("house"))


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("store", ["fulltext", "passages"])
def test_each_file_of_an_index(house: House, store: str, harm: str) -> None:
    names = house.files(store)
    assert {Path(name).suffix for name in names} >= {".json", ".seg", ".words"}
    first = list(HARMS).index(harm) % EACH
    for name in names[first::EACH]:
        path = house.directory / store / name
        house.put_back()
        HARMS[harm](path)
        assert name in house.problems() or "no table of contents" in house.problems()
        house.is_made_good(house.directory / store if name == "contents.json" and harm == "gone" else path)


@pytest.mark.parametrize("store", ["fulltext", "passages"])
def test_files_that_swapped_their_places(house: House, store: str) -> None:
    names = house.files(store)
    for one, another in pairwise(names):
        house.put_back()
        directory = house.directory / store
        (directory / one).rename(directory / "aside")
        (directory / another).rename(directory / one)
        (directory / "aside").rename(directory / another)
        problems = house.problems()
        assert one in problems or another in problems
        with house.open() as library:
            assert answers(library) == house.answers or library.needs_sync
            library.sync()
            assert answers(library) == house.answers
            assert library.damage


@pytest.mark.parametrize("harm", ["flipped at its beginning", "cut to half", "empty", "zeros", "gone"])
def test_the_catalog(house: House, harm: str) -> None:
    house.put_back()
    path = house.directory / "catalog.sqlite"
    if harm == "cut to half":
        overwrite(path, path.read_bytes()[: path.stat().st_size // 2])
    else:
        HARMS[harm](path)
    assert path.name in house.problems()
    house.is_made_good(path)


def test_a_library_moved_to_another_disk_is_read_through_and_whole(house: House) -> None:
    house.put_back()  # as a backup would: other inodes, other times
    with house.open() as library:
        assert answers(library) == house.answers
        assert library.damage is None
