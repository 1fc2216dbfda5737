"""The only door to segno: an address as a QR code, drawn in the page itself."""

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
    path = "".join(
        f"M{_QUIET + start} {_QUIET + top}.5h{length}"
        for top, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return Markup(
        '<svg class="qr" role="img" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        '<title>{title}</title><rect width="{side}" height="{side}" fill="#fff"/>'
        '<path stroke="#000" d="{path}"/></svg>'
    ).format(side=side, title=title, path=path)


def _runs(row: bytes | bytearray) -> list[tuple[int, int]]:
    """Where dark modules begin in a row, and how many follow."""
    found: list[tuple[int, int]] = []
    for index, dark in enumerate(row):
        if dark and found and sum(found[-1]) == index:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((index, 1))
    return found
