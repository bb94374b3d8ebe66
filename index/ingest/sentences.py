"""Where sentences end, so that long paragraphs can be cut there and first sentences found."""

import re

from index.ingest.lexicon import STARTERS

# The lookbehind lets a long row of dots be tried once, not from each of its dots.
_END = re.compile(r"(?<![.!?…؟۔।])[.!?…؟۔।]++[\"'”’»)\]]*+(?=\s|\Z)" r"|(?<![。！？])[。！？]++[」』”’）]*+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Brig|Cpl|Pvt|Gov|Sen|Rep|Sens|Reps|Rev"
    r"|Hon|Fr|St|Sr|Jr|Ft|Mt|Messrs|Mme|Mlle|No|Nos|no|nos|Vol|vol|Art|Sec|pp|p|vs|v|cf|ca|c|al|approx|dept|Dept"
    r"|est|Inc|Ltd|Corp|Co|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri"
    r"|Ave|Blvd|Rd|Fig|fig|ed|eds|e\.g|i\.e|z\.B|d\.h|u\.a|bzw|Nr|Mio|Mrd|Sra|Dra|Exmo|Sig|Dott)"
    r"|(?:^|[\s(“\"'‘.-])[^\W\d_])\.\Z"
)
_LETTERS = re.compile(r"(?:^|[\s(“\"'‘])(?:[A-ZÀ-Þ]\.){2,}\Z")
_OPENING = " \n\t\"'“‘«(["
_FIRST_WORD = re.compile(r"[\s\"'“‘«(\[]{0,8}([^\W_]+)")


def sentence_ends(text: str) -> list[int]:
    """Offsets one past the end of each sentence, closing quotes included, that more text follows.

    Abbreviations, initials and question marks inside a sentence are told from its end by
    what stands around them.
    """
    last = len(text.rstrip())
    return [end.end() for end in _END.finditer(text, 0, last) if end.end() < last and _ends(text, end)]


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Whether a full stop (or its like) ends a sentence."""
    if mark[0][0] in "。！？":
        return True
    following = _FIRST_WORD.match(text, mark.end(), mark.end() + 40)
    first = following[1] if following else ""
    if first[:1].islower():
        return False
    if mark[0][0] == "." and not mark[0].startswith(".."):
        before = text[max(0, mark.start() - 24) : mark.start() + 1]
        if _LETTERS.search(before):
            return first in STARTERS or text[mark.end() : mark.end() + 2].strip()[:1] in ("“", '"')
        return not _ABBREVIATION.search(before)
    return True
