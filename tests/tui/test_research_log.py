"""A trail as a research log."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index.model import Article, Passage
from tui.research_log import research_log
from tui.trail import Step, Trail

TEXT = "The *old* bridge over the Lenne was closed.\n\nEngineers had found <b>cracks</b> in it."
BRIDGE = Article(
    id="d1",
    path="/articles/bridge.txt",
    title="Old bridge closed to lorries",
    source="Harbour Gazette",
    byline="Ada Brandt",
    published="2024-03-12",
    language="en",
    url="https://example.org/bridge",
    sha256="0" * 64,
    collected="2024-03-13T08:00:00+00:00",
    text=TEXT,
    passages=(Passage("d1", 0, 0, 43, 5, None), Passage("d1", 1, 45, len(TEXT), 7, 2)),
)


def a_trail() -> Trail:
    trail = Trail().walk(Step("bridge", "d1", BRIDGE.title, 0, 0, "search"))
    trail = trail.walk(Step("bridge", "d2", "Gone since", 3, 0, "related"))
    back = trail.back()
    assert back is not None
    return back.walk(Step("bridge", "d1", BRIDGE.title, 1, 0, "next hit"))


def test_a_comparison_says_with_what() -> None:
    step = Step("bridge", "d1", BRIDGE.title, 0, 0, "compared", "Ferry *takes* the lorries")
    log = research_log(Trail().walk(step), "", {"d1": BRIDGE}, "2026-11-28")
    assert "Compared with “Ferry \\*takes\\* the lorries”: Old bridge closed to lorries [1], line 5" in log


def test_each_step_says_why_where_and_what_stands_there() -> None:
    log = research_log(a_trail(), "cracks", {"d1": BRIDGE}, "2026-11-28")
    assert log.splitlines() == [
        "# cracks",
        "",
        "3 steps through 2 articles, written down on Saturday 28 November 2026.",
        "",
        "1. Search for `bridge`: Old bridge closed to lorries [1], line 5",
        "",
        "    > The \\*old\\* bridge over the Lenne was closed.",
        "",
        "    2. Related: Gone since [2]",
        "",
        "3. Next hit: Old bridge closed to lorries [1], page 2, line 7",
        "",
        "    > Engineers had found \\<b\\>cracks\\</b\\> in it.",
        "",
        "## Sources",
        "",
        "1. “Old bridge closed to lorries”, Ada Brandt, Harbour Gazette, Tuesday 12 March 2024. "
        f"<https://example.org/bridge>. File `/articles/bridge.txt`, SHA-256 `{'0' * 64}`.",
        "2. Gone since. No longer in the library.",
    ]


def test_a_trail_without_a_document_and_one_without_a_step() -> None:
    searched = research_log(Trail().walk(Step("a `b`", None, "", 0, 0, "search")), "", {}, "2026-11-28")
    assert "1. Search for `` a `b` ``" in searched and "Sources" not in searched
    assert research_log(Trail(), "", {}, "2026-11-28").startswith("# Trail\n\n0 steps through 0 articles")


@given(st.text(min_size=1).filter(str.strip))
def test_no_text_becomes_markup(title: str) -> None:
    trail = Trail().walk(Step("q", "d1", title, 9, 0, "read"))
    tokens = MarkdownIt("commonmark").parse(research_log(trail, title, {}, "2026-11-28"))
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "softbreak", "code_inline"}
    assert {token.tag for token in tokens} <= {"h1", "h2", "p", "ol", "li", ""}


@pytest.mark.parametrize(
    "text",
    ["1. First of all", "2) then", "12.", "- no", "---", "===", "AT&amp;T &#35;1", r"a\b", "1.5 km", "-5"],
)
def test_a_text_is_read_as_it_stands(text: str) -> None:
    article = replace(BRIDGE, text=text, passages=(Passage("d1", 0, 0, len(text), 1),))
    trail = Trail().walk(Step("q", "d1", "Title", 0, 0, "read"))
    tokens = MarkdownIt("commonmark").parse(research_log(trail, "", {"d1": article}, "2026-11-28"))
    first = next(at for at, token in enumerate(tokens) if token.type == "blockquote_open")
    read = tokens[first + 2]
    assert read.type == "inline"
    assert "".join(child.content for child in read.children or ()) == text


@pytest.mark.parametrize("steps", [9, 120])
def test_every_step_of_a_long_trail_is_an_item_with_what_it_quotes(steps: int) -> None:
    trail = Trail()
    for number in range(steps):
        here = Step("bridge", "d1", BRIDGE.title, 0, 0, "related")
        trail = (trail.back() or trail).walk(here) if number % 3 == 2 else trail.walk(here)
    tokens = MarkdownIt("commonmark").parse(research_log(trail, "", {"d1": BRIDGE}, "2026-11-28"))
    kinds = [token.type for token in tokens]
    assert kinds.count("list_item_open") == steps + 1  # and the article among the sources
    assert kinds.count("blockquote_open") == steps
    assert "code_block" not in kinds
