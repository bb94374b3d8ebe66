"""`cuttings compare`: two articles side by side, and on what they differ."""

import rich_click as click

from index.errors import UsageError
from index.model import Comparison, Link
from tui.cli.articles import marked, origin
from tui.cli.json_shapes import comparison_shape
from tui.cli.locate import document_named
from tui.cli.opening import left_out, opened
from tui.cli.options import PATH, home_option, json_option, paths_argument
from tui.cli.output import FAINT, REASON, STRONG, Page, near, print_json
from tui.render.counts import count
from tui.render.shown import blanked
from tui.render.variances import KINDS, about, both, differences

KIND = 11
"""Cells of the column that says on what they differ."""


@click.command()
@click.argument("first", metavar="FILE", type=PATH, help="An article, named as in cuttings show.")
@click.argument("second", metavar="OTHER", type=PATH, help="Another.")
@paths_argument
@json_option
@home_option()
def compare(first: str, second: str, paths: tuple[str, ...], as_json: bool) -> int:
    """Print which passages of two articles speak of the same, and on what they differ.

    They may differ on quotations, denials, numbers, days and names; who and what only one of them
    names comes last. c in the reading room lays the two side by side.
    """
    with opened(paths) as (library, report):
        skipped = left_out(library, report)
        one, other = (document_named(library, file, skipped) for file in (first, second))
        if one.id == other.id:
            raise UsageError("compare wants two articles, and these are one.")
        found = library.compare(one.id, other.id)
    if as_json:
        print_json(comparison_shape(found))
    else:
        _print(Page(), found)
    return 0 if found.links or found.variances else 1


def _print(page: Page, found: Comparison) -> None:
    for article in (found.first, found.second):
        page.line((blanked(article.title), STRONG))
        page.parts(origin(article), near(article.path))
    page.line()
    page.line((differences(found.variances), STRONG))
    for variance in found.variances:
        here, there = both(found, variance)
        of = f"  ({about(variance)})" if about(variance) else ""
        page.line(
            here, ("  |  ", FAINT), there, (of, FAINT), gutter=(f"{KINDS[variance.kind]:<{KIND}}", FAINT)
        )
    page.line()
    page.line((f"{count(len(found.links), 'pair')} of passages on the same matter", STRONG))
    for link in found.links:
        page.line()
        _print_link(page, found, link)
    page.line()
    only = f"{len(found.only_here):,} and {len(found.only_there):,} passages stand in one alone"
    only += f", of the first {found.looked_at:,} of each" if found.looked_at is not None else ""
    page.line((only, FAINT))


def _print_link(page: Page, found: Comparison, link: Link) -> None:
    sides = (
        (found.first, link.here, [span for reason in link.reasons for span in reason.here]),
        (found.second, link.there, [span for reason in link.reasons for span in reason.there]),
    )
    for article, number, spans in sides:
        passage = article.passages[number]
        text = article.text[passage.start : passage.end]
        inside = [(start - passage.start, end - passage.start) for start, end in spans]
        page.line(marked(text, inside, "", REASON), gutter=(f"{number:>5}  ", FAINT))
