"""The picture of cost against size, from what compare.py kept: hand-made SVG, the same every time.

    python benchmarks/picture.py

Both axes are logarithmic, so that a cost that grows with the size is a line of 45 degrees.
"""

import sys
from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.parts.report import NAMES, Record, records  # noqa: E402 - as in peers.py

TARGET = Path(__file__).parent / "picture.svg"
PANELS = (("first", "First build"), ("body", "One text edited"))
COLOURS = {
    "gongkai": "#a31f1c",
    "full": "#c98f2f",
    "default": "#d0716a",
    "hugo": "#2f4a53",
    "pelican": "#b07a34",
    "eleventy": "#6f8f4e",
}
OURS = ("gongkai", "full", "default")
DECADE, LEFT, TOP, WIDE, LEGEND, LINE = 96, 76, 64, 340, 40, 12
"""Units of a factor of ten, of the margins, of a panel, of the room below, of a line of numbers."""


def draw(kept: Sequence[Record]) -> str:
    """The picture of the records, the smallest size first."""
    costs = [cost for case, _ in PANELS for line in _lines(kept, case) for _, cost in line[1]]
    low, high = floor(log10(min(costs))), ceil(log10(max(costs)))
    tall = (high - low) * DECADE
    width, height = len(PANELS) * (LEFT + WIDE) + 20, TOP + tall + 52 + LEGEND
    parts = [_head(width, height)]
    for number, (case, title) in enumerate(PANELS):
        place = _Place(LEFT + number * (LEFT + WIDE), tall, low, high)
        parts += [*_frame(place, title, kept), *_drawn(place, _lines(kept, case))]
    parts += _legend(kept, height)
    return "\n".join((*parts, "</svg>", ""))


class _Place:
    """Where a panel stands, and where in it a size and a cost do."""

    def __init__(self, left: int, tall: int, low: int, high: int) -> None:
        self.left, self.tall, self.low, self.high = left, tall, low, high
        self.bottom = TOP + tall

    def across(self, entries: int) -> float:
        """From a little below 1,000 to a little above 100,000."""
        return round(self.left + (log10(entries) - 2.75) / 2.5 * WIDE, 1)

    def down(self, seconds: float) -> float:
        """The more the higher."""
        return round(self.bottom - (log10(seconds) - self.low) * DECADE, 1)


def _lines(kept: Sequence[Record], case: str) -> list[tuple[str, list[tuple[int, float]]]]:
    """By side: sizes, and the median of the seconds."""
    found = []
    for side in NAMES:
        rows = [(one["entries"], one["cases"].get(case, {}).get(side)) for one in kept]
        if points := [(entries, median(row["wall"])) for entries, row in rows if row]:
            found.append((side, points))
    return found


def _head(width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="system-ui, sans-serif" font-size="13" fill="#1d1b18">\n'
        "<title>Seconds of a build against the number of entries</title>\n"
        f'<rect width="{width}" height="{height}" fill="#faf8f3"/>'
    )


def _frame(place: _Place, title: str, kept: Sequence[Record]) -> Iterator[str]:
    """The title, the lines of the decades, the sizes."""
    yield f'<text x="{place.left}" y="32" font-size="17" font-weight="600">{title}</text>'
    right = place.left + WIDE
    for power in range(place.low, place.high + 1):
        y = place.down(10**power)
        yield f'<path d="M{place.left} {y}H{right}" stroke="#d9d2c5"/>'
        named = f"{10**power:,} s" if power >= 0 else f"{10**power:.{-power}f} s"
        yield f'<text x="{place.left - 8}" y="{y + 4}" text-anchor="end" fill="#6b655c">{named}</text>'
    for entries in sorted({1000, 10_000, 100_000} | {one["entries"] for one in kept}):
        x = place.across(entries)
        yield f'<path d="M{x} {place.bottom}v5" stroke="#6b655c"/>'
        yield (
            f'<text x="{x}" y="{place.bottom + 20}" text-anchor="middle" fill="#6b655c">'
            f"{entries:,}</text>"
        )
    yield f'<text x="{right}" y="{place.bottom + 38}" text-anchor="end" fill="#6b655c">entries</text>'


def _drawn(place: _Place, lines: Sequence[tuple[str, list[tuple[int, float]]]]) -> Iterator[str]:
    """A line a side, a dot a size, the seconds beside it."""
    numbers: dict[tuple[float, bool], list[tuple[float, float, str]]] = {}
    for side, points in lines:
        dots = [(place.across(entries), place.down(seconds)) for entries, seconds in points]
        path = "L".join(f"{x} {y}" for x, y in dots)
        dash = ' stroke-dasharray="6 4"' if side == "default" else ""
        yield f'<path d="M{path}" fill="none" stroke="{COLOURS[side]}" stroke-width="2.5"{dash}/>'
        for (x, y), (_, seconds) in zip(dots, points, strict=True):
            yield f'<circle cx="{x}" cy="{y}" r="4.5" fill="{COLOURS[side]}"/>'
            numbers.setdefault((x, side in OURS), []).append((y, seconds, side))
    for (x, ours), some in numbers.items():
        yield from _numbers(x, some, ours=ours)


def _numbers(x: float, some: list[tuple[float, float, str]], *, ours: bool) -> Iterator[str]:
    """The seconds beside the dots of a size: ours to the left, theirs to the right; none overlap."""
    anchor, away = ("end", -9) if ours else ("start", 9)
    free = float("inf")
    for y, seconds, side in sorted(some, reverse=True):
        free = min(y + 4, free - LINE)
        told = f"{seconds:.{0 if seconds >= 100 else 1 if seconds >= 10 else 2}f}"
        yield (
            f'<text x="{round(x + away, 1)}" y="{round(free, 1)}" text-anchor="{anchor}" '
            f'font-size="11" fill="{COLOURS[side]}" stroke="#faf8f3" stroke-width="3" '
            f'paint-order="stroke">{told}</text>'
        )


def _legend(kept: Sequence[Record], height: int) -> Iterator[str]:
    """A dot and a name for each side."""
    named = {side for case, _ in PANELS for side, _ in _lines(kept, case)}
    x = LEFT
    for side in (one for one in NAMES if one in named):
        yield f'<circle cx="{x}" cy="{height - 24}" r="4.5" fill="{COLOURS[side]}"/>'
        yield f'<text x="{x + 12}" y="{height - 20}">{NAMES[side]}</text>'
        x += 46 + 7 * len(NAMES[side])


def main() -> int:
    """Write the picture."""
    TARGET.write_text(draw(records()), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
