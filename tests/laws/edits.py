"""What may happen between two builds: each edit is a value that says itself, and is done at a desk.

`pick` is any number; it chooses among what there is, so that every edit fits every site.
"""

import os
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Literal, Protocol

from tests.laws import seed
from tests.laws.desk import Desk, address, forget
from tests.laws.seed import CSV, KINDS, ROWS, entry, suffix


class Edit(Protocol):
    """Something that a person, a program or the weather does to a project."""

    def do(self, desk: Desk) -> None:
        """Change what is written at the desk, or what stands on its disk."""


def keyed(text: str, key: str, block: str) -> str:
    """The text with this block in the place of a key and all that belongs to it."""
    bare = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^(标题:.*\n)", lambda m: m[1] + block, bare, count=1, flags=re.MULTILINE)


@dataclass(frozen=True)
class Add:
    """A new entry, or a new text in an old one's file."""

    kind: str
    path: str
    title: str
    day: str

    def do(self, desk: Desk) -> None:
        """Write it."""
        assert self.kind in KINDS
        text = entry(self.kind, self.title, self.day)
        desk.put(f"content/{self.path}{suffix(self.kind)}", text)


@dataclass(frozen=True)
class Head:
    """Another value of a key in an entry's head; an empty block takes the key away."""

    pick: int
    key: str
    block: str

    def do(self, desk: Desk) -> None:
        """Write it below the title."""
        path = desk.entry(self.pick)
        desk.put(path, keyed(desk.text(path), self.key, self.block))


@dataclass(frozen=True)
class Title:
    """Another title."""

    pick: int
    title: str

    def do(self, desk: Desk) -> None:
        """Write it where the old one stood."""
        path = desk.entry(self.pick)
        new = re.sub(
            r"^标题:.*",
            lambda _: f"标题: {self.title}",
            desk.text(path),
            count=1,
            flags=re.MULTILINE,
        )
        desk.put(path, new)


@dataclass(frozen=True)
class Body:
    """Another text below a head."""

    pick: int
    body: str

    def do(self, desk: Desk) -> None:
        """Write it over the old one."""
        path = desk.entry(self.pick, ".md")
        head = desk.text(path).partition("\n---\n")[0]
        desk.put(path, f"{head}\n---\n\n{self.body}\n")


@dataclass(frozen=True)
class Letter:
    """One letter in the place of another that takes as many bytes: the file's size stays.

    `kept` puts the file's old time back, as copying and unpacking do.
    """

    pick: int
    letter: str
    kept: bool

    def do(self, desk: Desk) -> None:
        """Change the title's last letter."""
        path = desk.entry(self.pick)
        target = desk.folder / path
        desk.write()
        before = target.stat()
        new = re.sub(
            r"^(标题: .*)[一-鿿]$",
            rf"\g<1>{self.letter}",
            desk.text(path),
            count=1,
            flags=re.MULTILINE,
        )
        desk.put(path, new)
        desk.write()
        if self.kept:
            os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))


@dataclass(frozen=True)
class Amount:
    """Another income in an account, in its rows or in the file beside it; `right` if the sum follows."""

    pick: int
    income: str
    closing: str
    right: bool

    def do(self, desk: Desk) -> None:
        """Write the income, and the closing balance."""
        found = [path for path in desk.entries(".yaml") if "类型: 收支明细" in desk.text(path)]
        path = found[self.pick % len(found)]
        beside = path.replace(".yaml", ".csv")
        rows = beside if beside in desk.files else path
        pattern = r"(租金\D*)[\d.]+"
        desk.put(rows, re.sub(pattern, rf"\g<1>{self.income}", desk.text(rows), count=1))
        if self.right:
            desk.put(path, re.sub(r"(?m)^期末: .*", f"期末: {self.closing}", desk.text(path)))


