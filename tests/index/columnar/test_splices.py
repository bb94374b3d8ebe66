"""What is kept of numbered things follows when some go and others come, held against doing it in lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.columnar.directory import Directory
from index.columnar.splices import Splice
from index.columnar.strings import Strings, decode, encode, pack

NAMES = st.lists(st.text("abÅ 語\n", max_size=5), max_size=8)


def packed(names: list[str]) -> Strings:
    return Strings(*pack([encode(name.replace("\n", "/")) for name in names]))


@given(NAMES, NAMES, st.data())
def test_a_splice_is_what_lists_would_be(old: list[str], new: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.integers(0, len(old) - 1) if old else st.nothing()))
    places = sorted(data.draw(st.lists(st.integers(0, len(old)), min_size=len(new), max_size=len(new))))
    splice = Splice(len(old), gone, places)
    expected = []
    for number in range(len(old) + 1):
        expected += [("new", at) for at, place in enumerate(places) if place == number]
        expected += [("old", number)] if number < len(old) and number not in gone else []
    names = [old[at] if which == "old" else new[at] for which, at in expected]

    assert [(at, "old") for at in splice.stayed[splice.stayed >= 0]] == [
        (number, which) for number, (which, _) in enumerate(expected) if which == "old"
    ]
    assert set(np.flatnonzero(splice.stayed < 0).tolist()) == gone
    assert splice.came.tolist() == [number for number, (which, _) in enumerate(expected) if which == "new"]
    strings = packed(old).spliced(splice, packed(new))
    assert list(map(decode, strings.all())) == [name.replace("\n", "/") for name in names]
    assert list(strings) == strings.all()
    together, anew = Directory(old).spliced(splice, Directory(new)), Directory(names)
    for typed in ("", "a", "b", "語", "ab", *names):
        assert together.beginning(typed).tolist() == anew.beginning(typed).tolist()


def test_what_comes_may_be_wider_than_what_was_there() -> None:
    splice = Splice(2, [0], [2])
    assert splice.of(np.array([b"ab", b"cd"]), np.array([b"longer"])).tolist() == [b"cd", b"longer"]
    assert splice.of(np.array([1, 2], np.uint8), np.array([300], np.uint16)).tolist() == [2, 300]
