"""Suggestions as lines: numbered, by what they change, and no more of them than there is room for."""

from hypothesis import given
from hypothesis import strategies as st

from index.model import Suggestion, SuggestionKind
from tui.render.spans import Mark
from tui.render.suggestions import HEADINGS, MOST, laid_out
from tui.render.wrap import cells

WHY = "Nothing found: “Araqhchi” occurs nowhere; “Fordow” in 5."
KINDS = sorted(HEADINGS, key=list(HEADINGS).index)


def suggestion(query: str, documents: int, kind: SuggestionKind = "spelling") -> Suggestion:
    return Suggestion(query, documents, kind, ())


def test_suggestions_stand_by_what_they_change_with_numbers() -> None:
    some = [
        suggestion("Araghchi Fordow", 12),
        suggestion("Araghchi nuclear enrichment at Fordow", 1_200),
        suggestion("Fordow", 5, "without"),
    ]
    rows = laid_out(WHY, some, 1, 34, 30)
    assert [row.line.text for row in rows] == [
        "",
        "  Nothing found: “Araqhchi”",
        "  occurs nowhere; “Fordow” in 5.",
        "",
        "  Did you mean:",
        "  1  Araghchi Fordow           12",
        "▌ 2  Araghchi nuclear       1,200",
        "▌    enrichment at Fordow",
        "",
        "  Without a part of it:",
        "  3  Fordow                     5",
    ]
    assert [row.suggestion for row in rows] == [-1, -1, -1, -1, -1, 0, 1, 1, -1, -1, 2]
    assert [bool(row.line.marks & Mark.CHOSEN) for row in rows[5:8]] == [False, True, True]


def test_headings_go_first_where_there_is_no_room() -> None:
    some = [suggestion("Araghchi Fordow", 12), suggestion("Fordow and much else besides", 5, "without")]
    rows = [row.line.text for row in laid_out("Nothing.", some, 0, 30, 6)]
    assert rows == [
        "",
        "  Nothing.",
        "",
        "▌ 1  Araghchi Fordow       12",
        "  2  Fordow and much else   5",
        "     besides",
    ]
    rows = [row.line.text for row in laid_out("Nothing.", some, 0, 30, 5)]
    assert rows[-1] == "  2  Fordow and much else…  5"


def test_a_long_query_is_shown_whole_where_there_is_room() -> None:
    some = [suggestion("(after:2025-07 OR undated:yes) fordow natanz isfahan", 3, "undated")]
    rows = [row.line.text for row in laid_out("Nothing.", some, -1, 30, 12)]
    assert rows[4:] == [
        "  1  (after:2025-07 OR      3",
        "     undated:yes) fordow",
        "     natanz isfahan",
    ]
    assert laid_out("Nothing.", some, -1, 30, 6)[-1].line.text == "     undated:yes) fordow…"


@given(
    st.text(max_size=60),
    st.lists(
        st.builds(
            suggestion, st.text(min_size=1, max_size=50), st.integers(1, 99_999), st.sampled_from(KINDS)
        ),
        max_size=12,
    ),
    st.integers(20, 70),
    st.integers(1, 30),
)
def test_no_line_is_wider_than_the_window(why: str, some: list[Suggestion], width: int, height: int) -> None:
    some.sort(key=lambda one: KINDS.index(one.kind))
    rows = laid_out(why, some, 0, width, height)
    assert all(cells(row.line.text) <= width for row in rows)
    shown = [row.suggestion for row in rows if row.suggestion >= 0]
    assert sorted(set(shown)) == list(range(min(MOST, len(some))))
    assert shown == sorted(shown)
