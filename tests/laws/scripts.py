"""Scripts of edits, drawn: what is done often in an office more often, and what breaks things too."""

from hypothesis import strategies as st

from tests.conftest import HOUSE
from tests.laws.edits import (
    Add,
    Alien,
    Amount,
    Attach,
    Beside,
    Body,
    Break,
    Delete,
    Drop,
    Edit,
    Hand,
    Head,
    Letter,
    Link,
    Move,
    Named,
    Picture,
    Related,
    Spoil,
    Stranger,
    Supersede,
    Swap,
    Title,
    Touch,
    Wait,
    Write,
)
from tests.laws.office import Script, Step
from tests.laws.seed import KINDS, OWN, STANDING, calendar

Choice = st.SearchStrategy[Edit]

Texts = dict[str, list[str | None]]
"""What may be written into a file, None throwing it away."""

PICKS = st.integers(0, 15)
OFTEN = st.integers(0, 999)
TITLES = ("村道修补", "水费收缴 <b>", "议事规则 & 附件", "“一事一议”公示", "九月的账目")
BODIES = (
    "正文。",
    "# 来源\n\n第一条\n\n## 用途\n\n- 甲\n- 乙",
    "# 款项\n\n没有别的。",
    "| 户 | 元 |\n| - | - |\n| 一组 | 1,200.00 |",
    "见[预算](11-plan/budget.csv)，![施工路段](11-plan/map.png)。",
    "",
)
DAYS = ("2026-08-31", "2026-09-09", "2026-10-02", "2026-11-20", "2026-11-21", "2026-12-24")
HEADS = {
    "公布日期": [f"公布日期: {day}\n" for day in (*DAYS, "2026-11-21 09:30")],
    "公开单位": ["公开单位: 村委会\n", "公开单位: 村监委会\n", "公开单位: watch\n"],
    "状态": [
        "状态: 草稿\n",
        "状态: 待发布\n",
        "",
        *(f"状态: 撤回\n撤回日期: {day}\n撤回原因: 有误\n" for day in DAYS[3:]),
    ],
    "公开范围": ["公开范围: 内部\n", "公开范围: 社会\n"],
    "更正": [
        f"更正:\n  - 日期: 2026-11-{day}\n    内容: 200改为300\n    原因: 漏写\n"
        for day in (19, 20)
    ],
    "系列": ["系列: 月报\n", "系列: 村道\n", ""],
    "旧址": ["旧址:\n  - affairs/old.html\n", "旧址:\n  - land/2026/11-plan.html\n", ""],
    "编号": ["编号: road\n", "编号: money\n", ""],
    "公示期": [
        "公示期:\n  起: 2026-11-21\n  天数: 7\n",
        "公示期:\n  起: 2026-11-21\n  工作日: 30\n",
        "公示期:\n  起: 2026-10-23\n  止: 2026-11-22\n",
        "",
    ],
    "索引号": ["索引号: QX-1\n", "索引号: QX-2\n"],
    "摘要": ["摘要: 一句话。\n", ""],
    "关键词": ["关键词:\n  - 道路\n", ""],
}
PLACES = [
    f"{folder}/2026/{n:02d}-new" for folder in ("finance", "affairs", "land") for n in (9, 11)
]
MACROS, ENTRY, BASE = (
    (HOUSE / f"themes/default/templates/{name}.html").read_text("utf-8")
    for name in ("macros", "entry", "base")
)


def _more(name: str, text: str) -> str:
    return OWN.format(name=name, bring="", text=f"<p>{text}</p>")


