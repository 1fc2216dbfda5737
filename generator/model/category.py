"""A column of the site, as its `category.yaml` declares it."""

from generator.model.fields import Choice, Field, Option, Prose, Text, Texts
from generator.values.dataclass import dataclass

HOME_TYPE = "首页"
"""The column type of the front page."""
COLUMN_TYPES = Choice(
    (
        Option("overview", "概况信息"),
        Option("functions", "机构职能"),
        Option("leaders", "负责人信息"),
        Option("news", "工作动态"),
        Option("documents", "政策文件"),
        Option("guide", "信息公开指南"),
        Option("catalogue", "信息公开目录"),
        Option("annual-report", "信息公开年报"),
        Option("on-request", "依申请公开"),
        Option("statistics", "数据发布"),
        Option("open-data", "数据开放"),
        Option("interpretation", "政策解读"),
        Option("response", "回应关切"),
        Option("services", "办事服务"),
        Option("complaints", "咨询投诉"),
        Option("consultation", "征集调查"),
        Option("interviews", "在线访谈"),
    )
)
"""What a column of a government site may be (国办发〔2017〕47号, annex); it may be nothing else."""
USUAL_TYPE = "catalogue"
"""What a column is that does not say: a part of what has to be disclosed."""
FIELDS = (
    Field("title", "题名", Text(), required=True, help="栏目名称"),
    Field("seal", "简称字", Text(), required=True, help="代表栏目的一个汉字"),
    Field("description", "简介", Prose(), required=True, help="公开什么、何时公开"),
    Field("keywords", "关键词", Texts(), help="供检索的词"),
    Field(
        "column_type",
        "栏目类型",
        COLUMN_TYPES,
        help="政府网站栏目类型，不写就是信息公开目录",
        law="政府网站发展指引（国办发〔2017〕47号）附件：栏目类型为固定值",
    ),
    Field("frequency", "更新频率", Text(), help="多久更新一次，如 每月；写进数据目录"),
    Field("kinds", "类型", Texts(), required=True, help="本栏目接受的条目类型"),
)


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of disclosure that the site keeps a column for; the generator knows none by name.

    `id` is its folder and the first part of its addresses; `seal` its one character;
    `kinds` what its entries may be, the first being the default; `column_type` is the key of one
    of COLUMN_TYPES; `frequency` may be empty.
    """

    id: str
    title: str
    seal: str
    description: str
    keywords: tuple[str, ...]
    column_type: str
    kinds: tuple[str, ...]
    frequency: str = ""

    @property
    def column_word(self) -> str:
        """The column type as the tag of a page says it: `信息公开目录`."""
        key = self.column_type or USUAL_TYPE
        return next(one.zh for one in COLUMN_TYPES.options if one.key == key)
