"""A first delivery that does not come to its end: there is no site of before to speak of."""

import errno
import os

import pytest

from generator.targets.folder import Folder
from generator.values.problem import Stop
from tests.targets.office import Office, site

ONE, TWO = site("one"), site("two")


def refuse(patch: pytest.MonkeyPatch, verb: str, path: str = "") -> None:
    """A host whose disk is full when it is asked for this, about that path."""
    usual = getattr(Folder, verb)

    def full(host: Folder, asked: str, *more: str | bytes) -> object:
        if path in f"{asked} {more}":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), asked)
        return usual(host, asked, *more)

    patch.setattr(Folder, verb, full)


def live(office: Office) -> tuple[str, str]:
    """What stops a delivery, and which site is said to stand there."""
    with pytest.raises(Stop) as caught:
        office.publish()
    problem = caught.value.problem
    return problem.code, dict(problem.facts)["live"]


@pytest.mark.parametrize("verb", ["claim", "put"])
def test_where_nothing_ever_arrived_no_site_is_spoken_of(
    office: Office, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    """Whether it is the claim that finds no room, or a file; once something has arrived, it is there."""
    office.build(ONE)
    with monkeypatch.context() as patch:
        refuse(patch, verb)
        first = live(office)
    office.publish()
    office.build(TWO)
    with monkeypatch.context() as patch:
        refuse(patch, verb)
        second = live(office)

    assert (("host/full", "none"), ("host/full", "old")) == (first, second)


def test_what_a_first_delivery_has_switched_is_there(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a part of the site when the host fails, and still when it fails again."""
    office.build(ONE)
    with monkeypatch.context() as patch:
        refuse(patch, "rename", "index.html")
        first = live(office)
    with monkeypatch.context() as patch:
        refuse(patch, "claim")
        again = live(office)

    assert (("host/full", "part"), ("host/full", "old")) == (first, again)
