"""The benchmarks: what is asked, that every engine answers it, and what is made of the figures."""

import json
import random
import re
from dataclasses import astuple
from pathlib import Path
from typing import Any

import budgets
import evaluate
import figures
import pytest
import report
from engines import ENGINES, PAGE, Missing, engine
from engines.language import query
from processes import Failed, watched
from questions import WORD, Node, Question, draw
from texts import Text, place_of, texts

VOCABULARY = (
    *("harbour", "bridge", "council", "station", "senator", "minister", "company", "election", "parliament"),
    *("weather", "journey", "season", "captain", "village", "measure", "concert", "library", "hospital"),
)


@pytest.fixture(scope="module")
def articles() -> list[Text]:
    rng = random.Random(5)
    made = []
    for number in range(60):
        words = [rng.choice(VOCABULARY[: 5 + number % 14]) for _ in range(80)]
        words[40] = "".join(rng.choices("abcdefghijklm", k=9))  # no other article has it
        text = "\n\n".join(" ".join(words[at : at + 20]).capitalize() + "." for at in range(0, 80, 20))
        day = f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        made.append(
            Text(f"{words[3].title()} and {words[9]}", text, ("The Lantern", "Echo")[number % 2], day, "en")
        )
    return made


@pytest.fixture(scope="module")
def corpus(articles: list[Text], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files, and the texts that were read from them."""
    folder = tmp_path_factory.mktemp("bench") / "60"
    folder.mkdir()
    for number, one in enumerate(articles):
        head = f"Title: {one.title}\nSource: {one.source}\nDate: {one.published}"
        (folder / f"{number:02d}.txt").write_text(f"{head}\n\n{one.text}\n", encoding="utf-8")
    lines = ["{}", *(json.dumps(astuple(one)) for one in articles)]
    place_of(folder).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_the_texts_are_those_that_were_kept(corpus: Path, articles: list[Text]) -> None:
    assert list(texts(corpus)) == articles


def test_the_same_questions_of_every_kind_are_drawn_again(articles: list[Text]) -> None:
    first = draw(articles, 4)
    assert first == draw(articles, 4)
    assert len({one.kind for one in first}) == 18
    words = set(WORD.findall(" ".join(f"{one.title} {one.text}".lower() for one in articles)))
    for one in first:
        if one.root.op == "term":
            assert one.root.word in words


def answered(name: str, question: Question, corpus: Path, directory: Path) -> Any:
    measured = engine(name, directory, corpus)
    if not directory.exists():
        measured.index()
    measured.open()
    return measured.page(question)


@pytest.mark.parametrize("name", [name for name, entry in ENGINES.items() if entry.asked and entry.is_here])
def test_each_engine_finds_and_marks_the_same(
    name: str, corpus: Path, articles: list[Text], tmp_path: Path
) -> None:
    """Every engine must find what is there: one that finds nothing would be the fastest."""
    place = tmp_path / "index"
    for word in ("hospital", "journey"):
        wanted = sum(bool(re.search(rf"\b{word}\b", f"{one.title} {one.text}", re.I)) for one in articles)
        page = answered(name, Question("term", Node("term", (word,))), corpus, place)
        assert wanted > 0
        assert page.results >= min(PAGE, wanted)
        assert page.total in (None, wanted)
        assert page.spans >= page.results or name == "cuttings-words"

    for question in draw(articles, 2):
        try:
            page = answered(name, question, corpus, place)
        except Missing:
            continue
        if question.kind in ("AND", "phrase", "phrase with slop", "proximity", "prefix", "suffix", "regex"):
            assert page.results > 0, (name, question)


def test_queries_are_typed_as_the_readme_says() -> None:
    word = Node("term", ("iran",))
    either = Node("or", parts=(Node("phrase", ("mutual", "defense")), Node("prefix", ("enrich",))))
    root = Node("and", parts=(word, either, Node("not", parts=(Node("near", ("a", "b"), number=5),))))
    asked = Question("mixed", root, after="2025-06-01", source="The Cradle")
    typed = 'iran ("mutual defense" OR enrich*) -"a b"~5 after:2025-06-01 source:"The Cradle"'
    assert query(asked) == typed


def test_a_process_is_watched_to_its_end() -> None:
    outcome = watched(["-c", "x = bytearray(50_000_000); print('{\"done\": 1}')"])
    assert outcome.printed == {"done": 1}
    assert outcome.peak > 50_000_000
    assert outcome.cpu > 0
    with pytest.raises(Failed, match="no luck"):
        watched(["-c", "raise SystemExit('no luck')"])


def test_percentiles_lie_between_neighbours() -> None:
    assert figures.spread([4.0, 1.0, 3.0, 2.0]) == figures.Spread(2.5, pytest.approx(3.85))
    assert figures.percentile([7.0], 0.95) == 7.0


def test_what_is_extrapolated_grows_linearly_at_most() -> None:
    assert figures.extrapolated((1_000, 1.0), (10_000, 10.0), 100_000) == pytest.approx(100.0)
    assert figures.extrapolated((1_000, 1.0), (10_000, 90.0), 100_000) == pytest.approx(900.0)
    assert figures.extrapolated((1_000, 5.0), (10_000, 4.0), 100_000) == 4.0


def raw(milliseconds: float, seconds: float = 1.0) -> dict[str, Any]:
    """Figures of an engine that takes as long for everything."""
    times = {str(number): milliseconds for number in range(3)}
    kinds = {kind: {"first": times, "again": times, "pages": {"0": [9, 9, 9]}} for kind in budgets.KINDS} | {
        "regex": {"missing": True}
    }
    cold = {"phrase": {"open": 1.0, "page": milliseconds}}
    run = {"seconds": seconds, "marks": {"searchable": seconds}, "cpu": 1.0, "peak": 300e6, "bytes": 1e6}
    return {
        "ask": {"0": {"kinds": kinds, "cold": cold}, "1": {"kinds": kinds, "cold": cold}},
        "index": {"0": run},
        "corpus": {"articles": 1_000, "bytes": 1e6},
        "machine": {"date": "2025-01-01", "processor": "p", "memory": "m", "system": "s", "Python": "3"},
        "versions": {"Cuttings": "1"},
        "load": 1.0,
    }


def test_budgets_are_met_or_not() -> None:
    here = {"cuttings": raw(4.0), "cuttings-words": raw(1.0, 1.0), "whoosh-words": raw(1.0, 9.0)}
    here |= {"sqlite": raw(5.0), "tantivy": raw(1.0)}
    small = {"whoosh": raw(2.0)}
    sizes = {100: small, 1_000: here | {"whoosh": raw(20.0)}, 10_000: here}
    found = {one.what: one for one in budgets.lines(sizes, {})}
    assert [(one.measured, one.met, one.next_met) for what, one in found.items() if "own codec" in what] == [
        ("9.0×", True, False)
    ]
    by_rival = {
        what.rpartition(" against ")[2]: one for what, one in found.items() if what.startswith("a page")
    }
    assert by_rival["Whoosh as it comes"].measured.startswith("50.0×")  # 20 ms at a tenth of the size
    assert by_rival["Whoosh as it comes"].met is True
    assert by_rival["SQLite FTS5"].met is True
    assert by_rival["tantivy"].next_met is False
    assert [one.met for what, one in found.items() if "memory while" in what] == [True]
    assert [one.met for what, one in found.items() if "start" in what] == [None]


def test_an_engine_that_finds_less_than_the_others_is_not_compared() -> None:
    """One that searched an empty index would be the fastest."""
    same = {"cuttings": raw(4.0), "sqlite": raw(5.0), "tantivy": raw(1.0)}
    assert figures.doubtful(same) == set()
    for empty in ([0, 0, 0], [9, 9, 0]):
        broken = raw(0.1)
        for run in broken["ask"].values():
            for kind in figures.PLAIN:
                run["kinds"][kind]["pages"] = {"0": empty}
        assert figures.doubtful(same | {"cuttings": broken}) == {"cuttings"}
        found = [
            one for one in budgets.lines({1_000: same | {"cuttings": broken}}, {}) if "a page" in one.what
        ]
        assert [(one.measured, one.met) for one in found] == [("it finds less than the others", None)]


def test_the_report_shows_every_engine_and_its_gaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "raw" / "1000"
    place.mkdir(parents=True)
    for name in ("cuttings", "sqlite"):
        (place / f"{name}.json").write_text(json.dumps(raw(4.0)), encoding="utf-8")
    monkeypatch.setattr(report, "HERE", tmp_path)
    report.write(tmp_path / "raw")
    written = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "| kind | Cuttings | SQLite FTS5 |" in written
    assert "| phrase | 4.00 / 4.00 | 4.00 / 4.00 |" in written
    assert "| phrase | 5.00 | 5.00 |" in written, "opening counts where it is cold"
    assert "| regex | – | – |" in written
    assert "not measured" in written


def test_what_is_not_there_is_said_and_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["evaluate", "--data", str(tmp_path / "none"), "names", "dates", "speed"])
    monkeypatch.setattr(evaluate, "REPORT", tmp_path / "EVAL.md")
    evaluate.main()
    said = capsys.readouterr().out
    assert "The judged texts are not there" in said
    assert "Not measured: re3d-dev or entities.py" in said
    assert "Not measured: ecbplus-dev/documents.jsonl" in said
    assert re.search(r"^sentences before the rules +78 +78$", said, re.M)
    assert not (tmp_path / "EVAL.md").exists()


def test_a_whole_evaluation_is_written_down_with_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr("sys.argv", ["evaluate", "--data", str(tmp_path / "data")])
    monkeypatch.setattr(evaluate, "REPORT", tmp_path / "bench" / "EVAL.md")
    monkeypatch.setattr(evaluate, "PARTS", {"languages": evaluate.PARTS["languages"]})
    (tmp_path / "bench").mkdir()
    evaluate.main()
    written = (tmp_path / "bench" / "EVAL.md").read_text("utf-8")
    assert "## Languages" in written and " cores; " in written
    table = written.split("```")[1].strip()
    assert table in capsys.readouterr().out and table.startswith("languages")
    assert str(tmp_path) not in written
