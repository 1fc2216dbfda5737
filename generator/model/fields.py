"""How a field is declared, once: its keys in both languages, its type, whether it must be there.

From one declaration come the located reader and, later, everything else that must agree
with it. A declaration says what a value *is*; `generator.read.fields` says how it is read.
"""

from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.quantity import Unit


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text that may run over several lines."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of short texts."""


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day in the site's zone."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, with or without a time of day."""


@dataclass(frozen=True, slots=True)
class Span:
    """A calendar month; where it is `private` (a birth), a full day is more than may be said."""

    private: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""


@dataclass(frozen=True, slots=True)
class Zone:
    """An offset from UTC such as `+08:00`."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money, in the unit that the entry names."""


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from 1 up."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A whole number from 0 up: persons, households, cases."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An exact number from 0 up in `unit`, which is empty where the entry names it (面积单位)."""

    unit: Unit | Literal[""]


@dataclass(frozen=True, slots=True)
class Name:
    """An identifier that becomes part of an address: lower-case ASCII letters, digits, hyphens."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice: its identifier and its Chinese word."""

    key: str
    zh: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few fixed values, accepted in Chinese or English."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping with fields of its own."""

    fields: "tuple[Field, ...]"


@dataclass(frozen=True, slots=True)
class Groups:
    """A list of such mappings.

    `short` names the one field that a plain text in the list stands for; empty for none.
    """

    fields: "tuple[Field, ...]"
    short: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A list of such mappings that may also stand in a CSV or xlsx file beside the entry."""

    fields: "tuple[Field, ...]"


Type = (
    Text
    | Prose
    | Texts
    | Day
    | When
    | Span
    | Clock
    | Zone
    | Amount
    | Count
    | Tally
    | Measure
    | Name
    | Choice
    | Group
    | Groups
    | Table
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a person may write.

    `key` and `zh` are both accepted; `help` says in Chinese what to write; `law` names the
    source of the rule, law and article, where one asks for the field. `adds` is false for a
    number that a table's sum row repeats and does not add up, such as a balance.
    """

    key: str
    zh: str
    type: Type
    required: bool = False
    help: str = ""
    law: str = ""
    adds: bool = True
