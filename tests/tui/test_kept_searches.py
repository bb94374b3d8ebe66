"""The files of saved searches, of looks at them, and of former searches: plain, and not easily lost."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.history import MOST, History
from tui.looks import Looks
from tui.saved import SavedSearch, SavedSearches
from tui.state import Session, load_session
from tui.whole_files import read_whole, write_whole

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
NAMES = TEXTS.filter(str.strip)
LINES = st.lists(
    st.sampled_from(
        ["# mine\n", "\n", '"a" = "b"\n', "'c' = 'd'  # why\n", "e = 'f'\n", "broken\n", "g = 4\n", "[h]\n"]
    ),
    max_size=8,
).map("".join)


def names(saved: SavedSearches) -> list[str]:
    return [search.name for search in saved.searches]


def test_the_file_is_one_that_people_read_and_write() -> None:
    saved = SavedSearches().with_search("fordow strikes", 'fordow "bunker buster"').with_search("it's", "x")
    assert saved.text.splitlines()[1:] == [
        '"fordow strikes" = \'fordow "bunker buster"\'',
        '"it\'s" = "x"',
    ]
    assert tomllib.loads(saved.text) == {"fordow strikes": 'fordow "bunker buster"', "it's": "x"}


def test_a_damaged_line_is_named_and_kept_and_the_others_are_read() -> None:
    saved = SavedSearches.read("# mine\na = 'b'\nc = 'd\n[e]\na = 'f'\n\ng = 'h'  # why\n")
    assert saved.searches == (SavedSearch("a", "b"), SavedSearch("g", "h"))
    assert [trouble.split(":")[0] for trouble in saved.troubles] == [
        "line 3 is not read",
        "line 4 is not read",
        "line 5 is not read",
    ]
    assert "“a” stands above already" in saved.troubles[2]
    assert saved.renamed("g", "new name").text.endswith("\n\"new name\" = 'h'  # why\n")
    assert "c = 'd\n[e]\n" in saved.with_search("i", "j").text


@given(NAMES, TEXTS, LINES)
def test_what_is_saved_is_read_again(name: str, query: str, text: str) -> None:
    saved = SavedSearches.read(SavedSearches.read(text).with_search(name, query).text)
    assert {search.name: search.query for search in saved.searches}[name] == query
    assert saved.has(name)


@given(LINES, NAMES)
def test_a_change_touches_one_line(text: str, new: str) -> None:
    saved = SavedSearches.read(text)
    assert saved.text == text
    for search in saved.searches:
        fewer, removed = saved.without(search.name)
        assert removed is not None and len(fewer.lines) == len(saved.lines) - 1
        if not fewer.has(search.name):
            assert fewer.restored(removed) == saved
        if not saved.has(new):
            renamed = SavedSearches.read(saved.renamed(search.name, new).text)
            changed = [one for one, other in zip(saved.lines, renamed.lines, strict=True) if one != other]
            assert len(changed) == 1 and SavedSearch(new, search.query) in renamed.searches


@given(st.lists(st.tuples(TEXTS, st.integers(0, 99)), max_size=8))
def test_former_searches_stand_once_each_the_latest_first(made: list[tuple[str, int]]) -> None:
    history = History()
    for number, (query, articles) in enumerate(made):
        history = history.made(query, articles, f"2026-11-{number:02}")
    latest = {query.strip(): articles for query, articles in made if query.strip()}
    assert {past.query: past.articles for past in history.searches} == latest
    assert len(history.searches) == len(latest)
    whens = [past.when for past in history.searches]
    assert whens == sorted(whens, reverse=True)
    assert History.read(history.text) == history


def test_only_so_many_are_kept_and_what_cannot_be_read_stays_in_the_file() -> None:
    history = History.read('{"query": "a", "articles": 3, "when": ""}\n{"query": 4}\nnonsense\n[]\n')
    assert [past.query for past in history.searches] == ["a"]
    for number in range(MOST + 5):
        history = history.made(f"q{number}", 1, "")
    assert len(history.searches) == MOST and history.searches[0].query == f"q{MOST + 4}"
    assert history.text.endswith('{"query": 4}\nnonsense\n[]\n')


def test_searches_that_go_on_as_one_begins() -> None:
    history = History().made("Fordow strike", 1, "").made("fordow", 2, "").made("natanz", 3, "")
    assert [past.query for past in history.beginning("FORDOW")] == ["Fordow strike"]
    assert len(history.beginning("")) == 3


@given(TEXTS, st.frozensets(st.sampled_from("abcdef")), st.frozensets(st.sampled_from("abcdef")))
def test_new_is_what_was_not_there_at_any_look(
    query: str, seen: frozenset[str], later: frozenset[str]
) -> None:
    looks = Looks()
    assert looks.new(query, later) == later, "before the first look all is new"
    looks = Looks.read(looks.looked(query, seen).text)
    assert looks.new(query, later) == later - seen
    assert looks.looked(query, frozenset()).new(query, later) == later - seen, "a look at too little"
    assert looks.only([]).new(query, later) == later and looks.only([query]) == looks


def test_a_damaged_look_costs_no_other() -> None:
    looks = Looks.read('{"query": "a", "seen": "x y"}\n{"query": 4, "seen": ""}\n{"que\n')
    assert looks.new("a", frozenset("xyz")) == {"z"}
    assert looks.looked("a", frozenset("z")).text.endswith('\n{"query": 4, "seen": ""}\n{"que\n')


@pytest.mark.parametrize("content", [b"", b"a = 'b'\xff\r\n", "é\u2028".encode()])
def test_a_file_is_kept_byte_for_byte(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    assert read_whole(path) == ""
    path.write_bytes(content)
    write_whole(path, read_whole(path))
    assert path.read_bytes() == content
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_line_deeper_than_can_be_read_is_kept_as_it_is(tmp_path: Path) -> None:
    deep = "[" * 100_000
    assert History.read(f"{deep}\n").unread == Looks.read(f"{deep}\n").unread == (deep,)
    assert SavedSearches.read(f"a = {deep}\n").troubles == ("line 1 is not read: it goes too deep",)
    (tmp_path / "session.json").write_text(deep, "utf-8")
    assert load_session(tmp_path / "session.json") == Session()
