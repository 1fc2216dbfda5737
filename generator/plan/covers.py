"""Issues as their covers and summaries show them, wherever they appear."""

from generator.model.category import Category
from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.parts import Cover
from generator.values.dates import Month, month_of


def issue_months(frame: Frame) -> tuple[Month, ...]:
    """The months that have an issue, oldest first: those with entries or with changes to report.

    A change of a later day opens no issue before its month has come.
    """
    running = month_of(frame.site.today)
    changed = {month for day, _ in frame.changes if (month := month_of(day)) <= running}
    return tuple(sorted({*frame.by_month, *changed}))


def latest(frame: Frame) -> Month | None:
    """The latest issue: the newest finished month with entries, or the running one before that."""
    running = month_of(frame.site.today)
    months = [month for month in sorted(frame.by_month) if month <= running]
    finished = [month for month in months if month < running]
    return next(reversed(finished or months), None)


def cover(frame: Frame, month: Month) -> Cover:
    """The cover of a month's issue; without a page when the month has none."""
    issue, language = frame.issue(month), frame.language
    count = len(frame.by_month.get(month, ()))
    is_open = month >= month_of(frame.site.today)
    has_page = month in issue_months(frame)
    letter = frame.site.letter(month)
    return Cover(
        href=routes.issue(month) if has_page else "",
        organ=frame.site.settings.organ,
        masthead=frame.site.settings.series.title,
        number=str(issue.number),
        year=language.year(month.year),
        name=language.say("plan_issue", y=month.year, n=issue.number),
        total=language.say("plan_issue_total", n=issue.total),
        month=language.month(month),
        count=count,
        count_text=language.say("plan_count", n=count),
        state=language.say("plan_issue_open") if is_open and has_page else "",
        reason=letter.reason if letter else "",
    )


def section_counts(frame: Frame, month: Month) -> tuple[tuple[Category, tuple[Entry, ...]], ...]:
    """The issue's parts: each category with entries in that month, in the site's order."""
    entries = frame.by_month.get(month, ())
    parts = (
        (one, tuple(e for e in entries if e.category == one.id)) for one in frame.site.categories
    )
    return tuple((category, mine) for category, mine in parts if mine)


def summary_line(frame: Frame, month: Month) -> str:
    """What the issue holds, in a sentence."""
    say, sections = frame.language.say, section_counts(frame, month)
    count = len(frame.by_month.get(month, ()))
    if len(sections) <= 1:
        return say("plan_issue_lede_one", n=count)
    parts = say("plan_issue_lede_join").join(
        say("plan_issue_lede_part", title=category.title, n=len(entries))
        for category, entries in sections
    )
    return say("plan_issue_lede", n=count, parts=parts)
