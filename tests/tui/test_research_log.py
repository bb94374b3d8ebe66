"""A trail as a research log."""

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
