"""Issues as their covers and summaries show them, wherever they appear."""

from generator.model.category import Category
from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.line import Lines
from generator.plan.pages.issue import Cover
from generator.values.dates import Month


def issue_months(frame: Frame) -> tuple[Month, ...]:
    """The months that have an issue, oldest first: those with entries or with changes to report.

    A change of a later day opens no issue before its month has come.
    """

    def find() -> tuple[Month, ...]:
        running = frame.running
        changed = {month for month in frame.change_months() if month <= running}
        return tuple(sorted({*frame.month_names(), *changed}))

    return frame.once(("issue months",), find)


def latest(frame: Frame) -> Month | None:
    """The latest issue: the newest finished month with entries, or the running one before that."""
    running = frame.running
    months = [month for month in frame.month_names() if month <= running]
    finished = [month for month in months if month < running]
    return next(reversed(finished or months), None)


def cover(frame: Frame, month: Month) -> Cover:
    """The cover of a month's issue; without a page when the month has none."""
    issue, language = frame.issue(month), frame.language
    count = frame.month_count(month)
    is_open = month >= frame.running
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


def sections(frame: Frame, month: Month) -> tuple[tuple[Category, Lines], ...]:
    """The issue's parts: each category with entries in that month, in the site's order."""
    lines = frame.month(month)
    parts = (
        (one, tuple(e for e in lines if e.category == one.id)) for one in frame.site.categories
    )
    return tuple((category, mine) for category, mine in parts if mine)


def summary_line(frame: Frame, month: Month) -> str:
    """What the issue holds, in a sentence."""
    say, parts = frame.language.say, sections(frame, month)
    count = frame.month_count(month)
    if len(parts) <= 1:
        return say("plan_issue_lede_one", n=count)
    told = say("plan_issue_lede_join").join(
        say("plan_issue_lede_part", title=category.title, n=len(lines)) for category, lines in parts
    )
    return say("plan_issue_lede", n=count, parts=told)
