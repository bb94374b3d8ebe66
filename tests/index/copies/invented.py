"""Invented reports, what editors make of them, and what only looks like them."""

# ruff: noqa: E501

import random
from collections.abc import Callable, Sequence

PEOPLE = [
    "Varga",
    "Okonedo",
    "Lindholm",
    "Haddad",
    "Moreau",
    "Petrescu",
    "Nakata",
    "Obrist",
    "Quiroga",
    "Tanaka",
    "Whitfield",
    "Zeman",
]
PLACES = [
    "Lowmere",
    "Ashport",
    "Velden",
    "Karsk",
    "Dunhollow",
    "Tarrow",
    "Brightsea",
    "Oskau",
    "Mirefield",
    "Pellan",
    "Stonewick",
]
BODIES = (
    "the harbour board", "the water company", "the county court", "the teachers' union", "the rail operator",
    "the ministry of transport", "the fishing fleet", "the health trust", "the city council", "the coast guard",
)  # fmt: skip
DEEDS = (
    "rejected the offer", "agreed to reopen the inquiry", "withdrew its complaint", "asked for more time",
    "put off the vote", "published the full accounts", "suspended two managers", "signed the contract",
    "closed the northern branch", "promised to repair the pumps", "appealed against the ruling",
)  # fmt: skip
NOUNS = [
    "accounts",
    "bridge",
    "cracks",
    "drivers",
    "engineers",
    "figures",
    "fleet",
    "flood",
    "fuel",
    "harvest",
    "inquiry",
    "judges",
    "ladder",
    "lorries",
    "minutes",
    "nurses",
    "orders",
    "parents",
    "pipes",
    "pumps",
    "quarry",
    "records",
    "roofs",
    "sailors",
    "school",
    "storms",
    "timber",
    "tunnel",
    "turbines",
    "valves",
    "wages",
]
ADJECTIVES = [
    "broken",
    "careful",
    "costly",
    "early",
    "empty",
    "foreign",
    "former",
    "hidden",
    "late",
    "local",
    "old",
    "public",
    "rusty",
    "secret",
    "steep",
]
VERBS = [
    "blocked",
    "checked",
    "counted",
    "delayed",
    "doubted",
    "feared",
    "flooded",
    "halted",
    "ignored",
    "inspected",
    "measured",
    "missed",
    "moved",
    "praised",
    "questioned",
    "reached",
    "repaired",
    "searched",
    "sold",
    "stopped",
    "studied",
    "tested",
    "traced",
    "visited",
    "warned",
]
LINKS = "after although as because before once since so that until when while".replace(
    "so that", "so"
).split()
TAILS = (
    "and will meet again next month", "but gave no date", "and declined to comment", "in a letter", "at midnight",
    "without naming anyone", "to the surprise of many", "as had been expected", "and nobody objected", "at once",
)  # fmt: skip
SAYINGS = (
    "We shall not wait for another flood", "Nobody asked the people who live here", "It is a question of trust",
    "The figures speak for themselves", "I have never seen anything like it", "This was avoidable from the start",
    "There is no plan and there never was one", "We have kept our side of the bargain",
)  # fmt: skip
OTHER_WORDS = {
    "again": "anew", "because": "since", "although": "though", "many": "several", "people": "residents", "asked": "called",
    "agreed": "decided", "found": "discovered", "clear": "evident", "warned": "spoken", "said": "told reporters",
    "meeting": "session", "money": "funds", "rejected": "turned down", "published": "released", "next": "coming",
    "will": "is to", "before": "ahead of when", "full": "complete", "closed": "shut", "damage": "harm",
}  # fmt: skip


def clause(chance: random.Random) -> str:
    """What somebody did to something, and when or why."""
    pick = chance.choice
    return (
        f"{pick(LINKS)} the {pick(ADJECTIVES)} {pick(NOUNS)} {pick(VERBS)} "
        f"{pick(['the', 'some', 'most', 'no', 'their'])} {pick(NOUNS)} {pick(['in', 'near', 'above'])} {pick(PLACES)}"
    )


