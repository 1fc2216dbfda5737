"""The kinds beyond notice and ledger: what each takes, what its sums must be, what it must never hold."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model import entry as head
from generator.model.appointment import Appointment
from generator.model.benefit import Benefit
from generator.model.entry import Entry
from generator.model.fields import Field, Group, Groups, Table
from generator.model.kind import ROOMS, Detail, kinds
from generator.model.land_approval import LandApproval
from generator.model.land_compensation import LandCompensation
from generator.model.privacy import Guard
from generator.model.resolution import Resolution
from generator.read.assemble import Job, read_job
from generator.read.entry import Outcome
from generator.values.problem import Problem
from generator.values.quantity import Quantity
from generator.values.read import Read
from tests.laws.hostile import SCRAPS
from tests.laws.village import job

HEAD = "标题: 甲\n公布日期: 2026-11-12\n公开单位: 村委会\n"
APPOINTMENT = (
    HEAD
    + """\
类型: 任前公示
公示期:
  起: 2026-11-12
  天数: 7
人员:
  - 姓名: 周明远
    性别: 男
    民族: 汉族
    出生年月: 1991-03
    籍贯: 清溪县
    学历学位: 大学
    政治面貌: 中共党员
    参加工作时间: 2014年8月
    现任职务: 科员
    拟任职务: 副主任
  - 姓名: 何秀兰
    拟任职务: 主任
受理:
  受理单位: 组织办公室
  电话: 0730-5550121
  地址: 镇政府二楼
  邮箱: zuzhi@qingxi.example
  时间: 工作日
说明: 特此公示。
"""
)
BENEFIT = (
    HEAD
    + """\
类型: 计生奖扶
期间: 2026年第三季度
政策: 按年发放。
标准:
  - 项目: 奖励扶助
    对象: 年满60周岁
    标准: 每人每月100元
    依据: 县文件
汇总:
  - 村或单位: 石桥村
    项目: 奖励扶助
    人数: 20
    户数: 11
    金额: 2,400.10
  - 村或单位: 枫林村
    人数: 1,021
    户数: 0
    金额: 0.20
合计人数: 1,041
合计户数: 11
合计金额: 2,400.30
金额单位: 元
说明: 只公布汇总数。
"""
)
LAND_APPROVAL = (
    HEAD
    + """\
类型: 宅基地审批
阶段: 镇级审批结果
审批表:
  - 户主: 王*一
    村组: 石桥村三组
    家庭人口: 5
    建房类型: 新建
    申请理由: 分户
    位置: 机耕道北侧
    四至: 东至水渠
    批准面积: 120.50
    占地类型: 非耕地
    层数: 2
    建筑面积: 240㎡
    高度: 7.20
    原宅基地处理: 无旧宅
    批准书号: 清宅批1号
  - 户主: 李*
    批准面积: 99.75平方米
合计宗数: 2
合计面积: 220.25
异议电话: 0730-5550133
说明: 均不占用耕地。
"""
)
LAND_COMPENSATION = (
    HEAD
    + """\
类型: 征地补偿
项目: 县道改线
批准文号: 政土批1号
权属单位: 石桥村
征地面积: 12.50
面积单位: 亩
地类: 水田
补偿标准: 每亩48,600元
土地补偿费: 243,000.00
安置补助费: 364,500.00
附着物和青苗补偿费: 41,280.00
社保费用: 0.10
补偿总额: 648,780.10
金额单位: 元
分配:
  - 对象: 一组
    用途: 安置补助费
    户数: 6
    面积: 6.25
    金额: 100.10
  - 对象: 二组
    户数: 7
    面积: 6.250亩
    金额: 200.20
发放户数: 13
发放金额: 300.30
说明: 转账支付。
"""
)
RESOLUTION = (
    HEAD
    + """\
类型: 民主决议
会议: 村民代表会议
会议日期: 2026-11-10
应到: 1,054
实到: 49
议题:
  - 事项: 三组机耕道维修
    结果: 通过
    同意: 44
    反对: 2
    弃权: 3
  - 事项: 门面续租
    结果: 未通过
    同意: 20
    反对: 29
    弃权: 0
