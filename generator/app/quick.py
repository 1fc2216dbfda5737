"""The short way of a build: a few texts were edited or added, and nothing of it is out of the ordinary.

Only what those texts touch is brought from memory and made again. Whatever might need a look at the
whole site (a text that is withheld, gone, renamed, wrong, named by others) is left to the long way:
`attempt` gives None, and has done nothing.
"""

import pickle
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from generator.app import wiring
from generator.app.care import with_care
from generator.app.ground import Ground
from generator.app.making import Making, make_some, shard_rows
from generator.app.note import CONTENT, OUTPUT, Note
from generator.app.order import Order, Report
from generator.app.past import Past
from generator.app.texts import Keys, Text, text_of
from generator.app.wardrobe import done, ready
from generator.app.workshop import Bench
from generator.edge.commit import amend
from generator.edge.project import read_some
from generator.edge.store import Store
from generator.engine.memory import ForgottenError
from generator.exports import manifest
from generator.model.address import collision_key
from generator.model.entry import Entry
from generator.plan.frame import Frame
from generator.plan.questions import Supply
from generator.plan.register import Line, Register, in_order, line_of
from generator.read.assemble import is_like_a_copy, job_of, read_job
from generator.read.litter import is_litter
from generator.values.artifact import Artifact
from generator.values.dataclass import dataclass
from generator.values.digest import sha256
from generator.values.pattern import pattern
from generator.values.problem import Problem, by_place
from generator.values.source_file import SourceFile

