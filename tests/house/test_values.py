"""Law 1: values are frozen, slotted dataclasses that hold tuples; no later stage can write into them."""

import dataclasses
import decimal
import enum
import importlib
import types
import typing
from collections.abc import Iterator
from datetime import date

import pytest

from tests.house.house import modules

FLOORS = ("values", "model", "plan", "render")
NOT_A_VALUE = {
    "generator.plan.datalists.Table": "a list that is not made before somebody wants its rows",
    "generator.render.desk.Desk": "the linter's bench: gathers what is wrong, and is thrown away",
    "generator.render.desk.Scope": "what a name means at one spot of a template, while it is looked over",
    "generator.plan.questions.Supply": "where a bench's answers come from: functions; no page holds it",
    "generator.values.host.Keys": "a password is looked up when it is wanted, and not held",
    "generator.plan.language.Language": "a speaker, made of a theme's words at the edge; no page holds it",
}
"""Dataclasses that are no values, and why they may be other than values are."""
NO_DATACLASS = {
    "generator.model.kind.Detail": "the empty base of what kinds add",
    "generator.values.html.Html": "a text with a promise, checked by its type",
    "generator.plan.frame.Frame": "the planners' bench: works out once what pages share, and is thrown away",
    "generator.plan.questions.Questions": "the part of the bench at which entries are asked for",
    "generator.plan.register.Register": "the lines of a site in groups, each made when it is asked for",
    "generator.plan.shards.Shards": "the same, as far as it only holds them",
    "generator.plan.shards._AtHand": "the same, where all of them are at hand",
    "generator.plan.shards._Joined": "the same, of those before and those that are new",
    "generator.plan.shards.Files": "where the lines come from: functions; no page holds it",
    "generator.plan.gist.Gist": "a tuple, as lines are",
    "generator.plan.line.Line": "a tuple: a hundred thousand are brought and compared at once",
    "generator.plan.relations.Known": "a signature",
    "generator.plan.datalists.Row": "a tuple, as the rows of tables are",
    "generator.values.dataclass._Fields": "what is known of a class, which others are made of",
    "generator.values.pattern._Pattern": "a pattern that waits to be compiled",
    "generator.plan.view.Room": "a signature",
    "generator.plan.plan.Planned": "a signature",
    "generator.plan.plan.Outline": "where a plan's pages will stand, worked out when it is asked for",
    "generator.render.imported._File": "the macros of a file, while templates are compared",
    "generator.render.imported.Imported": "what imported names stand for, while templates are compared",
    "generator.render.patch.Patch": "what changes in the pages of an edited template, with code to draw it",
    "generator.render.patch._Side": "the trees of a page's templates, while they are compared",
    "generator.render.writer.Writer": "the library's writer of code, which says `shown` for `escape`",
    "generator.render.engine._Codes": "the code of templates, kept by the builder between builds",
    "generator.render.runtime.Common": "parts of pages that many have in common, said once",
    "generator.render.runtime.Template": "the library's template, which makes its macros once",
    "generator.render.runtime.Macros": "the library's imported template, with its names open",
    "generator.render.runtime.Macro": "the library's macro, which says whether it can be called at once",
    "generator.render.runtime.Context": "the library's names of a template, in one dictionary",
    "generator.render.runtime._Known": "that dictionary",
    "generator.render.runtime.Loop": "the library's loop, told in one go",
    "generator.render.engine._Sandbox": "the library's sandbox with less in it",
    "generator.render.qr._Drawn": "the codes that were drawn, of which others are sums",
    "generator.render.filtering.Filtering": "the linter at work on filters",
    "generator.render.reason.Reasoner": "the linter at work on expressions",
    "generator.render.walk.Walker": "the linter at work on statements",
    "generator.values.host.Filed": "a tuple: a site has tens of thousands",
    "generator.values.host.Trace": "the same",
    "generator.values.host.HostFault": "an exception",
    "generator.values.host.NoPackageError": "an exception",
    "generator.values.address.NoAddressError": "an exception",
    "generator.values.host.Parcel": "a signature",
    "generator.values.host.Package": "a signature",
    "generator.values.host.Host": "a signature",
    "generator.values.dates.NoSuchDayError": "an exception",
    "generator.values.dates.NotADateError": "an exception",
    "generator.values.money.NotMoneyError": "an exception",
    "generator.values.money.OtherUnitError": "an exception",
    "generator.values.money.TooFineError": "an exception",
    "generator.values.quantity.NotAQuantityError": "an exception",
    "generator.values.quantity.OtherUnitError": "an exception",
    "generator.values.problem.Stop": "an exception",
}
"""Classes of these floors that are no dataclasses, and what they are."""
LEAVES = (str, bytes, int, float, bool, type(None), decimal.Decimal, date, enum.Enum)


