"""Law 3: whatever stands in a file, reading it returns a value and problems; law 5: no file is lost."""

import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.app.dressing import dress
from generator.edge.project import HOME
from generator.edge.theme import read_theme
from generator.model.entry import Entry
from generator.model.settings import Settings
from generator.model.site import Site, Withheld
from generator.plan.plan import plan_site
from generator.read import frontmatter, markdown, yamldoc
from generator.read.assemble import assemble, find_settings, read_job
from generator.read.site import read_category, read_settings
from generator.read.source import Source, decode
from generator.read.words import read_words
from generator.render.templates import Share, render_share
from generator.values.artifact import Artifact
from generator.values.problem import Problem
from generator.values.read import Read, T
from tests.laws.hostile import BYTES, GARBAGE, RICH, SCRAPS
from tests.laws.village import BASE, TODAY, job, sources
from tests.laws.village import settings as village

TEXTS = BYTES.map(lambda body: body.decode("utf-8", "replace"))
HUGE = "9" * 5000
NOTHING = re.compile(r"(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:#.*)?")
"""A text of YAML that says nothing: blanks and remarks."""


def _drawn(site: Site) -> Read[tuple[Artifact, ...]]:
    """Every page of what could be read, as a build would draw it."""
    chain = read_theme(os.path.join(HOME, "themes"), "default").value or ()
    theme = dress(chain, chain, "zh-CN").value
    assert theme
    plan = plan_site(site, theme.language, theme.addresses)
    return render_share(Share(theme.theme, plan.pages))


def _settled(read: Read[T]) -> None:
    """A reader answers with a value, or says what is wrong; where it says a place, there is one."""
    assert isinstance(read, Read)
    assert read.value is not None or read.problems
    for problem in read.problems:
        assert isinstance(problem, Problem)
        assert problem.place.line >= 0
        assert problem.place.column >= 0
        if problem.excerpt:
            assert 0 <= problem.excerpt.start <= len(problem.excerpt.text)
            assert problem.excerpt.length >= 1


@settings(max_examples=300)
@given(body=BYTES, name=st.sampled_from(["a.md", "b.yaml", "公告 二.md", "c.yml"]))
def test_an_entry_of_any_bytes_is_read(body: bytes, name: str) -> None:
    """It is published, withheld with its reason, or named in a problem; never lost, never a crash."""
    path = f"content/finance/2026/{name}"
    read = read_job(job(path, body))

    _settled(read)
    assert isinstance(read.value, Entry | Withheld) or {path} == {
        problem.place.path for problem in read.problems
    }


@pytest.mark.parametrize(
    "line", [line for line in RICH.split("---")[1].splitlines() if ": " in line]
)
def test_a_strange_value_is_no_crash(line: str) -> None:
    """Every scrap in the place of every value of a full entry."""
    key = line.split(": ", maxsplit=1)[0]
    raised = []
    for scrap in SCRAPS:
        body = RICH.replace(f"\n{line}\n", f"\n{key}: {scrap}\n").encode("utf-8", "surrogatepass")
        try:
            _settled(read_job(job("content/finance/a.md", body)))
        except Exception as error:  # noqa: BLE001 - every scrap gets its turn
            raised.append((scrap[:20], repr(error)))

    assert [] == raised


@pytest.mark.parametrize(
    "text",
    [
        "类型: []",
        f"公示期:\n  起: 2026-11-18\n  天数: {HUGE}",
        "公示期:\n  起: 9999-12-31\n  天数: 7",
        f"期初: {HUGE}",
        f"期初: 0.{HUGE}",
        f"期间: 2026-10\n期初: {'9' * 40}",
        f"金额单位: 万元\n期初: {'9' * 27}.99",
    ],
)
@pytest.mark.parametrize("ending", ["md", "yaml"])
def test_a_number_without_end_is_no_crash(text: str, ending: str) -> None:
    """Calendars end and computers round; a person learns so in a sentence."""
    head = f"标题: 甲\n公布日期: 2026-11-12\n公开单位: 村委会\n{text}\n"
    body = (
        f"---\n{head}---\n" if ending == "md" else f"{head}期末: 1\n明细:\n  - 日期: 2026-10-01\n"
    )

    _settled(read_job(job(f"content/finance/a.{ending}", body.encode())))


