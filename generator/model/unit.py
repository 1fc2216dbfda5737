"""Who is responsible for an entry."""

from typing import Literal

from generator.model.fields import Choice, Field, Name, Option, Prose, Text
from generator.values.dataclass import dataclass

Level = Literal["township", "department", "village"]

FIELDS = (
    Field("id", "编号", Name(), required=True, help="英文小写编号，用在网址里"),
    Field("name", "名称", Text(), required=True, help="公开单位的全称"),
    Field("short", "简称", Text(), help="列表里用的简称；不写就用全称"),
    Field(
        "level",
        "层级",
        Choice((Option("township", "乡镇"), Option("department", "部门"), Option("village", "村"))),
        required=True,
        help="乡镇、部门或村",
    ),
    Field("phone", "电话", Text(), help="这个单位自己的电话，印在单位页上"),
    Field("address", "地址", Text(), help="单位的办公地址"),
    Field("hours", "时间", Text(), help="单位的办公时间"),
    Field("about", "简介", Prose(), help="单位负责什么，一两句话"),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that answers for what it discloses (公开单位): the township, a department, a village.

    What it says of itself may be empty.
    """

    id: str
    name: str
    short: str
    level: Level
    phone: str = ""
    address: str = ""
    hours: str = ""
    about: str = ""
