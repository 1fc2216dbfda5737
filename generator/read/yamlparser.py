"""The only door to PyYAML: text to a tree of strings with places, event by event.

The C parser gives events; the tree is ours, so that numbers, dates and yes/no stay the text
they were written as. `yamlscan` has read the text before: what a parser cannot survive, or what
it would misunderstand, never comes this far.
"""

import itertools
from collections.abc import Iterator

import yaml

from generator.read.source import Source
from generator.read.yamlform import quoted
from generator.read.yamlnodes import Mapping, Node, Scalar, Sequence
from generator.read.yamlscan import Finding, scan
from generator.read.yamlspan import MAX_DEPTH
from generator.values.problem import Problem
from generator.values.read import Read

MAX_ITEMS = 20_000
"""A list's longest length: a year's account of a large office, many times over."""


class _RefusedError(Exception):
    """The document uses something that is not in our dialect of YAML."""

    def __init__(self, code: str, event: yaml.Event, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
        self.line, self.column = _spot(event)


def parsed(source: Source, body: str, shift: int, max_keys: int) -> Read[Node]:
    """The document in `body`, whose first line is the one after `shift` lines of the source."""
    mistakes = scan(body)
    if mistakes:
        return Read(None, tuple(_told(source, shift, one) for one in mistakes))
    try:
        return Read(_Tree(body, max_keys).root())
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


class _Tree:
    """Makes nodes of the parser's events as they come, as far down and as many as we take."""

    def __init__(self, text: str, max_keys: int) -> None:
        self.parser = yaml.CSafeLoader(text)
        self.max_keys = max_keys

    def root(self) -> Node | None:
        """The single document's root; None when the file is empty."""
        root: Node | None = None
        documents = 0
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError("yaml/documents", event)
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def _next(self) -> yaml.Event:
        event = self.parser.get_event()
        assert event, "nothing is asked for behind the stream's end"
        return event

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, depth)
        _check(event, depth)
        line, column = _spot(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth + 1)), line, column)
        return Mapping(tuple(self._pairs(depth + 1)), line, column)

    @staticmethod
    def _scalar(event: yaml.ScalarEvent, depth: int) -> Scalar:
        """A value, refused where a plain one would take in the lines below it."""
        start, end = event.start_mark, event.end_mark
        assert start
        assert end
        line = start.line
        if line == end.line:
            length = max(1, end.column - start.column)
        elif event.value and not event.style:
            raise _RefusedError("yaml/folded", event, quoted=event.value)
        else:
            length = 1
        _check(event, depth)
        return Scalar(event.value, line + 1, start.column + 1, length)

    def _items(self, depth: int) -> Iterator[Node]:
        for number in itertools.count():
            event = self._next()
            if isinstance(event, yaml.SequenceEndEvent):
                return
            if number >= MAX_ITEMS:
                raise _RefusedError("yaml/too-many-items", event, limit=str(MAX_ITEMS))
            yield self._node(event, depth)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        for number in itertools.count():
            event = self._next()
            if isinstance(event, yaml.MappingEndEvent):
                return
            if number >= self.max_keys:
                raise _RefusedError("yaml/too-many-keys", event, limit=str(self.max_keys))
            key = self._node(event, depth)
            if not isinstance(key, Scalar):
                raise _RefusedError("yaml/key", event)
            if key.text == "<<":
                raise _RefusedError("yaml/merge", event)
            yield key, self._node(self._next(), depth)


def _check(event: yaml.Event, depth: int) -> None:
    """Refuse what is no plain value, list or mapping, or too deep."""
    if name := getattr(event, "anchor", None):
        raise _RefusedError("yaml/alias", event, quoted=quoted(f"*{name}"))
    if tag := getattr(event, "tag", None):
        raise _RefusedError("yaml/tag", event, quoted=quoted(tag))
    if depth > MAX_DEPTH:
        raise _RefusedError("yaml/too-deep", event)


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
