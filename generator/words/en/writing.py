"""What we say in English of how things are written: keys, values, days, amounts."""

from generator.words.sentence import Sentence

PROBLEMS = {
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
    "key/secret": Sentence(
        "a password does not stand here (`{key}`)",
        "others see this file, and it stays in copies",
        "delete this line, and have the password changed; put the new one into the environment (GONGKAI_WEB_PASSWORD for a target called web), or type it when you publish",
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
    "date/before-published": Sentence(
        "{value} lies before the day of publication",
        "only what was published can be corrected or withdrawn",
        "check both dates",
    ),
    "date/future": Sentence(
        "{value} has not come yet",
        "what is written is shown now",
        "check the date; what is not changed yet is written on the day",
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
    "kind/unknown": Sentence("there is no kind `{value}`", "", "kinds: {offered}"),
    "kind/not-here": Sentence(
        "{category} does not take `{value}`",
        "",
        "move the file to a category that takes `{value}`; or use {offered}; or add the kind to the category.yaml",
    ),
    "list/number": Sentence(
        "this item is numbered {number} where {wanted} is next",
        "it would be shown with another number",
        "write {wanted}, or `{number}、` to keep it",
    ),
    "body/empty": Sentence(
        "there is no text", "the page would be empty", "write it, or add `status: draft`"
    ),
}
