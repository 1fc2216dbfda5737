"""Which program this is, told by looks: another version of it or of a library remembers nothing of ours."""

import os
import sys

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LIBRARIES = ("jinja2", "markdown", "markupsafe", "pyyaml", "python_calamine", "segno", "rjsmin")


def version() -> str:
    """Python, our own modules and the libraries that have a part in what is made."""
    return repr((sys.version, sys.platform, sorted(_modules()), sorted(_libraries())))


def _modules() -> "Iterator[tuple[str, int, int, int]]":
    """Our modules, each with its times and its length; what Python keeps of them is none of ours."""
    pending = [""]
    while pending:
        prefix = pending.pop()
        with os.scandir(f"{_HERE}/{prefix}") as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    path = prefix + entry.name
                    yield path, status.st_mtime_ns, status.st_ctime_ns, status.st_size
                elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                    pending.append(f"{prefix}{entry.name}/")


def _libraries() -> list[str]:
    """The records that installed libraries leave, which are named after their versions."""
    return [
        name
        for folder in sys.path
        if folder.endswith("-packages") and os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES)
    ]
