"""What should not be there, given to the real program: a message, a status, nothing obeyed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]
Program = Callable[..., subprocess.CompletedProcess[bytes]]
ROOT = Path(__file__).parents[3]


def calm(done: subprocess.CompletedProcess[bytes]) -> tuple[int, str, str]:
    """Give status, stdout and stderr, having looked that neither holds anything alarming."""
    for output in (done.stdout, done.stderr):
        assert b"\x1b" not in output and b"\x07" not in output and b"\x9b" not in output
        assert b"Traceback" not in output and b"Exception ignored" not in output
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_missing_path(program: Program) -> None:
    for command in ((), ("index",), ("search", "word"), ("kwic", "word"), ("entities",), ("show", "file")):
        status, out, message = calm(program(*command, "gone.txt"))
        assert (status, out) == (2, "")
        assert message.startswith("cuttings: no such file or folder: gone.txt")


def test_a_file_that_is_no_article(program: Program, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    status, out, message = calm(program("index", "photo.jpg"))
    assert status == 1
    assert "photo.jpg" in out + message
    status, out, message = calm(program("search", "word", "photo.jpg"))
    assert (status, out) == (1, "")
    assert "no article" in message and "photo.jpg: " in message


def test_an_unreadable_file(program: Program, articles: Path) -> None:
    secret = articles / "secret.txt"
    secret.write_text("A secret\n\nText.\n")
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("this user reads everything")
    status, out, _ = calm(program("index", str(articles), "--json"))
    assert status == 0
    [skipped] = json.loads(out)["skipped"]
    assert skipped["path"] == str(secret) and "permission" in skipped["reason"].lower()
    status, out, message = calm(program("search", "text", str(secret)))
    assert (status, out) == (1, "")
    assert "no article" in message and "permission" in message.lower()


def test_a_broken_encoding(program: Program, articles: Path) -> None:
    (articles / "broken.txt").write_bytes(
        b"A broken title \xff\xfe\xfa\n\nCaf\xe9 na\xefve \xc3\x28 zeppelin.\n"
    )
    status, out, _ = calm(program("search", "zeppelin", str(articles), "--json"))
    assert status in (0, 1)
    if status == 1:
        _, out, _ = calm(program("index", "--json"))
        assert [os.path.basename(one["path"]) for one in json.loads(out)["skipped"]] == ["broken.txt"]


def test_escape_sequences_in_text_and_name(program: Program, cli: Cli, articles: Path) -> None:
    name = "\x1b]0;owned\x07\x1b[2J\u202etxt.evil\udcff.txt"
    title = "A \x1b[31mred\x1b[0m title [bold]loud[/bold]"
    text = "Text \x1b]52;c;b3duZWQ=\x07 zeppelin \x9b2J \u202eevil."
    (articles / name).write_text(f"{title}\n\n{text}\n")
    (articles / (name + ".jpg")).write_bytes(b"")
    file = articles / name
    for words in (
        ("index", articles),
        ("index", articles, "--json"),
        ("search", "zeppelin", "--json"),
        ("show", file),
        ("show", file, "--json"),
        ("show", file, "--home", articles.with_name("other home")),
        ("search", "zeppelin \x1b[31m (", "--sort", "newest"),
        ("search", "zeppelin", file),
        ("libraries",),
        ("doctor",),
    ):
        result = cli(*words)
        assert result.exit_code in (0, 1, 2), result.stderr
        assert not set(result.output) & {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"}
    status, out, _ = calm(program("search", "zeppelin", str(articles)))
    assert status == 0
    assert "[bold]loud[/bold]" in out


def test_an_open_quote(program: Program, articles: Path) -> None:
    status, out, message = calm(program("search", '"open quote', str(articles)))
    assert (status, out) == (2, "")
    assert message.splitlines()[1] == '  "open quote'


def test_letters_the_terminal_lacks(program: Program, articles: Path) -> None:
    (articles / "accents.txt").write_text("Łódź – “ville”\n\nZeppelin à Łódź.\n")
    status, out, _ = calm(program("search", "zeppelin", str(articles), PYTHONIOENCODING="ascii"))
    assert status == 0
    assert "?" in out and out.isascii()


def test_the_reading_room_needs_a_terminal(program: Program, articles: Path) -> None:
    status, out, message = calm(program(str(articles)))
    assert (status, out) == (2, "")
    assert "needs a terminal" in message


def test_results_into_a_closed_pipe(program: Program, articles: Path, home: Path) -> None:
    for number in range(40):
        (articles / f"many{number}.txt").write_text(f"Title {number}\n\n" + "Zeppelin. " * 400 + "\n")
    calm(program("index", str(articles)))
    for words, first in (
        ("search zeppelin --limit 99 --json", b"{"),
        ("search zeppelin --limit 99", b"T"),
        ("kwic zeppelin --json", b"{"),
        ("kwic zeppelin", b" "),
    ):
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; '{sys.executable}' -m tui {words} | head -c 1"],
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "CUTTINGS_HOME": str(home)},
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, first, b"")
