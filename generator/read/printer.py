"""The quick way to HTML: a page's blocks straight to text, as the package would write its tree.

Signs and blocks are known already, so a tree would be built to be walked three times more. Line
ends stand where the package puts them, attributes in the order of their names.
"""

from generator.read.blocks import Block, Heading, Line, List, Paragraph, Quote, Table
from generator.read.page import SCROLL, Page, first_seen, is_gap, only
from generator.read.spans import Mark

_SIGNS = {
    "strong": "<strong>",
    "/strong": "</strong>",
    "/link": "</a>",
    "/auto": "</a>",
    "escape": "",
}


def printed(page: Page) -> str:
    """The page as HTML."""
    out: list[str] = []
    _blocks(out, page, page.draft.blocks)
    return "".join(out)


def _blocks(out: list[str], page: Page, blocks: tuple[Block, ...]) -> None:
    """Write the blocks, each with a line end behind it."""
    for block in blocks:
        if isinstance(block, Paragraph):
            out.append("<p>")
            _words(out, page, block.lines)
            out.append("</p>\n")
        elif isinstance(block, Heading):
            tag = page.tag(block)
            out.append(f'<{tag} id="{_quoted(page.ids[block.line.number])}">')
            _words(out, page, (block.line,))
            out.append(f"</{tag}>\n")
        elif isinstance(block, Table):
            _table(out, page, block)
        elif isinstance(block, List):
            _list(out, page, block)
        elif isinstance(block, Quote):
            out.append("<blockquote>\n" if block.blocks else "<blockquote>")
            _blocks(out, page, block.blocks)
            out.append("</blockquote>\n")
        else:
            out.append("<hr>\n")


def _list(out: list[str], page: Page, block: List) -> None:
    tag = "ol" if block.ordered else "ul"
    start = {"start": str(block.start)} if block.ordered and block.start != 1 else {}
    out.append(f"{_element(tag, start)}\n")
    for item in block.items:
        inside = item.blocks
        out.append("<li>")
        if alone := only(inside):
            _words(out, page, alone.lines)
            inside = inside[1:]
        elif inside:
            out.append("\n")
        _blocks(out, page, inside)
        out.append("</li>\n")
    out.append(f"</{tag}>\n")


def _table(out: list[str], page: Page, block: Table) -> None:
    names = page.columns(block)
    named = [{"class": name} if name else {} for name in names]
    head = [_element("th", {**one, "scope": "col"}) for one in named]
    cells = [_element("td", one) for one in named]
    out.append(f"{_element('div', SCROLL)}\n<table>\n<thead>\n")
    _row(out, page, head, block.rows[0], "</th>\n")
    out.append("</thead>\n")
    if len(block.rows) > 1:
        out.append("<tbody>\n")
        for row in block.rows[1:]:
            _row(out, page, cells, row, "</td>\n")
        out.append("</tbody>\n")
    out.append("</table>\n</div>\n")


def _row(out: list[str], page: Page, opens: list[str], cells: tuple[Line, ...], close: str) -> None:
    out.append("<tr>\n")
    for begin, cell in zip(opens, cells, strict=True):
        out.append(begin)
        _words(out, page, (cell,))
        out.append(close)
    out.append("</tr>\n")


def _words(out: list[str], page: Page, lines: tuple[Line, ...]) -> None:
    """The words of the lines, with what their signs mean."""
    last = ""
    for line in lines:
        marks = page.draft.marks(line)
        if last and is_gap(last, first_seen(line, marks)):
            out.append("\n")
        if not marks:
            last = line.text[-1:]
            out.append(_escaped(line.text))
            continue
        for text, sign in page.draft.parts(line):
            last = text[-1:] or last
            out.append(_escaped(text))
            if sign:
                out.append(_SIGNS.get(sign.kind) or _begun(page, sign, line))


def _begun(page: Page, sign: Mark, line: Line) -> str:
    """The beginning of a link, or a picture."""
    if sign.kind == "escape":
        return ""
    return _element("img" if sign.kind == "image" else "a", page.links.attributes(sign, line))


def _element(tag: str, attributes: dict[str, str]) -> str:
    spelt = "".join(f' {name}="{_quoted(attributes[name])}"' for name in sorted(attributes))
    return f"<{tag}{spelt}>"


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")
