"""The list with which packages are handed on: what has become of each, and in which delivery.

A row stays for good: whoever missed deliveries finds in it what is still to be done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Literal

from generator.plan.dataset import DataField, DataTable, csv_of, json_of
from generator.values.dataclass import dataclass, replace

Action = Literal["new", "changed", "withdrawn"]
SHEET, LIST, READ_ME = "import.csv", "packages.json", "README.txt"

_WORDS = {
    "action": {"new": "新增", "changed": "更新", "withdrawn": "撤下"},
    "state": {
        "ready": "现行",
        "corrected": "现行（更正过）",
        "superseded": "已被替代",
        "withdrawn": "已撤回",
        "gone": "不再公开",
    },
}
_JOINED = "、"
_COLUMNS = (
    ("batch", "批次"),
    ("action", "动作"),
    ("title", "标题"),
    ("state", "状态"),
    ("note", "说明"),
    ("index_no", "索引号"),
    ("doc_no", "文号"),
    ("unit", "发布机构"),
    ("category", "栏目"),
    ("formed", "成文日期"),
    ("published", "发布时间"),
    ("basis", "公开依据"),
    ("keywords", "关键词"),
    ("fragment", "正文"),
    ("files", "图片和附件"),
    ("data", "数据文件"),
    ("address", "地址"),
    ("fingerprint", "指纹"),
)
HELP = """\
这个文件夹是给上级网站的栏目导入用的，一条信息一个文件夹，由程序整理，不要在里面改。

import.csv   导入清单。“批次”是第几次交付，最新的排在前面；上次导到第几批，就把批次更大的各行做一遍：
             新增  建一条，正文贴 fragment.html 的代码，图片和附件照原来的文件夹名上传
             更新  按“地址”（或索引号）找到原来那条，整条换掉；找不到的当作新增
             撤下  按“地址”找到原来那条，撤下来；“说明”里写着为什么
packages.json  同一张清单，给程序读
每个文件夹：fragment.html 正文（UTF-8，没有页头页脚和脚本）、meta.json 和 meta.xml 各项信息、
             files 图片和附件、data 表格和数据
gongkai.css  可以加在栏目的页面里，一次就够，表格会整齐些；不加也看得全
manifest.json 和 data/manifest  全部文件的清单和指纹，核对有没有被改动

Packages for a column of another site's CMS; import.csv says what to do with each (batch, action).
"""
"""What stands in the folder for whoever imports it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A package: what was done last, in which delivery, and what an importing person has to know.

    `digest` is that of all its files; empty where it is no longer there. Texts are finished.
    """

    batch: int
    action: Action
    title: str
    state: str
    note: str
    index_no: str
    doc_no: str
    unit: str
    category: str
    formed: str
    published: str
    basis: str
    keywords: str
    fragment: str
    files: str
    data: str
    address: str
    fingerprint: str
    digest: str


def row(card: Mapping[str, object], digest: str, folder: str) -> Row:
    """The row of a package, by its card; the delivery is not known yet."""
    unit, category = card["unit"], card["category"]
    files = card["files"]
    assert isinstance(unit, dict)
    assert isinstance(category, dict)
    assert isinstance(files, list)
    names = {
        is_data: _JOINED.join(
            f"{folder}{one['name']}" for one in files if (one["role"] == "data") == is_data
        )
        for is_data in (True, False)
    }
    keywords = card.get("keywords", [])
    assert isinstance(keywords, list)
    state, note = _state(card)
    return Row(
        batch=0,
        action="withdrawn" if state == "withdrawn" else "new",
        title=str(card["title"]),
        state=state,
        note=note,
        index_no=str(card.get("index_no", "")),
        doc_no=str(card.get("doc_no", "")),
        unit=str(unit.get("name", "")),
        category=str(category.get("title", "")),
        formed=str(card.get("formed", "")),
        published=str(card.get("published", ""))[:16].replace("T", " "),
        basis=str(card.get("basis", "")),
        keywords=_JOINED.join(map(str, keywords)),
        fragment=f"{folder}fragment.html",
        files=names[False],
        data=names[True],
        address=str(card["address"]),
        fingerprint=str(card["fingerprint"]),
        digest=digest,
    )


def follow(before: Iterable[Row], now: Iterable[Row]) -> tuple[Row, ...]:
    """The list after a delivery: what is as it was keeps its row, all else gets the next number."""
    old = {one.address: one for one in before}
    number = max((one.batch for one in old.values()), default=0) + 1
    rows = [_followed(old.pop(one.address, None), one, number) for one in now]
    rows += [_gone(one, number) for one in old.values()]
    return tuple(sorted(rows, key=_order))


def sheet(rows: Iterable[Row]) -> bytes:
    """The list as a spreadsheet shows it."""
    fields = tuple(DataField(key, title, "text") for key, title in _COLUMNS)
    cells = tuple(tuple(_cell(one, key) for key, _ in _COLUMNS) for one in rows)
    return csv_of(DataTable("import", "", fields, cells))


def listed(rows: Iterable[Row]) -> bytes:
    """The list for programs."""
    return json_of({"format": 1, "packages": [asdict(one) for one in rows]})


def _followed(old: Row | None, one: Row, number: int) -> Row:
    if old and old.digest == one.digest:
        return replace(one, batch=old.batch, action=old.action)
    if old is None or "withdrawn" in {old.action, one.action}:
        return replace(one, batch=number)
    return replace(one, batch=number, action="changed")


def _gone(old: Row, number: int) -> Row:
    """What is no longer there at all, and so has neither text nor files."""
    if not old.digest:
        return old
    return replace(
        old,
        batch=number,
        action="withdrawn",
        state="gone",
        note="",
        fragment="",
        files="",
        data="",
        digest="",
    )


def _order(one: Row) -> tuple[int, int, str]:
    """The last delivery first, and in it what is to be withdrawn."""
    return -one.batch, ("withdrawn", "changed", "new").index(one.action), one.address


def _state(card: Mapping[str, object]) -> tuple[str, str]:
    """Whether it holds, and what a reader of the list must be told of it."""
    status = str(card.get("status", ""))
    corrections = card.get("corrections", [])
    for key, word, why in (
        ("withdrawal", "withdrawn", "reason"),
        ("superseding", "superseded", "why"),
    ):
        told = card.get(key)
        if status == word and isinstance(told, dict):
            return status, " ".join(str(told[one]) for one in ("on", why) if told.get(one))
    if status == "ready" and isinstance(corrections, list) and corrections:
        last = max(corrections, key=lambda one: str(one.get("on", "")))
        return "corrected", f"{last.get('on', '')} {last.get('what', '')}".strip()
    return status, ""


def _cell(one: Row, key: str) -> str | int:
    value = getattr(one, key)
    if key in _WORDS:
        return _WORDS[key].get(str(value), str(value))
    return value if isinstance(value, int) else str(value)
