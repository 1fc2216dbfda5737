"""A page before and after a release: what its text says otherwise, and both of them side by side."""

from collections.abc import Iterator
from itertools import groupby

from generator.app.changes import Change
from generator.app.redline import Left, Redline, Run, Runs, Shown
from generator.app.release import Compared
from generator.cli.deskparts import language, section, top
from generator.cli.markup import document, href, joined, tag
from generator.cli.voice import Voice
from generator.values.html import Html
from generator.values.text import mask, mask_path

_MARKS = {"gone": "del", "new": "ins"}


def compare_page(voice: Voice, found: Compared, path: str, today: str) -> bytes:
    """The page; of one that is as it was it says so."""
    change, say = found.change, voice.say
    back = tag("a", say("check_back"), href=href("_desk", "", today=today))
    title = mask(change.title) if change and change.title else mask_path(path)
    parts: list[Html | None] = [
        tag("h1", title),
        tag("p", tag("code", mask_path(path)), class_="place"),
    ]
    if found.stops and found.is_known:
        parts.append(tag("p", say("check_compare_stopped", n=found.stops), class_="verdict stop"))
    if not found.is_known:
        parts.append(tag("p", say("check_changes_unknown"), class_="verdict stop"))
    elif change is None:
        parts.append(tag("p", say("check_page_same"), class_="verdict ok"))
    else:
        parts += _told(voice, change, found)
        parts.append(_frames(voice, change, found.sides, today))
    main = tag("main", *parts, id="main", tabindex="-1")
    skip = tag("a", say("check_skip"), class_="skip", href="#main")
    name = say("check_compare", title=title)
    return document(language(voice), name, skip, top(voice, say("check_title"), back), main)


def _told(voice: Voice, change: Change, found: Compared) -> Iterator[Html]:
    """How it changed, and the words that did."""
    say = voice.say
    key = change.how if change.how != "changed" else change.seen
    yield tag("p", say(f"check_page_{key}"), class_="lead")
    if change.how != "changed":
        return
    if found.text:
        legend = tag("p", tag("del", say("check_gone")), " ", tag("ins", say("check_came")))
        yield section("text", say("check_text"), legend, _lines(voice, found.text))
    if found.frame:
        yield section("frame", say("check_around"), _lines(voice, found.frame))


def _lines(voice: Voice, lines: Redline) -> Html:
    """The blocks; rows that stand together are a table."""
    parts: list[Html] = []
    for is_table, its in groupby(enumerate(lines), lambda one: _is_row(lines, one[0])):
        if is_table:
            rows = [_row(voice, one) for _, one in its]
            table = tag("table", tag("tbody", *rows))
            parts.append(
                tag(
                    "div",
                    table,
                    class_="wide",
                    tabindex="0",
                    role="group",
                    aria_label=voice.say("check_table"),
                )
            )
        else:
            parts += (_block(voice, one) for _, one in its)
    return tag("div", *parts, class_="redline")


def _is_row(lines: Redline, number: int) -> bool:
    """Whether it stands in a table: a row, or what is left out between two."""
    near = (number,) if isinstance(lines[number], Shown) else (number - 1, number + 1)
    its = [lines[one] for one in near if 0 <= one < len(lines)]
    rows = [one for one in its if isinstance(one, Shown) and one.kind in {"row", "head"}]
    return len(rows) == len(near)


def _block(voice: Voice, one: Shown | Left) -> Html:
    if isinstance(one, Left):
        return tag("p", voice.say("check_skipped", n=one.blocks), class_="left")
    return tag(
        "p", *(_runs(cell) for cell in one.cells), _links(one), class_=f"{one.kind} {one.how}"
    )


def _row(voice: Voice, one: Shown | Left) -> Html:
    if isinstance(one, Left):
        told = voice.say("check_skipped", n=one.blocks)
        return tag("tr", tag("td", told, colspan="99"), class_="left")
    name = "th" if one.kind == "head" else "td"
    cells = [tag(name, _runs(cell)) for cell in one.cells]
    return tag("tr", *cells, tag("td", _links(one)) if one.links else None, class_=one.how)


def _runs(runs: Runs) -> Html:
    return joined(*(_run(one) for one in runs))


def _run(one: Run) -> Html:
    return tag(_MARKS[one.how], one.text) if one.how in _MARKS else joined(one.text)


def _links(one: Shown) -> Html | None:
    """Where links lead that went or came."""
    if not one.links:
        return None
    return tag("small", *(joined(" → ", _run(link)) for link in one.links), class_="links")


def _frames(voice: Voice, change: Change, sides: tuple[str, str], today: str) -> Html:
    """The page itself, as it is and as it would be, side by side; nothing in it runs.

    Other contents have another address, so that a browser shows them when this page is renewed.
    """
    say = voice.say
    before, after = (f"?v={one[:16]}" for one in sides)
    views = [
        ("before", href("_desk", "before", change.path) + before, "new"),
        ("after", href("_desk", "after", today or "today", change.path) + after, "gone"),
    ]
    figures = [
        tag(
            "figure",
            tag("figcaption", tag("a", say(f"check_side_{name}"), href=address)),
            tag(
                "iframe", src=address, title=say(f"check_side_{name}"), sandbox="allow-same-origin"
            ),
        )
        for name, address, without in views
        if change.how != without
    ]
    return section(
        "pages", say("check_pages_beside"), tag("div", *figures, class_=f"frames of{len(figures)}")
    )
