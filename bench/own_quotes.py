"""Our own quotations: with speakers, in made-up texts and the samples, and with altered copies.

Who says what was written down by hand, in `tests/data`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from index import Library
from index.entities import recognise
from index.paths import sample_articles
from index.quotes.find import find_quotes

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
OTHERS = (
    "hardly", "eastern", "later", "several", "old", "promised", "winter", "quickly", "third", "empty",
    "outside", "gladly", "seven", "narrow", "letters", "after", "moved", "heavy", "quiet", "almost",
)  # fmt: skip
"""Words that are put in the place of others."""

Alter = Callable[[list[str], Random], str]


def as_it_is(words: list[str], random: Random) -> str:
    """All of it."""
    return f"“{' '.join(words)}”"


def cut_behind(words: list[str], random: Random) -> str:
    """Its beginning."""
    return f'"{" ".join(words[: random.randint(6, len(words) - 3)])}"'


def cut_before(words: list[str], random: Random) -> str:
    """Its end."""
    return f"“{' '.join(words[random.randint(3, len(words) - 6) :])}”"


def cut_inside(words: list[str], random: Random) -> str:
    """With a few words left out in the middle."""
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
    """Parted by its speaker."""
    at = random.randint(4, len(words) - 5)
    return f"“{' '.join(words[:at])},” {{}} said, “{' '.join(words[at:])}”"


WAYS: tuple[Alter, ...] = (as_it_is, cut_behind, cut_before, cut_inside, in_other_words, in_two)


def statements() -> Iterator[tuple[str, str]]:
    """Speakers and what they say."""
    for line in (DATA / "statements.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, words = line.split(": ", 1)
            yield name, words


@dataclass
class Case:
    """A text and who says what in it."""

    line: int
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    quotes: list[tuple[str, str]] = field(default_factory=list)


def read_cases() -> list[Case]:
    """The texts of `speakers.txt`."""
    cases: list[Case] = []
    case: Case | None = None
    for number, line in enumerate((DATA / "speakers.txt").read_text("utf-8").splitlines(), 1):
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


def is_right(case: Case) -> bool:
    """Whether each quotation of a text is found, and has its speaker."""
    found = said(case.title, "\n\n".join(case.paragraphs))
    return len(found) == len(case.quotes) and all(
        (words[: len(wanted)], speaker) == (wanted, right)
        for (words, speaker), (wanted, right) in zip(found, case.quotes, strict=True)
    )


def gold_of_samples() -> dict[str, list[tuple[str, str]]]:
    """(words, speaker) by file."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (DATA / "sample-quotes.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            quoted = found.setdefault(line.removeprefix("== "), [])
        elif " -> " in line:
            words, speaker = line.split(" -> ")
            quoted.append((words, speaker))
    return found


def speakers_of_samples(home: Path) -> tuple[int, int, int]:
    """How many quotations of the samples have the right speaker, a wrong one, none though one is told.

    Raises:
        ValueError: other words are taken for quotations than should be.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    with Library.open(sample_articles(), home) as library:
        library.sync(model=False)
        for document in library.documents():
            found[Path(document.path).name] = [
                (" ".join(one.text.split()), one.speaker or "-")
                for one in library.document(document.id).quotes
            ]
    right = wrong = silent = 0
    for name, wanted in gold_of_samples().items():
        if [words for words, _ in found[name]] != [words for words, _ in wanted]:
            raise ValueError(f"{name} has other quotations: {found[name]}")
        for (_, speaker), (_, truth) in zip(found[name], wanted, strict=True):
            right += speaker == truth
            wrong += speaker not in (truth, "-")
            silent += speaker == "-" != truth
    return right, wrong, silent


def traced(directory: Path) -> tuple[int, int, int]:
    """How many copies there are, how many of them are traced, and how many others are."""
    folder, home = directory / "altered", directory / "home"
    folder.mkdir()
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
        library.sync(model=False)
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