方案: 先修三组。
说明: 三人监票。
"""
)
WHOLE: dict[str, tuple[str, type[Detail]]] = {
    "appointment": (APPOINTMENT, Appointment),
    "benefit": (BENEFIT, Benefit),
    "land-approval": (LAND_APPROVAL, LandApproval),
    "land-compensation": (LAND_COMPENSATION, LandCompensation),
    "resolution": (RESOLUTION, Resolution),
}


def wide(asked: Job) -> Job:
    """The job in a category that takes every kind."""
    assert asked.category
    return replace(asked, category=replace(asked.category, kinds=ROOMS))


def read(text: str) -> Read[Outcome]:
    """The entry, in a category that takes every kind."""
    asked = job("content/finance/2026/11-a.yaml", text.encode())
    return read_job(wide(asked))


def detail(text: str) -> Detail:
    """What the kind adds, of an entry that nothing is wrong with."""
    found = read(text)
    assert () == found.problems
    assert isinstance(found.value, Entry)
    return found.value.detail


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with an entry."""
    return read(text).problems


def codes(text: str) -> list[str]:
    """The codes of what is wrong with an entry."""
    return [one.code for one in problems(text)]


@pytest.mark.parametrize("kind", WHOLE)
def test_a_kind_takes_every_field_that_it_declares(kind: str) -> None:
    """In Chinese, each with a value of its type, and nothing is wrong with any."""
    text, made = WHOLE[kind]
    declared = next(one for one in kinds() if one.id == kind)
    words = [one.zh for one in _all_fields(declared.fields)]

    assert isinstance(detail(text), made)
    assert [] == [word for word in words if f"{word}: " not in text and f"{word}:\n" not in text]


@pytest.mark.parametrize("kind", WHOLE)
def test_every_field_reaches_the_value(kind: str) -> None:
    """A field that is declared and dropped would be accepted and never shown."""
    text, _ = WHOLE[kind]
    whole = detail(text)
    lines = [
        line for line in text.splitlines() if ": " in line and line.strip() not in HEAD.split("\n")
    ]
    optional = [
        line
        for line in lines
        if (found := read(text.replace(line + "\n", "", 1)))
        and not found.problems
        and isinstance(found.value, Entry)
        and found.value.detail == whole
    ]

    # totals that were checked are shown from the parts; 元 and 亩 are what is meant without a word
    assert [] == [
        line for line in optional if not line.startswith(("合计", "金额单位", "面积单位", "类型"))
    ]


@pytest.mark.parametrize("kind", kinds(), ids=lambda one: one.id)
def test_a_kind_has_no_field_that_every_entry_has(kind: object) -> None:
    """Two fields under one word would take each other's value."""
    declared = next(one for one in kinds() if one is kind)
    taken = {word for one in head.FIELDS for word in (one.key, one.zh)}

    assert set() == taken & {word for one in declared.fields for word in (one.key, one.zh)}


@pytest.mark.parametrize("kind", kinds(), ids=lambda one: one.id)
def test_every_field_has_a_line_of_help(kind: object) -> None:
    """A scaffold and the reference print it."""
    declared = next(one for one in kinds() if one is kind)

    assert [] == [
        one.zh
        for one in _all_fields(declared.fields)
        if not one.help or "\n" in one.help or one.help.endswith("。")
    ]


def _all_fields(fields: tuple[Field, ...]) -> list[Field]:
    found = list(fields)
    for one in fields:
        if isinstance(one.type, Group | Groups | Table):
            found += _all_fields(one.type.fields)
    return found


