"""Workbooks as the examples write them: a line a row, `|` between cells, 〔…〕 for what was done to it."""

import io
import re
from datetime import date

import openpyxl
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

_DONE = re.compile(
    r"〔(合并|隐藏行|隐藏列|隐藏工作表|工作表|格式|删除线|批注|图表) (\S+)(?: (.+))?〕"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def workbook(text: str) -> bytes:
    """The bytes of the xlsx file: numbers and days as such, `TRUE`, `=` a formula that nobody worked out.

    `〔合并 A1:C1〕`, `〔隐藏行 3〕`, `〔隐藏列 C〕` and `〔格式 E2 0.0〕` are about the rows above them;
    `〔删除线 C2〕`, `〔批注 C2 说的话〕` and `〔图表 G2〕` put such things there;
    `〔工作表 名单〕` and `〔隐藏工作表 名单〕` begin another sheet.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    row = 0
    for line in text.splitlines():
        done = _DONE.fullmatch(line)
        if not done:
            row += 1
            _fill(sheet, row, line)
        elif done[1].endswith("工作表"):
            sheet, row = book.create_sheet(done[2]), 0
            sheet.sheet_state = "hidden" if done[1].startswith("隐藏") else "visible"
        else:
            _do(sheet, done)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def _fill(sheet: Worksheet, row: int, line: str) -> None:
    for column, text in enumerate(line.split("|"), 1):
        if text.strip():
            sheet.cell(row, column, _value(text.strip()))


def _value(text: str) -> str | int | float | bool | date:
    day = _DAY.fullmatch(text)
    if day:
        return date(int(day[1]), int(day[2]), int(day[3]))
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return True if text == "TRUE" else text


def _do(sheet: Worksheet, done: re.Match[str]) -> None:
    match done[1]:
        case "合并":
            sheet.merge_cells(done[2])
        case "隐藏行":
            sheet.row_dimensions[int(done[2])].hidden = True
        case "删除线":
            sheet.cell(*coordinate_to_tuple(done[2])).font = Font(strike=True)
        case "批注":
            sheet.cell(*coordinate_to_tuple(done[2])).comment = Comment(done[3], "甲")
        case "图表":
            sheet.add_chart(BarChart(), done[2])
        case "隐藏列":
            sheet.column_dimensions[done[2]].hidden = True
        case _:
            sheet.cell(*coordinate_to_tuple(done[2])).number_format = done[3]
