"""The door to YAML: text with places, nothing guessed, nothing silent, nothing that kills the process."""

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.read import yamlform, yamlplain
from generator.read.source import Source
from generator.read.yamldoc import Mapping, Node, Scalar, Sequence, load
from generator.read.yamlscan import MOST
from generator.values.problem import Problem
from generator.words import zh
from tests.growing import TIMES, TOO_STEEP, steepness


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a document."""
    return load(Source("a.yaml", text)).problems


def codes(text: str) -> list[str]:
    """The codes of what is wrong with a document."""
    return [one.code for one in problems(text)]


def told(text: str) -> list[tuple[str, int, int, str]]:
    """Code, line, column and the line to write, of everything that is wrong with a document."""
    return [
        (one.code, one.place.line, one.place.column, dict(one.facts).get("quoted", ""))
        for one in problems(text)
    ]


def value_of(text: str) -> str | None:
    """The text of a document's only value, behind its key or in its list; None when it has none."""
    root = load(Source("a.yaml", text)).value
    if isinstance(root, Mapping) and len(root.items) == 1:
        value = root.items[0][1]
        return value.text if isinstance(value, Scalar) else None
    if isinstance(root, Sequence) and len(root.items) == 1:
        item = root.items[0]
        return item.text if isinstance(item, Scalar) else None
    return None


VALUES = (
    "0755 12:30 1_000 no on ~ = null 2024.10 2024-02-30 1e3 0x1f .inf -5 --- -- 110101199003071234 "
    "12345678901234567.89 1,234.50 （100.00） “引号”标题 联系人：张三 a:b http://x.cn/a?b#c C:\\公开 5*3*2 "
    "第3号(草稿) a'b a\"b x@y.cn 50% 甲、乙 《办法》 张*三 ?甲 :甲 -甲 甲- 甲# ！重要 ＃5 ＠"
).split()


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_the_text_that_was_written(value: str) -> None:
    """YAML's own types are never asked, and a sign in the middle is only a sign."""
    read = load(Source("a.yaml", f"键: {value}\n列:\n  - {value}\n"))

    assert not read.problems
    assert isinstance(read.value, Mapping)
    (key, node), (_, items) = read.value.items
    assert isinstance(node, Scalar)
    assert isinstance(items, Sequence)
    assert ("键", value, 1, 4) == (key.text, node.text, node.line, node.column)
    assert [value] == [one.text for one in items.items if isinstance(one, Scalar)]


