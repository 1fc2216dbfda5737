"""What the measurements stand on: the corpus is what its page says, the stages are where they were."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from benchmarks import (
    compare,
    conservation,
    corpus,
    growth,
    markdown_ways,
    peers,
    picture,
    stages,
    tree,
)
from benchmarks.parts import disks, goals, outputs, report, sides
from generator.cli.main import main
from tests.growth.child import FAMILIES
from tests.promises.conftest import ROOT

FOLDER = ROOT / "benchmarks"
PAGE = (FOLDER / "README.md").read_text("utf-8")
COMMAND = re.compile(r"^\.venv/bin/python (benchmarks/\w+\.py)([^#\n]*)", re.MULTILINE)
ENTRIES = [corpus.entry(number, 1) for number in range(2 * corpus.MONTHS)]
NOTICES = {path: text.split("\n---\n", 1)[1] for path, text in ENTRIES if path.endswith(".md")}


def files(project: Path) -> dict[str, bytes]:
    """What stands in the content of a project, by its path."""
    content = project / "content"
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of thirty entries."""
    folder = tmp_path_factory.mktemp("corpus")
    assert 0 == corpus.main(["30", str(folder / "thirty")])
    return folder / "thirty"


def test_one_in_ten_is_an_account_and_four_have_a_table() -> None:
    """Exactly, in every round of the months."""
    tables = [path for path, text in NOTICES.items() if "\n| --- |" in text]

    assert len(ENTRIES) == len({path for path, _ in ENTRIES})
    assert len(ENTRIES) == 10 * (len(ENTRIES) - len(NOTICES))
    assert 10 * len(tables) == 4 * len(ENTRIES)


def test_a_text_has_as_many_characters_as_is_said() -> None:
    """With its table no more than the most, without it no less than the least; they differ."""
    longest = [len("".join(text.split())) for text in NOTICES.values()]
    shortest = [len("".join(re.sub(r"(?m)^\|.*", "", one).split())) for one in NOTICES.values()]

    assert max(longest) <= 1500
    assert min(shortest) >= 300
    assert max(longest) - min(shortest) > 1000


def test_every_month_has_its_share() -> None:
    """A month for each entry of a round, and accounts in other months in the next."""
    month = re.compile(r"/(\d{4}/\d\d)-")
    months = Counter(found[1] for path, _ in ENTRIES if (found := month.search(path)))
    accounts = [found[1] for path, _ in ENTRIES if (found := re.search(r"/(.*)-ledger", path))]

    assert {2} == set(months.values())
    assert corpus.MONTHS == len(months)
    assert len(accounts) == len(set(accounts))


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(small: Path, tmp_path: Path) -> None:
    """The same bytes; another seed says something else."""
    corpus.write(tmp_path / "twelve", 12)
    twelve, thirty = files(tmp_path / "twelve"), files(small)

    assert twelve.items() < thirty.items()
    assert 18 == len(thirty) - len(twelve)
    assert corpus.entry(7, 1) != corpus.entry(7, 2)


