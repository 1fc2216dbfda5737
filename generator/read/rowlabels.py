"""What the first words of a row say that it is: a sum, a line that belongs elsewhere, or data."""

import functools
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.model import fields as f
from generator.read import yamldoc
from generator.read.source import Source
from generator.read.yamldoc import Scalar
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern
from generator.values.problem import Problem

Why = Literal["unclear", "to-date", "of-which", "carried", "footer"]
"""Why a row is neither data nor a sum that can be compared."""
_COUNT = "[0-9一二三四五六七八九十百]{1,3}"
_COUNTER = "(?:个?(?:自然|行政)?村|个?组|[个户人宗笔项次批件])"
_BRACKETS = pattern(r"[(\[【〔〈<][^)\]】〕〉>]*[)\]】〕〉>]")
_NUMBER = pattern("[0-9]{3}|[0-9][.,]|[元角分壹贰叁肆伍陆柒捌玖拾佰仟]")
"""What in brackets may be an amount, which must not vanish with them; a unit alone may."""
_UNIT = pattern(r"[(\[【〔〈<](?:单位:?)?(?:人民币)?万?元[)\]】〕〉>]")
_SUM = pattern(
    r"(?:[一二三四五六七八九十]+[、.]|[0-9]{1,2}[、.)]|[0-9]{4}年(?=[0-9])|[0-9]{1,2}月份?"
    "|全(?:街道|社区|部|[镇村乡县组区市])|(?P<page>本页)|[本当](?:街道|社区|季度?|[月期镇村乡组表栏批次区])"
    "|各[村组户]|以上|上述|[收支]入?出?|[镇村]级|月)*"
    "(?:(?P<part>小计|sub-?total)|合计|总计|共计|累计|总数|总额|总和|[∑σ共总计]|合"
    "|(?:grand)?totals?|sum)"
    f"(?:[:=、]|金额|[户人件笔]?数|面积|[数额款为共]|{_COUNT}{_COUNTER})*[0-9]{{0,2}}"
)
_TO_DATE = pattern(r"(?:年|季|至|自|[0-9]月).*累计|本年.*计|(?:yeartodate|ytd)")
_LIKE_SUM = pattern(r"合计|共计|总计|小计|累计|[∑σ]|total(?![a-z])")
_CARRIED = pattern(
    "(?:[上本][月期年页]|当月)?[末初]?(?:结转|余额|结余|结存)(?:金额|余额|数)?"
    "|(?:[月期年][末初])(?:结转|余额|结余|结存)?(?:金额|余额|数)?"
    "|承前页|过次页|结转下[月页年期]"
)
_FOOTER = pattern(
    "(?:制表|填表|填报|编制|审核|复核|审批|会计|出纳|记账|经办|报账|主管|监督|公示|公开|打印|负责|村主任|书记|主任"
    "|理财小组|监委会|注|说明|备注)(?:负责)?(?:人|员|单位|日期|时间)?:.*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What makes a row a sum row: the cell that says so, and which rows it sums up."""

    cell: Scalar
    is_partial: bool


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that does not belong among the rows: the cell that says so, and why."""

    cell: Scalar
    why: Why


class Columns:
    """What the columns of a table say of its rows, once for all of them."""

    def __init__(self, declared: tuple[f.Field, ...]) -> None:
        texts = [one for one in declared if isinstance(one.type, f.Text)]
        self.texts = {word for one in texts for word in (one.key, one.zh)}
        self.all_add = all(one.adds for one in declared)
        needed = [one for one in declared if one.required and isinstance(one.type, f.Text | f.Day)]
        self._needed = [{one.key, one.zh} for one in needed]

    def is_whole(self, filled: list[tuple[str, Scalar]]) -> bool:
        """Whether a row has all that a line of account must have, more than a name and numbers."""
        keys = {key for key, _ in filled}
        return len(self._needed) > 1 and all(words & keys for words in self._needed)


def of(row: yamldoc.Mapping, columns: Columns) -> Label | Stray | None:
    """What the row's first filled cell or first text says that it is; None for data.

    A text behind them that is nothing but a sum's word is a stray as well: nothing is guessed.
    """
    filled = [
        (key.text, cell)
        for key, cell in row.items
        if isinstance(cell, Scalar) and cell.text.strip()
    ]
    texts = [cell for key, cell in filled if key in columns.texts]
    # almost every row is data, and none of its words is a sum's
    if not any(any(_said(cell.text)) for cell in (*(cell for _, cell in filled[:1]), *texts)):
        return None
    first = list(dict.fromkeys([*(cell for _, cell in filled[:1]), *texts[:1]]))
    found = next(filter(None, map(_labelled, first)), None)
    if found:
        return found
    stray = next(_strays(first, all_add=columns.all_add, is_whole=columns.is_whole(filled)), None)
    hidden = next((cell for cell in texts if _labelled(cell)), None)
    return stray or (Stray(hidden, "unclear") if hidden else None)


def sums_up(text: str) -> Literal["whole", "part", "unclear", ""]:
    """Which rows a row sums up whose first cell says this; empty for data, `unclear` for neither."""
    sums_up, strays = _said(text)
    return sums_up or ("unclear" if strays and set(strays) - {"carried"} else "")


def is_footer(text: str) -> bool:
    """Whether a cell signs or explains the table: 制表：李四."""
    return _FOOTER.fullmatch(_plain(text)) is not None


def told(source: Source, stray: Stray, shift: int = 0) -> Problem:
    """What is said of a stray row; its lines count from `shift` in the source."""
    cell = stray.cell
    spot = (cell.line + shift, cell.column, cell.length)
    label = cell.text.strip()
    match stray.why:
        case "unclear":
            return source.problem("sum/unclear", *spot, label=label)
        case "to-date":
            return source.problem("sum/to-date", *spot, label=label)
        case "of-which":
            return source.problem("sum/of-which", *spot, label=label)
        case "carried":
            return source.problem("table/carried", *spot, label=label)
        case "footer":
            return source.problem("table/footer", *spot, label=label)


class _Said(NamedTuple):
    """What the words of a cell alone say: which rows they sum up, and as what they are astray."""

    sums_up: Literal["whole", "part", ""]
    strays: tuple[Why, ...]


@functools.lru_cache(maxsize=4096)
def _said(text: str) -> _Said:
    """What a cell says; the same words begin the rows of many tables."""
    plain = _plain(text)
    if _TO_DATE.search(plain):
        return _Said("", ("to-date",))
    bare = _bare(plain)
    found = _SUM.fullmatch(bare)
    sums_up: Literal["whole", "part", ""] = ""
    if found:
        sums_up = "part" if found["part"] or found["page"] else "whole"
    if plain.startswith("其中"):
        return _Said(sums_up, ("of-which",))
    if _FOOTER.fullmatch(plain):
        return _Said(sums_up, ("footer",))
    carried: tuple[Why, ...] = ("carried",) if _CARRIED.fullmatch(bare.rstrip(":")) else ()
    unclear: tuple[Why, ...] = ("unclear",) if _LIKE_SUM.search(plain) else ()
    return _Said(sums_up, (*carried, *unclear))


def _labelled(cell: Scalar) -> Label | None:
    said = _said(cell.text).sums_up
    return Label(cell, said == "part") if said else None


def _strays(first: list[Scalar], *, all_add: bool, is_whole: bool) -> Iterator[Stray]:
    passed = {"carried"} if all_add else set()
    passed |= {"unclear"} if is_whole else set()
    for cell in first:
        for why in _said(cell.text).strays:
            if why not in passed:
                yield Stray(cell, why)
                break


def _plain(text: str) -> str:
    """The words in one width, without spaces, the marks of emphasis around them, and capitals."""
    narrow = unicodedata.normalize("NFKC", text).lower()
    return "".join(narrow.split()).strip("*#-_—·.。,;=~")


def _bare(plain: str) -> str:
    """The words without what stands in brackets, unless that may be an amount."""
    unit = _UNIT.sub("", plain)
    return _BRACKETS.sub(lambda found: found[0] if _NUMBER.search(found[0]) else "", unit)