def sentence(chance: random.Random) -> str:
    """A sentence of a report."""
    pick = chance.choice
    who, where, number = pick(PEOPLE), pick(PLACES), chance.randint(3, 980)
    return pick([
        f"In {where} {pick(BODIES)} {pick(DEEDS)} {clause(chance)}, {pick(TAILS)}.",
        f'"{pick(SAYINGS)}, {clause(chance)}," said {who}, who speaks for {pick(BODIES)}, {pick(TAILS)}.',
        f"About {number} {pick(NOUNS)} were {pick(VERBS)} {clause(chance)}, and {pick(BODIES)} {pick(DEEDS)}.",
        f"{who} said that {pick(BODIES)} {pick(DEEDS)} {clause(chance)}, {clause(chance)}.",
        f"Of {number} {pick(NOUNS)}, most were {pick(ADJECTIVES)} {clause(chance)}, {who} wrote {pick(TAILS)}.",
        f"{clause(chance).capitalize()}, {pick(BODIES)} {pick(DEEDS)}, and {who} {pick(VERBS)} the {pick(NOUNS)}.",
    ])  # fmt: skip


def report(chance: random.Random, sentences: int = 0) -> list[str]:
    """The sentences of a report."""
    return [sentence(chance) for _ in range(sentences or chance.randint(8, 40))]


def text(sentences: Sequence[str], chance: random.Random) -> str:
    """The sentences in paragraphs."""
    parts, at = [], 0
    while at < len(sentences):
        many = chance.randint(1, 4)
        parts.append(" ".join(sentences[at : at + many]))
        at += many
    return "\n\n".join(parts)


# What editors do: each takes the sentences of a report and gives those of a copy


def as_it_is(report: list[str], chance: random.Random) -> list[str]:
    """The same words, in other paragraphs."""
    return report


def trimmed(report: list[str], chance: random.Random) -> list[str]:
    """Cut from the end, to a third at most."""
    return report[: max(round(len(report) * chance.uniform(0.33, 0.95)), 4)]


def thinned(report: list[str], chance: random.Random) -> list[str]:
    """Without some of its sentences."""
    out = set(chance.sample(range(len(report)), round(len(report) * chance.uniform(0.05, 0.3))))
    return [one for number, one in enumerate(report) if number not in out]


def edited(report: list[str], chance: random.Random) -> list[str]:
    """With other words here and there, one in twelve or fewer."""
    words = [one.split() for one in report]
    places = [(row, at) for row, line in enumerate(words) for at in range(1, len(line))]
    last = 0
    for number, (row, at) in enumerate(places):
        word = words[row][at]
        if number - last >= 12 and word.islower():
            words[row][at] = OTHER_WORDS.get(word, chance.choice(["", f"{word} also", f"the {word}"]))
            last = number
    return [" ".join(filter(None, line)) for line in words]


def agency(report: list[str], chance: random.Random) -> list[str]:
    """Under another agency's line and with its note at the end."""
    head = f"{chance.choice(PLACES).upper()} ({chance.choice(['NWA', 'Meridian', 'TPS'])}) - {report[0]}"
    return [head, *report[1:], chance.choice(["Reporting by our staff; editing by the night desk", "(ends)"])]


def typeset(report: list[str], chance: random.Random) -> list[str]:
    """With other quotation marks, dashes and capitals."""
    return [one.replace('"', "“").replace("'", "’").replace(" - ", " – ") for one in report]


