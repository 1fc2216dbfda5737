"""A page patched is the page drawn whole, or it is not patched."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan.pages import Page
from generator.plan.pages.entry import EntryPage
from generator.plan.plan import plan_site
from generator.render.engine import engine
from generator.render.patch import patch
from generator.render.templates import draw
from generator.render.theme import Theme
from generator.values.html import Html
from tests.plan.test_plan import ASSETS, entry, language, site
from tests.render.test_lint import DEFAULT

FOLDER = DEFAULT.folder
TEXTS = dict(DEFAULT.templates)
LONG = "一段别处没有的、很长很长的固定文字。"
"""A text that says where in a page it stands."""


@functools.cache
def pages() -> tuple[EntryPage, ...]:
    """Entries' pages that have and lack what templates ask for; one says what templates say, too."""
    day = date(2026, 10, 3)
    plan = plan_site(site(entry(1, day), entry(2, day), entry(3, day)), language(), ASSETS)
    chrome = replace(plan.pages[0].chrome, assets=(("print.css", "assets/print.css"),))
    its = (page for page in plan.pages if isinstance(page, EntryPage))
    one, two, three = (replace(page, chrome=chrome) for page in its)
    return (
        replace(one, lede="", body=Html(f"<p>正文</p><article>{LONG}</article>")),
        replace(two, lede="导语", body=Html("")),
        replace(three, title=LONG, lede=LONG, body=Html(f"<p>{LONG}</p><footer>")),
    )


def theme(texts: Mapping[str, str], folder: str = FOLDER, parent: Theme | None = None) -> Theme:
    """A theme of these templates."""
    return Theme(folder, tuple(sorted(texts.items())), parent)


def drawn(look: Theme, page: Page) -> bytes:
    """The page, drawn whole."""
    found = draw(look, page)
    assert found.value is not None, found.problems
    return found.value


def patched(before: Theme, now: Theme) -> int:
    """How many of the pages can be patched; each of them is what it is when it is drawn whole."""
    lead = patch(before, now, "entry.html")
    number = 0
    for page in pages() if lead else ():
        assert lead
        made = lead(drawn(before, page), lambda page=page: page)  # type: ignore[misc]
        if made is not None:
            assert made.decode() == drawn(now, page).decode()
            number += 1
    return number


def edited(**files: tuple[str, str]) -> Theme:
    """The default theme with one text of a template in the place of another."""
    texts = dict(TEXTS)
    for name, (old, new) in files.items():
        assert old in texts[f"{name}.html"]
        texts[f"{name}.html"] = texts[f"{name}.html"].replace(old, new, 1)
    return theme(texts)


@pytest.mark.parametrize(
    "files",
    [
        {"entry": ("<article>", '<article id="new">')},
        {"entry": ("<h1>{{ page.title|nb }}</h1>", "<h2>{{ page.title }}</h2>")},
        {"entry": ('<p class="lede">', '<p class="lede large">')},
        {"entry": ("{% if page.lede %}", "{% if not page.lede %}")},
        {"entry": ('<section class="prose">', '<section class="prose large">')},
        {"entry": ("{% if page.related %}", "<p>{{ page.title }}</p>{% if page.related %}")},
        {"entry": ("{{ m.ask(page.ask, page.url) }}", "")},
        {"entry": ("{% block kind %}document{% endblock %}", "")},
        {"entry": ("{% block main %}", "{% block crumbs %}{% endblock %}{% block main %}")},
        {"entry": ("{# An entry", "{# Another remark: an entry")},
        {"macros": ('<nav class="pager"', '<nav class="pager" id="pager"')},
        {"macros": ("<dl", "<dl id='x'"), "entry": ("<article>", "<article id='new'>")},
        {"macros": ("{% macro stamp(", "{% macro stamped(d) %}{% endmacro %}{% macro stamp(")},
        {"home": ("<h1>", "<h1 id='a'>"), "entry": ("<article>", "<article id='new'>")},
        {"base": ("<title>", "<title>公开 ")},
        {"base": ("{{ page.title }} - {{", "{{ page.title }} | {{")},
        {"base": ("{% for tag in page.head.metas %}", "{% for tag in page.head.metas[:1] %}")},
        {"base": ('<footer class="foot">', '{% block last %}{% endblock %}<footer class="foot">')},
        {
            "base": ("<!doctype html>", "<!doctype html><!-- 甲 -->"),
            "entry": ("<h1>", "<h1 id='a'>"),
        },
    ],
)
def test_an_edited_statement_is_exchanged(files: dict[str, tuple[str, str]]) -> None:
    """Whether it is always the same, or says something of the page, in the template or around it."""
    assert len(pages()) == patched(theme(TEXTS), edited(**files))
    assert len(pages()) == patched(edited(**files), theme(TEXTS))


