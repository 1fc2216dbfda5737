"""A table for machines: typed columns and plain values, as CSV and as JSON, byte for byte the same."""

import functools
import json
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring
from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

DataType = Literal["text", "integer", "decimal", "boolean", "date", "month", "datetime", "address"]
Value = str | int | bool | None
_BOM = "\ufeff"
_LINE = "\n"
_ROW = f"{_LINE}  "
"""What begins a row of a table in JSON."""
_RISKY = tuple("=+-@＝＋－＠\t\r")
"""With these a spreadsheet program begins a formula."""
_NUMBER = pattern(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?")
_QUOTED = pattern(r'[",\r\n]')
_EDGE = pattern(r"\0(?:[\s=+\-@＝＋－＠]|(?<=\s\0))")
"""How a cell begins or ends that may need quotes or an apostrophe, a sign around each that no text holds.

It begins with that sign, which is found fast.
"""


@dataclass(frozen=True, slots=True)
class DataField:
    """A column: its name in JSON, its Chinese title, its type, its unit, what it holds."""

    key: str
    title: str
    type: DataType
    unit: str = ""
    about: str = ""

    @property
    def heading(self) -> str:
        """`收入（元）`."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title

    def named(self) -> dict[str, str]:
        """Key, title, type and unit: what the values cannot be understood without."""
        said = {"key": self.key, "title": self.title, "type": self.type}
        return said | ({"unit": self.unit} if self.unit else {})

    def told(self) -> dict[str, str]:
        """The field's line in a dictionary."""
        return self.named() | ({"description": self.about} if self.about else {})


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of values, as many a row as there are fields. Decimals are texts: no reader rounds them."""

    name: str
    title: str
    fields: tuple[DataField, ...]
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> list[dict[str, Value]]:
        """The rows as mappings, without what is empty."""
        keys = [one.key for one in self.fields]
        return [
            {key: value for key, value in zip(keys, row, strict=True) if value not in {None, ""}}
            for row in self.rows
        ]


def csv_of(table: DataTable) -> bytes:
    """For spreadsheet programs: UTF-8 with BOM, CRLF, Chinese headings.

    A text that would be taken for a formula gets an apostrophe in front; numbers stay numbers.
    """
    return csv_whole(table.fields, (csv_lines(table),))


def csv_whole(fields: Iterable[DataField], parts: Iterable[bytes]) -> bytes:
    """The same of lines that are made already."""
    head = ",".join(_cells([one.heading for one in fields]))
    return b"".join((f"{_BOM}{head}\r\n".encode(), *parts))


def csv_lines(table: DataTable) -> bytes:
    """The rows as they stand there."""
    return "".join([",".join(row) + "\r\n" for row in _written(table)]).encode()


def csv_twice(table: DataTable) -> tuple[bytes, bytes]:
    """The same, and the same without the last column."""
    rows = [(",".join(row[:-1]), row[-1]) for row in _written(table)]
    whole = "".join([f"{first},{last}\r\n" for first, last in rows])
    return whole.encode(), "".join([f"{first}\r\n" for first, _ in rows]).encode()


def _written(table: DataTable) -> list[tuple[str, ...]]:
    """The cells of the rows, made column by column: most columns have nothing that would be misread."""
    columns = [
        _cells([one if one.__class__ is str else _shown(one) for one in column])
        for column in zip(*table.rows, strict=True)
    ]
    return [*zip(*columns, strict=True)]


def _cells(texts: list[str]) -> list[str]:
    """The cells of a line, or of a column."""
    return [*map(_cell, texts)] if _is_special("\0".join(texts)) else texts


def _is_special(texts: str) -> bool:
    """Whether any of the texts, which a sign parts that none holds, may need quotes or an apostrophe."""
    if '"' in texts or "," in texts or "\n" in texts or "\r" in texts:
        return True
    return _EDGE.search(f"\0{texts}\0") is not None


def json_of(value: Mapping[str, object]) -> bytes:
    """UTF-8, one fact a line, in the order given."""
    return f"{_json(value, _LINE)}\n".encode()


def _json(value: object, line: str) -> str:
    """A value as JSON; `line` begins another one at the depth where the value stands.

    The same as `json.dumps` with an indent of one, which leaves its fast encoder for a slow one.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inner = line + " "
    if isinstance(value, dict) and value:
        told = [
            f"{encode_basestring(key)}: {encode_basestring(one)}"
            if one.__class__ is str
            else f"{encode_basestring(key)}: {_json(one, inner)}"
            for key, one in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(told)}{line}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([_json(one, inner) for one in value])}{line}]"
    if isinstance(value, DataTable):
        return _table(value, line)
    return _word(value)


