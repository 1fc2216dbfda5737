"""What a spreadsheet shows of a number: exactly its digits in its format, or a reason why not."""

import re
from decimal import Decimal

from generator.values.pattern import pattern

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"\\-#,##0',
    6: '"¥"#,##0;"¥"\\-#,##0',
    7: '"¥"#,##0.00;"¥"\\-#,##0.00',
    8: '"¥"#,##0.00;"¥"\\-#,##0.00',
    9: "0%",
    10: "0.00%",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);(#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);(#,##0.00)",
    41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ',
    43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ',
    49: "@",
}
"""Formats that a file names by number only; the numbers between are days, times and fractions."""
_PART = pattern(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[(?:Red|Blue|Green|Black|Yellow|Cyan|Magenta|红色|蓝色|绿色|黑色|Color ?\d+)\]"
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?%?)|(?P<bare>[ ()+\-¥￥元:%])",
    re.IGNORECASE,
)
_LITERALS = ("quoted", "escaped", "currency", "bare")
_SECTION = pattern(r'(?:"[^"]*"|[\\!_*].|\[[^\]]*\]|[^;])*')
_LITERAL = pattern(r'"[^"]*"|[\\!_*].|\[(?![hms]+\])[^\]]*\]')


class UnshownError(ValueError):
    """The format is none that we can follow exactly."""


class RoundedError(ValueError):
    """The format hides digits that the cell has: what is meant cannot be known."""


def shown(value: Decimal, code: str) -> str:
    """The number as the format shows it, `1,680.50` or `12.5%`; raises when it would not be exact."""
    if code in {"General", "@", "G/通用格式", ""}:
        return f"{value:f}"
    sections = _sections(code)
    if value < 0 and len(sections) > 1:
        text = _in(sections[1], -value)
        if not ("-" in text or ("(" in text and ")" in text)):
            raise UnshownError(code)
        return text
    if value == 0 and len(sections) > 2 and not re.search("[#0]", sections[2]):
        return "0"
    text = _in(sections[2] if value == 0 and len(sections) > 2 else sections[0], abs(value))
    return f"-{text}" if value < 0 else text


def month_only(code: str) -> bool:
    """Whether a format of days shows year and month and leaves out the day."""
    plain = _LITERAL.sub("", code).lower()
    return "y" in plain and "m" in plain and not re.search("[dhs]", plain)


def _sections(code: str) -> list[str]:
    out, at = [], 0
    while at <= len(code):
        found = _SECTION.match(code, at)
        assert found
        out.append(found.group())
        at = found.end() + 1
    return out


def _in(section: str, value: Decimal) -> str:
    """The value, which is not negative, in one section of a format."""
    parts = list(_PART.finditer(section))
    if "".join(one.group() for one in parts) != section:
        raise UnshownError(section)
    if sum(one["digits"] is not None for one in parts) != 1:
        raise UnshownError(section)
    return "".join(_piece(one, value) for one in parts).strip()


def _piece(part: re.Match[str], value: Decimal) -> str:
    if part["digits"]:
        return _digits(part["digits"], value)
    return next((part[name] for name in _LITERALS if part[name] is not None), "")


def _digits(pattern: str, value: Decimal) -> str:
    percent = pattern.endswith("%")
    whole, _, part = pattern.rstrip("%").partition(".")
    grouped = "," in whole and whole.count("0") < 2
    if (
        whole.endswith(",") or "?" in whole or ("," in whole and not grouped)
    ):  # `0,` shows thousands
        raise UnshownError(pattern)
    exact = value * 100 if percent else value
    most, least = len(part), part.count("0")
    if exact != round(exact, most):
        raise RoundedError(pattern)
    places = max(least, -int(exact.normalize().as_tuple().exponent))
    digits, point, rest = f"{exact:.{places}f}".partition(".")
    digits = digits.zfill(whole.count("0"))
    if grouped:
        digits = f"{int(digits):,}"
    return digits + point + rest + ("%" if percent else "")
