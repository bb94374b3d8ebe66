"""Lines for people: wrapped in a terminal, plain in a pipe, safe in both."""

import io
import json
import os
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from tui.cli.articles import marked
from tui.cli.output import HIT, Page, near, print_json, print_paths, size
from tui.render.counts import count


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def in_terminal(print_it: Callable[[], None]) -> str:
    """Give what is printed where standard output is a terminal."""
    with redirect_stdout(Terminal()) as stream:
        print_it()
    return stream.getvalue()


def in_pipe(print_it: Callable[[], None]) -> bytes:
    """Give what is printed where standard output is a pipe."""
    written = io.BytesIO()
    with io.TextIOWrapper(written, encoding="utf-8") as stream, redirect_stdout(stream):
        print_it()
        stream.flush()
        return written.getvalue()


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")


LONG = "A line of words that goes on for longer than a terminal is wide, and then on for a little more."


def test_a_terminal_gets_wrapped_lines_with_a_hanging_indent() -> None:
    lines = in_terminal(lambda: Page().line(LONG, gutter="   7  ")).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("   7  A line") and lines[1].startswith("      ")
    assert all(len(line) <= 80 for line in lines)
    assert " ".join([lines[0][6:], lines[1][6:]]) == LONG


def test_a_pipe_gets_one_plain_line() -> None:
    hit = marked(" hit", [(1, 4)], "", HIT)
    written = in_pipe(lambda: Page().line((LONG, "bold"), hit, gutter=("   7  ", "dim")))
    assert written == f"   7  {LONG} hit\n".encode()


def test_hits_are_bold_and_coloured_in_a_terminal() -> None:
    written = in_terminal(lambda: Page().line(marked("a hit here", [(2, 5)], "", HIT)))
    assert written == "a \x1b[1;38;2;208;144;47mhit\x1b[0m here\n"


def test_without_colours_hits_are_still_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    written = in_terminal(lambda: Page().line(marked("a hit here", [(2, 5)], "", HIT)))
    assert written == "a \x1b[1mhit\x1b[0m here\n"


def test_markup_and_escapes_of_a_document_are_text() -> None:
    written = in_terminal(lambda: Page().line(marked("[red]no[/] :smile: \x1b]0;owned\x07", [], "", HIT)))
    assert written == "[red]no[/] :smile: \ufffd]0;owned\ufffd\n"


def test_parts_share_a_line_where_they_fit() -> None:
    assert in_terminal(lambda: Page().parts("a", "b")) == "\x1b[2ma · b\x1b[0m\n"
    long = "x" * 79
    assert in_terminal(lambda: Page().parts("a", long)) == f"\x1b[2ma\x1b[0m\n\x1b[2m{long}\x1b[0m\n"
    assert in_pipe(lambda: Page().parts("a", long)) == f"a · {long}\n".encode()


def test_an_empty_line_is_empty() -> None:
    written = in_terminal(lambda: Page().line())
    assert written == "\n"


@given(st.text(alphabet="ab 核é\u0301👩\u200d💻", max_size=200), st.text(alphabet=" 0123456789", max_size=7))
def test_no_line_is_wider_than_the_terminal(text: str, gutter: str) -> None:
    lines = in_terminal(lambda: Page().line(text, gutter=gutter)).splitlines()
    assert all(cell_len(line) <= 80 for line in lines)
    assert [char for char in "".join(lines) if char not in " 0123456789"] == [
        char for char in text if char != " "
    ]


@given(
    st.text(min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4),
)
def test_marks_lie_where_the_spans_are(text: str, spans: list[tuple[int, int]]) -> None:
    line = marked(text, spans, "", HIT)
    assert isinstance(line, Text) and len(line) == len(text)
    covered = {place for start, end in spans for place in range(start, min(end, len(text)))}
    found = {place for span in line.spans for place in range(span.start, min(span.end, len(text)))}
    assert found == covered


def test_json_is_one_line_of_ascii_in_a_pipe() -> None:
    value = {"path": "/a/\udcff", "text": "é\x1b[31m\x7f\x9b\u202e"}
    written = in_pipe(lambda: print_json(value))
    assert written.count(b"\n") == 1
    assert all(32 <= byte < 127 for byte in written.rstrip(b"\n"))
    assert json.loads(written) == value


def test_json_on_a_terminal_is_indented_and_obeys_nothing() -> None:
    written = in_terminal(lambda: print_json({"text": "\x1b]0;owned\x07", "number": 1}))
    assert written == '{\n  "text": "\\u001b]0;owned\\u0007",\n  "number": 1\n}\n'


def test_paths_go_into_a_pipe_byte_for_byte() -> None:
    written = in_pipe(lambda: print_paths([os.fsdecode(b"/a/\xff\x1b"), "/b\n"], b"\0"))
    assert written == b"/a/\xff\x1b\0/b\n\0"


def test_paths_are_harmless_on_a_terminal() -> None:
    written = in_terminal(lambda: print_paths([os.fsdecode(b"/a/\xff\x1b"), "/b\n"], b"\0"))
    assert written == "/a/\ufffd\ufffd\n/b\ufffd\n"


def test_counts() -> None:
    assert count(1, "article") == "1 article"
    assert count(2318, "article") == "2,318 articles"
    assert count(0, "library", "libraries") == "0 libraries"


def test_sizes() -> None:
    assert [size(number) for number in (0, 999, 1000, 41_200_000, 10**13)] == [
        "0 bytes",
        "999 bytes",
        "1 kB",
        "41 MB",
        "10.0 TB",
    ]


def test_a_path_is_shown_as_one_would_type_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path)
    here = os.getcwd()
    assert near(f"{here}/in/a.txt") == "in/a.txt"
    assert near(f"{here}x/a.txt") == f"{here}x/a.txt"
    assert near("/else/where\x1b") == "/else/where\ufffd"
