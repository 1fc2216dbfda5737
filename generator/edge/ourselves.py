"""Which program this is, told by looks: another version of it or of a library remembers nothing of ours."""

import os
import sys

from generator.edge.looks import scan

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LIBRARIES = ("jinja2", "markdown", "markupsafe", "pyyaml", "python_calamine", "segno", "rjsmin")


def version() -> str:
    """Python, our own modules and the libraries that have a part in what is made."""
    own = sorted((path, *look) for path, look in scan(_HERE).items() if path.endswith(".py"))
    return repr((sys.version, sys.platform, own, sorted(_libraries())))


def _libraries() -> list[str]:
    """The records that installed libraries leave, which are named after their versions."""
    return [
        name
        for folder in sys.path
        if folder.endswith("-packages") and os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES)
    ]
