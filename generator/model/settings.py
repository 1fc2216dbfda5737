"""Who publishes, for whom, in what order: the site's own settings."""

from datetime import date
from typing import Literal

from generator.model import target, unit
from generator.model.fields import (
    Choice,
    Clock,
    Count,
    Day,
    Field,
    Group,
    Groups,
    Option,
    Prose,
    Span,
    Text,
    Texts,
    Zone,
)
from generator.model.target import Target
from generator.model.unit import Unit
from generator.values.dataclass import dataclass
from generator.values.dates import Month
from generator.values.place import Place

Language = Literal["zh-CN", "en"]

CONTACT_FIELDS = (
    Field("phone", "电话", Text(), required=True, help="群众咨询的电话"),
    Field("supervision", "监督电话", Text(), help="监督举报的电话"),
    Field("email", "邮箱", Text(), help="电子邮箱"),
    Field("address", "地址", Text(), help="办公地址"),
    Field("hours", "时间", Text(), help="办公时间"),
    Field("note", "说明", Prose(), help="怎样提问、多久答复"),
)
SERIES_FIELDS = (
    Field("title", "题名", Text(), required=True, help="月度汇编的题名，不得称公报"),
    Field("start", "起始", Span(), required=True, help="第一期是哪个月"),
)
IDENTIFIER_FIELDS = (
    Field("site_code", "网站标识码", Text(), help="政府网站的标识码，10位；不是政府网站的不写"),
    Field("icp", "ICP备案号", Text(), help="如 湘ICP备00000000号"),
    Field("police", "公安备案号", Text(), help="如 湘公网安备00000000000000号"),
    Field("mark", "党政机关标识", Text(), help="标识的网址，在 bszs.conac.cn 上"),
    Field("fault", "找错", Text(), help="“我为政府网站找错”的网址"),
)
FIELDS = (
    Field("schema", "版本", Count(), required=True, help="设置文件的版本，现在是 1"),
    Field("name", "站名", Text(), required=True, help="网站名称"),
    Field("organ", "主办", Text(), required=True, help="主办单位"),
    Field("above", "上级", Text(), help="上级地名，印在主办单位前面"),
    Field("office", "编印", Text(), required=True, help="编印单位"),
    Field("tagline", "简介", Text(), help="一句话介绍"),
    Field(
        "url",
        "网址",
        Text(),
        help="网站根目录的完整网址，如 https://www.example.gov.cn/；没有定就不写",
    ),
    Field(
        "language",
        "语言",
        Choice((Option("zh-CN", "中文"), Option("en", "英文"))),
        help="页面语言，不写就是中文",
    ),
    Field("zone", "时区", Zone(), help="与世界时之差，不写就是 +08:00"),
    Field("hour", "公布时刻", Clock(), help="没写钟点的条目按这个时刻公布，不写就是 09:00"),
    Field("today", "今天", Day(), help="只给样例用：把今天固定在某一天"),
    Field("theme", "主题", Text(), help="themes 里的文件夹名，不写就是 default"),
    Field("categories", "栏目", Texts(), required=True, help="栏目文件夹，按显示次序"),
    Field("units", "公开单位", Groups(unit.FIELDS), required=True, help="对公开内容负责的单位"),
    Field("series", "系列", Group(SERIES_FIELDS), required=True, help="月度汇编"),
    Field("contact", "联系", Group(CONTACT_FIELDS), required=True, help="群众怎样联系"),
    Field("publish", "发布", Groups(target.FIELDS), help="网站发布到哪里，一处一项"),
    Field(
        "public_key",
        "公钥",
        Text(),
        help="核对签名用的 minisign 公钥，RW 开头的一行；写了它，没有签名的就不发布",
    ),
    Field("licence", "数据许可", Text(), help="数据可以怎样使用，一句话；写进数据目录"),
    Field(
        "open_data",
        "开放数据",
        Choice((Option("yes", "是"), Option("no", "否"))),
        help="要不要把每条信息和各类清单另存成 CSV、JSON 供下载，不写就是要；"
        "主机限制文件数、上级栏目只收网页时写否，文件少一半以上，数据许可也就用不上",
    ),
    Field("identifiers", "标识", Group(IDENTIFIER_FIELDS), help="备案号和标识，印在每页下方"),
)
SCHEMA = 1
PLACEHOLDERS = frozenset(
    {
        "某某县",
        "某某镇政务公开",
        "某某镇人民政府",
        "某某镇人民政府政务公开办公室",
        "某某镇财政所",
        "某某镇某某村村民委员会",
        "某某村",
        "某某县某某镇",
        "0000-0000000",
    }
)
"""What stands in a new site's settings (starter/content/site.yaml) until an office writes its own."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How citizens reach the office; texts as they are to be printed."""

    phone: str
    supervision: str
    email: str
    address: str
    hours: str
    note: str


@dataclass(frozen=True, slots=True)
class Series:
    """The monthly compilation: its title, and the month of its first issue (总第1期)."""

    title: str
    start: Month


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What a government site has to show at its foot; texts are empty where nothing is written."""

    site_code: str = ""
    icp: str = ""
    police: str = ""
    mark: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """`site.yaml`, typed. `today` is set for a sample only; a real site leaves it to the clock.

    `url` is where the site's root stands, with a slash at its end; empty while nobody knows.
    `theme_place` is where the theme's name stands, None where none is written. Without `open_data`
    the site has no copies for machines: no records, no tables, no catalogue, no page of them.
    With a `public_key` (minisign's, empty for none) what is published is signed.
    """

    name: str
    organ: str
    above: str
    office: str
    tagline: str
    url: str
    language: Language
    zone: str
    hour: str
    today: date | None
    theme: str
    categories: tuple[str, ...]
    units: tuple[Unit, ...]
    series: Series
    contact: Contact
    identifiers: Identifiers
    licence: str = ""
    open_data: bool = True
    theme_place: Place | None = None
    publish: tuple[Target, ...] = ()
    public_key: str = ""

    @property
    def domain(self) -> str:
        """The name of the host that the site stands on; empty without `url`."""
        return self.url.partition("://")[2].partition("/")[0].partition(":")[0]

    def unit(self, word: str) -> Unit | None:
        """The unit with this id, name or short name; None when there is none."""
        return next((u for u in self.units if word in {u.id, u.name, u.short}), None)
