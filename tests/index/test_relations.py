"""Related passages, through the door of the library."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index import Library
from index.model import Pairs, Passage, Related

OpenLibrary = Callable[..., Library]

REPORTS = {
    "gazette": "Barge sinks off Rinholm\n\n"
    "The barge Hilda sank off Rinholm on 4 March 2024 with 300 tonnes of gravel.\n\n"
    "“Nobody could have seen the rock in that fog”, said the pilot, Ada Brandt.\n",
    "post": "Gravel on the sea bed\n\n"
    "Off Rinholm the gravel barge Hilda went down on 4 March 2024; 300 tonnes are lost.\n\n"
    "Ada Brandt, who piloted it, insisted that nobody could have seen the rock in that fog.\n",
    "cookery": "Soup in winter\n\n"
    "Leeks and potatoes make the best soup when it is cold.\n\nSalt comes last.\n",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    return REPORTS


def passages(library: Library, name: str) -> tuple[Passage, ...]:
    for document in library.documents():
        if name in document.path:
            return library.document(document.id).passages
    raise AssertionError(name)


def quoted(text: str, spans: Pairs) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_the_same_event_elsewhere_is_found_with_reasons_that_hold(library: Library) -> None:
    here = passages(library, "gazette")[0]
    (found,) = library.related(here)
    assert "post" in found.document.path and found.passage == 0
    article, other = library.document(here.document), library.document(found.document.id)
    assert other.text[found.start : found.end] == found.text
    kinds = {reason.kind for reason in found.reasons}
    assert "date" in kinds
    for reason in found.reasons:
        assert reason.here and reason.there
        for start, end in reason.here:
            assert here.start <= start < end <= here.end
        for start, end in reason.there:
            assert found.start <= start < end <= found.end
        if reason.is_statement:
            assert reason.text == " … ".join(quoted(article.text, reason.here))
            continue
        assert " ".join(quoted(article.text, reason.here)[0].split()) == reason.text
        if reason.kind in ("date", "wording", "quote"):
            assert (
                quoted(article.text, reason.here)[0].casefold()
                == quoted(other.text, reason.there)[0].casefold()
            )


def test_nothing_is_shown_where_nothing_is_related(library: Library) -> None:
    assert library.related(passages(library, "cookery")[0]) == ()
    assert library.related("Seventeen violins were auctioned in Vienna.") == ()
    assert library.related("") == ()


def test_a_text_of_ones_own_finds_what_speaks_of_the_same(library: Library) -> None:
    found = library.related("The barge Hilda sank off Rinholm with its gravel.", limit=1)
    assert len(found) == 1
    assert isinstance(found[0], Related)


def test_copies_are_folded_under_one_row(library: Library, tmp_path: Path) -> None:
    for number in range(3):
        copied = REPORTS["post"].replace("Gravel on the sea bed", f"From our wire {number}")
        (tmp_path / "articles" / f"copy{number}.txt").write_text(copied, "utf-8")
    library.sync()
    (found,) = library.related(passages(library, "gazette")[0])
    assert len(found.copies) == 3
    assert len({found.document.id, *(copy.document.id for copy in found.copies)}) == 4


WIRE = """{title}

{outlet}
{day} March 2024

Off Rinholm the gravel barge Hilda went down on 4 March 2024; 300 tonnes are lost.{more}

Ada Brandt, who piloted it, insisted that nobody could have seen the rock in that fog.

Divers are to look at the wreck as soon as the sea is calm, the harbour office said in the evening.

