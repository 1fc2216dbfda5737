"""The style sheet: custom properties written from the tokens, the theme's rules, what children add."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.model.tokens import CHINESE, CONTRAST, DARK, ENGLISH, LIGHT, Token
from generator.read.source import Source
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.text import nearest

SHEET = "bulletin.css"
ADDED = "extra.css"
"""Rules that a theme adds behind those of the theme it builds on."""
_REMARK = r"/\*.*?\*/"
_ADDRESS = pattern(
    rf"""(?P<skip>{_REMARK}|"[^"\n]*"|'[^'\n]*')"""
    r"""|url\(\s*(?P<quote>["']?)(?P<url>[^"'()]*)(?P=quote)\s*\)"""
    r"""|(?P<rule>@import\b|url\([^;}\n]*|(?:image-set|\bsrc)\([^()]*["'][^;}\n]*)"""
    r"""|(?P<spelt>@?[\w-]*(?:\\[0-9a-f]{1,6}\s?[\w-]*)+\(?)""",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPE = pattern(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
_FETCHING = frozenset({"url(", "src(", "image-set(", "@import"})
"""What a sheet fetches a file with."""
_MORE = (
    "@media (prefers-contrast: more) {\n"
    "  :root { --ink-2: var(--ink); --ink-3: var(--ink); --rule: var(--ink); "
    "--rule-soft: var(--ink-2); --control: var(--ink); }\n"
    "}\n"
)
"""A reader's system that asks for more contrast gets it in light and in dark."""
_ASKED = ":is(html.hc, html:has(#pref-hc:checked))"
"""High contrast as the page offers it; the class is for browsers without `:has()`."""


def stylesheet(tokens: Sequence[Token], sheets: Sequence[Source]) -> str:
    """The whole style sheet: tokens first, then the theme's rules, then what each child adds."""
    return "\n".join((*([properties(tokens)] if tokens else []), *(one.text for one in sheets)))


def properties(tokens: Sequence[Token]) -> str:
    """The tokens as custom properties, for light and dark screens, high contrast and both languages."""
    plain, chinese = _rows(tokens, ""), _rows(tokens, CHINESE)
    light, dark, contrast = (_rows(tokens, mode) for mode in (LIGHT, DARK, CONTRAST))
    return (
        "/* tokens.yaml */\n"
        f":root {{\n  color-scheme: light;\n  {light}\n  {plain}\n  {chinese}\n}}\n"
        f":root:lang(en) {{\n  {_rows(tokens, ENGLISH)}\n}}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"  :root {{\n    color-scheme: dark;\n    {dark}\n  }}\n}}\n"
        f"{_MORE}"
        f"{_ASKED} {{\n  color-scheme: light;\n  {contrast}\n}}\n"
    )


def _rows(tokens: Sequence[Token], mode: str) -> str:
    return " ".join(f"--{one.name}: {one.text};" for one in tokens if one.mode == mode)


def _may_fetch(text: str) -> bool:
    """Whether the slow search for what a sheet fetches can find anything: in most there is nothing."""
    spelt = text.lower()
    return "\\" in spelt or any(one in spelt for one in _FETCHING)


def linked(text: str, names: Mapping[str, str]) -> str:
    """The sheet with the files that it names by `url()` under their published names."""
    if not _may_fetch(text):
        return text

    def put(found: re.Match[str]) -> str:
        name, mark, part = (found["url"] or "").partition("#")
        return f'url("{names[name]}{mark}{part}")' if name in names else found.group()

    return _ADDRESS.sub(put, text)


def strangers(sheet: Source, names: Sequence[str]) -> Iterator[Problem]:
    """What a sheet names by `url()` or `@import` and the theme does not bring along."""
    for found in _ADDRESS.finditer(sheet.text) if _may_fetch(sheet.text) else ():
        rule = found["rule"] or found["spelt"]
        if found["skip"] or (found["spelt"] and _spelt_out(rule) not in _FETCHING):
            continue
        url = rule or found["url"]
        start = found.start() if rule else found.start("url")
        line = sheet.text.count("\n", 0, start) + 1
        column = start - sheet.text.rfind("\n", 0, start)
        name = url.partition("#")[0]
        if rule or re.match(r"[A-Za-z][\w+.-]*:|//", name):
            yield sheet.problem("theme/outside", line, column, max(1, len(url)), value=url)
        elif (name or "#" not in url) and name not in names:
            near = nearest(name, names)
            yield sheet.problem("theme/asset", line, column, max(1, len(url)), value=url, near=near)


def _spelt_out(name: str) -> str:
    r"""A name with its escapes read (`u\72l(` is `url(`)."""
    return _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), name).lower()
