"""The door to Jinja: what templates may do, and where their mistakes are found."""

import re
from dataclasses import replace
from datetime import date

import jinja2
import pytest

from generator.plan.pages import Page
from generator.plan.plan import plan_site
from generator.render.filters import trusted, unbroken
from generator.render.templates import Share, render_share
from generator.render.theme import Theme
from generator.values.html import Html
from tests.plan.test_plan import ASSETS, entry, language, site


def share(template: str) -> Share:
    """The front page of a small site, with one template."""
    plan = plan_site(site(entry(1, date(2026, 10, 3), title="<b>甲</b>")), language(), ASSETS)
    return Share(
        Theme("themes/t", (("home.html", template), ("part.html", "{{ page.nothing }}"))),
        plan.pages[:1],
    )


@pytest.mark.parametrize(
    ("template", "name", "line"),
    [
        ("一\n二 {{ page.titel }}", "home.html", 2),
        ("一\n{% if %}", "home.html", 2),
        ("一\n\n{{ words.no_such_word }}", "home.html", 3),
        ("{% include 'part.html' %}", "part.html", 1),
        ("{% extends 'gone.html' %}", "home.html", 1),
    ],
)
def test_a_template_s_mistake_is_found_in_the_template(template: str, name: str, line: int) -> None:
    """With its file and line, as a problem and not as a traceback."""
    read = render_share(share(template))

    assert [f"themes/t/templates/{name}"] == [one.place.path for one in read.problems]
    assert [line] == [one.place.line for one in read.problems]


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{{ page.titel }}", "titel"),
        ("{{ page.chrome.titel.short }}", "titel"),
        ("{{ words.no_such_word }}", "no_such_word"),
        ("{{ words['no such'] }}", "no such"),
        ("{{ page.categories[99] }}", "99"),
        ("{{ titel }}", "titel"),
    ],
)
def test_a_name_that_the_page_does_not_have_is_told(template: str, name: str) -> None:
    """By itself, without the Python that was asked for it."""
    read = render_share(share(template))

    facts = (("name", name), ("page", "index.html"))
    assert [("theme/name", facts)] == [(one.code, one.facts) for one in read.problems]


@pytest.mark.parametrize(
    ("template", "refused"),
    [
        ("{{ page.__class__.__mro__ }}", "attribute '__class__' of 'HomePage' object is unsafe"),
        ("{{ page['__class__'] }}", "attribute '__class__' of 'HomePage' object is unsafe"),
        ("{{ ''.__class__ }}", "attribute '__class__' of 'str' object is unsafe"),
        ("{{ words.__class__ }}", "attribute '__class__' of 'dict' object is unsafe"),
        ("{{ words.get.__self__ }}", "attribute '__self__'"),
        ("{{ page|attr('__class__') }}", "No filter named 'attr'"),
        ("{{ self._TemplateReference__context.environment }}", "of 'TemplateReference' object"),
        ("{{ cycler.__init__.__globals__ }}", "attribute '__init__' of 'StrictUndefined' object"),
        ("{{ cycler }}", "cycler"),
        ("{{ lipsum() }}", "lipsum"),
        ("{{ dict(a=1) }}", "dict"),
        ("{{ page.categories.append(1) }}", "append"),
        ("{{ words.update(a='b') }}", "attribute 'update' of 'dict' object is unsafe"),
        ("{{ words.clear() }}", "attribute 'clear' of 'dict' object is unsafe"),
        ("{% set page.title = 'a' %}", "cannot assign attribute"),
        ("{% include '../../content/site.yaml' %}", "../../content/site.yaml"),
        ("{% include '/etc/passwd' %}", "/etc/passwd"),
        ("{% extends 'file:///etc/passwd' %}", "file:///etc/passwd"),
    ],
)
def test_a_template_cannot_reach_out_or_change_anything(template: str, refused: str) -> None:
    """The sandbox refuses, with a problem that says what."""
    assert refused in refusal(template)


