"""Rows in a file beside an entry, the same bytes everywhere: CSV as Excel saves it, and xlsx."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

Cell = str | int | date | None
"""A text, an amount in cents, a day, or nothing."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WRITTEN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WHEN = (2026, 1, 1, 0, 0, 0)
NEW_YEAR_OF_SHEETS = date(1899, 12, 30)


def money(cents: int) -> str:
    """An amount as prose shows it: 1,680.00."""
    return f"{cents // 100:,}.{cents % 100:02}"


def plain(cents: int) -> str:
    """An amount as data shows it: 1680.00."""
    return money(cents).replace(",", "")


def as_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a mark in front, and the last row's sums with thousands separated."""
    table = [list(row) for row in rows]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_shown(cell) for cell in row] for row in table[:-1])
    writer.writerow([money(cell) if isinstance(cell, int) else cell or "" for cell in table[-1]])
    return text.getvalue().encode("utf-8-sig")


def _shown(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell.year}/{cell.month}/{cell.day}"
    return plain(cell) if isinstance(cell, int) else cell or ""


def as_xlsx(rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet; days and amounts are numbers with a format. Stored, as compression differs."""
    body = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    kinds = (
        ("xl/workbook.xml", f"{WRITTEN}.sheet.main+xml"),
        ("xl/worksheets/sheet1.xml", f"{WRITTEN}.worksheet+xml"),
        ("xl/styles.xml", f"{WRITTEN}.styles+xml"),
    )
    overrides = "".join(f'<Override PartName="/{one}" ContentType="{of}"/>' for one, of in kinds)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": _related(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="收支明细" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _related(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")
        ),
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><cols>{_COLUMNS}</cols>'
        f"<sheetData>{body}</sheetData></worksheet>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.create_system = 0
            archive.writestr(entry, f'<?xml version="1.0" encoding="UTF-8"?>\n{part}'.encode())
    return packed.getvalue()


_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" '
    'formatCode="yyyy/m/d"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/>'
    '</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/>'
    '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>'
    '<xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
)
_COLUMNS = "".join(
    f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    for number, width in enumerate((12, 9, 42, 16, 13, 13, 13), 1)
)


def _related(*told: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in told
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _row(number: int, row: Sequence[Cell]) -> str:
    cells = "".join(
        _cell(f"{chr(65 + column)}{number}", cell)
        for column, cell in enumerate(row)
        if cell not in {None, ""}
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, cell: Cell) -> str:
    if isinstance(cell, date):
        return f'<c r="{place}" s="1"><v>{(cell - NEW_YEAR_OF_SHEETS).days}</v></c>'
    if isinstance(cell, int):
        return f'<c r="{place}" s="2"><v>{plain(cell)}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'
