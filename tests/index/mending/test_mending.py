"""What is said of names holds: in lists, texts and searches, after a rebuild, and on another machine."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Library
from index.mending.lines import read_line, write_line
from index.model import ENTITY_TYPES, Entity, Mending, Named

OpenLibrary = Callable[..., Library]

ARAQCHI, ARAGHCHI = Named("person", "Araqchi"), Named("person", "Abbas Araghchi")
MERGED = Mending("merge", (ARAQCHI,), ARAGHCHI)


def said(line: str) -> Mending:
    mending = read_line(line)
    assert mending is not None
    return mending


def seen(library: Library) -> tuple[object, ...]:
    """All that names lead to: entities, mentions in texts, what a search for a name finds."""
    articles = [library.document(one.id) for one in library.documents()]
    return (
        sorted(library.entities(), key=lambda one: one.id),
        {one.title: (one.mentions, library.entities_of(one.id)) for one in articles},
        {name: found(library, f"person:{name}") for name in ("araghchi", "araqchi", "lindqvist", "brandt")},
    )


def found(library: Library, query: str) -> set[str]:
    return {one.document.title for one in library.search(query).results}


def one(library: Library, name: str) -> Entity | None:
    return next((each for each in library.entities() if each.name == name), None)


def test_two_names_become_one_person_everywhere(library: Library) -> None:
    assert found(library, "person:araghchi") == {"Ministers meet in Geneva"}
    foreseen = library.foresee(MERGED)
    assert (foreseen.mentions, foreseen.documents) == (3, 2)
    assert foreseen.joined is not None and foreseen.joined.mentions == 2
    before = seen(library)
    assert seen(library) == before, "what is foreseen is not done"
    library.mend(MERGED)
    assert one(library, "Araqchi") is None
    person = one(library, "Abbas Araghchi")
    assert person is not None and (person.mentions, person.documents) == (5, 3)
    assert set(person.aliases) >= {"Abbas Araghchi", "Araqchi"}
    assert found(library, "person:araghchi") == found(library, "person:araqchi") == {
        "Ministers meet in Geneva", "A dinner for two", "A walk by the lake"
    }  # fmt: skip
    (dinner,) = (each for each in library.documents() if each.title == "A dinner for two")
    mentions = library.document(dinner.id).mentions
    assert [m.text for m in mentions if m.entity == person.id] == ["Araqchi", "Araqchi"]
    assert library.take_back() == MERGED
    assert seen(library) == before
    assert library.take_back() is None


def test_it_holds_after_a_rebuild_and_on_another_machine(
    library: Library, articles: Path, tmp_path: Path
) -> None:
    for line in (
        'merge person "Araqchi" into person "Abbas Araghchi"',
        'rename person "Olof Lindqvist" as "Lindqvist, O."',
        'hide place "Geneva"',
        'pin person "Ada Brandt"',
    ):
        library.mend(said(line))
    before = seen(library)
    text = library.mendings_path.read_text("utf-8")
    library.sync(rebuild=True)
    assert seen(library) == before and library.mendings_path.read_text("utf-8") == text
    with Library.open([articles], tmp_path / "elsewhere") as other:
        other.make_data_directory()
        shutil.copy(library.mendings_path, other.mendings_path)
        other.sync()
        assert seen(other) == before
        assert [one.name for one in other.pinned()] == ["Ada Brandt"]


def test_renaming_retyping_hiding_pinning(library: Library) -> None:
    library.mend(said('rename person "Olof Lindqvist" as "OLOF LINDQVIST"'))
    renamed = one(library, "OLOF LINDQVIST")
    assert renamed is not None and renamed.documents == 3
    library.mend(said('retype place "Geneva" as organisation'))
    geneva = one(library, "Geneva")
    assert geneva is not None and geneva.type == "organisation"
    assert found(library, "org:geneva") and not found(library, "place:geneva")
    library.mend(said('hide person "Carl Ekman"'))
    assert one(library, "Carl Ekman") is None and not found(library, "person:ekman")
    (other,) = (each for each in library.documents() if each.title == "Another one")
    assert "Ekman" not in {mention.text for mention in library.document(other.id).mentions}
    library.mend(said('pin person "Ada Brandt"'))
    pinned = [one.name for one in library.entities() if one.is_pinned]
    assert pinned == ["Ada Brandt"] == [each.name for each in library.entities_of(other.id) if each.is_pinned]


def test_what_is_pinned_stays_so_under_another_name(library: Library) -> None:
    library.mend(said('pin person "Araqchi"'))
    library.mend(MERGED)
    assert [one.name for one in library.pinned()] == ["Abbas Araghchi"]


def test_a_form_is_split_off(library: Library) -> None:
    library.mend(MERGED)
    split = said('split "Araghchi" from person "Abbas Araghchi" as person "Araghchi"')
    foreseen = library.foresee(split)
    assert (foreseen.mentions, foreseen.documents, foreseen.joined) == (1, 1, None)
    library.mend(split)
    person, apart = one(library, "Abbas Araghchi"), one(library, "Araghchi")
    assert person is not None and person.mentions == 4 and "Araghchi" not in person.aliases
    assert apart is not None and apart.aliases == ("Araghchi",)


def test_the_mentions_of_one_article_are_split_off_and_no_others(library: Library) -> None:
    before = seen(library)
    (walk,) = (each for each in library.documents() if each.title == "A walk by the lake")
    split = Mending("split", (ARAQCHI,), Named("person", "Another Araqchi"), (), walk.title, walk.sha256[:12])
    foreseen = library.foresee(split)
    assert (foreseen.mentions, foreseen.documents, foreseen.joined) == (1, 1, None)
    library.mend(split)
    person, apart = one(library, "Araqchi"), one(library, "Another Araqchi")
    assert person is not None and (person.mentions, person.documents) == (2, 1)
    assert apart is not None and (apart.mentions, apart.documents) == (1, 1)
    after = seen(library)
    library.sync(rebuild=True)
    assert seen(library) == after
    assert library.take_back() == split and seen(library) == before


def test_an_article_that_was_changed_is_known_by_its_title(library: Library, articles: Path) -> None:
    (walk,) = (each for each in library.documents() if each.title == "A walk by the lake")
    split = Mending("split", (ARAQCHI,), Named("person", "Another Araqchi"), (), walk.title, walk.sha256[:12])
    library.mend(split)
    path = articles / "walk.txt"
    path.write_text(path.read_text("utf-8") + "\nMr Araqchi went home.\n", "utf-8")
    library.sync()
    apart = one(library, "Another Araqchi")
    assert apart is not None and apart.mentions == 2


@pytest.mark.parametrize("lines", [
    ['merge person "Araqchi" into person "Olof Lindqvist"',
     'merge person "Olof Lindqvist" into person "Abbas Araghchi"'],
    ['merge person "Araqchi" into person "Abbas Araghchi"',
     'merge person "Olof Lindqvist" into person "Abbas Araghchi"'],
    ['merge person "Araqchi", person "Olof Lindqvist" into person "Abbas Araghchi"'],
])  # fmt: skip
def test_a_chain_leads_to_its_end(library: Library, lines: list[str]) -> None:
    for line in lines:
        library.mend(said(line))
    person = one(library, "Abbas Araghchi")
    assert person is not None and person.mentions == 9
    assert one(library, "Araqchi") is None and one(library, "Olof Lindqvist") is None


def test_a_circle_is_one_person_under_the_name_said_last(library: Library) -> None:
    library.mend(MERGED)
    library.mend(Mending("merge", (ARAGHCHI,), ARAQCHI))
    person = one(library, "Araqchi")
    assert person is not None and person.mentions == 5 and one(library, "Abbas Araghchi") is None


def test_across_types_and_to_a_name_of_ones_own(library: Library) -> None:
    library.mend(said('merge place "Geneva" into person "Abbas Araghchi"'))
    person = one(library, "Abbas Araghchi")
    assert person is not None and "Geneva" in person.aliases and found(library, "person:geneva")


def test_what_is_gone_from_the_texts_is_kept_and_said(library: Library, articles: Path) -> None:
    library.mend(MERGED)
    assert library.idle_mendings() == frozenset()
    for name in ("dinner", "walk"):
        (articles / f"{name}.txt").unlink()
    library.sync()
    assert library.idle_mendings() == {MERGED} and library.mendings().listed == (MERGED,)
    (articles / "new.txt").write_text("New\n\nMr Araqchi is back. Mr Araqchi says so.\n", "utf-8")
    library.sync()
    person = one(library, "Abbas Araghchi")
    assert person is not None and person.documents == 2 and library.idle_mendings() == frozenset()


def test_a_lone_surname_never_takes_a_fuller_name_along(library: Library, articles: Path) -> None:
    library.mend(said('merge person "Araqchi" into person "Ada Brandt"'))
    (articles / "full.txt").write_text("Full\n\nMinister Hamid Araqchi spoke. Mr Araqchi left.\n", "utf-8")
    library.sync()
    hamid, ada = one(library, "Hamid Araqchi"), one(library, "Ada Brandt")
    assert hamid is not None and hamid.documents == 1
    assert ada is not None and "Araqchi" in ada.aliases


def test_the_file_by_hand(library: Library, articles: Path, open_library: OpenLibrary) -> None:
    """Lines written by another hand hold, damaged ones stay, and neither is lost by the next mending."""
    library.mend(MERGED)
    path = library.mendings_path
    mine = path.read_text("utf-8") + '\n# a remark\nhide place "Geneva"\nhide place Geneva\n\xff\x1b[2J\n'
    path.write_text(mine, "utf-8")
    library.refresh()
    assert one(library, "Geneva") is None
    assert [trouble.split(":")[0] for trouble in library.mendings().troubles] == [
        "line 6 is not read",
        "line 7 is not read",
    ]
    library.mend(said('pin person "Ada Brandt"'))
    assert path.read_text("utf-8") == mine + 'pin person "Ada Brandt"\n'
    other = open_library(articles)
    assert one(other, "Geneva") is None and [each.name for each in other.pinned()] == ["Ada Brandt"]


def test_a_file_that_is_a_link_stays_one(library: Library, tmp_path: Path) -> None:
    shared = tmp_path / "shared.txt"
    shared.write_text("# ours\n", "utf-8")
    library.make_data_directory()
    library.mendings_path.symlink_to(shared)
    library.mend(MERGED)
    assert library.mendings_path.is_symlink()
    assert shared.read_text("utf-8") == f"# ours\n{write_line(MERGED)}\n"


def test_a_mending_made_while_another_reads_in_is_neither_lost_nor_undone(
    library: Library, articles: Path, open_library: OpenLibrary
) -> None:
    """A screen mends while the process that reads in is about to join the names."""
    screen = open_library(articles)
    (articles / "new.txt").write_text("New\n\nMr Araqchi is back. Mr Araqchi says so.\n", "utf-8")
    mended = []

    def told(progress: object) -> None:
        if not mended and getattr(progress, "stage", "") == "naming":
            mended.append(screen.mend(MERGED))

    library.sync(told)
    assert mended
    for each in (library, screen):
        each.refresh()
        person = one(each, "Abbas Araghchi")
        assert person is not None and person.documents == 4 and one(each, "Araqchi") is None


NAMES = st.sampled_from(
    [Named("person", name) for name in ("Araqchi", "Abbas Araghchi", "Olof Lindqvist", "Nobody")]
    + [Named("place", "Geneva"), Named("organisation", "Araqchi")]
)


@st.composite
def any_mending(draw: st.DrawFn) -> Mending:
    kind = draw(st.sampled_from(("merge", "split", "rename", "retype", "hide", "pin", "decline")))
    whom, target = draw(NAMES), draw(NAMES)
    match kind:
        case "rename":
            return Mending("rename", (whom,), Named(whom.type, target.name))
        case "retype":
            return Mending("retype", (whom,), Named(draw(st.sampled_from(ENTITY_TYPES)), whom.name))
        case "split":
            form = draw(st.sampled_from(("Araqchi", "Araghchi", "Geneva", "nowhere")))
            return draw(
                st.sampled_from([
                    Mending("split", (whom,), target, (form,)),
                    Mending("split", (whom,), target, (), "A walk by the lake"),
                    Mending("split", (whom,), target, (form,), "Ministers meet in Geneva"),
                ])
            )  # fmt: skip
        case "merge" | "decline":
            return Mending(kind, (whom,), target)
        case "hide" | "pin":
            return Mending(kind, (whom,))
    raise AssertionError(kind)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(any_mending(), max_size=5))
def test_whatever_is_said_no_mention_is_lost_and_all_can_be_taken_back(
    library: Library, mendings: list[Mending]
) -> None:
    states = [seen(library)]
    for mending in mendings:
        library.mend(mending)
        states.append(seen(library))
    library.sync(rebuild=True)
    assert seen(library) == states[-1], "a rebuild changes nothing"
    for mending, state in zip(reversed(mendings), reversed(states[:-1]), strict=True):
        assert library.take_back() == mending
        assert seen(library) == state


def test_which_mendings_meet_nothing_is_known_though_others_are_taken_back(library: Library) -> None:
    declined = said('decline person "Araqchi" into person "Carl Ekman"')
    idle = said('hide person "Nobody Hereabouts"')
    for mending in (declined, idle, said('pin place "Geneva"')):
        library.mend(mending)
    assert library.idle_mendings() == {idle}
    library.take_back(declined)
    assert library.idle_mendings() == {idle}
