"""Filters by who or what is mentioned, through the door of the library."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Library
from index.bearers import Bearers
from index.catalog.names import Names
from index.fulltext.query import Named
from index.fulltext.syntax import parse

ARTICLES = {
    "geneva": "Ministers meet\n\nForeign Minister Ada Brandt met Olof Lindqvist in Geneva. Brandt smiled.\n",
    "dinner": "Date: 2024-03-02\n\nA dinner for two\n\nThe host, Ada Brandt, dined with José Almeida.\n",
    "street": "A street is renamed\n\nThe council of Geneva chose the name of Lindqvist Street.\n",
    "soup": "Soup of the day\n\nNobody of note praised the soup, and brandt is a word in it.\n",
}
LEAVES = [
    "person:brandt", "person:lindqvist", 'person:"Ada Brandt"', "person:nobody", "place:geneva",
    "place:brandt", "org:brandt", "after:2024", "soup", "brandt", "the", '"of geneva"', "title:a",
]  # fmt: skip


class FakeNames(Names):
    """Names that were found in documents by someone else."""

    def __init__(self, entities: Mapping[str, tuple[str, tuple[str, ...]]]) -> None:
        self._entities = entities
        self.asked = 0

    def borne(self, type: str) -> list[tuple[str, str, str]]:
        self.asked += 1
        return [
            (entity, name, alias)
            for entity, (name, aliases) in self._entities.items()
            for alias in aliases
            if type == "person"
        ]

    def mentioning(self, entities: object) -> frozenset[int]:
        assert isinstance(entities, set)
        return frozenset(map(int, entities))


PEOPLE = {
    "1": ("Abbas Araghchi", ("Abbas Araghchi", "Mr. Araghchi")),
    "2": ("Donald Trump", ("Trump", "Trump's", "Donald Trump", "The Donald")),
    "3": ("Melania Trump", ("Melania", "Melania Trump")),
    "4": ("José Muñoz-O’Neill", ("Muñoz-O’Neill",)),
    "5": ("P. J. O’Rourke", ("Trump the Elder", "P.J. O’Rourke")),
}


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("person:araghchi", {1}),
        ('person:"ABBAS araghchi’s"', {1}),
        ('person:"mr araghchi"', {1}),
        ("person:mr", set()),
        ("person:abba", set()),
        ("person:abba*", {1}),
        ('person:"araghchi abbas"', set()),
        ("person:trump", {2, 3}),
        ('person:"donald trump"', {2}),
        ("person:donald", {2}),
        ('person:"the donald"', {2}),
        ("person:melania", {3}),
        ('person:"the elder"', set()),
        ('person:"trump the elder"', {5}),
        ('person:"jose munoz-oneill"', {4}),
        ("person:munoz", {4}),
        ("person:orourke", {5}),
        ("place:trump", set()),
        ("person:xi", set()),
    ],
)
def test_who_bears_a_name(query: str, keys: set[int]) -> None:
    root = parse(query).root
    assert isinstance(root, Named)
    assert Bearers(FakeNames(PEOPLE))(root) == keys


def test_names_are_read_once() -> None:
    names = FakeNames(PEOPLE)
    bearers = Bearers(names)
    for number in range(100):
        for name in ("trump", "araghchi", f"nobody{number}"):
            root = parse(f"person:{name}").root
            assert isinstance(root, Named)
            assert bool(bearers(root)) == (not name.startswith("nobody"))
    assert names.asked == 1


@pytest.fixture
def texts() -> Mapping[str, str]:
    return ARTICLES


def names_of(library: Library, query: str) -> list[str]:
    headlines = library.headlines()
    by_id = {one.id: Path(one.path).stem for one in library.documents()}
    return [by_id[headlines[key].id] for key in library.list(query).keys]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("person:brandt", {"geneva", "dinner"}),
        ("person:BRANDT’s", {"geneva", "dinner"}),
        ('person:"Ada Brandt" -person:lindqvist', {"dinner"}),
        ("person:almeida OR soup", {"dinner", "soup"}),
        ('person:"jose almeida"', {"dinner"}),
        ("place:geneva brandt", {"geneva"}),
        ("org:brandt", set()),
        ("person:nobody", set()),
        ("-person:brandt", {"street", "soup"}),
        ("person:brandt after:2024", {"dinner"}),
    ],
)
def test_documents_that_mention(library: Library, query: str, found: set[str]) -> None:
    assert set(names_of(library, query)) == found


def test_a_filter_has_no_hits_and_says_how_many_meet_it(library: Library) -> None:
    results = library.search("person:brandt -place:geneva")
    assert results.hits_total == 0 and results.total == 1
    assert [(clause.text, clause.documents) for clause in results.clauses] == [
        ("person:brandt", 2),
        ("place:geneva", 2),
    ]
    (result,) = results.results
    assert result.snippets and not result.snippets[0].spans
    assert library.search("person:xi").clauses[0].documents == 0
    assert names_of(library, "person:brandt") == ["dinner", "geneva"]
    assert library.list("person:brandt after:2024").undated == 1


def test_entities_are_counted_in_what_a_filter_leaves(library: Library) -> None:
    assert "Geneva" not in {one.name for one in library.entities('person:"José Almeida"')}


def test_new_names_are_known_after_a_sync(library: Library, tmp_path: Path) -> None:
    assert not library.list("person:okafor").keys
    (tmp_path / "articles" / "new.txt").write_text(
        "A new face\n\nPresident Chidi Okafor arrived. Okafor waved.\n"
    )
    library.sync()
    assert names_of(library, "person:okafor") == ["new"]


QUERIES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: (
        st.tuples(inner, st.sampled_from([" ", " OR ", " AND "]), inner).map(
            lambda parts: f"({''.join(parts)})"
        )
        | inner.map(lambda part: f"NOT {part}")
    ),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES)
def test_hits_add_up_under_every_filter(library: Library, query: str) -> None:
    listing, headlines = library.list(query), library.headlines()
    found = library.search(query, limit=100)
    assert found.total == len(listing.keys)
    for key, hits in zip(listing.keys, listing.hits, strict=True):
        assert len(library.read(headlines[key].id, query).hits) == hits, query
    assert sum(result.hits for result in found.results) == found.hits_total == listing.hits_total
    assert len(library.kwic(query).lines) == found.hits_total


def test_a_capital_that_stands_for_a_government_is_kept_as_such(
    tmp_path: Path, open_library: Callable[..., Library]
) -> None:
    folder = tmp_path / "capitals"
    folder.mkdir()
    (folder / "one.md").write_text(
        "# Talks\n\nTehran rejected the offer. Envoys had brought it to Tehran.\n", encoding="utf-8"
    )
    library = open_library(folder)
    library.sync()
    (summary,) = library.documents()
    mentions = [one for one in library.document(summary.id).mentions if one.text == "Tehran"]
    assert [one.stands_for for one in mentions] == ["government", None]
    assert len({one.entity for one in mentions}) == 1


@pytest.mark.parametrize("name", ["Valmar Dockers' Union", "Valmar Dockers’ Union", "Valmar Dockers Union"])
def test_a_union_is_found_with_the_apostrophe_of_its_name(
    articles: Path, open_library: Callable[..., Library], name: str
) -> None:
    (articles / "dockers.txt").write_text(
        "A strike\n\nMembers of the Valmar Dockers' Union walked out.\n", "utf-8"
    )
    (articles / "bakers.txt").write_text("A vote\n\nMembers of the Valmar Bakers' Union voted.\n", "utf-8")
    library = open_library(articles)
    library.sync()
    assert names_of(library, f'org:"{name}"') == ["dockers"]
