"""What is added to a page, and which page may be meant: texts in, texts out."""

import pytest

from generator.edge.served import asked_for, content_type, is_sent, trusted, with_client

SCRIPT = b'<script src="/_gongkai/client.js" data-build="b1" data-page="d1" defer></script>'


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("/", "index.html"),
        ("/finance/", "finance/index.html"),
        ("/finance/2026/11-notice.html", "finance/2026/11-notice.html"),
        ("/%E9%99%84%E4%BB%B6/%E8%A1%A8%20%E4%B8%80.xlsx", "附件/表 一.xlsx"),
        ("/\xe9\x99\x84.csv", "附.csv"),
    ],
)
def test_an_address_names_a_file(address: str, inside: str) -> None:
    """Escaped once or not at all; a folder stands for its index."""
    assert inside == asked_for(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "index.html", "/../x", "/a/%2e%2e/x", "//x", "/a//x", "/a%00", "/a%5cb", "/a:b"),
        *("/nul.txt", "/%ff", "/a./x", "/a /x", "/%0d%0a"),
    ],
)
def test_no_address_names_anything_else(address: str) -> None:
    """Nothing above the site, no device, no stream, nothing that is no text."""
    assert asked_for(address) is None


@pytest.mark.parametrize(
    ("named", "host", "is_ours"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("LOCALHOST:8000", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("desk.example:8000", "desk.example", True),
        ("192.0.2.7:8000", "0.0.0.0", True),
        ("[2001:db8::7]:8000", "::", True),
        ("192.0.2.7:8000", "127.0.0.1", False),
        ("evil.example:8000", "0.0.0.0", False),
        ("evil.example:8000", "127.0.0.1", False),
        ("127.0.0.1", "127.0.0.1", False),
        ("127.0.0.1:80000", "127.0.0.1", False),
        ("127.0.0.1:8000\r\nx", "127.0.0.1", False),
        ('"><x:8000', "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_only_who_calls_us_by_name_is_answered(named: str, host: str, *, is_ours: bool) -> None:
    """Numbers cannot be made to lead elsewhere; names can."""
    assert is_ours == trusted(named, host, 8000)


@pytest.mark.parametrize(
    "page",
    [
        b"<!doctype html>\n<html><head></head></html>",
        b"<!DOCTYPE html><title>x</title>",
        b"<p>no head at all",
        b"",
        b"<!doctype html>" + b"x" * 70_000 + b"</head>",
        b"<!doctype html><!-- <head> --><textarea></head>",
    ],
)
def test_every_page_gets_the_script_before_anything_else(page: bytes) -> None:
    """Whatever it looks like, however long it is."""
    got = with_client(page, "h:1", "b1", "d1")

    assert 1 == got.count(SCRIPT)
    assert page == got.replace(SCRIPT, b"")
    assert got.lower().startswith((SCRIPT, b"<!doctype html>" + SCRIPT))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("default-src 'none'", "default-src 'none'; connect-src 'self' ws://h:1"),
        (
            "default-src 'self'; connect-src 'none'",
            "default-src 'self'; connect-src 'self' ws://h:1",
        ),
        (
            "connect-src https://a.example; img-src 'self'",
            "connect-src https://a.example 'self' ws://h:1; img-src 'self'",
        ),
        ("img-src 'self'", "img-src 'self'"),
    ],
)
@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="Content-Security-Policy" content="{}">',
        '<meta content="{}" http-equiv=content-security-policy>',
    ],
)
def test_a_policy_is_opened_to_us_and_to_nobody_else(meta: str, before: str, after: str) -> None:
    """However it is written."""
    got = with_client(meta.format(before).encode(), "h:1", "b1", "d1")

    assert got.endswith(meta.format(after).encode())


def test_a_kind_does_not_depend_on_the_machine() -> None:
    """What nobody knows is downloaded."""
    assert "text/csv; charset=utf-8" == content_type("data/a.CSV")
    assert "application/octet-stream" == content_type("a.unknown")


@pytest.mark.parametrize(
    ("site", "mode", "led", "is_foreign"),
    [
        ("same-origin", "no-cors", False, False),
        ("none", "navigate", False, False),
        ("", "", False, False),
        ("cross-site", "no-cors", True, True),
        ("cross-site", "navigate", True, False),
        ("cross-site", "navigate", False, True),
    ],
)
def test_what_another_site_sends_is_known(
    site: str, mode: str, *, led: bool, is_foreign: bool
) -> None:
    """Its pictures and scripts. Its readers may come, but not to what has to be worked out."""
    sent = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode} if site else {}

    assert is_foreign == is_sent(sent, led=led)
