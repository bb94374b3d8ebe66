"""What is no longer in an index is noted in stretches, and is gone for all who look."""

import json
import zlib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.columnar.arrays import runs_of
from index.columnar.contents import CONTENTS, FORMAT, ListedSegment
from index.columnar.files import Written
from index.errors import LibraryDamaged
from index.related.store import PassageEntry, PassageStore


@given(st.lists(st.booleans()))
def test_stretches_lead_back_to_what_was_removed(removed: list[bool]) -> None:
    mask = np.array(removed, dtype=bool)
    runs = runs_of(mask)
    listed = ListedSegment(Written("", 0, (), {}), len(mask), runs)
    assert (listed.live() == ~mask).all()
    assert listed.size == len(mask) - mask.sum()
    assert all(first + length < then for (first, length), (then, _) in pairwise(runs))


def test_thousands_that_follow_one_another_take_little_room(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "passages")
    kept.update([PassageEntry(key, 1, ["vienna"] * 500) for key in range(10)])
    before = (kept.directory / CONTENTS).stat().st_size
    kept.update([], range(1, 9))
    assert (kept.directory / CONTENTS).stat().st_size < before + 100
    (listed,) = kept.index.state.contents.segments
    assert (listed.removed, listed.size) == (((500, 4000),), 1000)
    assert PassageStore.open(kept.directory).contents() == {0: 1, 9: 1}


def test_whoosh_sees_what_is_removed(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "passages")
    kept.update([PassageEntry(key, 1, ["vienna"]) for key in range(5)])
    kept.update([], [1, 2])
    with kept.index.reader() as reader:
        assert reader.has_deletions()
        assert reader.doc_count() == 3
        assert [reader.is_deleted(number) for number in range(5)] == [False, True, True, False, False]
        assert list(reader.postings("terms", b"vienna").all_ids()) == [0, 3, 4]
        assert list(reader.all_doc_ids()) == [0, 3, 4]


def test_an_index_in_another_form_is_refused(tmp_path: Path) -> None:
    kept = PassageStore.open(tmp_path / "passages")
    kept.update([PassageEntry(1, 1, ["vienna"])])
    path = kept.directory / CONTENTS
    body = json.loads(path.read_bytes())["body"]
    body["layout"]["format"] = FORMAT - 1
    checked = zlib.crc32(json.dumps(body, sort_keys=True).encode())
    path.write_text(json.dumps({"crc32": checked, "body": body}))
    with pytest.raises(LibraryDamaged, match="another version"):
        PassageStore.open(kept.directory)
    assert PassageStore.begin_anew(kept.directory).contents() == {}
