"""Text to a tree of strings with places. It never guesses a type.

A text of the usual form is read at one glance (`yamlplain`), any other by the parser (`yamlparser`).
"""

import re

from generator.read import yamlplain
from generator.read.source import Source
from generator.read.yamlnodes import Mapping, Node, Scalar, Sequence
from generator.values.pattern import pattern
from generator.values.read import Read

__all__ = ["MAX_BYTES", "Mapping", "Node", "Scalar", "Sequence", "load"]

MAX_BYTES = 8 * 1024 * 1024
"""A data file's largest size; a front matter's is smaller (`frontmatter.MAX_CHARS`)."""
MAX_KEYS = 200
"""A mapping's most keys; none of ours has a quarter of it."""

_BLANK = pattern(r"^ *\t[ \t]*$", re.MULTILINE)
"""An empty line with a tab in it, which the parser would refuse inside a block."""


def load(
    source: Source, text: str | None = None, first_line: int = 1, max_keys: int = MAX_KEYS
) -> Read[Node]:
    """The document in `text` (or the whole source), whose first line is `first_line` of the source."""
    body = source.text if text is None else text
    if "\t" in body:
        body = _BLANK.sub("", body)
    shift = first_line - 1
    if len(body) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024 // 1024} MB"
        return Read(None, (source.problem("yaml/too-large", limit=limit),))
    usual = yamlplain.read(body)
    if usual:
        return Read(usual)
    from generator.read import yamlparser  # noqa: PLC0415 - few texts pay for PyYAML

    return yamlparser.parsed(source, body, shift, max_keys)
