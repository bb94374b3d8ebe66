"""Texts that are hard on anything that counts characters."""

import pytest
from hypothesis import strategies as st

_PIECES = (
    "Fordow",
    "a",
    "state-of-the-art",
    "https://example.org/a/very-long/address?with=all&sorts=of-things",
    "über",
    "e\u0301\u0327",
    "外長",
    "東京、ソウル。",
    "한국어",
    "👨\u200d👩\u200d👧",
    "🇷🇺🇮🇷",
    "👍🏽",
    "❤\ufe0f",
    "שָׁלוֹם",
    "مُحَمَّد",
    "“quoted”",
    "—",
    "\u0301",
    "\x1b[31m",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\u3000",
)


@pytest.fixture(scope="session")
def hard_texts() -> st.SearchStrategy[str]:
    """Draws lines of text in all scripts, with what joins, combines, hides or takes two cells."""
    words = st.lists(st.sampled_from(_PIECES), max_size=6).map("".join)
    return st.lists(words, max_size=12).map(" ".join)


@pytest.fixture(scope="session")
def plain_texts() -> st.SearchStrategy[str]:
    """Draws lines in which every character takes a cell and stands for itself."""
    words = st.text("abc-/–’é", max_size=14)
    return st.lists(words, max_size=20).map(" ".join)
