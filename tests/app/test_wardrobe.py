"""A theme is dressed once for the same files: what it says and what its templates became is remembered."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import CodeType

import jinja2
import pytest

from generator.app import dressing, wardrobe
from generator.app.look import Look
from generator.edge.cache import Cache
from generator.edge.project import Project, project_at
from generator.edge.theme import Layer
from generator.edge.workers import Workers
from generator.engine.memory import Memory
from generator.model.settings import Settings
from generator.read.assemble import find_settings
from generator.render import engine
from generator.values.read import Read
from generator.values.source_file import SourceFile
from tests.conftest import HOUSE

IDLE = "{% macro nobody_asks() %}{% endmacro %}\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that wears its own copy of our theme, with a macro that nobody calls."""
    shutil.copytree(HOUSE / "themes" / "default", tmp_path / "themes" / "mine")
    home = tmp_path / "themes" / "mine" / "templates" / "home.html"
    home.write_text(home.read_text("utf-8") + IDLE, "utf-8")
    (tmp_path / "content").mkdir()
    return project_at("content", None, str(tmp_path))


@pytest.fixture
def settings() -> Settings:
    """Settings of a site that wears that theme."""
    text = (HOUSE / "content" / "site.yaml").read_text("utf-8")
    body = text.replace("主题: default", "主题: mine").encode()
    found = find_settings((SourceFile("content/site.yaml", body),), "content").value
    assert found
    assert found.theme == "mine"
    return found


def looked(project: Project, settings: Settings) -> Read[Look]:
    """The theme as a build of its own process sees it, which leaves what it has learnt."""
    memory = Memory(Cache(project.cache), "1")
    seen = wardrobe.look(project, settings, memory)
    if seen.value:
        wardrobe.ready(seen.value.theme, memory)
    memory.keep()
    engine.engine.cache_clear()
    return seen


def is_like(one: Read[Look], other: Read[Look]) -> bool:
    """Whether both say the same of a theme that can be worn."""
    pairs = ((getattr(one.value, name), getattr(other.value, name)) for name in Look.__slots__)
    return one.problems == other.problems and all(first == second for first, second in pairs)


def template(project: Project, name: str) -> Path:
    """A template of the project's own theme."""
    return Path(project.themes, "mine", "templates", name)


@pytest.fixture
def dressed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages in which a theme has been dressed."""
    told: list[str] = []
    dress = dressing.dress

    def spy(chain: Sequence[Layer], ours: Sequence[Layer], language: str) -> Read[Look]:
        told.append(language)
        return dress(chain, ours, language)

    monkeypatch.setattr(dressing, "dress", spy)
    return told


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that have been compiled."""
    told: list[str] = []
    compile_ = jinja2.Environment.compile

    def spy(self: jinja2.Environment, source: str, name: str, filename: str) -> CodeType:
        told.append(name)
        return compile_(self, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "compile", spy)
    return told


def test_a_theme_is_dressed_once(project: Project, settings: Settings, dressed: list[str]) -> None:
    """The second time it is the same to the last byte, and so is what is wrong with it."""
    first, second = looked(project, settings), looked(project, settings)

    assert len(dressed) == 1
    assert second.problems == first.problems
    assert [one.code for one in second.problems] == ["theme/unused"]
    assert is_like(first, second)


def test_a_theme_with_mistakes_is_remembered_too(
    project: Project, settings: Settings, dressed: list[str]
) -> None:
    """What stopped the first build stops the second."""
    template(project, "home.html").write_text("{{ page.nothing }}", "utf-8")

    first, second = looked(project, settings), looked(project, settings)

    assert len(dressed) == 1
    assert second.value
    assert "theme/attribute" in {one.code for one in second.problems}
    assert second.problems == first.problems


@pytest.mark.parametrize("part", ["assets/bulletin.css", "words/zh.yaml", "templates/base.html"])
def test_a_file_of_the_theme_changes_it(
    project: Project, settings: Settings, dressed: list[str], part: str
) -> None:
    """Whichever it is; and nothing of before is told."""
    looked(project, settings)
    path = Path(project.themes, "mine", part)
    path.write_bytes(path.read_bytes() + b"\n")

    looked(project, settings)

    assert len(dressed) == 2


