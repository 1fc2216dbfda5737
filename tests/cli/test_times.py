"""Where the time of a run went: said when there was any, and always to programs."""

import io
import json
from dataclasses import replace

import pytest

from generator.app.order import Order, Report
from generator.cli.machine import as_json
from generator.cli.summary import summary
from generator.cli.voice import Voice, voice
from generator.edge.project import project_at

STAGES = (("read", 1.94), ("check", 0.36), ("render", 1.66), ("commit", 0.24))
BUILT = Report(exit_code=0, problems=(), pages=3, written=("a",), stages=STAGES)


def spoken(language: str) -> Voice:
    """A voice that no terminal colours."""
    return voice(language, io.StringIO(), "gongkai")


def said(report: Report, language: str) -> list[str]:
    """The lines of a run's summary."""
    order = Order(project_at("content", None, "/srv/site"))
    return summary(report, order, spoken(language), "/srv/site").splitlines()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "用时 4.2 秒：读取 1.9、检查 0.4、排版 1.7、写入 0.2"),
        ("en", "4.2 s: read 1.9, check 0.4, render 1.7, write 0.2"),
    ],
)
def test_a_build_says_where_its_time_went(language: str, line: str) -> None:
    """In one line, before the next step."""
    assert line == said(BUILT, language)[-2]


def test_a_check_says_it_too() -> None:
    """It writes nothing, and so has a stage less."""
    checked = replace(BUILT, written=None, stages=STAGES[:-1])

    assert "用时 4.0 秒：读取 1.9、检查 0.4、排版 1.7" == said(checked, "zh")[-2]


@pytest.mark.parametrize(("seconds", "says"), [(0.99, False), (1.0, True)])
def test_what_was_over_at_once_is_not_counted(seconds: float, *, says: bool) -> None:
    """A second is the least that anybody notices; so a small site has the same summary every time."""
    report = replace(BUILT, stages=(("read", seconds / 2), ("render", seconds / 2)))

    assert says == any(line.startswith("用时") for line in said(report, "zh"))


def test_a_program_is_told_in_any_case() -> None:
    """By stage, in milliseconds' precision."""
    quick = replace(BUILT, stages=(("read", 0.00123), ("render", 0.5)))
    told = json.loads(as_json(quick, spoken("zh")))

    assert {"read": 0.001, "render": 0.5} == told["seconds"]
