"""An index over a few articles, and what knows the names in them."""

import math
from collections.abc import Callable, Iterator, Sequence

import pytest

from index.fulltext.engine import Engine, Entry, never
from index.fulltext.query import Known as Asked
from index.fulltext.query import Named, resolve
from index.fulltext.syntax import parse
from index.model import EntityType, Explanation
from index.suggesting import explain
from index.suggesting.likeness import Names

ARTICLES = (
    ("Araghchi on Fordow", "Abbas Araghchi said the site of Fordow was hit.", "The Cradle", "2025-06-22"),
    ("Strikes on Natanz", "The strikes on Natanz came at night, Araghchi said.", "BBC", "2025-06-23"),
    ("Gaddafi and the desert", "Muammar Gaddafi had a nuclear programme; Qaddafi gave it up.", "BBC", None),
    ("Nuclear talks in Geneva", "A new nuclear deal is far off. Kiev looks on.", "Le Monde", "2025-07-01"),
    ("Market day", "The market moves to Friday. The deal on a nuclear plant is signed.", None, "2024-02-03"),
    ("Ceasefire holds", "The ceasefire holds in the south, Hezbollah says.", "The Cradle", "2025-06-30"),
)  # fmt: skip

MENTIONED: dict[tuple[EntityType, str], frozenset[int]] = {
    ("person", "Abbas Araghchi"): frozenset({0, 1}),
    ("person", "Muammar Gaddafi"): frozenset({2}),
    ("organisation", "Hezbollah"): frozenset({5}),
    ("place", "Natanz"): frozenset({1}),
}
"""Keys of the documents that mention someone."""

TAGGED = {"verify": frozenset({0, 4})}
"""Keys of the documents with a tag."""

ALIASES = {"araghchi": "Abbas Araghchi", "gaddafi": "Muammar Gaddafi", "qaddafi": "Muammar Gaddafi"}


class Known:
    """Those who are mentioned."""

    def __call__(self, named: Named | Asked) -> frozenset[int]:
        if isinstance(named, Asked):
            return TAGGED.get(" ".join(arc.pattern.text for arc in named.graph.arcs), frozenset())
        words = " ".join(arc.pattern.text for arc in named.graph.arcs)
        name = ALIASES.get(words, words).casefold()
        return next(
            (keys for (type, own), keys in MENTIONED.items() if (type, own.casefold()) == (named.type, name)),
            frozenset(),
        )

    def alike(self, type: EntityType, name: str) -> Sequence[tuple[str, float]]:
        return Names(own for kind, own in MENTIONED if kind == type).alike(name)

    def tags(self) -> Sequence[str]:
        return list(TAGGED)

    def called(self, words: Sequence[str]) -> Sequence[tuple[EntityType, str]]:
        names = [ALIASES.get(word.casefold(), word).casefold() for word in words]
        return [key for name in names for key in MENTIONED if key[1].casefold() == name]


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with Engine.open(tmp_path_factory.mktemp("suggesting") / "fulltext") as engine:
        engine.update(
            Entry(key, 1, title, text, source, day, "en")
            for key, (title, text, source, day) in enumerate(ARTICLES)
        )
        yield engine


@pytest.fixture(scope="session")
def known() -> Known:
    return Known()


def texts(keys: Sequence[int]) -> list[tuple[int, str, str]]:
    return [(key, *ARTICLES[key][:2]) for key in keys]


@pytest.fixture(scope="session")
def explained(engine: Engine, known: Known) -> Callable[[str], Explanation]:
    """Explains a query, however busy the machine is: what is suggested does not depend on the time."""
    return lambda query: explain(engine.snapshot, query, known, never, texts, seconds=math.inf)


@pytest.fixture(scope="session")
def counted(engine: Engine, known: Known) -> Callable[[str], int]:
    """Counts the documents that match a query."""
    return lambda query: engine.list(resolve(parse(query), known), fetch=texts).total
