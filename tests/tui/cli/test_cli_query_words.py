"""A query that begins with a dash, and words that are options after all."""

import pytest
import rich_click as click
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.cli.failures import end
from tui.cli.query_words import QueryCommand, query_argument


def read(*words: str) -> tuple[int, dict[str, object]]:
    """Give the exit status and what the command was called with."""
    seen: dict[str, object] = {}

    @click.command(cls=QueryCommand)
    @query_argument
    @click.argument("paths", nargs=-1)
    @click.option("--limit", type=int)
    @click.option("-l", "only", is_flag=True)
    @click.option("-0", "nul", is_flag=True)
    @click.option("-n", "number", type=int)
    def command(**values: object) -> None:
        seen.update(values)

    with pytest.raises(SystemExit) as left:
        end(lambda: command.main(list(words), standalone_mode=False))
    return int(str(left.value.code)), seen


def test_a_word_with_a_dash_is_the_query() -> None:
    status, seen = read("-trump")
    assert (status, seen["query"], seen["paths"]) == (0, "-trump", ())


def test_several_words_in_quotes() -> None:
    assert read("-trump fordow", "folder")[1]["query"] == "-trump fordow"
    assert read("-l fordow")[1]["query"] == "-l fordow"
    assert read("-last")[1] | {"paths": ()} == read("--", "-last")[1]


def test_options_stay_options() -> None:
    seen = read("-l", "-trump", "--limit", "5", "folder", "-0")[1]
    assert (seen["query"], seen["paths"], seen["limit"]) == ("-trump", ("folder",), 5)
    assert seen["only"] is True and seen["nul"] is True
    assert read("-l0", "x")[1]["nul"] is True


def test_the_value_of_an_option_is_not_the_query() -> None:
    seen = read("--limit", "-5", "-trump")[1]
    assert (seen["query"], seen["limit"]) == ("-trump", -5)
    seen = read("-n", "5", "-trump")[1]
    assert (seen["query"], seen["number"]) == ("-trump", 5)
    assert read("-n5", "-trump")[1]["query"] == "-trump"


def test_after_two_dashes_everything_is_a_word() -> None:
    assert read("--", "-l")[1]["query"] == "-l"
    assert read("--", "--limit")[1]["query"] == "--limit"
    assert read("-l", "--", "-trump", "-x")[1]["paths"] == ("-x",)


def test_a_single_dash_is_a_word() -> None:
    assert read("-")[1]["query"] == "-"


def test_a_second_word_with_a_dash_is_an_error() -> None:
    assert read("fordow", "-trump")[0] == 2
    assert read("-fordow", "-trump")[0] == 2


def test_an_unknown_long_option_is_an_error() -> None:
    assert read("--trump")[0] == 2
    assert read("fordow", "--trump=1")[0] == 2


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_any_query_with_a_dash_comes_through(word: str) -> None:
    assume(word[0] not in "-l0nh")
    status, seen = read("-" + word)
    assert (status, seen["query"]) == (0, "-" + word)
