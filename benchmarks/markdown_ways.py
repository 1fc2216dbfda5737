"""What our way through Markdown saves: the package's machinery takes so many times as long.

    python benchmarks/markdown_ways.py [300] [--rounds 9]

The texts are the corpus' own. Each round measures every way once, one behind the other, so that
a ratio compares neighbours in time. The stock way reads the same dialect and writes the same HTML:
blocks hang in the package's tree, its inline processor finds the signs, its other processor and its
serialiser do the rest. The package's own rules are another dialect, shown to say what was there.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import entry  # noqa: E402 - the script's folder is not the project's
from generator.read.draft import Draft  # noqa: E402
from generator.read.markdown import quickly, slowly  # noqa: E402
from generator.read.notes import Notes  # noqa: E402
from generator.read.page import Page  # noqa: E402
from generator.read.source import Source  # noqa: E402
from generator.read.targets import Files  # noqa: E402

GOAL = 2.2
OURS = "ours"
STOCK = "the same dialect on the package's machinery"
OWN = "the package's own rules, with tables and contents"


def main(words: list[str]) -> int:
    """Print µs a text for each way, and how many times as long as ours it takes."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("entries", type=int, nargs="?", default=300)
    asked.add_argument("--rounds", type=int, default=9)
    given = asked.parse_args(words)
    texts = bodies(given.entries)
    spent = measured(texts, given.rounds)
    for name, seconds in spent.items():
        least, middle, most = ratios(seconds, spent[OURS])
        told = f"{min(seconds) / len(texts) * 1e6:,.0f} µs a text"
        print(f"{name}: {told}, {middle:.2f} times ours ({least:.2f} to {most:.2f})")
    return 0 if ratios(spent[STOCK], spent[OURS])[1] >= GOAL else 1


def bodies(entries: int) -> list[str]:
    """The texts of a corpus of that size."""
    found = (entry(number, 1) for number in range(entries))
    return [text.split("\n---\n", 1)[1] for path, text in found if path.endswith(".md")]


def measured(texts: list[str], rounds: int) -> dict[str, list[float]]:
    """Seconds of processor time for all texts, by way and round."""
    package = Markdown(extensions=[TableExtension(), TocExtension()], output_format="html")
    ways: dict[str, Callable[[str], str]] = {
        OURS: lambda text: quickly(page(text), text),
        STOCK: lambda text: slowly(page(text), text),
        OWN: lambda text: package.reset().convert(text),
    }
    assert [ways[OURS](text) for text in texts] == [ways[STOCK](text) for text in texts]
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.process_time()
            for text in texts:
                way(text)
            spent[name].append(time.process_time() - start)
    return spent


def page(text: str) -> Page:
    """The text, read."""
    path = "content/land/2026/a.md"
    return Page(Draft(text, 1, Notes(Source(path, text))), Files(path, ()))


def ratios(seconds: list[float], ours: list[float]) -> tuple[float, float, float]:
    """The least, the middle and the most of the rounds' ratios."""
    found = [one / other for one, other in zip(seconds, ours, strict=True)]
    return min(found), median(found), max(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
