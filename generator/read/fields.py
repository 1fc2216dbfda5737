"""Declared fields, read where they stand: every key known, every value typed, every mistake placed."""

from collections.abc import Iterable
from dataclasses import field

from generator.model import fields as f
from generator.model.address import stands_on_windows
from generator.model.privacy import Guard
from generator.read import amounts, cells, days, guarded, keys, rowlabels, secret, sums
from generator.read.got import Got
from generator.read.source import Source
from generator.read.yamldoc import Mapping, Node, Scalar, Sequence
from generator.values.dataclass import dataclass
from generator.values.money import Money, MoneyUnit
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.quantity import (
    NotAQuantityError,
    OtherUnitError,
    Quantity,
    Unit,
    parse_quantity,
    parse_tally,
)
from generator.values.text import nearest
from generator.values.workdays import WEEKDAYS, WorkCalendar

_COUNT_DIGITS = 4
"""A count beyond 9999 is a slip, and a period of that many days has no end in the calendar."""
_NOTHING = frozenset({"-", "--", "—", "——", "–", "－", "/", "／", "无"})
"""What stands in a cell of a table where there is no amount."""
_OF_MANY = frozenset({f.Group, f.Groups, f.Table, f.Texts})
"""Types of which a value is more than one text."""
_NAME = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEPARATOR = pattern("[，、；]|,(?=\\s)")
"""What stands between the items of a list that was written as one text."""
_MONEY = pattern(r"\s*人?民?币?[百千万亿]*元\s*")
"""What `单位` says where amounts were meant."""
_ZONE = pattern(r"[+-](?:0\d|1[0-4]):[0-5]\d")


