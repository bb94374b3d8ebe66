"""What a concordance shows, held against lists that are sifted the slow way."""

from random import Random
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tui.sifting import Sifting

counts = st.lists(st.integers(0, 4), max_size=6)
deeds = st.lists(
    st.tuples(st.sampled_from(["reject", "undo", "group", "fold", "fold all", "sort"]), st.integers(0, 30)),
    max_size=14,
)


class Slow:
    """Rows as a list of pairs: document, and number of the hit there or None for a heading."""

    def __init__(self, counts: list[int]) -> None:
        self.order = [(document, at) for document, count in enumerate(counts) for at in range(count)]
        self.numbers = {place: number for number, place in enumerate(self.order)}
        self.out: list[list[tuple[int, int]]] = []
        self.grouped = False
        self.folded: set[int] = set()

    @property
    def left(self) -> list[tuple[int, int]]:
        gone = {place for step in self.out for place in step}
        return [place for place in self.order if place not in gone]

    @property
    def rows(self) -> list[tuple[int, int | None]]:
        if not self.grouped:
            return list(self.left)
        shown: list[tuple[int, int | None]] = []
        for document in dict.fromkeys(document for document, _ in self.left):
            shown.append((document, None))
            if document not in self.folded:
                shown += [place for place in self.left if place[0] == document]
        return shown

    def as_number(self, row: tuple[int, int | None]) -> int:
        document, at = row
        return -1 - document if at is None else self.numbers[document, at]


def done(made: list[int], deeds: list[tuple[str, int]]) -> tuple[Sifting, Slow]:
    sifting, slow = Sifting([10 * key for key in range(len(made))], made), Slow(made)
    for deed, number in deeds:
        row = slow.rows[number % len(slow.rows)] if slow.rows else None
        match deed:
            case "reject" if row:
                document, at = row
                gone = [place for place in slow.left if place[0] == document and at in (None, place[1])]
                assert sifting.reject(slow.as_number(row)) == len(gone)
                slow.out.append(gone)
            case "undo":
                back = sifting.undo()
                step = slow.out.pop() if slow.out else None
                assert (back is None) == (step is None)
                assert back is None or back.tolist() == sorted(slow.numbers[place] for place in step or [])
            case "group":
                slow.grouped = not slow.grouped
                sifting.group(slow.grouped)
            case "fold" if row:
                sifting.fold(slow.as_number(row))
                slow.folded ^= {row[0]}
            case "fold all":
                there = {document for document, _ in slow.left}
                sifting.fold_all()
                slow.folded = set() if there <= slow.folded else set(range(len(made)))
            case "sort":
                Random(number).shuffle(slow.order)
                sifting.sort(np.array([slow.numbers[place] for place in slow.order], np.int64))
    return sifting, slow


@given(counts, deeds)
def test_rows_are_those_of_a_list_that_is_sifted_the_slow_way(
    made: list[int], deeds: list[tuple[str, int]]
) -> None:
    sifting, slow = done(made, deeds)
    rows = [slow.as_number(row) for row in slow.rows]
    assert sifting.rows.tolist() == rows
    assert (sifting.total, sifting.kept) == (sum(made), len(slow.left))
    assert sifting.rejected == sum(made) - len(slow.left)
    assert sifting.documents == len({document for document, _ in slow.left})
    for at, (row, (document, number)) in enumerate(zip(rows, slow.rows, strict=True)):
        here = [place for place in slow.left if place[0] == document]
        assert sifting.find(row) == at
        assert sifting.key_of(row) == 10 * document
        assert sifting.count_of(row) == len(here)
        assert sifting.is_folded(row) == (document in slow.folded)
        first = here[0] if number is None else (document, number)
        assert sifting.first_hit(row) == slow.numbers[first]
        assert sifting.place_of(sifting.first_hit(row)) == (10 * document, first[1])


@given(counts, deeds, st.integers(0, 100))
def test_a_hit_that_is_folded_away_is_found_at_its_heading(
    made: list[int], deeds: list[tuple[str, int]], number: int
) -> None:
    sifting, slow = done(made, deeds)
    for document, at in slow.order:
        found = sifting.find(slow.numbers[document, at])
        if (document, at) not in slow.left:
            assert found == -1
        elif slow.grouped and document in slow.folded:
            assert slow.rows[found] == (document, None)
        else:
            assert slow.rows[found] == (document, at)


@given(counts, deeds)
def test_all_that_was_rejected_comes_back(made: list[int], deeds: list[tuple[str, int]]) -> None:
    sifting, _ = done(made, deeds)
    while sifting.undo() is not None:
        pass
    assert sifting.kept == sifting.total == sum(made)


@given(counts, deeds, st.randoms())
def test_what_was_rejected_stays_out_when_documents_come_and_go(
    made: list[int], deeds: list[tuple[str, int]], random: Any
) -> None:
    sifting, slow = done(made, deeds)
    others = random.sample(range(len(made) + 2), random.randint(0, len(made) + 2))
    fewer = [random.randint(0, 4) for _ in others]
    new = Sifting([10 * document for document in others], fewer)
    new.take_over(sifting)
    gone = {place for step in slow.out for place in step}
    wanted = [
        (document, at) not in gone
        for document, count in zip(others, fewer, strict=True)
        for at in range(count)
    ]
    new.group(False)
    assert new.rows.tolist() == [number for number, is_in in enumerate(wanted) if is_in]
    assert new.grouped is False
