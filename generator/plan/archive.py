"""All issues, by year; a month in which nothing was published keeps its place."""

from generator.plan import routes
from generator.plan.covers import cover, issue_months
from generator.plan.frame import Frame
from generator.plan.opendata import downloads
from generator.plan.pages.frame import Link
from generator.plan.pages.issue import ArchivePage, ArchiveYear
from generator.plan.sitelists import issues_table
from generator.values.dates import Month


def plan_archive(frame: Frame) -> ArchivePage:
    """The shelf of issues, newest year first."""
    say = frame.language.say
    months = issue_months(frame)
    told = [letter.month for letter in frame.site.letters if letter.reason]
    shown = (*months, *told)
    span = _span(min(shown), max(*shown, frame.running)) if shown else ()
    years = sorted({month.year for month in span}, reverse=True)
    return ArchivePage(
        path=routes.ARCHIVE,
        root=routes.root(routes.ARCHIVE),
        title=say("plan_archive"),
        description=say("plan_archive_about"),
        chrome=frame.chrome_in(routes.ARCHIVE),
        crumbs=frame.crumbs(Link(say("plan_archive"), "")),
        years=tuple(
            _year(frame, year, [one for one in span if one.year == year]) for year in years
        ),
        before=_before(frame, span[0]) if span else "",
        files=downloads(frame, issues_table(frame)),
    )


def _before(frame: Frame, first: Month) -> str:
    """That the shelf begins in the middle of the series, so that no number seems to be lost."""
    total, say = frame.issue(first).total, frame.language.say
    if total <= 1:
        return ""
    name = say("plan_issue_total", n=total)
    return say("plan_archive_before", total=name, month=frame.language.month(first).text)


def _span(first: Month, last: Month) -> tuple[Month, ...]:
    months = [first]
    while months[-1] < last:
        months.append(months[-1].next())
    return tuple(months)


def _year(frame: Frame, year: int, months: list[Month]) -> ArchiveYear:
    covers = tuple(cover(frame, month) for month in reversed(months))
    issues = sum(bool(one.href) for one in covers)
    return ArchiveYear(
        year=frame.language.year(year),
        anchor=f"y{year}",
        note=frame.language.say(
            "plan_archive_year", issues=issues, n=sum(one.count for one in covers)
        ),
        covers=covers,
    )
