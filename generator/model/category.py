"""A column of the site, as its `category.yaml` declares it."""

from dataclasses import dataclass

from generator.model.fields import Field, Prose, Text, Texts

FIELDS = (
    Field("title", "题名", Text(), required=True, help="栏目名称"),
    Field("seal", "简称字", Text(), required=True, help="代表栏目的一个汉字"),
    Field("description", "简介", Prose(), required=True, help="公开什么、何时公开"),
    Field("keywords", "关键词", Texts(), help="供检索的词"),
    Field("column_type", "栏目类型", Text(), help="政府网站栏目类型"),
    Field("kinds", "类型", Texts(), required=True, help="本栏目接受的条目类型"),
)


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of disclosure that the site keeps a column for; the generator knows none by name.

    `id` is its folder and the first part of its addresses; `seal` its one character;
    `kinds` what its entries may be, the first being the default.
    """

    id: str
    title: str
    seal: str
    description: str
    keywords: tuple[str, ...]
    column_type: str
    kinds: tuple[str, ...]
