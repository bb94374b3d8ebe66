"""The files of kept trails."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.trail import Step, Trail
from tui.trails import FOLDER, free_name, keep_trail, kept_trails, rename_trail

TRAIL = Trail().walk(Step("bridge", "d1", "Old bridge", 2, 0, "search"))
LONGER = TRAIL.walk(Step("bridge", "d2", "Ferry", 0, 0, "related"))


def test_a_kept_trail_is_there_again_the_last_kept_first(tmp_path: Path) -> None:
    keep_trail(tmp_path, "bridge: cracks?", TRAIL, "2026-11-28T10:00:00")
    keep_trail(tmp_path, "ferry", LONGER, "2026-11-28T11:00:00")
    assert [(one.name, one.trail) for one in kept_trails(tmp_path)] == [
        ("ferry", LONGER),
        ("bridge: cracks?", TRAIL),
    ]
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == ["bridge-cracks.json", "ferry.json"]


def test_the_same_name_is_the_same_trail_and_like_names_are_not(tmp_path: Path) -> None:
    keep_trail(tmp_path, "Fähre", TRAIL, "1")
    keep_trail(tmp_path, "Fahre", TRAIL, "2")
    keep_trail(tmp_path, "Fähre", LONGER, "3")
    assert [(one.name, len(one.trail.steps)) for one in kept_trails(tmp_path)] == [("Fähre", 2), ("Fahre", 1)]


def test_a_damaged_file_is_told_of_and_left_as_it_is(tmp_path: Path) -> None:
    keep_trail(tmp_path, "ferry", TRAIL, "1")
    damaged = tmp_path / FOLDER / "old.json"
    damaged.write_text("{")
    other = tmp_path / FOLDER / "list.json"
    other.write_text(json.dumps(["no", "trail"]))
    keep_trail(tmp_path, "old", TRAIL, "2")
    assert damaged.read_text() == "{"
    found = {one.name: one.trouble for one in kept_trails(tmp_path) if one.trouble}
    assert found == {"old": "it is no JSON", "list": "it holds no trail"}
    assert [one.name for one in kept_trails(tmp_path) if not one.trouble] == ["old", "ferry"]


def test_another_name(tmp_path: Path) -> None:
    keep_trail(tmp_path, "ferry", TRAIL, "1")
    (kept,) = kept_trails(tmp_path)
    rename_trail(kept, "the ferry of Rinholm")
    (again,) = kept_trails(tmp_path)
    assert (again.name, again.trail, again.kept) == ("the ferry of Rinholm", TRAIL, "1")


@pytest.mark.parametrize("name", ["", "ferry", "new"])
def test_a_name_that_is_free(name: str) -> None:
    assert free_name(name, ["ferry", "ferry (2)"]) == ("ferry (3)" if name == "ferry" else name)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_name_can_be_kept(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    data = tmp_path_factory.mktemp("data")
    path = keep_trail(data, name, TRAIL, "now")
    assert path.parent == data / FOLDER
    assert [one.name for one in kept_trails(data)] == [name]
