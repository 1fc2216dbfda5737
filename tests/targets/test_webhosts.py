"""WebDAV and object stores alike: whole sites, whatever is cut, and one clear message for what is wrong."""

import io
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from pathlib import Path
from random import Random

import pytest

from generator.app.verdict import Verdict
from generator.app.verify import verify
from generator.cli.main import main
from generator.values.problem import Stop
from tests.targets.cuts import NEW, OLD, THEIRS, cuts, faults
from tests.targets.office import Office, torn
from tests.targets.servers.tls import certificate
from tests.targets.webhosts import Far, far

WAYS = ("webdav", "s3")
FULL = b"<Error><Code>XMinioStorageFull</Code></Error>"
DENIED = b"<Error><Code>AccessDenied</Code></Error>"


@pytest.fixture(name="there", params=WAYS)
def _there(request: pytest.FixtureRequest, office: Office) -> Iterator[Far]:
    """A host with files of others and the old site; the new one is built."""
    with far(office, request.param) as found:
        found.fill(THEIRS)
        office.build(OLD)
        found.publish()
        office.build(NEW)
        yield found


def test_a_site_is_brought_and_an_unchanged_one_sends_nothing(there: Far) -> None:
    """Beside files of others; what has not changed is neither sent nor read."""
    there.publish()
    assert {**NEW, **THEIRS} == there.files()
    there.grow_older()
    there.publish()  # whatever was too young for its looks to tell is looked at now
    there.served.heard.clear()
    outcome = there.publish()
    heard = there.served.heard

    assert (False, True) == (outcome.done, outcome.delivery.is_empty)
    assert 1 == heard["PUT"]  # the claim
    assert 2 >= heard["MOVE"]
    assert 4 >= heard["GET"]  # whether it stands, the lists of the store, the claim before it goes


def test_a_cut_leaves_whole_pages_and_the_next_delivery_completes_them(there: Far) -> None:
    """After any byte: each page is old or new, with its style; nobody else's file is touched."""
    office, before = there.office, there.office.folder.with_name("before")
    shutil.copytree(office.folder, before)
    standing = there.files()
    with there.wired() as wire:
        there.publish()
    for life in (Random(3).randrange(wire.carried) for _ in range(cuts(3))):
        shutil.rmtree(office.folder)
        shutil.copytree(before, office.folder)
        there.fill(standing)
        with there.wired(life), suppress(Stop):
            there.publish()
        shown = there.shown()

        assert ([], life) == (faults(shown, gaps=there.way == "webdav"), life)
        there.publish()
        assert ({**NEW, **THEIRS}, life) == (there.files(), life)


def test_a_line_that_is_cut_is_told(there: Far) -> None:
    """In the midst of the delivery, or before the first answer."""
    with there.wired(30_000):
        assert ("host/lost", 76) == there.stopped()[:2]
    with there.wired(10):
        code, exit_code, _ = there.stopped()
    assert 76 == exit_code
    assert code in {"host/lost", "host/unreachable"}


def test_a_host_that_does_not_listen_is_told(there: Far) -> None:
    """Nothing is changed by trying."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    there.heads_for(port=free)
    code, exit_code, facts = there.stopped(is_dry=True)

    assert ("host/unreachable", 76) == (code, exit_code)
    assert "refused" in facts["error"].lower().replace("econn", "")


def test_nobody_who_knows_a_password_is_told(there: Far) -> None:
    """And where to put it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GONGKAI_FAR_PASSWORD")
        code, exit_code, facts = there.stopped()

    assert ("host/no-login", 76, "GONGKAI_FAR_PASSWORD") == (code, exit_code, facts["variable"])


@pytest.mark.parametrize(
    ("status", "body", "wanted"),
    [
        ("403 Forbidden", DENIED, "host/denied"),
        ("507 Insufficient Storage", FULL, "host/full"),
        ("500 Internal Server Error", b"", "host/io"),
    ],
)
@pytest.mark.parametrize("after", [0, 7])
def test_what_the_host_refuses_is_told_and_made_up_for(
    there: Far, status: str, body: bytes, wanted: str, after: int
) -> None:
    """Whether at once or in the midst: citizens see the old site, and the next delivery completes it."""
    there.served.says("PUT", status, body, after)
    code, exit_code, facts = there.stopped()
    there.served.mood.clear()

    assert (wanted, 76, "old") == (code, exit_code, facts["live"])
    assert [] == torn(there.shown(), OLD, THEIRS)
    there.publish()
    assert {**NEW, **THEIRS} == there.files()


@pytest.mark.parametrize("way", WAYS)
def test_a_certificate_that_nobody_vouches_for_can_be_written_down(
    office: Office, tmp_path: Path, way: str
) -> None:
    """Its fingerprint is what the settings want; with another one the host hears no word."""
    path, value = certificate(tmp_path)
    office.build(OLD)
    with far(office, way, path) as there:
        there.heads_for(scheme="https")
        code, exit_code, facts = there.stopped()
        in_pairs = ":".join(re.findall("..", value)).upper()
        assert ("host/certificate", 76, in_pairs) == (code, exit_code, facts["value"])

        other = value[::-1]
        there.heads_for(scheme="https", more=f"    指纹: {other}\n")
        code, exit_code, facts = there.stopped()
        assert ("host/key-changed", 76) == (code, exit_code)
        assert (in_pairs, other) == (facts["value"], facts["known"])
        assert {} == there.served.heard

        there.heads_for(scheme="https", more=f"    指纹: {value.upper()}\n")
        assert "http://" not in summary(there)
        assert OLD == there.files()


def summary(there: Far) -> str:
    """What a clerk reads after a delivery."""
    out = io.StringIO()
    with redirect_stderr(out):
        assert 0 == main(("publish", "far"), {}, str(there.office.folder), "python3 build.py")
    return out.getvalue()


def test_that_others_can_look_in_is_told(there: Far, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of FTP; wherever the address comes from."""
    assert "注意：http:// 不加密" in summary(there)
    if there.way == "s3":
        settings = there.office.folder / "content/site.yaml"
        text = settings.read_text("utf-8")
        settings.write_text(re.sub("    服务地址: .*\n", "", text), "utf-8")
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{there.port}")
        assert "注意：http:// 不加密" in summary(there)


def test_what_is_served_is_well(there: Far) -> None:
    """As a reader gets it: every byte, and every type; what somebody touched is found."""
    there.publish()
    well = seen(there)
    there.touch("index.html")
    touched = seen(there)

    assert (True, "latest", len(NEW)) == (well.is_well, well.standing, well.checked)
    assert (False, ("index.html",)) == (touched.is_well, touched.changed)


def seen(there: Far) -> Verdict:
    """What `verify` says of the site at its address."""
    with there.readable() as url:
        (found,) = verify(there.office.order, url, str(there.office.folder))
    assert isinstance(found, Verdict)
    return found
