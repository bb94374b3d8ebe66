"""Every command of the reading room, declared once.

Key, footer label, line in the help, palette entry and name in the user's keymap all come from
here. `action` names an `action_*` method: of the pane in focus where `place` is "pane", of the app
where it begins with "app.", else of the main screen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Place = Literal["room", "pane", "list", "reader", "entities", "concordance"]
"""Where a command is meant: anywhere, in whichever pane has the focus, in one of them, in the concordance."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can have done by pressing a key."""

    id: str
    """Its name in the keymap; never changed once shipped."""
    keys: str
    """The keys that call it, separated by commas, in Textual's names."""
    action: str
    """The action it runs."""
    help: str
    """What it does, in the help and in the palette."""
    group: str
    """Heading under which the help lists it."""
    place: Place = "room"
    """Where it is meant."""
    label: str = ""
    """What the foot of the screen calls it; empty where it is not shown there."""
    shown: str = ""
    """How its keys are written for people; empty where the names of the keys serve."""

    @property
    def key_text(self) -> str:
        """The keys as people write them."""
        return self.shown or self.keys.replace(",", " ")

    @property
    def binding(self) -> Binding:
        """What Textual is to bind."""
        action = f"pane('{self.action}')" if self.place == "pane" else self.action
        return Binding(self.keys, action, self.help, show=False, id=self.id)


READ, FIND, MOVE, ROOM = "Reading", "Finding", "Moving", "The room"
CONCORDANCE, NAMES = "Concordance", "Names"

