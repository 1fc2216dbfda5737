"""An object store: what objects are served as, what stores say, and stores that cannot do all."""

import http.client
import os
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest

from generator.edge import certificate
from generator.model.target import Target
from generator.targets import s3
from generator.values.host import HostFault, Keys
from generator.values.place import Place
from tests.targets.office import Office, site
from tests.targets.servers.s3 import SIGNED, asked
from tests.targets.webhosts import Far, far

MORE = {
    "feed.xml": "<feed/>",
    "data/a.json": "{}",
    "a.csv": "甲",
    "script.js": "1",
    "lines.svg": "x",
}
ONE = site("one", MORE)
ELSEWHERE = b"<Error><Code>PermanentRedirect</Code><Endpoint>b.example</Endpoint></Error>"


@pytest.fixture(name="there")
def _there(office: Office) -> Iterator[Far]:
    """An empty bucket; a site is built."""
    office.build(ONE)
    with far(office, "s3") as found:
        yield found


def kinds(there: Far) -> dict[str, str]:
    """What the store says that each object is, by the ending of its name."""
    found = {}
    for path in there.host().list():
        line = http.client.HTTPConnection("127.0.0.1", there.port)
        where = f"/{there.bucket}/site/{path}"
        line.request("HEAD", where, headers={"Authorization": SIGNED})
        found[path.rpartition(".")[2]] = line.getresponse().headers["Content-Type"]
        line.close()
    return found


def test_objects_are_what_their_names_say(there: Far) -> None:
    """A browser is told, and in which charset: the store says what it was given, nothing else."""
    there.publish()

    assert {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json; charset=utf-8",
        "xml": "application/xml; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "svg": "image/svg+xml; charset=utf-8",
        "jpg": "image/jpeg",
    } == kinds(there)


def test_what_marks_a_folder_is_no_file(there: Far) -> None:
    """Some programs put an empty object there, which is not in our way."""
    for marker in ("", "finance/", "finance/2026/", "empty/"):
        assert 200 == asked("PUT", f"/{there.bucket}/site/{marker}")
    assert 200 == asked("PUT", f"/{there.bucket}/site/nothing.txt")
    assert {"nothing.txt"} == {*there.host().list()}
    there.publish()

    assert {**ONE, "nothing.txt": b""} == there.files()


def test_other_objects_of_the_bucket_are_not_ours(there: Far) -> None:
    """A prefix ends at a stroke."""
    assert 200 == asked("PUT", f"/{there.bucket}/site-of-others/a.html")
    there.publish()

    assert ONE == there.files()


def test_a_name_that_is_none_is_told(there: Far) -> None:
    """No path of ours could mean it."""
    assert 200 == asked("PUT", f"/{there.bucket}/site/list//x.html")
    code, exit_code, facts = there.stopped()

    assert ("host/odd-name", 76) == (code, exit_code)
    assert "site/list//x.html" == facts["value"]


@pytest.mark.parametrize(
    ("status", "said", "wanted"),
    [
        ("403 Forbidden", b"<Error><Code>InvalidAccessKeyId</Code></Error>", "host/login"),
        ("403 Forbidden", b"<Error><Code>SignatureDoesNotMatch</Code></Error>", "host/login"),
        ("401 Unauthorized", b"", "host/login"),
        ("403 Forbidden", b"<Error><Code>RequestTimeTooSkewed</Code></Error>", "host/clock"),
        ("403 Forbidden", b"<Error><Code>QuotaExceeded</Code></Error>", "host/full"),
        ("403 Forbidden", b"", "host/denied"),
        ("301 Moved Permanently", ELSEWHERE, "host/moved"),
        ("400 Bad Request", b"<Error><Code>Strange</Code></Error>", "host/io"),
    ],
)
def test_what_a_store_says_is_told(there: Far, status: str, said: bytes, wanted: str) -> None:
    """One message for each; the key stands in none."""
    there.served.says("GET HEAD PUT", status, said)
    for asked_for in ({}, {"is_dry": True}):
        code, exit_code, facts = there.stopped(**asked_for)

        assert (wanted, 76) == (code, exit_code), asked_for
        assert "open sesame" not in str(facts)


def test_a_bucket_that_is_not_there_is_not_made(there: Far) -> None:
    """A slip of the hand would begin a second site."""
    there.bucket = "nobodys"
    there.heads_for()

    assert ("host/away", 76) == there.stopped()[:2]
    assert ("host/away", 76) == there.stopped(is_dry=True)[:2]


def _forgetful(there: Far, answer: str) -> None:
    """Let the store make nothing of a condition, or refuse it."""
    behind = there.served.behind

    def forget(environ: dict[str, Any], start: Any) -> Any:
        if environ.pop("HTTP_IF_NONE_MATCH", "") and answer:
            start("501 Not Implemented", [("Content-Length", str(len(answer)))])
            return [answer.encode()]
        return behind(environ, start)

    there.served.behind = forget


@pytest.mark.parametrize("answer", ["", "<Error><Code>NotImplemented</Code></Error>"])
def test_a_store_without_conditions_is_claimed_in_two_steps(there: Far, answer: str) -> None:
    """Whoever comes later finds the claim."""
    _forgetful(there, answer)
    host = there.host()

    assert host.claim(".gongkai/lock", b"one")
    assert not host.claim(".gongkai/lock", b"two")
    assert b"one" == host.read(".gongkai/lock")


def test_a_bucket_may_be_part_of_the_hosts_name() -> None:
    """As some stores want it; then it is not part of the path."""
    seen = []
    for endpoint in ("https://place.oss.example", "https://oss.example", "https://places.example"):
        with mock.patch.object(s3, "S3Store", lambda *_, **words: seen.append(words["config"])):
            target = Target(
                "one", "s3", "s3://place/site", 0, Place("site.yaml"), endpoint=endpoint
            )
            s3.host("s3://place/site", target, Keys("one", "clerk", "V", lambda: "x"))

    assert [True, False, False] == [one["virtual_hosted_style_request"] for one in seen]
    assert ["https://place.oss.example", "https://oss.example"] == [
        one["endpoint"] for one in seen[:2]
    ]


def test_a_store_that_shows_no_certificate_is_not_trusted() -> None:
    """Its fingerprint was written down; whoever answers next could be somebody else."""
    target = Target("one", "s3", "s3://a", 0, Place("site.yaml"), "0f" * 32, "https://oss.example")
    with (
        mock.patch.object(certificate, "seen", return_value=None),
        pytest.raises(HostFault) as caught,
    ):
        s3.host("s3://a", target, Keys("one", "clerk", "V", lambda: "x"))

    assert ("host/unreachable", "https://oss.example") == (caught.value.code, caught.value.error)


def test_an_address_of_the_store_that_is_none_is_told() -> None:
    """Where the environment has it; in the settings it stops the build."""
    target = Target("one", "s3", "s3://place/site", 0, Place("site.yaml"))
    with (
        mock.patch.dict(os.environ, {"AWS_ENDPOINT_URL": "oss.example"}),
        pytest.raises(HostFault) as caught,
    ):
        s3.host("s3://place/site", target, Keys("one", "clerk", "V", lambda: "x"))

    assert ("host/unreachable", "oss.example") == (caught.value.code, caught.value.error)
