"""Write a corpus of news articles as files of many shapes.

    python bench/corpus.py DIR [--articles N]

The files stand in subfolders of a thousand; DIR.json, beside the folder, tells what each of
them holds. Nothing is done where that file says that all is there.
"""

import argparse
import json
import shutil
import sys
import time
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import newsroom
import shapes

FORMAT = 1
"""Raised whenever the same number would give another file."""
FOLDER = 1_000
"""Most files in a subfolder."""


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a corpus of news articles as files of many shapes.")
    parser.add_argument("directory", type=Path, metavar="DIR")
    parser.add_argument("--articles", type=int, default=newsroom.REAL, metavar="N")
    options = parser.parse_args()
    if options.articles < 1:
        parser.error("N must be at least 1")
    write(options.directory, options.articles)


def write(directory: Path, articles: int) -> None:
    """Make `directory` hold the first `articles` articles and nothing else of an earlier corpus."""
    manifest = directory.with_name(directory.name + ".json")
    stamp = {"format": FORMAT, "articles": articles}
    known = _stamp(manifest)
    if known == stamp:
        return
    if directory.exists() and any(directory.iterdir()):
        if known is None:
            raise SystemExit(f"{directory} holds files that are not a corpus; name another folder")
        shutil.rmtree(directory)
    # Written first, so that a run that is broken off is known for what it is and done again.
    directory.mkdir(parents=True, exist_ok=True)
    manifest.write_text(json.dumps({"corpus": {**stamp, "articles": 0}, "files": {}}), encoding="utf-8")

    began = time.perf_counter()
    raws = newsroom.load()
    files = {}
    for number in range(articles):
        data, truth = shapes.shape(newsroom.piece(raws, number), number)
        name = f"{number // FOLDER:03d}/{number % FOLDER:03d}_{sha256(data).hexdigest()[:16]}.txt"
        if number % FOLDER == 0:
            (directory / name).parent.mkdir()
        (directory / name).write_bytes(data)
        files[name] = asdict(truth)
    with manifest.open("w", encoding="utf-8") as out:
        json.dump({"corpus": stamp, "files": files}, out, ensure_ascii=False)
    seconds = time.perf_counter() - began
    print(f"{articles:,} articles written to {directory} in {seconds:.1f} s", file=sys.stderr)


def _stamp(manifest: Path) -> dict[str, int] | None:
    """Return what an earlier run left at the head of its manifest."""
    try:
        with manifest.open(encoding="utf-8") as lines:
            head = lines.read(200)
        stamp, _ = json.JSONDecoder().raw_decode(head.removeprefix('{"corpus": '))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


if __name__ == "__main__":
    main()
