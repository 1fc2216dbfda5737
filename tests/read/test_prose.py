"""Office prose as it is written, a paragraph a block: none raises an alarm, none loses a character."""

import re
from html import unescape
from pathlib import Path

import pytest

from generator.read.markdown import render
from generator.read.source import Source

PARAGRAPHS = re.split(
    r"\n\n+", (Path(__file__).parent / "prose.md").read_text(encoding="utf-8").strip("\n")
)
SIGNS = re.compile(r"\*\*|^\s*(?:#+ |> |- |\d\. |-{3,}$)|^\|?[ |:-]+\|?$|\||\\", re.MULTILINE)
"""What the dialect takes for a sign somewhere in the prose."""
TARGET = re.compile(r"\[([^\]]*)\]\((?:https?|mailto|tel):[^)]*\)")


def seen(paragraph: str) -> str:
    """What the finished HTML shows, without any space."""
    read = render(Source("content/land/2026/a.md", paragraph), paragraph, 1)
    assert read.value is not None, read.problems
    return "".join(unescape(re.sub(r"<[^>]*>", "", read.value.html)).split())


def test_there_is_enough_of_it() -> None:
    """One false alarm in 186 paragraphs would be one too many."""
    assert 186 <= len(PARAGRAPHS) == len(set(PARAGRAPHS))


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_paragraph_comes_out_as_it_went_in(paragraph: str) -> None:
    """With all its characters, or without the signs that mean something."""
    shown = seen(paragraph)
    exact = "".join(paragraph.split())
    if shown == exact:
        return
    without = "".join(SIGNS.sub("", TARGET.sub(r"\1", paragraph)).split())

    assert SIGNS.sub("", without) == SIGNS.sub("", shown)


def test_nearly_all_of_it_comes_out_to_the_letter() -> None:
    """Only a few paragraphs hold signs that mean something; the others are shown as they stand."""
    exact = [one for one in PARAGRAPHS if seen(one) == "".join(one.split())]

    assert 165 <= len(exact)


def test_all_of_it_together_comes_out_too() -> None:
    """Paragraphs do not change each other."""
    apart = "".join(seen(one) for one in PARAGRAPHS)

    assert apart == seen("\n\n".join(PARAGRAPHS))
