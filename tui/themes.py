"""The two themes: warm ink on dark paper, and its light twin.

Amber belongs to hits alone, teal to entities, green to reasons. The colours are chosen to
stay apart and readable when a terminal with 256 colours takes the nearest it has.
"""

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="cuttings-dark",
    primary="#c8c2b4",
    secondary="#86bdbd",
    accent="#c8c2b4",
    warning="#d7af87",
    error="#e08a7d",
    success="#9cc38a",
    foreground="#e6e1d6",
    background="#16181d",
    surface="#16181d",
    panel="#23272f",
    boost="#23272f",
    dark=True,
    text_alpha=1.0,
    variables={
        "ink": "#e6e1d6",
        "ink-strong": "#f6f2e9",
        "ink-quiet": "#aca89f",
        "paper": "#16181d",
        "paper-raised": "#23272f",
        "chosen": "#282c33",
        "chosen-focus": "#2f343d",
        "frame": "#4a4d52",
        "frame-focus": "#c3beb1",
        "hit": "#e0a458",
        "hit-ink": "#1d1710",
        "hit-current": "#ffd08a",
        "hit-count": "#e0a458",
        "entity": "#86bdbd",
        "reason": "#9cc38a",
        "bar": "#e6e1d6",
        "border": "#c3beb1",
        "border-blurred": "#4a4d52",
        "block-cursor-background": "#2f343d",
        "block-cursor-foreground": "#f6f2e9",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#e6e1d6",
        "input-cursor-foreground": "#16181d",
        "input-selection-background": "#444a55",
        "screen-selection-background": "#444a55",
        "screen-selection-foreground": "#f6f2e9",
        "scrollbar": "#3a3e46",
        "scrollbar-hover": "#565a61",
        "scrollbar-active": "#75716a",
        "scrollbar-background": "#16181d",
        "scrollbar-background-hover": "#16181d",
        "scrollbar-background-active": "#16181d",
        "scrollbar-corner-color": "#16181d",
        "footer-background": "#23272f",
        "footer-foreground": "#aca89f",
        "footer-key-foreground": "#e6e1d6",
        "footer-description-foreground": "#aca89f",
    },
)
"""Warm ink on dark paper."""

LIGHT: Final = Theme(
    name="cuttings-light",
    primary="#5a544a",
    secondary="#0f5f66",
    accent="#5a544a",
    warning="#7a4a1e",
    error="#a3322a",
    success="#2f6b2a",
    foreground="#2a2721",
    background="#faf7f0",
    surface="#faf7f0",
    panel="#ebe9e5",
    boost="#ebe9e5",
    dark=False,
    text_alpha=1.0,
    variables={
        "ink": "#2a2721",
        "ink-strong": "#12100c",
        "ink-quiet": "#5c584f",
        "paper": "#faf7f0",
        "paper-raised": "#ebe9e5",
        "chosen": "#f1efec",
        "chosen-focus": "#eae8e3",
        "frame": "#c9c2b3",
        "frame-focus": "#5a544a",
        "hit": "#f0bd6c",
        "hit-ink": "#241a08",
        "hit-current": "#e08a10",
        "hit-count": "#7d4a00",
        "entity": "#0f5f66",
        "reason": "#2f6b2a",
        "bar": "#2a2721",
        "border": "#5a544a",
        "border-blurred": "#c9c2b3",
        "block-cursor-background": "#eae8e3",
        "block-cursor-foreground": "#12100c",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#2a2721",
        "input-cursor-foreground": "#faf7f0",
        "input-selection-background": "#c5d3e3",
        "screen-selection-background": "#c5d3e3",
        "screen-selection-foreground": "#12100c",
        "scrollbar": "#d6cfbf",
        "scrollbar-hover": "#b8b0a0",
        "scrollbar-active": "#948c7c",
        "scrollbar-background": "#faf7f0",
        "scrollbar-background-hover": "#faf7f0",
        "scrollbar-background-active": "#faf7f0",
        "scrollbar-corner-color": "#faf7f0",
        "footer-background": "#ebe9e5",
        "footer-foreground": "#5c584f",
        "footer-key-foreground": "#12100c",
        "footer-description-foreground": "#5c584f",
    },
)
"""Dark ink on light paper."""

THEMES: Final = (DARK, LIGHT)
"""All themes of Cuttings, the one it starts with first."""

VARIABLE_DEFAULTS: Final[Mapping[str, str]] = {
    name: DARK.variables[name]
    for name in (
        "ink",
        "ink-strong",
        "ink-quiet",
        "paper",
        "paper-raised",
        "chosen",
        "chosen-focus",
        "frame",
        "frame-focus",
        "hit",
        "hit-ink",
        "hit-current",
        "hit-count",
        "entity",
        "reason",
        "bar",
    )
}
"""What the styles of Cuttings name beyond Textual's own variables.

The app returns it from `get_theme_variable_defaults`, so that style sheets can be read
before a theme is chosen, and under a theme that is not of Cuttings.
"""
