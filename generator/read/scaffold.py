"""The file of a new entry, written from the declarations that the reader reads it by.

Every field stands there with a line of help; what a clerk leaves empty says nothing. Comments
stand on lines of their own, because `#` behind a value is a mistake of our dialect.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.model import fields as f
from generator.model.entry import fields_of
from generator.model.kind import Kind

LATER = frozenset(
    "corrections on reason superseded_by superseded_on superseded_why aliases".split()
)
"""Fields that nobody needs before publication."""


class Tongue(NamedTuple):
    """The language of keys and help: whether it is English, and `SCAFFOLD` of its words."""

    english: bool
    said: Mapping[str, str]

    def key(self, field: f.Field) -> str:
        """The field's key."""
        return field.key if self.english else field.zh


def scaffold(kind: Kind, today: date, units: tuple[str, ...], tongue: Tongue) -> str:
    """A draft of the kind with all its fields: those that we can know filled, the others empty.

    `units` are the site's units by their short names; with one alone there is no choice.
    """
    filled = {
        "status": "draft" if tongue.english else "草稿",
        "published": today.isoformat(),
        "kind": kind.id if tongue.english else kind.zh,
        "unit": units[0] if len(units) == 1 else "",
    }
    declared = fields_of(kind)
    later = [one for one in declared if one.key in LATER]
    first = [one for one in declared if one.required or one.key in filled or one in kind.fields]
    rest = [one for one in declared if one not in first and one not in later]
    lines = [f"# {tongue.said['head']}", ""]
    for one in first:
        note = _of(units, tongue) if one.key == "unit" else ""
        lines += _field(one, filled.get(one.key, ""), note, tongue)
    lines += ["", f"# {tongue.said['rest']}"]
    for one in rest:
        lines += _field(one, "", "", tongue)
    lines += ["", f"# {tongue.said['later']}"]
    for one in later:
        lines += _commented(one, tongue)
    if kind.fields:
        return "\n".join([*lines, ""])
    return "\n".join(["---", *lines, "", f"# {tongue.said['body']}", "---", "", ""])


def _of(units: tuple[str, ...], tongue: Tongue) -> str:
    offered = tongue.said["join"].join(units)
    return tongue.said["stop"] + tongue.said["choice"].format(offered=offered)


def _field(one: f.Field, value: str, note: str, tongue: Tongue) -> Iterator[str]:
    """A field's help and its line; a group that may be left out is commented out."""
    is_nested = isinstance(one.type, f.Group | f.Groups | f.Table)
    if is_nested and not one.required:
        yield from _commented(one, tongue)
        return
    yield f"# {_help(one, tongue)}{note}"
    yield f"{tongue.key(one)}: {value}".rstrip()
    if is_nested:
        for inner in _inner(one.type):
            yield f"  # {_help(inner, tongue)}"
        yield from _nest(one.type, tongue)


def _commented(one: f.Field, tongue: Tongue) -> Iterator[str]:
    uncomment = tongue.said["uncomment"].format(key=tongue.key(one))
    yield f"# {_help(one, tongue)}{tongue.said['stop']}{uncomment}"
    for inner in _inner(one.type):
        yield f"#     {_help(inner, tongue)}"
    yield f"# {tongue.key(one)}:"
    for line in _nest(one.type, tongue):
        yield f"# {line}"


def _inner(kind: f.Type) -> tuple[f.Field, ...]:
    match kind:
        case f.Group(fields) | f.Groups(fields) | f.Table(fields):
            return fields
        case _:
            return ()


def _nest(kind: f.Type, tongue: Tongue) -> Iterator[str]:
    """The lines of a group, empty; of a list of groups, its first."""
    first, rest = ("  ", "  ") if isinstance(kind, f.Group) else ("  - ", "    ")
    for number, one in enumerate(_inner(kind)):
        yield f"{rest if number else first}{tongue.key(one)}:"


def _help(one: f.Field, tongue: Tongue) -> str:
    """The field's line of help: its key, whether it must be there, what to write, and how."""
    must = tongue.said["required"] if one.required else ""
    parts = (one.help, one.law) if not tongue.english else ()
    told = tongue.said["stop"].join(part for part in (*parts, form_of(one.type, tongue)) if part)
    return (
        f"{tongue.key(one)}{must}{tongue.said['colon']}{told}" if told else tongue.key(one) + must
    )


def form_of(kind: f.Type, tongue: Tongue) -> str:
    """How a value of the type is written; empty where there is nothing to say."""
    form = tongue.said.get(type(kind).__name__.lower(), "")
    match kind:
        case f.Choice(options):
            offered = (one.key if tongue.english else one.zh for one in options)
            return form.format(offered=tongue.said["join"].join(offered))
        case f.Measure(unit):
            return form.format(unit=unit or tongue.said["own_unit"])
        case _:
            return form
