"""Sum rows of a table (合计, 小计): compared with the rows above, and left out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.model import fields as f
from generator.read import yamldoc
from generator.read.rowlabels import Label
from generator.values.dataclass import dataclass, field
from generator.values.money import Money, MoneyUnit
from generator.values.quantity import Quantity

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Difference:
    """A written sum that is not what the rows above add up to; `last` for a number that stands."""

    key: str
    written: str
    computed: str
    gap: str
    last: bool = False


def without(row: yamldoc.Mapping, label: Label) -> yamldoc.Mapping:
    """The row without its label, which may stand where a day or a number would be read."""
    items = tuple((key, cell) for key, cell in row.items if cell is not label.cell)
    return yamldoc.Mapping(items, row.line, row.column)


@dataclass(slots=True)
class Tally:
    """What the rows so far add up to, in all and since the last 小计, exactly."""

    declared: tuple[f.Field, ...]
    unit: MoneyUnit
    whole: dict[str, Decimal] = field(default_factory=dict)
    part: dict[str, Decimal] = field(default_factory=dict)
    last: dict[str, Decimal] = field(default_factory=dict)
    count: int = 0
    unread: set[str] = field(default_factory=set)
    """Columns with a value that could not be read: their sums cannot be judged."""

    def add(self, values: Mapping[str, object], written: Mapping[str, object]) -> None:
        """Count a row's numbers in; `written` has the keys of all its filled cells."""
        self.count += 1
        self.unread |= written.keys() - values.keys()
        for key, value in values.items():
            number = number_of(value)
            if number is not None:
                self.last[key] = number
                for sums in (self.whole, self.part):
                    sums[key] = sums.get(key, _NOTHING) + number

    def differences(self, values: Mapping[str, object], label: Label) -> Iterator[Difference]:
        """Every number of the sum row that is not what it should be; a 小计 begins anew behind it."""
        sums = self.part if label.is_partial else self.whole
        for one in self.declared:
            value = values.get(one.key)
            written = number_of(value)
            computed = (sums if one.adds else self.last).get(one.key, _NOTHING)
            if written is not None and written != computed and one.key not in self.unread:
                yield Difference(
                    one.key,
                    self._shown(written, value),
                    self._shown(computed, value),
                    self._shown(written - computed, value),
                    last=not one.adds,
                )
        if label.is_partial:
            self.part = {}

    def _shown(self, number: Decimal, like: object) -> str:
        """The number as a page shows one of its sort."""
        return Money(number).in_unit(self.unit) if isinstance(like, Money) else f"{number:,f}"


def number_of(value: object) -> Decimal | None:
    """The number that a value adds to a sum; None for what is no number."""
    if isinstance(value, Money):
        return value.yuan
    if isinstance(value, Quantity):
        return value.value
    return Decimal(value) if isinstance(value, int) else None
