"""Tracing a quotation: who carries it, since when, from whom, with which words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Library
from index.catalog import Catalog, StoredText
from index.errors import NotInLibrary
from index.model import Carrier, Span, Trace
from index.quotes.likeness import likeness
from index.quotes.wording import keys_of, prints_of, wording, words_of
from index.tracing.prints import Prints
from index.tracing.trace import sought_as

OpenLibrary = Callable[..., Library]

BODY = (
    "Ministers of both sides met on the island again, and nobody was told of what they spoke for so long. "
    * 4
)
ARTICLES = {
    "first": "Date: 2025-05-02\nSource: Morning Mail\n\nWhat Castell said\n\n"
    "President Ruben Castell spoke at noon.\n\n"
    "“The harbour is closed until the wreck has been raised and nobody will be let in,” Castell said.\n",
    "cut": "Date: 2025-05-03\nSource: Evening Post\n\nHarbour closed\n\n"
    'Ruben Castell spoke. The harbour, he said, is "closed until the wreck has been raised".\n',
    "altered": "Date: 2025-05-01\nSource: Daily Wire\n\nNo entry\n\n"
    "“The port is closed until the wreck has been lifted and nobody will be let in,” a spokesman said.\n",
    "wire-1": f"Date: 2025-05-04\nSource: North Star\n\nA wreck\n\n{BODY}\n\n"
    "“Nobody will be let in until the wreck has been raised,” said Ruben Castell.\n",
    "wire-2": f"Date: 2025-05-05\nSource: South Star\n\nA wreck\n\n{BODY}\n\n"
    "“Nobody will be let in until the wreck has been raised,” said Ruben Castell.\n",
    "undated": "Source: Old Paper\n\nIn two\n\n"
    "“The harbour is closed,” Ruben Castell said, “until the wreck has been raised and nobody will be let "
    "in.”\n",
    "hers": "Date: 2025-05-02\nSource: Morning Mail\n\nOn drones\n\n"
    "Minister Ingrid Solvang spoke of a “highly successful” mission over the lake.\n",
    "hers-too": "Date: 2025-05-03\nSource: Evening Post\n\nOn the lake\n\n"
    "“We have ended our very successful mission with eight drones, and all pilots are home,” Ingrid Solvang "
    "wrote.\n",
    "his": "Date: 2025-05-03\nSource: Evening Post\n\nOn school\n\n"
    "Omar Haddad told of a “highly successful” year at school.\n",
    "nobody": "Date: 2025-05-06\nSource: Weekly\n\nOf a mission\n\n"
    "Solvang's mission was “highly successful” in one paper. Ingrid Solvang is a minister.\n",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    return ARTICLES


def ids(library: Library) -> Mapping[str, str]:
    return {Path(one.path).stem: one.id for one in library.documents()}


def traced(library: Library, name: str, number: int = 0) -> Trace:
    id = ids(library)[name]
    return library.trace(library.document(id).quotes[number], id)


def named(carriers: tuple[Carrier, ...]) -> list[str]:
    return [Path(one.document.path).stem for one in carriers]


def told(carrier: Carrier) -> str:
    """The words compared: [-only here-], {+only there+}."""
    return " ".join(
        piece.there
        if piece.kind == "same"
        else (f"[-{piece.here}-]" if piece.here else "") + (f"{{+{piece.there}+}}" if piece.there else "")
        for piece in carrier.pieces
    )


def test_who_said_it_first(library: Library) -> None:
    """Story 5: every document that carries it, the earliest first; copies of one report are one."""
    trace = traced(library, "first")
    assert trace.traced.speaker == "Ruben Castell"
    assert named(trace.carriers) == ["altered", "first", "cut", "wire-1", "undated"]
    assert [len(one.copies) for one in trace.carriers] == [0, 0, 0, 1, 0]
    assert [one.is_own for one in trace.carriers] == [False, True, False, False, False]
    assert trace.documents == 6


def test_so_many_documents_are_read_that_share_most(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.tracing.candidates.MOST", 2)
    trace = traced(library, "first")
    assert (len(trace.carriers), trace.unseen) == (3, 3)
    assert trace.documents + trace.unseen == 6


def test_each_names_the_speaker_in_its_own_way(library: Library) -> None:
    by_name = {Path(one.document.path).stem: one for one in traced(library, "first").carriers}
    assert (by_name["altered"].speaker, by_name["altered"].entity) == ("a spokesman", None)
    assert (by_name["cut"].speaker, by_name["cut"].named) == ("Ruben Castell", "he")
    assert (by_name["first"].speaker, by_name["first"].named) == ("Ruben Castell", "Castell")


def test_the_difference_is_told_word_by_word(library: Library) -> None:
    by_name = {Path(one.document.path).stem: one for one in traced(library, "first").carriers}
    assert (by_name["altered"].how, told(by_name["altered"])) == (
        "altered",
        "The [-harbour-]{+port+} is closed until the wreck has been [-raised-]{+lifted+} "
        "and nobody will be let in",
    )
    assert (by_name["cut"].how, told(by_name["cut"])) == (
        "trimmed",
        "[-The harbour is-] closed until the wreck has been raised [-and nobody will be let in-]",
    )
    assert (by_name["undated"].how, told(by_name["undated"])) == (
        "verbatim",
        "The harbour is closed, until the wreck has been raised and nobody will be let in",
    )
    assert all(piece.kind == "same" for piece in by_name["first"].pieces)


def test_a_carrier_stands_where_it_says(library: Library) -> None:
    for carrier in traced(library, "first").carriers:
        article = library.document(carrier.document.id)
        assert " ".join(article.text[carrier.start : carrier.end].split()) == carrier.text
        passage = article.passages[carrier.passage or 0]
        assert passage.start <= carrier.start < passage.end


def test_a_fragment_is_found_by_its_speaker_and_the_words_around(library: Library) -> None:
    """“Highly successful” in one, “very successful mission” in the other: the same, and it shows how."""
    trace = traced(library, "hers")
    assert named(trace.carriers) == ["hers", "hers-too", "nobody"]
    by_name = {Path(one.document.path).stem: one for one in trace.carriers}
    assert (by_name["hers-too"].how, told(by_name["hers-too"])) == (
        "alike",
        "[-highly-]{+very+} successful mission",
    )
    back = traced(library, "hers-too")
    assert named(back.carriers)[:2] == ["hers", "hers-too"]
    assert told(back.carriers[0]) == "[-very-]{+highly+} successful mission"
    assert named(traced(library, "his").carriers) == ["his"]


def test_any_words_can_be_traced(library: Library) -> None:
    typed = library.trace("closed until the wreck has been raised")
    assert set(named(typed.carriers)) == {"altered", "first", "cut", "wire-1", "undated"}
    assert typed.traced.document is None and not any(one.is_own for one in typed.carriers)


def test_a_few_words_that_were_typed_are_found_as_they_stand(library: Library) -> None:
    found = library.trace("highly successful")
    assert set(named(found.carriers)) == {"hers", "his", "nobody"}
    assert {one.how for one in found.carriers} == {"verbatim"}
    assert not library.trace("hardly successful").carriers
    assert library.trace("nothing of the kind was ever said").carriers == ()
    id = ids(library)["first"]
    article = library.document(id)
    at = article.text.index("nobody will be let in")
    selected = library.trace(Span(at, at + len("nobody will be let in")), id)
    assert selected.traced.speaker == "Ruben Castell"
    assert set(named(selected.carriers)) == {"altered", "first", "wire-1", "undated"}
    with pytest.raises(NotInLibrary):
        library.trace(Span(0, 3), "none")


def test_it_follows_what_is_changed_and_removed(library: Library, tmp_path: Path) -> None:
    (tmp_path / "articles" / "altered.txt").unlink()
    (tmp_path / "articles" / "cut.txt").write_text(
        ARTICLES["cut"].replace("closed until", "open after"), "utf-8"
    )
    library.sync()
    assert "altered" not in named(traced(library, "first").carriers)
    library.sync(rebuild=True)
    assert named(traced(library, "first").carriers)[0] == "first"


def test_what_several_quotations_lead_to_is_read_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that an article quotes is traced as each of it is, and no other document is read for each."""
    read: list[int] = []
    asked = Catalog.stored_texts

    def counted(self: Catalog, keys: Sequence[int]) -> Iterator[StoredText]:
        read.extend(keys)
        return asked(self, keys)

    for id in ids(library).values():
        quotes = library.document(id).quotes
        each = [(quote, library.trace(quote, id)) for quote in quotes]
        monkeypatch.setattr(Catalog, "stored_texts", counted)
        read.clear()
        together = list(library.traces(id))
        monkeypatch.undo()
        assert together == each
        assert len(read) == len(set(read))
    with pytest.raises(NotInLibrary):
        list(library.traces("none"))


