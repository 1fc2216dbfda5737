"""The release check: what a build would change, against the published site, with nothing written there."""

import shutil
from pathlib import Path

import pytest

from generator.app import release
from generator.app.build import build
from generator.app.changes import Change
from generator.app.order import Order
from generator.app.redline import Redline, Run, Shown
from generator.app.rehearsal import bodies
from generator.app.release import ReleaseCheck, check, compare
from generator.edge import clock
from tests.app.conftest import Edit
from tests.conftest import HOUSE

BUDGET = "content/finance/2026/08-half-year-budget.md"
LEDGER = "content/finance/2026/10-fenglin-ledger.yaml"
PAGE = "finance/2026/10-fenglin-ledger.html"


@pytest.fixture
def released(order: Order) -> Order:
    """The same with a site that is as its content."""
    assert build(order).written
    return order


def changed(found: ReleaseCheck, **wanted: str) -> dict[str, Change]:
    """The changes with these fields, by path."""
    assert found.changes is not None
    return {
        one.path: one
        for one in found.changes
        if all(getattr(one, name) == value for name, value in wanted.items())
    }


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def runs(found: Redline, how: str) -> list[str]:
    """The words that went or came."""
    cells = (cell for one in found if isinstance(one, Shown) for cell in one.cells)
    return [run.text for cell in cells for run in cell if run.how == how]


def test_of_a_first_release_everything_is_new(order: Order) -> None:
    """And nothing of it is written where a release goes."""
    found = check(order)

    assert found.is_first
    assert {"new"} == {one.how for one in found.changes or ()}
    assert (
        "2026年上半年镇级财政支出执行情况"
        == changed(found, of="entry")["finance/2026/08-half-year-budget.html"].title
    )
    assert not Path(order.project.output).exists()


def test_of_a_site_that_is_as_its_content_nothing_changes(released: Order) -> None:
    """The build that was before agrees."""
    found = check(released)

    assert () == found.changes
    assert not found.is_first
    assert 0 == found.report.exit_code


def test_what_was_edited_is_told_apart_from_what_follows_it(released: Order, edit: Edit) -> None:
    """An entry, its neighbours that name it, lists, files."""
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")

    found = check(released)

    entries = changed(found, of="entry", seen="text")
    assert ["finance/2026/08-half-year-budget.html"] == [*entries]
    (entry,) = entries.values()
    assert ("changed", BUDGET) == (entry.how, entry.source)
    assert changed(found, of="entry", seen="beside")
    assert "finance/index.html" in changed(found, of="page", seen="text")
    assert "finance/2026/08-half-year-budget.json" in changed(found, of="file")


def test_it_is_what_the_next_build_writes(released: Order, edit: Edit) -> None:
    """No more and no less, but for the lists of the manifest."""
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    (Path(released.project.content) / "land/2026/new.md").write_text(
        "---\n标题: 新的通知\n公布日期: 2026-11-20\n公开单位: 自然资源所\n---\n\n正文。\n", "utf-8"
    )

    found = check(released)
    report = build(released)

    assert found.changes
    told = {one.path for one in found.changes}
    written = {one for one in (*(report.written or ()), *report.removed) if "manifest" not in one}
    assert told == written


def test_a_page_is_shown_before_and_after(released: Order, edit: Edit) -> None:
    """With both amounts whole, in the row in which they stand."""
    edit(LEDGER, "支出: 1318.70", "支出: 1318.90")
    edit(LEDGER, "期末: 69355.50", "期末: 69355.30")

    found = compare(released, PAGE)

    assert found.change
    rows = [one for one in found.text if isinstance(one, Shown) and one.kind == "row"]
    assert (Run("gone", "1,318.70"), Run("new", "1,318.90")) in [
        cell for one in rows for cell in one.cells
    ]
    assert "1,318.70" in runs(found.text, "gone")
    before, after = bodies(released.project, PAGE, "")
    assert before
    assert after
    assert b"1,318.70" in before
    assert b"1,318.70" not in after
    assert b"1,318.90" in after


def test_a_page_of_which_only_the_look_changed_is_told_apart(
    released: Order, tmp_path: Path
) -> None:
    """A theme edit does not drown what people wrote."""
    shutil.copytree("themes/default", tmp_path / "themes/default")
    sheet = tmp_path / "themes/default/assets/bulletin.css"
    sheet.write_text(f"{sheet.read_text('utf-8')}\nh1 {{ color: red; }}\n", "utf-8")

    found = check(released)

    assert PAGE in changed(found, seen="look")
    assert {} == {
        **changed(found, of="entry", seen="text"),
        **changed(found, of="page", seen="text"),
    }
    assert () == compare(released, PAGE).text


