"""Everything that the plan can ask, and every step, has its words; asking why leaves no trace."""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.dress import DRESSES
from generator.app.order import Order
from generator.app.past import Past
from generator.app.reasons import ASKED, STEPS, Names, Reasons
from generator.app.why import Answer, why
from generator.cli.main import main
from generator.cli.voice import Voice
from generator.cli.why import because, sentence, what
from generator.edge.cache import Cache
from generator.edge.ourselves import version
from generator.edge.project import Project, project_at
from generator.engine.memory import Memory
from generator.plan.questions import DAYS, Question
from generator.plan.steps import FACTS, Step
from generator.values.problem import Problem
from generator.words import en, zh
from tests.conftest import HOUSE, SAMPLE
from tests.house.house import modules

PARTS = ("settings", "calendar", "letters", "standing", "files", "words")
"""What pages are made of but entries and the day."""
ENTRY = "finance/2026/10-shahe-ledger.html"


@pytest.fixture(params=[zh, en], ids=["zh", "en"])
def voice(request: pytest.FixtureRequest) -> Voice:
    """Either language."""
    one = request.param
    words = (one.PROBLEMS, one.NEAR, one.SAY, one.WITHHELD)
    return Voice(*words, colour=False, english=one is en, program="gongkai")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample with a file for the root, built."""
    folder = tmp_path_factory.mktemp("why")
    shutil.copytree(SAMPLE, folder / "content")
    (folder / "content/files").mkdir()
    (folder / "content/files/check.txt").write_bytes(b"1")
    assert main(["build"], {}, str(folder), "gongkai") in {0, 4}
    return project_at("content", None, str(folder))


@pytest.fixture
def copied(project: Project, tmp_path: Path) -> Project:
    """The same to be changed."""
    shutil.copytree(Path(project.content).parent, tmp_path / "site")
    return project_at("content", None, str(tmp_path / "site"))


def past(project: Project) -> Past:
    """What the last build left."""
    return Past(Memory(Cache(project.cache), version()))


def asked(project: Project, path: str) -> Answer:
    """The answer for a path, seen from the project folder."""
    found = why(Order(project, jobs=1), path, str(Path(project.content).parent))
    assert isinstance(found, Answer), found
    return found


def files(project: Project) -> dict[str, tuple[int, bytes]]:
    """Every file of the project, with its time."""
    found = Path(project.content).parent.rglob("*")
    return {str(one): (one.stat().st_mtime_ns, one.read_bytes()) for one in found if one.is_file()}


def kinds() -> Iterator[str]:
    """The kinds of questions in the tree: of the register, of steps, and why a step is taken anew."""
    yield from FACTS | DAYS | DRESSES | {"new", "output", "basis"}
    for module in modules():
        for node in ast.walk(module.tree) if module.floor in {"plan", "exports"} else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                match node.func.attr, node.args[:1]:
                    case "_ask", [ast.Attribute(attr=name)]:
                        yield name
                    case "add", [ast.Tuple(elts=[ast.Constant(str(name)), *_])]:
                        yield name


def test_every_question_has_its_sentence() -> None:
    """In either language; and no sentence is for what nobody asks."""
    assert {*ASKED, "basis"} == set(kinds())
    for words in (zh, en):
        assert set() == {f"why_asked_{one}" for one in (*ASKED, "basis")} - words.SAY.keys()
        assert set() == {f"why_basis_{one}" for one in PARTS} - words.SAY.keys()


def test_every_part_that_pages_rest_on_has_its_words(project: Project) -> None:
    """They are those that a build compares."""
    assert set(PARTS) == past(project).memory.root["basis"].keys()


def test_every_step_has_its_words(project: Project) -> None:
    """Of the plan and of the exports."""
    taken = {str(step[0]) for step in past(project).done()}

    assert taken | {"part"} == STEPS.keys()  # the sample has no list that is long


def test_whatever_was_asked_makes_a_sentence(project: Project, voice: Voice) -> None:
    """With names where people have names; a blank without its fact would raise."""
    known = past(project)
    reasons = Reasons(known, Names())
    told = {
        question[0]: because(reasons.because(step, question), voice)
        for step, done in known.done().items()
        for question in done.asked
    }

    assert told.keys() >= {"entry", "card", "neighbours", "today", "share", "table"}
    assert all(told.values())
    assert [] == [one for one in told.values() if "{" in one or "()" in one]


def test_whatever_was_made_has_a_name(project: Project, voice: Voice) -> None:
    """Each file of each step."""
    known = past(project)
    reasons = Reasons(known, Names())
    told = {
        row.path: what(reasons.what(step, row.path), voice)
        for step, done in known.done().items()
        for row in done.rows
    }

    assert len(told) > 100
    assert all(told.values())
    assert told[ENTRY] != told[ENTRY.replace(".html", ".json")]


@pytest.mark.parametrize(
    ("step", "question", "told"),
    [
        (("home",), ("basis", *PARTS), "那次全部从头做：第一次生成，"),
        (("home",), ("basis", "words"), "网页上的用语（主题的 words 文件夹）变了"),
        (("home",), ("basis", "files", "words"), "（files 文件夹）、网页上的用语（主题的 words"),
        (("home",), ("template", "themes/t/templates/a.html"), "模板 themes/t/templates/a.html 有"),
        (("home",), ("template", "a.html", "b.html"), "模板 a.html、b.html 有改动"),
        (("home",), ("assets",), "主题的样式、脚本或图片"),
        (("home",), ("words",), "网页上的用语"),
        (("home",), ("output", "index.html"), "index.html 被改动或删除过"),
        (("home",), ("new",), "第一次有它"),
        (("home",), ("today",), "日期变成了 2026-11-21"),
        (("home",), ("running",), "月份变成了 2026-11"),
        (("home",), ("entry", ENTRY), "content/finance/2026/10-shahe-ledger.yaml 或它的"),
        (("home",), ("entry", "a/b.html"), "a/b.html 的条目从网站里拿掉了"),
        (("home",), ("card", ENTRY), "《"),
        (("entry", "a"), ("card", ENTRY), "相邻或相关的条目《"),
        (("home",), ("newest", "", 9), "全站最新的 9 条变了"),
        (("home",), ("newest", "finance", 9), "“finance”栏目最新的 9 条变了"),
        (("home",), ("table", "finance/2026"), "数据表“finance 2026”变了"),
        (("home",), ("kind_count", "ledger"), "“收支明细”这一类"),
    ],
)
def test_a_reason_is_told_in_a_clerk_s_words(
    step: Step, question: Question, told: str, project: Project
) -> None:
    """Each question as it is when it is the reason."""
    reasons = Reasons(past(project), Names())
    words = (zh.PROBLEMS, zh.NEAR, zh.SAY, zh.WITHHELD)
    chinese = Voice(*words, colour=False, english=False, program="gongkai")

    assert told in because(reasons.because(step, question), chinese)


def test_a_template_is_named(copied: Project, voice: Voice) -> None:
    """The file that was edited, by whichever page it is drawn with; other pages have another reason."""
    folder = Path(copied.content).parent
    shutil.copytree(HOUSE / "themes/default", folder / "themes/default")
    order = Order(copied, jobs=1)
    assert build(order).exit_code in {0, 4}
    macros = folder / "themes/default/templates/charts.html"
    macros.write_text(macros.read_text("utf-8") + "\n", "utf-8")

    assert build(order).exit_code in {0, 4}

    assert "themes/default/templates/charts.html" in sentence(asked(copied, ENTRY), voice)
    assert "charts.html" not in sentence(asked(copied, "units/town.html"), voice)


def test_nothing_is_written(project: Project) -> None:
    """Neither for a file of the site nor for a source, also one that changed."""
    before = files(project)

    assert "made" == asked(project, "output/index.html").said.key
    assert "published" == asked(project, f"content/{ENTRY[:-5]}.yaml").said.key
    assert before == files(project)


@pytest.mark.parametrize("path", [ENTRY, f"output/{ENTRY}", f"output\\{ENTRY}".replace("/", "\\")])
def test_a_page_is_known_by_any_of_its_names(path: str, project: Project) -> None:
    """From the project, from the site, and as Windows writes it."""
    assert f"output/{ENTRY}" == asked(project, path).path


def test_a_page_is_known_from_any_folder(project: Project) -> None:
    """By what it is called there, and by its whole path."""
    found = why(Order(project), Path(ENTRY).name, f"{project.output}/finance/2026")
    whole = why(Order(project), f"{project.output}/{ENTRY}", "/")

    assert found == whole == asked(project, ENTRY)


def test_what_is_made_at_every_build_says_so(project: Project, voice: Voice) -> None:
    """Assets and the manifest belong to no step."""
    asset = next((Path(project.output) / "assets").iterdir()).name
    keys = [
        asked(project, one).said.key
        for one in (f"assets/{asset}", "manifest.json", "data/manifest/site.json")
    ]

    assert ["every_asset", "every_manifest", "every_manifest"] == keys
    assert "manifest.json" in sentence(asked(project, "manifest.json"), voice)


def test_a_damaged_memory_is_none(copied: Project) -> None:
    """A file of the site cannot be told of; a source can."""
    for one in Path(copied.cache).iterdir():
        one.write_bytes(one.read_bytes()[:-1])
    found = why(Order(copied), "output/index.html", str(Path(copied.content).parent))

    assert isinstance(found, Problem)
    assert "usage/no-memory" == found.code
    assert "published" == asked(copied, f"content/{ENTRY[:-5]}.yaml").said.key


def test_one_lost_pack_is_no_crash(copied: Project) -> None:
    """What cannot be believed is as good as nothing, whichever part of it is gone."""
    for one in Path(copied.cache).glob("steps-*"):
        one.unlink()
    found = why(Order(copied), "output/index.html", str(Path(copied.content).parent))

    assert isinstance(found, Problem)
    assert "usage/no-memory" == found.code


def test_a_file_of_the_content_has_its_lot(project: Project) -> None:
    """Published, withheld, or used without a page."""
    known = {
        "README.md": "withheld",
        "site.yaml": "used_settings",
        "finance/category.yaml": "used_settings",
        "calendar/2026.yaml": "used_calendar",
        "issues/2026-10.yaml": "used_issues",
        "pages/guide.md": "published",
        "files/check.txt": "published",
    }
    found = {path: asked(project, f"content/{path}").said.key for path in known}

    assert known == found


def test_the_rows_of_an_account_go_with_it(project: Project, voice: Voice) -> None:
    """The clerk asks for the workbook and hears of the page."""
    rows = f"content/{ENTRY[:-5]}.xlsx"
    found = asked(project, rows)

    assert (rows, f"content/{ENTRY[:-5]}.yaml", "published") == (
        found.part,
        found.path,
        found.said.key,
    )
    assert rows in sentence(found, voice)
    assert f"output/{ENTRY}" in sentence(found, voice)


def test_a_withdrawn_entry_says_where_its_page_is(project: Project) -> None:
    """It is public, and in no list."""
    ended = [line for line in past(project).kept.lines().values() if line[7] != "ready"]
    (source, address), *_ = [(line[1], line[0]) for line in ended]
    found = asked(project, source)

    assert ("ended", (("page", f"output/{address}"),)) == found.said


@pytest.mark.parametrize(
    ("path", "code", "shown"),
    [
        ("", "usage/folder", "content"),
        ("..", "usage/path", ".."),
        ("output/finance/2026/", "usage/folder", "output/finance/2026"),
        ("output/nothing.html", "usage/path", "output/nothing.html"),
        ("content/nothing.md", "usage/path", "content/nothing.md"),
        ("a" * 300, "usage/path", "a" * 300),
        ("content/site.yaml/a.md", "usage/path", "content/site.yaml/a.md"),
    ],
)
def test_what_we_do_not_know_is_a_problem(
    path: str, code: str, shown: str, project: Project
) -> None:
    """With a code of its own, and named, whatever was typed."""
    found = why(Order(project), path, project.content)

    assert isinstance(found, Problem)
    assert (code, shown) == (found.code, dict(found.facts)["value"])