def _table(table: DataTable, line: str) -> str:
    """A table among other values, with what its columns cannot be understood without."""
    inner = line + " "
    said = {"name": encode_basestring(table.name), "title": encode_basestring(table.title)}
    said["fields"] = _named(table.fields, inner)
    rows = _rows(table, inner + " ")
    said["rows"] = f"[{inner} {rows}{inner}]" if rows else "[]"
    told = f",{inner}".join([f'"{key}": {text}' for key, text in said.items()])
    return f"{{{inner}{told}{line}}}"


@functools.lru_cache(maxsize=256)
def _named(fields: tuple[DataField, ...], line: str) -> str:
    """Columns as JSON: entries of a kind have the same few."""
    return _json([one.named() for one in fields], line)


def _word(value: object) -> str:
    """What is no text and holds nothing: for so little the encoder takes long to begin."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else json.dumps(value)


def table_json(table: DataTable) -> bytes:
    """The table with the dictionary of its fields."""
    return json_whole(table.title, table.fields, (json_lines(table),))


def json_whole(title: str, fields: Iterable[DataField], parts: Iterable[bytes]) -> bytes:
    """The same of rows that are made already."""
    text = json_of({"title": title, "fields": [one.told() for one in fields], "rows": []})
    first, *others = [part for part in parts if part] or [b""]
    if not first:
        return text
    head, _, foot = text.rpartition(b"[]")
    mark, row = f",{_ROW}".encode(), f"[{_ROW}".encode()
    rest = (piece for part in others for piece in (mark, part))
    return b"".join((head, row, first, *rest, f"{_LINE} ]".encode(), foot))


def json_lines(table: DataTable) -> bytes:
    """The rows as `json_of` would write them in their place."""
    return _rows(table, _ROW).encode()


def json_twice(table: DataTable) -> tuple[bytes, bytes]:
    """The same, and the same without the last column."""
    rows = _held(table)
    return _mappings(rows, _ROW).encode(), _mappings([row[:-1] for row in rows], _ROW).encode()


def _rows(table: DataTable, line: str) -> str:
    """The rows as mappings without what is empty, all of one form and none of another depth."""
    return _mappings(_held(table), line)


def _held(table: DataTable) -> list[tuple[str, ...]]:
    """What the rows hold, each value with its key, made column by column; empty where there is none."""
    keys = [f"{encode_basestring(one.key)}: " for one in table.fields]
    columns = zip(keys, zip(*table.rows, strict=True), strict=bool(table.rows))
    return [*zip(*(_column(key, values) for key, values in columns), strict=True)]


def _column(key: str, values: Iterable[Value]) -> list[str]:
    """The values of a column, each with its key."""
    return [
        ""
        if one is None or one == ""
        else f"{key}{encode_basestring(one) if one.__class__ is str else _word(one)}"
        for one in values
    ]


def _mappings(rows: list[tuple[str, ...]], line: str) -> str:
    """The same as mappings."""
    inner = line + " "
    between = f",{inner}"
    told = [between.join(row if all(row) else filter(None, row)) for row in rows]
    return f",{line}".join([f"{{{inner}{one}{line}}}" if one else "{}" for one in told])


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)


def _cell(text: str) -> str:
    risky = text.startswith(_RISKY) and len(text) > 1 and not _NUMBER.fullmatch(text)
    plain = f"'{text}" if risky else text
    if plain == plain.strip() and not _QUOTED.search(plain):
        return plain
    doubled = plain.replace('"', '""')
    return f'"{doubled}"'
