"""The township's summary of a month: its text from summaries.yaml, its figures from the ledgers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from docs.township.days import Days, following
from docs.township.rows import Row
from docs.township.sheets import money

_BLANK = re.compile(r"{([^{}]+)}")
_SUMS = re.compile(r"收入([\d,.]+)元，支出([\d,.]+)元")
HEAD = "| 村 | 收入（元） | 支出（元） | 月末结余（元） |\n| --- | ---: | ---: | ---: |"
SIDES = ("收入", "支出", "结余")


@dataclass(frozen=True, slots=True)
class Account:
    """A village's month in cents; `sums` where its rows are written by hand."""

    name: str
    slug: str
    month: str
    opening: int
    rows: tuple[Row, ...]
    closing: int
    sums: tuple[int, int] | None = None

    @classmethod
    def told(cls, name: str, slug: str, month: str, said: Mapping[str, Any]) -> "Account":
        """One written by hand."""
        found = _SUMS.search(said["摘要"])
        assert found
        income, expense = (int(one.replace(",", "").replace(".", "")) for one in found.groups())
        opening, closing = round(said["期初"] * 100), round(said["期末"] * 100)
        return cls(name, slug, month, opening, (), closing, (income, expense))

    @property
    def income(self) -> int:
        """What came in."""
        return self.sums[0] if self.sums else sum(one.income for one in self.rows)

    @property
    def expense(self) -> int:
        """What went out."""
        return self.sums[1] if self.sums else sum(one.expense for one in self.rows)

    @property
    def path(self) -> str:
        """Its file below the content folder, without the ending."""
        after = following(self.month)
        return f"finance/{after[:4]}/{after[5:]}-{self.slug}-ledger"

    def find(self, part: str) -> tuple[int, Row]:
        """The one row with that in its text, and its number from 1."""
        (found,) = (one for one in enumerate(self.rows, 1) if part in one[1].text)
        return found


@dataclass(frozen=True, slots=True)
class Month:
    """All villages in a month, written 2026-03."""

    month: str
    accounts: list[Account]

    def sum(self, side: str) -> int:
        """The sum of all villages in cents."""
        return sum(amount(one, side) for one in self.accounts)

    def village(self, name: str) -> Account:
        """The one of that name, without 村."""
        return next(one for one in self.accounts if one.name == f"{name}村")


def amount(account: Account, side: str) -> int:
    """收入, 支出 or 结余 in cents."""
    return (account.income, account.expense, account.closing)[SIDES.index(side)]


def summary_text(chain: Sequence[Month], said: Mapping[str, Any], days: Days) -> tuple[str, str]:
    """When the summary of the last month of the chain is published, and its file's text."""
    month = chain[-1]
    after = following(month.month)
    shown = said.get("公布") or _shown(days.of(after), Random(f"汇总 {month.month}"))  # noqa: S311 - no secret
    formed = max(one for one in days.of(after) if one < shown)
    earlier = [one for one in days.of(after) if one < formed][-2:]
    year, number = month.month[:4], int(month.month[5:])
    filled = {key: _BLANK.sub(lambda found: blank(chain, found[1]), said[key]) for key in _TEXTS}
    mayor = "贺春林" if shown < date(2025, 1, 1) else "蒋伟东"
    head = [
        "---",
        f"标题: 各村{year}年{number}月财务收支汇总",
        "类型: notice",
        f"公布日期: {shown} {said.get('时间', '09:00')}",
        f"成文日期: {formed}",
        "公开单位: 农经站",
        f"文号: 清农经〔{after[:4]}〕{int(after[5:]) * 3 - 1}号",
        "索引号: {索引号}",
        "依据: 《中华人民共和国村民委员会组织法》第三十条",
        "公开时限: 定期",
        f"摘要: {filled['摘要']}",
        "相关:",
        *(f"  - {one.path}.yaml" for one in month.accounts),
        "系列: 各村月度收支汇总",
        "关键词:",
        *(f"  - {word}" for word in ("村级财务", "收支汇总", *said.get("关键词", ()))),
        "审批:",
    ]
    signed = (
        ("拟稿", "汪建平", earlier[0]),
        ("审核", "温永福", earlier[1]),
        ("保密审查", "邓若兰", earlier[1]),
        ("签发", mayor, formed),
    )
    for step, name, on in signed:
        head += [f"  - 环节: {step}", f"    姓名: {name}", f"    日期: {on}"]
    text = "\n".join([*head, "---", "", filled["正文"].strip(), ""])
    return f"{shown} {said.get('时间', '09:00')}", text


def _shown(working: Sequence[date], chance: Random) -> date:
    """One of the working days from the 18th to the 20th, or the first after them."""
    late = [one for one in working if one.day >= 18]
    near = [one for one in late if one.day <= 20] or late[:1]
    return near[int(chance.random() * len(near))]


_TEXTS = ("摘要", "正文")


def table(month: Month) -> str:
    """The villages' table with its sum."""
    named = [(one.name, *(money(amount(one, side)) for side in SIDES)) for one in month.accounts]
    named.append(("九村合计", *(money(month.sum(side)) for side in SIDES)))
    return "\n".join([HEAD, *(f"| {' | '.join(one)} |" for one in named)])


def blank(chain: Sequence[Month], asked: str) -> str:
    """What stands for a blank such as 表, 支出, 支出比上月, 大坝.支出 or 大坝:清淤."""
    month = chain[-1]
    if asked == "表":
        return table(month)
    village, row, part = asked.partition(":")
    if row:
        found = month.village(village).find(part)[1]
        return money(found.income or found.expense)
    name, dot, side = asked.rpartition(".")
    for word, back in (("比上月", 2), ("比上年", 13)):
        if side.endswith(word):
            side = side.removesuffix(word)
            return _changed(_of(month, name, side), _of(chain[-back], name, side))
    return money(_of(month, name if dot else "", side))


def _of(month: Month, name: str, side: str) -> int:
    return amount(month.village(name), side) if name else month.sum(side)


def _changed(now: int, before: int) -> str:
    word = "增加" if now > before else "减少"
    return f"{word}{money(abs(now - before))}元"
