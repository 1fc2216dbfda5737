"""The receipts of deliveries, one a line, at the end of a file in the content folder."""

import errno
import getpass
import json
import os
from dataclasses import asdict

from generator.edge import disk
from generator.edge.places import RECEIPTS
from generator.model.receipt import Receipt
from generator.values.dates import instant
from generator.values.place import Place
from generator.values.problem import Problem, Stop


def read(content: str) -> tuple[Receipt, ...]:
    """Every receipt, the oldest first. A line that makes no sense stops: what it said is not known.

    One that was never written to its end is none: its delivery has not ended either.
    """
    path = f"{content}/{RECEIPTS}"
    if disk.kind(path) is None:
        return ()
    body = disk.read(path)
    lines = body[: len(body) - _begun(body)].decode("utf-8-sig", "replace").splitlines()
    found = []
    for number, line in enumerate(lines, 1):
        try:
            receipt = Receipt(**json.loads(line))
            instant(receipt.at)
            found.append(receipt)
        except (ValueError, TypeError, RecursionError) as error:
            raise Stop(Problem("publish/receipts", place_of(content, number)), 2) from error
    return tuple(found)


def add(content: str, receipt: Receipt) -> None:
    """Put a receipt behind the others, for good, on a line of its own whatever an editor left there."""
    path = f"{content}/{RECEIPTS}"
    try:
        if disk.kind(os.path.dirname(path)) is None:  # who may write into theirs is for them to say
            disk.make_folder(os.path.dirname(path))
        before = disk.read(path) if disk.kind(path) else b""
        begun = _begun(before)
        end = "" if begun or not before or before.endswith(b"\n") else "\n"
        line = json.dumps(asdict(receipt), ensure_ascii=False)
        disk.append(path, f"{end}{line}\n".encode(), over=begun)
    except OSError as error:
        facts = (("error", errno.errorcode.get(error.errno or 0, "?")),)
        raise Stop(Problem("publish/no-receipt", place_of(content), facts), 74) from error


def _begun(body: bytes) -> int:
    """How many bytes at the end are a receipt that was cut off while it was written."""
    line = body[body.rfind(b"\n") + 1 :]
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return len(line) if line.startswith(b"{") else 0
    return 0


def place_of(content: str, number: int = 0) -> Place:
    """Where a receipt stands, by its number from 1, or all of them."""
    return Place(f"{os.path.basename(content)}/{RECEIPTS}", number)


def who() -> str:
    """The name under which somebody works at this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