def added(report: list[str], chance: random.Random) -> list[str]:
    """With a paragraph of its own at the end or at the beginning."""
    own = [sentence(chance) for _ in range(max(len(report) // 5, 1))]
    return [*report, *own] if chance.random() < 0.5 else [*own, *report]


def several(report: list[str], chance: random.Random) -> list[str]:
    """Trimmed by a little, edited and under another line."""
    return agency(edited(report[: max(round(len(report) * 0.75), 5)], chance), chance)


EDITS: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    as_it_is, trimmed, thinned, edited, agency, typeset, added, several,
)  # fmt: skip


# What only looks like copies: each gives two texts that are none


def later(chance: random.Random) -> tuple[str, str]:
    """A report and a later one of the same: another news, the old one for background."""
    first = report(chance, chance.randint(10, 30))
    kept = first[: round(len(first) * chance.uniform(0.3, 0.72))]
    news = report(chance, max(len(first) - len(kept), 3))
    return text(first, chance), text([*news, *kept], chance)


def weather(chance: random.Random) -> tuple[str, str]:
    """The weather of two days."""

    def day() -> str:
        degrees = [chance.randint(-4, 31) for _ in range(8)]
        sky = [
            chance.choice(["sunny", "cloudy", "rainy", "foggy", "stormy", "dry", "wet", "mild"])
            for _ in range(4)
        ]
        return (
            f"The morning will be {sky[0]} with {degrees[0]} degrees on the coast and {degrees[1]} degrees inland. "
            f"In the afternoon it will be {sky[1]}, with temperatures between {degrees[2]} and {degrees[3]} degrees "
            f"and winds of {degrees[4] + 9} kilometres an hour from the west. The night will be {sky[2]}, with a low of "
            f"{degrees[5]} degrees in the valleys. The outlook for the days after is {sky[3]} in most parts of the "
            f"country, with highs of {degrees[6]} and lows of {degrees[7]}. The sea is cold for the season. "
            "Drivers are asked to take care on the bridges and to follow the signs of the road service."
        )

    return day(), day()


def market(chance: random.Random) -> tuple[str, str]:
    """The close of the exchange on two days."""

    def close() -> str:
        way = chance.choice(["higher", "lower"])
        firms = chance.sample(
            ["Orrin Steel", "Halden Foods", "Quay Energy", "Bright Rail", "Nordex Paper", "Tarn"], 3
        )
        rates = [f"{chance.uniform(0.1, 5):.1f}" for _ in range(6)]
        return (
            f"Shares closed {way} on the exchange as investors weighed figures from abroad. The leading index ended at "
            f"{chance.randint(6000, 7999)}, {rates[0]} percent {way} than on the day before. Among the movers {firms[0]} "
            f"gained {rates[1]} percent and {firms[1]} lost {rates[2]} percent, while {firms[2]} was unchanged. The pound "
            f"bought {rates[3]} crowns against {rates[4]} at the previous close. A barrel of oil cost "
            f"{chance.randint(40, 99)} dollars. Turnover was {chance.randint(200, 900)} million, traders said. "
            "Prices are delayed by fifteen minutes and are given without guarantee by the exchange."
        )

    return close(), close()


def notice(chance: random.Random) -> tuple[str, str]:
    """Two notices on the same form."""

    def one() -> str:
        name = f"{chance.choice(['Ada', 'Ben', 'Cora', 'Dov', 'Eli', 'Fay', 'Gus', 'Ida'])} {chance.choice(PEOPLE)}"
        return (
            f"Notice is hereby given that all persons who have claims against the estate of {name}, late of "
            f"{chance.randint(1, 299)} {chance.choice(PLACES)} Road, {chance.choice(PLACES)}, who died on "
            f"{chance.randint(1, 28)} March, are asked to send the particulars in writing to {chance.choice(PEOPLE)} and "
            f"{chance.choice(PEOPLE)}, solicitors, on or before {chance.randint(1, 30)} June, after which date the assets "
            "will be distributed among those entitled to them, having regard only to the claims of which notice has "
            "been received in time and in the form that is laid down by the rules of the court."
        )

    return one(), one()


def fixtures(chance: random.Random) -> tuple[str, str]:
    """The results of two days."""

    def day() -> str:
        rows = []
        for _ in range(9):
            home, away = chance.sample(PLACES, 2)
            rows.append(f"{home} United {chance.randint(0, 4)}, {away} Rovers {chance.randint(0, 4)}")
        return (
            "Results of the day in the northern league. " + ". ".join(rows) + ". The table follows on Monday."
        )

    return day(), day()


def same_foot(chance: random.Random) -> tuple[str, str]:
    """Two reports over the same note of the house."""
    foot = report(random.Random(1), 3)
    return tuple(text([*report(chance, chance.randint(6, 20)), *foot], chance) for _ in range(2))  # type: ignore[return-value]


def same_quotes(chance: random.Random) -> tuple[str, str]:
    """Two reports of one event that quote the same words."""
    shared = report(chance, 8)

    def one() -> str:
        mine = report(chance, chance.randint(8, 14))
        mine[2:2] = shared[:4]
        return text([*mine, *shared[4:]], chance)

    return one(), one()


def digest(chance: random.Random) -> tuple[str, str]:
    """A report, and an overview of the day that it is a part of."""
    mine, before, after = (report(chance, chance.randint(8, 12)) for _ in range(3))
    return text(mine, chance), text([*before, *mine, *after], chance)


def captions(chance: random.Random) -> tuple[str, str]:
    """Two lines that stand for a picture."""
    return (
        f"Picture: {chance.choice(PEOPLE)} in {PLACES[0]}",
        f"Picture: {chance.choice(PEOPLE)} in {PLACES[0]}.",
    )


LOOKALIKES: tuple[Callable[[random.Random], tuple[str, str]], ...] = (
    later, weather, market, notice, fixtures, same_foot, same_quotes, digest, captions,
)  # fmt: skip
