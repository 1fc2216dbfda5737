"""Every list of the site for machines: of its columns and units, and those that it has whatever is in it."""

from collections.abc import Iterable

from generator.plan import routes
from generator.plan.covers import issue_months
from generator.plan.datalists import (
    Table,
    category_table,
    issue_copy,
    table_with,
    unit_tables,
)
from generator.plan.dataset import DataType, Value
from generator.plan.frame import Frame
from generator.plan.pages.lists import Change

_UNIT: tuple[tuple[str, DataType], ...] = (
    ("id", "text"),
    ("name", "text"),
    ("short", "text"),
    ("level", "text"),
    ("entries", "integer"),
    ("address", "address"),
)
_ISSUE: tuple[tuple[str, DataType], ...] = (
    ("month", "month"),
    ("number", "integer"),
    ("total", "integer"),
    ("entries", "integer"),
    ("address", "address"),
    ("record", "address"),
    ("fingerprint", "text"),
)
_NOTICE: tuple[tuple[str, DataType], ...] = (
    ("from", "date"),
    ("until", "date"),
    ("working_days", "integer"),
    ("provisional", "boolean"),
    ("title", "text"),
    ("unit", "text"),
    ("address", "address"),
)
_CHANGE: tuple[tuple[str, DataType], ...] = (
    ("on", "date"),
    ("change", "text"),
    ("title", "text"),
    ("what", "text"),
    ("why", "text"),
    ("address", "address"),
    ("replacement", "address"),
)


def tables_of_site(frame: Frame) -> tuple[Table, ...]:
    """Every table of the site but those of single entries; those by year after all others."""
    whole = (*lists(frame), *unit_tables(frame))
    return (*whole, *(part for one in whole for part in one.parts))


def lists(frame: Frame) -> tuple[Table, ...]:
    """The lists that a site has whatever is in it."""
    return (
        *(category_table(frame, one) for one in frame.site.categories),
        notices_table(frame),
        changes_table(frame),
        issues_table(frame),
        units_table(frame),
    )


def units_table(frame: Frame) -> Table:
    """The units with how many entries each has."""
    say = frame.language.say

    def rows() -> Iterable[tuple[Value, ...]]:
        return (
            (
                one.id,
                one.name,
                one.short,
                say(f"plan_data_level_{one.level}"),
                frame.unit_count(one.id),
                routes.unit(one.id),
            )
            for one in frame.site.settings.units
        )

    return table_with(frame, "units", say("plan_data_units"), _UNIT, rows)


def issues_table(frame: Frame) -> Table:
    """The issues, newest first."""

    def rows() -> Iterable[tuple[Value, ...]]:
        for month in reversed(issue_months(frame)):
            issue, copy = frame.issue(month), issue_copy(frame, month)
            count = frame.month_count(month)
            where = (routes.issue(month), copy.path, copy.sha256)
            yield (str(month), issue.number, issue.total, count, *where)

    return table_with(frame, "issues", frame.language.say("plan_data_issues"), _ISSUE, rows)


def notices_table(frame: Frame) -> Table:
    """Every notice that lists may show, the last to end first."""

    def rows() -> Iterable[tuple[Value, ...]]:
        shown = [(one, one.display) for one in frame.displayed() if one.display]
        shown.sort(key=lambda pair: (-pair[1].end.toordinal(), pair[0].address))
        return (
            (
                its.start.isoformat(),
                its.end.isoformat(),
                its.working or None,
                bool(its.unknown),
                one.title,
                one.unit.name,
                one.address,
            )
            for one, its in shown
        )

    return table_with(frame, "notices", frame.language.say("plan_data_notices"), _NOTICE, rows)


def changes_table(frame: Frame) -> Table:
    """The change log."""

    def rows() -> Iterable[tuple[Value, ...]]:
        return (
            (
                day.isoformat(),
                one.kind,
                one.card.title,
                one.what,
                one.why,
                one.card.href,
                _replacement(frame, one),
            )
            for day, one in frame.changes()
        )

    return table_with(frame, "changes", frame.language.say("plan_changes"), _CHANGE, rows)


def _replacement(frame: Frame, change: Change) -> str:
    """Where a change leads that says that the entry was replaced; empty for any other."""
    entry = frame.entry(change.card.href)
    return frame.replacement(entry) if change == frame.end_of(entry) else ""
