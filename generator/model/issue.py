"""A month's bundle of entries, and its numbers."""

from generator.model.fields import Field, Prose
from generator.values.dataclass import dataclass
from generator.values.dates import Month

FIELDS = (
    Field("foreword", "卷首", Prose(), help="编辑的话，印在这一期的前面"),
    Field("next", "下期预告", Prose(), help="下一期要公开什么，印在这一期的后面"),
    Field("reason", "缺期原因", Prose(), help="这个月为什么没有公开的事项；有条目的月份不写"),
)
"""What `content/issues/YYYY-MM.yaml` may say of a month."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The editor's words for a month: before and behind its issue, or why there is none."""

    month: Month
    foreword: str
    next: str
    reason: str


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of the monthly compilation: its month, 第N期 within the year, 总第M期 in the series.

    Numbers count months from the series' start, also months in which nothing was published,
    so that they never shift when an entry comes late.
    """

    month: Month
    number: int
    total: int


def issue_of(month: Month, start: Month) -> Issue:
    """The issue that gathers `month` in a series that began with `start`.

    The first year may be short: a series that starts in May calls May its 第1期.
    """
    first = start.number if month.year == start.year else 1
    return Issue(month, month.number - first + 1, month.since(start) + 1)
