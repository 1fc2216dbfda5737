"""Writes what is made from declarations: `schemas/*.json` and four pages of reference.

They are `site.md`, `kinds.md`, `problems.md` and `theme-reference.md`.

Run it after a change to a field, a kind, a sentence or an example: `python docs/generate.py`. A
test says when that was forgotten.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from docs.reference import theme_page  # noqa: E402 - found beside this folder, installed or not
from generator.model import category, entry, issue, settings, standing, workyear  # noqa: E402 - the same
from generator.model import fields as f  # noqa: E402
from generator.model.kind import Kind, kinds  # noqa: E402
from generator.model.schema import schemas  # noqa: E402
from generator.read.scaffold import Tongue, form_of  # noqa: E402
from generator.words import en, zh  # noqa: E402
from generator.words.sentence import Sentence  # noqa: E402
from generator.words.zh.scaffold import SCAFFOLD  # noqa: E402
from tests.problems.examples import Block, Example, examples  # noqa: E402

ZH = Tongue(english=False, said=SCAFFOLD)


def generated() -> dict[str, str]:
    """Every generated file by its path in this folder."""
    made = {
        f"schemas/{name}": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }
    return {
        **made,
        "kinds.md": kinds_page(),
        "site.md": site_page(),
        "problems.md": problems_page(),
        "theme-reference.md": theme_page(),
    }


def kinds_page() -> str:
    """The reference of kinds: what an entry may hold, by kind, key by key."""
    parts = [
        "# 条目的类型",
        "",
        "<!-- 由 docs/generate.py 从程序里的声明生成，不要手改 -->",
        "",
        "一个条目就是一个文件。键和可选的值，中文英文都认。",
        "`python3 build.py new 栏目 类型` 会写好一篇带说明的草稿。",
        "",
        "## 所有条目都有的项",
        "",
        *_table(entry.FIELDS),
    ]
    for one in kinds():
        parts += ["", f"## {one.zh} `{one.id}`", "", *_about(one)]
    return "\n".join([*parts, ""])


def site_page() -> str:
    """The reference of the site's own files: settings, categories, calendar, letters, pages."""
    parts = [
        "# 网站自己的文件",
        "",
        "<!-- 由 docs/generate.py 从程序里的声明生成，不要手改 -->",
        "",
        "内容文件夹里，条目以外的文件只有下面几种。键和可选的值，中文英文都认；写错的键、不认识的值都会说出在哪一行。",
        "条目怎样写，见 [kinds.md](kinds.md)。",
    ]
    for path, about, fields in _SETTINGS:
        parts += ["", f"## `{path}`", "", about, "", *_table(fields)]
    return "\n".join([*parts, ""])


_SETTINGS = (
    ("site.yaml", "网站设置：谁在公开，有哪些栏目和公开单位。每个网站都要有。", settings.FIELDS),
    (
        "栏目/category.yaml",
        "一个栏目一个文件夹，文件夹名写进 `site.yaml` 的“栏目”；里面的 `category.yaml` 说它公开什么。",
        category.FIELDS,
    ),
    (
        "calendar/2026.yaml",
        "一年的放假和调休上班，照国务院办公厅当年的通知写。按工作日计算的公示期用到它；没有写的年份按周一至周五计算，并且说明。",
        workyear.FIELDS,
    ),
    (
        "issues/2026-10.yaml",
        "编辑给某一期写的话，文件名就是月份。三项都可以不写，没有话说就不用建这个文件。",
        issue.FIELDS,
    ),
    (
        "pages/guide.md",
        "网站自己的网页：公开指南、公开制度、联系方式等，名称自定。两行 `---` 之间是下面各项，之后是正文。",
        standing.FIELDS,
    ),
)
"""The files beside the entries: path, what they are for, and what they may say."""


def _about(kind: Kind) -> Iterator[str]:
    yield kind.about
    yield ""
    for one in entry.FIELDS:
        if one.key in kind.needs:
            yield f"必须写“{one.zh}”。"
            yield ""
    if not kind.fields:
        yield "写成 `.md` 文件：两行 `---` 之间是上面各项，下面是正文。没有另外的项。"
        return
    yield "写成 `.yaml` 文件，除了上面各项，还有："
    yield ""
    yield from _table(kind.fields)


def _table(fields: Iterable[f.Field]) -> Iterator[str]:
    yield "| 键 | English | 必填 | 写什么 |"
    yield "|---|---|---|---|"
    yield from _rows(fields, "")


def _rows(fields: Iterable[f.Field], before: str) -> Iterator[str]:
    for one in fields:
        must = "是" if one.required else ""
        told = "；".join(part for part in (one.help, one.law, form_of(one.type, ZH)) if part)
        yield f"| {before}{one.zh} | `{one.key}` | {must} | {told.replace('|', '&#124;')} |"
        if isinstance(one.type, f.Group | f.Groups | f.Table):
            yield from _rows(one.type.fields, f"{before}– ")


