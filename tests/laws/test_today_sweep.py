"""The sample on 400 days: what home and the entries say agrees with a slow count of one's own.

The count starts from the files' text, read here with the YAML package alone. The program reads
the files once, on the last day: an entry is held back by its day and by nothing else, which a
second test shows by reading them anew on some of the days.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from generator.model.site import Site
from generator.plan.category import plan_category
from generator.plan.entry import plan_entry
from generator.plan.frame import Assets, Frame
from generator.plan.home import plan_home
from generator.plan.language import Language
from generator.plan.pages import CategoryPage, EntryPage, HomePage, Page
from generator.read.assemble import assemble, find_settings
from generator.read.source import Source
from generator.read.words import read_words
from generator.values.source_file import SourceFile
from tests.conftest import SAMPLE

ROOT = Path(__file__).parents[2]
FIRST, DAYS = date(2026, 7, 25), 400
LAST = FIRST + timedelta(days=DAYS - 1)
ONE = timedelta(days=1)
ASSETS = Assets("a.css", "a.js", "a.svg")
ENDED = {"撤回", "withdrawn", "已替代", "superseded"}
HIDDEN = {"草稿", "draft", "内部", "internal"}


class Told(NamedTuple):
    """What a file says of itself, as far as days matter."""

    title: str
    category: str
    published: date
    listed: bool
    start: date | None
    end: date | None
    working: int


class Said(NamedTuple):
    """What is said of a running notice."""

    title: str
    end: str
    days_left: int
    left: str
    working_left: str
    elapsed: int


def _head(path: Path) -> dict[str, object]:
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    value = yaml.load(text, yaml.BaseLoader)
    assert isinstance(value, dict)
    return value


def _days_of(calendar: dict[str, object], key: str) -> Iterator[date]:
    """Every day of a notice's list, one by one."""
    found = calendar[key]
    assert isinstance(found, list)
    for one in found:
        day = date.fromisoformat(one if isinstance(one, str) else one["起"])
        last = day if isinstance(one, str) else date.fromisoformat(one.get("止", one["起"]))
        while day <= last:
            yield day
            day += ONE


def _rest_and_work() -> tuple[set[date], set[date]]:
    rest, work = set[date](), set[date]()
    for path in SAMPLE.glob("calendar/*.yaml"):
        rest |= set(_days_of(_head(path), "放假"))
        work |= set(_days_of(_head(path), "上班"))
    return rest, work


REST, WORK = _rest_and_work()


def _is_worked(day: date) -> bool:
    return day in WORK or (day.isoweekday() <= 5 and day not in REST)


def _period(head: dict[str, object]) -> tuple[date | None, date | None, int]:
    period = head.get("公示期")
    if not isinstance(period, dict):
        return None, None, 0
    start = date.fromisoformat(period["起"])
    if "止" in period:
        return start, date.fromisoformat(period["止"]), 0
    if "天数" in period:
        return start, start + timedelta(days=int(period["天数"]) - 1), 0
    wanted = int(period["工作日"])
    day, met = start, 0
    while True:
        met += _is_worked(day)
        if met == wanted:
            return start, day, wanted
        day += ONE


def _told(path: Path) -> Told | None:
    """The entry in a file; None for one that is never public."""
    head = _head(path)
    if {str(head.get("状态")), str(head.get("公开范围"))} & HIDDEN:
        return None
    day = date.fromisoformat(re.split(r"[ T]", str(head["公布日期"]))[0])
    listed = str(head.get("状态")) not in ENDED
    return Told(str(head["标题"]), path.parent.parent.name, day, listed, *_period(head))


TOLD = [
    found
    for path in sorted(SAMPLE.glob("*/2*/*"))
    if path.suffix in {".md", ".yaml"} and (found := _told(path))
]


def _read(today: date) -> Site:
    files = [
        SourceFile(path.relative_to(SAMPLE.parent).as_posix(), path.read_bytes())
        for path in sorted(SAMPLE.rglob("*"))
        if path.is_file()
    ]
    settings = find_settings(files, "content").value
    assert settings
    found = assemble(files, "content", settings, today, map)
    assert found.value
    assert [] == [one for one in found.problems if one.severity == "stop"]
    return found.value


@pytest.fixture(name="whole", scope="module")
def _whole() -> Site:
    """Everything that is ever public, read once."""
    return _read(LAST)


@pytest.fixture(name="language", scope="module")
def _language() -> Language:
    text = (ROOT / "themes/default/words/zh.yaml").read_text("utf-8")
    words = read_words(Source("zh.yaml", text)).value
    assert words
    return Language(words)


