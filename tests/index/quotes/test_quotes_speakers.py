"""Who says what, in texts made up for the purpose and in the sample articles."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.entities import recognise
from index.quotes.find import find_quotes

DATA = Path(__file__).parents[2] / "data" / "speakers.txt"


@dataclass
class Case:
    line: int
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    quotes: list[tuple[str, str]] = field(default_factory=list)


def read_cases() -> list[Case]:
    cases: list[Case] = []
    case: Case | None = None
    for number, line in enumerate(DATA.read_text("utf-8").splitlines(), 1):
        if line.startswith("| "):
            if case is None:
                case = Case(number)
                cases.append(case)
            if line.startswith("| Title: "):
                case.title = line.removeprefix("| Title: ")
            else:
                case.paragraphs.append(line.removeprefix("| "))
        elif line.startswith("> ") and case is not None:
            words, speaker = line.removeprefix("> ").split(" -> ")
            case.quotes.append((words, speaker))
        elif not line:
            case = None
    return cases


CASES = read_cases()


def said(title: str, text: str) -> list[tuple[str, str]]:
    """(words, speaker) of each quotation, as the file of cases has it."""
    mentions = recognise(title, text)
    names = {(one.field, one.start): one.name for one in mentions}
    found = []
    for quote in find_quotes(title, text, mentions):
        string = title if quote.field == "title" else text
        if quote.mention is not None:
            speaker = names[quote.mention]
        elif quote.named is not None:
            speaker = f'"{string[slice(*quote.named)]}"'
        else:
            speaker = "-"
        found.append((string[quote.start : quote.end], speaker))
    return found


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
