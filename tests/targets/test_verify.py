"""Verify: whatever somebody did to a published site is found, wherever it stands."""

import errno
import http.server
import os
import shutil
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from generator.app.verdict import Unread, Verdict
from generator.app.verify import Bearer, Fault, verify
from generator.targets.bundle import PROGRAM, README
from generator.targets.folder import Folder
from generator.values.digest import sha256
from generator.values.host import HostFault
from generator.values.problem import Stop
from tests.targets.office import Office, fill, site
from tests.targets.servers.tls import certificate

TRIALS = int(os.environ.get("GONGKAI_TAMPERINGS", "100"))
ONE, TWO = site("one"), site("two")
OLD, NEW = "finance/2026/a.html", "index.html"


@pytest.fixture(name="published")
def _published(office: Office) -> Office:
    """Two sites, one after the other."""
    office.build(ONE)
    office.publish()
    office.build(TWO)
    office.publish()
    return office


def verdict(office: Office, what: str = "") -> Verdict:
    """The one verdict on what is named."""
    (found,) = verify(office.order, what, str(office.folder))
    assert isinstance(found, Verdict)
    return found


def test_a_site_as_it_was_published_is_well(published: Office) -> None:
    """Wherever it is looked at: as a target, as a folder, from afar."""
    shutil.copytree(published.www, published.folder / "copy")
    for what, place in (("", "web"), ("www", "www"), ("copy", "copy"), ("output", "output")):
        found = verdict(published, what)

        assert (True, "latest", 2, place) == (
            found.is_well,
            found.standing,
            found.release,
            found.place,
        )
        assert len(TWO) == found.checked


def tamper(random: Random, folder: Path) -> tuple[str, str]:
    """Do something to a site; what it is called, and to which file it was done."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    path = random.choice(paths)
    name = path.relative_to(folder).as_posix()
    body = path.read_bytes()
    kind = random.choice(["changed", "missing", "added", "shorter", "swapped"])
    if kind == "missing":
        path.unlink()
        return "missing", name
    if kind == "added":
        path.with_name(f"{random.randrange(10**6)}.html").write_bytes(body)
        return "added", ""
    at = random.randrange(len(body))
    changed = body[:at] + bytes([body[at] ^ (1 << random.randrange(8))]) + body[at + 1 :]
    if kind == "shorter":
        changed = body[:at]
    if kind == "swapped":
        changed = random.choice(paths).read_bytes() + b"\n"
    status = path.stat()
    path.write_bytes(changed)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return "changed", name


def test_every_tampering_is_found(published: Office) -> None:
    """A byte, a cut, a file more or less, whichever file it is: each time, and by its name."""
    random = Random(8)
    for trial in range(TRIALS):
        kind, name = tamper(random, published.www)
        found = verdict(published)

        assert not found.is_well, (trial, kind, name)
        assert not name or name in getattr(found, kind), (trial, kind, name)
        fill(published.www, TWO)


def test_a_forger_who_writes_a_manifest_is_found(published: Office) -> None:
    """The site holds together, but it is none that we published; the pages that differ are named."""
    forged = site("forged")
    fill(published.www, forged)
    found = verdict(published)

    assert (False, "unknown") == (found.is_well, found.standing)
    assert {OLD, NEW, "manifest.json"} <= {*found.changed}


def test_an_old_site_is_stale(published: Office) -> None:
    """It is whole, and says which release it is."""
    fill(published.www, ONE)
    found = verdict(published)

    assert ((), (), ()) == (found.changed, found.missing, found.added)
    assert (False, "stale", 1) == (found.is_well, found.standing, found.release)


def test_a_site_that_lost_its_manifest_is_compared_with_the_release(published: Office) -> None:
    """What we keep says what should be there."""
    (published.www / "manifest.json").unlink()
    (published.www / OLD).write_bytes(b"x")
    found = verdict(published)

    assert ((OLD,), ("manifest.json",)) == (found.changed, found.missing)


def test_a_stranger_compares_a_site_with_its_own_manifest(published: Office) -> None:
    """An inspector has no records; that is said."""
    shutil.rmtree(published.folder / ".releases")
    shutil.rmtree(published.folder / "content")
    found = verdict(published, "www")
    assert (True, "unrecorded") == (found.is_well, found.standing)

    (published.www / NEW).write_bytes(b"x")
    assert (False, (NEW,)) == (verdict(published, "www").is_well, verdict(published, "www").changed)


def test_a_shard_that_is_not_its_manifests_is_found(published: Office) -> None:
    """Also where nothing else says what the files were: no release is kept, or nobody has records."""
    shutil.rmtree(published.folder / ".releases")
    (published.www / "data/manifest/site.json").write_bytes(b"{}")
    assert (False, ("manifest.json",)) == (verdict(published).is_well, verdict(published).changed)

    shutil.rmtree(published.folder / "content")
    assert not verdict(published, "www").is_well


def test_a_file_that_cannot_be_read_hides_no_other(
    published: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told by its path, with what the system said, and so is the one that was altered."""
    (published.www / NEW).write_bytes(b"x")
    refuse(monkeypatch, PermissionError(errno.EACCES, "no"), OLD)
    found = verdict(published)
    assert ((OLD, NEW), ()) == (found.changed, found.missing)
    assert (Unread(OLD, "EACCES"),) == found.unread

    refuse(monkeypatch, PermissionError(errno.EACCES, "no"), "manifest.json")
    assert {NEW, "manifest.json"} <= {*verdict(published).changed}


