"""Tracing what very many carry, or what is very long: who said it first is found, what is left out told."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from index import Library
from index.errors import Cancelled
from index.model import Trace
from index.quotes.likeness import likeness
from index.quotes.wording import words_of
from index.tracing.candidates import Candidates, candidates

OpenLibrary = Callable[..., Library]


@pytest.fixture
def read_in(tmp_path: Path, open_library: OpenLibrary) -> Iterator[Callable[[Mapping[str, str]], Library]]:
    """Give what reads some articles in, by name."""

    def made(articles: Mapping[str, str]) -> Library:
        folder = tmp_path / "many"
        folder.mkdir()
        for name, text in articles.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        library = open_library(folder)
        library.sync()
        return library

    yield made


def traced(library: Library, name: str) -> Trace:
    (id,) = (one.id for one in library.documents() if Path(one.path).stem == name)
    return library.trace(library.document(id).quotes[0], id)


def carried(trace: Trace) -> set[str]:
    return {Path(one.path).stem for each in trace.carriers for one in (each.document, *each.copies)}


def alike(number: int, day: int) -> str:
    return (
        f"Date: 2025-03-{day:02}\n\nReport {number}\n\nFrom quay {number} came word. "
        f"“We had a highly successful rescue in bay {number} and we go on,” Ingrid Solvang said there.\n"
    )


@pytest.mark.parametrize("earliest", [0, 4, 7])
def test_of_too_many_that_are_alike_the_earliest_is_read(
    read_in: Callable[[Mapping[str, str]], Library], monkeypatch: pytest.MonkeyPatch, earliest: int
) -> None:
    """Story 5: who said it first is not left out, and how many are is told."""
    monkeypatch.setattr("index.tracing.candidates.ALIKE", 3)
    monkeypatch.setattr("index.tracing.candidates.ANYBODY", 2)
    articles = {
        f"report-{number}": alike(number, 1 if number == earliest else 10 + number) for number in range(8)
    }
    articles["fragment"] = (
        "Date: 2025-03-29\n\nOf a rescue\n\nIngrid Solvang called the night a “highly successful rescue” "
        "yesterday.\n"
    )
    articles["beside"] = (
        "Date: 2025-03-02\n\nOf a night\n\n“It was a long night for all of us,” Ingrid Solvang said.\n"
    )
    trace = traced(read_in(articles), "fragment")
    assert f"report-{earliest}" in carried(trace)
    assert (trace.documents, trace.unseen) == (4, 5)


def test_copies_leave_room_for_another_report(
    read_in: Callable[[Mapping[str, str]], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of copies the earliest is read first, then what others have, then other copies as far as it goes."""
    monkeypatch.setattr("index.tracing.candidates.MOST", 3)
    body = " ".join(f"Barge {number} was towed to quay {number + 7} by noon." for number in range(40))
    said = "“It was a highly dangerous night for everybody out there,” Ada Brandt said."
    articles = {
        f"wire-{number}": f"Date: 2025-03-{1 if number == 4 else 10 + number:02}\n\nA night\n\n{body}\n\n"
        f"{said} Desk {number}.\n"
        for number in range(6)
    }
    articles["other"] = (
        "Date: 2025-03-28\n\nBarges\n\n“It was a very dangerous night for everybody out there,” "
        "Ada Brandt said.\n"
    )
    articles["sought"] = f"Date: 2025-03-29\n\nHarbour\n\nThe harbour master spoke of it on Friday. {said}\n"
    trace = traced(read_in(articles), "sought")
    assert {"other", "wire-4"} <= carried(trace)
    assert [len(one.copies) for one in trace.carriers] == [1, 0, 0]
    assert (trace.documents, trace.unseen) == (4, 4)


def test_many_quotations_of_one_document_can_be_ended(
    read_in: Callable[[Mapping[str, str]], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work is ended within a document as well."""
    library = read_in(
        {
            "many": "All\n\n"
            + " ".join(f"“We closed the harbour on day {day},” she said." for day in range(300))
        }
    )
    polled: list[bool] = []
    is_reading = False

    def choosing(*arguments: object) -> Candidates:
        nonlocal is_reading
        is_reading = True
        return candidates(*arguments)  # type: ignore[arg-type]

    def cancelled() -> bool:
        polled.append(is_reading)
        return polled.count(True) == 4

    monkeypatch.setattr("index.tracing.trace.candidates", choosing)
    with pytest.raises(Cancelled):
        library.trace("we closed the harbour on some day or other", cancelled=cancelled)


def test_a_long_text_is_compared_with_short_ones_in_steps_that_do_not_grow_with_it(
    steps: Callable[[Callable[[], object]], int],
) -> None:
    def compared(times: int) -> int:
        speech = " ".join(f"we hold bridge number {number} and" for number in range(times))
        long = words_of(f"{speech}. The long night was a success for the crews out there in the fog")
        short = [
            words_of(one)
            for one in (
                "The long night was a success",
                "it was a success for the crews out there at sea",
                "a long success",
                "Nothing of it was said",
            )
        ]
        found = [likeness(long, one, True) for one in short]  # what is made once is made here
        assert [one is None for one in found] == [False, False, False, True]
        return steps(lambda: [likeness(long, one, True) for one in short])

    assert compared(400) < 1.1 * compared(100)
