"""Bytes to text: the right encoding or none, one text for all line ends, nothing that nobody sees."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read.source import Source, _is_seen, decode, is_refused, through
from generator.values.problem import Problem
from generator.values.read import Read

TEXT = "标题: 关于公布2026年3月收支的公告\n公开单位: 清溪镇财政所\n摘要: 收入1,200.00元，支出80%，见附件。\n"


def codes(body: bytes) -> list[tuple[str, str]]:
    """Severity and code of what is told about a file."""
    return [(one.severity, one.code) for one in decode("a.md", body).problems]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (TEXT.encode(), []),
        (codecs.BOM_UTF8 + TEXT.encode(), []),
        (TEXT.encode("gb18030"), [("warn", "text/gb18030")]),
        (TEXT.encode("gbk"), [("warn", "text/gb18030")]),
        (("\ufeff" + TEXT).encode("gb18030"), [("warn", "text/gb18030")]),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), [("warn", "text/utf16")]),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), [("warn", "text/utf16")]),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_same_text_in_any_encoding_is_the_same_source(
    body: bytes, said: list[tuple[str, str]], ending: str
) -> None:
    """And whoever wrote it in another one than UTF-8 learns so, once."""
    wide = body[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    name = ("utf-16-le" if body[:1] == b"\xff" else "utf-16-be") if wide else "ascii"
    read = decode("a.md", body.replace("\n".encode(name), ending.encode(name)))

    assert Source("a.md", TEXT) == read.value
    assert said == [(one.severity, one.code) for one in read.problems]


RARE = "张䶮、李𬭸、㐂村；①②③㎡〔2026〕￥"


def test_rare_characters_come_through_in_gb18030() -> None:
    """Names have four-byte characters, and documents have signs."""
    read = decode("a.md", f"标题: {RARE}\n".encode("gb18030"))

    assert read.value
    assert read.value.text == f"标题: {RARE}\n"


@pytest.mark.parametrize(
    ("body", "line", "column", "offset"),
    [
        ("甲\n乙".encode() + b"\xff" + "丙".encode(), 2, 2, 8),
        (codecs.BOM_UTF8 + "甲\r\n乙".encode() + b"\xff", 2, 2, 12),
        (TEXT.encode() + b"\xe6\xa0", 4, 1, len(TEXT.encode()) + 1),
        (TEXT.encode() + TEXT.encode("gb18030"), 4, 1, len(TEXT.encode()) + 1),
        (TEXT.encode("gb18030") + TEXT.encode(), 1, 1, 1),
        (TEXT.encode("gb18030") * 9 + "note: 征地补偿\n".encode(), 1, 1, 1),
        ("张三,1\n李四,2\n".encode()[2:], 1, 1, 1),
        (TEXT.encode()[:40] + TEXT.encode()[41:], 1, 19, 41),
        (b"\x80abc", 1, 1, 1),
        ("标题: 甲".encode("gb18030") + b"\xff", 1, 1, 1),
        ("标题: ".encode("gb18030") + b"\xaa\xa1", 1, 1, 1),
        ("姓名,金额\n张三,1\n李四,2".encode() + b"\xe7\x8e\n", 3, 5, 32),
        (codecs.BOM_UTF16_LE + "甲".encode("utf-16-le") + b"\x00", 0, 0, 5),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", 0, 0, 3),
    ],
)
def test_bytes_that_are_no_text_are_named_with_their_place(
    body: bytes, line: int, column: int, offset: int
) -> None:
    """A broken byte makes no garbage, and two encodings in one file are no guess."""
    read = decode("a.md", body)
    found = read.problems[0]

    assert read.value is None
    assert ("stop", "text/encoding") == (found.severity, found.code)
    assert (line, column, str(offset)) == (
        found.place.line,
        found.place.column,
        dict(found.facts)["offset"],
    )


CONTROL = "\x00\x01\x0b\x0c\x1b\x7f\x80\x85\x9f\u2028\u2029\ufdd0\ufffe\uffff"
TURNING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HIDDEN = "\u200b\u200c\u200d\u2060\u2063\u00ad\u180e\ufeff\ufff9\U000e0041"
UNSEEN = [
    *((char, "text/control") for char in CONTROL),
    *((char, "text/turning") for char in TURNING),
    *((char, "text/hidden") for char in HIDDEN),
    *((char, "text/lost-char") for char in "\ufffc\ufffd\ue000\uf0b7\uf8ff\U000f0000\U0010fffd"),
]


@pytest.mark.parametrize(("char", "code"), UNSEEN)
def test_a_character_that_nobody_sees_is_refused(char: str, code: str) -> None:
    """With its place and number; the excerpt shows a box instead of it."""
    read = decode("a.md", f"标题: 甲\n摘要: 收入{char}3\n".encode())
    found = read.problems[0]

    assert read.value is None
    assert [code] == [one.code for one in read.problems]
    assert (2, 7) == (found.place.line, found.place.column)
    assert (("char", f"U+{ord(char):04X}"),) == found.facts
    assert found.excerpt
    assert ("摘要: 收入□3", 6, 1) == (
        found.excerpt.text,
        found.excerpt.start,
        found.excerpt.length,
    )
    assert char not in repr(read.problems)


@pytest.mark.parametrize("text", ["👨‍👩‍👧", "❤️‍🔥", "a\tb", "é", "e\u0301", "葛\U000e0100"])  # noqa: RUF001, RUF100
def test_what_somebody_sees_is_taken(text: str) -> None:
    """A joiner between pictograms, a mark above a letter, another form of a character, a tab."""
    read = decode("a.md", text.encode())

    assert read.value
    assert text == read.value.text


def test_no_refused_character_passes_for_one_that_is_seen() -> None:
    """What is printed needs no second look, and none that is refused is printed."""
    refused = [sign for at in range(0x110000) if is_refused(sign := chr(at))]

    assert len(refused) > 100_000
    assert [] == [sign for sign in refused if _is_seen(f"收入{sign}3\n")]
    assert _is_seen("收入 3\n\n支出")


def test_every_line_with_something_unseen_is_told() -> None:
    """Up to twenty, so that a text from a web page does not fill the screen."""
    lines = ["甲\u200b乙\u200b", "好", "丙\u202e"]

    assert [1, 3] == [one.place.line for one in decode("a.md", "\n".join(lines).encode()).problems]
    assert len(codes(("甲\u200b\n" * 100).encode())) == 20


def test_a_text_of_another_encoding_is_looked_at_too() -> None:
    """UTF-16 without its mark is full of zeros."""
    assert [("stop", "text/control")] == codes("ab".encode("utf-16-le"))
    assert [("stop", "text/hidden")] == codes("标题: 关于\u200b公布".encode("gb18030"))


CHINESE = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        st.sampled_from("，。：、《》（）0123456789 ab\n\t"),
    ),
    min_size=4,
)


@settings(max_examples=300)
@given(text=CHINESE)
def test_gb18030_is_read_exactly_or_not_at_all(text: str) -> None:
    """Whatever an office writes: the same text, or a stop; never another text."""
    read = decode("a.csv", f"关于公布收支的公告{text}".encode("gb18030"))

    assert read.value is None or f"关于公布收支的公告{text}" == read.value.text


@settings(max_examples=300)
@given(text=CHINESE.map(lambda text: text + "公布日期"), data=st.data())
def test_a_broken_byte_in_utf8_makes_no_garbage(text: str, data: st.DataObject) -> None:
    """It may still be right by chance, or it is a stop; it is never read as GB18030."""
    body = bytearray(text.encode())
    at = data.draw(st.integers(0, len(body) - 13))
    body[at : at + data.draw(st.integers(0, 1))] = bytes([data.draw(st.integers(128, 255))])

    assert ("warn", "text/gb18030") not in codes(bytes(body))


def test_a_warning_goes_with_what_was_read() -> None:
    """And with what could not be read."""
    own = Problem("yaml/key", Source("a", "").place(1))
    body = TEXT.encode("gb18030")

    good = through("a.md", body, lambda source: Read(source.text, (own,)))
    bad = through("a.md", b"\xff", lambda source: Read(source.text))

    assert (TEXT, ["text/gb18030", "yaml/key"]) == (good.value, [one.code for one in good.problems])
    assert (None, ["text/encoding"]) == (bad.value, [one.code for one in bad.problems])
