"""The look over a theme: every name is found or told, at its column, and nothing that is right is."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from types import ModuleType

import pytest

from generator.plan import pages
from generator.plan.frame import Assets
from generator.plan.plan import plan_site
from generator.read.source import Source
from generator.read.words import read_words
from generator.render import desk, lint
from generator.render.engine import parsed
from generator.render.lint import Looked, look_over
from generator.render.shapes import Contract, contract
from generator.render.templates import TEMPLATE_OF, Share, render_share
from generator.render.theme import Theme
from generator.values.problem import Problem
from tests.house.house import ROOT
from tests.plan.test_plan import entry, language, site

FOLDER = ROOT / "themes/default"
DEFAULT = Theme(
    "themes/default",
    tuple(
        (path.name, path.read_text("utf-8"))
        for path in sorted((FOLDER / "templates").glob("*.html"))
    ),
)
WORDS = read_words(Source("zh.yaml", (FOLDER / "words/zh.yaml").read_text("utf-8"))).value or {}
ASSETS = tuple(path.name for path in (FOLDER / "assets").iterdir())
CONTRACT = contract()
FIELDS = [(owner, name) for owner, fields in CONTRACT.items() for name in fields]
NOT_ASKED = {
    ("Chrome", "words"): "templates see it as `words`",
    ("Chrome", "assets"): "templates see it as `assets`; the default theme has none but the usual",
    ("Cover", "count"): "for a theme that draws a month's weight; the default writes it in words",
    ("Cover", "month"): "for a theme whose covers are dated; the default's bear year and numeral",
    ("HomePage", "title"): "of every page; the default's front page is called like the site",
    ("EntryPage", "description"): "of every page; an entry has it as the tag of government sites",
    ("MovedPage", "path"): "of every page; this one stands in no column",
    ("MissingPage", "path"): "of every page; this one stands at every address",
    ("MissingPage", "root"): "of every page; this one cannot know its depth",
}
"""Fields of the contract that no template of the default theme asks for, and why they are there."""


def look(
    theme: Theme, known: Contract | None = None, pages: Mapping[type, str] = TEMPLATE_OF
) -> Looked:
    """The theme looked over with our words; or some of its pages, with their templates."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lint, "TEMPLATE_OF", pages)
        return look_over(theme, WORDS, ASSETS, known)


def child(**templates: str) -> Theme:
    """A theme that builds on the default one; `home` is `home.html`."""
    texts = tuple((f"{name}.html", text) for name, text in templates.items())
    return Theme("themes/mine", texts, DEFAULT)


def told(theme: Theme) -> list[tuple[str, str]]:
    """Each problem by its code and its place."""
    return [(one.code, str(one.place)) for one in look(theme).problems]


def facts(problem: Problem) -> dict[str, str]:
    """The facts by name."""
    return dict(problem.facts)


@functools.cache
def usual() -> Looked:
    """The default theme looked over."""
    return look(DEFAULT)


@functools.cache
def asking() -> Mapping[tuple[str, str], Mapping[type, str]]:
    """The pages, with their templates, that ask for each field; walked one by one."""
    found: dict[tuple[str, str], dict[type, str]] = {}
    for page, name in TEMPLATE_OF.items():
        for field in look(DEFAULT, pages={page: name}).fields:
            found.setdefault(field, {})[page] = name
    return found


def test_nothing_is_said_of_the_default_theme() -> None:
    """No mistake, nothing unused, and no name that cannot be told beforehand."""
    assert () == usual().problems


def test_every_page_of_the_contract_has_its_template() -> None:
    """The table in `render` and the theme agree."""
    assert {*TEMPLATE_OF.values()} <= {name for name, _ in DEFAULT.templates}


def test_every_field_is_asked_for_or_has_its_reason() -> None:
    """A field that no template shows is work for nothing, or somebody says what it is for."""
    assert set() == set(FIELDS) - set(usual().fields) - NOT_ASKED.keys()


CLASSES = {
    one.__name__: one
    for home in vars(pages).values()
    if isinstance(home, ModuleType)
    for one in vars(home).values()
    if isinstance(one, type) and is_dataclass(one)
}
PAGES = plan_site(
    site(entry(1, date(2026, 10, 3))),
    language(),
    Assets("a.css", "a.js", "a.svg", tuple((name, name) for name in ASSETS)),
).pages
BY_HAND = {"assets", "chrome", "path", "words"}
"""Fields that the renderer itself asks for."""


