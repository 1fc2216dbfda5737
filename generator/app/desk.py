"""What the desk knows of a page of the preview: its file, how it stands, what is wrong; from memory alone."""

import pickle
from collections.abc import Mapping

from generator.app.ground import Ground, Told
from generator.app.marks import Mark, State, joined
from generator.app.order import Order
from generator.app.past import Past
from generator.app.texts import entry_of
from generator.edge.cache import Closed
from generator.edge.ourselves import version
from generator.edge.project import live_reader, store_of
from generator.engine.memory import ForgottenError, Memory
from generator.model.entry import Entry
from generator.model.site import Shown
from generator.plan import routes
from generator.values.dataclass import dataclass
from generator.values.dates import month_of
from generator.values.problem import Problem

_ISSUES = "issues/"


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A page on the desk: the file that a clerk would edit, how it stands, since or until when.

    An entry also says in which month's issue (ISO form, and its address) it appears, and who has
    reviewed it: the step, who, the day in ISO form or nothing.
    """

    source: str
    title: str
    state: State
    on: str = ""
    issue: str = ""
    issue_address: str = ""
    review: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def page(order: Order, path: str) -> OnDesk | None:
    """The page at an address of the preview that was ordered; None where there is none."""
    memory = Memory(Closed(order.project.cache), version())
    try:
        return _Desk(order, Past(memory)).page(path)
    except ForgottenError:  # a build has put another memory in its place meanwhile
        memory = Memory(Closed(order.project.cache), version())
    try:
        return _Desk(order, Past(memory)).page(path)
    except ForgottenError:  # and yet another one: whoever waits for that one will ask again
        return None


class _Desk:
    """The last preview, as it is remembered."""

    def __init__(self, order: Order, past: Past) -> None:
        self._order, self._past, self._folder = order, past, order.project.folder
        self._ground: Ground | None = None
        self._problems: Mapping[str, tuple[Problem, ...]] = {}
        self._marks: Mapping[str, Mark] = {}
        if past.ground:
            self._ground = pickle.loads(past.ground)  # noqa: S301 - ours, proven by its digest
            told: Told = pickle.loads(past.told)  # noqa: S301 - ours, proven by its digest
            self._problems = joined(dict(told.problems), told.found)
            self._marks = {one.address: one for one in told.desk}

    def page(self, path: str) -> OnDesk | None:
        if self._ground is None:
            return None
        return self._entry(path) or self._other(path, self._ground)

    def _entry(self, path: str) -> OnDesk | None:
        """The page of an entry, also one at an address that it had."""
        register = self._past.kept.register()
        line = register.line(path) or next(map(register.line, register.get(path)), None)
        text = self._past.text(line.source) if line else None
        found = entry_of(text)
        entry = found.text if isinstance(found, Shown) else found
        if not isinstance(entry, Entry):
            return None
        mark = self._marks.get(entry.address)
        month = month_of(entry.published.day)
        return OnDesk(
            entry.source,
            entry.title,
            mark.state if mark else "public",
            mark.on if mark else "",
            str(month),
            routes.issue(month),
            tuple((one.step, one.by, one.on.isoformat() if one.on else "") for one in entry.review),
            mark.problems if mark else (),
        )

    def _other(self, path: str, ground: Ground) -> OnDesk | None:
        """Any other page: of the site itself, of a column, of a month, or of the whole site."""
        if live_reader(store_of(self._order.project))(path) is None:
            return None
        site = ground.site
        for standing in site.standing:
            if standing.address == path:
                mark = self._marks.get(path)
                state: State = mark.state if mark else "public"
                problems = mark.problems if mark else ()
                return OnDesk(standing.source, standing.title, state, problems=problems)
        first, _, rest = path.partition("/")
        for category in site.categories:
            if category.id == first and rest:
                return self._of(f"{self._folder}/{first}/category.yaml", category.title)
        month = path.removeprefix(_ISSUES).partition(".")[0]
        if path.startswith(_ISSUES) and any(str(one.month) == month for one in site.letters):
            return self._of(f"{self._folder}/{_ISSUES}{month}.yaml", month)
        return self._of(f"{self._folder}/site.yaml", site.settings.name)

    def _of(self, source: str, title: str) -> OnDesk:
        problems = self._problems.get(source, ())
        is_wrong = any(one.severity == "stop" for one in problems)
        return OnDesk(source, title, "broken" if is_wrong else "public", problems=problems)