@pytest.mark.parametrize(
    "error",
    [FileNotFoundError(errno.ENOENT, "gone"), HostFault("host/lost", "cut"), TimeoutError()],
)
def test_a_host_that_goes_away_meanwhile_is_no_tampering(
    published: Office, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """Exit code 76; while it is there, one file's trouble is that file's."""
    refuse(monkeypatch, error, OLD)
    assert (OLD,) == verdict(published).changed

    lists = [Folder(str(published.www)).list(), {}]
    monkeypatch.setattr(Folder, "list", lambda _: lists.pop(0))
    with pytest.raises(Stop) as caught:
        verdict(published)
    assert 76 == caught.value.exit_code


def refuse(monkeypatch: pytest.MonkeyPatch, error: OSError, which: str) -> None:
    """Let a folder fail to read a file."""
    before = Folder.read

    def read(folder: Folder, path: str) -> bytes:
        if path == which:
            raise error
        return before(folder, path)

    monkeypatch.setattr(Folder, "read", read)


def test_a_target_out_of_reach_hides_no_other(published: Office) -> None:
    """Each has its verdict, or its fault."""
    settings = published.folder / "content/site.yaml"
    away = "发布:\n  - 名称: away\n    方式: 文件夹\n    位置: away\n"
    settings.write_text(settings.read_text("utf-8").replace("发布:\n", away), "utf-8")
    (published.www / NEW).write_bytes(b"x")
    fault, found = verify(published.order, "", str(published.folder))

    assert isinstance(fault, Fault)
    assert ("away", "host/away", 76) == (fault.place, fault.problem.code, fault.exit_code)
    assert isinstance(found, Verdict)
    assert ("web", (NEW,)) == (found.place, found.changed)


def test_a_target_that_we_never_published_to_is_not_well(published: Office) -> None:
    """Whoever renames one has no receipts of it, and any forger's site holds together."""
    rename(published, "web", "www")
    assert (False, "never") == (verdict(published).is_well, verdict(published).standing)

    fill(published.www, site("forged"))
    assert (False, "never") == (verdict(published).is_well, verdict(published).standing)


def rename(office: Office, name: str, to: str) -> None:
    """Give a target another name."""
    settings = office.folder / "content/site.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace(f"名称: {name}\n", f"名称: {to}\n"), "utf-8")


def test_the_last_release_is_that_of_a_target_that_readers_look_at(office: Office) -> None:
    """One that is gone from site.yaml, or a bundle, showed an earlier one for its last."""
    office.build(ONE)
    office.publish()
    office.publish(target="usb")
    rename(office, "web", "new")
    office.publish(target="new")
    office.build(TWO)
    office.publish(target="new")
    fill(office.folder / "copy", ONE)
    fill(office.folder / "other", TWO)

    assert (False, "stale") == (verdict(office, "copy").is_well, verdict(office, "copy").standing)
    office.publish(target="usb", is_rollback=True, release=1)
    assert (True, "latest") == (verdict(office, "other").is_well, verdict(office, "other").standing)


def test_an_output_that_was_not_published_yet_is_no_alarm(published: Office) -> None:
    """Unless it is damaged."""
    published.build(site("three"))
    assert (True, "unpublished") == (
        verdict(published, "output").is_well,
        verdict(published, "output").standing,
    )
    (published.folder / "output" / NEW).write_bytes(b"x")
    assert not verdict(published, "output").is_well


def test_a_bundle_is_compared_like_a_folder(published: Office) -> None:
    """All of a site, or a part; a damaged one is found."""
    published.publish(target="usb")
    bundle = published.usb / "site.zip"
    assert (True, len(TWO), False) == (
        verdict(published, "usb/site.zip").is_well,
        verdict(published, "usb/site.zip").checked,
        verdict(published, "usb/site.zip").is_part,
    )

    bundle.write_bytes(bundle.read_bytes().replace(b"two index.html", b"owt index.html"))
    found = verdict(published, "usb/site.zip")
    assert (Unread(NEW, "EIO"),) == found.unread
    assert (False, ("site.zip", NEW)) == (found.is_well, found.changed)


def rezipped(bundle: Path, files: list[tuple[str, bytes]]) -> None:
    """Write the bundle with these files, as it is usually done."""
    with ZipFile(bundle) as archive:
        comment = archive.comment
    with ZipFile(bundle, "w") as archive, warnings.catch_warnings(action="ignore"):
        archive.comment = comment
        for name, body in files:
            info = ZipInfo(name)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, body)


