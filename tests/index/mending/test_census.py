"""After names were mended the counts are put right where they were touched: as if all were read anew."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index import Library
from index.census import Census
from index.mending.lines import read_line
from index.model import ENTITY_TYPES, Mending, Named

OpenLibrary = Callable[..., Library]

DINNER = "Mr Araqchi dined with Olof Lindqvist. Mr Araqchi praised the soup, and Lindqvist the fish."
TEXTS = {
    "talks": "Ministers meet in Geneva\n\nForeign Minister Abbas Araghchi met Olof Lindqvist in Geneva."
    "\n\nAraghchi said that the talks with Lindqvist had been useful.\n",
    "dinner": f"A dinner for two\n\n{DINNER}\n\nNobody else was there that evening but for the cook.\n",
    "copied": f"A dinner for two\n\n{DINNER}\n\nNobody else was there that evening but for the cook.\n",
    "alone": "Alone\n\nGeneva is quiet this week.\n",
    "ada": "The harbour is closed\n\nAda Brandt closed the harbour. Brandt spoke in Malmö.\n",
    "emil": "The harbour opens again\n\nEmil Brandt, a pilot, came in first. Brandt waved.\n",
    "either": "Who was it?\n\nBrandt was seen at the harbour with Carl Ekman.\n",
}

LINES = (
    'merge person "Araqchi" into person "Abbas Araghchi"',
    'merge person "Olof Lindqvist" into person "Abbas Araghchi"',
    'merge person "Emil Brandt" into person "Ada Brandt"',
    'merge person "Brandt" into person "Emil Brandt"',
    'merge place "Geneva" into organisation "Geneva Group"',
    'rename person "Olof Lindqvist" as "Åke Lindqvist"',
    'rename person "Abbas Araghchi" as "abbas araghchi"',
    'rename person "Åke Lindqvist" as "Araqchi"',
    'retype place "Geneva" as event',
    'retype person "Araqchi" as organisation',
    'hide place "Geneva"',
    'hide person "Abbas Araghchi"',
    'hide person "Carl Ekman"',
    'pin person "Ada Brandt"',
    'pin person "Araqchi"',
    'split "Araghchi" from person "Abbas Araghchi" as person "Araghchi"',
    'split "Araqchi" from person "Abbas Araghchi" as person "Araqchi"',
    'split "Brandt" from person "Ada Brandt" as person "Somebody Else"',
    'decline person "Araqchi" into person "Abbas Araghchi"',
)
QUERIES = (
    None,
    "harbour",
    "dined OR geneva",
    "nowhere",
    'person:"Araqchi"',
    "person:brandt",
    "event:geneva OR org:geneva",
    "watched:yes",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "named"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def told(library: Library) -> list[object]:
    """All that a library says of who is mentioned how often."""
    said: list[object] = [library.called("a", 50), library.called("", 50), library.pinned()]
    for query in QUERIES:
        found = library.entities(query)
        said.append([found, [found.find(one.id) for one in found], found.standing_out(), found.by_type()])
        said += [library.entities(query, type) for type in ENTITY_TYPES]
    return [*said, *(library.pages.companions(one.id) for one in library.entities())]


def article(library: Library, name: str) -> tuple[str, str]:
    (one,) = (each for each in library.documents() if Path(each.path).stem == name)
    return one.title, one.sha256[:12]


@st.composite
def steps(draw: st.DrawFn) -> list[Any]:
    """Mendings, names split off in one article alone, and what is taken back by its number."""
    apart = st.tuples(
        st.sampled_from(("Araqchi", "Olof Lindqvist", "Ada Brandt", "Emil Brandt")),
        st.sampled_from(("Araqchi", "Ada Brandt", "Another")),
        st.sampled_from(("dinner", "copied", "emil", "either")),
    )
    return draw(st.lists(st.one_of(st.sampled_from(LINES), apart, st.integers(0, 3)), max_size=8))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps())
@example([LINES[0], ("Araqchi", "Araqchi", "dinner")])
def test_what_was_mended_is_counted_as_if_all_were_read_anew(
    folder: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch, steps: list[Any]
) -> None:
    library = open_library(folder)
    if not library.documents():
        library.watch(library.as_watched(Named("person", "Abbas Araghchi")))
        library.sync()
    while library.take_back() is not None:
        pass
    told(library)
    fresh = open_library(folder)
    reads = []
    read = Census.read.__func__  # type: ignore[attr-defined]

    def counted(cls: type[Census], *args: Any) -> Census:
        reads.append(args[0])
        return read(cls, *args)  # type: ignore[no-any-return]

    monkeypatch.setattr(Census, "read", classmethod(counted))
    for step in steps:
        if isinstance(step, int):
            listed = library.mendings().listed
            library.take_back(listed[-1 - step] if step < len(listed) else None)
        elif isinstance(step, tuple):
            whom, target, name = step
            place = article(library, name)
            library.mend(Mending("split", (Named("person", whom),), Named("person", target), (), *place))
        else:
            mending = read_line(step)
            assert mending is not None
            library.mend(mending)
        fresh.refresh()
        assert told(library) == told(fresh)
    assert all(catalog is fresh._catalog for catalog in reads), "the first library has read nothing anew"


def test_a_name_is_looked_for_among_those_of_now(folder: Path, open_library: OpenLibrary) -> None:
    """What is nearly a name suggests the names there are after a mending, and no others."""
    library = open_library(folder)
    library.sync()
    assert suggested(library, "person:Lindqvst") == ['person:"Olof Lindqvist"']
    mending = read_line('rename person "Olof Lindqvist" as "Emil Lindkvist"')
    assert mending is not None
    library.mend(mending)
    assert library.list("person:Lindkvist").keys == library.list("person:Lindqvist").keys
    assert 'person:"Emil Lindkvist"' in suggested(library, "person:Lindkvst")
    assert 'person:"Olof Lindqvist"' not in suggested(library, "person:Lindkvst")


def suggested(library: Library, query: str) -> list[str]:
    return [one.query for one in library.explain(query).suggestions]


def test_articles_that_came_meanwhile_are_counted_with_all_others(
    folder: Path, open_library: OpenLibrary
) -> None:
    """Another process has read in an article that names who is mended: then everything is looked at."""
    library, other = open_library(folder), open_library(folder)
    library.sync()
    told(library)
    (folder / "new.txt").write_text("New\n\nMr Araqchi is back. Ada Brandt waits.\n", "utf-8")
    other.sync()
    mending = read_line(LINES[0])
    assert mending is not None
    library.mend(mending)
    fresh = open_library(folder)
    assert library.entities() == fresh.entities()
    (one,) = (each for each in library.entities() if each.name == "Abbas Araghchi")
    assert one.documents == 4


def test_who_bears_the_very_name_is_called_first(folder: Path, open_library: OpenLibrary) -> None:
    library = open_library(folder)
    library.sync()
    assert [one.name for one in library.called("BRANDT", 9)] == ["Brandt", "Ada Brandt", "Emil Brandt"]
    assert [one.name for one in library.called("emil", 9)] == ["Emil Brandt"]
