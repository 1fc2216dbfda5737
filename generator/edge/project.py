"""Where a project's parts stand on this machine, and the files that people wrote."""

import os
import stat
from collections.abc import Callable, Iterable
from functools import partial

from generator.edge.places import HOME, places
from generator.edge.store import Store
from generator.values.dataclass import dataclass
from generator.values.place import Place
from generator.values.problem import Problem, Stop
from generator.values.read import Read
from generator.values.source_file import SourceFile

__all__ = [
    "HOME",
    "Project",
    "demand_places",
    "live_reader",
    "preview_of",
    "project_at",
    "read_content",
    "read_some",
    "store_of",
]

MAX_FILE = 64 * 1024 * 1024
_BINARY: int = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Project:
    """Absolute paths of a project: its content folder, and what stands beside it."""

    content: str
    themes: str
    output: str
    releases: str
    cache: str

    @property
    def folder(self) -> str:
        """The content folder's own name, with which every source's path begins."""
        return os.path.basename(self.content)


def project_at(site: str, output: str | None, here: str) -> Project:
    """The project whose content folder is `site`; relative paths count from `here`."""
    return Project(*places(site, output, here))


def preview_of(project: Project) -> Project:
    """The same project with a site for its preview: all that is written stays in `.cache/preview`."""
    own = os.path.join(os.path.dirname(project.content), ".cache", "preview")
    site, releases, cache = (os.path.join(own, name) for name in ("site", "releases", "memory"))
    return Project(project.content, project.themes, site, releases, cache)


def demand_places(project: Project) -> None:
    """Stop where the content is not there, or the output would mix with what people wrote."""
    if not os.path.isdir(project.content):
        raise Stop(Problem("site/no-folder", Place(project.folder)), 2)
    if project == preview_of(project):
        return
    beside = os.path.dirname(project.content)
    kept = (
        project.content,
        project.themes,
        os.path.join(beside, ".releases"),
        os.path.join(beside, ".cache"),
    )
    if any(overlap(project.output, one) for one in kept):
        raise Stop(Problem("site/output", Place(os.path.basename(project.output) or "/")), 2)


def overlap(one: str, other: str) -> bool:
    """Whether one folder is the other or stands in it."""
    first, second = os.path.join(one, ""), os.path.join(other, "")
    return first.startswith(second) or second.startswith(first)


def path_inside(folder: str, path: str) -> str | None:
    """The path within the folder, with `/` between its parts, empty for itself; None outside of it."""
    if path == folder:
        return ""
    within = os.path.join(folder, "")
    return path[len(within) :].replace(os.path.sep, "/") if path.startswith(within) else None


def store_of(project: Project) -> Store:
    """Where the project's finished site lives; that of a preview is made anew at need."""
    is_lasting = project != preview_of(project)
    return Store(project.output, project.releases, os.path.basename(project.output), is_lasting)


def live_reader(store: Store) -> Callable[[str], bytes | None]:
    """Reads a file of the live site by its path; None where there is none."""
    return partial(_read_live, store.output)


def _read_live(output: str, path: str) -> bytes | None:
    try:
        file = os.open(os.path.join(output, *path.split("/")), os.O_RDONLY | _BINARY)
    except OSError:
        return None
    try:
        parts, size = list[bytes](), os.fstat(file).st_size
        while part := os.read(file, size + 1):  # all of it at once, as a rule, and that it is all
            parts.append(part)
            if len(part) == size:
                break
        return b"".join(parts)
    except OSError:
        return None
    finally:
        os.close(file)


def read_content(project: Project) -> Read[tuple[SourceFile, ...]]:
    """Every regular file of the content folder, sorted by path; links and devices are problems."""
    files: list[SourceFile] = []
    problems: list[Problem] = []
    _walk(project.content, project.folder, files, problems)
    return Read(tuple(sorted(files, key=lambda one: one.path)), tuple(problems))


def read_some(project: Project, paths: Iterable[str]) -> tuple[SourceFile, ...] | None:
    """Files of the content folder by their paths in it; None where one is gone or no ordinary file."""
    files = []
    for path in paths:
        if _printable(path) != path:
            return None
        target = os.path.join(project.content, *path.split("/"))
        try:
            status = os.lstat(target)
            if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE:
                return None
            files.append(SourceFile(f"{project.folder}/{path}", _body(target, status.st_size)))
        except OSError:
            return None
    return tuple(files)


def _walk(folder: str, shown: str, files: list[SourceFile], problems: list[Problem]) -> None:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda one: one.name)
        for entry in entries:
            path = f"{shown}/{_printable(entry.name)}"
            if not path.endswith(f"/{entry.name}"):
                problems.append(Problem("file/name", Place(path), (("near", _meant(entry.name)),)))
            elif entry.is_dir(follow_symlinks=False):
                _walk(entry.path, path, files, problems)
            else:
                _take(entry, path, files, problems)
    except OSError as error:
        inside, name = os.path.split(error.filename or "")
        place = Place(f"{shown}/{_printable(name)}" if inside == folder else shown)
        raise Stop(Problem("disk/read", place, (("error", _reason(error)),)), 74) from error


def _take(
    entry: "os.DirEntry[str]", path: str, files: list[SourceFile], problems: list[Problem]
) -> None:
    status = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        problems.append(Problem("file/link", Place(path)))
    elif status.st_size > MAX_FILE:
        problems.append(
            Problem("file/too-large", Place(path), (("limit", f"{MAX_FILE >> 20} MB"),))
        )
    else:
        files.append(SourceFile(path, _body(entry.path, status.st_size)))


def _body(path: str, size: int) -> bytes:
    """All bytes of a file that had so many a moment ago.

    One byte more than expected tells that it has grown. The library's way asks the system eight
    times where three are enough, and a content folder has thousands of files.
    """
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        body = os.read(file, size + 1)
    finally:
        os.close(file)
    if len(body) == size:
        return body
    with open(path, "rb") as stream:
        return stream.read()


def _printable(name: str) -> str:
    """The name as a message may print it: what is not UTF-8 or cannot be seen shows its bytes."""
    if name.isascii() and name.isprintable():
        return name
    plain = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in plain)


def _meant(name: str) -> str:
    """The name as a Chinese Windows wrote it into an archive; empty when that was not it.

    What is UTF-8 was not written so, whatever it holds.
    """
    try:
        os.fsencode(name).decode("utf-8")
    except UnicodeDecodeError:
        return _in_chinese(name)
    return ""


def _in_chinese(name: str) -> str:
    try:
        meant = os.fsencode(name).decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return meant if meant.isprintable() else ""


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
