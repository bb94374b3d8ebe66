"""Hits by clause, as users of the room work through them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from textual.color import Color

from index.errors import SearchTooLong
from tui.answers import ClauseCounted
from tui.library import Desk

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

TREATY = {
    "treaty.txt": (
        "A treaty is signed\nSource: River Post\n12 March 2024\n\n"
        "The mutual defense treaty was signed. Mutual respect, they said.\n\n"
        "Defense ministers met. The mutual interest is plain; defense comes first.\n"
    ),
    "mutual.txt": (
        "Mutual friends\nSource: River Post\n11 March 2024\n\n"
        "A mutual friend, a mutual aunt and a mutual cousin. One spoke of defense, once.\n"
    ),
    "court.txt": (
        "The defense rests\nSource: River Post\n10 March 2024\n\n"
        "The defense rests, and the defense is mutual: they defend each other.\n"
    ),
}


@pytest.fixture
def treaty(tmp_path: Path) -> Path:
    folder = tmp_path / "treaty"
    folder.mkdir()
    for name, text in TREATY.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def current_hit(room: Any) -> str:
    reader = room.screen.reader
    hit = reader.hits[reader.hit_index]
    return (reader.article.title if hit.field == "title" else reader.article.text)[
        hit.start : hit.end
    ].casefold()


def status(room: Any) -> str:
    return room.screen.reader._border_subtitle.plain


def legend(room: Any) -> str:
    title = room.screen.reader._border_title
    return title.plain if title is not None else ""


def reversed_in(widget: Any) -> list[str]:
    """What of a widget's window is written on a ground, as hits are."""
    lines = [widget.render_line(y) for y in range(widget.size.height)]
    return [
        s.text.casefold() for line in lines for s in line if s.style and s.style.reverse and s.text.strip()
    ]


async def search(room: Any, query: str) -> None:
    await room.press("slash")
    await room.type(query)
    await room.press("enter")


async def test_full_stop_chooses_defense_only(open_room: OpenRoom, treaty: Path) -> None:
    """Story 2: both words are marked; `.` chooses *defense* only, and n walks it through all articles."""
    async with open_room(treaty) as room:
        screen = room.screen
        await search(room, "mutual defense")
        await room.press("enter")
        walked = screen.listing.hits_total
        assert legend(room).startswith("1 mutual ") and "2 defense " in legend(room)
        await room.press("full_stop")
        assert screen.key_line.message.startswith("Walking 1 mutual: ")
        await room.press("full_stop")
        assert screen.key_line.message.startswith("Walking 2 defense: ")
        assert status(room).startswith("2 defense: ")
        defenses = sum(text.casefold().count("defense") for text in TREATY.values())
        assert f"{defenses} in all" in status(room) and defenses < walked
        assert set(reversed_in(screen.reader)) == {"defense"}, "only these stand out"
        assert set(reversed_in(screen.documents)) <= {"defense"}
        seen = set()
        await room.press("N", "N", "N", "N", "N", "N", "N", "N", "N")
        if screen.reader.walked_index < 0:  # it stood on *mutual*, with no *defense* before it
            await room.press("n")
        for _ in range(defenses + 1):
            assert current_hit(room) == "defense"
            seen.add((screen.reader.article.id, screen.reader.hit_index))
            await room.press("n")
        assert len(seen) == defenses, "each of them, in every article"
        assert screen.key_line.message == "No further hit of 2 defense."
        await room.press("escape", "escape")
        assert screen.search_bar.text == "mutual defense"


async def test_the_walk_leaves_out_articles_without_the_clause(open_room: OpenRoom) -> None:
    """She wants the next *ferry*, not the next of many *bridges*: two articles are stepped over."""
    async with open_room() as room:
        screen = room.screen
        await search(room, "bridge OR ferry")
        await room.press("enter")
        await room.press("full_stop", "full_stop")
        counts = [screen.documents.render_line(y).text for y in range(screen.documents.size.height)]
        assert sum(line.rstrip().endswith(" 3") for line in counts) == 1, "the list counts what is walked"
        ferries = []
        await room.press("g", "N", "N", "N", "N", "N")
        for _ in range(6):
            ferries.append((screen.reader.article.title, current_hit(room)))
            await room.press("n")
        assert set(ferries) == {("Ferry takes the lorries", "ferry")}
        assert status(room).startswith("2 ferry: hit 3 of 3 here")


