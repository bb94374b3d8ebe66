"""Two processes read while one writes, and another wants to: no error, no wrong answer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index import Library
from index.fulltext.engine import Engine

SECONDS = float(os.environ.get("CUTTINGS_TOGETHER", "3"))
TOGETHER = Path(__file__).with_name("together.py")


@pytest.mark.timeout(SECONDS * 4 + 120)
def test_readers_see_whole_states(tmp_path: Path) -> None:
    directory = tmp_path / "fulltext"
    roles = ("writer", "second", "reader", "opener")
    running = {
        role: subprocess.Popen(
            [sys.executable, TOGETHER, role, directory, str(SECONDS)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for role in roles
    }
    done: dict[str, dict[str, int]] = {}
    for role, process in running.items():
        said, complaints = process.communicate()
        assert (process.returncode, complaints) == (0, ""), f"{role}: {complaints}"
        done[role] = json.loads(said)
    print(done)
    assert done["writer"]["changes"] and done["second"]["changes"]
    assert done["reader"]["generations"] > 1 and done["opener"]["generations"] > 1
    with Engine.open(directory) as engine:
        assert engine.check() == []


WAITING = """
import sys, time
from index import Library
stages = []
with Library.open(sys.argv[1]) as library:
    library.sync(lambda progress: stages.append(progress.stage))
    print(len(library.documents()), library.search("talks").total, flush=True)
"""

READING = """
import sys, time
from index import Library
from index.errors import NotInLibrary
answers = 0
with Library.open(sys.argv[1]) as library:
    library.search("talks")
    until = time.monotonic() + float(sys.argv[2])
    while time.monotonic() < until:
        library.refresh()
        found = library.search("talks", limit=100)
        for result in found.results:
            assert result.hits and result.snippets, result.document.path
            try:
                assert "talks" in library.document(result.document.id).text.lower()
            except NotInLibrary:
                pass  # it was changed since
        library.related("Somebody opened the talks in Geneva.")
        library.entities("talks")
        answers += 1
    assert library.damage is None, library.damage
print(answers)
"""


@pytest.mark.timeout(SECONDS * 4 + 120)
def test_a_library_is_read_while_it_is_brought_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text(
            f"Talks {number}\n\nSomebody opened the talks number{number}.\n"
        )
    environment = {**os.environ, "CUTTINGS_HOME": str(tmp_path / "home")}
    root = Path(__file__).parents[3]

    def start(code: str, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", code, str(folder), *words]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment, cwd=root)

    def end(process: subprocess.Popen[str]) -> str:
        said, complaints = process.communicate()
        assert (process.returncode, complaints) == (0, "")
        return said

    assert end(start(WAITING)) == "20 20\n"
    readers = [start(READING, str(SECONDS)) for _ in range(2)]
    turn = 0
    while any(reader.poll() is None for reader in readers):
        turn += 1
        for number in range(turn % 20):
            text = f"Talks {number}\n\nSomebody opened the talks, turn{turn}.\n"
            (folder / f"{(number + turn) % 20}.txt").write_text(text * (turn % 3 + 1))
        (folder / f"{turn % 20}.txt").unlink()
        writers = [start(WAITING), start(WAITING)]
        assert [end(writer) for writer in writers] == ["19 19\n", "19 19\n"]
        (folder / f"{turn % 20}.txt").write_text(f"Talks\n\nThe talks are back, turn{turn}.\n")
    assert all(int(end(reader)) for reader in readers)


SAYING = """
import sys
from index import Library
from index.mending.lines import read_line
from index.watching.lines import read_line as read_watched

who, many = sys.argv[2], int(sys.argv[3])
with Library.open(sys.argv[1]) as library:
    for number in range(many):
        library.mend(read_line(f'rename person "Ada Brandt" as "Ada {who} {number}"'))
        library.watch(read_watched(f'work "{who} {number}"'))
        library.marks.set_tags(f"{who}{number}", [who])
        library.marks.mark_read(["both"], is_read=who == "her")
    library.sync()
"""


@pytest.mark.timeout(120)
def test_what_two_say_at_once_is_all_there_and_holds(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.txt").write_text(
        "Talks\n\nAda Brandt opened the talks. Of her 3 and his 2 nobody spoke.\n"
    )
    environment = {**os.environ, "CUTTINGS_HOME": str(tmp_path / "home")}
    many = 8
    with Library.open(folder, tmp_path / "home") as library:
        library.sync()
    both = [
        subprocess.Popen(
            [sys.executable, "-c", SAYING, folder, who, str(many)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=Path(__file__).parents[3],
        )
        for who in ("her", "his")
    ]
    said = [one.communicate() for one in both]
    assert [complaints for _, complaints in said] == ["", ""]
    assert [one.returncode for one in both] == [0, 0]
    wanted = {f"{who} {number}" for who in ("her", "his") for number in range(many)}
    with Library.open(folder, tmp_path / "home") as library:
        listed = library.mendings().listed
        assert {one.target.name for one in listed if one.target} == {f"Ada {one}" for one in wanted}
        assert {one.name for one in library.watch_lists()[0].listed} == wanted
        tagged = {id for ids in library.marks.tagged().values() for id in ids}
        assert tagged == {one.replace(" ", "") for one in wanted}
        library.sync()
        last = listed[-1].target
        assert last is not None and [one.name for one in library.entities(type="person")] == [last.name]
        assert library.is_watch_followed
        assert {"her 3", "his 2"} <= {one.name for one in library.watched_entities()}
