"""The theme's style sheet, script, icon and pictures, under names that change with their content."""

import functools
from collections.abc import Mapping

from generator.plan.frame import Assets
from generator.render.small import small
from generator.render.stylesheet import linked
from generator.values.artifact import Artifact
from generator.values.digest import sha256

_FOLDER = "assets/"


def hashed(files: tuple[tuple[str, bytes], ...]) -> tuple[Artifact, ...]:
    """Each asset as `assets/<name>-<8 digits of its digest>.<ending>`; style sheets lead to those names."""
    return tuple(_published(files).values())


def addresses(files: tuple[tuple[str, bytes], ...]) -> Assets:
    """Where pages find them."""
    by_name = {name: one.path for name, one in _published(files).items()}
    return Assets(
        by_name["bulletin.css"],
        by_name["bulletin.js"],
        by_name["icon.svg"],
        tuple(by_name.items()),
    )


@functools.lru_cache(maxsize=1)  # pages ask for the names, the build for the files
def _published(files: tuple[tuple[str, bytes], ...]) -> Mapping[str, Artifact]:
    """Every asset by its own name; style sheets last, because they name the others."""
    done = {name: _named(name, _as_sent(name, body)) for name, body in files if not _is_css(name)}
    near = {name: one.path.removeprefix(_FOLDER) for name, one in done.items()}
    for name, body in files:
        if _is_css(name):
            done[name] = _named(name, small(name, linked(body.decode(), near)).encode())
    return {name: done[name] for name, _ in files}


def _is_css(name: str) -> bool:
    return name.endswith(".css")


def _as_sent(name: str, body: bytes) -> bytes:
    return small(name, body.decode()).encode() if name.endswith(".js") else body


def _named(name: str, body: bytes) -> Artifact:
    stem, _, ending = name.rpartition(".")
    return Artifact(f"{_FOLDER}{stem}-{sha256(body)[:8]}.{ending}", body)
