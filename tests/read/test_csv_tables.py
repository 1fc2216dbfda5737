"""A table in a CSV file beside its entry: read as if it stood inside, or named where it is wrong."""

from datetime import date

import pytest

from generator.model import fields as f
from generator.read import csvrows, table
from generator.read.beside import add_rows
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.source import Source
from generator.read.yamldoc import Mapping
from generator.values.money import parse_money
from tests.read.tables import HEAD, NAMES, ROWS, csv, ledger, pointed_at, read, read_files, told

INLINE = (
    HEAD
    + "明细:\n"
    + "".join(
        f"  - 日期: {day}\n    凭证号: {voucher}\n    摘要: {summary}\n"
        + (f"    收入: {income}\n" if income else f"    支出: {expense}\n")
        for day, voucher, summary, income, expense in ROWS
    )
)


def test_the_rows_are_those_that_would_stand_in_the_entry() -> None:
    """One model for both."""
    assert ledger(read_files({}, INLINE)) == ledger(read(csv()))


@pytest.mark.parametrize("mark", csvrows.MARKS)
def test_what_parts_the_cells_is_found_by_the_names_of_the_columns(mark: str) -> None:
    """Comma, tab, semicolon, full-width comma."""
    assert ledger(read(csv())) == ledger(read(csv(mark=mark)))


@pytest.mark.parametrize(
    "body",
    [
        "\ufeff" + csv(),
        csv().replace("\n", "\r\n"),
        csv().rstrip("\n"),
        csv().replace("\n", ",,\n") + ",,,,,,\n\n,,,\n",
        csv().replace("\n", "\n\n"),
        csv().replace("日期", "　日 期 ").replace("收入", "income").replace("摘要", '"摘要"'),
        csv()
        .replace("租金", '"租金"')
        .replace("250.50", '"250.50"')
        .replace("2026-10-03", "2026/10/3"),
        csv([("支出", "收入", "摘要", "凭证号", "日期"), *(row[::-1] for row in ROWS)]),
    ],
    ids=["BOM", "CRLF", "no last break", "empty at the end", "blank", "names", "quotes", "order"],
)
def test_the_habits_of_spreadsheets_change_nothing(body: str) -> None:
    """What they add around the cells is not content."""
    assert ledger(read(csv())) == ledger(read(body))


def test_a_quoted_cell_holds_commas_quotes_and_what_a_formula_would_be() -> None:
    """It is text, whatever it looks like."""
    rows = (ROWS[0], (*ROWS[1][:2], '"=HYPERLINK(""http://a.cn"",""清沟"")"', "", '"50.50"'))
    found = ledger(read(csv([NAMES, *rows])))

    assert '=HYPERLINK("http://a.cn","清沟")' == found.rows[1].summary


def test_places_are_right_behind_quoted_line_breaks() -> None:
    """The break itself is a mistake of its cell, and the next row is where an editor shows it."""
    body = (
        csv()
        .replace("租金", '"租\n\n金"')
        .replace("50.50\n", "5O.50\n")
        .replace("250.50", '"250.50"')
    )
    found = read(body)

    assert [("value/one-line", "10.csv:2:17"), ("money/form", "10.csv:5:21")] == told(found)
    assert "O" == pointed_at(found.problems[1])


