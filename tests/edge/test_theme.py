"""A theme's files and those of the themes it builds on: found, whole, and readable, or named."""

import shutil
from pathlib import Path

import pytest

from generator.app.dressing import dress
from generator.edge.theme import Layer, read_theme
from generator.plan.pages import CONTRACT
from generator.values.problem import Problem, Stop
from generator.values.read import Read
from tests.promises.conftest import ROOT

OURS = read_theme("", "default").value or ()


@pytest.fixture
def themes(tmp_path: Path) -> Path:
    """A project's own copy of the default theme, under another name."""
    shutil.copytree(ROOT / "themes" / "default", tmp_path / "mine")
    return tmp_path


def write(themes: Path, name: str, **files: str) -> None:
    """A theme with a declaration that names its parent, and files (`words__zh` is `words/zh.yaml`)."""
    for key, text in files.items():
        folder, _, stem = key.rpartition("__")
        ending = {"templates": "html", "assets": "css"}.get(folder, "yaml")
        path = themes / name / folder / f"{stem}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def child(themes: Path, name: str, parent: str, **files: str) -> None:
    """A theme that builds on another."""
    write(themes, name, theme=f"name: 试\ncontract: {CONTRACT}\nparent: {parent}\n", **files)


def told(read: Read[tuple[Layer, ...]]) -> list[tuple[str, str]]:
    """Each problem by its code and its place."""
    return [(one.code, str(one.place)) for one in read.problems]


def dressed(themes: Path, name: str) -> tuple[Problem, ...]:
    """What is wrong with a theme once it is joined with what it builds on."""
    chain = read_theme(str(themes), name)
    assert chain.value, chain.problems
    return (*chain.problems, *dress(chain.value, OURS, "zh-CN").problems)


def asset(chain: tuple[Layer, ...] | None, name: str) -> bytes:
    """The bytes of an asset of the theme itself."""
    assert chain
    return dict(chain[0].part("assets"))[name].body


def test_a_project_s_own_theme_is_taken_before_ours(themes: Path) -> None:
    """And ours where the project has none."""
    (themes / "mine" / "assets" / "bulletin.css").write_text("body {}")

    assert b"body {}" == asset(read_theme(str(themes), "mine").value, "bulletin.css")
    assert b"body {}" != asset(read_theme(str(themes), "default").value, "bulletin.css")


@pytest.mark.parametrize("missing", ["templates/issue.html", "assets/icon.svg"])
def test_a_theme_that_lacks_a_file_is_refused_with_its_name(themes: Path, missing: str) -> None:
    """Before anything is drawn."""
    (themes / "mine" / missing).unlink()

    assert [("theme/incomplete", f"themes/mine/{missing}")] == [
        (one.code, str(one.place)) for one in dressed(themes, "mine")
    ]


def test_a_folder_without_a_declaration_is_refused(themes: Path) -> None:
    """Nobody could tell which contract it was written for."""
    (themes / "mine" / "theme.yaml").unlink()
    with pytest.raises(Stop) as stop:
        read_theme(str(themes), "mine")
    assert ("theme/incomplete", "themes/mine/theme.yaml", 2) == (
        stop.value.problem.code,
        stop.value.problem.place.path,
        stop.value.exit_code,
    )


def test_a_template_whose_text_is_damaged_is_told(themes: Path) -> None:
    """With its name; one that an old editor wrote is read, and said."""
    (themes / "mine" / "templates" / "home.html").write_bytes(b"\xff\xfe\xff")

    assert "themes/mine/templates/home.html" in {one.place.path for one in dressed(themes, "mine")}


def test_a_theme_that_does_not_exist_is_refused(themes: Path) -> None:
    """By its name."""
    with pytest.raises(Stop) as stop:
        read_theme(str(themes), "nowhere")
    assert "theme/absent" == stop.value.problem.code


def test_a_child_holds_only_what_it_changes(themes: Path) -> None:
    """A word, a token, a rule: the rest is its parent's, over two themes."""
    child(themes, "middle", "mine", words__zh="colon: ':'\n", assets__extra=".a { top: 0 }\n")
    child(
        themes,
        "top",
        "middle",
        words__zh="why: 为何\n",
        tokens="red:\n  light: '#800000'\n",
        assets__extra=".b { top: 0 }\n",
    )
    chain = read_theme(str(themes), "top").value
    assert chain
    look = dress(chain, OURS, "zh-CN").value
    assert look
    sheet = dict(look.files)["bulletin.css"].decode()

    assert (":", "为何") == (look.language.words["colon"], look.language.words["why"])
    assert "--red: #800000; --red-deep: #7d1513;" in sheet
    assert "--red: #f08a80; --red-deep: #f7b0a8;" in sheet
    assert sheet.index(".a {") < sheet.index(".b {")
    assert "extra.css" not in dict(look.files)


@pytest.mark.parametrize(
    ("parent", "code", "near"),
    [("mine", "", ""), ("mien", "theme/parent", "mine"), ("a", "theme/cycle", "")],
)
def test_a_parent_that_cannot_be_built_on_is_told_where_it_is_named(
    themes: Path, parent: str, code: str, near: str
) -> None:
    """A name that is not there, and a circle."""
    child(themes, "a", "b")
    child(themes, "b", parent)
    read = read_theme(str(themes), "a")

    assert ([(code, "themes/b/theme.yaml:3:9")] if code else []) == told(read)
    assert near in {value for one in read.problems for _, value in one.facts} | {""}


def test_another_contract_is_a_stop(themes: Path) -> None:
    """At the number."""
    write(themes, "mine", theme=f"name: 试\ncontract: {CONTRACT + 1}\n")

    assert [("theme/contract", "themes/mine/theme.yaml:2:11")] == told(
        read_theme(str(themes), "mine")
    )


