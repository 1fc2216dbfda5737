"""The generators that are compared: how each is called, what it leaves behind, which version it is."""

import platform
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator import __version__

ROOT = Path(__file__).parents[2]
ELEVENTY = "node_modules/@11ty/eleventy"
CACHES = ("CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CONTENT_CACHING_LAYER="reader"')
"""Settings with which Pelican keeps what it read: dear at first, cheap after that."""


@dataclass(frozen=True, slots=True)
class Side:
    """A generator and its project.

    `first` and `again` are its commands for a first build and for later ones, `made` what builds
    leave in the project, `template` the template of an entry's page, `part` the file that has the links
    to its neighbours: ours have them in a file of macros, which entries' pages import.
    """

    name: str
    first: list[str]
    again: list[str]
    output: str
    made: tuple[str, ...]
    template: str
    part: str


@dataclass(frozen=True, slots=True)
class Tools:
    """The Python that runs ours, and the folder in which the others are installed."""

    python: str
    folder: Path

    @property
    def hugo(self) -> str:
        """The binary itself: its package starts it from Python, which would cost it 50 ms."""
        found = self.folder.glob("lib/python*/site-packages/hugo/binaries/hugo*")
        return str(next(found, "hugo"))

    def version(self, name: str) -> str:
        """What the tool says of itself, in a word."""
        commands = {
            "hugo": [self.hugo, "version"],
            "pelican": [str(self.folder / "bin/pelican"), "--version"],
            "eleventy": ["node", str(self.folder / ELEVENTY / "cmd.cjs"), "--version"],
        }
        if name not in commands:
            return f"{__version__}, Python {platform.python_version()}"
        done = subprocess.run(commands[name], capture_output=True, encoding="utf-8", check=True)
        return done.stdout.strip().removeprefix("hugo v").partition("-")[0]


def _ours(name: str, theme: str) -> Callable[[Tools], Side]:
    def side(tools: Tools) -> Side:
        command = [tools.python, str(ROOT / "build.py"), "--site", "content"]
        made = ("output", ".releases", ".cache")
        folder = f"themes/{theme}/templates"
        return Side(
            name, command, command, "output", made, f"{folder}/entry.html", f"{folder}/macros.html"
        )

    return side


def _hugo(tools: Tools) -> Side:
    command = [tools.hugo, "build", "--quiet"]
    template = "layouts/page.html"
    return Side("hugo", command, command, "public", ("public", "resources"), template, template)


def _pelican(tools: Tools) -> Side:
    """Without a cache at first, for to fill it would cost time; with one after that."""
    command = [str(tools.folder / "bin/pelican"), "-s", "pelicanconf.py", "--quiet"]
    again = [*command, "--extra-settings", *CACHES]
    template = "theme/templates/article.html"
    return Side("pelican", command, again, "public", ("public", "cache"), template, template)


def _eleventy(tools: Tools) -> Side:
    command = ["node", str(tools.folder / ELEVENTY / "cmd.cjs"), "--quiet"]
    template = "src/_includes/entry.njk"
    return Side("eleventy", command, command, "public", ("public",), template, template)


SIDES: dict[str, Callable[[Tools], Side]] = {
    "gongkai": _ours("gongkai", "plain"),
    "hugo": _hugo,
    "full": _ours("full", "plain"),
    "default": _ours("default", "default"),
    "pelican": _pelican,
    "eleventy": _eleventy,
}
"""By name, in the order of building; those that are compared most stand beside each other."""
