"""Hits below each other on the screen, however narrow it is and odd the text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.model import KWIC_SORTS, Document, Headline, KwicLine, KwicSort
from tui.render.clauses import hit_mark, look
from tui.render.concordance import FOLDED, OPEN, columns, heading_line, hit_line
from tui.render.spans import Mark
from tui.render.strips import Line

TEXTS = st.text(alphabet="ab -.核é👩\u200d💻\n\x1b\u202e\u0301", max_size=120)
HITS = st.tuples(st.sampled_from("ab核é"), st.text(alphabet="ab 核é", max_size=90)).map("".join)
HEADLINE = Headline("d", "Old bridge closed to lorries", "Harbour Gazette", "2024-03-12")


def kwic_line(left: str, match: str, right: str, *, title: bool = False) -> KwicLine:
    document = Document("d", "/a/b.txt", "T", "Post", None, "2025-06-03", "en", None, "00", "2025-07-01")
    field, passage = ("title", None) if title else ("text", 3)
    return KwicLine(document, field, passage, 0, len(match), left, match, right)  # type: ignore[arg-type]


def marked(line: Line, mark: Mark) -> list[str]:
    return [line.text[run.start : run.end] for run in line.runs if run.marks & mark]


@given(TEXTS, HITS, TEXTS, st.booleans(), st.integers(36, 200), st.booleans(), st.sampled_from(KWIC_SORTS))
def test_every_hit_begins_in_one_column(
    left: str, match: str, right: str, title: bool, width: int, origin: bool, sort: KwicSort
) -> None:
    shape = columns(width, origin=origin)
    line = hit_line(HEADLINE, kwic_line(left, match, right, title=title), shape, sort=sort, coming=False)
    assert cell_len(line.text) <= width
    assert not set(line.text) & set("\n\x1b\u202e")
    (hit,) = marked(line, Mark.HIT)
    assert match.startswith(hit.rstrip("…")) and hit
    (run,) = [run for run in line.runs if run.marks & Mark.HIT]
    assert cell_len(line.text[: run.start]) == 2 + shape.date + shape.outlet + shape.left
    edges = [edge for run in line.runs for edge in (run.start, run.end)]
    assert edges == sorted(edges), "marks do not overlap"


def test_where_a_hit_is_from_stands_at_its_left_as_there_is_room() -> None:
    line = kwic_line("The old ", "bridge", " over the Lenne")

    def seen(width: int) -> str:
        return hit_line(HEADLINE, line, columns(width, origin=True), sort="date", coming=False).text

    assert seen(60).split() == ["The", "old", "bridge", "over", "the", "Lenne"]
    assert seen(80).startswith("  2024-03-12  ")
    assert seen(120).startswith("  12 Mar 2024  Harbour Gazette  ")


def test_the_word_that_is_sorted_by_is_marked() -> None:
    line = kwic_line("so the “old” ", "bridge", ", over the")
    shape = columns(100, origin=False)
    assert marked(hit_line(HEADLINE, line, shape, sort="left", coming=False), Mark.STRONG) == ["old"]
    assert marked(hit_line(HEADLINE, line, shape, sort="right", coming=False), Mark.STRONG) == ["over"]
    assert marked(hit_line(HEADLINE, line, shape, sort="date", coming=False), Mark.STRONG) == []
    alone = kwic_line("", "bridge", ".")
    for sort in KWIC_SORTS:
        assert marked(hit_line(HEADLINE, alone, shape, sort=sort, coming=False), Mark.STRONG) == []


def test_a_hit_in_a_title_says_so() -> None:
    line = kwic_line("Old ", "bridge", " closed", title=True)
    seen = hit_line(HEADLINE, line, columns(100, origin=False), sort="date", coming=False)
    assert "title: Old bridge closed" in seen.text


@pytest.mark.parametrize(("coming", "said"), [(True, "…"), (False, "(no longer in the library)")])
def test_a_line_that_is_not_there_says_why(coming: bool, said: str) -> None:
    seen = hit_line(HEADLINE, None, columns(100, origin=False), sort="date", coming=coming)
    assert seen.text.strip() == said
    assert marked(seen, Mark.HIT) == []


@given(TEXTS, st.text("ab 核", max_size=40), st.integers(36, 200), st.integers(1, 9999), st.booleans())
def test_a_heading_keeps_to_its_line(title: str, source: str, width: int, hits: int, folded: bool) -> None:
    seen = heading_line(Headline("d", title, source, "2024-03-12"), hits, width, folded=folded)
    assert cell_len(seen.text) <= width
    assert f"{FOLDED if folded else OPEN} {hits:,}" in seen.text
    assert not set(seen.text) & set("\n\x1b\u202e")


def test_a_heading_says_what_and_where_from() -> None:
    seen = heading_line(HEADLINE, 3, 100, folded=False).text
    assert seen.startswith("  ▾ 3  Old bridge closed to lorries  ")
    assert seen.endswith("  Harbour Gazette · 12 Mar 2024")


def test_a_hit_looks_as_those_of_its_clause_do() -> None:
    line, shape = kwic_line("The old ", "bridge", " over the Lenne"), columns(100, origin=True)
    for clause in range(3):
        seen = hit_line(HEADLINE, line, shape, sort="date", coming=False, clause=clause)
        (run,) = [run for run in seen.runs if run.marks & Mark.HIT]
        assert look(run.marks) == look(hit_mark(clause))


@given(st.text(alphabet="ab 核é.", max_size=90), st.text(alphabet="ab .", max_size=60), st.integers(40, 160))
def test_two_names_are_seen_both_however_much_stands_between(between: str, right: str, width: int) -> None:
    match = f"Ada{between}Otto"
    line = replace(kwic_line("so ", match, right), marks=((0, 3), (len(match) - 4, len(match))))
    shape = columns(width, origin=False)
    drawn = hit_line(HEADLINE, line, shape, sort="date", coming=False, mark=int(Mark.MENTION))
    assert cell_len(drawn.text) <= width
    assert marked(drawn, Mark.MENTION) == ["Ada", "Otto"] and not marked(drawn, Mark.HIT)
    assert ("…" in drawn.text[drawn.text.index("Ada") : drawn.text.index("Otto")]) == (
        cell_len(match) > shape.right
    )