MANY = 50
"""Files of which so many changed are looked at with all others."""
_HEADING = pattern(r'<h[2-6] id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class _Edit:
    """A text that was edited or added: as it was, as it is, and its reading."""

    was: Entry | None
    now: Entry
    text: Text
    problems: tuple[Problem, ...]


class Quick:
    """The attempt to go the short way."""

    def __init__(self, order: Order, store: Store, note: Note, past: Past) -> None:
        self._order, self._store, self._note, self._past = order, store, note, past
        self._ground: Ground = pickle.loads(past.ground)  # noqa: S301 - ours, proven by its digest
        self._lines: dict[str, tuple[Any, ...]] = dict(past.memory.pack("register"))
        self._sources = {str(one[1]): address for address, one in self._lines.items()}

    def attempt(self) -> Report | None:
        """Build what is new; None when the long way has to be taken."""
        changed = self._note.changed()
        if changed.keys() != {CONTENT} or len(changed[CONTENT]) > MANY:
            return None
        stands = self._note.stands(self._store.retired)
        try:
            edits = self._edits(changed[CONTENT])
            return self._build(edits, stands.answer) if edits else None
        finally:
            stands.close()

    # What was edited

    def _edits(self, changed: Collection[str]) -> list[_Edit] | None:
        """The edits, when every one of them is of the ordinary kind."""
        told = sorted(path for path in changed if not is_litter(path))
        files = read_some(self._order.project, told)
        if files is None:
            return None
        found = [self._edit(file) for file in files]
        edits = [one for one in found if one]
        return edits if len(edits) == len(found) and self._is_ordinary(edits) else None

    def _edit(self, file: SourceFile) -> _Edit | None:
        site, folder = self._ground.site, self._order.project.folder
        address = self._sources.get(file.path)
        before = self._past.text(file.path)
        if (address is None) != (before is None) or (before and before.along):
            return None
        if address and before and before.mark != self._lines[address][-1]:
            return None
        job = job_of(file, folder, site)
        read = with_care(read_job, job) if job else None
        if job is None or read is None or not isinstance(read.value, Entry):
            return None
        was = before.read.value if before else None
        if before and not isinstance(was, Entry):
            return None
        if any(one.severity == "stop" or self._order.strict for one in read.problems):
            return None
        text = text_of(Keys().of(job), job, read)
        return _Edit(was if isinstance(was, Entry) else None, read.value, text, read.problems)

    def _is_ordinary(self, edits: list[_Edit]) -> bool:
        """Whether no check and nothing else that looks at the whole site can find anything new."""
        fresh = [line_of(one.now) for one in edits if one.was is None]
        return all(
            _keeps_its_place(one, copies=self._ground.copies)
            and self._has_known_links(one.now)
            and not (self._ground.site.letters and self._opens_a_month(one))
            for one in edits
        ) and (not fresh or (not self._ground.copies and self._is_new(fresh)))

    def _opens_a_month(self, edit: _Edit) -> bool:
        """Whether a month may show or report something that had nothing: its letter may not fit then."""
        months = {one[5][:7] for one in self._lines.values()}
        changed = edit.was.changed if edit.was else ()
        return str(edit.now.published.month) not in months or edit.now.changed != changed

    def _is_new(self, fresh: list[Line]) -> bool:
        """Whether the added entries take nobody's name, address or number."""
        register = Register(Line(*one[:-1]) for one in self._lines.values())
        names = [name for line in fresh for name in line.names]
        numbers = {one.index_no for one in register.lines if one.index_no}
        own = [line.index_no for line in fresh if line.index_no]
        stems = [line.address.removesuffix(".html") for line in fresh]
        return (
            len({*names}) == len(names)
            and not register.names.keys() & {*names}
            and len({*own}) == len(own)
            and not numbers & {*own}
            and not any(is_like_a_copy(line.source) for line in fresh)
            and not any(
                collision_key(stem).startswith(f"{collision_key(one.address)}/")
                for one in self._ground.site.files
                for stem in stems
            )
        )

    def _has_known_links(self, entry: Entry) -> bool:
        """Whether each of its links leads to something that stands, and to no heading of it."""
        live = self._note.seen["looks"][OUTPUT]
        return all(link.address in live and not link.anchor for link in entry.links)

    # What is made

    def _build(self, edits: list[_Edit], is_sure: Callable[[], bool]) -> Report | None:
        past, order, ground = self._past, self._order, self._ground
        for one in edits:
            line = line_of(one.now)
            self._lines[line.address] = (*line, one.text.mark)
        register = self._lines
        if any(one.was is None or line_of(one.was) != line_of(one.now) for one in edits):
            lines = sorted((Line(*one[:-1]) for one in register.values()), key=in_order)
            register = {one.address: (*one, self._lines[one.address][-1]) for one in lines}
        known = {one.now.address: one.now for one in edits}

        def fetch(address: str) -> Entry:
            if address not in known:
                line = register[address]
                text = past.text(line[1])
                entry = text.read.value if text and text.mark == line[-1] else None
                if not isinstance(entry, Entry):
                    raise ForgottenError(address)
                known[address] = entry
            return known[address]

        supply = Supply(Register(Line(*one[:-1]) for one in register.values()), fetch, past.fact)
        frame = Frame(ground.site, ground.look.language, ground.look.addresses, supply)
        past.compare_known(frame, register)
        if past.has_moved and past.has_vanished(wiring.all_steps(frame)):
            return None
        ready(ground.look.theme, past.memory)
        making = Making(past, self._read, {})
        folder = order.project.folder
        make_some(making, Bench(frame, ground.look.theme, folder), order.progress)
        done(making.codes, past.memory)
        if making.problems:
            return None
        if not is_sure():
            return None
        return self._commit(edits, making, frame, register)

    def _read(self, path: str) -> bytes:
        files = read_some(self._order.project, [path.partition("/")[2]])
        assert files
        return files[0].body

    def _commit(
        self,
        edits: list[_Edit],
        making: Making,
        frame: Frame,
        register: dict[str, tuple[Any, ...]],
    ) -> Report | None:
        past = self._past
        change = past.change(making.steps)
        if not (change.written or change.removed or change.shards):
            return self._keep(edits, frame, register, making)
        if self._collides(one.path for one in change.written):
            return None
        bodies = {one.path: making.bodies[one.path] for one in change.written}
        digests = {one.path: one.sha256 for one in change.written}
        roots = dict(past.shards)
        for name in change.shards:
            made = manifest.shard(name, shard_rows(past, name, making.steps))
            bodies[made.path], roots[name] = made.body, sha256(made.body)
        root = manifest.root(roots)
        bodies[root.path] = root.body
        digests |= {path: sha256(body) for path, body in bodies.items()}
        done = amend(
            self._store,
            [Artifact(path, body) for path, body in bodies.items()],
            frozenset(change.removed),
            (self._note.seen["looks"][OUTPUT], self._note.seen["retired"]),
            self._note.seen["lag"],
        )
        if done is None:
            return None
        report = self._report(edits, change.pages, done.written, done.removed)
        past.put_some(frame, register, making, {one.now.source: one.text for one in edits})
        past.shards, past.memory.root["pages"] = roots, change.pages
        past.memory.keep()  # before the note: what it says is remembered must be
        self._note.amend(report, done.live, done.retired, digests)
        return report

    def _collides(self, paths: Iterable[str]) -> bool:
        """Whether a new file would stand where some host takes another one for it."""
        live = self._note.seen["looks"][OUTPUT]
        fresh = [path for path in paths if path not in live]
        taken = {collision_key(path) for path in live} if fresh else set()
        return any(collision_key(path) in taken for path in fresh)

    def _keep(
        self,
        edits: list[_Edit],
        frame: Frame,
        register: dict[str, tuple[Any, ...]],
        making: Making,
    ) -> Report:
        """Nothing that the site shows was edited: only what is remembered changes."""
        report = self._report(edits, self._past.memory.root["pages"], (), ())
        texts = {one.now.source: one.text for one in edits}
        self._past.put_some(frame, register, making, texts)
        self._past.memory.keep()
        self._note.keep(report)
        return report

    def _report(
        self, edits: list[_Edit], pages: int, written: tuple[str, ...], removed: tuple[str, ...]
    ) -> Report:
        ground = self._ground
        problems = dict(ground.problems) | {one.now.source: one.problems for one in edits}
        counts = dict.fromkeys((one.id for one in ground.site.categories), 0)
        ended = 0
        for line in self._lines.values():
            counts[line[2]] += 1
            ended += line[7] != "ready"
        titles = {one.id: one.title for one in ground.site.categories}
        told = tuple((titles[name], count) for name, count in counts.items())
        tally = replace(ground.tally, counts=told, ended=ended)
        ground = replace(
            ground, tally=tally, problems=tuple((one, its) for one, its in problems.items() if its)
        )
        self._past.put_ground(pickle.dumps(ground, 5))
        fresh = {*written} - self._note.seen["looks"][OUTPUT].keys()
        every = tuple(sorted((one for its in problems.values() for one in its), key=by_place))
        return Report(
            exit_code=4 if any(one.why == "future" for one in tally.withheld) else 0,
            problems=every,
            tally=tally,
            today_fixed=ground.today_fixed,
            pages=pages,
            written=written,
            removed=removed,
            kept=self._note.files + len(fresh) - len(removed) - len(written),
        )


def _keeps_its_place(edit: _Edit, *, copies: bool) -> bool:
    """Whether the entry is called, stands and ends as it did, and neither names others nor did.

    Where some entry is named like a copy (`copies`), it must also say what it said.
    """
    was, now = edit.was, edit.now
    if now.related or now.end or now.aliases or now.attachments:
        return False
    if was is None:
        return True
    names = (was.address, was.id, was.index_no, was.status, was.published.month)
    if names != (now.address, now.id, now.index_no, now.status, now.published.month):
        return False
    if was.related or was.end or was.aliases or was.attachments:
        return False
    same = (was.title, was.unit.id, was.published.day) == (
        now.title,
        now.unit.id,
        now.published.day,
    )
    headings = {*_HEADING.findall(was.body)} <= {*_HEADING.findall(now.body)}
    return headings and (same or not copies)
