"""Names that English documents establish are found in other languages, and not what only looks like them."""

from collections import Counter
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities import NameCount, RawMention, recognise
from index.entities.abroad import Abroad, Form, beginning, beginnings_in, establish

ENGLISH = (
    "Foreign Minister Abbas Araghchi met Emmanuel Macron and Recep Tayyip Erdogan. Araghchi said that the "
    "International Atomic Energy Agency (IAEA) would stay. Macron left for Fordow. Giorgia Meloni spoke, and "
    "Donald Trump said no. Trump left. Siemens AG and Hezbollah disagreed. "
    "President Bashar al-Assad was out.",
    "Abbas Araghchi spoke of Fordow. Hezbollah said that Araghchi erred. The IAEA is there. Macron and Trump "
    "met, that is Emmanuel Macron and Donald Trump. Giorgia Meloni and Meloni's party. "
    "Octavio Paz wrote of it. "
    "Siemens AG said so. Minister John Sommer agreed with Sommer's wife. Nancy Mali, a director, said that.",
)


def established(*texts: str) -> dict[tuple[str, ...], Form]:
    mentions: Counter[tuple[str, str, str, bool]] = Counter()
    documents: Counter[tuple[str, str, str, bool]] = Counter()
    for text in texts:
        found = Counter(
            (one.name, one.type, one.text, one.sure) for one in recognise("", text, language="en")
        )
        mentions.update(found)
        documents.update(found.keys())
    return establish(NameCount(*way, documents[way], mentions[way]) for way in mentions)  # type: ignore[arg-type]


def abroad(*texts: str) -> Abroad:
    return Abroad(established(*texts))


FORMS = established(*ENGLISH)
ESTABLISHED = Abroad(FORMS)
PARTS = "Abbas Araghchi Emmanuel Macron Macrona Trump Trumpin IAEA la de y . , ' -"


def find(text: str, language: str, finder: Abroad = ESTABLISHED) -> tuple[RawMention, ...]:
    return finder.find("", text, language, recognise("", text, language=language))


def named(text: str, language: str) -> dict[str, str]:
    """What is marked, and the name that it stands for."""
    return {one.text: one.name for one in find(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("es", "El ministro Abbas Araghchi se reunió con Macron.", {"Abbas Araghchi", "Macron"}),
        ("es", "Según el presidente Trump, el OIEA miente.", {"Trump"}),
        ("de", "Außenminister Araghchi traf Emmanuel Macron.", {"Araghchi", "Emmanuel Macron"}),
        ("de", "Gegen Macrons Plan steht die IAEA.", {"Macrons", "IAEA"}),
        (
            "fr",
            "D'Emmanuel Macron à Donald Trump, selon l'IAEA.",
            {"Emmanuel Macron", "Donald Trump", "IAEA"},
        ),
        ("it", "La premier Giorgia Meloni ha parlato. Meloni resta.", {"Giorgia Meloni", "Meloni"}),
        ("pt", "Emmanuel Macron falou. O Hezbollah recusou.", {"Emmanuel Macron", "Hezbollah"}),
        ("nl", "De voorstellen van Emmanuel Macron en Macrons regering.", {"Emmanuel Macron", "Macrons"}),
        (
            "pl",
            "Prezydent rozmawiał z Donaldem Trumpem i z Emmanuelem Macronem.",
            {"Donaldem Trumpem", "Emmanuelem Macronem"},
        ),
        ("pl", "Spotkanie Giorgii Meloni w Rzymie.", {"Giorgii Meloni"}),
        ("tr", "Recep Tayyip Erdoğan'ın sözleri. Erdoğan gitti.", {"Recep Tayyip Erdoğan", "Erdoğan"}),
        ("tr", "Trump'ın planı IAEA'nın raporu.", {"Trump", "IAEA"}),
        ("fi", "Emmanuel Macronin ja Donald Trumpin tapaaminen.", {"Emmanuel Macronin", "Donald Trumpin"}),
        ("hu", "Emmanuel Macronnak és Donald Trumpnak.", {"Emmanuel Macronnak", "Donald Trumpnak"}),
        ("sv", "Enligt Bashar al-Assad är det slut.", {"Bashar al-Assad"}),
    ],
)
def test_established_names_are_found_with_the_endings_of_the_language(
    language: str, text: str, marked: set[str]
) -> None:
    assert marked <= named(text, language).keys()


