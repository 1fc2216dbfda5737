"""A made-up project of any size to measure with: the same seed and size give the same files.

    python benchmarks/corpus.py 1000 ../thousand [--seed 1]

Entries spread over 120 months and the sample's four categories and nine villages. Nine in ten
are notices of 300 to 1,500 characters (spaces not counted), of which four in nine hold a table
(40 % of all); one in ten is an account of 8 to 24 lines that adds up. Every month gets its share
of each. A smaller corpus is the beginning of a larger one.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
MONTHS, FIRST = 120, (2016, 12)
STRUCTURED, TABLED = 10, 4
"""In how many entries one is an account; of how many in ten there is a table."""
LEAST, MOST, SENTENCE = 300, 1500, 60
"""Characters of the shortest text, of the longest, and of no sentence."""
VILLAGES = "石桥村 枫林村 青山村 沙河村 新塘村 东岭村 杨家坪村 大坝村 柳湾村".split()
OFFICES = {
    "finance": ("财政所", "农经站"),
    "personnel": ("组织办公室", "人社所"),
    "family-planning": ("卫生健康办公室",),
    "land": ("自然资源所",),
}
TOPICS = {
    "finance": "道路养护经费 惠农补贴资金 村级运转经费 防汛物资采购 公务接待费 饮水工程款".split(),
    "personnel": "公益性岗位聘用 村级后备干部培训 年度考核安排 值班人员调整 招聘工作".split(),
    "family-planning": "奖励扶助资格核查 生育登记办理 免费孕前检查 育儿补贴申报".split(),
    "land": "宅基地审批 土地流转备案 征地补偿分配 耕地保护巡查 违法用地整治".split(),
}
WHO = "镇政府 村民委员会 村务监督委员会 工作人员 各村报账员 驻村干部 施工单位 申请人".split()
WHEN = "月初 上旬 中旬 下旬 月底前 五个工作日内 当天 第二季度 汛期之前 秋收以后".split()
DID = (
    "逐户核对了登记的{a}和{b}，没有发现重复",
    "召开会议讨论{a}的使用办法，{b}一并公开",
    "把{a}张贴在村部公开栏，并且说明了{b}的来历",
    "对照合同检查{a}，要求补齐{b}",
    "收到关于{a}的来信{n}件，已经答复并附上{b}",
    "完成{a}共{n}处，其余{m}处因为下雨推迟",
    "将{a}交由{v}代管，{b}按原来的办法办理",
    "公布了{a}的标准，{b}由所在村民小组确认",
)
WHAT = (
    "账目 票据 验收记录 花名册 测量结果 合同副本 补助标准 联系电话 申请材料 会议记录 工程进度 银行回单"
).split()
HEADINGS = "基本情况 办理过程 资金安排 存在的问题 下一步工作 有关说明 群众意见".split()
ITEMS = "沟渠清淤 路灯电费 保洁工资 误工补贴 办公用品 电脑维修 慰问物资 水泵检修 道路划线 农机租赁".split()


def main(words: list[str]) -> int:
    """Write the corpus that is asked for into an empty or absent folder."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("entries", type=int)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args(words)
    write(given.folder, given.entries, given.seed)
    return 0


def write(folder: Path, entries: int, seed: int = 1) -> None:
    """A whole project: the sample's settings, categories, calendar and theme, and the entries."""
    content = folder / "content"
    for category in OFFICES:
        (content / category).mkdir(parents=True)
        shutil.copy(ROOT / "content" / category / "category.yaml", content / category)
    shutil.copy(ROOT / "content/site.yaml", content)
    shutil.copytree(ROOT / "content/calendar", content / "calendar")
    shutil.copytree(ROOT / "themes", folder / "themes")
    for number in range(entries):
        path, text = entry(number, seed)
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def entry(number: int, seed: int) -> tuple[str, str]:
    """The path below `content/` and the text of the entry with this number."""
    random = Random(f"{seed}:{number}")
    # a month later in each round, or the tenth entries would all fall into the same months
    turn, place = divmod(number, MONTHS)
    year, month = divmod(FIRST[0] * 12 + FIRST[1] - 1 + (place + turn) % MONTHS, 12)
    day = date(year, month + 1, 1) + timedelta(random.randrange(18))
    if number % STRUCTURED == 0:
        text = "".join(f"{line}\n" for line in _account(random, number, day))
        return f"finance/{day.year}/{day:%m}-ledger-{number}.yaml", text
    category = random.choice(list(OFFICES))
    head = _head(number, day, random.choice(OFFICES[category]), _title(random, category, number))
    text = "".join(f"{line}\n" for line in ("---", *head, "---", "", *_body(random, number)))
    return f"{category}/{day.year}/{day:%m}-notice-{number}.md", text


