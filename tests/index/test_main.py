"""The process that brings a library up to date: what it is told, and what it tells."""

import json
import subprocess
import sys
from pathlib import Path


def test_it_takes_ids_as_they_come_and_ends_though_more_could_come(articles: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "index", "--first", "--home", str(tmp_path / "home")]
    process = subprocess.Popen(
        [*command, "--", str(articles)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    process.stdin.write("0123456789abcdef nothing\n")
    process.stdin.flush()
    told = []
    for line in process.stdout:
        told.append(json.loads(line))
        if told[-1].get("stage") == "reading":
            process.stdin.write("0123456789abcdee\n")
            process.stdin.flush()
    assert process.wait(60) == 0
    assert process.stderr.read() == ""
    *_, report, heard = told
    assert report["report"]["documents"] == 2
    assert heard == {"heard": []}, "no model was asked for"
    process.stdin.close()
    process.stdout.close()
    process.stderr.close()
