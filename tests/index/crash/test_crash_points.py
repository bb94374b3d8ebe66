"""Killed at any step or moment, an index and a library are whole; `make crash` tries a thousand points."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

POINTS = 25
"""So many for each scene: every kind of step is among them, not every step."""

SEEDS = {"index": 1, "library": 7}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each point is a fork")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("scene", sorted(SEEDS))
def test_all_points_are_whole(scene: str) -> None:
    script = Path(__file__).with_name("points.py")
    command = [sys.executable, script, "--points", str(POINTS), "--scene", scene, "--seed", str(SEEDS[scene])]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert f"{scene}: {POINTS} of {POINTS} points whole" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0