def _title(random: Random, category: str, number: int) -> str:
    return f"关于{random.choice(VILLAGES)}{random.choice(TOPICS[category])}的情况（第{number}号）"


def _head(number: int, day: date, unit: str, title: str) -> Iterator[str]:
    yield f"标题: {title}"
    yield f"公布日期: {day.isoformat()}"
    yield f"公开单位: {unit}"
    yield f"索引号: JC-{number:06}"
    yield f"摘要: {title}，已经核对。"
    yield "关键词:\n  - 公开\n  - 核对"
    yield f"审批:\n  - 环节: 拟稿\n    姓名: 甲{number % 97}"
    yield f"  - 环节: 签发\n    姓名: 乙{number % 41}"


def _sentence(random: Random) -> str:
    did = random.choice(DID).format(
        a=random.choice(WHAT),
        b=random.choice(WHAT),
        n=random.randrange(2, 60),
        m=random.randrange(2, 20),
        v=random.choice(VILLAGES),
    )
    said = f"{random.choice(WHEN)}，{random.choice(VILLAGES)}的{random.choice(WHO)}{did}。"
    return said if random.randrange(20) else f"**{said[:-1]}**。"


def _body(random: Random, number: int) -> Iterator[str]:
    """Paragraphs under headings, with bold text here and there, and perhaps a table behind them."""
    # a share of all entries, and notices are all but one in ten of them
    table = list(_table(random)) if number % 10 in range(1, TABLED + 1) else []
    taken = sum(_signs(line) for line in (*table, *(f"##{one}" for one in HEADINGS)))
    left = random.randrange(LEAST + SENTENCE, MOST + 1 - taken)
    sentences = list(_sentences(random, left))
    headings = iter(HEADINGS)
    for turn in count():
        if not sentences:
            break
        if turn % 2 and (heading := next(headings, "")):
            yield f"## {heading}\n"
        many = random.randrange(2, 5)
        yield "".join(sentences[:many]) + "\n"
        del sentences[:many]
    yield from table


def _sentences(random: Random, left: int) -> Iterator[str]:
    """As many as fit."""
    while len(sentence := _sentence(random)) <= left:
        left -= len(sentence)
        yield sentence


def _signs(text: str) -> int:
    """How many characters a reader counts."""
    return len("".join(text.split()))


def _table(random: Random) -> Iterator[str]:
    yield "\n| 村 | 户数 | 金额（元） |\n| --- | ---: | ---: |"
    whole = households = 0
    for village in VILLAGES[: random.randrange(4, 10)]:
        count, cents = random.randrange(10, 400), random.randrange(10_000, 9_000_000)
        whole, households = whole + cents, households + count
        yield f"| {village} | {count} | {cents // 100:,}.{cents % 100:02} |"
    yield f"| 合计 | {households:,} | {whole // 100:,}.{whole % 100:02} |"


def _account(random: Random, number: int, published: date) -> Iterator[str]:
    month = published.replace(day=1) - timedelta(1)
    village = random.choice(VILLAGES)
    balance = random.randrange(5_000_000, 30_000_000)
    yield from _head(
        number, published, village, f"{village}{month:%Y年%m月}收支明细（第{number}号）"
    )
    yield f"类型: ledger\n期间: {month:%Y-%m}\n期初: {balance / 100:.2f}\n明细:"
    for row in range(1, random.randrange(9, 26)):
        cents = random.randrange(1_000, 200_000)
        is_income = row % 3 == 0
        balance += cents if is_income else -cents
        yield f"  - 日期: {month:%Y-%m}-{row:02}\n    凭证号: 记-{row:03}"
        yield f"    摘要: {random.choice(ITEMS)}"
        yield f"    {'收入' if is_income else '支出'}: {cents // 100}.{cents % 100:02}"
    yield f"期末: {balance / 100:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
