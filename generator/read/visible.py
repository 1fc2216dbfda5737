"""What a reader of the finished HTML sees, as pieces: one for every paragraph, heading, item, cell.

It knows HTML and nothing of Markdown or of the tree that the HTML was made of.
"""

from html import unescape

from generator.values.pattern import pattern

_TAG = pattern(r"/?[a-zA-Z][^>]*>")
"""What follows the `<` of a tag."""
_ATTRIBUTE = pattern(r'([a-z]+)="([^"]*)"')
CJK = "\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_GAP = pattern(rf"(?<=[{CJK}\x01-\x06]) (?=[{CJK}\x01-\x06])")
BOLD, BOLD_END, LINK, LINK_TO, LINK_END, IMAGE = "\x01\x02\x03\x04\x05\x06"
"""Signs for what is bold, what a link covers and where it leads; no source may hold these."""
HEADING, RULE, QUOTE, TABLE, ROW, CELL, BULLET = "#", "---", ">", "|||", "||", "|", "-"
"""The pieces that stand before what they are; before an item of a numbered list its number."""
_BLOCKS = {
    **dict.fromkeys("p /p div /div /table thead /thead tbody /tbody /tr /td /th".split(), ""),
    **dict.fromkeys("/blockquote /h1 /h2 /h3 /h4 /h5 /h6".split(), ""),
    **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), HEADING),
    "hr": RULE,
    "blockquote": QUOTE,
    "table": TABLE,
    "tr": ROW,
    "td": CELL,
    "th": CELL,
}
"""Tags at which a piece ends, with the piece that begins there."""
_BARE = {f"{name}>\n": sign for name, sign in _BLOCKS.items()}
"""The same with a line end behind them, as most tags have."""
_LISTED = {"ol", "/ol", "ul", "/ul", "li"}
_WITHIN = {"strong", "/strong", "a", "/a", "img"}


def normal(text: str) -> str:
    """The text with one space for any, and none between Chinese characters: there it means nothing."""
    words = text.split()
    return words[0] if len(words) == 1 else _GAP.sub("", " ".join(words))


def pieces(html: str) -> list[str]:
    """Everything that is seen, in order: texts, and before them the signs of what they stand in."""
    found: list[str] = []
    numbers: list[int] = []
    words, *parts = html.split("<")
    for part in parts:
        sign, text = _BARE.get(part), ""
        if sign is None:
            tag, _, text = part.partition(">")
            sign = _BLOCKS.get(tag)
        if sign is None:
            name, _, rest = tag.partition(" ")
            if name in _WITHIN:
                words += _within(name, rest) + text
                continue
            sign = _BLOCKS.get(name)
            if sign is None and not _TAG.match(part):
                words += f"<{part}"
                continue
            if name in _LISTED:
                sign = _listed(name, rest, numbers)
        if words and not words.isspace():
            found.append(unescape(words))
        words = text
        if sign:
            found.append(sign)
    if words and not words.isspace():
        found.append(unescape(words))
    return found


def _listed(name: str, rest: str, numbers: list[int]) -> str:
    """What begins with an item of a list; `numbers` are the next ones of the lists that are open."""
    if name == "li":
        return _item(numbers)
    if name in {"ol", "ul"}:
        numbers.append(int(_attributes(rest).get("start", "1")) if name == "ol" else -1)
    elif numbers:
        numbers.pop()
    return ""


def _within(name: str, rest: str) -> str:
    """The sign for an element that stands among words."""
    match name:
        case "strong":
            return BOLD
        case "/strong":
            return BOLD_END
        case "/a":
            return LINK_END
        case "a":
            return f"{LINK}{_attributes(rest).get('href', '')}{LINK_TO}"
        case _:
            attributes = _attributes(rest)
            return f"{IMAGE}{attributes.get('src', '')}{LINK_TO}{attributes.get('alt', '')}"


def _attributes(rest: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(rest))


def _item(numbers: list[int]) -> str:
    """The number that a browser shows before the next item, or the sign of a bullet."""
    if not numbers or numbers[-1] < 0:
        return BULLET
    numbers[-1] += 1
    return f"{numbers[-1] - 1}."
