"""Entities counted in any set of documents, held against counting them one by one."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index import Library
from index.columnar.strings import Strings, encode, pack
from index.copies.groups import Groups
from index.model import ENTITY_TYPES, Entity
from index.roll import BETWEEN, Counted, Roll
from index.standing import TIMES, Against, threshold
from index.tallies import Counts, Tallies

NAMES = ("Ada Brandt", "Åland", "BRICS", "Geneva\nConvention", "al-Qaida", "Ирина", "Zagreb")
KEYS = st.integers(1, 40)
MENTIONS = st.lists(st.tuples(KEYS, st.integers(0, len(NAMES) - 1)), max_size=200)


def a_roll() -> Roll:
    aliases = [[name, name.upper()][: 1 + at % 2] for at, name in enumerate(NAMES)]
    return Roll(
        np.array([f"id{9 - at}".encode() for at in range(len(NAMES))]),
        Strings(*pack([encode(name) for name in NAMES])),
        np.array([at % 3 for at in range(len(NAMES))], np.uint8),
        Strings(*pack([encode(BETWEEN.join(each)) for each in aliases])),
    )


def tallied(mentions: list[tuple[int, int]], groups: Groups | None = None) -> Tallies:
    rows = np.array(sorted(mentions), np.int32).reshape(-1, 2)
    keys = np.unique(rows[:, 0]).astype(np.int64)
    return Tallies.of(keys, rows[:, 0], rows[:, 1], len(NAMES), groups or Groups(()))


@given(MENTIONS, st.sets(st.integers(0, 50)))
def test_the_counts_are_those_of_counting_one_by_one(
    mentions: list[tuple[int, int]], chosen: set[int]
) -> None:
    counts = tallied(mentions).within(np.array([*chosen], np.int64))
    inside = [(document, entity) for document, entity in mentions if document in chosen]
    assert Counter(dict(enumerate(counts.mentions.tolist()))) == Counter(entity for _, entity in inside)
    assert Counter(dict(enumerate(counts.documents.tolist()))) == Counter(entity for _, entity in set(inside))


@given(MENTIONS, st.sets(st.integers(0, 50)), st.dictionaries(KEYS, st.integers(1, 4)))
def test_copies_count_as_one(
    mentions: list[tuple[int, int]], chosen: set[int], numbers: dict[int, int]
) -> None:
    sizes = Counter(numbers.values())
    leaders = {key: min(k for k in numbers if numbers[k] == number) for key, number in numbers.items()}
    groups = Groups(sorted((key, leaders[key]) for key, number in numbers.items() if sizes[number] > 1))
    keys = np.array([*chosen], np.int64)
    counts = tallied(mentions, groups).within(keys)
    inside = {(leaders.get(key, key), entity) for key, entity in mentions if key in chosen}
    assert Counter(dict(enumerate(counts.sources.tolist()))) == Counter(entity for _, entity in inside)
    assert groups.count(keys) == len({leaders.get(key, key) for key in chosen})


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 300)), min_size=1, max_size=7), st.integers(1, 30)
)
def test_what_stands_out_is_more_frequent_here_than_chance_makes_it(
    rows: list[tuple[int, int]], of: int
) -> None:
    """In `of` of 1,000 documents; each of the names is in (here) of these and in so many others."""
    here = np.minimum([row[0] for row in rows], of)
    counts = Counts(here, here, here)
    against = Against(here + np.array([row[1] for row in rows]), of, 1_000)
    every = np.arange(len(rows))
    found = against.outstanding(every, counts).tolist()
    standings = list(against.standings(every, counts))
    assert [standings[one].score for one in found] == sorted(
        (standings[one].score for one in found), reverse=True
    )
    for number, one in enumerate(standings):
        assert (one.here, one.of, one.total) == (here[number], of, 1_000)
        share, usual = one.here / one.of, one.everywhere / one.total
        assert (one.score >= -1e-9) == (share >= usual) or abs(one.score) < 1e-6
        if number in found:
            assert share >= TIMES * usual and one.score >= threshold(1) - 0.001
            assert one.here >= 2


def test_the_threshold_is_that_of_the_distribution() -> None:
    assert round(threshold(1), 2) == 3.84  # chi squared at five in a hundred, one degree of freedom
    assert round(threshold(1_000), 1) == 16.4
    assert threshold(10) < threshold(100) < threshold(1_000)


@given(MENTIONS)
def test_entities_come_in_order_and_are_found_by_their_ids(mentions: list[tuple[int, int]]) -> None:
    found = Counted.of(a_roll(), tallied(mentions).all)
    listed = list(found)
    places = {name: at for at, name in enumerate(NAMES)}
    assert {places[one.name] for one in listed} == {entity for _, entity in mentions}
    assert listed == sorted(listed, key=lambda one: (-one.documents, -one.mentions, places[one.name]))
    assert [found.find(one.id) for one in listed] == list(range(len(found)))
    assert [one.aliases for one in listed if one.name == "Åland"] in ([], [("Åland", "ÅLAND")])
    assert [found[at] for at in range(len(found))] == listed and found[1:3] == tuple(listed[1:3])
    assert found.find("id0") is None and found.find("no such id") is None

    def by_type(one: Entity) -> tuple[int, int, int]:
        return ENTITY_TYPES.index(one.type), -one.mentions, places[one.name]

    in_groups = found.by_type()
    assert list(in_groups) == sorted(listed, key=by_type)
    assert [in_groups.find(one.id) for one in in_groups] == list(range(len(found)))
    backwards = found.by_type(tuple(reversed(ENTITY_TYPES)))
    assert [one.type for one in backwards] == sorted((one.type for one in listed), key=ENTITY_TYPES.index)[
        ::-1
    ]
    for type in ENTITY_TYPES:
        of_type = Counted.of(a_roll(), tallied(mentions).all, type)
        assert of_type == tuple(one for one in listed if one.type == type)
        assert found.number_of(type) == len(of_type)


def test_a_library_counts_as_its_articles_do(tmp_path: Path, open_library: Callable[..., Library]) -> None:
    texts = {
        "talks": "Ada Brandt met Olof Lindqvist in Geneva. Brandt left Geneva.",
        "dinner": "Ada Brandt dined with Olof Lindqvist on Monday.",
        "visit": "Olof Lindqvist is in Moscow this week.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"A {name} was had\n\n{text}\n", "utf-8")
    library = open_library(tmp_path)
    library.sync()
    for query in (
        "",
        "brandt",
        "lindqvist",
        "moscow OR geneva",
        'person:"Ada Brandt"',
        "nothing of the kind",
    ):
        ids = [one.document.id for one in library.search(query).results] if query else None
        of_one = [
            one
            for document in library.documents()
            if ids is None or document.id in ids
            for one in library.entities_of(document.id)
        ]
        mentions, documents = Counter[str](), Counter(one.id for one in of_one)
        for one in of_one:
            mentions[one.id] += one.mentions
        assert {one.id: (one.mentions, one.documents) for one in library.entities(query)} == {
            id: (mentions[id], documents[id]) for id in documents
        }
    aliases = {one.name: one.aliases for one in library.entities()}
    assert aliases["Ada Brandt"] == ("Ada Brandt", "Brandt")


def test_who_stands_out_in_results_and_copies_count_once(
    tmp_path: Path, open_library: Callable[..., Library]
) -> None:
    """Brandt is in four reports of the flood, one of them printed thrice, and in no other of 30."""
    wire = (
        "The water in the harbour district stood a metre high after two pumps had failed, Ada Brandt of the "
        "water company said on Monday. Geneva sent help, and the council put off its session till the "
        "streets are dry again. Nobody was hurt, and the schools stay closed."
    )
    texts = [f"{wire} {more}" for more in ("", "The tram does not run.", "A street is closed.")]
    texts += [
        f"Ada Brandt spoke of the flood on day {number} in Geneva." for number in ("two", "three", "four")
    ]
    texts += [
        f"Olof Lindqvist was in Geneva, visit number {number}, and saw the lake." for number in range(30)
    ]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}\n\n{text}\n", "utf-8")
    library = open_library(tmp_path)
    library.sync()
    found = library.entities('"Ada Brandt"')
    (brandt,) = [one for one in found if one.name == "Ada Brandt"]
    assert (brandt.documents, brandt.sources) == (6, 4)
    assert brandt.standing is not None
    assert (brandt.standing.here, brandt.standing.of) == (4, 4)
    assert (brandt.standing.everywhere, brandt.standing.total) == (4, 34)
    assert [one.name for one in found.standing_out()] == ["Ada Brandt"]
    assert [one.name for one in found.standing_out().by_type()] == ["Ada Brandt"]
    assert len(library.entities().standing_out()) == 0
    assert all(one.standing is None for one in library.entities())
