"""The passage store holds what was put into it, whatever the steps, and knows when it is damaged."""

import json
import pickle
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.columnar import locking, merge, writer
from index.columnar.contents import CONTENTS
from index.columnar.merging import merge_once
from index.errors import Cancelled, LibraryBusy, LibraryDamaged
from index.related.schema import LAYOUT, TERMS
from index.related.snapshot import Snapshot
from index.related.store import PassageEntry, PassageStore
from index.related.terms import terms

WORDS = ["Putin", "Moscow", "the", "strike", "struck", "treaty", "22", "Natanz", "zwölf", "", "\0"]
Held = dict[int, tuple[int, tuple[str, ...]]]

passages = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=4)
steps = st.lists(
    st.tuples(
        st.dictionaries(st.integers(0, 12), passages, max_size=5), st.sets(st.integers(0, 12), max_size=3)
    ),
    max_size=8,
)


def bag(text: str) -> Counter[str]:
    return Counter(one.term for one in terms(text))


def read_back(snapshot: Snapshot) -> dict[int, tuple[int, list[Counter[str]]]]:
    """Everything in a snapshot, by the contents of passages."""
    found = {}
    for one in snapshot.segments:
        for document in one.documents.tolist():
            bags = []
            for passage in range(*one.edges[document : document + 2].tolist()):
                _, numbers, counts = one.contents(np.array([passage]), np.array([passage + 1]))
                words = snapshot.vocabulary.words(numbers)
                bags.append(Counter(dict(zip(words, counts.tolist(), strict=True))))
                assert counts.sum() == one.lengths[passage]
            key = int(one.keys[document])
            assert key not in found
            found[key] = (int(one.versions[document]), bags)
    return found


def assert_postings_match_contents(snapshot: Snapshot) -> None:
    for one in snapshot.segments:
        every = np.arange(len(one))
        rows, numbers, counts = one.contents(every, every + 1)
        by_contents = sorted(zip(numbers.tolist(), rows.tolist(), counts.tolist(), strict=True))
        sizes, passages, counts = one.postings_of(one.postings.words)
        columns = (np.repeat(one.postings.words, sizes), passages, counts)
        by_postings = list(zip(*(column.tolist() for column in columns), strict=True))
        assert by_postings == by_contents


def assert_what_is_counted_is_there(snapshot: Snapshot) -> None:
    bags = [bag for _, many in read_back(snapshot).values() for bag in many]
    assert snapshot.passages == len(bags)
    assert snapshot.mean_length * len(bags) == pytest.approx(sum(bag.total() for bag in bags))
    frequencies = Counter(term for bag in bags for term in bag)
    for term in map(str, {one.term for word in WORDS for one in terms(word)}):
        (number,) = snapshot.numbers([term]).tolist()
        assert (0 if number < 0 else snapshot.frequencies[number]) == frequencies[term]


def wanted(held: Held) -> dict[int, tuple[int, list[Counter[str]]]]:
    return {key: (version, [bag(text) for text in texts or [""]]) for key, (version, texts) in held.items()}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, flush=st.sampled_from([8, 3_000_000]), few=st.sampled_from([2, 3, 100]))
def test_what_was_put_in_is_in_it(
    steps: list[tuple[dict[int, list[str]], set[int]]],
    flush: int,
    few: int,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writer, "FLUSH_WORDS", flush)
    monkeypatch.setattr(merge, "BLOCK", 7)
    directory = tmp_path_factory.mktemp("store") / "passages"
    kept = PassageStore.open(directory)
    held: Held = {}
    for version, (add, remove) in enumerate(steps):
        kept.update([PassageEntry(key, version, texts) for key, texts in add.items()], remove)
        held = {key: value for key, value in held.items() if key not in remove}
        held |= {key: (version, tuple(texts)) for key, texts in add.items()}
        assert kept.contents() == {key: version for key, (version, _) in held.items()}
        while merged(kept, few):
            pass
    assert read_back(kept.snapshot) == wanted(held)
    assert_postings_match_contents(kept.snapshot)
    assert_what_is_counted_is_there(kept.snapshot)
    again = PassageStore.open(directory)
    assert read_back(again.snapshot) == wanted(held)
    assert_what_is_counted_is_there(again.snapshot)
    assert again.check() == []
    named = kept.index.state.contents.files()
    assert {path.name for path in directory.iterdir() if path.suffix in (".seg", ".words")} == named


