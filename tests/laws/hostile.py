"""What people, editors and other programs put into files: valid entries, and the ways they go wrong."""

from hypothesis import strategies as st

from tests.laws.village import AFFAIRS, LEDGER, SETTINGS

RICH = """\
---
标题: 村道修补公示
状态: 待发布
公布日期: 2026-11-12 09:30
成文日期: 2026-11-10
公开单位: 村委会
类型: 通知
编号: road
文号: 石村〔2026〕3号
索引号: QX-2026-11-001
公开范围: 社会
公开时限: 即时
公示期:
  起: 2026-11-18
  工作日: 5
相关: finance/2026/06-ledger.yaml
系列: 村道
旧址: affairs/old-road.html
审批:
  - 环节: 审核
    姓名: 王**
    日期: 2026-11-11
更正:
  - 日期: 2026-11-19
    内容: 200 米改为 300 米
    原因: 漏写
摘要: 修补村道 300 米
关键词:
  - 村道
  - 修补
---
# 村道修补公示

修补村道**300 米**，见[账目](../../finance/2026/06-ledger.yaml)。

| 户 | 金额（元） |
| --- | ---: |
| 张** | 1,200.00 |

1. 第一段
2. 第二段
   - 石料
> 引文
"""
# ruff: noqa: E501
SCRAPS = (
    "---\n", "---", ": ", ":", "：", "- ", "? ", "{", "}", "[", "]", "&a ", "*a", "!!str ", "!x ", "|\n", ">-\n",
    "<<: *a\n", "%YAML 1.1\n", "...\n", "# ", '"', "'", "\\", "\t", "\n", "\r\n", "\r", " ", "　", "\ufeff",
    "\x00", "\x1b[31m", "\x85", "\u2028", "\u200b", "\u202e", "\ud7ff", "\U0001f600", "e\u0301" * 3,
    "2026-02-30", "0000-01-01", "9999-12-31", "10000-1-1", "2026-11-12T25:61", "２０２６-１-１", "٢٠٢٦-٠١-٠١",
    "1" * 30, "9" * 5000, "-1", "1e400", "NaN", "0x10", "１，２３４．５０", "（100.00）", "1,2,3", "0.001", "+.5", "²",
    "**", "***", "__", "``", "`", "![](", "[a](b", "](javascript:alert(1))", "[x]: y\n", "<b>", "</td>", "&lt;",
    "<!--", "-->", "<?", "| |\n", "|-|\n", "====\n", "* * *\n", "    ", "1. ", "> " * 20, "- " * 20, "#" * 9,
    "(" * 60, "*a" * 90, "[" * 90, "<" * 90, "!" * 210, "~" * 210,
    "标题: 二\n", "状态: 撤回\n", "状态: 草稿\n", "公开范围: 内部\n", "公布日期: 2027-01-01\n", "单位: 元\n", "类型: 收支明细\n",
    "天数: 99999999\n", "  天数: 9999999\n", "止: 2026-11-01\n", "期间: 9999-12\n", "未知: 值\n", "关键词: []\n",
    "公示期: []\n", "审批: {}\n", "标题: [a, b]\n", "标题:\n  a: b\n", "金额单位: 万元\n", "明细: []\n",
)  # fmt: skip
SEEDS = tuple(
    text.encode()
    for text in (RICH, LEDGER.format(month=10), SETTINGS, AFFAIRS, "", "a: b\n", "---\n---\n")
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A valid file, or one of its neighbours: cut, doubled, and with scraps put in."""
    text = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        end = draw(st.integers(at, min(len(text), at + 40)))
        match draw(
            st.sampled_from(("insert", "insert", "replace", "delete", "double", "byte", "value"))
        ):
            case "insert":
                text[at:at] = draw(st.sampled_from(SCRAPS)).encode("utf-8", "surrogatepass")
            case "replace":
                text[at:end] = draw(st.sampled_from(SCRAPS)).encode("utf-8", "surrogatepass")
            case "delete":
                del text[at:end]
            case "double":
                text[at:at] = text[at:end]
            case "byte":
                text[at:at] = bytes([draw(st.integers(0, 255))])
            case _:
                _value(text, at, draw(st.sampled_from(SCRAPS)).encode("utf-8", "surrogatepass"))
    return bytes(text)


def _value(text: bytearray, at: int, scrap: bytes) -> None:
    """Put the scrap in the place of a whole value: that is where types are read."""
    start = text.find(b": ", at)
    if start >= 0:
        end = text.find(b"\n", start)
        text[start + 2 : end if end >= 0 else len(text)] = scrap


PIECES = (
    "标题 公布日期 a : ： :_ - -_ － ? ?_ # _# | > |- >2 [ ] { } , \" ' \\ \\x00 & &a * *a ! !!x % @ ` <<: --- ... "
    "~ 　 \u00a0 甲 1 _ __ ____ ; ; ; ;_ ;__ ;____ ;-_ ;__-_ ;a:_ ;甲:_ ;__乙:_ ;;"
).split()
"""What a YAML text is made of: `_` stands for a space, `;` for a line's end, `~` for a tab."""
_SIGNS = str.maketrans({"_": " ", ";": "\n", "~": "\t"})
GARBAGE = st.lists(st.sampled_from(PIECES), max_size=40).map(
    lambda pieces: "".join(pieces).translate(_SIGNS)
)
"""Texts that are nearly YAML, line by line."""


@st.composite
def encoded(draw: st.DrawFn) -> bytes:
    """A text in another encoding than UTF-8, whole, cut, or with one of UTF-8 behind it."""
    text = draw(st.one_of(GARBAGE, st.sampled_from(SEEDS).map(bytes.decode)))
    name = draw(st.sampled_from(("gb18030", "utf-16", "utf-16-be", "utf-32")))
    body = text.encode(name, "replace")
    match draw(st.sampled_from(("whole", "cut", "joined"))):
        case "cut":
            return body[: draw(st.integers(0, len(body)))]
        case "joined":
            return body + text.encode()
        case _:
            return body


BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    mutated(),
    encoded(),
    GARBAGE.map(str.encode),
    GARBAGE.map(lambda text: f"---\n{text}\n---\n".encode()),
)
"""Any bytes at all, most of them nearly right."""
