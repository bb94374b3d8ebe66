"""What a model takes for names is heard beside the rules, and decides nothing by itself."""

from hypothesis import given
from hypothesis import strategies as st

from index.entities import TYPES, RawMention, Vote, recognise

STORY = (
    "The board met in Lisbon on Monday. It was about Corven Drent. "
    "Nothing at all is known of Corven Drent so far.\n\n"
    "Interest in Quillan has grown since Quillan opened its doors."
)


def votes(text: str, *said: tuple[str, str]) -> tuple[Vote, ...]:
    """A vote for every place where each of some names stands."""
    found = []
    for name, type in said:
        assert type in TYPES
        start = text.find(name)
        while start >= 0:
            found.append(Vote(start, start + len(name), type))
            start = text.find(name, start + 1)
    return tuple(found)


def types(text: str, given: tuple[Vote, ...] = (), name: str = "") -> set[str]:
    return {one.type for one in recognise("", text, language="en", votes=given) if one.text == name}


def test_votes_settle_what_the_rules_only_guess() -> None:
    for kind in ("person", "organisation", "place", "work"):
        assert types(STORY, votes(STORY, ("Quillan", kind)), "Quillan") == {kind}


def test_votes_do_not_outvote_what_everybody_knows() -> None:
    text = "The French delegation left Paris. France has said nothing since."
    given = votes(text, ("Paris", "person"), ("France", "organisation"), ("French", "person"))
    assert types(text, given, "Paris") == types(text, given, "France") == {"place"}
    assert types(text, given, "French") == {"group"}


def test_a_title_before_a_name_says_more_than_a_model() -> None:
    text = "President Corvalho spoke first. Corvalho then left, and Corvalho's party with him."
    assert types(text, votes(text, ("Corvalho", "place")), "Corvalho") == {"person"}


def test_a_family_name_alone_stays_with_the_person_whom_the_model_knows_in_full() -> None:
    text = "Sarah Pallant runs the town. Critics say Pallant has been late. Pallant denies it."
    given = (*votes(text, ("Sarah Pallant", "person")), *votes(text[30:], ("Pallant", "place")))
    named = recognise("", text, votes=given)
    assert {one.name for one in named if "Pallant" in one.text} == {"Sarah Pallant"}


def test_a_model_brings_in_a_name_that_the_rules_passed_over() -> None:
    text = "Chill winds blew, and they talked of Zalandra. Then Storm came."
    without = {one.text for one in recognise("", text, language="en")}
    given = votes(text, ("Storm", "person"), ("Zalandra", "place"))
    named = {one.text for one in recognise("", text, language="en", votes=given)}
    assert without < named


def test_what_a_model_takes_for_a_name_without_a_capital_or_as_a_bare_title_is_none() -> None:
    text = "The Prime Minister of the country met the Director at noon GMT. He said so."
    given = votes(
        text,
        ("Prime Minister", "person"),
        ("Director", "person"),
        ("country", "place"),
        ("GMT", "organisation"),
    )
    assert not recognise("", text, language="en", votes=given)


def test_silence_makes_a_lone_capital_doubtful() -> None:
    text = "Order was restored in Lisbon. They asked for Religion, and Brimstonia was sold to Anna Keller."
    given = votes(text, ("Lisbon", "place"), ("Anna Keller", "person"))
    named = {one.text for one in recognise("", text, language="en", votes=given)}
    assert {"Lisbon", "Anna Keller"} <= named <= {one.text for one in recognise("", text, language="en")}


@given(
    st.text("AbcD e.\n“”'’()-", max_size=120) | st.just(STORY),
    st.lists(
        st.tuples(
            st.integers(0, 130),
            st.integers(1, 40),
            st.sampled_from(TYPES),
            st.sampled_from(["title", "text"]),
        ),
        max_size=12,
    ),
)
def test_votes_of_any_kind_leave_mentions_apart_in_order_and_as_they_stand(
    text: str, drawn: list[tuple[int, int, str, str]]
) -> None:
    given = tuple(Vote(start, start + size, type, field) for start, size, type, field in drawn)
    fields = {"title": "A Headline Of Note", "text": text}
    found = recognise(fields["title"], text, votes=given)
    last: RawMention | None = None
    for one in found:
        assert one.text == fields[one.field][one.start : one.end] and one.text
        if last is not None and last.field == one.field:
            assert one.start >= last.end
        last = one


def test_what_the_rules_see_needs_no_vote() -> None:
    text = "They wrote to the Commission in May. Nothing is known of Corven Drent."
    assert types(text, votes(text, ("Corven Drent", "person")), "Commission") == {"organisation"}
