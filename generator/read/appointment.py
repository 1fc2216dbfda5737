"""The appointment's room on this floor: its people, and the days in which objections are heard."""

from generator.model.appointment import SHORTEST, Appointment, Objections, Person
from generator.model.kind import Detail
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.dates import Month, add_days

_SATURDAY, _WEEK = 5, 7


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
    """It is shown for five working days at least; which weekdays are holidays is not known."""
    if "display" not in got.places:
        reader.problems.append(got.problem("appointment/display"))
        return
    display = got.group("display")
    start = display.day("from") if display else None
    if display is None or start is None:
        return
    until, days = display.day("until"), display.one("days", int)
    if (until is None) == (days is None):
        return
    length = (until - start).days + 1 if until else days or 0
    if length <= 0:
        return
    # a week holds the five that are asked for, and a display may run for years
    count = sum(add_days(start, n).weekday() < _SATURDAY for n in range(min(length, _WEEK)))
    if count < SHORTEST:
        reader.problems.append(
            display.problem("appointment/short", "from", severity="warn", days=str(count))
        )