@dataclass(frozen=True)
class Beside:
    """An account's rows in a file beside it, or in the entry again."""

    pick: int
    csv: bool

    def do(self, desk: Desk) -> None:
        """Move the rows, as they were in the beginning."""
        found = [path for path in desk.entries(".yaml") if "类型: 收支明细" in desk.text(path)]
        path = found[self.pick % len(found)]
        text = re.sub(r"^明细:.*\n(?:[ -].*\n)*", "", desk.text(path), flags=re.MULTILINE)
        month = re.findall(r"^期间: (\S+)", text, re.MULTILINE)[0]
        desk.put(path, text if self.csv else text + ROWS.replace("2026-09", month))
        csv = CSV.replace("2026-10", month) if self.csv else None
        desk.put(path.replace(".yaml", ".csv"), csv)


@dataclass(frozen=True)
class Move:
    """A file under another name or in another folder, with all that lies beside it.

    `led` leaves its old address behind, which leads on.
    """

    pick: int
    stem: str
    led: bool

    def do(self, desk: Desk) -> None:
        """Move the entry, its rows and its attachments."""
        path = desk.entry(self.pick)
        old, new = path.rpartition(".")[0], f"content/{self.stem}"
        if self.led:
            block = f"旧址:\n  - {address(path)}\n"
            desk.put(path, keyed(desk.text(path), "旧址", block))
        for one in sorted(desk.files):
            if one == path or one.startswith((f"{old}/", f"{old}.csv")):
                desk.files[new + one.removeprefix(old)] = desk.files.pop(one)


@dataclass(frozen=True)
class Named:
    """An entry with an id of its own, which is another address; the old one leads on."""

    pick: int
    name: str

    def do(self, desk: Desk) -> None:
        """Say both in its head."""
        path = desk.entry(self.pick)
        text = keyed(desk.text(path), "旧址", f"旧址:\n  - {address(path)}\n")
        desk.put(path, keyed(text, "编号", f"编号: {self.name}\n"))


@dataclass(frozen=True)
class Delete:
    """An entry's file thrown away; what lies beside it stays."""

    pick: int

    def do(self, desk: Desk) -> None:
        """Throw it away."""
        if len(desk.entries()) > 2:
            desk.put(desk.entry(self.pick), None)


@dataclass(frozen=True)
class Supersede:
    """An entry replaced by another from a day on."""

    pick: int
    by: int
    day: str

    def do(self, desk: Desk) -> None:
        """Say so in its head."""
        path, new = desk.entry(self.pick), desk.entry(self.by).removeprefix("content/")
        block = f"状态: 已替代\n替代: {new}\n替代日期: {self.day}\n"
        desk.put(path, keyed(desk.text(path), "状态", block))


@dataclass(frozen=True)
class Related:
    """An entry that names another, by its file."""

    pick: int
    to: int

    def do(self, desk: Desk) -> None:
        """Say so in its head."""
        path, other = desk.entry(self.pick), desk.entry(self.to).removeprefix("content/")
        desk.put(path, keyed(desk.text(path), "相关", f"相关:\n  - {other}\n"))


@dataclass(frozen=True)
class Link:
    """A text that leads to another entry, to a heading of it if one is named."""

    pick: int
    to: int
    heading: str

    def do(self, desk: Desk) -> None:
        """Add a line with the link."""
        path, other = desk.entry(self.pick, ".md"), desk.entry(self.to)
        way = os.path.relpath(other, os.path.dirname(path)).replace(os.sep, "/")
        mark = f"#{self.heading}" if self.heading else ""
        desk.put(path, f"{desk.text(path)}\n见[那一条]({way}{mark})。\n")


@dataclass(frozen=True)
class Attach:
    """A file beside an entry: listed, changed or, without a `body`, gone; `listed` says so in its head."""

    pick: int
    name: str
    body: str | None
    listed: bool

    def do(self, desk: Desk) -> None:
        """Put it into the folder that bears the entry's name."""
        path = desk.entry(self.pick)
        block = f"附件:\n  - {self.name}\n" if self.listed else ""
        desk.put(path, keyed(desk.text(path), "附件", block))
        desk.put(f"{path.rpartition('.')[0]}/{self.name}", self.body)


@dataclass(frozen=True)
class Picture:
    """Another picture in the place of one that a text shows."""

    shade: int

    def do(self, desk: Desk) -> None:
        """Draw it in another grey."""
        for path in [one for one in desk.files if one.endswith(".png")]:
            desk.files[path] = seed.png(self.shade)


