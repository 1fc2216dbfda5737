"""A text that one quick search calls clean is clean: the careful reading finds nothing in it."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read import spans
from generator.read.blocks import Line
from generator.read.notes import Notes
from generator.read.punctuation import fixed, in_text
from generator.read.source import Source, decode, is_refused
from tests.read.test_any_text import ANY, TEXTS

SIGNS = "村a1 ,.:;?!()[]\"'-*/`%）。，（》”“〕㎡㎥℃²％．：１Ａ"
"""Everything that a slip is made of, and what may stand around it."""
BEGINS = ("", "村", "1", "a1", "8:30", "（", "（甲", "**", "村**", "见", "共3", "清政发", "2026")
ENDS = ("", "村", "1", "14:30", "村)", "）", "(2026)5号", "[2026]6号", '"', "）村", ".xlsx")


def is_overlooked(text: str) -> bool:
    """Whether a text has slips and nobody is told."""
    slips = any(fixed(line)[1] for line in text.split("\n"))
    return slips != bool(in_text(Source("content/land/2026/a.md", text), text, 1))


def test_no_slip_of_width_is_overlooked() -> None:
    """Every two signs between what usually stands around them."""
    pairs = map("".join, itertools.product(SIGNS, SIGNS))
    around = tuple(itertools.product(("", "村", "1"), ("", "村", "1")))
    texts = (a + pair + b for pair in pairs for a, b in around)
    single = (a + one + b for one in SIGNS for a, b in itertools.product(BEGINS, ENDS))

    assert [] == [text for text in (*texts, *single) if is_overlooked(text)]


@settings(max_examples=1000)
@given(st.text(alphabet=SIGNS + "\n", max_size=40))
def test_no_slip_is_overlooked_in_any_mixture(text: str) -> None:
    """Of several lines too."""
    assert not is_overlooked(text)


def test_no_character_that_nobody_sees_is_overlooked() -> None:
    """Every refused one below the planes for private use, and the first and last of those."""
    points = (*range(0x10000), *range(0xE0000, 0xE0100), 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD)
    refused = [chr(one) for one in points if is_refused(chr(one)) and not 0xD7FF < one < 0xE000]
    seen = [one for one in refused if not decode("a.md", f"甲{one}乙".encode()).problems]

    assert len(refused) > 6000
    assert [] == seen


@settings(max_examples=1000)
@given(st.one_of(TEXTS, ANY))
def test_no_sign_is_overlooked(text: str) -> None:
    """A line without a number among those that may have marks has none, in a cell or out of it."""
    source = Source("content/land/2026/a.md", text)
    signed = spans.signed(text, 1)
    quiet = [
        Line(one, number, 1, 0)
        for number, one in enumerate(text.split("\n"), 1)
        if number not in signed
    ]
    marks = [
        spans.read(line, Notes(source), in_cell=in_cell)
        for line in quiet
        for in_cell in (False, True)
    ]

    assert {()} >= set(marks)
