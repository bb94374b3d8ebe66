"""The passage store holds what was put into it, whatever the steps, and knows when it is damaged."""

import json
import pickle
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import LibraryDamaged
from index.related import gather, merge, store
from index.related.files import CONTENTS
from index.related.gather import PassageEntry
from index.related.segment import DTYPES, hash_term
from index.related.snapshot import Snapshot
from index.related.store import PassageStore
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


def bag(text: str) -> Counter[int]:
    return Counter(hash_term(one.term) for one in terms(text))


def read_back(snapshot: Snapshot) -> dict[int, tuple[int, list[Counter[int]]]]:
    """Everything in a snapshot, by the contents of passages."""
    found = {}
    for one, live in zip(snapshot.held, snapshot.live, strict=True):
        segment = one.segment
        for document in np.flatnonzero(live).tolist():
            bags = []
            for passage in range(*segment.document_starts[document : document + 2].tolist()):
                place = slice(*segment.content_starts[passage : passage + 2].tolist())
                hashes = segment.terms[segment.content_terms[place]].tolist()
                counts = segment.content_counts[place].tolist()
                bags.append(Counter(dict(zip(hashes, counts, strict=True))))
                assert sum(counts) == segment.lengths[passage]
            key = int(segment.document_keys[document])
            assert key not in found
            found[key] = (int(segment.document_versions[document]), bags)
    return found


def assert_postings_match_contents(snapshot: Snapshot) -> None:
    for one in snapshot.held:
        segment = one.segment
        rows = np.repeat(np.arange(segment.passages), np.diff(segment.content_starts))
        by_contents = sorted(
            zip(segment.content_terms.tolist(), rows.tolist(), segment.content_counts.tolist(), strict=True)
        )
        numbers = np.repeat(np.arange(len(segment.terms)), np.diff(segment.posting_starts))
        columns = (numbers, segment.posting_passages, segment.posting_counts)
        by_postings = list(zip(*(column.tolist() for column in columns), strict=True))
        assert by_postings == by_contents
        assert np.all(np.diff(segment.posting_starts) > 0)


def wanted(held: Held) -> dict[int, tuple[int, list[Counter[int]]]]:
    return {key: (version, [bag(text) for text in texts]) for key, (version, texts) in held.items()}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, flush=st.sampled_from([8, 3_000_000]))
def test_what_was_put_in_is_in_it(
    steps: list[tuple[dict[int, list[str]], set[int]]],
    flush: int,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gather, "FLUSH_WORDS", flush)
    monkeypatch.setattr(merge, "BLOCK", 7)
    monkeypatch.setattr(store, "TIER", 3)
    directory = tmp_path_factory.mktemp("store")
    kept = PassageStore.open(directory)
    held: Held = {}
    for version, (add, remove) in enumerate(steps):
        kept.update([PassageEntry(key, version, texts) for key, texts in add.items()], remove)
        held = {key: value for key, value in held.items() if key not in remove}
        held |= {key: (version, tuple(texts)) for key, texts in add.items()}
        assert kept.contents() == {key: version for key, (version, _) in held.items()}
    assert read_back(kept.snapshot) == wanted(held)
    assert_postings_match_contents(kept.snapshot)
    again = PassageStore.open(directory)
    assert read_back(again.snapshot) == wanted(held)
    assert again.check() == []
    assert {path.name for path in directory.iterdir() if path.is_dir()} == {
        path.parent.name for path in directory.glob("*/*.npy")
    }


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


def test_many_small_updates_leave_few_segments(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "related")
    for key in range(17):
        kept.update([PassageEntry(key, 1, [f"passage {key}"])])
    assert len(kept.snapshot.held) < store.TIER
    assert len(kept.contents()) == 17


def test_a_process_killed_while_writing_leaves_the_state_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = fill(tmp_path / "related")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("index.related.files.os.replace", killed)
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


@pytest.mark.parametrize("name", DTYPES)
@pytest.mark.parametrize("harm", ["missing", "short", "other", "pickle"])
def test_a_damaged_file_is_found(tmp_path: Path, name: str, harm: str) -> None:
    kept = fill(tmp_path / "related")
    (path,) = kept.directory.glob(f"*/{name}.npy")
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
    if harm != "other" or name not in {
        "content_terms",
        "content_counts",
        "posting_passages",
        "posting_counts",
    }:
        with pytest.raises(LibraryDamaged):
            PassageStore.open(kept.directory)
    assert PassageStore.create(kept.directory).contents() == {}
    assert PassageStore.open(kept.directory).contents() == {}


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
    monkeypatch.setattr("index.related.files.TERMS_VERSION", 999)
    with pytest.raises(LibraryDamaged, match="another version"):
        PassageStore.open(kept.directory)
