"""The page of an entity: its places, its names and its company, held against counting one by one."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Library
from index.catalog import Catalog, NamedSpan
from index.catalog.mentioned import Naming
from index.company import Company
from index.contexts import untold
from index.errors import Cancelled, NotInLibrary, SearchTooLong
from index.gathering import meetings
from index.likelihood import log_likelihood
from index.model import Document, Gathering, Quoted
from index.pages import Pages

NAMES = ("Ada", "Brandt", "Cole", "Dunn", "Egli")
TABLES = (
    st.integers(1, 400)
    .flatmap(lambda total: st.tuples(st.just(total), st.integers(0, total), st.integers(0, total)))
    .flatmap(
        lambda numbers: st.tuples(
            st.just(numbers),
            st.integers(max(0, numbers[1] + numbers[2] - numbers[0]), min(numbers[1], numbers[2])),
        )
    )
)


def plain_ratio(both: int, one: int, other: int, total: int) -> float:
    """G² as in the textbooks: twice the sum of observed · ln(observed / expected), with its sign."""
    summed = 0.0
    for with_one in (True, False):
        for with_other in (True, False):
            row = one if with_one else total - one
            column = other if with_other else total - other
            seen = both if with_one else other - both
            if not with_other:
                seen = row - seen
            if seen:
                summed += seen * math.log(seen * total / (row * column))
    return -2 * summed if both * total < one * other else 2 * summed


@given(TABLES)
def test_the_ratio_is_that_of_the_textbooks(table: tuple[tuple[int, int, int], int]) -> None:
    (total, one, other), both = table
    (found,) = log_likelihood(np.array([both]), one, np.array([other]), total)
    assert found == pytest.approx(plain_ratio(both, one, other, total), rel=1e-6, abs=1e-6)


def test_the_ratio_of_dunning_s_own_table() -> None:
    """“the swiss” in his table 1: 110 together, 2442 without the other, 111 and 29114 are the rest."""
    (found,) = log_likelihood(np.array([110]), 2552, np.array([221]), 31777)
    assert found == pytest.approx(270.72, abs=0.01)


# A library written down as recognition would, a text of which each paragraph is some names

Paragraphs = list[list[int]]
LIBRARIES = st.lists(
    st.tuples(
        st.lists(st.integers(0, 4), max_size=3), st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=4)
    ),
    min_size=1,
    max_size=6,
)


def spans_of(names: Sequence[int], at: int, field: str) -> list[NamedSpan]:
    spans = []
    for name in names:
        text = NAMES[name]
        spans.append(NamedSpan(field, at, at + len(text), text, "person", text, True))  # type: ignore[arg-type]
        at += len(text) + 1
    return spans


def written(catalog: Catalog, documents: Sequence[tuple[list[int], Paragraphs]]) -> None:
    for number, (title, paragraphs) in enumerate(documents):
        texts = [" ".join(NAMES[name] for name in names) or "-" for names in paragraphs]
        edges = [sum(map(len, texts[:at])) + 2 * at for at in range(len(texts))]
        head = Document(f"d{number}", f"/{number}", " ".join(NAMES[name] for name in title), None, None,
                        None, "en", None, "", "")  # fmt: skip
        passages = [(at, edge, edge + len(texts[at]), 1, None) for at, edge in enumerate(edges)]
        with catalog.writing() as store:
            key = store.put_document(head, "\n\n".join(texts), passages, None)
        found = spans_of(title, 0, "title")
        for names, edge in zip(paragraphs, edges, strict=True):
            found += spans_of(names, edge, "text")
        catalog.names.put("1", {key: found})
    people = [(f"id-{name}", name, "person") for name in NAMES]
    owners = [(f"id-{name}", name, "person", True) for name in NAMES]
    catalog.names.assign(people, owners, (), lambda changed: None)  # type: ignore[arg-type]


def passages_in(documents: Sequence[tuple[list[int], Paragraphs]]) -> list[tuple[int, set[int]]]:
    """(document, who is named there) of each passage, the title as one."""
    return [
        (number, set(names)) for number, (title, texts) in enumerate(documents) for names in (title, *texts)
    ]


@settings(max_examples=25)  # each writes a catalog
@given(LIBRARIES)
def test_company_is_what_one_finds_by_looking_into_every_passage(
    documents: list[tuple[list[int], Paragraphs]],
) -> None:
    with TemporaryDirectory() as folder:
        catalog = Catalog(Path(folder) / "catalog.sqlite")
        written(catalog, documents)
        passages = passages_in(documents)
        pages = Pages(catalog)
        for one, name in enumerate(NAMES):
            found = {each.name: each for each in pages.companions(f"id-{name}")}
            own = [(document, who) for document, who in passages if one in who]
            together = Counter(other for _, who in own for other in who - {one})
            assert {NAMES.index(each): found[each].passages for each in found} == together
            for other, count in together.items():
                each = found[NAMES[other]]
                assert each.documents == len({document for document, who in own if other in who})
                everywhere = sum(other in who for _, who in passages)
                expected = plain_ratio(count, len(own), everywhere, len(passages))
                assert each.score == pytest.approx(expected, rel=1e-6, abs=1e-6)
                shared = pages.gather(Gathering(f"id-{name}", other=each.id))
                assert (shared.total, len(shared.keys)) == (each.passages, each.documents)
            scores = [each.score for each in pages.companions(f"id-{name}")]
            assert scores == sorted(scores, reverse=True)
        catalog.close()


@settings(max_examples=25)  # each writes a catalog
@given(LIBRARIES)
def test_places_are_as_many_as_gathered_and_none_comes_twice(
    documents: list[tuple[list[int], Paragraphs]],
) -> None:
    with TemporaryDirectory() as folder:
        catalog = Catalog(Path(folder) / "catalog.sqlite")
        written(catalog, documents)
        pages = Pages(catalog)
        for wanted in (
            Gathering("id-Ada"),
            Gathering("id-Ada", alias="Ada"),
            Gathering("id-Ada", other="id-Cole"),
        ):
            gathered = pages.gather(wanted)
            places = [
                (key, number)
                for key, size in zip(gathered.keys, gathered.counts, strict=True)
                for number in range(size)
            ]
            lines = [line for line in pages.contexts(wanted, places) if line is not None]
            assert len(lines) == gathered.total
            assert len({(line.document.id, line.field, line.start) for line in lines}) == len(lines)
            beyond = [(key, size) for key, size in zip(gathered.keys, gathered.counts, strict=True)]
            assert pages.contexts(wanted, beyond) == (None,) * len(beyond)
            for sort in ("date", "source", "left", "right"):
                order = pages.order(wanted, gathered, sort)[sort]  # type: ignore[index, arg-type]
                assert sorted(order.tolist()) == list(range(gathered.total))
            for line in lines:
                named = [line.match[start:end] for start, end in line.marks] or [line.match]
                assert sorted(named) == (["Ada"] if wanted.other is None else ["Ada", "Cole"])
        catalog.close()


def test_two_meet_where_they_stand_nearest() -> None:
    namings = [
        Naming("title", 0, 3, "a"),
        Naming("text", 2, 5, "b"),
        Naming("text", 10, 13, "a"),
        Naming("text", 20, 23, "a"),
        Naming("text", 26, 29, "b"),
        Naming("text", 40, 43, "a"),
    ]
    (found,) = meetings(namings, "a", [0, 35])
    assert (found.span.start, found.span.end, found.marks) == (20, 29, ((20, 23), (26, 29)))


# On a library as it is read in

TALKS = """Araghchi meets Putin

