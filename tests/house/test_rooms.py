"""Rooms of kinds: one file name on each floor, and strangers to each other, whoever comes next."""

from generator.app.wiring import CHECKS, CHECKS_OF_THE_WHOLE, EXPORTS, TARGETS
from generator.app.wiring import ROOMS as ROOMS_OF_TARGETS
from generator.model.kind import ROOMS, room
from tests.house.house import GENERATOR, ROOT, imports, modules

NAMES = tuple(room(kind) for kind in ROOMS)
"""What the rooms' modules are called."""


def test_every_kind_has_its_room_on_each_floor_that_asks_for_one() -> None:
    """`ls generator/*/ledger.py` is the feature."""
    wanted = {f"{floor}/{kind}.py" for floor in ("model", "read", "plan") for kind in NAMES}

    assert set() == {path for path in wanted if not (GENERATOR / path).is_file()}


def test_every_kind_is_named_in_the_contracts() -> None:
    """A kind that joins the table joins the contracts that keep kinds apart."""
    config = (ROOT / ".importlinter").read_text("utf-8").split()
    wanted = {f"generator.{floor}.{kind}" for floor in ("model", "read", "plan") for kind in NAMES}

    assert set() == wanted - set(config)


def test_no_kind_imports_another_on_any_floor() -> None:
    """Not even from another floor: what two kinds share has a name of its own."""
    crossing = [
        one.at
        for one in imports()
        if (mine := one.module.name.split(".")[-1]) in NAMES
        and set(one.target.split(".")) & (set(NAMES) - {mine})
        and one.target.startswith("generator.")
    ]

    assert [] == crossing


def test_rooms_are_listed_once() -> None:
    """Every check, export and target is in a table of the wiring or called by name in `app`."""
    called = {one.target.split(".")[-1] for one in imports() if one.module.floor == "app"}
    for floor, listed in (
        ("checks", (*CHECKS, *CHECKS_OF_THE_WHOLE)),
        ("exports", EXPORTS),
        ("targets", tuple({ROOMS_OF_TARGETS.get(way, way): way for way in TARGETS})),
    ):
        rooms = {
            one.name.split(".")[-1]
            for one in modules()
            if one.floor == floor and one.name.count(".") == 2
        }
        assert rooms == {*listed} | (rooms & called)
        assert len(listed) == len(set(listed))
