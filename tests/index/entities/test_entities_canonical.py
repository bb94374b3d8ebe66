"""Names across documents: what is one entity and what is not."""

import pytest

from index.entities import Canon, EntityType, NameCount, canonicalise, entity_id


def canon(*names: str | tuple[str, int], type: EntityType = "person") -> Canon:
    """The entities of a library in which these names are mentioned."""
    rows = []
    for name in names:
        text, documents = name if isinstance(name, tuple) else (name, 1)
        rows.append(NameCount(text, type, text, True, documents, documents))
    return canonicalise(rows)


def same(one: str, other: str, *more: str, type: EntityType = "person") -> bool:
    """Whether two names are of one entity in a library that also has `more`."""
    found = canon(one, other, *more, type=type)
    return found.entity(one, type, True) == found.entity(other, type, True)


SAME_PEOPLE = [
    ("Abbas Araghchi", "Abbas Araqchi"),
    ("Abbas Araghchi", "Abbas Araghtchi"),
    ("Abbas Araghchi", "Araghchi"),
    ("Muammar Gaddafi", "Muammar Qadhafi"),
    ("Mohammed Al Nahyan", "Mohamed bin Zayed Al Nahyan"),
    ("Mohammed Morsi", "Mohamed Mursi"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Bashar al-Assad", "Assad"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Yury Ushakov", "Yuri Ushakov"),
    ("Antony Blinken", "Tony Blinken"),
    ("Robert Gates", "Bob Gates"),
    ("J. Calloway", "Judith Calloway"),
    ("George W. Bush", "George Bush"),
    ("Gabriel García Márquez", "Garcia Marquez"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Xi Jinping", "Xi"),
    ("Ludovic van der Meer", "van der Meer"),
    ("Osama bin Laden", "bin Laden"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Ban Ki-moon", "Ban Ki Moon"),
    ("Joseph R. Biden", "Joe Biden"),
    ("Donald J. Trump", "Donald Trump"),
]

OTHER_PEOPLE = [
    ("Ali Khamenei", "Mojtaba Khamenei"),
    ("Ali Khamenei", "Ruhollah Khomeini"),
    ("Khamenei", "Khomeini"),
    ("Ali Khamenei", "Khomeini"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Donald Trump", "Melania Trump"),
    ("George W. Bush", "George H. W. Bush"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Ellen Marsh", "Allan Marsh"),
    ("Dean Marsh", "Dan Marsh"),
    ("Daniel Marsh", "Danielle Marsh"),
    ("Araghchi", "Araqchi"),
    ("Paul Calloway", "Paula Calloway"),
    ("John Kerry", "John Perry"),
    ("Hillary Clinton", "Bill Clinton"),
    ("Martin Luther King", "Martin Luther"),
    ("Vladimir Putin", "Vladimir Potanin"),
    ("Jean Marais", "Jan Marais"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PEOPLE)
def test_one_person(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER_PEOPLE)
def test_two_people(one: str, other: str) -> None:
    assert not same(one, other)


class TestSurnames:
    def test_a_surname_of_two_people_is_nobody_of_them(self) -> None:
        found = canon("Ali Khamenei", "Mojtaba Khamenei", "Khamenei")
        assert len(found.entities) == 3

    def test_a_surname_means_the_one_who_is_in_nearly_all_documents(self) -> None:
        found = canon(("Donald Trump", 95), ("Ivanka Trump", 3), "Trump")
        assert found.entity("Trump", "person", True) == found.entity("Donald Trump", "person", True)

    def test_a_son_does_not_take_the_surname(self) -> None:
        found = canon("Donald Trump", "Donald Trump Jr.", "Trump")
        assert found.entity("Trump", "person", True) == found.entity("Donald Trump", "person", True)

    def test_a_bare_name_between_two_middle_names_stays_alone(self) -> None:
        assert len(canon("George W. Bush", "George H. W. Bush", "George Bush").entities) == 3

    def test_an_initial_between_two_first_names_stays_alone(self) -> None:
        assert not same("J. Calloway", "Judith Calloway", "James Calloway")


THINGS: list[tuple[str, str, EntityType, bool]] = [
    ("Halvorsen Inc.", "Halvorsen", "organisation", True),
    ("Halvorsen Corp", "Halvorsen Corporation", "organisation", True),
    ("Iraqi Ministry of Culture", "Ministry of Culture of Iraq", "organisation", True),
    ("Foreign Ministry of Iran", "Iranian Foreign Ministry", "organisation", True),
    ("Iranian Foreign Ministry", "Iraqi Foreign Ministry", "organisation", False),
    ("Orvanna Rescue Council", "ORC", "organisation", True),
    ("World Health Organisation", "World Health Organization", "organisation", True),
    ("University of Washington", "Washington University", "organisation", False),
    ("Bank of Velmora", "Bank of Orvanna", "organisation", False),
    ("Kansas City Falcons", "Falcons", "organisation", True),
    ("Anbar Province", "Anbar", "place", True),
    ("Mount Velmora", "Mt. Velmora", "place", True),
    ("Newcastle", "New Castle", "place", False),
    ("Iranian", "Iranians", "group", False),
    ("Deep Sea Mining Treaty", "Deep-Sea Mining Treaty", "work", True),
    ("First Velmora Summit", "Second Velmora Summit", "event", False),
]


@pytest.mark.parametrize(("one", "other", "type", "expected"), THINGS)
def test_things(one: str, other: str, type: EntityType, expected: bool) -> None:
    assert same(one, other, type=type) is expected


def test_two_expansions_leave_a_short_form_alone() -> None:
    assert not same("ORC", "Orvanna Rescue Council", "Ocean Research Centre", type="organisation")


def test_documents_that_explain_a_short_form_decide() -> None:
    rows = [
        NameCount("Orvanna Rescue Council", "organisation", "ORC", True, 3, 5),
        NameCount("Ocean Research Centre", "organisation", "Ocean Research Centre", True, 1, 1),
        NameCount("ORC", "organisation", "ORC", True, 1, 1),
    ]
    found = canonicalise(rows)
    assert found.entity("ORC", "organisation", True) == found.entity(
        "Orvanna Rescue Council", "organisation", True
    )


def test_types_are_never_brought_together() -> None:
    rows = [NameCount("Jordan", kind, "Jordan", True, 5, 5) for kind in ("person", "place", "organisation")]
    assert len(canonicalise(rows).entities) == 3


def test_the_library_settles_a_type_that_a_document_leaves_open() -> None:
    rows = [
        NameCount("Velmora", "place", "Velmora", True, 4, 9),
        NameCount("Velmora", "organisation", "Velmora", False, 9, 9),
        NameCount("Ingrid Solvang", "person", "Ingrid Solvang", True, 2, 2),
        NameCount("Solvang", "organisation", "Solvang", False, 1, 1),
    ]
    found = canonicalise(rows)
    assert found.entity("Velmora", "organisation", False) == found.entity("Velmora", "place", True)
    assert found.entity("Solvang", "organisation", False) == found.entity("Ingrid Solvang", "person", True)


def test_an_entity_is_shown_under_its_usual_full_name() -> None:
    found = canon(("Araghchi", 50), ("Abbas Araghchi", 9), ("Abbas Araqchi", 2))
    assert {(e.id, e.name, e.type) for e in found.entities.values()} == {
        (entity_id("person", "Abbas Araghchi"), "Abbas Araghchi", "person")
    }


def test_ids_do_not_hang_on_case_accents_or_order() -> None:
    assert entity_id("person", "Recep Erdoğan") == entity_id("person", "RECEP ERDOGAN")
    assert entity_id("person", "Jordan") != entity_id("place", "Jordan")
    names = ["Ali Khamenei", "Khamenei", "Abbas Araghchi", "Araqchi", "Abbas Araqchi"]
    assert canon(*names).of == canon(*reversed(names)).of


def test_a_name_never_seen_is_an_entity_of_its_own() -> None:
    assert canon("Ali Khamenei").entity("Someone", "person", True) == entity_id("person", "Someone")
