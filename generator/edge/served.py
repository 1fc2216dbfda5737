"""What the preview answers, worked out from texts: which file is meant, who may ask, what is added."""

import os
import re
from collections.abc import Callable, Mapping
from html import escape
from ipaddress import ip_address
from typing import Any, NamedTuple
from urllib.parse import quote, unquote_to_bytes

from generator.edge import disk
from generator.model.address import stands_on_windows
from generator.values.digest import sha256

CLIENT, SOCKET = "/_gongkai/client.js", "/_gongkai/socket"
DESK, PAGE = "/_desk/", "/_gongkai/page.json"
PHONE, ENTER, STYLE = "/_gongkai/phone.json", "/_gongkai/enter", "/_gongkai/desk.css"
"""The addresses that are the preview's own; all below `DESK` is worked out when it is asked for."""
INDEX, MISSING = "index.html", "404.html"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - names of it; who listens there has asked to
"""What stands for every address of this machine."""
_HERE = os.path.dirname(os.path.abspath(__file__))
_PARTS = ("paper.js", "marks.js", "bar.js", "client.js")
"""What the script is made of, each built upon those before it."""
_NEAR = frozenset({"127.0.0.1", "localhost", "[::1]"})
_TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "csv": "text/csv",
    "txt": "text/plain",
    "xml": "application/xml",
    "svg": "image/svg+xml",
}
_OTHERS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "woff2": "font/woff2",
}
_META = re.compile(rb"<meta\b[^>]*content-security-policy[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"""(\bcontent\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
_DOCTYPE = re.compile(rb"\s*<!doctype[^>]*>", re.IGNORECASE)
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?", re.IGNORECASE)


class Asked(NamedTuple):
    """What the desk is asked: the path below the root, with a folder's index named, and its query."""

    path: str
    query: Mapping[str, str]


class Reply(NamedTuple):
    """What it answers; `ending` says what it is, as a file's would. A page `is_live` with our script."""

    body: bytes
    ending: str = "html"
    status: int = 200
    is_live: bool = True


Answer = Callable[[Asked], Reply | None]
"""Who answers for the desk; None where there is nothing of that name."""


class Pages(NamedTuple):
    """What is shown in place of the site: while it is made, and to whom it may not be shown."""

    waiting: bytes
    refused: bytes


State = Mapping[str, Any]
"""What browsers are told: plain values, of which `build` says which site stands now."""


class Shown(NamedTuple):
    """How things stand at one moment: what browsers are told, and files that are shown ahead of the site."""

    state: State
    ahead: Mapping[str, bytes]


def client() -> bytes:
    """The script that keeps a page in a browser as the site is."""
    parts = b"\n".join(disk.read(os.path.join(_HERE, part)) for part in _PARTS)
    return b"(() => {\n" + parts + b"})();\n"


def style() -> bytes:
    """The style of the pages that are the preview's own."""
    return disk.read(os.path.join(_HERE, "desk.css"))


def release_style() -> bytes:
    """The style of the release check."""
    return disk.read(os.path.join(_HERE, "release.css"))


def entered(to: str) -> bytes:
    """The page that leads whoever was let in to that address of the site, or to its root."""
    address = escape(quote(f"/{asked_for(to) or ''}".removesuffix(INDEX)))
    lead = f'<meta http-equiv="refresh" content="0;url={address}">'
    return f'<!doctype html>\n{lead}<title>.</title><a href="{address}">{address}</a>\n'.encode()


def asked_for(address: str) -> str | None:
    """The path of the file that the path of a URL names; None where no site has one.

    Escaped once, as URLs are; a folder stands for its index.
    """
    try:
        named = unquote_to_bytes(address.encode("latin-1")).decode()
    except UnicodeError:
        return None
    inside = named.removeprefix("/")
    if not inside or inside.endswith("/"):
        inside += INDEX
    is_path = named.startswith("/") and all(inside.split("/")) and inside.isprintable()
    return inside if is_path and stands_on_windows(inside) else None


def read_inside(site: str, inside: str) -> bytes | None:
    """A file of the site as it is now, whole; None where there is none. No link is followed."""
    path = site
    for part in inside.split("/")[:-1]:
        path = f"{path}/{part}"
        if disk.kind(path) != "folder":
            return None
    try:
        path = f"{site}/{inside}"
        return disk.read(path) if disk.kind(path) == "file" else None
    except OSError:
        return None


def standing(site: str) -> str:
    """A name for the site that stands there, by its manifest: the same for the same; empty for none."""
    body = read_inside(site, "manifest.json")
    return sha256(body)[:16] if body else ""


def is_sent(headers: Mapping[str, str], *, led: bool) -> bool:
    """Whether another site's page sends the request, but for a reader who is `led` here by a link of it."""
    is_led = led and headers.get("Sec-Fetch-Mode") == "navigate"
    return headers.get("Sec-Fetch-Site") == "cross-site" and not is_led


def trusted(named: str, host: str, port: int) -> bool:
    """Whether a request to the host so `named` can be meant for us: no other site's name leads here.

    We listen at `host` and `port`; where that is every address of this machine, any number is ours.
    """
    found = _HOST.fullmatch(named)
    if not found or int(found[2] or 80) != port:
        return False
    name = found[1].lower()
    return name in {*_NEAR, host.lower()} or (host in EVERYWHERE and _is_number(name.strip("[]")))


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def content_type(inside: str) -> str:
    """What a file is, by its ending: the same on every machine."""
    ending = inside.rpartition(".")[2].lower()
    if ending in _TEXTS:
        return f"{_TEXTS[ending]}; charset=utf-8"
    return _OTHERS.get(ending, "application/octet-stream")


def with_client(page: bytes, host: str, build: str, digest: str) -> bytes:
    """The page with our script, which may speak to the `host` it came from and to nobody else.

    The script stands before everything, so that it runs first and in any page whatever; it is told
    of which `build` the page is and its `digest`.
    """
    script = f'<script src="{CLIENT}" data-build="{build}" data-page="{digest}" defer></script>'
    opened = _META.sub(lambda meta: _CONTENT.sub(lambda one: _opened(one, host), meta[0]), page)
    start = found.end() if (found := _DOCTYPE.match(opened)) else 0
    return opened[:start] + script.encode() + opened[start:]


def _opened(content: re.Match[bytes], host: str) -> bytes:
    """The policy that a page is under, with one more thing allowed."""
    rules = dict[str, str]()
    for rule in content[3].decode(errors="replace").split(";"):
        name, _, sources = rule.strip().partition(" ")
        if name:
            rules.setdefault(name.lower(), sources.strip())
    before = rules.get("connect-src", rules.get("default-src"))
    if before is not None:
        kept = [one for one in before.split() if one.lower() != "'none'"]
        rules["connect-src"] = " ".join([*kept, "'self'", f"ws://{host}"])
    policy = "; ".join(f"{name} {sources}".strip() for name, sources in rules.items())
    return content[1] + content[2] + policy.encode() + content[2]
