"""A password that is typed: asked for once, never told, kept only when somebody says so."""

import io
import sys

import pytest

from generator.cli import secrets
from generator.cli.secrets import Secrets
from generator.cli.voice import voice

ENTRY = {"web clerk@host": "sesame"}


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the system keeps; a person types `sesame` at every question."""
    held: dict[str, str] = {}

    def keep(name: str, password: str) -> bool:
        held[name] = password
        return True

    monkeypatch.setattr(secrets, "keep", keep)
    monkeypatch.setattr(secrets, "typed", lambda prompt: "sesame" if "web" in prompt else "")
    return held


@pytest.mark.parametrize(
    ("answer", "held"),
    [("y\n", ENTRY), ("是\n", ENTRY), ("\n", {}), ("", {})],
)
def test_it_is_kept_when_somebody_says_so(
    answer: str,
    held: dict[str, str],
    kept: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And not otherwise; what is said of it never holds it."""
    asking = Secrets(voice("zh", io.StringIO(), "build.py"))
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))

    assert asking("web", "sftp://clerk@host/www") == "sesame"
    asking.offer()

    told = capsys.readouterr()
    assert held == kept
    assert "web" in told.err
    assert "sesame" not in told.err + told.out


def test_where_nothing_was_typed_nothing_is_offered(
    kept: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A timer, or a password that the system had."""
    asking = Secrets(voice("zh", io.StringIO(), "build.py"))

    assert asking("usb", "ftp://host/") == ""
    asking.offer()

    assert ("", {}) == (capsys.readouterr().err, kept)
