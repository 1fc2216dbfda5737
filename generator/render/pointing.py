"""Where in a template's line something stands, for the caret below it."""

import re
from collections.abc import Iterable

from generator.read.source import Source
from generator.values.dataclass import replace
from generator.values.place import Place
from generator.values.problem import Problem, Severity


def told_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without those that another page met at the same place.

    The first by address is named, in whatever order they were drawn.
    """
    first: dict[tuple[str, Place, str], Problem] = {}
    for one in sorted(problems, key=lambda one: dict(one.facts).get("page", "")):
        said = dict(one.facts)
        first.setdefault((one.code, one.place, said.get("name") or said.get("detail", "")), one)
    return tuple(first.values())


def pointed(problem: Problem, text: str, name: str) -> Problem:
    """The problem with its quoted line, the caret below `name` where that stands in it."""
    place = problem.place
    if not place.line or not text:
        return problem
    line = text.split("\n")[place.line - 1 : place.line]
    column, length = spot(line[0] if line else "", name)
    excerpt = Source(place.path, text).excerpt(place.line, column, length)
    return replace(problem, place=replace(place, column=column), excerpt=excerpt)


def spot(line: str, name: str) -> tuple[int, int]:
    """Column and length of a name in a line; its first character when the name is not in it.

    A dotted name (`card.title`) is sought whole and its last part pointed at; a quoted one is whole.
    """
    quoted = re.search(rf"(?<=[\"']){re.escape(name)}(?=[\"'])", line) if name else None
    if quoted:
        return quoted.start() + 1, len(name)
    last = name.rpartition(".")[2]
    for sought in (name, last):
        found = re.search(rf"(?<![\w.]){re.escape(sought)}(?!\w)", line) if sought else None
        found = found or (re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", line) if sought else None)
        if found:
            return found.end() - len(last) + 1, len(last)
    first = re.search(r"\S", line)
    return (first.start() + 1 if first else 1), max(1, len(line.strip()))


def in_template(  # noqa: PLR0913, PLR0917 - a place is many things
    code: str, path: str, text: str, line: int, at: str, severity: Severity, /, **facts: str
) -> Problem:
    """A problem at a name in a template's line."""
    made = Source(path, text).problem(code, line, 0, 1, severity, **facts)
    return pointed(made, text, at)
