"""What the page of an entity is made of: its mentions, its names and company, its days.

Which of its places are shown is chosen among names and company, or by a span of days.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from index.model import Companion, EntityPage, Gathered, Gathering, Headline, KwicSort, Quoted
from tui.answers import CompanionsFound, CompanionsTold, GatheredFetched, PageFetched, QuotedCounted
from tui.library import Desk
from tui.render.aspects import CompanionOrder, aspects
from tui.render.histogram import span_text
from tui.render.spans import Mark
from tui.screens import hit_phrases, page_phrases
from tui.screens.hit_actions import HitActions
from tui.screens.hit_questions import PageSource
from tui.screens.page_questions import PageQuestions
from tui.sifting import Sifting
from tui.widgets.aspect_list import AspectList
from tui.widgets.histogram_view import HistogramView
from tui.widgets.item_view import ItemView

WIDE, WIDER = 110, 150
"""From this many columns on, mentions stand beside names, company and days; and these have more room."""
TALL: Final = 16
"""From this many lines on, what one does not see is told above what one sees."""


class PageShown(HitActions):
    """An entity's places, and beside them what they can be narrowed to; keys stand upon it."""

    PANE = "entity"
    ORDERS: ClassVar[tuple[KwicSort, ...]] = ("date", "left", "right", "source")

    def __init__(
        self,
        desk: Desk,
        keymap: Mapping[str, str],
        id: str,
        headlines: Callable[[], Mapping[int, Headline]],
        *,
        leave: Callable[[], None],
    ) -> None:
        """Begin with nothing known but who is meant.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            id: The entity.
            headlines: Gives what is known of each document, by catalog key.
            leave: Is told that the reader goes back to where the page was opened.
        """
        super().__init__(desk, keymap, leave=leave)
        self.entity = id
        """Id of the entity."""
        self.aspects = AspectList(id="aspects")
        """Its names, and with whom it is mentioned."""
        self.days = HistogramView(id="page-days", noun="mention")
        """When it is mentioned."""
        self.page: EntityPage | None = None
        """What is known of it."""
        self.wanted = Gathering(id)
        """Which of its places are shown."""
        self.gone_text = page_phrases.NO_PLACES
        """What is said where it is mentioned nowhere."""
        self._desk = desk
        self._asked = PageQuestions(self, desk)
        self._headlines = headlines
        self._head = Static("", id="page-head", markup=False)
        self._panes = Container(self.hits, Vertical(self.aspects, self.days, id="page-side"), id="page-panes")
        self._companions: tuple[Companion, ...] | None = None
        self._quoted = Quoted()
        self._order_of_company: CompanionOrder = "strength"
        self._company_told = page_phrases.COUNTING
        self._gathered = Gathered((), (), (), 0)
        self._span: tuple[int, int] | None = None
        self._sort = "date"

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._head
        yield self._panes
        yield self.notice
        yield self.key_line

    def on_mount(self) -> None:
        """Ask who it is."""
        self.hits.empty_text = page_phrases.COMING
        self.days.label("Days")
        self.set_focus(self.hits)
        self.fit_panes()
        self.say_what_is_shown()
        self._asked.page(self.entity)

    def on_unmount(self) -> None:
        """Count no more."""
        self._asked.forget_companions()

    # What comes

    @on(PageFetched)
    def _take_page(self, event: PageFetched) -> None:
        if self._asked.is_late("page", event.question):
            return
        self.page = event.page
        if event.page is None:
            self.hits.empty_text = event.trouble
            return
        self.hits.empty_text = self.gone_text
        self._take_over(event.page.entity.id)
        if self.wanted.alias not in (None, *(one.text for one in event.page.aliases)):
            self.wanted = Gathering(self.entity)
        self._show_aspects()
        self.look_at(self.wanted)
        self._asked.quoted(self.entity)
        self._asked.companions(self.entity)

    def _take_over(self, id: str) -> None:
        """Be the page of an entity: the one asked for, or another one that it has become."""
        self.entity = id
        self.wanted = replace(self.wanted, entity=id)

    @on(QuotedCounted)
    def _take_quoted(self, event: QuotedCounted) -> None:
        if not self._asked.is_late("quoted", event.question):
            self._quoted = event.quoted
            self._show_aspects()

    @on(GatheredFetched)
    def _take_gathered(self, event: GatheredFetched) -> None:
        if self._asked.is_late("gather", event.question):
            return
        if event.gathered is None:
            self.notice.say("library", event.trouble)
        else:
            self.wanted = event.wanted
            self._show_places(event.gathered)

    @on(CompanionsTold)
    def _tell_count(self, event: CompanionsTold) -> None:
        if not self._asked.is_late("companions", event.question):
            self._company_told = page_phrases.counting(event.share)
            self._say_head()

    @on(CompanionsFound)
    def _take_companions(self, event: CompanionsFound) -> None:
        if self._asked.is_late("companions", event.question):
            return
        if event.trouble:
            self._company_told = event.trouble
            self.notice.say("library", event.trouble)
        else:
            self._companions = event.companions
        self._show_aspects()

    # What is shown

    def look_at(self, wanted: Gathering) -> None:
        """Show other places of the entity, at once or when they are known."""
        self._asked.forget_gathered()
        self.aspects.chosen = wanted
        if self.page is not None and wanted == Gathering(self.entity):
            self.wanted = wanted
            self._show_places(self.page.mentions)
        else:
            self._asked.gather(wanted)

    def _show_places(self, gathered: Gathered) -> None:
        self._gathered, self._span = gathered, None
        days = Counter[int]()
        for day, places in zip(gathered.days, gathered.counts, strict=True):
            days[day] += places
        days.pop(0, None)
        ordered = sorted(days)
        self.days.show_days(ordered, [days[day] for day in ordered])
        self._show_within()

    def _show_within(self) -> None:
        """Show the places on the days that are chosen, or all."""
        gathered, span = self._gathered, self._span
        if span is not None:
            kept = [at for at, day in enumerate(gathered.days) if span[0] <= day <= span[1]]
            keys, counts = ([whole[at] for at in kept] for whole in (gathered.keys, gathered.counts))
            days = [gathered.days[at] for at in kept]
            gathered = Gathered(keys, counts, days, sum(counts))
        source = PageSource(self._desk, self.wanted, gathered)
        sifting = Sifting(gathered.keys, gathered.counts)
        mark = Mark.STRONG if self.wanted.said == "by" else Mark.MENTION
        self.show_hits(source, sifting, self._headlines(), listed="date", mark=int(mark))
        self.say_what_is_shown()

    def _show_aspects(self) -> None:
        if self.page is not None:
            company = self._companions or ()
            self.aspects.show_rows(aspects(self.page, company, self._order_of_company, self._quoted))
        self._say_head()

    # What is said

    def say_what_is_shown(self) -> None:
        """Say which places are shown, out of what, in which order, and what comes."""
        if self.page is None:
            self.hits.label("", "")
            return
        name = self.page.entity.name
        if self.wanted.alias is not None:
            name = f"“{self.wanted.alias}”"
        elif self.wanted.said is not None:
            name = page_phrases.SAID[self.wanted.said].format(name)
        elif self.wanted.other is not None:
            name = f"{name} with {self.name_of(self.wanted.other)}"
        said = page_phrases.shown_places(
            self.sifting.kept,
            self.sifting.documents,
            self.sifting.rejected,
            self._sort,
            noun=page_phrases.noun(self.wanted),
            days=span_text(*self._span) if self._span is not None else "",
        )
        if self._coming is not None:
            said = hit_phrases.ordering(self._coming, self._told)
        self.hits.label(name, said)
        self._say_head()

    def name_of(self, companion: str) -> str:
        """What a companion is called."""
        return next((one.name for one in self._companions or () if one.id == companion), "")

    @on(HistogramView.Moved)
    def _say_days(self) -> None:
        self.days.label(" · ".join(filter(None, ("Days", self.days.scale))), self.days.said)

    def _say_head(self) -> None:
        company = self._company_told
        if self._companions is not None:
            company = page_phrases.ORDERS[self._order_of_company] if self._companions else page_phrases.ALONE
        self.aspects.label("Names, company", company)
        if self.page is None:
            return
        width = max(1, self.size.width - 2)
        if not self.page.mentions.total:
            self._head.update(Content(page_phrases.gone(self.page, self.gone_text, width)))
            return
        lines = [page_phrases.head(self.page, width)]
        if not self._is_wide and self.size.height >= TALL:
            lines.append(page_phrases.names(self.page, width))
            lines.append(page_phrases.company(self._companions, self._company_told, width))
        self._head.update(Content("\n".join(lines)))

    # Where there is room

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= WIDE

    def on_resize(self, event: Resize) -> None:
        """Show what there is room for."""
        self.fit_panes()
        self.say_what_is_shown()

    def fit_panes(self) -> None:
        """Show the panes there is room for."""
        wide, focused = self._is_wide, self.focused
        self._panes.set_class(wide, "-wide")
        self._panes.set_class(self.size.width >= WIDER, "-wider")
        in_hits = focused is self.hits or focused is None
        self.hits.display = wide or in_hits
        self.aspects.display = wide or focused is self.aspects
        self.days.display = wide or focused is self.days
        self.aspects.parent.display = wide or not in_hits  # type: ignore[union-attr]

    def go_to(self, pane: ItemView | HistogramView) -> None:
        """Give a pane the focus, whether it showed before or not."""
        pane.display = True
        self._panes.query_one("#page-side").display = True
        self.set_focus(pane)
        self.fit_panes()
