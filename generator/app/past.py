"""What a build remembers of the last one, in the words of this house: texts, steps, the live site."""

import pickle
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.engine.memory import Memory
from generator.exports.manifest import Row
from generator.model.entry import Entry
from generator.model.standing import Standing
from generator.plan.frame import Frame
from generator.plan.questions import DAYS, Question
from generator.plan.register import Line
from generator.plan.steps import FACTS, Fact, Step, owner_of
from generator.read.assemble import Job
from generator.read.entry import Outcome
from generator.values.digest import of_value
from generator.values.read import Read

_EVER = "9999-99-99"
SITE = "steps-site"
"""The pack of the steps that belong to no entry."""


class Text(NamedTuple):
    """What was read of a text: of which bytes, for days from `since` up to before `until` (ISO form)."""

    key: str
    since: str
    until: str
    packed: bytes

    @property
    def mark(self) -> str:
        """What tells this reading from any other of the same text."""
        return f"{self.key} {self.since}"

    @property
    def read(self) -> Read[Outcome]:
        """The reading itself."""
        found: Read[Outcome] = pickle.loads(self.packed)  # noqa: S301 - ours, proven by its digest
        return found


class Done(NamedTuple):
    """A step as it was taken: what it asked, the rows of its files, facts about them, how many pages.

    `why` is what made it necessary: a question that was answered otherwise than before, or
    `("new",)`, `("output", path)` for a file that was not as we left it, `("basis", part, ...)`.
    """

    asked: tuple[Question, ...]
    rows: tuple[Row, ...]
    packed: bytes
    pages: int
    why: Question

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
            digest.update(f"{path}\0{len(body)}\0".encode("utf-8", "surrogateescape"))
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


def text_of(key: str, read: Read[Outcome], today: date) -> Text:
    """A reading as it is remembered: with the days for which the same bytes are read the same."""
    outcome = read.value
    if isinstance(outcome, Entry):
        ends = (outcome.end.on,) if outcome.end else ()
        turns = {outcome.published.day, *(one.on for one in outcome.corrections), *ends}
    elif isinstance(outcome, Standing):
        turns = {outcome.updated} if outcome.updated else set()
    else:
        turns = {today, date.fromordinal(today.toordinal() + 1)}
    since = max((day.isoformat() for day in turns if day <= today), default="")
    until = min((day.isoformat() for day in turns if day > today), default=_EVER)
    return Text(key, since, until, pickle.dumps(read, 5))


