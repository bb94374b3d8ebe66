"""Readers of the codec against a dictionary: random changes and merges, then everything there is to ask."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.columnar.merging import merge_once

WORDS = ["a", "b", "iran", "Iran", "über", "z", "北京", "\U0001f5de", "x" * 300]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
DOC = st.fixed_dictionaries(
    {
        "title": TEXTS | st.none(),
        "text": TEXTS | st.none(),
        "label": st.sampled_from(["one", "two words", "über", None]),
        "size": st.integers(-(2**62), 2**62),
    }
)
STEP = st.tuples(
    st.dictionaries(st.integers(0, 12), DOC, max_size=6),
    st.sets(st.integers(0, 12), max_size=4),
    st.sampled_from(["", "", "merge", "many", "cancel", "reopen"]),
)


def tokens(doc: dict[str, Any], field: str) -> list[str]:
    if doc.get(field) is None:
        return []
    return [str(doc[field])] if field == "label" else str(doc[field]).split()


def check(written: Any, docs: dict[int, dict[str, Any]]) -> None:
    with written.index.reader() as reader:
        assert reader.doc_count() == len(docs)
        assert reader.doc_count_all() >= len(docs)
        assert reader.has_deletions() == (reader.doc_count_all() > len(docs))
        live = {number for number in range(reader.doc_count_all()) if not reader.is_deleted(number)}
        assert set(reader.all_doc_ids()) == live
        if not docs:
            return
        column = reader.column_reader("key")
        keys = {number: column[number] for number in sorted(live)}
        assert sorted(keys.values()) == sorted(docs)
        sizes = reader.column_reader("size")
        assert {keys[number]: sizes[number] for number in live} == {
            key: doc["size"] for key, doc in docs.items()
        }
        assert all(reader.stored_fields(number) == {} for number in live)
        for field in ("title", "text", "label"):
            postings(reader, keys, docs, field)


def postings(reader: Any, keys: dict[int, int], docs: dict[int, dict[str, Any]], field: str) -> None:
    counts = {key: Counter(tokens(doc, field)) for key, doc in docs.items()}
    held = {word for counter in counts.values() for word in counter}
    lexicon = [word.decode("utf-8") for word in reader.lexicon(field)]
    assert lexicon == sorted(set(lexicon), key=lambda word: word.encode())
    assert held <= set(lexicon), "removed documents may leave words behind, not take any"
    if field != "label":
        lengths = {keys[number]: reader.doc_field_length(number, field) for number in keys}
        assert lengths == {key: counter.total() for key, counter in counts.items()}
        longest = max(lengths.values())
        assert reader.max_field_length(field) >= longest and reader.field_length(field) >= sum(
            lengths.values()
        )
        assert reader.min_field_length(field) <= min(lengths.values())
    for word in lexicon:
        expected = {key: counter[word] for key, counter in counts.items() if counter[word]}
        found = {}
        if (field, word) in reader:
            matcher = reader.postings(field, word)
            while matcher.is_active():
                found[keys[matcher.id()]] = int(matcher.weight())
                if field != "label":
                    doc = tokens(docs[keys[matcher.id()]], field)
                    at = [place for place, other in enumerate(doc) if other == word]
                    assert matcher.value_as("positions") == at
                matcher.next()
        assert found == expected
        assert reader.doc_frequency(field, word) >= len(expected)
        assert reader.frequency(field, word) >= sum(expected.values())
        if not reader.has_deletions():
            assert reader.doc_frequency(field, word) == len(expected)
            assert reader.frequency(field, word) == sum(expected.values())
            info = reader.term_info(field, word)
            numbers = [number for number, key in keys.items() if key in expected]
            assert (info.min_id(), info.max_id()) == (min(numbers), max(numbers))
            assert info.max_weight() == max(expected.values())
    assert ("text", "never seen") not in reader and reader.doc_frequency("text", "never seen") == 0
    if field == "text":
        for leaf, base in reader.leaf_readers():
            for number in leaf.all_doc_ids():
                assert vector(leaf, number) == counts[keys[base + number]]


def vector(leaf: Any, number: int) -> dict[str, int]:
    """The words of a document, from the document."""
    documents = leaf._perdoc
    if not documents.has_vector(number, "text"):
        return {}
    matcher = documents.vector(number, "text", leaf.schema["text"].format)
    found = {}
    while matcher.is_active():
        found[matcher.id().decode("utf-8")] = int(matcher.weight())
        matcher.next()
    assert list(found) == sorted(found, key=lambda word: word.encode())
    return found


@pytest.mark.timeout(7200)  # With many examples it takes as long as it is let.
@settings(
    max_examples=max(20, settings().max_examples // 4),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(steps=st.lists(STEP, min_size=1, max_size=6), flush=st.sampled_from([3, 1_000_000]))
def test_readers_say_what_the_dictionary_says(
    new_index: Callable[[], Any], steps: list[Any], flush: int
) -> None:
    written = new_index()
    docs: dict[int, dict[str, Any]] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("index.columnar.writer.FLUSH_WORDS", flush)
        for add, remove, then in steps:
            entries = [{"key": key, **doc} for key, doc in add.items()]
            if then == "cancel":
                writer = written.writer()
                writer.remove("key", remove)
                for entry in entries:
                    writer.add_document(**entry)
                writer.cancel()
            elif then == "many":
                writer = written.writer()
                writer.remove("key", {*remove, *add})
                whole = [
                    {**entry, "title": entry["title"] or "", "text": entry["text"] or ""} for entry in entries
                ]
                writer.add_documents(
                    len(whole),
                    {name: [one[name] for one in whole] for name in ("key", "size")},
                    {name: [one[name] for one in whole] for name in ("title", "text")},
                )
                writer.commit()
                written.index.refresh()
            else:
                written.change(entries, remove)
            if then != "cancel":
                for key in remove:
                    docs.pop(key, None)
                docs.update(
                    {key: {**doc, "label": None} if then == "many" else doc for key, doc in add.items()}
                )
            if then == "merge":
                while merge_once(written.index, wanted=2):
                    written.index.refresh()
                written.index.refresh()
            if then == "reopen":
                written.__init__(written.directory)
            check(written, docs)
