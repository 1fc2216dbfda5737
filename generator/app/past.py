"""What a build remembers of the last one, in the words of this house: texts, steps, the live site."""

import pickle
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol

from generator.app.dress import NOTHING, Dress
from generator.app.texts import Text
from generator.engine.memory import Memory
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.plan.datalists import Row as TableRow
from generator.plan.frame import Frame
from generator.plan.questions import DAYS, Question
from generator.plan.register import Line
from generator.plan.steps import FACTS, Fact, Step, owner_of
from generator.values.digest import sha256
from generator.values.problem import Problem

SITE = "steps-site"
"""The pack of the steps that belong to no entry."""


class Done(NamedTuple):
    """A step as it was taken: what it asked, the rows of its files, facts about them, how many pages.

    `why` is what made it necessary: a question that was answered otherwise than before, or
    `("new",)`, `("output", path)` for a file that was not as we left it, `("basis", part, ...)`,
    one of `DRESSES`. `drawn` names the templates of its pages.
    """

    asked: tuple[Question, ...]
    rows: tuple[Row, ...]
    packed: bytes
    pages: int
    why: Question
    drawn: tuple[str, ...] = ()

    @property
    def facts(self) -> dict[Question, Fact]:
        """What others may ask about what it made, but for an entry's line in tables."""
        found: dict[Question, Fact] = pickle.loads(self.packed)  # noqa: S301 - ours, proven by its digest
        return found


class Change(NamedTuple):
    """What steps taken anew change: files to write and to remove, shards to tell it; how many pages."""

    written: tuple[Row, ...]
    removed: tuple[str, ...]
    shards: frozenset[str]
    pages: int


class Kept(Protocol):
    """What is to be remembered of the making of a site; `lines` are entries' in tables, of those anew."""

    steps: dict[Step, Done]
    lines: dict[Step, TableRow]

    @property
    def sound(self) -> dict[Step, Done]:
        """The steps at which nothing went wrong."""

    def table_row(self, step: Step) -> tuple[Any, ...]:
        """The entry's line in tables."""


