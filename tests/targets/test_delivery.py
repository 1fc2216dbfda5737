"""What is planned, what is refused, what is noted: deliveries to a folder, through the use case."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.app import publish as use
from generator.app import wiring
from generator.app.delivery import deliver, turn
from generator.edge import clock, disk, receipts, tree
from generator.edge.keys import Asking
from generator.edge.known import CLAIM, STAGE, Known
from generator.edge.project import Project
from generator.model.target import Target
from generator.targets.folder import Folder
from generator.values.host import Filed, Trace
from generator.values.problem import Stop
from tests.targets.office import ROOT, Office, files_of, site

ONE, TWO = site("one"), site("two", {"finance/2026/new.html": "new"})
HOLD = """
import sys
from generator.edge import disk
from generator.edge.holding import take

print("held" if take(disk.open_lock(sys.argv[1])) else "busy", flush=True)
sys.stdin.read()
"""


def stopped(office: Office, **asked: object) -> tuple[str, int, dict[str, str]]:
    """The code of what stops a delivery, the exit code, and the facts."""
    with pytest.raises(Stop) as caught:
        office.publish(**asked)
    stop = caught.value
    return stop.problem.code, stop.exit_code, dict(stop.problem.facts)


@pytest.fixture(name="published")
def _published(office: Office) -> Office:
    """The first site is published, the second built."""
    office.build(ONE)
    office.publish()
    office.build(TWO)
    return office


@pytest.mark.parametrize("way", ["scandir", "lstat"])
def test_a_folder_that_is_closed_to_us_is_none_of_ours(
    published: Office, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Nobody may look into it, or at what is in it; that stops only what shall stand there."""
    private = published.www / "private"
    private.mkdir()
    (private / "link").symlink_to("nowhere")
    shut = {"scandir": f"{private}", "lstat": f"{private}/link"}[way]
    usual = getattr(os, way)

    def closed(path: str, **words: object) -> object:
        if os.path.normpath(str(path)) == shut:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return usual(path, **words)

    monkeypatch.setattr(os, way, closed)
    published.publish()
    found = Folder(str(published.www)).list()
    (other,) = {*found} - {*TWO}

    assert Trace(-1, "") == found[other]
    published.build(site("three", {f"{other}/a.html": "ours"}))
    assert "publish/taken" == stopped(published)[0]


def test_readers_get_what_a_page_needs_before_the_page() -> None:
    """Style, attachments, pages, lists, shards, the manifest."""
    order = [
        "assets/style-1.css",
        "finance/2026/a/photo.jpg",
        "finance/2026/a.html",
        "404.html",
        "finance/index.html",
        "index.html",
        "data/manifest/site.json",
        "manifest.json",
    ]

    assert order == sorted({*order}, key=turn)


def test_a_plan_says_what_is_added_changed_and_removed() -> None:
    """Files in the way of others go first, and only what stands there is removed."""
    wanted = {
        path: Filed(path, digest, 3)
        for path, digest in {"same": "1", "new": "2", "changed": "3", "plan/a": "4"}.items()
    }
    plan = deliver(wanted, {"same": "1", "changed": "0", "plan": "5", "gone": "6"})

    assert (["new", "plan/a"], ["changed"]) == (
        [one.path for one in plan.added],
        [one.path for one in plan.changed],
    )
    assert ({"plan", "gone"}, ("plan",)) == ({*plan.removed}, plan.clear)
    assert (1, 9) == (plan.kept, plan.bytes)


def test_a_first_delivery_brings_everything(office: Office) -> None:
    """And a receipt says when, by whom, what, where to."""
    office.build(ONE)
    outcome = office.publish()
    (receipt,) = office.receipts()

    assert files_of(office.folder / "output") == files_of(office.www)
    assert (True, 1, len(ONE)) == (
        outcome.done,
        outcome.release.number,
        len(outcome.delivery.added),
    )
    assert ("publish", "web", 1, len(ONE)) == (
        receipt["act"],
        receipt["target"],
        receipt["release"],
        receipt["added"],
    )
    assert receipt["by"]
    assert outcome.release.fingerprint == receipt["fingerprint"]


