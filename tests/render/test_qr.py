"""The page's address as a code: what is drawn is what the library made, and the address can be any."""

import re

import pytest
import segno

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
    for row, line in re.findall(r"M(\d+ \d+)\.5((?:h\d+|m\d+ 0)+)", svg):
        x, y = map(int, row.split())
        for kind, count in re.findall(r"([hm])(\d+)", line):
            if kind == "h":
                grid[y][x : x + int(count)] = [1] * int(count)
            x += int(count)
    return grid


@pytest.mark.parametrize("address", ADDRESSES, ids=["short", "usual", "long"])
def test_the_drawing_is_the_code_of_the_address(address: str) -> None:
    """Module for module, with four white ones on every side."""
    made = segno.make_qr(address, error="m", mask=3, boost_error=False)
    grid = drawn(code(address, "二维码"))

    assert [list(row) for row in made.matrix] == [row[QUIET:-QUIET] for row in grid[QUIET:-QUIET]]
    assert len(grid) == len(made.matrix) + 2 * QUIET
    assert not any(map(any, grid[:QUIET] + grid[-QUIET:]))


def test_its_title_is_text() -> None:
    """Whatever a theme calls it."""
    assert "<title>&lt;b&gt;</title>" in code(ADDRESSES[0], "<b>")


def test_the_same_address_is_always_the_same_code() -> None:
    """And another one is another."""
    assert code(ADDRESSES[0], "") == code(ADDRESSES[0], "") != code(ADDRESSES[1], "")
