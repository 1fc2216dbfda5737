"""The corpus as a project of each generator that we compare ourselves with: same texts, same pages.

    python benchmarks/peers.py 1000 ../peers [--seed 1]

Below the folder there are `gongkai` (plain theme, no open data), `full` (plain theme), `default` (ours
as it comes), `hugo`, `pelican` and `eleventy`. An account is rows in the front matter where a
generator can print those, and a Markdown table for Pelican, whose front matter holds texts only.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus  # noqa: E402 - the script's folder is not the project's

SITES, PLAIN = Path(__file__).parent / "sites", Path(__file__).parent / "plain"
TITLES = {
    "finance": "财务公开",
    "personnel": "人事公开",
    "family-planning": "计划生育",
    "land": "土地宅基地",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the corpus: where it stands below `content/`, its fields, its text."""

    path: str
    fields: dict[str, object]
    body: str

    @property
    def category(self) -> str:
        """The folder of its category."""
        return self.path.split("/", maxsplit=1)[0]

    @property
    def day(self) -> str:
        """The day of publication, `2026-11-05`."""
        return str(self.fields["公布日期"])

    @property
    def rows(self) -> list[dict[str, str]]:
        """The lines of an account, amounts as they are written; none in a notice."""
        lines = self.fields.get("明细", ())
        names = {
            "日期": "day",
            "凭证号": "voucher",
            "摘要": "what",
            "收入": "income",
            "支出": "expense",
        }
        return [{to: str(one.get(name, "")) for name, to in names.items()} for one in lines]  # type: ignore[attr-defined]


def read(path: str, text: str) -> Entry:
    """A file of the corpus; amounts and days stay texts."""
    head, body = text, ""
    if path.endswith(".md"):
        _, head, body = text.split("---\n", 2)
    fields = yaml.load(head, yaml.CBaseLoader)  # noqa: S506 - this one makes nothing but texts
    return Entry(path, fields, body)


def hugo(one: Entry) -> tuple[str, str]:
    """Path and text for Hugo."""
    head = [*_head(one), "issues:", f'  - "{one.day[:7]}"', *_rows(one)]
    return _page("content/", one), _matter(head, one.body)


def eleventy(one: Entry) -> tuple[str, str]:
    """Path and text for Eleventy."""
    column = TITLES[one.category]
    head = [*_head(one), f'issue: "{one.day[:7]}"', f"category: {one.category}", *_rows(one)]
    return _page("src/entries/", one), _matter([*head, f"column: {_said(column)}"], one.body)


def pelican(one: Entry) -> tuple[str, str]:
    """Path and text for Pelican."""
    text = one.fields
    signs = "; ".join(" ".join(sign.values()) for sign in text["审批"])  # type: ignore[attr-defined]
    head = (
        f"Title: {text['标题']}",
        f"Date: {one.day}",
        f"Day: {one.day}",
        f"Category: {one.category}",
        f"Slug: {Path(one.path).stem}",
        f"Issue: {one.day[:7]}",
        f"Unit: {text['公开单位']}",
        f"Index: {text['索引号']}",
        f"Summary: {text['摘要']}",
        f"Keywords: {', '.join(text['关键词'])}",  # type: ignore[arg-type]
        f"Signs: {signs}",
    )
    lines = (*head, "", *_table(one), one.body)
    return _page("content/", one), "".join(f"{line}\n" for line in lines)


def ours(path: str, text: str) -> tuple[str, str]:
    """Path and text for ourselves: the corpus as it is."""
    return f"content/{path}", text


def _converted(how: Callable[[Entry], tuple[str, str]]) -> Callable[[str, str], tuple[str, str]]:
    return lambda path, text: how(read(path, text))


WRITERS = {
    "gongkai": ours,
    "full": ours,
    "default": ours,
    "hugo": _converted(hugo),
    "pelican": _converted(pelican),
    "eleventy": _converted(eleventy),
}
"""By project: what makes a file of it from a file of the corpus."""
PLAIN_SIDES = {"gongkai": "开放数据: 否\n", "full": ""}
"""The projects of ours in the plain theme, each with what its settings say besides."""


def write(project: Path, entries: int, seed: int = 1) -> None:
    """The whole project of the generator that the folder is named after."""
    if WRITERS[project.name] is ours:
        corpus.write(project, entries, seed)
        if project.name in PLAIN_SIDES:
            _plain(project, PLAIN_SIDES[project.name])
        return
    shutil.copytree(SITES / project.name, project)
    sheet = {"hugo": "static", "pelican": "theme/static", "eleventy": "."}[project.name]
    (project / sheet).mkdir(exist_ok=True)
    shutil.copy(SITES / "style.css", project / sheet)
    if project.name == "hugo":
        for category, title in TITLES.items():
            put(project, f"content/{category}/_index.md", f"---\ntitle: {title}\n---\n")
        put(project, "content/_index.md", "---\ntitle: 清溪镇政务公开\n---\n")
        put(project, "content/issues/_index.md", "---\ntitle: 往期汇编\n---\n")
    for number in range(entries):
        put(project, *WRITERS[project.name](*corpus.entry(number, seed)))


def put(project: Path, path: str, text: str) -> None:
    """Write a file of a project."""
    target = project / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def _plain(project: Path, more: str) -> None:
    """Dress a project of ours in the theme that draws what the others draw; `more` is set, too."""
    shutil.copytree(PLAIN, project / "themes/plain")
    settings = project / "content/site.yaml"
    text = settings.read_text("utf-8").replace("\n主题: default\n", f"\n主题: plain\n{more}")
    put(project, "content/site.yaml", text)


def _page(folder: str, one: Entry) -> str:
    return f"{folder}{one.path.rpartition('.')[0]}.md"


def _matter(head: list[str], body: str) -> str:
    return "".join(f"{line}\n" for line in ("---", *head, "---")) + body


def _said(text: object) -> str:
    return json.dumps(text, ensure_ascii=False)


def _head(one: Entry) -> Iterator[str]:
    """The fields that every entry has, in YAML."""
    text = one.fields
    yield f"title: {_said(text['标题'])}"
    yield f"date: {one.day}"
    yield f"unit: {_said(text['公开单位'])}"
    yield f"index: {_said(text['索引号'])}"
    yield f"description: {_said(text['摘要'])}"
    yield "keywords:"
    for word in text["关键词"]:  # type: ignore[attr-defined]
        yield f"  - {_said(word)}"
    yield "signs:"
    for sign in text["审批"]:  # type: ignore[attr-defined]
        yield f"  - step: {_said(sign['环节'])}"
        yield f"    name: {_said(sign['姓名'])}"


def _rows(one: Entry) -> Iterator[str]:
    """An account in YAML."""
    if rows := one.rows:
        yield f"period: {_said(one.fields['期间'])}"
        yield f"opening: {_said(one.fields['期初'])}"
        yield f"closing: {_said(one.fields['期末'])}"
        yield "rows:"
        for row in rows:
            for at, (name, text) in enumerate(row.items()):
                yield f"  {' ' if at else '-'} {name}: {_said(text)}"


def _table(one: Entry) -> Iterator[str]:
    """An account in Markdown."""
    if rows := one.rows:
        yield "| 日期 | 凭证号 | 摘要 | 收入 | 支出 |\n| --- | --- | --- | ---: | ---: |"
        for row in rows:
            yield f"| {' | '.join(row.values())} |"
        yield f"\n期末结余 {one.fields['期末']}\n"


def main(words: list[str]) -> int:
    """Write the projects into an empty or absent folder."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("entries", type=int)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args(words)
    for name in WRITERS:
        write(given.folder / name, given.entries, given.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
