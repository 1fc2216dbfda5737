"""The guide for themes does what it says: its files, as they stand in it, make a theme."""

import re
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.promises.conftest import ROOT

GUIDE = (ROOT / "docs/theme-guide.md").read_text("utf-8")
FILES = re.findall(r"`(themes/mine/[\w./-]+)`\n\n```\w+\n(.*?)```", GUIDE, re.DOTALL)
CHOICE = re.findall(r"`content/site.yaml`:\n\n```yaml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, with the guide followed to its end."""
    folder = tmp_path_factory.mktemp("guide")
    assert 0 == main(["new-site", "mysite"], {}, str(folder), "gongkai")
    project = folder / "mysite"
    for path, text in FILES:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    settings = project / "content/site.yaml"
    (choice,) = CHOICE
    kept = re.sub(r"(?m)^主题: .*\n", "", settings.read_text("utf-8"))
    settings.write_text(kept + choice, encoding="utf-8")
    assert main(["build"], {}, str(project), "gongkai") in {0, 4}
    return project


def test_every_file_of_the_guide_is_written() -> None:
    """A declaration, a token, a word, a template, a rule, a picture."""
    assert [
        "themes/mine/theme.yaml",
        "themes/mine/tokens.yaml",
        "themes/mine/words/zh.yaml",
        "themes/mine/templates/changes.html",
        "themes/mine/assets/extra.css",
        "themes/mine/assets/hills.svg",
    ] == [path for path, _ in FILES]
    assert len(re.findall(r"^```\w+$", GUIDE, re.MULTILINE)) == len(FILES) + len(CHOICE)


def test_nothing_is_told_of_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a stop nor a warning."""
    main(["check"], {}, str(project), "gongkai")
    heard = capsys.readouterr()

    assert "theme/" not in heard.err + heard.out


def test_each_change_shows(project: Path) -> None:
    """The colour, the line of the template, the rule with the picture's published name."""
    output = project / "output"
    (sheet,) = output.glob("assets/bulletin-*.css")
    (hills,) = output.glob("assets/hills-*.svg")
    css = sheet.read_text("utf-8")

    assert "--red:#1e6547;" in css
    assert "--red:#7fcba6;" in css
    assert "--red:#8b0000;" in css
    assert f'url("{hills.name}")' in css
    assert '<p class="small">咨询电话：' in (output / "changes.html").read_text("utf-8")


def test_a_template_reaches_a_picture_as_the_guide_says(project: Path) -> None:
    """Under its published name."""
    (line,) = re.findall(r"`(<img [^`]*)`", GUIDE)
    changes = project / "themes/mine/templates/changes.html"
    before = changes.read_text("utf-8")
    changes.write_text(before.replace("{{ super() }}", "{{ super() }}" + line), encoding="utf-8")

    assert main(["build"], {}, str(project), "gongkai") in {0, 4}
    (hills,) = (project / "output").glob("assets/hills-*.svg")
    assert f'<img src="assets/{hills.name}" alt="">' in (project / "output/changes.html").read_text(
        "utf-8"
    )
