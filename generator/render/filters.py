"""What templates may do to a text: keep what belongs together on one line, and nothing unescaped."""

import functools
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.values.html import Html
from generator.values.pattern import pattern

Filter = Callable[..., Markup]
_UNITS = (
    "元 万元 亿元 户 人 名 宗 亩 公顷 ㎡ 公里 米 平方米 个 条 期 批 笔 件 次 天 间 层 岁".split()
)
_UNITS += "村 组 处 项 吨 号 %".split()
_FIGURES = (
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日"
    rf"|(?<!\d)0\d{{2,3}}-\d{{7,8}}|\d[\d,.]*(?:{'|'.join(_UNITS)})"
)
# What begins with a digit takes the character before it along, and what follows it at once: a
# browser sets a space between an ideograph and a digit, and where a line breaks between the two
# keeps that space before a number in an element of its own, so that the line would be indented.
# A year does not: before it stands a name (石桥村2026年), which a title must not tear apart.
# The words that stand before most figures come whole.
_BEFORE = "电话|热线|传真|收入|支出|结余|余额|金额|合计|共计|小计"
_TOGETHER = pattern(
    rf"(?:(?:(?:{_BEFORE})(?=\d)|[\u4e00-\u9fff](?=\d)(?!\d{{4}}年))?(?:{_FIGURES})|第\d+[期号批条次项]|〔\d{{4}}〕第?\d+号)"
    rf"(?:{_FIGURES})*"
)
_LIKELY = pattern(rf"\d[\d,.]*(?=[年月日〕\-{''.join(one[0] for one in _UNITS)}])")
"""The first digits of such a piece, with what must stand behind them."""
_BACK = 2
"""So many characters at most stand in such a piece before its first digit."""


_REMEMBERED = 4096
"""So many texts are kept as HTML shows them: a page has hundreds, and most are on every page."""


_HARMFUL = pattern("[&<>\"']")
"""What a text may not show in HTML as it is."""


def marked(html: str) -> Markup:
    """Trusted HTML as Markup, without the questions that its class asks of each value."""
    return str.__new__(Markup, html)


class _Shown(dict[str, str]):
    """Texts as HTML shows them. When it is full it begins anew, so that no large site lives in it."""

    __slots__ = ()

    def __missing__(self, text: str) -> str:
        """A text that is not known yet."""
        if len(self) >= _REMEMBERED:
            self.clear()
        done = self[text] = escape(text) if _HARMFUL.search(text) else text
        return done


TEXTS = _Shown()


def shown(value: object) -> str:
    """A value in a page: what is trusted as it is, every other escaped."""
    if type(value) is str:
        return TEXTS[value]
    return value if type(value) is Markup else escape(value)


def unbroken(text: str) -> Markup:
    """The text, with dates and numbers with their unit kept from breaking over two lines.

    In trusted HTML only what stands between the tags is touched.
    """
    if isinstance(text, Markup) and "<" in text:
        return marked(_kept(str(text)))
    return _together(text)


@functools.lru_cache(maxsize=4096, typed=True)  # marked and plain text may look alike
def _together(text: str) -> Markup:
    """The text escaped, unless it is trusted already, and its pieces kept together."""
    return marked(_kept(str(escape(text))))


def _kept(text: str) -> str:
    """HTML with the pieces between its tags marked; escaping puts no digits where one could be.

    Every piece has digits with one of a few signs behind them, and to look for those is much cheaper
    than to look for a piece: few of an office's sentences have any.
    """
    out: list[str] = []
    done, likely = 0, _LIKELY.search(text)
    while likely:
        found = _TOGETHER.search(text, max(done, likely.start() - _BACK))
        if found is None:
            break
        begin, end = found.span()
        behind = _end_of_tag(text, begin)
        if not behind:
            out += (text[done:begin], '<span class="nb">', found[0], "</span>")
            done = end
        likely = _LIKELY.search(text, behind or end)
    return "".join((*out, text[done:])) if out else text


def _end_of_tag(text: str, place: int) -> int:
    """Where the tag ends in which the place is; 0 for one between tags."""
    if text.rfind("<", 0, place) <= text.rfind(">", 0, place):
        return 0
    return text.find(">", place) + 1


def trusted(text: Html) -> Markup:
    """HTML that our own reader made. Anything else is a mistake in the template, and escaped."""
    return marked(text) if isinstance(text, Html) else escape(text)  # made by read/markdown.py
