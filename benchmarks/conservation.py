"""What the comparison of text and page costs, as a share of rendering the text without it."""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from generator.read import conserve, markdown  # noqa: E402 - the script's folder is not the project's
from generator.read.source import Source  # noqa: E402

GOAL = 0.5
ROUNDS = 20
TABLE = "| 项目 | 金额（元） |\n| --- | ---: |\n" + "| 稻谷补贴 | 196,320.00 |\n" * 300


def main() -> int:
    """Print the share for the sample, for prose and for a long table."""
    sample = "\n\n".join(
        path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for path in sorted((ROOT / "content").rglob("*.md"))
    )
    prose = (ROOT / "tests/read/prose.md").read_text(encoding="utf-8")
    shares = [
        share(name, text) for name, text in (("sample", sample), ("prose", prose), ("table", TABLE))
    ]
    return 0 if max(shares) < GOAL else 1


def share(name: str, text: str) -> float:
    """The comparison's share of rendering, from the best of several rounds."""
    comparing, whole = float("inf"), float("inf")
    real, spent = conserve.check, [0.0]

    def timed(*facts: object) -> None:
        start = time.process_time()
        real(*facts)  # type: ignore[arg-type]
        spent[0] = time.process_time() - start

    conserve.check = timed
    for _ in range(ROUNDS):
        start = time.process_time()
        markdown.render(Source("content/land/2026/a.md", text), text, 1)
        whole = min(whole, time.process_time() - start)
        comparing = min(comparing, spent[0])
    conserve.check = real
    part = comparing / (whole - comparing)
    print(
        f"{name}: {len(text)} characters in {whole * 1000:.1f} ms, comparison {part:.0%} of rendering"
    )
    return part


if __name__ == "__main__":
    sys.exit(main())
