"""What a commit does to the live site, the retired one and the files that are not ours."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import generator
from generator.edge import system
from generator.edge.commit import Committed, bring, commit, recover, show
from generator.edge.looks import scan
from generator.edge.outbox import Outbox
from generator.edge.store import Store
from generator.values.problem import Stop
from tests.edge.live import NEW, OLD, go_live

Publish = Callable[..., Committed]
Files = Callable[[str], dict[str, str]]

exchanging = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows cannot exchange folders; test_replacement.py covers it"
)


def test_a_first_build_makes_the_output(store: Store, publish: Publish, files: Files) -> None:
    """Neither `output/` nor `.releases/` need to be there before."""
    done = publish(OLD)

    assert tuple(sorted(OLD)) == done.written
    assert files(store.output) == OLD


def test_an_output_in_folders_that_are_not_there_is_made(tmp_path: Path, files: Files) -> None:
    """`--output` may name a place of which nothing exists."""
    store = Store(f"{tmp_path}/a/b/output", f"{tmp_path}/.releases", "output")

    go_live(store, {"index.html": "x"}, frozenset())

    assert files(store.output) == {"index.html": "x"}


@exchanging
def test_an_update_writes_keeps_and_removes(store: Store, publish: Publish, files: Files) -> None:
    """The answer tells what changed for readers; the folder that was emptied is gone."""
    publish(OLD)

    done = publish(NEW)

    expected = Committed(
        ("index.html", "manifest.json", "notice/n.html"),
        ("finance/a.html",),
        ("gone/only.html",),
        "exchange",
    )
    assert expected == done
    assert files(store.output) == NEW
    assert not Path(store.output, "gone").exists()


@exchanging
def test_the_site_before_is_kept_whole(store: Store, publish: Publish, files: Files) -> None:
    """The retired tree is the undo, and nothing else is left beside it."""
    publish(OLD)
    publish(NEW)

    assert files(store.retired) == OLD
    assert os.listdir(store.releases) == ["retired"]


@exchanging
@pytest.mark.parametrize("can", [True, False])
def test_an_amendment_brings_a_few_files(
    store: Store, publish: Publish, files: Files, monkeypatch: pytest.MonkeyPatch, *, can: bool
) -> None:
    """Also where files cannot change places; what they took the place of goes with the outbox."""
    exchange = system.exchange

    def of_folders(one: str, other: str) -> None:
        if os.path.isfile(one):
            raise OSError(errno.EINVAL, "no files", one, None, other)
        exchange(one, other)

    monkeypatch.setattr(system, "exchange", exchange if can else of_folders)
    publish(OLD)
    now = OLD | {"index.html": "new"}
    publish(now)
    retired, new = scan(store.retired), {"index.html": "newest", "land/b.html": "b"}
    with Outbox(store) as outbox:
        for path, text in new.items():
            outbox.put(path, text.encode())
        brought = bring(
            store, [*new], {"gone/only.html"}, (scan(store.output), retired), ["index.html"]
        )
        assert brought
        assert now == files(store.output)
        done = show(store, brought)
        left = files(store.fresh)

    assert done
    assert now == files(store.retired)
    assert {k: v for k, v in (now | new).items() if k != "gone/only.html"} == files(store.output)
    assert ({"index.html": "old"} if can else {}) == left
    assert ["retired"] == os.listdir(store.releases)
    assert (scan(store.output), scan(store.retired)) == (done.live, done.retired)


@exchanging
@pytest.mark.parametrize("hand", ["", "refused", "another", "link", "shared"])
def test_a_folder_of_which_all_is_new_changes_places_as_a_whole(
    hand: str, store: Store, publish: Publish, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But where the disk refuses, something else stands there, or the live site has a file of it, too."""
    names = [f"land/{number}.html" for number in range(30)]
    publish(OLD | dict.fromkeys(names, "one"))
    live = OLD | dict.fromkeys(names, "two")
    if hand == "shared":
        live[names[0]] = "one"
    publish(live)
    elsewhere, lag = Path(store.releases).parent / "elsewhere", [*names]
    if hand == "another":
        Path(store.retired, "land/more.html").write_text("more", "utf-8")
    elif hand == "shared":
        lag.remove(names[0])
    elif hand == "link":
        Path(store.retired, "land").rename(elsewhere)
        Path(store.retired, "land").symlink_to(elsewhere)
    retired, exchange, moved = scan(store.retired), system.exchange, list[str]()

    def noted(one: str, other: str) -> None:
        if hand == "refused" and one.endswith("/land"):
            raise OSError(errno.EINVAL, "no folders", one, None, other)
        exchange(one, other)
        moved.append(os.path.relpath(one, store.releases))

    monkeypatch.setattr(system, "exchange", noted)
    with Outbox(store) as outbox:
        for path in names:
            outbox.put(path, b"three")
        brought = bring(store, names, (), (scan(store.output), retired), lag)
        assert brought
        assert ("fresh/land" in moved) == (hand in {"", "link"})
        outbox.clear()
        done = show(store, brought)

    more = {"land/more.html": "more"} if hand == "another" else {}
    assert OLD | dict.fromkeys(names, "three") | more == files(store.output)
    assert live == files(store.retired)
    assert done
    if hand == "link":  # of a site whose note does not hold
        assert files(str(elsewhere)) == {path.removeprefix("land/"): "one" for path in names}
    else:
        assert (scan(store.output), scan(store.retired)) == (done.live, done.retired)


