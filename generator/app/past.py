"""What a build remembers of the last one, in the words of this house: texts, steps, the live site."""

import pickle
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.app.workshop import Taken
from generator.engine.memory import Memory
from generator.exports.manifest import Row
from generator.model.entry import Entry
from generator.model.standing import Standing
from generator.plan.questions import Question
from generator.plan.register import Line
from generator.plan.steps import Fact, Step, owner_of
from generator.read.assemble import Job
from generator.read.entry import Outcome
from generator.values.digest import of_value
from generator.values.read import Read

_EVER = "9999-99-99"
_SITE = "steps-site"


class Text(NamedTuple):
    """What was read of a text: of which bytes, for days from `since` up to before `until` (ISO form)."""

    key: str
    since: str
    until: str
    read: bytes


class Done(NamedTuple):
    """A step as it was taken: what it asked, what it made, what others may ask of it, how many pages."""

    asked: tuple[Question, ...]
    rows: tuple[Row, ...]
    packed: bytes
    pages: int

    @property
    def facts(self) -> dict[Question, Fact]:
        """What others may ask about what it made."""
        found: dict[Question, Fact] = pickle.loads(self.packed)  # noqa: S301 - ours, proven by its digest
        return found


class Keys:
    """The keys of texts: digests of all that reading one depends on but the day."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, job: Job) -> str:
        """The job's key."""
        digest = blake2b(digest_size=16)
        for path, body in ((one.path, one.body) for one in (job.file, *job.rows)):
            digest.update(f"{path}\\0{len(body)}\\0".encode("utf-8", "surrogateescape"))
            digest.update(body)
        digest.update(repr(job.files).encode("utf-8", "surrogateescape"))
        for whole in (job.category, job.settings, job.calendar):
            digest.update(self._of(whole).encode())
        return digest.hexdigest()

    def _of(self, whole: object) -> str:
        known = self._known.get(id(whole))
        if known is None or known[0] is not whole:
            known = self._known[id(whole)] = whole, of_value(whole)
        return known[1]


def days_of(outcome: Outcome | None, today: date) -> tuple[str, str]:
    """From which day up to before which the same file is read the same; nothing for what was not read."""
    if isinstance(outcome, Entry):
        ends = (outcome.end.on,) if outcome.end else ()
        turns = {outcome.published.day, *(one.on for one in outcome.corrections), *ends}
    elif isinstance(outcome, Standing):
        turns = {outcome.updated} if outcome.updated else set()
    else:
        turns = {today, date.fromordinal(today.toordinal() + 1)}
    since = max((day.isoformat() for day in turns if day <= today), default="")
    return since, min((day.isoformat() for day in turns if day > today), default=_EVER)


class Past:
    """The memory of the last build and of this one."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._steps: dict[str, dict[Step, Done]] = {}

    # Texts

    def read(self, path: str, key: str, today: date) -> Read[Outcome] | None:
        """What was read of the same bytes, as good as reading them on that day."""
        found = self.memory.pack(_texts(path)).get(path)
        text = Text(*found) if found else None
        if text and text.key == key and text.since <= today.isoformat() < text.until:
            return unpacked(text.read)
        return None

    def marks(self, path: str) -> str:
        """What tells the text's last reading from any other."""
        found = self.memory.pack(_texts(path)).get(path)
        return f"{found[0]} {found[1]}" if found else ""

    def text(self, path: str) -> Text | None:
        """The last reading of a text."""
        found = self.memory.pack(_texts(path)).get(path)
        return Text(*found) if found else None

    def put_texts(self, texts: Mapping[str, Text]) -> None:
        """All texts that were read or could be taken as read."""
        folders: dict[str, dict[str, tuple[Any, ...]]] = {}
        for path, text in texts.items():
            folders.setdefault(_texts(path), {})[path] = tuple(text)
        for name in {*self.memory.names("texts"), *folders}:
            self._put(name, folders.get(name, {}))

    # Steps

    def done(self, step: Step, group: str) -> Done | None:
        """A step as it was taken last."""
        return self._group(group).get(step)

    def all_done(self) -> dict[Step, Done]:
        """Every step as it was taken last."""
        found: dict[Step, Done] = {}
        for name in self.memory.names("steps"):
            found |= self._group(name)
        return found

    def fact(self, question: Question, groups: Mapping[Step, str]) -> Fact | None:
        """What was known about something that a step made."""
        owner = owner_of(question)
        done = self.done(owner, groups.get(owner, _SITE))
        return done.facts.get(question) if done else None

    def _group(self, name: str) -> dict[Step, Done]:
        if name not in self._steps:
            raw = self.memory.pack(name)
            self._steps[name] = {
                step: Done(asked, tuple(Row(*one) for one in rows), facts, pages)
                for step, (asked, rows, facts, pages) in raw.items()
            }
        return self._steps[name]

    def put_steps(self, steps: Mapping[Step, Done], groups: Mapping[Step, str]) -> None:
        """Every step of the site."""
        packs: dict[str, dict[Step, Done]] = {}
        for step, done in steps.items():
            packs.setdefault(groups.get(step, _SITE), {})[step] = done
        for name in {*self.memory.names("steps"), *packs}:
            self._steps[name] = held = packs.get(name, {})
            self._put(
                name,
                {
                    step: (one.asked, tuple(map(tuple, one.rows)), one.packed, one.pages)
                    for step, one in held.items()
                },
            )

    def users(self, questions: Iterable[Question]) -> Iterator[Step]:
        """The steps that asked one of the questions."""
        known = self.memory.pack("users")
        for question in questions:
            yield from known.get(question, ())

    def _put(self, name: str, values: dict[Any, Any]) -> None:
        if values != self.memory.pack(name):
            self.memory.put(name, values)


def unpacked(read: bytes) -> Read[Outcome]:
    """A reading as it was packed."""
    found: Read[Outcome] = pickle.loads(read)  # noqa: S301 - ours, proven by its digest
    return found


def group_of(line: Line) -> str:
    """The pack of an entry's step."""
    return f"steps-{line.category}-{line.day[:4]}"


def done_of(taken: Taken) -> Done:
    """What is remembered of a step."""
    return Done(taken.asked, taken.rows, pickle.dumps(dict(taken.facts), 5), taken.pages)


def _texts(path: str) -> str:
    """The pack of a text: one for each folder."""
    folder = posixpath.dirname(path).encode("utf-8", "surrogateescape")
    return f"texts-{blake2b(folder, digest_size=6).hexdigest()}"