def test_what_stands_around_every_page_is_told_apart(released: Order, edit: Edit) -> None:
    """A telephone number in the foot."""
    edit("content/site.yaml", "0730-5550142", "0730-5550199")

    found = check(released)

    assert PAGE in changed(found, seen="frame")
    page = compare(released, PAGE)
    assert () == page.text
    assert ["0730-5550142"] == runs(page.frame, "gone")


def test_what_stops_a_release_hides_nothing_else(released: Order, edit: Edit) -> None:
    """What all else would change is told as if the file that is wrong was right, as it last was."""
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    well = check(released).changes
    edit(LEDGER, "支出: 1318.70", "支出: 1381.70")

    found = check(released)

    assert ["ledger/closing"] == [one.code for one in found.report.problems]
    assert (1, 1) == (found.report.exit_code, found.stops)
    assert well
    assert well == found.changes
    assert compare(released, "finance/2026/08-half-year-budget.html").stops == 1
    edit(LEDGER, "支出: 1381.70", "支出: 1318.70")
    assert well == check(released).changes


def test_everything_that_stops_a_release_is_found_at_once(released: Order, edit: Edit) -> None:
    """A build finds what is gone and where links lead only when all texts are right."""
    edit(LEDGER, "支出: 1318.70", "支出: 1381.70")
    edit(BUDGET, "\n---\n", "\n---\n\n见[别处](nowhere.md)。\n")
    gone = Path(released.project.content) / "family-planning/2026/10-support-policy.yaml"
    gone.unlink()

    found = check(released)

    assert {"ledger/closing", "gone/missing"} < {one.code for one in found.report.problems}
    assert any(one.code.startswith("link/") for one in found.report.problems)
    assert (1, 3, True) == (found.report.exit_code, found.stops, found.is_whole)
    assert 1 == sum(one.code == "ledger/closing" for one in found.report.problems)


def test_a_build_that_was_stopped_makes_nothing_look_gone(released: Order, edit: Edit) -> None:
    """It is known how the file was before; and where it is not, its pages stand where they are."""
    edit(LEDGER, "支出: 1318.70", "支出: 1381.70")
    assert build(released).written is None

    assert () == check(released).changes
    shutil.rmtree(released.project.cache)
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    found = check(released)
    assert not found.is_whole
    assert ["ledger/closing"] == [one.code for one in found.report.problems]
    assert {} == changed(found, how="gone")
    assert not [path for path in changed(found) if path.startswith(PAGE.removesuffix(".html"))]


def test_what_was_never_right_is_not_there(released: Order) -> None:
    """Neither in the lists of what is new nor on any page."""
    path = Path(released.project.content) / "land/2026/new.md"
    path.write_text("---\n标题: 新的通知\n公布日期: 2026-11-40\n---\n\n正文。\n", "utf-8")

    found = check(released)

    assert found.stops
    assert () == found.changes


ENTRY = "themes/default/templates/entry.html"


@pytest.mark.parametrize(
    "wrong",
    [
        ("content/land/category.yaml", "题名: ", "名: "),
        (ENTRY, "<h1>", "<h1>{% if %}"),
        (ENTRY, "<h1>", "<h1>{{ 1 // 0 }}"),
    ],
)
def test_without_a_column_or_a_theme_there_is_nothing_to_compare(
    released: Order, edit: Edit, tmp_path: Path, wrong: tuple[str, str, str]
) -> None:
    """There is no site then, and nothing is guessed."""
    shutil.copytree(HOUSE / "themes", tmp_path / "themes")
    edit(*wrong)

    found = check(released)

    assert found.stops
    assert found.changes is None


def test_another_day_is_simulated(released: Order) -> None:
    """What is published by then is new, what is on display has ended; the usual day is named."""
    path = Path(released.project.content) / "personnel/2026/12-duty.md"
    path.write_text(
        "---\n标题: 元旦值班\n公布日期: 2026-12-28\n公开单位: 党政办公室\n---\n\n正文。\n", "utf-8"
    )

    now, then = check(released), check(released, "2026-12-30")

    assert ("2026-11-21", "2026-11-21") == (now.today, now.usual)
    assert () == now.changes
    assert ("2026-12-30", "2026-11-21") == (then.today, then.usual)
    assert ["personnel/2026/12-duty.html"] == [*changed(then, of="entry", how="new")]
    assert all(one.left >= 0 for one in now.notices)
    assert {one.address for one in now.notices} <= {one.address for one in then.notices}
    assert all(one.left < 0 for one in then.notices)
    assert (12, 144) == then.issue
    assert b"2026-12-28" in (
        bodies(released.project, "personnel/2026/12-duty.html", "2026-12-30")[1] or b""
    )
    assert bodies(released.project, "personnel/2026/12-duty.html", "") == (None, None)


