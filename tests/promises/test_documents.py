"""What the documents show is there and works: commands, options, folders, lines of the samples."""

import io
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.house.house import tree_files
from tests.promises.conftest import ROOT

READMES = ("README.md", "README.zh-CN.md")
TYPED_ELSEWHERE = {
    "README.md": "test_readme.py",
    "README.zh-CN.md": "test_readme.py",
    "docs/clerk-guide.md": "test_clerk_guide.py",
    "docs/publishing.md": "test_publishing.py",
    "docs/hosting/checklist.md": "test_publishing.py",
    "docs/village/README.md": "../app/test_second_site.py",
    "benchmarks/README.md": "test_benchmarks.py",
}
"""Documents whose commands other tests type, in their order."""
PROBLEMS = "docs/problems.md"
"""Written from examples that are tried one by one."""
MEANT = {"文件夹名": "mine", "DIR": "mine", "栏目": "finance", "类型": "notice"}
"""What a reader puts in for a word of a document."""
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in tree_files()
    if path.suffix == ".md" and not path.is_relative_to(ROOT / "tests")
    if not path.is_relative_to(ROOT / "content") or path.name == "README.md"
}
COMMANDS = [
    (name, command)
    for name, text in DOCUMENTS.items()
    if name not in {*TYPED_ELSEWHERE, PROBLEMS} and "decisions" not in name
    for command in re.findall(r"(?m)(?:^|`)(?:python3? build\.py)((?: [^`\n]+)?)(?:`|$)", text)
    if not command.startswith(" test")
]


def says(project: Path, words: list[str]) -> tuple[int, str]:
    """How the program ends in a project, and what it says on either side."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words, {}, str(project), "python3 build.py")
    return code, out.getvalue() + err.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new site."""
    code, said = says(tmp_path, ["new-site", "site"])
    assert 0 == code, said
    return tmp_path / "site"


def test_there_are_commands_to_type() -> None:
    """And what another test types is typed there."""
    assert {"content/README.md", "docs/kinds.md", "docs/theme-guide.md"} <= {
        name for name, _ in COMMANDS
    }
    for name, test in TYPED_ELSEWHERE.items():
        named = (ROOT / "tests/promises" / test).read_text("utf-8")
        assert name.removesuffix("/README.md") in named, name


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_a_command_of_a_document_works(name: str, command: str, project: Path) -> None:
    """In a new site, with a reader's own words put in."""
    words = [MEANT.get(word, word) for word in command.split()]
    code, said = says(project, words)

    assert code in {0, 4}, f"{name}: {said}"


@pytest.mark.parametrize(
    "command", re.findall(r"(?m)^\.venv/bin/(.*)$", DOCUMENTS["CONTRIBUTING.md"])
)
def test_a_tool_of_the_developers_is_locked_and_knows_its_options(command: str) -> None:
    """The gates themselves are run by the tests of the house."""
    tool, *words = command.split()
    package = {"lint-imports": "import-linter"}.get(tool, tool)
    program = Path(sys.executable).with_name(tool)
    asked = [word for word in words if word[0] != "-" and word.isalpha()]
    told = subprocess.run(
        [program, *asked, "--help"], capture_output=True, encoding="utf-8", check=False
    )

    assert re.search(rf"(?m)^{package}==", (ROOT / "requirements/dev.lock").read_text("utf-8"))
    assert 0 == told.returncode, told.stderr
    assert [] == [one for one in words if one.startswith("--") and one not in told.stdout]


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_readme_names_the_options_that_there_are(name: str, command: str, project: Path) -> None:
    """Those of both commands, and the one that each has for itself."""
    (shared, build, check) = re.findall(
        r"(?m)^`build`.*?`check`.*?((?:`--[^`]*`.*?)+)[；;].*?(`--clean`.*?`--json`).*?(`--format [^`]*`)",
        DOCUMENTS[name],
    )[0]
    _, said = says(project, [command, "--help"])
    named = re.findall(r"--[a-z]+", shared + {"build": build, "check": check}[command])

    assert sorted(re.findall(r"(?m)^  (--[a-z]+)", said)) == sorted({*named, "--help"})


@pytest.mark.parametrize("name", READMES)
def test_the_layout_is_that_of_the_sample(name: str) -> None:
    """What it names is there, but for what the sample can do without, and nothing else is."""
    (tree,) = re.findall(r"(?ms)^```text\n(content/ .*?)^```", DOCUMENTS[name])
    lines = [re.split(r" {2,}", line.strip())[0] for line in tree.splitlines()]
    inside = [line for line in lines if line not in {"content/", "themes/", "output/", ".cache/"}]
    missing = [one for one in inside if not any((ROOT / "content").glob(one.replace("…", "*")))]
    tops = {path.name for path in (ROOT / "content").iterdir()}
    categories = {path.parent.name for path in (ROOT / "content").glob("*/category.yaml")}

    assert {"content/", "themes/", "output/"} < set(lines)
    assert ["files/", "records/"] == missing
    assert (
        tops - categories - {"README.md"}
        == {one.split("/")[0] for one in inside if one not in missing} - categories
    )


def test_both_layouts_are_the_same() -> None:
    """In either language."""
    english, chinese = (
        re.findall(r"(?m)^  ?\S+(?=  )|^\w+/(?=  )", DOCUMENTS[name]) for name in READMES
    )

    assert english
    assert english == chinese


def test_every_name_at_the_top_has_its_reason() -> None:
    """In the decision on the top level."""
    tops = {path.relative_to(ROOT).parts[0] for path in tree_files()}
    decision = DOCUMENTS["docs/decisions/0001-top-level.md"]

    assert [] == [name for name in sorted(tops) if f"`{name}" not in decision]


@pytest.mark.parametrize(
    ("document", "source"),
    [
        ("docs/architecture.md", "content/finance/2026/11-shiqiao-ledger.yaml"),
        ("docs/village/README.md", "docs/village/content/affairs/2026/11-representatives.yaml"),
    ],
)
def test_an_example_stands_in_the_sample(document: str, source: str) -> None:
    """Its lines, in their order."""
    (example,) = re.findall(r"(?ms)^```yaml\n(.*?)^```", DOCUMENTS[document])
    lines = iter((ROOT / source).read_text("utf-8").splitlines())

    assert [] == [line for line in example.splitlines() if line not in lines]


def test_every_link_of_a_document_leads_somewhere() -> None:
    """Within the tree; the reference of problems and the guide show links as examples."""
    broken = [
        f"{name}: {target}"
        for name, text in DOCUMENTS.items()
        if name not in {PROBLEMS, "docs/clerk-guide.md"}
        for target in re.findall(r"\]\(([^)#:\s]+)", re.sub(r"(?ms)^```.*?^```", "", text))
        if not (ROOT / name).parent.joinpath(target).exists()
    ]

    assert [] == broken