def test_the_next_one_sends_what_has_changed(published: Office) -> None:
    """And an unchanged one sends nothing, and is not on record."""
    changed = published.publish().delivery
    again = published.publish()

    assert ["assets/" + Path(path).name for path in changed.removed] == [*changed.removed]
    assert {path for path, body in TWO.items() if ONE.get(path) != body} == {
        one.path for one in changed.sent
    }
    assert (False, True) == (again.done, again.delivery.is_empty)
    assert 2 == len(published.receipts())
    assert TWO == files_of(published.www)


def test_a_trial_touches_nothing(published: Office) -> None:
    """Neither the host, nor the record, nor the releases that are kept."""
    before = files_of(published.www), files_of(published.folder / ".releases/publish")
    outcome = published.publish(is_dry=True)

    assert (False, 2) == (outcome.done, outcome.release.number)
    assert outcome.delivery.added
    assert before == (files_of(published.www), files_of(published.folder / ".releases/publish"))
    assert 1 == len(published.receipts())


def test_an_unchanged_delivery_reads_nothing_back(published: Office) -> None:
    """Looks tell that everything is as it was left."""
    published.publish()
    seen: list[str] = []
    usual = disk.read

    def noted(path: str) -> bytes:
        seen.append(path)
        return usual(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "read", noted)
        published.publish()

    assert [] == [path for path in seen if "/www/" in path and "lock" not in path]


def test_what_could_not_be_told_by_its_looks_is_read_once(published: Office) -> None:
    """A host that counts in seconds cannot tell of a file that was written just now, and can later."""
    usual_list, usual_read = Folder.list, Folder.read
    reads: list[str] = []

    def young(host: Folder) -> dict[str, Trace]:
        return {path: Trace(one.size, "") for path, one in usual_list(host).items()}

    def noted(host: Folder, path: str) -> bytes:
        reads.append(path)
        return usual_read(host, path)

    published.build(TWO)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Folder, "list", young)
        published.publish()
    counts = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Folder, "read", noted)
        for _ in range(2):
            reads.clear()
            assert not published.publish().done
            counts.append(len([path for path in reads if not path.startswith(".gongkai/")]))

    assert [len(TWO), 0] == counts


def test_files_of_others_stay(published: Office) -> None:
    """Beside ours, in our folders, in a folder that we leave."""
    theirs = {"favicon.ico": b"theirs", "assets/theirs.png": b"theirs", "notes/a.txt": b"theirs"}
    for path, body in theirs.items():
        (published.www / path).parent.mkdir(exist_ok=True)
        (published.www / path).write_bytes(body)
    published.publish()

    assert {**TWO, **theirs} == files_of(published.www)


@pytest.mark.parametrize("where", ["finance/2026/new.html", "finance/2026/new.html/inside.txt"])
def test_a_file_of_others_in_our_place_stops(published: Office, where: str) -> None:
    """It is named, and nothing is touched."""
    target = published.www / where
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"theirs")
    code, exit_code, facts = stopped(published)

    assert ("publish/taken", 2, where) == (code, exit_code, facts["names"])
    assert {**ONE, where: b"theirs"} == files_of(published.www)


def test_a_link_in_our_place_stops(office: Office) -> None:
    """It would lead out of the folder."""
    (office.folder / "elsewhere").mkdir()
    (office.www / "finance").symlink_to(office.folder / "elsewhere")
    office.build(ONE)

    assert "publish/taken" == stopped(office)[0]
    assert {} == files_of(office.folder / "elsewhere")