@pytest.mark.parametrize("what", ["text", "template"])
def test_nothing_but_its_own_folder_is_touched(
    released: Order, edit: Edit, tmp_path: Path, what: str
) -> None:
    """Neither the site nor what the next build remembers."""
    if what == "text":
        edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    else:
        shutil.copytree(HOUSE / "themes", tmp_path / "themes")
        build(released)
        edit("themes/default/templates/entry.html", "<h1>", "<h1>关于")
    before = tree(tmp_path)

    check(released)

    after = tree(tmp_path)
    own = str(tmp_path / ".cache/preview/release")
    assert before == {path: body for path, body in after.items() if not path.startswith(own)}
    assert len(before) < len(after)


def test_a_site_that_came_from_elsewhere_is_what_is_compared_with(
    released: Order, edit: Edit, tmp_path: Path
) -> None:
    """Not what was remembered of another one: an output that somebody fetched has its own past."""
    shutil.copytree(tmp_path / "output", tmp_path / "older")
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    build(released)
    shutil.rmtree(tmp_path / "output")
    (tmp_path / "older").rename(tmp_path / "output")

    found = check(released)

    assert "finance/2026/08-half-year-budget.html" in changed(found, of="entry", seen="text")
    after = bodies(released.project, "finance/2026/08-half-year-budget.html", "")[1]
    assert "2026年1至6月".encode() in (after or b"")


def test_somebody_elses_file_in_the_site_stops_a_release(released: Order) -> None:
    """As it stops the build."""
    (Path(released.project.output) / "notes.txt").write_text("x", "utf-8")

    found = check(released)

    assert ["disk/foreign"] == [one.code for one in found.report.problems]


def test_a_manifest_that_does_not_fit_is_told(released: Order) -> None:
    """Another build may be at work: nothing is compared with half of a site."""
    shard = next(Path(released.project.output, "data/manifest").iterdir())
    shard.write_bytes(shard.read_bytes() + b" ")

    found = check(released)

    assert found.stopped
    assert ("preview/unsettled", "output") == (found.stopped.code, found.stopped.place.path)
    assert found.changes is None


def test_a_link_in_the_site_is_not_followed(released: Order, tmp_path: Path) -> None:
    """Whatever it leads to stays where it is."""
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    (tmp_path / "output/linked.html").symlink_to(tmp_path / "secret.html")
    (tmp_path / "output/around").symlink_to(tmp_path)

    assert (None, None) == bodies(released.project, "linked.html", "")
    assert (None, None) == bodies(released.project, "around/secret.html", "")


def test_the_same_is_not_worked_out_twice(
    released: Order, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the files are old enough to be told by their looks; after a save it is."""
    made: list[str] = []
    plain = vars(release)["_checked"]

    def counted(order: Order, today: str) -> ReleaseCheck:
        made.append(today)
        found: ReleaseCheck = plain(order, today)
        return found

    monkeypatch.setattr(release, "_checked", counted)
    monkeypatch.setattr(clock, "instant", lambda: 2**62)

    assert check(released) is check(released)
    assert check(released, "2026-12-30") is check(released, "2026-12-30")
    assert ["", "2026-12-30"] == made
    edit(BUDGET, "标题: 2026年上半年", "标题: 2026年1至6月")
    assert check(released).changes
    assert ["", "2026-12-30", ""] == made


def test_what_is_too_young_to_tell_is_worked_out_again(
    released: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was saved in this very moment may be saved again unseen."""
    monkeypatch.setattr(clock, "instant", lambda: 0)

    assert check(released) is not check(released)


def test_files_of_days_that_nobody_looks_at_are_gone(released: Order) -> None:
    """A few days are kept, and no more."""
    days = [f"2026-12-{day:02}" for day in range(1, 6)]

    for day in days:
        check(released, day)

    home = Path(released.project.cache).parent / "preview/release"
    assert set(days[-3:]) == {one.name for one in home.iterdir()}
