"""The appointment's room on this floor: its people, and the days in which objections are heard."""

from generator.model.appointment import SHORTEST, Appointment, Objections, Person
from generator.model.kind import Detail
from generator.read import display
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.dates import Month


def read(reader: Reader, got: Got) -> Detail | None:
    """The people as written; None when one of them cannot be read."""
    _check_display(reader, got)
    people = tuple(_person(one) for one in got.groups("people"))
    if not people and "people" in got.values:
        reader.problems.append(got.problem("appointment/nobody", "people"))
    return Appointment(
        people=people,
        objections=_objections(got.group("objections")),
        note=got.text("note"),
    )


def _objections(got: Got | None) -> Objections:
    if got is None:
        return Objections("", "", "", "", "")
    return Objections(
        office=got.text("office"),
        phone=got.text("phone"),
        address=got.text("address"),
        email=got.text("email"),
        hours=got.text("hours"),
    )


def _person(got: Got) -> Person:
    return Person(
        name=got.text("name"),
        gender=got.text("gender"),
        ethnicity=got.text("ethnicity"),
        born=got.one("born", Month),
        origin=got.text("origin"),
        education=got.text("education"),
        politics=got.text("politics"),
        since=got.one("since", Month),
        current=got.text("current"),
        proposed=got.text("proposed"),
    )


def _check_display(reader: Reader, got: Got) -> None:
    """It is shown for five working days at least, by the calendar of the year."""
    if "display" not in got.spots:
        reader.problems.append(got.problem("appointment/display"))
        return
    group = got.group("display")
    period = display.span(reader, group) if group else None
    if group is None or period is None:
        return
    start, end = period
    enough = reader.calendar.last_day(start, SHORTEST)
    if "working_days" not in group.spots:
        display.say_unknown(reader, group, "from", reader.calendar.unknown(start, min(end, enough)))
    if end < enough:
        days = str(reader.calendar.count(start, end))
        facts = {"days": days, "until": enough.isoformat()}
        at = next(key for key in display.ENDS if key in group.spots)
        reader.problems.append(group.problem("appointment/short", at, severity="warn", **facts))