MISTAKES = [
    # a colon that is none
    ("标题：三月公开\n", ("yaml/wide-colon", 1, 3, "标题: 三月公开")),
    ("甲: 1\n公布日期： 2026-10-12\n乙: 2\n", ("yaml/wide-colon", 2, 5, "公布日期: 2026-10-12")),
    ("标题：通知: 甲\n", ("yaml/wide-colon", 1, 3, '标题: "通知: 甲"')),
    ('标题："通知"\n', ("yaml/wide-colon", 1, 3, '标题: "通知"')),
    ("明细：\n  - 甲: 1\n", ("yaml/wide-colon", 1, 3, "明细:")),
    ("列:\n  - 日期：1\n    摘要: 甲\n", ("yaml/wide-colon", 2, 7, "- 日期: 1")),
    ("公示期:\n  起：2026-10-12\n", ("yaml/wide-colon", 2, 4, "起: 2026-10-12")),
    ("说明: |\n标题：甲\n", ("yaml/wide-colon", 2, 3, "标题: 甲")),
    ("标题:三月\n", ("yaml/colon-space", 1, 3, "标题: 三月")),
    ("甲: 1\n时间:12:30\n", ("yaml/colon-space", 2, 3, "时间: 12:30")),
    ("甲: 1\n网址:https://x.cn\n", ("yaml/colon-space", 2, 3, "网址: https://x.cn")),
    ("甲: 1\n公布日期 2026-10-12\n", ("yaml/no-colon", 2, 1, "公布日期: 2026-10-12")),
    ("三月公开\n", ("yaml/no-colon", 1, 1, "三月公开: …")),
    # spaces that are none
    ("标题:　三月\n", ("yaml/blank", 1, 4, "标题: 三月")),
    ("标题:\u00a0三月\n", ("yaml/blank", 1, 4, "标题: 三月")),
    ("公示期:\n　起: 1\n", ("yaml/blank", 2, 1, "  起: 1")),
    ("公示期:\n\u00a0\u00a0起: 1\n", ("yaml/blank", 2, 1, "  起: 1")),
    ("列:\n  -　甲\n", ("yaml/dash", 2, 3, "- 甲")),
    ("公示期:\n\t起: 1\n", ("yaml/tab", 2, 1, "  起: 1")),
    ("列:\n\t- 甲\n", ("yaml/tab", 2, 1, "  - 甲")),
    ("标题:\t三月\n", ("yaml/tab", 1, 4, "标题: 三月")),
    ("列:\n  -\t甲\n", ("yaml/tab", 2, 4, "- 甲")),
    ("列:\n  -\t\n", ("yaml/tab", 2, 4, "-")),
    ("说明: |\n\t甲\n", ("yaml/tab", 2, 1, "  甲")),
    # lines that do not align
    ("标题: 甲\n 公布日期: 1\n", ("yaml/indent", 2, 1, "公布日期: 1")),
    ("列:\n  - 日期: 1\n   摘要: 2\n", ("yaml/indent", 3, 1, "    摘要: 2")),
    ("  标题: 甲\n公布日期: 1\n", ("yaml/indent", 2, 1, "  公布日期: 1")),
    ("说明: |\n    甲\n  乙\n", ("yaml/indent", 3, 1, "    乙")),
    ("甲: 1\n- 乙\n", ("yaml/mixed", 2, 1, "")),
    ("列:\n  -甲\n", ("yaml/dash", 2, 3, "- 甲")),
    ("列:\n  －甲\n", ("yaml/dash", 2, 3, "- 甲")),
    ("列:\n  • 甲\n", ("yaml/dash", 2, 3, "- 甲")),
    # lines that YAML draws into the one above
    ("标题: 关于\n  公布日期 2026\n", ("yaml/folded", 2, 3, "标题: 关于公布日期 2026")),
    ("标题: 关于\n\n  甲\n  乙\n丙: 1\n", ("yaml/folded", 3, 3, "标题: 关于甲乙")),
    ("title: a\n  b\n", ("yaml/folded", 2, 3, "title: a b")),
    ('标题: 甲\n  "乙"\n', ("yaml/folded", 2, 3, '标题: 甲"乙"')),
    # signs that mean something else
    ("标题: [草稿] 通知\n", ("yaml/behind", 1, 5, '标题: "[草稿] 通知"')),
    ("标题: [2024]5号文件\n", ("yaml/behind", 1, 5, '标题: "[2024]5号文件"')),
    ("标题: {甲}乙\n", ("yaml/behind", 1, 5, '标题: "{甲}乙"')),
    ('标题: "引号"标题\n', ("yaml/behind", 1, 5, "标题: '\"引号\"标题'")),
    ("标题: '引号'标题\n", ("yaml/behind", 1, 5, "标题: \"'引号'标题\"")),
    ("标题: %50\n", ("yaml/mark", 1, 5, '标题: "%50"')),
    ("标题: @某村\n", ("yaml/mark", 1, 5, '标题: "@某村"')),
    ("标题: `x`\n", ("yaml/mark", 1, 5, '标题: "`x`"')),
    ("标题: > 300 元\n", ("yaml/mark", 1, 5, '标题: "> 300 元"')),
    ("标题: >5\n乙: 1\n", ("yaml/mark", 1, 5, '标题: ">5"')),
    ("标题: |甲\n", ("yaml/mark", 1, 5, '标题: "|甲"')),
    ("标题: - 甲\n", ("yaml/mark", 1, 5, '标题: "- 甲"')),
    ("电话: -\n", ("yaml/mark", 1, 5, '电话: "-"')),
    ("标题: ? 甲\n", ("yaml/mark", 1, 5, '标题: "? 甲"')),
    ("标题: , 甲\n", ("yaml/mark", 1, 5, '标题: ", 甲"')),
    ("标题: ] 甲\n", ("yaml/mark", 1, 5, '标题: "] 甲"')),
    ("标题: *公开\n", ("yaml/alias", 1, 5, '标题: "*公开"')),
    ("标题: **公开**\n", ("yaml/alias", 1, 5, '标题: "**公开**"')),
    ("标题: &公开 1\n", ("yaml/alias", 1, 5, '标题: "&公开 1"')),
    ("*公开: 1\n", ("yaml/alias", 1, 1, '"*公开": 1')),
    ("标题: !!python/object/apply:os.system [id]\n", ("yaml/tag", 1, 5, None)),
    ("标题: !重要\n", ("yaml/tag", 1, 5, '标题: "!重要"')),
    ("列:\n  - #5 号楼\n  - 甲\n", ("yaml/hash", 2, 5, '- "#5 号楼"')),
    ("楼: #5 号楼\n", ("yaml/hash", 1, 4, '楼: "#5 号楼"')),
    ("列: [甲, #乙]\n", ("yaml/hash", 1, 8, '"#乙"')),
    ("列: [甲, @乙]\n", ("yaml/mark", 1, 8, '"@乙"')),
    ("楼: 3 # 号楼\n", ("yaml/comment", 1, 4, '楼: "3 # 号楼"')),
    ("标题: 通知: 甲\n", ("yaml/colon", 1, 5, '标题: "通知: 甲"')),
    ("标题: 通知:\n", ("yaml/colon", 1, 5, '标题: "通知:"')),
    # what never ends
    ('甲: 1\n标题: "通知\n来源: 乙\n', ("yaml/quote-open", 2, 5, "标题: '\"通知'")),
    ('标题: "通知\n来源: "乙"\n', ("yaml/quote-open", 1, 5, "标题: '\"通知'")),
    ("标题: '90年代\n", ("yaml/quote-open", 1, 5, '标题: "\'90年代"')),
    ("标题: [甲\n来源: 乙\n", ("yaml/bracket-open", 1, 5, '标题: "[甲"')),
    ("标题: [甲}\n", ("yaml/bracket-open", 1, 5, '标题: "[甲}"')),
    ("标题: {甲\n", ("yaml/bracket-open", 1, 5, '标题: "{甲"')),
    # characters by number
    ('标题: "\\x00"\n', ("yaml/escape", 1, 6, None)),
    ('标题: "甲\\u2028乙"\n', ("yaml/escape", 1, 7, None)),
    ('标题: "\\ud800"\n', ("yaml/escape", 1, 6, None)),
    ('标题: "\\u202e"\n', ("yaml/escape", 1, 6, None)),
    ('标题: "\\UFFFFFFFF"\n', ("yaml/escape", 1, 6, None)),
    ('标题: "D:\\公开"\n', ("yaml/escape", 1, 8, "标题: 'D:\\公开'")),
    ('标题: "D:\\table"\n', ("yaml/escape", 1, 8, "标题: 'D:\\table'")),
    # what our dialect does not have
    ("甲: 1\n---\n乙: 2\n", ("yaml/documents", 2, 1, "")),
    ("甲: 1\n...\n", ("yaml/documents", 2, 1, "")),
    ("<<: {a: 1}\n", ("yaml/merge", 1, 1, "")),
    ("[a, b]: 1\n", ("yaml/key", 1, 1, "")),
    ("? a\n", ("yaml/key", 1, 1, "")),
    ("[" * 30_000, ("yaml/too-deep", 1, 21, "")),
    ("甲: " + "{a: " * 20_000, ("yaml/too-deep", 1, 84, "")),
    ("- " * 30_000, ("yaml/too-deep", 1, 41, "")),
    ("? " * 30_000, ("yaml/key", 1, 1, "")),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_named_with_its_place_and_the_line_to_write(
    text: str, expected: tuple[str, int, int, str | None]
) -> None:
    """One mistake, one problem, at the character that is wrong."""
    code, line, column, written = expected
    found = told(text)

    assert [(code, line, column)] == [one[:3] for one in found]
    assert written is None or written == found[0][3]
    assert code in zh.PROBLEMS


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_the_caret_stands_in_the_line(text: str, expected: tuple[str, int, int, str]) -> None:
    """The excerpt is the line of the place, and the caret within it."""
    found = problems(text)[0]

    assert found.excerpt
    assert found.excerpt.text[:9] in text
    assert (
        0
        <= found.excerpt.start
        < found.excerpt.start + found.excerpt.length
        <= max(1, len(found.excerpt.text))
    )
    assert found.place.column == expected[2]


WRITTEN_OUT = [one for one in MISTAKES if one[0].count("\n") == 1 and ": " in (one[1][3] or "")]


@pytest.mark.parametrize(("text", "expected"), WRITTEN_OUT)
def test_the_line_to_write_is_right(text: str, expected: tuple[str, int, int, str]) -> None:
    """Whoever follows the advice has no second mistake."""
    assert [] == codes(expected[3] + "\n"), text


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    """In the order of their lines; the good lines between them are left alone."""
    text = (
        "标题：三月\n公布日期: 2026-03-01\n来源:镇政府\n文号: [2026]5号\n摘要: 甲: 乙\n"
        "关键词:\n  - @甲\n  - 乙\n  -丙\n依据: 3 # 条\n公示期:\n\t起: 2026-03-01\n  天数: 7\n审批: *甲\n"
    )

    assert [
        ("yaml/wide-colon", 1),
        ("yaml/colon-space", 3),
        ("yaml/behind", 4),
        ("yaml/colon", 5),
        ("yaml/mark", 7),
        ("yaml/dash", 9),
        ("yaml/comment", 10),
        ("yaml/tab", 12),
        ("yaml/alias", 14),
    ] == [one[:2] for one in told(text)]


def test_a_text_that_is_no_yaml_ends_in_time() -> None:
    """A thousand wrong lines are not a thousand messages."""
    assert len(codes("这不是数据\n" * 1000)) == MOST


GOOD = [
    "说明: |\n  标题：甲\n  # 5 号楼\n  @ [ { \" ' * & ! | > %\n\n  - 甲: 乙: 丙\n   缩进\n标题: 乙\n",
    "说明: |\n  甲\n\t\n  乙\n",
    "说明: >-\n  甲\n  乙：丙\n标题: 乙\n",
    "列:\n  - |\n    甲：乙\n  - 乙\n",
    "列:\n- 甲: 1\n  乙: 2\n-\n  甲: 3\n丙: 4\n",
    "说明: |2\n    甲\n",
    "说明: 联系人：张三\n列:\n  - 关键词：甲\n  - 时间:12:30\n",
    '# 标题：甲\n  # [ " @\n标题: 甲\n#\n\n   \n乙: 2\n',
    "标题: \"@ # : [\"  # 备注\n乙: '# it''s: '\n",
    '标题: "甲\n  乙：丙\n  丁: 戊"\n乙: 1\n',
    "列: [甲, \"乙]\", '丙, 丁']\n组: {甲: 1, 乙: [2, 3]}\n",
    "列: [\n  甲,\n  # 备注\n  乙\n  ]\n乙: 1\n",
    '列: {"a":1,"b":"c,d]"}\n',
    "---\n标题: 甲\n",
    "'标题': 甲\n\"乙\" : 丙\n丁 : 戊\n",
    "标题:\n  甲\n乙:\n  '丙'\n",
    "列: # 备注\n  - 甲\n组: # 备注\n  乙: 1\n",
    "空:\n另:   \n列: []\n",
    "\n\n标题: 甲   \n",
    "甲: 见[附件\n" + "".join(f"键{n}: 见[附件 {{\n" for n in range(40)),
    "说明: |\n  " + "- " * 40 + "\n  " + "[" * 40 + "\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_right_is_left_alone(text: str) -> None:
    """No cry of wolf: blocks, quotes, remarks, and signs inside a text."""
    assert [] == codes(text)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_a_value_in_a_block_is_read_whole(line_end: str) -> None:
    """As it was written, with its own line ends made one."""
    body = Source("a.yaml", f"说明: |{line_end}  甲：1{line_end}  # 2".replace(line_end, "\n"))
    root = load(body).value

    assert isinstance(root, Mapping)
    assert isinstance(root.items[0][1], Scalar)
    assert root.items[0][1].text == "甲：1\n# 2"


def test_too_many_keys_and_items_are_refused() -> None:
    """At the first that is too many."""
    keys = "".join(f"键{n}: 1\n" for n in range(201))
    items = "列:\n" + "- 1\n" * 20_001

    assert [("yaml/too-many-keys", 201)] == [one[:2] for one in told(keys)]
    assert [("yaml/too-many-items", 20_002)] == [one[:2] for one in told(items)]
    assert [] == codes(keys.rpartition("键")[0])
    assert [] == codes(items[:-4])
    assert ["yaml/too-large"] == codes("甲" * (8 * 1024 * 1024 + 1))


def test_nesting_by_indentation_is_refused_too() -> None:
    """Whatever way somebody found to go that deep."""
    text = "".join(f"{' ' * depth}a{depth}:\n" for depth in range(60))

    assert ["yaml/too-deep"] == codes(text + " " * 60 + "b: 1\n")


def test_an_offset_moves_every_line() -> None:
    """A head's lines are counted from the top of its file."""
    source = Source("a.md", "---\n标题: 通知: 甲\n---\n")
    read = load(source, "标题: 通知: 甲", 2)

    assert [2] == [one.place.line for one in read.problems]
    assert '标题: "通知: 甲"' == dict(read.problems[0].facts)["quoted"]


def test_the_line_to_write_hides_long_numbers() -> None:
    """A message repeats no number, and shows no line that would publish the mask."""
    found = problems("公开单位：110101199003071234\n")

    assert dict(found[0].facts)["quoted"] == ""
    assert "199003" not in str(found)


SIGNS = "键甲乙：: #-?,[]{}&*!|>'\"%@`\\ab1　，.~=\t"
LINES = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"]))
VALUE = st.one_of(st.text(st.sampled_from(SIGNS), max_size=12), LINES)


@settings(max_examples=500)
@given(text=VALUE)
@example(text="\\")
@example(text="'\"")
@example(text=" 甲 ")
def test_the_quoted_form_means_exactly_the_text(text: str) -> None:
    """Whatever somebody has as a value, in a mapping and in a list."""
    assert text == value_of(f"键: {yamlform.quoted(text)}\n")
    assert text == value_of(f"- {yamlform.quoted(text)}\n")


@settings(max_examples=800)
@given(text=VALUE, before=st.sampled_from(["键: ", "- "]))
@example(text="[甲] [", before="键: ")
@example(text="'甲' \"", before="- ")
def test_a_value_is_read_as_written_or_the_advice_is(text: str, before: str) -> None:
    """No third way: nothing of a line's value is dropped or changed."""
    assume(not re.match(r"[ \t]*(?:['\"\[{|>].*|-[ \t].*|-|)\Z", text))
    wanted = text.strip(" \t")
    found = load(Source("a.yaml", f"{before}{text}\n"))
    if found.problems:
        advice = dict(found.problems[0].facts).get("quoted", "")
        assume(len(advice) < 150)
        again = codes(advice + "\n")
        assert again == [] or before == "- "
        assert before == "- " or wanted == value_of(advice + "\n")
    elif before == "键: " or not re.search(r":(?=[ \t]|$)", text):
        assert wanted == (value_of(f"{before}{text}\n") or "")


TREE = st.recursive(
    LINES.filter(bool) | st.sampled_from(VALUES),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from("标题 公布日期 a b1".split()), inner, min_size=1)
    ),
    max_leaves=12,
)
Tree = str | list["Tree"] | dict[str, "Tree"]


