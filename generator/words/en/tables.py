"""What we say in English of tables, whatever file they stand in, and their sums."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "table/ragged": Sentence(
        "cells of this row: {cells}, of the head: {wanted}",
        "surplus cells would vanish, missing ones shift the rest",
        "add or remove cells; an empty cell needs its bar too; a bar inside a cell is written \\|",
    ),
    "table/no-head": Sentence(
        "this line looks like a table, and there is no head and ruler above it",
        "its bars would be shown as they are",
        "begin with a row of heads, then | --- | --- | with one --- a cell; in a text, take the bar at the front away",
    ),
    "table/tabs": Sentence(
        "tabs separate this line, as in a table pasted from Word or Excel",
        "shown as they are its cells run together",
        "write a table with bars, as {written}, and | --- | --- | as its second row; or attach a .csv file; in a text write a space for the tab",
    ),
    "table/wide-bar": Sentence(
        "full-width bars `｜` separate these lines, as in a table",
        "full-width bars are shown as they are, and the lines become one paragraph",
        "write plain bars: {written}, and | --- | --- | as the second row with one --- a cell; in a text put an empty line between the lines",
    ),
    "table/blank": Sentence(
        "the file holds no table",
        "",
        "name the columns in the first line ({words}), one entry a line below",
    ),
    "table/no-header": Sentence(
        "the first line does not name the columns",
        "nobody may guess what a column is",
        "name the columns in the first line: {words}",
    ),
    "table/title": Sentence(
        "the columns are named in line {header}, something else stands above",
        "nothing may stand above the names of the columns",
        "delete line {last} and those above it; what is to be public belongs into the title or the note of the entry",
    ),
    "table/title-unit": Sentence(
        "the lines above the table say that amounts are in {written}, the entry says {unit}",
        "without those lines every amount would be wrong by ten thousand",
        "first write `money_unit: {written}` in the entry and look at its own amounts, then delete the lines above the names of the columns",
    ),
    "table/unknown-column": Sentence(
        "unknown column `{name}`",
        "what stands in it would not be public",
        "columns: {words}; delete one that nobody needs",
    ),
    "table/unit": Sentence(
        "the column `{name}` says {unit}, the entry {wanted}",
        "the same number would mean something else",
        "make them agree; the entry names its units, and numbers are never converted",
    ),
    "table/column-twice": Sentence(
        "two columns are called `{name}`", "nobody knows which one counts", "keep one"
    ),
    "table/column-missing": Sentence(
        "the table lacks the column `{english}` ({name})",
        "",
        "add it to the first line, and its values below",
    ),
    "table/no-column": Sentence(
        "no column is named above this cell",
        "nobody knows what it is, and it would be left out",
        "name the column, or delete the cell",
    ),
    "table/cells": Sentence(
        "cells of this row: {cells}, of the head: {wanted}",
        "surplus cells have no name, missing ones shift the rest",
        'add or remove cells; put what holds a comma between double quotes ("1,680.00")',
    ),
    "table/empty": Sentence("the cell of `{key}` is empty", "", "write its value"),
    "table/hashes": Sentence(
        "all that is left of the cell of `{key}` is ####",
        "the column was too narrow when the file was saved, and what it held was not",
        "widen the column in the spreadsheet it came from and save again; if that is gone, fill it in",
    ),
    "table/scientific": Sentence(
        "the cell of `{key}` is in scientific notation: {value}",
        "the spreadsheet shortened a long number, and its last digits are lost",
        "format the column as text (an amount as number), fill it in again and save",
    ),
    "table/serial-date": Sentence(
        "the cell of `{key}` is the number {value} and no date",
        "spreadsheets count days; this may be {day}, and nobody may guess",
        "format the column as date and save again, or write it as {day}",
    ),
    "table/carried": Sentence(
        "the row `{label}` is no income and no expense",
        "opening and closing stand in the entry; a row of theirs would count again",
        "delete the row; look at `opening` and `closing` in the entry",
    ),
    "table/footer": Sentence(
        "the row `{label}` is no entry of the table",
        "every row is an entry; signatures and notes have no place among them",
        "delete the row; what is to be public belongs into the note or the review of the entry",
    ),
    "table/more": Sentence(
        "more problems of this table that are not listed: {count}",
        "too many would hide each other",
        "mend those above and check again",
    ),
    "table/too-long": Sentence(
        "the table has more than {limit} rows", "", "split it into several entries"
    ),
    "table/too-wide": Sentence(
        "the table has more than {limit} columns", "", "delete those that nobody needs"
    ),
    "table/too-large": Sentence(
        "the file is larger than {limit}",
        "",
        "take pictures and spare content out, or split it into several entries",
    ),
    "table/twice": Sentence(
        "`{key}` stands in the entry, and {file} beside it",
        "nobody knows which one counts",
        "keep one and delete the other",
    ),
    "table/two-files": Sentence(
        "{one} and {other} both hold the table of this entry",
        "nobody knows which one counts",
        "keep one and delete the other",
    ),
    "table/no-table": Sentence(
        "the entry beside this file takes no table",
        "what stands in it would not be public",
        "kinds that take one: {kinds}; what readers shall download goes into the folder of the "
        "entry's name, and its name among the attachments",
    ),
    "csv/delimiter": Sentence(
        "it is unclear what stands between the cells",
        "each way to part them gives another table",
        "put a comma between all cells",
    ),
    "csv/quote-open": Sentence(
        "this double quote is not closed",
        "all lines behind it would be part of the cell",
        "close it at the end of the cell",
    ),
    "csv/quote-after": Sentence(
        "something stands behind the closing double quote",
        "it is unclear where the cell ends",
        "put the whole cell between quotes, and write a quote within it twice",
    ),
    "csv/cells": Sentence(
        "more than {limit} cells",
        "",
        "delete empty rows and columns, or split it into several entries",
    ),
    "xlsx/broken": Sentence(
        "this file is no whole xlsx spreadsheet",
        "",
        "open it in a spreadsheet program and save it as .xlsx; if that fails, make it anew",
    ),
    "xlsx/old": Sentence(
        "this is the old .xls format", "", "open it in a spreadsheet program and save it as .xlsx"
    ),
    "xlsx/password": Sentence(
        "the spreadsheet has a password", "", "remove the password and save again"
    ),
    "xlsx/bomb": Sentence(
        "the file unpacks to too much, or two of its parts have one name",
        "such a file can bring a computer to a halt",
        "copy the table into a new file and save it",
    ),
    "xlsx/blank": Sentence(
        "the spreadsheet is empty",
        "",
        "name the columns in the first line, one entry a line below",
    ),
    "xlsx/too-long": Sentence(
        "there are cells up to {cell}, beyond {rows} rows, {columns} columns or {most} cells",
        "",
        "delete far cells that nobody needs, or split it into several entries",
    ),
    "xlsx/sheets": Sentence(
        "several sheets are filled: {sheets}",
        "one can be public, and nobody may choose it for you",
        "keep one; delete the others or save them elsewhere",
    ),
    "xlsx/hidden-sheets": Sentence(
        "hidden sheets: {sheets}",
        "nobody knows whether it is to be public, and nobody may guess",
        "unhide them, look, and delete what nobody needs",
    ),
    "xlsx/hidden-rows": Sentence(
        "hidden rows: {rows}",
        "rows that nobody sees would be public",
        "unhide them or remove the filter, look, and delete what nobody needs",
    ),
    "xlsx/hidden-columns": Sentence(
        "hidden columns: {columns}",
        "columns that nobody sees would be public",
        "unhide them, look, and delete what nobody needs",
    ),
    "xlsx/struck": Sentence(
        "{cell} is struck through: {value}",
        "nobody could tell online whether it still holds",
        "delete the cell or the row when it is void; take the line off when it holds",
    ),
    "xlsx/comments": Sentence(
        "the workbook holds comments",
        "they would not be public, and what they say would be lost",
        "write what should be public into a column or the entry's note; then delete all comments",
    ),
    "xlsx/drawing": Sentence(
        "pictures, text boxes or charts lie on the sheet",
        "they would not be public, and what they say would be lost",
        "write their words into cells, attach pictures; then delete them from the sheet",
    ),
    "xlsx/merged": Sentence(
        "merged cells: {ranges}",
        "nobody can tell which row and column they belong to",
        "unmerge them and fill in every cell; delete a heading above the table",
    ),
    "xlsx/formula": Sentence(
        "{cell} is a formula without a result",
        "it would be public as an empty cell",
        "open the file in a spreadsheet program, let it calculate, and save again",
    ),
    "xlsx/error": Sentence("{cell} is an error: {value}", "", "correct it and save again"),
    "xlsx/boolean": Sentence(
        "{cell} is {value}", "nobody can tell what is to be public", "write it in words"
    ),
    "xlsx/digits": Sentence(
        "the number in {cell} is too long: {value}",
        "spreadsheets keep 15 digits, the others have become 0",
        "format the cell as text, fill it in again and save",
    ),
    "xlsx/rounded": Sentence(
        "{cell} holds {value} and shows fewer digits",
        "what is seen is not what is stored, and nobody may choose for you",
        "write the number that is to be public, or let the cell show all its digits",
    ),
    "xlsx/format": Sentence(
        "{cell} holds {value} in a number format that is unknown",
        "nobody knows what the spreadsheet shows",
        "format numbers as general or number, days as date, and fill in anything else as text",
    ),
    "xlsx/unsure": Sentence(
        "{cell} cannot be read for sure: {value}",
        "two ways to read it disagree, and nobody may choose for you",
        "fill in the cell again and save",
    ),
    "sum/differs": Sentence(
        "`{label}` says {written} for `{key}`, the rows above add up to {computed}, a difference of {difference}",
        "a public account adds up",
        "check the rows and `{label}`, and correct the wrong one",
    ),
    "sum/text": Sentence(
        "“{label}” says {written} under “{key}”, the rows above add up to {computed}, a difference of {difference}",
        "published accounts have to add up",
        "check the rows and “{label}” and correct the wrong one; what is no sum of the rows above needs another name",
    ),
    "sum/last": Sentence(
        "`{label}` says {written} for `{key}`, the last row above says {computed}, a difference of {difference}",
        "this column is not added up, its last number is repeated",
        "correct the wrong one, or leave the cell empty",
    ),
    "sum/unclear": Sentence(
        "nobody can tell whether `{label}` is a sum or an entry",
        "as an entry it would double the total, as a sum it would be left out",
        "of a sum, write only `total` or `subtotal` in the first cell; of an entry, use other words",
    ),
    "sum/first": Sentence(
        "no entries stand above the row `{label}`",
        "a sum is compared with the rows above it",
        "move it below the rows that it sums up, or delete it",
    ),
    "sum/to-date": Sentence(
        "`{label}` is a running total and not the sum of this table",
        "it counts earlier months, which are not in the table",
        "delete the row; what is to be public belongs into the note of the entry",
    ),
    "sum/of-which": Sentence(
        "the row `{label}` is a part of a row above it",
        "as an entry it would be counted twice",
        "delete the row; what is to be public belongs into the note of the entry",
    ),
    "sum/extra": Sentence(
        "the row `{label}` says something else in `{key}`",
        "a sum row is compared and not shown, so this would not be public",
        "leave the cell empty; what is to be public belongs into the note of the entry",
    ),
    "total/differs": Sentence(
        "`{key}` says {written}, the parts add up to {computed}: {difference} off",
        "with two numbers, nobody knows which one to believe",
        "check the parts and `{key}`, and mend the one that is wrong",
    ),
    "total/gap": Sentence(
        "`{key}` is given, but this row has no `{part}`",
        "with a number missing, the total cannot be checked",
        "add `{part}` to the row, 0 if there was none, or leave out `{key}`",
    ),
}
