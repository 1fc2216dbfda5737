"""Where a new paragraph begins among lines that follow each other without an empty one.

Word and Notepad write one line end for each paragraph; people who wrap by hand write one in the
middle of a sentence. What is told here is told by the words alone, and only ever adds a break.
"""

import re

from generator.values.pattern import pattern

_FEW = "一二三四五六七八九十百零〇"
_NUMBER = pattern(
    rf"""
    (?:\*\*)?+
    (?: [{_FEW}]{{1,5}}+、 (?![{_FEW}]+[、月日号年组村楼期层至和])
      | [(（] (?:[{_FEW}]{{1,5}}+|\d{{1,2}}+) [)）] (?![，。、；])
      | \d{{1,2}}+ [.．、)）] (?![\d\s]*[\d，。、；：])
      | [①-⒇]
      | 第[{_FEW}\d]{{1,5}}+[编章节条] (?![的规款项第至和、，。]|$)
    )
    """,
    re.VERBOSE,
)
"""What the items of an office's text are numbered with: 一、 （一） 1. （1） ① 第一条."""
_ENDS = tuple("。！？：；")
_CLOSERS = "」』”’）)】*"
_GOES_ON = pattern(r"[，。、；：！？）」』”’】》,;:.!?)]")
_DATE = pattern(
    r"\d{4}[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|[一二〇○零][一二三四五六七八九〇○零]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_LEADS_TO_DATE = tuple("自至到从于在以按，、～~—-（(“")
_FOLLOWS_DATE = tuple("起至止前后以之的")
_UNIT = pattern(
    r"[\u4e00-\u9fff（）()·\u3000 ]{2,40}"
    r"(?:政府|党委|党支部|党总支|委员会|居委会|村委会|合作社|合作联社|办公室|办|局|所|站|中心|公司"
    r"|大队|队|院|学校|小学|中学|村|社区|组|指挥部|领导小组|章[）)])"
)
_LABEL = pattern(r"[\u4e00-\u9fff（）]{2,12}[：:][ \u3000]*[^ \u3000]")
_CLOSING = pattern(r"特此(?:公告|通告|通知|公示|通报|函告|报告|说明|证明)[。！]?")
_TITLE = pattern(r".{0,40}关于.{1,80}的(?:公告|通告|通知|公示|通报|决定|意见|方案|报告|批复|函)")
_SENTENCE = pattern(r"[，。；！？;!?]|,(?!\d)")
_HEADING = 24
"""Characters up to which a numbered line without any stop is a heading and not half a sentence."""


def begins(before: str, text: str, after: str) -> bool:
    """Whether `text` begins a paragraph below the line `before`; `after` is the one below, or empty.

    A line that goes on with a closing sign never does.
    """
    if _GOES_ON.match(text):
        return False
    return bool(
        _NUMBER.match(text)
        or _CLOSING.fullmatch(text)
        or (text.endswith("：") and _TITLE.fullmatch(before))
        or _is_ended(before)
        or _is_heading(before)
        or (_LABEL.match(text) and (_LABEL.match(before) or _LABEL.match(after)))
        or _signs(before, text, after)
    )


def behind_number(text: str) -> str:
    """The line without the number that it begins with and the space that Word puts behind that."""
    number = _NUMBER.match(text)
    return text[number.end() :].lstrip() if number else text


def _is_ended(line: str) -> bool:
    """Whether a line ends with a stop, which may stand before a closing bracket."""
    return line.rstrip(_CLOSERS).endswith(_ENDS)


def _is_heading(line: str) -> bool:
    """Whether a line is a numbered heading: short, and nothing in it stops."""
    return (
        len(line) <= _HEADING
        and _NUMBER.match(line) is not None
        and not _SENTENCE.search(line)
        and not line.endswith(_LEADS_TO_DATE)
    )


def _signs(before: str, text: str, after: str) -> bool:
    """Whether the lines are those at the end: who signs, then the day, then what follows."""
    if _DATE.fullmatch(text):
        return not before.endswith(_LEADS_TO_DATE)
    if _DATE.fullmatch(before):
        return not text.startswith(_FOLLOWS_DATE)
    return (
        _DATE.fullmatch(after) is not None
        and _UNIT.fullmatch(text) is not None
        and not before.endswith(_LEADS_TO_DATE)
    )
