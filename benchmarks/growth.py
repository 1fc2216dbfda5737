"""How the time to read a text grows with the text: t(2n) / t(n) for every pattern, best of several."""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from generator.values.read import Read  # noqa: E402 - the script's folder is not the project's
from tests.growth.child import FAMILIES, reader  # noqa: E402

SIZES = (1, 10, 100)
"""In thousands of characters."""
GOAL = 2.6
REFUSED = 0.05
"""Seconds within which a text may be refused instead."""
AGAIN = 4
"""Times that a row is measured before it counts as missing the goal."""


def best(read: Callable[[str], Read[object]], text: str, rounds: int) -> tuple[float, bool]:
    """The shortest of several times of the processor in seconds, and whether the text was refused."""
    shortest, refused = float("inf"), False
    for _ in range(rounds):
        gc.collect()
        gc.disable()  # as `timeit` does: when it sweeps is chance, and doubles a row
        start = time.process_time()
        refused = bool(read(text).problems)
        shortest = min(shortest, time.process_time() - start)
        gc.enable()
    return shortest, refused


def row(family: str, index: int, size: int) -> tuple[float, float, bool]:
    """Times for n and 2n characters, and whether that meets the goal."""
    read, pattern = reader(family), FAMILIES[family][index]
    once, twice = pattern.grow(size), pattern.grow(2 * size)
    first = second = float("inf")
    meets = False
    for turn in range(AGAIN):
        rounds = 3 + turn if size > 10_000 else 7 * (1 + turn)
        first = min(first, best(read, once, rounds)[0])
        late, refused = best(read, twice, rounds)
        second = min(second, late)
        meets = second / first <= GOAL or (refused and second <= REFUSED)
        if meets:
            break
    return first, second, meets


def main(words: list[str]) -> int:
    """Print the table; the number of rows that miss the goal decides the exit code."""
    sizes = tuple(int(word) for word in words if word.isdigit()) or SIZES
    families = [word for word in words if word in FAMILIES] or list(FAMILIES)
    missed = rows = 0
    worst = 0.0
    print(f"{'t(n) ms':>10} {'t(2n) ms':>10} {'ratio':>6}  n")
    for family in families:
        for index, pattern in enumerate(FAMILIES[family]):
            for size in sizes:
                first, second, meets = row(family, index, size * 1000)
                rows, missed, worst = rows + 1, missed + (not meets), max(worst, second)
                line = f"{first * 1000:10.2f} {second * 1000:10.2f} {second / first:6.2f}"
                name = pattern.name.encode("unicode_escape").decode()
                print(f"{line}  {size:>3} KB  {family} {name}{'' if meets else '  <- misses'}")
    print(f"{rows} rows, {missed} miss the goal; the slowest took {worst:.2f} s")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
