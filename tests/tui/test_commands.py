"""The one table of commands: names unique, keys clear, every action there."""

import inspect
from collections.abc import Sequence

import pytest

from tui.app import ReadingRoom
from tui.commands import (
    BINDINGS,
    CHRONOLOGY_COMMANDS,
    COMMANDS,
    CONCORDANCE_COMMANDS,
    ENTITY_COMMANDS,
    ROOM_COMMANDS,
    Command,
    footer_keys,
)
from tui.keymap import clashes
from tui.screens.chronology import ChronologyScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.entity_page import EntityScreen
from tui.screens.main import MainScreen
from tui.widgets.line_view import LineView

MULTIPLEXERS = {f"ctrl+{letter}" for letter in "abopsj"}


def test_names_are_unique_and_in_kebab_case() -> None:
    names = [command.id for command in COMMANDS]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() and " " not in name and "_" not in name for name in names)


def test_no_two_commands_share_a_key() -> None:
    assert clashes({}) == []
    assert clashes({"sort": "n"}) == ["The key “n” calls next-hit and sort."]


def test_no_key_is_needed_that_multiplexers_take() -> None:
    for command in COMMANDS:
        assert not MULTIPLEXERS.issuperset(command.keys.split(",")), command.id


@pytest.mark.parametrize(
    ("screen", "commands"),
    [
        (MainScreen, ROOM_COMMANDS),
        (ConcordanceScreen, CONCORDANCE_COMMANDS),
        (EntityScreen, ENTITY_COMMANDS),
        (ChronologyScreen, CHRONOLOGY_COMMANDS),
    ],
)
def test_every_action_exists(screen: type, commands: Sequence[Command]) -> None:
    for command in commands:
        name = command.action.removeprefix("app.")
        owner = LineView if command.place == "pane" else screen if name == command.action else ReadingRoom
        method = getattr(owner, f"action_{name}")
        assert inspect.isfunction(method), command.id


def test_every_command_has_its_screen() -> None:
    assert {*ROOM_COMMANDS, *CONCORDANCE_COMMANDS} == set(COMMANDS)
    for commands in (CONCORDANCE_COMMANDS, CHRONOLOGY_COMMANDS, ENTITY_COMMANDS):
        assert len(set(commands)) == len(commands)


def test_every_command_says_what_it_does() -> None:
    assert all(command.help and command.group for command in COMMANDS)
    assert all(binding.id for binding in BINDINGS)


def test_the_foot_shows_what_matters_in_a_pane() -> None:
    assert ("Enter", "read") in footer_keys("list", {})
    assert ("Enter", "read") not in footer_keys("reader", {})
    assert ("f4", "next hit") in footer_keys("reader", {"next-hit": "f4"})
    assert ("?", "help") in footer_keys("reader", {}), "one key stands for all"
    assert {("x", "reject"), ("Enter", "read"), ("?", "help")} <= set(footer_keys("concordance", {}))
    assert ("x", "reject") not in footer_keys("list", {})
    assert footer_keys("entity", {"open": "f4"})[0] == ("f4", "read")
    assert ("l", "limit") not in footer_keys("entity", {})
    assert {("l", "days"), ("n", "next day"), ("Enter", "read")} <= set(footer_keys("chronology", {}))
    assert ("f4", "sort") in footer_keys("list", {"sort": "f4,f5"})
