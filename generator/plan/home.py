"""The front page."""

from datetime import date

from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.covers import cover, issue_months, latest, sections, summary_line
from generator.plan.display import left_sentence, provisional, working_left
from generator.plan.frame import Frame
from generator.plan.pages.frame import Link
from generator.plan.pages.issue import TocLine
from generator.plan.pages.lists import RunningNotice
from generator.plan.pages.site import CategoryBlock, DayBlock, HomePage, MonthBar
from generator.plan.units import levels
from generator.values.dates import Month, month_of

LATEST = 3
"""How many of a category's newest entries the front page shows."""
DAYS = 7
"""How many days the list of what is new goes back over."""
EARLIER = 3
"""How many issues before the latest are linked beside its cover."""
STRIP = 12
"""How many months the strip shows at most; it begins no earlier than the first entry."""
_NOTE = 22


def plan_home(frame: Frame) -> HomePage:
    """The front page: the latest issue, what is open to objections, and four ways to look."""
    language, month = frame.language, latest(frame)
    return HomePage(
        path=routes.HOME,
        root="",
        title=frame.site.settings.name,
        description=frame.site.settings.tagline or frame.site.settings.name,
        chrome=frame.chrome_in(routes.HOME),
        cover=cover(frame, month) if month else None,
        headline=language.say("plan_issue_headline", month=language.month(month).text)
        if month
        else "",
        lede=summary_line(frame, month) if month else "",
        toc=tuple(_toc(frame, month)) if month else (),
        earlier=_earlier(frame, month) if month else (),
        notices=running_notices(frame),
        reckoned=reckoned(frame),
        year_note=_year_note(frame),
        categories=tuple(_block(frame, one.id) for one in frame.site.categories),
        days=_days(frame),
        months=_strip(frame, month),
        all_notices=Link(language.say("plan_notices"), routes.NOTICES),
        levels=levels(frame, counted=True),
    )


def _toc(frame: Frame, month: Month) -> list[TocLine]:
    lines = []
    for category, lines_there in sections(frame, month):
        note = frame.card(lines_there[-1].address).title
        shown = note if len(note) <= _NOTE else note[: _NOTE - 1] + "…"
        count = frame.language.say("plan_count", n=len(lines_there))
        lines.append(TocLine(category.title, category.id, shown, count))
    return lines


def _earlier(frame: Frame, month: Month) -> tuple[Link, ...]:
    months = issue_months(frame)
    before = [one for one in months if one < month][-EARLIER:]
    links = tuple(
        Link(frame.language.say("plan_issue_short", n=frame.issue(one).number), routes.issue(one))
        for one in reversed(before)
    )
    return (*links, Link(frame.language.say("plan_issue_all", n=len(months)), routes.ARCHIVE))


def running_notices(frame: Frame, unit: str = "") -> tuple[RunningNotice, ...]:
    """The notices that are open to objections, of a unit or of all, the first to end first."""
    today, shown = frame.today, frame.displayed(unit)
    running = [one for one in shown if one.display and one.display.runs(today)]
    running.sort(key=lambda one: (one.display.end if one.display else today, one.address))
    return tuple(_notice(frame, one) for one in running)


def reckoned(frame: Frame) -> str:
    """The site's day, for which days left are counted: `按11月21日计`."""
    day = frame.language.short_day(frame.today).text
    return frame.language.say("plan_reckoned", day=day)


def _notice(frame: Frame, entry: Entry) -> RunningNotice:
    assert entry.display
    display, today = entry.display, frame.today
    return RunningNotice(
        title=entry.title,
        href=entry.address,
        unit=entry.unit.short,
        until=frame.language.short_day(display.end),
        end=display.end.isoformat(),
        days_left=display.days_left(today),
        left=left_sentence(frame, display),
        working_left=working_left(frame, display),
        provisional=provisional(frame, display),
        elapsed=display.elapsed(today),
    )


def _year_note(frame: Frame) -> str:
    count = frame.year_count(frame.running.year)
    return frame.language.say("plan_count_year_all", n=count)


def _block(frame: Frame, name: str) -> CategoryBlock:
    category = frame.site.category(name)
    this_year = dict(frame.years(name)).get(frame.running.year, 0)
    return CategoryBlock(
        id=name,
        title=category.title,
        href=routes.category(name),
        seal=category.seal,
        count_text=frame.language.say("plan_count_year", n=this_year),
        latest=tuple(frame.card(one.address) for one in frame.newest(name, LATEST)),
    )


def _days(frame: Frame) -> tuple[DayBlock, ...]:
    found = ((date.fromisoformat(day), its) for day, its in frame.days(DAYS))
    say = frame.language.say
    return tuple(
        DayBlock(
            day=say("plan_day_number", d=day.day),
            under=f"{frame.language.short_month(month_of(day))} {frame.language.weekday(day)}",
            iso=day.isoformat(),
            cards=tuple(frame.card(one) for one in addresses),
        )
        for day, addresses in found
    )


def _strip(frame: Frame, current: Month | None) -> tuple[MonthBar, ...]:
    counted, month = frame.months(), frame.running
    first = min(counted, default=month)
    months = [month]
    while len(months) < STRIP and month > first:
        month = Month(month.year - (month.number == 1), month.number - 1 or 12)
        months.append(month)
    counts = {one: counted.get(one, 0) for one in months}
    highest = max(counts.values()) or 1
    return tuple(
        MonthBar(
            month=frame.language.short_month(one),
            year=frame.language.year(one.year),
            href=routes.issue(one) if counts[one] else "",
            count=counts[one],
            height=100 * counts[one] // highest,
            current=one == current,
        )
        for one in reversed(months)
    )