EVIL = b"print('evil')"
FORGERIES: dict[str, tuple[Callable[[list[tuple[str, bytes]]], object], str, str]] = {
    "another program": (lambda all_: all_.__setitem__(0, (all_[0][0], EVIL)), "changed", PROGRAM),
    "another word": (lambda all_: all_.__setitem__(1, (all_[1][0], EVIL)), "changed", README),
    "no word": (lambda all_: all_.pop(1), "missing", README),
    "an early module": (lambda all_: all_.append(("json.py", EVIL)), "added", "json.py"),
    "a folder of one": (lambda all_: all_.append(("json/x.py", EVIL)), "added", "json/x.py"),
    "two programs": (lambda all_: all_.append((PROGRAM, all_[0][1])), "changed", PROGRAM),
    "a page twice": (lambda all_: all_.append(all_[-1]), "changed", "site/manifest.json"),
    "another order": (list.reverse, "changed", "site.zip"),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_of_a_bundle_all_is_compared_that_goes_along(published: Office, name: str) -> None:
    """Whoever carries it runs it: the program, what Python would take before its own, and every name."""
    published.publish(target="usb")
    bundle = published.usb / "site.zip"
    with ZipFile(bundle) as archive:
        files = [(one.filename, archive.read(one)) for one in archive.infolist()]
    rezipped(bundle, files)
    assert verdict(published, "usb/site.zip").is_well

    forge, kind, what = FORGERIES[name]
    forge(files)
    rezipped(bundle, files)
    found = verdict(published, "usb/site.zip")
    assert (False, (what,)) == (found.is_well, getattr(found, kind))
    assert (name in {"another program", "two programs"}) == found.has_other_program


@pytest.mark.parametrize("how", ["before", "behind", "comment", "compressed", "time"])
def test_a_bundle_has_no_bytes_of_others(published: Office, how: str) -> None:
    """Nothing stands before it, behind it, or in what a zip tells of itself."""
    published.publish(target="usb")
    bundle = published.usb / "site.zip"
    body = bundle.read_bytes()
    if how == "before":
        bundle.write_bytes(b"#!/bin/sh\n" + body)
    elif how == "behind":
        bundle.write_bytes(body + b"more")
    elif how == "comment":
        bundle.write_bytes(body.removesuffix(b"gongkai whole") + b"gongkai whore")
    elif how == "time":
        bundle.write_bytes(body.replace(b"\x00\x00\x21\x00", b"\x00\x00\x22\x00", 1))
    else:
        with ZipFile(bundle) as archive:
            files = [(one.filename, archive.read(one)) for one in archive.infolist()]
        with ZipFile(bundle, "w", ZIP_DEFLATED) as archive:
            archive.comment = b"gongkai whole"
            for name, one in files:
                archive.writestr(name, one, ZIP_DEFLATED if name == PROGRAM else ZIP_STORED)
    found = verdict(published, "usb/site.zip")

    what = PROGRAM if how == "compressed" else "site.zip"
    assert (False, (what,)) == (found.is_well, found.changed)


def test_of_a_part_nothing_is_missing(published: Office) -> None:
    """It is marked as one."""
    settings = published.folder / "content/site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}    来自: 1\n", "utf-8")
    published.publish(target="usb")
    found = verdict(published, "usb/site.zip")

    assert (True, True) == (found.is_well, found.is_part)
    assert 0 < found.checked < len(TWO)


