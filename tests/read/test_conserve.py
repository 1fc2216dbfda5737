"""Nothing lost: a change of the result is found at its place in the source, an honest result never."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.model.attachment import Attachment, Beside
from generator.read import blocks, conserve, markdown, spans
from generator.read.draft import Draft
from generator.read.markdown import render
from generator.read.notes import Notes
from generator.read.source import Source
from generator.read.spans import Mark
from tests.conftest import SAMPLE

TEXTS = [
    path.read_text(encoding="utf-8").split("\n---\n", 1)[-1].replace(f"({path.stem}/", "(a/")
    for path in sorted(SAMPLE.rglob("*.md"))
]
MAP = Beside("content/land/2026/a/位置示意图.png", "位置示意图.png", 1, 1200, 760)
OWN = (Attachment(MAP, "", "land/2026/a/map.png", listed=False),)
"""The one image that a text of the sample shows."""
PROSE = (Path(__file__).parent / "prose.md").read_text(encoding="utf-8")
OFFERED = "0123456789*，。（）[]|人元万村甲乙ab"
CHANGES = 1000
SHOWN = re.compile(r">([^<]+)<")
CELL = re.compile(r"<t[dh][^>]*>[^<]*</t[dh]>")
HREF = re.compile(r'href="([^"]+)"')


def changed(text: str, change: Callable[[str], str]) -> tuple[str, int, int] | None:
    """The problem that comes when the HTML of `text` is changed unseen: code, line and column."""
    printed = markdown._printed  # noqa: SLF001 - the last step before the comparison
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_printed", lambda page, text: change(printed(page, text)))
        read = render(Source("content/land/2026/a.md", text), text, 1, OWN)
        told = [one for one in read.problems if one.severity == "stop"]
    return (told[0].code, told[0].place.line, told[0].place.column) if told else None


def html_of(text: str) -> str:
    """The honest result."""
    read = render(Source("content/land/2026/a.md", text), text, 1, OWN)
    assert read.value, read.problems
    return read.value.html


def characters(html: str) -> list[tuple[int, int]]:
    """Every character that is seen, by its span; `&lt;` is one."""
    return [
        (found.start(1) + one.start(), found.start(1) + one.end())
        for found in SHOWN.finditer(f">{html}<")
        for one in re.finditer(r"&[a-z]+;|\S", found.group(1))
    ]


def changes(html: str, dice: random.Random) -> Iterator[str]:
    """The result with one thing lost or changed, again and again."""
    spans_seen, cells = characters(html), [one.span() for one in CELL.finditer(html)]
    while True:
        if cells and dice.random() < 0.2:
            start, end = dice.choice(cells)
            yield html[:start] + html[end:]
            continue
        start, end = dice.choice(spans_seen)
        start, end = start - 1, end - 1  # the bracket that `characters` put in front
        other = dice.choice(["", *(one for one in OFFERED if one != html[start:end])])
        yield html[:start] + other + html[end:]


def test_a_thousand_changes_of_a_result_are_found() -> None:
    """A digit, star, cell or character lost, or another in its place."""
    dice = random.Random(20261012)
    texts = [*TEXTS, PROSE]
    missed = []
    for number in range(CHANGES):
        text = texts[number % len(texts)]
        if changed(text, lambda html: next(changes(html, dice))) is None:
            missed.append(number)

    assert len(missed) <= CHANGES // 1000, missed


@pytest.mark.parametrize("text", [*TEXTS, PROSE, ""])
def test_an_honest_result_raises_no_alarm(text: str) -> None:
    """On all of the sample and on the prose."""
    assert changed(text, lambda html: html) is None


@pytest.mark.parametrize(
    ("text", "was", "came", "where"),
    [
        ("甲\n\n共 1,286.40 元", "1,286.40", "1,28.40", (3, 7)),
        ("张*三和李*四", "李*四", "李四", (1, 6)),
        ("**真，**她说", "她", "他", (1, 7)),
        ("见[甲](b.md)乙", "乙", "", (1, 11)),
        ("见[甲](b.md)乙", "root:land/2026/b.html", "root:land/2026/c.html", (1, 2)),
        ("甲<strong>", "&lt;", "", (1, 2)),
        (
            "| 甲 | 乙 |\n|--|--|\n| 1 | 2 |",
            "<td>1</td>\n<td>2</td>",
            "<td>12</td>\n<td></td>",
            (3, 3),
        ),
        ("3. 甲\n4. 乙", ' start="3"', "", (1, 1)),
        ("甲\n\n---\n\n乙", "<hr>", "", (3, 1)),
        ("甲\n\n乙\n\n丙", "<p>乙</p>\n", "", (3, 1)),
        ("# 甲\n\n乙", "<h2", "<p", (1, 3)),
        ("甲**乙丙丁**戊", "<strong>乙丙丁</strong>", "乙丙丁", (1, 2)),
    ],
)
def test_the_first_difference_is_pointed_at(
    text: str, was: str, came: str, where: tuple[int, int]
) -> None:
    """In the source, at its line and column."""
    plain = re.sub(r' class="num"', "", html_of(text))
    assert was in plain

    assert ("text/lost", *where) == changed(text, lambda _: plain.replace(was, came, 1))


def test_the_message_says_what_was_written_and_what_came() -> None:
    """So that it can be looked up in both."""
    text = "共 1,286.40 元"
    notes = Notes(Source("content/land/2026/a.md", text))
    conserve.check(Draft(text, 1, notes), {}, "<p>共 1,28.40 元</p>")

    assert (("written", "6.40 元"), ("shown", ".40 元")) == notes.told()[0].facts


def test_the_message_repeats_no_part_of_a_number() -> None:
    """Not even its end, where the difference begins within it."""
    text = "身份证430623199001017856"
    notes = Notes(Source("content/land/2026/a.md", text))
    conserve.check(Draft(text, 1, notes), {}, "<p>身份证4306231990010178</p>")
    told = notes.told()[0]

    assert ("written", "56") in told.facts
    assert told.excerpt
    assert "19900101" not in told.excerpt.text


def test_a_rule_that_takes_text_for_a_sign_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where text and result agree, because both leave it out."""
    text = "张*三\n\n李四"
    monkeypatch.setattr(spans, "read", lambda *_, **__: (Mark("escape", 1, 2),))
    read = render(Source("content/land/2026/a.md", text), text, 1, OWN)

    assert [("text/lost", 1, 2)] == [
        (one.code, one.place.line, one.place.column) for one in read.problems
    ]


@pytest.mark.parametrize("lost", ["a", "- 甲", "#5", "[注]: 本表"])
def test_a_rule_that_passes_over_a_line_is_found(
    lost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where text and result agree, because neither has it."""
    text = f"甲\n\n{lost}\n\n乙"
    whole = blocks.parse

    def careless(text: str, first_line: int, notes: Notes) -> tuple[blocks.Block, ...]:
        kept = whole(text, first_line, notes)
        return (kept[0], kept[-1])

    monkeypatch.setattr(blocks, "parse", careless)
    read = render(Source("content/land/2026/a.md", text), text, 1, OWN)

    assert [("text/lost", 3)] == [(one.code, one.place.line) for one in read.problems]
