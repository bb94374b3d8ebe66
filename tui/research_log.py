"""A trail as a research log in Markdown: what was looked for and read, in order, with citations.

Every step that led to a text quotes its passage and says where it stands; every document is cited once,
at the end, with what is needed to find it again: outlet, date, address, file, and the hash of the file.
"""

import re
from collections.abc import Mapping, Sequence

from index.model import Article
from tui.render.branches import tree
from tui.render.counts import count
from tui.render.dates import long_date
from tui.render.shown import blanked, shown
from tui.trail import Step, Trail

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_BEGINS_BLOCK = re.compile(r"^(\s*(?:\d+(?=[.)])|(?=[-+=])))(.)")
"""A number before the mark of a list, and the mark; or what begins a list, a rule or a heading."""
_INDENT = 4
"""Blanks that belong a line to the item above it, where the item's number has less than three digits."""


def research_log(trail: Trail, name: str, articles: Mapping[str, Article], today: str) -> str:
    """Write a trail down.

    Args:
        trail: The trail.
        name: What it is called; may be empty.
        articles: Its documents by id, as far as the library still has them.
        today: ISO date.
    """
    cited = _cited(trail.steps)
    documents, steps = count(len(cited), "article"), count(len(trail.steps), "step")
    lines = [
        f"# {_plain(name) or 'Trail'}",
        "",
        f"{steps} through {documents}, written down on {long_date(today)}.",
        "",
    ]
    under = " " * max(_INDENT, len(f"{len(trail.steps)}. "))  # no less than the number takes, else it is code
    for at, branch in enumerate(tree(trail.origins, trail.numbers), 1):
        step = trail.steps[branch.number]
        indent = under * (len(branch.stem) // 2)
        marker = f"{at}. "
        article = articles.get(step.document or "")
        first, *more = _step(step, article, cited)
        lines += [indent + marker + first, *(indent + under + line if line else "" for line in more), ""]
    if cited:
        lines += ["## Sources", ""]
        titles = {step.document: step.title for step in trail.steps}
        for id, number in cited.items():
            lines += [f"{number}. {_source(articles.get(id), titles[id])}"]
        lines += [""]
    return "\n".join(lines)


def _cited(steps: Sequence[Step]) -> dict[str, int]:
    """The documents of a trail in the order in which they were come to first, numbered from 1."""
    found: dict[str, int] = {}
    for step in steps:
        if step.document is not None:
            found.setdefault(step.document, len(found) + 1)
    return found


def _step(step: Step, article: Article | None, cited: Mapping[str, int]) -> list[str]:
    """What a step says, line by line."""
    why = _plain(step.why[:1].upper() + step.why[1:])
    asked = f" for {_code(step.query)}" if step.query.strip() and step.why == "search" else ""
    if step.document is None:
        return [f"{why}{asked}"]
    beside = f" with “{_plain(step.beside)}”" if step.beside else ""
    lead = f"{why}{asked}{beside}: {_plain(step.title)} [{cited[step.document]}]"
    if article is None or not 0 <= step.passage < len(article.passages):
        return [lead]
    passage = article.passages[step.passage]
    where = f"page {passage.page}, line {passage.line}" if passage.page else f"line {passage.line}"
    text = _plain(" ".join(blanked(article.text[passage.start : passage.end]).split()))
    return [f"{lead}, {where}", "", f"> {text}"]


def _source(article: Article | None, title: str) -> str:
    if article is None:
        return f"{_plain(title)}. No longer in the library."
    names = [one for one in (article.byline, article.source) if one]
    told = [f"“{_plain(article.title)}”", *(_plain(one) for one in names)]
    told.append(long_date(article.published) if article.published else "undated")
    address = f" <{shown(article.url)}>." if article.url and not re.search(r"[<>\s]", article.url) else ""
    return f"{', '.join(told)}.{address} File {_code(article.path)}, SHA-256 {_code(article.sha256)}."


def _plain(text: str) -> str:
    """A text of a document, with nothing in it that Markdown would take for markup."""
    return _BEGINS_BLOCK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", blanked(text)))


def _code(text: str) -> str:
    """A text as it stands, between as many backticks as it takes."""
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{blanked(text)}{padding}{fence}"
