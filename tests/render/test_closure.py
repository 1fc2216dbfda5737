"""What a page's template draws with: all that it leads to, in every way that a template can."""

from generator.render.closure import Closure, closures
from generator.render.engine import parsed
from generator.render.theme import Theme


def of(theme: Theme, name: str = "home.html") -> Closure:
    """What a page's template draws with."""
    return dict(closures(theme, lambda path: parsed(theme, path)))[name]


def theme(parent: Theme | None = None, /, folder: str = "t", **templates: str) -> Theme:
    """A theme of these templates."""
    return Theme(folder, tuple((f"{name}.html", text) for name, text in templates.items()), parent)


def places(found: Closure) -> list[str]:
    """The names of the templates, in the order in which they are met."""
    return [path for path, _ in found]


def named(*names: str) -> list[str]:
    """Templates of the theme `t`."""
    return [f"t/templates/{name}.html" for name in names]


def test_every_way_of_leading_to_a_template_is_followed() -> None:
    """Also one that stands within something else, and one after another."""
    found = of(
        theme(
            home='{% extends "base.html" %}{% from "m.html" import x %}'
            '{% block b %}{% if x %}{% include "part.html" %}{% endif %}{% endblock %}',
            base='{% import "n.html" as n %}{% block b %}{% endblock %}',
            part='{% include ["gone.html", "other.html"] ignore missing %}',
            m="{% macro x() %}{% endmacro %}",
            n="",
            other="",
            alone="",
        )
    )

    assert {*named("home", "base", "part", "m", "n", "other")} == {*places(found)}
    assert "t/templates/home.html" == places(found)[0]


def test_what_only_a_page_can_tell_is_everything() -> None:
    """A name that is worked out may be any."""
    for name in ("page.path", "'a' ~ page.path", "'a.html' if page else 'b.html'", "[page.path]"):
        found = of(theme(home=f"{{% include {name} %}}", other="", alone=""))

        assert {*named("home", "other", "alone")} == {*places(found)}, name


def test_templates_that_lead_to_each_other_come_once() -> None:
    """Who looks a theme over tells of the circle."""
    found = of(theme(home='{% include "a.html" %}', a='{% include "home.html" %}'))

    assert named("home", "a") == places(found)


def test_a_change_is_seen_by_who_draws_with_it_alone() -> None:
    """In the digest of the template that changed."""
    texts = {"home": '{% include "a.html" %}', "a": "1", "archive": "2", "b": "3"}
    before = theme(**texts)
    after = theme(**(texts | {"a": "4"}))

    assert [*named("a")] == [path for path, one in of(after) if (path, one) not in of(before)]
    assert of(before, "archive.html") == of(after, "archive.html")


def test_an_override_is_seen_wherever_the_name_is_used() -> None:
    """A child's own template takes the place of its parent's, and leads on to it."""
    parent = theme(home='{% include "a.html" %}', a="1")
    plain = of(theme(parent, folder="c"))
    own = of(theme(parent, folder="c", a='{% include "parent/a.html" %}'))

    assert named("home", "a") == places(plain)
    assert ["t/templates/home.html", "c/templates/a.html", "t/templates/a.html"] == places(own)
    assert plain[0] != own[0]