THEME: Texts = {
    "words/zh.yaml": ["ask_title: 问村委会\n", "why: 为何\n", "plan_home: 门口\n", None],
    "tokens.yaml": ['red:\n  light: "#1e6547"\n', 'red:\n  light: "#800000"\n', None],
    "templates/changes.html": [
        _more("changes", "{{ words.phone }}"),
        _more("changes", "{{ super( }}"),
        None,
    ],
    "templates/entry.html": [
        _more("entry", "{{ words.ask_title }}"),
        _more("entry", "{% include 'door.html' %}"),
        ENTRY.replace("<article>", "<article><hr>"),
        ENTRY.replace("<article>", '<article class="wide">'),
        ENTRY.replace("<h1>{{ page.title|nb }}", "<h1>{{ page.account|nb }} {{ page.title }}"),
        ENTRY.replace('<p class="lede">', '<p class="lede" id="lede">'),
        None,
    ],
    "templates/base.html": [
        BASE.replace("<title>", "<title>村 "),
        BASE.replace("<title>", '<title lang="zh">'),
        BASE.replace("{% for tag in page.head.metas %}", "{% for tag in page.head.metas[:2] %}"),
        None,
    ],
    "templates/unit.html": [_more("unit", "{{ words.ask_title }}"), None],
    "templates/moved.html": ["{{ page.target.text }}\n", None],
    "templates/note.html": [
        "{% macro note(text) %}<p>{{ text }}</p>{% endmacro %}\n",
        "{% macro note(text) %}<b>{{ text }}</b>{% endmacro %}\n",
        None,
    ],
    "templates/door.html": ["<p>{{ words.visit_title }}</p>\n", "{# 没有 #}\n"],
    "templates/macros.html": [
        MACROS.replace("<time datetime", '<time class="day" datetime'),
        MACROS.replace("<table", '<table class="wide"'),
        None,
    ],
    "assets/extra.css": [".mast { margin: 0; }\n", ".mast { margin: 1px; }\n", None],
    "assets/hills.svg": ['<svg xmlns="http://www.w3.org/2000/svg"/>\n', None],
    "theme.yaml": [
        "name: 石桥\ncontract: 1\nparent: village\n",
        "name: 石头\ncontract: 1\nparent: default\n",
    ],
}
SETTINGS = [
    ("站名: 石桥村公开栏", "站名: 石桥村阳光栏"),
    ("网址: https://shiqiao.example/\n", ""),
    ("网址: https://shiqiao.example/", "网址: https://shiqiao.example/village/"),
    ("    简称: 村委会\n", "    简称: 村委会\n    电话: 0730-5550177\n"),
    ("名称: 石桥村村务监督委员会", "名称: 石桥村村务监督小组"),
    ("  - 编号: watch\n", "  - 编号: third\n    名称: 三组\n    层级: 村\n  - 编号: watch\n"),
    ("起始: 2026-08", "起始: 2026-05"),
    ("题名: 村务公开（", "题名: 村务和财务公开（"),
    ("语言: zh-CN", "语言: en"),
    ("主题: stone", "主题: default"),
    ("  - affairs\n  - land\n", "  - land\n  - affairs\n"),
    ("版本: 1\n", "版本: 1\n开放数据: 否\n"),
    ("站名: ", "站民: "),
]
OTHERS: Texts = {
    "content/pages/rules.md": [
        STANDING.format(title="公开制度", order=3, body="每月两次。"),
        STANDING.format(title="制度", order=1, body="每月一次。"),
        None,
    ],
    "content/pages/more.md": [STANDING.format(title="说明", order=4, body="见[指南](guide.md)。")],
    "content/issues/2026-10.yaml": ["卷首: 换一句话。\n", None],
    "content/issues/2026-11.yaml": ["卷首: 本月的话。\n", "卷首 没有冒号\n"],
    "content/calendar/2026.yaml": [calendar(2026, "11-23"), calendar(2025), None],
    "content/files/verify.txt": ["0000000002\n", None],
    "content/files/robots.txt": ["User-agent: *\n"],
    "content/README.md": ["怎样写。\n"],
    "content/finance/Thumbs.db": ["litter"],
    "content/finance/notes.txt": ["a stray"],
}
HARMS = st.sampled_from(["more", "less", "flipped", "unnoticed", "gone"])


def _writes(files: Texts, under: str = "") -> Choice:
    pairs = [(f"{under}{path}", text) for path, texts in files.items() for text in texts]
    return st.sampled_from(pairs).map(lambda pair: Write(*pair))


def _swaps() -> Choice:
    there = [Swap("content/site.yaml", old, new) for old, new in SETTINGS]
    back = [Swap("content/site.yaml", new, old) for old, new in SETTINGS if new]
    titles = [
        Swap("content/finance/category.yaml", "题名: 财务公开", "题名: 账目公开"),
        Swap("content/land/category.yaml", "简称字: 土", "简称字: 地"),
        Swap("content/affairs/category.yaml", "简介: 每月公布", "简介: 随时公布"),
        Swap("content/affairs/category.yaml", "  - 民主决议\n", ""),
    ]
    return st.sampled_from([*there, *back, *titles])


