"""Every problem has an example that is wrong and one that is right, and both are tried here."""

import base64
import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.words import zh
from tests.problems.examples import Block, Example, examples

ROOT = Path(__file__).parents[2]
CHECK = "check --today 2026-03-15"
NOT_SHOWN = {
    "disk/busy": "tests/cli shows a second build",
    "disk/full": "tests/crash fails every write in turn",
    "disk/io": "the same",
    "disk/denied": "the same",
    "disk/readonly": "the same",
    "disk/read": "the same",
    "file/too-large": "64 MB and more: tests/edge/test_project.py",
}
"""Problems of a machine rather than of a text, and where they are shown instead."""
EXAMPLES = {one.code: one for one in examples()}


def test_every_problem_has_an_example() -> None:
    """A clerk who looks a code up finds what is meant."""
    assert set() == zh.PROBLEMS.keys() - EXAMPLES.keys() - NOT_SHOWN.keys()
    assert set() == EXAMPLES.keys() - zh.PROBLEMS.keys()


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_bad_example_is_named_and_the_good_one_is_not(code: str, tmp_path: Path) -> None:
    """The code comes with the one, at the file that is wrong, and goes with the other."""
    example = EXAMPLES[code]
    good, bad = tmp_path / "good", tmp_path / "bad"
    for folder in (good, bad):
        shutil.copytree(ROOT / "generator" / "starter" / "content", folder / "content")
        for block in example.base:
            write(folder, block)
    for block in example.blocks:
        apply(block, example, good, bad)

    assert code in said(bad, example, "bad-run")
    assert code not in said(good, example, "good-run")


def apply(block: Block, example: Example, good: Path, bad: Path) -> None:
    """Bring a block to the folder that it is about."""
    match block.verb:
        case "bad":
            right = example.block("good")
            assert right, "a bad text says what would be right"
            text = (bad / block.path).read_text(encoding="utf-8")
            assert text.count(right.text) == 1, "the right text stands in the base, once"
            write(bad, Block("file", block.path, text.replace(right.text, block.text)))
        case "bad-file" | "bad-binary":
            write(bad, block)
        case "good-file" | "good-binary":
            write(good, block)
        case "good" | "bad-run" | "good-run":
            pass
        case _:
            raise AssertionError(block.verb)


def write(folder: Path, block: Block) -> None:
    """The block's file."""
    target = folder / block.path
    target.parent.mkdir(parents=True, exist_ok=True)
    is_binary = block.verb.endswith("binary")
    target.write_bytes(base64.b64decode(block.text) if is_binary else block.text.encode())


def said(folder: Path, example: Example, run: str) -> set[str]:
    """The codes that are told."""
    typed = example.block(run)
    lines = typed.text.splitlines() if typed else [CHECK]
    heard, out = io.StringIO(), io.StringIO()
    for line in lines:
        heard, out = io.StringIO(), io.StringIO()
        with redirect_stderr(heard), redirect_stdout(out):
            main(line.split(), {}, str(folder), "python3 build.py")
    words = set(heard.getvalue().split())
    if out.getvalue().startswith("{"):
        words |= {one["code"] for one in json.loads(out.getvalue())["problems"]}
    return words
