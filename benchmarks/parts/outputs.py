"""What a build left behind: which pages there are, which files it wrote anew, which it changed."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import unescape
from pathlib import Path

from benchmarks.peers import TITLES, Entry

State = tuple[int, str]
"""When a file was written, and a digest of its bytes."""
_CATEGORY = "|".join(TITLES)
SORTS = {
    "entries": re.compile(rf"(?:{_CATEGORY})/\d{{4}}/[\w-]+\.html"),
    "issues": re.compile(r"issues/\d{4}-\d\d\.html"),
    "archive": re.compile(r"issues/index\.html"),
    "home": re.compile(r"index\.html"),
    "lists": re.compile(rf"(?:{_CATEGORY})/(?:index|page-\d+|page/\d+/index)\.html"),
    "feed": re.compile(r"feed\.xml"),
    "sitemap": re.compile(r"sitemap\.xml"),
}
"""The pages that all sides have, by their address; the numbers in those of lists differ."""


class DifferError(Exception):
    """Sides that do not have the same pages."""


def files(output: Path) -> list[tuple[str, int]]:
    """All files by their path below the output, and their sizes."""
    return [
        (os.path.relpath(os.path.join(folder, name), output), _size(folder, name))
        for folder, _, names in os.walk(output)
        for name in names
    ]


def _size(folder: str, name: str) -> int:
    return os.stat(os.path.join(folder, name)).st_size


def states(output: Path) -> dict[str, State]:
    """The state of every file."""
    found = {}
    for path, _ in files(output):
        file = output / path
        found[path] = (file.stat().st_mtime_ns, sha256(file.read_bytes()).hexdigest())
    return found


def written(before: Mapping[str, State], after: Mapping[str, State]) -> int:
    """How many files of the output have another time than before, or are new."""
    return sum(before.get(path, (0, ""))[0] != state[0] for path, state in after.items())


def changed(before: Mapping[str, State], after: Mapping[str, State]) -> int:
    """How many have other bytes or are new: those that needed to be written."""
    return sum(path not in before or before[path][1] != state[1] for path, state in after.items())


def spare(before: Mapping[str, State], after: Mapping[str, State]) -> int:
    """How many were written although they are as they were."""
    both = after.keys() & before.keys()
    same = (path for path in both if before[path][1] == after[path][1])
    return sum(before[path] != after[path] for path in same)


def sort_of(path: str) -> str:
    """The sort of page that stands at an address; `others` where the peers have none."""
    return next((name for name, sort in SORTS.items() if sort.fullmatch(path)), "others")


def counted(paths: Iterable[str]) -> dict[str, int]:
    """How many pages there are of each sort; files that are none are not among the others."""
    counts = Counter(
        sort for path in paths if (sort := sort_of(path)) != "others" or path.endswith(".html")
    )
    return {name: counts[name] for name in (*SORTS, "others")}


def wanted(sources: Iterable[str]) -> dict[str, set[str]]:
    """The addresses of the pages of each sort for entries with these paths."""
    entries = {f"{path.rpartition('.')[0]}.html" for path in sources}
    months = {"-".join(re.findall(r"/(\d{4})/(\d\d)", one)[0]) for one in entries}
    return {
        "entries": entries,
        "issues": {f"issues/{month}.html" for month in months},
        "archive": {"issues/index.html"},
        "home": {"index.html"},
        "feed": {"feed.xml"},
        "sitemap": {"sitemap.xml"},
    }


def demand(side: str, want: Mapping[str, set[str]], paths: Sequence[str]) -> None:
    """Stop where a side lacks a page or has too many.

    Lists may differ by one a category: a last page of the peers holds what is left over, our
    first one holds it beside a full page, so that full pages never change.
    """
    for sort, addresses in want.items():
        there = {path for path in paths if sort_of(path) == sort}
        if there != addresses:
            some = sorted(there ^ addresses)[:5]
            raise DifferError(f"{side} has {len(there)} {sort}, not {len(addresses)}: {some}")
    for category in TITLES:
        entries = sum(path.startswith(f"{category}/") for path in want["entries"])
        lists = sum(path.startswith(f"{category}/") and sort_of(path) == "lists" for path in paths)
        if not max(1, entries // 20) <= lists <= entries // 20 + 1:
            raise DifferError(f"{side} has {lists} lists of {entries} entries in {category}")


def demand_text(side: str, one: Entry, page: str) -> None:
    """Stop where a page lacks the title, a paragraph, or a line of an account."""
    shown = _signs(unescape(re.sub(r"<[^>]*>", "", page)))
    lines = [re.sub(r"^\| ---.*|[*#|]", "", line) for line in one.body.splitlines()]
    for text in (str(one.fields["标题"]), *lines, *(row["what"] for row in one.rows)):
        if _signs(text) not in shown:
            raise DifferError(f"{side} lacks in {one.path}: {text}")


def _signs(text: str) -> str:
    """Without spaces and line ends."""
    return "".join(text.split())