def test_a_place_that_cannot_be_reached_is_told(published: Office) -> None:
    """Exit code 76, for cron."""
    shutil.rmtree(published.www)
    with pytest.raises(Stop) as caught:
        verdict(published)

    assert ("host/away", 76) == (caught.value.problem.code, caught.value.exit_code)


@pytest.mark.parametrize("left", [0, 9, 20_000])
def test_a_bundle_that_was_not_copied_to_its_end_is_told(published: Office, left: int) -> None:
    """It is not what we published, which is no fault of a host."""
    published.publish(target="usb")
    bundle = published.usb / "site.zip"
    body = bundle.read_bytes()
    assert len(body) > 20_000
    bundle.write_bytes(body[:left])
    with pytest.raises(Stop) as caught:
        verdict(published, "usb/site.zip")

    assert ("verify/no-bundle", 1) == (caught.value.problem.code, caught.value.exit_code)


@pytest.mark.parametrize("what", ["nowhere", "not-hexadecimal", "abc", "n" * 300])
def test_what_cannot_be_understood_is_wrong_usage(published: Office, what: str) -> None:
    """Neither a place nor a fingerprint."""
    with pytest.raises(Stop) as caught:
        verdict(published, what)

    assert ("usage/verify", 2) == (caught.value.problem.code, caught.value.exit_code)


def bearers(office: Office, digits: str) -> list[Bearer]:
    """Who bears a fingerprint."""
    found = verify(office.order, digits, str(office.folder))
    return [one for one in found if isinstance(one, Bearer)]


def test_a_fingerprint_leads_to_whoever_bears_it(office: Office) -> None:
    """A record to its entry, a root to its release, another file to itself; spaces do not matter."""
    record = b'{"title": "x"}'
    office.build(site("one", {"finance/2026/a.json": record.decode()}))
    release = office.publish().release
    digest = sha256(record)
    (entry,) = bearers(office, digest)
    (whole,) = bearers(office, release.fingerprint[:16])
    (file,) = bearers(office, sha256(b"robots")[:12].upper())

    assert ("entry", OLD, "标题", 1) == (entry.what, entry.path, entry.title, entry.release)
    assert [entry] == bearers(office, f"{digest[:4]} {digest[4:8]}-{digest[8:12]}")
    assert ("release", 1) == (whole.what, whole.release)
    assert ("file", "robots.txt") == (file.what, file.path)
    with pytest.raises(Stop) as caught:
        bearers(office, "0123456789abcdef")
    assert ("verify/nobody", 1) == (caught.value.problem.code, caught.value.exit_code)


def test_a_release_is_known_by_its_receipt_when_it_is_kept_no_more(published: Office) -> None:
    """The record in the content outlives what is kept beside it."""
    first = published.receipts()[0]["fingerprint"]
    shutil.rmtree(published.folder / ".releases")
    (found,) = bearers(published, first)

    assert ("release", 1) == (found.what, found.release)


Serve = Callable[..., str]


