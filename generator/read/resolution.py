"""The resolution's room on this floor: who came is no more than who could, and every vote is counted."""

from datetime import date

from generator.model.kind import Detail
from generator.model.resolution import PASSED, VOTES, Item, Resolution
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.dates import Moment


def read(reader: Reader, got: Got) -> Detail | None:
    """The resolution as written; None when a number or the day is missing or unreadable."""
    held, entitled = got.day("held"), got.one("entitled", int)
    present, rows = got.one("present", int), got.groups("items")
    if not rows and "items" in got.values:
        reader.problems.append(got.problem("resolution/nothing", "items"))
    _check_meeting(reader, got, held, entitled, present)
    if present is not None:
        for row in rows:
            _check_votes(reader, row, present)
    items = tuple(_item(one) for one in rows)
    if held is None or entitled is None or present is None or None in items:
        return None
    return Resolution(
        meeting=got.text("meeting"),
        held=held,
        entitled=entitled,
        present=present,
        items=tuple(one for one in items if one is not None),
        plan=got.text("plan"),
        note=got.text("note"),
    )


def _check_meeting(
    reader: Reader, got: Got, held: date | None, entitled: int | None, present: int | None
) -> None:
    """No more came than could, and what is not over yet has not been decided."""
    if entitled is not None and present is not None and present > entitled:
        over = got.problem(
            "resolution/present",
            "present",
            present=str(present),
            entitled=str(entitled),
            difference=str(present - entitled),
        )
        reader.problems.append(over)
    published = got.one("published", Moment)
    known = (("成文日期", got.day("formed")), ("公布日期", published.day if published else None))
    key, day = next(((key, day) for key, day in known if day), ("", None))
    if held is not None and day is not None and held > day:
        late = got.problem("resolution/later", "held", held=str(held), key=key, day=str(day))
        reader.problems.append(late)


def _check_votes(reader: Reader, row: Got, present: int) -> None:
    """The votes of a matter are those present; what passed had more than half of them."""
    votes = [row.one(field.key, int) for field in VOTES if field.key in row.spots]
    known = [one for one in votes if one is not None]
    ayes = row.one("ayes", int)
    if ayes is None or len(known) < len(votes):
        return  # told where it is written
    matter, votes_in_all = row.text("matter"), sum(known)
    if votes_in_all != present:
        differs = row.problem(
            "resolution/votes",
            "ayes",
            matter=matter,
            votes=str(votes_in_all),
            present=str(present),
            difference=str(votes_in_all - present),
        )
        reader.problems.append(differs)
    elif row.text("result") == PASSED and 2 * ayes <= present:
        half = row.problem(
            "resolution/half", "ayes", "warn", matter=matter, ayes=str(ayes), present=str(present)
        )
        reader.problems.append(half)


def _item(got: Got) -> Item | None:
    ayes = got.one("ayes", int)
    if ayes is None:
        return None
    return Item(
        matter=got.text("matter"),
        result=got.text("result"),
        ayes=ayes,
        noes=got.one("noes", int),
        abstained=got.one("abstained", int),
    )
