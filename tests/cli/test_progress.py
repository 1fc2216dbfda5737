"""How far a build is: on a terminal in steady words, anywhere else not at all."""

import io
import re
from contextlib import redirect_stderr

import pytest

from generator.cli.progress import BETWEEN, progress
from generator.cli.voice import voice
from generator.values.text import width

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MOVE = re.compile(r"\x1b\[[0-9?]*[A-Zhl]|\r")
Step = tuple[float, str, int, int]
"""A moment in seconds, and what is told at it: the stage, how much is done, how much there is."""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Somebody looks."""
        return True


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def drawn(stream: io.StringIO, *steps: Step, language: str = "zh") -> str:
    """Everything that a build writes to its stderr while these steps are told."""
    moments = (moment for moment, *_ in steps)
    with (
        redirect_stderr(stream),
        progress(voice(language, stream, "gongkai"), moments.__next__) as tell,
    ):
        for _, stage, done, whole in steps:
            tell(stage, done, whole)
    return stream.getvalue()


def lines(text: str, part: str) -> list[str]:
    """The lines with this part that were drawn, without colours, one drawing after the other."""
    apart = MOVE.sub("\n", COLOUR.sub("", text))
    return [line.rstrip() for line in apart.splitlines() if part in line]


@pytest.mark.parametrize(
    ("language", "stage", "name", "told"),
    [
        ("zh", "read", "读取", "   100 条/秒 约剩   1 分 38 秒"),
        ("zh", "render", "排版", "   100 页/秒 约剩   1 分 38 秒"),
        ("en", "read", "read", "   100 entries/s about   1 min 38 s left"),
        ("en", "render", "render", "   100 pages/s about   1 min 38 s left"),
    ],
)
def test_pace_and_time_left_are_told(language: str, stage: str, name: str, told: str) -> None:
    """Of the stage that runs, from its own beginning."""
    steps = (50.0, stage, 1, 10_001), (52.0, stage, 201, 10_001)
    found = lines(drawn(Terminal(), *steps, language=language), "201/10001")

    assert found
    assert all(line.startswith(f"{name} ") for line in found)
    assert all(line.endswith(told) for line in found), found


def test_every_line_of_a_stage_is_as_wide_as_the_others() -> None:
    """Nothing moves while numbers grow and shrink."""
    at = {0.0: 1, 1.0: 9, 30.0: 300, 60.0: 99_000, 3000.0: 99_990}
    steps = [(moment, "read", done, 100_000) for moment, done in at.items()]
    found = lines(drawn(Terminal(), *steps), "条/秒")

    assert {"9/100000", "300/100000", "99000/100000", "99990/100000"} == {
        next(word for word in line.split() if "/1" in word) for line in found
    }
    assert 1 == len({width(line) for line in found}), found
    assert width(found[0]) <= 80


def test_a_stage_that_has_ended_has_nothing_left() -> None:
    """Its pace stays; the last step is drawn, however soon after the one before."""
    at = {0.0: 20, 2.0: 219, 2.01: 220}
    steps = [(moment, "render", done, 220) for moment, done in at.items()]
    found = lines(drawn(Terminal(), *steps), "220/220")

    assert found
    assert all(line.endswith("100 页/秒") for line in found)


def test_what_nobody_can_read_is_not_drawn() -> None:
    """Ten thousand entries in a second cost ten drawings; before half a second there is no pace."""
    steps = [(number / 10_000, "read", number + 1, 10_000) for number in range(4900)]
    text = drawn(Terminal(), *steps)

    assert 0.5 / BETWEEN == len({line.split()[2] for line in lines(text, "/10000")})
    assert not lines(text, "条/秒")


def test_a_pipe_hears_nothing() -> None:
    """Neither a bar nor a colour."""
    assert "" == drawn(io.StringIO(), (0.0, "read", 1, 2), (2.0, "read", 2, 2))


@pytest.mark.parametrize("columns", ["80", "50", "36"])
def test_the_bar_leaves_nothing_behind(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line that it drew is wiped before the summary comes, and none is wider than the screen."""
    monkeypatch.setenv("COLUMNS", columns)
    text = drawn(Terminal(), (0.0, "read", 1, 10_001), (2.0, "read", 201, 10_001))

    assert max(map(width, lines(text, "读取"))) <= int(columns)
    assert text.endswith("\x1b[2K")