async def test_all_hits_are_walked_again_behind_the_last_clause(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "bridge cracks")
        await room.press("enter")
        everything = screen.reader.walked_count
        await room.press("full_stop", "full_stop", "full_stop")
        assert screen.key_line.message == "Walking all hits again, those of 2 clauses"
        assert screen.reader.clause is None and screen.reader.walked_count == everything
        await room.press("comma")
        assert status(room).startswith("2 cracks: "), "and back"
        await room.press("comma", "comma")
        assert not status(room).startswith(("1", "2"))


async def test_a_count_goes_so_many_hits_on_and_chooses_a_clause(open_room: OpenRoom, treaty: Path) -> None:
    """`2.` in the list chooses the second clause, `3n` its third hit."""
    async with open_room(treaty) as room:
        screen = room.screen
        await search(room, "mutual defense")
        assert screen.focused is screen.documents
        await room.press("2", "full_stop")
        assert screen.key_line.message.startswith("Walking 2 defense: ")
        first = [hit for hit in screen.reader.hits if hit.clause == 1]
        await room.press("3", "n")
        assert len(first) >= 3 and screen.reader.hits[screen.reader.hit_index] == first[2]
        assert current_hit(room) == "defense"
        assert screen.focused is screen.reader
        await room.press("escape", "7", "full_stop")
        assert screen.key_line.message == "This query has 2 clauses to walk."


async def test_another_query_walks_all_hits(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "bridge cracks")
        await room.press("enter", "full_stop")
        assert screen.reader.clause == 0
        await room.press("s")
        assert screen.reader.clause == 0 and status(room).startswith("1 bridge: "), (
            "another order is no other query"
        )
        await search(room, "ferry lorries")
        assert screen.reader.clause is None and screen.search_bar.walked is None
        assert not status(room).startswith("1 ")
        await search(room, "market")
        await room.press("full_stop")
        assert screen.key_line.message == "All hits are of one clause."
        await search(room, "after:2024")
        await room.press("full_stop")
        assert screen.key_line.message == "This query has no words to walk; Enter reads an article."


async def test_keys_typed_ahead_wait_for_the_counts(open_room: OpenRoom, treaty: Path) -> None:
    """Over a slow line `.`, `.` and `n` arrive at once; n must walk *defense* all the same."""
    async with open_room(treaty) as room:
        screen = room.screen
        await search(room, "mutual defense")
        await room.press("enter")
        await room.pilot.press("full_stop", "full_stop", "n", "n")
        await room.settle()
        assert current_hit(room) == "defense"
        assert screen.reader.walked_index >= 0


async def test_typing_shows_the_clauses_as_they_stand(open_room: OpenRoom) -> None:
    """A word that may still grow is searched for as a beginning, too; for her it is one clause."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("bridge crack")
        assert screen.listing.query == "bridge (crack* OR crack)"
        assert [clause.text for clause in screen.search_bar.clauses] == ["bridge", "crack"]
        assert "2 crack " in legend(room)
        ground = Color.parse(screen.app.theme_variables["hit-2"]).rich_color
        marked = {
            segment.text
            for y in range(screen.reader.size.height)
            for segment in screen.reader.render_line(y)
            if segment.style and segment.style.reverse and segment.style.color == ground
        }
        assert "cracks" in marked


async def test_a_word_that_two_clauses_find_is_a_hit_of_the_first(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "bridge brid*")
        await room.press("enter", "full_stop", "full_stop")
        assert screen.key_line.message == "Walking 2 brid*: 0 hits here, 0 in 0 articles"
        await room.press("n")
        assert screen.key_line.message == "No further hit of 2 brid*."


async def test_expressions_are_walked_like_words(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "bridge /cr[a-z]+s/")
        await room.press("enter", "full_stop", "full_stop")
        assert screen.key_line.message.startswith("Walking 2 /cr[a-z]+s/: ")
        await room.press("n")
        assert current_hit(room) in ("cracks", "crews")


async def test_a_count_that_fails_walks_all_hits(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An expression that takes too long says so; she is not left with keys that do nothing."""

    def fail(*_: object) -> None:
        raise SearchTooLong("That takes too long.")

    async with open_room() as room:
        screen = room.screen
        await search(room, "bridge cracks")
        await room.press("enter")
        monkeypatch.setattr(Desk, "clause_hits", fail)
        await room.press("full_stop")
        assert screen.key_line.message == "That takes too long."
        assert screen.reader.clause is None
        before = screen.reader.hit_index
        await room.press("n")
        assert screen.reader.hit_index != before
        assert {m.hits for m in room.messages if isinstance(m, ClauseCounted)} == {None}


