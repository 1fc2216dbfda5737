"""The sample's texts, read as an inspector reads them: whole, named by nobody, signed, each its own."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.promises.conftest import ROOT

CONTENT = ROOT / "content"
BY_SCRIPT = re.compile(r"-(ledger|villages-summary)\.")
CLOSING = re.compile(r"电话|^《|^(记账|原始)?凭证|^住得远的|^清溪镇人民政府|^工作日\d|\.(md|yaml)$")
"""Where to ask, where vouchers are, by which law: what offices do repeat; and names of files."""
SENTENCE, SAID = 14, 3
"""From how many characters on a sentence may stand in so many entries and no more."""
NUMBERS = re.compile(r"(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx]|\d{16,19})(?!\d)")
PHONE = re.compile(r"0\d{2,3}-\d{7,8}")
EXCHANGE = "0730-55501"
"""All invented phones are in one block."""


class Entry(NamedTuple):
    """A file of the sample: its head as written, and all of its text."""

    path: str
    head: dict[str, Any]
    text: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, drafts too."""
    found = []
    for path in sorted(CONTENT.glob("*/20*/*.*")):
        if path.suffix in {".md", ".yaml"}:
            text = path.read_text("utf-8")
            head = text.split("\n---\n", 1)[0] if path.suffix == ".md" else text
            said = yaml.load(head, yaml.BaseLoader)
            found.append(Entry(path.relative_to(CONTENT).as_posix(), said, text))
    return tuple(found)


def sentences(entry: Entry) -> set[str]:
    """What it says in running text, without its rows and tables."""
    lines = (re.sub(r"^[-\s]*[^\s:：]{1,8}: ", "", line) for line in entry.text.splitlines())
    prose = "\n".join(
        re.sub(r"^[-*#>\s\d.、]+", "", line) for line in lines if not line.lstrip().startswith("|")
    )
    return {one.strip() for one in re.split(r"[。；！？\n]", prose) if len(one.strip()) >= SENTENCE}


def test_there_is_as_much_as_the_changelog_says() -> None:
    """Entries that are public, issues from the first month to the last; every month has texts."""
    heads = [one.head for one in entries()]
    public = [one for one in heads if one.get("状态") != "草稿" and one.get("公开范围") != "内部"]
    months = {one["公布日期"][:7] for one in public}
    texts = [one for one in entries() if not BY_SCRIPT.search(one.path)]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert f"{len(public)} entries in {len(months)} issues" in changelog
    assert len(texts) > 250
    assert months == {one.head.get("公布日期", "")[:7] for one in texts} - {""}


def test_no_sentence_is_said_in_more_than_a_few_entries() -> None:
    """But where to ask and by which law; lines of accounts are an account's own."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries():
        if not BY_SCRIPT.search(entry.path):
            for sentence in sentences(entry):
                said[sentence].append(entry.path)

    assert {} == {
        sentence: where
        for sentence, where in said.items()
        if len(where) > SAID and not CLOSING.search(sentence)
    }


def test_every_entry_says_who_signed_it() -> None:
    """Step by step, before it was published; what is no more than a draft may wait."""
    for entry in entries():
        steps = entry.head.get("审批", [])
        days = [step["日期"] for step in steps]
        if entry.head.get("状态") != "草稿":
            assert len(steps) >= 4, entry.path
            assert sorted(days) == days, entry.path
            assert days[-1][:10] <= entry.head["公布日期"][:10], entry.path


def test_nobody_is_named_under_family_planning() -> None:
    """No name that anybody signs with anywhere, and no masked one; those who sign do so by office."""
    steps = [step for entry in entries() for step in entry.head.get("审批", [])]
    names = {step["姓名"] for step in steps if 2 <= len(step["姓名"]) <= 3}
    masked = re.compile(r"[\u4e00-\u9fff][×＊○*某]{1,2}(?![*某村县市])")
    private = [entry for entry in entries() if entry.path.startswith("family-planning/")]

    assert len(names) > 30
    assert len(private) > 40
    for entry in private:
        assert {one for one in names if one in entry.text} == set(), entry.path
        assert not masked.search(entry.text.replace("**", "")), entry.path


def test_no_number_could_be_somebodys() -> None:
    """No mobile phone, card or identity number; every phone is of the invented exchange."""
    for path in sorted(CONTENT.rglob("*")):
        if path.suffix in {".md", ".yaml", ".csv"} and path.parent.name != "calendar":
            text = path.read_text("utf-8-sig")
            assert not NUMBERS.search(text), path
            assert {one for one in PHONE.findall(text) if not one.startswith(EXCHANGE)} == set()


def test_the_readme_counts_what_is_not_as_usual() -> None:
    """Drafts, an internal entry, withdrawals; some that are replaced, more that were corrected."""
    heads = [entry.head for entry in entries()]
    states = [head.get("状态") for head in heads]
    readme = (CONTENT / "README.md").read_text("utf-8")

    assert 2 == states.count("草稿")
    assert 2 == states.count("撤回")
    assert 1 == sum(head.get("公开范围") == "内部" for head in heads)
    assert 3 <= states.count("已替代") <= 9
    assert 11 <= sum("更正" in head for head in heads) <= 19
    for words in (
        "两条草稿",
        "一条内部的",
        "两条已撤回的",
        "几条已被替代的",
        "十几条公布后更正过的",
    ):
        assert words in readme
    named = re.findall(r"`([a-z-]+/2\d{3}/[\w-]+\.\w+)`", readme)
    assert len(named) >= 4
    assert [] == [one for one in named if not (CONTENT / one).is_file()]


def test_what_is_attached_is_of_several_kinds_and_named() -> None:
    """Sheets, forms, papers and pictures, each with its title or shown in its text."""
    files = [path for path in CONTENT.glob("*/20*/*/*") if path.is_file()]

    assert {".xlsx", ".docx", ".pdf", ".png"} == {path.suffix for path in files}
    for path in files:
        assert path.name in _beside(path.parent), path


def _beside(folder: Path) -> str:
    """The entry that a folder belongs to."""
    (entry,) = (
        path for path in folder.parent.glob(f"{folder.name}.*") if path.suffix in {".md", ".yaml"}
    )
    return entry.read_text("utf-8")