TEXTS: Choice = st.one_of(
    st.builds(Body, PICKS, st.sampled_from(BODIES)),
    st.builds(Title, PICKS, st.sampled_from(TITLES)),
    st.builds(Letter, PICKS, st.sampled_from("甲乙丙丁"), st.booleans()),
    st.builds(
        Amount,
        PICKS,
        *(st.just(word) for word in ("350.50", "1,300.00")),
        st.sampled_from([True, True, False]),
    ),
)
ENTRIES: Choice = st.one_of(
    st.builds(
        Add,
        st.sampled_from(sorted(KINDS)),
        st.sampled_from(PLACES),
        st.sampled_from(TITLES),
        st.sampled_from(DAYS),
    ),
    st.builds(
        Add, st.just("notice"), st.just("affairs/2026/公告"), st.just("公告"), st.just("2026-11-20")
    ),
    st.builds(
        Move,
        PICKS,
        st.sampled_from([*PLACES, "land/2026/账目"]),
        st.sampled_from([True, True, False]),
    ),
    st.builds(Named, PICKS, st.sampled_from(["road", "money"])),
    st.builds(Delete, PICKS),
    st.builds(Break, PICKS, st.sampled_from(["yaml", "bytes", "key", "empty", "unit"])),
)
MARKS: Choice = st.sampled_from(sorted(HEADS)).flatmap(
    lambda key: st.builds(Head, PICKS, st.just(key), st.sampled_from(HEADS[key]))
)
RELATIONS: Choice = st.one_of(
    st.builds(Supersede, PICKS, PICKS, st.sampled_from(DAYS[3:])),
    st.builds(Related, PICKS, PICKS),
    st.builds(Link, PICKS, PICKS, st.sampled_from(["", "", "来源", "工期"])),
)
FILES: Choice = st.one_of(
    st.builds(
        Attach,
        PICKS,
        st.just("new.csv"),
        st.sampled_from(["甲,1\n", "甲,2\n", None]),
        st.sampled_from([True, True, False]),
    ),
    st.builds(Picture, st.integers(0, 3)),
    st.builds(Beside, PICKS, st.booleans()),
    _writes(OTHERS),
)
LOOKS: Choice = _writes(THEME, "themes/stone/")
DISK: Choice = st.one_of(
    st.builds(Touch, PICKS, st.sampled_from([0, 5, 86400])),
    st.builds(Hand, OFTEN, HARMS, OFTEN),
    st.builds(
        Stranger, st.sampled_from(["Thumbs.db", "finance/Thumbs.db", "mine.html", "land/new/x.txt"])
    ),
    st.builds(Drop, st.sampled_from(["output", ".releases", ".cache"])),
)
MEMORY: Choice = st.one_of(
    st.builds(Spoil, OFTEN, HARMS, OFTEN),
    st.builds(Spoil, OFTEN, HARMS, OFTEN),
    st.builds(Alien, OFTEN, st.sampled_from([b"", b"{}", b"SQLite format 3\0", b"\x80\x05N."])),
)
CLOCK: Choice = st.builds(Wait, st.sampled_from([1, 1, 2, 5, 40, -1, -30]))
EDITS: Choice = st.sampled_from(
    [TEXTS, TEXTS, ENTRIES, MARKS, MARKS, RELATIONS, FILES, LOOKS, _swaps(), DISK, MEMORY, CLOCK]
).flatmap(lambda family: family)
"""One edit; each family as often as it stands there."""
STEPS = st.builds(
    Step,
    st.lists(EDITS, min_size=1, max_size=3).map(tuple),
    killed=st.one_of(st.just(0), st.just(0), st.just(0), st.integers(1, 999)),
    mended=st.sampled_from([True, True, True, False]),
)
SCRIPTS = st.builds(
    Script,
    st.lists(STEPS, min_size=2, max_size=6).map(tuple),
    coarse=st.booleans(),
    way=st.sampled_from(["exchange", "exchange", "files"]),
)
"""A script: the seed, two to six steps, a disk, and a way to commit."""
