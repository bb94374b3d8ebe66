"""The rows beside an entity's mentions."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.model import Alias, Companion, Entity, EntityPage, Gathered, Gathering, Quoted
from tui.render.aspects import COMPANION_ORDERS, Aspect, aspect_lines, aspects
from tui.render.spans import Mark

PAGE = EntityPage(
    Entity("a", "Ada Brandt", "person", ("Brandt", "Ada Brandt"), 5, 2),
    (Alias("Brandt", 3, 2), Alias("Ada Brandt", 2, 1)),
    Gathered((1, 2), (3, 2), (0, 0), 5),
)
COMPANY = (
    Companion("g", "Geneva", "place", 2, 1, 9.0),
    Companion("b", "Otto Berg", "person", 4, 2, 3.0),
    Companion("l", "Lenne", "place", 3, 1, -1.0),
)


def test_the_company_stands_in_the_order_asked_for() -> None:
    names = {order: [row.name for row in aspects(PAGE, COMPANY, order)[3:]] for order in COMPANION_ORDERS}
    assert names["strength"] == ["Geneva", "Otto Berg", "Lenne"]
    assert names["passages"] == ["Otto Berg", "Lenne", "Geneva"]
    assert names["kind"] == ["Otto Berg", "Geneva", "Lenne"]
    rows = aspects(PAGE, COMPANY, "kind")
    assert [row.heading for row in rows] == ["", "Named", "", "With people", "With places", ""]
    assert [row.wanted for row in rows[:2]] == [Gathering("a"), Gathering("a", alias="Brandt")]
    assert rows[3].wanted == Gathering("a", other="b") and rows[3].count == 4


def test_what_is_said_stands_between_names_and_company() -> None:
    rows = aspects(PAGE, COMPANY, "strength", Quoted(by=2))
    assert [(row.name, row.heading, row.count) for row in rows[3:4]] == [("Own words", "Quoted", 2)]
    assert rows[3].wanted == Gathering("a", said="by") and rows[4].name == "Geneva"


@given(st.text(alphabet="ab -.核é👩\u200d💻\n\x1b\u202e", max_size=60), st.integers(16, 60), st.booleans())
def test_a_row_fits_and_is_harmless(name: str, width: int, chosen: bool) -> None:
    row = Aspect(Gathering("a", other="b"), name, 12_345, "organisation", "With, in the same passage")
    lines = aspect_lines(row, width, chosen=chosen, pointed=not chosen)
    assert len(lines) == 2
    for line in lines:
        assert cell_len(line.text) <= width and not set(line.text) & set("\n\x1b\u202e")
    assert lines[1].text.rstrip().endswith("12,345")
    assert bool(lines[1].marks & Mark.CHOSEN) != chosen