@pytest.mark.parametrize(
    ("text", "change", "facts"),
    [
        (BENEFIT, "合计人数: 1,041>1,040", ("合计人数", "1,040", "1,041", "-1")),
        (BENEFIT, "合计户数: 11>12", ("合计户数", "12", "11", "1")),
        (BENEFIT, "合计金额: 2,400.30>2,400.31", ("合计金额", "2,400.31", "2,400.30", "0.01")),
        (LAND_APPROVAL, "合计宗数: 2>3", ("合计宗数", "3", "2", "1")),
        (LAND_APPROVAL, "合计面积: 220.25>220.2", ("合计面积", "220.2", "220.25", "-0.05")),
        (
            LAND_COMPENSATION,
            "补偿总额: 648,780.10>648,780.00",
            ("补偿总额", "648,780.00", "648,780.10", "-0.10"),
        ),
        (LAND_COMPENSATION, "发放户数: 13>12", ("发放户数", "12", "13", "-1")),
        (LAND_COMPENSATION, "发放金额: 300.30>300.33", ("发放金额", "300.33", "300.30", "0.03")),
    ],
)
def test_a_total_that_differs_is_told_where_it_stands(
    text: str, change: str, facts: tuple[str, ...]
) -> None:
    """What is written, what the parts make, by how much: exactly, with the line quoted."""
    old, new = change.split(">")
    wrong = old.split(": ")[0] + ": " + new
    (found,) = problems(text.replace(old + "\n", wrong + "\n"))
    line = text.splitlines().index(old) + 1

    assert "total/differs" == found.code
    assert dict(zip(("key", "written", "computed", "difference"), facts, strict=True)) == dict(
        found.facts
    )
    assert (line, old.index(": ") + 3) == (found.place.line, found.place.column)
    assert found.excerpt
    assert wrong == found.excerpt.text


def test_a_total_in_ten_thousands_is_compared_and_told_in_them() -> None:
    """Both numbers are shown as they stand in the file, to the cent where it needs them."""
    text = (
        HEAD
        + "类型: 征地补偿\n项目: 路\n权属单位: 村\n金额单位: 万元\n土地补偿费: 1.234567\n补偿总额: 1.23\n"
    )
    (found,) = problems(text)

    assert {
        "key": "补偿总额",
        "written": "1.23",
        "computed": "1.234567",
        "difference": "-0.004567",
    } == dict(found.facts)


def test_a_total_without_a_number_in_every_row_cannot_be_checked() -> None:
    """The row that lacks it is named; nothing is taken for nought."""
    (found,) = problems(BENEFIT.replace("    户数: 0\n", ""))
    row = BENEFIT.splitlines().index("  - 村或单位: 枫林村") + 1

    assert ("total/gap", row) == (found.code, found.place.line)
    assert {"key": "合计户数", "part": "户数"} == dict(found.facts)


def test_a_total_may_be_left_out_and_rows_may_lack_numbers_then() -> None:
    """Only what somebody states is compared."""
    text = BENEFIT.replace("    户数: 0\n", "").replace("合计户数: 11\n", "")

    made = detail(text)

    assert isinstance(made, Benefit)
    assert (1041, None) == (made.people, made.households)


def test_totals_may_stand_without_a_table() -> None:
    """An office that does not list the rows has nothing that they could contradict."""
    made = detail(HEAD + "类型: 计生奖扶\n合计人数: 386\n合计金额: 46,320\n")
    paid = detail(
        HEAD + "类型: 征地补偿\n项目: 路\n权属单位: 村\n补偿总额: 9\n发放户数: 3\n发放金额: 8\n"
    )

    assert isinstance(made, Benefit)
    assert isinstance(paid, LandCompensation)
    assert (386, 3) == (made.people, paid.paid_households)


def test_an_unreadable_part_is_told_once() -> None:
    """A sum that cannot be made is not told on top of the mistake that it follows from."""
    text = LAND_APPROVAL.replace("批准面积: 120.50", "批准面积: 12O.50")

    assert ["measure/form"] == codes(text)
    assert ["key/missing"] == codes(LAND_APPROVAL.replace("    批准面积: 120.50\n", ""))


