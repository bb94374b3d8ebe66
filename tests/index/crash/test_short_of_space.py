"""A disk that is full, and one that may not be written to: said, and nothing lost."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

LIMITS = (600, 5_000, 60_000, 200_000) if os.environ.get("CUTTINGS_CRASH") == "all" else (60_000,)
"""Bytes that no file may grow beyond."""

PARTED = ["unshare", "--user", "--map-root-user", "--mount"]
"""Gives a process file systems of its own, which needs no rights where the kernel allows it to users."""

Done = subprocess.CompletedProcess[str]


def may_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run([*PARTED, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True)
    return tried.returncode == 0


needs_mount = pytest.mark.skipif(not may_mount(), reason="this machine does not let users mount anything")


def article(number: int, words: int = 4000) -> str:
    return f"Talks {number}\n\n" + " ".join(f"iran{number}x{word}" for word in range(words)) + "\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(article(number, 20))
    return folder


@pytest.fixture
def cuttings(tmp_path: Path) -> Callable[..., Done]:
    """Run the command on a home; `around` is a shell script in which "$@" stands for it."""

    def run(*words: object, around: str | None = None, limit: int | None = None) -> Done:
        command = [sys.executable, "-m", "tui", *map(str, words)]
        if around is not None:
            command = [*PARTED, "sh", "-ec", around, "sh", *command]

        def bound() -> None:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        environment = {
            **os.environ,
            "CUTTINGS_HOME": str(tmp_path / "home"),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, preexec_fn=bound, timeout=100
        )

    return run


def test_files_that_may_not_grow(cuttings: Callable[..., Done], articles: Path) -> None:
    assert cuttings("index", articles).returncode == 0
    for number in range(10, 14):
        (articles / f"{number}.txt").write_text(article(number))
    for limit in LIMITS:
        failed = cuttings("index", articles, limit=limit)
        assert failed.returncode == 3, (limit, failed.stdout + failed.stderr)
        assert failed.stdout == "" and "Traceback" not in failed.stderr
        assert "should not have" not in failed.stderr, failed.stderr
        found = cuttings("search", "talks", "-l", limit=limit)
        assert found.returncode in (0, 3), found.stderr
        if found.returncode == 0:
            assert {f"{articles}/{number}.txt" for number in range(4)} <= set(found.stdout.splitlines())
    assert cuttings("index", articles).returncode == 0
    assert len(cuttings("search", "talks", "-l").stdout.splitlines()) == 8
    assert cuttings("doctor").returncode == 0


@needs_mount
def test_a_disk_that_is_full(cuttings: Callable[..., Done], articles: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    big = tmp_path / "big"
    big.mkdir()
    for number in range(10, 40):
        (big / f"{number}.txt").write_text(article(number))
    script = f"""
        mount -t tmpfs -o size=1500k,mode=700 none {home}
        "$@" index {articles} >&2
        cp {big}/* {articles}
        status=0; "$@" index {articles} || status=$?
        echo "index $status"
        status=0; "$@" search talks -l > {tmp_path}/found || status=$?
        echo "search $status $(wc -l < {tmp_path}/found)"
        mount -o remount,size=60m {home}
        "$@" index {articles} > /dev/null
        "$@" search talks -l | wc -l
        "$@" doctor > /dev/null
        echo "$(ls {home}/cache/libraries/*/ | sort | tr '\\n' ' ')"
    """
    done = cuttings(around=script)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "index 3"
    assert "full" in done.stderr or "No space left" in done.stderr
    _, status, found = lines[1].split()
    assert status == "3" or int(found) >= 4, lines
    assert lines[2] == "34"
    assert lines[3].split() == ["catalog.sqlite", "fulltext", "library.json", "lock", "passages"]


@needs_mount
def test_a_disk_that_may_not_be_written_to(
    cuttings: Callable[..., Done], articles: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    assert cuttings("index", articles).returncode == 0
    (articles / "new.txt").write_text(article(9, 20))
    script = f"""
        mount --bind {home} {home}
        mount -o remount,ro,bind {home}
        "$@" search talks -l | wc -l
        "$@" entities > /dev/null || test $? = 1
        "$@" related {articles}/1.txt --passage 0 > /dev/null || test $? = 1
        "$@" libraries > /dev/null
        "$@" doctor > /dev/null
        status=0; "$@" index {articles} || status=$?
        echo "index $status"
    """
    done = cuttings(around=script)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == ["4", "index 3"]
    assert "cannot be written to: Read-only file system" in done.stderr
    assert "Traceback" not in done.stderr


@needs_mount
def test_a_killed_library_on_a_disk_that_may_not_be_written_to(
    cuttings: Callable[..., Done], articles: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    killed = (
        "import os, signal, sys\nfrom index import Library\n"
        "library = Library.open(sys.argv[1])\nlibrary.sync()\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = {**os.environ, "CUTTINGS_HOME": str(home), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", killed, articles], env=environment, timeout=100)
    script = f"""
        mount --bind {home} {home}
        mount -o remount,ro,bind {home}
        "$@" search talks -l | wc -l
        "$@" doctor > /dev/null
    """
    done = cuttings(around=script)
    assert (done.returncode, done.stdout) == (0, "4\n"), done.stderr


SAYING = """
    say() { status=0; "$@" > /dev/null || status=$?; echo "$status"; }
    text=$HIDDEN/talks.txt
    "$@" index $HIDDEN >&2
    say "$@" mend --say 'hide place "Geneva"'
    say "$@" watch --say 'person "Ada Brandt"'