def test_another_language_is_another_theme(
    project: Project, settings: Settings, dressed: list[str]
) -> None:
    """The same files say other words."""
    looked(project, settings)
    english = looked(project, replace(settings, language="en"))

    assert dressed == ["zh-CN", "en"]
    assert english.value
    assert english.value.language.year(2026) == "2026"


def test_templates_are_compiled_once(
    project: Project, settings: Settings, compiled: list[str]
) -> None:
    """Of those that change, only those are compiled again; one that goes is forgotten."""
    looked(project, settings)
    assert len(compiled) == len(set(compiled)) > 10
    compiled.clear()

    looked(project, settings)
    assert compiled == []

    home = template(project, "home.html")
    home.write_text(home.read_text("utf-8").replace(IDLE, ""), "utf-8")
    looked(project, settings)
    assert compiled == ["themes/mine/templates/home.html"]


def test_a_template_that_nothing_leads_to_may_be_broken(
    project: Project, settings: Settings
) -> None:
    """It is told as unused and stops nothing, for nobody draws with it."""
    template(project, "idle.html").write_text("{% if %}", "utf-8")

    seen = looked(project, settings)

    assert seen.value
    assert ("theme/unused", "themes/mine/templates/idle.html") in {
        (one.code, one.place.path) for one in seen.problems
    }


FORK = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is copied")


def write_settings(project: Project, theme: str = "mine") -> None:
    """The settings of a site that wears that theme."""
    text = (HOUSE / "content" / "site.yaml").read_text("utf-8")
    there = Path(project.content, "site.yaml")
    there.write_text(text.replace("主题: default", f"主题: {theme}"), "utf-8")


@FORK
def test_a_theme_is_made_ready_beside(
    project: Project, settings: Settings, dressed: list[str], compiled: list[str]
) -> None:
    """By another process: here nothing of it is done, and all of it is remembered."""
    write_settings(project)
    memory = Memory(Cache(project.cache), "1")

    with wardrobe.ahead(project, memory, Workers(2, "fork")) as have:
        have()
    seen = wardrobe.look(project, settings, memory)
    assert seen.value
    wardrobe.ready(seen.value.theme, memory)
    memory.keep()

    assert ([], []) == (dressed, compiled)
    assert is_like(seen, looked(project, settings))
    assert ([], []) == (dressed, compiled)


@FORK
@pytest.mark.parametrize("theme", ["default", "nowhere", None])
def test_a_theme_made_ready_beside_may_be_another_one_or_none(
    project: Project, settings: Settings, dressed: list[str], theme: str | None
) -> None:
    """Where the settings changed meanwhile, or were not there, nothing that is wrong is taken."""
    if theme:
        write_settings(project, theme)
    memory = Memory(Cache(project.cache), "1")

    with wardrobe.ahead(project, memory, Workers(2, "fork")) as have:
        have()
    seen = wardrobe.look(project, settings, memory)

    assert len(dressed) == 1
    assert is_like(seen, looked(project, settings))


@FORK
def test_a_process_that_dies_makes_no_theme_ready(
    project: Project, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is done here then."""
    write_settings(project)
    memory = Memory(Cache(project.cache), "1")
    with monkeypatch.context() as patch:
        patch.setattr(wardrobe, "look", lambda *_: os._exit(1))
        with wardrobe.ahead(project, memory, Workers(2, "fork")) as have:
            have()

    seen = wardrobe.look(project, settings, memory)

    assert is_like(seen, looked(project, settings))


def test_nothing_is_done_beside_where_a_theme_is_remembered(
    project: Project, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To find what changed of it is done in no time."""
    looked(project, settings)
    monkeypatch.setattr(Workers, "beside", None)

    with wardrobe.ahead(project, Memory(Cache(project.cache), "1"), Workers(2)) as have:
        have()
