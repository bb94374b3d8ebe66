"""Take a picture of the reading room on the sample articles: `python scripts/picture.py FILE.svg`.

The program draws it itself. Web fonts are taken out, so that looking at it opens no connection.
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from index import Library
from tui.app import ReadingRoom
from tui.library import Desk

SIZE = (160, 45)
KEYS = ("slash", *"trump", "space", *"fordow", "enter", "enter", "n", "n")


async def draw() -> str:
    """Search, walk to a hit, and give the screen as SVG."""
    with tempfile.TemporaryDirectory() as home:
        library = Library.open(home=Path(home))
        library.sync()
        room = ReadingRoom(lambda: Desk(library, Path(home)), library.home.data)
        async with room.run_test(size=SIZE) as pilot:
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause(0.3)
            picture = room.export_screenshot(title="cuttings")
    return re.sub(r"@font-face\s*{.*?}", "", picture, flags=re.DOTALL)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(asyncio.run(draw()), "utf-8")
