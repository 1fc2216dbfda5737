"""What a clerk wants to know of a page of the preview: its source, how it stands, what is wrong with it."""

import posixpath

from generator.app.marks import State
from generator.app.order import Order
from generator.edge import disk
from generator.values.dataclass import dataclass
from generator.values.problem import Problem


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A page by its address: the file that a clerk would edit, how the entry stands and since when.

    `on` is the ISO day on which it will be published or was withdrawn, empty for none; `issue` is
    the month of the issue it appears in (`2026-11`); `review` is who has signed which step, and when.
    """

    source: str
    title: str = ""
    state: State = "public"
    on: str = ""
    issue: str = ""
    issue_address: str = ""
    review: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def page(order: Order, path: str) -> OnDesk | None:
    """The page at that address, which the text of the same name makes; None for any other."""
    source = f"{path.removesuffix('.html')}.md"
    if disk.kind(f"{order.project.content}/{source}") != "file":
        return None
    return OnDesk(posixpath.join(posixpath.basename(order.project.content), source))
