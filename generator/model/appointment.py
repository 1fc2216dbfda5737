"""A notice before somebody is appointed (任前公示): who, to what, and who hears objections."""

from generator.model.fields import Choice, Field, Group, Option, Prose, Span, Table, Text
from generator.model.kind import Detail, Kind
from generator.model.privacy import Guard
from generator.values.dataclass import dataclass
from generator.values.dates import Month

SHORTEST = 5
"""Working days of a display that are asked for."""
PERSON_FIELDS = (
    Field("name", "姓名", Text(), required=True, help="拟任人选的姓名"),
    Field("gender", "性别", Choice((Option("male", "男"), Option("female", "女"))), help="男或女"),
    Field("ethnicity", "民族", Text(), help="如汉族"),
    Field("born", "出生年月", Span(private=True), help="只写到月，不写日"),
    Field("origin", "籍贯", Text(), help="省和县，可以不写"),
    Field("education", "学历学位", Text(), help="最高学历和学位"),
    Field("politics", "政治面貌", Text(), help="如中共党员、群众"),
    Field("since", "参加工作时间", Span(), help="只写到月"),
    Field("current", "现任职务", Text(), help="现在的单位和职务"),
    Field("proposed", "拟任职务", Text(), required=True, help="拟任的单位和职务"),
)
OBJECTION_FIELDS = (
    Field("office", "受理单位", Text(), help="受理意见的单位"),
    Field("phone", "电话", Text(), help="受理单位的电话，不写个人手机"),
    Field("address", "地址", Text(), help="来信来访的地址"),
    Field("email", "邮箱", Text(), help="单位的邮箱"),
    Field("hours", "时间", Text(), help="接待来电来访的时间"),
)
KIND = Kind(
    "appointment",
    "任前公示",
    (
        Field(
            "people",
            "人员",
            Table(PERSON_FIELDS),
            required=True,
            help="拟任人选，每人一项",
            law="党政领导干部选拔任用工作条例第四十二条：任前公示，公示期不少于5个工作日",
        ),
        Field("objections", "受理", Group(OBJECTION_FIELDS), help="向谁反映意见"),
        Field("note", "说明", Prose(), help="印在名单后面的话"),
    ),
    Guard(),
    needs=("display",),
    about="干部任职前公示：拟任人选、公示期、向谁反映意见。",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is to be appointed; texts are empty and months None where nothing was written."""

    name: str
    gender: str
    ethnicity: str
    born: Month | None
    origin: str
    education: str
    politics: str
    since: Month | None
    current: str
    proposed: str


@dataclass(frozen=True, slots=True)
class Objections:
    """Where objections are heard; any of them may be empty."""

    office: str
    phone: str
    address: str
    email: str
    hours: str


@dataclass(frozen=True, slots=True)
class Appointment(Detail):
    """Who is to be appointed, in the order written; at least one."""

    people: tuple[Person, ...]
    objections: Objections
    note: str
