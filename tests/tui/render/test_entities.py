"""The sidebar's rows: their order, headings, names and counts."""

from dataclasses import replace
from itertools import pairwise

import pytest

from index.model import Entity, EntityType, Standing
from tui.render.entities import entity_lines, in_groups, with_pinned
from tui.render.spans import Mark
from tui.render.wrap import cells


def entity(name: str, mentions: int = 1, type: EntityType = "person") -> Entity:
    return Entity(f"{type}:{name}", name, type, (name,), mentions, 1)


def texts(*given: object, **named: object) -> list[str]:
    return [line.text for line in entity_lines(*given, **named)]  # type: ignore[arg-type]


def test_groups_have_their_order_and_names_in_them_their_frequency() -> None:
    found = in_groups(
        [
            entity("NPT", 1, "work"),
            entity("Iranians", 3, "group"),
            entity("Trump", 4),
            entity("Iran", 14, "place"),
            entity("abbas", 4),
            entity("Araghchi", 9),
            entity("IRNA", 2, "organisation"),
            entity("Six-Day War", 2, "event"),
        ]
    )
    assert [(one.name, heading) for one, heading in found] == [
        ("Araghchi", "People"),
        ("abbas", ""),
        ("Trump", ""),
        ("Iran", "Places"),
        ("IRNA", "Organisations"),
        ("Iranians", "Groups"),
        ("Six-Day War", "Events"),
        ("NPT", "Works"),
    ]
    assert not in_groups([])


def test_a_heading_stands_over_the_first_of_its_group() -> None:
    assert texts(entity("Abbas Araghchi", 9), "People", 28) == [
        "  People",
        "    Abbas Araghchi        9",
    ]
    assert texts(entity("Iran", 1214, "place"), "", 28) == ["    Iran              1,214"]


def test_a_name_is_cut_between_words() -> None:
    name = "International Atomic Energy Agency"
    assert texts(entity(name, 12, "organisation"), "", 30) == ["    International Atomic…  12"]
    assert texts(entity("Nuclearnonproliferation"), "", 20) == ["  Nuclearnonprol… 1"]


def test_a_name_in_wide_characters_takes_its_cells() -> None:
    for name in ("外長宣布前往莫斯科會談", "👨\u200d👩\u200d👧 family of names", "בנימין נתניהו ראש הממשלה"):
        (line,) = entity_lines(entity(name, 7), "", 24)
        assert cells(line.text) == 23
        assert line.text.rstrip().endswith("7")


def test_the_parts_of_a_row_follow_one_another() -> None:
    (line,) = entity_lines(entity("Tehran", 5, "place"), "", 40, governing=2, marked=True)
    starts = [run.start for run in line.runs]
    assert starts == sorted(starts)


def test_it_is_said_how_often_a_capital_stands_for_a_government() -> None:
    assert texts(entity("Tehran", 5, "place"), "", 34, governing=2) == ["    Tehran · government 2       5"]
    assert texts(entity("Tehran", 5, "place"), "", 24, governing=2) == ["    Tehran            5"]


def test_the_chosen_name_is_told_from_the_others() -> None:
    (plain,) = entity_lines(entity("Trump", 4), "", 24)
    (chosen,) = entity_lines(entity("Trump", 4), "", 24, chosen=True)
    assert plain.text[0] == " " and chosen.text[0] == "▌"
    assert [chosen.text[run.start : run.end] for run in chosen.runs if run.marks & Mark.MENTION] == ["Trump"]
    assert not any(run.marks & Mark.MENTION for run in plain.runs)


def test_no_name_hides_or_orders_anything() -> None:
    (line,) = entity_lines(entity("[b]\x1b[31mEvil\u202e\n"), "", 30)
    assert "[b]\ufffd[31mEvil\ufffd\ufffd" in line.text


def test_no_column_is_too_narrow() -> None:
    for width in range(1, 16):
        for name in ("Abbas Araghchi", "外長", "👨\u200d👩\u200d👧", ""):
            for line in entity_lines(entity(name, 1234), "People", width):
                assert cells(line.text) <= max(width, 8)


@pytest.mark.parametrize("width", [20, 30, 60])
@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize("governing", [0, 3])
def test_marks_lie_in_order(width: int, marked: bool, governing: int) -> None:
    for line in entity_lines(
        entity("Tehran", 12), "Places", width, chosen=True, governing=governing, marked=marked
    ):
        assert all(one.end <= other.start for one, other in pairwise(line.runs))


def test_what_is_pinned_stands_on_top_once_with_its_count_or_without() -> None:
    here = [entity("Ada", 5), entity("Geneva", 7, "place")]
    absent = replace(entity("Carl", 0), is_pinned=True)
    groups = with_pinned(here, [replace(entity("Geneva", 0, "place"), is_pinned=True), absent])
    assert [(one.name, one.mentions, heading) for one, heading in groups] == [
        ("Geneva", 7, "On top"), ("Carl", 0, ""), ("Ada", 5, "People")
    ]  # fmt: skip
    assert [groups.find(one.id) for one, _ in groups] == [0, 1, 2] and groups.find("nobody") is None
    assert groups[-1][0].name == "Ada" and [one.name for one, _ in groups[1:]] == ["Carl", "Ada"]


def test_whom_one_watches_for_stands_below_what_is_pinned_where_it_is_named() -> None:
    watched = [replace(entity(name, 0), is_watched=True) for name in ("Ada", "Zoe", "Bo")]
    here = [replace(entity("Ada", 5), is_watched=True), entity("Geneva", 7, "place"), entity("Carl", 9)]
    pinned = [replace(entity("Geneva", 0, "place"), is_pinned=True)]
    for top, wanted in (
        (pinned, [("Geneva", "On top"), ("Ada", "Watched"), ("Carl", "People")]),
        ([], [("Ada", "Watched"), ("Carl", "People"), ("Geneva", "Places")]),
    ):
        groups = with_pinned(here, top, watched)
        assert [(one.name, heading) for one, heading in groups] == wanted
        assert [groups.find(one.id) for one, _ in groups] == [0, 1, 2]
    assert texts(here[0], "", 30)[0].startswith(" *")
    nobody = with_pinned(here[1:], [], watched)
    assert [(one.name, heading) for one, heading in nobody] == [("Carl", "People"), ("Geneva", "Places")]


def test_how_an_entity_stands_out_stands_below_its_name() -> None:
    one = Entity("e", "Fordow", "place", ("Fordow",), 31, 12, standing=Standing(12, 40, 20, 10_000, 80.5))
    assert texts(one, "", 44, explained=True)[1] == "    12 of 40 here, 20 of 10,000 in all"
    assert texts(one, "Places", 34, explained=True)[2] == "    12 of 40 · all 20 of 10,000"
    assert texts(one, "", 16, explained=True)[1] == "  12 of 40 · a…"
