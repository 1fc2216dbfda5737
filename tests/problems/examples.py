"""The examples of problems, as the files beside this one tell them.

A file is a family: a title, the files that all its examples begin with on top of what `new-site`
makes (fenced `file PATH`, `binary PATH` in base 64, `theme PATH` for a copy of the default theme),
and one `## code` for each problem with lines of Chinese prose if they are needed and

- `bad PATH` and `good`: the lines that are wrong and the lines that stand there otherwise; or
- `bad-file PATH` (`bad-binary`, `bad-gb18030`, `bad-utf16`, `bad-link` with its target): a file that is
  wrong, and `good-file PATH` (`good-binary`), what would be right; or
- `bad-xlsx PATH` and `good-xlsx PATH`: a workbook, told row by row as `workbooks` reads it; or
- `bad-without PATH` and `good-with PATH`: a file or folder that is not there, and is; or
- `bad-run` and `good-run`: what is typed; `first-run` is typed before anything is wrong.

In a text `〔Tab〕`, `〔全角空格〕` and `〔U+200B〕` stand for what nobody would see, in a path too, and
a line `…（共 300 行）` for so many of the line above it. A problem without blocks is told in prose.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
BLOCK = re.compile(r"^```([a-z0-9-]+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile("〔(?:(Tab)|(全角空格)|U\\+([0-9A-F]{4}))〕")
_MANY = re.compile(r"^(.*\n)…（共 (\d+) 行）\n", re.MULTILINE)


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


def meant(text: str) -> str:
    """The text with the characters and the many lines that its marks stand for."""
    whole = _MANY.sub(lambda found: found[1] * int(found[2]), text)
    return _MARK.sub(_char, whole)


def _char(found: re.Match[str]) -> str:
    if found[1]:
        return "\t"
    return "\u3000" if found[2] else chr(int(found[3], 16))
