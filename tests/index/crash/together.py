"""One process writes to an index, others read it and one more wants to write; each says what it saw.

    python tests/index/crash/together.py writer|second|reader|opener DIRECTORY SECONDS

Every change by the writer gives all documents the word of a new generation, so that an answer in which
two generations meet, or a document is missing, is wrong. Printed is what was done, as JSON.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[3])]

from index.errors import LibraryBusy  # noqa: E402
from index.fulltext.engine import Engine, Entry  # noqa: E402
from index.fulltext.syntax import parse  # noqa: E402

DOCUMENTS = range(1, 31)
OTHERS = range(1001, 1011)


def texts(generation: int) -> list[Entry]:
    return [
        Entry(
            key,
            generation,
            f"gen{generation}",
            f"the words of gen{generation} new{key}x{generation}",
            "BBC",
            None,
        )
        for key in DOCUMENTS
    ]


def keys(engine: Engine, query: str) -> list[int]:
    return sorted(key for key in engine.list(parse(query)).keys.tolist() if key in DOCUMENTS)


def write(directory: Path, until: float) -> dict[str, int]:
    done = {"changes": 0, "merges": 0, "rebuilds": 0, "waited": 0}
    generation = 1
    engine = Engine.open(directory)
    while time.monotonic() < until:
        generation += 1
        try:
            if generation % 40 == 0:
                beside = directory.with_name("beside")
                with Engine.open(beside) as other:
                    other.update(texts(generation))
                    engine.take_over(other)
                shutil.rmtree(beside)
                done["rebuilds"] += 1
            elif generation % 25 == 0:
                engine.update([], engine.contents().keys() - set(OTHERS))
                engine.update(texts(generation))
            else:
                engine.update(texts(generation))
            done["changes"] += 1
            while engine.merge(wanted=4):
                done["merges"] += 1
        except LibraryBusy:
            done["waited"] += 1
    return done


def second(directory: Path, until: float) -> dict[str, int]:
    """Write now and then, as a second Cuttings would: it gets its turn or is told that another writes."""
    done = {"changes": 0, "waited": 0}
    engine = Engine.open(directory)
    number = 0
    while time.monotonic() < until:
        number += 1
        try:
            engine.update([Entry(OTHERS[number % 10], number, "other", f"other words {number}", None, None)])
            done["changes"] += 1
        except LibraryBusy:
            done["waited"] += 1
        time.sleep(0.05)
    return done


def look(engine: Engine) -> int:
    """Ask all there is to ask of one state; gives its generation."""
    held = {version for key, version in engine.contents().items() if key in DOCUMENTS}
    if not held:
        assert keys(engine, "words gen*") == []
        return 0
    (generation,) = held
    wanted = list(DOCUMENTS)
    assert keys(engine, f"gen{generation}") == wanted
    assert keys(engine, f'"the words of gen{generation}"') == wanted
    assert keys(engine, "gen*") == wanted
    assert keys(engine, f"gen* -gen{generation}") == []
    assert keys(engine, f"new7x{generation} source:bbc") == [7]
    return generation


def read(directory: Path, until: float, *, anew: bool) -> dict[str, int]:
    """Read one state after the other, with one engine or a new one each time."""
    done = {"answers": 0, "generations": 0, "latest": 0}
    engine = Engine.open(directory)
    seen = set()
    while time.monotonic() < until:
        if anew:
            engine = Engine.open(directory)
        else:
            engine.refresh()
        generation = look(engine)
        assert generation == 0 or generation >= done["latest"], "it went back"
        done["latest"] = max(generation, done["latest"])
        seen.add(generation)
        done["answers"] += 5
        if len(seen) % 20 == 0:
            assert not any(path.exists() for path in engine.check()), "damaged, not swept"
    done["generations"] = len(seen)
    return done


ROLES: dict[str, Callable[[Path, float], dict[str, int]]] = {
    "writer": write,
    "second": second,
    "reader": lambda directory, until: read(directory, until, anew=False),
    "opener": lambda directory, until: read(directory, until, anew=True),
}

if __name__ == "__main__":
    role, directory, seconds = sys.argv[1:]
    print(json.dumps(ROLES[role](Path(directory), time.monotonic() + float(seconds))))
