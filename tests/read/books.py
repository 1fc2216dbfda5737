"""Spreadsheets for tests: as Excel packs them, and as openpyxl does, the same bytes every time."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from xml.sax.saxutils import escape

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WHEN = (2026, 1, 1, 0, 0, 0)

Cell = str | int | float | bool | date | time | None


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip, with one time for all."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, WHEN), part, zipfile.ZIP_DEFLATED)
    return body.getvalue()


def parts(
    rows: str,
    shared: Sequence[str] = (),
    formats: Sequence[str] = (),
    around: tuple[str, str] = ("", ""),
    book: str = "",
) -> dict[str, str | bytes]:
    """A file's parts, from the XML of its rows. Style 1 has the first of `formats`, and so on.

    `around` stands before and behind the rows, `book` before the list of sheets.
    """
    texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    own = "".join(
        f'<numFmt numFmtId="{200 + number}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for number, code in enumerate(formats)
    )
    used = "".join(f'<xf numFmtId="{200 + number}"/>' for number in range(len(formats)))
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>'
        '<sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{around[0]}<sheetData>{rows}'
        f"</sheetData>{around[1]}</worksheet>",
    }


def openpyxl_book(
    rows: Iterable[Sequence[Cell]], formats: Mapping[str, str] | None = None
) -> bytes:
    """The rows as openpyxl writes them; `formats` are number formats by cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for name, code in (formats or {}).items():
        sheet[name].number_format = code
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The workbook's bytes, without the time at which it was written."""
    book.properties.created = book.properties.modified = datetime(*WHEN, tzinfo=UTC).replace(
        tzinfo=None
    )
    body = io.BytesIO()
    book.save(body)
    with zipfile.ZipFile(io.BytesIO(body.getvalue())) as archive:
        names = [name for name in archive.namelist() if name != "docProps/core.xml"]
        return pack({name: archive.read(name) for name in names})
