"""The entities beside the text: whose they are, which one is chosen, and where it is mentioned."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from index.errors import QueryError
from index.model import Entity, Mending, Named, Passage, Span
from tui.answers import EntitiesFetched
from tui.queries import with_entity, without_entity
from tui.render.entities import Groups, in_groups
from tui.screens import phrases
from tui.screens.listing import Listed
from tui.screens.opening import How
from tui.screens.room_questions import RoomQuestions
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.reader import Reader

_NEAR = 5_000
"""So many entities are looked through for the one that was mended."""


class Mentioning:
    """Shows who and what is named, and marks the mentions of the entity that is chosen."""

    def __init__(
        self, sidebar: EntitySidebar, reader: Reader, listed: Listed, questions: RoomQuestions
    ) -> None:
        """Begin with the entities of the open article, none of them chosen.

        Args:
            sidebar: Shows them.
            reader: Has the open article, and shows the mentions.
            listed: Knows the results, whose entities may be shown instead.
            questions: Are asked for them.
        """
        self.chosen: Entity | None = None
        """The chosen entity, whether it is named here or not."""
        self.followed: tuple[str, ...] = ()
        """Ids of the entities whose mentions led to the open article."""
        self._sidebar = sidebar
        self._reader = reader
        self._listed = listed
        self._questions = questions
        self._of_results = False
        self._stands_out = False
        self._shown_of: str | None = None
        self._entities = in_groups(())
        self._to: Named | None = None
        self._is_to_choose = False

    # Whose they are

    @property
    def is_of_results(self) -> bool:
        """Whether those of all results are shown, or the article's."""
        return self._of_results

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody and nothing to be shown."""
        return not self._entities

    def toggle_results(self) -> None:
        """Show those of all results, or of the article again."""
        self._of_results = not self._of_results
        self._show(in_groups(()), keep=False, why_empty="")
        self._ask()

    def toggle_order(self) -> None:
        """Show those that stand out in the results, or all, the most mentioned first."""
        self._stands_out = not (self._stands_out and self._of_results)
        self._of_results = True
        self._show(in_groups(()), keep=False, why_empty="")
        self._ask()

    def listed_anew(self) -> None:
        """Take notice of other results."""
        if self._of_results:
            self._ask()

    def opened(self, how: How, followed: tuple[str, ...] = ()) -> None:
        """Take notice of another article; go to its first or last mention, if that is how it was opened.

        Args:
            how: How.
            followed: Ids of entities whose mentions led there, to be marked beside those of the chosen one.
        """
        if how != "again":
            self.followed = followed
        self._mark()
        if how in ("first mention", "last mention") and (passages := self._passages()):
            self._reader.go_to_passage(passages[0 if how == "first mention" else -1])
        if not self._of_results:
            self._ask()

    def _ask(self) -> None:
        article = self._reader.article
        if self._of_results:
            query = self._listed.listing.query
            self._questions.entities(document=None, query=query, stands_out=self._stands_out)
        elif article is not None:
            self._questions.entities(document=article.id, query="")

    def take(self, fetched: EntitiesFetched, query: str) -> str | None:
        """Show those that have come, unless others are wanted by now.

        Args:
            fetched: Those that have come.
            query: The query as it is.

        Returns:
            The query with the name of the chosen one, where that is called otherwise by now; else None.
        """
        if not self._questions.is_late("entities", fetched.question):
            same, self._shown_of = self._shown_of == fetched.document, fetched.document
            why_empty = phrases.NAMES_TO_COME if self._listed.brings_names else phrases.NO_ENTITIES
            if fetched.entities.among:
                why_empty = phrases.nobody_stands_out(self._listed.listing.query)
            self._show(fetched.entities, keep=same, why_empty=why_empty, only_known=fetched.only_known)
            return self._go_to_mended(query)
        return None

    def clear(self) -> None:
        """Show none, since no article is open."""
        self._show(in_groups(()), keep=False, why_empty=phrases.NOTHING_OPEN)

    def _show(self, entities: Groups, *, keep: bool, why_empty: str, only_known: str = "") -> None:
        of = "these results" if self._of_results else "this article"
        among = entities.among
        self._sidebar.label(
            f"Entities of {of}" if among is None else phrases.stand_out(len(entities), among),
            phrases.only_known_names(only_known) if only_known else "",
        )
        self._sidebar.empty_text = why_empty
        self._entities = entities
        article = None if self._of_results else self._reader.article
        governing = Counter(one.entity for one in article.mentions if one.stands_for) if article else None
        self._sidebar.show_entities(entities, keep=keep, governing=governing)

    # Mended names

    def mended(self, mending: Mending, to: Named | None) -> None:
        """Ask for the names anew, since something was said of them.

        Args:
            mending: What was said, or taken back.
            to: The entity to go to, and to choose if it was chosen before.
        """
        said = {*mending.whom, *([mending.target] if mending.target is not None else [])}
        chosen = self.chosen
        self._to = to
        self._is_to_choose = chosen is not None and Named(chosen.type, chosen.name) in said
        self._ask()

    def _go_to_mended(self, query: str) -> str | None:
        """Go to the entity that was mended; gives the query with the name it has now, if it is chosen."""
        to, self._to = self._to, None
        entities = self._entities.entities
        place = next((at for at, one in enumerate(entities[:_NEAR]) if Named(one.type, one.name) == to), None)
        if to is None or place is None:
            return None
        entity = entities[place]
        self._sidebar.move_to(entity.id)
        if not self._is_to_choose or self.chosen == entity:
            return None
        self._sidebar.chosen = entity.id
        try:
            return self.choose(entity.id, query)
        except QueryError:
            return None

    def named_at(self, text: str) -> Entity | None:
        """The one entity that is named in a text that is selected; where none is selected, the chosen one."""
        article = self._reader.article
        if article is None:
            return None
        ids = {one.entity for one in article.mentions if text.strip() and one.text in text}
        if not ids and self.chosen is not None:
            ids = {self.chosen.id}
        places = [place for id in sorted(ids) if (place := self._entities.find(id)) is not None]
        return self._entities.entities[places[0]] if len(places) == 1 else None

    # The chosen one

    def choose(self, id: str | None, query: str) -> str:
        """Mark the mentions of an entity and only its.

        Args:
            id: The entity; None lets go of the one that is chosen.
            query: The query as it is.

        Returns:
            The query with this entity in place of the one before.

        Raises:
            QueryError: the query cannot be read, or would become too long; nothing has changed then.
        """
        place = None if id is None else self._entities.find(id)
        entity = None if place is None else self._entities.entities[place]
        try:
            if self.chosen is not None:
                query = without_entity(query, self.chosen.type, self.chosen.name)
            if entity is not None:
                query = with_entity(query, entity.type, entity.name)
        except QueryError:
            self._sidebar.chosen = self.chosen.id if self.chosen is not None else None
            raise
        self.chosen = entity
        self._mark()
        return query

    def go_to_one(self) -> None:
        """Go to the first mention from here on, unless the current passage has one."""
        if self._reader.passage not in self._passages():
            self.walk(1)

    def walk(self, step: Literal[1, -1]) -> bool:
        """Go to the next passage that mentions the chosen entity; False where there is none."""
        here, passages = self._reader.passage, self._passages()
        if step == 1:
            to = next((number for number in passages if number > here), None)
        else:
            to = next((number for number in reversed(passages) if number < here), None)
        return to is not None and self._reader.go_to_passage(to)

    def _passages(self) -> list[int]:
        """The passages that mention the chosen entity."""
        article = self._reader.article
        if article is None:
            return []
        return passages_at(article.passages, [one.start for one in self._mentions() if one.field == "text"])

    def marked_here(self) -> str | None:
        """The entity whose mentions are marked, where the current passage has one; None where it has none."""
        wanted = [*([self.chosen.id] if self.chosen is not None else []), *self.followed]
        article, number = self._reader.article, self._reader.passage
        if article is None or number >= len(article.passages):
            return None
        passage = article.passages[number]
        here = {
            one.entity
            for one in article.mentions
            if one.field == "text" and passage.start <= one.start < passage.end
        }
        return next((id for id in wanted if id in here), None)

    def _mark(self) -> None:
        self._reader.set_marks("mention", self._mentions(*self.followed))

    def _mentions(self, *more: str) -> list[Span]:
        """Where the chosen entity is mentioned, and some more."""
        article = self._reader.article
        wanted = {*more, *([self.chosen.id] if self.chosen is not None else [])}
        mentions = article.mentions if article is not None else ()
        return [Span(one.start, one.end, one.field) for one in mentions if one.entity in wanted]


def passages_at(passages: Sequence[Passage], starts: Sequence[int]) -> list[int]:
    """The numbers of the passages in which some places begin, in order: a step for each of both."""
    ordered = sorted(starts)
    found = []
    for one in passages:
        at = bisect_left(ordered, one.start)
        if at < len(ordered) and ordered[at] < one.end:
            found.append(one.number)
    return found
