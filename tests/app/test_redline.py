"""What a reader sees of a page, and what of that is otherwise than it was."""

import pytest

from generator.app.redline import Left, Run, Shown, redline
from generator.app.seen import Block, blocks, parted

PAGE = """<!doctype html><html><head><title>题</title></head><body><header>页眉</header>
<main><h1>标题</h1><p>一段<b>话</b>，&amp;<br>换行。</p><script>x()</script>
<dl><dt>单位</dt><dd><a href="../u.html">财政所</a></dd></dl>
<table><caption>说明</caption><tr><th>项</th><th>元</th></tr>
<tr><td>路灯</td><td data-x="a>b">1,624.80</td></tr><tr><th colspan=2>合计</th></tr></table>
<ul><li>甲</li><li>乙</li></ul></main><footer>页脚</footer></body></html>"""


def texts(*lines: str) -> list[Block]:
    """Paragraphs."""
    return [Block("text", (line,)) for line in lines]


def test_a_page_is_cut_into_what_stands_by_itself() -> None:
    """A term with what is said of it, a row with its cells; nothing that nobody sees."""
    main, frame = parted(PAGE.encode())

    assert blocks(main) == (
        Block("heading", ("标题",)),
        Block("text", ("一段话，& 换行。",)),
        Block("term", ("单位 财政所",), ("../u.html",)),
        Block("text", ("说明",)),
        Block("head", ("项", "元")),
        Block("row", ("路灯", "1,624.80")),
        Block("head", ("合计", "")),
        Block("item", ("甲",)),
        Block("item", ("乙",)),
    )
    assert blocks(frame) == (Block("text", ("页眉",)), Block("text", ("页脚",)))


@pytest.mark.parametrize("page", [b"", b"<p>", b"<table><tr><td>x", b"</td></tr></main>", b"\xff<"])
def test_a_page_in_pieces_is_read_all_the_same(page: bytes) -> None:
    """A theme may leave out what HTML lets it leave out, and more."""
    main, _ = parted(page)

    assert [("x",)] * (b"x" in page) == [one.cells for one in blocks(main) if one.kind == "row"]


def test_nothing_is_said_of_what_is_the_same() -> None:
    """However long."""
    assert () == redline(texts("甲", "乙"), texts("甲", "乙"))


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("共1,860.00元", "共1,680.00元", ["same 共", "gone 1,860.00", "new 1,680.00", "same 元"]),
        ("−180.00元整", "180.00元整", ["gone −180.00", "new 180.00", "same 元整"]),
        ("2026-10-01起", "2026-10-02起", ["gone 2026-10-01", "new 2026-10-02", "same 起"]),
        ("比例46.0%左右", "比例46.1%左右", ["same 比例", "gone 46.0%", "new 46.1%", "same 左右"]),
        ("由镇政府发放", "由县政府发放", ["same 由", "gone 镇", "new 县", "same 政府发放"]),
        ("公开公示三日内", "公开三日内", ["same 公开", "gone 公示", "same 三日内"]),
    ],
)
def test_an_amount_or_a_day_is_never_split(before: str, after: str, runs: list[str]) -> None:
    """Other text is compared character by character."""
    (one,) = redline(texts(before), texts(after))

    assert isinstance(one, Shown)
    assert "changed" == one.how
    assert runs == [f"{run.how} {run.text}" for run in one.cells[0]]


def test_all_words_of_both_are_there() -> None:
    """What stayed and went is the text before, what stayed and came the one after."""
    before = "清溪镇2026年上半年财政支出执行情况，共12项，支出37,219.50元"
    after = "2026年1至6月清溪镇的财政支出情况，共13项，支出合计37,229.50元"
    (one,) = redline(texts(before), texts(after))

    assert isinstance(one, Shown)
    (runs,) = one.cells
    assert before == "".join(run.text for run in runs if run.how != "new")
    assert after == "".join(run.text for run in runs if run.how != "gone")


def test_rows_are_compared_with_their_own() -> None:
    """One that came in between shifts none; the heads of the table stand above."""
    head, group = Block("head", ("日期", "摘要", "支出")), Block("head", ("支出8笔", "", ""))
    rows = [Block("row", (f"10月{day}日", f"第{day}笔", f"{day}00.00")) for day in range(1, 9)]
    new = Block("row", ("10月4日", "补记一笔电费", "77.00"))
    after = [
        head,
        group,
        *rows[:4],
        new,
        rows[4]._replace(cells=("10月5日", "第5笔", "501.00")),
        *rows[5:],
    ]

    found = redline([head, group, *rows], after)

    assert [
        ("head", "same"),
        ("head", "same"),
        ("row", "same"),
        ("row", "new"),
        ("row", "changed"),
        ("row", "same"),
    ] == [(one.kind, one.how) for one in found if isinstance(one, Shown)]
    assert [3, 2] == [one.blocks for one in found if isinstance(one, Left)]
    changed = next(one for one in found if isinstance(one, Shown) and one.how == "changed")
    assert (Run("gone", "500.00"), Run("new", "501.00")) == changed.cells[2]


def test_a_link_that_leads_elsewhere_is_told() -> None:
    """Though not a word has changed."""
    before, after = (Block("item", ("财政所",), (f"{name}.html",)) for name in "ab")

    (one,) = redline([before], [after])

    assert isinstance(one, Shown)
    assert (Run("gone", "a.html"), Run("new", "b.html")) == one.links


def test_what_stayed_is_left_out_and_counted() -> None:
    """Nothing is dropped without a word: every block is shown, or counted."""
    before = texts(*(f"第{number}段的文字" for number in range(40)))
    after = [*before[:20], *texts("全新的内容在此"), *before[21:]]

    found = redline(before, after)

    left = sum(one.blocks for one in found if isinstance(one, Left))
    shown = [one for one in found if isinstance(one, Shown)]
    assert ["same", "gone", "new", "same"] == [one.how for one in shown]
    assert 41 == left + len(shown)


def test_large_tables_are_compared_in_reasonable_time() -> None:
    """Hundreds of rows that have all changed are told as gone and come, one by one."""
    before = [Block("row", (str(one), "甲")) for one in range(400)]
    after = [Block("row", (str(one), "乙")) for one in range(1000, 1400)]

    found = redline(before, after)

    assert 400 == sum(isinstance(one, Shown) and one.how == "gone" for one in found)
    assert 400 == sum(isinstance(one, Shown) and one.how == "new" for one in found)
