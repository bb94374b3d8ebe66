"""Names that may be one: the right ones, and few others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index import Library
from index.mending import Mendings
from index.mending.likeness import likenesses, worth_saying
from index.model import Entity, EntityType, Likeness, Named


def entity(name: str, documents: int, type: EntityType = "person") -> Entity:
    return Entity(f"{type} {name}", name, type, (name,), documents, documents)


def suggested(*entities: Entity) -> set[tuple[str, str, str]]:
    found = likenesses(sorted(entities, key=lambda one: -one.documents))
    return {(one.entity.name, one.target.name, one.reason) for one in found}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (entity("Araqchi", 12), entity("Abbas Araghchi", 40), "a surname spelled alike"),
        (entity("Vladmir Putin", 5), entity("Vladimir Putin", 484), "one letter apart"),
        (entity("Benjamin Netanjahu", 3), entity("Benjamin Netanyahu", 85), "one letter apart"),
        (entity("Fateh al-Sham Front", 3, "organisation"), entity("Fatah al-Sham Front", 4, "organisation"),
         "spelled alike"),
        (entity("Mohamed Hussain Brigade", 2, "organisation"),
         entity("Muhammad Hossein Brigade", 4, "organisation"), "spelled alike"),
        (entity("Muhammad Hosein Brigate", 2, "organisation"),
         entity("Mohammed Hossein Brigade", 9, "organisation"), "one letter apart"),
        (entity("Free Syria Army", 2, "organisation"), entity("Free Syrian Army", 31, "organisation"),
         "one letter apart"),
        (entity("HIQA", 12, "organisation"),
         entity("Health Information and Quality Authority", 6, "organisation"), "its initials"),
        (entity("Oroville Dam", 5), entity("Oroville Dam", 23, "place"), "the same name, as place"),
    ],
)  # fmt: skip
def test_what_may_be_one(one: Entity, other: Entity, reason: str) -> None:
    assert (one.name, other.name, reason) in suggested(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("Ali Khamenei", 20), entity("Mojtaba Khamenei", 3)),
        (entity("Ali Khamenei", 20), entity("Ali Khomeini", 3)),
        (entity("Kim Jong Un", 90), entity("Kim Jong Il", 9)),
        (entity("George W. Bush", 90), entity("George H. W. Bush", 9)),
        (entity("Maria Garcia", 90), entity("Mario Garcia", 2)),
        (entity("Wells", 6), entity("Walsh", 7)),
        (entity("Julie", 6), entity("Angelina Jolie", 9)),
        (entity("Barack", 17), entity("Ehud Barak", 4)),
        (entity("Washington", 3), entity("Washington", 90, "place")),
        (entity("CBS", 66, "organisation"), entity("Cass Business School", 2, "organisation")),
        (entity("Group of 7", 6, "organisation"), entity("Group of 8", 20, "organisation")),
        (entity("North Korea", 6, "place"), entity("South Korea", 60, "place")),
    ],
)
def test_what_is_not_one(one: Entity, other: Entity) -> None:
    assert not suggested(one, other)


def test_a_surname_that_several_bear_is_the_one_of_most() -> None:
    people = [entity("Ryan", 59), entity("Paul Ryan", 140), entity("Tim Ryan", 20)]
    assert suggested(*people) == {("Ryan", "Paul Ryan", "the same surname")}
    assert suggested(entity("Ryan", 59), entity("Paul Ryan", 140), entity("Tim Ryan", 120)) == set()


def test_what_was_declined_is_not_suggested_again_and_one_asks_from_either_side() -> None:
    one, other = entity("Araqchi", 12), entity("Abbas Araghchi", 40)
    found = likenesses((other, one))
    assert worth_saying(found, Mendings()) == (Likeness(one, other, "a surname spelled alike"),)
    of_other = worth_saying(found, Mendings(), Named("person", "abbas araghchi"))
    assert of_other == (Likeness(other, one, "a surname spelled alike"),)
    declined = Mendings().with_mending(found[0].declining)
    assert worth_saying(found, declined) == () == worth_saying(found, declined, Named("person", "Araqchi"))


@pytest.mark.parametrize(
    ("here", "there", "reason"),
    [("Araqchi", "Abbas Araghchi", "a surname spelled alike"), ("Araqchi", "Araghchi", "spelled alike")],
)
def test_names_need_not_meet_to_be_suggested(
    here: str, there: str, reason: str, tmp_path: Path, open_library: Callable[..., Library]
) -> None:
    """Each is named in one article, and nobody and nothing else is named in both."""
    folder = tmp_path / "apart"
    folder.mkdir()
    (folder / "here.txt").write_text(f"Here\n\nMr {here} arrived in Oslo. Mr {here} spoke.\n", "utf-8")
    (folder / "there.txt").write_text(f"There\n\nMinister {there} left Lima. Mr Araghchi sang.\n", "utf-8")
    library = open_library(folder)
    library.sync()
    for one, other in ((here, there), (there, here)):
        found = library.likenesses(Named("person", one))
        assert [(each.target.name, each.reason) for each in found] == [(other, reason)]
    assert [each.reason for each in library.likenesses()] == [reason]
