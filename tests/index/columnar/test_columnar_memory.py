"""Files are mapped, and what was read of them is given back where much is read at once."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.columnar.files import FileWriting, let_go, read_file

WIDE = 4_000_000
"""Numbers in the file: 32 MB."""

WATCHED = """
import sys
from pathlib import Path
from index.columnar.files import Written, Column, let_go, read_file

def mapped():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssFile"))

directory, name, size, offset, length = sys.argv[1:]
columns = {"numbers": Column("<i8", int(length), int(offset), int(sys.stdin.read()))}
arrays = read_file(Path(directory), Written(name, int(size), (), columns))
opened = mapped()
total = int(arrays["numbers"].sum())
read = mapped()
let_go(arrays)
print(opened, read, mapped(), total, int(arrays["numbers"].sum()))
"""


def test_what_was_let_go_can_be_read_again(tmp_path: Path) -> None:
    writing = FileWriting(tmp_path, "00000001-00000000.seg")
    writing.put("few", "<u4", [np.arange(5)])
    writing.put("none", "<u4", [])
    arrays = read_file(tmp_path, writing.finish())
    let_go(arrays)
    let_go({"in memory": np.arange(3)})
    assert arrays["few"].tolist() == [0, 1, 2, 3, 4]
    assert len(arrays["none"]) == 0


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the figures of the kernel")
def test_reading_a_file_takes_its_memory_until_it_is_let_go(tmp_path: Path) -> None:
    writing = FileWriting(tmp_path, "00000001-00000000.seg")
    writing.put("numbers", "<i8", [np.arange(WIDE)])
    written = writing.finish()
    column = written.columns["numbers"]
    figures = (written.size, column.offset, column.length)
    command = [sys.executable, "-c", WATCHED, str(tmp_path), written.name, *map(str, figures)]
    done = subprocess.run(command, input=str(column.crc32), capture_output=True, text=True, check=True)
    opened, read, left, total, again = map(int, done.stdout.split())
    assert total == again == WIDE * (WIDE - 1) // 2
    assert read > opened + 20_000  # kilobytes; it was checked when it was opened, and let go
    assert left < opened + 10_000