@pytest.fixture(name="serve")
def _serve() -> Iterator[Serve]:
    """Serves a folder on loopback, with other headers where they are named; its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def serve(folder: Path, **types: str) -> str:
        class Handler(http.server.SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            extensions_map = {  # noqa: RUF012 - as the library has it
                **http.server.SimpleHTTPRequestHandler.extensions_map,
                **{f".{ending}": kind for ending, kind in types.items()},
            }

            def log_message(self, *words: object) -> None:
                """Nobody listens."""

        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(Handler, directory=str(folder))
        )
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for one in servers:
        one.shutdown()
        one.server_close()


def test_a_site_on_the_web_is_asked_for_file_by_file(published: Office, serve: Serve) -> None:
    """It is well, and what the host could do better is advice."""
    found = verdict(published, serve(published.www))

    assert (True, "latest", len(TWO)) == (found.is_well, found.standing, found.checked)
    assert ["https", "csp", "nosniff"] == [one.key for one in found.headers]


def test_a_site_on_the_web_that_was_touched_is_found(published: Office, serve: Serve) -> None:
    """A page that was changed, one that is gone."""
    url = serve(published.www)
    (published.www / NEW).write_bytes(b"x")
    (published.www / OLD).unlink()
    found = verdict(published, url)

    assert ((NEW,), (OLD,)) == (found.changed, found.missing)


def test_wrong_types_and_charsets_are_found(published: Office, serve: Serve) -> None:
    """A page in the wrong charset is garbled, though every byte is right."""
    url = serve(published.www, html="text/html; charset=gb2312", css="text/plain")
    found = verdict(published, url)

    assert not found.is_well
    wrong = {(one.key, one.value) for one in found.headers if one.is_wrong}
    assert {("charset", "gb2312"), ("type", "text/plain")} == wrong


@pytest.mark.parametrize("status", [403, 500, 0])
@pytest.mark.parametrize("path", [OLD, NEW])
def test_a_page_that_is_refused_hides_no_other(
    published: Office, serve: Serve, monkeypatch: pytest.MonkeyPatch, status: int, path: str
) -> None:
    """It is told with its status; one where the connection breaks off, too."""
    (published.www / "404.html").write_bytes(b"x")
    answer_with(monkeypatch, status, path)
    found = verdict(published, serve(published.www))

    assert (("404.html", path), ()) == (found.changed, found.missing)
    assert (Unread(path, str(status) if status else "RemoteDisconnected"),) == found.unread


def test_a_host_that_forbids_what_is_not_there_is_well(
    published: Office, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody wants a signature here."""
    answer_with(monkeypatch, 403, "manifest.json.minisig")

    assert verdict(published, serve(published.www)).is_well


def answer_with(monkeypatch: pytest.MonkeyPatch, status: int, path: str) -> None:
    """Let a server answer a question with a status, or break off for 0."""
    before = http.server.SimpleHTTPRequestHandler.do_GET

    def answer(handler: http.server.SimpleHTTPRequestHandler) -> None:
        if handler.path != f"/{path}":
            before(handler)
        elif status:
            handler.send_error(status)
        else:
            handler.close_connection = True

    monkeypatch.setattr(http.server.SimpleHTTPRequestHandler, "do_GET", answer)


def test_a_host_that_shows_nothing_is_told(
    published: Office, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It answers, and not with the site: exit code 76."""
    monkeypatch.setattr(http.server.SimpleHTTPRequestHandler, "do_GET", _closed)
    with pytest.raises(Stop) as caught:
        verdict(published, serve(published.www))

    assert ("host/status", 76) == (caught.value.problem.code, caught.value.exit_code)


def _closed(handler: http.server.SimpleHTTPRequestHandler) -> None:
    handler.send_error(403)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/", "http://127.0.0.1:9/公开", "http://www..example/", "http://[::1"],
)
def test_a_host_out_of_reach_is_told(published: Office, address: str) -> None:
    """Exit code 76, and what to look at."""
    with pytest.raises(Stop) as caught:
        verdict(published, address)

    assert ("host/unreachable", 76) == (caught.value.problem.code, caught.value.exit_code)
    assert dict(caught.value.problem.facts)["error"]


def test_a_certificate_that_nobody_vouches_for_is_told(published: Office, tmp_path: Path) -> None:
    """By what is wrong with it, as when it has expired."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path)[0])
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with pytest.raises(Stop) as caught:
        verdict(published, f"https://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()

    facts = dict(caught.value.problem.facts)
    assert ("host/unreachable", True) == (caught.value.problem.code, "signed" in facts["error"])


def test_a_password_in_an_address_is_not_shown(published: Office, serve: Serve) -> None:
    """It would stand in the line that cron mails; the site is asked for without it."""
    published.publish()
    found = verdict(published, serve(published.www).replace("//", "//clerk:sesame@"))

    assert (True, False) == (found.is_well, "sesame" in found.place)
    with pytest.raises(Stop) as caught:
        verdict(published, "http://clerk:sesame@127.0.0.1:9/")
    assert "http://127.0.0.1:9/" == caught.value.problem.place.path
