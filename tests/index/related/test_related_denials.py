"""What a negation denies, and what it does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.listed import word_set
from index.model import Mention
from index.related.denials import denied
from index.related.pairs import Pair, Reading
from index.related.reasons import reasons
from index.related.runs import words
from index.related.sides import Side, Weights
from index.related.statements import contradictions

PIECES = [*sorted(word_set("not no never denied failed to yet that without but barge sank")), ",", "."]
WEIGHTS = Weights(lambda term: 7.0, 7.0)


def told(text: str) -> list[str]:
    """Each denied word with what denies it."""
    ends = {word.start: word.end for word in words(text)}
    return [text[one.place[0] : ends[at]] for at, one in sorted(denied(text, words(text)).items())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The barge did not sink.", ["not sink"]),
        ("It didn’t fire.", ["didn’t fire"]),
        ("No damage was done.", ["No damage"]),
        ("There was no sign of any damage.", ["no sign of any damage"]),
        ("Neither the harbour nor the town burned.", ["Neither the harbour", "nor the town"]),
        ("A man denies arson.", ["denies arson"]),
        ("He denied that the barge burned.", ["denied that the barge", "denied that the barge burned"]),
        ("He denied reports of a strike.", ["denied reports of a strike"]),
        ("Not a single plane landed.", ["Not a single plane"]),
        ("No one was killed.", ["No one was killed"]),
        ("They did not, however, strike.", ["not, however, strike"]),
        ("It did not fully burn.", ["not fully burn"]),
        ("He was unable to burn it.", ["unable to burn"]),
        ("He declined to sign.", ["declined to sign"]),
        ("They stopped short of burning it.", ["short of burning"]),
        ("They agreed not to burn it.", ["not to burn"]),
        ("They urged him not to burn it.", []),
        ("They would not confirm or deny the strike.", ["not confirm"]),
        ("The port did not open until noon.", []),
        ("The judge denied a motion.", []),
        ("They did not say it had burned.", []),
        ("There was no time to burn it.", []),
        ("There was no fire so large.", []),
        ("A no-fly zone was declared.", []),
        ("They failed to agree.", ["failed to agree"]),
        ("They have yet to agree.", ["yet to agree"]),
        ("Agencies acted without consulting anybody.", ["without consulting"]),
        ("He never said that the barge had burned.", []),
        ("It was not only the barge that burned.", []),
        ("Pier No. 3 burned.", []),
        ("Nothing in this order burned.", []),
        ("It was not yet known.", ["not yet known"]),
        ("No, the barge burned.", []),
        ("Whether or not the barge burned is open.", []),
        ("It was not there but burned elsewhere.", []),
        ("The ministry did not deny the strike.", ["not deny"]),
        ("They did not fail to agree.", ["not fail"]),
        ("She was denied bail.", []),
        ("They failed. Boats burned.", []),
        ("The prosecutors had not signed off on the clinic.", ["not signed"]),
    ],
)
def test_what_is_denied(text: str, found: list[str]) -> None:
    assert told(text) == found


@given(st.lists(st.sampled_from(PIECES)))
def test_what_denies_stands_before_it_in_its_sentence(pieces: list[str]) -> None:
    text = " ".join(pieces)
    sentences = {word.start: word.sentence for word in words(text)}
    for at, one in denied(text, words(text)).items():
        first, last = one.place
        assert first < last < at
        assert sentences[first] == sentences[at]


def side(text: str) -> Side:
    at = text.index("Brandt")
    return Side(text, 0, [Mention(at, at + 6, "text", "Brandt", "person", "brandt")])


SAYS = side("Brandt struck the wooden barge at the northern pier.")
DENIES = side("At the pier in the north, Brandt did not strike any wooden barge.")
SAYS_ALSO = side("The wooden barge at the pier had been struck by Brandt.")


def contradicted(here: Side, there: Side) -> list[tuple[str, str]]:
    found = contradictions(Pair(Reading(here), Reading(there), WEIGHTS))
    return [(here.text[slice(*mine)], there.text[slice(*yours)]) for mine, yours in found]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (
            "Brandt denied that barges had struck the old pier.",
            "Brandt denied striking the old pier with barges.",
        ),
        ("Brandt has no barges at the northern pier.", "At the northern pier Brandt does not own barges."),
        ("No barge of Brandt was harmed at the pier.", "Nobody harmed a barge of Brandt at the pier."),
        (
            "Brandt did not strike the pier, but struck a barge and a ferry.",
            "Brandt struck a barge and a ferry.",
        ),
        (
            "Brandt had no time to move the barges to the pier.",
            "In time Brandt moved the barges to the pier.",
        ),
    ],
)
def test_there_is_no_contradiction_where_both_deny_it_or_one_says_it_too(here: str, there: str) -> None:
    assert contradicted(side(here), side(there)) == contradicted(side(there), side(here)) == []


def test_what_is_denied_by_one_word_is_told_once() -> None:
    denies = side("Brandt denied that wooden barges had struck the pier.")
    told = "struck the wooden barge at the northern pier", "denied that wooden barges had struck the pier"
    assert contradicted(SAYS, denies) == [told]


def test_only_english_is_read_for_it() -> None:
    portuguese = replace(side("Brandt foi visto no barge, wooden pier, northern."), language="pt")
    assert not Reading(portuguese).denied
    assert Reading(replace(portuguese, language="en")).denied


def test_a_statement_is_not_shared_where_one_denies_it() -> None:
    assert contradicted(SAYS, DENIES) == [("struck", "not strike")]
    assert contradicted(DENIES, SAYS) == [("not strike", "struck")]
    assert not any(one.is_statement for one in reasons(SAYS, DENIES, WEIGHTS))


def test_a_statement_is_shared_where_both_say_it_or_both_deny_it() -> None:
    assert contradicted(SAYS, SAYS_ALSO) == contradicted(DENIES, DENIES) == []
    assert any(one.is_statement for one in reasons(SAYS, SAYS_ALSO, WEIGHTS))
