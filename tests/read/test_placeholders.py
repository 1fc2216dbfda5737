"""What a new site's settings say until an office has written its own."""

import re

from generator.model.settings import PLACEHOLDERS
from generator.read.site import read_settings
from generator.read.source import Source
from generator.values.problem import Problem
from tests.promises.conftest import ROOT
from tests.settling import OWN, own

STARTER = (ROOT / "generator/starter/content/site.yaml").read_text("utf-8")
_VALUE = re.compile(r"^[^#\n]*: *(\S*(?:某某|0000-)\S*)$", re.MULTILINE)


def told(text: str) -> list[Problem]:
    """What is said of them in these settings."""
    found = read_settings(Source("content/site.yaml", text))
    assert found.value
    return [one for one in found.problems if one.code == "site/placeholder"]


def test_those_that_are_known_are_those_that_a_new_site_has() -> None:
    """Each of them, and no other."""
    assert set(_VALUE.findall(STARTER)) == PLACEHOLDERS


def test_all_are_told_as_one_at_the_first_with_every_line() -> None:
    """And it stops nothing: a new site is to be looked at."""
    lines = [n for n, line in enumerate(STARTER.splitlines(), 1) if _VALUE.match(line)]

    (problem,) = told(STARTER)

    assert ("warn", lines[0]) == (problem.severity, problem.place.line)
    assert {"count": "11", "lines": "、".join(map(str, lines))} == dict(problem.facts)
    assert problem.excerpt
    assert problem.excerpt.text == STARTER.splitlines()[lines[0] - 1]


def test_one_that_was_forgotten_is_told_at_its_line() -> None:
    """The telephone number alone."""
    text = own(STARTER).replace(f"  电话: {OWN['0000-0000000']}", "  电话: 0000-0000000")

    (problem,) = told(text)

    assert "  电话: 0000-0000000" == text.splitlines()[problem.place.line - 1]


def test_an_office_of_its_own_is_not_warned() -> None:
    """Nor of what only sounds like one."""
    text = own(STARTER).replace(
        "可以来电", "可以打0000-0000000以外的电话，或者写信给某某镇人民政府"
    )

    assert [] == told(text)
