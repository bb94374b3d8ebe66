"""Killed at any step or moment, an index and a library are whole; `make crash` tries a thousand points."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

POINTS = {"files": 30, "first": 5, "index": 12, "library": 8, "names": 12}
"""As many as take some seconds each."""

SEED = 7


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each point is a fork")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("scene", sorted(POINTS))
def test_all_points_are_whole(scene: str) -> None:
    script = Path(__file__).with_name("points.py")
    command = [sys.executable, script, "--points", str(POINTS[scene]), "--scene", scene, "--seed", str(SEED)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert f"{scene}: {POINTS[scene]} of {POINTS[scene]} points whole" in done.stdout, (
        done.stdout + done.stderr
    )
    assert done.returncode == 0
