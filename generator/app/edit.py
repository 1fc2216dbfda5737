"""A text that was edited or added, and how far it is what it was."""

from generator.app.texts import Text
from generator.model.entry import Entry
from generator.model.site import Shown
from generator.values.dataclass import dataclass
from generator.values.pattern import pattern
from generator.values.problem import Problem

_HEADING = pattern(r'<h[2-6] id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Edit:
    """A text that was edited or added, with its reading and what it tells; `before` is the last one."""

    outcome: Entry | Shown
    text: Text
    problems: tuple[Problem, ...]
    earlier: Entry | Shown | None = None
    before: Text | None = None

    @property
    def now(self) -> Entry:
        """The entry as it is."""
        return _inner(self.outcome)

    @property
    def was(self) -> Entry | None:
        """The entry as it was; None of one that was added."""
        return _inner(self.earlier) if self.earlier else None

    @property
    def is_seen(self) -> bool:
        """Whether anything of it is shown otherwise; one that is wrong may stay as it was."""
        return self.before is None or self.before.mark != self.text.mark

    @property
    def waits(self) -> bool:
        """Whether it is shown in a preview only."""
        return _why(self.outcome) != ""

    @property
    def keeps_waiting(self) -> bool:
        """Whether it waits for the same as it did, if it did."""
        return self.earlier is None or _why(self.earlier) == _why(self.outcome)

    def keeps_its_place(self, *, copies: bool, found: bool) -> bool:
        """Whether the entry is called, stands and ends as it did, and neither names others nor did.

        Where some entry is named like a copy (`copies`), or something was `found` in the site as a
        whole, it must also say what it said.
        """
        was, now = self.was, self.now
        if now.related or now.end or now.aliases or now.attachments:
            return False
        if was is None:
            return True
        names = (was.address, was.id, was.index_no, was.status, was.published.month)
        if names != (now.address, now.id, now.index_no, now.status, now.published.month):
            return False
        if was.related or was.end or was.aliases or was.attachments:
            return False
        said = (was.title, was.unit.id, was.published.day)
        same = said == (now.title, now.unit.id, now.published.day)
        old, new = {*_HEADING.findall(was.body)}, {*_HEADING.findall(now.body)}
        return (old == new if found else old <= new) and (same or not (copies or found))


def _inner(outcome: Entry | Shown) -> Entry:
    inner = outcome.text if isinstance(outcome, Shown) else outcome
    assert isinstance(inner, Entry)
    return inner


def _why(outcome: Entry | Shown) -> str:
    """What an entry waits for; nothing where it does not."""
    return outcome.why if isinstance(outcome, Shown) else ""
