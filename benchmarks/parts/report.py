"""Results of a comparison: kept as JSON, told as tables between two marks of README.md."""

import json
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.parts.goals import GOALS, Goal, memory, ratios

FOLDER = Path(__file__).parents[1]
RESULTS, README = FOLDER / "results", FOLDER / "README.md"
BEGIN, END = "<!-- made by compare.py -->\n", "<!-- end of what compare.py made -->\n"
Record = dict[str, Any]
NAMES = {
    "gongkai": "Gongkai, plain theme",
    "full": "Gongkai, plain theme and open data",
    "default": "Gongkai, default theme",
    "hugo": "Hugo",
    "pelican": "Pelican",
    "eleventy": "Eleventy",
}
CASES = {
    "first": "First build",
    "body": "One text edited",
    "title": "One title edited",
    "nothing": "Nothing changed",
    "added": "One entry added",
    "template": "Template of entries edited",
    "part": "Macro of entries' pages edited",
}


def machine() -> str:
    """Processor, system and kernel, without the machine's name."""
    with open("/proc/cpuinfo", encoding="utf-8") as stream:
        models = [line.partition(": ")[2].strip() for line in stream if "model name" in line]
    model = models[0] if models else platform.machine()
    return f"{os.cpu_count()} cores of {model}, {platform.system()} {platform.release()}"


def keep(record: Record) -> None:
    """Write the results of a size, and the tables of all sizes anew."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(record, ensure_ascii=False)
    text = text.replace('}, "', '},\n"').replace('{"first"', '{\n"first"')
    (RESULTS / f"{record['entries']}.json").write_text(f"{text}\n", encoding="utf-8")
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{BEGIN}{tables(records())}{END}{after}", encoding="utf-8")


def records() -> list[Record]:
    """What is kept, the smallest size first."""
    kept = [json.loads(path.read_text("utf-8")) for path in RESULTS.glob("*.json")]
    return sorted(kept, key=lambda one: int(one["entries"]))


def tables(kept: Sequence[Record]) -> str:
    """Everything as Markdown."""
    parts = [_goals(kept), *map(_costs, kept), _pages(kept)]
    return "".join(f"{line}\n" for part in parts for line in (*part, ""))


def _goals(kept: Sequence[Record]) -> Iterator[str]:
    """What is asked of ours, at the largest size that was measured up to the one asked for."""
    yield "### Goals\n"
    yield "| Case | theme | goal | not done above | at | measured | |"
    yield "| --- | --- | ---: | ---: | ---: | ---: | --- |"
    for goal in GOALS:
        for record in [one for one in kept if goal.knows(one)][-1:]:
            theme = NAMES[goal.side].removeprefix("Gongkai, ").removesuffix(" theme")
            marks = f"{goal.sign(goal.best)} | {goal.sign(goal.least)} | {record['entries']:,}"
            value = goal.value(record)
            told = f"{goal.sign(value)} | {goal.verdict(value, record['entries'])}"
            yield f"| {goal.name} | {theme} | {marks} | {told} |"
    if len([one for one in kept if "gongkai" in one["cases"].get("first", {})]) > 1:
        growth = Goal("Time per entry, 100,000 ÷ 1,000", "", 100_000, "growth", 1.15, 1.3)
        value = _growth(kept)
        marks = f"{growth.sign(growth.best)} | {growth.sign(growth.least)}"
        told = f"{growth.sign(value)} | {growth.verdict(value, kept[-1]['entries'])}"
        sizes = f"{kept[-1]['entries']:,} ÷ {kept[0]['entries']:,}"
        yield f"| {growth.name} | plain | {marks} | {sizes} | {told} |"


def _growth(kept: Sequence[Record]) -> float:
    """What an entry costs in a first build of the largest size, against one of the smallest."""
    costs = [
        median(one["cases"]["first"]["gongkai"]["wall"]) / one["entries"]
        for one in kept
        if "gongkai" in one["cases"].get("first", {})
    ]
    return float(costs[-1] / costs[0])


def _costs(record: Record) -> Iterator[str]:
    yield f"### {record['entries']:,} entries\n"
    note = record["note"] and f" {record['note']}"
    versions = ", ".join(f"{NAMES[side].split(',')[0]} {one}" for side, one in _versions(record))
    disk = f", {record['disk']}" if "disk" in record else ""
    about = f"{record['machine']}{disk}; {versions}; {_rounds(record)} rounds"
    yield f"{record['date']}, {about}.{note}\n"
    columns = "wall, s|CPU, s|memory, MB|files written|of them changed|wall ÷ Hugo|CPU ÷ Hugo"
    yield f"| | {' | '.join(columns.split('|'))} |"
    yield "| --- " + "| ---: " * 7 + "|"
    for case, sides in record["cases"].items():
        yield f"| **{CASES[case]}** |" + " |" * 7
        for side, row in sides.items():
            yield f"| {NAMES[side]} | {' | '.join(_cells(row, sides.get('hugo', row)))} |"


def _versions(record: Record) -> list[tuple[str, str]]:
    """One for each program."""
    return [
        (side, one) for side, one in record["versions"].items() if side not in {"default", "full"}
    ]


def _rounds(record: Record) -> int:
    return max(len(row["wall"]) for sides in record["cases"].values() for row in sides.values())


def _cells(row: Record, other: Record) -> Iterator[str]:
    yield _span(row["wall"])
    yield _span(row["cpu"])
    yield f"{memory(row) / 1e6:,.0f}"
    yield f"{row['written']:,}"
    yield f"{row['changed']:,}"
    for measure in ("wall", "cpu"):
        yield "" if other is row else _span(ratios(row, other, measure))


def _span(numbers: Sequence[float]) -> str:
    """Least, median and most: the median is what counts."""
    return f"{_short(min(numbers))} / **{_short(median(numbers))}** / {_short(max(numbers))}"


def _short(number: float) -> str:
    """Three digits that say something."""
    return f"{number:.{1 if number >= 10 else 2 if number >= 0.1 else 3}f}"


def _pages(kept: Sequence[Record]) -> Iterator[str]:
    yield "### Pages\n"
    yield "| at | | entries | lists | issues | others | files | MB |"
    yield "| ---: | --- " + "| ---: " * 6 + "|"
    for record in kept:
        for side, many in record["pages"].items():
            told = (f"{many[one]:,}" for one in ("entries", "lists", "issues", "others", "files"))
            size = f"{many['bytes'] / 1e6:,.1f}"
            yield f"| {record['entries']:,} | {NAMES[side]} | {' | '.join(told)} | {size} |"
