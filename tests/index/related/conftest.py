"""Files of stores that need not survive a power cut."""

import pytest


@pytest.fixture(autouse=True)
def no_fsync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave to the system when files go to the disk: waiting for it is most of the time of these tests."""
    monkeypatch.setattr("index.columnar.disk.os.fsync", lambda descriptor: None)
