"""Helpers: what they read is what would be read here, and nothing that happens to one stops the work."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import index.helping.crew
import index.helping.foreman
import index.helping.reading
from index import Library
from index.errors import Cancelled
from index.helping.crew import Crew, helpers_wanted
from index.helping.naming import NAMING
from index.helping.reading import READING, FileAsked, FileMissed, FileRead
from index.ingest import FoundFile, walk
from index.model import Progress

OpenLibrary = Callable[..., Library]
WithHelpers = Callable[[int], None]

PATIENCE = 30.0
"""Seconds until a process that does not end is a failure; nothing is measured by it."""


def everything(library: Library) -> list[Any]:
    """All that is known of each document, but when it was first seen."""
    articles = [library.document(one.id) for one in library.documents()]
    return [(one.path, one.id, one.title, one.text, one.passages, one.mentions) for one in articles]


def asked(folder: Path) -> list[FileAsked]:
    return [FileAsked(one) for one in walk([str(folder)]) if isinstance(one, FoundFile)]


def names(skipped: Iterator[Any] | tuple[Any, ...]) -> dict[str, str]:
    return {os.path.basename(one.path): one.reason for one in skipped}


def children_of(process: int) -> set[int]:
    found = set()
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = entry.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == process and state != "Z":
            found.add(int(entry.parent.name))
    return found


def is_helper(process: int) -> bool:
    try:
        return b"index.helping" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def until(happened: Callable[[], Any]) -> Any:
    end = time.monotonic() + PATIENCE
    while not (found := happened()):
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.02)
    return found


def test_helpers_read_what_would_be_read_here(
    many: Path, tmp_path: Path, with_helpers: WithHelpers, open_library: OpenLibrary
) -> None:
    (many / "empty.txt").write_bytes(b"")
    (many / "page.html").write_text("<title>A page</title><article><p>It stands here.</p></article>")
    (many / "note.md").write_text("---\ntitle: A note\n---\n\nOf *some* weight: \U0001f600 \u05d0\u05d1.\n")
    with open(os.path.join(os.fsencode(many), b"odd\xff\x1b.txt"), "wb") as opened:
        opened.write("Ein Wort\n\nMüller & Söhne".encode("latin-1"))
    here = Library.open([many], tmp_path / "here")
    here_report = here.sync()
    with_helpers(2)
    there = open_library(many)
    report = there.sync()
    assert report.documents > 100
    assert replace(report, seconds=0.0) == replace(here_report, seconds=0.0)
    assert everything(there) == everything(here)
    assert there.entities() == here.entities()
    assert there.search("number7").total == 1
    here.close()


def test_a_file_that_ends_its_reader_is_named_and_the_others_are_read(
    many: Path, accidents: None, open_library: OpenLibrary
) -> None:
    for name in ("kills.txt", "kills too.txt", "fails.txt", "prints.txt"):
        (many / name).write_text("Something else\n\nIt is in here.\n")
    library = open_library(many)
    report = library.sync()
    assert names(report.skipped) == {
        "kills.txt": "cannot be read: its reader broke down, twice",
        "kills too.txt": "cannot be read: its reader broke down, twice",
        "fails.txt": "cannot be read: something in it could not be dealt with (ValueError)",
    }
    assert report.documents == 101
    assert library.search("geneva").total == 100


def test_a_file_that_ended_its_reader_is_tried_again_the_next_time(
    many: Path, tmp_path: Path, accidents: None, open_library: OpenLibrary
) -> None:
    """The machine was short of memory, or a broken library was replaced: nobody has to touch the file."""
    bad, worse = many / "kills.txt", many / "kills too.txt"
    bad.write_text("Something else\n\nIt is in here.\n")
    library = open_library(many)
    first = library.sync()
    assert (first.documents, len(first.skipped)) == (100, 1)
    worse.write_text("Something worse\n\nIt is in there.\n")
    before = library.sync()
    assert (before.documents, before.unchanged, len(before.skipped)) == (100, 100, 2)
    (tmp_path / "at-start" / "sitecustomize.py").unlink()
    report = library.sync()
    assert (report.documents, report.added, report.unchanged, report.skipped) == (102, 2, 100, ())


def test_an_article_whose_new_text_ends_its_reader_is_kept_as_it_was(
    many: Path, tmp_path: Path, accidents: None, open_library: OpenLibrary
) -> None:
    report = many / "kills.txt"
    report.write_text("Something else\n\nIt is in here.\n")
    at_start = tmp_path / "at-start" / "sitecustomize.py"
    accident = at_start.read_text()
    at_start.unlink()
    library = open_library(many)
    library.sync()
    at_start.write_text(accident)
    report.write_text("Something else\n\nIt is in there by now.\n")
    changed = library.sync()
    assert names(changed.skipped) == {"kills.txt": "cannot be read: its reader broke down, twice"}
    assert library.search("here").total == 1
    at_start.unlink()
    assert library.sync().skipped == ()
    assert (library.search("here").total, library.search("there").total) == (0, 1)


def test_what_ended_a_helper_is_never_read_in_this_process(
    many: Path, accidents: None, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = many / "kills.txt"
    bad.write_text("Something else\n\nIt is in here.\n")
    library = open_library(many)
    first = library.sync()
    with monkeypatch.context() as patch:
        patch.setattr(READING, "do", lambda asked: pytest.fail("it was tried again"))
        for number, program in (("0", sys.executable), ("2", "/there/is/no/such/program")):
            patch.setenv("CUTTINGS_HELPERS", number)
            patch.setattr(sys, "executable", program)
            assert library.sync().skipped == first.skipped
    bad.write_text("Something else\n\nIt is in here, and more.\n")
    monkeypatch.setenv("CUTTINGS_HELPERS", "0")
    report = library.sync()
    assert (report.documents, report.skipped) == (101, ())


def test_where_every_helper_ends_no_file_is_to_blame(
    many: Path, tmp_path: Path, accidents: None, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library in C that readers load was built for another processor: each file ends its reader."""
    started: list[str] = []
    begin = index.helping.foreman.Helper

    def helper(program: str) -> Any:
        started.append(program)
        return begin(program)

    monkeypatch.setattr(index.helping.foreman, "Helper", helper)
    monkeypatch.setattr(index.helping.foreman, "MOST_IN_A_ROW", 4)
    for path in list(many.iterdir()):
        path.rename(path.with_name(f"kills{path.name}"))
    library = open_library(many)
    report = library.sync()
    assert (report.documents, len(report.skipped)) == (0, 100)
    assert set(names(report.skipped).values()) == {
        "cannot be read: its reader broke down, as those of all others do"
    }
    assert len(started) < 12
    assert library.sync().skipped == report.skipped
    (tmp_path / "at-start" / "sitecustomize.py").unlink()
    assert (library.sync().documents, library.sync().skipped) == (100, ())


