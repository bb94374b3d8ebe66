"""The text of an article, and its passages."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.ingest.clean import clean_lines
from index.ingest.draft import DraftPassage
from index.ingest.passages import lay_out
from index.language.sentences import sentence_ends

SENTENCE = "The harbour authority said on Tuesday that the breakwater would be finished before winter."


def laid_out(text: str) -> tuple[str, tuple[DraftPassage, ...]]:
    return lay_out(*clean_lines(text))


def pieces(text: str) -> list[str]:
    laid, passages = laid_out(text)
    return [laid[passage.start : passage.end] for passage in passages]


def test_blank_lines_part_paragraphs() -> None:
    text, passages = laid_out("one\ntwo\n\n\n  three\n\nfour")
    assert text == "one\ntwo\n\nthree\n\nfour"
    assert [text[p.start : p.end] for p in passages] == ["one\ntwo", "three", "four"]
    assert [p.line for p in passages] == [1, 5, 7]


def test_long_lines_are_paragraphs() -> None:
    text, passages = laid_out(f"{SENTENCE} {SENTENCE}\n{SENTENCE} {SENTENCE}\n\n{SENTENCE} {SENTENCE}")
    assert text == "\n\n".join([f"{SENTENCE} {SENTENCE}"] * 3)
    assert [p.line for p in passages] == [1, 2, 4]


def test_a_long_paragraph_is_cut_at_sentences_into_even_pieces() -> None:
    found = pieces(" ".join([SENTENCE] * 20))
    assert len(found) == 3
    assert all(piece.endswith(".") for piece in found)
    assert {len(piece.split()) for piece in found} <= {84, 98, 70, 91}
    assert " ".join(found) == " ".join([SENTENCE] * 20)


def test_pieces_of_a_wrapped_paragraph_know_their_lines() -> None:
    lines = [SENTENCE] * 20
    _, passages = laid_out("\n".join(["Title", "", *lines]))
    assert [p.line for p in passages] == [1, 3, 3 + 7, 3 + 13]


def test_a_paragraph_that_is_hardly_too_long_stays_whole() -> None:
    assert len(pieces(" ".join(["word"] * 130))) == 1


def test_a_sentence_without_end_is_cut_between_words() -> None:
    found = pieces(" ".join(["word"] * 1000))
    assert len(found) == 9
    assert all(piece.startswith("word") and piece.endswith("word") for piece in found)


def test_words_without_blanks_are_cut_somewhere() -> None:
    assert len(pieces("x" * 100_000)) > 5
    assert all(len(piece) < 400 for piece in pieces("防波堤" * 5000))
    assert all(not piece.startswith("\u0301") for piece in pieces("x̣́" * 50_000))


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(["", " ", SENTENCE, f"{SENTENCE} {SENTENCE}", "  indented", "Mr. X. said"]),
        st.sampled_from(["港" * 300, "x" * 300]),
        st.text("ab .!?\n\u2028\té", max_size=40),
        st.integers(1, 300).map(lambda number: " ".join(["word."] * number)),
        st.integers(1, 300).map(lambda number: " ".join(["word"] * number)),
    ),
    max_size=12,
).map("\n".join)


@settings(max_examples=200)
@given(TEXTS)
def test_passages_are_all_of_the_text_in_order(source: str) -> None:
    lines, numbers = clean_lines(source)
    text, passages = lay_out(lines, numbers)
    end = 0
    for passage in passages:
        assert text[end : passage.start].strip() == ""
        assert end <= passage.start < passage.end
        piece = text[passage.start : passage.end]
        assert piece == piece.strip()
        assert "\n\n" not in piece
        end = passage.end
    assert text[end:] == ""
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", "".join(lines))


@given(TEXTS)
def test_each_passage_begins_on_the_line_it_names(source: str) -> None:
    text, passages = laid_out(source)
    of_file = source.replace("\r", "\n").split("\n")
    for passage in passages:
        first = re.split(r"\s", text[passage.start : passage.end])[0]
        assert first in of_file[passage.line - 1]
    assert [p.line for p in passages] == sorted(p.line for p in passages)


@pytest.mark.parametrize(
    "text",
    [
        "It rained.| It stopped.",
        "Mr. Roe and Dr. A. B. Doe met Gen. Roe Jr. in the U.S. Capitol.| They left.",
        "He lives in the U.S.| The house is small.",
        "It cost 3.5 million, i.e. No. 4 of 10.| That was all.",
        "“It rained.”| She left. ",
        '"Why?" he asked.| "Because!" she said.',
        "It rained...| Then it stopped.",
        "It rained (a lot).| Then it stopped.",
        "雨が降った。|止んだ。",
        "Der Kranführer, der am 21. Februar und am 3. März gestürzt war, kam im 2. Weltkrieg um.| Er war 90.",
        "Im 19. Jahrhundert war das anders.| Am 11. September, vom 3. bis 5. April und Montag, 9. November.",
        "Das Fest (am 1./2. August) fällt aus.| Es regnet.",
        "He won in round 3.| May was happy.",
        "They scored 21.| September brought rain, and round 4.| April was no better.",
        "Sie war 21.| Danach ging sie.",
        "Rain! Rain? rain.".replace("! ", "!| ", 1),
        "هل أمطرت؟| نعم.",
    ],
)
def test_where_sentences_end(text: str) -> None:
    parts = text.split("|")
    ends = []
    for part in parts[:-1]:
        ends.append((ends[-1] if ends else 0) + len(part))
    assert sentence_ends("".join(parts)) == ends