def test_the_pages_are_drawn_whole() -> None:
    """Before anything is taken away."""
    assert () == render_share(Share(DEFAULT, PAGES)).problems


def _fails_without(owner: str, field: str) -> bool:
    """Whether a page cannot be drawn when the field is gone from the class itself."""

    def gone(page: object) -> None:
        raise AttributeError(field, page)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(CLASSES[owner], field, property(gone))
        return bool(render_share(Share(DEFAULT, PAGES)).problems)


@pytest.fixture(name="parsed_once", scope="module")
def _parsed_once() -> Iterator[None]:
    """The templates are read once for all the fields that are taken away."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(desk, "parsed", functools.cache(parsed))
        yield


@pytest.mark.usefixtures("parsed_once")
@pytest.mark.parametrize(("owner", "field"), FIELDS, ids=".".join)
def test_a_field_that_is_taken_away_is_missed_where_it_is_asked_for(owner: str, field: str) -> None:
    """Every line that is told has the field's name under its caret; nothing else is told.

    And what the renderer cannot draw without the field, the look has named beforehand. Only the
    pages are walked that ask for the field; for one that nobody asks for, all are.
    """
    known = {
        name: {one: shape for one, shape in fields.items() if (name, one) != (owner, field)}
        for name, fields in CONTRACT.items()
    }
    seen = look(DEFAULT, known, asking().get((owner, field), TEMPLATE_OF))
    found = [one for one in seen.problems if one.code == "theme/attribute"]

    assert ((owner, field) in usual().fields) == bool(found)
    assert found or field in BY_HAND or not _fails_without(owner, field)
    for one in found:
        assert one.excerpt
        start, length = one.excerpt.start, one.excerpt.length
        assert field == one.excerpt.text[start : start + length]
        assert owner in facts(one)["owner"].split("、")


BLOCK = "{{% extends 'parent/home.html' %}}{{% block main %}}\n{}\n{{% endblock %}}"


@pytest.mark.parametrize(
    ("text", "code", "column", "near"),
    [
        ("{{ page.titel }}", "theme/attribute", 9, "title"),
        ("{{ pgae.title }}", "theme/attribute", 4, "page"),
        ("{{ page.chrome.contact.fone }}", "theme/attribute", 24, "phone"),
        ("{{ page['titel'] }}", "theme/attribute", 10, "title"),
        ("{{ words.nothing_yett }}", "theme/attribute", 10, "nothing_yet"),
        ("{{ words['nothing_yett'] }}", "theme/attribute", 11, "nothing_yet"),
        ("{{ assets['icon.svgg'] }}", "theme/attribute", 17, "icon.svg"),
        ("{% for c in page.days %}{{ c.cardz }}{% endfor %}", "theme/attribute", 30, "cards"),
        ("{% for c in page.days %}{{ loop.indx }}{% endfor %}", "theme/attribute", 33, "index"),
        (
            "{% for d in page.days if d.izo %}{% endfor %}",
            "theme/attribute",
            28,
            "iso",
        ),
        ("{% set a = page.chrome %}{{ a.sitee }}", "theme/attribute", 31, "site"),
        ("{% with a = page.chrome %}{{ a.sitee }}{% endwith %}", "theme/attribute", 32, "site"),
        ("{{ page.days|map(attribute='dai')|join }}", "theme/attribute", 29, "day"),
        ("{{ page.days|sort(attribute='izo')|length }}", "theme/attribute", 30, "iso"),
        ("{{ page.months|selectattr('curent')|length }}", "theme/attribute", 28, "current"),
        ("{{ page.days[0].cards[0].daj.text }}", "theme/attribute", 26, "day"),
        ("{{ (page.lede or page.hedline)|nb }}", "theme/attribute", 23, "headline"),
        ("{{ page.title|nbb }}", "theme/filter", 15, "nb"),
        ("{{ page.title|safe }}", "theme/filter", 15, ""),
        ("{{ page.title is strin }}", "theme/filter", 18, "string"),
        ("{{ page.chrome }}", "theme/use", 9, ""),
        ("{{ page.days }}", "theme/use", 9, ""),
        ("{% for c in page.title %}{% endfor %}", "theme/use", 18, ""),
        ("{{ page.title() }}", "theme/use", 9, ""),
        ("{{ page.title|html }}", "theme/use", 9, ""),
        ("{{ page.cover.name }}", "theme/maybe", 9, None),
        ("{{ 'a' if page.lede }}", "theme/maybe", 1, None),
        ("{% if page.lede %}{{ page.cover.name }}{% endif %}", "theme/maybe", 27, None),
        ("{% if page.cover is none %}{{ page.cover.name }}{% endif %}", "theme/maybe", 12, None),
        ("{{ words[page.path] }}", "theme/unchecked", 4, None),
        ("{% include page.path %}", "theme/unchecked", 17, None),
        ("{% include 'nothing.html' %}", "theme/no-template", 13, None),
        ("{% include 'hom.html' %}", "theme/no-template", 13, "home.html"),
        ("{% include '../../content/site.yaml' %}", "theme/no-template", 13, None),
        ("{% include 'home.html' %}", "theme/circle", 13, "parent/home.html"),
        ("{% import 'macros.html' as n %}{{ n.stam(page) }}", "theme/attribute", 37, "stamp"),
        (
            "{% from 'macros.html' import stam with context %}",
            "theme/attribute",
            30,
            "stamp",
        ),
        (
            "{% import 'macros.html' as n with context %}{{ n.stamp() }}",
            "theme/arguments",
            50,
            None,
        ),
        (
            "{% import 'macros.html' as n with context %}{{ n.stamp(page, 1) }}",
            "theme/arguments",
            50,
            None,
        ),
        (
            "{% import 'macros.html' as n with context %}{{ n.stamp(dey=page) }}",
            "theme/arguments",
            50,
            None,
        ),
        ("{{ page.days[page.titel:]|length }}", "theme/attribute", 19, "title"),
        ("{{ page.title.replace(*page.titel) }}", "theme/attribute", 29, "title"),
        ("{{ page.days|sum('izo') }}", "theme/attribute", 19, "iso"),
        ("{{ page.days|join(', ', 'izo') }}", "theme/attribute", 26, "iso"),
        ("{{ page.days|sort(false, false, 'izo')|length }}", "theme/attribute", 34, "iso"),
        ("{{ page.days|sort(attribute='day,izo')|length }}", "theme/attribute", 34, "iso"),
        ("{{ page.days|map('upperr')|list|length }}", "theme/filter", 19, "upper"),
        ("{{ page.days|select('nosuch')|list|length }}", "theme/filter", 22, ""),
        ("{{ page.days|selectattr('day', 'nosuch')|list|length }}", "theme/filter", 33, ""),
        ("{{ page.days|join }}", "theme/use", 9, ""),
        ("{{ page.chrome|upper }}", "theme/use", 9, ""),
        ("{{ page.chrome ~ 'x' }}", "theme/use", 9, ""),
        ("{{ (page.title, page.chrome)|join }}", "theme/use", 1, ""),
        ("{{ page.chrome|first }}", "theme/use", 9, ""),
        ("{{ page.title * 9 }}", "theme/use", 9, ""),
        ("{{ page.title|truncate(wrong=1) }}", "theme/arguments", 15, None),
        ("{{ page.title|truncate(*page.titel) }}", "theme/attribute", 30, "title"),
        ("{{ page.days|map(attribute='cards.0.titel')|join }}", "theme/attribute", 37, "title"),
        ("{% if page.crumbz is defined %}x{% endif %}", "theme/attribute", 12, "crumbs"),
        ("{% set x | nbb %}a{% endset %}{{ x }}", "theme/filter", 12, "nb"),
        (
            "{% for d in page.days if loop.first %}{{ d.iso }}{% endfor %}",
            "theme/attribute",
            26,
            "",
        ),
        ("{% if page.title.upper %}{% endif %}", "theme/use", 18, ""),
        ("{{ super(page.titel) }}", "theme/attribute", 15, "title"),
        ("{{ self.main() }}", "theme/circle", 9, ""),
        (
            "{% macro m() %}{{ caller(page.titel) }}{% endmacro %}{% call m() %}{% endcall %}",
            "theme/attribute",
            31,
            "title",
        ),
        ("{% autoescape false %}{{ page.title }}{% endautoescape %}", "theme/autoescape", 4, None),
    ],
)
def test_what_a_template_gets_wrong_is_told_at_its_column(
    text: str, code: str, column: int, near: str | None
) -> None:
    """With what was probably meant; the line that is quoted is the template's."""
    found = [one for one in look(child(home=BLOCK.format(text))).problems if one.code == code]

    assert [f"themes/mine/templates/home.html:2:{column}"] == [str(one.place) for one in found]
    assert found[0].excerpt
    assert text == found[0].excerpt.text
    assert near is None or near == facts(found[0])["near"]


