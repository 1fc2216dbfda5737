"""A theme's words: a flat file of `key: text` in one language."""

from generator.read.source import Source
from generator.read.yamldoc import Mapping, Scalar, load
from generator.values.problem import Problem
from generator.values.read import Read

_MAX_KEYS = 2000


def read_words(source: Source) -> Read[dict[str, str]]:
    """The words by key; None when the file is not a flat mapping of texts."""
    found = load(source, max_keys=_MAX_KEYS)
    if not isinstance(found.value, Mapping):
        return Read(None, found.problems or (source.problem("theme/words"),))
    words: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in found.value.items:
        if not isinstance(value, Scalar) or key.text in words:
            problems.append(source.problem("theme/words", key.line, key.column, key.length))
        else:
            words[key.text] = value.text
    return Read(None if problems else words, tuple(problems))
