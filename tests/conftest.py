"""What holds for every test: how hard properties are tried, its own home, no helpers, model or network."""

import os
import signal
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, max_examples=40, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=int(os.environ.get("CUTTINGS_EXAMPLES", "100")))
settings.load_profile("long" if "CUTTINGS_EXAMPLES" in os.environ else "ci" if "CI" in os.environ else "here")

# Run in the background they ignore Ctrl-C, or a terminal that hangs up; so would every program they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep everything that a test makes Cuttings keep in a fresh folder, and return that folder."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CUTTINGS_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files in the process of the test, where they can be patched; tests of helpers want some."""
    monkeypatch.setenv("CUTTINGS_HELPERS", "0")


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave names to the rules, however much is installed; tests of the model want it."""
    monkeypatch.setenv("CUTTINGS_NLP", "0")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that opens a socket to anything but a process of this machine."""
    begin = socket.socket.__init__

    def guarded(
        self: socket.socket, family: int = -1, type: int = -1, proto: int = -1, fileno: Any = None
    ) -> None:
        if fileno is None and family != socket.AF_UNIX:
            pytest.fail("nothing may go over the network")
        begin(self, family, type, proto, fileno)

    monkeypatch.setattr(socket.socket, "__init__", guarded)
