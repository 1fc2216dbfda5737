"""The change log."""

from collections.abc import Iterable
from datetime import date

from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.opendata import downloads
from generator.plan.pages.frame import Link
from generator.plan.pages.lists import Change, ChangesPage, ChangeYear
from generator.plan.sitelists import changes_table

LONG = 12
"""A log of more changes is read year by year."""


def plan_changes(frame: Frame) -> ChangesPage:
    """Every correction, withdrawal and replacement, newest first."""
    say, changes = frame.language.say, frame.changes()
    return ChangesPage(
        path=routes.CHANGES,
        root=routes.root(routes.CHANGES),
        title=say("plan_changes"),
        description=say("plan_changes_about"),
        chrome=frame.chrome_in(routes.CHANGES),
        crumbs=frame.crumbs(Link(say("plan_changes"), "")),
        count_note=changes_note(frame, (change for _, change in changes)),
        years=_years(frame, changes),
        files=downloads(frame, changes_table(frame)),
    )


def _years(frame: Frame, log: tuple[tuple[date, Change], ...]) -> tuple[ChangeYear, ...]:
    years: dict[int, list[Change]] = {}
    for day, change in log:
        years.setdefault(day.year, []).append(change)
    if len(log) <= LONG:
        return (ChangeYear("", "", "", tuple(one for _, one in log)),) if years else ()
    return tuple(
        ChangeYear(
            frame.language.year(year), f"y{year}", changes_note(frame, changes), tuple(changes)
        )
        for year, changes in years.items()
    )


def changes_note(frame: Frame, changes: Iterable[Change]) -> str:
    """How many of each kind, in the words of the kinds."""
    counts: dict[str, int] = {}
    for one in changes:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    say = frame.language.say
    return say("plan_comma").join(
        say("plan_change_count", kind=kind, n=count) for kind, count in counts.items()
    )
