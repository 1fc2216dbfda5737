"""`tokens.yaml`: the colours, measures and typefaces of a theme, and of the theme that it builds on."""

from collections.abc import Iterator, Sequence

from generator.model import fields as f
from generator.model import tokens as declared
from generator.model.tokens import Token
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.source import Source
from generator.read.yamldoc import Mapping, load
from generator.values.dataclass import dataclass, field
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.read import Read

_COLOUR = pattern(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_MEASURE = pattern(r"(?:\d+|\d*\.\d+)(?:rem|em|px)")
_FACES = pattern(r"(?:\"[\w .-]+\"|[A-Za-z][\w-]*)(?:, ?(?:\"[\w .-]+\"|[A-Za-z][\w-]*))*")
_FORMS = {
    **dict.fromkeys((one.key for one in declared.COLOURS), (_COLOUR, "#a31f1c")),
    **dict.fromkeys((one.key for one in declared.MEASURES), (_MEASURE, "1.5rem")),
    **dict.fromkeys((one.key for one in declared.FACES), (_FACES, '"SimSun", serif')),
}
"""By token: how it may be written, and an example."""


@dataclass(slots=True)
class _Written:
    """A value, and how far from the root of the chain it was written."""

    text: str
    depth: int
    got: Got
    key: str


@dataclass(slots=True)
class _Gathered:
    """What the files say together; a later file's value takes an earlier one's place."""

    values: dict[tuple[str, str], _Written] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_tokens(sources: Sequence[Source]) -> Read[tuple[Token, ...]]:
    """The tokens of a chain of themes, its root first; the first file holds them all."""
    gathered = _Gathered()
    for depth, source in enumerate(sources):
        _take(gathered, source, depth)
    if gathered.problems:
        return Read(None, tuple(gathered.problems))
    tokens = (Token(name, mode, one.text) for (name, mode), one in gathered.values.items())
    return Read(tuple(tokens), tuple(_too_faint(gathered)))


def _take(gathered: _Gathered, source: Source, depth: int) -> None:
    found = load(source)
    if not isinstance(found.value, Mapping):
        gathered.problems += found.problems or (source.problem("theme/empty"),)
        return
    reader = Reader(source, draft=depth > 0)
    got = reader.group(found.value, declared.FIELDS)
    gathered.problems += reader.problems
    for one in declared.FIELDS:
        for holder, key, mode in _places(got, one):
            text = holder.text(key)
            form, example = _FORMS[one.key]
            if not form.fullmatch(text):
                told = holder.problem("theme/token", key, name=one.key, value=text, example=example)
                gathered.problems.append(told)
            gathered.values[one.key, mode] = _Written(text, depth, holder, key)


def _places(got: Got, one: f.Field) -> Iterator[tuple[Got, str, str]]:
    """Where a token's values stand, each with the key it stands under and its mode."""
    if not isinstance(one.type, f.Group):
        if got.text(one.key):
            yield got, one.key, ""
        return
    group = got.group(one.key)
    for mode in one.type.fields if group else ():
        if group and group.text(mode.key):
            yield group, mode.key, mode.key


def _too_faint(gathered: _Gathered) -> Iterator[Problem]:
    """Every pair of colours that cannot be told apart well enough, at the one that was written last."""
    for pair in declared.PAIRS:
        for mode in declared.MODES:
            front = gathered.values.get((pair.front, mode))
            back = gathered.values.get((pair.back, mode))
            if front is None or back is None:
                continue
            ratio = declared.contrast(front.text, back.text)
            if ratio < pair.ratio:
                last = back if back.depth > front.depth else front
                yield last.got.problem(
                    "theme/contrast",
                    last.key,
                    severity="warn",
                    front=pair.front,
                    back=pair.back,
                    mode=mode,
                    ratio=f"{int(ratio * 100) / 100:.2f}",
                    needed=f"{pair.ratio:g}",
                )