@pytest.mark.parametrize(
    "text",
    [
        "{% if page.cover %}{{ page.cover.name }}{% endif %}",
        "{% if not page.cover %}{% else %}{{ page.cover.name }}{% endif %}",
        "{% if not page.cover or page.cover.state %}{% endif %}",
        "{% if page.lede and page.cover and page.cover.state %}{{ page.cover.state }}{% endif %}",
        "{% if not page.cover %}{% elif page.cover.state %}{{ page.cover.state }}{% endif %}",
        "{{ page.cover.name if page.cover else '' }}",
        "{{ '' if page.cover is none else page.cover.name }}",
        "{% set c = page.cover %}{% if c %}{{ c.name }}{% endif %}",
        "{% if page.lede %}{% set a = 1 %}{% else %}{% set a = 2 %}{% endif %}{{ a }}",
        "{% if page.crumbs is defined %}{{ page.crumbs[0].text }}{% endif %}",
        "{% if page.crumbs is defined and page.crumbs %}{{ page.crumbs[0].text }}{% endif %}",
        "{% for d in page.days %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% for d in page.days %}{% if loop.previtem %}{{ loop.previtem.day }}{% endif %}{% endfor %}",
        "{% for name in page.days|map(attribute='day') %}{{ name|upper }}{% endfor %}",
        "{% for d in page.days[1:3]|reverse %}{{ d.day }}{% endfor %}",
        "{{ page.title.replace('a', 'b').strip() }}{{ page.title ~ 1 }}{{ 1 + 2 }}",
        (
            "{% macro hello(who, mark='!') %}{{ who.text }}{{ mark }}{% endmacro %}"
            "{% for one in page.earlier %}{{ hello(one) }}{{ hello(one, mark='.') }}{% endfor %}"
        ),
        (
            "{% macro frame() %}<b>{{ caller() }}</b>{% endmacro %}"
            "{% call frame() %}{{ page.title }}{% endcall %}"
        ),
        "{% filter upper %}{{ page.title }}{% endfilter %}",
        "{% set text %}{{ page.title }}{% endset %}{{ text }}",
        "{{ super() }}{{ self.title() }}",
        "{{ assets['icon.svg'] }}",
        "{{ page.days|sort(attribute='day,iso')|length }}",
        "{{ page.days|map(attribute='cards.0.title')|join }}",
        "{{ page.days|map(attribute='cards')|map('first')|map(attribute='title')|join }}",
        "{{ page.days|map(attribute='cards')|map('length')|sum }}",
        "{{ page.days|selectattr('iso', 'equalto', '2026')|list|length }}",
        "{{ (page.title, page.lede)|join('x')|truncate(5, true, '') }}",
        "{% for a in (page.title, page.lede) %}{{ a }}{% endfor %}",
        "{% set a, b = page.title, page.chrome %}{{ a }}{{ b.site }}",
        "{{ -3 + page.days|length * 2 }}",
        "{% include 'part.html' %}",
    ],
)
def test_what_is_right_is_let_be(text: str) -> None:
    """No false alarm, also where something is nothing on some pages."""
    theme = child(home=BLOCK.format(text), part="{{ page.title }}{{ words.nothing_yet }}")

    assert [] == [one for one in told(theme) if one[0] != "theme/unused"]


