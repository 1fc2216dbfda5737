"""A notice (通知公告): text, and nothing that a table must add up to."""

from generator.model.kind import Detail, Kind
from generator.values.dataclass import dataclass

KIND = Kind("notice", "通知", (), about="用文字说清楚的一切：通知、公告、公示、报告。")


@dataclass(frozen=True, slots=True)
class Notice(Detail):
    """A notice says everything in its text."""