def test_where_names_end_every_helper_they_are_looked_for_the_next_time(
    many: Path, tmp_path: Path, accidents: None, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.helping.foreman, "MOST_IN_A_ROW", 4)
    for path in many.iterdir():
        path.write_text(path.read_text() + "\nOf this much is unnameable.\n")
    library = open_library(many)
    report = library.sync()
    assert report.documents == 100 and library.search("unnameable").total == 100
    assert report.trouble[-1].startswith("Names were not looked for in ") and len(report.trouble) < 8
    assert library.entities() == ()
    (tmp_path / "at-start" / "sitecustomize.py").unlink()
    assert library.sync().trouble == ()
    assert {one.documents for one in library.entities() if one.name == "Marta Keller"} == {100}


def test_a_helper_that_ends_by_accident_is_replaced(
    many: Path, accidents: None, open_library: OpenLibrary
) -> None:
    (many / "once.txt").write_text("Something else\n\nIt is in here.\n")
    report = open_library(many).sync()
    assert (report.documents, report.skipped) == (101, ())


def test_a_file_that_takes_too_long_is_given_up(
    many: Path, accidents: None, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.helping.reading, "LEAST_SECONDS", 0.3)
    (many / "hangs.txt").write_text("Something else\n\nIt is in here.\n")
    report = open_library(many).sync()
    assert names(report.skipped) == {"hangs.txt": "cannot be read: it takes too long"}
    assert report.documents == 100


def test_a_file_that_keeps_a_reader_waiting_is_given_up(
    many: Path, accidents: None, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.helping.foreman, "TICK_SECONDS", 0.05)
    monkeypatch.setattr(index.helping.helper, "PATIENCE", 0.1)
    (many / "sleeps.txt").write_text("Something else\n\nIt is in here.\n")
    report = open_library(many).sync()
    assert names(report.skipped) == {"sleeps.txt": "cannot be read: it takes too long"}
    assert report.documents == 100


