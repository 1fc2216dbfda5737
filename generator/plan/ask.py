"""Who is asked about an entry."""

from generator.model.entry import Entry
from generator.model.unit import Unit
from generator.plan.frame import Frame
from generator.plan.pages.frame import Contact
from generator.values.dataclass import replace


def asked(frame: Frame, entry: Entry) -> Contact:
    """The phone that the entry itself names; else that of its unit where it has one; else the office.

    A unit with a phone says itself where and when it can be reached. Who supervises, and how
    questions are answered, is the same for all.
    """
    unit, named = entry.unit, frame.view(entry).phone
    reached = ("asked", unit.phone, unit.address, unit.hours)
    office = frame.fixed(reached, lambda: _of_unit(frame.chrome.contact, unit))
    return replace(office, phone=named) if named else office


def _of_unit(office: Contact, unit: Unit) -> Contact:
    if not unit.phone:
        return office
    return replace(office, phone=unit.phone, address=unit.address, hours=unit.hours)
