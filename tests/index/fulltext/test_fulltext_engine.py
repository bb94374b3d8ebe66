"""The index on disk: kept through changes, refused when damaged, shared between readers."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.query import Term

from index.columnar.matcher import ArrayMatcher
from index.errors import Cancelled, LibraryBusy, LibraryDamaged
from index.fulltext.engine import Engine, Entry
from index.fulltext.hits import Facts, find_hits
from index.fulltext.probing import matchers_used
from index.fulltext.schema import LAYOUT
from index.fulltext.syntax import parse


def entry(
    key: int, text: str, title: str = "A title", source: str | None = "BBC", day: str | None = None
) -> Entry:
    return Entry(key, 1, title, text, source, day)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "fulltext"


@pytest.fixture
def filled(directory: Path) -> Path:
    with Engine.open(directory) as engine:
        engine.update([entry(key, f"Iran word{key} nuclear sites") for key in range(40)])
        engine.update([entry(99, "Iran alone")], [3])
    return directory


def found(engine: Engine, query: str) -> list[int]:
    return sorted(engine.list(parse(query)).keys.tolist())


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Tehran condemns US strikes.", "US strikes", 2),
        ("Tehran condemns US strikes.", '"US strikes"', 1),
        ("Russia will not provide backing.", '"will not provide"', 1),
        ("They saw The Who in London.", '"The Who"', 1),
        ("They saw The Who in London.", '="The Who"', 1),
        ("those who saw the who", '="The Who"', 0),
        ("Trump's plan and Trump’s men", "trump", 2),
        ("The U.S. said so to us; the US did.", "US", 3),
        ("The U.S. said so to us; the US did.", "=US", 1),
        ("F-35, F35 and F 35", "F-35", 3),
        ("F-35, F35 and F 35", "F35", 2),
        ("F-35, F35 and F 35", '"F 35"', 2),
        ("a mid-air refuel", "midair", 1),
        ("a mid-air refuel", '"midair refuel"', 1),
        ("US-Israeli strikes", "us*", 1),
        ("in Tehran, l'Iran", "Iran", 1),
        ("one\n\ntwo", '"one two"', 0),
        ("one\ntwo", '"one two"', 1),
        ("aaa aaa aaa", '"aaa aaa"', 2),
        ("trump trumpet", "trump OR trump*", 2),
        ("nuclear sites", '"nuclear sites" nuclear', 2),
        ("北京で会う", "北京", 1),
        ("talks with Iran: Iran talks on", '"iran talks"~0', 1),
        ("talks with Iran: Iran talks on", '"iran talks"~>1', 1),
        ("talks with Iran: Iran talks on", '"talks iran"~1', 2),
        ("a US-led raid, led by us", '"us led"~1', 2),
        ("one\n\ntwo", '"one two"~50', 0),
        ("nuclear fuel facilities", '"fac* nucl*"~1', 1),
        ("so so so", '"so so"~9', 2),
        ("so", '"so so"~9', 0),
        ("the nuclear, unclear and Nucléar", "nuclaer~", 2),
        ("the nuclear, unclear and Nucléar", "nuclaer~2", 3),
        ("a counter-attack, a counterattack", "counter-atack~", 2),
        ("the nucelar sites", '"nuclear~ sites"', 1),
        ("Erdoğan met Łukasz", "erdogan lukasz", 2),
    ],
)
def test_what_people_look_for_is_found(
    new_engine: Callable[[], Engine], text: str, query: str, hits: int
) -> None:
    engine = new_engine()
    engine.update([entry(7, text, title="")])
    ranked = engine.list(parse(query))
    assert (ranked.keys.tolist(), ranked.hits_total) == (([7], hits) if hits else ([], 0))


def speaking(key: int, language: str | None, text: str) -> Entry:
    return Entry(key, 1, "", text, None, None, language)


def test_forms_are_found_in_documents_of_their_language_only(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    engine.update(
        [
            speaking(1, "en", "They struck; strikes went on. Angriffe"),
            speaking(2, "de", "Angriffe: strikes, struck"),
            speaking(3, None, "strikes struck Angriffe"),
            speaking(4, "ja", "strike Angriff"),
            speaking(5, "xx", "striking"),
        ]
    )

    def hits(query: str) -> dict[int, int]:
        ranked = engine.list(parse(query))
        return dict(zip(ranked.keys.tolist(), ranked.hits.tolist(), strict=True))

    assert hits("strike") == {1: 2, 2: 1, 4: 1}
    assert hits("struck") == {1: 2, 2: 1, 3: 1}
    assert hits("=strike") == {4: 1}
    assert hits("strik*") == {1: 1, 2: 1, 3: 1, 4: 1, 5: 1}
    assert hits("Angriff") == {2: 1, 4: 1}
    assert hits("strike OR struck OR strikes") == {1: 2, 2: 2, 3: 2, 4: 1}
    assert hits('"strike go on"') == {1: 1}
    assert hits('"strikes went on" OR strike') == {1: 3, 2: 1, 4: 1}
    assert hits("-strike") == {3: 0, 5: 0}
    clauses = engine.list(parse("strike struck")).clauses
    assert [clause.documents for clause in clauses] == [3, 3]


@pytest.mark.parametrize(
    "query", ["walked", "walk", "walked OR walk", '"she walked"', "walked -runner", "walk walked"]
)
def test_a_compound_and_its_part_with_one_form_are_one_hit(
    new_engine: Callable[[], Engine], query: str
) -> None:
    engine = new_engine()
    languages = dict(enumerate(["en", "es", "de", None]))
    engine.update([speaking(key, code, "She walk-ed.") for key, code in languages.items()])
    ranked = engine.list(parse(query))
    for key, hits in zip(ranked.keys.tolist(), ranked.hits.tolist(), strict=True):
        facts = Facts(None, None, language=languages[key])
        assert hits == len(find_hits(parse(query), "", "She walk-ed.", facts))
        assert hits == 1 or (query in ("walked OR walk", "walk walked") and languages[key] in ("de", None))
    assert set(ranked.keys.tolist()) >= {0, 1}


def test_a_language_that_comes_later_gets_its_forms(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    engine.update([speaking(1, None, "strikes"), speaking(2, "en", "attack")])
    assert found(engine, "strike") == []
    engine.update([speaking(3, "en", "strikes"), speaking(4, "fr", "frappes")])
    assert (found(engine, "strike"), found(engine, "frappe")) == ([3], [4])
    engine.update([speaking(1, "en", "strikes"), speaking(3, None, "strikes")], [2])
    assert found(engine, "strike") == [1]
    while engine.merge(wanted=2):
        pass
    assert (found(engine, "strike"), found(engine, "frappe")) == ([1], [4])


def test_an_index_of_other_forms_is_refused(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Engine.open(filled).close()
    monkeypatch.setitem(LAYOUT, "forms", "of another version")
    with pytest.raises(LibraryDamaged, match="another version"):
        Engine.open(filled)


def test_better_answers_come_first(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    words = "It rained all day in the north and the trains were late again. "
    engine.update(
        [
            entry(1, words * 3 + "Fordow."),
            entry(2, words * 3, title="Fordow"),
            entry(3, words * 3 + "Fordow. " * 4),
            entry(4, words * 30 + "Fordow."),
            entry(5, words),
        ]
    )
    assert engine.list(parse("fordow")).keys.tolist() == [3, 2, 1, 4]


def test_a_tie_is_settled_by_date_then_key(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    days = {5: "2025-01-02", 1: None, 3: "2025-01-01", 4: "2025-01-02", 2: "2024"}
    engine.update([entry(key, "same", day=day) for key, day in days.items()])
    assert engine.list(parse("same")).keys.tolist() == [4, 5, 3, 2, 1]
    assert engine.list(None, "oldest").keys.tolist() == [2, 3, 4, 5, 1]


def test_what_a_date_filter_left_out_for_want_of_a_date(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    engine.update([entry(1, "iran"), entry(2, "iran", day="2025-06-20"), entry(3, "iraq"), entry(4, "iran")])
    ranked = engine.list(parse("iran after:2025"))
    assert (ranked.keys.tolist(), ranked.undated) == ([2], 2)
    assert engine.list(parse("iran -after:2025")).undated == 0
    assert engine.list(parse("iran")).undated == 0


def test_the_last_of_several_entries_with_one_key_stays(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    engine.update([entry(1, "first"), entry(1, "second")])
    assert (found(engine, "first"), found(engine, "second")) == ([], [1])
    engine.update([Entry(1, 5, "", "third", None, None)], [1])
    assert (found(engine, "second"), found(engine, "third"), engine.contents()) == ([], [1], {1: 5})


def test_reopened_it_is_as_it_was(filled: Path) -> None:
    with Engine.open(filled) as engine:
        assert sorted(engine.contents()) == sorted({*range(40), 99} - {3})
        assert len(found(engine, "iran")) == 40
        assert found(engine, "word3") == []


def test_many_small_changes_leave_few_segments(directory: Path) -> None:
    with Engine.open(directory) as engine:
        for key in range(60):
            engine.update([entry(key, f"Iran word{key}"), entry(1000 + key % 3, f"again turn{key}")])
        assert len(found(engine, "iran")) == 60
        assert found(engine, "again") == [1000, 1001, 1002]
        assert found(engine, "turn59") == [1002] and found(engine, "turn58 OR turn56") == [1001]
        while engine.merge():
            pass
        assert len(list(directory.glob("*.seg"))) < 30
        assert len(found(engine, "iran")) == 60 and found(engine, "again") == [1000, 1001, 1002]
        engine.update([], engine.contents())
        assert engine.contents() == {} and found(engine, "iran OR -iran") == []
        engine.update([entry(5, "anew")])
        assert found(engine, "anew") == [5]


def test_a_reader_keeps_its_snapshot_until_it_takes_another(filled: Path) -> None:
    with Engine.open(filled) as reader, Engine.open(filled) as writer:
        assert not reader.refresh()
        writer.update([entry(500, "Iran later")], [1])
        assert len(found(reader, "iran")) == 40 and found(reader, "later") == []
        assert found(writer, "later") == [500]
        assert reader.refresh() and not reader.refresh()
        assert found(reader, "later") == [500] and 1 not in reader.contents()


def test_files_are_their_owners_alone_whatever_the_habits(directory: Path) -> None:
    before = os.umask(0)
    try:
        with Engine.open(directory) as engine:
            engine.update([entry(1, "x")])
    finally:
        os.umask(before)
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in directory.iterdir()} == {0o600}
    Engine.open(directory).close()


WRITE_FOREVER = """
import os, sys
from pathlib import Path
from index.fulltext.engine import Engine, Entry
os.umask(0)
with Engine.open(Path(sys.argv[1])) as engine:
    for key in range(1000, 100000):
        engine.update([Entry(key, 1, "t", "Iran " * (key % 50), None, None)], [key - 30])
        print(key, flush=True)
