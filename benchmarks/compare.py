"""Our builds against those of other generators: one run, one after the other, round by round.

    python benchmarks/compare.py 1000 --tools ../peers-tools [--rounds 5] [--sides gongkai hugo]

Every build is a whole process. In each round every side builds once, in the same order, and a
ratio compares two builds of one round. Results go to `results/ENTRIES.json`, tables to README.md, the
picture is drawn anew.
The last build of a case is looked at and not timed: which files it wrote, how much memory it held.

A large size takes hours. With `--stay FOLDER` the projects and what was measured of each case stay
there, and the same command goes on where it was interrupted.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus, peers, picture, tree  # noqa: E402 - the script's folder is not the project's
from benchmarks.parts import disks, outputs, report  # noqa: E402
from benchmarks.parts.sides import SIDES, Side, Tools  # noqa: E402

TODAY = "2026-11-20"
"""On which an entry is added: the newest of the corpus, whose today is the day after."""
EDITS = 2
"""Builds after small edits before those of a case: the first ones make what later ones go on with."""
SAMPLE = 7
"""Of so many entries one is looked at, whether its page has all of its text."""


class Field:
    """The projects of all sides with the same entries, and what is done to all of them alike."""

    def __init__(self, folder: Path, sides: Sequence[Side], entries: int, seed: int) -> None:
        """The projects are made when they are first needed; the same seed gives the same edits."""
        folder.mkdir(parents=True, exist_ok=True)
        self.sides = sides
        self.folder = folder
        self.entries, self.seed = entries, seed
        number = next(n for n in range(entries // 2, 2 * entries) if n % corpus.STRUCTURED)
        self.path, self.text = corpus.entry(number, seed)
        self._turn = folder / "turn"
        self.turn = int(self._turn.read_text("utf-8")) if self._turn.exists() else 0

    def make(self) -> None:
        """Write the project of every side that has none."""
        for side in self.sides:
            if not self.project(side).exists():
                part = self.folder / "part" / side.name
                shutil.rmtree(part, ignore_errors=True)
                peers.write(part, self.entries, self.seed)
                part.rename(self.project(side))

    def next(self) -> None:
        """Another edit than any before, also of a run that was interrupted here."""
        self.turn += 1
        self._turn.write_text(str(self.turn), "utf-8")

    def project(self, side: Side) -> Path:
        """The folder of a side's project."""
        return self.folder / side.name

    def output(self, side: Side) -> Path:
        """Where its pages are."""
        return self.project(side) / side.output

    def clean(self, side: Side) -> None:
        """Take away all that a build made.

        It is moved aside, and goes with the whole field: a first build has nothing removed before it, and
        a disk may make files slowly after it has removed many.
        """
        aside = self.folder / "aside" / f"{side.name}-{self.turn}"
        for name in side.made:
            made = self.project(side) / name
            if made.exists():
                aside.mkdir(parents=True, exist_ok=True)
                made.rename(aside / name)

    def nothing(self, side: Side) -> None:
        """Leave everything as it is."""

    def body(self, side: Side) -> None:
        """Add a paragraph to a text in the middle."""
        self._put(side, self.path, f"{self.text}\n第{self.turn}次补充说明，其余没有变化。\n")

    def title(self, side: Side) -> None:
        """Change its title."""
        self._put(
            side, self.path, self.text.replace("标题: 关于", f"标题: 第{self.turn}次修改的关于", 1)
        )

    def added(self, side: Side) -> None:
        """Publish one entry more, today."""
        numbers = (n for n in range(self.entries, sys.maxsize) if n % corpus.STRUCTURED)
        for _ in range(self.turn):
            number = next(numbers)
        path, text = corpus.entry(number, self.seed)
        old = next(line for line in text.splitlines() if line.startswith("公布日期: "))
        path = f"{path.split('/')[0]}/{TODAY[:4]}/{TODAY[5:7]}-notice-{number}.md"
        self._put(side, path, text.replace(old, f"公布日期: {TODAY}", 1))

    def template(self, side: Side) -> None:
        """Change the template of the entries' pages, and so every page of an entry."""
        self._mark(self.project(side) / side.template, "<article")

    def part(self, side: Side) -> None:
        """Change a part that is in every page of an entry, in the file in which a side has such parts."""
        self._mark(self.project(side) / side.part, "<nav")

    def _mark(self, file: Path, tag: str) -> None:
        """Give the last such element of a file another name than before."""
        before, found, after = file.read_text("utf-8").rpartition(tag)
        assert found, f"{file} has no {tag}"
        after = re.sub(r'^ id="turn-[0-9]+"', "", after)
        changed = f'{before}{tag} id="turn-{self.turn}"{after}'
        file.write_text(changed, encoding="utf-8", newline="\n")

    def _put(self, side: Side, path: str, text: str) -> None:
        peers.put(self.project(side), *peers.WRITERS[side.name](path, text))


CASES: dict[str, Callable[[Field, Side], None]] = {
    "first": Field.clean,
    "body": Field.body,
    "title": Field.title,
    "nothing": Field.nothing,
    "added": Field.added,
    "template": Field.template,
    "part": Field.part,
}
"""By case: what happens before each of its builds."""

BESIDE = ("template", "part")
"""Cases that are compared with a first build of ours, made just before each edit in a second project."""