COMMANDS: tuple[Command, ...] = (
    Command("search", "slash", "search", "Search line (Enter keeps the results, Escape the old ones)", FIND,
            label="search", shown="/"),
    Command("open", "enter", "open", "Read the chosen article from its first hit", READ, place="list",
            label="read", shown="Enter"),
    Command("next-hit", "n", "next_hit", "Next hit, on into the next article", FIND,
            label="next hit"),
    Command("previous-hit", "N", "previous_hit", "Previous hit, back into the previous article", FIND),
    Command("next-clause", "full_stop", "next_clause",
            "Walk the hits of one clause of the query, of the next, of all", FIND, shown="."),
    Command("previous-clause", "comma", "previous_clause", "Walk the hits of the clause before", FIND,
            shown=","),
    Command("next-passage", "right_curly_bracket", "next_passage", "Next passage", READ, place="reader",
            label="next passage", shown="}"),
    Command("previous-passage", "left_curly_bracket", "previous_passage", "Previous passage", READ,
            place="reader", shown="{"),
    Command("entities", "e", "entities", "Entities; there already: of all results, and back", READ,
            label="entities"),
    Command("mend", "equals_sign", "mend",
            "Mend the name: merge, split, rename, type, hide, pin (V marks several)", NAMES,
            place="entities", label="mend", shown="="),
    Command("redo", "ctrl+r", "redo", "Do again what was taken back last", NAMES, place="entities",
            shown="^r"),
    Command("mendings", "f7", "mendings", "All mendings, and names that may be one", NAMES,
            shown="F7"),
    Command("entity-page", "E", "entity_page",
            "Page of the entity one is at: its names, company, days, every mention", READ, label="page"),
    Command("related", "r", "related", "Related passages of the current passage", READ, label="related"),
    Command("copies", "C", "copies", "Copies of the article: who printed it, what each added and dropped",
            READ),
    Command("trace", "w", "trace", "Who else has the words quoted or selected", READ,
            label="who has it"),
    Command("back-on-trail", "H", "trail_back", "Back to where one came from", READ, label="back"),
    Command("forward-on-trail", "L", "trail_forward", "Forward again", READ),
    Command("compare", "c", "compare",
            "Compare with the article of the chosen related passage, side by side", READ, label="compare"),
    Command("trail", "T", "trail", "The trail: where one has been", READ),
    Command("copy", "y", "copy", "Copy the selection, or the passage", READ, place="reader", label="copy"),
    Command("copy-cited", "Y", "copy_cited", "Copy it with its citation", READ, place="reader"),
    Command("editor", "v", "editor", "Open the file in $EDITOR at this line", READ, place="reader"),
    Command("pipe", "vertical_line", "pipe", "Pipe paths of the results, or the passage, to a command", READ,
            shown="|"),
    Command("read", "R", "turn_read", "Read, unread: the article counts as the other", READ),
    Command("tag", "t", "tag", "Tags of the article", READ),
    Command("undated", "plus", "undated", "Let in the undated articles that a date left out, or not", FIND,
            shown="+"),
    Command("facets", "F", "facets", "Outlets, languages, days, names of the results, to choose among", FIND),
    Command("take-suggestion", "f8", "take_suggestion",
            "Take the first suggestion instead of what is found nowhere", FIND, shown="F8"),
    Command("sort", "s", "sort", "Sort by relevance, date, outlet or hits; entities: what stands out", FIND,
            label="sort", shown="s"),
    Command("search-on", "asterisk", "search_on", "Search for the selection, or the hit one stands at", FIND,
            shown="*"),
    Command("select", "V", "select", "Select with keys: word by word, then copy it or search for it", READ,
            place="reader"),
    Command("search-within", "ampersand", "search_within", "Search within the results", FIND, shown="&"),
    Command("former-searches", "f6", "history", "Former searches, and what they found", FIND, shown="F6"),
    Command("concordance", "K", "concordance", "Concordance: every hit of the query, one a line", FIND,
            label="concordance"),
    Command("chronology", "D", "chronology",
            "Chronology: the days meant in the article, or the results; there already: of the other", FIND),
    Command("sort-by-left", "less_than_sign", "order_left", "Left word: sort hits by what stands before them",
            CONCORDANCE, place="concordance", label="left word", shown="<"),
    Command("sort-by-right", "greater_than_sign", "order_right",
            "Right word: sort hits by what stands behind them", CONCORDANCE, place="concordance",
            label="right word", shown=">"),
    Command("group", "A", "group", "Hits by article, or each in its place", CONCORDANCE,
            place="concordance", label="by article"),
    Command("fold", "minus", "fold",
            "Copies of the chosen article: open, fold; in the concordance its hits", FIND,
            place="concordance", label="fold", shown="-"),
    Command("fold-all", "underscore", "fold_all",
            "Copies: each a row of its own, or all folded; in the concordance all hits", FIND,
            place="concordance", shown="_"),
    Command("reject", "x", "reject", "Reject this hit, or this article's; hide this name",
            CONCORDANCE, place="concordance", label="reject"),
    Command("undo", "U", "undo", "Take the last rejection, or mending, back", CONCORDANCE,
            place="concordance", label="undo"),
    Command("limit", "l", "limit", "Limit to a filter, written into the query; a chronology to some days",
            CONCORDANCE, place="concordance", label="limit"),
    Command("down", "j,down", "cursor_down", "Line or row down", MOVE, place="pane", shown="j ↓"),
    Command("up", "k,up", "cursor_up", "Line or row up", MOVE, place="pane", shown="k ↑"),
    Command("page-down", "space,f,pagedown", "page_down", "Page down", MOVE, place="pane", shown="Space f"),
    Command("page-up", "b,pageup", "page_up", "Page up", MOVE, place="pane", shown="b"),
    Command("half-page-down", "d", "half_page_down", "Half a page down", MOVE, place="pane"),
    Command("half-page-up", "u", "half_page_up", "Half a page up", MOVE, place="pane"),
    Command("top", "g,home", "top", "To the beginning", MOVE, place="pane", shown="g"),
    Command("bottom", "G,end", "bottom", "To the end", MOVE, place="pane", shown="G"),
    Command("palette", "colon", "app.palette", "Commands and articles by name", ROOM,
            label="all commands", shown=":"),
    Command("reader-alone", "z", "reader_alone", "Reader alone, and back", ROOM, label="reader alone"),
    Command("density", "i", "density", "Article list: two densities", ROOM, place="list", label="density"),
    Command("saved-searches", "S", "saved", "Saved searches, and what is new in them", FIND, label="saved"),
    Command("next-pane", "tab", "next_pane", "Next pane", ROOM, shown="Tab"),
    Command("previous-pane", "shift+tab", "previous_pane", "Previous pane", ROOM, shown="Shift+Tab"),
    Command("left-out", "f2", "left_out", "Files that were not read in, and why", ROOM, shown="F2"),
    Command("theme", "f3", "theme", "Dark or light paper", ROOM, shown="F3"),
    Command("help", "question_mark,f1", "help", "This help", ROOM, label="help", shown="? F1"),
    Command("back", "escape", "back", "One step back", ROOM, shown="Escape"),
    Command("quit", "q", "quit", "Leave", ROOM, label="quit", shown="q"),
)  # fmt: skip

_FIRST_ON_A_PAGE = (
    *("open", "next-pane", "mend", "reject", "undo", "entity-page", "back-on-trail", "mendings", "sort"),
)
"""Commands that the foot of an entity's page shows first."""

_EVERYWHERE = (
    *("next-hit", "previous-hit", "entity-page", "palette", "help", "back", "quit"),
    *(command.id for command in COMMANDS if command.place == "pane"),
)
"""Commands of the main screen that mean something in the concordance, too."""

_FOLDING = ("fold", "fold-all")
"""Commands that mean something in the concordance and in the list of articles."""

_REJECTING = ("reject", "undo")
"""Commands of the concordance that mean something among the entities, too."""

ROOM_COMMANDS = tuple(
    command
    for command in COMMANDS
    if command.place != "concordance" or command.id in (*_REJECTING, *_FOLDING)
)
"""What can be done on the main screen."""

