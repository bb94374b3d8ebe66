"""The texts of a corpus as Cuttings reads them, kept, so that every engine indexes the same.

python bench/texts.py .cache/corpus/N
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from multiprocessing import Pool
from pathlib import Path

from index.errors import UnreadableFile
from index.ingest import READER_VERSION, read_article


@dataclass(frozen=True, slots=True)
class Text:
    """What an engine is given of an article."""

    title: str
    text: str
    source: str | None
    """The outlet."""
    published: str | None
    """ISO date of publication."""
    language: str | None
    """ISO 639-1 code."""

    @property
    def day(self) -> int:
        """The date as the number yyyymmdd; 0 where there is none."""
        return int((self.published or "0").replace("-", ""))


def place_of(corpus: Path) -> Path:
    """The file that holds the texts of a corpus, a line each below a line that says which."""
    return corpus.with_name(corpus.name + ".texts")


def texts(corpus: Path) -> Iterator[Text]:
    """The texts of a corpus in the order of its files."""
    with place_of(corpus).open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            yield Text(*json.loads(line))


def write(corpus: Path) -> None:
    """Read the files of a corpus, if that was not done by this version of the readers."""
    manifest = corpus.with_name(corpus.name + ".json").stat()
    stamp = json.dumps({"reader": READER_VERSION, "corpus": [manifest.st_size, manifest.st_mtime_ns]}) + "\n"
    place = place_of(corpus)
    if place.exists():
        with place.open(encoding="utf-8") as lines:
            if next(lines, "") == stamp:
                return
    began = time.perf_counter()
    fresh = place.with_name(place.name + ".new")
    count = 0
    with Pool() as pool, fresh.open("w", encoding="utf-8") as out:
        out.write(stamp)
        for text in pool.imap(_read, sorted(corpus.glob("*/*.txt")), chunksize=50):
            if text is not None:
                out.write(json.dumps(astuple(text), ensure_ascii=False) + "\n")
                count += 1
    fresh.replace(place)
    print(f"{count:,} articles read in {time.perf_counter() - began:.1f} s", file=sys.stderr)


def _read(path: Path) -> Text | None:
    try:
        draft = read_article(path.name, path.read_bytes())
    except UnreadableFile:
        return None
    return Text(draft.title, draft.text, draft.source, draft.published, draft.language)


def main() -> None:
    """Read the corpus that the command line names."""
    parser = argparse.ArgumentParser(description="Keep the texts of a corpus as Cuttings reads them.")
    parser.add_argument("corpus", type=Path, metavar="DIR")
    write(parser.parse_args().corpus)


if __name__ == "__main__":
    main()
