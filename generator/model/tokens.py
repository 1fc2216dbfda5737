"""The tokens: the colours, measures and typefaces that a theme's style sheet is written with.

From these declarations come the reader of `tokens.yaml`, the custom properties at the head of the
style sheet (`--paper`) and the theme reference.
"""

from generator.model.fields import Field, Group, Text
from generator.values.dataclass import dataclass

LIGHT, DARK, CONTRAST = "light", "dark", "contrast"
MODES = (LIGHT, DARK, CONTRAST)
"""On a light screen, on a dark one, and where the reader asked for high contrast."""
CHINESE, ENGLISH = "chinese", "english"
_SHADES = (
    Field(LIGHT, "浅色", Text(), required=True, help="浅色屏幕上"),
    Field(DARK, "深色", Text(), required=True, help="深色屏幕上"),
    Field(CONTRAST, "高对比", Text(), required=True, help="读者选了高对比时"),
)
_FACES = (
    Field(CHINESE, "中文", Text(), required=True, help="中文页面，先写的先用"),
    Field(ENGLISH, "英文", Text(), required=True, help="英文页面，先写的先用"),
)


def _colour(key: str, zh: str, about: str) -> Field:
    return Field(key, zh, Group(_SHADES), required=True, help=about)


def _measure(key: str, zh: str, about: str) -> Field:
    return Field(key, zh, Text(), required=True, help=about)


COLOURS = (
    _colour("paper", "纸", "页面的底色"),
    _colour("surface", "面", "封面、方框的底色"),
    _colour("ink", "墨", "正文和粗线"),
    _colour("ink-2", "次墨", "次要的文字"),
    _colour("ink-3", "淡墨", "日期、说明"),
    _colour("control", "控件", "按钮和输入框的边"),
    _colour("rule", "线", "表格和分隔的线，只起装饰作用"),
    _colour("rule-soft", "细线", "更淡的线，只起装饰作用"),
    _colour("track", "槽", "进度条没有走到的部分"),
    _colour("red", "朱红", "双线、印章、期号、当前栏目、链接的下划线"),
    _colour("red-deep", "深红", "浅红底上的字，按钮被指着的时候"),
    _colour("red-tint", "浅红", "要紧的方框的底色"),
    _colour("on-red", "红上字", "朱红底上的字"),
    _colour("amber", "琥珀", "更正的字和边"),
    _colour("amber-tint", "浅琥珀", "更正的底色"),
    _colour("bar", "黛", "图里的第一种条"),
    _colour("bar-2", "赭", "图里的第二种条"),
    _colour("focus", "焦点", "键盘停在哪里：底色"),
    _colour("focus-ink", "焦点字", "键盘停在哪里：字和边"),
)
MEASURES = (
    _measure("t-12", "字号1", "最小的字"),
    _measure("t-14", "字号2", "次要的文字"),
    _measure("t-16", "字号3", "正文"),
    _measure("t-17", "字号4", "长文的正文"),
    _measure("t-19", "字号5", "小标题"),
    _measure("t-22", "字号6", "节的标题"),
    _measure("t-26", "字号7", "数字"),
    _measure("t-32", "字号8", "大数字"),
    _measure("t-40", "字号9", "最大的字"),
    _measure("s-1", "间距1", "最小的空"),
    _measure("s-2", "间距2", "行间的空"),
    _measure("s-3", "间距3", "段间的空"),
    _measure("s-4", "间距4", "块内的空"),
    _measure("s-5", "间距5", "块间的空"),
    _measure("s-6", "间距6", "栏间的空"),
    _measure("s-7", "间距7", "节间的空"),
    _measure("s-8", "间距8", "最大的空"),
    _measure("measure", "行长", "一行文字最长多少，以 em 计"),
    _measure("wide", "版宽", "页面最宽多少"),
)
FACES = (
    Field("sans", "黑体", Group(_FACES), required=True, help="正文的字体，只用读者机器上有的"),
    Field(
        "serif", "宋体", Group(_FACES), required=True, help="标题和数字的字体，只用读者机器上有的"
    ),
)
FIELDS = (*COLOURS, *MEASURES, *FACES)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours of which one stands on the other, and the least contrast they need (WCAG 2)."""

    front: str
    back: str
    ratio: float


PAIRS = (
    *(Pair(ink, back, 4.5) for ink in ("ink", "ink-2", "ink-3") for back in ("paper", "surface")),
    *(Pair(ink, back, 4.5) for ink in ("red", "red-deep") for back in ("paper", "surface")),
    Pair("red-deep", "red-tint", 4.5),
    Pair("ink", "red-tint", 4.5),
    Pair("on-red", "red", 4.5),
    Pair("amber", "paper", 4.5),
    Pair("amber", "amber-tint", 4.5),
    Pair("ink", "amber-tint", 4.5),
    Pair("focus-ink", "focus", 4.5),
    Pair("control", "paper", 3),
    Pair("control", "surface", 3),
    Pair("bar", "paper", 3),
    Pair("bar-2", "paper", 3),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A value: of which token, in which mode (empty for a measure), as it is written in CSS."""

    name: str
    mode: str
    text: str


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written `#rgb` or `#rrggbb`, from 1 to 21 (WCAG 2, 1.4.3)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
