"""Values as plain tuples are the values again."""

import marshal
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest

from generator.values.dataclass import dataclass, field
from generator.values.flat import flat, whole
from generator.values.html import Html


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of plain fields."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of parts."""

    leaf: Leaf
    leaves: tuple[Leaf, ...]
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """One of each form."""

    frame: str
    branch: Branch
    top: Leaf | None
    role: Literal["main", "other"]
    body: Html
    rows: tuple[tuple[Branch, ...], ...]
    ends: tuple[Leaf | Branch | None, ...] = ()
    days: tuple[date | None, ...] = ()
    height: Decimal = Decimal(0)
    is_green: bool = True
    late: Leaf = field(default=Leaf("", 0), kw_only=True)


LEAF = Leaf("甲\ud800", -1)
BRANCH = Branch(LEAF, (LEAF, Leaf("乙", 2)), (("a", "b"),))
TREES = (
    Tree(
        "f",
        BRANCH,
        None,
        "main",
        Html("<p>"),
        ((BRANCH,), (), (BRANCH, BRANCH)),
        (BRANCH, None, LEAF),
        (date(1900, 1, 1), None, date(2999, 12, 31)),
        Decimal("-12345678901234567890.120"),
        late=LEAF,
    ),
    Tree("f", Branch(LEAF, ()), LEAF, "other", Html(""), (), is_green=False),
)


@dataclass(frozen=True, slots=True)
class Trunk:
    """Fields of which one must be named."""

    text: str
    rest: tuple[Leaf, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Crown(Trunk):
    """One more behind them, which has a place."""

    leaf: Leaf


@pytest.mark.parametrize("apart", ["", "text", "rest"])
def test_fields_that_must_be_named_may_stand_before_others(apart: str) -> None:
    """As they do where a class has those of another, whichever of them is left out."""
    crown = Crown("甲", LEAF, rest=(LEAF, LEAF))

    assert crown == whole(Crown, apart)(flat(Crown, apart)(crown), getattr(crown, apart, None))


@pytest.mark.parametrize("tree", TREES)
def test_a_value_comes_back_from_its_bytes_as_it_was(tree: Tree) -> None:
    """Every class of it, too, and what was left out is given."""
    packed = marshal.dumps(flat(Tree, "frame")(tree), 2)

    back = whole(Tree, "frame")(marshal.loads(packed), "f")

    assert tree == back
    assert repr(tree) == repr(back)
    assert type(back.body) is Html
    assert tree == whole(Tree)(marshal.loads(marshal.dumps(flat(Tree)(tree), 2)))


def test_a_value_that_is_not_what_its_field_declares_has_no_bytes() -> None:
    """It would come back as something else."""
    for wrong in (Html("甲"), LEAF, 1.5j.__class__, object()):
        with pytest.raises(ValueError, match="unmarshallable"):
            marshal.dumps(flat(Leaf)(Leaf(wrong, 1)), 2)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Base:
    """A class with another below it."""

    text: str


@dataclass(frozen=True, slots=True)
class Below(Base):
    """The other, whose field would be lost."""

    more: str


@dataclass(frozen=True, slots=True)
class Odd:
    """A field of a type that nobody has thought of."""

    one: Any


@dataclass(frozen=True, slots=True)
class Either:
    """A field that may be a class or a text, which nothing tells apart once they are plain."""

    one: Leaf | str


@dataclass(frozen=True, slots=True)
class Pair:
    """A tuple whose parts are of different classes."""

    one: tuple[Leaf, Branch]


@pytest.mark.parametrize("kind", [Base, Odd, Either, Pair])
def test_a_class_that_would_not_come_back_is_refused(kind: type) -> None:
    """When it is first asked for, whatever its values say."""
    for way in (flat, whole):
        with pytest.raises(TypeError):
            way(kind)
