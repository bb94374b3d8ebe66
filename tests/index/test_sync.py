"""Bringing a library up to date: what is read, kept, moved and forgotten."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import index.helping.reading
import index.naming
import index.sync
from index import Library
from index.errors import Cancelled, PathNotFound
from index.helping.reading import READING, FileAsked, FileMissed, FileRead
from index.model import Progress

OpenLibrary = Callable[..., Library]


def paths_of(library: Library) -> set[str]:
    return {os.path.basename(document.path) for document in library.documents()}


def found(library: Library, query: str) -> set[str]:
    return {os.path.basename(result.document.path) for result in library.search(query).results}


def test_a_first_run_adds_every_article(articles: Path, open_library: OpenLibrary) -> None:
    report = open_library(articles).sync()
    assert (report.documents, report.added, report.updated, report.removed, report.unchanged) == (
        2,
        2,
        0,
        0,
        0,
    )
    assert report.skipped == ()
    assert report.passages == 3


def test_a_second_run_reads_no_file(
    articles: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)
    library.sync()
    monkeypatch.setattr(
        index.helping.reading, "read_article", lambda *_: pytest.fail("an unchanged file was read")
    )
    report = library.sync()
    assert (report.added, report.updated, report.removed, report.unchanged) == (0, 0, 0, 2)


def test_a_changed_file_is_updated(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    before = {document.path: document for document in library.documents()}
    changed = articles / "harbour.txt"
    changed.write_text("Harbour floods again\n\nThe pumps have failed.\n", "utf-8")
    report = library.sync()
    assert (report.added, report.updated, report.removed, report.unchanged) == (0, 1, 0, 1)
    assert found(library, "pumps") == {"harbour.txt"}
    assert found(library, "hours") == set()
    after = {document.path: document for document in library.documents()}
    assert after[str(changed)].id != before[str(changed)].id
    assert after[str(changed)].collected == before[str(changed)].collected


def test_a_removed_file_is_forgotten(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    (articles / "talks.txt").unlink()
    report = library.sync()
    assert (report.documents, report.removed, report.unchanged) == (1, 1, 1)
    assert found(library, "talks") == set()


def test_a_renamed_file_keeps_its_identity(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    before = library.find(articles / "talks.txt")
    (articles / "deep").mkdir()
    (articles / "talks.txt").rename(articles / "deep" / "geneva.txt")
    report = library.sync()
    after = library.find(articles / "deep" / "geneva.txt")
    assert (report.added, report.updated, report.removed) == (0, 1, 0)
    assert before is not None and after is not None and after.id == before.id
    assert found(library, "talks") == {"geneva.txt"}


def test_two_files_that_swap_their_names_keep_their_identities(
    articles: Path, open_library: OpenLibrary
) -> None:
    library = open_library(articles)
    library.sync()
    before = {os.path.basename(one.path): one.id for one in library.documents()}
    (articles / "talks.txt").rename(articles / "x.txt")
    (articles / "harbour.txt").rename(articles / "talks.txt")
    (articles / "x.txt").rename(articles / "harbour.txt")
    for number, name in enumerate(("talks.txt", "harbour.txt")):
        os.utime(articles / name, ns=(number, number + 10))
    report = library.sync()
    after = {os.path.basename(one.path): one.id for one in library.documents()}
    assert (report.added, report.updated, report.removed) == (0, 2, 0)
    assert after == {"talks.txt": before["harbour.txt"], "harbour.txt": before["talks.txt"]}
    assert found(library, "harbour") == {"talks.txt"}


def test_a_new_file_under_an_old_name_is_new(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    (articles / "talks.txt").rename(articles / "kept.txt")
    (articles / "talks.txt").write_text("Another matter\n\nNothing of the sort happened.\n", "utf-8")
    report = library.sync()
    assert (report.added, report.updated, report.removed, report.unchanged) == (1, 1, 0, 1)
    assert paths_of(library) == {"talks.txt", "kept.txt", "harbour.txt"}


def test_copies_are_documents_of_their_own(articles: Path, open_library: OpenLibrary) -> None:
    (articles / "copy.txt").write_bytes((articles / "talks.txt").read_bytes())
    library = open_library(articles)
    report = library.sync()
    assert report.documents == 3
    assert len({document.id for document in library.documents()}) == 3
    (articles / "talks.txt").unlink()
    assert library.sync().removed == 1
    assert found(library, "talks") == {"copy.txt"}


def test_a_file_touched_but_not_changed_is_unchanged(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    os.utime(articles / "talks.txt", ns=(1, 1))
    report = library.sync()
    assert (report.updated, report.unchanged) == (0, 2)


def test_what_is_no_article_is_listed_with_its_reason(articles: Path, open_library: OpenLibrary) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (articles / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    library = open_library(articles)
    report = library.sync()
    assert report.documents == 2
    assert {os.path.basename(one.path) for one in report.skipped} == {"empty.txt", "noise.txt", "photo.jpg"}
    assert all(one.reason for one in report.skipped)
    again = library.sync()
    assert again.skipped == report.skipped == library.skipped()


def test_an_article_that_becomes_noise_is_forgotten_and_listed(
    articles: Path, open_library: OpenLibrary
) -> None:
    library = open_library(articles)
    library.sync()
    (articles / "talks.txt").write_bytes(b"\0\1\2\3" * 1000)
    report = library.sync()
    assert (report.documents, report.removed, report.updated) == (1, 1, 0)
    assert [os.path.basename(one.path) for one in report.skipped] == ["talks.txt"]
    assert found(library, "talks") == set()


def test_a_rebuild_reads_everything_and_keeps_identities(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    before = {(one.id, one.collected) for one in library.documents()}
    report = library.sync(rebuild=True)
    assert (report.documents, report.added, report.removed, report.unchanged) == (2, 0, 0, 2)
    assert {(one.id, one.collected) for one in library.documents()} == before
    assert found(library, "talks") == {"talks.txt"}


def test_a_folder_that_is_gone_is_an_error_and_not_an_empty_folder(
    articles: Path, open_library: OpenLibrary
) -> None:
    library = open_library(articles)
    library.sync()
    articles.rename(articles.with_name("elsewhere"))
    with pytest.raises(PathNotFound):
        library.sync()
    assert len(library.documents()) == 2


def test_a_run_called_off_keeps_what_it_did(
    tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\nThe matter of number{number}.\n")
    monkeypatch.setattr(index.sync, "BATCH_FILES", 10)
    library = open_library(folder)
    done: list[Progress] = []
    with pytest.raises(Cancelled):
        library.sync(done.append, cancelled=lambda: bool(done) and done[-1].done >= 15)
    kept = len(library.documents())
    assert 10 <= kept < 30
    assert library.search("matter").total == kept
    report = library.sync()
    assert (report.documents, report.added, report.unchanged) == (30, 30 - kept, kept)
    assert library.search("matter").total == 30


def test_what_was_opened_comes_first_and_then_the_newest(
    tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(5):
        path = folder / f"{number}.txt"
        path.write_text(f"Report {number}\n\nThe matter of number{number}.\n")
        os.utime(path, (number, number))
    library = open_library(folder)
    order: list[str] = []
    do = READING.do

    def noted(asked: FileAsked) -> FileRead | FileMissed:
        order.append(os.path.basename(asked.file.path))
        return do(asked)

    monkeypatch.setattr(READING, "do", noted)
    library.sync()
    assert order == ["4.txt", "3.txt", "2.txt", "1.txt", "0.txt"]
    opened = library.find(folder / "1.txt")
    assert opened is not None
    order.clear()
    library.sync(rebuild=True, first=["nothing", opened.id])
    assert order == ["1.txt", "4.txt", "3.txt", "2.txt", "0.txt"]


def test_names_are_joined_before_all_are_recognised(tmp_path: Path, open_library: OpenLibrary) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\nMarta Keller spoke in Geneva.\n")
    library = open_library(folder)
    named: list[int] = []

    def progress(told: Progress) -> None:
        if told.stage == "naming":
            named.extend(one.documents for one in library.entities() if one.name == "Marta Keller")

    library.sync(progress)
    assert named[0] == 20
    assert named[-1] == 120


def test_names_of_a_document_opened_meanwhile_come_before_those_of_others(
    tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She opens the oldest article while names are being recognised in hundreds of newer ones."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(500):
        path = folder / f"{number}.txt"
        path.write_text(f"Report {number}\n\nMarta Keller{number % 7} spoke in Geneva.\n")
        os.utime(path, (number + 1, number + 1))
    (folder / "0.txt").write_text("Report\n\nThe mayor, Ada Brandt, spoke in Geneva.\n")
    os.utime(folder / "0.txt", (1, 1))
    monkeypatch.setattr(index.naming, "JOIN_SECONDS", 600.0)  # the names of all are joined early, and at last
    library = open_library(folder)
    opened: list[str] = []
    named: dict[int, list[str]] = {}

    def progress(told: Progress) -> None:
        if told.stage == "naming":
            document = library.find(folder / "0.txt")
            assert document is not None
            if told.done == 20:
                opened.append(document.id)
            mentions = library.document(document.id).mentions
            named[told.done] = [one.text for one in mentions if one.type == "person"]

    library.sync(progress, first=opened)
    first = min(done for done, names in named.items() if names)
    assert 20 < first < 400, named
    assert named[500] == ["Ada Brandt"]
    assert {one.documents for one in library.entities() if one.name == "Ada Brandt"} == {1}


def test_progress_counts_up_to_all_files(articles: Path, open_library: OpenLibrary) -> None:
    told: list[Progress] = []
    open_library(articles).sync(told.append)
    assert told[0].stage == "looking"
    last = {one.stage: (one.done, one.total) for one in told}
    assert last == {
        "looking": (0, 0),
        "reading": (2, 2),
        "finishing": (2, 2),
        "naming": (2, 2),
        "relating": (2, 2),
        "comparing": (2, 2),
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_lies_in_a_folder_that_cannot_be_read_is_kept(articles: Path, open_library: OpenLibrary) -> None:
    deep = articles / "deep"
    deep.mkdir()
    (deep / "inner.txt").write_text("An inner matter\n\nIt was kept inside.\n")
    library = open_library(articles)
    library.sync()
    deep.chmod(0)
    try:
        report = library.sync()
    finally:
        deep.chmod(0o700)
    assert report.documents == 3
    assert str(deep) in {one.path for one in report.skipped}


def test_an_index_that_lacks_documents_is_mended(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    library._index.update((), [key for key in library.list("talks").keys])
    assert library.search("talks").total == 0
    library.sync()
    assert library.search("talks").total == 1


def test_what_is_put_in_a_files_place_meanwhile_is_not_followed(
    articles: Path, tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("A secret\n\nNobody should read the secretword.\n")
    for name in ("pipe.txt", "link.txt", "large.txt"):
        (articles / name).write_text(f"Of {name}\n\nIt was here before.\n")
    library = open_library(articles)
    monkeypatch.setattr(index.helping.reading, "MAX_BYTES", 10_000)

    def swap(progress: Progress) -> None:
        if progress.stage == "looking":
            swap.files = list(index.sync.walk(library.paths))  # type: ignore[attr-defined]
            (articles / "pipe.txt").unlink()
            os.mkfifo(articles / "pipe.txt")
            (articles / "link.txt").unlink()
            (articles / "link.txt").symlink_to(secret)
            (articles / "large.txt").write_text("word " * 10_000)
            monkeypatch.setattr(index.sync, "walk", lambda roots: iter(swap.files))  # type: ignore[attr-defined]

    report = library.sync(swap)
    assert report.documents == 2
    assert {os.path.basename(one.path) for one in report.skipped} == {"pipe.txt", "link.txt", "large.txt"}
    assert library.search("secretword").total == 0


def test_file_names_that_are_no_text_and_texts_that_command_a_terminal(
    tmp_path: Path, open_library: OpenLibrary
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    name = os.path.join(os.fsencode(folder), b"odd\xff\x1b]0;owned\x07.txt")
    with open(name, "wb") as opened:
        opened.write(b"Red alert\n\nThe \x1b[31mlight\x1b[0m was\x07 red.\n")
    library = open_library(folder)
    assert library.sync().documents == 1
    (document,) = library.documents()
    assert os.fsencode(document.path) == name
    assert "\x1b" not in library.document(document.id).text
    assert library.find(os.fsdecode(name)) == document


def test_files_with_one_content_have_ids_of_their_own_and_keep_them(
    tmp_path: Path, open_library: OpenLibrary
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()

    def write(*numbers: int) -> None:
        for number in numbers:
            (folder / f"{number}.txt").write_text("Gone\n\nThis page is not here any more.\n")

    write(*range(12))
    library = open_library(folder)
    library.sync()
    before = {one.path: one.id for one in library.documents()}
    assert len(set(before.values())) == 12
    for number in (3, 7):
        (folder / f"{number}.txt").unlink()
    library.sync()
    write(20, 21, 22)
    library.sync()
    library.sync(rebuild=True)
    after = {one.path: one.id for one in library.documents()}
    assert len(set(after.values())) == 13
    assert {path: id for path, id in after.items() if path in before} == {
        path: id for path, id in before.items() if path in after
    }


@pytest.mark.parametrize("rebuild", [True, False])
def test_a_new_copy_never_takes_the_id_of_a_file_that_is_read_again(
    tmp_path: Path, open_library: OpenLibrary, rebuild: bool
) -> None:
    """Somebody saves an article a second time, and touches the first, before all is read anew."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("kept.txt", "touched.txt"):
        (folder / name).write_text(f"Report {name}\n\nThe talks were held.\n")
        os.utime(folder / name, (1_000, 1_000))
    library = open_library(folder)
    library.sync()
    before = {one.path: one.id for one in library.documents()}
    for number in range(3):
        (folder / f"a-copy-{number}.txt").write_bytes((folder / "touched.txt").read_bytes())
    os.utime(folder / "touched.txt", (2_000, 2_000))
    seen: list[Progress] = []
    report = library.sync(seen.append, rebuild=rebuild)
    after = {one.path: one.id for one in library.documents()}
    assert (report.documents, report.added, report.updated, report.removed) == (5, 3, 0, 0)
    assert len(set(after.values())) == 5 and {path: after[path] for path in before} == before
    assert library.search("talks").total == 5
    assert max(one.done for one in seen if one.stage == "reading") == (5 if rebuild else 4)
    assert library.sync(rebuild=rebuild).unchanged == 5
    assert {one.path: one.id for one in library.documents()} == after


