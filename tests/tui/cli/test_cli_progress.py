"""How far bringing a library up to date is: every stage has words."""

from typing import get_args, get_type_hints

from index.model import Progress
from tui.cli.progress import STAGES


def test_every_stage_has_words() -> None:
    assert set(STAGES) == set(get_args(get_type_hints(Progress)["stage"]))