def merged(kept: PassageStore, wanted: int, poll: Callable[[], None] = lambda: None) -> bool:
    """Merge once, as is done in the background."""
    done = merge_once(kept.index, poll, wanted=wanted)
    kept.refresh()
    return done


def fill(directory: Path, documents: Iterable[int] = range(3)) -> PassageStore:
    kept = PassageStore.open(directory)
    kept.update([PassageEntry(key, 1, ["Putin met Araghchi", f"on day {key}"]) for key in documents])
    return kept


def test_a_key_that_comes_twice_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    kept = fill(tmp_path / "related")
    with pytest.raises(ValueError, match="document 7 comes twice"):
        kept.update([PassageEntry(7, 1, ["a"]), PassageEntry(7, 2, ["b"])])
    assert kept.contents() == PassageStore.open(kept.directory).contents() == {0: 1, 1: 1, 2: 1}


def test_a_reader_keeps_its_state_until_it_refreshes(tmp_path: Path) -> None:
    writer = fill(tmp_path / "related")
    reader = PassageStore.open(writer.directory)
    before = read_back(reader.snapshot)
    assert not reader.refresh()
    writer.update([PassageEntry(9, 4, ["new"])], [0, 1, 2])
    assert read_back(reader.snapshot) == before
    assert reader.refresh()
    assert reader.contents() == {9: 4}


def test_merging_leaves_few_segments_and_the_same_passages(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "related")
    for key in range(17):
        kept.update([PassageEntry(key, 1, [f"passage {key}"])], [key - 3])
    before = read_back(kept.snapshot)
    while merged(kept, 4):
        pass
    assert len(kept.snapshot.segments) < 4
    assert read_back(kept.snapshot) == before


def test_a_merge_that_is_called_off_leaves_everything_as_it_was(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "related")
    for key in range(4):
        kept.update([PassageEntry(key, 1, [f"passage {key}"])])
    before = {path.name: path.read_bytes() for path in kept.directory.iterdir()}

    def poll() -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        merged(kept, 2, poll)
    assert {path.name: path.read_bytes() for path in kept.directory.iterdir()} == before


@pytest.mark.parametrize("own", [True, False])
def test_the_store_is_updated_while_it_is_merged(tmp_path: Path, own: bool) -> None:
    kept = fill(tmp_path / "related")
    for key in range(3, 9, 2):
        kept.update([PassageEntry(key, 1, [f"passage {key}"]), PassageEntry(key + 1, 1, [f"on day {key}"])])
    writing = kept if own else PassageStore.open(kept.directory)
    done: list[int] = []

    def poll() -> None:
        if not done:
            done.append(1)
            writing.update([PassageEntry(9, 4, ["new"]), PassageEntry(4, 2, ["newer"])], [0])

    assert merged(kept, 2, poll) == own  # another process takes the half-written file for left over
    assert kept.contents() == {1: 1, 2: 1, 3: 1, 4: 2, 5: 1, 6: 1, 7: 1, 8: 1, 9: 4}
    assert read_back(kept.snapshot) == read_back(PassageStore.open(kept.directory).snapshot)
    assert_what_is_counted_is_there(kept.snapshot)
    while merged(kept, 2):
        pass
    assert len(kept.snapshot.segments) == 1
    assert PassageStore.open(kept.directory).check() == []


def test_another_writer_is_waited_for_and_then_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = fill(tmp_path / "related")
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.01)
    lock = kept.index.lock("WRITELOCK")
    assert lock.acquire()
    with pytest.raises(LibraryBusy):
        kept.update([PassageEntry(9, 4, ["new"])])
    lock.release()
    kept.update([PassageEntry(9, 4, ["new"])])
    assert kept.contents()[9] == 4