"""


@pytest.mark.parametrize("commits", [1, 12])
def test_killed_while_writing_it_is_whole(filled: Path, commits: int) -> None:
    child = subprocess.Popen([sys.executable, "-c", WRITE_FOREVER, filled], stdout=subprocess.PIPE, text=True)
    with child:
        assert child.stdout
        last = [int(child.stdout.readline()) for _ in range(commits)][-1]
        child.kill()
    with Engine.open(filled) as engine:
        contents = engine.contents()
        newest = max(contents)
        assert newest >= last
        assert set(contents) == {*range(40), 99, *range(max(1000, newest - 29), newest + 1)} - {3}
        assert len(found(engine, "word*")) == 39
        engine.update([entry(7, "mended")])
        assert found(engine, "mended") == [7]


def test_an_engine_that_is_closed_says_so(filled: Path) -> None:
    engine = Engine.open(filled)
    engine.close()
    engine.close()
    with pytest.raises(ValueError, match="closed"):
        engine.list(None)


def test_only_one_writes(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.columnar.locking.LOCK_SECONDS", 0.05)
    with Engine.open(filled) as one, Engine.open(filled) as other:

        def entries() -> list[Entry]:
            with pytest.raises(LibraryBusy):
                other.update([entry(1, "x")])
            return [entry(2, "y")]

        class During:
            """An entry that is read while the other engine holds the lock."""

            key = 2

            def __getattr__(self, name: str) -> object:
                return getattr(entries()[0], name)

        one.update([During()])  # type: ignore[list-item]
        assert found(one, "y") == [2]
        other.update([entry(1, "x")])
        assert found(other, "x") == [1]


def test_a_failed_change_leaves_everything_as_it_was(filled: Path) -> None:
    with Engine.open(filled) as engine:
        before = engine.contents()
        broken = Entry(5, 1, "title", 17, None, None)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            engine.update([entry(77, "new"), broken], [2])
        assert engine.contents() == before
        engine.update([entry(77, "new")])
        assert found(engine, "new") == [77]


def test_a_search_no_longer_wanted_stops(filled: Path) -> None:
    with Engine.open(filled) as engine:
        with pytest.raises(Cancelled):
            engine.list(parse("iran OR nuclear"), cancelled=lambda: True)
        polls = iter([False] * 3 + [True] * 1000)
        with pytest.raises(Cancelled):
            engine.list(parse("i* OR n* OR w* OR s*"), cancelled=lambda: next(polls))
        assert len(found(engine, "i* OR n*")) == 40


def test_many_threads_read_at_once(filled: Path) -> None:
    answers: list[object] = []
    with Engine.open(filled) as engine:

        def search(number: int) -> None:
            queries = ["iran", "word* -word7", '"nuclear sites"', f"word{number}", "source:bbc iran"]
            for query in queries * 5:
                answers.append((query, tuple(found(engine, query))))

        threads = [threading.Thread(target=search, args=(5,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for key in range(200, 204):
            engine.update([entry(key, "other things", source=None)])
        for thread in threads:
            thread.join()
    assert len(answers) == 6 * 25
    assert len(set(answers)) == 5


def test_an_empty_engine_finds_nothing(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    for query in ["", "iran", "-iran", '"a b"', "after:2025", "source:x", "w*"]:
        assert found(engine, query) == []
    assert engine.list(None).hits_total == 0


# What is refused


@pytest.mark.parametrize("size", [0, 1, 20])
def test_a_damaged_file_is_noticed(filled: Path, size: int) -> None:
    for path in sorted(filled.iterdir()):
        if path.suffix == ".lock":
            continue
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) * size // 100])
        with pytest.raises(LibraryDamaged), Engine.open(filled) as engine:
            engine.list(parse("i* n* OR source:bbc"), "source")
        path.write_bytes(whole)
    with Engine.open(filled) as engine:
        assert len(found(engine, "iran")) == 40


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_is_noticed_or_does_no_harm(filled: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(path for path in filled.iterdir() if path.suffix != ".lock")))
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(
        whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    )
    try:
        with Engine.open(filled) as engine:
            engine.list(parse('i* "nuclear sites" OR source:bbc'), "source")
    except LibraryDamaged as error:
        assert str(error)
    finally:
        path.write_bytes(whole)


def test_a_missing_file_is_noticed(filled: Path) -> None:
    next(filled.glob("*.seg")).unlink()
    with pytest.raises(LibraryDamaged):
        Engine.open(filled)


def test_an_index_of_another_layout_is_refused(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = filled / "contents.json"
    whole = contents.read_text()
    monkeypatch.setattr(Engine, "layout", {"articles": 0})
    with pytest.raises(LibraryDamaged, match="another version"):
        Engine.open(filled)
    contents.write_text("{")
    with pytest.raises(LibraryDamaged, match="is damaged"):
        Engine.open(filled)
    contents.write_text(whole.replace('"generation": 2', '"generation": 3'))
    with pytest.raises(LibraryDamaged, match="is damaged"):
        Engine.open(filled)
    contents.unlink()
    with pytest.raises(LibraryDamaged, match="no table of contents"):
        Engine.open(filled)


def test_a_folder_of_something_else_is_refused(directory: Path) -> None:
    directory.mkdir(mode=0o700)
    (directory / "thesis.txt").write_text("precious")
    with pytest.raises(LibraryDamaged):
        Engine.open(directory)
    assert (directory / "thesis.txt").read_text() == "precious"


def test_what_others_could_have_changed_is_refused(filled: Path) -> None:
    segment = next(filled.glob("*.seg"))
    segment.chmod(0o620)
    with pytest.raises(LibraryDamaged, match="can be changed by other users"):
        Engine.open(filled)
    segment.chmod(0o600)
    filled.chmod(0o777)
    with pytest.raises(LibraryDamaged, match="can be changed by other users"):
        Engine.open(filled)
    filled.chmod(0o700)
    (filled / "link").symlink_to(segment)
    with pytest.raises(LibraryDamaged, match="leads elsewhere"):
        Engine.open(filled)


def test_what_belongs_to_another_user_is_refused(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: filled.stat().st_uid + 1)
    with pytest.raises(LibraryDamaged, match="belongs to another user"):
        Engine.open(filled)


def test_what_goes_through_whoosh_is_counted(directory: Path) -> None:
    engine = Engine.open(directory)
    engine.update([Entry(1, 1, "", "the talks in Vienna", None, None)])
    assert not any(matchers_used(engine).values())
    before = ArrayMatcher.made
    with engine.index.searcher() as searcher:
        assert len(searcher.search(Term("text", "talks"))) == 1
    assert ArrayMatcher.made > before
