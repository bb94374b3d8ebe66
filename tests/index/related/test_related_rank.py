"""The ranking equals a slow and obvious one, whatever the segments."""

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import LibraryDamaged
from index.related import candidates, figures, landscape, query, rank
from index.related.snapshot import K1, B, Snapshot
from index.related.store import PassageEntry, PassageStore
from index.related.terms import terms

_WORDS = "Putin Moscow strike treaty Natanz Fordow Lammy phone law attack visit talk Kremlin drone"
WORDS = _WORDS.split()
NAMES = ["putin", "moscow", "natanz", "lammy"]
Library = list[list[str]]

libraries = st.lists(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join), min_size=1, max_size=5),
    min_size=2,
    max_size=8,
)


def snapshot_of(library: Library, directory: Path, size: int = 100) -> Snapshot:
    kept = PassageStore.begin_anew(directory)
    entries = [PassageEntry(key, 1, texts) for key, texts in enumerate(library)]
    for first in range(0, len(entries), size):
        kept.update(entries[first : first + size])
    return kept.snapshot


class Oracle:
    """The figures of `index.related.figures` in dictionaries."""

    def __init__(self, library: Library) -> None:
        self.bags = {
            (key, number): Counter(one.term for one in terms(text))
            for key, texts in enumerate(library)
            for number, text in enumerate(texts)
        }
        count = len(self.bags)
        self.mean = sum(bag.total() for bag in self.bags.values()) / count
        frequency = Counter(term for bag in self.bags.values() for term in bag)
        self.idf = {term: math.log((count - n + 0.5) / (n + 0.5) + 1) for term, n in frequency.items()}

    def bm25(self, asked: Counter[str], bag: Counter[str]) -> float:
        brake = K1 * (1 - B + B * bag.total() / self.mean)
        return sum(self.idf[t] * c * (K1 + 1) / (c + brake) for t, c in bag.items() if t in asked)

    def vector(self, place: tuple[int, int], reach: int) -> dict[str, float]:
        key, number = place
        bag: Counter[str] = Counter()
        for near in range(number - reach, number + reach + 1):
            bag += self.bags.get((key, near), Counter())
        weights = {term: (1 + math.log(count)) * self.idf[term] for term, count in bag.items()}
        return scaled(weights)

    def figures(self, key: int, number: int) -> dict[tuple[int, int], list[float]]:
        here = (key, number)
        asked = self.bags[here]
        own = self.bm25(asked, asked)
        words = {term for term in asked if term not in NAMES}
        share, nearness = {}, {}
        for place, bag in self.bags.items():
            if place[0] != key and bag.keys() & asked.keys():
                share[place] = self.bm25(asked, bag) / own
                nearness[place] = dot(self.vector(here, query.NEAR), self.vector(place, query.NEAR))
        around = self.vector(here, query.AROUND)
        context = {place: dot(around, self.vector(place, query.AROUND)) for place in share}
        first = {place: share[place] + nearness[place] + context[place] for place in share}
        mixed: Counter[str] = Counter()
        for place in best(first)[: figures.ECHOES]:
            for term, weight in self.vector(place, query.NEAR).items():
                mixed[term] += first[place] * weight  # type: ignore[assignment]
        echo = scaled(dict(mixed))
        documents = [self.vector(place, query.AROUND) for place in best(first)] + [around]
        all_words = sum(self.idf[term] for term in words) + math.log((len(self.bags) + 1) / 0.5) / 4
        return {
            place: [
                share[place],
                sum(self.idf[term] for term in words & self.bags[place].keys()) / all_words,
                nearness[place],
                context[place],
                dot(echo, self.vector(place, 0)),
                *(
                    self.kin(documents, self.vector(here, reach), self.vector(place, reach))
                    for reach in (0, query.NEAR, query.AROUND)
                ),
            ]
            for place in share
        }

    def kin(self, documents: list[dict[str, float]], one: dict[str, float], other: dict[str, float]) -> float:
        """The cosine within the space of the documents' vectors, all of whose directions are taken."""
        dense = np.array(
            [[vector.get(term, 0.0) for term in self.idf] for vector in [*documents, one, other]]
        )
        _, sizes, directions = np.linalg.svd(dense[:-2], full_matrices=False)
        first, second = dense[-2:] @ directions[sizes > 1e-3].T
        return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second) or 1))


