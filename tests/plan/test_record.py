"""What machines read is written by short ways of our own, and is what the long ways give."""

import json
from html.parser import HTMLParser

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.plan.dataset import (
    DataField,
    DataTable,
    Value,
    _cell,
    _shown,
    csv_of,
    json_of,
    table_json,
)
from generator.plan.record import tables_of
from generator.read.markdown import render
from generator.read.source import Source
from generator.values.html import Html

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from('"\\/<>&\u2028\u0000\n\t é村'))
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.none() | TEXTS.map(Html),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
)
SIGNS = (
    *"村 & &amp; <b> < > \" ' **粗** 1,500.00 5月 a ` * &nbsp; &lt;td&gt; \\ 　".split(" "),
    "[文](https://a.example/?b=1&c=%3E)",
    " ",
)
CELLS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=4).map("".join)
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=4)
)


class Parser(HTMLParser):
    """The rows of cells of every table, as a browser would find them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[list[str]]] = []
        self.in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        """A table, a row or a cell begins."""
        if tag == "table":
            self.found.append([])
        elif tag == "tr":
            self.found[-1].append([])
        elif tag in {"th", "td"}:
            self.found[-1][-1].append("")
            self.in_cell = True
        elif tag == "br" and self.in_cell:
            self.found[-1][-1][-1] += " "

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        if tag in {"th", "td"}:
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        """Text, which counts inside a cell only."""
        if self.in_cell:
            self.found[-1][-1][-1] += data


def parsed(body: str) -> list[list[list[str]]]:
    """The tables of a text as a whole parser of HTML finds them."""
    parser = Parser()
    parser.feed(body)
    parser.close()
    return [
        [head, *([cell.strip() for cell in row] for row in rows)] for head, *rows in parser.found
    ]


def found(body: str) -> list[list[list[str]]]:
    """The tables of a text as a record holds them."""
    return [
        [[field.title for field in one.fields], *([str(cell) for cell in row] for row in one.rows)]
        for one in tables_of(Html(body))
    ]


@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_json_is_written_as_the_standard_library_writes_it(value: dict[str, object]) -> None:
    """Byte for byte: an indent of one, no sign escaped that need not be."""
    expected = json.dumps(value, ensure_ascii=False, indent=1) + "\n"

    assert expected.encode() == json_of(value)


@given(st.lists(ROWS, min_size=1, max_size=2))
def test_the_tables_of_a_text_are_those_that_a_parser_finds(tables: list[list[list[str]]]) -> None:
    """Cell for cell, whatever stands in a cell."""
    text = "前言。\n\n" + "\n\n中间。\n\n".join(
        "\n".join(
            f"| {' | '.join(row)} |" + ("\n" + "| --- " * len(row) + "|" if not number else "")
            for number, row in enumerate(rows)
        )
        for rows in tables
    )
    read = render(Source("content/land/2026/a.md", text), text, 1)
    assume(read.value is not None)
    body = read.value.html if read.value else ""

    assert "<table>" in body
    assert parsed(body) == found(body)


def test_a_break_in_a_cell_keeps_its_words_apart() -> None:
    """And what stands around a table is none of it."""
    body = (
        "<p>村</p><table><thead><tr><th>村 </th></tr></thead>"
        '<tbody><tr><td class="num">一<br>二 <a href="#x">&lt;b&gt;</a> </td></tr></tbody></table>'
    )

    assert [[["村 "], ["一 二 <b>"]]] == found(body) == parsed(body)


DATA = st.one_of(
    st.none(), st.booleans(), st.integers(-99, 99), st.text('a甲=+-＝@＠", \n\r\t0.%', max_size=4)
)


@given(st.lists(st.tuples(DATA, DATA), max_size=4))
def test_a_table_is_written_as_its_parts_would_be(rows: list[tuple[Value, Value]]) -> None:
    """A quick look at a whole line, and one form for all rows, change no byte."""
    fields = (DataField("a", "甲", "text"), DataField("b", "乙", "text", "元"))
    table = DataTable("t", "表", fields, tuple(rows))
    told = [one.told() for one in fields]
    lines = [["甲", "乙（元）"], *([_shown(one) for one in row] for row in rows)]
    sheet = "".join(",".join(_cell(one) for one in line) + "\r\n" for line in lines)

    assert json_of({"title": "表", "fields": told, "rows": table.records()}) == table_json(table)
    assert ("\ufeff" + sheet).encode() == csv_of(table)