@pytest.mark.parametrize(
    ("file", "text", "code", "place", "near"),
    [
        ("theme", "name: a\ncontract: 1\nparant: b\n", "key/unknown", "theme.yaml:3:1", "parent"),
        ("tokens", "papre:\n  light: '#fff'\n", "key/unknown", "tokens.yaml:1:1", "paper"),
        ("tokens", "red:\n  lite: '#fff'\n", "key/unknown", "tokens.yaml:2:3", "light"),
        ("tokens", "red:\n  light: red\n", "theme/token", "tokens.yaml:2:10", ""),
        ("tokens", "red:\n  light: '#12345'\n", "theme/token", "tokens.yaml:2:10", ""),
        ("tokens", "s-1: 4\n", "theme/token", "tokens.yaml:1:6", ""),
        ("tokens", "s-1: 1rem; } body {\n", "theme/token", "tokens.yaml:1:6", ""),
        ("tokens", "sans:\n  chinese: url(x)\n", "theme/token", "tokens.yaml:2:12", ""),
        ("tokens", "ink:\n  light: '#999'\n", "theme/contrast", "tokens.yaml:2:10", ""),
        ("tokens", "paper:\n  dark: '#999'\n", "theme/contrast", "tokens.yaml:2:9", ""),
        ("words__zh", "colonn: a\n", "theme/word-unknown", "words/zh.yaml:1:1", "colon"),
        (
            "assets__extra",
            "a { b: url(icon.sgv) }",
            "theme/asset",
            "assets/extra.css:1:12",
            "icon.svg",
        ),
        (
            "assets__extra",
            "a { b: url('//a/b.png') }",
            "theme/outside",
            "assets/extra.css:1:13",
            "",
        ),
        ("assets__extra", "@import 'a.css';", "theme/outside", "assets/extra.css:1:1", ""),
        ("assets__extra", "a { b: url(data:a) }", "theme/outside", "assets/extra.css:1:12", ""),
        ("assets__extra", "a { b: URL(//a/b.png) }", "theme/outside", "assets/extra.css:1:12", ""),
        ("assets__extra", "@IMPORT 'a.css';", "theme/outside", "assets/extra.css:1:1", ""),
        ("assets__extra", "a { b: u\\72l(//a) }", "theme/outside", "assets/extra.css:1:8", ""),
        ("assets__extra", "@\\69mport 'a.css';", "theme/outside", "assets/extra.css:1:1", ""),
        ("assets__extra", "a { b: url('a)b') }", "theme/outside", "assets/extra.css:1:8", ""),
        (
            "assets__extra",
            "a { b: image-set('//a/b.png' 1x) }",
            "theme/outside",
            "assets/extra.css:1:8",
            "",
        ),
    ],
)
def test_a_child_s_mistake_is_told_at_its_column(  # noqa: PLR0913, PLR0917 - one row a mistake
    themes: Path, file: str, text: str, code: str, place: str, near: str
) -> None:
    """With the line, and with what was probably meant."""
    child(themes, "small", "mine")
    write(themes, "small", **{file: text})
    chain = read_theme(str(themes), "small")
    problems = dressed(themes, "small") if chain.value else chain.problems
    found = [one for one in problems if one.code == code]

    assert f"themes/small/{place}" in {str(one.place) for one in found}
    assert all(one.excerpt for one in found)
    assert near == dict(found[0].facts).get("near", "")


def test_a_word_that_a_child_s_own_template_asks_for_is_welcome(themes: Path) -> None:
    """It is new, and it is used."""
    child(
        themes,
        "small",
        "mine",
        words__zh="hello: 你好\n",
        templates__changes="{% extends 'parent/changes.html' %}{% block main %}{{ words.hello }}"
        "{% endblock %}",
    )

    assert () == dressed(themes, "small")


def test_what_lies_in_a_theme_and_is_no_part_of_it_is_told(themes: Path) -> None:
    """A slip in a folder's name or in an ending; a README is welcome."""
    child(themes, "small", "mine", word__zh="a: b\n")
    (themes / "small" / "README.md").write_text("a")
    (themes / "small" / "templates").mkdir()
    (themes / "small" / "templates" / "home.htm").write_text("a")

    assert [
        ("theme/stray", "themes/small/templates/home.htm"),
        ("theme/stray", "themes/small/word"),
    ] == sorted((one.code, str(one.place)) for one in dressed(themes, "small"))


def test_the_default_theme_has_nothing_to_be_told() -> None:
    """Neither has the other that ships."""
    for name in ("default", "village"):
        assert () == dressed(ROOT / "themes", name)


@pytest.mark.parametrize("name", ["../small", "/etc", ".", "..", "small/..", "small\\", "c:x"])
def test_a_theme_is_named_and_not_led_to(themes: Path, name: str) -> None:
    """A path would fetch files from anywhere on the disk."""
    child(themes, "small", "mine")

    with pytest.raises(Stop) as stop:
        read_theme(str(themes), name)

    assert "theme/absent" == stop.value.problem.code


@pytest.mark.parametrize(
    "text",
    ['a::before { content: "url(x)" }', ".sm\\:a { top: 0 }", "a { b: url(#c) }", "/* url(x) */"],
)
def test_a_style_sheet_that_fetches_nothing_is_let_be(themes: Path, text: str) -> None:
    """Signs in a text, a name with an escaped sign, a part of the page itself."""
    child(themes, "small", "mine")
    write(themes, "small", assets__extra=text)

    assert [] == [
        one for one in dressed(themes, "small") if one.code in {"theme/outside", "theme/asset"}
    ]
