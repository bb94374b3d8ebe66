"""The user's own keys."""

from pathlib import Path

import pytest

from tui.keymap import read_keymap


def test_no_file_is_an_empty_keymap(tmp_path: Path) -> None:
    assert read_keymap(tmp_path / "keymap.toml") == ({}, ())


def test_keys_are_read_by_name(tmp_path: Path) -> None:
    path = tmp_path / "keymap.toml"
    path.write_text('[keys]\nnext-hit = "f4"\n')
    assert read_keymap(path) == ({"next-hit": "f4"}, ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[keys", "cannot be read"),
        ('[keys]\nfly = "f4"', "no command “fly”"),
        ("[keys]\nsort = 4", "should be a text"),
        ("keys = 4", "should be a table"),
        ('[keys]\nsort = "n"', "The key “n” calls"),
    ],
)
def test_what_cannot_be_followed_is_said(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "keymap.toml"
    path.write_text(content)
    keys, problems = read_keymap(path)
    assert any(said in problem for problem in problems)
    assert set(keys) <= {"sort"}