def test_threads_may_write_at_once(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "related")
    threads = [
        threading.Thread(target=kept.update, args=([PassageEntry(key, 1, [f"on day {key}"])],))
        for key in range(6)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert read_back(kept.snapshot) == wanted({key: (1, (f"on day {key}",)) for key in range(6)})


def test_a_document_without_passages_is_remembered(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "related")
    kept.update([PassageEntry(5, 3, [])])
    assert PassageStore.open(kept.directory).contents() == {5: 3}


def test_a_term_that_no_passage_holds_any_more_is_unknown(tmp_path: Path) -> None:
    kept = fill(tmp_path / "related")
    kept.update([PassageEntry(0, 2, ["Lammy"])])
    kept.update([], [0])
    snapshot = kept.snapshot
    assert snapshot.numbers(["lammy", "nowhere"]).tolist() == [-1, -1]
    assert snapshot.idf_of("lammy") == snapshot.idf_unknown > snapshot.idf_of("putin")


def test_whoosh_finds_its_passages(tmp_path: Path) -> None:
    kept = fill(tmp_path / "related")
    kept.update([], [1])
    with kept.index.reader() as reader:
        matcher = reader.postings(TERMS, b"araghchi")
        passages = [reader.column_reader("document")[one] for one in matcher.all_ids()]
    assert passages == [0, 2]


def test_a_process_killed_while_writing_leaves_the_state_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = fill(tmp_path / "related")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("index.columnar.disk.os.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            kept.update([PassageEntry(9, 4, ["new"])], [0])
    again = PassageStore.open(kept.directory)
    assert again.contents() == {0: 1, 1: 1, 2: 1}
    again.update([PassageEntry(9, 4, ["new"])], [0])
    assert PassageStore.open(kept.directory).contents() == {1: 1, 2: 1, 9: 4}


def test_files_are_for_the_user_alone(tmp_path: Path) -> None:
    kept = fill(tmp_path / "related")
    for path in [kept.directory, *kept.directory.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kind", ["seg", "words"])
@pytest.mark.parametrize("harm", ["missing", "short", "other", "pickle"])
def test_a_damaged_file_is_found(tmp_path: Path, kind: str, harm: str) -> None:
    kept = fill(tmp_path / "related")
    (path,) = kept.directory.glob(f"*.{kind}")
    whole = path.read_bytes()
    if harm == "missing":
        path.unlink()
    elif harm == "short":
        path.write_bytes(whole[:-1])
    elif harm == "other":
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    else:
        path.write_bytes(pickle.dumps([1, 2, 3]).ljust(len(whole), b"."))
    assert kept.check() == [path]
    with pytest.raises(LibraryDamaged):
        PassageStore.open(kept.directory)
    assert PassageStore.begin_anew(kept.directory).contents() == {}
    assert PassageStore.open(kept.directory).contents() == {}


def test_every_byte_of_an_array_is_checked(tmp_path: Path) -> None:
    kept = fill(tmp_path / "related")
    for one in kept.index.state.contents.segments:
        path = kept.directory / one.file.name
        whole = path.read_bytes()
        for name, column in one.file.columns.items():
            assert column.length, name
            path.write_bytes(
                whole[: column.offset] + bytes([whole[column.offset] ^ 1]) + whole[column.offset + 1 :]
            )
            assert kept.check() == [path], name
            with pytest.raises(LibraryDamaged):
                PassageStore.open(kept.directory)
        path.write_bytes(whole)
    assert PassageStore.open(kept.directory).check() == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: b"[]",
        lambda data: b"\xff" + data,
        lambda data: data.replace(b'"generation": 1', b'"generation": 2'),
        lambda data: json.dumps({"crc32": 0, "body": {}}).encode(),
    ],
)
def test_a_damaged_table_of_contents_is_found(tmp_path: Path, harm: object) -> None:
    kept = fill(tmp_path / "related")
    path = kept.directory / CONTENTS
    assert callable(harm)
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(LibraryDamaged):
        PassageStore.open(kept.directory)


def test_a_store_of_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = fill(tmp_path / "related")
    monkeypatch.setitem(LAYOUT, "terms", 999)
    with pytest.raises(LibraryDamaged, match="another version"):
        PassageStore.open(kept.directory)
