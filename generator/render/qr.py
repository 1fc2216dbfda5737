"""The only door to segno: an address as a QR code, drawn in the page itself.

A code is linear: two addresses of one length differ in their codes as they differ in their bits,
whatever else they say. So the library draws only what is no sum of what it has drawn before,
and of a thousand addresses of a site that is a hundred (docs/decisions/0029-codes-are-sums.md).
"""

import functools
from itertools import groupby
from operator import getitem

from markupsafe import Markup

from generator.render.filters import marked, shown

_QUIET = 4
"""Modules of white around the code, as the standard asks."""
_MASK = 3
"""Always the same mask: it is as good to read, and only with one mask are codes sums of each other."""
_LENGTHS = 128
"""So many bits are for the mark of an address's length: codes of one size differ by less in theirs."""
_DIGITS = bytes.maketrans(b"\0\1", b"01")

Codes = dict[bytes, tuple[int, int]]
"""By address: how many modules a side of its code has, and all modules as one number.

Each row takes whole bytes of it; what it has no module for is light.
"""
_Sums = dict[int, int]
"""Of codes of one size: addresses, each with its code below it in one number, by how many bits it has."""


class _Drawn:
    """What has been drawn so far, by how long the addresses are; all codes of one size share theirs."""

    __slots__ = ("_by_length", "_by_side", "_known", "fresh")

    def __init__(self) -> None:
        self.fresh: Codes = {}
        self._known: set[bytes] = set()
        self._by_length: dict[int, tuple[int, _Sums]] = {}
        self._by_side: dict[int, _Sums] = {}

    def code(self, url: str) -> tuple[int, int]:
        """How many modules a side has, and all modules as one number, the first row's at its head."""
        said = str(url).encode()
        side, sums = self._by_length.get(len(said), (0, {}))
        left = _less(_above(said, side), sums)
        if left.bit_length() <= 8 * _wide(side) * side:
            return side, left
        import segno  # noqa: PLC0415 - only a code that is no sum of others needs it

        rows = segno.make_qr(said, error="m", mode="byte", mask=_MASK, boost_error=False).matrix
        side = len(rows)
        whole = b"".join([row.ljust(8 * _wide(side), b"\0") for row in rows])
        drawn = int(whole.translate(_DIGITS), 2)
        self.fresh[said] = side, drawn
        self.learn(said, side, drawn)
        return side, drawn

    def learn(self, said: bytes, side: int, drawn: int) -> None:
        """Know a code that was drawn, and with it those that are its sums with others."""
        if said in self._known:
            return
        self._known.add(said)
        sums = self._by_side.setdefault(side, {})
        self._by_length[len(said)] = side, sums
        left = _less(_above(said, side) | drawn, sums)
        if left:
            sums[left.bit_length()] = left


def _above(said: bytes, side: int) -> int:
    """An address as one number, above the mark of its length, and that above the room for its code."""
    above = int.from_bytes(said, "little") << _LENGTHS | 1 << len(said) % _LENGTHS
    return above << 8 * _wide(side) * side


def _wide(side: int) -> int:
    """How many bytes a row takes."""
    return -(-side // 8)


def _less(asked: int, sums: _Sums) -> int:
    """An address less those that are known; of one that is their sum nothing is left but its code."""
    while known := sums.get(asked.bit_length()):
        asked ^= known
    return asked


_drawn = _Drawn()


def learn(codes: Codes) -> None:
    """Know codes that were drawn by another process."""
    for said, (side, drawn) in codes.items():
        _drawn.learn(said, side, drawn)


def fresh() -> Codes:
    """The codes that the library has drawn here since this was last asked."""
    found, _drawn.fresh = _drawn.fresh, {}
    return found


@functools.cache
def _strokes(side: int) -> tuple[tuple[str, ...], ...]:
    """For each byte of a code of that size the strokes of all that it may say, the way on behind them."""
    looks = [f"{byte:08b}" for byte in range(1 << 8)]
    inner, before = (*map(_stroked, looks),), _wide(side) - 1
    dark = [one.rstrip("0") for one in looks]  # and back to where the row below begins
    last = [f"{_stroked(one)}m-{8 * before + len(one)} 1" for one in dark]
    return (*(inner,) * before, (*last,)) * side


def _stroked(modules: str) -> str:
    """Dark modules along the middle of their row, and the way over light ones: `m4 0h3`."""
    runs = ((look, len([*run])) for look, run in groupby(modules))
    return "".join([f"h{count}" if look == "1" else f"m{count} 0" for look, count in runs])


def code(url: str, title: str) -> Markup:
    """The address as an SVG, black on white in any colour scheme, with a title for readers-aloud."""
    modules, drawn = _drawn.code(url)
    side = modules + 2 * _QUIET
    strokes = _strokes(modules)
    path = "".join(map(getitem, strokes, drawn.to_bytes(len(strokes))))
    return marked(
        f'<svg class="qr" role="img" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<title>{shown(title)}</title><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path stroke="#000" d="M{_QUIET} {_QUIET}.5{path}"/></svg>'
    )