def test_nobody_asks_what_a_page_says_where_fixed_words_changed() -> None:
    """The page of before and the words are enough, so nothing is planned or unpacked."""
    before, now = theme(TEXTS), edited(entry=("<article>", '<article id="new">'))
    lead = patch(before, now, "entry.html")

    def plan() -> Page:
        raise AssertionError

    assert lead
    assert lead(drawn(before, pages()[1]), plan) == drawn(now, pages()[1])


@pytest.mark.parametrize(
    "files",
    [
        {"entry": ("{% set d = page.display %}", "{% set d = page.display %}<hr>")},
        {"entry": ('"charts.html" as charts', '"charts.html" as graphs'), "charts": ("{#", "{# a")},
        {
            "entry": (
                '{% extends "base.html" %}',
                '{% extends "base.html" if page.lede else "base.html" %}',
            )
        },
        {"entry": ("<article>", "{{ super() }}<article>")},
        {"base": ("<footer", "{{ self.title() }}<footer")},
        {"entry": ("<article>", "{% set page = page %}<article>")},
        {"entry": ("<article>", "{% include 'archive.html' %}<article>")},
        {"entry": ("<article>", "{% if 1 %}{% block some %}{% endblock %}{% endif %}<article>")},
        {"entry": ("<article>", "{% block some scoped %}{% endblock %}<article>")},
        {"base": ("<footer", "{% block title %}{% endblock %}<footer")},
        {"base": ("<footer", "{{ page.nothing|no_such_filter }}<footer")},
        {"entry": ("{% endblock %}", "{% endblock %}{% if page.lede %}{% endif %}")},
    ],
)
def test_what_may_reach_farther_is_drawn_whole(files: dict[str, tuple[str, str]]) -> None:
    """What is said in other places too, gives names, or is not known before a page is."""
    assert patch(theme(TEXTS), edited(**files), "entry.html") is None


def test_templates_that_come_and_go_are_no_patch() -> None:
    """A name may mean another file afterwards."""
    more = {**TEXTS, "more.html": ""}

    assert patch(theme(TEXTS), theme(more), "entry.html") is None
    assert patch(theme(more), theme(TEXTS), "entry.html") is None


def test_a_text_that_stands_twice_in_a_page_is_no_sign() -> None:
    """The third page says in its title what the template says: it is drawn whole, the others are not."""
    words = "{{ page.title }}%s{{ page.lede }}"
    before = theme({"entry.html": words % LONG})
    now = theme({"entry.html": words % "别的"})
    lead = patch(before, now, "entry.html")

    assert lead
    made = [lead(drawn(before, page), lambda page=page: page) for page in pages()]  # type: ignore[misc]
    assert [drawn(now, page) for page in pages()[:2]] == made[:2]
    assert made[2] is None


def test_a_template_is_told_from_that_of_the_theme_below() -> None:
    """A theme that adds to an entry's page, over the one that has it: both may be edited."""
    own = '{% extends "parent/entry.html" %}{% block main %}<p>'
    above = "{{ page.title }}</p>{% endblock %}"
    child = {"entry.html": f"{own}{LONG}甲{above}"}
    other = {"entry.html": f"{own}{LONG}乙{above}"}
    new = edited(base=("<footer", "<hr><footer"))

    def over(texts: Mapping[str, str], parent: Theme) -> Theme:
        return theme(texts, "themes/mine", parent)

    assert len(pages()) == patched(over(child, DEFAULT), over(other, DEFAULT))
    assert len(pages()) == patched(over(child, DEFAULT), over(other, new))
    hidden = edited(entry=("<article>", "<article id='x'>"))  # a block that nobody sees
    assert len(pages()) == patched(over(child, DEFAULT), over(child, hidden))


SAID = "{% macro said(text) %}<i>{{ text }}</i>{{ page.title }}{% endmacro %}"


def small(*, entry: str, base: str = "头{% block main %}{% endblock %}尾", **more: str) -> Theme:
    """A theme of a few words."""
    texts = {"m": SAID, "entry": entry, "base": base, **more}
    return theme({f"{name}.html": text for name, text in texts.items()})


CHILD = "{% extends 'base.html' %}"
MAIN = CHILD + "{% block main %}"
END = "{% endblock %}"
SUPER = f"{MAIN}{{{{ super() }}}}{END}"
AGAIN = f"{MAIN}{{% include 'base.html' without context %}}{END}"
SEEN = "{% if page is defined %}甲{% else %}<<>>{% endif %}{% block main %}{% endblock %}"
SET = f"{MAIN}{{% set x = page.title %}}"
IMPORTED = (
    f"{CHILD}{{% import '<<>>.html' as m with context %}}{{% block main %}}{{{{ m.said(1) }}}}"
)


