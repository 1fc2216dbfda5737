"""A theme's words: a flat file of `key: text` in one language."""

from collections.abc import Collection, Sequence

from generator.read.source import Source
from generator.read.yamldoc import Mapping, Scalar, load
from generator.values.dataclass import dataclass, field
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.text import nearest

_MAX_KEYS = 2000


@dataclass(slots=True)
class Written:
    """The words of one file by key, and where each key stands."""

    source: Source
    texts: dict[str, str] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)

    def problem(self, code: str, word: str, /, **facts: str) -> Problem:
        """A problem at a key of the file."""
        at = self.keys[word]
        return self.source.problem(code, at.line, at.column, at.length, "stop", **facts)


def read_written(source: Source) -> Read[Written]:
    """The words of a file with their places; None when it is not a flat mapping of texts."""
    found = load(source, max_keys=_MAX_KEYS)
    if not isinstance(found.value, Mapping):
        return Read(None, found.problems or (source.problem("theme/words"),))
    words = Written(source)
    problems: list[Problem] = []
    for key, value in found.value.items:
        if not isinstance(value, Scalar) or key.text in words.texts:
            problems.append(source.problem("theme/words", key.line, key.column, key.length))
        else:
            words.texts[key.text] = value.text
            words.keys[key.text] = key
    return Read(None if problems else words, tuple(problems))


def read_words(source: Source) -> Read[dict[str, str]]:
    """The words by key; None when the file is not a flat mapping of texts."""
    read = read_written(source)
    return Read(read.value.texts if read.value else None, read.problems)


def together(files: Sequence[Written]) -> dict[str, str]:
    """The words of a chain of themes, its root first: a later file's word takes an earlier one's place."""
    return {key: text for file in files for key, text in file.texts.items()}


def unknown(
    files: Sequence[Written], ours: Collection[str], asked: Collection[str]
) -> tuple[Problem, ...]:
    """Words of a chain, its root first, that are not `ours`, and that no template asks for."""
    problems: list[Problem] = []
    known = set(ours)
    for file in files:
        problems += (
            file.problem("theme/word-unknown", key, key=key, near=nearest(key, sorted(known)))
            for key in file.texts
            if key not in known and key not in asked
        )
        known |= file.texts.keys()
    return tuple(problems)