@pytest.mark.parametrize("rebuild", [True, False])
def test_files_that_swapped_their_names_are_known_again_though_both_are_read(
    tmp_path: Path, open_library: OpenLibrary, rebuild: bool
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    one, other = folder / "one.txt", folder / "other.txt"
    one.write_text("Report\n\nThe talks were held in Geneva.\n")
    other.write_text("Another\n\nThe talks failed.\n")
    library = open_library(folder)
    library.sync()
    before = {document.path: document.id for document in library.documents()}
    one.rename(folder / "between.txt")
    other.rename(one)
    (folder / "between.txt").rename(other)
    report = library.sync(rebuild=rebuild)
    after = {document.path: document.id for document in library.documents()}
    assert after == {str(one): before[str(other)], str(other): before[str(one)]}
    assert (report.added, report.updated, report.removed) == (0, 2, 0)
    assert found(library, "geneva") == {"other.txt"}


def test_no_mention_stands_in_a_text_that_is_another_by_now(
    articles: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer reader takes more of the file for its head; the names are looked for later."""
    library = open_library(articles)
    library.sync()
    named = {one.id: library.document(one.id) for one in library.documents()}
    assert any(article.mentions for article in named.values())
    catalog = library._catalog
    for id, article in named.items():
        key = catalog.key_of(id)
        for text in (article.text, article.text[7:]):
            with catalog.writing() as store:
                store.put_document(article, text, [(0, 0, len(text), 1, None)], key)
            assert bool(library.document(id).mentions) == (text == article.text and bool(article.mentions))
