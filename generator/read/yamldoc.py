"""The only door to PyYAML: text to a tree of strings with places. It never guesses a type.

The C parser gives events; the tree is ours, so that numbers, dates and yes/no stay the text
they were written as. What the parser cannot survive (deep nesting, reliability.md b1) is
refused by a linear scan before it sees the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.read.source import Source
from generator.values.problem import Problem
from generator.values.read import Read

MAX_BYTES = 8 * 1024 * 1024
"""A data file's largest size; a front matter's is smaller (`frontmatter.MAX_CHARS`)."""
MAX_DEPTH = 20
_LADDER = re.compile(rf"(?:[-?:][ \t]+){{{MAX_DEPTH},}}")
_COMMENT = re.compile(r"[ \t]*#")
_BRACKETS = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was written, without quotes; `line` and `column` count from 1."""

    text: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order they were written; keys may repeat, the schema says so."""

    items: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """The document uses something that is not in our dialect of YAML."""

    def __init__(self, code: str, event: yaml.Event) -> None:
        super().__init__(code)
        self.code = code
        self.line, self.column = _spot(event)


def load(source: Source, text: str | None = None, first_line: int = 1) -> Read[Node]:
    """The document in `text` (or the whole source), whose first line is `first_line` of the source."""
    body = source.text if text is None else text
    shift = first_line - 1
    refused = _too_much(source, body, shift)
    if refused:
        return Read(None, (refused,))
    try:
        events = yaml.parse(body, Loader=yaml.CSafeLoader)
        return Read(_document(_without_comments(events, body.split("\n"))))
    except _RefusedError as error:
        return Read(None, (source.problem(error.code, error.line + shift, error.column),))
    except yaml.MarkedYAMLError as error:
        return Read(None, (_syntax(source, error, shift),))
    except Exception:  # noqa: BLE001 - a reader never raises, whatever the parser meets
        return Read(None, (source.problem("yaml/unreadable"),))


def _too_much(source: Source, body: str, shift: int) -> Problem | None:
    if len(body) > MAX_BYTES:
        return source.problem("yaml/too-large", limit=f"{MAX_BYTES // 1024 // 1024} MB")
    ladder = _LADDER.search(body)
    where = ladder.start() if ladder else _too_deep(body)
    if where < 0:
        return None
    line = body.count("\n", 0, where) + 1
    return source.problem("yaml/too-deep", line + shift, where - body.rfind("\n", 0, where))


def _too_deep(body: str) -> int:
    depth = 0
    for found in _BRACKETS.finditer(body):
        depth = depth + 1 if found.group() in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            return found.start()
    return -1


def _syntax(source: Source, error: yaml.MarkedYAMLError, shift: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return source.problem("yaml/unreadable")
    line, column = mark.line + 1 + shift, mark.column + 1
    lines = source.text.split("\n")
    written = lines[line - 1] if line <= len(lines) else ""
    key, colon, value = written.partition(": ")
    if colon and ": " in value:
        return source.problem(
            "yaml/colon",
            line,
            written.index(value) + 1,
            len(value),
            quoted=f"{key.strip()}: {_quoted(value.strip())}",
        )
    return source.problem("yaml/syntax", line, column)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'" if '"' in value else f'"{value}"'


def _without_comments(events: Iterator[yaml.Event], lines: list[str]) -> Iterator[yaml.Event]:
    """The events, refused where ` #` cuts a value short: whoever wrote it may have meant a number."""
    for event in events:
        if isinstance(event, yaml.ScalarEvent) and not event.style and (end := event.end_mark):
            rest = lines[end.line][end.column :] if end.line < len(lines) else ""
            if _COMMENT.match(rest):
                raise _RefusedError("yaml/comment", event)
        yield event


def _document(events: Iterator[yaml.Event]) -> Node | None:
    """The single document's root; None when the file is empty."""
    root: Node | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _RefusedError("yaml/documents", event)
        elif isinstance(event, yaml.NodeEvent):
            root = _node(event, events, 0)
    return root


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _RefusedError("yaml/alias", event)
    if getattr(event, "tag", None):
        raise _RefusedError("yaml/tag", event)
    if depth > MAX_DEPTH:
        raise _RefusedError("yaml/too-deep", event)
    line, column = _spot(event)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, line, column, _length(event))
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(tuple(_items(events, depth)), line, column)
    return Mapping(tuple(_pairs(events, depth)), line, column)


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _length(event: yaml.Event) -> int:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None or start.line != end.line:
        return 1
    return max(1, end.column - start.column)


def _items(events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events, depth + 1)


def _pairs(events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        key = _node(event, events, depth + 1)
        if not isinstance(key, Scalar) or key.text == "<<":
            raise _RefusedError("yaml/key", event)
        yield key, _node(next(events), events, depth + 1)
