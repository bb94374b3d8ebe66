"""A related passage's row: where it is, what it says, and why it is here."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Copy, Document, Reason, ReasonKind, Related
from tui.render.related import related_lines
from tui.render.spans import Mark
from tui.render.strips import Line
from tui.render.wrap import cells

TEXT = (
    "On Sunday morning, US President Donald Trump announced that American aircraft had carried out "
    "a “highly successful” attack on three sites: Fordow, Natanz, and Isfahan."
)
START = 700


def document(source: str | None = "Palestine Chronicle", id: str = "2") -> Document:
    return Document(
        id, f"/{id}.txt", "Putin reaffirms support", source, None, "2025-06-23", "en", None, "", ""
    )


def reason(word: str, kind: ReasonKind = "entity", text: str = TEXT) -> Reason:
    at = text.index(word)
    return Reason(kind, word, ((0, len(word)),), ((START + at, START + at + len(word)),))


def related(
    text: str = TEXT,
    reasons: Sequence[Reason] = (),
    copies: Sequence[Copy] = (),
    about: Document | None = None,
) -> Related:
    return Related(about or document(), 3, START, START + len(text), text, 1.0, tuple(reasons), tuple(copies))


def copy(source: str | None, id: str = "9") -> Copy:
    return Copy(document(source, id), 0, 0, 4, "Text")


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def marked(lines: Sequence[Line], mark: Mark) -> list[str]:
    return [line.text[run.start : run.end] for line in lines for run in line.runs if run.marks & mark]


def test_a_row_says_where_what_and_why() -> None:
    row = related(reasons=[reason(word) for word in ("Trump", "Fordow", "Natanz", "Isfahan", "three")])
    lines = related_lines(row, 1, 42)
    assert texts(lines) == [
        "  1 23 Jun 2025 · Palestine Chronicle",
        "    On Sunday morning, US President",
        "    Donald Trump announced that American",
        "    aircraft had carried out a “highly",
        "    successful” attack on three sites:",
        "    Fordow, Natanz, and Isfahan.",
        "    Trump · Fordow · Natanz · Isfahan ·",
        "    three",
    ]
    assert marked(lines, Mark.STRONG) == ["1"]
    assert marked(lines, Mark.REASON) == ["Trump", "three", "Fordow", "Natanz", "Isfahan"]
    assert marked(lines, Mark.WHY) == ["Trump · Fordow · Natanz · Isfahan ·", "three"]


def test_only_nine_rows_have_a_number() -> None:
    assert related_lines(related(), 9, 42)[0].text.startswith("  9 23 Jun")
    assert related_lines(related(), 10, 42)[0].text.startswith("    23 Jun")


def test_quoted_words_stand_in_quotes_and_leave_room_for_the_rest() -> None:
    wording = reason("President Donald Trump announced that American aircraft had carried out", "wording")
    lines = related_lines(
        related(reasons=[wording, reason("Natanz"), reason("highly successful", "quote")]), 1, 42
    )
    assert texts(lines)[6:] == [
        "    “President Donald Trump announced",
        "    that…” · Natanz · both quote: “highly",
        "    successful”",
    ]


def test_what_is_not_seen_by_itself_is_said_once() -> None:
    quotes = [
        replace(reason("highly successful", "quote"), how="altered"),
        replace(reason("American", "quote"), how="altered"),
    ]
    sunday = replace(reason("Sunday", "date"), day="2025-06-22")
    lines = related_lines(related(reasons=[*quotes, sunday, reason("Natanz")]), 1, 160)
    assert lines[-1].text == (
        "    same quotation, altered: “highly successful” · “American”"
        " · same day: Sunday, 22 Jun 2025 · Natanz"
    )


def test_reasons_that_are_the_same_to_the_eye_are_said_once() -> None:
    lines = related_lines(related(reasons=[reason("Natanz"), reason("Natanz", "term")]), 1, 42)
    assert lines[-1].text == "    Natanz"


def test_reasons_take_three_lines_at_most() -> None:
    words = TEXT.replace(",", "").replace(":", "").split()
    lines = related_lines(related(reasons=[reason(word, "term") for word in words]), 1, 30)
    why = [line.text for line in lines if any(run.marks & Mark.WHY for run in line.runs)]
    assert len(why) == 3 and why[-1].endswith("…") and not why[-1].endswith("·…")


@pytest.mark.parametrize(
    ("copies", "said"),
    [
        ([copy("The Cradle")], "also in The Cradle, near word for word"),
        ([copy("The Cradle"), copy("IRNA")], "also in The Cradle, IRNA, near word for word"),
        ([copy(f"Courier no. {n}") for n in range(6)], "also in 6 outlets, near word for word"),
        ([copy("The Cradle"), copy("The Cradle")], "also in 2 articles, near word for word"),
        ([copy(None)], "also in another article, near word for word"),
        ([copy("Palestine Chronicle")], "also in another article, near word for word"),
        ([copy("The Cradle"), copy(None)], "also in 2 articles, near word for word"),
    ],
)
def test_copies_are_counted_by_outlet_where_each_has_its_own(copies: list[Copy], said: str) -> None:
    lines = related_lines(related(copies=copies), 1, 60)
    assert lines[-1].text == "    " + said
    assert marked(lines, Mark.QUIET)[-1] == said


def test_a_long_passage_is_shown_where_most_reasons_are() -> None:
    text = "Nothing of note is said here, at length. " * 20 + TEXT
    reasons = [reason(word, text=text) for word in ("Trump", "Fordow", "Natanz")]
    lines = related_lines(related(text, reasons), 1, 42)
    said = texts(lines)[1:6]
    assert said[0].startswith("    …") and said[0] != "    …"
    assert set(marked(lines, Mark.REASON)) == {"Trump", "Fordow", "Natanz"}
    early = related_lines(related(TEXT + " " + "More of the same follows. " * 20, reasons), 1, 42)
    assert texts(early)[1] == "    On Sunday morning, US President" and texts(early)[5].endswith("…")


@given(st.integers(0, 60), st.integers(20, 60))
def test_the_strongest_reason_is_seen_whole_wherever_it_stands(before: int, width: int) -> None:
    text = "One more word here. " * before + "the very telling words " + "And so on and on. " * 30
    lines = related_lines(related(text, [reason("very telling words", "quote", text)]), 1, width)
    assert " ".join(marked(lines, Mark.REASON)) == "very telling words"


def test_copies_are_told_in_one_line_where_that_can_be() -> None:
    row = related(copies=[copy("The Cradle"), copy("IRNA")])
    assert related_lines(row, 1, 46)[-1].text == "    also in The Cradle, IRNA, near verbatim"
    row = related(copies=[copy("The Cradle"), copy("IRNA"), copy("The Courier"), copy("The Herald")])
    assert related_lines(row, 1, 40)[-1].text == "    also in 4 outlets, near verbatim"


def test_few_outlets_are_named_in_two_lines() -> None:
    row = related(copies=[copy("The Cradle"), copy("IRNA")])
    said = [line.text for line in related_lines(row, 1, 38)][-2:]
    assert " ".join(" ".join(said).split()) == "also in The Cradle, IRNA, near verbatim"


def test_without_an_outlet_the_title_says_where() -> None:
    assert (
        related_lines(related(about=document(None)), 1, 60)[0].text
        == "  1 23 Jun 2025 · Putin reaffirms support"
    )
    lines = related_lines(related(about=document("Middle East Monitor Online")), 1, 34)
    assert texts(lines)[:2] == ["  1 23 Jun 2025 · Middle East", "    Monitor Online"]


def test_narrow_rows_spend_nothing_on_an_indent() -> None:
    lines = related_lines(related(), 1, 26)
    assert texts(lines)[:3] == ["  1 23 Jun 2025 ·", "    Palestine Chronicle", "  On Sunday morning, US"]


def test_a_hostile_row_stays_a_row() -> None:
    text = "[b]bold[/b] \x1b[31mred\u202e and\nmore"
    evil = Reason("term", "\x1b[31mred", ((0, 1),), ((START + 12, START + 20),))
    about = replace(document("Out\x07let\n"), published="2025\x1b")
    row = related(text, [evil], [copy("\x1b]0;x\x07")], about)
    joined = "\n".join(texts(related_lines(row, 1, 60)))
    assert not any(ord(character) < 32 and character != "\n" for character in joined)
    assert "\u202e" not in joined and "[b]bold[/b]" in joined and " and more" in joined


@given(st.data(), st.integers(1, 70))
def test_no_line_is_wider_than_the_column(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    text = data.draw(hard_texts)
    places = st.tuples(st.integers(0, len(text) + 3), st.integers(0, 30))
    reasons = [
        Reason(
            data.draw(st.sampled_from(["quote", "term"])),
            data.draw(hard_texts),
            ((0, 1),),
            ((START + at, START + at + size),),
        )
        for at, size in data.draw(st.lists(places, max_size=4))
    ]
    row = related(text, reasons, [copy("東京新聞")], document(data.draw(hard_texts)))
    lines = related_lines(row, data.draw(st.integers(1, 12)), width)
    for line in lines:
        assert cells(line.text) <= max(width, 6)
        at = 0
        for run in line.runs:
            assert at <= run.start <= run.end <= len(line.text)
            at = run.end
    assert len(lines) <= 2 + 5 + 3 + 2
