"""What reaches a page by a way that its statements do not show: the page is right, or drawn whole."""

import pytest

from generator.render.patch import patch
from generator.render.templates import draw
from generator.render.theme import Theme
from tests.render.test_patch import CHILD, END, LONG, MAIN, M, pages, patched, small

USED = f"{CHILD}{{% import 'n.html' as n %}}{{% block main %}}{LONG}"
EITHER = "('n.html' if page.lede else 'm.html')"
NAMED = "{% macro c() %}<<>>{% endmacro %}"
ASKING = "{% macro q() %}{% if n is defined %}<b>{% endif %}<<>>{% endmacro %}"
CALLING = "{% import 'm.html' as m %}{{ m.said() }}"
OVER = "{% extends 'mid.html' %}{% import 'm.html' as n %}"
BETWEEN = f"{CHILD}{{% import 'k.html' as k with context %}}{{% block main %}}{{{{ k.q() }}}}{END}"


@pytest.mark.parametrize(
    "files",
    [
        # what is included or imported sees the names of the page: in a block, in a macro's file
        {"entry": f"{USED}{{% include 'part.html' %}}{END}", "part": "{{ n.c() }}", "n": NAMED},
        {
            "entry": f"{USED}{{% import 'k.html' as k with context %}}{{{{ k.a() }}}}{END}",
            "k": "{% macro a() %}{{ n.c() }}{% endmacro %}",
            "n": NAMED,
        },
        {
            "entry": f"{USED.replace('{% block', M + '{% block')}{{{{ m.a() }}}}{END}",
            "m": "{% set x = 1 %}{% macro a() %}{{ n.c() }}{% endmacro %}",
            "n": NAMED,
        },
        # a macro that sees those of the file that imports it; a file that pages tell, or expressions
        {
            "entry": f"{USED}{{{{ n.a() }}}}{END}",
            "n": f"{NAMED}{M}{{% macro a() %}}{{{{ m.b() }}}}{{% endmacro %}}",
            "m": "{% macro b() %}{{ c() }}{% endmacro %}",
        },
        {"entry": USED.replace("'n.html'", "'n' ~ '.html'") + "{{ n.c() }}" + END, "n": NAMED},
        {
            "entry": USED.replace("'n.html'", EITHER) + "{{ n.c() }}" + END,
            "n": NAMED,
        },
        # a name that is given twice
        {
            "entry": f"{USED}{{% if n.c is defined %}}甲{{% endif %}}{END}",
            "n": "<<{% macro c() %}{% endmacro %}|{% import 'm.html' as c %}>>",
        },
        # a block within a macro of the template that is extended
        {
            "entry": "{% extends 'mid.html' %}{% block x %}<<>>{% endblock %}",
            "mid": f"{CHILD}{{% macro a() %}}{{% block x %}}{END}{{% endmacro %}}"
            f"{{% block main %}}{LONG}{{{{ a() }}}}{END}",
        },
        # names that another template gave before, those that what a macro includes sees
        {"entry": OVER, "mid": BETWEEN, "k": ASKING},
        {
            "entry": f"{CHILD}{{% macro a() %}}{{% include 'part.html' %}}{{% endmacro %}}"
            f"{{% block main %}}<<{LONG}|{LONG}{{{{ a() }}}}>>{END}",
            "base": "{% set x = '甲' %}{% block main %}{% endblock %}",
            "part": "{{ x|default('') }}",
        },
        # a block that keeps a name to itself
        {
            "entry": f"{LONG}<<{{% block a %}}{{% set x = 1 %}}{END}|{{% set x = 1 %}}>>"
            "{{ x|default('') }}"
        },
    ],
)
def test_a_page_knows_names_that_are_not_seen(files: dict[str, str]) -> None:
    """Names that reach a statement by a way that it does not show: the page is right, or drawn whole."""
    was, now = ({name: _turned(text, turn) for name, text in files.items()} for turn in (0, 1))

    patched(small(**was), small(**now))
    patched(small(**now), small(**was))


def _turned(text: str, turn: int) -> str:
    """A text as it was (0) or is (1): `<<was|is>>`."""
    head, found, rest = text.partition("<<")
    if not found:
        return text
    both, _, tail = rest.partition(">>")
    return head + (both.split("|") if both else [LONG, f"{LONG}乙"])[turn] + tail


@pytest.mark.parametrize(
    ("before", "now"),
    [
        # what is worked out where a file is imported, though nobody uses that; a block that has to be given
        (small(entry=USED + END, n=""), small(entry=USED + END, n="{{ nothing }}")),
        (
            small(entry=USED + END, n="{% import 'm.html' as m %}", m=""),
            small(entry=USED + END, n="{% import 'm.html' as m %}", m="{{ nothing }}"),
        ),
        (
            small(entry=USED + END, n="", m="{% import 'n.html' as n %}"),
            small(entry=USED + END, n="{% import 'm.html' as m %}", m="{% import 'n.html' as n %}"),
        ),
        (
            small(entry=USED + END, n=CALLING, m="{% macro said() %}{% endmacro %}"),
            small(entry=USED + END, n=CALLING, m="{% macro said() %}{{ nothing }}{% endmacro %}"),
        ),
        (
            small(entry=f"{MAIN}{LONG}{END}", base="{% block main required %}{% endblock %}", n=""),
            small(entry=CHILD, base="{% block main required %}{% endblock %}", n=""),
        ),
        (
            small(entry=CHILD, base="{% block main %}{% endblock %}"),
            small(entry=CHILD, base="{% block main required %}{% endblock %}"),
        ),
    ],
)
def test_what_fails_elsewhere_is_not_patched(before: Theme, now: Theme) -> None:
    """Where no statement that changed would tell it, the page is drawn whole, and tells it."""
    assert draw(before, pages()[0]).value is not None
    assert draw(now, pages()[0]).value is None
    assert patch(before, now, "entry.html") is None
