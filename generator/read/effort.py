"""How long a file may take to read, judged by its bytes alone, before anything reads it."""

from generator.values.pattern import pattern

_LARGE = 64 * 1024
_OPENERS = pattern(rb"[-=\[({<`*_!&|>~#\"'\\]")
_MANY = 3000
_SECONDS = 2.0
_BYTES_A_SECOND = 100_000


def is_suspect(body: bytes) -> bool:
    """Whether a file is large, or so full of signs that a parser might take very long for it."""
    return len(body) > _LARGE or (
        len(body) > _MANY and sum(1 for _ in _OPENERS.finditer(body)) > _MANY
    )


def deadline(body: bytes) -> float:
    """The seconds that a suspect file is given: two, and more by its size, for work that is honest."""
    return _SECONDS + len(body) / _BYTES_A_SECOND
