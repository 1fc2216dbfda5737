"""How long a file may take to read, judged by its bytes alone, before anything reads it."""

_LARGE = 64 * 1024
_OPENERS = b"-=[({<`*_!&|>~#\"'\\"
_MANY = 3000
_SECONDS = 2.0
_BYTES_A_SECOND = 100_000


def is_suspect(body: bytes) -> bool:
    """Whether a file is large, or so full of signs that a parser might take very long for it."""
    return len(body) > _LARGE or (
        len(body) > _MANY and len(body) - len(body.translate(None, _OPENERS)) > _MANY
    )


def deadline(body: bytes) -> float:
    """The seconds that a suspect file is given: two, and more by its size, for work that is honest."""
    return _SECONDS + len(body) / _BYTES_A_SECOND
