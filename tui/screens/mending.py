"""The entity desk at the foot of the screen: a verb, whom it leads to, what it would do, Enter.

Nothing is done before it was seen what it does; Escape goes one step back and leaves all as it was.
"""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from index.model import Document, Entity, Mending
from tui.answers import Failed, FormsFound, MendingForeseen, TargetsFound
from tui.render.mending import (
    Choice,
    called,
    foreseen_text,
    form_choice,
    form_choices,
    listed,
    target_choice,
    touched,
    type_choices,
    watching_text,
)
from tui.render.shown import shown
from tui.screens.mend_steps import (
    ASKED,
    FIRST,
    VERBS,
    Step,
    Verb,
    apart,
    is_possible,
    own_entity,
    renamed,
    split_off,
)
from tui.screens.mender import Mender, named
from tui.widgets.choices import Choices

NOBODY = "Nobody and nothing is called so."


class MendScreen(ModalScreen[Mending | Literal["list", "watch"] | None]):
    """The desk for one entity, or for several that are marked. Gives what is wanted."""

    AUTO_FOCUS = ""  # the first field there is would have it, whether it shows or not
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("enter", "take", show=False),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("up", "choose(-1)", show=False, priority=True),
        Binding("j", "choose(1)", show=False),
        Binding("k", "choose(-1)", show=False),
        *(Binding(letter, f"verb('{letter}')", show=False) for letter in VERBS),
    ]

    def __init__(
        self,
        mender: Mender,
        entities: Sequence[Entity],
        article: Document | None,
        verb: Verb | None = None,
        *,
        alias: str = "",
        near: Entity | None = None,
    ) -> None:
        """Ask what is to be done.

        Args:
            mender: Knows the names.
            entities: Those meant; at least one.
            article: The open article, where these are named in it.
            verb: What is to be done, where that is known already.
            alias: The one of its names that is meant, on one line, where it is not all of the entity.
            near: One that is offered for it to become, after those that it may be.
        """
        super().__init__()
        self._mender = mender
        self._whom = tuple(map(named, entities))
        self._entities = tuple(entities)
        self._article = article
        self._begun_with = verb
        self._alias, self._near = alias, near
        self._part: Choice | None = None
        self._verb: Verb | None = None
        self._step: Step = "verb"
        self._split: Choice | None = None
        self._asked: Mending | None = None
        self._is_foreseen = self._has_answer = self._is_taken = self._awaits_targets = False
        self._title = Static("", id="mend-title", markup=False)
        self._help = Static("", id="mend-help", markup=False)
        self._choices = Choices(id="mend-choices")
        self._field = Input("", id="mend-name", compact=True, select_on_focus=False)
        self._said = Static("", id="mend-said", markup=False)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="mend-box"):
            yield self._title
            yield self._help
            yield self._choices
            yield self._field
            yield self._said

    def on_mount(self) -> None:
        """Say whose desk it is, and count."""
        self._title.update(self._who)
        self._go_to("verb")
        if self._alias:
            self._mender.forms(self, self._whom[0])
        else:
            self._begin()

    @property
    def _who(self) -> str:
        """Whose desk it is."""
        who = listed(self._whom)
        return f"“{shown(self._alias)}” of {who}" if self._alias else who

    def _begin(self) -> None:
        if (verb := self._verb or self._begun_with) is not None:
            self._choose_verb(verb)
        else:
            self._count()

    def _count(self) -> None:
        self._foresee(Mending("hide", self._whom, forms=self._part.forms if self._part is not None else ()))

    # Steps

    def _go_to(self, step: Step) -> None:
        self._step = step
        self._is_taken = self._awaits_targets = False
        self._field.display = step in ("target", "name")
        self._choices.show(())
        self._say("")
        if step == "verb":
            self._verb, self._split = None, None
            verbs = [said for verb, said in VERBS.values() if self._is_possible(verb)]
            self._help.update(" · ".join(verbs) + " · Escape")
        else:
            self._help.update(ASKED[step])
        self.set_focus(self._field if self._field.display else None)

    def _is_possible(self, verb: Verb) -> bool:
        return is_possible(verb, len(self._whom), of_a_name=bool(self._alias))

    def _choose_verb(self, verb: Verb) -> None:
        if verb == "list":
            self.dismiss("list")
            return
        if verb == "split" and self._part is not None:
            self._verb = verb
            self._split_off(self._part)
            return
        if verb == "pin" and all(one.is_pinned for one in self._entities):
            self._say("It stands on top already. In the list of mendings (l) that is taken back.")
            return
        self._verb = verb
        self._go_to(FIRST[verb])
        self._asked = None
        one = self._whom[0]
        match self._step:
            case "forms":
                self._mender.forms(self, one)
            case "target":
                self._field.value = ""
                self._ask_targets()
            case "name":
                self._field.value = shown(self._alias) or called(one)
                self._field.cursor_position = len(self._field.value)
            case "type":
                self._choices.show(type_choices(one.type, one.name))
                self._changed()
            case _:
                self._changed()
        if verb == "watch":
            self._say(watching_text(self._entities))

    def action_verb(self, letter: str) -> None:
        """Take the letter of a verb."""
        verb = VERBS[letter][0]
        if self._step == "verb" and self._is_possible(verb):
            self._choose_verb(verb)

    def action_back(self) -> None:
        """Go one step back; from the verbs, leave."""
        if self._step == "verb" or self._begun_with is not None:
            self.dismiss(None)
        elif self._step == "target" and self._verb == "split" and self._part is None:
            self._choose_verb("split")
        else:
            self._go_to("verb")
            self._count()

    def action_choose(self, step: int) -> None:
        """Choose the next row, or the one before."""
        self._choices.choose(self._choices.chosen + step)
        self._changed()

    @on(Choices.Clicked)
    def _clicked(self, event: Choices.Clicked) -> None:
        is_chosen = event.index == self._choices.chosen
        self._choices.choose(event.index)
        self._changed()
        if is_chosen:
            self.action_take()

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._step == "target":
            self._ask_targets()
        elif self._step == "name":
            self._changed()

    def _ask_targets(self) -> None:
        self._awaits_targets = True
        self._asked = None
        self._mender.targets(self, self._field.value, self._whom)

    # Answers

    @on(FormsFound)
    def _take_forms(self, event: FormsFound) -> None:
        if self._alias and self._part is None:
            self._part = form_choice(event.forms, self._alias)
            if self._part is None:
                self.dismiss(None)
            else:
                self._begin()
        elif self._step == "forms":
            inside = self._entities[0].mentions if self._article is not None else 0
            self._choices.show(form_choices(event.forms, in_article=inside))
            self._changed()

    @on(TargetsFound)
    def _take_targets(self, event: TargetsFound) -> None:
        if self._step != "target" or event.typed != self._field.value:
            return
        self._awaits_targets = False
        found = [target_choice(one, why) for one, why in event.found]
        if self._near is not None and not event.typed.strip():
            near = target_choice(self._near)
            found += [near] if near.target not in {one.target for one in found} else []
        if self._split is not None:
            own = own_entity(self._whom[0], self._split, event.typed)
            if all(choice.target != own for choice in found):
                found.insert(0 if not event.typed.strip() else len(found), Choice(called(own), "new", own))
        self._choices.show(found)
        self._changed()

    @on(MendingForeseen)
    def _take_foreseen(self, event: MendingForeseen) -> None:
        if self._step == "verb":
            self._title.update(f"{self._who} · {touched(event.foreseen.mentions, event.foreseen.documents)}")
        elif event.mending == self._asked:
            self._has_answer = True
            self._is_foreseen = bool(event.foreseen.mentions)
            self._say(foreseen_text(event.mending, event.foreseen))
            self._is_taken = self._is_taken and self._is_foreseen
            if self._is_taken:
                self.dismiss(event.mending)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._say(event.reason)

    # What is wanted

    def _changed(self) -> None:
        """See what the mending would do that is wanted now."""
        mending = self._mending()
        self._is_foreseen = self._has_answer = False
        self._asked = mending
        if mending is not None:
            self._foresee(mending)
        elif self._step == "target":
            self._is_taken = False
            self._say(NOBODY if self._field.value.strip() else "")

    def _foresee(self, mending: Mending) -> None:
        self._mender.foresee(self, mending)

    def _mending(self) -> Mending | None:
        """The mending as it is chosen so far; None where something lacks."""
        chosen, whom = self._choices.current, self._whom
        target = chosen.target if chosen is not None else None
        match self._step, self._verb:
            case "sure", "hide":
                return Mending("hide", whom)
            case "sure", "pin":
                return Mending("pin", whom)
            case "type", _ if target is not None:
                return Mending("retype", whom, target)
            case "name", _:
                return renamed(whom[0], self._field.value)
            case "target", "merge" if target is not None:
                return Mending("merge", tuple(one for one in whom if one != target), target)
            case "target", "split" if target is not None and self._split is not None:
                return split_off(whom[0], self._split, target, self._article)
            case "forms", _ if chosen is not None:
                return split_off(whom[0], chosen, apart(whom[0], chosen), self._article)
        return None

    def action_take(self) -> None:
        """Do what is wanted, once it was seen what that is; of a part split off, ask where it goes."""
        if self._verb == "watch":
            self.dismiss("watch")
        elif self._step == "forms":
            if (part := self._choices.current) is not None:
                self._split_off(part)
        elif self._asked is not None and self._is_foreseen:
            self.dismiss(self._asked)
        elif self._awaits_targets or (self._asked is not None and not self._has_answer):
            self._is_taken = True

    def _split_off(self, part: Choice) -> None:
        """Ask whose a part is that is split off."""
        self._split = part
        self._go_to("target")
        self._field.value = ""
        self._ask_targets()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def _say(self, text: str) -> None:
        self._said.update(shown(text))
        self._said.display = bool(text)
