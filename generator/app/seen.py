"""What a reader sees of a finished page, of any theme: its text in blocks, and where its links lead."""

import re
from html import unescape
from typing import Literal, NamedTuple

from generator.values.pattern import pattern

Kind = Literal["heading", "head", "row", "item", "term", "text"]
"""What a block is: a heading, a table's head or row, an item of a list, a term with what is said of it."""
_UNSEEN = pattern(r"(?is)<!--.*?-->|<![^>]*>|<(script|style|template|svg|head)\b.*?</\1\s*>")
_MAIN = pattern(r"(?is)<main\b.*</main\s*>")
_TAG = pattern(r"""<(/?[a-zA-Z][a-zA-Z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_LEADS = pattern(r"""(?i)\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SPAN = pattern(r"""(?i)\bcolspan\s*=\s*["']?(\d{1,3})""")
_WITHIN = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd label mark q rp rt ruby s samp"
    " small span strong sub sup time u var wbr".split()
)
"""Elements that stand among the words of a sentence."""
_CELLS = frozenset({"td", "th"})
_NAMED: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd"), "item"),
    "dt": "term",
}


class Block(NamedTuple):
    """A piece of a page that stands by itself: the row of a table with its cells, else one text.

    `links` are where its links and images lead, as written there.
    """

    kind: Kind
    cells: tuple[str, ...]
    links: tuple[str, ...] = ()


def parted(page: bytes) -> tuple[str, str]:
    """What the page itself says, and all around that; where no page of its own stands, all of it."""
    text = page.decode(errors="replace")
    found = _MAIN.search(text)
    if not found:
        return text, ""
    return found[0], text[: found.start()] + text[found.end() :]


def blocks(html: str) -> tuple[Block, ...]:
    """The pieces that are seen, in order."""
    reader = _Reader()
    parts = _TAG.split(_UNSEEN.sub("", html))
    for text, name, rest in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True):
        reader.words.append(text)
        reader.tag(name.lower(), rest)
    return tuple(reader.found)


class _Reader:
    """Gathers blocks: `words` belong to the one that is open, or to the cell of the row that is."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.words: list[str] = []
        self._links: list[str] = []
        self._kind: Kind = "text"
        self._row: list[str] | None = None
        self._is_in_cell = False
        self._is_head = True
        self._wide: re.Match[str] | None = None

    def tag(self, name: str, rest: str) -> None:
        """A tag, as `td` or `/td`, behind the `words`; an empty one at the end."""
        plain = name.removeprefix("/")
        if plain == "tr" or (self._row is not None and plain in {"table", ""}):
            self._end_row()
            self._row = [] if name == "tr" else None
        elif plain in _CELLS and self._row is not None:
            self._end_cell()
            self._is_in_cell = name == plain
            self._wide = _SPAN.search(rest)
            self._is_head &= plain == "th"
        elif plain in _WITHIN:
            self.words.append(" " * (plain == "br"))
        elif self._row is None:
            self._end_text(name)
        else:
            self.words.append(" ")  # a block within a cell
        if rest:
            leads = _LEADS.findall(rest)
            self._links += (unescape(one or other) for one, other in leads)

    def _end_text(self, name: str) -> None:
        text = self._said()
        if self._kind == "term" and name in {"/dt", "dd"}:
            self.words.append(f"{text}　" if text else "")
            return
        if text:
            self._add(self._kind, (text,))
        self._kind = _NAMED.get(name, "text")

    def _end_cell(self) -> None:
        text = self._said()
        if self._is_in_cell and self._row is not None:
            self._row += (text, *[""] * (int(self._wide[1]) - 1 if self._wide else 0))
        self._is_in_cell = False

    def _end_row(self) -> None:
        if self._row is None:
            self._end_text("")
            return
        self._end_cell()
        if any(self._row):
            self._add("head" if self._is_head else "row", tuple(self._row))
        self._is_head = True

    def _add(self, kind: Kind, cells: tuple[str, ...]) -> None:
        self.found.append(Block(kind, cells, tuple(self._links)))
        self._links = []

    def _said(self) -> str:
        text = " ".join(unescape("".join(self.words)).split())
        self.words = []
        return text
