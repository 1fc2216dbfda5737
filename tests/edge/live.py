"""A site that goes live as a build brings it there. No test, no hook."""

from collections.abc import Mapping

from generator.edge.commit import Committed, commit
from generator.edge.outbox import Outbox
from generator.edge.store import Store

OLD = {"index.html": "old", "finance/a.html": "a", "gone/only.html": "x", "manifest.json": "1"}
NEW = {"index.html": "new", "finance/a.html": "a", "notice/n.html": "n", "manifest.json": "2"}
"""A site, and the one that follows it: a page is other, one is as it was, one gone and one new."""


def go_live(
    store: Store, pages: Mapping[str, str], owned: frozenset[str], *, durable: bool = True
) -> Committed:
    """Put every page into the outbox, and commit them."""
    with Outbox(store) as outbox:
        for path, text in pages.items():
            outbox.put(path, text.encode())
        return commit(store, [*pages], owned, durable=durable)
