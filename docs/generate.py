"""Writes what is made from the declarations: `schemas/*.json` and `kinds.md` in this folder.

Run it after a change to a field, a kind or a sentence: `python docs/generate.py`. A test says
when that was forgotten.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from generator.model import entry  # noqa: E402 - found beside this folder, installed or not
from generator.model import fields as f  # noqa: E402
from generator.model.kind import Kind, kinds  # noqa: E402
from generator.model.schema import schemas  # noqa: E402
from generator.read.scaffold import Tongue, form_of  # noqa: E402
from generator.words import zh  # noqa: E402

ZH = Tongue(english=False, said=zh.SCAFFOLD)


def generated() -> dict[str, str]:
    """Every generated file by its path in this folder."""
    made = {
        f"schemas/{name}": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }
    return {**made, "kinds.md": kinds_page()}


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


def main() -> None:
    """Write them all."""
    for path, text in generated().items():
        with open(
            os.path.join(HERE, *path.split("/")), "w", encoding="utf-8", newline="\n"
        ) as file:
            file.write(text)


if __name__ == "__main__":
    main()
