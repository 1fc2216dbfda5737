"""Rows of cells to rows of a declared table: which column is which, and what fits none."""

from collections.abc import Iterator

from generator.model import fields as f
from generator.read.fields import Reader
from generator.read.guarded import forbidden
from generator.read.rowlabels import Stray, is_footer, told
from generator.read.source import Source
from generator.read.yamldoc import Mapping, Node, Scalar
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.quantity import spelt
from generator.values.read import Read
from generator.values.text import nearest

MAX_ROWS = 20_000
MAX_COLUMNS = 200
_UNIT = pattern(
    r"(?P<name>[^（(\[【/／]+)(?:[（(\[【](?P<unit>[^（()）\[\]【】]+)[）)\]】]|[/／](?P<by>[^/／]+))"
)
_TITLE_UNIT = pattern(r"单\s*位\s*[:：]?\s*(?:人民币)?(?P<unit>万?元)")
"""The unit of amounts as a title names it."""
_ABOVE = 20
"""How many lines may stand above the names of the columns for us to find them."""

Row = tuple[Scalar, ...]


def words_of(declared: tuple[f.Field, ...]) -> frozenset[str]:
    """The names that columns may have, in both languages."""
    return frozenset(word for one in declared for word in (one.key, one.zh))


def known(rows: tuple[Row, ...], declared: tuple[f.Field, ...]) -> int:
    """How many of the declared columns are named in a row near the top."""
    words = words_of(declared)
    filled = [row for row in rows[:_ABOVE] if any(cell.text for cell in row)]
    return max(
        (sum(cell.text in words for cell in _names(row, words)) for row in filled), default=0
    )


def mappings(
    source: Source, rows: tuple[Row, ...], declared: tuple[f.Field, ...], head: Reader
) -> Read[tuple[Mapping, ...]]:
    """The rows below the names of the columns, each a mapping of them to cells.

    `head` is the reader of the entry, which knows its units and what it must never say.
    A row that does not fit is a problem and left out, so that the others can still be looked at.
    """
    filled = [row for row in rows if any(cell.text for cell in row)]
    if not filled:
        return Read(None, (source.problem("table/blank", words=_listed(declared)),))
    names = _names(filled[0], words_of(declared))
    wrong = _no_names(source, filled, declared, head.unit) or [
        *_wrong(source, names, declared, head),
        *_units(source, filled[0], declared, head),
    ]
    if wrong:
        return Read(None, tuple(wrong))
    if len(filled) > MAX_ROWS + 1:
        row = filled[MAX_ROWS + 1]
        told = source.problem("table/too-long", row[0].line, 0, limit=f"{MAX_ROWS:,}")
        return Read(None, (told,))
    problems: list[Problem] = []
    out = []
    for row in filled[1:]:
        wrong = list(_misfits(source, row, names, len(filled[0])))
        problems += wrong
        if not wrong:
            out.append(_mapping(row, names))
    return Read(tuple(out), tuple(problems))


def _names(row: Row, words: frozenset[str]) -> tuple[Scalar, ...]:
    """The names of the columns without blanks in them (摘　要), up to the last that has one.

    A unit behind a name that we know (支出（元）) is no part of it.
    """
    last = max(number for number, cell in enumerate(row) if cell.text)
    return tuple(
        Scalar(_split(cell.text, words)[0], cell.line, cell.column, cell.length)
        for cell in row[: last + 1]
    )


def _split(text: str, words: frozenset[str]) -> tuple[str, str]:
    """A column's name and the unit in brackets behind it; the unit may be empty."""
    plain = "".join(text.split())
    found = _UNIT.fullmatch(plain)
    if _word(plain, words) in words or not found or _word(found["name"], words) not in words:
        return _word(plain, words), ""
    return _word(found["name"], words), found["unit"] or found["by"]


def _word(name: str, words: frozenset[str]) -> str:
    """The name as it is declared, where only capitals or a 金额 behind it differ."""
    if name in words:
        return name
    spellings = (name.lower(), name.removesuffix("金额"))
    return next((one for one in spellings if one in words), name)


def _units(
    source: Source, row: Row, declared: tuple[f.Field, ...], head: Reader
) -> Iterator[Problem]:
    """Every unit behind a column's name that is not the one in which the entry's numbers are read."""
    by_word = {word: one.type for one in declared for word in (one.key, one.zh)}
    for cell in row:
        name, unit = _split(cell.text, words_of(declared))
        wanted, meant = _meant(by_word.get(name), unit, head)
        if unit and meant != wanted:
            yield source.problem(
                "table/unit",
                cell.line,
                cell.column,
                cell.length,
                name=name,
                unit=unit,
                wanted=wanted,
            )