async def test_the_palette_chooses_a_clause_by_its_name(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "bridge cracks")
        await room.press("colon")
        await room.type("hits of 2 cracks")
        await room.press("enter")
        assert screen.reader.clause == 1
        await room.press("colon")
        await room.type("hits of all clauses")
        await room.press("enter")
        assert screen.reader.clause is None


async def test_the_theme_reaches_the_search_line(open_room: OpenRoom) -> None:
    def colours(room: Any) -> set[str]:
        strip = room.screen.search_bar._input.render_line(0)
        return {
            s.style.color.triplet.hex for s in strip if s.style and s.style.color and s.style.color.triplet
        }

    async with open_room() as room:
        await search(room, "bridge cracks")
        dark = room.app.theme_variables
        assert {dark["hit-count"], dark["hit-count-2"]} <= colours(room)
        await room.press("f3")
        light = room.app.theme_variables
        assert light["hit-count-2"] != dark["hit-count-2"]
        assert {light["hit-count"], light["hit-count-2"]} <= colours(room)


async def test_a_search_in_the_article_has_no_clauses_and_leaves_those_of_the_query(
    open_room: OpenRoom, treaty: Path
) -> None:
    """She walks *defense*, looks up a word in this article only, and Escape brings *defense* back."""
    async with open_room(treaty) as room:
        screen = room.screen
        await search(room, "mutual defense")
        await room.press("enter", "full_stop", "full_stop", "n")
        before = legend(room), screen.reader.clause
        assert before[1] == 1
        await room.press("asterisk", "enter")
        assert not status(room).startswith("2 ") and "in all" not in status(room)
        assert legend(room) == ""
        await room.press("escape")
        assert (legend(room), screen.reader.clause) == before
        assert status(room).startswith("2 defense: ")


async def test_the_concordance_tells_clauses_apart_and_leads_to_a_hit_of_any(
    open_room: OpenRoom, treaty: Path
) -> None:
    """While *defense* is walked she goes from a line of the concordance to a *mutual*: it is seen there."""
    async with open_room(treaty) as room:
        screen = room.screen
        await search(room, "mutual defense")
        await room.press("enter", "full_stop", "full_stop", "K")
        hits = room.app.screen.hits
        colours = {name: Color.parse(room.app.theme_variables[name]).rich_color for name in ("hit", "hit-2")}
        grounds: dict[str, set[str]] = {name: set() for name in colours}
        for y in range(hits.size.height):
            for segment in hits.render_line(y):
                for name, colour in colours.items():
                    if segment.style and segment.style.reverse and segment.style.color == colour:
                        grounds[name].add(segment.text.casefold())
        assert grounds == {"hit": {"mutual"}, "hit-2": {"defense"}}
        lines = [hits.render_line(y) for y in range(hits.size.height)]
        row = next(
            y
            for y, line in enumerate(lines)
            if "Mutual respect" in line.text
            and "Mutual" in [s.text for s in line if s.style and s.style.reverse]
        )
        await room.press(*["j"] * row, "enter")
        assert room.app.screen is screen
        assert current_hit(room) == "mutual" and screen.reader.clause == 1
        assert "mutual" in reversed_in(screen.reader), "where one has gone is seen, whatever is walked"
        await room.press("n")
        assert current_hit(room) == "defense"