@exchanging
def test_nothing_goes_live_that_did_not_reach_the_disk(
    store: Store, publish: Publish, files: Files
) -> None:
    """Whoever brings it there meanwhile says so, and the next build starts from what there is."""
    publish(OLD)
    publish(NEW)
    with Outbox(store) as outbox:
        outbox.put("index.html", b"newest")
        looks = scan(store.output), scan(store.retired)
        brought = bring(store, ["index.html"], (), looks, [*{**OLD, **NEW}])
        assert brought

        def lost() -> None:
            raise OSError(errno.EIO, "lost", store.fresh)

        with pytest.raises(Stop) as stop:
            show(store, brought, lost)

    assert ("disk/io", 74) == (stop.value.problem.code, stop.value.exit_code)
    assert files(store.output) == NEW
    publish(OLD)
    assert files(store.output) == OLD


@exchanging
def test_a_third_build_starts_from_the_first(store: Store, publish: Publish, files: Files) -> None:
    """Only what differs from the tree before the last is written again."""
    publish(OLD)
    inode = os.stat(store.output + "/finance/a.html").st_ino
    publish(NEW)

    publish(NEW | {"index.html": "newer"})

    assert inode == os.stat(store.output + "/finance/a.html").st_ino
    assert files(store.output) == NEW | {"index.html": "newer"}


def test_an_unchanged_build_touches_nothing(store: Store, publish: Publish) -> None:
    """Not one call that changes the disk: no file, no folder, no time stamp."""
    publish(OLD)
    publish(NEW)
    before = _stamps(store)

    done = publish(NEW)

    assert Committed((), tuple(sorted(NEW)), (), "nothing") == done
    assert before == _stamps(store)


def test_a_time_changes_when_its_file_does(store: Store, publish: Publish) -> None:
    """A host is asked for what is newer than a reader's copy: the text of long ago is news again."""
    same, page = Path(store.output, "same.html"), Path(store.output, "page.html")
    publish({"same.html": "s", "page.html": "long ago"})
    for path in (same, page):
        os.utime(path, (1000, 1000))
    publish({"same.html": "s", "page.html": "since then"})
    between = page.stat().st_mtime
    publish({"same.html": "s", "page.html": "long ago"})

    assert 1000 == same.stat().st_mtime
    assert 1000 < between <= page.stat().st_mtime


