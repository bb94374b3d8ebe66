"""How many of 300 altered copies of quotations are traced, and how much else is taken for one."""

from pathlib import Path

from own_quotes import traced


def test_nearly_all_altered_copies_are_traced_and_hardly_anything_else(tmp_path: Path) -> None:
    copies, right, wrong = traced(tmp_path)
    assert copies == 300
    assert right / copies >= 0.99
    assert right / (right + wrong) >= 0.99
