"""What the terminal says of itself, for `cuttings doctor`."""

import locale
import os
import shutil
import sys
from collections.abc import Mapping

from rich.console import Console


def terminal_facts(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Give name and value of everything that decides how the reading room looks and copies."""
    columns, lines = shutil.get_terminal_size()
    encoding = locale.getpreferredencoding(False)
    utf8 = encoding.lower().replace("-", "") == "utf8"
    within = [
        name
        for name, variable in (("tmux", "TMUX"), ("screen", "STY"), ("ssh", "SSH_CONNECTION"))
        if environment.get(variable)
    ]
    return {
        "terminal": "yes" if sys.stdin.isatty() and sys.stdout.isatty() else "no, a pipe or a file",
        "TERM": environment.get("TERM", "not set"),
        "COLORTERM": environment.get("COLORTERM", "not set"),
        "program": environment.get("TERM_PROGRAM", "does not say"),
        "size": f"{columns} columns, {lines} lines",
        "colours": _colours(),
        "letters": encoding if utf8 else f"{encoding}: letters it lacks are shown as ?; set a UTF-8 locale",
        "within": ", ".join(within) or "nothing",
        "copying": copying(environment),
    }


def _colours() -> str:
    # Asked of a console that is told to be a terminal: what it would be, even if this output is a pipe.
    system = Console(force_terminal=True).color_system
    names = {"standard": "16", "256": "256", "truecolor": "16 million"}
    return names.get(system or "", "none") + (" (NO_COLOR is set)" if os.environ.get("NO_COLOR") else "")


def copying(environment: Mapping[str, str]) -> str:
    """Guess whether the terminal takes text to copy by OSC 52; it cannot be asked."""
    if environment.get("TMUX"):
        return "likely, where tmux has “set -g set-clipboard on”"
    if environment.get("STY"):
        return "unlikely: screen keeps it to itself"
    term, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    if program == "Apple_Terminal" or term in ("linux", "dumb", ""):
        return "no"
    if environment.get("VTE_VERSION"):
        return "unlikely: most terminals built on VTE refuse it"
    if program == "iTerm.app":
        return "likely, where iTerm2 lets programs use the clipboard (Settings, General, Selection)"
    if program in ("WezTerm", "ghostty", "vscode") or environment.get("WT_SESSION"):
        return "likely"
    if term.startswith(("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio")):
        return "likely"
    if term.startswith("xterm"):
        return "unknown; xterm itself wants allowWindowOps"
    return "unknown"
