"""`cuttings trace`: who carries a quotation, the earliest first, and what each changed."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

FIRST = """What Castell said

Morning Mail
2 May 2025

President Ruben Castell spoke at noon.

“The harbour is closed until the wreck has been raised,” Castell said. It was "safe" in May.
"""
EARLIER = """No entry

Daily Wire
1 May 2025

“The port is closed until the wreck has been raised,” a spokesman said.
"""
PLAIN = "A good harvest\n\nThe apples were early this year. Nobody expected it.\n"


@pytest.fixture
def texts() -> Mapping[str, str]:
    return {"first": FIRST, "earlier": EARLIER, "plain": PLAIN}


def test_the_quotations_of_an_article_with_how_many_have_them(cli: Cli, articles: Path) -> None:
    listed = cli("trace", articles / "first.txt", articles)
    assert listed.exit_code == 0
    assert "0  “The harbour is closed until the wreck has been raised,”" in listed.stdout
    assert "Ruben Castell · in 1 other source" in listed.stdout
    assert "nobody is named · nowhere else" in listed.stdout
    shape = json.loads(cli("trace", "first.txt", "--json").stdout)
    assert [(one["number"], one["kind"], one["sources"]) for one in shape["quotations"]] == [
        (0, "statement", 2),
        (1, "term", 1),
    ]


def test_one_quotation_in_all_that_carry_it(cli: Cli, articles: Path) -> None:
    told = cli("trace", articles / "first.txt", articles, "--quote", "0").stdout
    assert "2 sources, the earliest first" in told
    assert told.index("No entry") < told.index("What Castell said")
    assert "a spokesman · altered" in told
    assert "The [-harbour-] {+port+} is closed" in told
    shape = json.loads(cli("trace", "first.txt", "--quote", "0", "--json").stdout)
    assert list(shape) == ["quotation", "documents", "sources", "unseen", "carriers"]
    assert shape["quotation"]["speaker"] == "Ruben Castell"
    assert [one["own"] for one in shape["carriers"]] == [False, True]
    assert shape["carriers"][0]["difference"][1] == {"kind": "changed", "here": "harbour", "there": "port"}


def test_copies_that_have_it_are_told(cli: Cli, articles: Path) -> None:
    body = " ".join(
        f"The {number} ships of the harbour were counted again on that day." for number in range(30)
    )
    for name in ("one", "two", "three"):
        text = f"The count\n\n{body}\n\n“Nobody has ever counted these ships before,” said Ada Brandt.\n"
        (articles / f"{name}.txt").write_text(text, "utf-8")
    assert "Ada Brandt · in 2 copies" in cli("trace", articles / "one.txt", articles).stdout


def test_what_was_not_looked_at_is_said(cli: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.tracing.candidates.MOST", 0)
    told = cli("trace", articles / "first.txt", articles, "--quote", "0").stdout
    assert "1 source, the earliest first" in told
    assert "1 more with words of it, not looked at" in told


def test_words_of_ones_own(cli: Cli, articles: Path) -> None:
    words = "closed until the wreck has been raised"
    shape = json.loads(cli("trace", "--text", words, articles, "--json").stdout)
    assert shape["quotation"]["document"] is None and shape["sources"] == 2
    nothing = cli("trace", "--text", "not a word of this was said")
    assert nothing.exit_code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("trace",), "FILE is missing"),
        (("trace", "first.txt", "--quote", "7"), "there is no quotation 7 in first.txt: it has 2 quotations"),
        (("trace", "--text", " "), "--text has no word in it"),
        (("trace", "--text", "a", "--quote", "1"), "trace wants either FILE --quote N or --text TEXT"),
    ],
)
def test_wrong_usage(cli: Cli, articles: Path, words: tuple[str, ...], said: str) -> None:
    cli("index", articles)
    failed = cli(*words)
    assert failed.exit_code == 2 and said in " ".join(failed.stderr.split())


def test_an_article_without_quotations(cli: Cli, articles: Path) -> None:
    assert cli("trace", articles / "plain.txt", articles).exit_code == 1
