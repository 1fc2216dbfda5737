"""Writes the sample's monthly ledgers of nine villages and the township's summaries of them.

`python docs/township/ledgers.py [FOLDER]` writes into FOLDER, which is `content` when not said.
The same files, byte for byte, whenever it is run. What it reads, README.md beside it says.
"""

import glob
import os
import sys
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, ROOT)

import yaml  # noqa: E402 - the path comes first

from docs.township import sheets  # noqa: E402 - found from the root, installed or not
from docs.township.days import Days, following, months, read_days  # noqa: E402 - the same
from docs.township.rows import SEED, Desk, Line, Row, Spare, lines, settled  # noqa: E402 - the same
from docs.township.sheets import money, plain  # noqa: E402 - the same
from docs.township.summaries import Account, Month, summary_text  # noqa: E402 - the same

CONTENT = os.path.join(ROOT, "content")
FIRST, LAST = "2023-10", "2026-10"
SLUGS = "shiqiao fenglin qingshan shahe xintang dongling yangjiaping daba liuwan".split()
"""The villages, in the order of the township's tables."""
BASIS = "《中华人民共和国村民委员会组织法》第三十条"
HOURS = ("09:00",) * 7 + ("10:30", "15:00", "16:00")
FEWEST, MOST = 9, 15
"""How many rows a month is filled up to; a full month may have one more."""


@dataclass(frozen=True, slots=True)
class Steps:
    """When a ledger was made, checked, formed and published."""

    on: tuple[date, date, date, date]
    published: str

    @property
    def formed(self) -> date:
        """The day of the last check."""
        return self.on[3]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A village's month, with what is special about it."""

    village: Mapping[str, Any]
    account: Account
    steps: Steps
    special: Mapping[str, Any]

    @property
    def path(self) -> str:
        """Its file below the content folder, without the ending."""
        return self.account.path

    @property
    def columns(self) -> list[str]:
        """The columns that it has beside the usual ones."""
        return list(self.special.get("列", []))


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished file that waits for its index number: when published, its place, its text."""

    published: str
    order: int
    path: str
    text: str


def main(folder: str) -> None:
    """Write them all."""
    for path, body in files().items():
        target = os.path.join(folder, *path.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(body)


def files() -> dict[str, bytes]:
    """Every file by its path below the content folder."""
    days = read_days(CONTENT)
    ledgers = [one for slug in SLUGS for one in village_ledgers(slug, days)]
    made: dict[str, bytes] = {}
    for one in ledgers:
        made |= beside(one)
    papers = [
        Paper(one.steps.published, SLUGS.index(one.account.slug), f"{one.path}.yaml", entry(one))
        for one in ledgers
    ]
    papers += summaries([one.account for one in ledgers], days)
    papers += kept({one.path for one in papers})
    numbers: dict[str, int] = {}
    for paper in sorted(papers, key=lambda one: (one.published, one.order)):
        year = paper.published[:4]
        numbers[year] = numbers.get(year, 0) + 1
        if paper.text:
            numbered = paper.text.replace("{索引号}", f"QX-CG-{year}-{numbers[year]:04}")
            made[paper.path] = numbered.encode()
    return made


def kept(made: Container[str]) -> Iterator[Paper]:
    """The ledgers and summaries that are written by hand: they have numbers of their own, no text."""
    for name in ("ledger.yaml", "summary.md"):
        for file in glob.glob(os.path.join(CONTENT, "finance", "*", f"*-{name}")):
            path = os.path.relpath(file, CONTENT).replace(os.sep, "/")
            slug = path.rpartition("/")[2].split("-")[1]
            if path not in made:
                order = SLUGS.index(slug) if slug in SLUGS else len(SLUGS)
                yield Paper(_published(file), order, path, "")


def _published(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return next(line for line in file if line.startswith("公布日期: ")).split(": ")[1].strip()


def read(name: str) -> Any:  # noqa: ANN401 - what the file holds
    """A file beside this one."""
    with open(os.path.join(HERE, *name.split("/")), encoding="utf-8") as file:
        return yaml.safe_load(file)


def village_ledgers(slug: str, days: Days) -> Iterator[Ledger]:
    """A village's ledgers that are made here, in order."""
    village, common, extras = (
        read(f"villages/{slug}.yaml"),
        read("common.yaml"),
        read("extras.yaml"),
    )
    spare = Spare(lines(village["机动"]) + lines(common["机动"]), {})
    steady = lines(village["每笔"])
    span = months(FIRST, village["止于"])
    desks = [
        Desk(village, one, Random(f"{SEED} {slug} {one}"), days)  # noqa: S311 - no secret
        for one in span
    ]
    rows = [month_rows(desk, steady, spare, number) for number, desk in enumerate(desks)]
    counted = settled(rows, round(village["期末"] * 100))
    for desk, (opening, filled, closing) in zip(desks, counted, strict=True):
        special = extras.get(slug, {}).get(desk.month, {}) | column_plan(extras, slug, desk.month)
        account = Account(village["名称"], slug, desk.month, opening, tuple(filled), closing)
        yield Ledger(village, account, steps(desk, special), special)


