"""The door to YAML: text with places, nothing guessed, nothing that kills the process."""

import pytest

from generator.read.source import Source
from generator.read.yamldoc import Mapping, Scalar, load


def codes(text: str) -> list[str]:
    """The codes of what is wrong with a document."""
    return [one.code for one in load(Source("a.yaml", text)).problems]


@pytest.mark.parametrize(
    "value",
    ["0755", "12:30", "1_000", "no", "2024.10", "2024-02-30", "1e3", "~", "110101199003071234"],
)
def test_a_value_is_the_text_that_was_written(value: str) -> None:
    """YAML's own types are never asked."""
    read = load(Source("a.yaml", f"键: {value}\n"))

    assert isinstance(read.value, Mapping)
    key, node = read.value.items[0]
    assert isinstance(node, Scalar)
    assert ("键", value, 1, 4) == (key.text, node.text, node.line, node.column)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 30_000, "yaml/too-deep"),
        ("- " * 30_000, "yaml/too-deep"),
        ("{a: " * 20_000, "yaml/too-deep"),
        ("? " * 30_000, "yaml/too-deep"),
        ("a: &x 1\nb: *x\n", "yaml/alias"),
        ("a: !!python/object/apply:os.system [id]\n", "yaml/tag"),
        ("a: 1\n---\nb: 2\n", "yaml/documents"),
        ("<<: {a: 1}\n", "yaml/key"),
        ("? [a, b]\n: 1\n", "yaml/key"),
        ("标题: 通知: 关于低保\n", "yaml/colon"),
        ("标题: @某村\n", "yaml/syntax"),
        ("a:\n\t- b\n", "yaml/syntax"),
    ],
)
def test_what_is_not_in_the_dialect_is_refused(text: str, code: str) -> None:
    """With one problem, however deep it is nested."""
    assert [code] == codes(text)


def test_nesting_by_indentation_is_refused_too() -> None:
    """Where the linear scan sees nothing, the reader itself counts."""
    text = "".join(f"{' ' * depth}a{depth}:\n" for depth in range(60))

    assert ["yaml/too-deep"] == codes(text + " " * 60 + "b: 1\n")


def test_an_offset_moves_every_line() -> None:
    """A head's lines are counted from the top of its file."""
    source = Source("a.md", "---\n标题: 通知: 甲\n---\n")
    read = load(source, "标题: 通知: 甲", 2)

    assert [2] == [one.place.line for one in read.problems]
    assert '标题: "通知: 甲"' == dict(read.problems[0].facts)["quoted"]
