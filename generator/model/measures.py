"""The units that an entry of several kinds may name for all its amounts and areas."""

from generator.model.fields import Choice, Field, Option
from generator.values.quantity import Unit

MONEY_UNIT = Field(
    "money_unit",
    "金额单位",
    Choice((Option("元", "元"), Option("万元", "万元"))),
    help="元或万元，不写就是元",
)
AREA_UNIT = Field(
    "area_unit",
    "面积单位",
    Choice((Option("亩", "亩"), Option("公顷", "公顷"), Option("㎡", "平方米"))),
    help="亩、公顷或平方米，不写就是亩",
)
_AREAS: dict[str, Unit] = {"公顷": "公顷", "㎡": "㎡", "平方米": "㎡"}


def area_unit(written: str) -> Unit:
    """The unit of an entry's areas, from what it wrote under 面积单位."""
    return _AREAS.get(written, "亩")