"""
"""Two things are said while there is room."""


@needs_mount
@pytest.mark.parametrize(
    ("close", "open_again", "reason"),
    [
        ("cat /dev/zero > $DATA/fill 2> /dev/null || true", "rm $DATA/fill", "No space left on device"),
        ("mount -o remount,ro $DATA", "mount -o remount,rw $DATA", "Read-only file system"),
    ],
    ids=["full", "read only"],
)
def test_what_cannot_be_written_down_is_refused(
    cuttings: Callable[..., Done], articles: Path, tmp_path: Path, close: str, open_again: str, reason: str
) -> None:
    home = tmp_path / "home"
    (home / "data").mkdir(parents=True, mode=0o700)
    (articles / "talks.txt").write_text("Talks\n\nAda Brandt met Carl Ekman in Geneva and in Oslo.\n")
    script = f"""
        DATA={home}/data; HIDDEN={articles}
        mount -t tmpfs -o size=256k,mode=700 none $DATA
        {SAYING}
        {close}
        say "$@" mend --say 'hide place "Oslo"'
        say "$@" mend --take-back 'hide place "Geneva"'
        say "$@" watch --say 'person "Carl Ekman"'
        say "$@" watch --take-off 'person "Ada Brandt"'
        "$@" entities | grep -c "Geneva\\|Oslo"
        {open_again}
        say "$@" mend --say 'hide place "Oslo"'
        say "$@" watch --say 'person "Carl Ekman"'
        cp -r $DATA {tmp_path}/kept
        ls -A $DATA/libraries/* | grep -v lock | tr '\\n' ' '
    """
    done = cuttings(around=script)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == [*"0033331", "0", "0", "mendings.txt", "watched.txt"], done.stderr
    assert done.stderr.count(f"cannot be written: {reason}.") == 4 and "Traceback" not in done.stderr
    mendings, watched = (next((tmp_path / "kept").rglob(name)) for name in ("mendings.txt", "watched.txt"))
    assert mendings.read_text().splitlines()[1:] == ['hide place "Geneva"', 'hide place "Oslo"']
    assert watched.read_text().splitlines()[1:] == ['person "Ada Brandt"', 'person "Carl Ekman"']


@needs_mount
def test_what_is_written_down_holds_once_the_library_can_be_written_to(
    cuttings: Callable[..., Done], articles: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    (home / "cache").mkdir(parents=True, mode=0o700)
    (articles / "talks.txt").write_text("Talks\n\nAda Brandt met Carl Ekman in Geneva and in Oslo.\n")
    script = f"""
        CACHE={home}/cache; HIDDEN={articles}
        mount -t tmpfs -o size=20m,mode=700 none $CACHE
        {SAYING}
        mount -o remount,ro $CACHE
        say "$@" mend --say 'hide place "Oslo"'
        "$@" mend | grep -c Oslo
        "$@" entities | grep -c "Geneva\\|Oslo"
        mount -o remount,rw $CACHE
        "$@" entities | grep -c "Geneva\\|Oslo" || true
    """
    done = cuttings(around=script)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == ["0", "0", "3", "1", "1", "0"], done.stderr
    assert "is written down" in done.stderr and "Traceback" not in done.stderr