@settings(max_examples=200)
@given(body=BYTES)
@example(body="版本: 99999999999999999999999\n".encode())
def test_settings_of_any_bytes_are_read(body: bytes) -> None:
    """The settings, a category, a theme's words: all come through the same door."""
    read = find_settings(sources({"content/site.yaml": body}), "content")

    assert isinstance(read.value, Settings) != any(one.severity == "stop" for one in read.problems)
    source = decode("content/site.yaml", body)
    _settled(source)
    if source.value:
        _settled(read_settings(source.value))
        _settled(read_category(source.value, "finance"))
        _settled(read_words(source.value))


@settings(max_examples=200)
@given(text=TEXTS, above=st.integers(0, 3))
def test_any_text_is_a_document_or_a_problem(text: str, above: int) -> None:
    """The doors themselves, also for what `decode` would have refused."""
    source = Source("content/a.md", "\n" * above + text)

    if NOTHING.fullmatch(text):
        assert Read(None) == yamldoc.load(source, text, above + 1)
    else:
        _settled(yamldoc.load(source, text, above + 1))
    _settled(frontmatter.split(source))
    _settled(markdown.render(source, text, above + 1))


@settings(max_examples=300)
@given(text=GARBAGE)
def test_nothing_of_a_yaml_text_is_lost(text: str) -> None:
    """What is read holds every character but signs and spaces, or there is a problem."""
    read = yamldoc.load(Source("a.yaml", text))
    lines = [line for line in text.split("\n") if not line.lstrip().startswith("#")]
    known = "".join(_texts(read.value)) if read.value else ""

    assert read.problems or {char: "\n".join(lines).count(char) for char in "甲乙标题公布日期"} == {
        char: known.count(char) for char in "甲乙标题公布日期"
    }


def _texts(node: yamldoc.Node) -> Iterator[str]:
    """Every text of a tree, keys included."""
    match node:
        case yamldoc.Scalar(text):
            yield text
        case yamldoc.Sequence(items):
            for item in items:
                yield from _texts(item)
        case yamldoc.Mapping(pairs):
            for key, value in pairs:
                yield key.text
                yield from _texts(value)


@settings(max_examples=100)
@given(
    files=st.dictionaries(
        st.sampled_from(
            [
                *BASE,
                "content/finance/b.md",
                "content/finance/2026/c.yaml",
                "content/affairs/深/处/d.md",
                "content/affairs/e.txt",
                "content/affairs/README.md",
                "content/other/f.md",
                "content/g.md",
                "content/finance/2026/category.yaml",
                "content/finance/README.yaml",
                "content/other/category.yaml",
                "content/affairs/site.yaml",
                "content/affairs/h.MD",
                "content/finance/~$i.md",
                "content/finance/.j.md",
                "content/calendar/2026.yaml",
                "content/calendar/k.txt",
                "content/calendar/2026/l.md",
                "content/issues/2026-10.yaml",
                "content/issues/m.md",
            ]
        ),
        BYTES,
        max_size=8,
    )
)
def test_every_file_is_accounted_for(files: dict[str, bytes]) -> None:
    """Law 5: published, withheld, or named; never passed over in silence."""
    given_files = sources({**BASE, **files, "content/site.yaml": BASE["content/site.yaml"]})
    read = assemble(given_files, "content", village(), TODAY, map)
    assert read.value

    named = {one.place.path for one in read.problems}
    known = {one.source for one in read.value.entries}
    known |= {one.source for one in read.value.withheld}
    known |= {"content/site.yaml", "content/finance/~$i.md"}
    known |= {f"content/calendar/{one.year}.yaml" for one in read.value.calendar.years}
    known |= {f"content/issues/{one.month}.yaml" for one in read.value.letters}
    known |= {f"content/{one.id}/category.yaml" for one in read.value.categories}
    closed = tuple(
        f"content/{name}/"
        for name in village().categories
        if f"content/{name}/category.yaml" in named
    )
    lost = [
        one.path
        for one in given_files
        if one.path not in known | named and not one.path.startswith(closed)
    ]

    assert [] == lost
    assert not _drawn(read.value).problems


@pytest.mark.parametrize("kinds", ["[]", "", "\n  - 通知\n  - 没有", "{}", "[[]]", "\n  - ''"])
def test_a_category_that_takes_nothing_is_no_crash(kinds: str) -> None:
    """Its entries have no kind to be of, which is a mistake of the category's."""
    files = {
        **BASE,
        "content/finance/category.yaml": f"题名: 财务\n简称字: 财\n简介: 收支\n类型: {kinds}\n",
    }
    read = assemble(sources(files), "content", village(), TODAY, map)

    assert "content/finance/category.yaml" in {one.place.path for one in read.problems}
