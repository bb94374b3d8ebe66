"""The machine in terms that anyone can compare with their own, and the versions of what is measured."""

import os
import platform
import sqlite3
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import which
from zlib import crc32

PACKAGES = {
    "numpy": "numpy",
    "textual": "textual",
    "Whoosh": "whoosh3",
    "tantivy": "tantivy",
    "Xapian": "xapian-bindings-binary",
}


def machine() -> dict[str, str]:
    """What the figures depend on."""
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": f"{_field('/proc/cpuinfo', 'model name') or platform.machine()}, {os.cpu_count()} cores",
        "memory": f"{int((_field('/proc/meminfo', 'MemTotal') or '0').split()[0]) / 2**20:.0f} GB",
        "system": f"{system}, Linux {platform.release().partition('-')[0]}",
        "Python": platform.python_version(),
    }


def versions() -> dict[str, str]:
    """The versions of what is measured, by name."""
    found = {"Cuttings": _commit(), "SQLite": sqlite3.sqlite_version}
    for name, package in PACKAGES.items():
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            continue
    if which("rg"):
        found["ripgrep"] = _printed("rg", "--version").split()[1]
    return found


def _commit() -> str:
    """The commit that is measured, as far as that is known."""
    here = Path(__file__).parent
    commit = _printed("git", "-C", str(here), "rev-parse", "--short", "HEAD")
    changed = _printed("git", "-C", str(here), "diff", "HEAD", "--", "../index", "../tui")
    return (
        f"{version('cuttings')} ({commit}{f' changed, {crc32(changed.encode()):08x}' if changed else ''})"
        if commit
        else version("cuttings")
    )


def _printed(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""


def _field(path: str, name: str) -> str | None:
    for line in Path(path).read_text().splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return None
