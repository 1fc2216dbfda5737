"""An office that publishes to an account of FTP. No test, no hook."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.targets.office import TARGETS, Office
from tests.targets.servers.ftp import MAY, FTPHandler, Tidy, running

Told = tuple[str, int, dict[str, str]]


class Clerk:
    """An office whose `www` is reached by FTP."""

    def __init__(self, office: Office, port: int) -> None:
        self.office, self.port = office, port

    def heads_for(
        self, way: str = "FTP", user: str = "clerk", path: str = "/www", more: str = ""
    ) -> None:
        """Write into the settings where it publishes to."""
        settings = self.office.folder / "content/site.yaml"
        text = settings.read_text("utf-8").partition("发布:")[0]
        place = f"{way.lower()}://{user}@127.0.0.1:{self.port}{path}"
        mine = f"    方式: {way}\n    位置: {place}\n{more}"
        settings.write_text(
            text + TARGETS.lstrip("\n").replace("    方式: 文件夹\n    位置: www\n", mine, 1),
            "utf-8",
        )


@contextmanager
def clerk(
    office: Office,
    handler: type[FTPHandler] = FTPHandler,
    may: str = MAY,
    most: int = 0,
    tidy: Tidy | None = None,
) -> Iterator[Clerk]:
    """The office and a server, with the manners of its handler, that serves its folder."""
    with (
        running(handler, office.folder, may, most, tidy) as port,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("GONGKAI_WEB_PASSWORD", "open sesame")
        found = Clerk(office, port)
        found.heads_for()
        yield found
