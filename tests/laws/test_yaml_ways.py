"""What is read at one glance is what the parser reads, to the column, and nothing that it refuses."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import corpus
from generator.read import frontmatter, yamldoc, yamlplain
from generator.read.source import Source
from tests.conftest import HOUSE, SAMPLE
from tests.growth.patterns import YAML
from tests.laws.hostile import GARBAGE

USUAL = """\
甲: 乙|甲:|甲: |甲:  乙  |甲: "乙 '丙"|甲: '乙 "丙' |甲: ''|甲: ""|乙: 09:30|乙: 第3:4号#5
丙: （一）：丁|丙: 1,200.00|丙: https://a.example/b|- 甲|- 甲 乙 |- 甲: 乙|- 甲:|甲: _|_甲: 1
"""
OTHERS = """\
- "甲"|- 乙：丙|- 3#丁|甲: 乙 # 丙|甲: 乙: 丙|甲: 丙:|甲:乙|甲：乙|甲: [乙]|甲: -乙|甲: - 乙|甲: ~
甲: &乙|甲: *乙|甲: !乙|甲: 'a''b'|甲: "\\\\"|甲: >|- - 甲|-|# 甲|---|...|<<: 甲|甲乙 丙: 丁|乙
甲: 乙\xa0|- 甲\u3000|甲: 乙\x85丙|甲: \u2028|甲: \ufeff|甲: 乙\ud7ff\ue000\ufffd|甲: \U0001f600
甲:\t乙|\t|
"""
FORMS = [form for line in (USUAL + OTHERS).split("\n") for form in line.split("|")]
LINES = st.tuples(
    st.sampled_from((0, 0, 0, 0, 2, 2, 2, 4, 4, 1, 3, 6)),
    st.one_of(st.sampled_from(FORMS[:19]), st.sampled_from(FORMS)),
).map(lambda pair: " " * pair[0] + pair[1])
TEXTS = st.lists(LINES, max_size=9).map("\n".join)
WORDS = st.sampled_from(("", "乙", "1,200.00", "09:30", "'乙 丙'", '"："', "（一）"))
Tree = str | list["Tree"] | dict[str, "Tree"]
TREES: st.SearchStrategy[Tree] = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(st.sampled_from("甲乙丙丁"), inner, min_size=1),
    ),
    max_leaves=15,
)


def is_same(text: str) -> bool:
    """Whether a text that is read at a glance is read so by the parser too."""
    source = Source("content/land/2026/a.yaml", text)
    glance = yamlplain.read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamlplain, "read", lambda _: None)
        parsed = yamldoc.load(source)
    return glance is None or (glance, ()) == (parsed.value, parsed.problems)


def lines_of(tree: Tree, indent: int, beside: int) -> Iterable[str]:
    """The tree as people write it; the dashes of a list stand `beside` its key or deeper."""
    space = " " * indent
    if isinstance(tree, str):
        yield f"{space}{tree}"
    elif isinstance(tree, list):
        for one in tree:
            first, *others = lines_of(one, indent + 2, beside)
            yield f"{space}- {first.lstrip()}"
            yield from others
    else:
        for key, one in tree.items():
            if isinstance(one, str):
                yield f"{space}{key}: {one}"
            else:
                yield f"{space}{key}:"
                deeper = beside if isinstance(one, list) else 2
                yield from lines_of(one, indent + deeper, beside)


def heads(folder: Path) -> Iterable[str]:
    """The YAML of a folder's files."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".md", ".yaml"}:
            source = Source(str(path), path.read_text(encoding="utf-8"))
            cut = frontmatter.split(source).value if path.suffix == ".md" else None
            yield cut.head if cut else source.text


@settings(max_examples=1500)
@given(TEXTS)
def test_of_any_lines(text: str) -> None:
    """At any indentation, in any order."""
    assert is_same(text)


@settings(max_examples=500)
@given(TREES, st.sampled_from((0, 2, 4)))
def test_of_any_tree(tree: Tree, beside: int) -> None:
    """Lists of mappings of lists, with empty and quoted words."""
    assert is_same("\n".join(lines_of(tree, 0, beside)))


@settings(max_examples=500)
@given(GARBAGE)
def test_of_what_is_nearly_yaml(text: str) -> None:
    """Whatever stands in it."""
    assert is_same(text)


def test_of_texts_that_grow() -> None:
    """Deep, long and wide ones; too large a document is for the parser to refuse."""
    texts = [one.grow(size) for one in YAML for size in (40, 4000)]
    texts += ["\n".join(f"键{number}: 1" for number in range(count)) for count in (100, 101, 201)]
    texts += ["\n".join("  " * deep + "甲:" for deep in range(count)) for count in (8, 9, 10, 25)]

    assert [] == [text for text in texts if not is_same(text)]


@pytest.mark.parametrize("folder", [SAMPLE, HOUSE / "content", HOUSE / "docs/village"])
def test_of_the_samples(folder: Path) -> None:
    """Most of what offices write is read at a glance."""
    found = list(heads(folder))
    usual = [text for text in found if yamlplain.read(text)]

    assert len(usual) > len(found) * 0.7
    assert [] == [text for text in usual if not is_same(text)]


def test_of_the_corpus() -> None:
    """All of it is, so the benchmarks measure the usual."""
    entries = [corpus.entry(number, 1) for number in range(100)]
    found = [text.split("\n---\n", 1)[0].removeprefix("---\n") for _, text in entries]

    assert all(map(yamlplain.read, found))
    assert all(map(is_same, found))
