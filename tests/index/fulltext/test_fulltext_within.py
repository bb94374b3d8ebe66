"""What is asked for within one sentence or paragraph."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import analysis
from index.fulltext.engine import Engine, Entry
from index.fulltext.hits import find_hits
from index.fulltext.syntax import parse
from index.fulltext.texts import Texts
from index.language.sentences import sentence_ends

TEXT = (
    "Iran denied it. A strike on Fordow followed, said Gen. Caine of the U.S. Army. “Iran struck back!” "
    "The U.S. The White House was silent.\n\n"
    "Iran and Israel agreed to end every strike. Nobody asked Iran?\n\n"
    "伊朗否认。袭击继续。"
)


PIECES = [
    "Iran", "iran", "said.", "“Yes.”", "U.S.", "The", "Mr.", "J.", "F-35s!", "(No?)", "…", "–",
    "否认。袭击。", "a", "5", "e.g.", "up...", "\n\n", "。", "«Who»", "it.’",
    "am", "(vom", "3.", "1./2.", "April", "Mai",
]  # fmt: skip


def marked(query: str, text: str = TEXT, title: str = "Strike on Iran. Talks end") -> list[str]:
    hits = find_hits(parse(query), title, text)
    return [title[hit.start : hit.end] if hit.field == "title" else text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("same:sentence(iran strike)", ["Strike", "Iran", "Iran", "strike"]),
        ("same:sentence(iran denied)", ["Iran", "denied"]),
        ("same:sentence(denied strike)", []),
        ("same:paragraph(denied strike)", ["denied", "strike"]),
        ("same:paragraph(denied israel)", []),
        ("text:(same:sentence(iran NOT (israel OR denied)))", ["Iran", "Iran"]),
        ("same:sentence(israel OR denied)", ["denied", "Israel"]),
        ("same:sentence((denied iran) OR (fordow talks))", ["Iran", "denied"]),
        ('same:sentence("gen caine" army)', ["Gen. Caine", "Army"]),
        ('same:sentence("on fordow"~3 caine)', ["on Fordow", "Caine"]),
        ('same:sentence("army iran")', []),
        ("same:sentence(house silent)", ["House", "silent"]),
        ("same:sentence(u.s. silent)", []),
        ("same:sentence(u.s. struck)", []),
        ("same:sentence(talks end)", ["Talks", "end"]),
        ("same:sentence(on end)", []),
        ("same:sentence(伊朗 否认)", ["伊朗", "否认"]),
        ("same:sentence(伊朗 袭击)", []),
        ("same:paragraph(伊朗 袭击)", ["伊朗", "袭击"]),
        ("denied same:sentence(den* ir*n)", ["Iran", "denied"]),
        ("denied OR same:sentence(denied strike)", ["denied"]),
        ("denied -same:sentence(denied strike)", ["denied"]),
        ("denied -same:sentence(iran denied)", []),
        ("same:sentence(-iran)", []),
        ("silent same:sentence(-iran)", ["silent"]),
        ("silent same:paragraph(*)", ["silent"]),
        ("silent -same:sentence(*)", []),
    ],
)
def test_only_what_is_within_one_is_marked(
    query: str, hits: list[str], new_engine: Callable[[], Engine]
) -> None:
    assert marked(query) == hits
    engine = new_engine()
    engine.update([Entry(1, 0, "Strike on Iran. Talks end", TEXT, None, None)])
    assert engine.list(parse(query)).hits_total == len(hits)


def test_the_day_of_a_german_month_ends_no_sentence(new_engine: Callable[[], Engine]) -> None:
    """The crane driver who fell on 21 May did so within one sentence; what ends a text leads nothing."""
    engine = new_engine()
    engine.update([Entry(1, 0, "", "Der Kranführer war am 21. Mai gestürzt. Die Arbeit ruht.", None, None)])
    assert engine.list(parse("same:sentence(kranführer gestürzt)")).keys.tolist() == [1]
    assert not len(engine.list(parse("same:sentence(kranführer ruht)")).keys)
    texts = ["Das war am", "3. April ist Frühling."]
    engine.update([Entry(2 + at, 0, "", text, None, None) for at, text in enumerate(texts)])
    for text in texts:
        assert len(Texts([text]).units("sentence")) == len(sentence_ends(text)) + 1
    assert not len(engine.list(parse("same:sentence(3 frühling)")).keys)


def test_a_text_without_words_has_no_sentence() -> None:
    assert marked("same:sentence(-iran)", "", "") == marked("same:sentence(*)", "…!", "") == []


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_sentences_are_those_by_which_passages_are_cut(text: str) -> None:
    text = re.sub(r" ?\n\n ?", "\n\n", text)
    expected, place = [], 0
    for paragraph in text.split("\n\n"):
        edges = [0, *sentence_ends(paragraph), len(paragraph)]
        begins = [word.start for word in analysis.tokens(paragraph)]
        firsts = [next((at for at in begins if low <= at < high), None) for low, high in pairwise(edges)]
        expected += [place + at for at in firsts if at is not None]
        place += len(paragraph) + 2
    assert Texts([text]).units("sentence").tolist() == expected
