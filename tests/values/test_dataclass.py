"""Our dataclasses behave as the library's do, one beside the other."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any, Generic, TypeVar

import pytest

from generator.values import dataclass as ours
from tests.house.house import imports

T = TypeVar("T")
Make = Callable[..., Callable[[type], type]]
Kinds = dict[str, Any]


def kinds(make: Make) -> Kinds:
    """Classes of every form that this house has, made by one of the two."""

    @make(frozen=True, slots=True)
    class Plain:
        """Two values, one of which may be left out."""

        first: str
        second: tuple[int, ...] = ()

    @make(frozen=True, slots=True)
    class Empty:
        """Nothing."""

    @make(frozen=True, slots=True)
    class One:
        """A single value."""

        only: int

    @make(frozen=True, slots=True)
    class Parent:
        """What stands before and, by its name only, behind."""

        title: str
        head: str = field(default="-", kw_only=True)

    @make(frozen=True, slots=True)
    class Child(Parent):
        """More of it."""

        words: str
        more: str = ""

    @make(frozen=True, slots=True, order=True)
    class Ordered:
        """A year and a month."""

        year: int
        month: int

    @make(slots=True)
    class Pile:
        """What grows."""

        name: str
        found: list[int] = field(default_factory=list)

    @make(frozen=True, slots=True)
    class Box(Generic[T]):
        """Anything."""

        value: T

        def __repr__(self) -> str:
            """Say less."""
            return "box"

    @make(frozen=True, slots=True)
    class Chest(Generic[T]):
        """Anything, in so many places that its values are filled in another way."""

        top: T
        left: str = ""
        right: str = ""
        bottom: str = ""

    return {name: one for name, one in locals().items() if isinstance(one, type)}


LIBRARY = kinds(dataclasses.dataclass)
OURS = kinds(ours.dataclass)

DO: dict[str, Callable[[Kinds], object]] = {
    "by place": lambda the: repr(the["Plain"]("a", (1,))),
    "by name": lambda the: repr(the["Plain"](second=(2,), first="a")),
    "left out": lambda the: repr(the["Plain"]("a")),
    "nothing": lambda the: repr(the["Empty"]()),
    "own words": lambda the: repr(the["Box"](3)),
    "of any type": lambda the: repr(the["Chest"](3, right="r")),
    "too few": lambda the: the["Plain"](),
    "too many": lambda the: the["Plain"](1, 2, 3),
    "unknown": lambda the: the["Plain"](third=3),
    "by its name only": lambda the: repr(the["Child"]("t", "w", head="h")),
    "not by its place": lambda the: the["Child"]("t", "w", "m", "h"),
    "equal": lambda the: the["Plain"]("a") == the["Plain"]("a"),
    "unequal": lambda the: the["Plain"]("a") == the["Plain"]("b"),
    "of another class": lambda the: the["Plain"]("a") == ("a", ()),
    "a child": lambda the: the["Parent"]("a") == the["Child"]("a", ""),
    "one": lambda the: (the["One"](1) == the["One"](1), the["One"](1) == the["One"](2)),
    "empty": lambda the: (the["Empty"]() == the["Empty"](), {the["Empty"]()} == {the["Empty"]()}),
    "in a set": lambda the: len({the["Plain"]("a"), the["Plain"]("a"), the["Plain"]("b")}),
    "hash": lambda the: [hash(the["One"](5)), hash(the["Ordered"](1, 2)), hash(the["Empty"]())],
    "no hash": lambda the: hash(the["Pile"]("a")),
    "no hash inside": lambda the: hash(the["One"]([])),
    "order": lambda the: (
        min(the["Ordered"](2, 1), the["Ordered"](1, 3), the["Ordered"](1, 2)).month
    ),
    "all signs": lambda the: [
        (a < b, a <= b, a > b, a >= b)
        for a in (the["Ordered"](1, 2), the["Ordered"](1, 3))
        for b in (the["Ordered"](1, 2), the["Ordered"](1, 1))
    ],
    "no order": lambda the: the["Plain"]("a") < the["Plain"]("b"),
    "order of others": lambda the: the["Ordered"](1, 2) < 3,
    "set": lambda the: setattr(the["Plain"]("a"), "first", "b"),
    "set one of many": lambda the: setattr(the["Child"]("t", "w"), "words", "b"),
    "of its class": lambda the: type(the["Child"]("t", "w")) is the["Child"],
    "of a class below": lambda the: repr(below(the["Child"])("t", "w", head="h")),
    "set what is not": lambda the: setattr(the["Pile"]("a"), "nothing", "b"),
    "delete": lambda the: delattr(the["Plain"]("a"), "first"),
    "grow": lambda the: [grown(the["Pile"]), grown(the["Pile"])],
    "fields": lambda the: [
        (one.name, one.default, one.kw_only) for one in dataclasses.fields(the["Child"])
    ],
    "replace": lambda the: repr(dataclasses.replace(the["Child"]("t", "w"), head="x", words="y")),
    "as a dict": lambda the: dataclasses.asdict(the["Pile"]("a", [1])),
    "slots": lambda the: [one.__slots__ for one in the.values()],
    "match": lambda the: [one.__match_args__ for one in the.values()],
    "copy": lambda the: repr(copy.deepcopy(the["Child"]("t", "w", head="h"))),
    "words": lambda the: [one.__doc__ for one in the.values()],
}


def below(kind: type) -> type:
    """A class that adds nothing and is not said to be one of values."""
    return type("Below", (kind,), {"__slots__": ()})


def grown(kind: type) -> str:
    """A value of that class that has got something of its own."""
    made = kind("a")
    made.found.append(1)
    made.name = "b"
    return repr(made)


def done(what: Callable[[Kinds], object], the: Kinds) -> str:
    """What comes of it, or which kind of error."""
    try:
        return repr(what(the))
    except Exception as error:  # noqa: BLE001 - both must fail in the same way
        return type(error).__name__


@pytest.mark.parametrize("name", DO)
def test_a_class_of_ours_does_what_one_of_the_library_does(name: str) -> None:
    """Whatever is asked of it, also what it refuses."""
    assert done(DO[name], OURS) == done(DO[name], LIBRARY)


@pytest.mark.parametrize("name", DO)
def test_it_does_so_however_many_were_made(name: str) -> None:
    """After so many values a class has an `__init__` of its own, which is written."""
    often = kinds(ours.dataclass)
    given: dict[str, tuple[object, ...]] = {"Ordered": (1, 2), "Child": ("t", "w"), "Empty": ()}
    before = {one: kind.__init__ for one, kind in often.items()}
    for one, kind in often.items():
        for _ in range(ours.MANY + 1):
            kind(*given.get(one, ("a",)))

    assert all(kind.__init__ is not before[one] for one, kind in often.items())
    assert done(DO[name], often) == done(DO[name], LIBRARY)


def test_a_few_values_need_nothing_written_and_nothing_of_the_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither an `__init__` nor what the library tells of fields, for which a start would wait."""

    def wait(*about: object, **more: object) -> None:
        raise AssertionError(about, more)

    monkeypatch.setattr(ours, "_init", wait)
    monkeypatch.setattr(dataclasses, "make_dataclass", wait)

    child = kinds(ours.dataclass)["Child"]
    value = ours.replace(child("t", words="w", head="h"), more="m")

    assert [getattr(value, name) for name in ours.field_names(child)] == ["t", "h", "w", "m"]