def _meant(kind: f.Type | None, unit: str, head: Reader) -> tuple[str, str | None]:
    """The unit in which a column of the type is read, and the one that is written behind its name."""
    match kind:
        case f.Amount():
            return head.unit, unit
        case f.Measure(declared):
            return declared or head.area, spelt(unit)
        case _:
            return unit, unit


def _listed(declared: tuple[f.Field, ...]) -> str:
    return "、".join(one.zh for one in declared)


def _no_names(
    source: Source, rows: list[Row], declared: tuple[f.Field, ...], unit: str
) -> list[Problem]:
    """What is wrong when the first line names no column: perhaps a title stands above those.

    A unit in the title is told first when the amounts would be read in another.
    """
    words = words_of(declared)
    known = [sum(cell.text in words for cell in _names(row, words)) for row in rows[:_ABOVE]]
    if known[0]:
        return []
    first = rows[0][0]
    number = next((number for number, count in enumerate(known) if count > 1), None)
    if number is None:
        named = _names(rows[0], words)
        near = next(filter(None, (nearest(cell.text, words) for cell in named)), "")
        return [
            source.problem(
                "table/no-header", first.line, first.column, words=_listed(declared), near=near
            )
        ]
    above = (cell for row in rows[:number] for cell in row)
    units = [(cell, found["unit"]) for cell in above if (found := _TITLE_UNIT.search(cell.text))]
    other = next(((cell, word) for cell, word in units if word != unit), None)
    if other and any(isinstance(one.type, f.Amount) for one in declared):
        cell, word = other
        return [
            source.problem(
                "table/title-unit",
                cell.line,
                cell.column,
                cell.length,
                written=word,
                unit=unit,
            )
        ]
    line = str(rows[number][0].line)
    last = str(rows[number][0].line - 1)
    return [source.problem("table/title", first.line, first.column, header=line, last=last)]


def _wrong(
    source: Source, names: tuple[Scalar, ...], declared: tuple[f.Field, ...], head: Reader
) -> Iterator[Problem]:
    """Columns that are unknown, named twice or missing."""
    if len(names) > MAX_COLUMNS:
        cell = names[MAX_COLUMNS]
        yield source.problem("table/too-wide", cell.line, cell.column, limit=str(MAX_COLUMNS))
        return
    by_word = {word: one for one in declared for word in (one.key, one.zh)}
    seen, meant = set(), set()
    for cell in names:
        if not cell.text:
            continue
        one = by_word.get(cell.text)
        if one is None:
            near = nearest(cell.text, by_word)
            meant.add(near)
            yield forbidden(source, head.guard, cell, near) or source.problem(
                "table/unknown-column",
                cell.line,
                cell.column,
                cell.length,
                name=cell.text,
                near=near,
                words=_listed(declared),
            )
        elif one.key in seen:
            yield source.problem(
                "table/column-twice", cell.line, cell.column, cell.length, name=cell.text
            )
        else:
            seen.add(one.key)
    for one in declared:
        if one.required and one.key not in seen and not {one.key, one.zh} & meant:
            yield source.problem(
                "table/column-missing",
                names[0].line,
                names[0].column,
                name=one.zh,
                english=one.key,
                help=one.help,
            )


def _misfits(source: Source, row: Row, names: tuple[Scalar, ...], width: int) -> Iterator[Problem]:
    """Cells that stand under no name, and rows that are longer or shorter than the first.

    An empty cell too many counts as well: it may be pushed there by a comma without quotes.
    A row that signs or explains the table is told as such, however many cells it has.
    """
    first = next(cell for cell in row if cell.text)
    if is_footer(first.text):
        yield told(source, Stray(first, "footer"))
        return
    nameless = next(
        (cell for cell, name in zip(row, names, strict=False) if cell.text and not name.text), None
    )
    surplus = next((cell for cell in row[len(names) :] if cell.text), None)
    if nameless:
        yield source.problem("table/no-column", nameless.line, nameless.column, nameless.length)
    elif surplus or not len(names) <= len(row) <= width:
        at = surplus or (row[width] if len(row) > width else row[0])
        filled = max(number for number, cell in enumerate(row) if cell.text) + 1
        count = filled if surplus else len(row)
        yield source.problem(
            "table/cells", at.line, at.column, at.length, cells=str(count), wanted=str(len(names))
        )


def _mapping(row: Row, names: tuple[Scalar, ...]) -> Mapping:
    """The row by names; each key stands where its cell does, so that a gap is pointed at."""
    items: list[tuple[Scalar, Node]] = []
    for name, cell in zip(names, row, strict=False):  # behind the last name all is empty
        if name.text:
            items.append((Scalar(name.text, cell.line, cell.column, cell.length), cell))
    return Mapping(tuple(items), row[0].line, row[0].column)
