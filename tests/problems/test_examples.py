"""Every problem has an example that is wrong and one that is right, and both are tried here."""

import base64
import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli.main import main
from generator.words import zh
from tests.problems.examples import Block, Example, examples, meant
from tests.problems.workbooks import workbook

ROOT = Path(__file__).parents[2]
TODAY = "--today 2026-03-15"
CHECK = f"check {TODAY} --format json"
NOT_SHOWN = {
    "disk/busy": "tests/cli shows a second build",
    "disk/full": "tests/crash fails every write in turn",
    "disk/io": "the same",
    "disk/denied": "the same",
    "disk/readonly": "the same",
    "disk/memory": "tests/app/test_stubborn.py",
    "disk/read": "tests/edge/test_project.py",
    "preview/port": "tests/cli/test_serve.py",
    "preview/host": "the same",
    "preview/open": "the same",
    "preview/library": "the same",
    "preview/unsettled": "tests/app/test_release.py",
    "publish/clock": "tests/targets/test_delivery.py",
    "publish/busy": "the same",
    "publish/held": "the same",
    "publish/overtaken": "the same",
    "publish/other": "the same",
    "publish/touched": "the same, and tests/stories/delivering.md",
    "publish/deletions": "the same",
    "publish/no-receipt": "the same",
    "publish/no-article": "tests/targets/test_packages.py",
    "sign/key": "tests/targets/test_signing.py",
    "sign/password": "the same",
    "sign/other-key": "the same",
    "host/empty": "the same",
    "host/unreachable": "tests/targets, for each way over a network",
    "host/lost": "the same",
    "host/login": "the same",
    "host/no-login": "the same",
    "host/key-new": "the same",
    "host/key-changed": "the same",
    "host/certificate": "the same",
    "host/passive": "tests/targets/test_ftp.py",
    "host/crowded": "the same",
    "host/tls-only": "the same",
    "host/no-tls": "the same",
    "host/list": "the same",
    "host/name": "the same",
    "host/login-kind": "tests/targets/test_webdav.py",
    "host/no-webdav": "the same",
    "host/moved": "the same",
    "host/odd-name": "tests/targets/test_s3.py",
    "host/clock": "the same",
    "host/full": "tests/targets/test_cuts.py",
    "host/denied": "the same",
    "host/readonly": "the same",
    "host/io": "the same",
    "host/status": "tests/targets/test_verify.py",
    "workers/died": "tests/edge/test_workers.py",
    "workers/short": "the same",
    "yaml/unreadable": "tests/laws feed readers anything; nothing known leads there",
    "file/too-large": "64 MB and more: tests/edge/test_project.py",
    "text/too-slow": "tests/app/test_care.py",
    "text/crashed": "the same",
    "text/lost": "tests/read/test_conserve.py changes what was read; nothing known leads there",
    "table/too-large": "16 MB and more: tests/read/test_xlsx_tables.py",
    "csv/cells": "400,000 cells: tests/read/test_csv_tables.py",
    "xlsx/bomb": "no spreadsheet program makes one: tests/read/test_xlsx_tables.py",
    "xlsx/unsure": "the same",
}
"""Problems of a machine or of a text that nobody writes by hand, and where they are shown instead."""
EXAMPLES = {one.code: one for one in examples()}
SHOWN = [code for code, one in EXAMPLES.items() if one.blocks]


class Told(NamedTuple):
    """A problem as it was told: its code, its file, its line (0 for none)."""

    code: str
    path: str = ""
    line: int = 0


def test_every_problem_has_an_example() -> None:
    """A clerk who looks a code up finds what is meant."""
    assert zh.PROBLEMS.keys() == EXAMPLES.keys()
    assert NOT_SHOWN.keys() == EXAMPLES.keys() - set(SHOWN)
    assert [] == [code for code in NOT_SHOWN if not EXAMPLES[code].prose]


