"""Law 4: a message never shows what it protects; not in its facts, not in the quoted line, not in JSON."""

import re
import sys

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.app.order import Order, Report
from generator.checks import addresses, index_numbers, links, relations
from generator.cli.machine import as_json, as_sarif
from generator.cli.summary import summary
from generator.cli.voice import voice
from generator.edge.project import HOME, project_at
from generator.model.tally import tally_of
from generator.plan.frame import Assets
from generator.plan.language import Language
from generator.plan.plan import plan_site
from generator.read.assemble import assemble
from generator.read.source import Source
from generator.read.words import read_words
from generator.values.text import mask
from tests.laws.hostile import RICH
from tests.laws.village import BASE, LEDGER, TODAY, sources
from tests.laws.village import settings as village

VOICES = [voice(language, sys.stderr, "python3 build.py") for language in ("zh", "en")]
DIGITS = st.text("0123456789", min_size=1, max_size=1)


def _number(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)


IDENTITY = _number(
    r"[1-6][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9])[0-9]{3}[0-9X]"
)
PHONE = _number(r"1[3-9][0-9]{9}")
CARD = _number(r"62[0-9]{14,17}")
NUMBERS = st.one_of(IDENTITY, PHONE, CARD)
AROUND = st.sampled_from(
    [
        "{}",
        "张三 {}",
        "身份证号：{}，",
        "({})",
        "a{}b",
        "{}元",
        "：{}",
        "张三,{},石桥村",
        "1.{}",
        "No.{}",
        "{}、{}",
        "{}-1",
        "“{}”",
    ]
)
SPACED = st.sampled_from(["", "", "", " ", "-", ".", "－", "—", "\u3000"])


@st.composite
def _secret(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and a text around it as people write one; a phone and a card may come in groups."""
    number = draw(NUMBERS)
    gap = draw(SPACED)
    written = gap.join(re.findall(r"\d{1,4}", number)) if gap and number.isdigit() else number
    return number, draw(AROUND).replace("{}", written)


def _leaks(number: str, shown: str) -> set[str]:
    """What stands in a message and should not: the number, or more of its middle than the kept ends."""
    plain = re.sub(r"(?<=\d)[ .－—\u3000-](?=[\dX])", "", shown)
    return {
        number[at : at + 7]
        for at in range(len(number) - 6)
        if number[at : at + 7] in plain or number[at : at + 7] in shown
    }


def _said(files: dict[str, str]) -> str:
    """Everything that a build of these files would say, in both languages and to machines."""
    read = assemble(sources(files), "content", village(), TODAY, map)
    assert read.value
    problems = list(read.problems)
    with open(f"{HOME}/themes/default/words/zh.yaml", encoding="utf-8") as file:
        words = read_words(Source("zh.yaml", file.read())).value
    assert words
    plan = plan_site(read.value, Language(words), Assets("a.css", "a.js", "a.svg"))
    for room in (addresses, index_numbers, links, relations):
        problems += room.check(plan)
    report = Report(exit_code=1, problems=tuple(problems), tally=tally_of(read.value))
    order = Order(project_at("content", None, "/site"))
    return "\n".join(
        told
        for one in VOICES
        for told in (
            summary(report, order, one, "/site"),
            as_json(report, one),
            as_sarif(report.problems, one, "0"),
        )
    )


LINES = RICH.splitlines()
HEAD = [n for n, line in enumerate(LINES) if ": " in line]


@settings(max_examples=250)
@given(secret=_secret(), at=st.integers(1, len(LINES) - 1), whole=st.booleans(), also=st.booleans())
def test_a_number_anywhere_in_an_entry_is_not_repeated(
    secret: tuple[str, str],
    at: int,
    whole: bool,  # noqa: FBT001 - hypothesis names them
    also: bool,  # noqa: FBT001
) -> None:
    """As a value, behind a value, as a line of its own; with or without another mistake in the line."""
    number, written = secret
    key, colon, _ = LINES[at].partition(": ")
    new = f"{key}: {written}" if colon and whole else LINES[at] + written
    if also:
        new += ": "
    text = "\n".join([*LINES[:at], new, *LINES[at + 1 :]])

    assert set() == _leaks(number, _said({**BASE, "content/affairs/a.md": text}))


@settings(max_examples=100)
@given(
    secret=_secret(),
    key=st.sampled_from(
        [
            "标题",
            "期间",
            "期初",
            "期末",
            "日期",
            "凭证号",
            "摘要",
            "收入",
            "支出",
            "公开单位",
            "公布日期",
        ]
    ),
    extra=st.sampled_from(["", "期末: 1", "状态: 草稿", "未知: 1"]),
)
def test_a_number_anywhere_in_an_account_is_not_repeated(
    secret: tuple[str, str], key: str, extra: str
) -> None:
    """Vouchers and summaries hold names and numbers, too."""
    number, written = secret
    text = re.sub(
        rf"({key}): .*", lambda found: f"{found.group(1)}: {written}", LEDGER.format(month=9)
    )
    text = text.replace("期末: 1,200.00", extra) if extra.startswith("期末") else f"{text}{extra}\n"

    assert set() == _leaks(number, _said({**BASE, "content/finance/a.yaml": text}))


@settings(max_examples=60)
@given(secret=_secret())
def test_the_title_of_a_draft_is_not_repeated(secret: tuple[str, str]) -> None:
    """The list of what was not published is read aloud in offices and kept in logs."""
    number, written = secret
    text = f'---\n标题: "{written}"\n状态: 草稿\n---\n'

    assert set() == _leaks(number, _said({**BASE, "content/affairs/a.md": text}))


@settings(max_examples=60)
@given(secret=_secret())
def test_two_entries_with_one_index_number_do_not_repeat_it(secret: tuple[str, str]) -> None:
    """What a check found is masked like what a reader found."""
    number, written = secret
    head = f'标题: 甲\n公布日期: 2026-09-01\n公开单位: 村委会\n索引号: "{written}"\n'
    files = {
        f"content/affairs/{name}.md": f"---\n{head}---\n[见](a/{number}.md)\n" for name in "ab"
    }

    assert set() == _leaks(number, _said({**BASE, **files}))


@settings(max_examples=300)
@given(secret=_secret(), before=st.text(max_size=8), after=st.text(max_size=8))
@example(("110105199003071234", "张三,110105199003071234"), "", "")
@example(("13812345678", "1.13812345678"), "", "")
def test_mask_hides_the_middle_of_a_number(
    secret: tuple[str, str], before: str, after: str
) -> None:
    """Whatever stands around it; and it changes no character but digits."""
    number, written = secret
    assume(not re.search(r"[\d]$", before) and not re.search(r"^[\d]", after))
    text = before + written + after
    masked = mask(text)

    assert set() == _leaks(number, masked)
    assert len(text) == len(masked)
    assert {"*"} >= {new for old, new in zip(text, masked, strict=True) if old != new}


@given(
    st.sampled_from(
        [
            "1,234,567.89",
            "12,345,678.00",
            "2026-11-21",
            "2026年11月21日",
            "QX-2026-11-001",
            "2026.11.21",
            "2026/11/21",
            "20261121",
            "2026-11-21 2026-11-25",
            "12345678.905",
            "12345678元",
            "1234567890万元",
            "12.50 30.25 120.75 88.00",
        ]
    )
)
def test_dates_amounts_and_index_numbers_stay(text: str) -> None:
    """A message that hides what is wrong helps nobody."""
    assert text == mask(f"写的是 {text}，")[4:-1]