def problems_page() -> str:
    """The reference of problems: every code with its sentences and its example, family by family."""
    order = list(zh.PROBLEMS)
    shown = sorted(examples(), key=lambda one: order.index(one.code))
    families = list(dict.fromkeys(one.family for one in shown))
    parts = [*_INTRO]
    for family in families:
        inside = [one.code for one in shown if one.family == family]
        listed = "、".join(f"[{code}](#{code.replace('/', '')})" for code in inside)
        parts.append(f"- [{family}](#{_anchor(family)})：{listed}")
    for family in families:
        parts += ["", f"## {family}"]
        for one in shown:
            if one.family == family:
                parts += ["", f"### {one.code}", "", *_problem(one)]
    return "\n".join([*parts, ""])


_INTRO = (
    "# 提示的意思和例子",
    "",
    "<!-- 由 docs/generate.py 从程序里的句子和 tests/problems 里的例子生成，不要手改 -->",
    "",
    "一条提示先说在哪里：文件、第几行、第几个字，再说是什么，最后是它的代码；照代码在本页查找。",
    "下面引原文，`^` 指着要改的地方；然后是为什么，和怎么办。一次把所有的错都说完，改好再运行。",
    (
        "退出码 0 是完成，1 是内容有要改的地方，2 是命令写错或环境不行，"
        "4 是完成但有条目还没到公布日期，74 是磁盘出错，75 是另一个生成正在进行。"
    ),
    "",
    "“错”和“对”只写出有关的几行。〔Tab〕、〔全角空格〕、〔U+200B〕代表看不见的字符。",
    "xlsx 表格写成一行一行的文字，格子之间是竖线；〔合并 A1:E1〕这样的一行，说的是对表格做过什么。",
    "",
)
_FENCES = {"md": "markdown", "yaml": "yaml", "html": "html"}
_SIDES = {"bad": "**错**", "good": "**对**", "first": "**先运行**"}
_WHOLE = {
    "without": "（没有）",
    "with": "（有）",
    "link": "（一个链接，指向别的文件）",
    "binary": "（打不开的文字）",
}
_ENCODED = {"gb18030": "（存成 ANSI）", "utf16": "（存成 Unicode）"}
_SPECIAL = re.compile(r"(`[^`]+`)|[*_<\[\]\\`]")


def _anchor(title: str) -> str:
    """How a heading is linked to."""
    return re.sub(r"[^\w-]", "", title.replace(" ", "-")).lower()


def _problem(one: Example) -> Iterator[str]:
    said = _readable(zh.PROBLEMS[one.code])
    yield f"**什么**　{said.what}  "
    if said.why:
        yield f"**为什么**　{said.why}  "
    yield f"**怎么办**　{said.how}"
    if one.prose:
        yield ""
        yield one.prose
    path = next((block.path for block in one.blocks if block.path), "")
    for block in one.blocks:
        yield ""
        yield from _shown(block, path)
    yield ""
    yield f"*English:* {' — '.join(part for part in _readable(en.PROBLEMS[one.code]) if part)}"


def _readable(sentence: Sentence) -> Sentence:
    """The sentence with its blanks as one sees that something stands there, and safe in Markdown."""
    told = (re.sub(r"{(\w+)}", _blank, part) for part in sentence)
    return Sentence(*(_SPECIAL.sub(lambda found: found[1] or f"\\{found[0]}", one) for one in told))


def _blank(found: re.Match[str]) -> str:
    return "python3 build.py" if found[1] == "program" else "…"


def _shown(block: Block, path: str) -> Iterator[str]:
    """A block of an example whose first path is `path`."""
    side, _, form = block.verb.partition("-")
    title = f"{_SIDES[side]}　`{block.path}`" if block.path else _SIDES[side]
    if form == "binary" and block.path.endswith(".png"):
        yield f"{title}　（一张图片）"
    elif form == "binary" and block.path.endswith(".xlsx"):
        yield f"{title}　（一个表格文件）"
    elif not block.text:
        yield f"{title}　{_WHOLE.get(form, '（空的文件）')}"
    elif form in _WHOLE:
        yield f"{title}　{_WHOLE[form]}"
    else:
        ending = (block.path or path).rpartition(".")[2]
        before = "python3 build.py " if form == "run" else ""
        yield title + _ENCODED.get(form, "")
        yield ""
        yield f"```{'sh' if form == 'run' else _FENCES.get(ending, 'text')}"
        yield from (f"{before}{line}" for line in block.text.splitlines())
        yield "```"


def main() -> None:
    """Write them all."""
    for path, text in generated().items():
        with open(
            os.path.join(HERE, *path.split("/")), "w", encoding="utf-8", newline="\n"
        ) as file:
            file.write(text)


if __name__ == "__main__":
    main()
