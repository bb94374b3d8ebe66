"""An article in another language: what is looked for in it is said where its names stand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

OpenRoom = Callable[..., Any]

ENGLISH = (
    "Envoy lands\n\nForeign Minister Abbas Araghchi landed in Geneva. Araghchi said that the talks go on.\n"
)
SPANISH = (
    "Llega el enviado\n\nEl ministro Abbas Araghchi llegó a la ciudad para las conversaciones de paz. "
    "Según Araghchi, las conversaciones van a seguir y no hay más que decir de ellas por ahora.\n"
)


LANGUAGES = Path(__file__).parents[1] / "data" / "languages.txt"
STRANGE = LANGUAGES.read_text("utf-8").split("\n== und\n")[1].split("\n\n")[0]
"""A text in a language that is not known."""


async def test_a_reader_of_a_spanish_article_sees_that_only_known_names_are_listed(
    open_room: OpenRoom, articles: Path
) -> None:
    """She opens the Spanish one: the names are few, and the border of their list says why."""
    for file in articles.iterdir():
        file.unlink()
    (articles / "english.txt").write_text(ENGLISH)
    (articles / "spanish.txt").write_text(SPANISH)
    (articles / "strange.txt").write_text(f"Abbas Araghchi\n\n{STRANGE} Abbas Araghchi.\n")
    async with open_room() as room:
        said = {}
        for key in ("g", "j", "j"):
            screen = room.screen
            screen.documents.focus()
            await room.press(key, "enter")
            title = screen.reader.article.title
            names = {one.name for one in screen.sidebar.entities}
            said[title] = (str(screen.sidebar.border_subtitle), names)
        assert said["Llega el enviado"][0] == "Spanish: known names only"
        assert "Abbas Araghchi" in said["Llega el enviado"][1]
        assert said["Abbas Araghchi"][0] == "Another language: known names only"
        assert "Abbas Araghchi" in said["Abbas Araghchi"][1]
        assert said["Envoy lands"][0] == ""
