"""Deliveries by FTP that are cut off at any byte, of what is said and of what is carried."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from generator.values.problem import Stop
from tests.targets.cuts import Rehearsal, cuts
from tests.targets.ftpoffice import clerk
from tests.targets.office import Office
from tests.targets.servers.ftp import FTPHandler
from tests.targets.servers.ftps import behind, certificate, fingerprint
from tests.targets.servers.manners import Cable, WindowsFiles, at_the_end_of

CODES = {"host/lost", "host/unreachable", "host/passive", ""}


class Cabled(Rehearsal):
    """A delivery by a cable."""

    def __init__(self, office: Office, cable: Cable, *, gaps: bool) -> None:
        self._cable = cable
        super().__init__(office, office.www, office.publish, gaps=gaps)

    def lives(self, count: int) -> list[int]:
        """After how many bytes a cable is cut, spread over the whole delivery."""
        self._cable.mend()
        self.publish()
        return Random(2).sample(range(1, self._cable.carried), count)

    def cut(self, life: int) -> None:
        """Publish, and be cut off; what comes too late to be noticed is not told."""
        code, exit_code = "", 76
        self._cable.mend(life)
        try:
            self.publish()
        except Stop as stop:
            code, exit_code = stop.problem.code, stop.exit_code
        finally:
            self._cable.mend()
        assert (code, True, 76) == (code, code in CODES, exit_code)


@contextmanager
def cabled(
    office: Office,
    handler: type[FTPHandler] = FTPHandler,
    way: str = "FTP",
    more: str = "",
    *,
    gaps: bool = False,
) -> Iterator[Cabled]:
    """A server at the end of a cable."""
    cable = Cable()
    with clerk(office, at_the_end_of(cable, handler), tidy=cable.tidy) as one:
        one.heads_for(way, more=more)
        yield Cabled(office, cable, gaps=gaps)


def test_a_cut_leaves_whole_pages_and_the_next_delivery_completes_them(office: Office) -> None:
    """Whichever byte is the last: each page is old or new, with its style; nobody else's file is touched."""
    with cabled(office) as rehearsal:
        for life in rehearsal.lives(cuts(10)):
            rehearsal.trial(life, partial(rehearsal.cut, life))


def test_a_server_that_moves_over_nothing_is_cut_off(office: Office) -> None:
    """A page may be missing for a while, and none is torn; the next delivery brings it back."""
    handler = type("Windows", (FTPHandler,), {"abstracted_fs": WindowsFiles})
    with cabled(office, handler, gaps=True) as rehearsal:
        for life in rehearsal.lives(cuts(10)):
            rehearsal.trial(life, partial(rehearsal.cut, life))


def test_with_tls_it_is_the_same(office: Office, tmp_path: Path) -> None:
    """Also in the midst of a handshake."""
    path = certificate(tmp_path)
    more = f"    指纹: {fingerprint(path)}\n"
    with cabled(office, behind(path), "FTPS", more) as rehearsal:
        for life in rehearsal.lives(cuts(3)):
            rehearsal.trial(life, partial(rehearsal.cut, life))


def test_at_every_moment_the_site_is_whole(office: Office) -> None:
    """Looked at after every call by which the server changes its disk."""
    with cabled(office) as rehearsal:
        with rehearsal.watched() as saw:
            rehearsal.publish()
        assert [] == saw
        rehearsal.demand_complete("watched")
