"""Law 7, second half: after any sequence of edits the site is, byte for byte, a clean build of them."""

import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.app.order import Report
from tests.laws.village import (
    AFFAIRS,
    BASE,
    FINANCE,
    LEDGER,
    NOTICE,
    SETTINGS,
    TODAY,
    built,
    codes,
    differing,
    tree,
    write,
)

TITLES = st.sampled_from(
    ["村道修补", "水费收缴 <b>", "议事规则 & 附件", "“一事一议”公示", "通知：关于"]
)
BODIES = st.sampled_from(
    [
        "正文。",
        "# 一\n\n第一条\n\n## 二\n\n- 甲\n- 乙",
        "| 户 | 元 |\n| - | - |\n| 张** | 1,200.00 |",
        "**重点**，5*3",
    ]
)
DAYS = st.sampled_from(
    [
        date(2026, 5, 8),
        date(2026, 8, 1),
        date(2026, 8, 31),
        date(2026, 9, 9),
        TODAY,
        date(2026, 12, 24),
    ]
)
"""Few days, most of them past and of months that hold nothing else: a move empties an issue."""
CALENDAR = {
    f"content/calendar/{year}.yaml": f"依据: 通知\n放假:\n  - 起: {year}-01-01\n"
    for year in (2026, 2027)
}
NAMES = st.sampled_from([f"{n:02d}-notice.md" for n in range(6)] + ["公告.md", "九月 账目.md"])
FOLDERS = st.sampled_from(["content/affairs/2026", "content/finance/2026", "content/affairs"])


class Draft(NamedTuple):
    """What may stand in an entry's head, put together into its file."""

    title: str
    day: date
    body: str
    extra: str = ""

    def text(self) -> str:
        """The whole file."""
        written = NOTICE.format(title=f'"{self.title}"', day=self.day, body=self.body)
        return written.replace("公开单位: 村委会\n", f"公开单位: 村委会\n{self.extra}")


