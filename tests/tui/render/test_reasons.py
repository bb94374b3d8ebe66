"""Why a passage is related, in words."""

import pytest

from index.model import Reason
from tui.render.reasons import in_marks


def reason(kind: str) -> Reason:
    return Reason(kind, "", ((0, 1),), ((0, 1),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("highly successful” attack", "“highly successful attack”"),
        ("a “friend of Iran” in Moscow", "“a “friend of Iran” in Moscow”"),
        ('he said "no" twice', '“he said "no" twice”'),
        ('no" twice', "“no twice”"),
        ("”no“", "“no”"),
        ("plain words", "“plain words”"),
    ],
)
def test_marks_within_are_whole(text: str, shown: str) -> None:
    assert in_marks(reason("quote"), text) == in_marks(reason("wording"), text) == shown
    assert in_marks(reason("entity"), text) == text
