"""What a file is by its first bytes, whatever its name ends with."""

from generator.model.attachment import IMAGES

_PACKED = frozenset({"docx", "xlsx", "pptx", "ofd", "zip"})
_OLD = frozenset({"doc", "xls", "ppt"})
_EITHER = frozenset({"wps", "et", "dps"})
_TEXTS = frozenset({"txt", "csv"})
_OFFICE = "DOC/XLS/PPT"
_SIGNS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "EXE"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "JPG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"ID3", "MP3"),
    (b"#!", "SH"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SPACE = b"\xef\xbb\xbf \t\r\n"


def mismatch(ending: str, body: bytes) -> str | None:
    """What a file seems to be that is not what its ending says: `EXE`, or empty when nobody knows.

    None when the two agree; `ending` is in lower case, without the dot.
    """
    seems = _seems(body)
    return None if _agrees(ending, seems, body) else seems


def _seems(body: bytes) -> str:
    """The type whose sign the file begins with, or nothing."""
    head = body[:512].lstrip(_SPACE)
    if head[:1] == b"<":
        return _marked_up(head.lower())
    if head.startswith(b"RIFF"):
        return head[8:12].decode("ascii", "replace").strip()
    if body[4:8] == b"ftyp":
        return "MP4"
    if body[:1] == b"\xff" and body[1:2] >= b"\xe0":
        return "" if body.startswith(_UTF16) else "MP3"
    return next((name for sign, name in _SIGNS if head.startswith(sign)), "")


def _marked_up(head: bytes) -> str:
    if b"<svg" in head:
        return "SVG"
    return "HTML" if b"<html" in head or b"<script" in head else "XML"


def _agrees(ending: str, seems: str, body: bytes) -> bool:
    if ending in IMAGES:
        return seems in {"JPG", "PNG", "GIF", "WEBP"}
    if ending in _TEXTS:
        return body.startswith(_UTF16) or b"\0" not in body
    if ending in _EITHER:
        return seems in {"ZIP", _OFFICE}
    if ending in _PACKED:
        return seems == "ZIP"
    return seems == (_OFFICE if ending in _OLD else ending.upper())
