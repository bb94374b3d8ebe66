"""Colours can be told apart and read, in full colour and with 256."""

from collections.abc import Callable
from itertools import combinations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color, rgb_to_lab
from textual.theme import Theme

from tui.render.clauses import COLOURS
from tui.themes import DARK, LIGHT, THEMES

Seen = Callable[[str], Color]

CLAUSES = ("", *(f"-{number}" for number in range(2, COLOURS + 1)))
READ_TOGETHER = [
    *(
        (f"hit-count{number}", ground)
        for number in CLAUSES
        for ground in ("paper", "paper-raised", "chosen", "chosen-focus")
    ),
    *(("hit-ink", f"{name}{number}") for name in ("hit", "hit-current") for number in CLAUSES),
    *(
        (ink, ground)
        for ink in ("ink", "ink-strong", "ink-quiet", "entity", "reason", "hit-count", "bar")
        for ground in ("paper", "chosen", "chosen-focus")
    ),
    ("ink", "paper-raised"),
    ("ink-quiet", "paper-raised"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("footer-foreground", "footer-background"),
    ("block-cursor-foreground", "block-cursor-background"),
]


def in_full(color: str) -> Color:
    return Color.parse(color)


def in_256(color: str) -> Color:
    return Color.from_rich_color(RichColor.parse(color).downgrade(ColorSystem.EIGHT_BIT))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("seen", [in_full, in_256])
@pytest.mark.parametrize(("ink", "ground"), READ_TOGETHER)
def test_text_can_be_read(theme: Theme, seen: Seen, ink: str, ground: str) -> None:
    assert contrast(seen(theme.variables[ink]), seen(theme.variables[ground])) >= 4.5


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("seen", [in_full, in_256])
def test_what_has_its_own_meaning_has_its_own_colour(theme: Theme, seen: Seen) -> None:
    names = ("ink", "ink-quiet", "hit-count", "entity", "reason")
    colours = [seen(theme.variables[name]).rgb for name in names]
    assert all(one != other for one, other in combinations(colours, 2))
    grounds = [seen(theme.variables[name]).rgb for name in ("paper", "chosen-focus", "hit", "hit-current")]
    assert all(one != other for one, other in combinations(grounds, 2))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("seen", [in_full, in_256])
def test_hits_of_several_clauses_have_their_own_colours(theme: Theme, seen: Seen) -> None:
    """Those of one kind are far apart, and far from what entities, reasons and selections look like."""

    def colours(*names: str) -> list[Color]:
        return [seen(theme.variables[name]) for name in names]

    letters = colours(*(f"hit-count{number}" for number in CLAUSES), "entity", "reason", "ink", "ink-quiet")
    grounds = colours(*(f"hit{number}" for number in CLAUSES), "paper", "chosen-focus")
    currents = colours(*(f"hit-current{number}" for number in CLAUSES), "screen-selection-background")
    for together in (letters, grounds, currents):
        assert min(difference(one, other) for one, other in combinations(together[: len(CLAUSES)], 2)) >= 15
        assert min(difference(one, other) for one in together[: len(CLAUSES)] for other in together[5:]) >= 15
    for ground, current in zip(grounds, currents, strict=False):
        assert difference(ground, current) >= 10, "the current one stands out"


def difference(one: Color, other: Color) -> float:
    """Return how far apart two colours are seen to be (CIE 1976)."""
    return sum((a - b) ** 2 for a, b in zip(rgb_to_lab(one), rgb_to_lab(other), strict=True)) ** 0.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["hit-count", "hit-count-2", "hit-count-3", "hit-count-4", "hit-count-5"])
def test_ticks_are_seen_on_the_scroll_bar(theme: Theme, name: str) -> None:
    for ground in ("scrollbar", "scrollbar-background"):
        assert contrast(in_full(theme.variables[name]), in_full(theme.variables[ground])) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_focus_is_a_frame_that_stands_out_more(theme: Theme) -> None:
    paper = in_full(theme.variables["paper"])
    assert contrast(in_full(theme.variables["frame-focus"]), paper) > 2 * contrast(
        in_full(theme.variables["frame"]), paper
    )


def test_both_themes_have_the_colours_that_style_sheets_name() -> None:
    assert set(DARK.variables) == set(LIGHT.variables)
