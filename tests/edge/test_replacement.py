"""The commit by files, for folders that cannot be exchanged."""

import errno
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edge import disk, exchange, journal, system
from generator.edge.commit import Committed, recover
from generator.edge.exchange import possible
from generator.edge.journal import Journal
from generator.edge.store import Store
from generator.values.problem import Stop
from tests.edge.live import NEW, OLD, go_live

Publish = Callable[..., Committed]
Files = Callable[[str], dict[str, str]]


@pytest.fixture(autouse=True)
def _no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "possible", lambda _: False)


def test_an_update_writes_keeps_and_removes(store: Store, publish: Publish, files: Files) -> None:
    """The same answer and the same site as by exchange, and nothing is left beside it."""
    publish(OLD)

    done = publish(NEW)

    expected = Committed(
        ("index.html", "manifest.json", "notice/n.html"),
        ("finance/a.html",),
        ("gone/only.html",),
        "files",
    )
    assert expected == done
    assert files(store.output) == NEW
    assert not Path(store.output, "gone").exists()
    assert os.listdir(store.releases) == []


def test_an_unchanged_build_touches_nothing(publish: Publish) -> None:
    """The way does not matter when there is none to go."""
    publish(OLD)

    assert publish(OLD).way == "nothing"


@pytest.mark.parametrize("refusal", [errno.EBUSY, errno.EXDEV, errno.EINVAL, errno.ENOSYS])
def test_a_refused_exchange_goes_by_files(
    refusal: int,
    store: Store,
    publish: Publish,
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A mount or a share may refuse only when asked; the difference is not written twice."""
    monkeypatch.setattr(exchange, "possible", lambda _: True)

    def refuse(one: str, other: str) -> None:
        raise OSError(refusal, os.strerror(refusal), one, None, other)

    monkeypatch.setattr(system, "exchange", refuse)
    publish(OLD)

    assert publish(NEW).way == "files"
    assert files(store.output) == NEW
    assert files(store.retired) == NEW
    assert os.listdir(store.releases) == ["retired"]


DISKS = [one for one in ("/dev/shm", "/var/tmp") if os.path.isdir(one)]
"""Where there may be another file system than that of temporary files."""


def test_an_output_on_another_disk_is_reached_by_copies(tmp_path: Path, files: Files) -> None:
    """As when `output/` is a volume of its own; nothing of the copying is left there."""
    here = os.stat(tmp_path).st_dev
    others = [one for one in DISKS if os.stat(one).st_dev != here]
    if not others:
        pytest.skip("there is no second file system here")
    with tempfile.TemporaryDirectory(dir=others[0]) as volume:
        store = Store(f"{volume}/output", f"{tmp_path}/.releases", "output")
        for site in (OLD, NEW):
            done = go_live(store, site, frozenset(OLD))

        assert done.way == "files"
        assert not possible(store)
        assert files(store.output) == NEW
        assert os.listdir(volume) == ["output"]
        assert os.listdir(store.releases) == []


def test_a_volume_without_room_is_left_alone(
    store: Store, publish: Publish, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies need their bytes there once more, and it is asked before the first page goes."""
    publish(OLD)
    monkeypatch.setattr(disk, "device", hash)
    monkeypatch.setattr(disk, "room", lambda _: 2.0)

    with pytest.raises(Stop) as stop:
        publish(NEW)

    assert (stop.value.problem.code, stop.value.exit_code) == ("disk/full", 74)
    assert stop.value.problem.facts == (("error", "ENOSPC"), ("live", "old"))
    assert files(store.output) == OLD
    assert os.listdir(store.releases) == []


def test_a_file_that_another_program_holds_stops_before_the_first_change(
    store: Store, publish: Publish, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a table open in Excel cannot be replaced: it is named, and the old site stays."""
    publish(OLD)

    def held(path: str) -> None:
        if path.endswith("gone/only.html"):
            raise PermissionError(errno.EACCES, "held", path)

    monkeypatch.setattr(disk, "lets_go", held)

    with pytest.raises(Stop) as stop:
        publish(NEW)

    assert stop.value.problem.code == "disk/denied"
    assert str(stop.value.problem.place) == "output/gone/only.html"
    assert files(store.output) == OLD
    assert os.listdir(store.releases) == []


def test_the_order_is_that_of_readers(
    store: Store, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What pages need, pages, deep lists, the front page, the manifest; what goes, goes last."""
    publish({"old.html": "x", "z.css": "old"})
    seen: list[str] = []
    replace, remove = disk.replace, disk.remove

    def note(path: str, target: str = "") -> None:
        name = (target or path).removeprefix(store.output + "/")
        if not name.startswith("/"):
            seen.append(name)

    def replaced(path: str, target: str) -> None:
        note(path, target)
        replace(path, target)

    def removed(path: str) -> None:
        note(path)
        remove(path)

    monkeypatch.setattr(disk, "replace", replaced)
    monkeypatch.setattr(disk, "remove", removed)

    publish(
        dict.fromkeys(
            ("manifest.json", "index.html", "feed.xml", "n/index.html", "n/a.html", "z.css"), "new"
        )
    )

    expected = ["z.css", "n/a.html", "n/index.html", "feed.xml", "index.html", "manifest.json"]
    assert [*expected, "old.html"] == seen


def test_a_page_whose_name_differs_only_in_case_goes_first(
    store: Store, publish: Publish, files: Files
) -> None:
    """Where names have no case, removing it last would remove the new page."""
    publish({"Docs/A.html": "old", "x.html": "x"})

    publish({"docs/a.html": "new", "x.html": "x"})

    assert files(store.output) == {"docs/a.html": "new", "x.html": "x"}
    assert {"docs", "x.html"} == set(os.listdir(store.output))


@pytest.mark.parametrize(
    "pages",
    [{"a/b/c": "1"}, {"a": "2"}, {"a/b": "3", "c": "4"}, {"A/b": "5"}, {"a/b/c": "6", "empty": ""}],
)
def test_files_and_folders_change_places(
    pages: dict[str, str], store: Store, publish: Publish, files: Files
) -> None:
    """A page may take the name of a folder, junk in it included, and the other way round."""
    for site in ({"a/b/c": "x", "c/d": "y"}, pages, {"a": "x"}, pages):
        publish(site)
        if "a/b" in site or "a/b/c" in site:
            Path(store.output, "a/Thumbs.db").write_text("t", "utf-8")

        assert site == {p: t for p, t in files(store.output).items() if not p.endswith(".db")}


def test_junk_stays_where_it_is(store: Store, publish: Publish, files: Files) -> None:
    """And the folder with it."""
    publish(OLD)
    Path(store.output, "gone/Thumbs.db").write_text("t", "utf-8")
    Path(store.output, ".gitignore").write_text("*", "utf-8")

    publish(NEW)

    assert files(store.output) == NEW | {"gone/Thumbs.db": "t", ".gitignore": "*"}


def test_a_promise_is_kept_by_the_next_command(
    store: Store, publish: Publish, files: Files
) -> None:
    """Half of it done already, the rest is done, and the promise forgotten."""
    publish(OLD)
    Path(store.staging, "notice").mkdir(parents=True)
    Path(store.staging, "notice/n.html").write_text("n", "utf-8")
    Path(store.output, "index.html").write_text("new", "utf-8")
    promise = Journal((), ("notice",), ("notice/n.html", "index.html"), ("gone/only.html", "gone"))
    journal.write(store, promise)

    assert promise == journal.read(store)
    assert recover(store) is True
    assert files(store.output) == {
        "index.html": "new",
        "finance/a.html": "a",
        "notice/n.html": "n",
        "manifest.json": "1",
    }
    assert os.listdir(store.releases) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"clear": []}',
        '{"clear": [], "folders": [], "placed": [], "removed": 7}',
        '{"clear": [], "folders": [], "placed": [], "removed": [7]}',
        '{"clear": [], "folders": [], "placed": [], "removed": ["../x"]}',
        '{"clear": ["/etc/x"], "folders": [], "placed": [], "removed": []}',
        '{"clear": [], "folders": [], "placed": [], "removed": ["\ud800"]}',
    ],
)
def test_a_promise_that_makes_no_sense_is_forgotten(
    text: str, store: Store, publish: Publish, files: Files, tmp_path: Path
) -> None:
    """It was none of ours: ours are whole or not there. Nothing outside the site is touched."""
    publish(OLD)
    (tmp_path / "x").write_text("mine", "utf-8")
    Path(store.journal).write_bytes(text.encode("utf-8", "surrogatepass"))

    assert recover(store) is True
    assert files(store.output) == OLD
    assert os.listdir(store.releases) == []
    assert (tmp_path / "x").read_text("utf-8") == "mine"


