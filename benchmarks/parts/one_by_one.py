"""Files brought to a host one after the other, as a script with paramiko does: put, read back, rename.

    python one_by_one.py PORT USER KEYS FOLDER PLACE

Run by a Python of its own that has paramiko. Prints how many seconds it took after the login.
"""

import sys
import time
from pathlib import Path

import paramiko


def main(port: str, user: str, keys: str, folder: str, place: str) -> None:
    """Every file of the folder, to the place on the host; folders are there."""
    client = paramiko.SSHClient()
    client.load_host_keys(f"{keys}/known_hosts")
    client.connect("127.0.0.1", int(port), user, key_filename=f"{keys}/id_ed25519")
    sftp = client.open_sftp()
    began = time.perf_counter()
    for path in sorted(Path(folder).rglob("*.html")):
        body = path.read_bytes()
        target = f"{place}/{path.relative_to(folder).as_posix()}"
        with sftp.open(f"{target}.part", "wb") as file:
            file.write(body)
        with sftp.open(f"{target}.part", "rb") as file:
            if file.read() != body:
                raise SystemExit(target)
        sftp.posix_rename(f"{target}.part", target)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])
