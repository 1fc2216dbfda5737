"""The page's address as a code: what is drawn is what the library made, and the address can be any."""

import re
from typing import Any

import pytest
import segno

from generator.render import qr
from generator.render.qr import code

QUIET = 4
ADDRESSES = (
    "https://www.qingxi.example/",
    "https://www.qingxi.example/finance/2026/11-shiqiao-ledger.html",
    f"https://www.qingxi.example/{'a' * 300}.html",
)


def drawn(svg: str) -> list[list[int]]:
    """The modules that the strokes cover, quiet zone included."""
    side = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    grid = [[0] * side for _ in range(side)]
    ((left, top, strokes),) = re.findall(r' d="M(\d+) (\d+)\.5((?:h\d+|m-?\d+ [01])+)"', svg)
    x, y = int(left), int(top)
    for kind, along, down in re.findall(r"([hm])(-?\d+)(?: ([01]))?", strokes):
        if kind == "h":
            grid[y][x : x + int(along)] = [1] * int(along)
        x, y = x + int(along), y + int(down or 0)
    return grid


def library(address: str) -> list[list[int]]:
    """The modules of the address as the library draws it."""
    made = segno.make_qr(address.encode(), error="m", mask=3, boost_error=False)
    return [list(row) for row in made.matrix]


@pytest.mark.parametrize("address", ADDRESSES, ids=["short", "usual", "long"])
def test_the_drawing_is_the_code_of_the_address(address: str) -> None:
    """Module for module, with four white ones on every side."""
    grid = drawn(code(address, "二维码"))

    assert library(address) == [row[QUIET:-QUIET] for row in grid[QUIET:-QUIET]]
    assert len(grid) == len(library(address)) + 2 * QUIET
    assert not any(map(any, grid[:QUIET] + grid[-QUIET:]))


def test_a_code_that_is_a_sum_is_the_one_that_the_library_draws(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of many addresses, of several lengths and sizes, most are never drawn by the library, and right."""
    monkeypatch.setattr(qr, "_drawn", qr._Drawn())  # noqa: SLF001 - as in a new process
    addresses = [
        f"https://www.qingxi.example/{'land/' * (n % 5)}{2016 + n % 11}/{n * 7 % 131}.html"
        for n in range(300)
    ]
    addresses += [f"https://清溪镇.example/{n}.html" for n in range(40)]
    right = [library(one) for one in addresses]
    asked: list[object] = []
    make = segno.make_qr

    def counted(text: bytes, **how: Any) -> segno.QRCode:
        asked.append(text)
        return make(text, **how)

    monkeypatch.setattr(segno, "make_qr", counted)

    made = [drawn(code(one, "")) for one in addresses]

    assert right == [[row[QUIET:-QUIET] for row in grid[QUIET:-QUIET]] for grid in made]
    assert len(asked) < len(addresses) / 2


def test_its_title_is_text() -> None:
    """Whatever a theme calls it."""
    assert "<title>&lt;b&gt;</title>" in code(ADDRESSES[0], "<b>")


def test_the_same_address_is_always_the_same_code() -> None:
    """And another one is another."""
    assert code(ADDRESSES[0], "") == code(ADDRESSES[0], "") != code(ADDRESSES[1], "")


def test_a_code_that_another_process_drew_is_not_drawn_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor is one that is the sum of such codes; and only what was drawn here is handed on."""
    addresses = [f"https://www.qingxi.example/land/{n:03}.html" for n in range(60)]
    monkeypatch.setattr(qr, "_drawn", qr._Drawn())  # noqa: SLF001 - as in a new process
    svgs = [code(one, "二维码") for one in addresses]
    first = qr.fresh()
    assert 0 < len(first) < len(addresses)
    assert qr.fresh() == {}

    monkeypatch.setattr(qr, "_drawn", qr._Drawn())  # noqa: SLF001
    monkeypatch.setattr(segno, "make_qr", None)
    qr.learn(first)

    assert [code(one, "二维码") for one in addresses] == svgs
    assert qr.fresh() == {}
