"""Texts at the ends of what there is: empty ones, endless ones, one word, no word twice, every script."""

from collections.abc import Callable

import numpy as np
import pytest

from index.columnar import writer
from index.fulltext.engine import Engine, Entry, Ranked
from index.fulltext.hits import find_hits
from index.fulltext.syntax import parse

NewEngine = Callable[[], Engine]


def of(texts: list[str], new_engine: NewEngine) -> Engine:
    engine = new_engine()
    engine.update(Entry(key, 1, "", text, None, None) for key, text in enumerate(texts))
    return engine


def found(engine: Engine, query: str) -> Ranked:
    return engine.list(parse(query))


def test_nothing_is_found_in_nothing(new_engine: NewEngine) -> None:
    engine = new_engine()
    for query in ("iran", '"in iran"', "i*", "iran~", '"iran us"~3', "-iran", "after:2025"):
        assert found(engine, query).total == 0
    engine.update([Entry(1, 1, "", "", None, None), Entry(2, 1, "", " \n\n \n\n\n ", None, None)])
    for query in ("iran", '"in iran"', "i*", "iran~", '"iran us"~3'):
        assert found(engine, query).total == 0
    assert found(engine, "-iran").keys.tolist() == [1, 2]


def test_one_word_a_million_times(new_engine: NewEngine) -> None:
    engine = of(["so " * 1_000_000, "so it is"], new_engine)
    assert found(engine, "so").hits.tolist() == [1_000_000, 1]
    assert found(engine, '"so so"').hits.tolist() == [999_999]
    assert found(engine, '"so so so"').hits.tolist() == [999_998]
    assert found(engine, "s*").hits_total == 1_000_001
    assert found(engine, "so it").keys.tolist() == [1]


def test_a_hundred_thousand_words_of_one_text_are_all_different(new_engine: NewEngine) -> None:
    words = [f"w{number:05d}x" for number in range(100_000)]
    engine = of([" ".join(words), "w00000x"], new_engine)
    assert found(engine, "w*").hits.tolist() == [100_000, 1]
    assert found(engine, "*9999x").hits.tolist() == [10]
    assert found(engine, "w0000?x").hits.tolist() == [10, 1]
    assert found(engine, '"w99998x w99999x"').hits.tolist() == [1]
    assert found(engine, '"w99999x w99998x"').total == 0


def test_positions_are_exact_however_far(new_engine: NewEngine) -> None:
    text = " ".join(f"word{number % 977}" for number in range(70_000)) + "\n\n" + "the very end"
    engine = of([text], new_engine)
    for query, hits in (('"the very end"', 1), ('"word638 the"', 0), ('"word637 word638"', 71)):
        assert found(engine, query).hits_total == hits == len(find_hits(parse(query), "", text))


SCRIPTS = [
    ("伊朗外交部長表示", "外交", 1),
    ("イランの外相は「攻撃」と述べた", "攻撃", 1),
    ("ถ้อยแถลงของอิหร่าน", "อิหร่าน", 1),
    ("هاجمت القوات إيران أمس", "ايران", 1),
    ("שר החוץ של אִירָאן אמר", "איראן", 1),
    ("Наступление на Ира\u0301н", "иран", 1),
    ("Ιράν και Ισραήλ", "ιραν", 1),
    ("ईरान के विदेश मंत्री", "ईरान", 1),
    ("l'Iran e\u0301tait", "était", 1),
    ("👩‍👩‍👧 Iran 🇮🇷", "iran", 1),
    ("Iran\tand\u00a0Israel\u3000met", "israel", 1),
    ("이란 외무장관이", "외무장관이", 1),
]


@pytest.mark.parametrize(("text", "query", "hits"), SCRIPTS)
def test_every_script_is_found_and_marked(text: str, query: str, hits: int, new_engine: NewEngine) -> None:
    engine = of([text, "something else"], new_engine)
    assert found(engine, query).hits.tolist() == [hits]
    assert len(find_hits(parse(query), "", text)) == hits


def test_text_without_blanks_is_written_in_segments_of_a_bounded_size(
    new_engine: NewEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "FLUSH_WORDS", 1_000)
    rng = np.random.default_rng(1)
    texts = ["".join(chr(0x4E00 + point) for point in rng.integers(0, 500, 400)) for _ in range(20)]
    engine = of(texts, new_engine)
    sizes = [one.segment.documents for one in engine.index.state.held]
    assert max(sizes) == 3 and sum(sizes) == 20
    for key, text in enumerate(texts):
        assert key in found(engine, f'"{text[200:210]}"').keys
