"""What has been found in the runs of a text, as candidates."""

from index.entities.candidate import Candidate, Scores
from index.entities.gazetteer import Gazetteer, Known
from index.entities.names import key
from index.entities.phrases import Phrases
from index.entities.tokens import NAMELIKE, Kind, Token, written


class Collecting(Phrases):
    """Keeps what is found."""

    def __init__(self, tokens: list[Token], known: Gazetteer) -> None:
        super().__init__(tokens, known)
        self.found: list[Candidate] = []
        """The candidates so far."""

    def road_or_street(self, begin: int, end: int) -> Candidate:
        """The place that the tokens from `begin` to `end` name beyond doubt."""
        name = written(self.tokens[begin:end])
        return Candidate(begin, end, name, key(name), False, {}, {"place": 4.0}, None, True)

    def emit_known(self, at: int, stop: int, known: Known) -> int:
        """Keep a known name, with what follows a comma if that is part of it; where the name ends."""
        after = self.tokens[stop : stop + 2]
        if known.type == "place" and len(after) == 2 and after[0].kind is Kind.COMMA:
            whole = f"{self.tokens[stop - 1].text}, {after[1].text}"
            if self.known.find(whole) == known:  # Washington, D.C.
                self.emit(at, stop + 2, {}, known=known)
                return stop + 2
        self.emit(at, stop, {}, known=known)
        return stop

    def emit(
        self,
        begin: int,
        end: int,
        scores: Scores,
        *,
        known: Known | None = None,
        headed: bool = False,
        titled: bool = False,
    ) -> None:
        """Keep the tokens from `begin` to `end`, small words at both ends left away.

        Args:
            begin: The first token.
            end: One past the last.
            scores: What speaks for each type.
            known: What the gazetteer has; looked up where it is not given.
            headed: Whether a noun in the name tells what it is.
            titled: Whether a title stands before it.
        """
        tokens = self.tokens
        while begin < end and not self.is_name(begin):
            begin += 1
        while end > begin and not self.is_name(end - 1) and tokens[end - 1].kind is not Kind.NUMBER:
            end -= 1
        if begin >= end:
            return
        name = written([token for token in tokens[begin:end] if token.kind is not Kind.COMMA])
        weak = all(token.weak for token in tokens[begin:end] if token.kind in NAMELIKE)
        found = known if known is not None else self.known.find(name)
        made = Candidate(begin, end, name, key(name), weak, {}, {}, found, headed, titled)
        if headed:
            made.form = scores
        else:
            made.scores = scores
        self.found.append(made)