def test_a_macro_is_looked_over_with_what_it_is_given() -> None:
    """The same macro is right for a card and wrong for a stamp, and the line is the macro's."""
    text = (
        "{% extends 'parent/home.html' %}{% macro name(x) %}\n{{ x.title }}\n{% endmacro %}\n"
        "{% block main %}{% for d in page.days %}"
        "{{ name(d.cards[0]) }}{{ name(d.cards[0].day) }}{% endfor %}{% endblock %}"
    )
    (found,) = look(child(home=text)).problems

    assert ("theme/attribute", 2, "Stamp") == (found.code, found.place.line, facts(found)["owner"])


def test_a_macro_without_the_context_sees_no_page() -> None:
    """As it would be when it is drawn."""
    text = BLOCK.format("{% import 'macros.html' as n %}{{ n.title_link('a', 'b') }}")

    assert [("theme/attribute", "page")] == [
        (one.code, facts(one)["name"]) for one in look(child(home=text)).problems
    ]


def test_a_mistake_in_the_frame_is_told_once_for_all_pages() -> None:
    """With the name of every page that has no such field."""
    base = dict(DEFAULT.templates)["base.html"].replace(
        "{{ page.chrome.masthead }}", "{{ page.nowhere }}", 1
    )
    (found,) = look(child(base=base)).problems
    framed = {
        page.__name__
        for page, name in TEMPLATE_OF.items()
        if '{% extends "base.html" %}' in dict(DEFAULT.templates)[name]
    }

    assert framed == set(facts(found)["owner"].split("、"))
    assert framed


