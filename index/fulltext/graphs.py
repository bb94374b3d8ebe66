"""The words of a clause as a graph: compounds, wildcards, likenesses."""

import re

from index import folding
from index.fulltext import analysis, fuzzy
from index.fulltext.query import Arc, Graph, Pattern
from index.fulltext.tagging import fail

_TILDE = re.compile(r"(?<=\S)~(?P<edits>[0-9]*)(?!\w)")
"""Behind a word: those like it are meant, too."""


def graph_of(text: str, exact: bool, place: tuple[int, int]) -> Graph | None:
    """The words of a clause; None where there are none."""
    text, likenesses = _likenesses(analysis.without_idle_stars(text.replace("\n", " ")), place)
    words = sorted(analysis.tokens(text, wild=True), key=lambda word: (word.position, -word.length))
    if likenesses.keys() - {word.end for word in words}:
        fail("“~” needs a word right before it.", place)
    arcs = []
    whole_until = 0
    for word in words:
        first, last = word.position, word.position + word.length
        if last <= whole_until:
            continue  # A part of a compound that is asked for as a whole.
        edits = likenesses.get(word.end, 0)
        if exact or edits:
            whole_until = last
        pattern = _fuzzy(word.surface, edits, exact, place) if edits else _pattern(word.surface, exact)
        if not pattern.text.strip("*?"):
            fail("A star or a question mark needs a letter or digit beside it.", place)
        arcs.append(Arc(pattern, first, last))
    if not arcs:
        return None
    arcs.sort(key=lambda arc: (arc.first, arc.last))
    return Graph(tuple(arcs), max(arc.last for arc in arcs))


def _likenesses(text: str, place: tuple[int, int]) -> tuple[str, dict[int, int]]:
    """The text without the tildes behind its words, and how many edits each allows, by where it stood."""
    found: dict[int, int] = {}

    def note(tilde: re.Match[str]) -> str:
        found[tilde.start()] = edits = int(tilde.group("edits") or 1)
        if edits not in fuzzy.LEAST_LETTERS:
            fail("Behind “~” stands how many letters may differ, 1 or 2.", place)
        return " " * len(tilde.group())

    return _TILDE.sub(note, text), found


def _fuzzy(surface: str, edits: int, exact: bool, place: tuple[int, int]) -> Pattern:
    if exact:
        fail("“=” asks for a word as it stands, “~” for those like it: choose one.", place)
    if "*" in surface or "?" in surface:
        fail("“~” stands behind a whole word, one without stars and question marks.", place)
    key = analysis.fold(surface)
    least = fuzzy.LEAST_LETTERS[edits]
    if len(key) < least:
        asked = f"~{edits}" if edits > 1 else "~"
        fail(f"“{surface}” is too short for “{asked}”, which needs {least} letters or more.", place)
    return Pattern(key, "fuzzy", edits=edits)


def _pattern(surface: str, exact: bool) -> Pattern:
    surface = re.sub(r"\*+", "*", surface)
    if "*" not in surface and "?" not in surface:
        return Pattern(folding.plain(surface) if exact else analysis.fold(surface), "word", exact)
    text = folding.plain(surface) if exact else analysis.fold_pattern(surface)
    is_prefix = text.index("*") == len(text) - 1 if "*" in text and "?" not in text else False
    return Pattern(text, "prefix" if is_prefix else "wildcard", exact)
