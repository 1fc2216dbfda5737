"""What we say in English in a draft that `new` writes."""

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
