"""A theme's files, from the project's own `themes/` or from the ones that came with us."""

import os
from collections.abc import Collection
from dataclasses import dataclass

from generator.edge.project import HOME
from generator.render.templates import TEMPLATES, Theme
from generator.values.place import Place
from generator.values.problem import Problem, Stop

ASSETS = ("bulletin.css", "bulletin.js", "icon.svg")
"""The assets that pages name."""


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """Templates ready for the renderer, assets as bytes, and the words file of each language."""

    theme: Theme
    assets: tuple[tuple[str, bytes], ...]
    words: tuple[tuple[str, bytes], ...]

    def words_of(self, language: str) -> tuple[str, bytes]:
        """Path for messages and bytes of the words in a language (`zh-CN` is in `zh.yaml`)."""
        name = f"{language.split('-', maxsplit=1)[0]}.yaml"
        found = dict(self.words).get(name)
        if found is None:
            raise Stop(Problem("theme/no-words", Place(f"{self.theme.folder}/words/{name}")), 2)
        return f"{self.theme.folder}/words/{name}", found


def read_theme(themes: str, name: str) -> ThemeFiles:
    """The theme called `name`, from `themes` (nowhere else but ours when empty); Stop when there is none."""
    folder, shown = _find(themes, name), f"themes/{name}"
    templates = _files(os.path.join(folder, "templates"), ".html")
    assets = _files(os.path.join(folder, "assets"), "")
    _demand(f"{shown}/templates", TEMPLATES, templates)
    _demand(f"{shown}/assets", ASSETS, assets)
    return ThemeFiles(
        theme=Theme(
            shown, tuple((one, _text(f"{shown}/templates/{one}", body)) for one, body in templates)
        ),
        assets=assets,
        words=_files(os.path.join(folder, "words"), ".yaml"),
    )


def _demand(shown: str, names: Collection[str], found: tuple[tuple[str, bytes], ...]) -> None:
    """Stop at the first file that a theme must have and this one lacks."""
    for name in sorted(set(names) - {one for one, _ in found}):
        raise Stop(Problem("theme/incomplete", Place(f"{shown}/{name}")), 2)


def _text(shown: str, body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        offset = (("offset", str(error.start + 1)),)
        raise Stop(Problem("text/encoding", Place(shown), offset), 2) from error


def _find(themes: str, name: str) -> str:
    ours = (os.path.join(HOME, "generator", "themes"), os.path.join(HOME, "themes"))
    for place in (themes, *ours) if themes else ours:
        folder = os.path.join(place, name)
        if os.path.isdir(os.path.join(folder, "templates")):
            return folder
    raise Stop(Problem("theme/absent", Place(f"themes/{name}"), (("name", name),)), 2)


def _files(folder: str, ending: str) -> tuple[tuple[str, bytes], ...]:
    if not os.path.isdir(folder):
        return ()
    with os.scandir(folder) as found:
        files = sorted(
            (one.name, one.path)
            for one in found
            if one.is_file(follow_symlinks=False)
            and one.name.endswith(ending)
            and one.name[0] != "."
        )
    return tuple((name, _read(path)) for name, path in files)


def _read(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()