class Past:
    """The memory of the last build and of this one."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.stale: tuple[Question, ...] = ()
        self._texts: dict[str, Text] = {}
        self._steps: dict[str, dict[Step, Done]] = {}
        self._packs: dict[Step, str] = {}
        self._basis: dict[str, str] = {}
        self.moved: tuple[str, ...] = ()

    # Texts

    def fitting(self, path: str, key: str, today: date) -> Text | None:
        """The last reading of a text, when it is of the same bytes and good on that day."""
        found = self.memory.pack(_pack_of_text(path)).get(path)
        text = Text(*found) if found else None
        if text and text.key == key and text.since <= today.isoformat() < text.until:
            return text
        return None

    def learn(self, path: str, text: Text) -> None:
        """A reading of this build."""
        self._texts[path] = text

    def reading(self, path: str) -> Text | None:
        """The reading of this build; None where nothing was to be read there."""
        return self._texts.get(path)

    def put_texts(self) -> None:
        """All readings of this build in place of those of before."""
        packs: dict[str, dict[str, Text]] = {}
        for path, text in self._texts.items():
            packs.setdefault(_pack_of_text(path), {})[path] = text
        plain = {name: {path: (*one,) for path, one in its.items()} for name, its in packs.items()}
        self._put_all("texts", plain)

    # Steps

    def compare(self, frame: Frame, basis: dict[str, str]) -> None:
        """Find what the site answers otherwise than it did; on another basis nothing holds.

        `basis` are digests of the parts that everything rests on, by their names.
        """
        self._basis, was = basis, self.memory.root.get("basis", {})
        self._packs = {("entry", one.address): _pack_of(one) for one in frame.register.lines}
        self.moved = tuple(one for one in basis if was.get(one) != basis[one])
        if self.moved:
            return
        before = self.memory.pack("register")
        now = self._register(frame)
        changed = [one for one in {*before, *now} if before.get(one) != now.get(one)]
        entries: list[Question] = [
            ("entry", one)
            for one in changed
            if one not in before or one not in now or before[one][-1] != now[one][-1]
        ]
        moved = [one[:-1] for one in before.values()] != [one[:-1] for one in now.values()]
        answers: dict[Question, str] = self.memory.pack("answers")
        others = (
            one
            for one, answer in answers.items()
            if (moved or one[0] in DAYS) and frame.answer(one) != answer
        )
        self.stale = (*entries, *others)

    def _register(self, frame: Frame) -> dict[str, tuple[Any, ...]]:
        """Each entry's line and the mark of its reading, newest first."""
        return {one.address: (*one, self._texts[one.source].mark) for one in frame.register.lines}

    def fact(self, question: Question) -> Fact | None:
        """What was known about something that a step made."""
        if self.moved or not self._basis:
            return None
        owner = owner_of(question)
        done = self._pack(self._packs.get(owner, SITE)).get(owner)
        return done.facts.get(question) if done else None

    def done(self) -> dict[Step, Done]:
        """Every step as it was taken last, as far as it may still hold."""
        found: dict[Step, Done] = {}
        for name in [] if self.moved else self.memory.names("steps"):
            found |= self._pack(name)
        return found

    def users(self, questions: Iterable[Question]) -> Iterator[tuple[Step, Question]]:
        """The steps that asked one of the questions, each with it."""
        known = {} if self.moved else self.memory.pack("users")
        for question in questions:
            yield from ((step, question) for step in known.get(question, ()))

    def _pack(self, name: str) -> dict[Step, Done]:
        if name not in self._steps:
            raw = self.memory.pack(name)
            self._steps[name] = {
                step: Done(asked, tuple(Row(*one) for one in rows), packed, pages, why)
                for step, (asked, rows, packed, pages, why) in raw.items()
            }
        return self._steps[name]

    def put_steps(self, frame: Frame, steps: Mapping[Step, Done]) -> None:
        """Every step of this build in place of those of before."""
        held: dict[str, dict[Step, tuple[Any, ...]]] = {}
        users: dict[Question, list[Step]] = {}
        for step, (asked, rows, packed, pages, why) in steps.items():
            plain = asked, tuple(map(tuple, rows)), packed, pages, why
            held.setdefault(self._packs.get(step, SITE), {})[step] = plain
            for question in asked:
                users.setdefault(question, []).append(step)
        self._put_all("steps", held)
        self._put("users", {question: tuple(found) for question, found in users.items()})
        self._put("answers", {one: frame.answer(one) for one in users if _is_register(one)})
        self._put("register", self._register(frame))
        self.memory.root["basis"] = self._basis

    def _put_all(self, family: str, packs: Mapping[str, dict[Any, Any]]) -> None:
        for name in {*self.memory.names(family), *packs}:
            self._put(name, packs.get(name, {}))

    def _put(self, name: str, values: dict[Any, Any]) -> None:
        if values != self.memory.pack(name):
            self.memory.put(name, values)

    # The live site

    def live(self) -> dict[str, tuple[int, int, int, str]]:
        """The files of the live site as the last build left them: their looks, their digests."""
        return self.memory.pack("live")

    def put_live(self, files: dict[str, tuple[int, int, int, str]], at: int) -> None:
        """The live site as it was looked at now, `at` in ns."""
        self._put("live", files)
        self.memory.root["at"] = at

    @property
    def at(self) -> int:
        """When the live site was looked at last, in ns."""
        return int(self.memory.root.get("at", 0))


def _is_register(question: Question) -> bool:
    """Whether the day or the register answers it, not an entry or a step."""
    return question[0] != "entry" and question[0] not in FACTS


def _pack_of(line: Line) -> str:
    """The pack of an entry's step."""
    return f"steps-{line.category}-{line.day[:4]}"


def _pack_of_text(path: str) -> str:
    """The pack of a text: one for each folder."""
    folder = posixpath.dirname(path).encode("utf-8", "surrogateescape")
    return f"texts-{blake2b(folder, digest_size=6).hexdigest()}"
