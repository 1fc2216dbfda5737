"""The only door to rcssmin and rjsmin: what a reader's phone loads, without remarks and indentation."""

import rcssmin
import rjsmin


def small(name: str, text: str) -> str:
    """The same style sheet or script in fewer bytes; any other file as it is."""
    if name.endswith(".css"):
        return f"{rcssmin.cssmin(text)}\n"
    return f"{rjsmin.jsmin(text)}\n" if name.endswith(".js") else text
