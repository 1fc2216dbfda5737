"""Reads texts that grow, one for every line it is asked: `MARKDOWN 3 100000`; answers with what came."""

import sys
from collections.abc import Callable

from generator.read import markdown, yamldoc
from generator.read.source import Source
from generator.values.read import Read
from tests.growth.patterns import MARKDOWN, YAML

FAMILIES = {"MARKDOWN": MARKDOWN, "YAML": YAML}


def came(family: str, index: int, size: int) -> str:
    """`value`, or the code and the place of the first problem."""
    read = reader(family)(FAMILIES[family][index].grow(size))
    if read.problems:
        return f"{read.problems[0].code} {read.problems[0].place}"
    return "value" if family == "YAML" or read.value is not None else "nothing"


def reader(family: str) -> Callable[[str], Read[object]]:
    """How a text of the family is read; an empty document of YAML is a value too."""

    def data(text: str) -> Read[object]:
        found = yamldoc.load(Source("content/land/2026/a.yaml", text))
        return Read(found.value, found.problems)

    def prose(text: str) -> Read[object]:
        found = markdown.render(Source("content/land/2026/a.md", text), text, 1)
        return Read(found.value, found.problems)

    return data if family == "YAML" else prose


def main() -> None:
    """Answer until nobody asks."""
    for line in sys.stdin:
        family, index, size = line.split()
        sys.stdout.write(came(family, int(index), int(size)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
