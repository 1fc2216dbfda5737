"""Sums in the tables of a text (合计, 小计): compared with the rows above them.

A text's table says of no column what it holds, so this judges only what cannot be meant otherwise:
a column of plain numbers below a row that is called a sum. Whatever else stands in a table (an
average, 其中, a number to date) is left alone, and a sum that differs is a warning, not a stop.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.read import rowlabels
from generator.read.blocks import Line, Table
from generator.read.draft import Draft
from generator.read.source import Source
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.text import mask

MOST = 5
"""Differences of one text that are told one by one; after them one may look again."""
_NUMBER = pattern(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_NOTHING = pattern(r"[-—–/\\ ]*|无|/")
_NO_SUM = pattern("均|率|比|价|占|每|标准|增|减|序号|编号|年度|排名|名次|得分|%|％")
"""Names of columns in which the last row need not be the sum of the others."""


def told(source: Source, draft: Draft) -> Iterator[Problem]:
    """A warning for every sum of the text's tables that is not what the rows above add up to."""
    left = MOST
    tables = (one for one in draft.every if isinstance(one, Table))
    for table in tables:
        for problem in _of(source, draft, table):
            if not left:
                return
            left -= 1
            yield problem


def _of(source: Source, draft: Draft, table: Table) -> Iterator[Problem]:
    texts = draft.texts(table)
    labels = [rowlabels.sums_up(row[0]) for row in texts[1:]]
    if "whole" not in labels or "unclear" in labels:
        return
    # what stands below the sum is not part of it
    end = labels.index("whole") + 1
    for column in range(1, len(texts[0])):
        cells = [row[column] for row in texts[1 : end + 1]]
        values = None if _NO_SUM.search(texts[0][column]) else _numbers(cells)
        if values is None:
            continue
        for number, computed in _differences(values, labels[:end]):
            row = table.rows[number + 1]
            label = texts[number + 1][0]
            yield _problem(source, row[column], label, texts[0][column], cells[number], computed)


def _numbers(cells: Sequence[str]) -> list[Decimal | None] | None:
    """The numbers of a column, None where there is none; nothing when a cell says anything else."""
    found: list[Decimal | None] = []
    for text in cells:
        if _NUMBER.fullmatch(text):
            found.append(Decimal(text.replace(",", "")))
        elif _NOTHING.fullmatch(text):
            found.append(None)
        else:
            return None
    return found


def _differences(
    values: Sequence[Decimal | None], labels: Sequence[str]
) -> Iterator[tuple[int, Decimal]]:
    """The rows whose sum is another one, and what it would be. Sums of one row alone are none."""
    whole = part = Decimal(0)
    rows = 0
    for number, (value, label) in enumerate(zip(values, labels, strict=True)):
        if label:
            computed = part if label == "part" else whole
            if value is not None and rows and value != computed:
                yield number, computed
            part = Decimal(0)
        elif value is not None:
            whole, part, rows = whole + value, part + value, rows + 1


def _problem(  # noqa: PLR0913, PLR0917 - a cell, what it is called, and what it should be
    source: Source, cell: Line, label: str, key: str, written: str, computed: Decimal
) -> Problem:
    gap = Decimal(written.replace(",", "")) - computed
    return source.problem(
        "sum/text",
        cell.number,
        cell.column,
        len(cell.text),
        "warn",
        label=mask(label),
        key=mask(key),
        written=written,
        computed=f"{computed:,}",
        difference=f"{gap:,}",
    )
