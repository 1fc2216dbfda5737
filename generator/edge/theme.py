"""A theme's files, from the project's own `themes/` or from the ones that came with us."""

import os
import re
from collections.abc import Iterator

from generator.edge.project import HOME
from generator.plan.pages import CONTRACT
from generator.read.got import Got
from generator.read.source import through
from generator.read.theme import read_declaration
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem, Stop
from generator.values.read import Read
from generator.values.source_file import SourceFile
from generator.values.text import nearest

DECLARATION = "theme.yaml"
TOKENS = "tokens.yaml"
LONGEST = 5
"""So many themes may build on each other; who reads them must keep them all in mind."""
_KNOWN = pattern(r"\..*|(?:README|LICENSE)\b.*|theme\.yaml|tokens\.yaml")
"""The files that may lie beside those folders."""
_PARTS = {"templates": ".html", "assets": "", "words": ".yaml"}
"""The folders of a theme, and how the names of their files end."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One theme of a chain: its folder for messages, and its files, sorted by path."""

    folder: str
    files: tuple[SourceFile, ...]

    def part(self, folder: str) -> tuple[tuple[str, SourceFile], ...]:
        """The files of one of its folders, each with its name there."""
        start = f"{self.folder}/{folder}/"
        return tuple(
            (one.path.removeprefix(start), one) for one in self.files if one.path.startswith(start)
        )

    def file(self, name: str) -> SourceFile | None:
        """The file called so, or None."""
        path = f"{self.folder}/{name}"
        return next((one for one in self.files if one.path == path), None)


def read_theme(themes: str, name: str, place: Place | None = None) -> Read[tuple[Layer, ...]]:
    """The theme called `name` and those it builds on, itself first; Stop when there is none.

    Each is looked for in `themes` (nowhere when empty), then among ours. `place` is where somebody
    wrote the name.
    """
    if not _found(themes, name):
        place = place or Place(f"themes/{name}")
        raise Stop(Problem("theme/absent", place, (("name", name),)), 2)
    chain: list[Layer] = []
    problems: list[Problem] = []
    names = [name]
    while names[-1]:
        folder, shown = _found(themes, names[-1]), f"themes/{names[-1]}"
        layer = _layer(folder, shown)
        problems += _strays(folder, shown)
        chain.append(layer)
        said = _said(layer)
        problems += said.problems
        if said.value is None:
            break
        names.append(said.value.text("parent"))
        wrong = _wrong(themes, names, said.value)
        if wrong:
            problems.append(wrong)
            break
    stopped = any(one.severity == "stop" for one in problems)
    return Read(None if stopped else tuple(chain), tuple(problems))


def _said(layer: Layer) -> Read[Got]:
    """What the theme says of itself, with its places."""
    file = layer.file(DECLARATION)
    if file is None:
        raise Stop(Problem("theme/incomplete", Place(f"{layer.folder}/{DECLARATION}")), 2)
    return through(file.path, file.body, lambda source: read_declaration(source, CONTRACT))


def _wrong(themes: str, names: list[str], got: Got) -> Problem | None:
    """What is wrong with the last name of the chain, at the line that says it."""
    name = names[-1]
    if name in names[:-1]:
        return got.problem("theme/cycle", "parent", value=name, chain=" → ".join(names))
    if name and len(names) > LONGEST:
        return got.problem("theme/deep", "parent", limit=str(LONGEST), chain=" → ".join(names))
    if name and not _found(themes, name):
        near = nearest(name, sorted(set(_offered(themes)) - set(names)))
        return got.problem("theme/parent", "parent", value=name, near=near)
    return None


def _places(themes: str) -> Iterator[str]:
    """Where themes may be, the nearest first."""
    if themes:
        yield themes
    yield os.path.join(HOME, "generator", "themes")
    yield os.path.join(HOME, "themes")


def _found(themes: str, name: str) -> str:
    """The folder of a theme; empty when there is none. A path is no name: themes stand in `themes/`."""
    if not name or name[0] == "." or not name.isprintable() or re.search(r"[/\\:]", name):
        return ""
    known = (os.path.join(place, name) for place in _places(themes))
    return next((one for one in known if os.path.isdir(one)), "")


def _offered(themes: str) -> Iterator[str]:
    for place in _places(themes):
        if os.path.isdir(place):
            with os.scandir(place) as found:
                yield from (one.name for one in found if one.is_dir())


def _strays(folder: str, shown: str) -> Iterator[Problem]:
    """What lies in a theme's folder and is no part of any theme."""
    with os.scandir(folder) as found:
        top = sorted((one.name, one.is_dir(follow_symlinks=False)) for one in found)
    for name, is_folder in top:
        if name not in _PARTS if is_folder else not _KNOWN.fullmatch(name):
            yield _stray(f"{shown}/{name}", nearest(name, (DECLARATION, TOKENS, *_PARTS)))
        elif is_folder:
            with os.scandir(os.path.join(folder, name)) as found:
                files = sorted((one.name, one.is_file(follow_symlinks=False)) for one in found)
            for one, is_file in files:
                if one[0] != "." and not (is_file and one.endswith(_PARTS[name])):
                    yield _stray(f"{shown}/{name}/{one}", "")


def _stray(path: str, near: str) -> Problem:
    known = f"{DECLARATION} {TOKENS} " + " ".join(
        f"{part}/*{ending}" for part, ending in _PARTS.items()
    )
    name = path.rpartition("/")[2]
    facts = (("name", name), ("known", known), ("near", near))
    return Problem("theme/stray", Place(path), facts, "warn")


def _layer(folder: str, shown: str) -> Layer:
    files = [*_files(folder, shown, ".yaml")]
    for part, ending in _PARTS.items():
        files += _files(os.path.join(folder, part), f"{shown}/{part}", ending)
    return Layer(shown, tuple(sorted(files, key=lambda one: one.path)))


def _files(folder: str, shown: str, ending: str) -> Iterator[SourceFile]:
    if not os.path.isdir(folder):
        return
    with os.scandir(folder) as found:
        files = sorted(
            (one.name, one.path)
            for one in found
            if one.is_file(follow_symlinks=False)
            and one.name.endswith(ending)
            and one.name[0] != "."
        )
    for name, path in files:
        with open(path, "rb") as stream:
            yield SourceFile(f"{shown}/{name}", stream.read())
