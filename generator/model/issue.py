"""A month's bundle of entries, and its numbers."""

from dataclasses import dataclass

from generator.values.dates import Month


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
