"""The land approval's room on this floor: its homesteads, and the totals written below them."""

from generator.model.kind import Detail
from generator.model.land_approval import AREA, TOTAL_AREA, TOTAL_CASES, Approval, LandApproval
from generator.read import totals
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.quantity import Quantity


def read(reader: Reader, got: Got) -> Detail | None:
    """The homesteads as written; None when one of them has no area that can be read."""
    rows = got.groups("approvals")
    if got.one("approvals", tuple) is not None:
        totals.compare(reader, got, TOTAL_CASES, [1 for _ in rows])
        totals.column(reader, got, rows, AREA, TOTAL_AREA)
    if got.text("stage") in {"group", "village"} and "display" not in got.spots:
        reader.problems.append(got.problem("land-approval/display", "stage", severity="warn"))
    approvals = tuple(_approval(one) for one in rows)
    if None in approvals:
        return None
    return LandApproval(
        stage=got.text("stage"),
        approvals=tuple(one for one in approvals if one is not None),
        objection_phone=got.text("objection_phone"),
        note=got.text("note"),
    )


def _approval(got: Got) -> Approval | None:
    area = got.one("area", Quantity)
    if area is None:
        return None
    return Approval(
        householder=got.text("householder"),
        group=got.text("group"),
        members=got.one("members", int),
        type=got.text("type"),
        grounds=got.text("grounds"),
        location=got.text("location"),
        bounds=got.text("bounds"),
        area=area,
        land=got.text("land"),
        floors=got.one("floors", int),
        floor_area=got.one("floor_area", Quantity),
        height=got.one("height", Quantity),
        former=got.text("former"),
        permit_no=got.text("permit_no"),
    )
