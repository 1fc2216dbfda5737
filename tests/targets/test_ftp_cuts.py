"""Deliveries by FTP that are cut off at any byte, of what is said and of what is carried."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from generator.values.problem import Stop
from tests.targets.ftpoffice import clerk
from tests.targets.office import Office, files_of, site, torn
from tests.targets.servers.ftp import FTPHandler
from tests.targets.servers.ftps import behind, certificate, fingerprint
from tests.targets.servers.manners import Cable, WindowsFiles, at_the_end_of

CUTS = 10 + int(os.environ.get("GONGKAI_CUTS", "0"))
CODES = {"host/lost", "host/unreachable", "host/passive", ""}
OLD = site("old", {"finance/2026/gone.html": "gone", "plan": "a file", "list/x.html": "x"})
NEW = site("new", {"land/2026/c.html": "c", "plan/index.html": "a folder", "list": "a file"})
THEIRS = {"favicon.ico": b"theirs", "finance/notes.txt": b"theirs"}


class Rehearsal:
    """An office that can be put back to the moment before a delivery by a cable."""

    def __init__(self, office: Office, cable: Cable) -> None:
        self.office, self.cable = office, cable
        self._copy = office.folder.with_name("before")
        for path, body in THEIRS.items():
            (office.www / path).parent.mkdir(exist_ok=True)
            (office.www / path).write_bytes(body)
        office.build(OLD)
        office.publish()
        office.build(NEW)
        shutil.copytree(office.folder, self._copy)

    def again(self) -> None:
        """Everything as it was before the delivery."""
        for path in self.office.folder.iterdir():
            shutil.rmtree(path)
        shutil.copytree(self._copy, self.office.folder, dirs_exist_ok=True)

    def lives(self, count: int = CUTS) -> Iterator[int]:
        """After how many bytes a cable is cut, spread over the whole delivery."""
        self.cable.mend()
        self.office.publish()
        carried = self.cable.carried
        assert carried > 10_000
        for life in Random(2).sample(range(1, carried), count):
            self.again()
            yield life


@contextmanager
def rehearsed(
    office: Office, handler: type[FTPHandler] = FTPHandler, way: str = "FTP", more: str = ""
) -> Iterator[Rehearsal]:
    """A server at the end of a cable."""
    cable = Cable()
    with clerk(office, at_the_end_of(cable, handler), tidy=cable.tidy) as one:
        one.heads_for(way, more=more)
        yield Rehearsal(office, cable)


def cut(rehearsal: Rehearsal, life: int) -> tuple[str, int]:
    """Publish, and be cut off: the code and exit code; what comes too late to be noticed has none."""
    rehearsal.cable.mend(life)
    try:
        rehearsal.office.publish()
    except Stop as stop:
        return stop.problem.code, stop.exit_code
    finally:
        rehearsal.cable.mend()
    return "", 76


def test_a_cut_leaves_whole_pages_and_the_next_delivery_completes_them(office: Office) -> None:
    """Whichever byte is the last: each page is old or new, with its style; nobody else's file is touched."""
    with rehearsed(office) as rehearsal:
        for life in rehearsal.lives():
            code, exit_code = cut(rehearsal, life)
            assert (code in CODES, exit_code) == (True, 76), (code, life)
            there = files_of(office.www)

            assert ([], life) == (torn(office.www, OLD, NEW, THEIRS), life)
            assert {**there, **THEIRS} == there
            assert (OLD.keys() & NEW.keys()) <= there.keys(), life
            office.publish()
            assert {**NEW, **THEIRS} == files_of(office.www), life
            assert 2 == len(office.receipts()), life


def test_a_server_that_moves_over_nothing_is_cut_off(office: Office) -> None:
    """A page may be missing for a while, and none is torn; the next delivery brings it back."""
    with rehearsed(
        office, type("Windows", (FTPHandler,), {"abstracted_fs": WindowsFiles})
    ) as rehearsal:
        for life in rehearsal.lives():
            assert cut(rehearsal, life)[0] in CODES

            assert ([], life) == (torn(office.www, OLD, NEW, THEIRS), life)
            office.publish()
            assert {**NEW, **THEIRS} == files_of(office.www), life


def test_with_tls_it_is_the_same(office: Office, tmp_path: Path) -> None:
    """Also in the midst of a handshake."""
    path = certificate(tmp_path)
    more = f"    指纹: {fingerprint(path)}\n"
    with rehearsed(office, behind(path), "FTPS", more) as rehearsal:
        for life in rehearsal.lives(CUTS // 3):
            assert cut(rehearsal, life)[0] in CODES

            assert ([], life) == (torn(office.www, OLD, NEW, THEIRS), life)
            office.publish()
            assert {**NEW, **THEIRS} == files_of(office.www), life
