"""Why a query finds nothing, and what near it finds something."""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import Cancelled
from index.fulltext.engine import Engine
from index.model import Explanation, SuggestionKind
from index.suggesting import explain, mending

Explained = Callable[[str], Explanation]


def suggested(found: Explanation) -> list[tuple[str, SuggestionKind, int]]:
    return [(one.query, one.kind, one.documents) for one in found.suggestions]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Araqhchi Fordow", ("Araghchi Fordow", "spelling", 1)),
        ("Araqchi", ("Araghchi", "spelling", 2)),
        ("qadhafi nuclear", ("Qaddafi nuclear", "spelling", 1)),
        ("Kyiv", ("Kiev", "spelling", 1)),
        ("Киев", ("Kiev", "spelling", 1)),
        ("fordwo natanzz", None),
        ("-market ceasfire", ("-market ceasefire", "spelling", 1)),
        ("(fordwo OR natanzz) site", ("(Fordow OR natanzz) site", "spelling", 1)),
        ("title:(gaza OR araqchi)", ("title:(gaza OR Araghchi)", "spelling", 1)),
        ("title:araqchi", ("title:Araghchi", "spelling", 1)),
        ("nuclearplant", ('"nuclear plant"', "spelling", 1)),
        ('"nuclaer deal"', ('"nuclear deal"', "spelling", 1)),
        ('"nuclear programme deal"', None),
        ('"deal nuclear"', ('"deal nuclear"~5', "nearness", 2)),
        ('"strikes Natanz"', ('"strikes Natanz"~5', "nearness", 1)),
        ("=NUCLEAR", ("NUCLEAR", "form", 3)),
        ("ceasefir", ("ceasefire", "spelling", 1)),
        ("progra", ("progra*", "form", 1)),
        ("nucleari*", ("nuclear*", "spelling", 3)),
        ("same:sentence(friday deal)", ("same:paragraph(friday deal)", "nearness", 1)),
        ("same:paragraph(araqchi night)", ("same:paragraph(Araghchi night)", "spelling", 1)),
        ("same:paragraph(muammar desert)", ("(muammar desert)", "nearness", 1)),
        ("title:friday", ("friday", "field", 1)),
        ("source:cradel", ('source:"The Cradle"', "outlet", 2)),
        ("person:araqchi", ('person:"Abbas Araghchi"', "name", 2)),
        ("place:hezbollah", ("org:Hezbollah", "name", 1)),
        ("fordow tag:verifyy", ("fordow tag:verify", "name", 1)),
        ("natanz after:2025-07", ("natanz after:2025-06-23", "date", 1)),
        ("natanz before:2025", ("natanz before:2025-06-24", "date", 1)),
        ("natanz on:2025-06-22", ("natanz on:2025-06-23", "date", 1)),
        ("gaddafi after:2025", ("gaddafi (after:2025 OR undated:yes)", "undated", 1)),
        ("fordow market", ("fordow", "without", 1)),
        ("fordow -site", ("fordow", "without", 1)),
        ("fordow /[A-Z]eneva/", ("fordow", "without", 1)),
        ("/GENEVA/", ("/(?i)GENEVA/", "form", 1)),
    ],
)
def test_the_likeliest_suggestion(
    query: str, first: tuple[str, SuggestionKind, int] | None, explained: Explained
) -> None:
    found = suggested(explained(query))
    assert (found[0] if found else None) == first or (first is None and found)


def test_what_no_document_has_is_named(explained: Explained) -> None:
    found = explained("Araqhchi Fordow (xx OR yy)")
    assert found.absent == ("Araqhchi", "(xx OR yy)") or found.absent == ("Araqhchi", "xx OR yy")
    assert found.conflict == ()
    assert [(one.text, one.documents) for one in found.clauses][:2] == [("Araqhchi", 0), ("Fordow", 1)]
    assert suggested(found)[0] == ("Araghchi Fordow", "spelling", 1)
    assert found.suggestions[0].changes[-1] == ("Araqhchi", "Araghchi")


def test_what_is_never_together_is_named(explained: Explained) -> None:
    found = explained("the fordow said gaddafi")
    assert found.absent == ()
    assert found.conflict == ("fordow", "gaddafi")
    assert [one.query for one in found.suggestions if one.kind == "without"] == ["the fordow said"]


def test_a_part_below_not_is_named_with_it(explained: Explained) -> None:
    found = explained("nuclear NOT (talks OR deal OR gaddafi)")
    assert found.conflict == ("nuclear", "NOT (talks OR deal OR gaddafi)")
    assert suggested(found) == [("nuclear", "without", 3)], "all but something is no suggestion"


def test_from_when_to_when_the_rest_is_found(explained: Explained) -> None:
    found = explained("araghchi after:2026 undated:no")
    assert (found.first, found.last) == ("2025-06-22", "2025-06-23")
    assert explained("araqchi").first is None


def test_an_or_says_which_word_is_nowhere(explained: Explained) -> None:
    found = explained("fordwo OR natanz")
    assert found.total == 1
    assert found.absent == ("fordwo",)
    assert suggested(found) == [("Fordow OR natanz", "spelling", 2)]