@pytest.mark.parametrize(
    ("change", "code", "facts"),
    [
        ("同意: 44>43", "resolution/votes", ("三组机耕道维修", "48", "49", "-1")),
        ("弃权: 3>13", "resolution/votes", ("三组机耕道维修", "59", "49", "10")),
        ("实到: 49>1055", "resolution/present", ("1055", "1054", "1")),
        ("会议日期: 2026-11-10>2026-11-13", "resolution/later", ("2026-11-13", "公布日期")),
        ("同意: 44>4", "resolution/votes", ("9", "-40")),
        ("结果: 未通过>通过", "resolution/half", ("门面续租", "20", "49")),
    ],
)
def test_what_a_meeting_cannot_have_counted_is_told(
    change: str, code: str, facts: tuple[str, ...]
) -> None:
    """With the numbers as they stand and as they add up, nothing is put right."""
    old, new = change.split(">")
    found = problems(RESOLUTION.replace(old, old.split(": ")[0] + ": " + new, 1))[0]

    assert code == found.code
    assert set(facts) <= {fact for _, fact in found.facts}
    assert ("warn" if code == "resolution/half" else "stop") == found.severity


@pytest.mark.parametrize(("ayes", "told"), [(25, []), (24, ["resolution/half"])])
def test_half_of_those_present_is_not_enough(ayes: int, told: list[str]) -> None:
    """More than half of 48 is 25."""
    text = RESOLUTION.replace("实到: 49", "实到: 48").partition("  - 事项: 门面续租")[0]

    assert told == codes(
        text.replace("同意: 44", f"同意: {ayes}").replace("反对: 2", f"反对: {45 - ayes}")
    )


def test_votes_that_were_not_written_are_no_votes_or_a_gap() -> None:
    """Where those written make all who were there, nobody is missing; else it is told."""
    text = RESOLUTION.replace("    反对: 29\n    弃权: 0\n", "")
    made = detail(text.replace("同意: 20", "同意: 49"))

    assert isinstance(made, Resolution)
    assert (49, None, None) == (made.items[1].ayes, made.items[1].noes, made.items[1].abstained)
    assert ["resolution/votes"] == codes(text)


def test_a_vote_that_cannot_be_read_is_told_once() -> None:
    """Neither the sum nor the half is told on top of it."""
    assert ["value/tally"] == codes(RESOLUTION.replace("反对: 29", "反对: 29人"))
    assert ["value/tally"] == codes(RESOLUTION.replace("实到: 49", "实到: 四十九"))


def test_rows_without_a_count_are_a_household_each() -> None:
    """A list of householders says so by naming them."""
    text = LAND_COMPENSATION.replace("    户数: 6\n", "").replace("    户数: 7\n", "")

    assert ["total/differs"] == codes(text)
    assert [] == codes(text.replace("发放户数: 13", "发放户数: 2"))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("批准面积: 120.50", "批准面积: 0.18亩", "measure/unit"),
        ("批准面积: 120.50", "批准面积: 一百二", "measure/form"),
        ("高度: 7.20", "高度: 7.20层", "measure/form"),
        ("高度: 7.20", "高度: 720㎡", "measure/unit"),
        ("家庭人口: 5", "家庭人口: 5人", "value/tally"),
        ("家庭人口: 5", "家庭人口: -1", "value/tally"),
        ("层数: 2", "层数: 0", "value/count"),
        ("建房类型: 新建", "建房类型: 重建", "value/choice"),
        ("阶段: 镇级审批结果", "阶段: 已批", "value/choice"),
        ("阶段: 镇级审批结果\n", "", "key/missing"),
    ],
)
def test_a_value_of_an_approval_is_refused_where_it_stands(old: str, new: str, code: str) -> None:
    """Each with its own words; a wrong unit is never converted."""
    assert [code] == codes(LAND_APPROVAL.replace(old, new))


def test_areas_are_read_in_the_unit_that_the_entry_names() -> None:
    """亩 unless it says otherwise, and never turned into each other."""
    hectares = LAND_COMPENSATION.replace("面积单位: 亩", "面积单位: 公顷")
    made = detail(hectares.replace("6.250亩", "6.250"))

    assert isinstance(made, LandCompensation)
    assert Quantity(Decimal("12.50"), "公顷") == made.area
    assert ["measure/unit"] == codes(hectares)


