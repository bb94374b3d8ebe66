"""Days, names and numbers speak for the same event, or for another of its kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import DateMeant, Mention
from index.related.evidence import EVIDENCE, Told, evidence, told
from index.related.sides import Side


def day(start: int, date: str, granularity: str = "day", last: str | None = None) -> DateMeant:
    return DateMeant(start, start + 7, "Tuesday", date, last or date, granularity)  # type: ignore[arg-type]


def named(start: int, entity: str) -> Mention:
    return Mention(start=start, end=start + 4, text="Name", type="place", entity=entity)


def figures(here: Side, there: Side) -> dict[str, float]:
    return dict(zip(EVIDENCE, evidence(told(here), told(there)), strict=True))


STRIKE = Side("Drones hit the depot on Tuesday; 4 workers were hurt.", 100, published="2025-03-11")


def test_the_days_that_are_meant_decide_and_not_their_words() -> None:
    tuesday = Side(STRIKE.text, 100, dates=[day(124, "2025-03-11")], published="2025-03-12")
    other = Side(STRIKE.text, 0, dates=[day(24, "2025-03-18")], published="2025-03-18")
    assert figures(tuesday, tuesday)["same day"] == 1
    assert figures(tuesday, other)["same day"] == 0
    near = Side(STRIKE.text, 0, dates=[day(24, "2025-03-12")])
    assert 0 < figures(tuesday, near)["days apart"] < figures(tuesday, other)["days apart"] < 1


def test_a_passage_that_names_no_day_is_of_the_day_that_its_document_names_first() -> None:
    text = "Four workers were hurt."
    later = Side(text, 500, dates=[day(10, "2025-03-11"), day(700, "2025-03-14")], published="2025-03-20")
    undated = Side(text, 500, dates=[], published="2025-03-11")
    unknown = Side(text, 500, dates=[])
    assert figures(later, undated)["same day"] == 1
    assert figures(later, unknown)["same day"] == figures(later, unknown)["days apart"] == 0


@pytest.mark.parametrize(
    ("date", "granularity", "last"),
    [("2025-01-01", "year", "2025-12-31"), ("2025-03-01", "range", "2025-04-30")],
)
def test_long_times_are_no_days(date: str, granularity: str, last: str) -> None:
    vague = Side("In Tuesday", 0, dates=[day(3, date, granularity, last)])
    assert told(vague).days == ()


def test_names_that_the_document_at_hand_does_not_know_speak_against_it() -> None:
    here = Side("Name was hit", 0, [named(0, "brezna"), named(90, "tarnov")])
    same = Side("It was hit", 0, [named(50, "brezna")])
    other = Side("Name was hit", 0, [named(0, "olchava")])
    nameless = Side("It was hit", 0)
    assert figures(here, same)["unknown names"] == 0
    assert figures(here, other)["unknown names"] > 0
    assert figures(nameless, other)["unknown names"] == 0


def test_numbers_speak_for_it_and_against_it() -> None:
    here, same = Side("Four workers were hurt."), Side("The number of workers hurt is 4 workers.")
    other = Side("11 workers were hurt.")
    assert figures(here, same)["same number"] == 1
    assert figures(here, same)["other number"] == 0
    assert figures(here, other)["same number"] == 0
    assert figures(here, other)["other number"] == 1


days = st.tuples(st.integers(1, 10_000), st.integers(0, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))
entities = st.frozensets(st.sampled_from("abcdef"), max_size=4)
tellings = st.builds(
    Told,
    st.lists(days, max_size=3).map(tuple),
    entities,
    entities,
    st.frozensets(st.tuples(st.floats(0, 100), st.sampled_from(["", "%"])), max_size=3),
    st.dictionaries(st.sampled_from(["men", "women"]), st.sets(st.floats(0, 9), min_size=1), max_size=2),
)


@given(here=tellings, there=tellings)
def test_figures_are_between_nothing_and_one_and_what_goes_both_ways_does(here: Told, there: Told) -> None:
    one, back = (dict(zip(EVIDENCE, evidence(*pair), strict=True)) for pair in ((here, there), (there, here)))
    assert all(0 <= figure <= 1 for figure in one.values())
    assert [one[name] for name in ("same day", "days apart", "same number", "other number")] == [
        back[name] for name in ("same day", "days apart", "same number", "other number")
    ]
