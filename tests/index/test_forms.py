"""Forms of words, as the users of a library see them: found, counted, marked and cut out alike."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from index import Library

ENGLISH = """Strikes on the harbour

The defence ministry said that the strikes, organised at night, had struck two F-35s on the ground.

Nobody in the organisation will say who is to be struck next; the U.S. said it knew nothing of it.
"""
AMERICAN = """Defense chief speaks of the strike

The Defense Secretary's aides said the strike was organized by no one in the US and that it is over.

It will not be the last one, they said, and the cease-fires of the past have not been of any use.
"""
GERMAN = """Angriffe auf den Hafen

Die Regierung hat am Abend mit dem Minister über die Angriffe auf den Hafen und über Strikes gesprochen.

Das Verteidigungsministerium will nicht sprechen, und auch der Sprecher der Regierung will es nicht.
"""


@pytest.fixture
def texts() -> Mapping[str, str]:
    return {"english": ENGLISH, "american": AMERICAN, "german": GERMAN}


@pytest.mark.parametrize(
    ("query", "english", "american", "german"),
    [
        ("strike", ["Strikes", "strikes", "struck", "struck"], ["strike", "strike"], ["Strikes"]),
        ("struck", ["Strikes", "strikes", "struck", "struck"], ["strike", "strike"], []),
        ("=struck", ["struck", "struck"], [], []),
        ("strik*", ["Strikes", "strikes"], ["strike", "strike"], ["Strikes"]),
        ("defence", ["defence"], ["Defense", "Defense"], []),
        ("organise", ["organised"], ["organized"], []),
        ("organ", [], [], []),
        ("Angriff", [], [], ["Angriffe", "Angriffe"]),
        ("Minister", [], [], ["Minister"]),
        ("f35", ["F-35s"], [], []),
        ("us", ["U.S."], ["US"], []),
        ("ceasefire", [], ["cease-fires"], []),
        ('"was organise"', [], ["was organized"], []),
        ('"be organise"', [], [], []),
        ('"strike on"', ["Strikes on"], [], []),
        ('"have strike"', [], [], []),
        ('"had strike"', ["had struck"], [], []),
        ("strike -defence", [], [], ["Strikes"]),
    ],
)
def test_what_is_found_is_what_is_marked(
    library: Library, query: str, english: list[str], american: list[str], german: list[str]
) -> None:
    wanted = {"english.txt": english, "american.txt": american, "german.txt": german}
    expected = {name: words for name, words in wanted.items() if words}
    found = library.search(query)
    assert {Path(one.document.path).name: one.hits for one in found.results} == {
        name: len(words) for name, words in expected.items()
    }
    marked: dict[str, list[str]] = {}
    for line in library.kwic(query).lines:
        marked.setdefault(Path(line.document.path).name, []).append(line.match)
    assert marked == expected
    for one in found.results:
        cut = [snippet.text[start:end] for snippet in one.snippets for start, end in snippet.spans]
        titles = [one.document.title[start:end] for start, end in one.title_spans]
        assert titles + cut == expected[Path(one.document.path).name]
