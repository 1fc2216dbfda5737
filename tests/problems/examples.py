"""The examples of problems, as the files beside this one tell them.

A file is a family: a title, fenced `file PATH` (or `binary PATH`, in base 64) blocks that all its
examples begin with, on top of what `new-site` makes, and one `## code` for each problem with
a line of Chinese prose if one is needed and

- `bad PATH` and `good`: the lines that are wrong and the lines that stand there otherwise; or
- `bad-file PATH` (`bad-binary PATH`), a file that is wrong, and `good-file PATH` where another
  would be right; or
- `bad-run` and `good-run`: what is typed.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
BLOCK = re.compile(r"^```([a-z-]+) ?(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: what it is, the path behind it, its text."""

    verb: str
    path: str
    text: str


class Example(NamedTuple):
    """A problem shown: its code, its family's title and first files, prose, and the blocks."""

    code: str
    family: str
    base: tuple[Block, ...]
    prose: str
    blocks: tuple[Block, ...]

    def block(self, *verbs: str) -> Block | None:
        """The block with one of the verbs."""
        return next((one for one in self.blocks if one.verb in verbs), None)


def examples() -> Iterator[Example]:
    """All of them, family by family."""
    for path in sorted(HERE.glob("*.md")):
        head, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        title = head.partition("\n")[0].removeprefix("# ").strip()
        base = _blocks(head)
        for part in parts:
            code, _, body = part.partition("\n")
            prose = BLOCK.sub("", body).strip()
            yield Example(code.strip(), title, base, prose, _blocks(body))


def _blocks(text: str) -> tuple[Block, ...]:
    return tuple(Block(verb, path.strip(), body) for verb, path, body in BLOCK.findall(text))
