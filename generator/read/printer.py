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
            out.append(f"<p>{_words(page, block.lines)}</p>\n")
        elif isinstance(block, Heading):
            tag = page.tag(block)
            name = _quoted(page.ids[block.line.number])
            out.append(f'<{tag} id="{name}">{_words(page, (block.line,))}</{tag}>\n')
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
            out.append(_words(page, alone.lines))
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
        out.append(f"{begin}{_words(page, (cell,))}{close}")
    out.append("</tr>\n")


def _words(page: Page, lines: tuple[Line, ...]) -> str:
    """The words of the lines, with what their signs mean."""
    if len(lines) == 1 and not page.draft.marks(lines[0]):
        return _escaped(lines[0].text)
    out: list[str] = []
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
    return "".join(out)


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
