"""Passwords: where they are looked for, in which order, and what is told of them."""

import sys
from unittest import mock

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as Nowhere
from keyring.errors import PasswordDeleteError

from generator.edge import keys
from generator.edge.keys import Asking, keys_of, nobody_knows
from generator.model.target import Target
from generator.values.place import Place

WEB = Target("web-1", "sftp", "sftp://clerk@host/www", 0, Place("site.yaml"))


class Ring(KeyringBackend):
    """What a system keeps."""

    priority = 1

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """As it was kept."""
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Nobody does."""
        raise PasswordDeleteError(service, username)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    """A system that keeps passwords."""
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    monkeypatch.setattr(keyring.core, "_keyring_backend", ring)
    return ring


def asking(answers: list[str]) -> Asking:
    """A person who answers once for each text."""

    def answer(name: str, place: str) -> str:
        assert (name, place) == ("web-1", WEB.place)
        return answers.pop()

    return answer


def test_the_environment_comes_first(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then what the system keeps, then a person."""
    ring.set_password("gongkai", "web-1 clerk@host", "kept")
    monkeypatch.setenv("GONGKAI_WEB_1_PASSWORD", "of the environment")

    assert keys_of(WEB, WEB.place, nobody_knows).password() == "of the environment"
    monkeypatch.setenv("GONGKAI_WEB_1_PASSWORD", "read from a file\r\n")
    assert keys_of(WEB, WEB.place, nobody_knows).password() == "read from a file"
    monkeypatch.delenv("GONGKAI_WEB_1_PASSWORD")
    assert keys_of(WEB, WEB.place, nobody_knows).password() == "kept"
    ring.held.clear()
    assert keys_of(WEB, WEB.place, asking(["typed"])).password() == "typed"


def test_a_person_is_asked_once(ring: Ring) -> None:
    """However often a host wants it."""
    assert not ring.held
    answers = ["typed"]
    found = keys_of(WEB, WEB.place, asking(answers))

    assert (found.password(), found.password()) == ("typed", "typed")
    assert [] == answers


def test_a_system_that_keeps_nothing_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server without a desktop."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", Nowhere())  # type: ignore[no-untyped-call]

    assert keys_of(WEB, WEB.place, nobody_knows).password() == ""
    assert not keys.keep("web-1", "sesame")


def test_a_system_that_fails_in_its_own_way_keeps_nothing(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows throws an error of a kind of its own where a task runs and nobody has logged in."""

    class OwnError(Exception):
        """No error of `keyring`."""

    monkeypatch.setattr(ring, "get_password", mock.Mock(side_effect=OwnError))
    monkeypatch.setattr(ring, "set_password", mock.Mock(side_effect=OwnError))

    assert keys_of(WEB, WEB.place, nobody_knows).password() == ""
    assert not keys.keep("web-1", "sesame")


def test_what_was_kept_is_found_again(ring: Ring) -> None:
    """Under the name that `keyring set gongkai "web-1 clerk@host"` gives it."""
    assert keys.keep(keys.entry("web-1", WEB.place), "sesame")
    assert ring.held == {("gongkai", "web-1 clerk@host"): "sesame"}
    assert keys_of(WEB, WEB.place, nobody_knows).password() == "sesame"


@pytest.mark.parametrize("place", ["sftp://clerk@other/www", "sftp://li@host/www", "sftp://host/"])
def test_what_was_kept_for_one_host_goes_to_no_other(ring: Ring, place: str) -> None:
    """Another site's target of the same name, or this one when it has moved."""
    for old in ("web-1", keys.entry("web-1", WEB.place)):
        ring.set_password("gongkai", old, "sesame")

    assert keys_of(WEB, place, nobody_knows).password() == ""


def test_whoever_stands_in_the_environment_has_an_entry(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the place named them; the signing key has no host."""
    monkeypatch.setenv("GONGKAI_WEB_1_USER", "clerk")
    ring.set_password("gongkai", "web-1 clerk@host", "kept")

    assert keys_of(WEB, "sftp://host:2222/", nobody_knows).password() == "kept"
    assert keys.entry("sign", "gongkai.key") == "sign"


def test_the_user_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the address names none."""
    monkeypatch.setenv("GONGKAI_WEB_1_USER", "somebody")

    assert keys_of(WEB, "sftp://host/www", nobody_knows).user == "somebody"
    assert keys_of(WEB, WEB.place, nobody_knows).user == "clerk"


def test_a_refusal_says_whether_anybody_knew_a_password(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong one, or none; and the password is in neither."""
    assert not ring.held
    none = keys_of(WEB, WEB.place, nobody_knows).refused()
    monkeypatch.setenv("GONGKAI_WEB_1_PASSWORD", "sesame")
    wrong = keys_of(WEB, WEB.place, nobody_knows).refused("530")

    assert ("host/no-login", "host/login") == (none.code, wrong.code)
    assert dict(wrong.facts) == {"target": "web-1", "variable": "GONGKAI_WEB_1_PASSWORD"}
    assert "sesame" not in repr((wrong, wrong.args, wrong.facts))


def test_nobody_at_a_terminal_types_nothing() -> None:
    """A timer must not wait for a person."""
    assert keys.typed("password: ") == ""


def test_who_leaves_the_terminal_types_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-D ends the question."""

    def left(*_: object) -> str:
        raise EOFError

    for stream in ("stdin", "stderr"):
        monkeypatch.setattr(sys, stream, mock.Mock(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", left)
    assert keys.typed("password: ") == ""


def test_a_place_on_this_machine_wants_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked up for it."""
    monkeypatch.setattr(keys, "kept", None)
    local = Target("web", "folder", "www", 0, Place("site.yaml"))

    assert keys_of(local, "/srv/www", nobody_knows).password() == ""
