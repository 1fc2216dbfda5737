"""The only door to segno: an address as a QR code, drawn in the page itself."""

import itertools

import segno
from markupsafe import Markup

_QUIET = 4
"""Modules of white around the code, as the standard asks."""
_MASK = 3
"""Always the same mask: it is as good to read, and looking for a nicer one takes four times as long."""


def code(url: str, title: str) -> Markup:
    """The address as an SVG, black on white in any colour scheme, with a title for readers-aloud."""
    rows = segno.make_qr(url, error="m", mask=_MASK, boost_error=False).matrix
    side = len(rows) + 2 * _QUIET
    path = "".join(_row(row, top + _QUIET) for top, row in enumerate(rows))
    return Markup(
        '<svg class="qr" role="img" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        '<title>{title}</title><rect width="{side}" height="{side}" fill="#fff"/>'
        '<path stroke="#000" d="{path}"/></svg>'
    ).format(side=side, title=title, path=path)


def _row(row: bytes | bytearray, top: int) -> str:
    """The dark modules of a row as strokes along its middle: `M4 8.5h7m1 0h2`."""
    marks: list[str] = []
    at = 0
    for dark, run in itertools.groupby(row):
        length = len(tuple(run))
        if dark:
            marks.append(f"h{length}" if marks else f"M{at + _QUIET} {top}.5h{length}")
        elif marks:
            marks.append(f"m{length} 0")
        at += length
    return "".join(marks if row[-1] else marks[:-1])
