"""The files of mendings and of watched names, as editors, other programs and other hands leave them.

Whatever is in one, the library opens, what can be read holds, what cannot is told with file, line and what to
do about it, and the next change leaves every byte as it stood.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from index import Library
from index.mending.lines import read_line
from index.model import WatchedName
from index.watching.lines import read_line as read_watched

OpenLibrary = Callable[..., Library]

TEXT = (
    "Foreign Minister Abbas Araghchi met Olof Lindqvist in Geneva.\n\nMr Araqchi dined with Olof Lindqvist."
    " Nobody spoke of the Cobalt papers, of Müller, or of cobalt.\n"
)
GOOD = {
    "mendings.txt": ('merge person "Araqchi" into person "Abbas Araghchi"', 'hide place "Geneva"'),
    "watched.txt": ('work "Cobalt papers", "cobalt"', 'person "Olof Lindqvist"'),
}


def hiding(line: str) -> str:
    """What makes a watched name a mending, in the file of a line."""
    return "hide " if line in GOOD["mendings.txt"] else ""


HARMS: dict[str, tuple[Callable[[str, str], bytes], int, str]] = {
    "a byte order mark": (lambda one, other: f"\ufeff{one}\n{other}\n".encode(), 0, ""),
    "a byte order mark before a remark": (
        lambda one, other: f"\ufeff# {one}\n{one}\n{other}".encode(),
        0,
        "",
    ),
    "line ends of Windows": (lambda one, other: f"# said\r\n{one}\r\n\r\n{other}\r\n".encode(), 0, ""),
    "the same twice": (lambda one, other: f"{one}\n{other}\n{one}\n{other}\n".encode(), 0, ""),
    "no line end": (lambda one, other: f"{one}\n{other}".encode(), 0, ""),
    "a line in Latin-1": (
        lambda one, other: f'{one}\n{hiding(one)}person "Müller" # M\n{other}'.encode("latin-1"),
        2,
        "save the file in UTF-8",
    ),
    "a remark in Latin-1": (
        lambda one, other: "# Müller\n".encode("latin-1") + f"{one}\n{other}".encode(),
        0,
        "",
    ),
    "half a letter spelled out": (
        lambda one, other: f'{one}\n{hiding(one)}person "\\ud800"\n{other}\n'.encode(),
        2,
        "no character",
    ),
    "two versions that were not merged": (
        lambda one, other: f"<<<<<<< HEAD\n{one}\n=======\n{other}\n>>>>>>> theirs\n".encode(),
        1,
        "take it out",
    ),
    "what no line can be": (
        lambda one, other: f"{one}\n{'x' * 5_000_000}\n{other}\n".encode(),
        2,
        "may have",
    ),
    "a line of many names": (
        lambda one, other: "\n".join([one, "hide " + ", ".join(['person "A"'] * 20_000), other]).encode(),
        2,
        "may have",
    ),
    "zeros": (lambda one, other: f"{one}\n\0\0\0\0\n{other}\n".encode(), 2, "save the file in UTF-8"),
}


def the_file(library: Library, name: str) -> Path:
    library.make_data_directory()
    return {"mendings.txt": library.mendings_path, "watched.txt": library.watch_paths[0]}[name]


def holds(library: Library) -> dict[str, bool]:
    """Whether what is said in the good lines of a file is so."""
    named = {one.name for one in library.entities()}
    return {
        "mendings.txt": "Araqchi" not in named and "Geneva" not in named,
        "watched.txt": {"Cobalt papers", "Olof Lindqvist"}
        <= {one.name for one in library.watched_entities()},
    }


def say_more(library: Library, name: str) -> str:
    """Have a line added as the room does; gives it."""
    line = {"mendings.txt": 'pin person "Olof Lindqvist"', "watched.txt": 'group "The Others"'}[name]
    if name == "mendings.txt":
        mending = read_line(line)
        assert mending is not None
        library.mend(mending)
    else:
        watched = read_watched(line)
        assert isinstance(watched, WatchedName)
        library.watch(watched)
    return line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "named"
    folder.mkdir()
    (folder / "dinner.txt").write_text(f"A dinner for two\n\n{TEXT}", "utf-8")
    return folder


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("harm", HARMS)
def test_what_another_hand_leaves_in_a_file(
    folder: Path, open_library: OpenLibrary, name: str, harm: str
) -> None:
    write, wrong, advice = HARMS[harm]
    library = open_library(folder)
    library.sync()
    assert not holds(library)[name]
    path = the_file(library, name)
    left = write(*GOOD[name])
    path.write_bytes(left)
    report = library.sync()
    assert holds(library)[name]
    if wrong:
        assert report.trouble[0].startswith(f"In {path}, line {wrong} is not read: ")
        assert advice in report.trouble[0] and len(report.trouble[0]) < 400
    else:
        assert report.trouble == ()
    said = say_more(library, name)
    assert path.read_bytes().startswith(left)
    assert path.read_bytes().decode("utf-8", "replace").endswith(f"\n{said}\n")
    library.sync()
    other = open_library(folder)
    assert holds(other)[name] and not other.needs_sync


def test_files_of_thousands_of_lines(folder: Path, open_library: OpenLibrary) -> None:
    """She keeps the members of three parliaments in them."""
    library = open_library(folder)
    for name, line in {
        "mendings.txt": 'rename person "Member {0}" as "Anna Member {0}"\n',
        "watched.txt": 'person "Anna Member {0}", "Deputy {0}", exact "AM{0}"\n',
    }.items():
        lines = "".join(line.format(number) for number in range(3_000))
        the_file(library, name).write_text(lines + "\n".join(GOOD[name]), "utf-8")
    (folder / "sitting.txt").write_text("A sitting\n\nDeputy 2999 met AM17, not am18, and Deputy 29.\n")
    assert library.sync().trouble == ()
    assert holds(library) == {"mendings.txt": True, "watched.txt": True}
    watched = [one.name for one in library.watched_entities()]
    assert watched[:3] == ["Anna Member 17", "Anna Member 29", "Anna Member 2999"]