WRONG = {
    "a letter in an amount": (csv().replace("250.50", "25O.50"), "money/form", "2:21", "O"),
    "a decimal comma": (csv(mark=";").replace("250.50", "250,50"), "money/grouping", "2:22", ","),
    "another unit": (csv().replace("250.50", "5万元"), "money/unit", "2:19", "5万元"),
    "an impossible day": (csv().replace("10-03", "10-32"), "date/impossible", "2:1", "2026-10-32"),
    "a day's number": (csv().replace("2026-10-03", "46298"), "table/serial-date", "2:1", "46298"),
    "a column too narrow": (csv().replace("租金", "#####"), "table/hashes", "2:16", "#####"),
    "digits lost": (csv().replace("收-1", "1.23E+17"), "table/scientific", "2:12", "1.23E+17"),
    "an amount's digits lost": (
        csv().replace("250.50", "2.5E+02"),
        "table/scientific",
        "2:19",
        "2.5E+02",
    ),
    "an empty cell": (csv().replace("租金", ""), "table/empty", "2:16", ","),
    "a cell too many": (csv().replace("50.50\n", "50.50,x\n"), "table/cells", "3:26", "x"),
    "a comma without quotes": (csv().replace("租金", "租,金"), "table/cells", "2:27", ""),
    "a cell too few": (csv().replace(",租金", ""), "table/cells", "2:1", "2"),
    "an unclosed quote": (csv().replace("租金", '"租金'), "csv/quote-open", "2:16", '"'),
    "text behind a quote": (csv().replace("租金", '"租"金'), "csv/quote-after", "2:19", "金"),
    "an unknown column": (csv().replace("收入", "收人"), "table/unknown-column", "1:11", "收人"),
    "a column twice": (csv().replace("收入", "支出"), "table/column-twice", "1:14", "支出"),
    "a missing column": (
        csv([row[1:] for row in (NAMES, *ROWS)]),
        "table/column-missing",
        "1:1",
        "凭",
    ),
    "a title above": ("石桥村10月收支明细表,,,,\n" + csv(), "table/title", "1:1", "石"),
    "no names of columns": (csv(ROWS), "table/no-header", "1:1", "2"),
    "a cell without a name": (
        csv([("日期", "", *NAMES[1:]), *((row[0], "甲", *row[1:]) for row in ROWS[:1])]),
        "table/no-column",
        "2:12",
        "甲",
    ),
    "two marks": ("日期;凭证号,摘要\n", "csv/delimiter", "1:1", "日"),
    "too many columns": (
        ",".join(["日期"] * (table.MAX_COLUMNS + 1)),
        "table/too-wide",
        "1:601",
        "日",
    ),
}
"""By what is wrong: the file, the code, the place, and what the caret stands under."""


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_pointed_at_in_the_file(case: str) -> None:
    """Nothing is guessed; the place is the cell's own."""
    body, code, place, under = WRONG[case]
    found = read(body)

    assert (code, f"10.csv:{place}") == told(found)[0]
    assert pointed_at(found.problems[0]).startswith(under)


def test_every_mistake_is_told_at_once() -> None:
    """A row that does not fit hides no other; no sum is judged without it."""
    body = csv(
        [
            NAMES,
            ROWS[0],
            ROWS[1][:3],
            ("2026-13-01", "付-2", "甲", "", "x"),
            ("合计", "", "", "1", ""),
        ]
    )

    assert ["table/cells", "date/impossible", "money/form"] == [
        code for code, _ in told(read(body))
    ]


@pytest.mark.parametrize("body", ["", "\n\n", ",,,\n", "\ufeff"])
def test_an_empty_file_is_no_empty_table(body: str) -> None:
    """Whoever had nothing to report writes the names of the columns and nothing below."""
    assert [("table/blank", "10.csv")] == told(read(body))
    nothing = read(csv([NAMES]), head=HEAD.replace("1,200.00", "1,000.00"))
    assert () == ledger(nothing).rows


def test_rows_stand_in_one_place_only() -> None:
    """In the entry, in a CSV or in an xlsx file; an empty list in the entry says that there are none."""
    assert [("table/twice", "10.yaml:8:3")] == told(read(csv(), head=INLINE))
    assert ("table/twice", "10.yaml:7:5") == told(read(csv(), head=HEAD + "明细: []\n"))[0]
    assert [("table/two-files", "10.csv")] == told(read_files({"10.csv": csv(), "10.xlsx": b""}))


def test_a_kind_without_a_table_takes_no_file() -> None:
    """And a ledger without any rows still asks for them."""
    notice = HEAD.partition("期间")[0] + "类型: 通知\n"

    assert ("table/no-table", "10.csv") in told(read(csv(), head=notice))
    assert [("key/missing", "10.yaml:1")] == told(read_files({}))


