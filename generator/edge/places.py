"""Where the parts of a project stand, worked out without loading anything that takes time."""

import os

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

RECEIPTS = "records/publish.jsonl"
"""Where in the content folder deliveries are put on record; no page shows them."""


def places(site: str, output: str | None, here: str) -> tuple[str, str, str, str, str]:
    """Content, themes, output, releases and cache of the project whose content folder is `site`.

    Relative paths count from `here`.
    """
    content = os.path.normpath(os.path.join(here, site))
    beside = os.path.dirname(content)
    usual = os.path.join(beside, "output")
    target = os.path.normpath(os.path.join(here, output)) if output else usual
    own = ""
    if target != usual:
        from generator.values.digest import short_name  # noqa: PLC0415 - rare

        # every output has a lock, an undo, a memory of its own: none is taken for another's
        own = short_name(target)
    releases, cache = os.path.join(beside, ".releases", own), os.path.join(beside, ".cache", own)
    return (
        content,
        os.path.join(beside, "themes"),
        target,
        releases.rstrip(os.sep),
        os.path.join(cache, "memory"),
    )