M = "{% import 'm.html' as m with context %}"
CALLED = "{% macro b(n) %}<<>>{% if n %}{{ a(n - 1) }}{% endif %}{% endmacro %}"
ADDED = {"n": "{% macro said(n) %}{{ n }}{% endmacro %}"}


@pytest.mark.parametrize(
    "versions",
    [
        # another block's text, that of a template included, a name given before, one imported
        [small(entry=SUPER, base=f"{{% block main %}}{LONG}{one}{END}") for one in "甲乙"],
        [small(entry=AGAIN, base=SEEN.replace("<<>>", one)) for one in "乙丙"],
        [small(entry=f"{SET}{{{{ x|default('{one}') }}}}{END}") for one in (LONG, "别")],
        [small(entry=f"{SET}<p>{one}{{{{ x }}}}{END}") for one in ("", "{% set x = '乙' %}")],
        [small(entry=f"{IMPORTED.replace('<<>>', one)}{END}", **ADDED) for one in "mn"],
        [
            small(
                entry=f"{IMPORTED.replace('<<>>', 'm')}{one}{LONG}{END}",
                base=f"{{% import 'n.html' as m %}}{{% block main %}}{END}",
                **ADDED,
            )
            for one in ("", "{{ m.said(2) }}")
        ],
    ],
)
def test_a_page_that_is_patched_is_right(versions: Sequence[Theme]) -> None:
    """Where what says something else stands elsewhere than in the template, or hangs together with more."""
    patched(*versions)
    patched(*reversed(versions))


@pytest.mark.parametrize(
    ("entry", "macros", "is_known"),
    [
        # the macro itself, one that it calls, one that it imports, a value it has where none is given
        ("{{ m.a() }}", "{% macro a() %}<<>>{% endmacro %}", True),
        (
            "{{ m.a() }}",
            "{% macro b() %}<<>>{% endmacro %}{% macro a() %}{{ b() }}{% endmacro %}",
            True,
        ),
        ("{{ m.a() }}", "{% from 'n.html' import c %}{% macro a() %}{{ c() }}{% endmacro %}", True),
        ("{{ m.a() }}", "{% import 'n.html' as n %}{% macro a() %}{{ n.c() }}{% endmacro %}", True),
        ("{{ m.a() }}", "{% macro a(x='<<>>') %}{{ x }}{% endmacro %}", True),
        # one that calls itself, and two that call each other
        (
            "{{ m.a() }}",
            "{% macro a(n=2) %}<<>>{% if n %}{{ a(n - 1) }}{% endif %}{% endmacro %}",
            True,
        ),
        (
            "{{ m.a() }}",
            f"{CALLED}{{% macro a(n=2) %}}{{{{ b(n) }}}}{{% endmacro %}}",
            True,
        ),
        # a name of the file that is no macro, an included text, what a macro is called with
        ("{{ m.a() }}", "{% set x = '<<>>' %}{% macro a() %}{{ x }}{% endmacro %}", False),
        ("{{ m.a() }}", "{% macro a() %}{% include 'n.html' %}{% endmacro %}", True),
        (
            "{% call m.a() %}{{ m.b() }}{% endcall %}",
            "{% macro b() %}<<>>{% endmacro %}{% macro a() %}{{ caller() }}{% endmacro %}",
            True,
        ),
        # all of a file; a macro by another name, or by a name that is worked out
        ("{{ m }}", "甲<<>>", True),
        ("{% set k = m %}{{ k.a() }}", "{% macro a() %}<<>>{% endmacro %}", False),
        ("{% with k = m %}{{ k.a() }}{% endwith %}", "{% macro a() %}<<>>{% endmacro %}", True),
        ("{{ m['a']() }}", "{% macro a() %}<<>>{% endmacro %}", True),
        # one that is used twice, and a part that is included
        ("{{ m.a() }}{{ page.title }}{{ m.a() }}", "{% macro a() %}<<>>{% endmacro %}", True),
        ("{% include 'part.html' %}", "{% macro a() %}<<>>{% endmacro %}", False),
        ("{% set x = m.a() %}{{ x }}", "{% macro a() %}<<>>{% endmacro %}", False),
    ],
)
def test_a_macro_is_seen_wherever_it_is_used(entry: str, macros: str, *, is_known: bool) -> None:
    """By whatever way a statement comes to it; and where that is not known, the page is drawn whole."""

    def look(word: str, *, above: str = "") -> Theme:
        return small(
            entry=f"{CHILD}{M}{above}{{% block main %}}{LONG}{entry}{END}",
            m=macros.replace("<<>>", word),
            n=f"{word}{{% macro c() %}}{word}{{% endmacro %}}",
            part=f"{M}{{{{ m.a() }}}}",
        )

    assert patched(look("甲"), look("乙丙")) == is_known * len(pages())
    patched(look("甲"), look("甲", above="{% macro own() %}{% endmacro %}"))


