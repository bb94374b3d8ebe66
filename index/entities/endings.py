"""What languages in Latin letters put at the end of a name, and what they put before one."""

from collections.abc import Mapping

SLAVIC = frozenset(("bs", "cs", "hr", "pl", "sk", "sl", "sr"))
"""Languages whose names in -a have another letter in its place: Giorgia, Giorgii."""

_SLAVIC = "a u e i y o em om im ou ie owi ovi ego emu ych ow ov ova ove ovou ech ami ami jem iem ovo ich"


def _endings(words: str) -> tuple[str, ...]:
    return tuple(sorted(set(words.split()), key=lambda word: (-len(word), word)))


ENDINGS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(SLAVIC, _endings(_SLAVIC)),
    **dict.fromkeys(("da", "de", "nb", "nl", "nn", "no", "sv"), ("s",)),
    "et": _endings("i it ile is ist ilt iga ni ta"),
    "fi": _endings("n in a ia lla illa lle ille lta ilta ssa issa sta ista iin na ksi"),
    "hu": _endings("t ot et at nak nek val vel ban ben bol rol tol hoz hez ra re nal nel on en ert ig ek"),
    "lt": _endings("as o ui a e is io iui"),
    "lv": _endings("s a am u a is im"),
    "ro": _endings("ul ului lui ei"),
    "sq": _endings("i it in u ut un"),
    "tr": _endings("in nin un nun a ya da de dan den ta te tan ten i yi u yu"),
}
"""By language: what may follow a name without a sign between, without accents, the longest first."""

_TITLES = (
    "ambas", "cancel", "cancil", "chancel", "direc", "gener", "kanzler", "minis", "predse", "prem", "pres",
    "prez", "princ", "profes", "sekret", "secret", "senat", "senad", "baskan", "bakan", "papa", "pap", "rey",
    "roi", "reina", "reine", "koning", "kung", "statsm", "statsr", "vicep", "viceminis", "deputat", "diput",
)  # fmt: skip


def opens_with_title(word: str) -> bool:
    """Whether a word, given as its key, is what languages call presidents, ministers and the like."""
    return word.startswith(_TITLES)
