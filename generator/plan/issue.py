"""A month's issue."""

from datetime import date

from generator.model.category import Category
from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.body import gathered, rooted
from generator.plan.changes import changes_note
from generator.plan.covers import cover, issue_months, sections, summary_line
from generator.plan.datalists import issue_copy
from generator.plan.frame import Frame
from generator.plan.pages.frame import Link
from generator.plan.pages.issue import (
    AccountLine,
    AccountTable,
    IssueItem,
    IssuePage,
    IssueSection,
    TocLine,
)
from generator.plan.tables import paragraphs
from generator.values.dates import Month, add_days, month_of
from generator.values.money import total

ERRATA = "errata"
"""The id of an issue's corrections on its page."""
_DECEMBER = 12
_LINES = 30
"""More lines of tables than these are left to the entry's own page."""


def plan_issue(frame: Frame, month: Month) -> IssuePage:
    """Everything published in the month, by category, oldest first, with the month's corrections."""
    front, say, path = cover(frame, month), frame.language.say, routes.issue(month)
    parts = sections(frame, month)
    held = [(one, tuple(frame.entry(each.address) for each in lines)) for one, lines in parts]
    newer, older = _neighbours(frame, month)
    letter = frame.site.letter(month)
    errata = frame.changes_in(month)
    return IssuePage(
        path=path,
        root=routes.root(path),
        title=front.name,
        description=summary_line(frame, month),
        chrome=frame.chrome_in(routes.ARCHIVE),
        crumbs=frame.crumbs(Link(say("plan_archive"), routes.ARCHIVE), Link(front.name, "")),
        cover=front,
        span=say(
            "plan_issue_span",
            y=month.year,
            m=month.number,
            d=_last_day(month),
            name=frame.language.month(month).text,
        ),
        lede=summary_line(frame, month),
        state=_state(frame, month),
        url=frame.full(path),
        foreword=paragraphs(letter.foreword) if letter else (),
        toc=tuple(_contents(frame, category, entries) for category, entries in held),
        sections=tuple(
            IssueSection(
                anchor=category.id,
                part=frame.language.part(index),
                title=category.title,
                accounts=_accounts(frame, category, entries),
                items=tuple(_item(frame, one) for one in entries if not frame.flow(one.address)),
            )
            for index, (category, entries) in enumerate(held)
        ),
        errata=errata,
        errata_note=changes_note(frame, errata),
        coming=paragraphs(letter.next) if letter else (),
        record=Link(say("plan_issue_record"), routes.issue_record(month))
        if frame.is_open
        else None,
        fingerprint=issue_copy(frame, month).sha256 if frame.is_open else "",
        newer=newer,
        older=older,
    )


def _contents(frame: Frame, category: Category, entries: tuple[Entry, ...]) -> TocLine:
    """A part in the contents, with what stands in it; the accounts are one line."""
    say = frame.language.say
    accounts = sum(bool(frame.flow(one.address)) for one in entries)
    lines = [Link(one.title, _anchor(one)) for one in entries if not frame.flow(one.address)]
    if accounts:
        title = say("plan_accounts_line", title=say("plan_accounts"), n=accounts)
        lines.insert(0, Link(title, _accounts_anchor(category)))
    return TocLine(category.title, category.id, "", say("plan_count", n=len(entries)), tuple(lines))


def _anchor(entry: Entry) -> str:
    return entry.address.removesuffix(".html").replace("/", "-")


def _accounts_anchor(category: Category) -> str:
    return f"{category.id}-accounts"


def _last_day(month: Month) -> int:
    """Told by the day after it, except in December: the library that knows takes its time to load."""
    if month.number == _DECEMBER:
        return 31
    return add_days(date(month.year, month.number + 1, 1), -1).day


def _state(frame: Frame, month: Month) -> str:
    is_open = month >= frame.running
    last = frame.language.day(date(month.year, month.number, _last_day(month)))
    return frame.language.say("plan_issue_until" if is_open else "plan_issue_closed", day=last.text)


def _accounts(frame: Frame, category: Category, entries: tuple[Entry, ...]) -> AccountTable | None:
    """The accounts among the entries, and their sum where that is one of a month."""
    pairs = [(one, flow) for one in entries if (flow := frame.flow(one.address))]
    if not pairs:
        return None
    say, flows = frame.language.say, tuple(flow for _, flow in pairs)
    units = {one.unit.id for one, _ in pairs}
    has_sum = 1 < len(pairs) == len(units) and len({one.period for one in flows}) == 1
    return AccountTable(
        anchor=_accounts_anchor(category),
        title=say("plan_accounts"),
        note=say("plan_accounts_note"),
        lines=tuple(
            AccountLine(
                card=frame.card(one.address),
                period=frame.language.month(flow.period).text,
                income=str(flow.income),
                expense=str(flow.expense),
                closing=str(flow.closing),
                later=_later(frame, one),
            )
            for one, flow in pairs
        ),
        total_label=say("plan_accounts_total", n=len(pairs)) if has_sum else "",
        income=str(total(tuple(one.income for one in flows))) if has_sum else "",
        expense=str(total(tuple(one.expense for one in flows))) if has_sum else "",
        closing=str(total(tuple(one.closing for one in flows))) if has_sum else "",
    )


def _later(frame: Frame, entry: Entry) -> Link | None:
    """Where a correction is reported that was made after the entry's own issue was closed.

    One of a month that has not come is not: that month has no issue yet.
    """
    running = frame.running
    days = (one.on for one in entry.corrections)
    last = max((day for day in days if month_of(day) <= running), default=None)
    if last is None or month_of(last) == entry.published.month:
        return None
    month = month_of(last)
    text = frame.language.say(
        "plan_issue_later",
        day=frame.language.day(last).text,
        issue=frame.language.say("plan_issue", y=month.year, n=frame.issue(month).number),
    )
    return Link(text, f"{routes.issue(month)}#{ERRATA}")


def _item(frame: Frame, entry: Entry) -> IssueItem:
    root = routes.root(routes.issue(entry.published.month))
    view = frame.view(entry)
    lines = sum(len(group.rows) for one in view.sheets for group in one.groups)
    return IssueItem(
        anchor=_anchor(entry),
        card=frame.card(entry.address),
        figures=view.figures,
        sheets=view.sheets if lines <= _LINES else (),
        rest=frame.language.say("plan_issue_rest", n=lines) if lines > _LINES else "",
        later=_later(frame, entry),
        body=gathered(rooted(entry.body, root, frame.moved), f"{root}{entry.address}"),
    )


def _neighbours(frame: Frame, month: Month) -> tuple[Link | None, Link | None]:
    months = issue_months(frame)
    index = months.index(month)
    newer = months[index + 1] if index + 1 < len(months) else None
    older = months[index - 1] if index else None
    return _link(frame, newer), _link(frame, older)


def _link(frame: Frame, month: Month | None) -> Link | None:
    if month is None:
        return None
    return Link(
        frame.language.say("plan_issue", y=month.year, n=frame.issue(month).number),
        routes.issue(month),
    )
