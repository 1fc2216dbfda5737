"""An entry's page as a column of somebody else's portal can take it: the article alone, in plain HTML.

No head, no scripts, no style, no classes but the one around it all; pictures and files by names beside
it. It is cut out of the page that was checked, so that every figure is the one that stands there.
"""

from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from generator.values.pattern import pattern

APART = frozenset(
    {"no-print", "js-only", "eyebrow", "under", "kin", "scan", "source", "p-left", "no-cms"}
)
"""Classes of what belongs to the page and not to the entry; `no-cms` is a theme's own word for it."""
_DROPPED = frozenset(
    "script style template noscript nav button form select textarea svg iframe object h1 summary".split()
)
_BLOCKS = frozenset(
    "p h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre "
    "figure figcaption hr".split()
)
_INLINE = frozenset("a b i strong em del ins sub sup code br img".split())
_KEPT = _BLOCKS | _INLINE
_LOOSE = frozenset("span time small".split())
"""What is taken away around its text, which may have stood apart by style alone."""
_CELL, _TERM = frozenset({"td", "th"}), frozenset({"dt", "dd"})
_ENDED_BY = {
    "p": _BLOCKS | {"div", "section", "aside", "header", "footer", "nav", "article"},
    "li": frozenset({"li"}),
    "td": _CELL | {"tr", "tbody", "tfoot"},
    "th": _CELL | {"tr", "tbody", "tfoot"},
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "dt": _TERM,
    "dd": _TERM,
}
"""Elements whose end need not be written, and what begins behind it."""
_RULED = ' border="1" cellspacing="0" cellpadding="4"'
"""Whatever a portal's style says goes before; without any, a table has lines."""
_FACTS = {
    "dl": f"<table{_RULED}>",
    "dt": '<tr><th scope="row" align="left">',
    "dd": "<td>",
}
_VOID = frozenset("br hr img input meta link wbr col".split())
_ATTRIBUTES = {
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
    "ol": ("start",),
    "li": ("value",),
    "a": ("href", "download"),
    "img": ("src", "alt", "width", "height"),
}
_AFAR = ("http://", "https://", "mailto:", "tel:")
_EMPTY = pattern(r"\n[ \n]*\n")
_TAG = pattern("(?!Site)[A-Z][A-Za-z]+")
"""The government tags, but for those of the site: those are the portal's."""
_JUMP = pattern(r'href="#([^"]+)"')
_NUMBER, _TOGETHER, _LOUD = "num", "nb", "fix-head"
"""Classes that mean something: figures, words that stay on one line, that an entry is withdrawn."""

STYLE = b"""\
/* For the page of the column, once; all of it is about what stands inside .gongkai. */
.gongkai { line-height: 1.8; overflow-wrap: anywhere; }
.gongkai table { border-collapse: collapse; margin: 1em 0; max-width: 100%; }
.gongkai th, .gongkai td { border: 1px solid #767676; padding: .3em .6em; vertical-align: top; }
.gongkai thead th, .gongkai tfoot tr { background: #f2f2f2; font-weight: 700; }
.gongkai tbody th { font-weight: 400; text-align: left; }
.gongkai [align="right"] { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.gongkai caption { font-weight: 700; padding: .3em 0; text-align: left; }
.gongkai table:not(:has(thead)) th { background: #f2f2f2; font-weight: 700; white-space: nowrap; }
.gongkai img { height: auto; max-width: 100%; }
.gongkai del { color: #767676; }
.gongkai ins { font-weight: 700; text-decoration: none; }
"""
"""What makes the fragments of a column neat; without it they are complete, too."""


class Fragment(NamedTuple):
    """The HTML, what the page's head says by name (`ArticleTitle`, `PubDate`), and the pictures shown."""

    html: str
    tags: Mapping[str, str]
    pictures: frozenset[str]


def fragment(page: str, own: Callable[[str], str]) -> Fragment | None:
    """What stands in the article of a page; None where it has none.

    `own` gives the name beside the fragment of a file that a link leads to, empty for all else.
    """
    cut = _Cut(own, frozenset(_JUMP.findall(page)))
    cut.feed(page)
    cut.close()
    if not cut.found:
        return None
    inner = "".join(cut.out).strip("\n")
    if "<pre" not in inner:
        inner = _EMPTY.sub("\n", inner)
    html = f'<div class="gongkai">\n{inner}\n</div>\n'
    return Fragment(html, cut.tags, frozenset(cut.pictures))


_APART, _LOOSELY = "-", " "
"""How what is left out ends, and what is taken away around its text."""