def _classes() -> Iterator[tuple[str, type]]:
    for module in modules():
        if module.floor in FLOORS:
            loaded = importlib.import_module(module.name)
            for name, thing in vars(loaded).items():
                if isinstance(thing, type) and thing.__module__ == module.name:
                    yield f"{module.name}.{name}", thing


CLASSES = dict(_classes())
VALUES = {
    name: one
    for name, one in CLASSES.items()
    if dataclasses.is_dataclass(one) and name not in NOT_A_VALUE
}


def _held(kind: object) -> Iterator[object]:
    """A type and every type that it is put together from."""
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        yield str
    elif origin in {typing.Union, types.UnionType} or kind is Ellipsis:
        pass
    else:
        yield origin or kind
    if origin is not typing.Literal:
        for part in typing.get_args(kind):
            yield from _held(part)


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_frozen_and_slotted(name: str) -> None:
    """Nothing can be written into it, and nothing hung on it."""
    value = object.__new__(VALUES[name])

    with pytest.raises(dataclasses.FrozenInstanceError):
        value.__setattr__("anything", 1)
    assert VALUES[name].__dictoffset__ == 0


@pytest.mark.parametrize("name", VALUES)
def test_a_value_holds_values_only(name: str) -> None:
    """Texts, numbers, days, tuples, and values again; no list and no dict, at any depth."""
    hints = typing.get_type_hints(VALUES[name])
    held = {field: set(_held(hints[field])) for field in hints}
    wrong = {
        (field, getattr(kind, "__name__", str(kind)))
        for field, kinds in held.items()
        for kind in kinds
        if not (
            kind in {tuple, Ellipsis}
            or (isinstance(kind, type) and issubclass(kind, LEAVES))
            or (isinstance(kind, type) and dataclasses.is_dataclass(kind))
            or f"{getattr(kind, '__module__', '')}.{getattr(kind, '__name__', '')}" in NO_DATACLASS
            or isinstance(kind, typing.TypeVar)
        )
    }

    assert set() == wrong


def test_every_other_class_is_known_and_has_its_reason() -> None:
    """A class that joins these floors is a value, or says why it is not."""
    others = {name for name in CLASSES if name not in VALUES}

    assert others == {*NO_DATACLASS, *NOT_A_VALUE}


def test_a_named_tuple_is_no_way_around() -> None:
    """It could be frozen and still hold a list; the two that there are hold none."""
    found = {name: one for name, one in CLASSES.items() if hasattr(one, "_fields")}
    held_by_none = {
        "generator.plan.shards.Files",
        "generator.plan.gist.Gist",
        "generator.values.host.Filed",
        "generator.values.host.Trace",
    }

    assert found.keys() - held_by_none == {
        "generator.plan.line.Line",
        "generator.plan.datalists.Row",
    }
    found = {name: one for name, one in found.items() if name not in held_by_none}
    for one in found.values():
        held = {kind for hint in typing.get_type_hints(one).values() for kind in _held(hint)}
        assert held <= {*LEAVES, tuple, Ellipsis}