def test_the_types_of_fields_are_known_of_every_class_of_ours() -> None:
    """Those of its bases, too, and the library is not asked."""
    names = {"title": str, "head": str, "words": str, "more": str}
    types = ours.field_types(OURS["Child"])

    assert types == names
    assert list(types or ()) == list(names)
    assert ours.field_types(OURS["Empty"]) == {}
    assert [ours.field_types(one) for one in (LIBRARY["Child"], str, str | None)] == [None] * 3


def test_the_names_of_fields_are_known_of_every_class() -> None:
    """Of the library's, too; of what is no dataclass, there are none."""
    for its in (LIBRARY, OURS):
        assert [ours.field_names(its[one]) for one in ("Child", "Empty")] == [
            ("title", "head", "words", "more"),
            (),
        ]
    assert ours.field_names(str) == ()


@pytest.mark.parametrize(
    "changes",
    [{}, {"head": "x", "words": "y"}, {"title": "z"}, {"nothing": 1}, {"title": 1, "b": 2}],
)
def test_a_copy_with_changes_is_what_the_library_makes(changes: dict[str, Any]) -> None:
    """Whatever is changed, also what no field is called."""
    copied = {
        replace: done(lambda the, replace=replace: replace(the["Child"]("t", "w"), **changes), OURS)  # type: ignore[misc]
        for replace in (ours.replace, dataclasses.replace)
    }

    assert len({*copied.values()}) == 1


def test_a_value_survives_a_journey() -> None:
    """As workers and the memory send it, though nothing was made in the other process yet."""
    sent = pickle.dumps(Travels("t", head="h"), 5)

    back = pickle.loads(sent)

    assert back == Travels("t", head="h")
    assert hash(back) == hash(Travels("t", head="h"))


@ours.dataclass(frozen=True, slots=True)
class Travels:
    """A value that a pickle can name."""

    title: str
    head: str = field(default="-", kw_only=True)


def test_every_dataclass_is_of_ours() -> None:
    """The library's own costs a start a third of a millisecond each; its copies ask it about fields."""
    theirs = {"dataclasses.dataclass", "dataclasses.replace"}
    wrong = [
        one.at for one in imports() if one.target in theirs and one.module.name != ours.__name__
    ]

    assert wrong == []
