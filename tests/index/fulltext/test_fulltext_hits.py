"""Hits in one document, and the pieces shown around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import texts
from index.fulltext.hits import Facts, find_hits
from index.fulltext.query import resolve
from index.fulltext.snippets import WIDEST, WIDTH, snippets
from index.fulltext.syntax import parse
from index.model import Hit, Passage


def marked(query: str, title: str, text: str, facts: Facts | None = None) -> list[str]:
    found = find_hits(parse(query), title, text, facts)
    return [(title if hit.field == "title" else text)[hit.start : hit.end] for hit in found]


def passages_of(text: str) -> list[Passage]:
    passages = []
    start = 0
    for number, paragraph in enumerate(text.split("\n\n")):
        passages.append(Passage("id", number, start, start + len(paragraph), 1))
        start += len(paragraph) + 2
    return passages


def test_hits_of_the_title_come_first() -> None:
    hits = find_hits(parse("fordow iran"), "Iran and Fordow", "Fordow, Iran. Iran.")
    assert [(hit.field, hit.start, hit.clause) for hit in hits] == [
        ("title", 0, 1),
        ("title", 9, 0),
        ("text", 0, 0),
        ("text", 8, 1),
        ("text", 14, 1),
    ]


def test_what_is_not_met_marks_nothing() -> None:
    text = "nuclear talks about trump"
    assert marked("(nuclear sites) OR trump", "", text) == ["trump"]
    assert marked("(nuclear talks) OR trump", "", text) == ["nuclear", "talks", "trump"]
    assert marked("nuclear -trump", "", text) == []
    assert marked("nuclear NOT (trump sites)", "", text) == ["nuclear"]


def test_no_phrase_runs_from_the_title_into_the_text() -> None:
    assert marked('"iran strikes"', "Iran", "strikes") == []


def test_filters_are_held_against_the_document_where_it_matters() -> None:
    query = "(after:2025 nuclear) OR talks"
    text = "nuclear talks"
    assert marked(query, "", text, Facts(None, "2024-05-01")) == ["talks"]
    assert marked(query, "", text, Facts(None, "2025-05-01")) == ["nuclear", "talks"]
    assert marked("(source:cradle nuclear) OR talks", "", text, Facts("BBC", None)) == ["talks"]
    assert marked("source:cradle after:2025 talks", "", text) == ["talks"]


def test_a_name_is_held_against_the_key_of_the_document() -> None:
    query = resolve(parse("(person:araghchi nuclear) OR (talks -place:iran)"), lambda named: frozenset({7}))
    text = "nuclear talks"
    assert [hit.start for hit in find_hits(query, "", text, Facts(None, None, 7))] == [0]
    assert [hit.start for hit in find_hits(query, "", text, Facts(None, None, 8))] == [8]
    assert [hit.start for hit in find_hits(query, "", text, Facts(None, None))] == [0]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        (
            "strike",
            "Strikes struck; a striking striker's strike’s",
            ["Strikes", "struck", "striking", "strike’s"],
        ),
        ("struck", "the strike", ["strike"]),
        ("=strike", "a strike, two strikes", ["strike"]),
        ("strik*", "striking, struck", ["striking"]),
        ("strike?", "strikes, strike", ["strikes"]),
        ("defence", "The Defense Ministry's defences", ["Defense", "defences"]),
        ("organise", "organ, organized, organisation", ["organized"]),
        ('"air strike"', "air strikes, air-strikes, airstrikes", ["air strikes", "air-strikes"]),
        ("air-strike", "air strikes, air-strikes, airstrikes", ["air strikes", "air-strikes", "airstrikes"]),
        ("airstrike", "air strikes, air-strikes, airstrikes", ["air-strikes", "airstrikes"]),
        ("ceasefire", "cease-fires, ceasefires' end", ["cease-fires", "ceasefires"]),
        ("F-35", "F-35s, F35’s, F 35", ["F-35s", "F35’s", "F 35"]),
        ("F-35s", "F-35, F35", ["F-35", "F35"]),
        ("walk", "walk-ed", ["walk"]),
        ("walked", "walk-ed", ["walk"]),
        ("US", "U.S. strikes, US’s, used by us", ["U.S.", "US’s", "us"]),
        ("news", "new news", ["news"]),
        ("Trump", "Trump's trumped-up", ["Trump's", "trumped"]),
    ],
)
def test_a_word_means_its_forms_in_english(query: str, text: str, found: list[str]) -> None:
    assert marked(query, "", text, Facts(None, None, language="en")) == found


def test_forms_are_those_of_the_language_of_the_text() -> None:
    text = "Angriff, Angriffe; strikes, struck"
    assert marked("angriff strike", "", text, Facts(None, None, language="de")) == [
        "Angriff",
        "Angriffe",
        "strikes",
    ]
    assert marked("angriff strike", "", text, Facts(None, None, language="en")) == [
        "Angriff",
        "strikes",
        "struck",
    ]
    for unknown in (Facts(None, None), Facts(None, None, language="xx"), None):
        assert marked("angriff strike", "", text, unknown) == []
        assert marked("angriff struck", "", text, unknown) == ["Angriff", "struck"]


def test_two_words_with_one_form_mark_a_place_once() -> None:
    text = "They strike. It struck."
    hits = find_hits(parse("struck OR strikes OR =strike"), "", text, Facts(None, None, language="en"))
    assert [(text[hit.start : hit.end], hit.clause) for hit in hits] == [("strike", 0), ("struck", 0)]


def test_an_outlet_and_a_date_have_no_forms() -> None:
    facts = Facts("The Strikes", None, language="en")
    assert marked("source:strike OR nothing", "", "nothing struck", facts) == ["nothing"]
    assert marked("source:strike struck", "", "nothing struck", facts) == []


def test_a_very_long_text_is_searched_in_one_go() -> None:
    paragraph = "The Iranian minister said on Monday that the US-led strikes on F-35 bases had failed. "
    text = "\n\n".join([paragraph.strip()] * 5_000)
    hits = find_hits(parse('iran* "strikes on" F35 OR minist*'), "", text)
    assert len(hits) == 5_000 * 4
    assert len(snippets(hits, text, passages_of(text), 3)) == 3


def test_one_word_thirty_thousand_times() -> None:
    text = "so " * 30_000
    assert len(find_hits(parse('"so so so so"'), "", text)) == 30_000 - 3


# Snippets

LONG = " ".join(f"word{number}" for number in range(200))


def test_without_a_hit_in_the_text_its_beginning_is_shown() -> None:
    (lead,) = snippets((), LONG, passages_of(LONG))
    assert lead.start == 0 and lead.spans == () and WIDTH - 10 < len(lead.text) <= WIDTH
    assert LONG[lead.end] == " "
    title = Hit(0, 5, "title", 0)
    assert snippets((title,), LONG, passages_of(LONG)) == (lead,)
    assert snippets((), "", ()) == ()


def test_a_short_passage_is_shown_whole() -> None:
    text = "One two three.\n\nFour five six."
    hits = find_hits(parse("five"), "", text)
    (snippet,) = snippets(hits, text, passages_of(text))
    assert (snippet.passage, snippet.text, snippet.spans) == (1, "Four five six.", ((5, 9),))


def test_the_passages_that_answer_most_are_chosen_and_stay_in_order() -> None:
    text = "\n\n".join(["one", "one two", "one one one", "two", "one two three", "three"])
    hits = find_hits(parse("one two three"), "", text)
    assert [snippet.passage for snippet in snippets(hits, text, passages_of(text), 3)] == [1, 2, 4]


def test_the_densest_place_of_a_long_passage_is_shown() -> None:
    text = f"iran {LONG} iran nuclear talks {LONG}"
    hits = find_hits(parse("iran nuclear talks"), "", text)
    (snippet,) = snippets(hits, text, passages_of(text))
    assert "iran nuclear talks" in snippet.text
    assert [snippet.text[start:end] for start, end in snippet.spans] == ["iran", "nuclear", "talks"]


@given(
    words=st.lists(
        st.sampled_from(["iran", "a", "nuclear", "x" * 300, "北京北京北京", "e\u0301a"]), max_size=120
    ),
    joints=st.lists(st.sampled_from([" ", " ", " ", "\n", "\n\n", "", ", "]), min_size=120, max_size=120),
    query=st.sampled_from(["iran", '"iran nuclear"', "iran OR nuclear OR 北", "x*", "none", "iran 京"]),
    limit=st.integers(1, 5),
)
def test_snippets_are_true(words: list[str], joints: list[str], query: str, limit: int) -> None:
    text = "".join(word + joint for word, joint in zip(words, joints, strict=False)).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    passages = passages_of(text)
    hits = find_hits(parse(query), "", text)
    shown = snippets(hits, text, passages, limit)
    assert 1 <= len(shown) <= limit
    assert [snippet.passage for snippet in shown] == sorted({snippet.passage for snippet in shown})
    spans = {(hit.start, hit.end) for hit in hits}
    for snippet in shown:
        passage = passages[snippet.passage]
        assert text[snippet.start : snippet.end] == snippet.text
        assert passage.start <= snippet.start <= snippet.end <= passage.end
        assert len(snippet.text) <= WIDEST
        inside = [(snippet.start + start, snippet.start + end) for start, end in snippet.spans]
        assert inside == [
            (start, min(end, snippet.end))
            for start, end in sorted(spans)
            if snippet.start <= start < snippet.end and (end <= snippet.end or end - start > WIDEST)
        ]
        assert bool(inside) == bool(hits)
        assert snippet.text == snippet.text.strip()


@pytest.mark.parametrize("cut", ["e\u0301", "👩\u200d🚀"])
def test_no_cut_goes_through_what_is_read_as_one(cut: str) -> None:
    text = cut * 1000
    (snippet,) = snippets((), text, passages_of(text))
    assert len(snippet.text) % len(cut) == 0


def test_texts_that_were_looked_through_are_remembered_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = texts._Memory()
    monkeypatch.setattr(texts, "_memory", memory)
    monkeypatch.setattr(texts, "MOST_WORDS", 40)
    articles = [f"number {number} of so many articles about F-35s" for number in range(20)]
    for _ in range(2):
        for text in [*articles, articles[-1], ""]:
            starts = [hit.start for hit in find_hits(parse("of F35s"), "", text)]
            assert starts == ([text.index("of"), text.index("F-35s")] if text else [])
            assert sum(len(laid.words) for laid in memory._laid.values()) == memory._size <= 40
    _, (first, again) = memory.lay_out(["so be it", "so be it"])
    assert first is again
