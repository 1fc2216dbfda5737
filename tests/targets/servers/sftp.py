"""SFTP on loopback: OpenSSH as it is, and a server of another make that can be told how to fail."""

import asyncio
import getpass
import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncssh
import pytest

SSHD = Path("/usr/sbin/sshd")
USER, PASSWORD = "clerk", "open sesame"
_EMPTY = Path("/run/sshd")
"""Where sshd, as root, wants an empty folder."""


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """An OpenSSH server which lets in whoever runs the tests, by a key; the address of `folder/place`.

    `options` go to its sftp-server. Our key, and what we know of hosts, are in a home of their own.
    """
    home = folder / "home"
    host = asyncssh.generate_private_key("ssh-ed25519")
    with pytest.MonkeyPatch.context() as patch, _doors(folder, host, options) as port:
        at_home(patch, home)
        ours = asyncssh.generate_private_key("ssh-ed25519")
        ours.write_private_key(str(home / ".ssh/id_ed25519"))
        (home / ".ssh/id_ed25519").chmod(0o600)
        ours.write_public_key(str(folder / "keys"))
        knows(home, port, host)
        yield f"sftp://{getpass.getuser()}@127.0.0.1:{port}{folder}/place"


def at_home(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Let a person have this home, who has met no host and has no key."""
    (home / ".ssh").mkdir(parents=True, exist_ok=True)
    patch.setenv("HOME", str(home))
    patch.delenv("SSH_AUTH_SOCK", raising=False)


def knows(home: Path, port: int, key: asyncssh.SSHKey) -> None:
    """Let whoever lives there have met the host on that port, and no other."""
    known = key.export_public_key().decode()
    (home / ".ssh/known_hosts").write_text(f"[127.0.0.1]:{port} {known}")


@contextmanager
def _doors(folder: Path, key: asyncssh.SSHKey, options: tuple[str, ...]) -> Iterator[int]:
    """A port; whoever knocks is met by an sshd of his own, as inetd does it."""
    assert SSHD.exists(), "these tests need an OpenSSH server: apt install openssh-server"
    if os.getuid() == 0:
        _EMPTY.mkdir(exist_ok=True)
    key.write_private_key(str(folder / "hostkey"))
    (folder / "hostkey").chmod(0o600)
    settings = {
        "HostKey": folder / "hostkey",
        "AuthorizedKeysFile": folder / "keys",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "KbdInteractiveAuthentication": "no",
        "PermitRootLogin": "yes",
        "LogLevel": "QUIET",
        "Subsystem": " ".join(("sftp internal-sftp -d", str(folder), *options)),
    }
    (folder / "sshd").write_text("".join(f"{name} {one}\n" for name, one in settings.items()))
    door = socket.create_server(("127.0.0.1", 0), backlog=128)
    guests: list[subprocess.Popen[bytes]] = []

    def welcome() -> None:
        words = [str(SSHD), "-i", "-f", str(folder / "sshd")]
        with suppress(OSError):
            while True:
                with door.accept()[0] as guest:
                    end = guest.fileno()
                    guests.append(subprocess.Popen(words, stdin=end, stdout=end))

    thread = threading.Thread(target=welcome, daemon=True)
    thread.start()
    try:
        yield door.getsockname()[1]
    finally:
        door.shutdown(socket.SHUT_RDWR)
        door.close()
        thread.join()
        for one in guests:
            one.terminate()
            one.wait()


class _Porter(asyncssh.SSHServer):
    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == (USER, PASSWORD)


@contextmanager
def serving_oddly(
    folder: Path, make: Callable[..., asyncssh.SFTPServer] = asyncssh.SFTPServer
) -> Iterator[str]:
    """A server which lets in whoever knows the password; the address of `folder/place`."""
    home = folder / "home"
    key = asyncssh.generate_private_key("ssh-ed25519")
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def listen() -> asyncssh.SSHAcceptor:
        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_factory=_Porter,
            server_host_keys=[key],
            sftp_factory=lambda chan: make(chan, chroot=os.fsencode(folder)),
        )

    with pytest.MonkeyPatch.context() as patch:
        at_home(patch, home)
        server = asyncio.run_coroutine_threadsafe(listen(), loop).result()
        knows(home, server.get_port(), key)
        try:
            yield f"sftp://{USER}@127.0.0.1:{server.get_port()}/place"
        finally:
            asyncio.run_coroutine_threadsafe(_end(server), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()


async def _end(server: asyncssh.SSHAcceptor) -> None:
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for one in others:
        one.cancel()
    await asyncio.gather(*others, asyncio.sleep(0), return_exceptions=True)