def test_every_example_is_wrong_and_right() -> None:
    """Whoever sees what is wrong sees what is right."""
    halves = {
        code: {one.verb.partition("-")[0] for one in EXAMPLES[code].blocks} - {"first"}
        for code in SHOWN
    }

    assert [] == [code for code, half in halves.items() if half != {"bad", "good"}]


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_is_named_and_the_good_one_is_not(code: str, tmp_path: Path) -> None:
    """The code comes with the one, at the lines that are wrong, and goes with the other."""
    example = EXAMPLES[code]
    good, bad = tmp_path / "good", tmp_path / "bad"
    for folder in (good, bad):
        shutil.copytree(ROOT / "generator" / "starter" / "content", folder / "content")
        for block in example.base:
            write(folder, block)
        said(folder, example, "first-run")
    lines = {}
    for block in example.blocks:
        if block.verb.startswith("bad"):
            lines[printed(block.path)] = apply(block, example, bad)
        else:
            apply(block, example, good)

    told = [one for one in said(bad, example, "bad-run") if one.code == code]
    assert told
    assert [] == [one for one in told if not is_there(one, lines)]
    assert code not in {one.code for one in said(good, example, "good-run")}


def is_there(told: Told, lines: dict[str, range]) -> bool:
    """Whether the problem stands at a line that is wrong, or at a whole file or folder of the example."""
    if not told.line:
        return any(f"{path}/".startswith(f"{told.path}/") for path in lines)
    return told.line in lines.get(told.path, ())


def printed(path: str) -> str:
    """The path as a message shows it."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in meant(path))


def apply(block: Block, example: Example, folder: Path) -> range:
    """Bring a block to the folder that it is about; returns the lines that are its own."""
    if block.verb == "bad":
        right = example.block("good")
        assert right, "a bad text says what would be right"
        text = (folder / block.path).read_text(encoding="utf-8")
        before, found, after = text.partition(meant(right.text))
        assert found, "the right text stands in the base"
        assert found not in after, "and once"
        write(folder, Block("file", block.path, f"{before}{block.text}{after}"))
        first = before.count("\n") + 1
        return range(first, first + meant(block.text).count("\n"))
    if not block.verb.endswith("-run") and block.verb != "good":
        write(folder, block)
    if block.verb.endswith("-binary"):
        return range(1, (folder / block.path).read_bytes().count(b"\n") + 2)
    return range(1, meant(block.text).count("\n") + 2)


def write(folder: Path, block: Block) -> None:
    """What the block says of its path."""
    target = folder / meant(block.path)
    target.parent.mkdir(parents=True, exist_ok=True)
    match block.verb.rpartition("-")[2]:
        case "file":
            target.write_bytes(meant(block.text).encode())
        case "binary":
            target.write_bytes(base64.b64decode(block.text))
        case "gb18030" | "utf16" as encoding:
            target.write_bytes(meant(block.text).encode(encoding))
        case "xlsx":
            target.write_bytes(workbook(meant(block.text)))
        case "link":
            target.symlink_to(block.text.strip())
        case "theme":
            shutil.copytree(ROOT / "themes" / "default", target)
        case "with":
            assert target.exists(), "the file stands in the base"
        case "without":
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        case _:
            raise AssertionError(block.verb)


def said(folder: Path, example: Example, run: str) -> list[Told]:
    """What is told by the last of the commands that are typed, or by a check; nothing when none is."""
    typed = example.block(run)
    lines = typed.text.splitlines() if typed else [CHECK]
    if run == "first-run":
        lines = [f"{line} {TODAY}" for line in lines] if typed else []
    heard, out = io.StringIO(), io.StringIO()
    for line in lines:
        heard, out = io.StringIO(), io.StringIO()
        with redirect_stderr(heard), redirect_stdout(out):
            main(line.split(), {}, str(folder), "python3 build.py")
    if out.getvalue().startswith("{"):
        found = json.loads(out.getvalue())["problems"]
        return [Told(one["code"], one["path"], one["line"]) for one in found]
    return [Told(word) for word in heard.getvalue().split() if word in zh.PROBLEMS]
