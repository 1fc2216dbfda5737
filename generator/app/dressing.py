"""A theme made ready: joined with what it builds on, looked over, its words and style sheet written."""

import re
from collections.abc import Collection, Iterable, Sequence

from generator.app.look import Look
from generator.edge.theme import TOKENS, Layer
from generator.model.tokens import Token
from generator.plan.language import Language
from generator.read.source import Source, decode
from generator.read.tokens import read_tokens
from generator.read.words import Written, read_written, together, unknown
from generator.render.lint import look_over
from generator.render.stylesheet import ADDED, SHEET, strangers, stylesheet
from generator.render.templates import TEMPLATES
from generator.render.theme import Theme
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.source_file import SourceFile

ASSETS = (SHEET, "bulletin.js", "icon.svg")
"""The assets that every theme has, itself or from the one it builds on."""


def dress(chain: Sequence[Layer], ours: Sequence[Layer], language: str) -> Read[Look]:
    """A chain of themes, the child first, as one; every mistake in any file of it is told.

    Where only templates are wrong, the rest is given: a preview draws what it can.

    `ours` is the theme that came with us: its words are those that planners and pages need.
    """
    absent = tuple(_absent(chain))
    if absent:
        return Read(None, absent)
    problems: list[Problem] = []
    theme = _templates(chain, problems)
    words, known = _words(chain, ours, language, problems)
    tokens = _tokens(chain, problems)
    files = _assets(chain, tokens, problems)
    is_whole = not _stops(problems)
    if theme is None or not words:
        return Read(None, tuple(problems))
    seen = look_over(theme, together(words), [name for name, _ in files])
    problems += (*seen.problems, *unknown(words, known, seen.words))
    made = Look(Language(together(words)), theme, files, seen.closures) if is_whole else None
    return Read(made, tuple(problems))


def _absent(chain: Sequence[Layer]) -> Iterable[Problem]:
    """The files that a theme must have and none of the chain has."""
    for part, names in (("templates", TEMPLATES), ("assets", ASSETS)):
        found = {name for layer in chain for name, _ in layer.part(part)}
        for name in sorted(set(names) - found):
            yield Problem("theme/incomplete", Place(f"{chain[0].folder}/{part}/{name}"))


def _source(file: SourceFile, problems: list[Problem]) -> Source | None:
    """The file as text; what is wrong with its characters is told."""
    read = decode(file.path, file.body)
    problems += read.problems
    return read.value


def _templates(chain: Sequence[Layer], problems: list[Problem]) -> Theme | None:
    theme: Theme | None = None
    whole = True
    for layer in reversed(chain):
        sources = {name: _source(file, problems) for name, file in layer.part("templates")}
        texts = tuple((name, one.text) for name, one in sources.items() if one)
        whole = whole and len(texts) == len(sources)
        theme = Theme(layer.folder, texts, theme)
    return theme if whole else None


def _words(
    chain: Sequence[Layer], ours: Sequence[Layer], language: str, problems: list[Problem]
) -> tuple[list[Written], Collection[str]]:
    """The words files, the root's first, empty when one cannot be used; and the words that are ours."""
    name = f"{language.split('-', maxsplit=1)[0]}.yaml"
    found = _named(chain, name)
    if not found:
        problems.append(Problem("theme/no-words", Place(f"{chain[0].folder}/words/{name}")))
    before = _stops(problems)
    files = []
    for file in found:
        source = _source(file, problems)
        if source:
            read = read_written(source)
            problems += read.problems
            files += [read.value] if read.value else []
    known: list[Written] = []
    if files:
        is_ours = chain[-1] == ours[-1]
        known = files[:1] if is_ours else [_ours(one) for one in _named(ours, name)]
        problems += _lacking(files, known)
    return (files if _stops(problems) == before else []), together(known)


def _stops(problems: Sequence[Problem]) -> int:
    """How many of them stop a build."""
    return sum(one.severity == "stop" for one in problems)


def _named(chain: Sequence[Layer], name: str) -> list[SourceFile]:
    """The chain's words files of this name, the root's first."""
    return [one for layer in reversed(chain) for two, one in layer.part("words") if two == name]


def _lacking(files: Sequence[Written], known: Sequence[Written]) -> Iterable[Problem]:
    """The words that our default theme has and these lack, or fill with what is not given."""
    words = together(files)
    missing = sorted(
        key
        for key, text in together(known).items()
        if key not in words or _blanks(words[key]) - _blanks(text)
    )
    if missing:
        place = Place(files[-1].source.path)
        yield Problem("theme/word-missing", place, (("keys", "、".join(missing)),))


def _ours(file: SourceFile) -> Written:
    source = Source(file.path, file.body.decode())
    return read_written(source).value or Written(source)


def _blanks(text: str) -> set[str]:
    """The names in braces."""
    return set(re.findall(r"{([^{}]*)}", text))


def _tokens(chain: Sequence[Layer], problems: list[Problem]) -> tuple[Token, ...]:
    files = filter(None, (layer.file(TOKENS) for layer in reversed(chain)))
    read = read_tokens([one for file in files if (one := _source(file, problems))])
    problems += read.problems
    return read.value or ()


def _assets(
    chain: Sequence[Layer], tokens: Sequence[Token], problems: list[Problem]
) -> tuple[tuple[str, bytes], ...]:
    """The files of the site's `assets/`: the child's before its parent's, the style sheets joined."""
    files = {name: file for layer in reversed(chain) for name, file in layer.part("assets")}
    added = [dict(layer.part("assets")).get(ADDED) for layer in reversed(chain)]
    names = [name for name in files if not name.endswith(".css")]
    sheets = {}
    for file in (
        *(one for name, one in files.items() if name != ADDED),
        *filter(None, added),
    ):
        if file.path.endswith(".css"):
            source = _source(file, problems)
            if source:
                problems += strangers(source, names)
                sheets[file.path] = source
    done = {name: file.body for name, file in files.items() if name in names}
    joined = [
        sheets[one.path] for one in (files[SHEET], *filter(None, added)) if one.path in sheets
    ]
    for name, file in files.items():
        if name.endswith(".css") and name not in {SHEET, ADDED} and file.path in sheets:
            done[name] = sheets[file.path].text.encode()
    done[SHEET] = stylesheet(tokens, joined).encode()
    return tuple(sorted(done.items()))
