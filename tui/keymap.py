"""The user's own keys: a TOML file that gives commands other ones, by the commands' names."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.commands import COMMANDS, Command

FILE = "keymap.toml"


def read_keymap(path: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """Read the `[keys]` table of a keymap: `next-hit = "n,f4"`.

    Returns:
        The keys by name of the command, and what in the file cannot be followed, for the user
        to read. A file that is not there is an empty keymap.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return {}, ()
    except (OSError, ValueError) as error:
        return {}, (f"{path.name} cannot be read: {error}",)
    import tomllib  # most have no such file

    try:
        keys = tomllib.loads(text).get("keys", {})
    except (ValueError, RecursionError) as error:
        return {}, (f"{path.name} cannot be read: {error}",)
    if not isinstance(keys, dict):
        return {}, (f"{path.name}: “keys” should be a table.",)
    known = {command.id for command in COMMANDS}
    problems = [f"{path.name}: there is no command “{name}”." for name in keys if name not in known]
    problems += [
        f'{path.name}: the keys of “{name}” should be a text, such as "n,f4".'
        for name, value in keys.items()
        if name in known and not isinstance(value, str)
    ]
    good = {name: value for name, value in keys.items() if name in known and isinstance(value, str)}
    problems += clashes(good)
    return good, tuple(problems)


def clashes(keymap: Mapping[str, str], commands: Sequence[Command] = COMMANDS) -> list[str]:
    """Say which keys would call more than one command under a keymap."""
    owners: dict[str, list[str]] = {}
    for command in commands:
        for key in keymap.get(command.id, command.keys).split(","):
            owners.setdefault(key.strip(), []).append(command.id)
    return [
        f"The key “{key}” calls {' and '.join(names)}." for key, names in owners.items() if len(names) > 1
    ]
