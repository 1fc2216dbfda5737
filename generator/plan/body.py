"""An entry's text, fitted to the page that shows it."""

import re
from collections.abc import Mapping

from generator.model.entry import INNER
from generator.values.html import Html

_HEADING = re.compile(r"(</?h)([1-6])(?=[ >])")
_LINK = re.compile(rf'(<(?:a|img)\b[^>]*?\b(?:href|src)="){INNER}([^"]*)')


def rooted(html: str, root: str, moved: Mapping[str, str]) -> Html:
    """The text with its inner links led over `root`, the page's way to the site's root.

    `moved` says where an address leads whose entry pins another.
    """

    def lead(found: re.Match[str]) -> str:
        return f"{found.group(1)}{root}{moved.get(found.group(2), found.group(2))}"

    return Html(_LINK.sub(lead, html))


def deepened(html: Html) -> Html:
    """A text whose headings begin at h2, for a place where an h3 already stands above it."""
    return Html(
        _HEADING.sub(lambda found: f"{found.group(1)}{min(6, int(found.group(2)) + 2)}", html)
    )
