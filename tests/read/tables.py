"""An account of the village whose rows stand in a file beside it, and what reading it says."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model.entry import Entry
from generator.model.ledger import Ledger
from generator.read.assemble import read_job
from generator.read.entry import Outcome
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.source_file import SourceFile
from tests.laws.village import job

FOLDER = "content/finance/2026"
HEAD = """\
标题: 石桥村2026年10月收支明细
公布日期: 2026-11-12
公开单位: 村委会
期间: 2026-10
期初: 1,000.00
期末: 1,200.00
"""
NAMES = ("日期", "凭证号", "摘要", "收入", "支出")
ROWS = (
    ("2026-10-03", "收-1", "租金", "250.50", ""),
    ("2026-10-09", "付-1", "清沟", "", "50.50"),
)


def csv(rows: Sequence[Sequence[str]] = (NAMES, *ROWS), mark: str = ",") -> str:
    """The rows as CSV text."""
    return "".join(mark.join(row) + "\n" for row in rows)


def read(body: str | bytes, ending: str = "csv", head: str = HEAD) -> Read[Outcome]:
    """The account, with that file beside it."""
    return read_files({f"10.{ending}": body}, head)


def read_files(files: dict[str, str | bytes], head: str = HEAD) -> Read[Outcome]:
    """The account, with those files beside it."""
    rows = tuple(
        SourceFile(f"{FOLDER}/{name}", body.encode() if isinstance(body, str) else body)
        for name, body in files.items()
    )
    return read_job(replace(job(f"{FOLDER}/10.yaml", head.encode()), rows=rows))


def ledger(found: Read[Outcome]) -> Ledger:
    """The account that was read, of which nothing is wrong."""
    assert () == found.problems
    assert isinstance(found.value, Entry)
    assert isinstance(found.value.detail, Ledger)
    return found.value.detail


def told(found: Read[Outcome]) -> list[tuple[str, str]]:
    """What is wrong, each by code and place within the folder."""
    assert found.value is None
    return [(one.code, str(one.place).removeprefix(f"{FOLDER}/")) for one in found.problems]


def pointed_at(problem: Problem) -> str:
    """What the caret stands under."""
    shown = problem.excerpt
    return shown.text[shown.start : shown.start + shown.length] if shown else ""
