"""Watched names among what the rules found: each stands once, and long documents are no burden."""

from typing import Any

from index.entities import RawMention
from index.entities.watch import heed
from index.watching import Watched, WatchList

WATCHED = Watched.of(WatchList.read('person "Ada Brandt", "Brandt"').listed)


class Counted(RawMention):
    """A mention that counts how often anybody asks where it begins."""

    asked = 0

    def __getattribute__(self, name: str) -> Any:
        if name == "start":
            Counted.asked += 1
        return super().__getattribute__(name)


def looked_at(hits: int) -> int:
    """How often mentions are asked for their place in a text that names a watched person so many times."""
    text = "Ada Brandt met Bo Lind. " * hits
    ruled = [
        Counted(at, at + len(name), name, "person", name, "text", True)
        for begin in range(0, len(text), 24)
        for at, name in ((begin, "Ada Brandt"), (begin + 15, "Bo Lind"))
    ]
    Counted.asked = 0
    heed("", text, ruled, WATCHED)
    return Counted.asked


def test_twice_as_many_names_are_twice_the_work() -> None:
    assert looked_at(200) < 3 * looked_at(100)


def test_all_that_a_watched_name_overlaps_give_way() -> None:
    text = "Ada Brandt of Brandt House, Bo Lind"
    ruled = [
        RawMention(0, 3, "Ada", "place", "Ada", "text", True),
        RawMention(4, 10, "Brandt", "place", "Brandt", "text", True),
        RawMention(28, 35, "Bo Lind", "person", "Bo Lind", "text", True),
    ]
    found = [(one.text, one.type, one.name) for one in heed("", text, ruled, WATCHED)]
    assert found == [
        ("Ada Brandt", "person", "Ada Brandt"),
        ("Brandt", "person", "Ada Brandt"),
        ("Bo Lind", "person", "Bo Lind"),
    ]


def test_another_person_of_the_same_surname_stays() -> None:
    text = "Cy Brandt met Ada Brandt."
    ruled = [RawMention(0, 9, "Cy Brandt", "person", "Cy Brandt", "text", True)]
    assert [one.name for one in heed("", text, ruled, WATCHED)] == ["Cy Brandt", "Ada Brandt"]
