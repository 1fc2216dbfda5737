"""Where a site is brought to, so that citizens can read it."""

from collections.abc import Mapping
from typing import Literal

from generator.model.fields import Choice, Count, Field, Name, Option, Text, Texts
from generator.values.dataclass import dataclass
from generator.values.place import Place

Way = Literal["folder", "bundle", "sftp", "ftp", "ftps", "webdav", "s3"]
Form = Literal["site", "cms"]
LOCAL: frozenset[Way] = frozenset({"folder", "bundle"})
"""Ways whose place is a path on this machine; that of all others is an address."""
SCHEMES: Mapping[Way, tuple[str, ...]] = {
    "sftp": ("sftp",),
    "ftp": ("ftp",),
    "ftps": ("ftps",),
    "webdav": ("https", "http"),
    "s3": ("s3",),
}
"""What the address of a way begins with."""

SIGN = "sign"
"""The name under which the password of the signing key is looked up; no target is called so."""
ENDPOINT = "AWS_ENDPOINT_URL"
"""The variable of the environment by which other programs find an object store, too."""

FIELDS = (
    Field("name", "名称", Name(), required=True, help="英文小写，发布时在命令里写它，如 web"),
    Field(
        "way",
        "方式",
        Choice(
            (
                Option("folder", "文件夹"),
                Option("bundle", "压缩包"),
                Option("sftp", "SFTP"),
                Option("ftp", "FTP"),
                Option("ftps", "FTPS"),
                Option("webdav", "WebDAV"),
                Option("s3", "对象存储"),
            )
        ),
        required=True,
        help="文件夹（共享文件夹也是）；压缩包（拿U盘带到不通网的主机上）；网络上的，写主机给的那一种",
    ),
    Field(
        "place",
        "位置",
        Text(),
        required=True,
        help="文件夹的路径，或压缩包的路径；不是从根写起的，从项目文件夹算起；网络上的写地址，不写密码",
    ),
    Field(
        "fingerprint",
        "指纹",
        Text(),
        help="主机的指纹，只在网络上的方式里写：第一次连接时会告诉你，请主机的管理员核对以后写上",
    ),
    Field(
        "endpoint",
        "服务地址",
        Text(),
        help="对象存储的服务地址，以 https:// 开头，只在这种方式里写",
    ),
    Field("region", "地域", Text(), help="对象存储的地域，主机说要写才写"),
    Field(
        "form",
        "内容",
        Choice((Option("site", "网站"), Option("cms", "栏目包"))),
        help="网站，不写就是它；栏目包：一条信息一个文件夹，交给上级网站的栏目导入",
    ),
    Field(
        "others",
        "别人的文件",
        Texts(),
        help="那里不是我们放的、verify 不必报的文件，如 MP_verify_*.txt；整个文件夹的，末尾写 /",
    ),
    Field("since", "来自", Count(), help="只装这一次发布以后变了的文件，写发布的次数；不写就全装"),
)


def variable(name: str, what: str = "PASSWORD") -> str:
    """The variable of the environment in which a target's password may stand, or its `USER`."""
    return f"GONGKAI_{name.replace('-', '_').upper()}_{what}"


def seal(way: str, place: str, endpoint: str) -> Literal["ssh", "tls", ""]:
    """What encrypts the line to a host, which then has a fingerprint; "" where nothing does."""
    if way == "sftp":
        return "ssh"
    told = {"webdav": place, "s3": endpoint}.get(way, "")
    return "tls" if way == "ftps" or told.startswith("https://") else ""


@dataclass(frozen=True, slots=True)
class Target:
    """A place that the site is published to (发布目标), by a name of its own, and how it gets there.

    `place` is as it was written, `at` says where. A bundle is a delta since the release `since`, or
    the whole site where that is 0. A host on a network is known by its `fingerprint`, where it has
    none, by what this machine knows of hosts. In the form `cms` packages of the entries are brought
    instead of pages. `others` are patterns of files that other people may put there.
    """

    name: str
    way: Way
    place: str
    since: int
    at: Place
    fingerprint: str = ""
    endpoint: str = ""
    region: str = ""
    form: Form = "site"
    others: tuple[str, ...] = ()
