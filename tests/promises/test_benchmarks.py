"""What the measurements stand on: the corpus is what its page says, the stages are where they were."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import conservation, corpus, growth, markdown_ways, stages
from generator.cli.main import main
from tests.growth.child import FAMILIES
from tests.promises.conftest import ROOT

FOLDER = ROOT / "benchmarks"
PAGE = (FOLDER / "README.md").read_text("utf-8")
COMMAND = re.compile(r"^\.venv/bin/python (benchmarks/\w+\.py)([^#\n]*)", re.MULTILINE)
ENTRIES = [corpus.entry(number, 1) for number in range(2 * corpus.MONTHS)]
NOTICES = {path: text.split("\n---\n", 1)[1] for path, text in ENTRIES if path.endswith(".md")}


def files(project: Path) -> dict[str, bytes]:
    """What stands in the content of a project, by its path."""
    content = project / "content"
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of thirty entries."""
    folder = tmp_path_factory.mktemp("corpus")
    assert 0 == corpus.main(["30", str(folder / "thirty")])
    return folder / "thirty"


def test_one_in_ten_is_an_account_and_four_have_a_table() -> None:
    """Exactly, in every round of the months."""
    tables = [path for path, text in NOTICES.items() if "\n| --- |" in text]

    assert len(ENTRIES) == len({path for path, _ in ENTRIES})
    assert len(ENTRIES) == 10 * (len(ENTRIES) - len(NOTICES))
    assert 10 * len(tables) == 4 * len(ENTRIES)


def test_a_text_has_as_many_characters_as_is_said() -> None:
    """With its table no more than the most, without it no less than the least; they differ."""
    longest = [len("".join(text.split())) for text in NOTICES.values()]
    shortest = [len("".join(re.sub(r"(?m)^\|.*", "", one).split())) for one in NOTICES.values()]

    assert max(longest) <= 1500
    assert min(shortest) >= 300
    assert max(longest) - min(shortest) > 1000


def test_every_month_has_its_share() -> None:
    """A month for each entry of a round, and accounts in other months in the next."""
    month = re.compile(r"/(\d{4}/\d\d)-")
    months = Counter(found[1] for path, _ in ENTRIES if (found := month.search(path)))
    accounts = [found[1] for path, _ in ENTRIES if (found := re.search(r"/(.*)-ledger", path))]

    assert {2} == set(months.values())
    assert corpus.MONTHS == len(months)
    assert len(accounts) == len(set(accounts))


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(small: Path, tmp_path: Path) -> None:
    """The same bytes; another seed says something else."""
    corpus.write(tmp_path / "twelve", 12)
    twelve, thirty = files(tmp_path / "twelve"), files(small)

    assert twelve.items() < thirty.items()
    assert 18 == len(thirty) - len(twelve)
    assert corpus.entry(7, 1) != corpus.entry(7, 2)


def test_nothing_is_wrong_with_a_corpus(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a problem nor a warning, and all of it is public."""
    assert 0 == main(["check", "--strict"], {}, str(small), "gongkai")
    said = capsys.readouterr().err

    assert "可以公开 30 条" in said
    assert not re.search("怎么办|没有公开的", said)


def test_every_stage_takes_time(small: Path) -> None:
    """A function that is no longer called where the stage looks for it would take none."""
    done = subprocess.run(
        [sys.executable, FOLDER / "stages.py", "--in", small],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    spent = json.loads(done.stdout)["spent"]

    assert {*stages.STAGES, "the rest"} == spent.keys()
    assert [] == [stage for stage, seconds in spent.items() if seconds <= 0]


def test_the_other_scripts_measure_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison takes a part of the time; a pattern of each family is read."""
    monkeypatch.setattr(conservation, "ROUNDS", 1)

    assert conservation.share("one", [next(iter(NOTICES.values()))]) > 0
    assert all(growth.row(family, 0, 100)[0] > 0 for family in FAMILIES)


def test_every_way_through_markdown_takes_time() -> None:
    """Ours the least, in any round; and a ratio has a least, a middle and a most."""
    spent = markdown_ways.measured(markdown_ways.bodies(10), 3)

    assert {3} == set(map(len, spent.values()))
    assert [] == [way for way, seconds in spent.items() if min(seconds) <= 0]
    assert (1.0, 2.0, 4.0) == markdown_ways.ratios([2, 8, 6], [2, 2, 3])


def test_the_page_has_a_row_of_figures_for_every_stage() -> None:
    """At two sizes."""
    (_, *rows) = re.findall(r"^\| ([\w ,*]+) \| [\d,]+ \| [\d,]+ \|$", PAGE, re.MULTILINE)

    assert {*stages.STAGES, "the rest", "**whole**", "pages", "peak memory, MB"} == {*rows}


def test_the_page_names_every_script() -> None:
    """With a command that it understands."""
    commands = COMMAND.findall(PAGE)

    assert {path.name for path in FOLDER.glob("*.py")} == {Path(one).name for one, _ in commands}
    assert ["1000 ../thousand"] == [words.strip() for one, words in commands if "corpus" in one]