def test_a_draft_is_held_back_whole() -> None:
    """What it does say must be readable, also in the file beside it."""
    draft = HEAD + "状态: 草稿\n"

    assert () == read(csv(), head=draft).problems
    assert [("money/form", "10.csv:2:21")] == told(
        read(csv().replace("250.50", "25O.50"), head=draft)
    )


def test_a_table_has_an_end() -> None:
    """Rows, bytes and cells are bounded, and the place where it goes on too long is named."""
    row = ("2026-10-03", "收-1", "租金", "1", "")
    long = csv([NAMES, *[row] * (table.MAX_ROWS + 1)])
    assert [("table/too-long", f"10.csv:{table.MAX_ROWS + 2}")] == told(read(long))
    assert [("table/too-large", "10.csv")] == told(read("甲" * (csvrows.MAX_BYTES // 3 + 1)))
    wide = "," * csvrows.MAX_CELLS + "甲"
    assert [("csv/cells", f"10.csv:1:{csvrows.MAX_CELLS + 1}")] == told(read(wide))


SUM = ("", "", "250.50", "50.50")


@pytest.mark.parametrize(
    "label", ["合计", "合 计", "总计：", "本月合计", "小计", "Total", "本期合计"]
)
@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_sum_row_that_agrees_is_no_row(label: str, column: int) -> None:
    """Its label may stand in any of the first columns; the page shows sums of its own."""
    row = ["", "", "", "250.50", "50.50"]
    row[column] = label

    assert ledger(read(csv())) == ledger(read(csv([NAMES, *ROWS, row])))


@pytest.mark.parametrize(
    "label",
    "共计 全镇合计 累计 总数 合计(元) 合计（2个村） 合计数 一、合计 ∑ 小计1 总计金额 合计2宗".split(),
)
def test_a_sum_is_a_sum_however_it_is_called(label: str) -> None:
    """It is compared, by whatever words clerks use: never one more entry."""
    rows = (*ROWS, (label, "", "", "250.50", "50.50"))
    inline = f"  - 摘要: {label}\n    收入: 250.51\n"

    assert ledger(read(csv())) == ledger(read(csv([NAMES, *rows])))
    assert [("sum/differs", "10.yaml:17:9")] == told(read_files({}, INLINE + inline))


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("合计300", "sum/unclear"),
        ("合计（叁佰元）", "sum/unclear"),
        ("各项支出合计数如下", "sum/unclear"),
        ("本年累计", "sum/to-date"),
        ("1-10月累计", "sum/to-date"),
        ("其中：租金", "sum/of-which"),
        ("上月结转", "table/carried"),
        ("本月结余", "table/carried"),
        ("期末余额", "table/carried"),
        ("制表：李四 审核：王五", "table/footer"),
    ],
)
@pytest.mark.parametrize("column", [0, 2])
def test_a_row_that_is_no_entry_is_told_once(label: str, code: str, column: int) -> None:
    """Neither counted nor left out."""
    row = ["", "", "", "250.50", ""]
    row[column] = label

    assert [(code, f"10.csv:4:{column + 1}")] == told(read(csv([NAMES, *ROWS, row])))


def test_a_footer_of_any_width_is_told_once() -> None:
    """Whoever signs below a table fills one cell."""
    assert [("table/footer", "10.csv:4:1")] == told(read(csv() + "制表：李四\n"))


def test_the_words_of_a_sum_in_a_whole_line_are_words() -> None:
    """A line with its day, voucher and summary is an entry; one that says 合计 and no more is told."""
    line = ("2026-10-09", "付-1", "三户补助合计", "", "50.50")
    assert "三户补助合计" == ledger(read(csv([NAMES, ROWS[0], line]))).rows[1].summary

    bare = ("2026-10-09", "付-1", "合计", "", "50.50")
    assert [("sum/unclear", "10.csv:3:16")] == told(read(csv([NAMES, ROWS[0], bare])))


def test_a_sum_stands_below_what_it_sums_up() -> None:
    """Above the rows there is nothing to compare it with."""
    rows = [NAMES, ("合计", "", "", "250.50", "50.50"), *ROWS]
    assert [("sum/first", "10.csv:2:1")] == told(read(csv(rows)))


def test_a_partial_sum_begins_anew_behind_the_last() -> None:
    """小计 sums its part, 合计 all rows; a cell of theirs may be empty."""
    rows = [
        NAMES,
        ROWS[0],
        ("小计", *SUM[:2], "250.50", ""),
        ROWS[1],
        ("小计", *SUM[:2], "", "50.50"),
    ]

    assert 2 == len(ledger(read(csv([*rows, ("合计", *SUM)]))).rows)
    wrong = read(csv([*rows, ("小计", "", "", "250.50", "")]))
    assert [("sum/differs", "10.csv:6:6")] == told(wrong)
    assert ("difference", "250.50") in wrong.problems[0].facts


def test_a_sum_that_is_off_by_a_cent_is_told_where_it_stands() -> None:
    """With what is written, what it comes to and the difference; in the entry too."""
    found = read(csv([NAMES, *ROWS, ("合计", "", "", "250.51", "50.50")]))
    inline = read_files({}, INLINE + "  - 摘要: 合计\n    收入: 250.51\n")

    assert [("sum/differs", "10.csv:4:6")] == told(found)
    assert "250.51" == pointed_at(found.problems[0])
    facts = dict(found.problems[0].facts)
    assert ("250.51", "250.50", "0.01") == (
        facts["written"],
        facts["computed"],
        facts["difference"],
    )
    assert [("sum/differs", "10.yaml:17:9")] == told(inline)


def test_nothing_but_sums_may_stand_in_a_sum_row() -> None:
    """It is not shown, so a remark in it would vanish."""
    found = read(csv([NAMES, *ROWS, ("合计", "见附表", "", "250.50", "")]))

    assert [("sum/extra", "10.csv:4:4")] == told(found)


def test_a_row_with_a_day_is_a_sum_row_too_when_its_first_text_says_so() -> None:
    """The day would vanish with it, and that is said."""
    found = read(csv([NAMES, *ROWS, ("2026-10-31", "", "合计", "250.50", "")]))

    assert [("sum/extra", "10.csv:4:1")] == told(found)


def test_a_balance_is_followed_row_by_row() -> None:
    """The first that is wrong is told; those behind it follow from it."""
    names, rows = (*NAMES, "结余"), ((*ROWS[0], "1,250.50"), (*ROWS[1], "1200"))
    quoted = [(*rows[0][:5], '"1,250.50"'), rows[1], ("合计", *SUM, "1200")]

    balances = [row.balance for row in ledger(read(csv([names, *quoted]))).rows]
    assert [parse_money("1250.50"), parse_money("1200.00")] == balances
    wrong = read(csv([names, (*ROWS[0], "1250.40"), (*ROWS[1], "1199.90")]))
    assert [("ledger/balance", "10.csv:2:27")] == told(wrong)
    last = read(csv([names, *quoted[:2], ("合计", *SUM, "1200.01")]))
    assert [("sum/last", "10.csv:4:19")] == told(last)


@pytest.mark.parametrize(
    "names",
    [
        "日期,凭证号,摘要,收入/元,支出[元]",
        "日期,凭证号,摘要,收入金额（元）,支出金额",
        "Date,Voucher,Summary,Income,EXPENSE",
    ],
)
def test_columns_are_named_as_clerks_name_them(names: str) -> None:
    """A unit behind the name, 金额, and capitals say nothing else."""
    assert ledger(read(csv())) == ledger(read(csv([names.split(","), *ROWS])))


def test_a_unit_behind_a_slash_is_compared_too() -> None:
    """It is the same unit as one in brackets."""
    names = [*NAMES[:4], "支出/万元"]
    assert [("table/unit", "10.csv:1:14")] == told(read(csv([names, *ROWS])))


@pytest.mark.parametrize("nothing", ["-", "—", "/", "无"])
def test_a_dash_is_no_amount(nothing: str) -> None:
    """Nobody reads it as one."""
    rows = [NAMES, (*ROWS[0][:4], nothing), (*ROWS[1][:3], nothing, "50.50")]
    assert ledger(read(csv())) == ledger(read(csv(rows)))


@pytest.mark.parametrize("day", ["2026/10/3 0:00", "2026-10-03 00:00:00"])
def test_midnight_behind_a_day_is_the_day(day: str) -> None:
    """So spreadsheets export it; any other time is told."""
    assert ledger(read(csv())) == ledger(read(csv([NAMES, (day, *ROWS[0][1:]), ROWS[1]])))
    late = read(csv([NAMES, ("2026-10-03 09:30", *ROWS[0][1:]), ROWS[1]]))
    assert [("date/form", "10.csv:2:1")] == told(late)


def test_a_table_full_of_mistakes_is_told_in_part() -> None:
    """Twenty, and how many there are beside them."""
    found = read(csv([NAMES, *[(*ROWS[0][:3], "5O", "")] * 30]))
    assert 20 == sum(one.code == "money/form" for one in found.problems)
    assert [("count", "10")] == [
        fact for one in found.problems if one.code == "table/more" for fact in one.facts
    ]


def test_a_side_of_nothing_is_no_side() -> None:
    """Spreadsheets write 0.00 where there is none; two of them are no amount."""
    rows = [NAMES, (*ROWS[0][:4], "0.00"), (*ROWS[1][:3], "0", "50.50")]
    nothing = ("2026-10-10", "付-2", "空行", "0.00", "0.00")

    assert ledger(read(csv())) == ledger(read(csv(rows)))
    assert [("ledger/no-amount", "10.csv:4:1")] == told(read(csv([*rows, nothing])))


def test_what_the_kind_says_of_a_row_points_into_the_file() -> None:
    """Both sides, no side, another month; the closing stands in the entry."""
    both = read(csv().replace("250.50,", "250.50,1"))
    none = read(csv().replace("250.50", ""))
    late = read(csv().replace("2026-10-03", "2026-11-03"))
    off = read(csv().replace("250.50", "250.60"))

    assert [("ledger/both-sides", "10.csv:2:26")] == told(both)
    assert [("ledger/no-amount", "10.csv:2:1")] == told(none)
    assert [("ledger/other-month", "10.csv:2:1")] == told(late)
    assert [("ledger/closing", "10.yaml:6:5")] == told(off)
    assert ["1", "2", "2026-11-03", "1,200.00"] == [
        pointed_at(one.problems[0]) for one in (both, none, late, off)
    ]


def test_amounts_are_in_the_unit_of_the_entry() -> None:
    """As they are when they stand in it."""
    found = ledger(read(csv(), head=HEAD + "金额单位: 万元\n"))

    assert parse_money("250.50", "万元") == found.rows[0].income
    assert date(2026, 10, 3) == found.rows[0].day


def test_of_two_tables_the_file_is_the_one_whose_columns_it_names() -> None:
    """The other one must still stand in the entry, unless it is a draft."""
    first = f.Table((f.Field("item", "项目", f.Text()), f.Field("basis", "依据", f.Text())))
    second = f.Table((f.Field("place", "村", f.Text()), f.Field("item", "项目", f.Text())))
    declared = (
        f.Field("standards", "标准", first, required=True, help="各项标准"),
        f.Field("totals", "汇总", second, required=True),
    )

    def added(*, draft: bool) -> tuple[Got, list[str]]:
        reader = Reader(Source("10.yaml", "标题: 甲\n"), draft=True)
        got = reader.group(Mapping((), 1, 1), declared)
        reader.draft = draft
        add_rows(reader, got, declared, [("10.csv", "村,项目\n石桥村,补贴\n".encode())])
        return got, [one.code for one in reader.problems]

    got, codes = added(draft=False)
    assert ["石桥村"] == [row.text("place") for row in got.groups("totals")]
    assert ["key/missing"] == codes
    assert [] == added(draft=True)[1]
