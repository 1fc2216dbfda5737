"""A month's issue."""

import calendar

from generator.model.entry import Entry
from generator.plan import routes
from generator.plan.body import gathered, rooted
from generator.plan.covers import cover, issue_months, section_counts, summary_line
from generator.plan.frame import Frame
from generator.plan.opendata import issue_file
from generator.plan.pages import IssuePage
from generator.plan.parts import IssueItem, IssueSection, Link, TocLine
from generator.plan.tables import paragraphs
from generator.values.dates import Month, month_of
from generator.values.digest import sha256


def plan_issue(frame: Frame, month: Month) -> IssuePage:
    """Everything published in the month, by category, oldest first, with the month's corrections."""
    front, say, path = cover(frame, month), frame.language.say, routes.issue(month)
    parts = section_counts(frame, month)
    newer, older = _neighbours(frame, month)
    letter = frame.site.letter(month)
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
        foreword=paragraphs(letter.foreword) if letter else (),
        toc=tuple(
            TocLine(category.title, category.id, "", say("plan_count", n=len(entries)))
            for category, entries in parts
        ),
        sections=tuple(
            IssueSection(
                anchor=category.id,
                part=frame.language.part(index),
                title=category.title,
                items=tuple(_item(frame, entry) for entry in entries),
            )
            for index, (category, entries) in enumerate(parts)
        ),
        errata=tuple(change for day, change in frame.changes if month_of(day) == month),
        coming=paragraphs(letter.next) if letter else (),
        record=Link(say("plan_issue_record"), routes.issue_record(month)),
        fingerprint=sha256(issue_file(frame, month).body),
        newer=newer,
        older=older,
    )


def _last_day(month: Month) -> int:
    return calendar.monthrange(month.year, month.number)[1]


def _item(frame: Frame, entry: Entry) -> IssueItem:
    root = routes.root(routes.issue(entry.published.month))
    return IssueItem(
        card=frame.cards[entry.address],
        figures=frame.view(entry).figures,
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
