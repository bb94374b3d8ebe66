"""The names in one document: rules, gazetteers, and a vote of all mentions of a name on its type."""

from collections import Counter

from index.entities.chunks import Candidate, Chunker
from index.entities.evidence import form, weigh
from index.entities.gazetteer import Gazetteer, gazetteer
from index.entities.model import EntityType, RawMention
from index.entities.names import key
from index.entities.tokens import NAMELIKE, Kind, Token, tokenise
from index.entities.vote import Ballot, Name, best, lists
from index.model import Field


def recognise(
    title: str, text: str, *, language: str | None = None, byline: str | None = None, source: str | None = None
) -> tuple[RawMention, ...]:
    """The mentions in one document, sorted by field (title first) and start; they do not overlap.

    Args:
        title: The headline.
        text: The text, as the reader shows it.
        language: ISO 639-1 code; other languages than English are searched for known names only.
        byline: Who wrote it: evidence that the name is a person's.
        source: The outlet: evidence that the name is an organisation's.
    """
    return _Document(title, text, gazetteer(), byline, source, language).mentions()


class _Document:
    """One document on its way from text to mentions."""

    def __init__(
        self, title: str, text: str, known: Gazetteer, byline: str | None, source: str | None, language: str | None
    ) -> None:
        self.known = known
        self.english = language is None or language.lower().startswith("en")
        self.fields: list[tuple[Field, str, list[Token]]] = [
            ("title", title, tokenise(title, known, headline=True)),
            ("text", text, tokenise(text, known)),
        ]
        self.byline = key(byline or "")
        self.source = key(source or "")
        self.spans: dict[int, tuple[Field, str, list[Token]]] = {}

    def mentions(self) -> tuple[RawMention, ...]:
        found: list[list[Candidate]] = []
        lower = {token.low for _, _, tokens in self.fields for token in tokens if token.kind is Kind.LOWER}
        ballot = Ballot(self.known, lower)
        acronyms: dict[str, str] = {}
        for _, _, tokens in self.fields:
            candidates = Chunker(tokens, self.known).chunk()
            candidates = [c for c in candidates if not _handle_follows(c, tokens) and not _credit(c, tokens)]
            found.append(candidates)
            for candidate in candidates:
                form(candidate, tokens, self.known)
                weigh(candidate, tokens, self.known)
                self._outside(candidate)
                ballot.add(candidate)
            self._acronyms(candidates, tokens, acronyms)
        self._agree(found)
        names = ballot.decide(acronyms)
        mentions: list[RawMention] = []
        chosen: dict[int, tuple[Name, Candidate]] = {}
        for name in names:
            for candidate in name.candidates:
                chosen[id(candidate)] = (name, candidate)
        for (field, string, tokens), candidates in zip(self.fields, found, strict=True):
            for candidate in candidates:
                pair = chosen.get(id(candidate))
                if pair is None:
                    continue
                name = pair[0]
                top = name
                while top.of is not None:
                    top = top.of
                start, end = tokens[candidate.begin].start, tokens[candidate.end - 1].end
                assert name.type is not None
                mentions.append(RawMention(start, end, string[start:end], name.type, top.text, field, name.sure))
        mentions.extend(self._shouted(names))
        mentions.sort(key=lambda m: (m.field != "title", m.start))
        return tuple(mentions)

    def _outside(self, candidate: Candidate) -> None:
        """Count what the head of the document says of a name."""
        if self.byline and f" {candidate.key} " in f" {self.byline} ":
            candidate.add("person", 2.0)
        if self.source and candidate.key == self.source:
            candidate.add("organisation", 3.0)

    def _acronyms(self, candidates: list[Candidate], tokens: list[Token], acronyms: dict[str, str]) -> None:
        """Note "International Atomic Energy Agency (IAEA)"."""
        for first, second in zip(candidates, candidates[1:], strict=False):
            if (
                second.begin == first.end + 1
                and tokens[first.end].kind is Kind.OPEN
                and second.end < len(tokens)
                and tokens[second.end].kind is Kind.CLOSE
            ):
                short = tokens[second.begin]
                if second.end - second.begin == 1 and short.kind is Kind.UPPER and " " in first.key:
                    initials = "".join(w[0] for w in first.key.split(" "))
                    letters = second.key
                    if letters and letters[0] == initials[0] and set(letters) <= set(first.key):
                        acronyms[second.key] = first.key

    def _agree(self, found: list[list[Candidate]]) -> None:
        """Let names that stand in one list vote for each other's type."""
        pooled: dict[str, dict[EntityType, float]] = {}
        for candidates in found:
            for candidate in candidates:
                scores = pooled.setdefault(candidate.key, {})
                for kind, score in candidate.total().items():
                    scores[kind] = scores.get(kind, 0.0) + score
        for (_, _, tokens), candidates in zip(self.fields, found, strict=True):
            for group in lists(candidates, tokens):
                settled: Counter[EntityType] = Counter()
                for candidate in group:
                    kind, score, lead = best(pooled[candidate.key])
                    if kind is not None and score >= 2.0 and lead >= 1.0:
                        settled[kind] += 1
                if len(settled) != 1 or "group" in settled:
                    continue
                agreed = next(iter(settled))
                for candidate in group:
                    if candidate.known is None or candidate.known.weight < 5:
                        candidate.add(agreed, 1.5 if len(group) > 2 else 0.4)

    def _shouted(self, names: list[Name]) -> list[RawMention]:
        """Names that the document establishes elsewhere, where it writes in capitals throughout."""
        forms: dict[str, Name] = {}
        for name in names:
            for candidate in name.candidates:
                forms.setdefault(candidate.key, name)
        longest = max((form.count(" ") + 1 for form in forms), default=0)
        found: list[RawMention] = []
        for field, string, tokens in self.fields:
            at = 0
            while at < len(tokens):
                if not tokens[at].shouted:
                    at += 1
                    continue
                at += self._shout(at, tokens, forms, longest, field, string, found)
        return found

    def _shout(
        self, at: int, tokens: list[Token], forms: dict[str, Name], longest: int, field: Field, string: str, found: list[RawMention]
    ) -> int:
        for size in range(max(longest, 3), 0, -1):
            part = tokens[at : at + size]
            if len(part) < size or not all(t.shouted and t.kind in NAMELIKE for t in part):
                continue
            form_key = key(" ".join(t.text for t in part))
            name = forms.get(form_key)
            start, end = part[0].start, part[-1].end
            if name is not None and name.type is not None and (size > 1 or form_key not in self.known.words or len(name.candidates) > 1):
                top = name
                while top.of is not None:
                    top = top.of
                found.append(RawMention(start, end, string[start:end], name.type, top.text, field, name.sure))
                return size
            entry = self.known.names.get(form_key)
            if entry is not None and entry.weight >= 4 and form_key not in self.known.words:
                found.append(RawMention(start, end, string[start:end], entry.type, entry.name, field, True))
                return size
        return 1


def _handle_follows(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether the name is that of an account: "DD Geopolitics (@…)"."""
    for token in tokens[candidate.end : candidate.end + 4]:
        if token.kind is Kind.JUNK:
            return token.text.startswith("@")
        if token.kind not in (Kind.OPEN, Kind.STOP):
            return False
    return False


def _credit(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether an unknown short form stands in a list of sources at a paragraph's end: "(PC, AJA)"."""
    if candidate.known is not None or candidate.end - candidate.begin > 1:
        return False
    if tokens[candidate.begin].kind is not Kind.UPPER:
        return False
    at = candidate.begin
    while at and tokens[at].kind is not Kind.OPEN:
        if tokens[at].kind not in (Kind.COMMA, *NAMELIKE):
            return False
        at -= 1
    return at == 0 or tokens[at - 1].kind in (Kind.BREAK, Kind.STOP)
