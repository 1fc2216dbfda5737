"""What a build remembers of the last one, in the words of this house: texts, steps, the live site."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from generator.app.apart import KINDS, Told, apart_of
from generator.app.apart import unpacked as opened
from generator.app.done import Change, Done, beside, done_of, plain_all, plain_of, rows_of, unpacked
from generator.app.dress import NOTHING, Dress
from generator.app.filing import ASKED, ROWS, Filing
from generator.app.kept import KeptRegister, marked, other_entries
from generator.app.texts import TEXTS, Text, pack_of
from generator.engine.memory import Memory, Packs
from generator.engine.spread import Spread
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.plan.frame import Frame
from generator.plan.line import Line
from generator.plan.questions import Question, answer_of
from generator.plan.register import Register
from generator.plan.steps import Fact, Step, is_of_register, owner_of
from generator.plan.topics import Topic, place_for, place_of, topic_of, touched
from generator.values.digest import sha256
from generator.values.problem import Problem

_FACTS = "facts"
"""The pack of what others may ask about steps that belong to no entry: a page asks for many of them."""
_LARGE = 20
"""Steps of a pack, about, that belong to no entry: some ask for all that stands in a list."""
_OWN_ROWS = f"{ROWS}-{manifest.SITE}"


class Kept(Protocol):
    """What is to be remembered of the making of a site: steps that were taken, rows of pages drawn again."""

    steps: dict[Step, Done]
    redrawn: dict[str, Row]

    @property
    def sound(self) -> dict[Step, Done]:
        """The steps at which nothing went wrong."""


class Past:
    """The memory of the last build and of this one.

    `apart` are facts of steps taken in this one that are kept apart, packed: who asks opens a few.
    """

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.apart: dict[Question, Told] = {}
        self.stale: tuple[Question, ...] = ()
        self._texts: dict[str, Text] = {}
        self._told: dict[str, tuple[Problem, ...]] = {}
        self.kept = KeptRegister(memory)
        self._users = Spread(memory, "users", place_for)
        self._others = Spread(memory, "others", repr, _LARGE)
        self._filing = Filing()
        self._basis: dict[str, str] = {}
        self.has_moved = True
        self.moved: tuple[str, ...] = ()
        self._done: dict[Step, Done] = {}
        self.dress = Dress(memory, NOTHING)
        self.turn: int = memory.root.get("turn", 0) + 1
        memory.root["turn"] = self.turn

    # Texts

    def fitting(self, path: str, key: str, today: date) -> Text | None:
        """The last reading of a text, when it is of the same bytes and good on that day."""
        text = self.text(path)
        if text and text.key == key and text.since <= today.isoformat() < text.until:
            return text
        return None

    @property
    def has_texts(self) -> bool:
        """Whether any text was ever read."""
        return bool(self.memory.names(TEXTS))

    def text(self, path: str) -> Text | None:
        """The last reading of a text."""
        found = self.memory.pack(pack_of(path)).get(path)
        return Text(*found) if found else None

    def reading(self, path: str) -> Text | None:
        """The reading of this build; None where nothing was to be read there."""
        return self._texts.get(path)

    def problems(self) -> dict[str, tuple[Problem, ...]]:
        """What this build's readings tell, by the paths of the texts that there is something to tell of."""
        return self._told

    def learn(self, path: str, text: Text, told: tuple[Problem, ...] = ()) -> None:
        """A reading of this build, and what it tells."""
        self._texts[path] = text
        if told:
            self._told[path] = told

    def put_texts(self) -> None:
        """All readings of this build; those of before stay where nothing could be read, or nothing right."""
        if not self._texts:
            return
        plain = {}
        for path, text in self._texts.items():
            is_wrong = path in self._told and text.read.value is None
            plain[path] = (*((is_wrong and self.text(path)) or text),)
        self.memory.renew_all(TEXTS, plain, pack_of)

    # Steps

    def compare(self, frame: Frame, basis: dict[str, str]) -> None:
        """Find what the site answers otherwise than it did; on another basis nothing holds.

        `basis` are digests of the parts that everything rests on, by their names.
        """
        self._basis, was = basis, self.memory.root.get("basis", {})
        self._filing.register = frame.register
        self.moved = tuple(one for one in basis if was.get(one) != basis[one])
        if self.moved:
            return
        before, after = self.kept.lines(), marked(frame.register.lines, self._mark_read)
        register = self.kept.register()
        register.hold()
        steps = (self._every(ASKED) | self._others.every()).values()
        every = dict.fromkeys(one for asked, *_ in steps for one in asked if is_of_register(one))
        self.stale = (*other_entries(before, after), *self._others_of(every, register, frame))

    def compare_some(self, frame: Frame, texts: Mapping[str, tuple[Line, Text]]) -> None:
        """The same on the basis of before, where these texts alone came, or took the place of others.

        They are given by path, each with the line of its entry.
        """
        self._basis, self._filing.register = self.memory.root["basis"], frame.register
        register = self.kept.register()
        topics: set[Topic] = set()
        entries: list[Question] = []
        for line, text in texts.values():
            was = register.line(line.address)
            if was is None or self.kept.mark(was) != text.mark:
                entries.append(("entry", line.address))
            if was != line:
                topics |= {*touched(frame.register, line)}
                topics |= {*touched(register, was)} if was else set()
        self.has_moved = bool(topics)
        about = (
            one
            for place in sorted({*map(place_of, topics)})
            for one in self._users.beside(place)
            if place_for(one) == place and is_of_register(one) and topic_of(one) in topics
        )
        self.stale = (*entries, *self._others_of(about, register, frame))

    def _others_of(
        self, questions: Iterable[Question], register: Register, frame: Frame
    ) -> Iterator[Question]:
        """Those that the day or the register answers otherwise than the `register` and the day of before."""
        was, now = date.fromisoformat(self.memory.root["today"]), frame.site.today
        for one in questions:
            if answer_of(register, was, one) != answer_of(frame.register, now, one):
                yield one

    def _mark_read(self, line: Line) -> str:
        return self._texts[line.source].mark

    def fact(self, question: Question) -> Fact | None:
        """What is known about something that a step made."""
        if question[0] in KINDS:
            told = self.kept_apart(question)
            return opened(question[0], told) if told else None
        if self.moved or not self._basis:
            return None
        packed = self.memory.pack(_FACTS).get(owner_of(question))
        return unpacked(packed).get(question) if packed else None

    def kept_apart(self, question: Question) -> Told:
        """A fact that is kept apart, packed; empty where nobody knows it, as without open data."""
        if question in self.apart:
            return self.apart[question]
        if self.moved or not self._basis:
            return b""
        bring = self.memory.passing if question[0] == "part" else self.memory.pack
        told: Told = bring(self._filing.apart(question)).get(question, b"")
        return told

    def done_last(self, step: Step) -> Done | None:
        """A step as it was taken last; None when nothing of it holds."""
        if self.moved:
            return None
        if step not in self._done:
            found = self._step(step)
            rows = self.memory.pack(self._filing.rows(step)).get(step)
            if not found or rows is None:
                return None
            self._done[step] = done_of(found, rows)
        return self._done[step]

    def _step(self, step: Step) -> tuple[Any, ...] | None:
        if step[0] == "entry":
            found = self.memory.pack(self._filing.asked(step)).get(step)
        else:
            found = self._others.get(step)
        return tuple(found) if found else None

    def is_new(self, step: Step) -> bool:
        """Whether a step was never taken."""
        return step not in self.memory.pack(self._filing.rows(step))

    def has_vanished(self, steps: Iterable[Step]) -> bool:
        """Whether a step of before that belongs to no entry is not among the steps."""
        return bool(self.memory.pack(_OWN_ROWS).keys() - {*steps})

    def rows_of_shard(self, name: str) -> dict[Step, tuple[Row, ...]]:
        """The steps of before whose files a shard of the manifest tells, as far as they are in one pack."""
        pack = self.memory.pack(f"{ROWS}-{name}")
        return {step: tuple(Row(*one) for one in its) for step, its in pack.items()}

    def extra(self) -> list[Row]:
        """The rows of the site's own shard that entries brought along, and those of the theme's files."""
        return [Row(*one) for one in self.memory.pack("extra").get("rows", ())]

    def change(self, making: "Kept") -> Change:
        """What the steps change, taken anew, and pages that were drawn again."""
        written = [*making.redrawn.values()]
        removed: list[str] = []
        shards = {row.shard for row in written}
        pages = self.memory.root["pages"]
        for step, done in making.steps.items():
            before = self.done_last(step)
            was = {row.path: row for row in before.rows} if before else {}
            pages += done.pages - (before.pages if before else 0)
            now = {row.path: row for row in done.rows}
            different = [row for row in done.rows if was.get(row.path) != row]
            known = {path: row.sha256 for path, row in was.items()}
            written += (row for row in different if known.get(row.path) != row.sha256)
            gone = [row for path, row in was.items() if path not in now]
            removed += (row.path for row in gone)
            shards |= {row.shard for row in (*different, *gone)}
        return Change(tuple(written), tuple(removed), frozenset(shards), pages)

    def done(self) -> dict[Step, Done]:
        """Every step as it was taken last, as far as it may still hold."""
        rows = {} if self.moved else self._every(ROWS)
        asked = self._every(ASKED) | self._others.every() if rows else {}
        self._done = {k: done_of(one, rows[k]) for k, one in asked.items() if k in rows}
        return self._done

    def others(self) -> dict[Step, Done]:
        """Those that belong to no entry."""
        steps = () if self.moved else self._others.every()
        return {step: done for step in steps if (done := self.done_last(step))}

    def _every(self, family: str) -> dict[Step, tuple[Any, ...]]:
        packs = (self.memory.pack(name) for name in self.memory.names(family))
        return {step: its for pack in packs for step, its in pack.items()}

    def users(self, questions: Iterable[Question]) -> Iterator[tuple[Step, Question]]:
        """The steps that asked one of the questions, each with it."""
        for question in () if self.moved else questions:
            yield from ((step, question) for step in self._users.get(question) or ())

    @property
    def today(self) -> str:
        """The day of the last build, or of this one when it is put; ISO form."""
        return str(self.memory.root["today"])

    def put_said(self, making: "Kept") -> None:
        """What every step made: rows of its files, facts that are kept apart; what those of entries asked."""
        steps = making.sound
        asked = {step: plain_of(one) for step, one in steps.items() if step[0] == "entry"}
        self.memory.renew_all(ASKED, asked, self._filing.asked)
        files = {step: rows_of(one) for step, one in steps.items()}
        self.memory.renew_all(ROWS, files, self._filing.rows)
        every = [(one, self.kept_apart(one)) for step in steps for one in apart_of(step)]
        for kind in KINDS:
            told = {one: fact for one, fact in every if fact and one[0] == kind}
            self.memory.renew_all(f"{kind}s", told, self._filing.apart)

    def lay_said(self) -> Packs:
        """Write that and the readings of texts; all else is written without them."""
        return self.memory.lay(TEXTS, ASKED, ROWS, *(f"{kind}s" for kind in KINDS))

    def put_steps(self, frame: Frame, making: "Kept", rows: Sequence[Row]) -> None:
        """Who asked what, in place of those of before; rows of other files."""
        steps = making.sound
        users: dict[Question, list[Step]] = defaultdict(list)
        for step, done in steps.items():
            for question in done.asked:
                users[question].append(step)
        others = {step: done for step, done in steps.items() if step[0] != "entry"}
        self._others.put_all(plain_all(others))
        self.memory.renew(_FACTS, {k: one.packed for k, one in others.items() if one.facts})
        self._users.put_all({question: tuple(found) for question, found in users.items()})
        self.kept.put(frame.register, self._mark_read)
        self.memory.renew("extra", {"rows": (*map(tuple, (*beside(steps), *rows)),)})
        root = self.memory.root
        root["basis"], root["today"] = self._basis, frame.site.today.isoformat()
        self.dress.put(self.turn)
        root["pages"] = sum(one.pages for one in steps.values())

    def put_some(
        self, frame: Frame, making: "Kept", texts: Mapping[str, tuple[Line, Text]]
    ) -> None:
        """A few steps in place of those of before, and texts with the lines of their entries, by path."""
        packs: dict[str, dict[Any, Any]] = {}

        def put(name: str, key: Any, value: Any) -> None:  # noqa: ANN401 - plain values of any shape
            pack = packs.get(name) or packs.setdefault(name, dict(self.memory.pack(name)))
            pack[key] = value

        self._put_redrawn(making.redrawn)
        for step, done in making.steps.items():
            put(self._filing.rows(step), step, rows_of(done))
        taken = [*self._taken(making.steps)]
        for step, _, done in taken:
            if step[0] == "entry":
                put(self._filing.asked(step), step, plain_of(done))
        for question, told in self.apart.items():
            put(self._filing.apart(question), question, told)
        for path, (_, text) in texts.items():
            put(pack_of(path), path, (*text,))
        apart = {row.path: tuple(row) for row in beside(making.steps)}
        if apart:
            rows = self.memory.pack("extra")["rows"]
            packs["extra"] = {"rows": tuple(apart.get(row[0], row) for row in rows)}
        self.dress.put(self.turn)
        for name, values in packs.items():
            self.memory.renew(name, values)
        own = {step: done for step, done in making.steps.items() if step[0] != "entry"}
        self._others.put(plain_all(own))
        facts = {step: done.packed for step, done in own.items() if done.facts}
        self.memory.renew(_FACTS, self.memory.pack(_FACTS) | facts)
        self._put_asked(taken)
        self.kept.put_some(frame.register, {line: text.mark for line, text in texts.values()})

    def _put_redrawn(self, redrawn: Mapping[str, Row]) -> None:
        """Rows of pages that were drawn again, in place of those of before."""
        plain = {path: tuple(row) for path, row in redrawn.items()}
        for name in (*self.memory.names(ROWS), "extra") if plain else ():
            pack = self.memory.pack(name).items()
            now = {step: tuple(plain.get(one[0], one) for one in its) for step, its in pack}
            self.memory.renew(name, now)

    def _put_asked(self, taken: Iterable[tuple[Step, Done | None, Done]]) -> None:
        """Who asks what now."""
        users: dict[Question, tuple[Step, ...]] = {}
        for step, before, done in taken:
            was = {*before.asked} if before else set()
            for question in was ^ {*done.asked}:
                known = users.get(question, self._users.get(question) or ())
                others = tuple(one for one in known if one != step)
                users[question] = others if question in was else (*others, step)
        self._users.put({one: its for one, its in users.items() if its}, users)

    def _taken(self, steps: Mapping[Step, Done]) -> Iterator[tuple[Step, Done | None, Done]]:
        """Those of which more than their pages is new, as they were and as they are."""
        for step, done in steps.items():
            before = self.done_last(step)
            if before is None or plain_of(before) != plain_of(done):
                yield step, before, done

    @property
    def ground(self) -> bytes:
        """What the last build stood on, packed; empty when the short way cannot start from it."""
        return bytes(self.memory.pack("ground").get("ground", b""))

    def put_ground(self, packed: bytes) -> None:
        """What this build stands on."""
        self.memory.renew("ground", {"ground": packed})

    @property
    def told(self) -> bytes:
        """What the last build told, packed."""
        return bytes(self.memory.pack("told")["told"])

    def put_told(self, packed: bytes) -> None:
        """What this build tells."""
        self.memory.renew("told", {"told": packed})

    @property
    def shards(self) -> dict[str, str]:
        """The digests of the manifest's shards, by their names."""
        return dict(self.memory.root["shards"])

    @shards.setter
    def shards(self, digests: dict[str, str]) -> None:
        self.memory.root["shards"] = digests

    def digests(self) -> dict[str, str]:
        """The digests of the files that the last build left, by address, on whatever basis it stood."""
        rows = (row for its in self._every(ROWS).values() for row in its)
        found = {row[0]: row[1] for row in (*rows, *self.memory.pack("extra").get("rows", ()))}
        if "shards" in self.memory.root:
            root = manifest.root(self.shards)
            found |= {manifest.address(name): digest for name, digest in self.shards.items()}
            found[root.path] = sha256(root.body)
        return found