def dot(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def scaled(weights: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1
    return {term: weight / norm for term, weight in weights.items()}


def best(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The best passage of each document; ties are settled as they are in the ranking."""
    chosen: dict[int, tuple[int, int]] = {}
    for place in sorted(scores, key=lambda place: (-round(scores[place], 9), place)):
        chosen.setdefault(place[0], place)
    return list(chosen.values())


@settings(max_examples=15, deadline=None)
@given(library=libraries, size=st.sampled_from([1, 3, 100]))
def test_the_figures_equal_slow_ones(
    library: Library, size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    snapshot = snapshot_of(library, tmp_path_factory.mktemp("related") / "store", size)
    oracle = Oracle(library)
    for key, number in oracle.bags:
        asked = query.passage_query(snapshot, key, number, NAMES)
        assert asked is not None
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(landscape, "DIRECTIONS", 20)
            measured = figures.measure(snapshot, asked)
        places = zip(measured.found.keys.tolist(), measured.found.passages.tolist(), strict=True)
        found = dict(zip(places, measured.figures, strict=True))
        wanted = oracle.figures(key, number)
        assert found.keys() == wanted.keys()
        for place, row in wanted.items():
            assert found[place] == pytest.approx(row, abs=1e-4)


@settings(max_examples=10, deadline=None)
@given(library=libraries, weights=st.lists(st.floats(0, 1), min_size=8, max_size=8))
def test_a_score_is_the_weighted_sum_of_the_figures_of_the_best_passage(
    library: Library, weights: list[float], tmp_path_factory: pytest.TempPathFactory
) -> None:
    snapshot = snapshot_of(library, tmp_path_factory.mktemp("related") / "store")
    asked = query.passage_query(snapshot, 0, 0)
    assert asked is not None
    measured = figures.measure(snapshot, asked)
    scores = measured.figures @ np.array(weights)
    found = rank.rank(snapshot, asked, np.array(weights))
    wanted: dict[int, float] = {}
    for key, score in zip(measured.found.keys.tolist(), scores.tolist(), strict=True):
        wanted[key] = max(score, wanted.get(key, score))
    assert {one.key: one.score for one in found} == pytest.approx(wanted)
    assert [one.score for one in found] == sorted(wanted.values(), reverse=True)


def test_where_there_are_too_many_the_most_promising_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = [["strike on Natanz and Fordow", "the Kremlin on the treaty"]] + [
        [f"strike number{n}", "a visit"] for n in range(30)
    ]
    library.insert(9, ["Natanz and Fordow were struck", "said the Kremlin"])
    monkeypatch.setattr(candidates, "CANDIDATES", 5)
    for size in (4, 100):
        snapshot = snapshot_of(library, tmp_path / str(size), size)
        asked = query.passage_query(snapshot, 0, 0)
        assert asked is not None
        found = rank.rank(snapshot, asked)
        assert found[0].key == 9
        assert len(found) <= 5


def test_postings_of_common_words_are_not_read_where_there_are_rare_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = [["attack on Natanz"]] + [["attack"]] * 20 + [["Natanz"]]
    monkeypatch.setattr(candidates, "POSTINGS", 5)
    snapshot = snapshot_of(library, tmp_path / "store")
    asked = query.passage_query(snapshot, 0, 0)
    assert asked is not None
    assert [one.key for one in rank.rank(snapshot, asked)] == [21]


def test_removed_and_replaced_documents_are_not_found(tmp_path: Path) -> None:
    kept = PassageStore.begin_anew(tmp_path / "store")
    kept.update([PassageEntry(key, 1, ["strike on Natanz"]) for key in range(20)])
    kept.update([PassageEntry(3, 2, ["a visit"])], [4])
    asked = query.passage_query(kept.snapshot, 0, 0)
    assert asked is not None
    assert {one.key for one in rank.rank(kept.snapshot, asked)} == set(range(1, 20)) - {3, 4}
    assert query.passage_query(kept.snapshot, 4, 0) is None
    assert query.passage_query(kept.snapshot, 3, 1) is None


def test_a_text_finds_what_the_same_passage_finds(tmp_path: Path) -> None:
    library = [["strike on Natanz"], ["Natanz was struck"], ["a visit to Moscow"]]
    snapshot = snapshot_of(library, tmp_path / "store")
    asked = query.passage_query(snapshot, 0, 0)
    assert asked is not None
    by_text = rank.rank(snapshot, query.text_query(snapshot, library[0][0], key=0))
    assert by_text == rank.rank(snapshot, asked)


def test_words_that_are_nowhere_make_a_text_less_similar(tmp_path: Path) -> None:
    snapshot = snapshot_of([["strike on Natanz"], ["a visit to Moscow"]], tmp_path / "store")
    (plain,) = rank.rank(snapshot, query.text_query(snapshot, "Natanz"))
    (mixed,) = rank.rank(snapshot, query.text_query(snapshot, "Natanz quokka"))
    assert mixed.nearness < plain.nearness
    assert mixed.share < plain.share
    assert rank.rank(snapshot, query.text_query(snapshot, "quokka the")) == []
    empty = snapshot_of([], tmp_path / "empty")
    assert rank.rank(empty, query.text_query(empty, "Natanz")) == []


def test_numbers_that_lead_nowhere_are_damage(tmp_path: Path) -> None:
    snapshot = snapshot_of([["strike on Natanz"], ["strike"], ["Natanz"]], tmp_path / "store")
    asked = query.passage_query(snapshot, 0, 0)
    assert asked is not None
    (written,) = (one.file for one in snapshot.state.contents.segments)
    passages = written.columns["terms.documents"]
    with open(tmp_path / "store" / written.name, "r+b") as file:  # while it is being read
        file.seek(passages.offset)
        file.write(b"\xff" * 4 * passages.length)
    with pytest.raises(LibraryDamaged):
        rank.rank(snapshot, asked)


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="needs the figures of the kernel")
def test_an_answer_holds_on_to_no_file(tmp_path: Path) -> None:
    snapshot = snapshot_of([[f"strike on Natanz number{n}"] for n in range(50)], tmp_path / "store")
    asked = query.passage_query(snapshot, 0, 0)
    assert asked is not None and mapped(tmp_path)
    assert len(rank.rank(snapshot, asked)) == 49
    assert not mapped(tmp_path)


def mapped(directory: Path) -> int:
    """Kilobytes of the segments in a directory that are in this process's memory."""
    found, inside = 0, False
    for line in Path("/proc/self/smaps").read_text().splitlines():
        if "-" in line.split()[0] and not line.split()[0].endswith(":"):
            inside = str(directory) in line and line.endswith(".seg")
        elif inside and line.startswith("Rss:"):
            found += int(line.split()[1])
    return found
