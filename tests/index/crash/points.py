"""Kill a process at one point after another, and look each time whether everything is whole.

    python tests/index/crash/points.py --points 1000

Points are spread evenly over all steps of a scene (`scenes`, `faults`) and, for a quarter of them, over
its time; at an eighth an error is met instead. Where a scene names parts of the program (`names_scene`,
`files_scene`), half of the points by step are spread evenly over these. Each point is a process of its own,
forked off when everything is loaded. A point is whole when what is found is the state before or after the
change that was being made, when nothing is missing that had been reported as done, and when the work can
then be brought to its end.
"""

import argparse
import errno
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[3]), str(Path(__file__).parent)]

from faults import Faults  # noqa: E402
from files_scene import FilesScene  # noqa: E402
from names_scene import NamesScene  # noqa: E402
from scenes import MET, SCENES, IndexScene, LibraryScene  # noqa: E402

Scene = IndexScene | LibraryScene | NamesScene | FilesScene
ALL: dict[str, type[Scene]] = {**SCENES, NamesScene.name: NamesScene, FilesScene.name: FilesScene}

Stages = dict[str, list[int]]
"""The steps of each part of the program that has a name."""

HELPERS = "CUTTINGS_HELPERS"
"""Who is killed by time has a helper; the others do all by themselves, so that their steps can be counted."""

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


@dataclass(frozen=True)
class Point:
    """Where a process is struck."""

    how: str
    """`step`, `time` or `error`."""
    at: float
    """Number of the step, or seconds."""
    error: int | None = None
    """The error that the step meets with."""
    stage: str = ""
    """The part of the program it is in, where that was chosen."""


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """Do something in a process of its own; gives its id and where to read what it reports."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        work(writing)
        status = 0
    except BaseException:
        os.write(writing, traceback.format_exc().encode())
    finally:
        os._exit(status)


def reported(child: int, reading: int) -> tuple[int, str]:
    """Wait for the end of a process; gives its status and what it reported."""
    with open(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    return os.waitpid(child, 0)[1], said


def count(scene: Scene) -> tuple[Counter[str], Stages]:
    """How many steps of each kind a scene has, and which are those of its named parts."""
    scene.prepare()

    def work(writing: int) -> None:
        faults = Faults()
        faults.install()
        faults.name(getattr(scene, "stages", {}))
        scene.work(lambda line: None)
        with open(writing, "w", encoding="utf-8") as pipe:
            json.dump([faults.kinds, faults.stages], pipe)

    status, said = reported(*forked(work))
    assert status == 0, said
    kinds, stages = json.loads(said)
    never = getattr(scene, "stages", {}).keys() - stages.keys()
    assert not never, f"never come to: {never}"
    return Counter(kinds), stages


def duration(scene: Scene) -> float:
    """How long a scene takes, in seconds, with a helper."""
    scene.prepare()
    began = time.monotonic()

    def work(writing: int) -> None:
        os.environ[HELPERS] = "1"
        scene.work(lambda line: None)

    status, said = reported(*forked(work))
    assert status == 0, said
    return time.monotonic() - began


def strike(scene: Scene, point: Point) -> tuple[list[str], str]:
    """Do a scene's work up to a point; gives what was reported as done, and where it ended."""
    scene.prepare()

    def work(writing: int) -> None:
        def report(line: str) -> None:
            os.write(writing, f"{line}\n".encode())

        if point.how == "time":
            os.environ[HELPERS] = "1"
        else:
            faults = Faults(int(point.at), point.error)
            faults.install()
            faults.name(getattr(scene, "stages", {}))
        scene.work(report)

    child, reading = forked(work)
    if point.how == "time":
        time.sleep(point.at)
        os.kill(child, signal.SIGKILL)
    status, said = reported(child, reading)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    assert killed or status == 0, said
    lines = said.split("\n")[:-1]  # a line that was not written whole was not reported
    met = any(line.startswith(MET) for line in lines)
    return [
        line for line in lines if not line.startswith(MET)
    ], "met" if met else "killed" if killed else "ended"


def points(steps: int, stages: Stages, seconds: float, wanted: int, chance: random.Random) -> Iterator[Point]:
    """So many points: five eighths kills by step, an eighth errors at a step, a quarter kills by time."""
    by_time, by_error = wanted // 4, wanted // 8
    by_stage = (wanted - by_time - by_error) // 2 if stages else 0
    by_step = wanted - by_time - by_error - by_stage
    names = chance.sample(sorted(stages), len(stages))
    for number in range(by_stage):
        stage = names[number % len(names)]
        error = ERRORS[number % len(ERRORS)] if chance.random() < 0.2 else None
        yield Point("stage", chance.choice(stages[stage]), error, stage)
    for number in range(by_step):
        yield Point("step", 1 + (number * steps + chance.randrange(steps)) // by_step % steps)
    for number in range(by_error):
        at = 1 + (number * steps + chance.randrange(steps)) // by_error % steps
        yield Point("error", at, ERRORS[number % len(ERRORS)])
    for _ in range(by_time):
        yield Point("time", chance.uniform(0, seconds))


def run(kind: str, seed: int, wanted: int, place: Path) -> tuple[Counter[str], list[str]]:
    """Strike a scene at so many points; gives how many of each kind there were, and what was not whole."""
    scene: Scene = ALL[kind](place / kind, seed)
    (kinds, stages), seconds = count(scene), duration(scene)
    steps = kinds.total()
    print(f"{kind} {seed}: {steps} steps ({dict(kinds)}), {seconds:.2f} s", flush=True)
    struck: Counter[str] = Counter()
    broken: list[str] = []
    for point in points(steps, stages, seconds, wanted, random.Random(seed)):
        struck[point.stage or point.how] += 1
        try:
            reports, ending = strike(scene, point)
            struck[ending] += 1
            scene.judge(reports)
        except Exception:
            broken.append(f"{kind} {seed} {point}\n{traceback.format_exc()}")
            print(broken[-1], flush=True)
    return struck, broken


def main() -> int:
    """Run them; the status tells whether all were whole."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--points", type=int, default=25)
    parser.add_argument("--each", type=int, default=125, help="points with one sequence of changes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scene", choices=sorted(ALL), action="append")
    asked = parser.parse_args()
    os.environ[HELPERS] = "0"
    place = Path(tempfile.mkdtemp(prefix="crash-"))
    bad = 0
    try:
        for kind in asked.scene or sorted(ALL):
            left, seed, total, struck = asked.points, asked.seed, 0, Counter[str]()
            while left > 0:
                found, broken = run(kind, seed, min(left, asked.each), place)
                struck += found
                total += len(broken)
                left, seed = left - asked.each, seed + 1
            print(
                f"{kind}: {asked.points - total} of {asked.points} points whole ({dict(struck)})", flush=True
            )
            bad += total
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
