"""Page furniture that was saved along with an article: "No comments:", "Share this", cookie lines.

Only short lines that are known as a whole are furniture, and only at the ends of the text;
a lone "Advertisement" is so anywhere. A sentence of the article never is.
"""

import re
from collections.abc import Sequence, Set

from index.ingest.lexicon import ADVERTISEMENT, FURNITURE, LIST_HEADINGS

_MAX_LENGTH = 160
_FORMS = re.compile(
    r"\(?\d[\d,.]* ?(?:comments?|shares?|likes?|views?|replies)\)?"
    r"|(?:comments?|shares?|likes?|views?) ?\(?\d[\d,.]*\)?"
    r"|(?:\d{1,3}|one|two|three|four|five)[ -]?min(?:ute)?s? (?:read|listen)"
    r"|reading time:? \d{1,3} min(?:ute)?s?"
    r"|click to (?:share|email|print)[^.]{0,60}|share to [a-z]{1,12}(?:share to [a-z]{1,12})*"
    r"|email this ?blogthis!? ?(?:share to [a-z]{1,12} ?)*"
    r"|(?:copyright|©|\(c\)|copyright ©|© copyright) ?\d{4}[^\n]{0,100}"
    r"|[^.]{0,60}\ball rights reserved"
    r"|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies"
    r"(?: [^\n]{0,99}\b(?:you|your|accept|agree)\b[^\n]{0,99})?"
    r"|subscribe to:? (?:posts?|comments|post comments) ?\(?atom\)?"
    r"|by (?:continuing|using) [^\n]{0,60}\bcookies[^\n]{0,50}"
    r"|(?:sign up|subscribe) (?:for|to) (?:our|the|my) [^.]{0,40}"
    r"(?:newsletters?|updates|alerts|channel|podcast)[^.]{0,30}"
    r"|(?:related|read more|read also|also read|see also|more):? https?://\S{1,120}"
    r"|(?:home|news) ?[>›»/] ?[^.]{1,80}|[^.]{1,40} [>›»] [^.]{1,40}"
)
_TRIM = " \t:.!?…|»›>«<→←↓↑•·*-–—_=#[]\u25b6\u25ba\ufe0f"
_PARTS = re.compile(r"[|•·]")
_RULE = re.compile(r"[-=_*~#—–• ]{3,}")
_LIST_LENGTH = 8
_SENTENCE_SIGNS = (".", "”", '"', "’", ")", ":", ";", ",")


def is_residue(text: str) -> bool:
    """Whether a line is page furniture and nothing else."""
    if len(text) > _MAX_LENGTH:
        return False
    bare = _bare(text)
    if " " not in bare and text.endswith((".", "!", "?")) and not text.endswith("..."):
        return False  # a sentence, if a short one
    if bare in FURNITURE or bare in ADVERTISEMENT or _FORMS.fullmatch(bare):
        return True
    parts = _PARTS.split(bare)
    return len(parts) > 1 and all(_bare(part) in FURNITURE or _FORMS.fullmatch(_bare(part)) for part in parts)


def find_residue(lines: Sequence[str], head: Set[int]) -> frozenset[int]:
    """Places of the lines that are page furniture, outside the head.

    Args:
        lines: The cleaned lines of the article.
        head: Places of the lines that are its head.
    """
    found: set[int] = set()
    for places in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for place in places:
            if not lines[place] or place in head or place in found:
                continue
            if not (is_residue(lines[place]) or _RULE.fullmatch(lines[place])):
                break
            found.add(place)
    found |= _list_at_end(lines, head | found)
    for place, line in enumerate(lines):
        if len(line) < 60 and place not in found and _bare(line) in ADVERTISEMENT and _alone(lines, place):
            found.add(place)
    return frozenset(found)


def _bare(text: str) -> str:
    """A line in lower case, without the signs around it."""
    return " ".join(text.strip(_TRIM).casefold().replace("’", "'").split())


def _alone(lines: Sequence[str], place: int) -> bool:
    """Whether a line begins with a capital and has a blank line on one side at least."""
    line = lines[place].strip(_TRIM)
    before = place == 0 or not lines[place - 1]
    after = place == len(lines) - 1 or not lines[place + 1]
    return line[:1].isupper() and (before or after)


def _list_at_end(lines: Sequence[str], gone: Set[int]) -> set[int]:
    """A heading such as "Related articles" and the headlines below it, where these end the text."""
    below: list[int] = []
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if not line or place in gone:
            continue
        if _bare(line) in LIST_HEADINGS:
            before = any(lines[i] and i not in gone for i in range(max(0, place - 50), place))
            return {place, *below} if before else set()
        if len(below) == _LIST_LENGTH or len(line) > 140 or line.endswith(_SENTENCE_SIGNS):
            break
        below.append(place)
    return set()