def _on(whole: Site, today: date) -> Site:
    """The site of a day: what has been published by then."""
    public = tuple(one for one in whole.entries if one.published.day <= today)
    return replace(whole, entries=public, today=today)


def _planned(site: Site, language: Language) -> tuple[Page, ...]:
    """The pages that this law is about: the front page, the lists, the entries."""
    frame = Frame(site, language, ASSETS)
    lists = [page for category in site.categories for page in plan_category(frame, category)]
    return (plan_home(frame), *lists, *(plan_entry(frame, entry) for entry in site.entries))


@pytest.mark.parametrize("after", [0, 20, 110, 119, 150])
def test_an_entry_waits_for_its_day_and_nothing_else(whole: Site, after: int) -> None:
    """Reading anew on the day gives the entries that were public by then, each the same."""
    today = FIRST + timedelta(days=after)

    assert _on(whole, today).entries == _read(today).entries


def test_every_day_says_what_a_slow_count_says(whole: Site, language: Language) -> None:
    """States, counts, days left and running notices, for 400 days in turn."""
    states, running = set[str](), set[int]()
    for after in range(DAYS):
        today = FIRST + timedelta(days=after)
        pages = _planned(_on(whole, today), language)
        public = [one for one in TOLD if one.published <= today]
        (home,) = (page for page in pages if isinstance(page, HomePage))
        _check_home(home, public, today)
        entries = {page.title: page for page in pages if isinstance(page, EntryPage)}
        assert entries.keys() == {one.title for one in public}, today
        states |= {_check_entry(entries[one.title], one, today) for one in public}
        running.add(len(home.notices))
        _check_lists(pages, public, today)

    assert {"", "公示尚未开始", "正在公示", "公示已结束"} == states, "the sample shows all of them"
    assert {0, 1, 4} <= running


def _check_home(home: HomePage, public: list[Told], today: date) -> None:
    listed = [one for one in public if one.listed]
    open_now = sorted(
        (_said(one, today) for one in listed if one.end and _state(one, today) == "正在公示"),
    )
    said = sorted(
        Said(n.title, n.end, n.days_left, n.left, n.working_left, n.elapsed) for n in home.notices
    )
    this_year = [one for one in listed if one.published.year == today.year]

    assert open_now == said, today
    assert f"今年已公开{len(this_year)}条" == home.year_note, today
    for block in home.categories:
        count = sum(one.category == block.id for one in this_year)
        assert f"今年{count}条" == block.count_text, (today, block.id)
    months = {bar.href: bar.count for bar in home.months if bar.href}
    for href, count in months.items():
        month = href.removeprefix("issues/").removesuffix(".html")
        assert count == sum(f"{one.published:%Y-%m}" == month for one in listed), (today, month)


def _check_lists(pages: tuple[object, ...], public: list[Told], today: date) -> None:
    """Every listed entry stands in its category's list, and nothing else does."""
    shown = [card.title for page in pages if isinstance(page, CategoryPage) for card in page.cards]

    assert sorted(shown) == sorted(one.title for one in public if one.listed), today


def _check_entry(page: EntryPage, told: Told, today: date) -> str:
    """What the page says of its period; the state it is in."""
    box = page.display
    if told.start is None or told.end is None:
        assert box is None
        return ""
    assert box
    assert _state(told, today) == box.state, (today, told.title)
    said = _said(told, today)
    is_open = box.state == "正在公示"
    assert (said.left if is_open else "") == box.left
    assert (said.working_left if is_open else "") == box.working_left
    assert (said.days_left if is_open else 0) == box.days_left
    assert (said.end if is_open else "") == box.end
    assert (f"公示{told.working}个工作日" if told.working else "") == box.length
    return box.state


def _state(told: Told, today: date) -> str:
    assert told.start
    assert told.end
    if today < told.start:
        return "公示尚未开始"
    return "正在公示" if today <= told.end and told.listed else "公示已结束"


def _said(told: Told, today: date) -> Said:
    """The days left, counted one after the other."""
    assert told.start
    assert told.end
    rest = []
    day = today
    while day < told.end:
        day += ONE
        rest.append(day)
    worked = sum(_is_worked(one) for one in rest)
    shown = f"{today.month}月{today.day}日"
    return Said(
        told.title,
        told.end.isoformat(),
        len(rest),
        f"按{shown}计，还剩{len(rest)}天" if rest else f"按{shown}计，今天截止",
        f"，其中{worked}个工作日" if told.working and worked else "",
        100 * ((today - told.start).days + 1) // ((told.end - told.start).days + 1),
    )
