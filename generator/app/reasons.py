"""Why a step was taken, and what it makes: from what was asked to a sentence's key and its facts.

Each kind of question stands in `ASKED` and each kind of step in `STEPS`, with what its arguments
are; the sentences are in `generator.words`, under `why_asked_` and `why_step_` and the same key.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.app.done import Done
from generator.app.past import Past
from generator.model.category import Category
from generator.model.kind import kind
from generator.model.settings import Settings
from generator.plan.line import Line
from generator.plan.questions import Question
from generator.plan.steps import Step
from generator.values.dataclass import dataclass, field

ASKED: Mapping[str, tuple[str, ...]] = {
    "new": (),
    "output": ("file",),
    "template": ("files",),
    "assets": (),
    "words": (),
    "today": (),
    "running": (),
    "entry": ("entry",),
    "card": ("entry",),
    "row": ("entry",),
    "neighbours": ("entry",),
    "replaced": ("entry",),
    "status": ("entry",),
    "moved": ("entry",),
    "called": ("text", "source"),
    "shards": (),
    "shard": ("category", "year"),
    "update_in": ("category", "year"),
    "category": ("category",),
    "category_count": ("category",),
    "is_longer": ("category", "number"),
    "newest": ("category", "number"),
    "share": ("category",),
    "full": ("category",),
    "is_full": ("category",),
    "years": ("category",),
    "years_beside": ("category", "year"),
    "year": ("category", "year"),
    "year_count": ("year",),
    "units": ("category",),
    "unit": ("unit",),
    "unit_newest": ("unit", "number"),
    "is_unit_longer": ("unit", "number"),
    "unit_shares": ("unit",),
    "unit_year": ("unit", "year"),
    "unit_accounts": ("unit",),
    "unit_count": ("unit",),
    "months": (),
    "month_names": (),
    "month": ("month",),
    "month_count": ("month",),
    "month_update": ("month",),
    "series": ("series",),
    "displayed": ("unit",),
    "accounts": ("unit", "month"),
    "days": ("number",),
    "kinds": (),
    "kind_count": ("kind",),
    "changed": (),
    "changed_in": ("month",),
    "change_months": (),
    "last_update": ("category",),
    "modified": ("category",),
    "issue": ("month",),
    "part": ("table",),
    "table": ("table",),
    "sizes": ("table",),
    "rows": ("table",),
    "catalogue": (),
}
"""What the arguments of a question are, as far as its sentence speaks of them."""
STEPS: Mapping[str, tuple[str, ...]] = {
    "home": (),
    "list": ("category", "number"),
    "year": ("category", "year"),
    "unit": ("unit",),
    "notices": (),
    "standing": (),
    "map": (),
    "missing": (),
    "entry": ("source",),
    "archive": (),
    "issue": ("month",),
    "changes": (),
    "data": (),
    "record": ("month",),
    "part": ("table",),
    "table": ("table",),
    "issues": (),
    "catalogue": (),
    "feeds:feed": ("category",),
    "robots:robots": (),
    "root_files:root": (),
    "sitemap:shard": ("category", "year"),
    "sitemap:sitemap": (),
}
"""The same for steps."""


class Said(NamedTuple):
    """Something to be said: the key of its sentence, and what fills the blanks.

    `category`, `unit` and `entry` are names; an empty category or unit means the whole site.
    """

    key: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What people call categories and units: their words, as far as the settings can be read."""

    settings: Settings | None = None
    categories: Mapping[str, Category] = field(default_factory=dict)

    def category(self, name: str) -> str:
        """A category's title."""
        return self.categories[name].title if name in self.categories else name

    def unit(self, name: str) -> str:
        """A unit's short name."""
        units = self.settings.units if self.settings else ()
        return next((one.short for one in units if one.id == name), name)


class Reasons:
    """What the last build remembers of its reasons, in facts for sentences."""

    def __init__(self, past: Past, names: Names) -> None:
        self._past, self._memory, self._names = past, past.memory, names
        self._done = past.done()
        self._register: Mapping[str, tuple[Any, ...]] = past.kept.lines()

    def because(self, step: Step, why: Question) -> Said:
        """Why the step was taken."""
        name, *about = why
        if name == "basis":
            return self._basis(tuple(map(str, about)))
        if name == "template":
            return Said("template", (("files", "\n".join(map(str, about))),))
        if name in {"today", "running"}:
            day = self._past.today
            return Said(str(name), (("day", day if name == "today" else day[: len("2026-01")]),))
        if name == "entry":
            return self._entry(str(about[0]))
        said = Said(str(name), self._facts(ASKED[str(name)], why))
        return said._replace(key="card_beside") if (name, step[0]) == ("card", "entry") else said

    def what(self, step: Step, path: str) -> Said:
        """What the file is that the step made."""
        said = Said(str(step[0]).rpartition(":")[2], self._facts(STEPS[str(step[0])], step))
        if step[0] == "list" and step[2]:
            return said._replace(key="list_full")
        if step[0] != "entry":
            return said
        about = (("source", self._source(str(step[1]))),)
        if path == step[1]:
            return Said("entry", about)
        old = next((one for one in self._done[step].rows if one.path == path and one.source), None)
        return Said("entry_moved" if old else "entry_file", about)

    def _facts(self, names: tuple[str, ...], asked: Question) -> tuple[tuple[str, str], ...]:
        """The arguments of a question or a step under their names, in people's words."""
        given = zip(names, asked[1:], strict=False)
        return tuple((about, self._worded(about)(str(one))) for about, one in given)

    def _worded(self, name: str) -> Callable[[str], str]:
        words: dict[str, Callable[[str], str]] = {
            "category": self._names.category,
            "unit": self._names.unit,
            "entry": self._title,
            "kind": _kind,
            "table": self._table,
        }
        return words.get(name, str)

    def _basis(self, parts: tuple[str, ...]) -> Said:
        """What everything rests on; all of it at once is what was not remembered at all."""
        if set(parts) >= self._memory.root.get("basis", {}).keys():
            return Said("afresh")
        return Said("basis", (("parts", " ".join(parts)),))

    def _entry(self, address: str) -> Said:
        """An entry's own text changed, or its day came, or it is no longer there."""
        known = self._register.get(address)
        if known is None:
            return Said("entry_gone", (("address", address),))
        *line, mark = known
        source, turned = ("source", self._source(address)), mark.rpartition(" ")[2]
        if turned > Line(*line).day:
            return Said("entry_turned", (source, ("day", turned)))
        return Said("entry", (source,))

    def _table(self, name: str) -> str:
        """What a table is called: after its category or unit, and its year."""
        first, *rest = name.split("/")
        if first == "units" and rest:
            return " ".join((self._names.unit(rest[0]), *rest[1:]))
        return " ".join((self._names.category(first), *rest))

    def _source(self, address: str) -> str:
        """The source of the entry there."""
        return Line(*self._register[address][:-1]).source if address in self._register else address

    def _title(self, address: str) -> str:
        """The title of the entry there; its address where it is there no longer."""
        done: Done | None = self._done.get(("entry", address))
        rows = done.rows if done else ()
        return next((one.title for one in rows if one.path == address), address)


def _kind(name: str) -> str:
    """What a kind of entries is called."""
    return kind(name).zh
