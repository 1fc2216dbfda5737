"""An office that publishes to hosts of the web, whichever they speak. No test, no hook."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from moto.moto_server.werkzeug_app import create_backend_app
from obstore.store import S3Store

from generator.app import wiring
from generator.app.committed import settings_of
from generator.edge.talk import Talk
from generator.targets import s3
from generator.values.host import Host
from generator.values.problem import Stop
from tests.targets.office import Files, Office, files_of, fill
from tests.targets.servers import s3 as store
from tests.targets.servers.moody import App, Moody
from tests.targets.servers.s3 import asked, bucket
from tests.targets.servers.webdav import app, listening
from tests.targets.wire import ENDLESS, Wire

PASSWORD = "open sesame"
NAMES = {"webdav": "WebDAV", "s3": "对象存储"}


class Far:
    """A host that speaks WebDAV or S3, and an office with it for the target `far`."""

    def __init__(self, office: Office, way: str, served: Moody, port: int) -> None:
        self.office, self.way, self.served, self.port = office, way, served, port
        self.folder = office.folder.with_name("far")
        self.bucket = bucket() if way == "s3" else ""
        self.heads_for()

    def heads_for(
        self, *, scheme: str = "http", user: str = "clerk@", more: str = "", port: int = 0
    ) -> None:
        """Write into the settings where it publishes to."""
        settings = self.office.folder / "content/site.yaml"
        text = settings.read_text("utf-8").partition("  - 名称: far")[0]
        origin = f"127.0.0.1:{port or self.port}"
        place = f"{scheme}://{user}{origin}/place"
        if self.way == "s3":
            place = f"s3://{user}{self.bucket}/site"
            more += f"    服务地址: {scheme}://{origin}\n"
        mine = f"  - 名称: far\n    方式: {NAMES[self.way]}\n    位置: {place}\n{more}"
        settings.write_text(text + mine, "utf-8")

    def host(self) -> Host:
        """The host, as the room shows it."""
        (target,) = (one for one in settings_of(self.office.order).publish if one.name == "far")
        found = wiring.host(target, self.office.order.project)
        assert isinstance(found, Host)
        return found

    def files(self) -> Files:
        """Everything that stands there."""
        if self.way == "webdav":
            return files_of(self.folder / "place")
        host = self.host()
        return {path: host.read(path) for path in host.list()}

    def fill(self, files: Files) -> None:
        """Let the host hold these files and no others."""
        if self.way == "webdav":
            fill(self.folder / "place", files)
            return
        host = self.host()
        for path in host.list():
            host.remove(path)
        for path, body in files.items():
            host.put(path, body)

    def grow_older(self) -> None:
        """Let an hour pass for what stands there; a store knows its objects by what is in them."""
        for path in (self.folder / "place").rglob("*"):
            written = path.stat().st_mtime - 3600
            os.utime(path, (written, written))

    def touch(self, path: str) -> None:
        """Somebody else changes a file."""
        if self.way == "webdav":
            (self.folder / "place" / path).write_bytes(b"touched")
        else:
            self.host().put(path, b"touched")

    @contextmanager
    def readable(self) -> Iterator[str]:
        """The address at which anybody can read what stands there."""
        if self.way == "webdav":
            with listening(app(self.folder, read_only=True, anybody=True)) as port:
                yield f"http://127.0.0.1:{port}/place/"
            return
        for path in self.files():
            where = f"/{self.bucket}/site/{quote(path)}?acl"
            assert 200 == asked("PUT", where, **{"x-amz-acl": "public-read"})
        yield f"http://127.0.0.1:{self.port}/{self.bucket}/site/"

    def shown(self) -> Path:
        """A folder with what stands there."""
        fill(self.folder / "shown", self.files())
        return self.folder / "shown"

    def publish(self, **asked: Any) -> Any:
        """Publish there."""
        return self.office.publish(target="far", **asked)

    def stopped(self, **asked: Any) -> tuple[str, int, dict[str, str]]:
        """The code of what stops a delivery, the exit code, and the facts."""
        with pytest.raises(Stop) as caught:
            self.publish(**asked)
        stop = caught.value
        return stop.problem.code, stop.exit_code, dict(stop.problem.facts)

    @contextmanager
    def wired(self, life: int = ENDLESS) -> Iterator[Wire]:
        """All that is said meanwhile goes over a wire, which is cut after so many bytes."""
        with Wire(self.port, life=life) as wire, pytest.MonkeyPatch.context() as patch:
            begin = Talk.__init__

            def over(talk: Any, *words: Any) -> None:
                begin(talk, *words)
                talk.port = wire.port

            def wired(name: str, **words: Any) -> S3Store:
                config: Any = {**words.pop("config"), "endpoint": f"http://127.0.0.1:{wire.port}"}
                return S3Store(name, config=config, **words)

            patch.setattr(Talk, "__init__", over)
            patch.setattr(s3, "S3Store", wired)
            yield wire


def behind(way: str, folder: Path, **manners: bool) -> App:
    """What answers in the end."""
    if way == "s3":
        found: App = create_backend_app("s3")
        return found
    return app(folder, **manners)


@contextmanager
def far(office: Office, way: str, certificate: str = "", **manners: bool) -> Iterator[Far]:
    """A host that listens, and the office that knows its password."""
    folder = office.folder.with_name("far")
    (folder / "place").mkdir(parents=True)
    served = Moody(behind(way, folder, **manners))
    listens = store.listening if way == "s3" and certificate else listening
    with (
        listens(served, certificate) as port,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("GONGKAI_FAR_PASSWORD", PASSWORD)
        yield Far(office, way, served, port)
