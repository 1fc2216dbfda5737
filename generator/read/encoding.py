"""Which encoding a file is in, decided for the whole file; what could be two things is none."""

import codecs
from typing import NamedTuple

from generator.values.pattern import pattern

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PRIVATE = pattern("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CHINESE = pattern("[\u3000-\u9fff\uff00-\uffef]")
_RUN = pattern(rb"(?<![\x80-\xff])(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){4,}(?![\x80-\xff])")
"""Four Chinese characters in UTF-8 between ASCII: no words in GB18030 have come out like that."""


class Text(NamedTuple):
    """A decoded text and its encoding's name; without a name, `offset` bytes (from 1) could be read."""

    name: str
    text: str = ""
    offset: int = 0
    line: int = 0
    column: int = 0


def text_of(body: bytes) -> Text:
    """The text in UTF-8, in UTF-16 with its mark, or in GB18030; else where reading ended."""
    if body.startswith(_WIDE):
        try:
            return Text("utf-16", body.decode("utf-16"))
        except UnicodeDecodeError as error:
            return Text("", "", error.start + 1)
    try:
        return Text("utf-8", body.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return _in_chinese(body) or _spot(body, error.start)


def _in_chinese(body: bytes) -> Text | None:
    """The text in GB18030; None when it is not, or when it may be UTF-8 with a byte that broke."""
    try:
        text = body.decode("gb18030").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
    if _PRIVATE.search(text) or _RUN.search(body):
        return None
    broken = body.decode("utf-8", "replace")
    if len(_CHINESE.findall(broken)) >= broken.count("\ufffd"):
        return None
    return Text("gb18030", text)


def _spot(body: bytes, at: int) -> Text:
    """The place of a byte (index `at`) that is no UTF-8, though everything before it is."""
    before = body[:at].decode("utf-8").removeprefix("\ufeff")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return Text("", "", at + 1, before.count("\n") + 1, len(before) - before.rfind("\n"))