def test_a_macro_of_the_template_itself_is_seen_too() -> None:
    """It may call one that is imported."""
    entry = f"{CHILD}{M}{{% macro own() %}}{{{{ m.said(1) }}}}{{% endmacro %}}"
    texts = [f"{{% macro said(n) %}}{{{{ n }}}}{one}{{% endmacro %}}" for one in "甲乙"]
    before, now = (
        small(entry=f"{entry}{{% block main %}}{LONG}{{{{ own() }}}}{END}", m=one) for one in texts
    )

    assert len(pages()) == patched(before, now)


PIECES = [
    LONG,
    f"<b>{LONG}</b>",
    "<hr>",
    "甲",
    "{{ page.title }}",
    "{{ page.lede }}",
    "{{ page.body|html }}",
    "{% if page.lede %}乙{% endif %}",
    "{% if page.lede %}{{ page.lede }}{% else %}{{ page.title }}{% endif %}",
    "{% for one in page.chrome.nav %}{{ one.text }}{% endfor %}",
    "{% for page in page.chrome.nav %}{{ page.text }}{% endfor %}",
    "{% set x = page.title %}",
    "{% if page.lede %}{% set x = '丙' %}{% endif %}",
    "{% set x %}{{ page.lede }}{% endset %}",
    "{{ x }}",
    "{{ x|default('无') }}",
    "{% with x = page.lede %}{{ x }}{% endwith %}",
    "{% import 'm.html' as m with context %}",
    "{% from 'm.html' import said as m %}",
    "{{ m.said('丁') }}",
    "{% macro own(text) %}[{{ text }}]{% endmacro %}",
    "{{ own('戊') }}",
    "{% include 'part.html' %}",
    "{% block a %}{% endblock %}",
    "{% block a %}{{ page.lede }}{% endblock %}",
    f"{{% block b %}}{LONG}{{% block a %}}{{% endblock %}}{{% endblock %}}",
    "{% block b scoped %}{{ x|default('无') }}{% endblock %}",
    "{% if page.title %}{% block c %}己{% endblock %}{% endif %}",
    "{{ super() }}",
    "{{ self.a() }}",
    "{% filter upper %}abc{% endfilter %}",
    "{% autoescape false %}{{ page.title }}{% endautoescape %}",
    "{% block d required %}{% endblock %}",
    "{% call m.said('庚') %}{{ page.title }}{% endcall %}",
    "\n",
    "{# 说明 #}",
]
IMPORT = "{% import 'm.html' as m with context %}"
OPENINGS = ["{% extends 'base.html' %}", "{% extends 'base.html' %}" + IMPORT, "", IMPORT]
HANDFUL = st.lists(st.sampled_from(PIECES), max_size=8)


@st.composite
def versions(data: st.DrawFn) -> tuple[str, str]:
    """A template's pieces, and what they are after an edit of a few of them."""
    before = data(HANDFUL)
    start = data(st.integers(0, len(before)))
    end = data(st.integers(start, min(start + 3, len(before))))
    now = [*before[:start], *data(st.lists(st.sampled_from(PIECES), max_size=3)), *before[end:]]
    return "".join(before), "".join(now)


@settings(max_examples=400)
@given(
    opening=st.sampled_from(OPENINGS),
    own=versions(),
    block=versions(),
    base=versions(),
    changed=st.sampled_from(
        [(0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2), (3,), (1, 3), (4,), (1, 4)]
    ),
)
def test_any_edit_of_any_template(
    opening: str,
    own: Sequence[str],
    block: Sequence[str],
    base: Sequence[str],
    changed: tuple[int, ...],
) -> None:
    """What is patched is what would be drawn, whatever stands in the templates; what cannot be, is not."""

    def look(turn: int) -> Theme:
        parts = [
            one[turn if number in changed else 0] for number, one in enumerate((own, block, base))
        ]
        return small(
            entry=f"{opening}{parts[0]}{MAIN.removeprefix(CHILD)}{parts[1]}{END}",
            base=f"头{parts[2]}{{% block main %}}{END}尾",
            part="{{ x|default('无') }}{{ page.lede }}" + "新" * (turn * (3 in changed)),
            m=SAID.replace("<i>", "<i>" + "新" * (turn * (4 in changed))),
        )

    engine.cache_clear()
    before, now = look(0), look(1)
    lead = patch(before, now, "entry.html")
    for page in pages() if lead else ():
        was, its = draw(before, page), draw(now, page)
        if was.value is None:
            continue
        assert lead
        made = lead(was.value, lambda page=page: page)  # type: ignore[misc]
        assert made in {None, its.value}
