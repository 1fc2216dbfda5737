"""How many days a notice is still open: as printed, and on the reader's own calendar."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import KINDS, PLAIN, SCRIPTED
from tests.conftest import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

SITE = SAMPLE / "site.yaml"
CHINA = timezone(timedelta(hours=8))
OVER = "公示已结束"
LAST = "最后一天"


@pytest.fixture
def reckoned() -> date:
    """Give the day for which the sample was built."""
    found = re.search(r"^今天: (\S+)$", SITE.read_text("utf-8"), re.MULTILINE)
    assert found
    return date.fromisoformat(found[1])


@pytest.fixture(scope="module")
def in_china(newcomer: Callable[..., Reader]) -> Reader:
    """Give a reader whose calendar the tests turn."""
    return newcomer(SCRIPTED, timezone_id="Asia/Shanghai")


def test_without_scripts_the_days_left_name_their_day_of_reckoning(
    read: Callable[..., Reader], reckoned: date
) -> None:
    """What is printed stays true however late it is read."""
    page = read(PLAIN).open("index.html")
    counted = f"按{reckoned.month}月{reckoned.day}日计，还剩"

    assert f"按{reckoned.month}月{reckoned.day}日计" == page.locator("[data-today]").inner_text()
    assert _notices(page)
    for notice in _notices(page):
        left = (_end(notice) - reckoned).days
        assert f"{counted}{left}天" in notice.inner_text()
        assert _shown_end(notice) in notice.inner_text()


def test_without_scripts_an_entry_names_the_day_of_reckoning_too(
    read: Callable[..., Reader], reckoned: date
) -> None:
    """The same sentence stands on the notice's own page."""
    page = read(PLAIN).open(KINDS["notice"])
    (box,) = _notices(page)

    left = (_end(box) - reckoned).days
    assert f"按{reckoned.month}月{reckoned.day}日计，还剩{left}天" in box.inner_text()


@pytest.mark.parametrize("hour", [0, 23])
def test_with_scripts_the_days_left_count_from_the_readers_day(
    in_china: Reader, reckoned: date, hour: int
) -> None:
    """From the day of reckoning to the day after the last: what is shown is end - that day."""
    ends = [_end(one) for one in _notices(in_china.open("index.html"))]
    seen = set()
    for after in range((max(ends) - reckoned).days + 2):
        today = reckoned + timedelta(days=after)
        page = _on(in_china, today, hour, "index.html")
        for notice, end in zip(_notices(page), ends, strict=True):
            left = (end - today).days
            seen.add(min(max(left, -1), 2))
            _says(notice, left)

    assert seen == {-1, 0, 1, 2}, "the sample shows several days, one, the last and none"


@pytest.mark.parametrize(("left", "said"), [(2, "还剩2天"), (1, "还剩1天"), (0, LAST), (-1, OVER)])
def test_with_scripts_an_entry_says_what_is_left_of_its_period(
    in_china: Reader, left: int, said: str
) -> None:
    """And when it is over, that it is."""
    (box,) = _notices(in_china.open(KINDS["notice"]))
    page = _on(in_china, _end(box) - timedelta(days=left), 9, KINDS["notice"])

    text = page.locator("[data-end]").inner_text()
    assert said in text
    assert (OVER in text) == (left < 0)
    assert ("还剩" in text) == (left > 0)
    assert ("正在公示" in text) == (left >= 0)


def test_without_scripts_working_days_stand_behind_the_days(read: Callable[..., Reader]) -> None:
    """They belong to the same day of reckoning, on the entry's page and on the front page."""
    for path, between in ((KINDS["notice"], "，"), ("index.html", r"\s+")):
        text = read(PLAIN).open(path).locator("main").inner_text()
        assert re.search(rf"按\d+月\d+日计，还剩3天{between}其中2个工作日", text)


@pytest.mark.parametrize("path", ["index.html", KINDS["notice"]])
def test_with_scripts_working_days_are_said_on_the_day_of_reckoning_only(
    in_china: Reader, reckoned: date, path: str
) -> None:
    """The reader's own day moves the calendar days; how many of them are worked it cannot know."""
    today = _on(in_china, reckoned, 9, path).locator("main").inner_text()
    later = _on(in_china, reckoned + timedelta(days=1), 9, path).locator("main").inner_text()

    assert re.search(r"按今天计，还剩3天(，|\s+)其中2个工作日", today)
    assert "其中2个工作日" not in later
    assert "按今天计，还剩2天" in later


def test_a_clock_that_stands_before_the_day_of_reckoning_changes_nothing(
    read: Callable[..., Reader], in_china: Reader, reckoned: date
) -> None:
    """A wrong clock may not promise more days than there are."""
    printed = [one.inner_text() for one in _notices(read(PLAIN).open("index.html"))]
    page = _on(in_china, reckoned - timedelta(days=30), 12, "index.html")

    assert [one.inner_text() for one in _notices(page)] == printed


def _on(reader: Reader, day: date, hour: int, path: str) -> Page:
    """Open a page with the browser's clock on a day, in China."""
    now = datetime(day.year, day.month, day.day, hour, 30, tzinfo=CHINA)
    reader.page.clock.set_fixed_time(now.astimezone(UTC))
    return reader.open(path)


def _notices(page: Page) -> list[Locator]:
    return page.locator("[data-end]").all()


def _end(notice: Locator) -> date:
    return date.fromisoformat(notice.get_attribute("data-end") or "")


def _shown_end(notice: Locator) -> str:
    end = _end(notice)
    return f"{end.month}月{end.day}日"


def _says(notice: Locator, left: int) -> None:
    text = notice.inner_text()
    figure = notice.locator(".js-days")
    if left < 0:
        assert OVER in text
        assert "还剩" not in text
        assert not figure.is_visible()
    else:
        assert (f"还剩{left}天" if left else LAST) in text
        assert figure.inner_text() == (str(left) if left else LAST)
        assert OVER not in text
