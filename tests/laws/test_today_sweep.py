"""The sample on 400 days: what home and the entries say agrees with a slow count of one's own.

The count starts from the files' text, read here with the YAML package alone. The program reads
the files once, on the last day, and asks each entry what it is on a day; another test shows, by
reading them anew on some of the days, that this is what a build of that day would have read.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from generator.checks import relations
from generator.cli.main import main
from generator.model.site import Site
from generator.plan.category import plan_category
from generator.plan.changes import plan_changes
from generator.plan.entry import plan_entry
from generator.plan.frame import Assets, Frame
from generator.plan.home import plan_home
from generator.plan.language import Language
from generator.plan.pages import Page
from generator.plan.pages.entry import EntryPage
from generator.plan.pages.lists import CategoryPage, ChangesPage
from generator.plan.pages.site import HomePage
from generator.plan.plan import plan_site
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
ENDS = {"撤回": "撤回日期", "已替代": "替代日期"}
HIDDEN = {"草稿", "draft", "内部", "internal"}


class Told(NamedTuple):
    """What a file says of itself, as far as days matter."""

    title: str
    category: str
    published: date
    status: str
    ended: date
    corrected: tuple[date, ...]
    start: date | None
    end: date | None
    working: int

    def listed(self, today: date) -> bool:
        """Whether it still holds."""
        return today < self.ended


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
    status = str(head.get("状态", ""))
    ended = date.fromisoformat(str(head[ENDS[status]])) if status in ENDS else date.max
    corrections = head.get("更正", [])
    assert isinstance(corrections, list)
    fixed = tuple(date.fromisoformat(one["日期"]) for one in corrections)
    category = path.parent.parent.name
    return Told(str(head["标题"]), category, day, status, ended, fixed, *_period(head))


TOLD = [
    found
    for path in sorted(SAMPLE.glob("*/2*/*"))
    if path.suffix in {".md", ".yaml"} and (found := _told(path))
]
ENDINGS = sorted(one.ended for one in TOLD if one.ended < date.max)
READ = sorted(
    {FIRST + timedelta(days=after) for after in (0, 20, 100, 119, 150)}
    | {day + timedelta(days=n) for day in ENDINGS for n in (-1, 0, 1)}
)
"""Days on which the files are read anew: a spread, and those around every end."""


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
    """The site of a day: what has been published by then, as it was."""
    public = tuple(one.on(today) for one in whole.entries if one.published.day <= today)
    return replace(whole, entries=public, today=today)


def test_the_sample_has_ends() -> None:
    """Of both kinds, within the days."""
    assert ENDS.keys() == {one.status for one in TOLD if one.ended < date.max}
    assert all(FIRST < day < LAST for day in ENDINGS)


@pytest.mark.parametrize("today", READ, ids=str)
def test_what_is_read_on_a_day_is_as_it_was_then(
    whole: Site, language: Language, today: date
) -> None:
    """Public by then, listed or ended as it was; what has not ended is named with its day."""
    site = _read(today)
    plan = plan_site(site, language, ASSETS)

    assert _on(whole, today).entries == site.entries
    assert [] == [one for one in relations.check(plan) if one.severity == "stop"]
    waits = {(one.title, one.ended) for one in _public(today) if today < one.ended < date.max}
    assert waits == {(entry.title, end.on) for entry, end in site.ahead}
    _check_day(plan.pages, today)


def test_the_sample_is_built_for_an_earlier_day_and_says_what_waits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A replacement of later by an entry of later stops nothing."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    code = main(["build", "--today", "2026-10-01"], {}, str(tmp_path), "python3 build.py")
    said = capsys.readouterr().err
    source = "content/family-planning/2026/08-registration-guide.md"

    assert 4 == code
    assert (
        f"还没有生效的 1 项，现在照旧公开，到那天再运行一次才会生效：\n  {source}  2026-11-12 起由"
        in said
    )


def _public(today: date) -> list[Told]:
    return [one for one in TOLD if one.published <= today]


def _planned(site: Site, language: Language) -> tuple[Page, ...]:
    """The pages that this law is about: the front page, the lists, the log, the entries."""
    frame = Frame(site, language, ASSETS)
    lists = [page for category in site.categories for page in plan_category(frame, category)]
    entries = [plan_entry(frame, entry) for entry in site.entries]
    return (plan_home(frame), *lists, plan_changes(frame), *entries)


def test_every_day_says_what_a_slow_count_says(whole: Site, language: Language) -> None:
    """States, counts, days left and running notices, for 400 days in turn."""
    states, running = set[str](), set[int]()
    for after in range(DAYS):
        today = FIRST + timedelta(days=after)
        pages = _planned(_on(whole, today), language)
        states |= _check_day(pages, today)
        running |= {len(page.notices) for page in pages if isinstance(page, HomePage)}

    assert {"", "公示尚未开始", "正在公示", "公示已结束"} == states, "the sample shows all of them"
    assert {0, 1, 4} <= running


def _check_day(pages: tuple[object, ...], today: date) -> set[str]:
    """What the pages of a day say; the states that periods are in."""
    public = _public(today)
    (home,) = (page for page in pages if isinstance(page, HomePage))
    _check_home(home, public, today)
    _check_lists(pages, public, today)
    (log,) = (page for page in pages if isinstance(page, ChangesPage))
    _check_log(log, public, today)
    entries = {page.title: page for page in pages if isinstance(page, EntryPage)}
    assert entries.keys() == {one.title for one in public}, today
    return {_check_entry(entries[one.title], one, today) for one in public}


def _check_log(log: ChangesPage, public: list[Told], today: date) -> None:
    """Every correction as written, and the ends that have come."""
    said = [(one.card.title, one.on.iso) for year in log.years for one in year.changes]
    ends = [(one.title, one.ended) for one in public if one.ended <= today]
    corrected = [(one.title, day) for one in public for day in one.corrected]

    assert sorted(said) == sorted((title, str(day)) for title, day in (*ends, *corrected)), today


def _check_home(home: HomePage, public: list[Told], today: date) -> None:
    listed = [one for one in public if one.listed(today)]
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

    assert sorted(shown) == sorted(one.title for one in public if one.listed(today)), today


def _check_entry(page: EntryPage, told: Told, today: date) -> str:
    """What the page says of its period; the state it is in."""
    box, has_ended = page.display, not told.listed(today)
    assert (told.status == "撤回" and has_ended) == (page.withdrawn is not None), today
    assert (told.status == "已替代" and has_ended) == (page.superseded is not None), today
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
    return "正在公示" if today <= told.end and told.listed(today) else "公示已结束"


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
        f"其中{worked}个工作日" if told.working and worked else "",
        100 * ((today - told.start).days + 1) // ((told.end - told.start).days + 1),
    )