@pytest.fixture(name="caseless")
def _caseless(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk of the folder does not tell `a` from `A`, and keeps names as they were written first."""

    def at(self: Folder, path: str) -> str:
        place = Path(self.name.removeprefix("folder "))
        for part in path.split("/"):
            names = os.listdir(place) if place.is_dir() else []
            place /= next((one for one in names if one.lower() == part.lower()), part)
        return str(place)

    monkeypatch.setattr(Folder, "_at", at)


@pytest.mark.usefixtures("caseless")
@pytest.mark.parametrize("text", ["the same", "another"])
def test_a_name_that_changes_its_case_only_stays_there(office: Office, text: str) -> None:
    """The old file is not removed when the new one stands in its place already."""
    office.build(site("one", {"finance/2026/a/Plan.pdf": "the same"}))
    office.publish()
    renamed = site("one", {"finance/2026/a/plan.pdf": text})
    office.build(renamed)
    office.publish()

    assert renamed == files_of(office.www)


@pytest.mark.usefixtures("caseless")
@pytest.mark.parametrize("where", ["Index.html", "FINANCE"])
def test_a_file_of_others_that_differs_by_case_is_not_replaced(office: Office, where: str) -> None:
    """Such a host has one place for both."""
    (office.www / where).write_bytes(b"theirs")
    office.build(ONE)

    assert ("publish/taken", where) == (stopped(office)[0], stopped(office)[2]["names"])
    assert {where: b"theirs"} == files_of(office.www)


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
@pytest.mark.parametrize("many", [1, 10_000])
@pytest.mark.parametrize("target", ["web", "usb"])
def test_the_folder_itself_may_be_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, many: int
) -> None:
    """As `/var/www` often is, or a stick; the disk is waited for here, as in earnest."""
    monkeypatch.setattr(use, "demand_current", lambda *_: None)
    monkeypatch.setattr(tree, "MANY", many)
    office = Office(tmp_path / "office")
    for one in (office.www, office.usb):
        one.rename(tmp_path / one.name)
        one.symlink_to(tmp_path / one.name)
    for files in (ONE, TWO):
        office.build(files)
        assert office.publish(target=target).done

    there = {"web": office.www, "usb": office.usb}[target].resolve()
    assert files_of(there).keys() == (TWO.keys() if target == "web" else {"site.zip"})


def test_what_somebody_touched_stops_and_the_way_on_is_named(published: Office) -> None:
    """A changed file and one that is gone; the release puts them back, and then all goes on."""
    (published.www / "index.html").write_bytes(b"changed by somebody")
    (published.www / "404.html").unlink()
    code, exit_code, facts = stopped(published)

    assert ("publish/touched", 2) == (code, exit_code)
    assert ("index.html、404.html", "1", "1") == (facts["names"], facts["altered"], facts["gone"])
    assert b"changed by somebody" == (published.www / "index.html").read_bytes()

    published.publish(is_rollback=True, release=int(facts["release"]))
    assert ONE == files_of(published.www)
    published.publish()
    assert TWO == files_of(published.www)


def test_a_touch_that_left_the_size_is_found(published: Office) -> None:
    """The time told that the file was written."""
    page = published.www / "index.html"
    page.write_bytes(page.read_bytes().replace(b"one", b"eno"))

    assert "publish/touched" == stopped(published)[0]


def test_what_was_only_copied_is_no_change(published: Office) -> None:
    """Another date with the same bytes, as a backup leaves them."""
    copy = published.folder / "copy"
    shutil.move(published.www, copy)
    shutil.copytree(copy, published.www, copy_function=shutil.copyfile)
    published.publish()

    assert TWO == files_of(published.www)


def test_a_share_that_is_not_mounted_is_not_a_new_one(published: Office) -> None:
    """Where nothing of ours stands any more: exit code 76, and nothing is sent."""
    shutil.rmtree(published.www)
    assert ("host/away", 76) == stopped(published)[:2]
    published.www.mkdir()
    code, exit_code, facts = stopped(published)

    assert ("host/empty", 76) == (code, exit_code)
    assert {} == files_of(published.www)
    published.publish(is_rollback=True, release=int(facts["release"]))
    assert ONE == files_of(published.www)


def test_many_deletions_need_a_word(office: Office) -> None:
    """More than twenty and a tenth; with the word, they go."""
    more = {f"land/{number}.html": "x" for number in range(21)}
    office.build(site("one", more))
    office.publish()
    office.build(ONE)
    code, exit_code, facts = stopped(office)

    assert ("publish/deletions", 2, "21", "20") == (code, exit_code, facts["count"], facts["most"])
    assert ("publish/deletions", 2) == stopped(office, allowed=20)[:2]
    office.publish(allowed=21)
    assert ONE == files_of(office.www)


def test_a_tenth_may_go(office: Office) -> None:
    """Of a large site more than twenty are no slip."""
    more = {f"land/{number}.html": "x" for number in range(300)}
    office.build(site("one", more))
    office.publish()
    office.build(site("one", dict([*more.items()][30:])))

    assert 30 == len(office.publish().delivery.removed)


@pytest.mark.parametrize("path", ["index.html", "finance/extra.html", "assets", "manifest.json"])
def test_an_output_that_was_touched_is_not_published(office: Office, path: str) -> None:
    """A page edited by hand, one more, a folder gone, the manifest itself: all is compared."""
    office.build(ONE)
    target = office.folder / "output" / path
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.write_bytes(b"touched")
    code, exit_code, _ = stopped(office)

    assert ("publish/output", 2) == (code, exit_code)
    assert {} == files_of(office.www)


def test_without_a_site_there_is_nothing_to_publish(office: Office) -> None:
    """Build first."""
    assert ("publish/no-site", 2) == stopped(office)[:2]


def test_a_fixed_today_is_not_published(office: Office) -> None:
    """It is for samples: an honesty gate, exit code 3."""
    office.build(ONE)
    settings = office.folder / "content/site.yaml"
    settings.write_text(f"今天: 2026-03-15\n{settings.read_text('utf-8')}", "utf-8")

    assert ("publish/today", 3) == stopped(office)[:2]


def test_a_clock_that_was_set_back_stops(published: Office) -> None:
    """What is not due would be published; the receipt is named that says so."""
    path = published.folder / "content/records/publish.jsonl"
    line = path.read_text("utf-8")
    path.write_text(line + line.replace('"at": "20', '"at": "21') + line, "utf-8")
    with pytest.raises(Stop) as caught:
        published.publish()
    problem, facts = caught.value.problem, dict(caught.value.problem.facts)

    assert ("publish/clock", 74) == (problem.code, caught.value.exit_code)
    assert "content/records/publish.jsonl:2" == str(problem.place)
    assert facts["now"] < facts["last"]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-21T09:32:00+08:00", ""),  # a colleague's clock, two minutes fast
        ("2026-11-21T09:36:00+08:00", "2026-11-21 09:36"),
        ("2026-11-21T10:29:00+09:00", ""),  # a minute ago, in another zone
        ("2026-11-21T01:40:00+00:00", "2026-11-21 09:40"),  # in ten minutes
    ],
)
def test_clocks_are_compared_by_moments(
    published: Office, monkeypatch: pytest.MonkeyPatch, at: str, told: str
) -> None:
    """Two computers do not agree to the second, and perhaps not on the zone."""
    path = published.folder / "content/records/publish.jsonl"
    (receipt,) = published.receipts()
    path.write_text(json.dumps({**receipt, "at": at}) + "\n", "utf-8")
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 21, 1, 30, tzinfo=UTC))
    if told:
        code, _, facts = stopped(published)
        assert ("publish/clock", told) == (code, facts["last"])
    else:
        assert published.publish().done


@pytest.mark.parametrize("at", ['"yesterday"', '"2026-11-21T09:30:00"', "0"])
def test_a_receipt_without_a_moment_makes_no_sense(published: Office, at: str) -> None:
    """One that has no zone is no moment either."""
    path = published.folder / "content/records/publish.jsonl"
    text = path.read_text("utf-8")
    path.write_text(re.sub('(?<="at": )"[^"]+"', at, text), "utf-8")

    assert "publish/receipts" == stopped(published)[0]


def test_a_file_that_the_host_refuses_is_named(
    published: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its path there."""
    index = str(published.www / "index.html")

    def replace(path: str, target: str) -> None:
        if target == index:
            raise PermissionError(errno.EACCES, "no", target)
        os.replace(path, target)

    monkeypatch.setattr(disk, "replace", replace)
    code, exit_code, facts = stopped(published)

    assert ("host/denied", 76) == (code, exit_code)
    assert ("EACCES index.html", "part") == (facts["error"], facts["live"])


def test_a_receipt_goes_on_a_line_of_its_own(published: Office) -> None:
    """Whoever edits the record, or merges two, may leave it with a mark before, and without its last end."""
    path = published.folder / "content/records/publish.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().rstrip(b"\n"))
    path.parent.chmod(0o2775)
    published.build(site("next"))
    published.publish()
    published.build(site("after"))
    published.publish()

    path.write_bytes(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    assert [1, 2, 3] == [one["release"] for one in published.receipts()]
    assert os.name == "nt" or path.parent.stat().st_mode & 0o7777 == 0o2775


def test_a_receipt_that_makes_no_sense_stops_at_its_line(published: Office) -> None:
    """A conflict of two copies, say."""
    path = published.folder / "content/records/publish.jsonl"
    path.write_text(f"{path.read_text('utf-8')}<<<<<<< HEAD\n", "utf-8")
    with pytest.raises(Stop) as caught:
        published.publish()

    assert "content/records/publish.jsonl:2" == str(caught.value.problem.place)


def test_a_receipt_that_was_cut_off_is_none(published: Office) -> None:
    """The power failed while it was written: the delivery that it tells of is brought to its end."""
    path = published.folder / "content/records/publish.jsonl"
    published.build(site("next"))
    published.publish()
    path.write_bytes(path.read_bytes()[:-40])
    published.publish()

    assert [1, 2] == [one["release"] for one in published.receipts()]


def test_a_publisher_on_another_machine_is_named(published: Office) -> None:
    """Its claim stands on the host; when it is deleted, all goes on."""
    lock = published.www / CLAIM
    lock.parent.mkdir()
    lock.write_text(json.dumps({"who": "li", "machine": "desk-2", "since": clock.wall()}))
    code, exit_code, facts = stopped(published)

    assert ("publish/held", 75, "li", "desk-2") == (code, exit_code, facts["who"], facts["host"])
    lock.unlink()
    published.publish()
    assert TWO == files_of(published.www)


@pytest.mark.parametrize("at", ["while it is sent", "while it is switched"])
def test_whoever_was_overtaken_leaves_the_host_to_the_other(
    published: Office, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Our computer slept; somebody deleted the claim, and waits with files and a claim of their own."""
    lock, waiting = published.www / CLAIM, published.www / f"{STAGE}theirs"
    said = json.dumps({"who": "li", "machine": "desk-2", "since": "2026-11-23 09:30:00"})

    def other() -> None:
        lock.unlink()
        lock.write_text(said)
        waiting.write_text("theirs")

    def watch(number: int, count: int, *_: int) -> None:
        if at == "while it is sent" and number == count:
            other()

    class Slow(Folder):
        def rename(self, path: str, target: str) -> None:
            super().rename(path, target)
            if at == "while it is switched" and target == "manifest.json":
                other()

    with monkeypatch.context() as patch:
        patch.setattr(wiring, "opened", lambda place, *_: Slow(place))
        code, exit_code, facts = stopped(published, watch=watch)
    there = files_of(published.www)

    assert ("publish/overtaken", 75, "li") == (code, exit_code, facts["who"])
    assert (said, "theirs") == (lock.read_text(), waiting.read_text())
    if at == "while it is sent":
        assert ONE == {path: body for path, body in there.items() if STAGE not in path}
    assert "publish/held" == stopped(published)[0]
    lock.unlink()
    published.publish()
    assert TWO == files_of(published.www)
    assert [1, 2] == [one["release"] for one in published.receipts()]


def test_a_claim_that_was_taken_away_stops_too(published: Office) -> None:
    """Whoever deleted it may have begun and ended meanwhile."""

    def watch(number: int, count: int, *_: int) -> None:
        if number == count:
            (published.www / CLAIM).unlink()

    assert ("publish/overtaken", 75) == stopped(published, watch=watch)[:2]
    published.publish()
    assert TWO == files_of(published.www)


def test_a_publisher_on_this_machine_is_waited_for(
    published: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who publishes while a delivery is under way stops at once."""
    codes: list[str] = []
    usual = wiring.host

    def meanwhile(target: object, project: Project, ask: Asking) -> object:
        monkeypatch.setattr("generator.edge.known.take", lambda _: False)
        codes.append(stopped(published)[0])
        return usual(target, project, ask)  # type: ignore[arg-type]

    monkeypatch.setattr(wiring, "host", meanwhile)
    published.publish()

    assert ["publish/busy"] == codes


def test_another_computer_goes_on_from_the_record(published: Office) -> None:
    """With the content and its records, and nothing else of the first one."""
    shutil.rmtree(published.folder / ".releases")
    outcome = published.publish()

    assert (True, 2) == (outcome.done, outcome.release.number)
    assert TWO == files_of(published.www)


def test_another_computer_without_the_last_record_stops(published: Office) -> None:
    """What stands there was published by somebody of whom nothing is known here."""
    record = published.folder / "content/records/publish.jsonl"
    before = record.read_text("utf-8")
    published.publish()
    record.write_text(before, "utf-8")
    shutil.rmtree(published.folder / ".releases")
    published.build(site("three"))

    assert ("publish/other", 2) == stopped(published)[:2]
    assert TWO == files_of(published.www)


def test_a_forged_manifest_leads_nowhere(published: Office) -> None:
    """A host cannot have us remove what stands outside of it."""
    outside = published.folder / "outside.txt"
    outside.write_text("kept")
    (published.www / "manifest.json").write_text('{"shards": [{"path": "../outside.txt"}]}')
    shutil.rmtree(published.folder / ".releases")

    assert "publish/taken" == stopped(published)[0]
    assert outside.exists()


def test_a_moved_target_is_a_new_one(published: Office) -> None:
    """Another place under the same name begins from nothing."""
    settings = published.folder / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("位置: www", "位置: moved"), "utf-8")
    (published.folder / "moved").mkdir()
    published.publish()

    assert TWO == files_of(published.folder / "moved")
    assert ONE == files_of(published.www)


def test_a_place_within_the_project_s_own_folders_is_refused(office: Office) -> None:
    """The site would be taken for content."""
    settings = office.folder / "content/site.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("位置: www", "位置: content/www"), "utf-8"
    )
    office.build(ONE)

    assert ("publish/place", 2) == stopped(office)[:2]


def test_an_earlier_release_comes_back(published: Office) -> None:
    """The one before; `output/` stays as it is, and is what the next delivery brings."""
    published.publish()
    outcome = published.publish(is_rollback=True)

    assert (1, ONE) == (outcome.release.number, files_of(published.www))
    assert TWO == files_of(published.folder / "output")
    assert ["publish", "publish", "rollback"] == [one["act"] for one in published.receipts()]
    assert ("publish/no-release", 2) == stopped(published, is_rollback=True)[:2]
    published.publish()
    assert TWO == files_of(published.www)


def test_the_last_five_are_kept_and_share_what_is_the_same(office: Office) -> None:
    """The sixth lets the first go, with what only it had."""
    for number in range(6):
        office.build(site(f"version {number}"))
        office.publish()
    outcome = office.publish(is_rollback=True)
    kept = files_of(office.folder / ".releases/publish/files")

    assert [2, 3, 4, 5, 6] == [one.number for one in outcome.kept]
    assert 5 == outcome.release.number
    assert 1 == sum(body == b"photo" for body in kept.values())
    assert not any(b"version 0" in body for body in kept.values())
    code, _, facts = stopped(office, is_rollback=True, release=1)
    assert ("publish/no-release", "1") == (code, facts["value"])
    assert facts["offered"].startswith("6（")


def meanwhile(patch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Let something happen while the next delivery is under way: its site was checked, nothing is sent."""
    usual, pending = wiring.host, [do]

    def host(target: Target, project: Project, ask: Asking) -> object:
        if pending:
            pending.pop()()
        return usual(target, project, ask)

    patch.setattr(wiring, "host", host)


def test_what_another_delivery_kept_meanwhile_stays(published: Office) -> None:
    """While the second site is on its way to one target, a third is built and goes to another."""

    def elsewhere(number: int, *_: int) -> None:
        if number == 1:
            published.build(site("three"))
            published.publish(target="usb")

    published.publish(watch=elsewhere)
    outcome = published.publish(is_rollback=True, release=3)

    assert [1, 2, 3] == [one.number for one in outcome.kept]
    assert site("three") == files_of(published.www)


@pytest.mark.parametrize("lock", ["lock", "publish/targets/usb/lock"])
def test_nothing_is_let_go_of_while_others_are_at_work(
    office: Office, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    """A build, or a delivery to another target: the one after does it, also when they were killed."""
    for number in range(5):
        office.build(site(f"version {number}"))
        office.publish()
    (office.folder / ".releases/publish/targets/usb").mkdir(exist_ok=True)
    command = [sys.executable, "-c", HOLD, str(office.folder / ".releases" / lock)]
    begun: list[subprocess.Popen[str]] = []

    def hold() -> None:
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT)
        begun.append(process)
        assert process.stdout
        assert process.stdout.readline() == "held\n"

    meanwhile(monkeypatch, hold)
    office.build(site("version 5"))
    try:
        during = office.publish()
    finally:
        for process in begun:
            process.kill()
            process.communicate()
    office.build(site("version 6"))
    after = office.publish()

    assert [1, 2, 3, 4, 5, 6] == [one.number for one in during.kept]
    assert [3, 4, 5, 6, 7] == [one.number for one in after.kept]


def test_a_receipt_of_another_delivery_that_ended_meanwhile_counts(
    published: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's delivery ends just before ours has the target: what it left is known."""
    usual, pending = Known.held, [published.publish]

    @contextmanager
    def held(known: Known) -> Iterator[bool]:
        if pending:
            pending.pop()()
            published.build(site("three"))
        with usual(known) as is_free:
            yield is_free

    monkeypatch.setattr(Known, "held", held)
    published.publish()

    assert [1, 2, 3] == [one["release"] for one in published.receipts()]
    assert site("three") == files_of(published.www)


def test_a_kept_file_that_was_damaged_is_not_sent(published: Office) -> None:
    """Our own disk failed: exit code 74, and the host is as it was."""
    published.publish()
    for path in (published.folder / ".releases/publish/files").rglob("*"):
        if path.is_file() and b"one index.html" in path.read_bytes():
            path.write_bytes(path.read_bytes().replace(b"one", b"eno"))

    assert ("disk/io", 74) == stopped(published, is_rollback=True)[:2]
    assert {**TWO} == {
        path: body
        for path, body in files_of(published.www).items()
        if not path.startswith(".gongkai/")
    }


def test_kept_files_that_were_damaged_are_kept_anew(published: Office) -> None:
    """A power cut can leave files as long as they were: one delivery is told, the next goes well."""
    published.publish()
    for path in (published.folder / ".releases/publish/files").rglob("*"):
        if path.is_file():
            path.write_bytes(bytes(path.stat().st_size))
    shutil.rmtree(published.www)
    published.www.mkdir()

    assert ("disk/io", 74) == stopped(published, is_rollback=True, release=2)[:2]
    assert ("host/empty", 76) == stopped(published)[:2]
    published.publish(is_rollback=True, release=2)
    assert TWO == files_of(published.www)


def test_a_receipt_that_cannot_be_written_is_told_and_made_up_for(
    published: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site has arrived; the next delivery puts it on record."""

    def full(path: str, body: bytes, over: int) -> None:
        raise OSError(28, "full", f"{path}{len(body)}{over}")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "append", full)
        assert ("publish/no-receipt", 74) == stopped(published)[:2]
    assert TWO == files_of(published.www)
    published.publish()
    assert [1, 2] == [one["release"] for one in published.receipts()]


def test_two_receipts_of_one_moment_are_both_kept(
    published: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of deliveries to two targets: neither is written over the other."""
    content = str(published.folder / "content")
    (other,) = receipts.read(content)
    usual, pending = os.write, [other]

    def write(file: int, body: bytes) -> int:
        if pending and b'"release": 2' in bytes(body):
            receipts.add(content, pending.pop())
        return usual(file, body)

    monkeypatch.setattr(os, "write", write)
    published.publish()

    assert [1, 1, 2] == [one["release"] for one in published.receipts()]


def test_the_target_must_be_one_that_is_declared(office: Office) -> None:
    """Where there are two, it is named."""
    office.build(ONE)

    assert ("publish/which", 2) == stopped(office, target="")[:2]
    assert ("publish/unknown", "web、usb") == (
        stopped(office, target="wbe")[0],
        stopped(office, target="wbe")[2]["offered"],
    )


def test_the_watch_is_told_of_every_file(office: Office) -> None:
    """Files and bytes, up to the end."""
    office.build(ONE)
    told: list[tuple[int, int, int, int]] = []
    office.publish(watch=lambda *how: told.append(how))
    count, size = len(ONE), sum(map(len, ONE.values()))

    assert [*range(1, count + 1)] == [one[0] for one in told]
    assert (count, count, size, size) == told[-1]
