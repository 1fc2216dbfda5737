"""A small project of a made-up village, as files in memory, and a build of it in this process."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from generator.app.build import build
from generator.app.order import Order, Report
from generator.edge.project import HOME, Project
from generator.model.category import Category
from generator.model.settings import Settings
from generator.read.assemble import Job, find_settings
from generator.read.workyears import read_calendar
from generator.values.source_file import SourceFile
from generator.values.workdays import WEEKDAYS

TODAY = date(2026, 11, 21)
CALENDAR = (
    read_calendar(
        SourceFile(f"content/calendar/{path.name}", path.read_bytes())
        for path in (Path(HOME) / "generator/starter/content/calendar").glob("*.yaml")
    ).value
    or WEEKDAYS
)
"""The notices that a new site begins with."""
SETTINGS = """\
版本: 1
站名: 石桥村公开栏
主办: 石桥村村民委员会
编印: 石桥村村务公开小组
简介: 村务、财务公开
主题: default
栏目:
  - finance
  - affairs
公开单位:
  - 编号: village
    名称: 清溪镇石桥村村民委员会
    简称: 村委会
    层级: 村
  - 编号: group
    名称: 石桥村村务监督委员会
    简称: 村监委会
    层级: 村
系列:
  题名: 村务公开（月度汇编）
  起始: 2026-05
联系:
  电话: 0730-5550188
"""
FINANCE = """\
题名: 财务公开
简称字: 财
简介: 每月公布收支
类型:
  - 收支明细
  - 通知
"""
AFFAIRS = """\
题名: 村务公开
简称字: 务
简介: 议事和公示
类型:
  - 通知
"""
LEDGER = """\
标题: 石桥村2026年{month}月收支明细
公布日期: 2026-{month:02d}-28
公开单位: 村委会
期间: 2026-{month:02d}
期初: 1,000.00
明细:
  - 日期: 2026-{month:02d}-03
    凭证号: 收-1
    摘要: 租金
    收入: 250.50
  - 日期: 2026-{month:02d}-09
    凭证号: 付-1
    摘要: 清沟
    支出: 50.50
期末: 1,200.00
"""
NOTICE = """\
---
标题: {title}
公布日期: {day}
公开单位: 村委会
---

{body}
"""
BASE = {
    "content/site.yaml": SETTINGS,
    "content/finance/category.yaml": FINANCE,
    "content/affairs/category.yaml": AFFAIRS,
    "content/finance/2026/06-ledger.yaml": LEDGER.format(month=6),
    "content/finance/2026/07-ledger.yaml": LEDGER.format(month=7),
    "content/affairs/2026/06-road.md": NOTICE.format(
        title="村道修补公示",
        day="2026-06-12",
        body="修补村道300米，见[账目](../../finance/2026/06-ledger.yaml)。",
    ),
    "content/affairs/2026/11-meeting.md": NOTICE.format(
        title="村民代表会议通知",
        day="2026-11-20",
        body="定于**11月25日**召开。\n\n- 议题一\n- 议题二",
    ),
}
"""The files of the village, by path."""

Files = dict[str, str]


def sources(files: Mapping[str, str | bytes]) -> tuple[SourceFile, ...]:
    """The files as a reader gets them."""
    return tuple(
        SourceFile(path, body.encode() if isinstance(body, str) else body)
        for path, body in sorted(files.items())
    )


def settings() -> Settings:
    """The village's settings."""
    value = find_settings(sources(BASE), "content").value
    assert value
    return value


def job(path: str, body: bytes) -> Job:
    """A file of the village's finance category, which takes both kinds, to be read."""
    finance = Category("finance", "财务公开", "财", "收支", (), "", ("ledger", "notice"))
    return Job(SourceFile(path, body), finance, settings(), TODAY, calendar=CALENDAR)


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Make the project folder hold exactly these files, and leave its output alone."""
    content = folder / "content"
    standing = {p.relative_to(folder).as_posix() for p in content.rglob("*") if p.is_file()}
    for path in standing - files.keys():
        (folder / path).unlink()
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path not in standing or target.read_bytes() != text.encode():
            target.write_bytes(text.encode())


def built(folder: Path, output: str, today: date = TODAY, jobs: int = 1) -> Report:
    """Build the project in `folder` into its folder `output`, which has its own undo beside it."""
    project = Project(
        content=str(folder / "content"),
        themes=os.path.join(HOME, "themes"),
        output=str(folder / output / "output"),
        releases=str(folder / output / ".releases"),
        cache=str(folder / output / ".cache"),
    )
    Path(folder, output).mkdir(exist_ok=True)
    return build(Order(project, today, jobs))


def tree(folder: Path) -> dict[str, str]:
    """The digest and the mode of every file under a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        + f" {path.stat().st_mode:o}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def codes(report: Report) -> set[str]:
    """The codes of a report's problems."""
    return {one.code for one in report.problems}


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> Iterable[str]:
    """The paths at which two trees are not the same."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
