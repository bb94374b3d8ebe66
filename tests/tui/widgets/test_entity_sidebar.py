"""The entity sidebar: what it shows, where its cursor goes, what it tells."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from textual.widget import Widget

from index.model import Entity, EntityType
from tui.messages import EntityChosen, EntityPointed
from tui.render.entities import in_groups
from tui.themes import LIGHT
from tui.widgets.entity_sidebar import EntitySidebar

Show = Callable[..., Any]
Read = Callable[[Widget], list[str]]


def entity(name: str, mentions: int = 1, type: EntityType = "person") -> Entity:
    return Entity(name, name, type, (name,), mentions, 1)


NAMED = [
    entity("BRICS", 1, "organisation"),
    entity("Iran", 14, "place"),
    entity("Trump", 4),
    entity("Moscow", 4, "place"),
    entity("Araghchi", 9),
]


def told(app: Any, kind: type[Any]) -> list[str | None]:
    return [message.entity for message in app.of(kind)]


def a_sidebar(entities: Sequence[Entity] = NAMED) -> EntitySidebar:
    sidebar = EntitySidebar()
    sidebar.show_entities(in_groups(entities))
    return sidebar


async def test_names_stand_under_their_headings(show: Show, screen_text: Read) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)):
        assert screen_text(sidebar)[:9] == [
            "  People",
            "›   Araghchi                9",
            "    Trump                   4",
            "  Places",
            "    Iran                   14",
            "    Moscow                  4",
            "  Organisations",
            "    BRICS                   1",
            "",
        ]


async def test_a_capital_that_stands_for_a_government_says_so(show: Show, screen_text: Read) -> None:
    """A reader sees beside "Moscow" that some of its mentions mean who governs there."""
    sidebar = EntitySidebar()
    sidebar.show_entities(in_groups(NAMED), governing={entity("Moscow", 4, "place").id: 3})
    async with show(sidebar, (34, 14)):
        assert "    Moscow · government 3     4" in screen_text(sidebar)


async def test_the_cursor_stands_on_names_only_and_tells(show: Show) -> None:
    sidebar = a_sidebar()
    async with show(sidebar) as (app, pilot):
        for _ in range(6):
            sidebar.action_cursor_down()
            await pilot.pause()
        assert told(app, EntityPointed) == ["Araghchi", "Trump", "Iran", "Moscow", "BRICS"]
        sidebar.action_top()
        assert sidebar.current is not None and sidebar.current.id == "Araghchi"
        sidebar.action_bottom()
        assert sidebar.current.id == "BRICS"
        assert not told(app, EntityChosen)


async def test_enter_chooses_and_again_lets_go(show: Show, screen_text: Read) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (app, pilot):
        sidebar.action_cursor_down()
        sidebar.action_open()
        await pilot.pause()
        assert sidebar.chosen == "Trump"
        assert screen_text(sidebar)[2] == "▌   Trump                   4"
        name = next(segment for segment in sidebar.render_line(2) if segment.text == "Trump")
        assert name.style is not None and name.style.underline
        sidebar.action_open()
        await pilot.pause()
        assert sidebar.chosen is None
        assert screen_text(sidebar)[2] == "›   Trump                   4"
        assert told(app, EntityChosen) == ["Trump", None]


async def test_one_click_chooses_and_a_second_lets_go(show: Show) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (app, pilot):
        await pilot.click(EntitySidebar, offset=(6, 5))
        assert sidebar.chosen == "Iran"
        await pilot.click(EntitySidebar, offset=(6, 6))
        assert sidebar.chosen == "Moscow"
        await pilot.click(EntitySidebar, offset=(6, 12))
        await pilot.pause()
        assert told(app, EntityChosen) == ["Iran", "Moscow"]


async def test_a_double_click_chooses_once(show: Show) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (app, pilot):
        await pilot.double_click(EntitySidebar, offset=(6, 5))
        await pilot.pause()
        assert told(app, EntityChosen) == ["Iran"] and sidebar.chosen == "Iran"


async def test_a_click_on_a_heading_chooses_nothing(show: Show) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (app, pilot):
        await pilot.click(EntitySidebar, offset=(6, 4))
        await pilot.pause()
        assert sidebar.chosen is None and not told(app, EntityChosen)
        assert sidebar.current is not None and sidebar.current.id == "Iran"


async def test_to_be_told_what_is_chosen_tells_nothing(show: Show, screen_text: Read) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (app, pilot):
        app.heard.clear()
        sidebar.chosen = "Iran"
        await pilot.pause()
        assert screen_text(sidebar)[4].startswith("▌   Iran")
        sidebar.chosen = "nobody here"
        await pilot.pause()
        assert screen_text(sidebar)[4].startswith("    Iran")
        assert not app.heard or not (told(app, EntityChosen) or told(app, EntityPointed))


async def test_the_choice_outlives_the_article(show: Show, screen_text: Read) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (_, pilot):
        sidebar.chosen = "Trump"
        sidebar.show_entities(in_groups(NAMED[:2]))
        assert sidebar.chosen == "Trump"
        sidebar.show_entities(in_groups(NAMED))
        await pilot.pause()
        assert screen_text(sidebar)[2].startswith("▌   Trump")


async def test_the_cursor_is_seen_where_the_focus_is(show: Show, screen_text: Read) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (app, pilot):
        assert screen_text(sidebar)[1].startswith("›")
        app.screen.set_focus(None)
        await pilot.pause()
        assert screen_text(sidebar)[1].startswith("    Araghchi")


async def test_other_entities_keep_the_cursor_if_asked(show: Show) -> None:
    many = [entity(f"Person {number:02}", 100 - number) for number in range(60)]
    sidebar = a_sidebar(many)
    async with show(sidebar, (32, 12)) as (app, pilot):
        assert sidebar.move_to("Person 40") and not sidebar.move_to("nobody here")
        await pilot.pause()
        app.heard.clear()
        place = sidebar.place_in_window
        sidebar.show_entities(in_groups(many[20:]), keep=True)
        await pilot.pause()
        assert sidebar.current is not None and sidebar.current.id == "Person 40"
        assert sidebar.place_in_window == place and not told(app, EntityPointed)
        sidebar.show_entities(in_groups(many[50:]), keep=True)
        await pilot.pause()
        assert told(app, EntityPointed) == ["Person 50"] and sidebar.top == 0


async def test_nobody_is_named(show: Show, screen_text: Read) -> None:
    sidebar = a_sidebar([])
    sidebar.empty_text = "No names were found here."
    async with show(sidebar, (32, 10)) as (app, pilot):
        assert screen_text(sidebar)[1] == "  No names were found here."
        for action in ("cursor_down", "page_up", "bottom", "open"):
            getattr(sidebar, f"action_{action}")()
        await pilot.click(EntitySidebar, offset=(4, 3))
        await pilot.pause()
        assert not told(app, EntityPointed) and not told(app, EntityChosen)


async def test_a_step_paints_the_two_names(show: Show) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (_, pilot):
        await pilot.pause()
        painted: list[int] = []
        render = sidebar.render_line
        sidebar.render_line = lambda y: painted.append(y) or render(y)  # type: ignore[method-assign,func-returns-value]
        sidebar.move_to("Trump")
        await pilot.pause()
        assert sorted(set(painted)) == [0, 1, 2]


async def test_five_thousand_names_are_made_when_seen(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.widgets import entity_sidebar

    made: list[str] = []
    lines = entity_sidebar.entity_lines

    def counted(entity: Entity, *given: Any, **named: Any) -> Any:
        made.append(entity.id)
        return lines(entity, *given, **named)

    monkeypatch.setattr(entity_sidebar, "entity_lines", counted)
    sidebar = EntitySidebar()
    async with show(sidebar, (32, 20)) as (_, pilot):
        sidebar.show_entities(in_groups(entity(f"Person {number}", number) for number in range(5000)))
        await pilot.pause()
        sidebar.action_bottom()
        await pilot.pause()
        assert sidebar.current is not None and sidebar.current.mentions == 0
        assert sidebar.line_count == 5001 and len(made) < 200


async def test_what_was_moved_while_hidden_is_there_when_shown(show: Show) -> None:
    sidebar = EntitySidebar()
    sidebar.display = False
    async with show(sidebar, (32, 8)) as (_, pilot):
        many = [entity(f"Person {number:02}", 100 - number) for number in range(60)]
        sidebar.show_entities(in_groups(many))
        assert sidebar.move_to("Person 40")
        sidebar.display = True
        await pilot.pause()
        assert sidebar.current is not None and sidebar.current.id == "Person 40"
        assert 0 <= sidebar.place_in_window < sidebar.page


async def test_a_theme_reaches_the_headings(show: Show) -> None:
    sidebar = a_sidebar()
    async with show(sidebar, (32, 14)) as (app, pilot):
        dark = {segment.style for segment in sidebar.render_line(0)}
        app.theme = LIGHT.name
        await pilot.pause()
        assert dark.isdisjoint({segment.style for segment in sidebar.render_line(0)})
