"""What templates may do to a text: keep what belongs together on one line, and nothing unescaped."""

import functools
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.values.html import Html
from generator.values.pattern import pattern

Filter = Callable[..., Markup]
_FIGURES = (
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日"
    r"|(?<!\d)0\d{2,3}-\d{7,8}"
    r"|\d[\d,.]*(?:元|万元|亿元|户|人|名|宗|亩|公顷|㎡|公里|米|平方米|个|条|期|批|笔|件|次|天|间|层|岁|村|组|处"
    r"|项|吨|号|%)"
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
_DIGIT = pattern(r"\d")
_BACK = 2
"""So many characters at most stand in such a piece before its first digit."""
_TAG = pattern(r"(<[^>]*>)")


_REMEMBERED = 4096
"""So many texts are kept as HTML shows them: a page has hundreds, and most are on every page."""


class _Shown(dict[str, str]):
    """Texts as HTML shows them. When it is full it begins anew, so that no large site lives in it."""

    __slots__ = ()

    def __missing__(self, text: str) -> str:
        """A text that is not known yet."""
        if len(self) >= _REMEMBERED:
            self.clear()
        done = self[text] = escape(text)
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
        parts = _TAG.split(text)
        parts[::2] = map(_kept, parts[::2])
        return Markup("".join(parts))  # noqa: S704 - trusted before, and only cut
    return _marked(text)


@functools.lru_cache(maxsize=4096, typed=True)  # marked and plain text may look alike
def _marked(text: str) -> Markup:
    """The text escaped, unless it is trusted already, and its pieces kept together."""
    return Markup(_kept(escape(text)))  # noqa: S704 - escaped, and marks of ours


def _kept(text: str) -> str:
    """HTML without tags, with its pieces marked; escaping puts no digits where a piece could be.

    Every piece has a digit, and to look for one is much cheaper than to look for a piece: few of an
    office's sentences have any.
    """
    digit = _DIGIT.search(text)
    if digit is None:
        return text
    out, done = [], 0
    while digit:
        found = _TOGETHER.search(text, max(done, digit.start() - _BACK))
        if found is None:
            break
        out += [text[done : found.start()], '<span class="nb">', found[0], "</span>"]
        done = found.end()
        digit = _DIGIT.search(text, done)
    return "".join((*out, text[done:]))


def trusted(text: Html) -> Markup:
    """HTML that our own reader made. Anything else is a mistake in the template, and escaped."""
    return Markup(text) if isinstance(text, Html) else escape(text)  # noqa: S704 - made by read/markdown.py
