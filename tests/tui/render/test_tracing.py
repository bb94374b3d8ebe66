"""The rows of a traced quotation."""

import pytest

from index.model import Carrier, Document, Piece
from tui.render.quoted import compared, speaker_text
from tui.render.tracing import carrier_lines
from tui.render.wrap import cells


def carrier(**values: object) -> Carrier:
    document = Document("d", "/a.txt", "A title", "The Post", None, "2025-05-01", "en", None, "s", "c")
    given: dict[str, object] = {
        "document": document, "field": "text", "passage": 0, "start": 0, "end": 9, "text": "very good",
        "kind": "fragment", "speaker": "Ada Brandt", "entity": "e", "named": "she", "how": "altered",
        "pieces": (Piece("changed", "highly", "very"), Piece("same", "good", "good")), "is_own": False,
    }  # fmt: skip
    return Carrier(**{**given, **values})  # type: ignore[arg-type]


def test_what_is_changed_is_seen_without_colours() -> None:
    pieces = (Piece("same", "the", "the"), Piece("here", "old", ""), Piece("there", "", "new"))
    assert [words for words, _ in compared(pieces)] == ["the", "[-old-]", "{+new+}"]
    long = " ".join(map(str, range(40)))
    assert compared((Piece("here", long, ""),))[0][0] == "[-0 1 2 3 4 … 35 36 37 38 39-]"


def test_a_speaker_is_named_as_the_article_does() -> None:
    assert speaker_text(carrier()) == "Ada Brandt, here “she”"
    assert speaker_text(carrier(named="ada brandt")) == "Ada Brandt"
    assert speaker_text(carrier(speaker=None, named=None)) == "nobody is named"


@pytest.mark.parametrize("width", [12, 24, 60, 110])
def test_rows_fit_and_say_what_they_are(width: int) -> None:
    lines = carrier_lines(
        carrier(how="alike", text="a very good road it is", copies=(carrier().document,)), width
    )
    assert all(cells(line.text) <= width for line in lines)
    whole = " ".join(" ".join(line.text for line in lines).split())
    if width >= 60:
        for said in (
            "1 May 2025 · The Post",
            "alike",
            "here “she”",
            "[-highly-] {+very+} good",
            "once more: The Post",
        ):
            assert said in whole
    assert "\x1b" not in "".join(line.text for line in carrier_lines(carrier(speaker="\x1b[2J"), width))