def test_two_words_are_mended_together(explained: Explained) -> None:
    found = explained("araqchi natnaz")
    assert ("Araghchi Natanz", "spelling", 1) in suggested(found)
    assert found.suggestions[0].changes == (("araqchi", "Araghchi"), ("natnaz", "Natanz"))


def changes_of(found: Explanation, query: str) -> tuple[tuple[str, str], ...]:
    return next(one.changes for one in found.suggestions if one.query == query)


def test_what_is_left_out_after_it_was_changed_is_left_out_as_it_was_asked_for(explained: Explained) -> None:
    found = explained("(Araqchi OR xyzzy) kyiv")
    assert changes_of(found, "Araghchi OR xyzzy") == (("Araqchi", "Araghchi"), ("kyiv", ""))
    assert changes_of(found, "Kiev") == (("kyiv", "Kiev"), ("Araqchi OR xyzzy", ""))


def test_what_was_loosened_and_then_left_out_word_by_word_is_left_out(explained: Explained) -> None:
    found = explained("(kyiv before:2025) xyzzy same:paragraph(muammar desert)")
    assert changes_of(found, "(Kiev)") == (
        ("xyzzy", ""), ("kyiv", "Kiev"), ("same:paragraph(muammar desert)", ""), ("before:2025", ""),
    )  # fmt: skip


def test_without_time_it_is_said_what_is_to_blame_and_nothing_suggested(engine: Engine, known: Any) -> None:
    found = explain(engine.snapshot, "Araqhchi Fordow", known, lambda: False, lambda keys: [], seconds=0)
    assert found.absent == ("Araqhchi",)
    assert found.suggestions == ()


def test_it_can_be_called_off(engine: Engine, known: Any) -> None:
    with pytest.raises(Cancelled):
        explain(engine.snapshot, "araqchi", known, lambda: True, lambda keys: [])


WORDS = [
    "araghchi", "Araqchi", "fordow", "fordwo", "natanz", "nuclaer", "nuclear", "deal", "gaddafi", "kyiv",
    "market", "xyzzy", "=Nuclear", "=KIEV", "nucl*", "nuclei*", "f?rdow", "natnaz~", '"nuclear deal"',
    '"deal nuclear"', '"nuclaer deal"', '"strikes night"~2', "title:araghchi", "title:friday", "US-Israeli",
    "source:bbc", "source:cradel", "person:araqchi", "person:gaddafi", "place:natanz", "after:2025-06-23",
    "before:2025", "same:sentence(friday deal)", "same:paragraph(muammar desert)",
    "on:2025-06-22", "undated:yes", "after:2030", "/[Ff]ordow/", "/NEVER/",
]  # fmt: skip


def joined(parts: Sequence[str], by: str, negated: bool, bracket: bool) -> str:
    text = by.join(parts)
    if negated:
        return f"NOT ({text})"
    return f"({text})" if bracket or by == " OR " else text


QUERIES = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: st.builds(
        joined,
        st.lists(inner, min_size=2, max_size=3),
        st.sampled_from([" ", " ", " AND ", " OR "]),
        st.sampled_from([False, False, False, True]),
        st.booleans(),
    ),
    max_leaves=5,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES)
def test_every_suggestion_finds_what_it_says(
    query: str, explained: Explained, counted: Callable[[str], int]
) -> None:
    """And what is to blame is to blame: absent parts are met nowhere, those in conflict never together."""
    count = counted
    found = explained(query)
    assert found.total == count(query)
    assert found.query == query
    is_plain = len({one.text for one in found.clauses}) == len(found.clauses)
    queries = [one.query for one in found.suggestions]
    assert len(set(queries)) == len(queries)
    assert query not in queries
    for one in found.suggestions:
        assert one.documents == count(one.query) > 0, (query, one)
        for old, new in one.changes if is_plain else ():
            assert old in query
            assert new.strip("()") in one.query
    if found.total:
        assert not found.conflict
        return
    assert bool(found.absent) != bool(found.conflict)
    for part in found.absent:
        assert count(part) == 0
    if found.conflict:
        assert count(" ".join(f"({part})" for part in found.conflict)) == 0
    if found.conflict and "/" not in query:  # what an expression finds is known only where all else is met
        for some in itertools.combinations(found.conflict, len(found.conflict) - 1):
            assert count(" ".join(f"({part})" for part in some)) > 0


@pytest.mark.parametrize(
    "query", [" ".join(f"qq{number}" for number in range(40)), "fordow market friday site"], ids=len
)
def test_nothing_is_tried_any_more_when_time_has_run_out(
    query: str, explained: Explained, engine: Engine, known: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody pastes a page into the search line: each word of it could be left out or written otherwise."""
    tried: list[str] = []
    without = mending.parts.without

    def noted(query: Any, part: Any) -> str | None:
        tried.append(query.text)
        return without(query, part)

    monkeypatch.setattr(mending.parts, "without", noted)
    assert explained(query).total == 0 and tried
    tried.clear()
    found = explain(engine.snapshot, query, known, lambda: False, lambda keys: [], seconds=-1.0)
    assert (found.total, found.suggestions, tried) == (0, (), [])
    assert found.absent or found.conflict, "why nothing is found is said all the same"