WORDS = st.lists(
    st.sampled_from(["harbour", "closed", "wreck", "the", "in", "very", "raised", "until"]), max_size=12
)


@given(WORDS, WORDS, st.sampled_from([True, False, None]))
def test_likeness_is_mutual(here: list[str], there: list[str], same: bool | None) -> None:
    one, other = words_of(" ".join(here)), words_of(" ".join(there))
    assert (likeness(one, other, same) is None) == (likeness(other, one, same) is None)


@given(WORDS, WORDS, st.booleans(), st.sampled_from([True, False, None]))
def test_the_first_look_passes_over_nothing_that_is_like(
    here: list[str], there: list[str], is_rare: bool, same: bool | None
) -> None:
    text = "very in " + " ".join(there) + " raised harbour"
    sought = sought_as(" ".join(here))
    if here and there:
        quotation = wording(text, 8, 8 + len(" ".join(there)))
        if likeness(sought.wording, quotation, same, is_rare=is_rare) is not None:
            assert sought.may_be(keys_of(" ".join(there)))


@given(
    st.lists(st.sets(st.integers(0, 2**32 - 1), max_size=6), max_size=6), st.sets(st.integers(0, 2**32 - 1))
)
def test_prints_are_found_as_if_one_looked_at_each(kept: list[set[int]], more: set[int]) -> None:
    wanted = more | (kept[0] if kept else set())
    packed = [
        (number, b"".join(one.to_bytes(4, "little") for one in sorted(held)))
        for number, held in enumerate(kept)
    ]
    (keys, counts), (others, _) = Prints(packed).having(wanted, more)
    assert set(others.tolist()) == {number for number, held in enumerate(kept) if held & more}
    slow = {number: len(held & wanted) for number, held in enumerate(kept) if held & wanted}
    assert dict(zip(keys.tolist(), counts.tolist(), strict=True)) == slow


def test_what_quotes_nothing_leaves_no_prints() -> None:
    assert prints_of("A title", "A text.", ()) == b""
