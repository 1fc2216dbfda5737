"""The site that every script of edits begins with: small, with one of each kind, and a theme of its own."""

import struct
import zlib
from datetime import date

Files = dict[str, bytes]
"""The files that people write, by path under the project: `content/…` and `themes/…`."""

TODAY = date(2026, 11, 21)
CATEGORIES = ("finance", "affairs", "land")

SITE = """\
版本: 1
站名: 石桥村公开栏
主办: 石桥村村民委员会
编印: 石桥村村务公开小组
简介: 村务、财务公开
网址: https://shiqiao.example/
语言: zh-CN
主题: stone
栏目:
  - finance
  - affairs
  - land
公开单位:
  - 编号: village
    名称: 清溪镇石桥村村民委员会
    简称: 村委会
    层级: 村
  - 编号: watch
    名称: 石桥村村务监督委员会
    简称: 村监委会
    层级: 村
系列:
  题名: 村务公开（月度汇编）
  起始: 2026-08
联系:
  电话: 0730-5550188
"""

CATEGORY = """\
题名: {title}
简称字: {seal}
简介: 每月公布
类型:
  - 通知
  - 收支明细
  - 任前公示
  - 计生奖扶
  - 宅基地审批
  - 征地补偿
  - 民主决议
"""

HEAD = "标题: {title}\n公布日期: {day}\n公开单位: {unit}\n"
NOTICE = "---\n" + HEAD + "---\n\n{body}\n"
ROWS = """\
明细:
  - 日期: 2026-09-03
    凭证号: 收-1
    摘要: 租金
    收入: 250.50
  - 日期: 2026-09-09
    凭证号: 付-1
    摘要: 清沟
    用途: 水利
    支出: 50.50
"""
LEDGER = HEAD + "类型: 收支明细\n期间: 2026-09\n期初: 1,000.00\n期末: 1,200.00\n" + ROWS
KINDS = {
    "notice": NOTICE.replace("{body}", "修补村道300米，**费用**1,200.00元。\n\n- 一组\n- 二组"),
    "ledger": LEDGER,
    "appointment": HEAD
    + """\
类型: 任前公示
公示期:
  起: {day}
  工作日: 5
人员:
  - 姓名: 秦志刚
    现任职务: 村文书
    拟任职务: 村会计
""",
    "benefit": HEAD
    + """\
类型: 计生奖扶
期间: 2026年第三季度
标准:
  - 项目: 独生子女奖励
    标准: 每人每月10元
汇总:
  - 村或单位: 一组
    人数: 3
    金额: 90.00
  - 村或单位: 二组
    人数: 4
    金额: 120.00
合计人数: 7
合计金额: 210.00
""",
    "land-approval": HEAD
    + """\
类型: 宅基地审批
公示期:
  起: {day}
  天数: 7
阶段: 村级公示
审批表:
  - 户主: 陈*平
    村组: 二组
    批准面积: 128
合计宗数: 1
合计面积: 128
""",
    "land-compensation": HEAD
    + """\
类型: 征地补偿
项目: 县道改线工程
权属单位: 三组
补偿总额: 500.00
分配:
  - 对象: 三组
    金额: 200.00
  - 对象: 村集体
    金额: 300.00
""",
    "resolution": HEAD
    + """\
类型: 民主决议
会议: 村民代表会议
会议日期: 2026-10-19
应到: 46
实到: 41
议题:
  - 事项: 水渠清淤
    结果: 通过
    同意: 38
    反对: 1
    弃权: 2
""",
}
"""An entry of each kind, with blanks for its title, its day and its unit."""

PLAN = """\
# 施工安排

分两段，见[账目](../../finance/2026/10-ledger.yaml)和[款项的来源](../../finance/2026/10-funds.md#来源)。

![施工路段](11-plan/map.png)

## 工期

| 段 | 天数 |
| --- | ---: |
| 东段 | 5 |
| 西段 | 7 |
"""
CSV = "日期,凭证号,摘要,收入,支出\n2026-10-03,收-1,租金,250.50,\n2026-10-09,付-1,清沟,,50.50\n"
STANDING = "---\n标题: {title}\n次序: {order}\n---\n\n{body}\n"


def png(shade: int) -> bytes:
    """The smallest image of one grey dot."""

    def chunk(name: bytes, body: bytes) -> bytes:
        whole = name + body
        return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(bytes([0, shade])))
        + chunk(b"IEND", b"")
    )