class Past:
    """The memory of the last build and of this one."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.stale: tuple[Question, ...] = ()
        self._texts: dict[str, Text] = {}
        self._told: dict[str, tuple[Problem, ...]] = {}
        self._steps: dict[str, dict[Step, Done]] = {}
        self._lines: Mapping[str, Line] = {}
        self._basis: dict[str, str] = {}
        self.has_moved = True
        self.moved: tuple[str, ...] = ()
        self.dress = Dress(memory, NOTHING)

    # Texts

    def fitting(self, path: str, key: str, today: date) -> Text | None:
        """The last reading of a text, when it is of the same bytes and good on that day."""
        text = self.text(path)
        if text and text.key == key and text.since <= today.isoformat() < text.until:
            return text
        return None

    def text(self, path: str) -> Text | None:
        """The last reading of a text."""
        found = self.memory.pack(_pack_of_text(path)).get(path)
        return Text(*found) if found else None

    def reading(self, path: str) -> Text | None:
        """The reading of this build; None where nothing was to be read there."""
        return self._texts.get(path)

    def problems(self) -> dict[str, tuple[Problem, ...]]:
        """What this build's readings tell, by the paths of the texts of which there is something to tell."""
        return self._told

    def learn(self, path: str, text: Text, told: tuple[Problem, ...] = ()) -> None:
        """A reading of this build, and what it tells."""
        self._texts[path] = text
        if told:
            self._told[path] = told

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
        self._lines = frame.register.by_address
        self.moved = tuple(one for one in basis if was.get(one) != basis[one])
        if not self.moved:
            self._compare(frame, self._register(frame))

    def compare_known(self, frame: Frame, register: Mapping[str, tuple[Any, ...]]) -> None:
        """The same on the basis of before, with the register at hand."""
        self._basis = self.memory.root["basis"]
        self._lines = frame.register.by_address
        self._compare(frame, register)

    def _compare(self, frame: Frame, now: Mapping[str, tuple[Any, ...]]) -> None:
        before = self.memory.pack("register")
        changed = [one for one in {*before, *now} if before.get(one) != now.get(one)]
        entries: list[Question] = [
            ("entry", one)
            for one in changed
            if one not in before or one not in now or before[one][-1] != now[one][-1]
        ]
        self.has_moved = any(
            one not in before or one not in now or before[one][:-1] != now[one][:-1]
            for one in changed
        )
        answers: dict[Question, str] = self.memory.pack("answers")
        others = (
            one
            for one, answer in answers.items()
            if (self.has_moved or one[0] in DAYS) and frame.answer(one) != answer
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
        if question[0] == "row":
            # a table asks for thousands of them
            found = self.memory.pack(self._pack_of(owner, "rows")).get(owner)
            return TableRow(*found) if found else None
        done = self.done_last(owner)
        return done.facts.get(question) if done else None

    def done_last(self, step: Step) -> Done | None:
        """A step as it was taken last; None when nothing of it holds."""
        if self.moved:
            return None
        name = self._pack_of(step)
        if name not in self._steps:
            found = self.memory.pack(name).get(step)
            return _done(found) if found else None
        return self._steps[name].get(step)

    def unknown(self, steps: Iterable[Step]) -> list[Step]:
        """Those of the steps that were never taken."""
        entries, others = self.memory.pack("register"), self.memory.pack(SITE)
        return [
            one
            for one in steps
            if (one[1] not in entries if one[0] == "entry" else one not in others)
        ]

    def has_vanished(self, steps: Iterable[Step]) -> bool:
        """Whether a step of before is not among the steps; entries are not looked at."""
        return bool(self.memory.pack(SITE).keys() - {*steps})

    def steps_of_shard(self, name: str) -> dict[Step, Done]:
        """The steps of before whose files a shard of the manifest tells, as far as they are in one pack."""
        return self._pack(f"steps-{name}")

    def extra(self) -> list[Row]:
        """The rows of the site's own shard that entries brought along, and those of the theme's files."""
        return [Row(*one) for one in self.memory.pack("extra").get("rows", ())]

    def change(self, steps: Mapping[Step, Done]) -> Change:
        """What the steps change, taken anew."""
        written: list[Row] = []
        removed: list[str] = []
        shards: set[str] = set()
        pages = self.memory.root["pages"]
        for step, done in steps.items():
            before = self.done_last(step)
            was = {row.path: row for row in before.rows} if before else {}
            pages += done.pages - (before.pages if before else 0)
            now = {row.path: row for row in done.rows}
            different = [row for row in done.rows if was.get(row.path) != row]
            written += (
                row
                for row in different
                if row.path not in was or was[row.path].sha256 != row.sha256
            )
            gone = [row for path, row in was.items() if path not in now]
            removed += (row.path for row in gone)
            shards |= {row.shard for row in (*different, *gone)}
        return Change(tuple(written), tuple(removed), frozenset(shards), pages)

    def _pack_of(self, step: Step, family: str = "steps") -> str:
        """The pack of a step: one for what a category published in a year, one for all else."""
        line = self._lines.get(str(step[1])) if step[0] == "entry" else None
        name = manifest.shard_of(line.category, line.day[:4]) if line else manifest.SITE
        return f"{family}-{name}"

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
            self._steps[name] = {step: _done(found) for step, found in raw.items()}
        return self._steps[name]

    def put_steps(
        self, frame: Frame, making: "Kept", rows: Sequence[Row], shards: dict[str, str]
    ) -> None:
        """Every step of this build in place of those of before, the rows of other files, the shards."""
        steps = making.sound
        held: dict[str, dict[Step, tuple[Any, ...]]] = {}
        users: dict[Question, list[Step]] = {}
        for step, done in steps.items():
            held.setdefault(self._pack_of(step), {})[step] = _plain(done)
            for question in done.asked:
                users.setdefault(question, []).append(step)
        self._put_all("steps", held)
        tables: dict[str, dict[Step, tuple[Any, ...]]] = {}
        for step in steps:
            if step[0] == "entry":
                name = self._pack_of(step, "rows")
                tables.setdefault(name, {})[step] = making.table_row(step)
        self._put_all("rows", tables)
        self._put("users", {question: tuple(found) for question, found in users.items()})
        self._put("answers", {one: frame.answer(one) for one in users if _is_register(one)})
        self._put("register", self._register(frame))
        self._put("extra", {"rows": tuple(tuple(row) for row in (*_apart(steps), *rows))})
        root = self.memory.root
        root["basis"], root["shards"] = self._basis, shards
        self.dress.put()
        root["pages"] = sum(one.pages for one in steps.values())

    def put_some(
        self,
        frame: Frame,
        register: dict[str, tuple[Any, ...]],
        making: "Kept",
        texts: Mapping[str, Text],
    ) -> None:
        """A few steps and texts in place of those of before, and the whole register."""
        users: dict[Question, tuple[Step, ...]] = dict(self.memory.pack("users"))
        answers: dict[Question, str] = dict(self.memory.pack("answers"))
        packs: dict[str, dict[Any, Any]] = {}
        for step, done in making.steps.items():
            before = self.done_last(step)
            name = self._pack_of(step)
            packs.setdefault(name, dict(self.memory.pack(name)))[step] = _plain(done)
            was = {*before.asked} if before else set()
            for question in was - {*done.asked}:
                users[question] = tuple(one for one in users[question] if one != step)
            for question in {*done.asked} - was:
                users[question] = (*users.get(question, ()), step)
                if _is_register(question):
                    answers[question] = frame.answer(question)
        for step, line in making.lines.items():
            name = self._pack_of(step, "rows")
            packs.setdefault(name, dict(self.memory.pack(name)))[step] = tuple(line)
        for question in self.stale:
            if _is_register(question):
                answers[question] = frame.answer(question)
        for path, text in texts.items():
            name = _pack_of_text(path)
            packs.setdefault(name, dict(self.memory.pack(name)))[path] = (*text,)
        packs |= {"users": users, "answers": answers, "register": register}
        self._put_apart(making.steps)
        self.dress.put()
        for name, values in packs.items():
            self._put(name, values)

    def _put_apart(self, steps: Mapping[Step, Done]) -> None:
        """The rows of the site's own shard as the entries among a few steps have them."""
        apart = {row.path: tuple(row) for row in _apart(steps)}
        if apart:
            known = self.memory.pack("extra")["rows"]
            self._put("extra", {"rows": tuple(apart.get(row[0], row) for row in known)})

    # The ground

    @property
    def ground(self) -> bytes:
        """What the last build stood on, packed; empty when the short way cannot start from it."""
        return bytes(self.memory.pack("ground").get("ground", b""))

    def put_ground(self, packed: bytes) -> None:
        """What this build stands on."""
        self._put("ground", {"ground": packed})

    @property
    def shards(self) -> dict[str, str]:
        """The digests of the manifest's shards, by their names."""
        return dict(self.memory.root["shards"])

    @shards.setter
    def shards(self, digests: dict[str, str]) -> None:
        self.memory.root["shards"] = digests

    def _put_all(self, family: str, packs: Mapping[str, dict[Any, Any]]) -> None:
        for name in {*self.memory.names(family), *packs}:
            self._put(name, packs.get(name, {}))

    def _put(self, name: str, values: dict[Any, Any]) -> None:
        if values != self.memory.pack(name):
            self.memory.put(name, values)

    def digests(self) -> dict[str, str]:
        """The digests of the files that the last build left, by address, on whatever basis it stood."""
        packs = (self.memory.pack(name) for name in self.memory.names("steps"))
        rows = (row for pack in packs for done in pack.values() for row in done[1])
        found = {row[0]: row[1] for row in (*rows, *self.memory.pack("extra").get("rows", ()))}
        if "shards" in self.memory.root:
            root = manifest.root(self.shards)
            found |= {manifest.address(name): digest for name, digest in self.shards.items()}
            found[root.path] = sha256(root.body)
        return found


def _done(plain: tuple[Any, ...]) -> Done:
    asked, rows, *rest = plain
    return Done(asked, tuple(Row(*one) for one in rows), *rest)


def _plain(done: Done) -> tuple[Any, ...]:
    asked, rows, *rest = done
    return asked, tuple(map(tuple, rows)), *rest


def _apart(steps: Mapping[Step, Done]) -> Iterator[Row]:
    """The rows of entries' files that the site's own shard tells."""
    for step, done in steps.items():
        if step[0] == "entry":
            yield from (row for row in done.rows if row.shard == manifest.SITE)


def _is_register(question: Question) -> bool:
    """Whether the day or the register answers it, not an entry or a step."""
    return question[0] != "entry" and question[0] not in FACTS


def _pack_of_text(path: str) -> str:
    """The pack of a text: one for each folder."""
    folder = posixpath.dirname(path).encode("utf-8", "surrogateescape")
    return f"texts-{blake2b(folder, digest_size=6).hexdigest()}"
