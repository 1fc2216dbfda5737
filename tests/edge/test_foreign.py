"""Which files in `output/` are not ours."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edge.commit import commit
from generator.edge.foreign import foreign
from generator.edge.store import Store
from generator.values.problem import Stop

OWNED = frozenset({"index.html", "a/b.html"})


@pytest.fixture
def output(store: Store) -> Path:
    """Make an output that holds what we own."""
    root = Path(store.output)
    (root / "a").mkdir(parents=True)
    for path in OWNED:
        (root / path).write_text("ours", "utf-8")
    return root


def test_what_we_made_is_not_foreign(store: Store, output: Path) -> None:
    """Nor is a folder that holds nothing."""
    (output / "empty").mkdir()

    assert foreign(store, OWNED) == ()


def test_an_output_that_is_not_there_holds_nothing(store: Store) -> None:
    """The first build has nothing to fear."""
    assert foreign(store, frozenset()) == ()


def test_what_we_did_not_make_is_named_in_order(store: Store, output: Path) -> None:
    """Hidden files and whole foreign folders too."""
    for path in ("z.html", ".htaccess", ".git/HEAD", "a/c.html"):
        (output / path).parent.mkdir(exist_ok=True)
        (output / path).write_text("mine", "utf-8")

    assert foreign(store, OWNED) == (".git/HEAD", ".htaccess", "a/c.html", "z.html")


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "THUMBS.DB", "desktop.ini", ".DS_Store", "a/.ds_store"]
)
def test_what_systems_strew_is_tolerated(name: str, store: Store, output: Path) -> None:
    """Whatever case they write it in, in any folder."""
    (output / name).write_text("junk", "utf-8")

    assert foreign(store, OWNED) == ()


def test_only_the_repositorys_own_gitignore_is_tolerated(store: Store, output: Path) -> None:
    """The one at the top came with the repository; another is somebody's."""
    (output / ".gitignore").write_text("*", "utf-8")
    (output / "a/.gitignore").write_text("*", "utf-8")

    assert foreign(store, OWNED) == ("a/.gitignore",)


@pytest.mark.skipif(
    sys.platform == "win32", reason="links need a privilege there, FIFOs do not exist"
)
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: os.symlink("/etc", path)])
@pytest.mark.parametrize("name", ["index.html", "Thumbs.db", "a/x"])
def test_links_and_special_files_are_always_foreign(
    name: str, make: Callable[[str], None], store: Store, output: Path
) -> None:
    """We make none, so even one that has the name of a page of ours is a stranger's."""
    (output / name).unlink(missing_ok=True)
    make(f"{output}/{name}")

    assert (name,) == foreign(store, OWNED)


def test_many_strangers_are_counted_and_five_are_named(store: Store, output: Path) -> None:
    """A message names enough to see what it is about."""
    for number in range(7):
        (output / f"{number}.txt").write_text("mine", "utf-8")

    with pytest.raises(Stop) as stop:
        commit(store, (), OWNED)

    assert dict(stop.value.problem.facts) == {
        "names": "0.txt, 1.txt, 2.txt, 3.txt, 4.txt",
        "count": "7",
    }
