"""A bundle: the same bytes for the same site, applied by a bare Python, again after any cut."""

import ast
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generator.cli.publish import grouped
from generator.edge import apply
from generator.targets import bundle as bundle_
from generator.values.problem import Stop
from tests.targets.office import Cut, Files, Office, files_of, fill, site, torn, whole

ONE = site("one", {"finance/2026/gone.html": "gone", "plan": "a file"})
TWO = site("two", {"finance/2026/new.html": "new", "plan/index.html": "a folder now"})
THREE = site("three", {"plan/index.html": "still a folder", "plan/more.html": "more"})
THEIRS = {"favicon.ico": b"theirs", "finance/notes.txt": b"theirs"}


def packed(office: Office, files: Files) -> Path:
    """The bundle of a site."""
    office.build(files)
    office.publish(target="usb")
    return office.usb / "site.zip"


def delta(office: Office, since: int) -> None:
    """Let the bundle hold what has changed since a release."""
    settings = office.folder / "content/site.yaml"
    text = settings.read_text("utf-8").partition("    来自")[0]
    settings.write_text(f"{text.rstrip()}\n    来自: {since}\n", "utf-8")


def applied(bundle: Path, *words: str) -> tuple[int, str]:
    """What a bare Python, which knows nothing of us, makes of a bundle."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", bundle, *words],
        cwd=bundle.parent,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(name="far")
def _far(tmp_path: Path) -> Path:
    """A folder on a machine without a network, with files of others."""
    folder = tmp_path / "far"
    fill(folder, THEIRS)
    return folder


def test_the_same_site_is_the_same_bundle(office: Office) -> None:
    """Byte for byte, whenever it is packed, and nothing of the one before is in it."""
    first = packed(office, ONE).read_bytes()
    second = packed(office, TWO).read_bytes()

    assert first != second
    assert first == packed(office, ONE).read_bytes()
    assert ["site.zip"] == [path.name for path in office.usb.iterdir()]


def test_a_bare_python_applies_it(office: Office, far: Path) -> None:
    """Beside files of others; twice is no more than once."""
    bundle = packed(office, ONE)
    code, said = applied(bundle, str(far))
    assert 0 == code, said
    assert {**ONE, **THEIRS} == files_of(far)
    assert grouped(office.receipts()[-1]["fingerprint"]) == said.splitlines()[-1]

    bundle = packed(office, TWO)
    assert 0 == applied(bundle, str(far))[0]
    assert {**TWO, **THEIRS} == files_of(far)
    code, said = applied(bundle, str(far))
    assert (0, True) == (code, "放进 0 个文件，删去 0 个" in said)


def foreign(place: Path) -> None:
    """Somebody's own zip."""
    with ZipFile(place, "w") as archive:
        archive.writestr("holiday.jpg", b"theirs")


@pytest.mark.parametrize("make", [foreign, Path.mkdir, lambda place: place.write_bytes(b"PK")])
@pytest.mark.parametrize("words", [{"is_dry": True}, {}])
def test_what_is_no_bundle_is_not_replaced(
    office: Office, make: Callable[[Path], object], words: dict[str, bool]
) -> None:
    """Somebody's zip of the same name, a folder, half a zip: it is told, and stays."""
    office.build(ONE)
    place = office.usb / "site.zip"
    make(place)
    before = files_of(office.usb)
    with pytest.raises(Stop) as caught:
        office.publish(target="usb", **words)

    assert ("publish/zip", 2) == (caught.value.problem.code, caught.value.exit_code)
    assert (before, True) == (files_of(office.usb), place.exists())


class Full(ZipFile):
    """A zip on a disk that takes a few files, and then not even the end of the zip."""

    def writestr(self, *words: Any, **more: Any) -> None:
        """As long as there is room."""
        if len(self.namelist()) > 5:
            raise OSError(errno.ENOSPC, "full")
        super().writestr(*words, **more)

    def close(self) -> None:
        """The file is let go of, and its end is not written."""
        if self.fp and self.mode == "x":
            self.fp.close()
            self.fp = None
            raise OSError(errno.ENOSPC, "full")
        super().close()