def column_plan(extras: Mapping[str, Any], slug: str, month: str) -> dict[str, Any]:
    """The further columns that the village keeps in that month."""
    plan = extras["列"].get(slug)
    return {"列": plan["列"], "经手": plan.get("经手")} if plan and plan["自"] <= month else {}


def month_rows(desk: Desk, steady: list[Line], spare: Spare, number: int) -> list[Row]:
    """The rows of a month in order of their days: those due, and a few that come up."""
    said = desk.village.get("逐笔", {}).get(desk.month)
    if said:
        return [desk.row(Line(desk.month, one[8:10], *_rest(one))) for one in said]
    due = [desk.row(line) for line in steady if line.due(desk.month)]
    wanted = desk.whole(FEWEST + 1, MOST)
    due += spare.some(desk, max(min(2, MOST + 1 - len(due)), wanted - len(due)), number)
    return sorted(due, key=lambda one: one.on)


def _rest(written: str) -> list[str]:
    return [part.strip() for part in written.split("|")][1:]


def steps(desk: Desk, special: Mapping[str, Any]) -> Steps:
    """Working days of the month after: made in its first days, published by the 15th."""
    until_15 = [one for one in desk.days.of(following(desk.month)) if one.day <= 15]
    latest = len(until_15) - 1
    at = [desk.whole(0, 3)]
    for wait in (0.7, 0.6, 0.6, 0.75):
        at.append(min(at[-1] + (desk.chance.random() < wait), latest))
    made, checked, watched, formed, shown = (until_15[one] for one in at)
    hour = HOURS[desk.whole(0, len(HOURS) - 1)]
    if shown == formed:  # the last check comes before the publication
        hour = "16:00"
    if "公布" not in special:
        return Steps((made, checked, watched, formed), f"{shown} {hour}")
    late = date.fromisoformat(special["公布"][:10])
    days = [one for one in desk.days.of(following(desk.month)) if one < late]
    return Steps((days[-4], days[-3], days[-2], days[-1]), special["公布"])


def entry(one: Ledger) -> str:
    """The text of a ledger's file."""
    account, village = one.account, one.village
    year, number = account.month[:4], int(account.month[5:])
    name = account.name
    head = [
        f"标题: {name}{year}年{number}月财务收支明细",
        "类型: ledger",
        f"公布日期: {one.steps.published}",
        f"成文日期: {one.steps.formed}",
        f"公开单位: {name}",
        f"文号: {village['字']}村财公〔{year}〕{number}号",
        "索引号: {索引号}",
        f"依据: {BASIS}",
        "公开时限: 定期",
        f"摘要: {told(account, number)}",
        f"系列: {name}月度收支",
        "关键词:",
        *(f"  - {word}" for word in (name, "村级财务", "收支明细")),
        f"期间: {account.month}",
        "金额单位: 元",
        f"期初: {plain(account.opening)}",
    ]
    body = [] if "表格" in one.special else ["明细:", *row_lines(one)]
    foot = [f"期末: {plain(account.closing)}", f"说明: {village['说明']}", *review(one)]
    return "\n".join([*head, *body, *foot, *correction(one), ""])


def told(account: Account, number: int) -> str:
    """The one sentence of a ledger: what came in, what went out, what is left."""
    sums = (account.income, account.expense, account.closing)
    came, went, left = (money(one) for one in sums)
    return (
        f"{account.name}{number}月收入{came}元，支出{went}元，"
        f"月末结余{left}元，{len(account.rows)}笔收支逐笔列出。"
    )


