"""Whole files: the real ones, any bytes at all, and those made to hurt."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.errors import UnreadableFile
from index.ingest import SUFFIXES, Draft, read_article

from .drafts import check

REAL = Path(__file__).parents[4] / "shared" / "seeds"


def real(name: str) -> Draft:
    """An article as it was found, where those are at hand."""
    matching = sorted(REAL.glob(f"{name}_*.txt"))
    if not matching:
        pytest.skip("the real articles are not beside this checkout")
    return read_article(matching[0].name, matching[0].read_bytes())


def test_a_real_article_without_a_title() -> None:
    draft = real("000")
    check(draft)
    assert draft.title == "Putin reaffirms support for Iran and condemns Western aggression during…"
    assert (draft.published, draft.source, draft.language) == ("2025-06-23", "Palestine Chronicle", "en")
    assert draft.byline == "Palestine Chronicle Staff"
    assert draft.text.startswith(draft.title.removesuffix("…") + " talks with Foreign Minister")
    assert draft.text.endswith("(PC, Kremlin, AJA)")
    assert [p.line for p in draft.passages] == list(range(3, 52, 2))


def test_a_real_article_from_a_blog() -> None:
    draft = real("004")
    check(draft)
    assert draft.title == "Putin, Araghchi to meet in Moscow, ‘coordinate’ position following US strikes"
    assert (draft.published, draft.source, draft.byline) == ("2025-06-23", "The Cradle", "News Desk")
    assert draft.text.startswith("Tehran's strategic treaty with Moscow does not include a promise of mutual")
    assert draft.text.endswith('this poses a dangerous challenge."')
    assert [p.line for p in draft.passages] == [5, *range(9, 24, 2)]


def test_kinds_of_files() -> None:
    assert frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}) == SUFFIXES
    assert read_article("notes.log", b"Harbour log\n\nThe ship came in.").title == "Harbour log"


def test_a_blank_article_is_refused() -> None:
    for data in (b"", b" \n\n ", "\u200b\n\u00a0".encode(), b"\x1b[31m\x1b[0m"):
        with pytest.raises(UnreadableFile, match="empty"):
            read_article("a.txt", data)


@settings(max_examples=300)
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xff\xfea")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        check(read_article("a.txt", data))
    except UnreadableFile as refusal:
        assert str(refusal) in ("empty", "not text")


LINES = st.one_of(
    st.sampled_from(
        [
            "", " ", "By Jane Doe", "June 23, 2025", "Published: 23/06/2025 at 4:05 pm",
            "Source: Reuters", "Jane Doe | Reuters", "News Desk - The Lantern", "Advertisement",
            "Breakwater nears completion", "The harbour opened on Monday.", "RINHOLM (AP) - It rained.", "By",
            "https://news.example/1", "Share this:", "Related articles", "word " * 200, "港" * 90,
            "Title: Harbour opens", "No comments:", "World", "---", "Date:", "Title:", "# Heading",
        ]
    ),
    st.text(max_size=30),
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(LINES, max_size=20))
def test_any_head_is_read(lines: list[str]) -> None:
    try:
        draft = read_article("a.txt", "\n".join(lines).encode("utf-8", "surrogatepass"))
    except UnreadableFile as refusal:
        assert str(refusal) in ("empty", "not text")
    else:
        check(draft)


SENTENCE = st.text("abcdefgh ,", min_size=1, max_size=60).map(lambda text: f"A {text}.")


@given(st.lists(SENTENCE, min_size=1, max_size=9))
def test_no_sentence_is_ever_lost(sentences: list[str]) -> None:
    draft = read_article("a.txt", "\n\n".join(sentences).encode())
    assert draft.text.split() == "\n\n".join(sentences).split()


MANY = 40_000
HURTFUL = {
    "one line": b"word " * (2 * MANY),
    "one word": b"x" * (4 * MANY),
    "blank lines": b"a" + b"\n" * MANY + b"b",
    "carriage returns": b"a" + b"\r" * MANY + b"b",
    "angles": b"<" * (2 * MANY),
    "brackets": b"([{" * MANY,
    "dots": b"." * (2 * MANY) + b"x",
    "quotes": b'."' * MANY + b"x",
    "escapes": b"\x1b]" * MANY + b"a",
    "open escape": b"ab" * MANY + b"\x1b[" + b"0;" * MANY,
    "strings": b"\x1bP\x1b_" * (MANY // 2) + b"a" * MANY,
    "marks": ("a" + "\u0316\u0301" * MANY).encode(),
    "joiners": ("ا\u200d" * MANY).encode(),
    "families": ("👩\u200d" * (MANY // 2)).encode(),
    "tabs": b"a\t" * MANY + b"b",
    "blanks": b" " * (4 * MANY) + b"x" + b" " * MANY,
    "short lines": b"a b\n" * MANY,
    "dates": b"June 23, 2025\n\n" * (MANY // 20),
    "labels": b"Title: a\n" * (MANY // 10),
    "bylines": b"By Jane Doe\n\n" * (MANY // 20),
    "furniture": b"Share\n\n" * (MANY // 10) + b"a",
    "advertisements": b"Advertisement\n\na\n\n" * (MANY // 20),
    "headings": b"Related articles\n" * (MANY // 20),
    "sentences": b"A b. " * MANY,
    "initials": b"U.S. " * MANY,
    "legacy": b"caf\xe9 " * (MANY // 2),
    "broken": b"\xc3\xa9\xff" * (MANY // 2),
    "chinese": "港".encode() * MANY,
    "backspaces": b"a\x08" * MANY + b"b",
    "separators": "\u2028a".encode() * (MANY // 4),
}


@pytest.mark.parametrize("name", HURTFUL)
def test_large_and_hostile_files_are_read(name: str) -> None:
    draft = read_article("a.txt", HURTFUL[name])
    assert draft.title
    assert draft.passages[-1].end == len(draft.text)
