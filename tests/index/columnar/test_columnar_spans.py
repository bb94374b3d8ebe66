from random import Random

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from index.columnar.arrays import Ints
from index.columnar.chunks import Chunks, Word, beginnings
from index.columnar.spans import Spans, find, pack

GAP = 100

WORDS = st.tuples(st.integers(0, 2), st.integers(0, 700), st.integers(1, 700))
"""Boundaries before a word, code points between it and the one before, its own code points."""


def as_spans(documents: list[list[tuple[int, int, int]]]) -> Spans:
    rows = []
    for owner, words in enumerate(documents):
        position = end = 0
        for boundaries, between, length in words:
            position += boundaries * GAP
            rows.append((owner, position, end + between, end + between + length))
            position, end = position + 1, end + between + length
    columns: Ints = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Spans(*columns)


@given(st.lists(st.lists(WORDS, max_size=8), max_size=6), st.randoms())
@example([[], [(1, 255, 255)], [], [(0, 254, 510), (2, 0, 1)]], Random(1))
def test_words_are_found_where_they_were_packed(
    documents: list[list[tuple[int, int, int]]], random: Random
) -> None:
    edges, packed = pack(as_spans(documents), len(documents), GAP)
    assert packed.dtype == np.uint8 and edges[-1] == len(packed)
    chosen = random.sample(range(len(documents)), random.randint(0, len(documents)))
    wanted = as_spans([documents[number] for number in chosen])
    rows = np.array(random.choices(range(len(wanted.owners)), k=9) if len(wanted.owners) else [], np.int64)
    if len(rows):
        found = find(edges, packed, np.array(chosen), GAP, wanted.owners[rows], wanted.positions[rows])
        assert found[0].tolist() == wanted.starts[rows].tolist()
        assert found[1].tolist() == wanted.ends[rows].tolist()


@given(st.text(st.sampled_from("ab \n\t\u3000"), max_size=30))
def test_a_text_is_plain_if_its_pieces_are_where_plain_ones_are(text: str) -> None:
    chunks = Chunks(lambda piece: ([Word(piece, 0, 0, len(piece))], 1), GAP)
    pieces = chunks.read(text)
    row = np.frombuffer(pieces, np.uint32) if pieces else np.empty(0, np.uint32)
    is_piece = row != 0
    where = beginnings(text)
    assert [text[start:].split()[0] for start in where.tolist()] == text.split()
    if chunks.is_plain(pieces, len(text)):
        assert chunks.begins(row)[is_piece].tolist() == where.tolist()


@given(st.lists(st.lists(st.text("abc", min_size=1), min_size=1), min_size=1))
def test_a_text_in_normal_form_is_plain(paragraphs: list[list[str]]) -> None:
    chunks = Chunks(lambda piece: ([Word(piece, 0, 0, len(piece))], 1), GAP)
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    assert chunks.is_plain(chunks.read(text), len(text))