def row_lines(one: Ledger) -> Iterator[str]:
    """The rows, written in the entry."""
    for head, *cells in [table(one)[0], *table(one)[1:-1]][1:]:
        yield f"  - 日期: {head}"
        for key, cell in zip(table(one)[0][1:], cells, strict=True):
            if cell is not None:
                yield f"    {key}: {plain(cell) if isinstance(cell, int) else cell}"


def table(one: Ledger) -> list[list[sheets.Cell]]:
    """The rows with a head and, at the foot, their sums."""
    keys: list[sheets.Cell] = ["日期", "凭证号", "摘要", "用途", "收入", "支出", *one.columns]
    rows, balance = [keys], one.account.opening
    for number, row in enumerate(one.account.rows, 1):
        balance += row.income - row.expense
        usual: list[sheets.Cell] = [row.on, f"记-{number:03}", row.text, row.purpose or None]
        usual += [row.income or None, row.expense or None]
        rows.append(usual + [_further(one, row, key, balance) for key in one.columns])
    sums: list[sheets.Cell] = ["合计", None, None, None, one.account.income, one.account.expense]
    return [*rows, sums + [None] * len(one.columns)]


def _further(one: Ledger, row: Row, key: str, balance: int) -> sheets.Cell:
    if key == "结余":
        return balance
    if key == "审批人":
        return str(one.village["审核"]) if row.expense else None
    return str(one.special["经手"].get(row.purpose, one.village["制表"]))


def beside(one: Ledger) -> dict[str, bytes]:
    """The file of rows beside the entry, when it has one."""
    ending = one.special.get("表格")
    if not ending:
        return {}
    rows = table(one)
    body = sheets.as_csv(rows) if ending == "csv" else sheets.as_xlsx(rows)
    return {f"{one.path}.{ending}": body}


def review(one: Ledger) -> Iterator[str]:
    """The steps before publication."""
    yield "审批:"
    names = [one.village["制表"], one.village["审核"], one.village["监督"], "汪建平"]
    for step, name, on in zip(("制表", "审核", "监督", "复核"), names, one.steps.on, strict=True):
        yield from (f"  - 环节: {step}", f"    姓名: {name}", f"    日期: {on}")


def correction(one: Ledger) -> Iterator[str]:
    """The correction of one amount, when there was one."""
    made = one.special.get("更正")
    if not made:
        return
    account = one.account
    place, row = account.find(made["笔"])
    side, now = ("收入", row.income) if row.income else ("支出", row.expense)
    more = round(made["原值"] * 100) - now
    total = account.income if row.income else account.expense
    closing = account.closing + (more if row.income else -more)
    said = made["内容"].format(
        凭证=f"记-{place:03}",
        原=money(now + more),
        现=money(now),
        原合计=money(total + more),
        现合计=money(total),
        原结余=money(closing),
        现结余=money(account.closing),
    )
    yield from (
        "更正:",
        f"  - 日期: {made['日期']}",
        f"    内容: {said}",
        f"    原因: {made['原因']}",
        f"    行: 记-{place:03}",
        f"    栏: {side}",
        f"    原值: {money(now + more)}",
    )


def summaries(accounts: list[Account], days: Days) -> Iterator[Paper]:
    """The township's summaries of the months, but for the last, which is written by hand."""
    texts = read("summaries.yaml")
    chain: list[Month] = []
    for one in months(FIRST, LAST)[:-1]:
        made = {account.slug: account for account in accounts if account.month == one}
        chain.append(Month(one, [made.get(slug) or by_hand(slug, one) for slug in SLUGS]))
        published, text = summary_text(chain, texts[one], days)
        year, number = published[:4], published[5:7]
        yield Paper(published, 9, f"finance/{year}/{number}-villages-summary.md", text)


def by_hand(slug: str, month: str) -> Account:
    """A ledger that is written by hand: its sums stand in its one-sentence summary."""
    bare = Account("", slug, month, 0, (), 0)
    with open(os.path.join(CONTENT, f"{bare.path}.yaml"), encoding="utf-8") as file:
        said = yaml.safe_load(file)
    return Account.told(said["公开单位"], slug, month, said)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else CONTENT)
