"""How many of 300 altered copies of quotations are traced, and how much else is taken for one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from index import Library

DATA = Path(__file__).parents[2] / "data" / "statements.txt"
OTHERS = (
    "hardly", "eastern", "later", "several", "old", "promised", "winter", "quickly", "third", "empty",
    "outside", "gladly", "seven", "narrow", "letters", "after", "moved", "heavy", "quiet", "almost",
)  # fmt: skip
"""Words that are put in the place of others."""

Alter = Callable[[list[str], Random], str]


def as_it_is(words: list[str], random: Random) -> str:
    return f"“{' '.join(words)}”"


def cut_behind(words: list[str], random: Random) -> str:
    return f'"{" ".join(words[: random.randint(6, len(words) - 3)])}"'


def cut_before(words: list[str], random: Random) -> str:
    return f"“{' '.join(words[random.randint(3, len(words) - 6) :])}”"


def cut_inside(words: list[str], random: Random) -> str:
    at = random.randint(5, len(words) - 7)
    return f"“{' '.join(words[:at])} … {' '.join(words[at + random.randint(1, 3) :])}”"


def in_other_words(words: list[str], random: Random) -> str:
    """One word in seven is another one, is left out or has another before it."""
    found = list(words)
    for at in sorted(random.sample(range(len(words)), max(1, len(words) // 7)), reverse=True):
        change = random.choice(("other", "gone", "more"))
        if change == "gone":
            del found[at]
        else:
            found[at : at + (change == "other")] = [random.choice(OTHERS)]
    return f"«{' '.join(found)}»"


def in_two(words: list[str], random: Random) -> str:
    at = random.randint(4, len(words) - 5)
    return f"“{' '.join(words[:at])},” {{}} said, “{' '.join(words[at:])}”"


WAYS: tuple[Alter, ...] = (as_it_is, cut_behind, cut_before, cut_inside, in_other_words, in_two)


def statements() -> Iterator[tuple[str, str]]:
    for line in DATA.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, words = line.split(": ", 1)
            yield name, words


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int, int]:
    """How many copies there are, how many of them are traced, and how many others are."""
    folder, home = tmp_path_factory.mktemp("altered"), tmp_path_factory.mktemp("home")
    random = Random(7)
    said = list(statements())
    for number, (name, words) in enumerate(said):
        text = f"It was {name} who spoke first.\n\n“{words}” {name} said.\n"
        (folder / f"said-{number}.txt").write_text(
            f"Date: 2025-03-01\n\nStatement {number}\n\n{text}", "utf-8"
        )
        for way, alter in enumerate(WAYS):
            altered = alter(words.split(), random).format(name)
            text = f"A report of {name} in the evening, number {number}.\n\n{altered}, {name} said.\n"
            if "said, “" in altered:
                text = f"A report of {name} in the evening, number {number}.\n\n{altered}\n"
            (folder / f"copy-{number}-{way}.txt").write_text(
                f"Date: 2025-04-{way + 1:02}\n\nReport {number} {way}\n\n{text}", "utf-8"
            )
    found = right = 0
    with Library.open([folder], home) as library:
        library.sync()
        for document in library.documents():
            kind, number = Path(document.path).stem.split("-")[:2]
            if kind != "said":
                continue
            article = library.document(document.id)
            (quote,) = article.quotes
            for carrier in library.trace(quote, document.id).carriers:
                for one in (carrier.document, *carrier.copies):
                    if one.id != document.id:
                        found += 1
                        right += Path(one.path).stem.startswith(f"copy-{number}-")
    return len(said) * len(WAYS), right, found - right


def test_nearly_all_altered_copies_are_traced_and_hardly_anything_else(traced: tuple[int, int, int]) -> None:
    copies, right, wrong = traced
    assert copies == 300
    assert right / copies >= 0.99
    assert right / (right + wrong) >= 0.99
