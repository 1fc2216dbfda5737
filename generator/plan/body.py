"""An entry's text, fitted to the page that shows it."""

import re
from collections.abc import Callable

from generator.model.entry import INNER
from generator.values.html import Html
from generator.values.pattern import pattern

_HEADING = pattern(r'(</?h)([1-6])(?: id="[^"]*")?(?=[ >])')
_BELOW = {str(level): str(min(6, level + 2)) for level in range(1, 7)}
"""What a heading becomes below an h3."""
_LINK = pattern(rf'(<(?:a|img)\b[^>]*?\b(?:href|src)="){INNER}([^"#]*)')
_ANCHOR = pattern(r'(<a href=")(?=#)')


def rooted(html: str, root: str, moved: Callable[[str], str]) -> Html:
    """The text for a page, its inner links led as `led` does."""
    return Html(led(html, root, moved))


def led(html: str, root: str, moved: Callable[[str], str]) -> str:
    """The text with its inner links led over `root`, the page's way to the site's root.

    `moved` says where an address leads: there, or where its entry pins another.
    """
    if INNER not in html:
        return html

    def lead(found: re.Match[str]) -> str:
        return f"{found.group(1)}{root}{moved(found.group(2))}"

    return _LINK.sub(lead, html)


def gathered(html: Html, page: str) -> Html:
    """A text among others on one page, where an h3 already stands above it.

    Its headings begin below that one and have no ids, because another text may have the same;
    a link to one of them leads to `page`, the text's own.
    """
    text: str = html
    if "<h" in text:
        text = _HEADING.sub(lambda found: found[1] + _BELOW[found[2]], text)
    if '"#' in text:
        text = _ANCHOR.sub(lambda found: found[1] + page, text)
    return Html(text)
