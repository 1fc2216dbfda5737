"""Who is asked about an entry."""

from generator.model.entry import Entry
from generator.plan.frame import Frame
from generator.plan.parts import Contact
from generator.values.dataclass import replace


def asked(frame: Frame, entry: Entry) -> Contact:
    """The phone that the entry itself names; else that of its unit where it has one; else the office.

    A unit with a phone says itself where and when it can be reached. Who supervises, and how
    questions are answered, is the same for all.
    """
    office, unit, named = frame.chrome.contact, entry.unit, frame.view(entry).phone
    if unit.phone:
        office = replace(office, phone=unit.phone, address=unit.address, hours=unit.hours)
    return replace(office, phone=named) if named else office
