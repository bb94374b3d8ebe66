"""What a person has marked, and that it is not lost."""

import json
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import marks as marking
from index.errors import StorageError
from index.marks import FILE, Mark, Marks, tag_of


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "data"


def opened(directory: Path) -> Marks:
    return Marks(directory, lambda: directory.mkdir(exist_ok=True))


def test_they_are_there_the_next_time_and_in_another_process(directory: Path) -> None:
    here, other = opened(directory), opened(directory)
    assert here.read == frozenset() and here.tagged() == {} and not directory.exists()
    here.mark_read(["a", "b"])
    other.set_tags("b", ["verify", "Verify", " to\tdo ", "!!"])
    other.mark_read(["b"], False)
    assert here.read == {"a"} == other.read
    assert here.tags("b") == ("Verify", "to do")
    assert opened(directory).known == {"a": Mark(True), "b": Mark(False, ("Verify", "to do"))}
    here.adopt_read(["b", "c"])
    assert other.read == {"a", "c"}, "what is known to be unread stays so"
    assert (directory / FILE).stat().st_mode & 0o777 == 0o600


def test_the_file_can_be_read_by_people(directory: Path) -> None:
    opened(directory).set_tags("abc", ["für später"])
    (line,) = (directory / FILE).read_text("utf-8").splitlines()
    assert line == '{"document": "abc", "read": false, "tags": ["für später"]}'


@pytest.mark.parametrize(
    "damage",
    ["{", "[]", "null", "nonsense \udcff", '{"document": 3}', '{"document": "x", "read": "yes"}', "{}"],
)
def test_a_damaged_line_costs_no_other_one_and_is_kept(
    directory: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = opened(directory)
    marks.mark_read(["a"])
    with (directory / FILE).open("a", encoding="utf-8", errors="surrogateescape") as file:
        file.write(damage)  # and no end of the line
    marks.set_tags("b", ["one"])
    assert opened(directory).known == {"a": Mark(True), "b": Mark(False, ("one",))}
    monkeypatch.setattr(marking, "SPARE_LINES", 0)
    for tag in ("two", "three", "four", "five"):
        marks.set_tags("b", [tag])
    lines = (directory / FILE).read_text("utf-8", "surrogateescape").splitlines()
    assert damage in lines and len(lines) < 6, "it was written anew meanwhile"
    assert opened(directory).known == {"a": Mark(True), "b": Mark(False, ("five",))}
    assert [path.name for path in directory.iterdir() if path.name.startswith(".")] == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.booleans() | st.lists(st.sampled_from(["x", "y", "Z z"]), max_size=2)
        ),
        max_size=12,
    )
)
def test_the_last_change_holds(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, object]]
) -> None:
    directory = tmp_path_factory.mktemp("marks")
    marks, expected = opened(directory), dict[str, Mark]()
    for document, change in changes:
        before = expected.get(document, Mark())
        if isinstance(change, list):
            marks.set_tags(document, change)
            after = Mark(before.is_read, tuple(dict.fromkeys(change)))
        else:
            marks.mark_read([document], bool(change))
            after = Mark(bool(change), before.tags)
        if after != before:
            expected[document] = after
    assert marks.known == opened(directory).known == expected
    assert marks.read == {document for document, mark in expected.items() if mark.is_read}


def test_several_write_at_once(directory: Path) -> None:
    def write(number: int) -> None:
        marks = opened(directory)
        for step in range(20):
            marks.mark_read([f"{number}-{step}"])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened(directory).read) == 80
    assert all(json.loads(line) for line in (directory / FILE).read_text("utf-8").splitlines())


def test_what_cannot_be_written_is_said(directory: Path) -> None:
    directory.mkdir()
    (directory / FILE).mkdir()
    with pytest.raises(StorageError, match="cannot be"):
        opened(directory).mark_read(["a"])


@given(st.text())
def test_a_tag_is_one_line_of_words(text: str) -> None:
    tag = tag_of(text)
    assert tag == tag_of(tag) and tag == " ".join(tag.split()) and '"' not in tag and tag.isprintable()
    assert not tag or any(letter.isalnum() for letter in tag)
