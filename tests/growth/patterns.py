"""Texts that grow: signs repeated, nested and left open, of which a parser may grow slow or fall."""

from collections.abc import Callable
from typing import NamedTuple


class Pattern(NamedTuple):
    """A family of texts: `grow(n)` is its member of about `n` characters."""

    name: str
    grow: Callable[[int], str]


def _times(unit: str, before: str = "", after: str = "") -> Pattern:
    """The unit again and again."""

    def grow(size: int) -> str:
        return before + unit * max(1, size // len(unit)) + after

    name = f"{before}({unit})*{after}"
    return Pattern(name if len(name) <= 40 else f"{name[:37]}...", grow)


def _numbered(form: str) -> Pattern:
    """The form with a running number for `#`."""

    def grow(size: int) -> str:
        count = max(1, size // (len(form) + 3))
        return "".join(form.replace("#", str(number)) for number in range(1, count + 1))

    return Pattern(f"{form} numbered", grow)


def _stairs(step: str, item: str, top: int = 10**9) -> Pattern:
    """Lines that are each indented one step further, then from the beginning again."""

    def grow(size: int) -> str:
        lines: list[str] = []
        length = depth = 0
        while length < size:
            lines.append(step * (depth % top) + item)
            length += len(lines[-1]) + 1
            depth += 1
        return "\n".join(lines)

    return Pattern(f"stairs of {step}{item}" + (f" to {top}" if top < 10**9 else ""), grow)


def _grid(head: str, rule: str, cell: str) -> Pattern:
    """A table as wide as it is long."""

    def grow(size: int) -> str:
        side = max(1, int((size / len(cell)) ** 0.5))
        rows = [head * side, rule * side, *[cell * side] * side]
        return "\n".join(f"{row}|" for row in rows)

    return Pattern(f"square table of {cell}", grow)


MARKDOWN = (
    _times("["),
    _times("]"),
    _times("[", after="]" * 50),
    _times("!["),
    _times("[a]("),
    _times("[a](b"),
    _times("[a](<b"),
    _times("[a](b)"),
    _times('[a](b "c'),
    _times("[a]((b)"),
    _times("[a](((("),
    _times("(b)", before="[a]("),
    _times("[[[x]]]"),
    _times("[a][b]"),
    _times("[a]"),
    _times("[^1]"),
    _times("[x]: y\n"),
    _times('[x]: y "z" '),
    _times("![a](b"),
    _times("![a](https://a.example/b)"),
    _times("[![a](b)](c)"),
    _times("[a](#b)\n"),
    _times("[a](#b)\n", before="# abc\n" * 300),
    _times("[a [b](https://a.example) c](d)"),
    _times("\\["),
    _times("\\*"),
    _times("\\\\*"),
    _times("\\"),
    _times("*"),
    _times("**"),
    _times("***"),
    _times("**a "),
    _times("**a** "),
    _times("a**"),
    _times("甲**"),
    _times("王**、李**；"),
    _times("*a **b "),
    _times("*a* _b_ "),
    _times("_"),
    _times("__a__b"),
    _times("~~a"),
    _times("`"),
    _times("`a` "),
    _times("``` x", before="```\n"),
    _times("```a\n"),
    _times("| `"),
    _times("<a "),
    _times("<p "),
    _times('<a href="'),
    _times("<"),
    _times("<!--"),
    _times("<![CDATA["),
    _times("<?"),
    _times("</p>"),
    _times("<div>\n"),
    _times("&"),
    _times("&#1"),
    _times("&amp;"),
    _times("{: "),
    _times("{: #a .b }\n"),
    _times("http://"),
    _times("http://a."),
    _times("http://a.example/("),
    _times("a.", before="http://"),
    _times(")", before="http://a.example/"),
    _times(".", before="http://a.example/a"),
    _times("www."),
    _times("a@"),
    _times("a@b."),
    _times("a.b@c.d "),
    _times("D:\\"),
    _times("# "),
    _times("# a\n"),
    _times("###### a\n\n"),
    _times("a\n---\n"),
    _times("---\n"),
    _times("- - ", after="a"),
    _times("> ", after="a"),
    _times("> a\n"),
    _times(">\n"),
    _times("- a\n"),
    _times("* a\n\n\n"),
    _times("* a\nb\n"),
    _times("1. a\n   b\n\n"),
    _numbered("#. a\n"),
    _numbered("# a 1#\n"),
    _stairs(" ", "- a"),
    _stairs("  ", "* a"),
    _stairs("   ", "1. a", 8),
    _stairs("> ", "a", 20),
    _stairs("\t", "- a"),
    _times("|a"),
    _times("|a|b|\n", before="|a|b|\n|-|-|\n"),
    _times("| - |\n"),
    _times("|", before="|a|\n|-|\n"),
    _times("a|b\n-|-\n"),
    _times("\\|", before="|a|\n|-|\n|"),
    _grid("|a", "|-", "|1"),
    _grid("|**甲**", "|---", "|[a](#a)"),
    _times(" "),
    _times("\n"),
    _times("\n\u3000\u3000甲"),
    _times("甲  \n"),
    _times("甲"),
    _times("a"),
    _times("0"),
    _times("第12号 [公开] 事项，见〔2026〕3号。\n"),
)
"""Texts of Markdown: open and closed, nested, in one line and in many, of our signs and of others'."""

YAML = (
    _times("["),
    _times("[]"),
    _times("{a: "),
    _times("- "),
    _times("- a\n"),
    _times("a: b: "),
    _times("? "),
    _times("a:\n"),
    _numbered("键#: 值\n"),
    _times("键: 值\n"),
    _times("键: &a 值\n"),
    _times("键: *a\n"),
    _times("<<: "),
    _times("!!a "),
    _times("甲", before="键: "),
    _times('"', before="键: "),
    _times("'", before="键: "),
    _times("\\x", before='键: "', after='"'),
    _times("# 说明\n"),
    _times(":"),
    _times("\t", before="键:"),
    _times("\n"),
    _times("  行\n", before="键: |\n"),
    _times("  行\n\n", before="键: >\n"),
    _times("---\n"),
    _times("键： 值\n"),
    _times("@"),
    _times("%"),
    _stairs(" ", "a:"),
    _stairs("  ", "- a:", 15),
)
"""Texts of YAML, which are refused or read."""