def test_a_child_extends_what_its_parent_has() -> None:
    """Under the same name, under `parent/`, and over two themes."""
    middle = Theme("themes/middle", (("home.html", BLOCK.format("{{ super() }}")),), DEFAULT)
    top = Theme(
        "themes/top",
        (
            ("home.html", BLOCK.format("{{ super() }}{{ page.titel }}")),
            ("archive.html", "{% extends 'base.html' %}{% block main %}{% endblock %}"),
        ),
        middle,
    )

    assert [("theme/attribute", "themes/top/templates/home.html:2:22")] == told(top)


def test_a_block_that_no_template_above_has_is_told() -> None:
    """It would never be shown; a block within a block of the child is its own."""
    text = (
        "{% extends 'base.html' %}\n{% block mian %}{% endblock %}"
        "{% block main %}{% block inner %}{% endblock %}{% endblock %}"
    )

    assert [("theme/block", "themes/mine/templates/changes.html:2:10")] == told(child(changes=text))


def test_what_stands_outside_of_blocks_is_told() -> None:
    """At its line."""
    text = "{% extends 'base.html' %}\n\n{% block main %}{% endblock %}\n<p>a</p>\n"

    assert [("theme/outside-block", "themes/mine/templates/changes.html:4:1")] == told(
        child(changes=text)
    )


def test_what_nothing_leads_to_is_told() -> None:
    """The theme's own only: what it took the use from in its parent is not its fault."""
    text = "{% extends 'base.html' %}{% block main %}{% endblock %}\n{% macro m(a) %}{% endmacro %}"
    theme = child(changes=text, gone="{{ page.title }}")

    assert [
        ("theme/unused", "themes/mine/templates/changes.html:2:10"),
        ("theme/unused", "themes/mine/templates/gone.html:1:1"),
    ] == sorted(told(theme))


CHANGES = "{% extends 'base.html' %}{% block main %}\n{{ page.x }}{% endblock %}"


def test_a_template_that_cannot_be_read_is_told_with_its_line() -> None:
    """And the others are looked over as before."""
    theme = child(home="{% extends 'base.html' %}\n{% blok %}", changes=CHANGES)
    found = look(theme).problems

    assert {
        ("theme/template", "themes/mine/templates/home.html:2:1"),
        ("theme/attribute", "themes/mine/templates/changes.html:2:9"),
    } == {(one.code, str(one.place)) for one in found}


@pytest.mark.parametrize(
    "use", ["{% import 'm.html' as m %}{{ m.a(1) }}", "{% from 'm.html' import a %}{{ a(1) }}"]
)
def test_macros_that_cannot_be_read_are_told_once(use: str) -> None:
    """Not again wherever one of them is used: the one mistake would drown among what follows from it."""
    theme = child(home=BLOCK.format(use * 3), m="{% macro a(x) %}\n{% endmacro %}\n{% macro b( %}")

    assert [("theme/template", "themes/mine/templates/m.html:3:1")] == told(theme)


@pytest.mark.parametrize(
    "text",
    [
        f"{{{{ {'(' * 3000}1{')' * 3000} }}}}",
        f"{'{% if page.title %}' * 600}{'{% endif %}' * 600}",
        f"{{{{ page.title{'|trim' * 3000} }}}}",
        f"{{{{ {'not ' * 3000}1 }}}}",
    ],
    ids=["brackets", "statements", "filters", "words"],
)
def test_what_is_nested_too_deeply_is_told(text: str) -> None:
    """It would fell whoever reads it, as a mistake of ours."""
    (found,) = (one for one in look(child(home=BLOCK.format(text))).problems)

    assert ("theme/template", "stop") == (found.code, found.severity)
    assert "80" in facts(found)["detail"]


def test_a_look_does_not_depend_on_the_order_of_anything() -> None:
    """The same theme, the same words in another order: the same problems in the same order."""
    text = BLOCK.format("{{ page.titel }}{{ words.nope }}")
    first = look_over(child(home=text), list(WORDS), ASSETS)
    second = look_over(child(home=text), WORDS.keys(), tuple(ASSETS))

    assert first == second
    assert re.fullmatch(r"[a-z_]+", first.words[0])
