"""The only door to rjsmin: what a reader's phone loads, without remarks and indentation."""

import re

from generator.values.pattern import pattern

KEPT = r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)"']*\)|\\.)"""
REMARK = r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/"
GAPS = pattern(rf"{KEPT}|(?:\s|{REMARK})+", re.DOTALL)
"""Between two words of a style sheet: spaces, lines, remarks."""
MARKS = pattern(rf"{KEPT}|(?:[ ;]*)(?P<end>\}}) ?| ?(?P<mark>[{{;,>]) ?|(?P<colon>:) ", re.DOTALL)
"""Where a space says nothing. Before a colon it does: `.fold :is(td)` is not `.fold:is(td)`."""


def small(name: str, text: str) -> str:
    """The same style sheet or script in fewer bytes; any other file as it is."""
    if name.endswith(".css"):
        return f"{MARKS.sub(_mark, GAPS.sub(_gap, text)).strip()}\n"
    if name.endswith(".js"):
        import rjsmin  # noqa: PLC0415 - a theme that is remembered has its script already

        return f"{rjsmin.jsmin(text)}\n"
    return text


def _gap(found: re.Match[str]) -> str:
    """One space; a remark without any keeps what it parts in two."""
    if found["kept"]:
        return found["kept"]
    only_remarks = "/" in found[0] and not re.sub(REMARK, "", found[0])
    return "/**/" if only_remarks else " "


def _mark(found: re.Match[str]) -> str:
    return found["kept"] or found["end"] or found["mark"] or found["colon"]
