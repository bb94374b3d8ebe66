"""Measure how well the heads of article files are read, on a corpus that `corpus.py` wrote.

    python bench/heads.py DIR [--show FIELD]

Prints the share that is right by shape of head: title, source and date, where the text starts,
and where it ends. Where a file has no title, the beginning of its first sentence is right; where
it names no source or date, only none is. Some of the real articles end in residue of their own
(newsletters, other stories), so that leaving more out than was added counts as wrong: 100 % is
not to be had in the last column.
"""

import argparse
import json
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

from index.errors import UnreadableFile
from index.ingest import Draft, read_article

FIELDS = ("title", "source", "published", "start", "end")


def main() -> None:
    """Read every file of the corpus and print the table."""
    parser = argparse.ArgumentParser(description="Measure how well the heads of article files are read.")
    parser.add_argument("directory", type=Path, metavar="DIR")
    parser.add_argument("--show", choices=FIELDS, help="print the files for which this field is wrong")
    options = parser.parse_args()
    manifest = options.directory.with_name(options.directory.name + ".json")
    files: dict[str, dict[str, Any]] = json.loads(manifest.read_text(encoding="utf-8"))["files"]

    right: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(FIELDS, 0))
    count: dict[str, int] = defaultdict(int)
    refused: list[str] = []
    for name, truth in files.items():
        try:
            draft = read_article(Path(name).name, (options.directory / name).read_bytes())
        except UnreadableFile as error:
            refused.append(f"{name}: {error}")
            continue
        verdicts = judge(draft, truth)
        for row in (truth["head"], f"  {truth['body']}", f"    {truth['encoding']}", "all"):
            count[row] += 1
            for field, good in verdicts.items():
                right[row][field] += good
        if options.show and not verdicts[options.show]:
            print(f"{name} [{truth['head']}, {truth['body']}, {truth['encoding']}]")
            print(f"    title {draft.title!r}, source {draft.source!r}, published {draft.published!r}")
            print(f"    text {draft.text[:80]!r} … {draft.text[-80:]!r}")

    print(f"{'':14}{'files':>8}" + "".join(f"{field:>11}" for field in FIELDS))
    for row in sorted(count, key=lambda row: (row == "all", len(row) - len(row.lstrip()), row)):
        shares = (right[row][field] / count[row] for field in FIELDS)
        print(f"{row:14}{count[row]:>8,}" + "".join(f"{share:>11.1%}" for share in shares))
    for line in refused:
        print("not read:", line)


def judge(draft: Draft, truth: dict[str, Any]) -> dict[str, bool]:
    """Return for each field whether the draft has it as the truth says."""
    title, text = _plain(draft.title), _plain(draft.text)
    starts = [_plain(start) for start in truth["starts"]]
    if truth["title"] is None:
        lead = title.rstrip("….").rstrip()
        title_right = bool(title) and starts[0].startswith(lead[: len(starts[0])])
    else:
        title_right = title == _plain(truth["title"])
    return {
        "title": title_right,
        "source": draft.source == truth["source"],
        "published": draft.published == truth["published"],
        "start": any(text.startswith(start) for start in starts),
        "end": text.endswith(_plain(truth["ends"])),
    }


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


if __name__ == "__main__":
    main()
