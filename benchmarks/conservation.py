"""What the comparison of text and page costs, as a share of rendering the text without it."""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from generator.read import conserve, markdown  # noqa: E402 - the script's folder is not the project's
from generator.read.draft import Draft  # noqa: E402
from generator.read.source import Source  # noqa: E402

GOAL = 0.67
ROUNDS = 20
TABLE = "| 项目 | 金额（元） |\n| --- | ---: |\n" + "| 稻谷补贴 | 196,320.00 |\n" * 300


def main() -> int:
    """Print the share for the sample, for prose and for a long table."""
    sample = [
        path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for path in sorted((ROOT / "content").rglob("*.md"))
    ]
    prose = (ROOT / "tests/read/prose.md").read_text(encoding="utf-8")
    shares = [share("sample", sample), share("prose", [prose]), share("table", [TABLE])]
    return 0 if max(shares) < GOAL else 1


def share(name: str, texts: list[str]) -> float:
    """The comparison's share of rendering the texts, from the best of several rounds."""
    comparing, whole = float("inf"), float("inf")
    real, spent = conserve.check, [0.0]

    def timed(draft: Draft, led: dict[tuple[int, int], str], html: str) -> None:
        start = time.process_time()
        real(draft, led, html)
        spent[0] += time.process_time() - start

    conserve.check = timed
    for _ in range(ROUNDS):
        spent[0] = 0.0
        start = time.process_time()
        for text in texts:
            markdown.render(Source("content/land/2026/a.md", text), text, 1)
        whole = min(whole, time.process_time() - start)
        comparing = min(comparing, spent[0])
    conserve.check = real
    part = comparing / (whole - comparing)
    signs = sum(map(len, texts))
    print(
        f"{name}: {signs} characters in {whole * 1000:.1f} ms, comparison {part:.0%} of rendering"
    )
    return part


if __name__ == "__main__":
    sys.exit(main())
