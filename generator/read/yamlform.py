"""How a text is to be written so that YAML reads exactly it: the forms that our messages show."""

from generator.values.pattern import pattern

_COLON = pattern(r":(?=[ \t]|$)")
_REMARK = pattern(r"[ \t]#")
_STARTS = frozenset("\"'#&*!%@`|>,[]{}")
_MARKERS = pattern(r"[-?:](?=[ \t]|$)")
_WHOLE = pattern(r"'(?:[^']|'')*'|\"[^\"\\]*\"|\[[^\[\]{}\"'#:]*\]")
_SHOWN = 160
"""A message shows this many characters of a line at most."""


def colon_in(text: str) -> int:
    """Where a colon ends a key in a text of one line, or -1."""
    found = _COLON.search(text)
    return found.start() if found else -1


def remark_in(text: str) -> int:
    """Where ` #` begins a remark in a text of one line, or -1."""
    found = _REMARK.search(text)
    return found.start() if found else -1


def is_marker(text: str) -> bool:
    """Whether the text begins with a `-`, `?` or `:` that YAML takes for structure."""
    return bool(_MARKERS.match(text))


def is_plain(text: str) -> bool:
    """Whether YAML reads the text, written as it is behind `key: `, as exactly this text."""
    return (
        bool(text)
        and text.strip() == text
        and text[0] not in _STARTS
        and not is_marker(text)
        and colon_in(text) < 0
        and remark_in(text) < 0
    )


def quoted(text: str) -> str:
    """The text of one line in quotes, which loads as exactly this text, whatever stands in it."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def value(text: str) -> str:
    """The shortest right form of what somebody meant as a value: as it is, or in quotes."""
    return text if not text or is_plain(text) or _WHOLE.fullmatch(text) else quoted(text)


def pair(key: str, meant: str) -> str:
    """The line `key: value` for what was meant."""
    return f"{key}: {value(meant)}" if meant else f"{key}:"


def is_shown(line: str) -> bool:
    """Whether a message shows the line to write: a very long one only in part, and a part misleads."""
    return len(line) <= _SHOWN


def joined(above: str, below: str) -> str:
    """Two lines as one, as far as a message shows it; between words of the Latin script stands a space."""
    if len(above) > _SHOWN:
        return above
    return f"{above} {below}" if (above[-1:] + below[:1]).isascii() else above + below
