"""The clerks of the preview: processes that answer questions while the builder builds; they change no site.

One knows the pages, and is asked by every bar. A release takes another one, who may have to draw for long.
"""

from collections.abc import Callable, Mapping
from typing import Any

from generator.app.order import Order
from generator.edge.ourselves import version
from generator.edge.project import preview_of
from generator.edge.resident import Resident, Say
from generator.edge.served import read_inside
from generator.values.dataclass import replace

Ask = Callable[..., Any]
"""Asks a clerk: the name of the question, then what belongs to it."""
Question = tuple[str, Order, tuple[object, ...]]
_begun: list[str] = []
"""In a process that stays: which program it is."""


class Clerks:
    """The processes, begun at once; each is asked by one thread at a time.

    `order` is the build that somebody will ask for one day: of the project itself, not of its preview.
    """

    def __init__(self, order: Order) -> None:
        self._order = order
        self._pages, self._release = Resident(answer_here), Resident(answer_here)

    def ask(self, name: str, *about: object) -> Any:  # noqa: ANN401 - each question has its answer
        """What the use case of that name says; what it raises is raised here."""
        question: Question = (name, self._order, about)
        one = self._pages if name in _OF_PAGES else self._release
        answers = one.ask(question)
        while answers is None:
            one.renew()
            answers = one.ask(question)
        return answers[0]

    def close(self) -> None:
        """End them, whatever they do: they hold nothing that could be lost."""
        for one in (self._pages, self._release):
            one.kill()
            one.close()


def answer_here(question: Question, say: Say) -> tuple[Any] | None:
    """In the process: one answer; None when the program is no longer the one that began."""
    del say
    if is_another_program():
        return None
    name, order, about = question
    return (_USE_CASES[name](order, *about),)


def is_another_program() -> bool:
    """Whether our modules have changed since this was first asked in this process."""
    if not _begun:
        _begun.append(version())
    return _begun != [version()]


def _page(order: Order, path: str) -> object:
    from generator.app.desk import page  # noqa: PLC0415 - only who is asked loads it

    return page(replace(order, project=preview_of(order.project)), path)


def _released(order: Order, path: str) -> bool:
    """Whether the site that stands in the project's own output has that page."""
    return read_inside(order.project.output, path) is not None


def _check(order: Order, today: str) -> object:
    from generator.app.release import check  # noqa: PLC0415 - the same

    return check(order, today)


def _compare(order: Order, path: str, today: str) -> object:
    from generator.app.release import compare  # noqa: PLC0415 - the same

    return compare(order, path, today)


def _bodies(order: Order, path: str, today: str) -> object:
    from generator.app.rehearsal import bodies  # noqa: PLC0415 - the same

    return bodies(order.project, path, today)


_USE_CASES: Mapping[str, Callable[..., object]] = {
    "page": _page,
    "released": _released,
    "check": _check,
    "compare": _compare,
    "bodies": _bodies,
}
"""What can be asked, by name."""
_OF_PAGES = frozenset({"page", "released"})
"""What every bar asks, and has to be answered at once."""