@dataclass(frozen=True)
class Break:
    """A file that nobody can read as it stands."""

    pick: int
    how: Literal["yaml", "bytes", "key", "empty", "unit"]

    def do(self, desk: Desk) -> None:
        """Break it."""
        path = desk.entry(self.pick)
        text = desk.text(path)
        broken = {
            "yaml": text.replace("标题: ", "标题： [", 1),
            "key": text.replace("公布日期:", "公布日:", 1),
            "empty": "",
            "unit": text.replace("公开单位: ", "公开单位: 不存在的", 1),
        }
        desk.files[path] = b"\xff\xfe\x00" if self.how == "bytes" else broken[self.how].encode()


@dataclass(frozen=True)
class Write:
    """Any other file of the project written, changed or thrown away."""

    path: str
    text: str | None

    def do(self, desk: Desk) -> None:
        """Write it."""
        desk.put(self.path, self.text)


@dataclass(frozen=True)
class Swap:
    """Words in the place of others in one file; nothing where they do not stand in it."""

    path: str
    old: str
    new: str

    def do(self, desk: Desk) -> None:
        """Put them in."""
        if self.path in desk.files:
            desk.put(self.path, desk.text(self.path).replace(self.old, self.new))


@dataclass(frozen=True)
class Wait:
    """Days that go by, or a clock that is put back."""

    days: int

    def do(self, desk: Desk) -> None:
        """Turn the leaf of the calendar."""
        desk.today += timedelta(days=self.days)


@dataclass(frozen=True)
class Touch:
    """A file saved again without a change."""

    pick: int
    ago: int

    def do(self, desk: Desk) -> None:
        """Give it another time."""
        desk.write()
        found = sorted(desk.files)
        target = desk.folder / found[self.pick % len(found)]
        when = target.stat().st_mtime - self.ago
        os.utime(target, (when, when))


Harm = Literal["more", "less", "flipped", "unnoticed", "gone"]


def _harm(target: Path, how: Harm, at: int) -> None:
    """Something happens to a file: `unnoticed` puts its time back, its size is the same anyway."""
    if how == "gone":
        target.unlink()
        return
    status, body = target.stat(), bytearray(target.read_bytes())
    where = at % max(1, len(body))
    if how == "more":
        body += b"\n"
    elif how == "less":
        del body[where:]
    elif body:
        body[where] ^= 1 << at % 8
    target.unlink()
    target.write_bytes(body)
    if how == "unnoticed":
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))


@dataclass(frozen=True)
class Hand:
    """A file of the built site changed or thrown away by hand."""

    pick: int
    how: Harm
    at: int

    def do(self, desk: Desk) -> None:
        """Harm it, if there is a site."""
        found = desk.built()
        if found:
            _harm(found[self.pick % len(found)], self.how, self.at)


@dataclass(frozen=True)
class Stranger:
    """A file put into the built site by hand: some are let be, before others the build stops."""

    path: str

    def do(self, desk: Desk) -> None:
        """Put it there."""
        target = desk.output / self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_dir():
            target.write_bytes(b"not ours")


@dataclass(frozen=True)
class Drop:
    """A whole folder thrown away that the program made."""

    name: Literal["output", ".releases", ".cache"]

    def do(self, desk: Desk) -> None:
        """Throw it away."""
        forget(desk.folder / self.name)


@dataclass(frozen=True)
class Spoil:
    """A file of the memory harmed: nothing that stands in it may be believed without a proof."""

    pick: int
    how: Harm
    at: int

    def do(self, desk: Desk) -> None:
        """Harm it, if there is a memory."""
        found = desk.remembered()
        if found:
            _harm(found[self.pick % len(found)], self.how, self.at)


@dataclass(frozen=True)
class Alien:
    """A file of the memory that holds something else altogether, or that we never made."""

    pick: int
    body: bytes

    def do(self, desk: Desk) -> None:
        """Write over one that is there; without a memory, write one that nobody asked for."""
        found = desk.remembered() or [desk.memory / "index"]
        target = found[self.pick % len(found)]
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(self.body)
