"""What is generated from the declarations is what stands in `docs/`, and editors can trust it."""

import functools
import importlib.util
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.cli.main import main
from generator.model.schema import schemas
from generator.read.source import Source
from generator.read.yamldoc import Node, Scalar, Sequence, load
from tests.conftest import SAMPLE, TOWNSHIP
from tests.house.house import ROOT


def made() -> Mapping[str, str]:
    """What `docs/generate.py` would write."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    generated: Mapping[str, str] = module.generated()
    return generated


def plain(node: Node) -> Any:
    """A tree of texts as an editor sees it."""
    if isinstance(node, Scalar):
        return node.text or None
    if isinstance(node, Sequence):
        return [plain(one) for one in node.items]
    return {key.text: plain(value) for key, value in node.items}


@functools.cache
def validator(schema: str) -> Draft7Validator:
    """What judges by a schema."""
    return Draft7Validator(schemas()[schema])


def wrong(schema: str, text: str) -> list[str]:
    """What an editor would mark."""
    node = load(Source("a.yaml", text)).value
    assert node
    return [one.message for one in validator(schema).iter_errors(plain(node))]


def files(content: Path) -> Iterator[tuple[str, Path]]:
    """The YAML of a site, each file with the schema that `.vscode` gives it."""
    for schema, pattern in (
        ("site.json", "site.yaml"),
        ("category.json", "*/category.yaml"),
        ("calendar.json", "calendar/*.yaml"),
        ("issue.json", "issues/*.yaml"),
        ("entry.json", "*/2*/*.yaml"),
    ):
        found = sorted(content.glob(pattern))
        assert found, pattern
        yield from ((schema, path) for path in found)


def test_what_is_generated_is_what_is_kept() -> None:
    """`python docs/generate.py` brings them up to date."""
    stale = [
        name
        for name, text in made().items()
        if (ROOT / "docs" / name).read_text(encoding="utf-8") != text
    ]

    assert [] == stale


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one(name: str) -> None:
    """Every editor can read it."""
    Draft7Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("content", [SAMPLE, TOWNSHIP], ids=["sample", "township"])
def test_a_site_of_ours_has_no_mark_in_an_editor(content: Path) -> None:
    """Whoever opens the township sees nothing underlined."""
    found = {path: wrong(schema, path.read_text("utf-8")) for schema, path in files(content)}

    assert {} == {path: told for path, told in found.items() if told}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("公开单位:", "公开单伟:"),
        ("期间: 2026-10", "期间: 十月"),
        ("公布日期: 2026-11-05", "公布日期: 昨天"),
        ("凭证号:", "凭证:"),
        ("公布日期: 2026-11-05", "公布日期: 2026/11-05"),
        ("公布日期: 2026-11-05", "# 公布日期: 2026-11-05"),
        ("类型: ledger", "类型: 流水帐"),
        ("期初: ", "期初: 约"),
        ("标题:", "# 标题:"),
    ],
)
def test_a_mistake_is_marked_in_an_editor(before: str, after: str) -> None:
    """Unknown keys, wrong forms and missing fields, without running anything."""
    text = (SAMPLE / "finance/2026/11-shiqiao-ledger.yaml").read_text("utf-8")
    changed = text.replace(before, after, 1)

    assert changed != text
    assert wrong("entry.json", changed)


def test_a_new_site_brings_its_schemas(tmp_path: Path) -> None:
    """The editor's settings lead to schemas that are there."""
    assert 0 == main(["new-site", str(tmp_path / "site")], {}, str(tmp_path), "gongkai")
    settings = json.loads((tmp_path / "site/.vscode/settings.json").read_text("utf-8"))

    assert settings["yaml.schemas"]
    for path in settings["yaml.schemas"]:
        Draft7Validator.check_schema(json.loads((tmp_path / "site" / path).read_text("utf-8")))


def test_the_settings_of_this_project_lead_to_schemas() -> None:
    """The sample is edited with them too."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))

    assert [] == [path for path in settings["yaml.schemas"] if not (ROOT / path).is_file()]