@pytest.mark.parametrize(
    ("template", "refused"),
    [
        ("{% for one in range(1000000000) %}{% endfor %}", "range"),
        ("{{ '%1000000000d'|format(1) }}", "No filter named 'format'"),
        ("{{ 'a'|center(1000000000) }}", "No filter named 'center'"),
        ("{{ 'a' * 9 }}", "* is not for templates"),
        ("{{ 9 * [1] }}", "* is not for templates"),
        ("{{ 9 ** 9 }}", "** is not for templates"),
        ("{{ '%9d' % 1 }}", "% is not for templates"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion depth"),
        ("{% include 'home.html' %}", "recursion depth"),
    ],
)
def test_a_template_cannot_go_on_for_ever_or_fill_the_memory(template: str, refused: str) -> None:
    """What makes much of little is not there; what calls itself is ended."""
    assert refused in refusal(template)


@pytest.mark.parametrize("name", ["safe", "xmlattr", "forceescape", "tojson", "urlize"])
def test_no_filter_marks_a_text_as_safe(name: str) -> None:
    """Those of Jinja that do are not there."""
    assert f"No filter named '{name}'." == refusal(f"{{{{ page.title|{name} }}}}")


def refusal(template: str) -> str:
    """What is told of a template, which has one thing wrong: what was refused, or the name."""
    (told,) = render_share(share(template)).problems
    facts = dict(told.facts)

    assert {"theme/template": "detail", "theme/name": "name"}[told.code] in facts
    return facts.get("detail", facts.get("name", ""))


def test_a_failure_quotes_the_template_and_names_the_page() -> None:
    """So that the page that shows it can be opened, and the line that did it found."""
    (problem,) = render_share(share("一\n二 {{ page.categories[99].title }}")).problems

    assert problem.excerpt
    assert "二 {{ page.categories[99].title }}" == problem.excerpt.text
    assert "themes/t/templates/home.html:2:22" == str(problem.place)
    assert ("page", "index.html") in problem.facts


def test_a_failure_of_many_pages_names_the_first_of_them() -> None:
    """In whatever order they were drawn: a build that draws some again tells what a clean one does."""
    failing = share("{{ page.nothing }}")
    pages = [replace(failing.pages[0], path=path) for path in ("b.html", "a.html", "c.html")]
    told = [
        render_share(replace(failing, pages=tuple(order))).problems
        for order in (pages, pages[::-1])
    ]

    assert told[0] == told[1]
    assert ("page", "a.html") in told[0][0].facts


def test_what_cannot_be_written_is_told() -> None:
    """Half a character, as a text of a template can have one."""
    done = render_share(share(r"{{ '\ud800' }}"))

    assert not done.value
    assert [one.code for one in done.problems] == ["theme/template"]


def test_every_text_is_escaped_but_our_own_html() -> None:
    """A filter does not help either: only Html is trusted."""
    shown = render_share(share("{{ page.categories[0].latest[0].title }}{{ page.title|html }}"))

    assert shown.value
    assert b"&lt;b&gt;" in shown.value[0].body
    assert "<p>a</p>" == trusted(Html("<p>a</p>"))
    assert "&lt;p&gt;" == trusted("<p>")  # type: ignore[arg-type]


def test_dates_and_numbers_stay_with_their_units() -> None:
    """And what stands around them stays escaped."""
    assert '清政发<span class="nb">〔2026〕5号</span>' == unbroken("清政发〔2026〕5号")
    assert '<span class="nb">2026年10月</span>&lt;公开&gt;<span class="nb">3名</span>' == unbroken(
        "2026年10月<公开>3名"
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("公布14,600.00元，应为16,400.00元", ["布14,600.00元", "为16,400.00元"]),
        ("共5户12人。", ["共5户12人"]),
        ("支出37,219.50元", ["支出37,219.50元"]),
        ("（3亩）", ["3亩"]),
        ("在第3期", ["第3期"]),
        ("石桥村2026年10月收支", ["2026年10月"]),
    ],
)
def test_a_number_takes_the_character_before_it_along(text: str, kept: list[str]) -> None:
    """A line that began with such a number would be indented by the space set before it.

    A year leaves a village's name whole instead.
    """
    assert kept == re.findall('<span class="nb">(.*?)</span>', unbroken(text))
    assert text == re.sub("<.*?>", "", unbroken(text))


def test_dates_in_a_body_stay_whole_too() -> None:
    """What is written in a tag is left alone, what was escaped stays so; a phone number is one word."""
    body = trusted(Html('<p title="2026年10月">电话0730-5550142&lt;3人&gt;</p>'))

    assert unbroken(body) == (
        '<p title="2026年10月"><span class="nb">电话0730-5550142</span>'
        '&lt;<span class="nb">3人</span>&gt;</p>'
    )