def test_a_document_whose_names_cannot_be_recognised_is_told_of(
    many: Path, accidents: None, open_library: OpenLibrary
) -> None:
    (many / "bad.txt").write_text("Something else\n\nMarta Keller is unnameable in Geneva.\n")
    library = open_library(many)
    report = library.sync()
    assert report.trouble == (
        f"Names were not looked for in {many / 'bad.txt'}: its reader broke down, twice.",
    )
    assert (report.documents, report.skipped) == (101, ())
    assert {one.documents for one in library.entities() if one.name == "Marta Keller"} == {100}
    assert library.sync().trouble == report.trouble, "it is tried again"


@pytest.mark.parametrize("program", ["/there/is/no/such/program", "/bin/true", ""])
def test_where_no_helper_can_be_started_files_are_read_here(
    program: str,
    many: Path,
    with_helpers: WithHelpers,
    open_library: OpenLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_helpers(2)
    monkeypatch.setattr(sys, "executable", program)
    assert open_library(many).sync().documents == 100


def test_what_helpers_cannot_load_is_loaded_here(
    many: Path, being_installed: Callable[[str], None], open_library: OpenLibrary
) -> None:
    being_installed("'index.helping' in sys.orig_argv")
    for number in range(100):
        (many / f"{number:03}.md").write_text(
            f"# Note {number}\n\nMarta Keller wrote note {number} in May.\n"
        )
    library = open_library(many)
    report = library.sync()
    assert (report.documents, report.skipped, report.trouble) == (200, (), ())
    assert {one.documents for one in library.entities() if one.name == "Marta Keller"} == {200}


def test_a_helper_of_another_version_costs_no_file(
    many: Path, accidents: None, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program was replaced while it ran: what its new helpers say or want to hear is not as before."""
    monkeypatch.setattr(NAMING, "asked_as", lambda asked: [asked.key, asked.title])
    monkeypatch.setattr(type(READING), "done_from", lambda work, asked, value: value["draft"])
    report = open_library(many).sync()
    assert (report.documents, report.skipped, report.trouble) == (100, (), ())


def test_a_program_that_is_not_whole_marks_no_file_as_unreadable(
    many: Path,
    tmp_path: Path,
    being_installed: Callable[[str], None],
    open_library: OpenLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = [sys.executable, "-P", "-m", "index", "--home", str(tmp_path / "home"), "--", str(many)]
    being_installed("True")
    (many / "note.md").write_text("# A note\n\nOf some weight, by Marta Keller.\n")
    failed = subprocess.run(command, capture_output=True, text=True)
    told = json.loads(failed.stdout.splitlines()[-1])
    assert (failed.returncode, told["status"]) == (3, 3)
    assert "index.ingest.markdown is not there yet" in told["error"]
    (many / "note.md").unlink()
    monkeypatch.setenv("CUTTINGS_HELPERS", "0")
    failed = subprocess.run(command, capture_output=True, text=True)  # texts are read, but not for names
    assert "index.dates is not there yet" in json.loads(failed.stdout.splitlines()[-1])["error"]
    library = open_library(many)
    report = library.sync()
    assert (report.documents, report.skipped, report.trouble) == (100, (), ())
    assert {one.documents for one in library.entities() if one.name == "Marta Keller"} == {100}


def test_more_is_not_handed_out_than_is_taken(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.helping.crew, "AHEAD", 10)
    monkeypatch.setattr(index.helping.foreman, "MOST_UNTAKEN", 2000)
    monkeypatch.setattr(index.helping.foreman, "TICK_SECONDS", 0.05)
    files = asked(many)
    taken = 0
    furthest = 0

    def watched() -> Iterator[FileAsked]:
        nonlocal furthest
        for number, one in enumerate(files, 1):
            furthest = max(furthest, number - taken)
            yield one

    with Crew(2) as crew:
        for done in crew.map(READING, watched(), len(files)):
            assert isinstance(done, FileRead) and done.draft is not None
            taken += 1
    assert taken == len(files)
    assert furthest <= 10 + 1  # the one that is just being taken


def test_what_is_known_is_not_read_again(many: Path) -> None:
    first, second, *_ = asked(many)
    read = READING.do(first)
    assert isinstance(read, FileRead) and read.draft is not None
    known = [FileAsked(one.file, (read.sha256,)) for one in (first, second)]
    with Crew(1) as crew:
        found = {done.file.path: done for done in crew.map(READING, known, 2) if isinstance(done, FileRead)}
    assert found[first.file.path] == FileRead(first.file, read.sha256)
    assert found[second.file.path].draft is not None


def test_a_file_that_is_gone_or_no_file_any_more_is_missed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    files = [FileAsked(FoundFile(str(tmp_path / name), 1, 1)) for name in ("gone.txt", "pipe.txt")]
    with Crew(1) as crew:
        found = list(crew.map(READING, files, 2))
    assert all(isinstance(one, FileMissed) and not one.is_there for one in found)
    assert [one.reason for one in found] == ["gone while the folder was being read", "no longer a file"]


def test_helpers_are_as_many_as_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUTTINGS_HELPERS", "3")
    assert helpers_wanted() == 3
    monkeypatch.setenv("CUTTINGS_HELPERS", "0")
    assert helpers_wanted() == 0
    for nothing in ("", "many", "-1"):
        monkeypatch.setenv("CUTTINGS_HELPERS", nothing)
        assert 1 <= helpers_wanted() <= index.helping.crew.MOST


def test_helpers_know_no_database_and_no_index() -> None:
    script = "import index.helping.__main__, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"sqlite3", "numpy", "whoosh", "index.catalog", "textual"}


proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")


@proc
def test_helpers_end_when_the_work_is_called_off(
    many: Path, accidents: None, open_library: OpenLibrary
) -> None:
    (many / "sleeps.txt").write_text("Something else\n\nIt is in here.\n")
    seen: set[int] = set()

    def progress(told: Progress) -> None:
        seen.update(filter(is_helper, children_of(os.getpid())))

    library = open_library(many)
    with pytest.raises(Cancelled):
        library.sync(progress, cancelled=lambda: len(library.documents()) > 30 and bool(seen))
    assert seen and not seen & children_of(os.getpid())
    assert library.search("geneva").total == len(library.documents())


@proc
def test_helpers_are_gone_before_passages_are_compared(
    many: Path, with_helpers: WithHelpers, open_library: OpenLibrary
) -> None:
    """Two of them take 150 MB, and so does what comes last."""
    with_helpers(2)
    seen: dict[str, set[int]] = {}

    def progress(told: Progress) -> None:
        seen.setdefault(told.stage, set()).update(filter(is_helper, children_of(os.getpid())))

    open_library(many).sync(progress)
    assert seen["naming"]
    assert not seen["relating"] | seen["comparing"]


@proc
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_helpers_end_with_the_process_that_started_them(
    number: signal.Signals, many: Path, tmp_path: Path, accidents: None, open_library: OpenLibrary
) -> None:
    """Whatever they are at: one of them hangs, one reads on."""
    (many / "hangs.txt").write_text("Something else\n\nIt is in here.\n")
    home = tmp_path / "home"
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "index", "--home", str(home), "--", str(many)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    helpers = until(lambda: set(filter(is_helper, children_of(process.pid))))
    library = open_library(many)
    until(lambda: len(library.documents()) > 0)
    process.send_signal(number)
    assert process.wait(PATIENCE) != 0
    until(lambda: not any(map(is_helper, helpers)))
    (many / "hangs.txt").unlink()
    library.refresh()
    assert library.sync().documents == library.search("geneva").total == 100


@proc
def test_an_interrupted_command_ends_all_of_its_processes_and_goes_on_the_next_time(
    many: Path, tmp_path: Path, accidents: None, open_library: OpenLibrary
) -> None:
    """She presses Ctrl-C: the terminal sends it to the command and to its helpers alike."""
    (many / "hangs.txt").write_text("Something else\n\nIt is in here.\n")
    command = [Path(sys.executable).with_name("cuttings"), "--home", tmp_path / "home", "index", many]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    helpers = until(lambda: set(filter(is_helper, children_of(process.pid))))
    library = open_library(many)
    until(lambda: len(library.documents()) > 0)
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (130, "", "")
    until(lambda: not any(map(is_helper, helpers)))
    (many / "hangs.txt").unlink()
    library.refresh()
    kept = len(library.documents())
    report = library.sync()
    assert (report.documents, report.added, report.unchanged) == (100, 100 - kept, kept)
    assert library.search("geneva").total == 100


@proc
def test_an_interrupt_from_the_terminal_is_left_to_who_started_the_helper(many: Path) -> None:
    files = asked(many)
    with Crew(1) as crew:
        came = crew.map(READING, files, len(files))
        first = next(came)
        (helper,) = filter(is_helper, children_of(os.getpid()))
        os.kill(helper, signal.SIGINT)
        assert 1 + len(list(came)) == len(files)
        assert set(filter(is_helper, children_of(os.getpid()))) == {helper}
    assert isinstance(first, FileRead)