def written(tree: Tree, indent: int, draw: st.DataObject) -> str:
    """The tree as a clerk may write it, from the place behind a key or a dash on."""
    pad = " " * indent
    if isinstance(tree, str):
        if (
            tree.strip()
            and draw.draw(st.booleans())
            and "\n" not in tree
            and tree.strip(" ") == tree
        ):
            return f" |-\n{pad}{tree}\n"
        return f" {tree if yamlform.is_plain(tree) else yamlform.quoted(tree)}\n"
    if isinstance(tree, list):
        return "\n" + "".join(f"{pad}-{written(one, indent + 2, draw)}" for one in tree)
    return "\n" + "".join(
        f"{pad}{key}:{written(one, indent + 2, draw)}" for key, one in tree.items()
    )


def plain(node: Node | None) -> Tree:
    """What was read, without its places."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert node
    return node.text


@settings(max_examples=200)
@given(
    tree=st.dictionaries(st.sampled_from("标题 明细 列".split()), TREE, min_size=1), draw=st.data()
)
def test_a_tree_that_is_written_well_is_read_whole(tree: Tree, draw: st.DataObject) -> None:
    """Without a problem, and without a difference."""
    text = written(tree, 0, draw)
    read = load(Source("a.yaml", text))

    assert () == read.problems, text
    assert tree == plain(read.value)


GROWING = r"""[ { ] } {a:_ -_ ?_ :_ a:_ ' " \ # _# | &a_ *a_ ! ： ~ ￣ _ ; _;
a; -_a; a:; a:_b; a:_[; a:_"; a:_'; a:_|; _a; 甲：乙; -_a：b;;""".split()
"""Pieces that grow; `_` stands for a space, `;` for a line's end, `~` for a tab, `￣` for a wide space."""
SIGN = str.maketrans({"_": " ", ";": "\n", "~": "\t", "￣": "　"})


def test_a_value_over_a_million_lines_is_refused_soon() -> None:
    """The line to write is made no longer than it is shown."""
    first, line = "甲:\n  乙\n", "  丙\n"

    assert ["yaml/folded"] == codes(first + line * 1_000_000)
    assert TOO_STEEP > steepness(codes, first + line * 50_000, first + line * 50_000 * TIMES)


@pytest.mark.parametrize("piece", GROWING)
@pytest.mark.parametrize("before", ["", "a: ", 'a: "', "- ", "a:\n  "])
def test_a_hundred_kilobytes_of_anything_end_soon(
    piece: str, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linear work, or a refusal; the parser is asked nothing that it takes long for.

    A glance reads the smaller one only, so each way is held against itself.
    """
    once = piece.translate(SIGN) * (100_000 // TIMES // len(piece))

    assert TOO_STEEP > steepness(yamlplain.read, before + once, before + once * TIMES)
    monkeypatch.setattr(yamlplain, "read", lambda _: None)
    assert TOO_STEEP > steepness(codes, before + once, before + once * TIMES)
