"""Who is let in from another machine: a token works once and for a while, a cookie for one run."""

import pytest

from generator.edge import admission
from generator.edge.admission import MINUTES, Admission, is_here


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_needs_nothing(peer: str) -> None:
    """By whichever of its own numbers it comes."""
    assert is_here(peer)
    assert Admission(8000).admits(peer, "")


@pytest.mark.parametrize(
    "peer",
    ["192.0.2.7", "10.0.0.1", "0.0.0.0", "::", "fe80::1%eth0", "localhost", "", "127.0.0.1 "],
)
def test_another_machine_needs_the_cookie(peer: str) -> None:
    """That of this run, whole; what is no number is no machine of ours."""
    one, other = Admission(8000), Admission(8000)

    assert not is_here(peer)
    assert one.admits(peer, one.cookie)
    for wrong in ("", other.cookie, one.cookie[:-1], f"{one.cookie}x", "é", "\udcff"):
        assert not one.admits(peer, wrong)


def test_a_token_works_once() -> None:
    """And opens nothing elsewhere."""
    one, other = Admission(8000), Admission(8000)
    token = one.token()

    assert not other.takes(token)
    assert not one.takes(token[:-1])
    assert not one.takes("")
    assert one.takes(token)
    assert not one.takes(token)
    assert token != one.cookie


def test_a_token_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until then it works, afterwards it never does."""
    now = 1000.0
    monkeypatch.setattr(admission, "ticks", lambda: now)
    one = Admission(8000)
    early, late = one.token(), one.token()

    now += MINUTES * 60 - 1
    assert one.takes(early)
    now += 2
    assert not one.takes(late)


def test_there_are_never_many_tokens() -> None:
    """Whoever asks for one after the other makes the first ones worthless, and nothing grows."""
    one = Admission(8000)
    tokens = [one.token() for _ in range(100)]

    assert len(set(tokens)) == 100
    assert not one.takes(tokens[0])
    assert one.takes(tokens[-1])
