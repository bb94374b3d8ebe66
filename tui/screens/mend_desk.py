"""Opening the entity desk, from wherever a name is pointed at."""

from collections.abc import Callable, Sequence
from typing import Literal

from textual.app import App

from index.model import Document, Entity, Mending
from tui.screens.mend_steps import Verb
from tui.screens.mender import Mender
from tui.screens.mending import MendScreen
from tui.screens.mendings import MendingsScreen


def open_desk(
    app: App[object],
    mender: Mender,
    entities: Sequence[Entity],
    *,
    article: Document | None = None,
    verb: Verb | None = None,
    alias: str = "",
    near: Entity | None = None,
    taken: Callable[[], object] = lambda: None,
) -> None:
    """Let it be said what is to be done with names, and have it done.

    Args:
        app: Shows the desk.
        mender: Does it.
        entities: Those meant; at least one.
        article: The open article, where these are named in it.
        verb: What is to be done, where that is known already.
        alias: The one of its names that is meant, where it is not all of the entity.
        near: One that is offered for it to become.
        taken: Is called before anything is done.
    """

    def take(wanted: Mending | Literal["list", "watch"] | None) -> None:
        if wanted == "list":
            app.push_screen(MendingsScreen(mender))
        elif wanted is not None:
            taken()
            if wanted == "watch":
                mender.watch(entities)
            else:
                mender.do(wanted)

    app.push_screen(MendScreen(mender, entities, article, verb, alias=alias, near=near), take)
