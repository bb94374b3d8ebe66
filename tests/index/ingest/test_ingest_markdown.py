# ruff: noqa: E501 (pages and notes stand here as they are written)
"""Notes in Markdown: the head is read, the markup is gone, and no word of the text is."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import UnreadableFile
from index.ingest import Draft, read_article

from .drafts import check

FRONT = "---\ntitle: Second ferry\n---\n\n"


def read(text: str | bytes, name: str = "note.md") -> Draft:
    draft = read_article(name, text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    check(draft)
    return draft


def body(text: str) -> list[str]:
    return read(FRONT + text).text.split("\n\n")


def test_a_front_matter_gives_the_head() -> None:
    draft = read("""---
title: "Ferries: a second ship"
source: Sound Courier
author: [Nils Berg, "[[Eva Holm]]"]
date: 2024-03-12
url: https://courier.example/ferry
lang: en-GB
tags: [sea, sound]
---

# Ferries: a second ship

The ship comes in *May*.
""")
    assert (draft.title, draft.source) == ("Ferries: a second ship", "Sound Courier")
    assert (draft.byline, draft.published) == ("Nils Berg, Eva Holm", "2024-03-12")
    assert (draft.url, draft.language) == ("https://courier.example/ferry", "en")
    assert draft.text == "The ship comes in May."
    assert draft.passages[0].line == 13


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("title: 2024", "title", "2024"), ("title: No", "title", "No"), ("title: 12:30", "title", "12:30"),
        ("TITLE: >\n  Two\n  lines", "title", "Two lines"), ("headline: Ships", "title", "Ships"),
        ("publisher: The Lantern", "source", "The Lantern"), ("outlet: {name: Lantern}", "source", "Lantern"),
        ("site: Lantern", "source", "Lantern"), ("source: https://www.lantern.example/1", "source", "lantern.example"),
        ("source: https://www.lantern.example/1", "url", "https://www.lantern.example/1"),
        ("source: https://l.example/1\nsite: Lantern", "source", "Lantern"), ("source:", "source", None),
        ("source: ~", "source", None), ("byline: By Nils Berg", "byline", "Nils Berg"),
        ("byline: Nils Berg, Sound Courier", "source", "Sound Courier"),
        ("authors:\n- name: Nils Berg\n- name: Eva Holm", "byline", "Nils Berg, Eva Holm"),
        ("date: 2024-03-12T23:15:00-05:00", "published", "2024-03-12"), ("date: 12 March 2024", "published", "2024-03-12"),
        ("date: !!timestamp 2024-03-12", "published", "2024-03-12"), ("date: soon", "published", None),
        ("date: 2024-13-45", "published", None), ("pubdate: 2024/03/12", "published", "2024-03-12"),
        ("date: 2024-04-01\npublished: 2024-03-12", "published", "2024-03-12"),
        ("link: https://l.example/2", "url", "https://l.example/2"), ("url: javascript:alert(1)", "url", None),
        ("language: de_DE", "language", "de"), ("title: \"a\\e[31mb\\u202Ec\"", "title", "abc"),
        ("title: [[1, 2]]", "title", None), ("1: 2\n[a]: b", "title", None),
    ],
)  # fmt: skip
def test_keys_of_a_front_matter(line: str, field: str, value: str | None) -> None:
    draft = read(f"---\n{line}\n---\nText that stands below it.\n")
    if value is None and field == "title":
        assert draft.title != "1"
    else:
        assert getattr(draft, field) == value


@pytest.mark.parametrize(
    "broken",
    [
        "title: Ferries: a second ship", "title: 'open", "title: *none", "a: &a [x]\nb: [*a, *a]", "title: [a", "a: b\n c: d: e",
        "title: !!python/object/apply:os.system [ls]", "a: " + "[" * 3000, "- - - - - - - - - x: y", "a: {b: !!timestamp x}",
    ],
)  # fmt: skip
def test_a_broken_front_matter_is_text(broken: str) -> None:
    draft = read(f"---\n{broken}\n---\n\n# Second ferry\n\nThe ship comes in May.\n")
    assert draft.title == "Second ferry"
    assert broken.split("\n")[0].strip()[:40].strip(" -[") in draft.text
    assert draft.text.endswith("The ship comes in May.")


def test_no_front_matter() -> None:
    draft = read(
        "# Second ferry\n\nBy Nils Berg | Sound Courier\n\n12 March 2024\n\nThe ship comes in May.\n\n## Fares\n\nNone.\n"
    )
    assert (draft.title, draft.byline, draft.source) == ("Second ferry", "Nils Berg", "Sound Courier")
    assert (draft.published, draft.text) == ("2024-03-12", "The ship comes in May.\n\nFares\n\nNone.")
    assert [passage.line for passage in draft.passages] == [7, 9, 11]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Second ferry\n======\n\nIt comes.", "Second ferry"), ("### Low *heading*\n\nIt comes.", "Low heading"),
        ("---\n\n---\n# After nothing\n\nIt comes.", "After nothing"), ("It comes in May. So they say.\n\n# Not this", "It comes in May."),
        ("\ufeff# Marked\n\nIt comes.", "Marked"), ("# Alone", "Alone"), ("12 March 2024\n\n# Below its date\n\nIt comes.", "Below its date"),
    ],
)  # fmt: skip
def test_titles(text: str, title: str) -> None:
    assert read(text).title == title


def test_what_markup_leaves() -> None:
    assert body("""A **bold** and *fine* [link](https://x.example "t") and [another][1], `code`, \\*star\\* &amp; <b>tag</b>.
![A ferry at its pier](a.jpg) ![](b.jpg) ![c.jpg](c.jpg)
Break<br>and <https://x.example>

[1]: https://x.example/1

## A heading ##

- one
- two

  more of two
  * below
3) three
4) four

