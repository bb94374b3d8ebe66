"""Every reason stands in both texts, and those that a reader would name are given."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Reason
from index.quotes.marks import quoted
from index.related.copies import are_copies, fold_copies
from index.related.numbers import dates, numbers
from index.related.reasons import MOST, MOST_TERMS, reasons
from index.related.runs import words
from index.related.sides import Side, Weights
from index.related.terms import WORD, fold, term_of

TRUMP = (
    "On Sunday morning, US President Donald Trump announced that American aircraft had carried out a “highly "
    "successful” attack on three sites: Fordow, Natanz, and Isfahan."
)
POST = (
    "Trump hailed Sunday's strikes as a decisive success. \"We have completed our very successful attack on "
    "the three nuclear sites in Iran, including Fordow, Natanz, and Isfahan … All planes are safely on their "
    'way home," Trump posted on 22 June.'
)
DIGEST = (
    "Donald Trump said on June 22 that 3 sites had been attacked, a “highly successful” blow. The planes, he "
    "wrote, were 'safely on their way home'. Seventy-two per cent were struck."
)
NAMES = re.compile("Donald Trump|Trump|Fordow|Natanz|Isfahan|Iran|Putin|Moscow")
WEIGHTS = Weights(lambda term: 9.0 - len(term) % 3, 7.0)


@dataclass(frozen=True)
class Named:
    start: int
    end: int
    entity: str


def side(text: str, start: int = 0) -> Side:
    """A passage that begins somewhere in its document, with the names in it."""
    found = NAMES.finditer(text)
    return Side(
        text, start, [Named(m.start() + start, m.end() + start, m.group().split()[-1]) for m in found]
    )


def assert_statement(one: Reason, here: Side, there: Side) -> None:
    """The telling words of both sides are the same, and stand in one sentence of each."""
    found = []
    for whole, spans in ((here, one.here), (there, one.there)):
        places = [(start - whole.start, end - whole.start) for start, end in spans]
        within = [word for word in words(whole.text) if any(a <= word.start < b for a, b in places)]
        assert len({word.sentence for word in within}) == 1
        found.append({word.term for word in within if word.term})
    assert len(found[0] & found[1]) >= 2


def said(here: str, there: str) -> dict[str, list[str]]:
    by_kind: dict[str, list[str]] = {}
    for one in reasons(side(here), side(there), WEIGHTS):
        by_kind.setdefault(one.kind, []).append(one.text)
    return by_kind


def folded(text: str) -> list[str]:
    return [fold(word) for word in WORD.findall(text)]


def assert_true(one: Reason, here: Side, there: Side) -> None:
    """What a reader would check."""
    mine = [here.text[start - here.start : end - here.start] for start, end in one.here]
    theirs = [there.text[start - there.start : end - there.start] for start, end in one.there]
    assert mine and theirs and all(mine) and all(theirs)
    assert all(here.start <= start < end <= here.start + len(here.text) for start, end in one.here)
    assert all(there.start <= start < end <= there.start + len(there.text) for start, end in one.there)
    parts = mine if one.is_statement else mine[:1]
    assert one.text == " … ".join(" ".join(part.split()) for part in parts)
    if one.is_statement:
        assert_statement(one, here, there)
    elif one.kind == "wording" or (one.kind == "quote" and one.how not in ("altered", "alike")):
        assert [fold(word) for word in WORD.findall(mine[0])] == [
            fold(word) for word in WORD.findall(theirs[0])
        ]
    if one.kind == "quote":
        for whole, spans in ((here, one.here), (there, one.there)):
            start, end = (offset - whole.start for offset in spans[0])
            if one.how == "alike":  # words beside a fragment belong to it
                assert any(first < end and start < last for first, last in quoted(whole.text))
            else:
                assert any(first <= start and end <= last for first, last in quoted(whole.text))
    if one.kind == "term":
        assert len({tuple(map(term_of, WORD.findall(text))) for text in mine + theirs}) == 1
    if one.kind == "entity":
        entities = [
            {mention.entity for mention in whole.mentions if (mention.start, mention.end) in spans}
            for whole, spans in ((here, one.here), (there, one.there))
        ]
        assert entities[0] == entities[1] and len(entities[0]) == 1
    if one.kind == "number":
        assert len({(numbers(text)[0].value, numbers(text)[0].unit) for text in mine + theirs}) == 1
    if one.kind == "date":
        assert len({dates(text)[0].day for text in mine + theirs}) == 1


_PIECES = """
Trump  Donald Trump  said  “highly successful”  "highly successful"  attack  attacks  on three sites  3 sites
22 June  June 22, 2025  of  ‘way home’  their way home  safely  Fordow, Natanz.  strike  struck  72%
seventy-two per cent  1,500  1500 planes  “  ”  "  '  ‘  ’s  it's  …  Putin  Moscow  Iran  treaty  clause
mutual defence  4.5 million
"""
PIECES = ["\n", *re.split(r"  |\n", _PIECES.strip())]
written = st.lists(st.sampled_from(PIECES), max_size=25).map(
    lambda words: " ".join(words).replace("\u00a0", " ")
)


@settings(max_examples=80)
@given(written, written, st.integers(0, 9), st.integers(0, 9))
def test_every_reason_is_true_in_both_texts(here: str, there: str, first: int, second: int) -> None:
    one, other = side(here, first), side(there, second)
    found = reasons(one, other, WEIGHTS)
    for reason in found:
        assert_true(reason, one, other)
    assert len(found) <= MOST
    assert Counter(reason.kind for reason in found)["term"] <= MOST_TERMS
    assert len(set(found)) == len(found)


@settings(max_examples=50)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_borne(here: str, there: str) -> None:
    one, other = Side(here + there), Side(there + here)
    for reason in reasons(one, other, WEIGHTS):
        assert_true(reason, one, other)


def test_the_two_reports_of_the_statement() -> None:
    found = said(TRUMP, POST)
    assert found["number"] == ["three sites"]
    assert set(found["entity"]) == {"Donald Trump", "Fordow", "Natanz", "Isfahan"}
    assert found["wording"] == ["successful … attack … three sites … Fordow … Natanz … Isfahan"]


def test_quotations_whatever_their_marks() -> None:
    assert said(TRUMP, DIGEST)["quote"] == ["highly successful"]
    found = said(POST, DIGEST)
    assert found["quote"] == ["safely on their way home"]
    assert found["date"] == ["22 June"]
    assert found["number"] == ["three nuclear sites"]


def test_the_strongest_kinds_come_first() -> None:
    kinds = [one.kind for one in reasons(side(POST), side(DIGEST), WEIGHTS)]
    assert kinds[0] == "quote"
    assert kinds[1:4] == ["wording", "number", "date"]
    assert kinds[4:] == sorted(kinds[4:], key=["entity", "term"].index)


def test_the_same_statement_in_other_words() -> None:
    """Who did what to how many, in another order and other forms, with no run of words in common."""
    found = said(
        "Three sites were bombed from the air, Putin said.",
        "He spoke in Moscow. In all, bombs from American planes hit 3 sites by air.",
    )
    assert found["wording"] == ["Three sites … bombed … air"]
    apart = said(
        "Three sites were bombed. It came from the air.", "Bombs hit 3 sites. By air came the treaty clause."
    )
    assert "wording" not in apart


def test_a_name_needs_more_beside_it_than_a_number_does() -> None:
    assert "wording" not in said("Putin bombed a dam.", "The dam that Putin has bombed held.")
    found = said(
        "Putin bombed a dam in the valley at dawn.",
        "At dawn the dam of the valley, which Putin bombed, held.",
    )
    assert found["wording"] == ["Putin bombed … dam … valley … dawn"]


def test_a_name_that_is_in_every_fourth_passage_is_no_reason() -> None:
    weights = Weights(lambda term: 1.0 if term == "iran" else 8.0, 7.0)
    one, other = side("Iran and Putin struck a dam"), side("a treaty of Putin with Iran")
    assert [reason.text for reason in reasons(one, other, weights)] == ["Putin"]


@pytest.mark.parametrize(
    ("here", "there", "how", "marked"),
    [
        ("He said “we shall not yield an inch of the vale”.", "“We shall not yield an inch of the vale”",
         "verbatim", ("we shall not yield an inch of the vale", "We shall not yield an inch of the vale")),
        ("He said “we shall not yield an inch of the valley”.", "To “yield an inch of the valley” is bad.",
         "trimmed", ("yield an inch of the valley", "yield an inch of the valley")),
        ("He would not “yield an inch of the valley”.", "“We shall not yield an inch of the valley, ever”",
         "longer", ("yield an inch of the valley", "yield an inch of the valley")),
        ("“We shall never yield an inch of the vale to them”",
         "“We shall never yield a foot of the vale to them”", "altered",
         ("We shall never yield an inch of the vale to them",
          "We shall never yield a foot of the vale to them")),
    ],
)  # fmt: skip
def test_how_the_other_has_a_quotation(here: str, there: str, how: str, marked: tuple[str, str]) -> None:
    one, other = Side(here), Side(there)
    first = reasons(one, other, WEIGHTS)[0]
    assert (first.kind, first.how) == ("quote", how)
    assert (here[slice(*first.here[0])], there[slice(*first.there[0])]) == marked


def test_a_run_of_words_in_any_case() -> None:
    found = said(
        "The ministry denied any part in the mutual defence pact.", "HE DENIED ANY PART IN THE MUTUAL DEFENCE"
    )
    assert found == {"wording": ["denied any part in the mutual defence"]}


def test_names_alone_are_no_wording_and_common_words_no_reason() -> None:
    assert "wording" not in said(
        "President Donald Trump of Iran said", "then President Donald Trump of Iran came"
    )
    assert (
        said("The minister made a statement on Monday.", "A statement of the minister came on Monday.") == {}
    )


def test_a_weak_link_alone_is_no_reason() -> None:
    weights = Weights(lambda term: 1.0, 7.0)
    assert reasons(side("Iran spoke"), side("Iran listened"), weights) == ()


def test_a_long_run_of_common_words_is_a_wording() -> None:
    """The very words of another outlet are the first thing to say of them, however plain they are."""
    plain = (
        "He is reported to have denied that they were involved and to have pressed for the talks to go on."
    )
    assert said(plain, f"In London, {plain}")["wording"] == [
        "reported to have denied that they were involved and to have pressed for the talks to go"
    ]


def test_a_short_run_gives_its_phrases() -> None:
    assert said("It will give no military help to Iran.", "It shall give no military help")["term"] == [
        "military help"
    ]
    assert said("The strategic treaty with Iran held.", "A strategic treaty with Iran")["term"] == [
        "strategic treaty"
    ]


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("He paid $2.5 million for the harbour crane.", "He paid €2.5 million for the harbour crane.",
         ["harbour crane"]),
        ("It bore one hundred and five crates of grain to them.", "It bore five crates of grain to them.",
         ["bore", "crates", "grain"]),
        ("The quake shook the old valley for 20 seconds.", "The quake shook the old valley for 20 minutes.",
         ["quake shook the old valley"]),
        ("On 3 March 2024 the dam burst.", "On 3 March 2025 the dam burst.", ["dam burst"]),
        ("Prices rose by 3.5% there.", "Prices rose by 3.5 points there.", ["Prices rose"]),
        ("The boy drowned 12 years ago.", "The boy drowned 12 years later.", ["boy drowned"]),
    ],
)  # fmt: skip
def test_what_is_in_common_ends_at_another_number_or_day(here: str, there: str, told: list[str]) -> None:
    assert list(chain.from_iterable(said(here, there).values())) == told


def test_words_that_hold_a_sentence_together_are_told_only_where_nothing_else_is() -> None:
    here, there = "It does not decide between them.", "Between the two it lies elsewhere."
    assert said(here, there) == {"term": ["between"]}
    assert said(f"{here} The dam burst.", f"{there} A dam") == {"term": ["dam"]}


def test_parts_of_different_names_are_told_only_where_nothing_else_is() -> None:
    def named(text: str, *names: tuple[str, str]) -> Side:
        found = [(text.index(name), name, entity) for name, entity in names]
        return Side(text, 0, [Named(at, at + len(name), entity) for at, name, entity in found])

    nations = named("The United Nations saw a flood.", ("United Nations", "un"))
    states = named("The United States heard of a treaty.", ("United States", "us"))
    assert [one.text for one in reasons(nations, states, WEIGHTS)] == ["United"]
    flooded = named("The United States saw the flood.", ("United States", "us"))
    assert [one.text for one in reasons(nations, flooded, WEIGHTS)] == ["flood"]
    plain = named("They came united to the treaty.")
    assert [one.text for one in reasons(nations, plain, WEIGHTS)] == ["United"]
    one, other = named("Tehran denied it.", ("Tehran", "iran")), named("in Tehran", ("Tehran", "tehran"))
    assert [one.text for one in reasons(one, other, WEIGHTS)] == ["Tehran"]


def test_a_quotation_is_shown_to_its_end() -> None:
    found = reasons(Side("The way, “blown up” twice, is long"), Side("It was “blown up”, he said"), WEIGHTS)
    assert [(one.kind, one.text) for one in found] == [("quote", "blown up")]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. forces of Gen. Ada Brandt struck the mountain depot in the valley at dawn",
        "The forces that struck the lonely mountain depot at dawn were told\nAda Brandt led the convoy",
    ],
)
def test_a_sentence_does_not_end_at_an_abbreviation_or_where_a_line_was_full(text: str) -> None:
    assert {word.sentence for word in words(text)} == {0}
    assert said(text, f"He wrote: {text}.")["wording"] == [" ".join(text.removeprefix("The ").split())]


def test_a_sentence_ends_where_it_does() -> None:
    text = "Headline of it\nHe came. “Yes,” said Ada. Then?! She went (home). Now"
    assert [word.sentence for word in words(text)] == [0, 0, 0, 1, 1, 2, 2, 2, 3, 4, 4, 4, 5]
    german = "Am 9. November ging er, im 2. Weltkrieg nicht. Es waren 21. November kam"
    assert [word.sentence for word in words(german)] == [0] * 9 + [1] * 3 + [2] * 2


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 22 June and June 23, 2025", [(6, 22), (6, 23)]),
        ("on 22\nJune and June 23,\n2025", [(6, 22), (6, 23)]),
        ("2025-06-22, the 3rd of May 2020, Sept. 11", [(6, 22), (5, 3), (9, 11)]),
        ("Sunday; in May; May 2025; 41 June; march 10 miles; June 22.5", []),
    ],
)
def test_calendar_days(text: str, days: list[tuple[int, int]]) -> None:
    assert [one.day for one in dates(text)] == days


def test_days_of_different_years_are_different() -> None:
    assert "date" not in said("Putin on 22 June 2024", "Putin on 22 June 2025")
    assert said("Putin on 22 June 2024", "Putin on June 22")["date"] == ["22 June 2024"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("three sites, 3 sites", [(3, ""), (3, "")]),
        ("twenty-one men and $1.5 million", [(21, ""), (1_500_000, "$")]),
        ("40% or forty per cent", [(40, "%"), (40, "%")]),
        ("two hundred and fifty men, twelve\nthousand five hundred", [(250, ""), (12_500, "")]),
        ("one million, a hundred, two dozen, 5 crore", [(10**6, ""), (100, ""), (24, ""), (5 * 10**7, "")]),
        ("£5m of it, $3bn, one per cent", [(5_000_000, "£"), (3 * 10**9, "$"), (1, "%")]),
        ("half a million, two-thirds, three and a half, nineteen eighty-four, 5m, one man, thousands", []),
        ("1,234,567 at 7 p.m. on 22 June, one day, 3-2, v1.2.3, 10:30", [(1234567, "")]),
    ],
)
def test_numbers_with_their_units(text: str, values: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in numbers(text)] == values


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("Three sites were hit", "the 3 sites", ["Three sites"]),
        ("two hundred and fifty people fled", "fifty people fled", []),
        ("two dozen sites", "two sites", []),
        ("three to five sites", "three sites", []),
        ("two-day talks", "talks of 2 days", ["two-day"]),
        ("one million people", "1m people or 1,000,000 people", ["one million people"]),
        ("they counted three\nsites", "three sites", ["three sites"]),
    ],
)
def test_numbers_are_the_same_where_they_count_as_many(here: str, there: str, same: list[str]) -> None:
    assert said(here, there).get("number", []) == same


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('he said “a ‘b’ c” and "d"', ["a ‘b’ c", "d"]),
        ("Iran’s ‘way home’ isn't 'the Russians' way'", ["way home", "the Russians' way"]),
        ("«eins» „zwei“ 「三」 ``four''", ["eins", "zwei", "三", "four"]),
        ("“not closed. It goes on", ["not closed. It goes on"]),
        ("5'10\" tall, the Russians’ plan", []),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    found = [text[start:end] for start, end in quoted(text)]
    assert found[: len(inside)] == inside if inside else found in ([], [" tall, the Russians’ plan"])


LAMMY = (
    "The Iranian minister also spoke by telephone with David Lammy, the British foreign secretary. Lammy is "
    "reported to have denied that the UK was involved and to have pressed for diplomacy to go on."
)


def test_copies_are_folded_under_the_best() -> None:
    copy = LAMMY.replace("The Iranian minister", "Iran’s foreign minister").upper()
    texts = [TRUMP, LAMMY, POST, copy, LAMMY + " He did.", "Lammy spoke by telephone."]
    assert fold_copies(texts) == [(0, ()), (1, (3, 4)), (2, ()), (5, ())]
    assert fold_copies([]) == []
    assert not are_copies("", "")
    assert not are_copies("He did.", LAMMY + " He did.")


@given(
    st.lists(
        st.sampled_from(["a b c d", "a b c e", "x y", "", "a b c d e f g h", "a b c d e f g"]), max_size=8
    )
)
def test_folding_keeps_every_text_once(texts: list[str]) -> None:
    folded = fold_copies(texts)
    assert sorted(number for best, copies in folded for number in (best, *copies)) == list(range(len(texts)))
    assert all(are_copies(texts[best], texts[copy]) for best, copies in folded for copy in copies)


@dataclass(frozen=True)
class Dated:
    start: int
    end: int
    date: str | None
    last: str | None
    granularity: str = "day"


def test_days_are_the_same_that_are_told_in_other_words() -> None:
    """Tuesday's strike is not Thursday's, and "Sunday" is 22 June where both mean that day."""
    sunday, june = "Jets struck Fordow on Sunday.", "On 22 June the depot burned."
    at, by = sunday.index("Sunday"), june.index("22 June")

    def common(first: str | None, second: str | None) -> list[str]:
        here = Side(sunday, dates=[Dated(at, at + 6, first, first)])
        there = Side(june, dates=[Dated(by, by + 7, second, second)])
        return [one.text for one in reasons(here, there, WEIGHTS) if one.kind == "date"]

    assert common("2025-06-22", "2025-06-22") == ["Sunday"]
    assert common("2025-06-15", "2025-06-22") == []
    assert common(None, "2025-06-22") == common("2025-06-22", None) == []


def test_the_same_weekday_of_other_weeks_is_no_common_day() -> None:
    text = "Jets struck Fordow on Sunday."
    at = text.index("Sunday")
    week = [Side(text, dates=[Dated(at, at + 6, day, day)]) for day in ("2025-06-15", "2025-06-22")]
    assert all(one.kind != "date" for one in reasons(*week, WEIGHTS))
