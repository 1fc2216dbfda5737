"""A file of the content folder that must not be read is told of once, for what it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.check import check
from generator.app.order import Order
from generator.app.preview import preview_order
from generator.edge import project

TEXT = "finance/2026/08-half-year-budget"
LIMIT = 1 << 16


def too_large(path: Path) -> None:
    """More of it than is read."""
    path.write_bytes(b"%PDF-1.7" + bytes(LIMIT))


def link(path: Path) -> None:
    """It lies elsewhere."""
    path.symlink_to(path.parent.parent / "index.html")


@pytest.mark.parametrize(("put", "code"), [(too_large, "file/too-large"), (link, "file/link")])
def test_a_file_that_is_there_is_not_said_to_be_missing(
    order: Order, monkeypatch: pytest.MonkeyPatch, put: Callable[[Path], None], code: str
) -> None:
    """Whoever put a scan there that is too large, or a link to it, would put it there again."""
    monkeypatch.setattr(project, "MAX_FILE", LIMIT)
    text, beside = (Path(order.project.content, f"{TEXT}{ending}") for ending in (".md", ""))
    name = f"{beside.name}/scan.pdf"
    text.write_text(f"{text.read_text('utf-8').rstrip()}\n\n[扫描件]({name})\n", "utf-8")
    before = [one.code for one in check(order).problems]
    beside.mkdir()
    put(beside / "scan.pdf")

    told = [(one.code, one.place.path) for one in check(order).problems]

    assert ["attachment/missing"] == before
    assert [(code, f"content/{TEXT}/scan.pdf")] == told


def test_nor_is_it_after_an_edit_of_another_text(order: Order) -> None:
    """A preview that makes only what that touches tells of the others what it told before."""
    preview, content = preview_order(order), Path(order.project.content)
    text, other = (content / f"{one}.md" for one in (TEXT, "finance/2026/10-arable-subsidy"))
    text.write_text(
        f"{text.read_text('utf-8').rstrip()}\n\n[图](08-half-year-budget/a.pdf)\n", "utf-8"
    )
    text.with_suffix("").mkdir()
    link(text.with_suffix("") / "a.pdf")
    before = build(preview)
    other.write_text(f"{other.read_text('utf-8').rstrip()}\n\n又一段。\n", "utf-8")

    assert ["file/link"] == [one.code for one in before.problems]
    assert before.problems == build(preview).problems
