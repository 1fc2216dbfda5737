"""On paper: an issue is a booklet, an entry a few sheets, and the text is text."""

from __future__ import annotations

import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import KINDS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.browser("poppler")]


ENDS = ("ledger", "corrected", "approval", "compensation", "benefit", "appointment", "notice")
LONELY = 60
"""Characters of a sheet beyond the line that every entry ends with; fewer would be that line alone."""


@pytest.mark.parametrize("kind", ENDS)
def test_an_entry_ends_with_what_leads_back_to_its_page(
    read: Callable[..., Reader], kind: str, sheets: Callable[[Reader], list[str]]
) -> None:
    """Version, full address and phone close the last sheet, and do not stand on it alone."""
    reader = read(PLAIN)
    notes = [
        _plain(one) for one in reader.open(KINDS[kind]).locator(".source span").all_inner_texts()
    ]
    last = sheets(reader)[-1]
    before, found, after = last.partition("".join(notes))

    assert found
    assert any(one.endswith(_plain(KINDS[kind])) for one in notes)
    assert len(before) > LONELY
    assert len(after) < 8


def test_a_long_account_repeats_its_head_and_keeps_its_sum(
    read: Callable[..., Reader], sheets: Callable[[Reader], list[str]]
) -> None:
    """Each sheet with lines of it says what its columns are; the sum never begins a sheet."""
    reader = read(PLAIN)
    reader.open(KINDS["corrected"])
    printed = sheets(reader)
    with_lines = [one for one in printed if "记-0" in one.partition("公布与更正记录")[0]]

    assert len(with_lines) > 1
    assert all("日期凭证号摘要" in one for one in with_lines)
    assert not [one for one in printed if one.startswith(("收入小计", "支出小计", "期末结余"))]
    assert any("1,860.00" in one and "1,680.00" in one for one in with_lines)


@pytest.mark.parametrize("kind", ["ledger", "notice"])
def test_an_entry_prints_on_few_sheets(
    read: Callable[..., Reader], kind: str, sheets: Callable[[Reader], list[str]]
) -> None:
    """None of them empty, and its title can be found and copied."""
    reader = read(PLAIN)
    title = reader.open(KINDS[kind]).get_by_role("heading", level=1).inner_text()
    printed = sheets(reader)

    assert 1 <= len(printed) <= 4
    assert all(printed), "a sheet is empty"
    assert _plain(title) in "".join(printed)


def test_an_issue_prints_as_a_booklet_with_every_entry_of_its_month(
    read: Callable[..., Reader], sheets: Callable[[Reader], list[str]]
) -> None:
    """Its cover stands on a sheet of its own, and every title follows."""
    reader = read(PLAIN)
    page = reader.open(KINDS["issue"])
    number = page.get_by_role("heading", level=1).inner_text()
    entries = page.locator("article h3 a").all_text_contents()
    cover, *rest = sheets(reader)

    assert all(rest), "a sheet is empty"
    assert 2 <= len(rest) <= 40
    assert "总第142期" in cover
    assert _plain(number) in rest[0]
    assert len(entries) > 5
    assert not [title for title in entries if _plain(title) not in "".join(rest)]


def test_what_is_only_for_the_screen_is_not_printed(read: Callable[..., Reader]) -> None:
    """Neither the columns nor the reading options; the text and who answers for it stay."""
    page = read(PLAIN).open(KINDS["ledger"])
    columns = page.get_by_role("navigation", name="栏目")
    assert columns.is_visible()

    page.emulate_media(media="print")
    assert not columns.is_visible()
    assert not page.get_by_label("大字版").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_text("对本条信息有疑问").is_visible()


@pytest.fixture
def sheets(tool: Callable[[str], str], tmp_path: Path) -> Callable[[Reader], list[str]]:
    """Print the open page and give the words of every sheet, without spaces."""

    def printed(reader: Reader) -> list[str]:
        body = reader.page.pdf(prefer_css_page_size=True)
        target = tmp_path / "page.pdf"
        target.write_bytes(body)
        done = subprocess.run(
            [tool("poppler"), "-enc", "UTF-8", target, "-"],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        *pages, rest = done.stdout.split("\f")
        assert not rest
        return [_plain(one) for one in pages]

    return printed


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