class Editing(RuleBasedStateMachine):
    """A clerk at work: after every edit the site is built into the output that is already there."""

    folder: Path
    today: date
    files: dict[str, str]
    drafts: dict[str, Draft]
    whole: dict[str, str]
    clean: int

    @initialize()
    def _begin(self) -> None:
        # in memory where there is such a disk: every build waits until its bytes are written
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix="laws-", dir=memory))
        self.today, self.files, self.drafts, self.clean = TODAY, {**BASE, **CALENDAR}, {}, 0
        self.whole = {}
        self._build(self.files, self.drafts)

    @rule(folder=FOLDERS, name=NAMES, title=TITLES, day=DAYS, body=BODIES)
    def add_or_rewrite_an_entry(
        self, folder: str, name: str, title: str, day: date, body: str
    ) -> None:
        """A new file, or a new text in an old one."""
        self._put(f"{folder}/{name}", Draft(title, day, body))

    @precondition(lambda self: self.drafts)
    @rule(data=st.data(), day=DAYS)
    def move_to_another_day(self, data: st.DataObject, day: date) -> None:
        """The day decides the issue, the order and whether it is published at all."""
        path = self._some(data)
        self._put(path, self.drafts[path]._replace(day=day))

    @precondition(lambda self: self.drafts)
    @rule(
        data=st.data(),
        extra=st.sampled_from(
            [
                "",
                "状态: 草稿\n",
                "公开范围: 内部\n",
                "状态: 撤回\n撤回日期: 2026-11-20\n撤回原因: 数字有误\n",
                "更正:\n  - 日期: 2026-11-19\n    内容: 200 改为 300\n    原因: 漏写\n",
                "公示期:\n  起: 2026-11-18\n  天数: 7\n",
                "公示期:\n  起: 2026-11-18\n  止: 2026-11-01\n",
                "公示期:\n  起: 2026-11-18\n  工作日: 5\n",
                "系列: 月报\n相关: road\n",
                "状态: 已替代\n替代: road\n替代日期: 2026-11-20\n",
                "旧址: affairs/old.html\n",
                "索引号: QX-1\n摘要: 一句话\n关键词: 路\n",
                "编号: road\n",
                "状态: 待定\n",
            ]
        ),
    )
    def say_something_else_about_it(self, data: st.DataObject, extra: str) -> None:
        """Draft, internal, withdrawn, corrected, open to objections; some of it wrong."""
        path = self._some(data)
        self._put(path, self.drafts[path]._replace(extra=extra))

    @precondition(lambda self: self.drafts)
    @rule(data=st.data())
    def delete_a_file(self, data: st.DataObject) -> None:
        """A draft may go; what is public may not."""
        path = self._some(data)
        files = {one: text for one, text in self.files.items() if one != path}
        drafts = {one: draft for one, draft in self.drafts.items() if one != path}
        self._build(files, drafts)

    @rule(month=st.sampled_from([8, 9]), closing=st.sampled_from(["1,200.00", "1,200.01"]))
    def enter_an_account(self, month: int, closing: str) -> None:
        """One that adds up, or one that does not."""
        text = LEDGER.format(month=month).replace("期末: 1,200.00", f"期末: {closing}")
        self._build(
            {**self.files, f"content/finance/2026/{month:02d}-ledger.yaml": text}, self.drafts
        )

    @rule(
        turned=st.booleans(),
        tagline=st.sampled_from(["村务、财务公开", "阳光村务"]),
        language=st.sampled_from(["zh-CN", "en"]),
        seal=st.sampled_from(["财", "账"]),
    )
    def change_the_settings(self, turned: bool, tagline: str, language: str, seal: str) -> None:  # noqa: FBT001 - hypothesis names it
        """What stands on every page."""
        text = SETTINGS.replace("村务、财务公开", tagline) + f"语言: {language}\n"
        if turned:
            text = text.replace("  - finance\n  - affairs\n", "  - affairs\n  - finance\n")
        named = {
            "content/site.yaml": text,
            "content/finance/category.yaml": FINANCE.replace("财\n", f"{seal}\n"),
            "content/affairs/category.yaml": AFFAIRS,
        }
        self._build({**self.files, **named}, self.drafts)

    @rule(days=st.integers(1, 40))
    def time_goes_by(self, days: int) -> None:
        """Entries fall due, display periods end, issues close."""
        self.today += timedelta(days=days)
        self._build(self.files, self.drafts)

    @precondition(lambda self: self.whole)
    @rule()
    def somebody_cleans_up(self) -> None:
        """The undo is gone; the site is the same."""
        shutil.rmtree(self.folder / "live/.releases")
        self._build(self.files, self.drafts)

    @invariant()
    def the_site_is_a_clean_build(self) -> None:
        """Nothing is left over, nothing is out of date."""
        if not self.whole:
            return
        self.clean += 1
        write(self.folder, self.files)
        report = built(self.folder, f"clean{self.clean}", self.today)
        wanted = tree(self.folder / f"clean{self.clean}" / "output")
        shutil.rmtree(self.folder / f"clean{self.clean}")

        assert report.exit_code in {0, 4}, codes(report)
        assert [] == list(differing(wanted, self.whole))

    def teardown(self) -> None:
        """Leave nothing in the temporary folder."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _some(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.drafts)))

    def _put(self, path: str, draft: Draft) -> None:
        self._build({**self.files, path: draft.text()}, {**self.drafts, path: draft})

    def _build(self, files: dict[str, str], drafts: dict[str, Draft]) -> None:
        """Build these files over what is live; a refused edit changes nothing and is taken back."""
        write(self.folder, files)
        report = built(self.folder, "live", self.today)
        now = tree(self.folder / "live/output")
        if self._refused(report):
            assert [] == list(differing(self.whole, now))
            return
        self.files, self.drafts, self.whole = files, drafts, now

    @staticmethod
    def _refused(report: Report) -> bool:
        """Whether nothing was written, which only content that is wrong may cause."""
        assert report.exit_code in {0, 1, 4}
        assert (report.exit_code == 1) == (report.written is None)
        assert (report.exit_code == 1) == bool(report.problems)
        return report.exit_code == 1


# not shrunk: a dozen steps are short enough to read, and shrinking them takes minutes
Editing.TestCase.settings = settings(
    max_examples=15, stateful_step_count=12, phases=[Phase.generate]
)
test_after_any_edits_the_site_is_a_clean_build = Editing.TestCase


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (None, "gone/missing"),
        ("状态: 草稿\n", "gone/draft"),
        ("公开范围: 内部\n", "gone/internal"),
        ("编号: moved\n", "gone/missing"),
    ],
)
def test_what_was_public_does_not_just_vanish(extra: str | None, code: str, tmp_path: Path) -> None:
    """The edit is refused with its reason, and the site stays as it was."""
    path, draft = "content/affairs/2026/09-a.md", Draft("九月", date(2026, 9, 1), "正文。")
    write(tmp_path, {**BASE, path: draft.text()})
    built(tmp_path, "live")
    before = tree(tmp_path / "live/output")

    edited = {path: draft._replace(extra=extra).text()} if extra else {}
    write(tmp_path, {**BASE, **edited})
    report = built(tmp_path, "live")

    assert (1, {code}) == (report.exit_code, codes(report))
    assert [] == list(differing(before, tree(tmp_path / "live/output")))


def test_what_is_no_longer_planned_goes(tmp_path: Path) -> None:
    """A month that holds nothing any more has no issue, and a shorter list no second page."""
    path, draft = "content/affairs/2026/08-a.md", Draft("八月", date(2026, 8, 1), "正文。")
    many = {
        f"content/affairs/2026/{n:02d}-b.md": draft._replace(day=date(2026, 10, 1)).text()
        for n in range(40)
    }
    write(tmp_path, {**BASE, path: draft.text(), **many})
    built(tmp_path, "live")
    before = tree(tmp_path / "live/output")

    withdrawn = "状态: 撤回\n撤回日期: 2026-11-01\n撤回原因: 重复\n公开单位"
    gone = {one: text.replace("公开单位", withdrawn) for one, text in many.items()}
    write(tmp_path, {**BASE, path: draft._replace(day=date(2026, 9, 9)).text(), **gone})
    report = built(tmp_path, "live")
    built(tmp_path, "clean")

    assert report.exit_code == 0, report.problems
    assert {
        "affairs/page-1.html",
        "issues/2026-08.html",
        "issues/2026-08.json",
        "issues/2026-10.html",
        "issues/2026-10.json",
    } == set(report.removed)
    assert set(before) - set(report.removed) <= set(tree(tmp_path / "live/output"))
    assert [] == list(differing(tree(tmp_path / "clean/output"), tree(tmp_path / "live/output")))