def test_a_full_stick_is_told_and_nothing_is_left_on_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the stick that is full, and not the disk of the project; the bundle of before stays."""
    before = packed(office, ONE).read_bytes()
    office.build(TWO)
    monkeypatch.setattr(bundle_, "ZipFile", Full)
    with pytest.raises(Stop) as caught:
        office.publish(target="usb")

    assert ("host/full", 76) == (caught.value.problem.code, caught.value.exit_code)
    assert {"site.zip": before} == files_of(office.usb)


@pytest.mark.parametrize("tongue", ["ascii", "cp1252"])
def test_what_cannot_be_shown_does_not_end_it(office: Office, far: Path, tongue: str) -> None:
    """Into a file, or on a console in another language: the end is an end, with exit code 0."""
    done = subprocess.run(
        [sys.executable, "-S", packed(office, ONE), far],
        capture_output=True,
        env={"PYTHONIOENCODING": tongue},
        check=False,
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert grouped(office.receipts()[-1]["fingerprint"]).encode() == done.stdout.splitlines()[-1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mask", [0o077, 0o000])
def test_everybody_may_read_it(office: Office, tmp_path: Path, mask: int) -> None:
    """Whatever the one who applies it usually does: the web server is somebody else."""
    bundle = packed(office, ONE)
    far = tmp_path / "far"
    far.mkdir()
    before = os.umask(mask)
    try:
        assert 0 == applied(bundle, str(far))[0]
    finally:
        os.umask(before)

    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in far.rglob("*")}
    assert {(True, 0o755), (False, 0o644)} == modes


def test_a_part_is_applied_to_the_release_that_it_goes_on_from(office: Office, far: Path) -> None:
    """It is smaller; on any other site it says so and touches nothing."""
    applied(packed(office, ONE), str(far))
    large = (office.usb / "site.zip").stat().st_size
    delta(office, 1)
    bundle = packed(office, TWO)
    with ZipFile(bundle) as archive:
        names = {name.removeprefix("site/") for name in archive.namelist()}

    assert large > bundle.stat().st_size
    assert "robots.txt" not in names
    assert 0 == applied(bundle, str(far))[0]
    assert {**TWO, **THEIRS} == files_of(far)
    fill(far, THEIRS)
    assert 2 == applied(bundle, str(far))[0]
    assert THEIRS == files_of(far)


def test_a_part_needs_the_release_it_begins_with(office: Office) -> None:
    """One that is not kept cannot be gone on from."""
    office.build(ONE)
    delta(office, 7)
    with pytest.raises(Stop) as caught:
        office.publish(target="usb")

    assert "publish/no-release" == caught.value.problem.code


@pytest.mark.parametrize("path", ["index.html", "finance/2026/new.html"])
def test_what_is_not_ours_or_was_changed_stops(office: Office, far: Path, path: str) -> None:
    """It is named, and nothing is touched."""
    applied(packed(office, ONE), str(far))
    (far / path).write_bytes(b"somebody else's")
    before = files_of(far)
    code, said = applied(packed(office, TWO), str(far))

    assert (2, True) == (code, path in said)
    assert before == files_of(far)


def test_many_deletions_need_a_word(office: Office, far: Path) -> None:
    """As everywhere."""
    applied(packed(office, site("one", {f"land/{n}.html": "x" for n in range(30)})), str(far))
    bundle = packed(office, TWO)
    code, said = applied(bundle, str(far))

    assert (2, True) == (code, "--allow-delete 31" in said)
    assert 0 == applied(bundle, str(far), "--allow-delete", "31")[0]
    assert {**TWO, **THEIRS} == files_of(far)


@pytest.mark.parametrize("words", [(), ("--help",), ("one", "two")])
def test_whoever_asks_wrongly_is_told_how(office: Office, words: tuple[str, ...]) -> None:
    """With the name that the file has now."""
    code, said = applied(packed(office, ONE), *words)

    assert (2, True) == (code, "python3 site.zip" in said)


def test_a_folder_that_is_not_there_is_not_made(office: Office) -> None:
    """A slip of the hand would begin a second site."""
    code, said = applied(packed(office, ONE), "nowhere")

    assert (2, True) == (code, "nowhere" in said)
    assert not (office.usb / "nowhere").exists()


def test_a_bundle_that_was_damaged_is_noticed(office: Office, far: Path) -> None:
    """One byte is enough."""
    bundle = packed(office, ONE)
    body = bytearray(bundle.read_bytes())
    at = body.index(b"one index.html")
    body[at] ^= 1
    bundle.write_bytes(bytes(body))
    code, _ = applied(bundle, str(far))

    assert 74 == code
    assert THEIRS == {path: one for path, one in files_of(far).items() if path in THEIRS}
    assert [] == torn(far, THEIRS)


def test_a_forged_bundle_stays_in_its_folder(office: Office, far: Path) -> None:
    """A path that would lead out of it is none."""
    bundle = packed(office, ONE)
    forged = whole({"index.html": b"x"})
    forged["manifest.json"] = forged["manifest.json"].replace(b"data/manifest", b"../manifest")
    with ZipFile(bundle, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("site/manifest.json", forged["manifest.json"])

    assert 2 == applied(bundle, str(far))[0]
    assert THEIRS == files_of(far)


def test_a_cut_leaves_whole_pages_and_the_next_run_completes_them(
    office: Office, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever call of the system is the last."""
    applied(packed(office, ONE), str(far))
    bundle = packed(office, TWO)
    before = far.with_name("before")
    shutil.copytree(far, before)
    calls = count(bundle, far, monkeypatch)
    assert calls > 40
    for last in range(1, calls + 1):
        fill(far, files_of(before))
        with monkeypatch.context() as patch:
            ending(patch, last)
            with pytest.raises(Cut):
                apply.main([str(far)], str(bundle))
        assert ([], last) == (torn(far, ONE, TWO, THEIRS), last)
        assert 0 == apply.main([str(far)], str(bundle)), last
        assert {**TWO, **THEIRS} == files_of(far), last