def test_a_word_may_be_called_like_something_that_a_dictionary_can_do() -> None:
    """What is shown is the word."""
    made = share("{{ words.items }} {{ words['keys'] }}")
    page = made.pages[0]
    words = (*page.chrome.words, ("items", "五项"), ("keys", "钥匙"))
    worded = replace(page, chrome=replace(page.chrome, words=words))

    (done,) = render_share(Share(made.theme, (worded,))).value or ()

    assert "五项 钥匙" == done.body.decode()


PARTS = (
    ("plain.html", "{% macro back() %}[{{ page.root }}|{{ words.colon }}]{% endmacro %}"),
    ("named.html", "{% macro name(more='') %}[{{ page.title }}{{ more }}]{% endmacro %}"),
    ("whole.html", "{% macro own() %}{% set it = page %}{{ it.path }}{% endmacro %}"),
    ("state.html", "{% set title = page.title %}{% macro kept() %}{{ title }}{% endmacro %}"),
    (
        "rows.html",
        "{% set all = 'ab'|select %}{% macro rows() %}{{ all|list|length }}{% endmacro %}",
    ),
)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% import 'plain.html' as m with context %}{{ m.back() }}", "[{p.root}|{colon}]"),
        ("{% import 'named.html' as m with context %}{{ m.name('甲') }}", "[{p.title}甲]"),
        ("{% import 'named.html' as m with context %}{{ m.name(more='甲') }}", "[{p.title}甲]"),
        ("{% from 'named.html' import name with context %}{{ name() }}", "[{p.title}]"),
        ("{% import 'whole.html' as m with context %}{{ m.own() }}", "{p.path}"),
        ("{% import 'state.html' as m with context %}{{ m.kept() }}", "{p.title}"),
        ("{% import 'rows.html' as m with context %}{{ m.rows() }}", "2"),
    ],
)
def test_macros_that_are_made_once_say_what_each_page_is(template: str, said: str) -> None:
    """Pages of other titles, roots and words one after the other, and all of it a second time."""
    plan = plan_site(site(entry(1, date(2026, 10, 3))), language(), ASSETS)
    page = plan.pages[0]
    chrome = replace(page.chrome, words=(*page.chrome.words, ("colon", "乙")))
    pages = (
        page,
        replace(page, root="../", path="a/b.html"),
        replace(page, title="丙"),
        replace(page, chrome=chrome),
    )
    theme = Theme("themes/t", (("home.html", template), *PARTS))

    read = render_share(Share(theme, (*pages, *pages)))

    assert not read.problems
    told = [said.format(p=one, colon=dict(one.chrome.words)["colon"]) for one in (*pages, *pages)]
    assert told == [one.body.decode() for one in read.value or ()]


FRAME = (
    "<{{ page.root }}{{ page.chrome.site }}{{ page.chrome.organ }}{{ words.colon }}"
    "{% for item in page.chrome.nav %}{{ '*' if item.href == page.path else '' }}{{ item.text }}{% endfor %}"
    "{{ assets['a.css'] }}"
    "{% block x %}{% endblock %}{{ page.title }}>"
)
SAID = "<{p.root}{p.chrome.site}{p.chrome.organ}{colon}{nav}{css}x{p.title}>"


def framed(page: Page, organ: str = "", colon: str = "：", css: str = "a.1.css") -> Page:
    """The page in another frame; `colon` is one of its words, `css` one of its assets."""
    words, assets = (*page.chrome.words, ("colon", colon)), (("a.css", css),)
    chrome = replace(page.chrome, words=words, assets=assets, organ=organ or page.chrome.organ)
    return replace(page, chrome=chrome)


def said_of(page: Page, said: str) -> str:
    """What a template says of a page."""
    chrome = page.chrome
    nav = "".join("*" * (item.href == page.path) + item.text for item in chrome.nav)
    words, assets = dict(chrome.words), dict(chrome.assets)
    return said.format(p=page, colon=words["colon"], nav=nav, css=assets["a.css"])


