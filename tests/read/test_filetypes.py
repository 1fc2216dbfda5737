"""What a file is by its bytes, against what its name says."""

import pytest

from generator.model.attachment import TYPES
from generator.read.filetypes import mismatch

PDF, ZIP, OLD, EXE = b"%PDF-1.7\n", b"PK\x03\x04\x14", b"\xd0\xcf\x11\xe0\xa1", b"MZ\x90\0\x03"
RIGHT = {
    "pdf": (PDF, b"\xef\xbb\xbf\n%PDF-1.4"),
    **dict.fromkeys(("docx", "xlsx", "pptx", "ofd", "zip"), (ZIP,)),
    **dict.fromkeys(("doc", "xls", "ppt"), (OLD,)),
    **dict.fromkeys(("wps", "et", "dps"), (OLD, ZIP)),
    "rar": (b"Rar!\x1a\x07\0",),
    "7z": (b"7z\xbc\xaf\x27\x1c",),
    "mp3": (b"ID3\x03", b"\xff\xfb\x90\x64"),
    "mp4": (b"\0\0\0\x20ftypisom",),
    "txt": ("甲".encode(), "甲".encode("gb18030"), "甲a".encode("utf-16"), b"MZ is a text", b"<a>"),
    "csv": (b"a,b\n",),
    **dict.fromkeys(("jpg", "jpeg"), (b"\xff\xd8\xff\xe0",)),
    "png": (b"\x89PNG\r\n", b"\xff\xd8\xff\xe0"),
    "gif": (b"GIF89a",),
    "webp": (b"RIFF\x24\0\0\0WEBPVP8 ",),
}


def test_every_type_that_we_publish_is_known() -> None:
    """A type without a sign would let anything pass, or nothing."""
    assert RIGHT.keys() == TYPES


@pytest.mark.parametrize("ending", sorted(RIGHT))
def test_a_file_that_is_what_it_says(ending: str) -> None:
    """Nothing is said of it."""
    assert [mismatch(ending, body) for body in RIGHT[ending]] == [None] * len(RIGHT[ending])


@pytest.mark.parametrize("ending", sorted(RIGHT))
def test_a_program_under_any_name_is_found(ending: str) -> None:
    """Windows runs what begins with MZ when its name is put right."""
    assert mismatch(ending, EXE) == "EXE"


@pytest.mark.parametrize(
    ("ending", "body", "seems"),
    [
        ("xlsx", OLD, "DOC/XLS/PPT"),
        ("doc", ZIP, "ZIP"),
        ("xls", b"<html><table>", "HTML"),
        ("png", b'<?xml version="1.0"?><svg onload="x">', "SVG"),
        ("jpg", b"BM6", "BMP"),
        ("pdf", "说明".encode(), ""),
        ("txt", b"\0\1\2", ""),
    ],
)
def test_what_it_seems_to_be(ending: str, body: bytes, seems: str) -> None:
    """Named where the bytes say so."""
    assert mismatch(ending, body) == seems
