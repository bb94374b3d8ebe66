"""What an index remembers of what it has read, and what it forgets first."""

from index.fulltext.postings import Cache


def test_what_was_not_read_for_longest_is_forgotten_first() -> None:
    cache = Cache(100)
    for name in ("first", "second", "third"):
        cache.put(name, name.upper(), 20)
    assert cache.get("first") == "FIRST"
    cache.shrink(45)
    assert [cache.get(name) for name in ("first", "second", "third")] == ["FIRST", None, "THIRD"]
    cache.put("fourth", "FOURTH", 20)
    assert cache.get("first") == "FIRST", "there is room for as much as before"
    cache.shrink(0)
    assert [cache.get(name) for name in ("first", "third", "fourth")] == [None, None, None]
