"""What a release would publish for the first time, otherwise than it is, or no longer."""

from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Literal

from generator.app.seen import blocks, parted
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.values.dataclass import dataclass, replace
from generator.values.pattern import pattern

How = Literal["new", "changed", "gone"]
Of = Literal["entry", "page", "file"]
Seen = Literal["text", "beside", "frame", "look"]
Read = Callable[[str], bytes | None]
_TITLE = pattern(r"(?is)<title\b[^>]*>(.*?)</title>")


@dataclass(frozen=True, slots=True)
class Change:
    """A file that would be published for the first time, otherwise than it is, or no longer.

    `of` an entry's own page, another page, or what is no page; `seen` is what of a changed page is
    otherwise: its `text` (or where its links lead), of an entry that is as it was only what stands
    `beside` it there, only the `frame` around it, or only its `look`. Of an entry's page `source` is
    where it was written.
    """

    path: str
    how: How
    of: Of
    seen: Seen = "text"
    title: str = ""
    source: str = ""


def changes(
    before: Sequence[Row], old: Read, new: Read, names: tuple[str, str]
) -> Iterator[Change]:
    """Every file that differs, by its path: the rows of `before`, and the sites before and after.

    `names` are those of the content folder, and of the site, which stands behind titles of pages.
    """
    was = {row.path: row for row in before}
    now = {row.path: row for row in manifest.read_rows(new) or ()}
    for path in sorted(was.keys() | now.keys()):
        one, other = was.get(path), now.get(path)
        if one and other and one.sha256 == other.sha256:
            continue
        change = _change(one, other, old, new, names)
        record = f"{path.removesuffix('.html')}.json"
        is_same = record in was and record in now and was[record].sha256 == now[record].sha256
        if is_same and change.of == "entry" and change.seen == "text":
            change = replace(change, seen="beside")
        yield change


def _change(
    one: Row | None, other: Row | None, old: Read, new: Read, names: tuple[str, str]
) -> Change:
    row = other or one
    assert row
    how: How = "changed" if one and other else "new" if other else "gone"
    of = _of(row)
    if of == "file":
        return Change(row.path, how, of)
    before, after = old(row.path) or b"", new(row.path) or b""
    seen = _seen(before, after) if how == "changed" else "text"
    title = row.title or _title(after if other else before, names[1])
    return Change(
        row.path, how, of, seen, title, f"{names[0]}/{row.source}" if of == "entry" else ""
    )


def _of(row: Row) -> Of:
    """An entry's own page has a source and stands in a shard of entries; one at an old address does not."""
    if row.source and row.shard != manifest.SITE:
        return "entry"
    return "page" if row.path.endswith(".html") else "file"


def _seen(before: bytes, after: bytes) -> Seen:
    """What of a page is otherwise."""
    (old, old_frame), (new, new_frame) = parted(before), parted(after)
    if old != new and blocks(old) != blocks(new):
        return "text"
    if old_frame != new_frame and blocks(old_frame) != blocks(new_frame):
        return "frame"
    return "look"


def _title(page: bytes, site: str) -> str:
    """What the page is called, without the name of the site behind it."""
    found = _TITLE.search(page.decode(errors="replace"))
    title = " ".join(unescape(found[1]).split()) if found else ""
    return title.removesuffix(site).rstrip(" -–—|·_") or title
