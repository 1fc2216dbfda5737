"""The files of an entry's own folder: which of them it publishes, and what is wrong with them.

The only door to imagesize: how wide and high an image is, so that a page does not jump.
"""

import io
import posixpath
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from generator.model.address import collision_key
from generator.model.attachment import IMAGES, TYPES, Attachment, Beside, address_beside
from generator.read.fields import Reader
from generator.read.filetypes import mismatch
from generator.read.got import Got
from generator.values.dataclass import replace
from generator.values.digest import sha256
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.source_file import SourceFile
from generator.values.text import nearest

HEAVY = 20 * 1024 * 1024
"""A download beyond this many bytes takes minutes on a village's connection."""
HEAVY_IMAGE = 2 * 1024 * 1024


def measure(file: SourceFile, folder: str) -> tuple[Beside, tuple[Problem, ...]]:
    """The file as it stands in `folder`, and why it may not be published or had better not."""
    place = Place(file.path)
    name = file.path.removeprefix(f"{folder}/")
    found = Beside(file.path, name, len(file.body), sha256=sha256(file.body))
    if not file.body:
        return found, (Problem("attachment/empty", place),)
    if found.type not in TYPES:
        facts = (("name", posixpath.basename(file.path)), ("offered", "、".join(sorted(TYPES))))
        return found, (Problem("attachment/type", place, facts),)
    is_image = found.type in IMAGES
    seems = mismatch(found.type, file.body)
    if seems or (seems is not None and not is_image):
        facts = (("ending", found.type.upper()), ("seems", seems or "?"))
        return found, (Problem("attachment/content", place, facts),)
    problems: tuple[Problem, ...] = ()
    if found.size > (HEAVY_IMAGE if is_image else HEAVY):
        size = f"{found.size / (1 << 20):.1f} MB"
        problems = (Problem("attachment/heavy", place, (("size", size),), "warn"),)
    if not is_image:
        return found, problems
    import imagesize  # noqa: PLC0415 - only a picture pays for it

    width, height = (int(side) for side in imagesize.get(io.BytesIO(file.body)))
    if width <= 0 or height <= 0:
        return found, (Problem("image/unreadable", place),)
    return replace(found, width=width, height=height), problems


def attached(
    reader: Reader, got: Got, files: Collection[Beside], entry: str
) -> tuple[Attachment, ...]:
    """Every file of the folder as it would be published beside the page `entry`, listed ones first.

    What 附件 names and the folder has not, or names twice, goes to the reader's problems.
    """
    listed = got.groups("attachments")
    if not (files or listed):
        return ()
    there = {one.key: one for one in files}
    titles: dict[str, str] = {}
    meant = set()
    for group in listed:
        name = unicodedata.normalize("NFC", _inside(reader, group.text("file")))
        if not name:
            continue
        if name not in there:
            meant.add(say_missing(reader, group, name, there))
        elif name in titles:
            reader.problems.append(group.problem("attachment/twice", "file", name=name))
        else:
            titles[name] = group.text("title") or name
    order = (*titles, *(name for name in there if name not in titles))
    out = tuple(
        Attachment(
            there[name],
            titles.get(name, name),
            address_beside(entry, there[name]),
            name in titles or name in meant,
        )
        for name in order
    )
    return out if not _clash(reader, out) else ()


def _inside(reader: Reader, written: str) -> str:
    """The name inside the folder, also where the folder was written before it."""
    folder = posixpath.splitext(posixpath.basename(reader.source.path))[0]
    return written.replace("\\", "/").removeprefix("./").removeprefix(f"{folder}/")


def say_missing(reader: Reader, group: Got, name: str, there: Mapping[str, Beside]) -> str:
    """Say that a file is named and not there; the one that was probably meant, or nothing."""
    folder = posixpath.splitext(reader.source.path)[0]
    near = nearest(name, there)
    reader.problems.append(
        group.problem("attachment/missing", "file", name=name, folder=folder, near=near)
    )
    return near


def _clash(reader: Reader, files: tuple[Attachment, ...]) -> bool:
    """Whether two files would stand at one address on some system; said at the second."""
    first: dict[str, Attachment] = {}
    clash = False
    for one in files:
        other = first.setdefault(collision_key(one.address), one)
        if other is not one:
            clash = True
            facts = (("address", one.address), ("other", other.file.source))
            reader.problems.append(Problem("address/taken", Place(one.file.source), facts))
    return clash


def unused(files: Iterable[Attachment], used: frozenset[str]) -> tuple[Problem, ...]:
    """Every file that the entry neither lists nor shows: published by mistake, or forgotten.

    Of one that may not be published at all that much has been said.
    """
    return tuple(
        Problem("attachment/unused", Place(one.file.source), (("name", one.file.name),))
        for one in files
        if not one.listed and one.address not in used and one.file.type in TYPES and one.file.size
    )
