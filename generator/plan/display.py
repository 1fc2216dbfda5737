"""What is said of a display period: how long it runs and what is left, in days and in working days."""

from generator.model.entry import Display, Entry
from generator.plan.ask import asked
from generator.plan.frame import Frame
from generator.plan.pages.entry import DisplayBox


def display_box(frame: Frame, entry: Entry) -> DisplayBox | None:
    """The period on the entry's own page; None when it has none."""
    display, say = entry.display, frame.language.say
    if display is None:
        return None
    today = frame.today
    runs = display.runs(today) and entry.listed
    state = "running" if runs else _state(frame, entry, display)
    return DisplayBox(
        span=say(
            "plan_span",
            start=frame.language.day(display.start).text,
            end=frame.language.day(display.end).text,
        ),
        length=say("plan_working_days", n=display.working) if display.working else "",
        provisional=provisional(frame, display),
        state=say(f"plan_display_{state}"),
        left=left_sentence(frame, display) if runs else "",
        working_left=working_left(frame, display) if runs else "",
        days_left=display.days_left(today) if runs else 0,
        end=display.end.isoformat() if runs else "",
        phone=asked(frame, entry).phone if runs else "",
    )


def _state(frame: Frame, entry: Entry, display: Display) -> str:
    """Of a period that does not run: not begun, over, or cut short with its entry."""
    end = entry.withdrawal or entry.superseding
    if end and end.on <= display.end:
        return "stopped"
    return "ahead" if frame.today < display.start else "over"


def left_sentence(frame: Frame, display: Display) -> str:
    """The days left with their day of reckoning, true on any day and without a script."""
    left = display.days_left(frame.today)
    day = frame.language.short_day(frame.today).text
    return frame.language.say("plan_left" if left else "plan_left_last", day=day, n=left)


def working_left(frame: Frame, display: Display) -> str:
    """How many of the days left are working days; empty unless the period was given in them."""
    left = display.working_left(frame.today, frame.site.calendar)
    return frame.language.say("plan_left_working", n=left) if display.working and left else ""


def provisional(frame: Frame, display: Display) -> str:
    """That its end may still move, because a year's notice is not known; empty where it is."""
    if not display.unknown:
        return ""
    years = frame.language.say("plan_list_join").join(
        frame.language.year(one) for one in display.unknown
    )
    return frame.language.say("plan_provisional", years=years)
