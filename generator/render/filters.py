"""What templates may do to a text: keep what belongs together on one line, and nothing unescaped."""

import functools
from collections.abc import Callable

from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from generator.values.html import Html
from generator.values.pattern import pattern

Filter = Callable[..., Markup]
escaped: Callable[[str], str] = _escape_inner
"""A text as HTML shows it: what `escape` does, without the wrapper that takes ten times as long."""
_UNITS = (
    "元 万元 亿元 户 人 名 宗 亩 公顷 ㎡ 公里 米 平方米 个 条 期 批 笔 件 次 天 间 层 岁".split()
)
_UNITS += "村 组 处 项 吨 号 %".split()
_SIGNS = "".join(one[0] for one in _UNITS)
_REST = (
    r"\d{3}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d?月(?:\d{1,2}日)?|\d?日"
    rf"|(?<=0)(?<!\d0)\d{{2,3}}-\d{{7,8}}|[\d,.]*(?:{'|'.join(_UNITS)})"
)
"""Of a day, a phone number, a number with its unit what stands behind the first digit."""
_PIECE = pattern(
    rf"(\d(?=[\d,.]*+[年月日〕\-{_SIGNS}])(?:{_REST}|(?<=〔\d)\d{{3}}〕第?\d+号)(?:\d(?:{_REST}))*)"
)
"""A piece from its first digit on: digits are found fast, and most are let go at the sign behind them."""
_BEFORE = frozenset("电话 热线 传真 收入 支出 结余 余额 金额 合计 共计 小计".split())
"""The words that stand before most figures come whole."""


def marked(html: str) -> Markup:
    """Trusted HTML as Markup, without the questions that its class asks of each value."""
    return str.__new__(Markup, html)


def shown(value: object) -> str:
    """A value in a page: what is trusted as it is, every other escaped."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Markup else escape(value)


def unbroken(text: str) -> Markup:
    """The text, with dates and numbers with their unit kept from breaking over two lines.

    In trusted HTML only what stands between the tags is touched.
    """
    if isinstance(text, Markup) and "<" in text:
        return marked(_kept(text))
    return _together(text)


@functools.lru_cache(maxsize=4096, typed=True)  # marked and plain text may look alike
def _together(text: str) -> Markup:
    """The text escaped, unless it is trusted already, and its pieces kept together."""
    return marked(_kept(shown(text)))


def _kept(text: str) -> str:
    """HTML with the pieces between its tags marked; escaping puts no digits where one could be.

    What stands before the first digit of a piece may belong to it. A browser sets a space between an
    ideograph and a digit, and where a line breaks between the two keeps that space before a number in
    an element of its own, so that the line would be indented: the ideograph comes along. It does not
    before a year: there stands a name (石桥村2026年), which a title must not tear apart.
    """
    parts = _PIECE.split(text)
    is_tag = False
    for at in range(1, len(parts), 2):  # every other part is a piece
        before, piece = parts[at - 1], parts[at]
        if "<" in before:
            is_tag = before.rfind("<") > before.rfind(">")
        elif is_tag:
            is_tag = ">" not in before
        if is_tag:
            continue
        sign = piece[4:5]
        own = len(before)
        if before[-2:] in _BEFORE:
            own -= 2
        elif sign == "〕" or ("\u4e00" <= before[-1:] <= "\u9fff" and sign != "年"):
            own -= 1
        parts[at - 1] = before[:own]
        parts[at] = f'<span class="nb">{before[own:]}{piece}</span>'
    return "".join(parts)


def trusted(text: Html) -> Markup:
    """HTML that our own reader made. Anything else is a mistake in the template, and escaped."""
    return marked(text) if isinstance(text, Html) else escape(text)  # made by read/markdown.py
