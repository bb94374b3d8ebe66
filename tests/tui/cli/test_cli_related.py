"""`cuttings related`: passages of other articles, with reasons that can be checked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from index.model import Reason
from tui.render.reasons import by_kind

Cli = Callable[..., Result]

FIRST = """Enrichment hall at Fordow struck

The Lantern
22 June 2025

American aircraft dropped fourteen penetrator bombs on the Fordow enrichment hall before dawn, officials said.

The price of bread rose in the northern valleys, bakers complained.

“We warned of this catastrophic miscalculation for months,” Abbas Araghchi told reporters in Istanbul.
"""

SECOND = """What is known of the raid

Quayside News
23 June 2025

Satellite pictures show craters above the Fordow enrichment hall, where American penetrator bombs fell.

Abbas Araghchi spoke of a “catastrophic miscalculation for months” in the making, on his way to Istanbul.
"""

COPY = SECOND.replace("Quayside News", "Harbour Gazette").replace("What is known", "All that is known")

OTHERS = {
    f"other{number}.txt": f"Of {what}\n\nThe {what} were many this year, and {where} sold most of them.\n"
    for number, (what, where) in enumerate(
        [("apples", "Kent"), ("ships", "Genoa"), ("books", "Bonn"), ("horses", "Kerry"), ("bells", "Ghent")]
    )
}


@pytest.fixture
def indexed(cli: Cli, tmp_path: Path) -> Path:
    folder = tmp_path / "raid"
    folder.mkdir()
    for name, text in {"first.txt": FIRST, "second.txt": SECOND, **OTHERS}.items():
        (folder / name).write_text(text, "utf-8")
    assert cli("index", folder).exit_code == 0
    return folder


def asked(cli: Cli, *words: object) -> dict[str, list[dict[str, object]]]:
    result = cli("related", *words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert list(found) == ["passage", "related"]
    return found


def text_of(cli: Cli, path: str) -> str:
    return json.loads(cli("show", path, "--json").stdout)["text"]


def flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def test_related_passages_for_people(cli: Cli, indexed: Path) -> None:
    result = cli("related", "first.txt", "--passage", 0)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "Enrichment hall at Fordow struck"
    assert lines[1] == f"22 Jun 2025 · The Lantern · {indexed}/first.txt"
    assert lines[2].startswith("    0  American aircraft dropped fourteen")
    assert lines[4:7] == ["1 related passage", "", "What is known of the raid"]
    assert lines[7] == f"23 Jun 2025 · Quayside News · {indexed}/second.txt"
    assert lines[8].startswith("    0  Satellite pictures")
    why = [line for line in lines[9:] if line.startswith("       who and where   ")]
    assert len(why) == 1 and "Fordow" in why[0]


@pytest.mark.parametrize("number", [0, 2])
def test_every_reason_stands_in_both_texts(cli: Cli, indexed: Path, number: int) -> None:
    found = asked(cli, "first.txt", "--passage", number)
    place = found["passage"]
    assert list(place) == ["document", "number", "start", "end"]
    assert place["number"] == number
    here = text_of(cli, place["document"]["path"])
    [one] = found["related"]
    assert list(one) == ["document", "passage", "start", "end", "text", "score", "reasons", "copies"]
    there = text_of(cli, one["document"]["path"])
    assert there[one["start"] : one["end"]] == one["text"]
    assert one["document"]["path"] == f"{indexed}/second.txt" and one["reasons"]
    for reason in one["reasons"]:
        assert list(reason) == ["kind", "text", "here", "there", "how", "day"]
        parts = [flat(part) for part in reason["text"].split(" … ")]
        assert parts == [flat(here[start:end]) for start, end in reason["here"]][: len(parts)]
        assert all(place["start"] <= start < end <= place["end"] for start, end in reason["here"])
        assert all(one["start"] <= start < end <= one["end"] for start, end in reason["there"])
        if reason["kind"] in ("quote", "wording") and len(reason["here"]) == len(reason["there"]) == 1:
            assert all(flat(there[start:end]) == flat(reason["text"]) for start, end in reason["there"])


def test_copies_are_folded(cli: Cli, indexed: Path) -> None:
    (indexed / "copy.txt").write_text(COPY, "utf-8")
    cli("index")
    [one] = asked(cli, "first.txt", "--passage", 0)["related"]
    [copy] = one["copies"]
    assert list(copy) == ["document", "passage", "start", "end", "text"]
    assert copy["text"] == text_of(cli, copy["document"]["path"])[copy["start"] : copy["end"]] == one["text"]
    lines = cli("related", "first.txt", "--passage", 0).stdout.splitlines()
    [also] = [line for line in lines if line.startswith("       also in         ")]
    assert also.endswith(copy["document"]["path"]) and copy["document"]["title"] in also


def test_a_text_of_ones_own(cli: Cli, indexed: Path) -> None:
    words = "Penetrator bombs on the enrichment hall of Fordow"
    found = asked(cli, "--text", words)
    assert found["passage"] is None
    paths = {one["document"]["path"] for one in found["related"]}
    assert paths == {f"{indexed}/first.txt", f"{indexed}/second.txt"}
    for one in found["related"]:
        for reason in one["reasons"]:
            parts = [flat(part) for part in reason["text"].split(" … ")]
            assert set(parts) <= {flat(words[start:end]) for start, end in reason["here"]}
    lines = cli("related", "--text", words, indexed).stdout.splitlines()
    assert lines[0] == f"       {words}"


def test_a_limit(cli: Cli, indexed: Path) -> None:
    words = "Penetrator bombs on the enrichment hall of Fordow"
    assert len(asked(cli, "--text", words, "--limit", 1)["related"]) == 1
    assert asked(cli, "--text", words, "--limit", 0)["related"] == []


def test_nothing_related_is_status_1(cli: Cli, indexed: Path, tmp_path: Path) -> None:
    result = cli("related", "first.txt", "--passage", 1)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "cuttings: nothing in 6 other articles is related to passage 1\n"
    result = cli("related", "first.txt", "--passage", 1, "--json")
    assert result.exit_code == 1 and json.loads(result.stdout)["related"] == []
    result = cli("related", "--text", "zeppelins over the moon", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (1, {"passage": None, "related": []})
    alone = cli("related", indexed / "first.txt", "--passage", 0, indexed / "first.txt")
    assert (alone.exit_code, alone.stderr) == (1, "cuttings: there is no other article in the library\n")
    (tmp_path / "empty").mkdir()
    result = cli("related", "--text", "fordow", tmp_path / "empty")
    assert (result.exit_code, result.stdout) == (1, "") and "no article in" in result.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ("first.txt", "--passage", "3"),
            "no passage 3 in first.txt: it has 3 passages, numbered from 0 to 2",
        ),
        (("other0.txt", "--passage", "7"), "no passage 7 in other0.txt: it has 1 passage, which is number 0"),
        (("first.txt", "--passage", "-1"), "-1 is not a whole number"),
        (("first.txt", "--passage", "9" * 30), "it has 3 passages"),
        (("first.txt",), "either FILE --passage N or --text TEXT"),
        (("first.txt", "--passage", "0", "--text", "fordow"), "either FILE --passage N or --text TEXT"),
        (("--passage", "0"), "FILE is missing"),
        (("--text", "  "), "--text has no word in it"),
        (("--text", "enrichment", "hall"), "A text of several words goes into quotes: 'enrichment hall'"),
        (("nowhere.txt", "--passage", "0"), "no such file in the library: nowhere.txt"),
        (("first.txt", "--passage", "0", "gone"), "no such file or folder: gone"),
    ],
)
def test_wrong_usage(cli: Cli, indexed: Path, words: tuple[str, ...], why: str) -> None:
    for more in ((), ("--json",)):
        result = cli("related", *words, *more)
        assert (result.exit_code, result.stdout) == (2, "")
        assert why in result.stderr


def test_text_and_names_are_harmless(cli: Cli, indexed: Path) -> None:
    (indexed / "\x1b]0;owned\x07\u202eevil\udcff.txt").write_text(
        "A \x1b[31mred\x1b[0m title\n\n"
        "Fordow \x1b[2Jenrichment hall \u202eand [bold]penetrator bombs[/].\x9b\n"
    )
    text = "Fordow \x1b[31menrichment hall\x07 penetrator bombs \u202e\udcff"
    cli("index")
    for words in (("--text", text), ("first.txt", "--passage", 0)):
        for more in ((), ("--json",)):
            result = cli("related", *words, *more)
            assert result.exit_code == 0 and "title" in result.stdout
            assert not set(result.output) & {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"}
    assert "[bold]penetrator bombs[/]" in cli("related", "first.txt", "--passage", 0).stdout


def test_damage_is_mended_and_told_on_the_way(cli: Cli, indexed: Path) -> None:
    whole = asked(cli, "first.txt", "--passage", 0)
    library = Path(json.loads(cli("libraries", "--json").stdout)["libraries"][0]["directory"])
    for file in (library / "passages").rglob("*"):
        if file.is_file():
            file.write_bytes(b"garbage " * 1000)
    result = cli("related", "first.txt", "--passage", 0, "--json")
    assert result.exit_code == 0
    assert result.stderr.endswith("It was made anew.\n")
    assert json.loads(result.stdout)["related"] == whole["related"]


def test_reasons_in_words() -> None:
    once = ((0, 1),)
    reasons = (
        Reason("quote", "of  \x1bold\nages", once, once, "verbatim"),
        Reason("quote", "highly successful", once, once, "altered"),
        Reason("quote", "illogical", once, once),
        Reason("entity", "Fordow", once, once),
        Reason("wording", "a run of words", once, once),
        Reason("wording", "three sites … bombed", ((0, 1), (2, 3)), ((0, 1), (2, 3))),
        Reason("entity", "Moscow", once, once),
        Reason("date", "23 June", once, once, day="2025-06-23"),
        Reason("date", "Sunday", once, once, day="2025-06-22"),
        Reason("number", "14,000", once, once),
        Reason("term", "enrichment", once, once),
    )
    assert by_kind(reasons) == [
        ("same quotation", "“of  \ufffdold ages” · “highly successful” (altered)"),
        ("both quote", "“illogical”"),
        ("who and where", "Fordow · Moscow"),
        ("same words", "“a run of words”"),
        ("in other words", "three sites … bombed"),
        ("same day", "23 June · Sunday, 22 Jun 2025"),
        ("same number", "14,000"),
        ("rare words", "enrichment"),
    ]
