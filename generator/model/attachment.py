"""A file that an entry brings along: something to download, or an image in its text."""

import posixpath
import unicodedata

from generator.model.address import file_of
from generator.model.fields import Field, Text
from generator.values.dataclass import dataclass

FIELDS = (
    Field("file", "文件", Text(), required=True, help="条目同名文件夹里的文件名"),
    Field("title", "题名", Text(), help="网上显示的名字；不写就用文件名"),
)
IMAGES = frozenset({"jpg", "jpeg", "png", "webp", "gif"})
TYPES = IMAGES | frozenset(
    "pdf ofd doc docx wps xls xlsx et csv ppt pptx dps txt zip rar 7z mp3 mp4".split()
)
"""What a citizen can open and a browser does not run: no pages, no scripts, no programs."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A file in the folder that bears an entry's name.

    `source` is its path relative to the project, `name` its path inside that folder, `size` in
    bytes; `width` and `height` in pixels are 0 where it is no image that we can measure.
    """

    source: str
    name: str
    size: int
    width: int = 0
    height: int = 0
    sha256: str = ""

    @property
    def type(self) -> str:
        """The name's ending in lower case, without the dot."""
        return posixpath.splitext(self.name)[1][1:].lower()

    @property
    def key(self) -> str:
        """The name as any system spells it: macOS writes 现场 with other code points than Windows."""
        return unicodedata.normalize("NFC", self.name)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is published with an entry: what it is called, and where it stands in the site.

    `listed` says whether the entry names it under 附件; an image in the text is not listed.
    """

    file: Beside
    title: str
    address: str
    listed: bool


def address_beside(entry: str, file: Beside) -> str:
    """The address of a file of the entry at `entry`: in a folder beside the entry's page."""
    folder = entry.removesuffix(".html")
    return f"{folder}/{file_of(file.key, folder)}"
