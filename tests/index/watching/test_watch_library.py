"""Watched names are entities of the library: found by themselves, whatever the rules see, and kept so."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Library
from index.model import Entity, Form, Mending, Named, Progress, WatchedName

OpenLibrary = Callable[..., Library]

TEXTS = {
    "leak": "What the cobalt file says\n\nThe file that insiders call cobalt names Mr Araqchi.\n\nCobalt is"
    " thick.\n",
    "talks": "Ministers meet in Geneva\n\nForeign Minister Abbas Araghchi met Olof Lindqvist in Geneva.\n",
    "dinner": "A dinner for two\n\nMr Araqchi dined with Olof Lindqvist. Mr Araqchi praised the soup.\n",
    "italian": "La cena dei ministri\n\nGli ospiti sono arrivati tardi per la cena. Il ministro Araqchi parla"
    " di Cobalt con gli altri, e tutti hanno ascoltato quello che diceva della questione.\n",
    "paint": "Paint\n\nA cobalt blue wall, said Carl Ekman, and nothing else. Ekman left.\n",
}
COBALT = WatchedName("work", (Form("Cobalt papers"), Form("cobalt"), Form("cobalt blue", "except")))
ARAGHCHI = WatchedName("person", (Form("Abbas Araghchi"), Form("Araqchi")))


@pytest.fixture
def texts() -> Mapping[str, str]:
    return TEXTS


def one(library: Library, name: str) -> Entity | None:
    return next((each for each in library.entities() if each.name == name), None)


def seen(library: Library) -> tuple[object, ...]:
    """All that names lead to."""
    articles = [library.document(each.id) for each in library.documents()]
    return (
        sorted(library.entities(), key=lambda each: each.id),
        {each.title: (each.mentions, each.quotes) for each in articles},
    )


def reread(library: Library) -> int:
    """Follow the lists; gives how many articles were read again."""
    told: list[Progress] = []
    library.follow_watched(told.append)
    return max((each.total for each in told if each.stage == "naming"), default=0)


def test_a_code_name_that_no_rule_sees_is_an_entity_with_its_aliases(library: Library) -> None:
    before = seen(library)
    assert one(library, "Cobalt papers") is None
    library.watch(COBALT)
    assert not library.is_watch_followed
    assert reread(library) == 2, "the paint is not meant, and the others do not hold it"
    papers = one(library, "Cobalt papers")
    assert papers is not None and papers.type == "work"
    assert (papers.mentions, papers.documents) == (4, 2)
    assert set(papers.aliases) == {"cobalt", "Cobalt"}
    page = library.pages.page(papers.id).entity
    assert (page.is_watched, page.sources) == (papers.is_watched, papers.sources) == (True, 2)
    titles = {each.document.title for each in library.search('work:"cobalt papers"').results}
    assert titles == {"What the cobalt file says", "La cena dei ministri"}
    (leak,) = (each for each in library.documents() if each.title == "What the cobalt file says")
    fields = [each.field for each in library.document(leak.id).mentions if each.entity == papers.id]
    assert fields == ["title", "text", "text"]
    assert library.unwatch(Named("work", "cobalt PAPERS")) == COBALT
    assert reread(library) == 2
    assert seen(library) == before


def test_a_watched_name_is_one_under_the_name_it_was_given(library: Library) -> None:
    assert one(library, "Araqchi") is not None
    library.watch(ARAGHCHI)
    library.sync()
    person = one(library, "Abbas Araghchi")
    assert person is not None and person.documents == 4
    assert {"Abbas Araghchi", "Araqchi"} <= set(person.aliases)
    assert one(library, "Araqchi") is None
    library.mend(Mending("rename", (Named("person", "Abbas Araghchi"),), Named("person", "A. Araghchi")))
    assert one(library, "Abbas Araghchi") is None and one(library, "A. Araghchi") is not None
    library.sync(rebuild=True)
    assert one(library, "A. Araghchi") is not None, "what is mended holds above what is watched"


def test_the_lists_are_files_that_are_edited_by_hand(
    library: Library, articles: Path, open_library: OpenLibrary
) -> None:
    own, common = library.watch_paths
    library.make_data_directory()
    own.write_text('work "Cobalt papers", "cobalt"\nrubbish\n', "utf-8")
    common.write_text('organisation "The hosts", "gli ospiti"\n', "utf-8")
    lists = library.watch_lists()
    assert [len(each.troubles) for each in lists] == [1, 0]
    (trouble,) = library.sync().trouble
    assert trouble.startswith(f"In {own}, line 2 is not read: ")
    assert one(library, "Cobalt papers") is not None and one(library, "The hosts") is not None
    own.unlink()
    again = open_library(articles)
    assert not again.is_watch_followed
    again.sync()
    assert one(again, "Cobalt papers") is None and one(again, "The hosts") is not None


FORMS = ["cobalt", "Araqchi", "ekman", "gli", "Geneva", "Olof Lindqvist", "olof", "the file", "nowhere"]
NAMES = st.builds(
    WatchedName,
    st.sampled_from(["person", "work", "place"]),
    st.lists(
        st.builds(Form, st.sampled_from(FORMS), st.sampled_from(["any", "exact"])),
        min_size=1,
        max_size=3,
        unique_by=lambda form: form.text,
    ).map(tuple),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(NAMES, max_size=3), min_size=1, max_size=3))
def test_whatever_was_watched_before_it_is_as_if_read_anew(
    library: Library, lists: list[list[WatchedName]]
) -> None:
    for names in lists:
        for name in library.watched().names:
            library.unwatch(Named(name.type, name.name))
        for name in names:
            library.watch(name)
        library.follow_watched()
    followed = seen(library)
    library.sync(rebuild=True)
    assert seen(library) == followed