def test_nothing_is_wrong_with_a_corpus(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a problem nor a warning, and all of it is public."""
    assert 0 == main(["check", "--strict"], {}, str(small), "gongkai")
    said = capsys.readouterr().err

    assert "可以公开 30 条" in said
    assert not re.search("怎么办|没有公开的", said)


def test_every_stage_takes_time(small: Path) -> None:
    """A function that is no longer called where the stage looks for it would take none."""
    done = subprocess.run(
        [sys.executable, FOLDER / "stages.py", "--in", small],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    spent = json.loads(done.stdout)["spent"]

    assert {*stages.STAGES, "the rest"} == spent.keys()
    assert [] == [stage for stage, seconds in spent.items() if seconds <= 0]


def test_the_other_scripts_measure_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison takes a part of the time; a pattern of each family is read."""
    monkeypatch.setattr(conservation, "ROUNDS", 1)

    assert conservation.share("one", [next(iter(NOTICES.values()))]) > 0
    assert all(growth.row(family, 0, 100)[0] > 0 for family in FAMILIES)


def test_every_way_through_markdown_takes_time() -> None:
    """Ours the least, in any round; and a ratio has a least, a middle and a most."""
    spent = markdown_ways.measured(markdown_ways.bodies(10), 3)

    assert {3} == set(map(len, spent.values()))
    assert [] == [way for way, seconds in spent.items() if min(seconds) <= 0]
    assert (1.0, 2.0, 4.0) == markdown_ways.ratios([2, 8, 6], [2, 2, 3])


def test_the_page_has_a_row_of_figures_for_every_stage() -> None:
    """At two sizes."""
    (_, *rows) = re.findall(r"^\| ([\w ,*]+) \| [\d,]+ \| [\d,]+ \|$", PAGE, re.MULTILINE)

    assert {*stages.STAGES, "the rest", "**whole**", "pages", "peak memory, MB"} == {*rows}


def test_the_page_names_every_script() -> None:
    """With a command that it understands."""
    commands = COMMAND.findall(PAGE)

    assert {path.name for path in FOLDER.glob("*.py")} == {Path(one).name for one, _ in commands}
    assert ["1000 ../thousand"] == [words.strip() for one, words in commands if "corpus" in one]


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty entries as a project of each generator."""
    folder = tmp_path_factory.mktemp("contest")
    assert 0 == peers.main(["20", str(folder)])
    return folder


def test_every_generator_has_every_entry(contest: Path) -> None:
    """One file each, with the same title, day and text; no project is left out."""
    assert {*sides.SIDES} == {*peers.WRITERS} == {path.name for path in contest.iterdir()}
    for path, text in ENTRIES[:20]:
        one = peers.read(path, text)
        for name, writer in peers.WRITERS.items():
            where, whole = writer(path, text)
            assert whole == (contest / name / where).read_text("utf-8")
            assert whole.endswith(one.body) or one.body + "\n" in whole
            assert {str(one.fields["标题"]), one.day} <= {*re.findall(r"[^\s\"]+", whole)}


def test_an_account_keeps_its_lines() -> None:
    """Each as a row of the front matter, or of a Markdown table, in its order."""
    path, text = ENTRIES[0]
    one = peers.read(path, text)
    front = yaml.safe_load(peers.hugo(one)[1].split("---\n")[1])
    table = re.findall(r"^\| (\d{4}-.*) \|$", peers.pelican(one)[1], re.MULTILINE)

    assert 8 <= len(one.rows) <= 24
    assert len(one.rows) == text.count("凭证号")
    for field, name in (("日期", "day"), ("收入", "income"), ("支出", "expense")):
        written = re.findall(f" {field}: (.*)", text)
        assert written == [row[name] for row in one.rows if row[name]]
    assert one.rows == front["rows"]
    assert [list(row.values()) for row in one.rows] == [row.split(" | ") for row in table]
    assert peers.eleventy(one)[1].count("voucher:") == len(one.rows)


def test_the_plain_theme_draws_what_the_others_draw(contest: Path) -> None:
    """Every page that they have, without a word from the linter; nothing that only ours has."""
    assert 0 == main(["build", "--strict"], {}, str(contest / "gongkai"), "gongkai")
    output = contest / "gongkai/output"
    paths = [path for path, _ in outputs.files(output)]
    data = [one for one in paths if one.endswith((".json", ".csv"))]
    assert [] == [one for one in data if "manifest" not in one]

    outputs.demand("gongkai", outputs.wanted(path for path, _ in ENTRIES[:20]), paths)
    for path, text in ENTRIES[:20]:
        page = (output / path).with_suffix(".html").read_text("utf-8")
        outputs.demand_text("gongkai", peers.read(path, text), page)
        assert not re.search(r"<svg|<script|<dl|SHA-256", page)


def test_a_project_dresses_in_its_own_theme(contest: Path) -> None:
    """Ours as it comes has the default one."""
    said = {
        name: re.findall(
            "^主题: (.*)$", (contest / name / "content/site.yaml").read_text("utf-8"), re.MULTILINE
        )
        for name in ("gongkai", "full", "default")
    }

    assert {"gongkai": ["plain"], "full": ["plain"], "default": ["default"]} == said


def test_sides_that_differ_are_told() -> None:
    """A page that lacks, one too many, and a list too many; a list of the rest is none."""
    want = outputs.wanted(path for path, _ in ENTRIES[:20])
    pages = [page for some in want.values() for page in some]
    lists = [f"{category}/index.html" for category in peers.TITLES]
    outputs.demand("a", want, [*pages, *lists])
    outputs.demand("a", want, [*pages, *lists, "units/a.html"])

    for wrong in (
        [*pages[1:], *lists],
        [*pages, *lists, "land/2026/11-notice-99.html"],
        [*pages, *lists, "land/page-1.html", "land/page/2/index.html"],
        [*pages, *lists[1:]],
    ):
        with pytest.raises(outputs.DifferError, match="a has "):
            outputs.demand("a", want, wrong)


def test_a_page_without_all_of_its_text_is_told() -> None:
    """A paragraph, a line of an account, the title; marks and spaces do not count."""
    one = peers.Entry(
        "land/a.md", {"标题": "题目", "明细": [{"摘要": "修路"}]}, "\n**甲**乙\n\n## 丙\n"
    )
    outputs.demand_text("a", one, "<h1>题目</h1><p><b>甲</b>乙</p><h2>丙</h2><td>修路</td>")

    for lacking in ("题目", "甲", "丙", "修路"):
        page = "<p>题目 甲乙 丙 修路".replace(lacking, "")
        with pytest.raises(outputs.DifferError, match=r"a lacks in land/a\.md"):
            outputs.demand_text("a", one, page)


def test_what_a_build_writes_is_counted(tmp_path: Path) -> None:
    """A file of the same bytes and another time was written without need."""
    for name in ("same", "same too", "again", "other", "gone"):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (1, 1))
    before = outputs.states(tmp_path)
    (tmp_path / "again").write_text("again")
    (tmp_path / "other").write_text("changed")
    (tmp_path / "new").write_text("new")
    (tmp_path / "gone").unlink()
    after = outputs.states(tmp_path)

    assert 3 == outputs.written(before, after)
    assert 2 == outputs.changed(before, after)
    assert 1 == outputs.spare(before, after)


def test_every_edit_changes_one_file_the_same_way(tmp_path: Path) -> None:
    """Of each project, and another way in each round."""
    tools = sides.Tools("python", tmp_path)
    field = compare.Field(tmp_path, [side(tools) for side in sides.SIDES.values()], 20, 1)
    field.make()
    for case, edit in compare.CASES.items():
        for side in field.sides:
            states = [outputs.states(field.project(side))]
            for _ in range(2):
                field.turn += 1
                edit(field, side)
                states.append(outputs.states(field.project(side)))
            changes = [outputs.changed(*pair) for pair in pairwise(states)]
            expected = {"first": [0, 0], "nothing": [0, 0]}.get(case, [1, 1])
            assert expected == changes, (case, side.name)


def test_a_run_goes_on_where_it_was_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Case by case; another edit than any before; and nothing goes on with another run."""
    tools = sides.Tools("python", tmp_path)
    said: list[str] = []

    def case(field: compare.Field, name: str, rounds: int) -> dict[str, object]:
        if name == stop:
            raise KeyboardInterrupt
        field.next()
        said.append(name)
        return {"gongkai": {"turn": field.turn, "rounds": rounds}}

    monkeypatch.setattr(compare, "_case", case)
    monkeypatch.setattr(compare, "same_pages", lambda _: {"gongkai": {"files": 3}})
    monkeypatch.setattr(tree, "cost", lambda *_: None)

    def run(entries: int = 20) -> compare.Log:
        field = compare.Field(tmp_path, [sides.SIDES["gongkai"](tools)], entries, 1)
        field.make()
        log = compare.Log(tmp_path / "measured.json", {"entries": entries})
        compare.measure(field, ["first", "nothing", "added"], 1, log)
        return log

    stop = "added"
    with pytest.raises(KeyboardInterrupt):
        run()
    stop = ""
    record = run().record

    assert ["first", "nothing", "added"] == said == [*record["cases"]]
    assert {"files": 3} == record["pages"]["gongkai"]
    turns = [one["gongkai"]["turn"] for one in record["cases"].values()]
    assert turns == sorted({*turns})
    assert record == run().record
    assert 3 == len(said)
    with pytest.raises(SystemExit):
        run(21)


def test_processes_of_a_process_count(tmp_path: Path) -> None:
    """Time and memory of a child belong to what started it; a failure is told with its words."""
    child = "held = b'1' * 90_000_000; end = sum(range(4_000_000))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    command = [sys.executable, "-c", parent]
    spent = tree.cost(command, tmp_path)

    assert spent.largest > 90_000_000
    assert spent.cpu > 0.02
    assert spent.wall > 0
    assert tree.peak(command, tmp_path) > 90_000_000
    with pytest.raises(tree.FailedError, match="no good"):
        tree.cost([sys.executable, "-c", "import sys; sys.exit('no good')"], tmp_path)


def test_the_page_tells_what_was_measured_last() -> None:
    """Its tables and the picture are made from the results, and have a row for each side."""
    kept = report.records()
    begin, end = PAGE.index(report.BEGIN) + len(report.BEGIN), PAGE.index(report.END)

    assert kept
    assert report.tables(kept) == PAGE[begin:end]
    assert picture.draw(kept) == picture.TARGET.read_text("utf-8")
    assert {*compare.CASES} == {*report.CASES}
    assert {*sides.SIDES} == {*report.NAMES} == {*picture.COLOURS}


def test_a_goal_is_judged() -> None:
    """Reached, not reached, not done; and only what a record knows."""
    made = {"wall": [1.0, 3.0, 2.0], "cpu": [1.0] * 3, "peak": 0, "largest": 90, "spare": 4}
    other = {"wall": [2.0, 3.0, 8.0], "cpu": [1.0] * 3, "peak": 100, "largest": 7, "spare": 0}
    record = {"entries": 1000, "cases": {"first": {"gongkai": made, "hugo": other}}}
    goal = goals.Goal("a", "first", 1000, "hugo", 0.4, 0.6)

    assert 0.5 == goal.value(record)
    said = [goal.verdict(value, 1000) for value in (0.4, 0.5, 0.7)]
    assert ["reached", "not reached", "**not done**"] == said
    assert "the goal is for 1,000" == goal.verdict(0.4, 999)
    assert 0.9 == goals.Goal("a", "first", 1000, "memory", 1, 1).value(record)
    assert 2 == goals.Goal("a", "first", 1000, "s", 1, 1).value(record)
    assert 4 == goals.Goal("a", "first", 1000, "files", 1, 1).value(record)
    assert goal.knows(record)
    assert not goals.Goal("a", "first", 999, "hugo", 1, 1).knows(record)
    assert not goals.Goal("a", "first", 1000, "s", 1, 1, "default").knows(record)


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="comparisons need Linux")
def test_a_result_says_on_what_kind_of_disk_it_was_measured(tmp_path: Path) -> None:
    """Also of a folder that is not there yet."""
    told = subprocess.run(
        ["df", "--output=fstype", str(tmp_path)], check=True, capture_output=True, text=True
    ).stdout.split()[-1]

    assert told in disks.name(tmp_path)
    assert disks.name(tmp_path) == disks.name(tmp_path / "not" / "yet")
