"""The quick way to HTML: a page's blocks straight to text, as the package would write its tree.

Signs and blocks are known already, so a tree would be built to be walked three times more. Line
ends stand where the package puts them, attributes in the order of their names.
"""

from generator.read.blocks import Block, Heading, Line, List, Paragraph, Quote, Table
from generator.read.page import SCROLL, Page, escaped, first_seen, is_gap, only
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
    first, *others = zip(block.rows, page.draft.texts(block), strict=True)
    _row(out, page, head, first, "</th>\n")
    out.append("</thead>\n")
    if others:
        out.append("<tbody>\n")
        for row in others:
            _row(out, page, cells, row, "</td>\n")
        out.append("</tbody>\n")
    out.append("</table>\n</div>\n")


def _row(
    out: list[str],
    page: Page,
    opens: list[str],
    row: tuple[tuple[Line, ...], list[str]],
    close: str,
) -> None:
    """Write a row, given its cells and what they say."""
    cells, texts = row
    is_marked = page.draft.has_marks(cells)
    told = (_words(page, (one,)) for one in cells) if is_marked else map(page.escaped, texts)
    out.append("<tr>\n")
    out += [f"{begin}{words}{close}" for begin, words in zip(opens, told, strict=True)]
    out.append("</tr>\n")


def _words(page: Page, lines: tuple[Line, ...]) -> str:
    """The words of the lines, with what their signs mean."""
    if len(lines) == 1 and not page.draft.marks(lines[0]):
        return page.escaped(lines[0].text)
    out: list[str] = []
    last = ""
    for line in lines:
        marks = page.draft.marks(line)
        if last and is_gap(last, first_seen(line, marks)):
            out.append("\n")
        if not marks:
            last = line.text[-1:]
            out.append(page.escaped(line.text))
            continue
        for text, sign in page.draft.parts(line):
            last = text[-1:] or last
            out.append(page.escaped(text))
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


def _quoted(value: str) -> str:
    return escaped(value).replace('"', "&quot;")
