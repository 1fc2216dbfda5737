"""What we say in English."""

from generator.words.sentence import Sentence

NEAR = "Did you mean `{near}`?"

PROBLEMS: dict[str, Sentence] = {
    # files
    "text/encoding": Sentence(
        "byte {offset} cannot be read as text: the file is neither UTF-8 nor GB18030 (ANSI)",
        "read in the wrong encoding, text turns to garbage; two encodings may have been joined, or the file is damaged",
        "open it in an editor; if the text looks right there, save it as UTF-8, else find the undamaged file",
    ),
    "text/gb18030": Sentence(
        "the file is in GB18030 (ANSI) and was read as that",
        "other computers and programs show it as garbage",
        "open it in an editor and save it as UTF-8; a table: in Excel, as “CSV UTF-8” or .xlsx",
    ),
    "text/utf16": Sentence(
        "the file is in UTF-16 (Unicode) and was read as that",
        "many programs do not know this encoding",
        "open it in an editor and save it as UTF-8",
    ),
    "text/control": Sentence(
        "the file holds the invisible character {char}",
        "it breaks a line in two or hides text",
        "delete it and type the text around it again",
    ),
    "text/turning": Sentence(
        "the file holds the invisible character {char}, which turns the direction of text",
        "readers see another order than was written, also of digits",
        "delete it and type the text around it again",
    ),
    "text/hidden": Sentence(
        "the file holds the invisible character {char} of no width, most likely copied from a web page",
        "words that look the same differ when they are searched or compared",
        "delete it and type the text around it again",
    ),
    "text/half-width": Sentence(
        "half-width sign “{written}” among Chinese words",
        "half-width signs crowd Chinese text, and some may begin a line",
        "use full-width signs: {fixed}",
    ),
    "text/full-width": Sentence(
        "“{written}” is full-width, where letters and digits are half-width",
        "full-width letters and digits are not found by a search, and cannot be copied to dial or to add up",
        "write them half-width: {fixed}",
    ),
    "text/width-more": Sentence(
        "{count} more signs, letters or digits of the wrong width in this file",
        "the first lines were told one by one",
        "change them all by search and replace, then check again",
    ),
    "text/no-link": Sentence(
        "no links can be written here: the brackets and the address would be printed as they stand",
        "only a text below the head holds links; titles, summaries and notes are words alone",
        "keep the words; put the link into the text, or name the entry under `related`",
    ),
    "text/lost-char": Sentence(
        "what stood here is lost; {char} only stands in its place",
        "most likely a sign or an image copied from Word, or a file once saved in another encoding; others see a box, a question mark or nothing",
        "type it again as the original has it; write bullets as `-`, and save images as files",
    ),
    "text/too-slow": Sentence(
        "after {seconds} seconds this file was still being read",
        "it holds too many signs, or too tangled ones, to ever finish the site",
        "split it into several entries and delete surplus signs; all other files were checked",
    ),
    "text/crashed": Sentence(
        "the program crashed while it read this file",
        "something in it is more than a parser can take; all other files were checked",
        "split it to find the paragraph, and send that to whoever maintains the program",
    ),
    "text/too-large": Sentence(
        "the text is longer than {limit} characters",
        "a page of that length opens slowly, and nobody reads it to the end",
        "split it into several entries, or attach it as a PDF",
    ),
    "text/nesting": Sentence(
        "lists or quotes are nested {limit} deep or more",
        "readers cannot follow that",
        "make them flat",
    ),
    "text/more": Sentence(
        "from this line on {count} more are not listed",
        "too many at once hide each other",
        "correct those above and run again",
    ),
    "text/mask": Sentence(
        "the stars of `{written}` may hide a name or make it bold",
        "taken for bold the stars vanish, and nobody sees that something is hidden",
        "for hidden characters write {masked}; for bold put a space before the first **",
        "for hidden characters put a backslash before each star; for bold put a space before the first **",
    ),
    "text/bold": Sentence(
        "the two stars ** begin bold here, and nothing in this line ends it",
        "bold does not go on in the next line, and the stars would be shown",
        "write ** behind the bold words too, a pair for each line; for stars that are meant write \\*\\*",
    ),
    "text/lost": Sentence(
        "what is shown differs from what was written: `{written}` became `{shown}`",
        "a disclosure shows its text to the letter",
        "write it in another way, and send the developers what you wrote",
    ),
    "file/unknown": Sentence(
        "unknown file {name}",
        "nothing would use it, so it would silently stay unpublished",
        "write entries as .md or .yaml in a category; attachments stand in a folder of the entry's name, its table bears that name too, and both follow when it is renamed; move other files out",
    ),
    "file/folder-unknown": Sentence(
        "the folder {name} is no category",
        "its files would not be published",
        "add it to `categories` in site.yaml, or move the files",
    ),
    "file/root-name": Sentence(
        "{name} in `files` cannot stand on the site as it is",
        "files there keep their names at the site's root, and some hosts do not know Chinese, spaces or signs",
        "use ASCII letters, digits, dots, hyphens and underscores only",
    ),
    "file/root-taken": Sentence(
        "the address {address} is the site's own or another file's",
        "one of the two would be lost",
        "give this file in `files` another name, or move it away",
    ),
    "file/link": Sentence(
        "this is a link or a device, not a regular file",
        "a link can carry foreign files to the web",
        "delete it and copy the file that it leads to here",
    ),
    "file/copy": Sentence(
        "by its name this is a copy of {other}, with the same title, unit and day",
        "one matter would be published twice, and nobody would know which of the two to believe",
        "move it out of the content folder, or give it its own title and name",
    ),
    "file/name": Sentence(
        "the name holds invisible characters or is not UTF-8",
        "other computers cannot open it",
        "rename it to a short ASCII name",
    ),
    "file/name-windows": Sentence(
        "no file can bear this name on Windows",
        "other computers cannot copy or open it",
        'rename it without < > : " | ? * and backslashes, no full stop or space at its end, not con, aux or nul',
    ),
    "file/too-large": Sentence("the file is larger than {limit}", "", "split it"),
    "table/ragged": Sentence(
        "this row has {cells} cells, the head has {wanted}",
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
        "this row has {cells} cells, the head has {wanted}",
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
        "this table has {count} more problems that are not listed",
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
    # settings
    "site/no-folder": Sentence(
        "there is no such content folder",
        "",
        "check the path behind --site, or run in the project folder",
    ),
    "site/absent": Sentence(
        "there is no site.yaml",
        "without it nobody knows who publishes what",
        "run {program} new-site with the name of a new folder, and copy its content/site.yaml",
    ),
    "site/empty": Sentence(
        "the file is empty or not written as `key: value`", "", "write one `key: value` a line"
    ),
    "site/schema": Sentence(
        "unknown version {value} of the settings",
        "this program knows 1 only",
        "write `schema: 1`, or update the program",
    ),
    "site/unit-twice": Sentence(
        "`{value}` stands for two units",
        "entries could mean either",
        "give them different ids, names and short names",
    ),
    "site/target-twice": Sentence(
        "`{value}` stands for two targets",
        "a command could mean either",
        "give them different names",
    ),
    "site/target-since": Sentence(
        "a folder takes no `since`",
        "a folder is always sent what has changed and nothing else",
        "remove this line, or write `bundle` as the way",
    ),
    "site/target-zip": Sentence(
        "the place of a bundle, `{value}`, is no .zip file", "", "write a path such as usb/site.zip"
    ),
    "site/category-name": Sentence(
        "a category folder cannot be called {value}",
        "it becomes part of addresses, or the site uses it itself",
        "use lower-case letters, digits and hyphens; avoid assets, calendar, catalog, changes, data, files, issues, manifest, notices, pages, records, units",
    ),
    "site/url": Sentence(
        "this is not the whole address of a site: {value}",
        "feeds, the sitemap and search engines find the pages by it",
        "write the address of the site's root, such as https://www.example.gov.cn/ or https://www.example.gov.cn/gongkai/, without ? # or a page's name; a Chinese domain in its xn-- form; leave it out while it is not known",
    ),
    "site/code": Sentence(
        "a site's code has 10 characters, this has {count}: {value}",
        "the code is assigned; one wrong digit is another site",
        "write it as assigned: 10 digits, or two letters and 8 digits; delete the line where the site is no government site (a village's)",
    ),
    "site/mark": Sentence(
        "the mark of party and government bodies is no address on bszs.conac.cn: {value}",
        "the mark must lead to the record there; any other does not count",
        "write the record's whole address, beginning with https://bszs.conac.cn/; delete the line where there is none",
    ),
    "site/link": Sentence(
        "this is no whole address: {value}",
        "nobody could open it",
        "write the whole address, beginning with https://; delete the line where there is none",
    ),
    "site/masthead": Sentence(
        "`{value}` has no place in a name",
        "a township has no gazette (国办发〔2018〕22号), and only a licensed serial has a number",
        "choose another name, such as 政务公开信息（月度汇编）",
    ),
    "site/masthead-serial": Sentence(
        "`{value}` in the name looks like a licensed publication",
        "internal material without a number may not call itself a journal or published (内部资料性出版物管理办法)",
        "choose another name, such as 政务公开信息（月度汇编）; ask the local press authority before printing",
    ),
    "category/absent": Sentence(
        "the category {name} has no category.yaml",
        "without it nobody knows its title and what it takes",
        "copy and change another category's, or take it out of `categories` in site.yaml",
    ),
    "kind/unknown": Sentence("there is no kind `{value}`", "", "kinds: {offered}"),
    "kind/not-here": Sentence(
        "{category} does not take `{value}`",
        "",
        "move the file to a category that takes `{value}`; or use {offered}; or add the kind to the category.yaml",
    ),
    # form
    "yaml/wide-colon": Sentence(
        "a full-width colon `：` stands behind the key",
        "the line becomes a text and no `key: value`",
        "write a colon and a space: {quoted}",
        "make `：` a colon and a space; quote the whole value if it holds another colon",
    ),
    "yaml/colon-space": Sentence(
        "there is no space behind the colon",
        "the line becomes a text and no `key: value`",
        "put a space behind the colon: {quoted}",
        "put a space behind the colon; quote the whole value if it holds another colon",
    ),
    "yaml/no-colon": Sentence(
        "the line has no colon, so it is no `key: value`",
        "nobody knows which field it belongs to",
        "write: {quoted}",
        "write `key: value`, with a space behind the colon",
    ),
    "yaml/folded": Sentence(
        "the line would become part of the value above it",
        "a field whose colon was forgotten would end up inside another",
        "write it on the same line if it belongs there: {quoted}; as `key: value` from the margin if it is another field; paragraphs go below `key: |`",
        "write it on the line above if it belongs there; as `key: value` from the margin if it is another field",
    ),
    "yaml/dash": Sentence(
        "a list needs a plain `-` and one space behind it",
        "otherwise it becomes a text and no list",
        "write: {quoted}",
        "write a plain `-` and one space behind it",
    ),
    "yaml/blank": Sentence(
        "this is a full-width or no-break space",
        "it looks like a space, and gives the line another meaning",
        "use plain spaces, as in `{quoted}`",
        "use plain spaces; quote the whole value if it holds another colon",
    ),
    "yaml/tab": Sentence(
        "this is a tab",
        "its width differs from computer to computer",
        "use spaces, as in `{quoted}`",
        "use spaces",
    ),
    "yaml/indent": Sentence(
        "the line does not align with those above it",
        "the spaces before it decide what it belongs to",
        "put {spaces} spaces before it, as in `{quoted}`, or align it with what it belongs to",
        "put {spaces} spaces before it, or align it with what it belongs to",
    ),
    "yaml/mixed": Sentence(
        "a list item and a `key: value` cannot stand side by side",
        "nobody knows what the line belongs to",
        "put list items below their key, two spaces further in",
    ),
    "yaml/colon": Sentence(
        "the value holds `: `, which starts another key",
        "the line cannot be understood",
        "quote the whole value: {quoted}",
        "put the whole value in quotes",
    ),
    "yaml/comment": Sentence(
        "a `#` behind the value cuts off what follows",
        "it may be part of the value, such as a house number",
        "quote the whole value if it belongs to it: {quoted}; a remark stands on a line of its own",
        "put the whole value in quotes if it belongs to it; a remark stands on a line of its own",
    ),
    "yaml/hash": Sentence(
        "the value begins with `#`, so all of it would be lost",
        "what follows a `#` is no content",
        "quote it if it is content: {quoted}; a remark stands on a line of its own",
        "put it in quotes if it is content; a remark stands on a line of its own",
    ),
    "yaml/mark": Sentence(
        "a value cannot begin with `{mark}`",
        "it has another use here, and the text behind it cannot be read",
        "quote the whole value: {quoted}",
        "put the whole value in quotes",
    ),
    "yaml/behind": Sentence(
        "the value begins with `{mark}`, and text stands behind its other half",
        "quotes and brackets hold the whole value, so the text behind them cannot be read",
        "quote the whole value: {quoted}",
        "put the whole value in quotes, single ones if double ones stand in it",
    ),
    "yaml/quote-open": Sentence(
        "the quotation mark {mark} is never closed",
        "the lines below would become part of the value",
        "close it: {closed}; if the mark is content, write: {quoted}",
        "close it; if the mark is content, put the whole value in quotes of the other kind",
    ),
    "yaml/bracket-open": Sentence(
        "the bracket {mark} is never closed",
        "the lines below would become part of the value",
        "quote the whole value if it is text: {quoted}; close the bracket if it is a list",
        "put the whole value in quotes if it is text; close the bracket if it is a list",
    ),
    "yaml/escape": Sentence(
        "`{escape}` in double quotes is not itself",
        "a backslash makes another character of what follows, or cannot be read",
        "use single quotes if the backslash is content: {quoted}; delete it if not",
        "use single quotes around the value if the backslash is content; delete it if not",
    ),
    "yaml/syntax": Sentence(
        "this cannot be read",
        "",
        "check this line and the one before: indent with spaces, one space behind a colon, quote values that begin with @ * % [",
    ),
    "yaml/unreadable": Sentence("the file cannot be read", "", "compare it with a sample"),
    "yaml/too-large": Sentence("the data file is larger than {limit}", "", "split it"),
    "yaml/too-many-keys": Sentence(
        "this group has more than {limit} keys",
        "most likely the `-` of a list was forgotten",
        "write what repeats as a list, with `- ` before each item",
    ),
    "yaml/too-many-items": Sentence(
        "this list has more than {limit} items",
        "no browser opens a page of that length",
        "split it into several entries",
    ),
    "yaml/too-deep": Sentence(
        "nested more than 20 deep", "such a file can crash the program", "make it flatter"
    ),
    "yaml/documents": Sentence(
        "the file is cut into several documents by --- or ...",
        "only the first would be read",
        "split it into files",
    ),
    "yaml/alias": Sentence(
        "& and * references are not accepted",
        "they carry a change to another place",
        "quote text that begins with them: {quoted}; write the content out if it is a reference",
        "put text that begins with them in quotes; write the content out if it is a reference",
    ),
    "yaml/merge": Sentence(
        "<< does not merge here", "it carries a change to another place", "write the fields out"
    ),
    "yaml/tag": Sentence(
        "! tags are not accepted",
        "they change what a value means",
        "quote text that begins with !: {quoted}",
        "put text that begins with ! in quotes",
    ),
    "yaml/key": Sentence("a key is expected here", "", "write `key: value`"),
    "head/absent": Sentence(
        "there is no head between --- lines",
        "nobody would know what was published when by whom",
        "begin with a line ---, then title, published and unit, then --- again",
    ),
    "head/open": Sentence(
        "the head's --- is never closed",
        "the text would be taken for fields",
        "put a line --- above the text",
    ),
    "head/fence": Sentence(
        "the line looks like --- and is not three hyphens",
        "an editor made a dash of them, or spaces stand before them, so the head has no end",
        "delete the line and type three hyphens --- at the margin",
    ),
    "head/too-large": Sentence(
        "the head is larger than {limit}", "", "the text belongs below the second ---"
    ),
    "head/no-keys": Sentence(
        "there is no `key: value` between the --- lines",
        "nobody knows who published what on which day",
        "write title, published and unit, one a line",
    ),
    "key/unknown": Sentence(
        "unknown key `{key}`",
        "what stands here would not be published",
        "use a known key, or delete it; here may also stand: {instead}",
        "use a known key, or delete it; a draft made by {program} new has all of an entry's, docs/site.md those of the other files, docs/theme-reference.md a theme's",
    ),
    "key/reserved": Sentence(
        "`{key}` is kept for a later version and does nothing yet",
        "what stands there would not be public",
        "delete the line; write what should be public into the text",
    ),
    "key/duplicate": Sentence(
        "the key `{key}` stands twice, first in line {first}",
        "nobody knows which one holds",
        "keep one",
    ),
    "key/which-unit": Sentence(
        "does `{key}` mean the responsible unit or the unit of money?",
        "both are written this way",
        "write 公开单位 (unit) or 金额单位 (money_unit)",
    ),
    "key/no-money-unit": Sentence(
        "entries of this kind have no `money_unit`, so `{key}: {value}` does nothing here",
        "readers would think that the numbers had been converted",
        "delete the line and name the unit in the text or in `note`; write `unit` for whoever publishes",
    ),
    "key/empty": Sentence("`{key}` has no value", "", "write one; it may not be left out"),
    "key/missing": Sentence("`{english}` ({key}) is missing", "", "add `{english}: …`"),
    "value/not-one": Sentence("`{key}` takes a single value", "", "write `{key}: …` in one line"),
    "value/not-keys": Sentence(
        "`{key}` takes keys of its own",
        "",
        "begin the next lines two spaces further in, and write one `key: value` each",
    ),
    "value/not-list": Sentence(
        "`{key}` takes a list",
        "",
        "begin each item on a line of its own, two spaces further in, with `- `",
    ),
    "value/several": Sentence(
        "an item of `{key}` holds `{sign}`, as if it were several",
        "they would be taken for one",
        "write each on a line of its own, indented, behind `- `",
    ),
    "value/one-line": Sentence(
        "`{key}` runs over several lines", "", "write it in one line behind `{key}: `"
    ),
    "value/count": Sentence(
        "`{key}` takes a whole number from 1, not `{value}`", "", "write 1, 2, 3"
    ),
    "value/empty-item": Sentence(
        "an item of `{key}` is empty", "", "write something, or delete the line"
    ),
    "value/workdays": Sentence(
        "`{key}` names working days: {value}",
        "`days` are calendar days, weekends and holidays included; working days have a key of their own",
        "for a display of five working days write `working_days: 5`, the number alone",
    ),
    "value/tally": Sentence(
        "`{key}` takes 0 or a whole number, not `{value}`",
        "",
        "write the number alone: 0, 47, 1,416",
    ),
    "value/name": Sentence(
        "`{key}` is `{value}`, which cannot be part of an address",
        "",
        "use lower-case letters, digits and hyphens, and none of the names that Windows keeps (con, aux, nul)",
    ),
    "value/zone": Sentence(
        "unknown zone `{value}`", "", 'Beijing is "+08:00"; write others like it, with quotes'
    ),
    "value/choice": Sentence("`{key}` cannot be `{value}`", "", "choose from: {offered}"),
    "measure/form": Sentence(
        "`{key}` is not a measure: {value}",
        "what stands at the ^ is neither part of a number nor {unit}",
        "write 120, 120.50 or 120{unit}",
    ),
    "measure/unit": Sentence(
        "`{key}` is measured in {unit}, and {written} is written",
        "nothing is converted for you: the result would be rounded, and not what was approved",
        "write the number in {unit}, from the document; where the entry names its unit, "
        "change `area_unit`",
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
    "private/own": Sentence(
        "`{key}` is not for the public",
        "it is a person's own affair, and cannot be taken back (Personal Information Protection "
        "Law, articles 6 and 25)",
        "remove the key or the column; an office's phone and address go into `objections` or "
        "`objection_phone`",
    ),
    "private/totals": Sentence(
        "`{key}` speaks of a person; of this benefit only totals are published",
        "marriage and birth are sensitive, and no name may appear (Personal Information "
        "Protection Law, article 28)",
        "remove the key or the column; give persons, households and amounts as numbers",
    ),
    "private/day": Sentence(
        "`{key}` says the day; it stops at the month",
        "a name with a day of birth gives away most of an identity number",
        "remove the day: 1991-03",
    ),
    "date/form": Sentence(
        "`{key}` is not a date: {value}",
        "which day or month it means is not guessed",
        "write it like {wanted}",
    ),
    "date/published-form": Sentence(
        "`{key}` is not a date: {value}",
        "the date decides the issue, so it is not guessed",
        "write it like {wanted}",
    ),
    "date/impossible": Sentence(
        "`{key}` names a day or time that does not exist: {value}",
        "no calendar has it, and it is not moved to another day",
        "write a day of the calendar; hours are 00:00 to 23:59",
    ),
    "date/formed-late": Sentence(
        "formed on {value}, after it was published",
        "that looks like a forged date",
        "check both dates",
    ),
    "date/before-series": Sentence(
        "published before the first issue ({start})",
        "no issue can gather it",
        "check the date, or the series' start in site.yaml",
    ),
    "money/form": Sentence(
        "not an amount: {value}",
        "from `{stray}` on it is not written as an amount",
        "write 1680.00 or 1,680.00",
    ),
    "money/too-fine": Sentence(
        "the amount {value} has parts of a cent", "it could only be rounded", "write it to the cent"
    ),
    "money/grouping": Sentence(
        "misplaced comma in the amount: {value}",
        "from `{stray}` on the digits are not in groups of three, so how much it is cannot be known",
        "write 1680.00 or 1,680.00, with a point before the cents",
    ),
    "money/scientific": Sentence(
        "the amount is in scientific notation: {value}",
        "a spreadsheet shortened it, and its last digits may be lost",
        "write 1680.00 or 1,680.00",
    ),
    "money/unit": Sentence(
        "the amount {value} is in {written}, those here are in {unit}",
        "the two differ by ten thousand times",
        "write {instead} without a unit, or change `money_unit`",
        "convert it to {unit}, without a unit, or change `money_unit`",
    ),
    # entries
    "unit/unknown": Sentence(
        "there is no unit `{value}`",
        "somebody has to answer for the entry",
        "write the id, name or short name of a unit of site.yaml",
    ),
    "status/withdrawn": Sentence(
        "a withdrawn entry lacks `{key}`", "citizens must learn when and why", "add it"
    ),
    "status/not-withdrawn": Sentence(
        "a date or reason of withdrawal, but the status is not withdrawn",
        "",
        "write `status: withdrawn`, or delete it",
    ),
    "status/superseded": Sentence(
        "a superseded entry lacks `{key}`",
        "whoever opens the old one must learn which one holds, and since when",
        "add it; `superseded_by` takes the path of the new entry's file, such as land/2026/11-notice.md",
    ),
    "status/not-superseded": Sentence(
        "an entry that replaces it, its day or its reason, but the status is not superseded",
        "",
        "write `status: superseded`, or delete it",
    ),
    "superseded/withheld": Sentence(
        "{value}, which replaces it, is not public",
        "citizens would see what no longer holds, and not what does",
        "publish the new entry first: a draft becomes ready; of one dated later write its day as `superseded_on`, and until then nothing is replaced",
    ),
    "superseded/circle": Sentence(
        "entries replace each other in a circle: {value}",
        "nobody can tell which one holds",
        "delete `status: superseded` and `superseded_by` in the newest of them",
    ),
    "relation/unknown": Sentence(
        "{value} (in `{key}`) is no published entry",
        "the link would lead nowhere",
        "write the path of the entry's file (such as land/2026/11-notice.md), its address or its id",
    ),
    "relation/several": Sentence(
        "{value} (in `{key}`) may be several entries: {others}",
        "",
        "write the path of the one that is meant",
    ),
    "relation/self": Sentence(
        "{value} (in `{key}`) is the entry itself", "", "name another entry, or delete it"
    ),
    "related/twice": Sentence(
        "{value} and {other} before it, both related, are one entry",
        "the page lists it once",
        "delete one of the lines",
    ),
    "superseded/withdrawn": Sentence(
        "{value}, which replaces it, is withdrawn",
        "whoever follows from here meets an entry that was taken back",
        "name the new entry where there is one; else withdraw this one too, or set it to `ready`",
    ),
    "superseded/early": Sentence(
        "replaced from {value}, before the new entry's publication on {published}",
        "on the days between, the old one no longer holds and the new one is not public",
        "check `superseded_on`",
    ),
    "related/withheld": Sentence(
        "the related {value} is not public",
        "until it is, the page does not list it",
        "leave it, and it will be listed; delete the line if it is never to be public",
    ),
    "display/end": Sentence(
        "a display period needs `until`, `days` or `working_days`, one of them",
        "several may differ, and without any nobody knows when it ends",
        "write `until: 2026-11-24`, `days: 7` or `working_days: 5`; keep one if there are several",
    ),
    "display/backwards": Sentence(
        "the display period ends on {value}, before it begins", "", "check the dates"
    ),
    "display/early": Sentence(
        "the display begins on {value}, and is published on {published} only",
        "on the days before, nobody sees it here or can object",
        "check the display and the date of publication",
    ),
    "appointment/display": Sentence(
        "an appointment without `display`",
        "it is shown for five working days at least (Regulations on Appointing Leading Cadres, "
        "article 42)",
        "add `display:` with `from: 2026-11-18` and `until: 2026-11-24`",
    ),
    "appointment/short": Sentence(
        "the display has {days} working days, fewer than five",
        "the rules ask for five working days at least (art. 42 of the regulations on appointing officials); they are counted by the files in content/calendar",
        "write `working_days: 5`, or `until: {until}` (or later); only one of the two",
    ),
    "calendar/missing-year": Sentence(
        "no official calendar for {year}: counted Monday to Friday only",
        "holidays, and weekends that are worked, move the last day; the page says that it may move",
        "add content/calendar/{year}.yaml from the official notice, like the other years there",
    ),
    "calendar/name": Sentence(
        "the folder `calendar` holds files named after years only",
        "without the year in its name nobody knows which one it is of",
        "rename it, to 2027.yaml or the like; move away what is no calendar",
    ),
    "calendar/other-year": Sentence(
        "{value} is no day of {year}",
        "a file is one year's; holidays across two years stand in both",
        "correct the day, or write it into that year's file",
    ),
    "calendar/twice": Sentence(
        "{value} stands twice, first in line {first}",
        "",
        "compare with the notice; correct or delete one",
    ),
    "calendar/both": Sentence(
        "{value} is a day of rest and worked; the rest is in line {first}",
        "nobody can tell whether it counts",
        "compare with the notice; delete one",
    ),
    "calendar/weekday": Sentence(
        "{value} is a Monday to Friday and makes up for nothing",
        "`work` holds weekends that are worked; most likely the day is mistyped",
        "compare with the notice and correct the day",
    ),
    "calendar/backwards": Sentence(
        "the rest ends before it begins", "", "compare with the notice and correct the day"
    ),
    "calendar/long": Sentence(
        "{days} days of rest in a row from {value}",
        "no holiday is that long; most likely a day is wrong, and working days would be counted wrongly",
        "compare with the notice and correct the day",
    ),
    "issues/name": Sentence(
        "the folder `issues` holds files named after months only",
        "without the month in its name nobody knows which issue it is for",
        "rename it, to 2026-10.yaml or the like; entries belong into a category's folder",
    ),
    "issues/before-series": Sentence(
        "the month lies before {start}, where the series begins",
        "there was no issue yet",
        "correct the file's name, or `series` in site.yaml",
    ),
    "issues/future": Sentence(
        "{month} has not come yet: this file is not shown",
        "",
        "leave it, and it will be shown; rename it if the month is wrong",
    ),
    "issues/not-empty": Sentence(
        "{month} has entries, and yet a `reason`",
        "`reason` says why nothing was published in the month",
        "delete `reason`; what is to be explained belongs into `foreword`",
    ),
    "issues/no-issue": Sentence(
        "{month} has no entries: this is not shown",
        "a month without entries has no issue that could show it",
        "check the month; write `reason` to say why it has none",
    ),
    "appointment/nobody": Sentence(
        "`people` is empty",
        "without a name there is nothing to object to",
        "add the people; while it is undecided, add `status: draft`",
    ),
    "land-compensation/over": Sentence(
        "{shared} was shared out, {difference} more than the total of {total}",
        "no more can be shared out than came in, so one number is wrong",
        "check the rows, `paid` and `total`, and correct the one that is wrong",
    ),
    "land-compensation/kept": Sentence(
        "the shares make {shared}, {difference} less than the total of {total}",
        "people will ask where the rest is, also where the collective keeps it",
        "add the row that is missing, or one for what the collective keeps, or write `paid`",
    ),
    "benefit/nothing": Sentence(
        "no `policy`, `standards` or `totals`",
        "the page would be empty",
        "add one of them at least",
    ),
    "benefit/no-number": Sentence(
        "the row of `{row}` has no persons, households or amount",
        "a row with a name alone discloses nothing",
        "give one number at least, 0 if there was none",
    ),
    "land-approval/display": Sentence(
        "a notice in the village without `display`",
        "nobody knows on which days to object",
        "add `display:` with `from: 2026-11-18` and `days: 7`",
    ),
    "resolution/nothing": Sentence(
        "`items` is empty",
        "without a matter put to the vote there is no resolution",
        "give each matter and its votes; if the meeting is yet to come, add `status: draft`",
    ),
    "resolution/present": Sentence(
        "{present} present, {difference} more than the {entitled} entitled",
        "no more can come than are entitled; one of the numbers is wrong",
        "compare `entitled` and `present` with the list of attendance, without guests",
    ),
    "resolution/later": Sentence(
        "the meeting of {held} is later than {key} {day}",
        "before a meeting there is no resolution",
        "check both days and correct the one that is wrong",
    ),
    "resolution/votes": Sentence(
        "the votes on `{matter}` make {votes}, present were {present}: {difference} apart",
        "everybody present has one vote: for, against and abstained make those present",
        "check the votes and `present` with the minutes, and add what was left out",
    ),
    "resolution/half": Sentence(
        "`{matter}` is said to have passed with {ayes} votes, not more than half of {present}",
        "people will ask why that was enough",
        "check the votes and the result; if another rule holds, say so in `note`",
    ),
    "ledger/both-sides": Sentence(
        "voucher {voucher} has both an income and an expense", "", "write one a line"
    ),
    "ledger/no-amount": Sentence(
        "voucher {voucher} has no amount", "", "write an income or an expense"
    ),
    "ledger/other-month": Sentence(
        "voucher {voucher} is of {day}, outside the period {period}",
        "",
        "check the date, or move it to that month",
    ),
    "ledger/closing": Sentence(
        "the closing balance is {written}, but adds up to {expected}: {difference} off",
        "opening {opening} + income {income} − expense {expense}",
        "check the lines and the closing balance",
    ),
    "ledger/balance": Sentence(
        "the balance of voucher {voucher} is {written}, up to this line it comes to {expected}, a difference of {difference}",
        "opening plus income minus expense holds in every line",
        "check this line and those above, and correct the wrong one",
    ),
    "address/taken": Sentence(
        "the address {address} is taken by {other}",
        "only one of them could be seen",
        "rename one of the files, or give it another `id`",
    ),
    "address/alias-form": Sentence(
        "the old address {value} is no address of a page",
        "it is a former address of this site, from the front page's folder on",
        "write it like finance/2026/10-old-name.html: letters, digits, - and _, ending in .html or .htm",
    ),
    "address/alias-taken": Sentence(
        "the old address {address} is taken by {other}",
        "an address opens one page",
        "check the old address; correct or delete this one",
    ),
    "index/taken": Sentence(
        "the index number {value} is used at {other} already",
        "it may be used once",
        "correct one of them",
    ),
    "link/scheme": Sentence(
        "the link {target} cannot be used",
        "only web, mail, phone and inner links open",
        "use https://, or a relative path to an entry; if it is no link, put \\ before the [",
    ),
    "link/form": Sentence(
        "the brackets of this link hold more than an address: {target}",
        "spaces and what stands in quotes are not shown, and the address would not open",
        "keep the address alone in the round brackets, and say the rest in the square ones",
    ),
    "link/end": Sentence(
        "a Chinese character follows directly behind {target}",
        "nobody can tell where the address ends",
        "put a space behind it, or write [name](address)",
    ),
    "link/anchor": Sentence(
        "no heading for the link {target}",
        "a reader who follows it does not get there",
        "write the heading's words behind the #; for the whole page, delete the # and what follows",
    ),
    "link/broken": Sentence(
        "the link's target {target} does not exist",
        "readers would see an empty page",
        "correct the path, or remove the link; if it is no link, put \\ before the [",
    ),
    "gone/missing": Sentence(
        "a published entry is gone ({address})",
        "what was public may not disappear silently",
        "put the file back; if it was renamed, write `aliases: {address}` into the new one; to take it down, write `status: withdrawn` with date and reason. If the site was never online, empty the output folder and build again",
    ),
    "gone/draft": Sentence(
        "a published entry would disappear ({address}): it is a draft now",
        "what was public may not disappear silently",
        "delete the line `status: draft`; to take it down, write `status: withdrawn` with date and reason",
    ),
    "gone/internal": Sentence(
        "a published entry would disappear ({address}): it is for internal readers now",
        "what was public may not disappear silently",
        "delete the line `audience: internal`; to take it down, write `status: withdrawn` with date and reason",
    ),
    "gone/future": Sentence(
        "a published entry would disappear ({address}): it is dated in the future now",
        "what was public may not disappear silently",
        "put the old date back (or leave --today out); to take it down, write `status: withdrawn` with date and reason",
    ),
    "site/output": Sentence(
        "the output folder overlaps the content, the themes or .releases",
        "the site would mix with what people wrote",
        "choose a folder of its own with --output",
    ),
    "attachment/missing": Sentence(
        "there is no such attachment or image: {name}",
        "citizens would open an empty page",
        "put the file into the folder {folder} under exactly this name; when the entry was renamed, rename its folder too; an entry can only use files of its own folder",
    ),
    "attachment/twice": Sentence("the attachment {name} is listed twice", "", "keep one"),
    "attachment/unused": Sentence(
        "{name} stands in the folder and is not used",
        "nobody said that it may be published, and a misplaced file would go online with it",
        "to publish it, link it in the text, or name it under the entry's 附件 (attachments); otherwise move it out of the content folder",
    ),
    "attachment/type": Sentence(
        "a file such as {name} cannot be attached",
        "pages and programs would run on the reader's computer",
        "use a PDF, a sheet, a document or an image; accepted types: {offered}",
    ),
    "attachment/content": Sentence(
        "this file is called {ending} and is none (it seems to be: {seems})",
        "another ending does not make another file: citizens cannot open it, and it may be a program",
        "open it with the program that made it and save it as {ending}; take a password off first",
    ),
    "attachment/empty": Sentence(
        "this attachment is empty (0 bytes)",
        "copying was probably cut off",
        "copy the file again",
    ),
    "attachment/heavy": Sentence(
        "this file is {size}",
        "it opens slowly on a phone and costs the reader data",
        "bring images below 2 MB and attachments below 20 MB",
    ),
    "image/unreadable": Sentence(
        "this image cannot be read",
        "the file is damaged, or only its ending was changed",
        "open it in an image program and save it as PNG or JPG",
    ),
    "image/type": Sentence(
        "{target} is not an image",
        "",
        "images are PNG, JPG, WebP or GIF; list other files as attachments",
    ),
    "image/outside": Sentence(
        "the image is on another site: {target}",
        "it changes here when that site changes or closes, and that site learns who reads this page",
        "download it into the folder {folder} and write its name",
    ),
    "image/no-alt": Sentence(
        "the image has no description: {target}",
        "whoever cannot see it does not know what it shows",
        "write what it shows between the brackets: ![description]({target})",
    ),
    "list/number": Sentence(
        "this item is numbered {number} where {wanted} is next",
        "it would be shown with another number",
        "write {wanted}, or `{number}、` to keep it",
    ),
    "site/category-twice": Sentence("the category {value} stands twice", "", "keep one"),
    "category/seal": Sentence(
        "the seal `{value}` is more than one character",
        "it is printed in a box for one",
        "write one character",
    ),
    "date/before-published": Sentence(
        "{value} lies before the day of publication",
        "only what was published can be corrected or withdrawn",
        "check both dates",
    ),
    "correction/parts": Sentence(
        "the correction names a cell of a table without `{absent}`",
        "with row, column and was together, the table shows the old value struck through",
        "add what is missing, or write none of the three",
    ),
    "correction/no-table": Sentence(
        "the correction names a cell of a table, and the entry has none",
        "tables in the text have no names of rows and columns to compare with",
        "delete `row`, `column` and `was`, and say in `what` what it was and what it is",
    ),
    "correction/row": Sentence(
        "no table has a row {value}",
        "the cell to strike through is not found",
        "write the voucher or name as it stands in the table, or `row 3`; what is in no table has `what` alone",
    ),
    "correction/rows": Sentence(
        "the rows {rows} of the table are all called {value}",
        "it is not known which one was corrected",
        "write the number of one of them, such as `row 2`",
    ),
    "correction/column": Sentence(
        "the table has no column {value}",
        "its columns are {offered}",
        "write one of them; for what is in no table delete `row`, `column` and `was`, and say it in `what`",
    ),
    "correction/same": Sentence(
        "the former value {value} is what the table says now",
        "after a correction the table says the new value",
        "write the new value in the table, or delete `row`, `column` and `was`",
    ),
    "correction/twice": Sentence(
        "two corrections of this cell in turn have the former value {value}",
        "after the first of them the cell was no longer that",
        "check both: the later one's former value is what the earlier one made of it; delete a repeated one",
    ),
    "date/future": Sentence(
        "{value} has not come yet",
        "what is written is shown now",
        "check the date; what is not changed yet is written on the day",
    ),
    "body/empty": Sentence(
        "there is no text", "the page would be empty", "write it, or add `status: draft`"
    ),
    "category/unread": Sentence(
        "{count} files of this category have not been looked at",
        "its category.yaml could not be understood",
        "correct category.yaml first, then run again",
    ),
    "site/unread": Sentence(
        "{count} other files have not been looked at",
        "site.yaml could not be understood",
        "correct site.yaml first, then run again",
    ),
    # theme
    "theme/absent": Sentence(
        "there is no theme called {name}",
        "",
        "check `theme` in site.yaml, or put the theme into themes",
    ),
    "theme/incomplete": Sentence(
        "the theme lacks this file", "some pages need it", "copy the default theme's"
    ),
    "theme/empty": Sentence(
        "the file holds no `key: value`", "", "write it as docs/theme-guide.md shows, or delete it"
    ),
    "theme/contract": Sentence(
        "the theme was written for version {value} of the page contract, this program has version {ours}",
        "pages hand other things to templates now, and some would be missing",
        "correct the templates by docs/theme-reference.md, then write `contract: {ours}`",
    ),
    "theme/parent": Sentence(
        "there is no theme called {value}, on which this one builds",
        "",
        "`parent` is the name of a folder in themes; ours is default",
    ),
    "theme/cycle": Sentence(
        "the themes lead in a circle back to {value}: {chain}",
        "",
        "take `parent` out of one of them, or name another theme",
    ),
    "theme/deep": Sentence(
        "more than {limit} themes build on each other: {chain}", "", "make one of those between"
    ),
    "theme/stray": Sentence(
        "the theme holds a file that nobody knows: {name}",
        "what is in it would not be used",
        "give it a known name, or move it away; known are {known}",
    ),
    "theme/no-words": Sentence(
        "the theme has no words in this language", "", "copy the default theme's words"
    ),
    "theme/words": Sentence(
        "the words file is not a flat list of `key: text`", "", "one key a line, none twice"
    ),
    "theme/word-missing": Sentence(
        "words are missing: {keys}", "", "take them from the default theme's words"
    ),
    "theme/word-unknown": Sentence(
        "nothing uses the word `{key}`",
        "what stands here would not be shown",
        "use a known key (docs/theme-reference.md), ask for this one in a template, or delete it",
    ),
    "theme/token": Sentence(
        "{name} cannot be written so: {value}",
        "a browser would take it for nothing",
        "write it like this: {example}",
    ),
    "theme/contrast": Sentence(
        "{front} is hard to read on {back} ({mode}): contrast {ratio}, at least {needed} is needed",
        "people with weak eyes could not read it",
        "make the colour of the text darker or lighter, or change the ground",
    ),
    "theme/asset": Sentence(
        "the style sheet uses {value}, which the theme does not have",
        "there would be a gap on the page",
        "put it into the theme's assets, or write a name that is there",
    ),
    "theme/outside": Sentence(
        "the style sheet fetches something from elsewhere: {value}",
        "a page fetches nothing from elsewhere, and is whole without a network",
        "put the file into the theme's assets and write url(its-name); more rules go into extra.css",
    ),
    "theme/name": Sentence(
        "the page {page} has no `{name}`, which the template asks for",
        "what it is to show would be missing",
        "write a name that the page has, or ask with `if` first; compare with the default theme",
    ),
    "theme/template": Sentence(
        "the template failed: {detail}", "", "correct it; compare with the default theme"
    ),
    "theme/attribute": Sentence(
        "{owner} has no `{name}`, which the template asks for",
        "what it is to show would be missing",
        "write a name that is there: docs/theme-reference.md",
    ),
    "theme/no-template": Sentence(
        "there is no template called {name}",
        "",
        "write a name that is there; behind `parent/` stands one of the theme that this builds on",
    ),
    "theme/circle": Sentence(
        "the template leads back to itself: {name}",
        "drawing it would never end",
        "for the template of the same name in the theme that this builds on, write `parent/` before it",
    ),
    "theme/block": Sentence(
        "no template above this one has a block called {name}",
        "what stands in it would not be shown",
        "write the name of a block that is there",
    ),
    "theme/outside-block": Sentence(
        "this stands outside of every block",
        "of a template that extends another only blocks are shown",
        "move it into a block, or delete it",
    ),
    "theme/filter": Sentence(
        "there is no filter or test called {name}", "", "docs/theme-reference.md lists them"
    ),
    "theme/use": Sentence(
        "`{name}` is {kind} and cannot be used so",
        "what is shown would be no text for people",
        "show a field of it; `for` goes over a tuple, `|html` shows html: docs/theme-reference.md",
    ),
    "theme/arguments": Sentence(
        "{name} is called with other arguments than it takes", "", "it takes: {wanted}"
    ),
    "theme/autoescape": Sentence(
        "a template cannot turn escaping off",
        "what somebody wrote would run as part of the page",
        "take autoescape out; `|html` shows an entry's text",
    ),
    "theme/maybe": Sentence(
        "`{name}` may be nothing, and no test stands before it",
        "without it the page cannot be drawn",
        "test it first: `if {name}`",
    ),
    "theme/unchecked": Sentence(
        "whether `{name}` is right is known only when a page is drawn",
        "a mistake in it could not be told beforehand",
        "write it so that it can be checked: with the name itself",
    ),
    "theme/unused": Sentence(
        "no page uses {name}",
        "what stands in it would not be shown, and was not checked",
        "use it, or delete it",
    ),
    # environment
    "disk/busy": Sentence(
        "another build is running (process {pid} on {host}, since {since})",
        "",
        "wait until it has ended",
    ),
    "disk/foreign": Sentence(
        "the output folder holds files that we did not make: {names}",
        "we remove only what we made",
        "move them away, or choose an empty folder with --output",
    ),
    "disk/full": Sentence("the disk is full: {error}", "{live}", "free some space and run again"),
    "disk/io": Sentence(
        "reading or writing the disk failed: {error}",
        "{live}",
        "check the disk and run again",
    ),
    "disk/denied": Sentence(
        "no permission: {error}", "{live}", "choose a folder that can be written"
    ),
    "disk/readonly": Sentence(
        "the disk is read-only: {error}", "{live}", "copy the project to a disk that can be written"
    ),
    "disk/link": Sentence(
        "the output folder is a link",
        "it could lead to somebody else's folder",
        "delete the link and run again: a real folder will be made",
    ),
    "disk/read": Sentence("cannot be read: {error}", "", "check the permissions"),
    # publishing
    "publish/no-target": Sentence(
        "site.yaml names no place to publish to",
        "",
        "add `publish` with a name, a way (folder or bundle) and a place: see docs/site.md",
    ),
    "publish/which": Sentence(
        "there is more than one target: {offered}",
        "",
        "name one of them: {program} publish {first}",
    ),
    "publish/unknown": Sentence("there is no target called `{value}`", "", "there are: {offered}"),
    "publish/place": Sentence(
        "the place overlaps with the content, the themes, the output, .releases or .cache",
        "the site would mix with what people wrote, or with the program's own files",
        "choose a folder outside of the project",
    ),
    "publish/today": Sentence(
        "`today` is fixed in site.yaml",
        "a fixed day is for samples: days left and days to come would be wrong",
        "remove the line `today`, run {program}, then publish",
    ),
    "publish/clock": Sentence(
        "this computer's clock says {now}, before the last delivery at {last}",
        "what is not due would be published, and the record would run backwards",
        "set the clock right and run again",
    ),
    "publish/no-site": Sentence(
        "there is no site in output yet", "", "run {program} first, then publish"
    ),
    "publish/output": Sentence(
        "{count} files in output are not as they were built: {names}",
        "what is published is what was built, byte for byte; a page edited by hand is lost with the next build",
        "make the change in the content; run {program}, which puts them right, then publish",
    ),
    "publish/stale": Sentence(
        "content, theme or day have changed since the build: {count} files would differ, such as {names}",
        "what is published would not be what is to be public now",
        "run {program} first, then publish",
    ),
    "publish/content": Sentence(
        "{count} problems in the content: nothing was published",
        "the content and the output are no longer the same",
        "run {program} check, correct what it says, build, then publish",
    ),
    "publish/busy": Sentence(
        "this computer is publishing there already",
        "",
        "wait until it has ended; what is missing then will be sent",
    ),
    "publish/held": Sentence(
        "{who} is publishing there from {host}, since {since}",
        "two at once would leave a mixture of old and new",
        "wait until it has ended; if nobody is publishing, delete the file lock in the folder .gongkai of that place",
    ),
    "publish/other": Sentence(
        "the site there is not the one that was published from here last",
        "somebody may have published it from another computer",
        "bring content/records over from that computer and publish again; to drop that site, move its files away first",
    ),
    "publish/taken": Sentence(
        "{count} files that are not ours stand in the way: {names}",
        "files of others are neither replaced nor removed",
        "find out whose they are, move them away and publish again; or choose an empty folder",
    ),
    "publish/touched": Sentence(
        "somebody touched the site there: {altered} files were changed, {gone} are gone: {names}",
        "the change did not come from here; once it is covered up nobody can look into it",
        "find out who it was; to put back what we published, run {program} publish {target} --rollback {release}, then publish as usual",
    ),
    "publish/deletions": Sentence(
        "{count} files would be removed there, more than {most}: {names}",
        "so many at once are most likely a slip",
        "look at it with --dry-run; if it is meant, add --allow-delete {count}",
    ),
    "publish/no-release": Sentence(
        "there is no release {value} to go back to",
        "the last five are kept",
        "these can be brought back: {offered}",
    ),
    "publish/receipts": Sentence(
        "this line of the record makes no sense",
        "what was published last is not known, so nothing is touched",
        "bring the file back from a copy; a merge or an edit by hand may have damaged the line",
    ),
    "publish/no-receipt": Sentence(
        "the site has arrived, but the receipt could not be written: {error}",
        "this delivery is missing from the record",
        "check the folder's permissions and space, and publish again, which adds it",
    ),
    "host/away": Sentence(
        "the place to publish to is not there: {error}",
        "{live}",
        "make the folder; connect the share or the stick; or correct the place in site.yaml",
    ),
    "host/empty": Sentence(
        "not one of the files that were published stands there",
        "most likely the share is not connected, or stands elsewhere",
        "connect it and publish again; to start afresh, run {program} publish {target} --rollback {release}",
    ),
    "host/full": Sentence(
        "the host is full: {error}", "{live}", "make room there and publish again"
    ),
    "host/denied": Sentence(
        "the host does not let us write: {error}",
        "{live}",
        "ask for permission to write there and publish again",
    ),
    "host/readonly": Sentence(
        "the host's disk is read-only: {error}", "{live}", "use one that can be written"
    ),
    "host/io": Sentence(
        "reading or writing there failed: {error}",
        "{live}",
        "check the line and the disk and publish again, which goes on where it stopped",
    ),
    "host/status": Sentence(
        "the host answers {value}: the site cannot be seen",
        "",
        "check the address and the host; where one has to log in, ask the administrator",
    ),
    "verify/nobody": Sentence(
        "no entry, no file and no release bears this fingerprint",
        "the site in output, the kept releases and the record were searched",
        "compare the number with the original; for an older one, search a copy of that time",
    ),
    "workers/died": Sentence(
        "a process that shared the work was ended midway, most likely for want of memory",
        "{live}",
        "close other programs and run it again; if it happens again, add --jobs 1 for a single process",
    ),
    "workers/short": Sentence(
        "there was not enough memory, or no process left: {error}",
        "{live}",
        "close other programs and run it again; if it happens again, add --jobs 1 for a single process",
    ),
    "new-site/exists": Sentence(
        "{path} is not empty", "we do not write over other people's work", "choose an empty folder"
    ),
    # commands
    "preview/port": Sentence(
        "port {port} cannot be used ({error})",
        "probably another program uses it",
        "leave out --port to have a free one found, or choose another number",
    ),
    "preview/host": Sentence(
        "this machine has no address {host}",
        "",
        "leave out --host to look at it here; write --host 0.0.0.0 to show it to the network",
    ),
    "preview/open": Sentence(
        "a preview of this project is open already (process {pid} on {host}, since {since})",
        "",
        "use that one, or press Ctrl-C in its window and run this again",
    ),
    "preview/library": Sentence(
        "the package {name} is missing, so there is no preview",
        "no other command needs it",
        "install livereload and watchfiles with the tool that made this environment, or use the .venv that {program} makes",
    ),
    "usage/command": Sentence("there is no command `{value}`", "", "commands: {offered}"),
    "usage/option": Sentence("there is no option `{value}`", "", "see {program} {command} --help"),
    "usage/category": Sentence('there is no category "{value}"', "", "categories: {offered}"),
    "usage/kind": Sentence(
        'the category {category} does not take "{value}"', "", "kinds: {offered}"
    ),
    "usage/path": Sentence(
        "neither the site nor the content folder has `{value}`",
        "",
        "name a file that is there, such as output/index.html or content/site.yaml",
    ),
    "usage/folder": Sentence("`{value}` is a folder", "", "name a file in it"),
    "usage/verify": Sentence(
        "`{value}` is no folder and no bundle here, no address and no fingerprint",
        "",
        "write a folder, a .zip file, an address that begins with http, or a fingerprint (eight digits or more)",
    ),
    "usage/not-ours": Sentence(
        "`{value}` was not made by us",
        "we write and remove nothing but what we made, and cannot tell where others come from",
        "move it elsewhere; what belongs to the site goes to `files` in the content folder",
    ),
    "usage/no-memory": Sentence(
        "there are no notes of the last build that tell where `{value}` comes from",
        "nothing was built yet, the program is another version, or the folder .cache was deleted",
        "build once, and there are",
    ),
    "usage/value": Sentence(
        "`{typed}` is not right",
        "",
        "write {form}, once; {program} {command} --help tells what each option means",
    ),
    "usage/missing": Sentence(
        "{what} is missing", "", "write: {program} {form}; for example: {program} {example}"
    ),
}

WITHHELD = {
    "draft": "a draft",
    "future": "to be published on {until}",
    "internal": "for internal readers only",
    "readme": "a note for colleagues, never published",
}

SAY = {
    "why": "why",
    "how": "fix",
    "count_stop": "{n} to correct. Nothing was written; the site is as it was.",
    "live_old": "the site is as it was",
    "live_part": "a part of the site is new; the next run finishes it",
    "live_new": "the site is new already",
    "count_warn": "{n} to look at.",
    "done": "Done: {pages} pages; {written} files written, {kept} unchanged, {removed} removed.",
    "checked": "Checked, nothing to correct: {pages} pages can be built.",
    "published": "{n} entries published: {parts}",
    "part": "{title} {n}",
    "join": ", ",
    "publishable": "{n} entries can be published: {parts}",
    "next_future": "What waits for its day is published when you run this again on it.",
    "ended": "{n} of them withdrawn or superseded: a page stays, no list shows it.",
    "withheld": "{n} files not published:",
    "ahead": "{n} not in effect yet; public as before until this is run again on the day:",
    "ahead_withdrawn": "withdrawn from {on} on",
    "ahead_superseded": "replaced by {by} from {on} on",
    "today_fixed": "Today is fixed to {today} (`today` in site.yaml, for samples only).",
    "today": "Reckoned on {today}.",
    "paths_from": "The files above are in the folder {folder}.",
    "recovered": "The last build was interrupted; it has been finished or undone.",
    "forgot": "The notes in .cache were damaged and dropped; everything was made anew, the site is right.",
    "stages": "{whole:.1f} s: {parts}",
    "stage_read": "read",
    "stage_check": "check",
    "stage_render": "render",
    "stage_commit": "write",
    "seconds": "{name} {n:.1f}",
    "stages_join": ", ",
    "pace_read": "{n:>6} entries/s",
    "pace_render": "{n:>6} pages/s",
    "left": "about {minutes:>3} min {seconds:02} s left",
    "stage_send": "sending",
    "pace_send": "{n:>9} bytes/s",
    "sent_of": "{size:>7}/{whole} MB",
    "publish_resumed": "The last delivery was interrupted; this one goes on where it stopped.",
    "publish_done": "Published to {target}, every file read back and compared: release {release}, {at}, fingerprint {fingerprint}...",
    "publish_back": "{target} shows release {release} again ({at}, fingerprint {fingerprint}...), every file read back and compared; output was left alone, and the next delivery brings what is in it.",
    "publish_packed": "Release {release} ({at}, fingerprint {fingerprint}...) is in {path}, every file compared.",
    "publish_carry": "Next: carry it to the computer that the site stands on and, without unpacking it, run python3 {name} FOLDER",
    "publish_same": "{target} shows release {release} already ({at}, fingerprint {fingerprint}...): nothing to send.",
    "publish_dry": "(--dry-run) release {release} ({at}, fingerprint {fingerprint}...) would be published to {target}; the host was left alone.",
    "publish_counts": "{added} files added, {changed} changed, {removed} removed, {kept} as they were; {size} MB sent in all.",
    "publish_is_added": "add",
    "publish_is_changed": "change",
    "publish_is_removed": "remove",
    "publish_size": "{n} bytes",
    "publish_more": "and {n} more",
    "publish_kept": "Releases that can be brought back (their number behind --rollback): {releases}.",
    "publish_join": ", ",
    "publish_next": "Next: look at it in a browser; {command} tells at any time whether somebody touched it.",
    "verify_well": "OK  {place}  {checked} files  {standing}",
    "verify_unlike": "DIFFERS  {place}  {changed} changed, {missing} missing, {added} added, of {checked} files  {standing}",
    "verify_shows_latest": "release {release} ({at})",
    "verify_shows_stale": "release {release} ({at}), and a later one was published since: this is an old site",
    "verify_shows_unknown": "no site that was published from here",
    "verify_shows_unpublished": "not published yet",
    "verify_shows_unrecorded": "compared with its own manifest only: nothing is on record here",
    "verify_is_changed": "changed",
    "verify_is_missing": "missing",
    "verify_is_added": "added",
    "verify_part": "This bundle holds changed files only; what is not in it is not missing.",
    "verify_header_type": "{path} is sent as {value}, which a browser will not open as it should: correct Content-Type",
    "verify_header_charset": "{path} is sent in the charset {value} and will be garbled: make it utf-8",
    "verify_header_https": "advice: serve it over https, or it can be changed on its way",
    "verify_header_hsts": "advice: add Strict-Transport-Security, so that browsers keep to https",
    "verify_header_csp": "advice: add Content-Security-Policy: frame-ancestors 'self', so that no other site can frame the pages",
    "verify_header_nosniff": "advice: add X-Content-Type-Options: nosniff",
    "verify_of_entry": "{fingerprint}...  {title}  {path}  {where}",
    "verify_of_file": "{fingerprint}...  file {path}  {where}",
    "verify_of_release": "{fingerprint}...  the whole site  {where}",
    "verify_in_release": "in release {release} ({at})",
    "verify_in_output": "in output, not published yet",
    "next_open": "Next: open {path} in a browser",
    "no_sitemap": "site.yaml names no `url`: there is no sitemap.xml; all the rest is there.",
    "next_fix": "Next: correct the above and run it again",
    "next_build": "Next: {command} builds the site",
    "strict": "(--strict: warnings count too)",
    "our_fault": "This is our fault, not yours. Please send this to the developers:",
    "serve_open": "Preview: {url}  It follows every save; Ctrl-C ends it.",
    "serve_moved": "Port {port} is in use by another program, so this is another one.",
    "serve_shown": "{n} files of the site were renewed in {seconds:.1f} s.",
    "serve_same": "Looked; no page has changed.",
    "serve_kept": "{n} things to correct; the preview is as it was before.",
    "serve_closed": "The preview has ended.",
    "serve_waiting": "The site is being made and will appear here.",
    "serve_gone": "The site has no such page now.",
    "serve_home": "To the front page",
    "serve_away": "The preview has stopped. Run {command} again, and this page goes on by itself.",
    "serve_broken": "The details are in the window in which the preview runs. The pages are as they were.",
    "interrupted": "Stopped. The next run finishes what was begun, or begins again.",
    "new_site_done": "Made {path}: settings, four categories and a sample draft.",
    "new_site_next": "Next: edit {file}, then run {command}",
    "new_done": "Wrote a draft: {path}",
    "new_others": "This category also takes: {offered}. Write {command}",
    "new_next": "Next: fill it in as it says inside, run {command}; when done, delete the line `{draft}`",
    "why_made": "{path} is {what}; it was made last because {because}.",
    "why_every_asset": "{path} is a file of the theme; every build makes it, and writes it when it is another one.",
    "why_every_manifest": "{path} belongs to the manifest of all published files; every build makes it, and writes it when it is another one.",
    "why_since_changed": "The file was changed since it was made; the next build puts it right.",
    "why_since_missing": "The file was deleted since it was made; the next build brings it back.",
    "why_published": "{path} is published at {page}.",
    "why_ended": "{path} is withdrawn or superseded: {page} stays, no list shows it.",
    "why_newer": "{path} is published at {page}, but not as it is now; the next build brings it up to date.",
    "why_ready": "{path} has nothing to correct and was not built yet; the next build publishes it at {page}.",
    "why_blocked": "{path} has nothing to correct itself, but there is {n} to correct elsewhere before it is published at {page}; a check names it.",
    "why_withheld": "{path} is not published: {reason}.",
    "why_broken": "{path} has {n} to correct; nothing is built before that:",
    "why_part": "{path} belongs to {owner} and goes with it: {told}",
    "why_unread": "{path} was not looked at: correct {file} first.",
    "why_litter": "{path} is what a system or an editor leaves: neither read nor published.",
    "why_used_settings": "{path} holds settings and has no page of its own; the pages are made by it.",
    "why_used_calendar": "{path} tells days off and days made up for and has no page of its own; display periods are reckoned by it.",
    "why_used_issues": "{path} holds the editor's words and has no page of its own; they stand in that month's issue.",
    "why_used_themes": "{path} is a file of a theme and has no page of its own; the pages are made by it.",
    "why_site": "the whole site",
    "why_category": "the category {name}",
    "why_entry": "`{name}`",
    "why_basis_settings": "the settings of the site or of a category (site.yaml, category.yaml)",
    "why_basis_calendar": "the working days (folder calendar)",
    "why_basis_letters": "the editor's words (folder issues)",
    "why_basis_standing": "the site's own pages (folder pages)",
    "why_basis_files": "the files published as they are (folder files)",
    "why_basis_words": "the words of the pages (the theme's folder words)",
    "why_basis_join": ", ",
    "why_step_home": "the home page",
    "why_step_list": "the first page of {category}",
    "why_step_list_full": "page {number} of {category}",
    "why_step_year": "what {category} published in {year}",
    "why_step_unit": "the page of {unit}",
    "why_step_notices": "the page of running notices",
    "why_step_standing": "a page of the site itself",
    "why_step_map": "the site map",
    "why_step_missing": "the page for addresses that do not exist",
    "why_step_entry": "the page of {source}",
    "why_step_entry_moved": "the page at an old address of {source}",
    "why_step_entry_file": "an attachment or a data file of {source}",
    "why_step_archive": "the list of all issues",
    "why_step_issue": "the page of the issue {month}",
    "why_step_changes": "the page of corrections and withdrawals",
    "why_step_data": "the page of open data",
    "why_step_record": "the data file of the issue {month}",
    "why_step_part": 'the table "{table}"',
    "why_step_table": "the data table `{table}`",
    "why_step_issues": "the data table of all issues",
    "why_step_catalogue": "the data catalogue",
    "why_step_feed": "the feed of {category}",
    "why_step_robots": "a note for search engines",
    "why_step_root": "a file of the folder files, published as it is",
    "why_step_shard": "the sitemap of {category} {year}",
    "why_step_sitemap": "the sitemap for search engines",
    "why_asked_afresh": "everything was made anew: at the first build, by another version of the program, or without notes of before",
    "why_asked_basis": "another version was found of {parts}",
    "why_asked_new": "the site had no such file before",
    "why_asked_template": "the template {files} has changed",
    "why_asked_assets": "the theme's style, script or pictures have changed (folder assets, tokens.yaml)",
    "why_asked_words": "the words of the pages have changed (the theme's folder words)",
    "why_asked_output": "{file} had been changed or deleted in the output folder",
    "why_asked_today": "the day became {day}",
    "why_asked_running": "the month became {day}",
    "why_asked_entry": "{source}, its data or its attachments changed",
    "why_asked_entry_turned": "{source}, its data or its attachments changed, or {day}, which is written there, came",
    "why_asked_entry_gone": "the entry at {address} left the site",
    "why_asked_card": "what lists show of {entry} (title, day, summary) changed",
    "why_asked_card_beside": "the title, the day or the like of {entry}, a neighbour or related, changed",
    "why_asked_row": "the row of {entry} in a data table changed",
    "why_asked_neighbours": "the entry before or after {entry} is another one",
    "why_asked_replaced": "what {entry} replaces changed",
    "why_asked_status": "the status of {entry} changed",
    "why_asked_moved": "the address of {entry} changed",
    "why_asked_called": "`{text}` in {source} means another entry now",
    "why_asked_shards": "what some category published in some year is more or less",
    "why_asked_shard": "an entry of {category} {year} came or went, or has another day or status",
    "why_asked_update_in": "something happened later to an entry of {category} {year}",
    "why_asked_category": "the list of {category} changed",
    "why_asked_category_count": "the number of entries in {category} changed",
    "why_asked_is_longer": "{category} came to more than {number} entries, or no longer has them",
    "why_asked_newest": "the newest {number} of {category} changed",
    "why_asked_share": "the entries on this page of {category} changed",
    "why_asked_full": "the number of pages of {category} changed",
    "why_asked_is_full": "the number of pages of {category} changed, and so its last one",
    "why_asked_years": "the years of {category}, or how many entries each has, changed",
    "why_asked_years_beside": "the year before or after {year} of {category} is another one",
    "why_asked_year": "the entries of {category} in {year} changed",
    "why_asked_year_count": "the number of entries of the whole site in {year} changed",
    "why_asked_units": "the number of entries of a unit in {category} changed",
    "why_asked_unit": "the entries of {unit} changed",
    "why_asked_unit_newest": "the newest {number} entries of {unit} are others",
    "why_asked_is_unit_longer": "{unit} now has more than {number} entries, or no longer has",
    "why_asked_unit_shares": "the counts of {unit} by category and year are others",
    "why_asked_unit_year": "the entries of {unit} in {year} are others",
    "why_asked_unit_accounts": "{unit} has an account more or less",
    "why_asked_unit_count": "the number of entries of {unit} changed",
    "why_asked_months": "the months with entries, or how many each has, changed",
    "why_asked_month_names": "the months with entries changed",
    "why_asked_month": "the entries of the issue {month} changed",
    "why_asked_month_count": "the number of entries of the issue {month} changed",
    "why_asked_month_update": "something happened later to an entry of {month}, or in that month",
    "why_asked_series": "the entries of the series `{series}` changed",
    "why_asked_displayed": "the entries with a display period of {unit} changed",
    "why_asked_accounts": "the accounts of {unit} in the year up to {month} changed",
    "why_asked_days": "the last {number} days with entries changed",
    "why_asked_kinds": "the kinds of entries that the site has changed",
    "why_asked_kind_count": "the number of entries of the kind {kind} changed",
    "why_asked_changed": "an entry was corrected, withdrawn or superseded",
    "why_asked_changed_in": "the corrections and withdrawals of {month} changed",
    "why_asked_change_months": "the months with corrections and withdrawals changed",
    "why_asked_last_update": "the time of the last update of {category} changed",
    "why_asked_modified": "the day of the last update of {category} changed",
    "why_asked_issue": "the data file of the issue {month} changed",
    "why_asked_part": 'the rows of the table "{table}" are others',
    "why_asked_table": "the data table `{table}` changed",
    "why_asked_rows": "the number of rows of the data table `{table}` changed",
    "why_asked_catalogue": "the data catalogue changed",
    "usage": "Usage: {program} {form}",
    "commands": "Commands",
    "options": "Options",
    "tests_not_here": "The tests come with the source tree, not with an installed gongkai.",
    "tests_no_dev": "The development dependencies are missing; run python3 build.py test.",
}

SCAFFOLD = {
    "head": "Lines that begin with # are explanations and never published. When all is filled in, delete the line `status: draft`",
    "rest": "Write what there is, leave the rest empty",
    "later": "These are for after publication",
    "body": "The text goes below the next ---",
    "required": " (required)",
    "colon": ": ",
    "stop": "; ",
    "join": ", ",
    "uncomment": "to use it, take the `# ` from the lines that begin with `# {key}:`",
    "choice": "one of {offered}",
    "texts": "one a line, indented, each behind `- `",
    "day": "such as 2026-10-12",
    "when": "such as 2026-10-12 or 2026-10-12 09:30",
    "span": "such as 2026-10",
    "clock": "such as 09:30",
    "zone": 'such as "+08:00"',
    "amount": "such as 1680.00",
    "count": "1, 2, 3 and so on",
    "tally": "0, 1, 2 and so on",
    "own_unit": "the unit that the entry names",
    "measure": "such as 12.5, in {unit}",
    "name": "lower-case letters, digits and hyphens",
    "table": "each item behind `- `; or in a .csv or .xlsx file of the same name",
}
"""What `new` writes between the fields; the last ones say how a type is written."""