CONCORDANCE_COMMANDS = (
    *(
        command
        for command in COMMANDS
        if command.group == CONCORDANCE or command.id in ("open", "sort", *_FOLDING)
    ),
    *(command for command in COMMANDS if command.id in _EVERYWHERE),
)
"""What can be done in the concordance."""

_TWO_PANES = ("next-pane", "previous-pane")
_ON_A_PAGE = ("back-on-trail", "mend", "redo", "mendings", *_TWO_PANES)
"""Commands of the main screen that mean something on the page of an entity."""

ENTITY_COMMANDS = (
    *(command for command in CONCORDANCE_COMMANDS if command.id != "limit"),
    *(command for command in COMMANDS if command.id in _ON_A_PAGE),
)
"""What can be done on the page of an entity."""
_OF_DAYS = ("open", "chronology", "limit")
CHRONOLOGY_COMMANDS = tuple(
    command for command in COMMANDS if command.id in (*_OF_DAYS, *_EVERYWHERE) and command.id != "entity-page"
)
"""What can be done in the chronology."""

_ON_TWO = ("open", "compare", "next-passage", "previous-passage", "copy", "copy-cited", *_TWO_PANES)
COMPARE_COMMANDS = tuple(
    command for command in COMMANDS if command.id in (*_ON_TWO, *_EVERYWHERE) and command.id != "entity-page"
)
"""What can be done with two articles side by side."""


def among_entities(command: Command) -> bool:
    """Whether a command means nothing on the main screen but among the entities."""
    return command.id in (*_REJECTING, "redo")


BINDINGS: list[Binding] = [command.binding for command in ROOM_COMMANDS]

DIGITS: list[Binding] = [Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)]
"""A count before a motion; no commands of their own."""

SEARCH_KEYS = (
    ("Enter", "keep results"),
    ("Escape", "old results"),
    ("Tab", "complete"),
    ("↑", "former searches"),
    ("↓", "to the list"),
)
"""What the foot of the screen says while one types a query."""

ADVICE_KEYS = (("Enter", "take suggestion"), ("1–9", "take that one"), ("j k", "choose"))
"""What the foot of the screen says first in an empty list that shows suggestions."""

TAKE_KEY = ("F8", "take suggestion")
"""What it says first in the search line then."""

SELECT_KEYS = (
    ("h l", "word"),
    ("j k", "line"),
    ("Space", "hold on"),
    ("*", "search"),
    ("w", "who has it"),
    ("y", "copy"),
    ("Escape", "done"),
)
"""What the foot of the screen says while one selects with keys."""


_LABELS: Mapping[str, Mapping[str, str]] = {
    "entity": {"next-pane": "names, company, days", "mendings": "mendings"},
    "aspects": {
        "open": "show",
        "next-pane": "days, mentions",
        "mendings": "mendings",
    },
    "compare": {
        "open": "read it alone",
        "next-hit": "next difference",
        "next-pane": "other article",
        "compare": "back",
    },
    "chronology": {"next-hit": "next day", "limit": "days", "chronology": "article, results"},
}
"""What the foot of a screen beside the room calls commands that do something else there, by their names."""


def footer_keys(pane: str, keymap: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Keys and labels for the foot of the screen.

    Args:
        pane: Where the focus is: "list", "reader", "entities", "related" or "search" in the room, "select"
            while one selects with keys; "concordance", "chronology", "compare", "entity" or on its page
            "aspects" beside it.
        keymap: The user's keys, by name of the command.
    """
    if pane in ("search", "select"):
        return SEARCH_KEYS if pane == "search" else SELECT_KEYS
    labels = _LABELS.get(pane, {})
    labelled = ((command, labels.get(command.id, command.label)) for command in _at_the_foot(pane))
    return tuple((first_key(command, keymap), label) for command, label in labelled if label)


def _at_the_foot(pane: str) -> Iterable[Command]:
    """The commands that mean something where the focus is, those that matter first."""
    match pane:
        case "entity" | "aspects":
            first = {id: at for at, id in enumerate(_FIRST_ON_A_PAGE)}
            return sorted(ENTITY_COMMANDS, key=lambda command: first.get(command.id, len(first)))
        case "compare":
            return COMPARE_COMMANDS
        case "chronology":
            return CHRONOLOGY_COMMANDS
        case "concordance":
            return CONCORDANCE_COMMANDS
    also = _REJECTING if pane == "entities" else ()
    places = ("room", "pane", pane)
    return (command for command in ROOM_COMMANDS if command.place in places or command.id in also)


def first_key(command: Command, keymap: Mapping[str, str]) -> str:
    """The one key that stands for a command where there is no room for all of them."""
    return keymap[command.id].split(",")[0].strip() if command.id in keymap else command.key_text.split()[0]