def _stamps(store: Store) -> dict[str, tuple[int, int, int]]:
    paths = [store.output, store.releases]
    for root in tuple(paths):
        for folder, folders, names in os.walk(root):
            paths += [os.path.join(folder, name) for name in (*folders, *names)]
    status = {path: os.lstat(path) for path in paths}
    return {path: (one.st_ino, one.st_ctime_ns, one.st_mtime_ns) for path, one in status.items()}


@pytest.mark.parametrize("harm", ["alter", "lengthen", "empty", "delete"])
def test_a_page_harmed_by_hand_is_made_good(
    harm: str, store: Store, publish: Publish, files: Files
) -> None:
    """What stands in the live tree is compared byte for byte, whatever size and date say."""
    publish(OLD)
    page = Path(store.output, "finance/a.html")
    harms = {"alter": "b", "lengthen": "ab", "empty": ""}
    if harm == "delete":
        page.unlink()
    else:
        page.write_text(harms[harm], "utf-8")

    done = publish(OLD)

    assert done.written == ("finance/a.html",)
    assert files(store.output) == OLD


def test_a_changed_file_is_made_anew(store: Store, publish: Publish, tmp_path: Path) -> None:
    """A copy of the site made of hard links keeps the pages that it was made of."""
    publish(OLD)
    os.link(store.output + "/index.html", tmp_path / "copy.html")

    publish(NEW)
    publish(NEW | {"index.html": "newer"})

    assert (tmp_path / "copy.html").read_text("utf-8") == "old"


@pytest.mark.parametrize("harm", ["file", "link", "folder", "truncated", "strange", "missing"])
def test_a_damaged_retired_tree_is_no_danger(
    harm: str, store: Store, publish: Publish, files: Files, tmp_path: Path
) -> None:
    """It is only the stuff that the next site is made of, and is read again each time."""
    publish(OLD)
    publish(NEW)
    _harm(Path(store.retired), harm, tmp_path)

    publish(OLD)

    assert files(store.output) == OLD
    assert (tmp_path / "elsewhere/index.html").read_text("utf-8") == "mine"