def test_a_promise_that_cannot_be_kept_now_says_that_the_site_is_mixed(
    store: Store, publish: Publish, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next command keeps it."""
    publish(OLD)
    with monkeypatch.context() as patch:
        remove = disk.remove

        def held(path: str) -> None:
            if path == store.output + "/gone/only.html":
                raise PermissionError(errno.EACCES, "held", path)
            remove(path)

        patch.setattr(disk, "remove", held)
        with pytest.raises(Stop) as stop:
            publish(NEW)

    assert stop.value.problem.facts == (("error", "EACCES"), ("live", "part"))
    assert recover(store) is True
    assert files(store.output) == NEW
    assert os.listdir(store.releases) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes and no umask")
def test_everybody_may_read_the_site(store: Store, publish: Publish) -> None:
    """The web server is not the clerk; the umask of a session decides nothing."""
    before = os.umask(0o077)
    try:
        publish(OLD)
    finally:
        os.umask(before)

    assert os.stat(store.output + "/finance/a.html").st_mode & 0o7777 == 0o644
    assert os.stat(store.output + "/finance").st_mode & 0o7777 == 0o755


def test_a_promise_that_cannot_be_taken_back_is_kept(
    store: Store, publish: Publish, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails right after it: what the promise would place stays until it is gone itself."""
    publish(OLD)
    with monkeypatch.context() as patch:
        sync, remove = disk.sync, disk.remove

        def failing_sync(path: str) -> None:
            if path == store.releases:
                raise OSError(errno.EIO, "x", path)
            sync(path)

        def failing_remove(path: str) -> None:
            if path == store.journal:
                raise OSError(errno.EIO, "x", path)
            remove(path)

        patch.setattr(disk, "sync", failing_sync)
        patch.setattr(disk, "remove", failing_remove)
        with pytest.raises(Stop) as stop:
            publish(NEW)

    assert stop.value.problem.facts == (("error", "EIO"), ("live", "old"))
    assert files(store.output) == OLD
    assert recover(store) is True
    assert files(store.output) == NEW