def test_another_version_goes_on_where_one_was_cut_off(
    office: Office, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the one before had put there already is ours, too."""
    applied(packed(office, ONE), str(far))
    second = office.usb / "second.zip"
    packed(office, TWO).rename(second)
    third = packed(office, THREE)
    before = far.with_name("before")
    shutil.copytree(far, before)
    for last in range(1, count(second, far, monkeypatch) + 1):
        fill(far, files_of(before))
        with monkeypatch.context() as patch:
            ending(patch, last)
            with pytest.raises(Cut):
                apply.main([str(far)], str(second))
        with monkeypatch.context() as patch:
            ending(patch, 1 + last % 40)
            with pytest.raises(Cut):
                apply.main([str(far)], str(third))
        assert ([], last) == (torn(far, ONE, TWO, THREE, THEIRS), last)
        assert 0 == apply.main([str(far)], str(third)), last
        assert {**THREE, **THEIRS} == files_of(far), last


def count(bundle: Path, far: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many calls change the disk."""
    with monkeypatch.context() as patch:
        made = ending(patch, 10**6)
        assert 0 == apply.main([str(far)], str(bundle))
    return len(made)


def ending(patch: pytest.MonkeyPatch, last: int) -> list[str]:
    """Let the process end at a call; the calls that were made."""
    made: list[str] = []

    def counted(name: str, usual: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object) -> object:
            made.append(name)
            if len(made) >= last:
                raise Cut
            return usual(*words)

        return call

    for name in ("replace", "remove", "rmdir", "fsync"):
        patch.setattr(os, name, counted(name, getattr(os, name)))
    return made


def test_what_goes_along_needs_nothing_but_a_python_of_some_years_ago() -> None:
    """It imports the standard library alone, and an old Python can read it."""
    tree = ast.parse(Path(apply.__file__).read_text("utf-8"), feature_version=(3, 8))
    named = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }

    assert {"hashlib", "json", "os", "sys", "zipfile"} < named
    assert named <= sys.stdlib_module_names


