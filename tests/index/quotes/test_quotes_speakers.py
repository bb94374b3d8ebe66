"""Who says what, in texts made up for the purpose and in the sample articles."""

import pytest
from own_quotes import Case, read_cases, said

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.line}")
def test_every_quotation_has_its_speaker(case: Case) -> None:
    found = said(case.title, "\n\n".join(case.paragraphs))
    cut = [
        (words[: len(wanted)], speaker)
        for (words, speaker), (wanted, _) in zip(found, case.quotes, strict=False)
    ]
    assert len(found) == len(case.quotes), found
    assert cut == case.quotes


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 80