def test_what_is_marked_stands_for_the_name_in_full() -> None:
    text = "Außenminister Araghchi und die IAEA; Trumps Zölle, Giorgia Meloni, Meloni."
    assert set(named(text, "de").values()) >= {
        "Abbas Araghchi",
        "International Atomic Energy Agency",
        "Donald Trump",
        "Giorgia Meloni",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Paz y orden: la paz es frágil."),  # peace, and Octavio Paz
        ("es", "Paz en la región."),
        ("de", "Im Sommer kommt der Sommer."),  # summer, and John Sommer
        ("de", "Der Sommer war lang."),
        ("hr", "Mali koraci, mali ljudi."),  # small, and Nancy Mali
        ("es", "Melania Trump llegó."),  # another one of the name
        ("es", "Frente a la Trump Tower."),
        ("es", "La Universidad Macron abre."),
        ("fr", "Il a trumpé son monde; macron en tête."),
        ("es", "La iaea no, ni el fordowista."),
        ("es", "Emmanuel, dijo Macroni."),
    ],
)
def test_words_that_only_look_like_names_are_none(language: str, text: str) -> None:
    assert not [one for one in find(text, language) if one.name.split()[0] not in ("Mali",)]


def test_two_people_of_one_family_name_are_not_guessed_between() -> None:
    finder = abroad(
        "Anna Kellerova spoke. Kellerova said so. Later Kellerova left.",
        "Marta Kellerova sang. Kellerova smiled. Then Kellerova slept.",
    )
    assert not find("Ministra Kellerova přišla.", "cs", finder)
    whole = find("Ministra Anna Kellerova přišla. Kellerova mluvila.", "cs", finder)
    assert [one.name for one in whole] == ["Anna Kellerova"] * 2


NATO = [
    NameCount("NATO", "organisation", "Nato", True, 5, 9),
    NameCount("NATO", "organisation", "NATO", True, 5, 9),
]


@pytest.mark.parametrize("rows", [NATO[:1], *map(list, permutations(NATO))], ids=["one", "both", "turned"])
def test_what_is_written_in_capitals_too_is_found_without_them(rows: list[NameCount]) -> None:
    finder = Abroad(establish(rows))
    assert [one.text for one in finder.find("", "Die Nato tagt, die NATO auch.", "de", ())] == [
        "Nato",
        "NATO",
    ]


def test_what_is_written_in_capitals_only_is_found_only_so() -> None:
    finder = Abroad(establish(NATO[1:]))
    assert [one.text for one in finder.find("", "Die Nato tagt, die NATO nicht.", "de", ())] == ["NATO"]


WAYS = st.builds(
    NameCount,
    st.sampled_from(["NATO", "Ada Brandt", "Ada Brandta", "ICE", "Siemens"]),
    st.sampled_from(["organisation", "person"]),
    st.sampled_from(["NATO", "Nato", "ICE", "Ice", "Ada Brandt", "Brandt", "SIEMENS", "Siemens"]),
    st.booleans(),
    st.integers(1, 3),
    st.integers(1, 3),
)


@given(st.lists(WAYS, max_size=6).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_in_which_names_come_says_nothing(rows: tuple[list[NameCount], list[NameCount]]) -> None:
    first, other = map(establish, rows)
    text = "NATO Nato, ICE, Ice, ADA BRANDT, Ada Brandta, Brandt, Siemens"
    assert first == other
    assert Abroad(first).find("", text, "pl", ()) == Abroad(other).find("", text, "pl", ())


def test_a_name_does_not_run_over_a_sentence_or_a_line() -> None:
    assert not find("Habló con Emmanuel. Macronista no era.", "es")
    assert not find("Donald\n\nTrumpeta", "es")


def test_texts_in_other_scripts_have_none() -> None:
    assert find("Президент Эмманюэль Макрон встретился с Дональдом Трампом.", "ru") == ()


@given(
    st.lists(
        st.sampled_from(
            [
                *[
                    "Abbas",
                    "Araghchi",
                    "Emmanuel",
                    "Macron",
                    "Trump",
                    "IAEA",
                    "la",
                    "de",
                    "y",
                    ".",
                    ",",
                    "'",
                    "-",
                    "\n\n",
                ],
                "\n",
            ]
        )
    ),
    st.sampled_from(["es", "de", "pl", "tr", "fi", "xx"]),
)
def test_mentions_are_apart_in_order_and_as_they_stand(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = find(text, language)
    assert all(one.text == text[one.start : one.end] for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(
    st.lists(st.sampled_from((*PARTS.split(" "), "AL-ASSAD", "Assadovi", "Fordowa", "Siemens-Chef", "\n"))),
    st.sampled_from(("es", "fi", "pl", "de", "tr")),
)
def test_the_forms_that_may_be_in_a_text_find_there_what_all_of_them_would(
    parts: list[str], language: str
) -> None:
    text = " ".join(parts)
    there = beginnings_in("", text)
    few = Abroad({words: form for words, form in FORMS.items() if beginning(" ".join(words)) in there})
    assert find(text, language, few) == find(text, language)