HELD = """
import fcntl, sys
file = open(sys.argv[1], "ab")
fcntl.lockf(file.fileno(), fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def test_of_two_at_once_one_waits(office: Office, far: Path) -> None:
    """The one that finds another at work says so and touches nothing; it may go on when that one ends."""
    bundle = packed(office, ONE)
    (far / ".gongkai").mkdir()
    lock = far / ".gongkai/apply"
    with subprocess.Popen(
        [sys.executable, "-c", HELD, lock],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as holder:
        assert holder.stdout
        assert "held\n" == holder.stdout.readline()
        code, said = applied(bundle, str(far))
        there = files_of(far)
        holder.communicate("")

    assert (2, True) == (code, "another bundle is at work" in said)
    assert {**THEIRS, ".gongkai/apply": b""} == there
    assert 0 == applied(bundle, str(far))[0]
    assert {**ONE, **THEIRS} == files_of(far)


def test_a_publisher_at_work_is_not_disturbed(office: Office, far: Path) -> None:
    """Its claim stands; that of a bundle that was killed does not stop the next."""
    bundle = packed(office, ONE)
    claim = far / ".gongkai/lock"
    claim.parent.mkdir()
    claim.write_text('{"who": "li", "machine": "office", "since": "2026-10-12 09:30"}')
    code, said = applied(bundle, str(far))

    assert (2, True) == (code, "li 正在 office 上" in said)
    assert {**THEIRS, ".gongkai/lock": claim.read_bytes()} == files_of(far)
    claim.write_text('{"who": "li", "bundle": true}')
    assert 0 == applied(bundle, str(far))[0]
    assert {**ONE, **THEIRS} == files_of(far)


def test_a_bundle_whose_claim_was_taken_leaves_it_to_the_other(
    office: Office, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its computer slept; somebody deleted the claim and publishes there now."""
    bundle = packed(office, ONE)
    claim, usual = far / ".gongkai/lock", apply.Applied.lay
    said = '{"who": "li", "machine": "office", "since": "2026-10-12 09:30"}'

    def lay(self: apply.Applied, path: str, digest: str) -> None:
        usual(self, path, digest)
        claim.write_text(said)

    with monkeypatch.context() as patch:
        patch.setattr(apply.Applied, "lay", lay)
        assert 2 == apply.main([str(far)], str(bundle))
    there = {path: body for path, body in files_of(far).items() if ".gongkai/" not in path}

    assert (said, THEIRS) == (claim.read_text(), there)
    claim.unlink()
    assert 0 == apply.main([str(far)], str(bundle))
    assert {**ONE, **THEIRS} == files_of(far)


@pytest.mark.parametrize("text", ["the same", "another"])
def test_a_name_that_changes_its_case_only_stays_there(
    office: Office, far: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """A disk that does not tell `a` from `A` has one place for both; a file of others is none of ours."""
    at = apply.Applied.at
    monkeypatch.setattr(apply.Applied, "at", lambda self, path: at(self, path.lower()))
    bundle = packed(office, site("one", {"finance/2026/a/Plan.pdf": "the same"}))
    assert 0 == apply.main([str(far)], str(bundle))
    renamed = site("one", {"finance/2026/a/plan.pdf": text})
    assert 0 == apply.main([str(far)], str(packed(office, renamed)))
    assert {**renamed, **THEIRS} == files_of(far)

    assert 2 == apply.main([str(far)], str(packed(office, site("two", {"FavIcon.ico": "ours"}))))
    assert {**renamed, **THEIRS} == files_of(far)


def test_a_bundle_at_work_is_seen_by_a_publisher(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its claim, with who it is."""
    bundle = packed(office, ONE)
    seen: list[str] = []

    def apply_(self: apply.Applied) -> str:
        with pytest.raises(Stop) as caught:
            office.publish()
        seen.append(caught.value.problem.code)
        return str(self)

    monkeypatch.setattr(apply.Applied, "apply", apply_)
    assert 0 == apply.main([str(office.www)], str(bundle))

    assert ["publish/held"] == seen
    assert {} == files_of(office.www)