def _harm(retired: Path, harm: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("mine", "utf-8")
    page = retired / "index.html"
    if harm in {"file", "link", "missing"}:
        retired.mkdir(exist_ok=True)
        retired.rename(tmp_path / "away")
    if harm == "file":
        retired.write_text("x", "utf-8")
    elif harm == "link":
        retired.symlink_to(elsewhere)
    elif harm == "folder":
        page.unlink(missing_ok=True)
        page.mkdir(parents=True)
        (page / "inside").write_text("x", "utf-8")
    elif harm == "truncated":
        retired.mkdir(exist_ok=True)
        page.write_text("o", "utf-8")
    elif harm == "strange":
        retired.mkdir(exist_ok=True)
        page.unlink(missing_ok=True)
        page.symlink_to(elsewhere / "index.html")
        (retired / "finance").mkdir(exist_ok=True)
        (retired / "finance/stray").symlink_to(elsewhere)


def test_what_an_interrupted_build_left_is_gone_on_with(
    store: Store, publish: Publish, files: Files
) -> None:
    """A half made tree is a base like any other, and not left lying about."""
    publish(OLD)
    Path(store.staging, "notice").mkdir(parents=True)
    Path(store.staging, "notice/n.html").write_text("n", "utf-8")
    Path(store.staging, "index.html").write_text("ne", "utf-8")

    publish(NEW)

    assert files(store.output) == NEW
    assert not os.path.lexists(store.staging)


@exchanging
def test_what_an_interrupted_build_left_is_not_trusted_to_be_on_the_disk(
    store: Store, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor to be readable: it may have been killed between making a thing and opening it."""
    Path(store.staging, "notice").mkdir(parents=True)
    Path(store.staging, "notice").chmod(0o700)
    Path(store.staging, "notice/n.html").write_text("n", "utf-8")
    Path(store.staging, "notice/n.html").chmod(0o600)
    seen: list[str] = []
    monkeypatch.setattr("generator.edge.disk.sync", seen.append)

    publish(NEW)

    assert {f"{store.staging}/{path}" for path in (*NEW, "notice", "finance")} < set(seen)
    assert os.stat(store.output + "/notice").st_mode & 0o777 == 0o755
    assert os.stat(store.output + "/notice/n.html").st_mode & 0o777 == 0o644


def test_an_unchanged_build_loads_neither_ctypes_nor_json(store: Store, publish: Publish) -> None:
    """They cost more than all that it does."""
    publish(OLD)
    script = (
        "import sys\n"
        "from generator.edge.commit import commit\n"
        "from generator.edge.lock import locked\n"
        "from generator.edge.outbox import Outbox\n"
        "from generator.edge.store import Store\n"
        f"store, pages = {store!r}, {OLD!r}\n"
        "with locked(store), Outbox(store) as outbox:\n"
        "    for path, text in pages.items():\n"
        "        outbox.put(path, text.encode())\n"
        "    print(commit(store, [*pages], frozenset(pages)).way)\n"
        "print(*sorted({'ctypes', 'json', 'pathlib', 'asyncio', 'socket'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": os.path.dirname(os.path.dirname(generator.__file__))},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "nothing\n\n"


def test_a_build_that_changes_nothing_clears_what_another_left(
    store: Store, publish: Publish
) -> None:
    """Otherwise it would fill the disk until something changes."""
    publish(OLD)
    Path(store.staging).mkdir(exist_ok=True)

    publish(OLD)

    assert not os.path.lexists(store.staging)


def test_the_junk_of_others_goes_over_as_it_is(
    store: Store, publish: Publish, files: Files
) -> None:
    """Git's file and what Windows and macOS strew are neither removed nor counted."""
    publish(OLD)
    junk = {".gitignore": "*", "finance/Thumbs.DB": "t", "gone/.DS_Store": "d"}
    for path, text in junk.items():
        Path(store.output, path).write_text(text, "utf-8")

    done = publish(NEW)

    assert done.removed == ("gone/only.html",)
    assert NEW | junk == files(store.output)


def test_junk_goes_where_a_page_takes_its_folder(
    store: Store, publish: Publish, files: Files
) -> None:
    """A folder whose name a page takes cannot keep what a file manager put into it."""
    publish(OLD)
    Path(store.output, "gone/Thumbs.db").write_text("t", "utf-8")

    publish({"gone": "now a page"})

    assert files(store.output) == {"gone": "now a page"}


@pytest.mark.parametrize(
    "pages",
    [{"a/b/c": "1"}, {"a": "2"}, {"a/b": "3", "c": "4"}, {"A/b": "5"}, {"a/b/c": "6", "empty": ""}],
)
def test_files_and_folders_change_places(
    pages: dict[str, str], store: Store, publish: Publish, files: Files
) -> None:
    """A page may take the name of a folder, and the other way round."""
    for site in ({"a/b/c": "x", "c/d": "y"}, pages, {"a": "x"}, pages):
        publish(site)

        assert site == files(store.output)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes and no umask")
@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_everybody_may_read_the_site(mask: int, store: Store, publish: Publish) -> None:
    """The web server is not the clerk; the umask of a session decides nothing."""
    before = os.umask(mask)
    try:
        publish(OLD)
    finally:
        os.umask(before)

    assert os.stat(store.output + "/finance/a.html").st_mode & 0o7777 == 0o644
    assert os.stat(store.output + "/finance").st_mode & 0o7777 == 0o755
    assert os.stat(store.output).st_mode & 0o7777 == 0o755


@pytest.mark.parametrize(
    "path",
    [
        "/etc/x",
        "../x",
        "a/../x",
        "a//b",
        "a/",
        "",
        ".",
        "a\\b",
        "c:x",
        "a\0b",
        "\ud800",
        ".gitignore",
    ],
)
def test_a_path_that_cannot_be_is_our_bug(path: str, store: Store) -> None:
    """The planner never hands one over; if it did, nothing would be written."""
    with pytest.raises(ValueError, match="the plan cannot be written"):
        commit(store, (path,), frozenset())
    with Outbox(store) as outbox, pytest.raises(ValueError, match="the plan cannot be written"):
        outbox.put(path, b"")

    assert not os.path.exists(store.output)


@pytest.mark.parametrize("paths", [("a", "a"), ("a", "a/b"), ("a/b/c", "a")])
def test_two_files_never_share_a_path(paths: tuple[str, ...], store: Store) -> None:
    """Nor is one the folder of another."""
    with pytest.raises(ValueError, match="the plan cannot be written"):
        commit(store, paths, frozenset())
    with Outbox(store) as outbox:
        outbox.put(paths[0], b"")
        with pytest.raises(ValueError, match="the plan cannot be written"):
            outbox.put(paths[1], b"")


def test_a_stranger_that_came_late_is_not_exchanged_away(
    store: Store, publish: Publish, files: Files
) -> None:
    """The commit looks again under the lock, whatever its caller saw before."""
    publish(OLD)
    Path(store.output, "报表.xlsx").write_text("mine", "utf-8")

    with pytest.raises(Stop) as stop:
        publish(NEW)

    assert stop.value.exit_code == 2
    assert stop.value.problem.code == "disk/foreign"
    assert stop.value.problem.facts == (("names", "报表.xlsx"), ("count", "1"))
    assert files(store.output) == OLD | {"报表.xlsx": "mine"}


def test_an_output_that_is_a_link_is_refused(store: Store, tmp_path: Path) -> None:
    """Nobody knows whose folder it leads to."""
    (tmp_path / "theirs").mkdir()
    os.symlink(tmp_path / "theirs", store.output)

    with pytest.raises(Stop) as stop:
        go_live(store, {"index.html": "x"}, frozenset())

    assert (stop.value.problem.code, stop.value.exit_code) == ("disk/link", 2)
    assert os.listdir(tmp_path / "theirs") == []


def test_an_output_that_is_a_file_is_refused(store: Store) -> None:
    """It is a stranger's file like any other."""
    Path(store.output).write_text("mine", "utf-8")

    with pytest.raises(Stop) as stop:
        go_live(store, {"index.html": "x"}, frozenset())

    assert (stop.value.problem.code, stop.value.exit_code) == ("disk/foreign", 2)
    assert Path(store.output).read_text("utf-8") == "mine"


def test_there_is_nothing_to_recover_after_a_whole_commit(store: Store, publish: Publish) -> None:
    """The next command goes straight on."""
    assert recover(store) is False
    publish(OLD)
    assert recover(store) is False


@exchanging
@pytest.mark.parametrize("durable", [True, False])
def test_everything_is_on_the_disk_before_it_goes_live(
    durable: bool,  # noqa: FBT001 - pytest passes it by name
    store: Store,
    publish: Publish,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Files, then their folders, then the exchange, then the folders that the trees stand in."""
    publish(OLD)
    seen: list[str] = []
    exchange = system.exchange

    def spy(one: str, other: str) -> None:
        seen.append("exchange")
        exchange(one, other)

    monkeypatch.setattr(system, "exchange", spy)
    monkeypatch.setattr("generator.edge.disk.sync", seen.append)

    publish(NEW, durable=durable)

    tree = [path[len(store.staging) :] for path in seen if path.startswith(store.staging)]
    if durable:
        files = ["/index.html", "/manifest.json", "/notice/n.html", "/finance/a.html"]
        assert {*files, "/notice", "/finance", ""} == set(tree)
        assert tree[-3:] == ["/notice", "/finance", ""]
        assert ["exchange", os.path.dirname(store.output), store.releases] == seen[-3:]
    else:
        assert seen == ["exchange"]