The ferry to Rinholm sails again from Thursday, at first only by day and never without a pilot.
"""


def test_copies_of_an_article_have_one_row_which_the_earliest_leads(library: Library, tmp_path: Path) -> None:
    for day, outlet, more in ((7, "Star", ""), (5, "Herald", " So it is said."), (6, "Courier", "")):
        text = WIRE.format(title=f"In the {outlet}", outlet=f"The {outlet}", day=day, more=more)
        (tmp_path / "articles" / f"wire-{outlet}.txt").write_text(text, "utf-8")
    (tmp_path / "articles" / "post.txt").unlink()
    library.sync()
    for number in (0, 1):
        (found,) = library.related(passages(library, "gazette")[number])
        assert found.document.source == "The Herald"
        assert [copy.document.source for copy in found.copies] == ["The Courier", "The Star"]
        for one in (found, *found.copies):
            assert library.document(one.document.id).text[one.start : one.end] == one.text
        for reason in found.reasons:
            assert all(found.start <= start < end <= found.end for start, end in reason.there)


def test_a_copy_that_dropped_the_passage_is_not_among_those_that_have_it(
    library: Library, tmp_path: Path
) -> None:
    whole = WIRE.format(title="Barge lost", outlet="The Herald", day=5, more="")
    first, second = passages_of(whole)[1:3]
    (tmp_path / "articles" / "whole.txt").write_text(whole, "utf-8")
    (tmp_path / "articles" / "short.txt").write_text(whole.replace(second, ""), "utf-8")
    (tmp_path / "articles" / "post.txt").unlink()
    library.sync()
    (found,) = library.related(passages(library, "gazette")[0])
    assert found.text == first and len(found.copies) == 1
    found, *_ = library.related(passages(library, "gazette")[1])
    assert found.text == second and found.copies == ()


def passages_of(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()][1:]


def test_copies_of_what_one_reads_have_one_row_too(library: Library, tmp_path: Path) -> None:
    for outlet in ("Herald", "Courier", "Star"):
        text = WIRE.format(title=f"In the {outlet}", outlet=f"The {outlet}", day=5, more="")
        (tmp_path / "articles" / f"wire-{outlet}.txt").write_text(text, "utf-8")
    (tmp_path / "articles" / "post.txt").unlink()
    library.sync()
    print_, report = library.related(passages(library, "wire-Herald")[0])
    assert len(print_.copies) == 1, "who else has printed it stands in one row"
    assert "gazette" in report.document.path and report.copies == ()


def test_a_report_that_all_have_printed_leaves_room_for_others(library: Library, tmp_path: Path) -> None:
    for number in range(40):
        text = WIRE.format(title=f"Paper {number}", outlet=f"Paper {number}", day=5, more="")
        (tmp_path / "articles" / f"wire-{number}.txt").write_text(text, "utf-8")
    (tmp_path / "articles" / "post.txt").unlink()
    library.sync()
    found = library.related(passages(library, "wire-7")[0], limit=3)
    assert any("gazette" in one.document.path for one in found)


def test_a_passage_of_a_document_that_is_gone_leads_nowhere(library: Library, tmp_path: Path) -> None:
    here = passages(library, "gazette")[0]
    (tmp_path / "articles" / "gazette.txt").unlink()
    library.sync()
    assert library.related(here) == ()


def test_a_damaged_store_is_made_anew(library: Library, tmp_path: Path, open_library: OpenLibrary) -> None:
    here = passages(library, "gazette")[0]
    library.close()
    for path in (library.directory / "passages").rglob("*"):
        if path.is_file():
            path.write_bytes(b"not what was written")
    again = open_library(tmp_path / "articles")
    again.related(here)
    assert again.damage
    again.sync()
    assert len(again.related(here)) == 1


def test_a_document_that_has_the_quotation_is_shown_where_it_has_it(
    tmp_path: Path, open_library: OpenLibrary
) -> None:
    """Another passage of it shares more words, but who comes to a quotation wants to see its other form."""
    folder = tmp_path / "quoted"
    folder.mkdir()
    (folder / "here.txt").write_text(
        "After the raid\n\nOn Sunday President Ruben Castell announced a “highly successful” raid on the"
        " depots of Rinholm, Lowmere and Tarn.\n\nNobody was hurt.\n",
        "utf-8",
    )
    (folder / "there.txt").write_text(
        "Castell speaks\n\nOn Sunday President Ruben Castell had aircraft over depots of"
        " Rinholm, Lowmere and Tarn, which burn.\n\n“We have ended our very successful raid on the"
        " depots, and all pilots are home,” Ruben Castell wrote.\n\nThe weather was fine.\n",
        "utf-8",
    )
    library = open_library(folder)
    library.sync()
    (found,) = library.related(passages(library, "here")[0])
    assert (found.passage, found.reasons[0].kind, found.reasons[0].how) == (1, "quote", "alike")
    assert found.text.startswith("“We have ended our very successful raid")
    words = "On Sunday President Ruben Castell announced a raid on the depots of Rinholm, Lowmere and Tarn."
    rows = {Path(one.document.path).stem: one.passage for one in library.related(words)}
    assert rows["there"] == 0
