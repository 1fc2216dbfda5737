"""Homestead approvals (宅基地审批): whose, where, how large; as a village's notice or the result."""

from generator.model.fields import Choice, Count, Field, Measure, Option, Prose, Table, Tally, Text
from generator.model.kind import Detail, Kind
from generator.model.privacy import Guard
from generator.values.dataclass import dataclass
from generator.values.quantity import Quantity

TYPE = Choice(
    (
        Option("new", "新建"),
        Option("onsite", "原址翻建"),
        Option("rebuild", "翻建"),
        Option("extend", "扩建"),
        Option("alter", "改建"),
        Option("move", "移址新建"),
        Option("other", "其他"),
    )
)
STAGE = Choice(
    (
        Option("group", "小组公示"),
        Option("village", "村级公示"),
        Option("township", "镇级审批结果"),
    )
)
AREA = Field("area", "批准面积", Measure("㎡"), required=True, help="宅基地面积，平方米")
ROW_FIELDS = (
    Field("householder", "户主", Text(), required=True, help="户主姓名，要隐去的字写成 *"),
    Field("group", "村组", Text(), help="哪个村哪个组，不写门牌"),
    Field("members", "家庭人口", Tally(), help="家里几口人，只写数"),
    Field("type", "建房类型", TYPE, help="新建、原址翻建、翻建、扩建、改建、移址新建或其他"),
    Field("grounds", "申请理由", Text(), help="为什么申请"),
    Field("location", "位置", Text(), help="拟用地的位置"),
    Field("bounds", "四至", Text(), help="东南西北各到哪里"),
    AREA,
    Field("land", "占地类型", Text(), help="原来是什么地"),
    Field("floors", "层数", Count(), help="建几层"),
    Field("floor_area", "建筑面积", Measure("㎡"), help="建筑面积，平方米"),
    Field("height", "高度", Measure("米"), help="建筑高度，米"),
    Field("former", "原宅基地处理", Text(), help="旧宅怎样处理"),
    Field("permit_no", "批准书号", Text(), help="农村宅基地批准书的编号"),
)
TOTAL_CASES = Field("total_cases", "合计宗数", Tally(), help="一共几宗")
TOTAL_AREA = Field("total_area", "合计面积", Measure("㎡"), help="各宗批准面积之和，平方米")
KIND = Kind(
    "land-approval",
    "宅基地审批",
    (
        Field("stage", "阶段", STAGE, required=True, help="小组公示、村级公示或镇级审批结果"),
        Field(
            "approvals",
            "审批表",
            Table(ROW_FIELDS),
            required=True,
            help="每户一项",
            law="土地管理法实施条例第三十四条；政府信息公开条例第二十一条：宅基地使用情况审核",
        ),
        TOTAL_CASES,
        TOTAL_AREA,
        Field("objection_phone", "异议电话", Text(), help="单位的电话，不写个人手机"),
        Field("note", "说明", Prose(), help="印在表格后面的话"),
    ),
    Guard(),
    about="宅基地申请的公示和审批结果，逐宗列出。",
)


@dataclass(frozen=True, slots=True)
class Approval:
    """One homestead; everything but householder and area may be empty or None."""

    householder: str
    group: str
    members: int | None
    type: str
    grounds: str
    location: str
    bounds: str
    area: Quantity
    land: str
    floors: int | None
    floor_area: Quantity | None
    height: Quantity | None
    former: str
    permit_no: str


@dataclass(frozen=True, slots=True)
class LandApproval(Detail):
    """A list of homesteads at one stage, in the order written. Written totals have been checked."""

    stage: str
    approvals: tuple[Approval, ...]
    objection_phone: str
    note: str