> Quoted
> on two lines

***

```python
def f():
    return 1
x = f()

# no heading
```

| Who | Crowns |
|-----|:------:|
| Child | *20* |
| Adult | 30 | extra |

<!-- a comment

over two paragraphs -->
<div class="note">
Inside.
</div>
""") == [
        "A bold and fine link and another, code, *star* & tag.\nA ferry at its pier\nBreak\nand https://x.example",
        "A heading", "– one", "– two", "more of two", "– below", "3) three", "4) four", "Quoted\non two lines",
        "def f():\n    return 1\nx = f()", "# no heading", "Who | Crowns\nChild | 20\nAdult | 30 | extra", "Inside.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "He said: 'x' * 2 is not y * 3.", "`` We appreciate it, '' she said, `` and `` Ferries '' too.", "`Yes' and `No' are words.",
        "2*3*4 makes 24, and a*b* c.", "snake_case_name and _ alone", "Fares [1] rose [2][3] (see [4]).", "a < b and c > d <unk> x",
        "[Smith]: said no", "x\\y and C:\\dir", "5 # in the # charts", "#hashtag first", "AT&T & Co; R&D", "~~so~~ ~ it goes",
        "1986 was a good year.", "$5 * $6 = $30 | or so", "<3 ferries", "http://x.example/a_b_c*d", "!important [", "a ]( b", "x ^ 2 {y}",
        "'' `` ''", "— – -", "word* and note*", "@user_name_ wrote", "Mr. B. Berg vs. E. Holm", "“Quotes” ‘here’…", "50% > 40% = 10%",
        "\\n is not a line", "he[sic] said", "[he] said [so]", "::: x", "$$ 3 $$", "key: value", "+ 5 and - 3", "a\u2013b", "== x ==",
    ],
)  # fmt: skip
def test_prose_that_looks_like_markup_stays_as_it_is(sentence: str) -> None:
    assert body(f"Before.\n\n{sentence}\n\nAfter.") == ["Before.", sentence, "After."]
    assert body(f"He said this: {sentence}") == [f"He said this: {sentence}"]


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("1. is a number", "1. is a number"), ("1986. A year", "1986. A year"), ("* note", "– note"), ("> 50 percent", "50 percent"),
        ("# 1 in the charts", "1 in the charts"), ("    indented four", "indented four"), ("\tindented", "indented"),
        ("Text\n---", "Text"), ("Said so.[^1]\n\n[^1]: In a *letter*.", "Said so.[1]\n\n[1] In a letter."), ("这是**重点**内容", "这是重点内容"),
        ("<!-- never closed", "<!-- never closed"), ("<script>\nx()\n</script>\nText", "Text"), ("<!-- x --> Text", "Text"),
        (">" * 60 + " deep", "deep"), ("- " * 60 + "deep", "deep"), ("~~~\nnever closed", "never closed"),
        ("[a](<b c> 'd') (e)", "a (e)"), ("one  \ntwo\\\nthree", "one\ntwo\nthree"), ("&#27;[31m &#x202e;&#8203;red", "\ufffd[31m red"),
    ],
)  # fmt: skip
def test_signs_at_the_beginning_of_a_line(sentence: str, left: str) -> None:
    text = read(FRONT + sentence).text
    assert text == left or (left == "deep" and text.endswith("deep"))


def test_lines_are_those_of_the_source() -> None:
    text = (
        FRONT
        + "First.\nStill first.\n\n> Quoted\n\n1. One\n2. Two\n\n```\ncode\n\nmore\n```\n\na | b\n--|--\nc | d\n"
    )
    lines = text.split("\n")
    draft = read(text)
    found = {
        draft.text[passage.start : passage.end].split("\n")[0]: passage.line for passage in draft.passages
    }
    assert found == {
        "First.": 5,
        "Quoted": 8,
        "1. One": 10,
        "2. Two": 11,
        "code": 14,
        "more": 16,
        "a | b": 19,
    }
    assert lines[18] == "a | b"


def test_lines_that_are_paragraphs() -> None:
    long = [f"Paragraph {number} " + "goes on and on " * 9 + "here." for number in range(4)]
    draft = read(FRONT + "\n".join(long))
    assert draft.text.split("\n\n") == long
    assert [passage.line for passage in draft.passages] == [5, 6, 7, 8]


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"---\n---\n", b"---\ntitle: x\n---\n", b"***\n", b"![](a.png)", b"\0\1"]
)
def test_what_holds_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"empty|front matter|not text"):
        read_article("a.md", data)


SENTENCE = st.text("abc AB,*_`[]()<>!#&'\"~|^\\-+=:;/0123", min_size=1, max_size=40)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.text("abcdefgh ", min_size=1, max_size=30), min_size=1, max_size=9), SENTENCE)
def test_words_between_any_signs_are_kept(texts: list[str], signs: str) -> None:
    """However signs cross it, a paragraph without them stays whole."""
    texts = [f"Start {text.strip()} end." for text in texts]
    draft = read(FRONT + "\n\n".join([*texts, f"Signs {signs}"]))
    assert draft.text.split("\n\n")[: len(texts)] == texts


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "---", "# Heading", "> quote", "- item", "1. item", "```", "    code", "", "", "| a | b |", "|---|---|",
                    "[a]: https://x.example", "[^1]: note", "text[^1] **bold", "<div>", "<!--", "-->", "===", "title: x",
                    "*" * 60, "> " * 40 + "x", "By Nils Berg", "12 March 2024", "\x1b[31m", "\u202e", "ᄀ&#4449;", "e*\u0301*",
                    "&#8232;x", "![a](b)", "Related articles", "Advertisement", "<script>", "word " * 200, "[" * 99,
                ]
            ),
            st.text(max_size=20),
        ),
        max_size=20,
    )
)  # fmt: skip
def test_any_note_is_read_or_refused(lines: list[str]) -> None:
    try:
        read("\n".join(lines))
    except UnreadableFile as refusal:
        assert str(refusal) in ("empty", "not text", "nothing below its front matter")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for note in (data, b"---\n" + data + b"\n---\nText."):
        try:
            check(read_article("a.md", note))
        except UnreadableFile as refusal:
            assert str(refusal) in ("empty", "not text", "nothing below its front matter")


@pytest.mark.parametrize(
    "endless",
    [
        "[",
        "![",
        "`",
        "*a ",
        "_",
        "<",
        "<b ",
        "<!-- ",
        "<!-- x\n",
        ">",
        "- ",
        "1. ",
        "[a]: http://x\n",
        "a|b\n-|-\n",
        "\\",
        "&",
    ],
)
def test_endless_rows_of_one_thing(endless: str) -> None:
    draft = read(FRONT + "Before.\n\n" + endless * 5_000 + "\n\nAfter.")
    assert draft.text.startswith("Before.")
    assert "After." in draft.text


SAMPLES = Path(__file__).parents[3] / "seeds"


@pytest.mark.parametrize(
    "sample",
    [path for path in sorted(SAMPLES.glob("*.md")) if path.name != "README.md"],
    ids=lambda p: p.name,
)
def test_the_sample_notes(sample: Path) -> None:
    draft = read(sample.read_bytes())
    assert draft.source and draft.source.startswith("Cuttings sample, after")
    assert (draft.byline, draft.language) == ("Sample Desk", "en")
    assert draft.published and "**" not in draft.text and "#" not in draft.text