class _Cut(HTMLParser):
    """Reads a page, and writes what of it belongs to the entry."""

    def __init__(self, own: Callable[[str], str], jumps: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.tags: dict[str, str] = {}
        self.pictures: set[str] = set()
        self.found = False
        self._own, self._jumps = own, jumps
        self._open: list[tuple[str, str]] = []
        self._depth = 0  # of what is left out; the article itself is 0
        self._inside = False
        self._is_told = False  # whether the row of a fact has its name
        self._joint = ""  # the element that ended just here, `apart` where style set it apart

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it, take it away around its text, or leave it out with all it holds."""
        said = {key: value or "" for key, value in attrs}
        if tag == "meta" and _TAG.fullmatch(said.get("name", "")):
            self.tags[said["name"]] = said.get("content", "")
        if not self._inside:
            self._inside = tag == "article"
            self.found = self.found or self._inside
            return
        while self._open and tag in _ENDED_BY.get(self._open[-1][0], ()):
            self.handle_endtag(self._open[-1][0])
        if tag in _VOID:
            if not self._depth and tag in _KEPT:
                self._write(tag, said)
            return
        if self._depth or _is_apart(tag, said):
            self._depth += 1
            self._open.append((tag, _APART))
            return
        self._space(tag, said)
        self._open.append((tag, self._write(tag, said)))
        self._joint = ""

    def handle_endtag(self, tag: str) -> None:
        """Close it, and what was left open inside it."""
        if not self._inside or tag in _VOID:
            return
        if tag == "article" and not any(name == tag for name, _ in self._open):
            self._inside = False
            return
        closing = ""
        while any(name == tag for name, _ in self._open):
            name, closing = self._open.pop()
            self._depth -= closing == _APART
            self.out.append("" if closing in {_APART, _LOOSELY} else closing)
            if name == tag:
                break
        self._joint = "apart" if closing == _LOOSELY else tag if tag in _INLINE else ""

    def handle_data(self, data: str) -> None:
        """Text, with no more empty lines than it needs."""
        if not self._inside or self._depth:
            return
        self._joint = ""
        if data.strip() or any(name == "pre" for name, _ in self._open):
            self.out.append(escape(data, quote=False))
        elif not (self.out and self.out[-1].endswith("\n") and "\n" in data):
            self.out.append("\n" if "\n" in data else " ")

    def _space(self, tag: str, said: Mapping[str, str]) -> None:
        """A blank where two things stood apart by style alone; text that runs on gets none."""
        if _is_loose(tag, said):
            is_behind_text = bool(self.out) and not self.out[-1].endswith(("\n", " ", ">"))
            if self._joint or is_behind_text:
                self.out.append(" ")
        elif tag in _INLINE and self._joint == "apart":
            self.out.append(" ")

    def _write(self, tag: str, said: dict[str, str]) -> str:
        """Write how an element begins; how it ends, which is nothing where it is taken away."""
        anchor = said.get("id", "")
        name = f' id="gongkai-{escape(anchor)}"' if anchor in self._jumps else ""
        if tag not in _KEPT:
            self.out.append(f"<div{name}>" if name else "")
            return "</div>" if name else _LOOSELY if _is_loose(tag, said) else ""
        if tag in _FACTS:
            return self._fact(tag)
        if tag == "a":
            return self._link(said)
        if tag == "img":
            said["src"] = self._own(said.get("src", ""))
            if not said["src"]:
                self.out.append(escape(said.get("alt", ""), quote=False))
                return ""
            self.pictures.add(said["src"])
        kept = "".join(
            f' {key}="{escape(said[key])}"' for key in _ATTRIBUTES.get(tag, ()) if key in said
        )
        if tag == "table":
            kept += _RULED
        if tag in _CELL and _NUMBER in said.get("class", "").split():
            kept += ' align="right"'
        elif said.get("scope") == "row":
            kept += ' align="left"'
        inner = "strong" if _LOUD in said.get("class", "").split() else ""
        self.out.append(f"<{tag}{name}{kept}>" + (f"<{inner}>" if inner else ""))
        return "" if tag in _VOID else (f"</{inner}>" if inner else "") + f"</{tag}>"

    def _fact(self, tag: str) -> str:
        """A list of facts as a table of two columns: few portals have a style for the list."""
        if tag == "dd" and not self._is_told:
            self.out.append('<tr><td colspan="2">')
        else:
            self.out.append(_FACTS[tag])
        self._is_told = tag == "dt"
        return {"dl": "</table>", "dt": "</th>"}.get(tag, "</td></tr>")

    def _link(self, said: Mapping[str, str]) -> str:
        """A link to a file beside, inside the fragment or far away; of one to another page the text."""
        href = said.get("href", "")
        if href.startswith("#"):
            target = f"#gongkai-{href[1:]}"
        else:
            target = self._own(href) or (href if href.startswith(_AFAR) else "")
        if not target:
            return ""
        name = f' download="{escape(said["download"])}"' if "download" in said else ""
        self.out.append(f'<a href="{escape(target)}"{name}>')
        return "</a>"


def _is_apart(tag: str, said: Mapping[str, str]) -> bool:
    """Whether an element and all it holds is left out."""
    classes = said.get("class", "").split()
    hidden = "hidden" in said or said.get("aria-hidden") == "true"
    return tag in _DROPPED or hidden or not APART.isdisjoint(classes)


def _is_loose(tag: str, said: Mapping[str, str]) -> bool:
    """Whether an element is taken away whose text stood apart by style."""
    return tag in _LOOSE and _TOGETHER not in said.get("class", "").split()