The Lantern
24 June 2025

Foreign Minister Abbas Araghchi met President Vladimir Putin at the Kremlin. Abbas
Araghchi thanked Putin.

Putin spoke of Iran.
"""
AFTER = """A day later

The Beacon
25 June 2025

Abbas Araghchi flew to Istanbul. Araghchi will speak there.
"""
UNDATED = """Notes

Abbas Araghchi said nothing of it.
"""


@pytest.fixture
def library(open_library: Callable[..., Library], tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "read"
    folder.mkdir()
    for name, text in (("talks", TALKS), ("after", AFTER), ("undated", UNDATED)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    library = open_library(folder)
    library.sync()
    yield library


def id_of(library: Library, name: str) -> str:
    (found,) = library.pages.named(name)
    return found.id


def test_the_page_says_under_which_names_when_and_where(library: Library) -> None:
    page = library.entity(id_of(library, "abbas araghchi"))
    listed = {one.id: one for one in library.entities()}[page.entity.id]
    assert (page.entity.name, page.entity.mentions, page.entity.documents) == (
        "Abbas Araghchi", listed.mentions, listed.documents,
    )  # fmt: skip
    names = {alias.text: (alias.mentions, alias.documents) for alias in page.aliases}
    assert names == {"Abbas Araghchi": (4, 3), "Araghchi": (2, 2)}, "a name over a line's end is no other"
    titles = [library.documents_with([key])[key].title for key in page.mentions.keys]
    assert titles == ["A day later", "Araghchi meets Putin", "Notes"]
    assert page.mentions.counts == [2, 3, 1]
    assert page.mentions.days[0] - page.mentions.days[1] == 1 and page.mentions.days[2] == 0
    under = library.pages.gather(Gathering(page.entity.id, alias="Abbas Araghchi"))
    assert under.counts == [1, 2, 1]
    lines = library.pages.contexts(Gathering(page.entity.id, alias="Abbas Araghchi"), [(under.keys[1], 1)])
    assert lines[0] is not None and lines[0].match == "Abbas\nAraghchi"


def test_names_are_found_whatever_their_capitals_and_by_their_ids(library: Library) -> None:
    one = library.pages.named("ARAGHCHI")[0]
    assert library.pages.named(one.id) == (one,)
    assert library.pages.named("Araghchi", "place") == () == library.pages.named("nobody")


def test_what_is_gone_is_said(library: Library) -> None:
    with pytest.raises(NotInLibrary):
        library.entity("no such id")
    assert library.pages.companions("no such id") == ()
    assert library.pages.gather(Gathering("no such id")).total == 0


def test_counting_tells_how_far_it_is_and_is_called_off(library: Library) -> None:
    told: list[float] = []
    id = id_of(library, "Vladimir Putin")
    with pytest.raises(Cancelled):
        library.pages.companions(id, cancelled=lambda: True)
    library.pages.companions(id, told.append)
    assert told == [0.0], "called off before it began, it goes on from there"
    library.pages.companions(id, told.append)
    assert told == [0.0], "the library is counted once"


def test_too_many_are_not_sorted_by_words(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.contexts.MOST_SORTED", 2)
    wanted = Gathering(id_of(library, "Abbas Araghchi"))
    gathered = library.pages.gather(wanted)
    with pytest.raises(SearchTooLong):
        library.pages.order(wanted, gathered, "left")
    with pytest.raises(Cancelled):
        monkeypatch.setattr("index.contexts.MOST_SORTED", 100)
        library.pages.order(wanted, gathered, "left", cancelled=lambda: True)


def test_names_that_have_come_since_are_left_out(library: Library) -> None:
    """Another process reads names in while passages are counted: who is not known yet is passed over."""
    catalog = library._catalog
    company = Company(catalog)
    key = library.list().keys[0]
    spans = [NamedSpan("text", 0, 5, f"New {number}", "person", "Abbas", True) for number in range(3)]
    catalog.names.put("2", {key: [spans[0]], library.list().keys[1]: [spans[1]]})
    found = company.companions(id_of(library, "Vladimir Putin"), untold, lambda: False)
    assert all(not one.name.startswith("New") for one in found)


QUOTED = """Araghchi answers