@pytest.mark.parametrize(
    "born", ["1991-03-15", "1991年3月15日", "1991/3/15", "1991.3.15", "19910315"]
)
def test_a_day_of_birth_is_too_much(born: str) -> None:
    """Only the month is asked for; the message does not repeat the day."""
    (found,) = problems(APPOINTMENT.replace("1991-03", born))

    assert ("private/day", {"key": "出生年月"}) == (found.code, dict(found.facts))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("十一月十二日", "2026-10-12"),
        ("2026-11", "2026-10-12"),
        ("2026-11-12 9点半", "2026-10-12 09:30"),
        ("2026-11-12 9：3", "2026-10-12 09:30"),
    ],
)
def test_a_day_is_asked_for_where_no_time_was_meant(written: str, wanted: str) -> None:
    """A moment may be a day alone; whoever wrote a time sees how one is written."""
    (found,) = problems(APPOINTMENT.replace("公布日期: 2026-11-12", f"公布日期: {written}"))

    assert ("date/published-form", wanted) == (found.code, dict(found.facts)["wanted"])


def test_another_slip_in_a_month_of_birth_is_a_slip_of_form() -> None:
    """What is no day is told as any month is."""
    assert ["date/form"] == codes(APPOINTMENT.replace("1991-03", "91年3月"))
    assert ["date/impossible"] == codes(APPOINTMENT.replace("1991-03", "1991-13"))


@pytest.mark.parametrize(
    "key",
    [
        "身份证号",
        "身份证号码",
        "手机",
        "联系电话",
        "家庭住址",
        "住址",
        "家庭成员",
        "银行卡号",
        "id_card",
    ],
)
@pytest.mark.parametrize("kind", ["appointment", "land-approval", "land-compensation"])
def test_what_is_a_persons_own_has_its_own_message(kind: str, key: str) -> None:
    """As a column as well as a key; its value is not read at all."""
    text, _ = WHOLE[kind]
    row = next(line for line in text.splitlines() if line.startswith("  - "))
    column = text.replace(row, f"{row}\n    {key}: 甲", 1)

    assert ["private/own"] == codes(column)
    assert ["private/own"] == codes(text + f"{key}: 甲\n")


@pytest.mark.parametrize(
    "key",
    [
        "姓名",
        "户主",
        "身份证号",
        "出生年月",
        "手术",
        "孕检日期",
        "手机",
        "配偶",
        "name",
        "birth_date",
    ],
)
def test_a_benefit_has_no_place_for_a_person(key: str) -> None:
    """Neither in its totals nor beside them."""
    row = "  - 村或单位: 石桥村\n"

    assert ["private/totals"] == codes(BENEFIT.replace(row, f"{row}    {key}: 甲\n"))
    assert ["private/totals"] == codes(BENEFIT + f"{key}: 甲\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [("  电话:", "  电话号码:"), ("异议电话:", "异议电话号:"), ("  地址:", "  地 址:")],
)
def test_a_slip_for_a_key_that_may_be_is_a_slip(old: str, new: str) -> None:
    """The office's own phone has a place, and is suggested."""
    text = APPOINTMENT if old in APPOINTMENT else LAND_APPROVAL
    (found,) = problems(text.replace(old, new))

    assert ("key/unknown", old.strip(" :")) == (found.code, dict(found.facts)["near"])


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("备注", ""),
        ("village_name", ""),
        ("金额", ""),
        ("paid_number", ""),
        ("ID_NO", "own"),
        ("地址", "own"),
        ("name", "totals"),
    ],
)
def test_a_guard_knows_words_and_not_neighbours(key: str, reason: str) -> None:
    """A word that only contains the letters of one is let be."""
    assert reason == Guard(totals_only=reason == "totals").reason(key)


