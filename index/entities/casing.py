"""What the place of a word says of its capital: sentence starts, headlines, shouting; and line wraps."""

from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.around import CALLED_AS, NICKNAMED
from index.entities.lexicon.offices import KIN
from index.entities.lexicon.small import CALENDAR, FUNCTION
from index.entities.names import key
from index.entities.plurals import join_plurals
from index.entities.tokens import Kind, Token, split

LONGEST_WRAP = 140
"""Lines longer than this are not wrapped by hand."""

LONGEST_DATELINE = 5
"""Words of the longest place looked for at the start of a line."""

_WORD, _CAPITAL, _UPPER, _INITIAL = Kind.NUMBER, Kind.CAPITAL, Kind.UPPER, Kind.INITIAL
_STARTING = (Kind.STOP, Kind.BREAK, Kind.OPEN_QUOTE, Kind.JUNK)
_CLOSING = (Kind.CLOSE_QUOTE, Kind.CLOSE)
_WITHIN = (Kind.COMMA, Kind.NUMBER, Kind.DASH)


def tokenise(text: str, known: Gazetteer, *, headline: bool = False) -> list[Token]:
    """The tokens of `text` in order; `headline` says that it may be in title case as a whole."""
    tokens = _unwrap(text, split(text, known))
    _mark_starts(tokens)
    begin = 0
    for at in [*(n for n, token in enumerate(tokens) if token.kind is Kind.BREAK), len(tokens)]:
        line = tokens[begin:at]
        begin = at + 1
        _mark_shouting_runs(line, known)
        if line and (headline or not _is_sentence(line)) and _in_title_case(line, known):
            for token in line:
                token.weak = token.headline = True
    return join_plurals(tokens, known)


def _is_sentence(line: list[Token]) -> bool:
    """Whether a line ends with a full stop, be it within marks or brackets."""
    last = next((token for token in reversed(line) if token.kind not in _CLOSING), line[-1])
    return last.text == "."


def _unwrap(text: str, tokens: list[Token]) -> list[Token]:
    """`tokens` without the line breaks that only wrap a paragraph."""
    single = [at for at, token in enumerate(tokens) if token.kind is Kind.BREAK and token.text == "\n"]
    if not single:
        return tokens
    dropped = set()
    begin = longest = 0
    pending: list[tuple[int, int]] = []
    for at in [*[n for n, token in enumerate(tokens) if token.kind is Kind.BREAK], len(tokens)]:
        token = tokens[at] if at < len(tokens) else None
        finish = token.start if token else len(text)
        longest = max(longest, finish - begin)
        if token is not None and token.text == "\n":
            pending.append((at, finish - begin))
        else:
            for place, length in pending:
                following = tokens[place + 1] if place + 1 < len(tokens) else None
                if (
                    longest <= LONGEST_WRAP
                    and following is not None
                    and length + 1 + following.end - following.start > longest - 2
                ):
                    dropped.add(place)
            pending.clear()
            longest = 0
        begin = token.end if token else finish
    return [token for at, token in enumerate(tokens) if at not in dropped]


def _mark_starts(tokens: list[Token]) -> None:
    """Set `weak` on words at the start of a sentence, a line or a quotation."""
    start, before, earlier = True, "", ""
    for token in tokens:
        if token.kind <= _WORD:
            if start:
                token.weak = not _has_inner_capital(token.text)
                start = False
        elif token.kind in _STARTING:
            start = not (token.kind is Kind.OPEN_QUOTE and is_nicknamed(before, earlier))
        if token.kind is not Kind.OPEN_QUOTE:
            before, earlier = token.low, before


def is_nicknamed(before: str, earlier: str) -> bool:
    """Whether two words before a quotation mark, the last one first, tell what somebody is called."""
    return before in NICKNAMED or (before == "as" and earlier in CALLED_AS)


def _has_inner_capital(word: str) -> bool:
    """Whether a word has capitals that its place cannot explain: SeaMicro, but not HEADLINES."""
    return not word.isupper() and any(letter.isupper() for letter in word[1:])


def _mark_shouting_runs(line: list[Token], known: Gazetteer) -> None:
    """Mark what is shouted in a line: words all in capitals side by side, among them plain ones."""
    run: list[Token] = []
    size = dateline(line, known)
    for token in line[:size]:
        token.weak = token.shouted = True
    for token in line[size:]:
        if token.kind is _UPPER or token.kind is _INITIAL:
            run.append(token)
        elif run and token.kind not in _WITHIN:
            _mark_shouting(run, known)
            run = []
    if run:
        _mark_shouting(run, known)


def dateline(line: list[Token], known: Gazetteer) -> int:
    """How many words at the start of a line are the place it was sent from: WEST POINT, N.Y. (AP)."""
    size = 0
    while size < min(len(line), LONGEST_DATELINE) and line[size].kind is _UPPER:
        size += 1
    if size < 2 or size + 2 >= len(line):
        return 0
    sign, after, behind = line[size : size + 3]
    if sign.kind is Kind.COMMA:
        of = known.find(after.text)
        if of is not None and of.type == "place" and behind.kind in (Kind.OPEN, Kind.DASH):
            return size
        dated = after.low in CALENDAR
    else:
        dated = sign.kind is Kind.OPEN or (sign.kind is Kind.DASH and after.kind is not _UPPER)
    return size if dated and _is_place(line[:size], known) else 0


def _is_place(tokens: list[Token], known: Gazetteer) -> bool:
    """Whether words are the name of a place that is known beforehand."""
    entry = known.names.get(key(" ".join(token.text for token in tokens)))
    return entry is not None and entry.type == "place"


def _in_title_case(line: list[Token], known: Gazetteer) -> bool:
    """Whether nearly all words of a line have capitals, many of them words that need none."""
    content = capital = common = 0
    for token in line:
        if token.kind <= _CAPITAL and len(token.low) > 3 and token.low not in FUNCTION:
            content += 1
            if token.kind is _CAPITAL:
                capital += 1
                common += known.is_plain(token.low)
    return content >= 3 and capital >= content * 0.8 and common >= 2 and common * 3 >= content


def _mark_shouting(run: list[Token], known: Gazetteer) -> None:
    def plain(token: Token) -> bool:
        low = token.low
        return (len(low) > 2 and low in known.words) or low in FUNCTION or low in CALENDAR

    shouted = [token for token in run if token.kind is Kind.UPPER and plain(token) and token.low not in KIN]
    if not shouted:
        return
    if len(run) == 1 and shouted[0].low not in known.frequent and shouted[0].low not in FUNCTION:
        return
    whole = len(run) > 2 or (len(run) == 2 and _is_place(run, known))  # MEXICO CITY
    for token in run if whole else shouted:
        if token.text not in known.capitals or whole:
            token.weak = token.shouted = True