class Log:
    """What was measured of a run, case by case, in a file that tells it to the next one."""

    def __init__(self, path: Path, about: dict[str, object]) -> None:
        """A run about something else is not gone on with."""
        self._path = path
        known = json.loads(path.read_text("utf-8")) if path.exists() else {**about, "cases": {}}
        if {key: known[key] for key in about} != about:
            raise SystemExit(f"{path} is of another run: {known}")
        self.record: dict[str, Any] = known

    @property
    def cases(self) -> dict[str, object]:
        """The costs by case, then by side."""
        found: dict[str, object] = self.record["cases"]
        return found

    def keep(self) -> None:
        """Write it whole or not at all."""
        part = self._path.with_suffix(".part")
        part.write_text(json.dumps(self.record, ensure_ascii=False), "utf-8")
        part.replace(self._path)


def measure(field: Field, cases: Sequence[str], rounds: int, log: Log) -> None:
    """What was not measured yet: first builds, then which pages there are, then all else."""
    if "pages" not in log.record:
        if "first" in cases:
            log.cases["first"] = _case(field, "first", rounds)
        else:
            for side in field.sides:
                tree.cost(side.first, field.project(side))
        log.record["pages"] = same_pages(field)
        log.keep()
    for case in [one for one in cases if one not in log.cases]:
        if case != "first":
            for side in field.sides:  # a memory that only later builds have is filled before
                for _ in range(EDITS):
                    field.next()
                    field.body(side)
                    tree.cost(side.again, field.project(side))
        log.cases[case] = _case(field, case, rounds)
        log.keep()
        print(f"{case}: done", file=sys.stderr, flush=True)


def _case(field: Field, case: str, rounds: int) -> dict[str, object]:
    spent: dict[str, list[tree.Cost]] = {side.name: [] for side in field.sides}
    first: dict[str, list[float]] = {}
    ours = [side for side in field.sides if case in BESIDE and "output" in side.made]
    twin = Field(field.folder / "twin", ours, field.entries, field.seed)
    twin.make()
    for _ in range(rounds):
        field.next()
        twin.next()
        for side in field.sides:
            CASES[case](field, side)
            os.sync()  # what was written before is not this build's to wait for
            if side in ours:
                twin.clean(side)
                cost = tree.cost(side.first, twin.project(side))
                first.setdefault(side.name, []).append(round(cost.wall, 4))
                os.sync()
            spent[side.name].append(tree.cost(_command(side, case), field.project(side)))
    field.next()
    rows = {side.name: _row(field, case, side, spent[side.name]) for side in field.sides}
    return {
        name: row | ({"first": first[name]} if name in first else {}) for name, row in rows.items()
    }


def _row(field: Field, case: str, side: Side, spent: Sequence[tree.Cost]) -> dict[str, object]:
    """What a side's builds of a case cost, and what one more of them does."""
    CASES[case](field, side)
    before = outputs.states(field.output(side))
    held = tree.peak(_command(side, case), field.project(side))
    after = outputs.states(field.output(side))
    return {
        "wall": [round(one.wall, 4) for one in spent],
        "cpu": [round(one.cpu, 4) for one in spent],
        "largest": max(one.largest for one in spent),
        "peak": held,
        "written": outputs.written(before, after),
        "changed": outputs.changed(before, after),
        "spare": outputs.spare(before, after),
    }


def _command(side: Side, case: str) -> list[str]:
    return side.first if case == "first" else side.again


def same_pages(field: Field) -> dict[str, dict[str, int]]:
    """How many pages of each sort and files a side has; stops where the sides differ."""
    wanted = outputs.wanted(corpus.entry(number, field.seed)[0] for number in range(field.entries))
    found = {}
    for side in field.sides:
        files = outputs.files(field.output(side))
        outputs.demand(side.name, wanted, [path for path, _ in files])
        for number in range(0, field.entries, SAMPLE):
            one = peers.read(*corpus.entry(number, field.seed))
            page = (field.output(side) / one.path).with_suffix(".html").read_text("utf-8")
            outputs.demand_text(side.name, one, page)
        found[side.name] = {
            **outputs.counted(path for path, _ in files),
            "files": len(files),
            "bytes": sum(size for _, size in files),
        }
    return found


def main(words: list[str]) -> int:
    """Measure, write the results and the tables."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("entries", type=int)
    asked.add_argument("--tools", type=Path, default=Path(), help="where the others are installed")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--sides", nargs="+", choices=SIDES, default=list(SIDES))
    asked.add_argument("--cases", nargs="+", choices=CASES, default=list(CASES))
    asked.add_argument("--python", default=sys.executable, help="what runs our build.py")
    asked.add_argument("--work", type=Path, help="an existing folder for the projects")
    asked.add_argument("--stay", type=Path, help="a folder in which they stay, to go on there")
    asked.add_argument("--note", default="", help="a sentence about the run, for the table")
    given = asked.parse_args(words)
    tools = Tools(given.python, given.tools.absolute())
    sides = [SIDES[name](tools) for name in given.sides]
    disk = disks.name(given.stay or given.work or Path(tempfile.gettempdir()))
    if disk in disks.SLOW:
        print(f"{disk}: {disks.SLOW[disk]}", file=sys.stderr)
    about = {
        "entries": given.entries,
        "seed": given.seed,
        "machine": report.machine(),
        "disk": disk,
        "versions": {side.name: tools.version(side.name) for side in sides},
    }
    with ExitStack() as stack:
        folder = given.stay or stack.enter_context(tempfile.TemporaryDirectory(dir=given.work))
        field = Field(Path(folder), sides, given.entries, given.seed)
        log = Log(Path(folder) / "measured.json", about)
        field.make()
        measure(field, given.cases, given.rounds, log)
    today = date.today().isoformat()  # noqa: DTZ011 - the day on the machine of the run
    cases = {case: log.cases[case] for case in CASES if case in log.cases}
    report.keep({"date": today, **about, "note": given.note, **log.record, "cases": cases})
    picture.main()
    print(report.tables(report.records()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
