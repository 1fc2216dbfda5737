"""HTML for the pages of the desk: every text in it is escaped, whoever wrote it."""

from html import escape

from generator.values.html import Html

_EMPTY = frozenset({"meta", "link", "input"})
"""Elements that hold nothing and have no end."""
Inside = str | None
"""What stands in an element: finished HTML, or a text that is escaped; None is nothing."""


def tag(name: str, /, *inside: Inside, **attributes: str) -> Html:
    """An element. `class_` means `class`; an attribute whose value is empty is left out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    if name in _EMPTY:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{joined(*inside)}</{name}>")


def joined(*inside: Inside) -> Html:
    """One after the other."""
    return Html("".join(one if isinstance(one, Html) else escape(one) for one in inside if one))


def href(*parts: str, today: str = "") -> str:
    """An address from the root of what is served, with the day that is simulated behind it."""
    path = "/".join(parts)
    for sign, code in (("%", "%25"), ("?", "%3F"), ("#", "%23")):
        path = path.replace(sign, code)
    return f"/{path}?today={today}" if today else f"/{path}"


def document(language: str, title: str, *body: Inside) -> bytes:
    """A whole page of the desk, which loads its sheet and nothing else."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " frame-src 'self'; form-action 'self'; base-uri 'none'"
    )
    head = joined(
        tag("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="stylesheet", href="/_desk/release.css"),
        tag("link", rel="icon", href="data:,"),
    )
    page = tag("html", tag("head", head), tag("body", *body), lang=language)
    return f"<!doctype html>\n{page}\n".encode()
