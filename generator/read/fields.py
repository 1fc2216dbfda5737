"""Declared fields, read where they stand: every key known, every value typed, every mistake placed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from generator.model import fields as f
from generator.model.privacy import Guard
from generator.read import amounts, cells, guarded, sums
from generator.read.source import Source
from generator.read.yamldoc import Mapping, Node, Scalar, Sequence
from generator.values.dates import (
    NoSuchDayError,
    NotADateError,
    parse_clock,
    parse_day,
    parse_moment,
    parse_month,
)
from generator.values.money import Money, MoneyUnit
from generator.values.place import Place
from generator.values.problem import Problem, Severity
from generator.values.quantity import (
    NotAQuantityError,
    OtherUnitError,
    Quantity,
    Unit,
    parse_quantity,
    parse_tally,
)
from generator.values.text import nearest

_COUNT_DIGITS = 4
"""A count beyond 9999 is a slip, and a period of that many days has no end in the calendar."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EIGHT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_TIMED = re.compile("[:：时点]")
"""What is written as a time of day, however wrongly."""
_ZONE = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
T = TypeVar("T")


@dataclass(slots=True)
class Got:
    """What a mapping held, by field key: values already typed, with their places.

    The accessors state the type that the field's declaration promised. `source` is the file it
    stands in, which for the rows of a table may be a file beside the entry's.
    """

    place: Place
    source: Source
    spot: tuple[int, int]
    values: dict[str, object] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    spots: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """Line, column and length of each written value in the source's text."""

    def one(self, key: str, kind: type[T]) -> T | None:
        """The value if it was written and could be read, else None."""
        value = self.values.get(key)
        return value if isinstance(value, kind) else None

    def text(self, key: str, default: str = "") -> str:
        """A text, or the default."""
        return self.one(key, str) or default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when absent."""
        return tuple(str(value) for value in self.one(key, tuple) or ())

    def day(self, key: str) -> date | None:
        """A day, or None."""
        return self.one(key, date)

    def group(self, key: str) -> "Got | None":
        """A nested mapping, or None."""
        return self.one(key, Got)

    def groups(self, key: str) -> "tuple[Got, ...]":
        """A list of nested mappings, empty when absent."""
        return tuple(value for value in self.one(key, tuple) or () if isinstance(value, Got))

    def at(self, key: str) -> Place:
        """Where the value stands, or the mapping when it was not written."""
        return self.places.get(key, self.place)

    def problem(
        self, code: str, at: str = "", /, severity: Severity = "stop", **facts: str
    ) -> Problem:
        """A problem at the value `at`, or at the mapping when it was not written, with the line."""
        line, column, length = self.spots.get(at, (*self.spot, 1))
        return self.source.problem(code, line, column, length, severity, **facts)


@dataclass(slots=True)
class Reader:
    """Reads mappings of one source file; `problems` gathers what it meets, in reading order.

    In a `draft` required fields may be absent, also inside groups. `in_cells` says that the values
    are cells of a CSV or xlsx file and not of YAML.
    """

    source: Source
    unit: MoneyUnit = "元"
    area: Unit = "亩"
    guard: Guard | None = None
    shift: int = 0
    draft: bool = False
    in_cells: bool = False
    problems: list[Problem] = field(default_factory=list)

    def group(self, node: Mapping, declared: tuple[f.Field, ...]) -> Got:
        """The mapping's values by field key; unknown, repeated, missing and mistyped ones as problems."""
        by_word = {word: one for one in declared for word in (one.key, one.zh)}
        spot = (node.line + self.shift, node.column)
        got = Got(self.source.place(*spot), self.source, spot)
        first: dict[str, Scalar] = {}
        for key, value in node.items:
            known = by_word.get(key.text)
            if known is None:
                self._unknown(key, by_word)
            elif known.key in first:
                self._at(
                    "key/duplicate",
                    key,
                    key=key.text,
                    first=str(first[known.key].line + self.shift),
                )
            else:
                first[known.key] = key
                self._take(got, known, key.text, value)
        if not self.draft:
            self._missing(got, node, declared, first)
        return got

    def _take(self, got: Got, known: f.Field, written: str, node: Node) -> None:
        filled = node.text.strip() if isinstance(node, Scalar) else node.items
        # `明细: []` says that there were none; every other emptiness says nothing
        if not filled and not (
            isinstance(node, Sequence) and isinstance(known.type, f.Groups | f.Table)
        ):
            return
        line, length = node.line + self.shift, node.length if isinstance(node, Scalar) else 1
        got.places[known.key] = self.source.place(line, node.column)
        got.spots[known.key] = (line, node.column, length)
        value = self._value(known.type, node, written)
        if value is not None:
            got.values[known.key] = value

    def _missing(
        self, got: Got, node: Mapping, declared: tuple[f.Field, ...], first: dict[str, Scalar]
    ) -> None:
        for one in declared:
            if not one.required or one.key in got.places:
                continue
            if one.key in first and self.in_cells:
                self._at("table/empty", first[one.key], key=first[one.key].text, help=one.help)
            elif one.key in first:
                self._at("key/empty", first[one.key], key=first[one.key].text, help=one.help)
            else:
                self.problems.append(
                    self.source.problem(
                        "key/missing",
                        node.line + self.shift,
                        0,
                        key=one.zh,
                        english=one.key,
                        help=one.help,
                    )
                )

    def _unknown(self, key: Scalar, by_word: dict[str, f.Field]) -> None:
        near = nearest(key.text, by_word)
        refused = guarded.forbidden(self.source, self.guard, key, near, self.shift)
        if refused:
            self.problems.append(refused)
        elif key.text == "单位" and "金额单位" in by_word and "公开单位" in by_word:
            self._at("key/which-unit", key, key=key.text)
        else:
            self._at("key/unknown", key, key=key.text, near=near)

    def _value(self, kind: f.Type, node: Node, key: str) -> object | None:
        match kind:
            case f.Group(declared):
                return self._one_group(node, declared, key)
            case f.Groups(declared, short):
                found = self._mappings(node, key, short)
                return None if found is None else tuple(self.group(one, declared) for one in found)
            case f.Table(declared):
                found = self._mappings(node, key)
                return None if found is None else self.rows(found, declared)
            case f.Texts():
                return self._texts(node, key)
            case _:
                pass
        if not isinstance(node, Scalar):
            self._at("value/not-one", node, key=key)
            return None
        damage = cells.damage(self.source, kind, node, key) if self.in_cells else None
        if damage:
            self.problems.append(damage)
        return None if damage else self._scalar(kind, node, key)

    def _one_group(self, node: Node, declared: tuple[f.Field, ...], key: str) -> Got | None:
        if isinstance(node, Mapping):
            return self.group(node, declared)
        self._at("value/not-keys", node, key=key)
        return None

    def _mappings(self, node: Node, key: str, short: str = "") -> list[Mapping] | None:
        """The mappings of a list; where `short` is a key, a plain text stands for it alone."""
        if not isinstance(node, Sequence):
            self._at("value/not-list", node, key=key)
            return None
        out = []
        for item in node.items:
            if isinstance(item, Mapping):
                out.append(item)
            elif short and isinstance(item, Scalar) and item.text.strip():
                named = Scalar(short, item.line, item.column, item.length)
                out.append(Mapping(((named, item),), item.line, item.column))
            else:
                self._at("value/not-keys", item, key=key)
        return out

    def rows(self, rows: Iterable[Mapping], declared: tuple[f.Field, ...]) -> tuple[Got, ...]:
        """The rows of a table; a sum row among them is compared with those above and left out."""
        tally = sums.Tally(declared, self.unit)
        out = []
        for row in rows:
            label = sums.label_of(row, declared)
            if label:
                self._sum(row, label, tally)
            else:
                got = self.group(row, declared)
                tally.add(got.values, got.places)
                out.append(got)
        return tuple(out)

    def _sum(self, row: Mapping, label: sums.Label, tally: sums.Tally) -> None:
        declared = tuple(replace(one, required=False) for one in tally.declared)
        got = self.group(sums.without(row, label), declared)
        word = label.cell.text.strip()
        words = {one.key: one.zh for one in tally.declared}
        for key, value in got.values.items():
            if sums.number_of(value) is None:
                self.problems.append(got.problem("sum/extra", key, label=word, key=words[key]))
        for one in tally.differences(got.values, label):
            code = "sum/last" if one.last else "sum/differs"
            self.problems.append(
                got.problem(
                    code,
                    one.key,
                    label=word,
                    key=words[one.key],
                    written=one.written,
                    computed=one.computed,
                    difference=one.gap,
                )
            )

    def _texts(self, node: Node, key: str) -> tuple[str, ...] | None:
        if isinstance(node, Scalar):
            return (node.text.strip(),)
        if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
            return tuple(item.text.strip() for item in node.items if isinstance(item, Scalar))
        self._at("value/not-list", node, key=key)
        return None

    def _scalar(self, kind: f.Type, node: Scalar, key: str) -> object | None:  # noqa: PLR0911, PLR0912, C901 - one row a type
        text = node.text.strip()
        match kind:
            case f.Text():
                return self._line(node, text, key)
            case f.Prose():
                return text
            case f.Day() | f.When() | f.Span() | f.Clock():
                return self._date(kind, node, text, key)
            case f.Amount():
                return self._amount(node, text)
            case f.Count():
                if (
                    text.isascii()
                    and text.isdigit()
                    and len(text) <= _COUNT_DIGITS
                    and int(text) > 0
                ):
                    return int(text)
                self._at("value/count", node, key=key, value=text)
            case f.Tally():
                return self._tally(node, text, key)
            case f.Measure(unit):
                return self._measure(node, text, key, unit or self.area)
            case f.Name():
                if _NAME.fullmatch(text):
                    return text
                self._at("value/name", node, key=key, value=text)
            case f.Zone():
                if _ZONE.fullmatch(text):
                    return text
                self._at("value/zone", node, value=text)
            case f.Choice(options):
                return self._choice(options, node, text, key)
            case _:
                raise AssertionError(kind)
        return None

    def _line(self, node: Scalar, text: str, key: str) -> str | None:
        if "\n" in text:
            self._at("value/one-line", node, key=key)
            return None
        return text

    def _date(self, kind: f.Type, node: Scalar, text: str, key: str) -> object | None:
        parse = {f.Day: parse_day, f.When: parse_moment, f.Span: parse_month, f.Clock: parse_clock}[
            type(kind)
        ]
        try:
            return parse(text)
        except NoSuchDayError:
            self._at("date/impossible", node, key=key, value=text)
        except NotADateError:
            if kind == f.Span(private=True) and _is_day(text):
                self._at("private/day", node, key=key)
                return None
            clock = " 09:30" if isinstance(kind, f.When) and _TIMED.search(text) else ""
            wanted = {f.Span: "2026-10", f.Clock: "09:30"}.get(type(kind), f"2026-10-12{clock}")
            self._at("date/form", node, key=key, value=text, wanted=wanted)
        return None

    def _amount(self, node: Scalar, text: str) -> Money | None:
        money = amounts.read(self.source, (node.line + self.shift, node.column), text, self.unit)
        if isinstance(money, Money):
            return money
        self.problems.append(money)
        return None

    def _tally(self, node: Scalar, text: str, key: str) -> int | None:
        try:
            return parse_tally(text)
        except NotAQuantityError as error:
            self._in("value/tally", node, error.index, key=key, value=text)
        return None

    def _measure(self, node: Scalar, text: str, key: str, unit: Unit) -> Quantity | None:
        try:
            return parse_quantity(text, unit)
        except NotAQuantityError as error:
            self._in("measure/form", node, error.index, key=key, value=text, unit=unit)
        except OtherUnitError as error:
            self._at("measure/unit", node, key=key, unit=unit, written=error.unit)
        return None

    def _choice(
        self, options: tuple[f.Option, ...], node: Scalar, text: str, key: str
    ) -> str | None:
        for option in options:
            if text in {option.key, option.zh}:
                return option.key
        words = tuple(word for option in options for word in (option.zh, option.key))
        offered = "、".join(dict.fromkeys(words))
        self._at(
            "value/choice",
            node,
            key=key,
            value=text,
            offered=offered,
            near=nearest(text, words),
        )
        return None

    def _in(self, code: str, node: Scalar, index: int, **facts: str) -> None:
        """A problem at a character of a value."""
        self.problems.append(
            self.source.problem(
                code, node.line + self.shift, node.column + index, 1, "stop", **facts
            )
        )

    def _at(self, code: str, node: Node, **facts: str) -> None:
        length = node.length if isinstance(node, Scalar) else 1
        self.problems.append(
            self.source.problem(code, node.line + self.shift, node.column, length, "stop", **facts)
        )


def _is_day(text: str) -> bool:
    """Whether the text says a day, eight digits included."""
    try:
        parse_day(_EIGHT.sub(r"\1-\2-\3", text))
    except ValueError:
        return False
    return True
