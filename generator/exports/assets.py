"""The theme's style sheet, script and icon, under names that change with their content."""

from generator.plan.frame import Assets
from generator.values.artifact import Artifact
from generator.values.digest import sha256


def hashed(files: tuple[tuple[str, bytes], ...]) -> tuple[Artifact, ...]:
    """Each asset as `assets/<name>-<8 digits of its digest>.<ending>`."""
    return tuple(Artifact(_name(name, body), body) for name, body in files)


def addresses(files: tuple[tuple[str, bytes], ...]) -> Assets:
    """Where pages find them."""
    by_name = {name: _name(name, body) for name, body in files}
    return Assets(by_name["bulletin.css"], by_name["bulletin.js"], by_name["icon.svg"])


def _name(name: str, body: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}-{sha256(body)[:8]}.{ending}"