def entry(kind: str, title: str, day: date | str, unit: str = "村委会") -> str:
    """The text of an entry of this kind."""
    return KINDS[kind].format(title=title, day=day, unit=unit)


def suffix(kind: str) -> str:
    """How the name of such an entry's file ends."""
    return ".md" if kind == "notice" else ".yaml"


def calendar(year: int, holiday: str = "01-01") -> str:
    """The notice for a year of one holiday."""
    return f"依据: 通知\n放假:\n  - 起: {year}-{holiday}\n"


def _texts() -> dict[str, str]:
    beside = entry("ledger", "石桥村2026年9月收支", "2026-10-12").replace(ROWS, "")
    plan = NOTICE.format(title="村道施工通知", day="2026-11-19", unit="村委会", body=PLAN)
    listed = "公示期:\n  起: 2026-11-19\n  天数: 7\n附件:\n  - 文件: budget.csv\n    题名: 预算\n"
    funds = "# 来源\n\n一事一议奖补**1,200.00**元。\n\n# 用途\n\n修路。"
    return {
        "site.yaml": SITE,
        "finance/category.yaml": CATEGORY.format(title="财务公开", seal="财"),
        "affairs/category.yaml": CATEGORY.format(title="村务公开", seal="务"),
        "land/category.yaml": CATEGORY.format(title="土地公开", seal="土"),
        "finance/2026/09-ledger.yaml": entry("ledger", "石桥村2026年8月收支", "2026-09-12"),
        "finance/2026/10-ledger.yaml": beside.replace("2026-09\n", "2026-10\n"),
        "finance/2026/10-ledger.csv": CSV,
        "finance/2026/10-funds.md": NOTICE.format(
            title="奖补资金使用情况", day="2026-10-20", unit="村监委会", body=funds
        ),
        "affairs/2026/10-vote.yaml": entry("resolution", "代表会议决议", "2026-10-21"),
        "affairs/2026/11-posts.yaml": entry("appointment", "村会计任前公示", "2026-11-18"),
        "affairs/2026/11-award.yaml": entry("benefit", "奖励扶助汇总", "2026-11-02", "village"),
        "affairs/2026/12-later.md": entry("notice", "年终结算通知", "2026-12-01"),
        "land/2026/10-homes.yaml": entry("land-approval", "宅基地审批公示", "2026-10-23"),
        "land/2026/11-fees.yaml": entry("land-compensation", "补偿费分配方案", "2026-11-09"),
        "land/2026/11-plan.md": plan.replace("公开单位", listed + "公开单位"),
        "land/2026/11-plan/budget.csv": "项目,元\n砂石,700\n",
        "land/draft.md": entry("notice", "没有写完", "2026-11-20").replace(
            "标题", "状态: 草稿\n标题"
        ),
        "pages/guide.md": STANDING.format(title="公开指南", order=1, body="看[制度](rules.md)。"),
        "pages/rules.md": STANDING.format(title="公开制度", order=2, body="每月一次。"),
        "issues/2026-10.yaml": "卷首: 本期逐笔公布。\n下期预告: 下期公布分配方案。\n",
        "calendar/2026.yaml": calendar(2026),
        "calendar/2027.yaml": calendar(2027),
        "files/verify.txt": "0000000001\n",
    }


OWN = (
    '{{% extends "parent/{name}.html" %}}\n{bring}{{% block main %}}\n'
    "{{{{ super() }}}}\n{text}\n{{% endblock %}}\n"
)
"""A template that prints something more than the one it extends."""
THEME = {
    "theme.yaml": "name: 石桥\ncontract: 1\nparent: default\n",
    "words/zh.yaml": "ask_title: 有疑问，找村委会\n",
    "templates/note.html": '{% macro note(text) %}<p class="small">{{ text }}</p>{% endmacro %}\n',
    "templates/door.html": '<p class="small">{{ words.visit_hours }}</p>\n',
    "templates/unit.html": OWN.format(
        name="unit",
        bring='{% from "note.html" import note %}\n',
        text="{{ note(words.phone) }}",
    ),
    "templates/standing.html": OWN.format(
        name="standing",
        bring='{% import "note.html" as n %}\n',
        text='{{ n.note(words.phone) }}\n{% include "door.html" %}',
    ),
}
SEED: Files = {
    **{f"content/{path}": text.encode() for path, text in _texts().items()},
    "content/land/2026/11-plan/map.png": png(128),
    **{f"themes/stone/{path}": text.encode() for path, text in THEME.items()},
}
"""Ten public entries of all kinds in three categories, one that waits, one draft."""