@pytest.mark.parametrize(
    ("top", "said"),
    [
        ("", SAID),
        ("{% set words = {'colon': page.title} %}", SAID.replace("{colon}", "{p.title}")),
        ("{% import 'words.html' as words with context %}", SAID.replace("{colon}", "{p.title}")),
        ("{% set page = page.categories[0] %}", ""),
    ],
)
def test_what_pages_have_in_common_is_what_each_of_them_has(top: str, said: str) -> None:
    """Pages alike but for one thing one after the other, and all of it a second time.

    A template may call something else by the names of what a page shows.
    """
    page = framed(plan_site(site(entry(1, date(2026, 10, 3))), language(), ASSETS).pages[0])
    nav = (replace(page.chrome.nav[0], text="别处"), *page.chrome.nav[1:])
    pages = (
        page,
        replace(page, title="丙"),
        replace(page, root="../"),
        *(replace(page, path=path) for path in ("一.html", page.chrome.nav[1].href, "二.html")),
        framed(page, colon="；"),
        framed(page, css="a.2.css"),
        framed(page, organ="丁"),
        replace(page, chrome=replace(page.chrome, nav=nav)),
    )
    child = "{% extends 'base.html' %}" + top + "{% block x %}x{% endblock %}"
    module = "{% set colon = page.title %}"
    parts = (("home.html", child), ("base.html", FRAME), ("words.html", module))

    read = render_share(Share(Theme("themes/t", parts), (*pages, *pages)))

    told = [said_of(one, said) for one in (*pages, *pages)] if said else []
    assert told == [one.body.decode() for one in read.value or ()]
    assert bool(read.problems) is not bool(said)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("a{% include 'part.html' %}b", "a(1)b"),
        ("a{% include 'part.html' without context %}b", "a(1)b"),
        ("a{% block x %}b{% include 'part.html' without context %}{% endblock %}c", "ab(1)c"),
        ("{% extends 'base.html' %}z{% block x %}b{{ super() }}{% endblock %}", "<bx>y"),
        ("{% if 1 %}{% extends 'base.html' %}{% endif %}z", "<x>y"),
        ("{% if 0 %}{% extends 'base.html' %}{% endif %}z", "z"),
        ("a{% block x %}b{% endblock %}{{ self.x() }}", "abb"),
        (
            "a{% for i in '12' %}{{ i }}{% block x scoped %}{{ i }}{% endblock %}{% endfor %}",
            "a1122",
        ),
        (
            "{% macro m(t) %}{{ t }}{{ caller(1) }}{% endmacro %}{% call(v) m('&') %}{{ v }}{% endcall %}",
            "&amp;1",
        ),
        ("{% macro m(a, b='2') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(b=1, a=3) }}", "1231"),
        (
            "{% macro m() %}{{ varargs|join }}{{ kwargs.x }}{% endmacro %}{{ m(1, 2, x='<') }}",
            "12&lt;",
        ),
        ("{% autoescape false %}{% macro m() %}<{% endmacro %}{{ m() }}{% endautoescape %}", "<"),
        ("{% for i in '12' %}{{ loop.index0 and loop.previtem }}{% endfor %}", "01"),
        ("{% for i in '12' %}{{ loop.last or loop.nextitem }}{% endfor %}", "2True"),
        (
            "{% for i in 'ab'|map('upper') %}{{ loop.last }}{{ i }}{{ loop.length }} {% endfor %}",
            "FalseA2 TrueB2 ",
        ),
        (
            "{% for i in ['ab', 'c'] recursive %}{{ i if i|length == 1 else loop(i|list) }}{% endfor %}",
            "abc",
        ),
        ("{{ '1 2'|urlencode }}{{ {'a': 1}|urlencode }}{{ 3|urlencode }}", "1%202a=13"),
    ],
)
def test_what_a_template_says_comes_in_its_order(template: str, said: str) -> None:
    """However it is put together, and whatever of it Jinja gives at once."""
    one = share(template)
    parts = (("base.html", "<{% block x %}x{% endblock %}>y"), ("part.html", "({{ 1 }})"))
    theme = Theme("themes/t", (("home.html", template), *parts))

    read = render_share(Share(theme, one.pages))

    assert [said] == [file.body.decode() for file in read.value or ()]


def test_a_template_that_cannot_be_read_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pages draw with it: to read it again for each takes longer than to draw them."""
    one = share("{% import 'part.html' as m %}{{ m.a() }}")
    theme = Theme("themes/t", (*one.theme.templates[:1], ("part.html", "一\n{% macro a( %}")))
    read = list[str]()
    compile_ = jinja2.Environment.compile

    def noted(self: jinja2.Environment, source: str, name: str, filename: str) -> object:
        read.append(name)
        return compile_(self, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "compile", noted)
    found = render_share(Share(theme, one.pages * 3))
    draws = [render_share(Share(theme, one.pages)) for _ in range(3)]

    assert ["themes/t/templates/home.html", "themes/t/templates/part.html"] == read
    assert [found.problems] * 3 == [one.problems for one in draws]
    assert ["themes/t/templates/part.html:2:1"] == [str(one.place) for one in found.problems]