The Lantern
24 June 2025

“The way was blown up by others,” Foreign Minister Abbas Araghchi said on Monday.

“Abbas Araghchi knows the way,” President Vladimir Putin said. “We will see,” Putin added.
"""


def test_what_it_said_and_what_others_say_of_it(open_library: Callable[..., Library], tmp_path: Path) -> None:
    folder = tmp_path / "quoted"
    folder.mkdir()
    (folder / "one.txt").write_text(QUOTED, "utf-8")
    library = open_library(folder)
    library.sync()
    (key,) = library.list().keys
    id = id_of(library, "Abbas Araghchi")
    assert library.pages.quoted(id) == Quoted(by=1, about=1)
    for said, words in (("by", "The way was blown up by others,"), ("about", "Abbas Araghchi")):
        wanted = Gathering(id, said=said)  # type: ignore[arg-type]
        assert library.pages.gather(wanted).counts == [1]
        (line,) = library.pages.contexts(wanted, [(key, 0)])
        assert line is not None and line.match == words
        assert library.pages.order(wanted, library.pages.gather(wanted), "left")["right"].tolist() == [0]
    assert library.pages.quoted(id_of(library, "Vladimir Putin")).by == 2


def steps(library: Library, work: Callable[[], object]) -> int:
    """Steps that SQLite takes for some work."""
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1

    with library._catalog.reading() as db:
        db.set_progress_handler(step, 1)
        work()
        db.set_progress_handler(None, 0)
    return taken


def test_many_quotations_of_one_article_are_not_gone_through_for_each_mention(
    open_library: Callable[..., Library], tmp_path: Path
) -> None:
    """An article with twice as many mentions and quotations takes twice the work, not four times."""
    taken = []
    for size in (40, 80):
        folder = tmp_path / str(size)
        folder.mkdir()
        said = "“The way is open,” Abbas Araghchi said.\n\n“Abbas Araghchi knows,” Vladimir Putin said.\n\n"
        (folder / "one.txt").write_text(f"The way\n\n{said * size}", "utf-8")
        library = open_library(folder)
        library.sync()
        id = id_of(library, "Abbas Araghchi")
        assert library.pages.quoted(id) == Quoted(by=size, about=size)
        taken.append(steps(library, partial(library.pages.quoted, id)))
    assert taken[1] < 2.5 * taken[0]


def test_copies_of_one_article_count_once(open_library: Callable[..., Library], tmp_path: Path) -> None:
    folder = tmp_path / "copied"
    folder.mkdir()
    long = TALKS + " ".join(f"Word number {number} of many that follow." for number in range(60)) + "\n"
    for number in range(4):
        (folder / f"{number}.txt").write_text(long.replace("The Lantern", f"Outlet {number}"), "utf-8")
    (folder / "other.txt").write_text(AFTER, "utf-8")
    library = open_library(folder)
    library.sync()
    id = id_of(library, "Abbas Araghchi")
    (putin,) = [one for one in library.pages.companions(id) if one.name == "Vladimir Putin"]
    assert len(library.pages.gather(Gathering(id, other=putin.id)).keys) == 4
    assert putin.documents == 1