def test_an_appointment_is_shown_for_objections() -> None:
    """Without its days it stops, with fewer than five it warns."""
    without = APPOINTMENT.replace("公示期:\n  起: 2026-11-12\n  天数: 7\n", "")
    short = problems(APPOINTMENT.replace("天数: 7", "天数: 4"))

    assert ["appointment/display"] == codes(without)
    assert [("appointment/short", "warn", {"days": "2", "until": "2026-11-18"})] == [
        (one.code, one.severity, dict(one.facts)) for one in short
    ]
    assert [] == codes(APPOINTMENT.replace("天数: 7", "天数: 700"))
    assert [] == codes(APPOINTMENT.replace("天数: 7", "止: 2026-11-18"))
    assert ["appointment/short"] == codes(APPOINTMENT.replace("天数: 7", "止: 2026-11-17"))


def test_an_appointment_of_nobody_is_none() -> None:
    """A list may be empty elsewhere; here there would be nothing to object to."""
    start = APPOINTMENT.index("人员:")

    assert ["appointment/nobody"] == codes(APPOINTMENT[:start] + "人员: []\n")


def test_a_notice_in_the_village_asks_for_its_days() -> None:
    """The law names no number of days, so it is a warning; a result needs none."""
    village = LAND_APPROVAL.replace("镇级审批结果", "村级公示")
    (found,) = problems(village)

    assert ("land-approval/display", "warn") == (found.code, found.severity)
    assert [] == codes(village + "公示期:\n  起: 2026-11-12\n  天数: 7\n")


def test_no_approval_is_a_result_too() -> None:
    """An empty list says that there were none, and the totals say nought."""
    start, end = LAND_APPROVAL.index("审批表:"), LAND_APPROVAL.index("合计宗数")
    none = LAND_APPROVAL[:start] + "审批表: []\n" + LAND_APPROVAL[end:]

    assert ["total/differs", "total/differs"] == codes(none)
    assert [] == codes(none.replace("宗数: 2", "宗数: 0").replace("220.25", "0"))


def test_a_benefit_says_something() -> None:
    """An entry with none of its parts, and a row with none of its numbers."""
    row = "    人数: 1,021\n    户数: 0\n    金额: 0.20\n"

    assert ["benefit/nothing"] == codes(HEAD + "类型: 计生奖扶\n期间: 2026年\n")
    assert "benefit/no-number" in codes(BENEFIT.replace(row, ""))


def test_a_draft_of_a_kind_may_have_holes() -> None:
    """A list that is not made up yet, and no days; but what it says must be readable."""
    draft = "标题: 甲\n状态: 草稿\n公开单位: 村委会\n"
    for kind in ("任前公示", "计生奖扶", "宅基地审批", "征地补偿"):
        assert [] == codes(f"{draft}类型: {kind}\n")


@pytest.mark.parametrize("kind", WHOLE)
def test_a_kind_may_have_a_text_as_well(kind: str) -> None:
    """In Markdown its fields stand in the head."""
    text, made = WHOLE[kind]
    asked = job("content/finance/2026/11-a.md", f"---\n{text}---\n\n正文。\n".encode())
    found = read_job(wide(asked))

    assert isinstance(found.value, Entry)
    assert isinstance(found.value.detail, made)
    assert "正文" in found.value.body


@pytest.mark.parametrize("kind", WHOLE)
def test_a_strange_value_is_no_crash(kind: str) -> None:
    """Every scrap in the place of every value of a whole entry."""
    text, _ = WHOLE[kind]
    raised = []
    for line in [one for one in text.splitlines() if ": " in one]:
        for scrap in SCRAPS:
            put = line.partition(": ")[0] + ": " + scrap
            body = text.replace(line + "\n", put + "\n", 1).encode("utf-8", "surrogatepass")
            asked = job("content/finance/a.yaml", body)
            try:
                found = read_job(wide(asked))
            except Exception as error:  # noqa: BLE001 - every scrap gets its turn
                raised.append((line, scrap[:20], repr(error)))
            else:
                assert found.value is not None or found.problems
    assert [] == raised
