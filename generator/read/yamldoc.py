"""The only door to PyYAML: text to a tree of strings with places. It never guesses a type.

The C parser gives events; the tree is ours, so that numbers, dates and yes/no stay the text
they were written as. `yamlscan` has read the text before: what a parser cannot survive, or what
it would misunderstand, never comes this far.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.read.source import Source
from generator.read.yamlform import quoted
from generator.read.yamlscan import Finding, scan
from generator.read.yamlspan import MAX_DEPTH
from generator.values.problem import Problem
from generator.values.read import Read

MAX_BYTES = 8 * 1024 * 1024
"""A data file's largest size; a front matter's is smaller (`frontmatter.MAX_CHARS`)."""
MAX_ITEMS = 20_000
"""A list's longest length: a year's account of a large office, many times over."""
MAX_KEYS = 200
"""A mapping's most keys; none of ours has a quarter of it."""

_BLANK = re.compile(r"^ *\t[ \t]*$", re.MULTILINE)
"""An empty line with a tab in it, which the parser would refuse inside a block."""


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

    def __init__(self, code: str, event: yaml.Event, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
        self.line, self.column = _spot(event)


def load(
    source: Source, text: str | None = None, first_line: int = 1, max_keys: int = MAX_KEYS
) -> Read[Node]:
    """The document in `text` (or the whole source), whose first line is `first_line` of the source."""
    body = _BLANK.sub("", source.text if text is None else text)
    shift = first_line - 1
    if len(body) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024 // 1024} MB"
        return Read(None, (source.problem("yaml/too-large", limit=limit),))
    mistakes = scan(body)
    if mistakes:
        return Read(None, tuple(_told(source, shift, one) for one in mistakes))
    try:
        events = yaml.parse(body, Loader=yaml.CSafeLoader)
        return Read(_document(_on_their_lines(events), max_keys))
    except _RefusedError as error:
        line, facts = error.line + shift, error.facts
        return Read(None, (source.problem(error.code, line, error.column, 1, "stop", **facts),))
    except yaml.MarkedYAMLError as error:
        return Read(None, (_syntax(source, error, shift),))
    except Exception:  # noqa: BLE001 - a reader never raises, whatever the parser meets
        return Read(None, (source.problem("yaml/unreadable"),))


def _told(source: Source, shift: int, one: Finding) -> Problem:
    line, facts = one.line + shift, one.facts
    return source.problem(one.code, line, one.column, one.length, "stop", **facts)


def _syntax(source: Source, error: yaml.MarkedYAMLError, shift: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return source.problem("yaml/unreadable")
    return source.problem("yaml/syntax", mark.line + 1 + shift, mark.column + 1)


def _on_their_lines(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events, refused where a plain value would take in the lines below it."""
    for event in events:
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            start, end = event.start_mark, event.end_mark
            if start and end and event.value and start.line != end.line:
                raise _RefusedError("yaml/folded", event, quoted=event.value)
        yield event


def _document(events: Iterator[yaml.Event], max_keys: int) -> Node | None:
    """The single document's root; None when the file is empty."""
    root: Node | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _RefusedError("yaml/documents", event)
        elif isinstance(event, yaml.NodeEvent):
            root = _Tree(events, max_keys).node(event, 0)
    return root


@dataclass(frozen=True, slots=True)
class _Tree:
    """Makes nodes of events, as far down and as many as we take."""

    events: Iterator[yaml.Event]
    max_keys: int

    def node(self, event: yaml.Event, depth: int) -> Node:
        if name := getattr(event, "anchor", None):
            raise _RefusedError("yaml/alias", event, quoted=quoted(f"*{name}"))
        if tag := getattr(event, "tag", None):
            raise _RefusedError("yaml/tag", event, quoted=quoted(tag))
        if depth > MAX_DEPTH:
            raise _RefusedError("yaml/too-deep", event)
        line, column = _spot(event)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line, column, _length(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), line, column)
        return Mapping(tuple(self._pairs(depth)), line, column)

    def _items(self, depth: int) -> Iterator[Node]:
        for number, event in enumerate(self.events):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            if number >= MAX_ITEMS:
                raise _RefusedError("yaml/too-many-items", event, limit=str(MAX_ITEMS))
            yield self.node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        for number, event in enumerate(self.events):
            if isinstance(event, yaml.MappingEndEvent):
                return
            if number >= self.max_keys:
                raise _RefusedError("yaml/too-many-keys", event, limit=str(self.max_keys))
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise _RefusedError("yaml/key", event)
            if key.text == "<<":
                raise _RefusedError("yaml/merge", event)
            yield key, self.node(next(self.events), depth + 1)


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _length(event: yaml.Event) -> int:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None or start.line != end.line:
        return 1
    return max(1, end.column - start.column)
