"""What the border of the reader says of the clauses."""

from hypothesis import given
from hypothesis import strategies as st

from index.model import HitClause
from tui.render.clauses import hit_mark, look, other_mark
from tui.render.legend import legend
from tui.render.wrap import cells


def clauses(*texts: str) -> list[HitClause]:
    return [HitClause(text, 0, len(text), (number,)) for number, text in enumerate(texts)]


def said(texts: list[str], counts: list[int], walked: int | None, room: int) -> str:
    return "".join(piece.text for piece in legend(clauses(*texts), counts, walked, room))


def test_every_clause_has_its_digit_and_its_count() -> None:
    assert said(["fordow", "iran"], [3, 1400], None, 60) == "1 fordow 3 · 2 iran 1,400 here"
    assert said(["fordow", "iran"], [3], 0, 60) == "1 fordow 3 · 2 iran 0 here"
    assert said(["fordow"], [3], None, 60) == "", "of one there is nothing to be told apart"


def test_names_are_cut_and_then_clauses_left_out() -> None:
    texts = ['"nuclear facilities"', "strike", "moscow", "beijing"]
    whole = '1 "nucle… 1 · 2 strike 2 · 3 moscow 3 · 4 beijing 4 here'
    assert said(texts, [1, 2, 3, 4], None, 56) == whole
    assert said(texts, [1, 2, 3, 4], None, 32) == '1 "nucle… 1 · 2 strike 2 · +2'
    assert said(texts, [1, 2, 3, 4], 3, 32) == '1 "nucle… 1 · 4 beijing 4 · +2', (
        "the one that is walked stays"
    )
    assert said(texts, [1, 2, 3, 4], 3, 5) == ""


def test_the_one_that_is_walked_is_written_as_its_hits_are() -> None:
    styles = {piece.text: piece.style for piece in legend(clauses("fordow", "iran"), [3, 4], 1, 60)}
    assert styles["iran"] == look(hit_mark(1)).words and not styles["fordow"]  # type: ignore[union-attr]
    styles = {piece.text: piece.style for piece in legend(clauses("fordow", "iran"), [3, 4], None, 60)}
    assert styles["iran"] == look(other_mark(1)).words  # type: ignore[union-attr]


@given(st.data(), st.integers(0, 90))
def test_it_is_never_wider_than_there_is_room(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, room: int
) -> None:
    texts = data.draw(st.lists(hard_texts, max_size=9))
    counts = data.draw(st.lists(st.integers(0, 10**6), min_size=len(texts), max_size=len(texts)))
    walked = data.draw(st.none() | st.integers(0, max(0, len(texts) - 1)))
    text = said(texts, counts, walked if texts else None, room)
    assert cells(text) <= room and "\x1b" not in text and "\t" not in text