@dataclass(slots=True)
class Reader:
    """Reads mappings of one source file; `problems` gathers what it meets, in reading order.

    In a `draft` required fields may be absent, also inside groups. `in_cells` says that the values
    are cells of a CSV or xlsx file and not of YAML. `reserved` keys are kept for what is to come.
    `calendar` says which days offices work.
    """

    source: Source
    unit: MoneyUnit = "元"
    area: Unit = "亩"
    guard: Guard | None = None
    shift: int = 0
    draft: bool = False
    in_cells: bool = False
    reserved: frozenset[str] = frozenset()
    calendar: WorkCalendar = WEEKDAYS
    problems: list[Problem] = field(default_factory=list)

    def group(self, node: Mapping, declared: tuple[f.Field, ...]) -> Got:
        """The mapping's values by field key; unknown, repeated, missing and mistyped ones as problems."""
        whole = keys.known(declared)
        by_word = whole.words
        got = Got(self.source, (node.line + self.shift, node.column))
        first: dict[str, Scalar] = {}
        for key, value in node.items:
            known = by_word.get(key.text)
            if known is None:
                meant = self._unknown(key, value, by_word, keys.absent(node, by_word))
                got.meant |= {by_word[word].key for word in meant}
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
            self._missing(got, whole.required, first)
        return got

    def _take(self, got: Got, known: f.Field, written: str, node: Node) -> None:
        kind, length = known.type, 1
        if isinstance(node, Scalar):
            length, text = node.length, node.text.strip()
            if not text or (self.in_cells and isinstance(kind, f.Amount) and text in _NOTHING):
                return
        elif node.items:
            if isinstance(kind, f.Table) and _is_form(node):
                return
        # `明细: []` says that there were none; every other emptiness says nothing
        elif not (isinstance(node, Sequence) and isinstance(kind, f.Groups | f.Table)):
            return
        got.spots[known.key] = (node.line + self.shift, node.column, length)
        if isinstance(kind, f.Texts) and isinstance(node, Sequence):
            for number, one in enumerate(node.items):
                length = one.length if isinstance(one, Scalar) else 1
                got.spots[f"{known.key}.{number}"] = (one.line + self.shift, one.column, length)
        value = self._value(kind, node, written)
        if value is not None:
            got.values[known.key] = value

    def typed(self, kind: f.Type, got: Got, at: str) -> object | None:
        """The text that `got` holds under `at`, read as a value of another type."""
        line, column, length = got.spots[at]
        # what it was once may be anything that a cell can hold, a private month included
        return self._scalar(kind, Scalar(got.text(at), line - self.shift, column, length), at)

    def missing(self, got: Got, one: f.Field) -> None:
        """Say that a field is not there, unless a key that is not known was meant for it."""
        if one.key not in got.meant:
            told = self.source.problem(
                "key/missing", got.spot[0], 0, key=one.zh, english=one.key, help=one.help
            )
            self.problems.append(told)

    def _missing(self, got: Got, required: tuple[f.Field, ...], first: dict[str, Scalar]) -> None:
        for one in required:
            if one.key in got.spots:
                continue
            if one.key in first and self.in_cells:
                self._at("table/empty", first[one.key], key=first[one.key].text, help=one.help)
            elif one.key in first:
                self._at("key/empty", first[one.key], key=first[one.key].text, help=one.help)
            else:
                self.missing(got, one)

    def _unknown(
        self,
        key: Scalar,
        value: Node,
        by_word: dict[str, f.Field],
        absent: dict[str, f.Field],
    ) -> tuple[str, ...]:
        """Say that the key is not known; the `absent` keys that may have been meant."""
        likely = [word for word, one in absent.items() if one.required]
        near = nearest(key.text, absent, likely)
        refused = guarded.forbidden(self.source, self.guard, key, near, self.shift)
        if refused:
            self.problems.append(refused)
        elif secret.is_settings(self.source.path) and secret.is_key(key.text):
            self._at("key/secret", key, key=key.text)
            return ()
        elif key.text in self.reserved:
            self._at("key/reserved", key, key=key.text)
            return ()
        elif key.text == "单位" and "金额单位" in by_word and "公开单位" in by_word:
            self._at("key/which-unit", key, key=key.text)
            return "金额单位", "公开单位"
        elif key.text == "单位" and isinstance(value, Scalar) and _MONEY.fullmatch(value.text):
            self._at("key/no-money-unit", key, key=key.text, value=value.text.strip())
            return ()
        else:
            self._at("key/unknown", key, key=key.text, near=near, instead=keys.offered(absent))
        return (near,) if near else ()

    def _value(self, kind: f.Type, node: Node, key: str) -> object | None:
        if kind.__class__ in _OF_MANY:
            return self._many(kind, node, key)
        if not isinstance(node, Scalar):
            self._at("value/not-one", node, key=key)
            return None
        if not self.in_cells:
            return self._scalar(kind, node, key)
        damage = cells.damage(self.source, kind, node, key)
        if damage:
            self.problems.append(damage)
            return None
        return self._scalar(kind, cells.plain(kind, node), key)

    def _many(self, kind: f.Type, node: Node, key: str) -> object | None:
        match kind:
            case f.Group(declared):
                return self._one_group(node, declared, key)
            case f.Groups(declared, short):
                found = self._mappings(node, key, short)
                return None if found is None else tuple(self.group(one, declared) for one in found)
            case f.Table(declared):
                found = self._mappings(node, key)
                return None if found is None else self.rows(found, declared)
            case _:
                return self._texts(node, key)

    def _one_group(self, node: Node, declared: tuple[f.Field, ...], key: str) -> Got | None:
        if isinstance(node, Mapping):
            return self.group(node, declared)
        self._at("value/not-keys", node, key=key)
        return None

    def _mappings(self, node: Node, key: str, short: str = "") -> list[Mapping] | None:
        """The mappings of a list; where `short` is a key, a plain text stands for it alone."""
        found = _SEPARATOR.search(node.text) if short and isinstance(node, Scalar) else None
        if found and isinstance(node, Scalar):
            self._at("value/several", node, key=key, sign=found.group())
            return None
        if isinstance(node, Mapping) or (isinstance(node, Scalar) and not short):
            self._at("value/not-list", node, key=key)
            return None
        items = (node,) if isinstance(node, Scalar) else node.items
        out = []
        for item in items:
            if isinstance(item, Mapping):
                out.append(item)
            elif short and isinstance(item, Scalar) and item.text.strip():
                named = Scalar(short, item.line, item.column, item.length)
                out.append(Mapping(((named, item),), item.line, item.column))
            else:
                self._at("value/not-keys", item, key=key)
        return out

    def rows(
        self, rows: Iterable[Mapping], declared: tuple[f.Field, ...]
    ) -> tuple[Got, ...] | None:
        """The rows of a table; a sum row among them is compared with those above and left out.

        A row that is no data and cannot be compared is a problem, and nothing is returned: without
        that row no sum of the others need be right.
        """
        whole, tally = keys.known(declared), sums.Tally(declared, self.unit)
        out, is_clear = [], True
        for row in rows:
            label = rowlabels.of(row, whole.columns)
            if isinstance(label, rowlabels.Stray):
                is_clear = False
                self.problems.append(rowlabels.told(self.source, label, self.shift))
            elif label and not tally.count:
                self._at("sum/first", label.cell, label=label.cell.text.strip())
            elif label:
                self._sum(self.group(sums.without(row, label), whole.optional), label, tally)
            else:
                got = self.group(row, declared)
                tally.add(got.values, got.spots)
                out.append(got)
        return tuple(out) if is_clear else None

    def _sum(self, got: Got, label: rowlabels.Label, tally: sums.Tally) -> None:
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
        items = node.items if isinstance(node, Sequence) else (node,)
        texts = [item for item in items if isinstance(item, Scalar)]
        if len(texts) < len(items):
            self._at("value/not-list", node, key=key)
            return None
        for item in texts:
            found = _SEPARATOR.search(item.text)
            if not item.text.strip() and not self.draft:
                self._at("value/empty-item", item, key=key)
            if found:
                self._at("value/several", item, key=key, sign=found.group())
        return tuple(item.text.strip() for item in texts)

    def _scalar(self, kind: f.Type, node: Scalar, key: str) -> object | None:  # noqa: PLR0911, PLR0912, C901 - one row a type
        text = node.text.strip()
        match kind:
            case f.Text():
                if "\n" not in text:
                    return text
                self._at("value/one-line", node, key=key)
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
                if "工作日" in text:
                    self._at("value/workdays", node, key=key, value=text)
                else:
                    self._at("value/count", node, key=key, value=text)
            case f.Tally():
                return self._tally(node, text, key)
            case f.Measure(unit):
                return self._measure(node, text, key, unit or self.area)
            case f.Name():
                if _NAME.fullmatch(text) and stands_on_windows(text):
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

    def _date(self, kind: f.Type, node: Scalar, text: str, key: str) -> object | None:
        spot = (node.line + self.shift, node.column, node.length)
        found = days.read(self.source, spot, kind, text, key)
        if not isinstance(found, Problem):
            return found
        self.problems.append(found)
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


def _is_form(node: Node) -> bool:
    """Whether the rows are those of a form that nobody has filled in: keys without values."""
    items = node.items if isinstance(node, Sequence) else ()
    return bool(items) and all(
        isinstance(row, Mapping)
        and all(isinstance(cell, Scalar) and not cell.text.strip() for _, cell in row.items)
        for row in items
    )
