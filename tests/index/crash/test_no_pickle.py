"""No pickle is ever read from the disk: not while all goes well, and not where one was planted."""

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index import Library, shelf

ROOT = Path(__file__).parents[3]

FORBIDDEN = """
import _pickle, pickle, sys

def refuse(*arguments, **options):
    raise AssertionError("something was unpickled")

class Unpickler:
    def __init__(self, *arguments, **options):
        refuse()

for module in (pickle, _pickle):
    module.load = module.loads = refuse
    module.Unpickler = Unpickler
pickle._Unpickler = pickle._load = pickle._loads = refuse

from pathlib import Path
from whoosh.query import And, FuzzyTerm, Phrase, Prefix, Term, Wildcard
from index import Library, shelf

folder, home = sys.argv[1:]
with Library.open(folder, home) as library:
    library.sync()
    (Path(folder) / "new.txt").write_text("New\\n\\nNew talks with Abbas Araghchi.\\n")
    library.sync()
    library.sync(rebuild=True)
    while library._index.merge(wanted=1) or library._passages.merge(wanted=1):
        break
for _ in range(2):
    with Library.open(folder, home) as library:
        queries = ["talks", "talks OR water", "talks -water", '"the talks"', "tal*", "*ks", "talsk~",
                   "=Talks", "title:talks", "source:post", "after:2020", "person:araghchi", "/tal.s/", ""]
        for query in queries:
            for sort in ("relevance", "newest", "oldest", "source", "hits"):
                library.list(query, sort)
            if query:
                library.search(query)
                library.kwic(query)
        (one, *_) = library.documents()
        library.read(one.id, "talks")
        library.related(library.document(one.id).passages[0])
        library.related("The talks opened.")
        library.entities("talks")
        library.entities_of(one.id)
        with library._index.index.searcher() as searcher:
            for query in (Term("text", "talks"), Prefix("text", "ta"), Wildcard("text", "*ks"),
                          FuzzyTerm("text", "talsk"), Phrase("text", ["The", "talks"]),
                          And([Term("text", "The"), Term("text", "talks")])):
                searcher.search(query, limit=None)
        library.refresh()
assert shelf.diagnose(home)[0].problems == ()
print("done")
"""


def run(code: str, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=100)


def test_everything_works_without_unpickling(articles: Path, tmp_path: Path) -> None:
    done = run(FORBIDDEN, articles, tmp_path / "home")
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def test_the_guard_is_one() -> None:
    guard = FORBIDDEN[: FORBIDDEN.index("from pathlib")]
    for use in ("pickle.loads(b'N.')", "pickle.Unpickler(None)", "_pickle.load(None)"):
        assert "something was unpickled" in run(guard + use).stderr


class Planted:
    """Unpickled it makes a file, as it could do anything else."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


USE = """
import sys
from index import Library
folder, home = sys.argv[1:]
for _ in range(2):
    with Library.open(folder, home) as library:
        if library.needs_sync:
            library.sync()
        print(library.search("talks").total, library.damage)
        library.related("The talks opened on Monday.")
        library.entities()
    with Library.open(folder, home) as library:
        library.sync()
        library.sync(rebuild=True)
"""

WHOOSH_NAMES = (
    "_MAIN_1.toc", "_articles_1.toc", "_MAIN_99.toc", "articles_0000000000000000.seg", "MAIN_WRITELOCK",
    "MAIN_0000000000000000.trm", "MAIN_0000000000000000.fdt", "MAIN_0000000000000000.pst", "LOCK",
)  # fmt: skip


def test_a_planted_pickle_can_do_harm(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Planted(tmp_path / "mark")))
    assert (tmp_path / "mark").exists()


@pytest.mark.parametrize("where", ["in every file", "beside them", "under Whoosh's names alone"])
def test_planted_pickles_are_not_run(articles: Path, tmp_path: Path, where: str) -> None:
    home, mark = tmp_path / "home", tmp_path / "mark"
    with Library.open(articles, home) as library:
        library.sync()
    planted = pickle.dumps(Planted(mark))
    files = [path for path in library.directory.rglob("*") if path.is_file()]
    assert len(files) > 10
    names = WHOOSH_NAMES + tuple(path.name + ".pickle" for path in files)
    if where == "in every file":
        for path in files:
            path.write_bytes(planted)
    else:
        for directory in {path.parent for path in files}:
            if where == "under Whoosh's names alone" and directory != library.directory:
                for path in directory.iterdir():
                    path.unlink()
            for name in names:
                (directory / name).write_bytes(planted)
                (directory / name).chmod(0o600)
    done = run(USE, articles, home)
    assert done.returncode == 0, done.stderr
    assert not mark.exists(), "it was run"
    first, second = (line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert first[0] == second[0] == "1"
    assert (first[1] == "None") == (where == "beside them")
    assert second[1] == "None"
    assert shelf.diagnose(home)[0].problems == ()


def test_an_index_of_whooshs_own_is_refused_and_made_anew(articles: Path, tmp_path: Path) -> None:
    from whoosh import fields, index

    home, mark = tmp_path / "home", tmp_path / "mark"
    with Library.open(articles, home) as library:
        library.sync()
    place = library.directory / "fulltext"
    shutil.rmtree(place)
    place.mkdir(mode=0o700)
    writer = index.create_in(place, fields.Schema(text=fields.TEXT(stored=True))).writer()
    writer.add_document(text="talks", _stored_text=Planted(mark))
    writer.commit()
    for path in place.iterdir():
        path.chmod(0o600)
    done = run(USE, articles, home)
    assert done.returncode == 0, done.stderr
    assert not mark.exists()
    first, second = (line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert first[0] == second[0] == "1" and "no table of contents" in first[1]
