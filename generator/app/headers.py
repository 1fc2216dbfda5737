"""The headers that a host sends with a site: what spoils a page, and what would be better."""

from collections.abc import Mapping

from generator.app.verdict import Header

_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "javascript",
    ".svg": "image/svg+xml",
    ".json": "json",
    ".xml": "xml",
}
"""What the type of a file with such an ending has in it."""
_TEXTS = (".html", ".css", ".js")


def odd(path: str, headers: Mapping[str, str]) -> Header | None:
    """A type that a browser would not take the file for, or a charset that it is not written in."""
    ending = path[path.rfind(".") :]
    kind, _, rest = headers.get("content-type", "").lower().partition(";")
    wanted = _TYPES.get(ending)
    if wanted and wanted not in kind:
        return Header("type", path, kind.strip() or "-", is_wrong=True)
    charset = rest.partition("charset=")[2].strip(" \"'")
    if ending in _TEXTS and charset not in {"", "utf-8", "utf8"}:
        return Header("charset", path, charset, is_wrong=True)
    return None


def advice(url: str, headers: Mapping[str, str]) -> tuple[Header, ...]:
    """What the host could send along with the front page, and does not."""
    found = []
    if url.startswith("http://"):
        found.append(Header("https", "index.html"))
    elif "strict-transport-security" not in headers:
        found.append(Header("hsts", "index.html"))
    framed = headers.get("x-frame-options", "").lower() in {"deny", "sameorigin"}
    if "frame-ancestors" not in headers.get("content-security-policy", "") and not framed:
        found.append(Header("csp", "index.html"))
    if headers.get("x-content-type-options", "").lower() != "nosniff":
        found.append(Header("nosniff", "index.html"))
    return tuple(found)
