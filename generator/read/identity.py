"""Who the site says it is: its address, its identifiers, and the names that it must not take."""

import re
import unicodedata
from collections.abc import Iterator

from generator.read.got import Got
from generator.values.pattern import pattern
from generator.values.problem import Problem

_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})+(?::[1-9][0-9]{{0,4}})?"
_ROOT = pattern(rf"https?://{_HOST}(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
_PAGE = pattern(r"\.(?:html?|php|jsp|aspx?)/?$", re.IGNORECASE)
"""The end of an address that is a page's and no folder's."""
_LINK = pattern(rf"https?://{_HOST}(?:[/?][!-~]*)?", re.IGNORECASE)
_MARK = pattern(r"https?://bszs\.conac\.cn/[!-~]+", re.IGNORECASE)
_CODE = pattern(r"[0-9]{10}|[A-Za-z]{2}[0-9]{8}")
"""A site's code as a department or a place has it: `4408030001`, `bm01000001`."""
_GAP = r"[\s·•・_\-–—~]*"
"""What a name may be spaced out with."""
_GAZETTE = pattern(
    rf"(?<!办)公{_GAP}报(?![名备告到送销])|刊{_GAP}号|I{_GAP}S{_GAP}S{_GAP}N"
    rf"|CN{_GAP}\d{{2}}[\s\-–—/]+\d{{4}}",
    re.IGNORECASE,
)
_JOURNAL = pattern(r"[月季周期]刊(?![登载发印])|杂志|本刊|本报(?!告)|出版")


_TRADITIONAL = str.maketrans("報號刋誌雜週", "报号刊志杂周")


def check(got: Got) -> Iterator[Problem]:
    """What is wrong with the site's address, identifiers and names."""
    url = got.text("url")
    if url and (not _ROOT.fullmatch(url) or _PAGE.search(url)):
        yield got.problem("site/url", "url", value=url)
    marks = got.group("identifiers")
    if marks:
        yield from _identifiers(marks)
    series = got.group("series")
    named = (
        (got, "name"),
        (got, "office"),
        (got, "tagline"),
        *(((series, "title"),) if series else ()),
    )
    for group, key in named:
        yield from _masthead(group, key)


def root(url: str) -> str:
    """The address with a slash at its end; an empty one stays empty."""
    return url if not url or url.endswith("/") else f"{url}/"


def _identifiers(got: Got) -> Iterator[Problem]:
    code = got.text("site_code")
    if code and not _CODE.fullmatch(code):
        yield got.problem("site/code", "site_code", value=code, count=str(len(code)))
    mark, fault = got.text("mark"), got.text("fault")
    if mark and not _MARK.fullmatch(mark):
        yield got.problem("site/mark", "mark", value=mark)
    if fault and not _LINK.fullmatch(fault):
        yield got.problem("site/link", "fault", value=fault)


def _masthead(got: Got, key: str) -> Iterator[Problem]:
    """A township has no gazette and no licensed serial, and must not look as if it had."""
    text = unicodedata.normalize("NFKC", got.text(key)).translate(_TRADITIONAL)
    stop, doubt = _GAZETTE.search(text), _JOURNAL.search(text)
    if stop:
        yield got.problem("site/masthead", key, value=stop.group())
    elif doubt:
        yield got.problem("site/masthead-serial", key, "warn", value=doubt.group())
