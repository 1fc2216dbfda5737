"""Where a site is brought to, so that citizens can read it."""

from typing import Literal

from generator.model.fields import Choice, Count, Field, Name, Option, Text
from generator.values.dataclass import dataclass
from generator.values.place import Place

Way = Literal["folder", "bundle"]

FIELDS = (
    Field("name", "名称", Name(), required=True, help="英文小写，发布时在命令里写它，如 web"),
    Field(
        "way",
        "方式",
        Choice((Option("folder", "文件夹"), Option("bundle", "压缩包"))),
        required=True,
        help="文件夹（共享文件夹也是），或者压缩包（拿U盘带到不通网的主机上）",
    ),
    Field(
        "place",
        "位置",
        Text(),
        required=True,
        help="文件夹的路径，或压缩包的路径；不是从根写起的，从项目文件夹算起",
    ),
    Field("since", "来自", Count(), help="只装这一次发布以后变了的文件，写发布的次数；不写就全装"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A place that the site is published to (发布目标), by a name of its own, and how it gets there.

    `place` is as it was written, `at` says where. A bundle is a delta since the release `since`, or
    the whole site where that is 0.
    """

    name: str
    way: Way
    place: str
    since: int
    at: Place
