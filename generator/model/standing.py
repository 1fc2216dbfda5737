"""A page of the site itself (指南, 制度 and the like), from `pages/` in the content folder."""

from datetime import date

from generator.model.attachment import Attachment
from generator.model.entry import Reference
from generator.model.fields import Choice, Count, Day, Field, Option, Prose, Text
from generator.values.dataclass import dataclass

FOLDER = "pages"
"""Where they stand in the content folder, and in the site."""
STATUS = Choice((Option("draft", "草稿"), Option("ready", "待发布")))
FIELDS = (
    Field("title", "标题", Text(), required=True, help="页面的名称，也印在每一页的下方"),
    Field("status", "状态", STATUS, help="草稿或待发布；不写就是待发布"),
    Field("summary", "摘要", Prose(), help="一句话说明，印在名称下面"),
    Field("order", "次序", Count(), help="排在第几；不写的排在后面"),
    Field("updated", "更新日期", Day(), help="最近一次修改的日期"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A page that stands for years: no entry, in no list, in the foot of every page.

    `order` is 0 where none is written; `attachments` are the images and files that its text shows
    and links; the rest is as an entry has it.
    """

    source: str
    address: str
    title: str
    summary: str
    order: int
    updated: date | None
    attachments: tuple[Attachment, ...]
    body: str
    links: tuple[Reference, ...]


def in_order(page: Standing) -> tuple[int, int, str]:
    """Sort key: those with a number first, by it; then the rest, by address."""
    return (not page.order, page.order, page.address)
