"""What each copy of an article added and dropped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Library
from index.differences import word_keys
from index.errors import NotInLibrary
from index.model import Edit, Version
from index.versions import _pairs as paired
from index.versions import _Sentence as Sentence

OpenLibrary = Callable[..., Library]

FLOOD = "The harbour district of Lowmere stood under water on Monday after two of five pumps had failed."
HURT = "Nobody was hurt."
ACCOUNTS = "The company said it would publish the accounts of the pumping station within a week of the flood."
COUNCIL = "The council had put off repairs of the pumps three times since 2021, minutes of its meetings show."
YEARS = "It was the third flood in two years."


def article(folder: Path, outlet: str, day: int, *paragraphs: str) -> None:
    head = f"In the {outlet}\nSource: The {outlet}\n{day} March 2024\n\n"
    (folder / f"{outlet}.txt").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")


@pytest.fixture
def versions(tmp_path: Path, open_library: OpenLibrary) -> Callable[[], dict[str, Version]]:
    folder = tmp_path / "wire"
    folder.mkdir()
    article(folder, "Herald", 5, f"{FLOOD} {HURT}", COUNCIL, ACCOUNTS)

    def of_all() -> dict[str, Version]:
        library = open_library(folder)
        library.sync()
        found = library.versions(next(one.id for one in library.documents() if "Herald" in one.path))
        for version in found:
            texts = [library.document(one.id).text for one in (found[0], version)]
            for edit in version.edits:
                for span, text, side in zip((edit.here, edit.there), texts, ("here", "there"), strict=True):
                    said = " ".join(getattr(piece, side) for piece in edit.pieces)
                    assert word_keys(said) == word_keys(text[slice(*span)] if span else "")
        return {Path(one.path).stem: one for one in found}

    return of_all


def told(edits: tuple[Edit, ...]) -> list[tuple[str, str]]:
    return [(one.kind, " ".join(piece.there or piece.here for piece in one.pieces)) for one in edits]


def test_what_was_added_and_dropped_is_told_against_the_earliest(
    versions: Callable[[], dict[str, Version]], tmp_path: Path
) -> None:
    article(tmp_path / "wire", "Star", 6, f"{FLOOD} {YEARS}", COUNCIL, ACCOUNTS)
    article(tmp_path / "wire", "Courier", 5, f"{FLOOD} {HURT}", ACCOUNTS, COUNCIL)
    found = versions()
    assert list(found) == ["Courier", "Herald", "Star"] or list(found) == ["Herald", "Courier", "Star"]
    star = found["Star"]
    assert told(star.edits) == [("added", YEARS), ("dropped", HURT)]
    assert (star.added, star.dropped) == (8, 3)
    for name in ("Courier", "Herald"):
        assert found[name].edits == () and found[name].added == found[name].dropped == 0


def test_a_sentence_in_other_words_is_changed(
    versions: Callable[[], dict[str, Version]], tmp_path: Path
) -> None:
    article(tmp_path / "wire", "Star", 6, f"{FLOOD} {HURT}", COUNCIL.replace("three", "four"), ACCOUNTS)
    star = versions()["Star"]
    (edit,) = star.edits
    assert edit.kind == "changed"
    assert [(one.here, one.there) for one in edit.pieces if one.kind != "same"] == [("three", "four")]
    assert (star.added, star.dropped) == (1, 1)


def test_copies_are_versions_without_the_document_itself(tmp_path: Path, open_library: OpenLibrary) -> None:
    folder = tmp_path / "wire"
    folder.mkdir()
    for day, outlet in ((6, "Star"), (5, "Herald")):
        article(folder, outlet, day, f"{FLOOD} {HURT}", COUNCIL, ACCOUNTS)
    article(folder, "Post", 7, "The council is to vote on the budget of the library.")
    library = open_library(folder)
    library.sync()
    ids = {Path(one.path).stem: one.id for one in library.documents()}
    assert [one.source for one in library.versions(ids["Star"])] == ["The Herald", "The Star"]
    assert [one.source for one in library.copies(ids["Star"])] == ["The Herald"]
    assert [one.source for one in library.versions(ids["Post"])] == ["The Post"]
    assert library.copies(ids["Post"]) == ()
    with pytest.raises(NotInLibrary):
        library.versions("nothing")


SENTENCES = (
    FLOOD,
    HURT,
    ACCOUNTS,
    COUNCIL,
    YEARS,
    "Schools stay closed on Tuesday.",
    "The tram does not run.",
)


@given(st.permutations(SENTENCES), st.sets(st.sampled_from(SENTENCES), max_size=4))
def test_every_word_is_kept_or_told(order: list[str], dropped: set[str]) -> None:
    """Whatever the order of sentences: those left out, and nothing else, are told."""
    from index.versions import _pairs, _Sentence

    ours = [_Sentence(0, len(one), word_keys(one)) for one in SENTENCES]
    theirs = [_Sentence(0, len(one), word_keys(one)) for one in order if one not in dropped]
    pairs = _pairs(ours, theirs)
    assert {SENTENCES[mine] for mine in pairs.values()} == set(SENTENCES) - dropped
    assert all(ours[mine].words == theirs[number].words for number, mine in pairs.items())


def test_sentences_that_were_all_rewritten_are_found_in_steps_that_grow_with_them(
    steps: Callable[[Callable[[], object]], int],
) -> None:
    def compared(many: int) -> int:
        first = [f"The word {one} of the day was that of the man in the street." for one in range(many)]
        words = [word_keys(one) for one in first]
        ours = [Sentence(at, at + 1, keys) for at, keys in enumerate(words)]
        theirs = [Sentence(at, at + 1, (*keys[:-1], "lane")) for at, keys in enumerate(words)]
        assert paired(ours, theirs) == {at: at for at in range(many)}
        return steps(lambda: paired(ours, theirs))

    few = compared(250)  # more than are looked at for a word that all have
    assert compared(500) < 2.3 * few + 1000
