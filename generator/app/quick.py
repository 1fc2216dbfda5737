"""The short way of a build: some texts or templates were edited, and nothing is out of the ordinary.

Only what those touch is brought from memory and made again. Whatever might need a look at the
whole site (a text that is withheld, gone, renamed, wrong, named by others) is left to the long way:
`attempt` gives None, and has done nothing.
"""

import pickle
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache, partial
from typing import Any

from generator.app import wiring
from generator.app.care import with_care
from generator.app.done import Change
from generator.app.dress import Dress
from generator.app.edit import Edit
from generator.app.ground import THEME, Ground, Told
from generator.app.making import Making, by_shard, make_some, shard_rows
from generator.app.marks import is_told, joined, mark_of
from generator.app.newcomers import collide, new_of
from generator.app.note import CONTENT, Note
from generator.app.order import Order, Report, exit_code
from generator.app.past import Past
from generator.app.patches import Patches
from generator.app.texts import Keys, Text, entry_of, settled, text_of
from generator.app.wardrobe import CODE, done, handy, look, put_by, ready
from generator.app.workshop import Bench
from generator.edge.commit import bring, show
from generator.edge.looks import Looks
from generator.edge.outbox import Outbox
from generator.edge.project import live_reader, read_some
from generator.edge.store import Store
from generator.edge.workers import WORTH, Workers
from generator.engine.memory import ForgottenError
from generator.exports import manifest
from generator.model.address import collision_key
from generator.model.entry import Entry
from generator.model.site import Shown
from generator.plan.frame import Frame
from generator.plan.line import Line, line_of
from generator.plan.questions import Supply
from generator.plan.register import Register
from generator.read.assemble import is_like_a_copy, job_of, read_job
from generator.read.litter import is_litter
from generator.values.dataclass import replace
from generator.values.digest import sha256
from generator.values.problem import Stop, by_place
from generator.values.source_file import SourceFile

MANY = 50
"""Files of which so many changed are looked at with all others."""
THEMES = frozenset({"themes", "ours"})
"""The trees of themes."""
_WAITING = frozenset({"draft", "future", "broken"})
"""States of what a build would not publish, or might not."""


class Quick:
    """The attempt to go the short way."""

    def __init__(self, order: Order, store: Store, note: Note, past: Past) -> None:
        self._order, self._store, self._note, self._past = order, store, note, past
        handy(past.memory)
        self._live = note.looks()
        self._ground: Ground = _unpacked(past.ground)
        self._told: Told = _unpacked(past.told)
        self._register = past.kept.register()
        self._waiting = {one.address for one in self._told.desk if one.state in _WAITING}
        self._workers = Workers(order.jobs)
        self._patches: Patches | None = None

    def attempt(self) -> Report | None:
        """Build what is new; None when the long way has to be taken."""
        if not self._ground.is_whole:
            return None
        changed = dict(self._note.changed)
        texts = changed.pop(CONTENT, set[str]())
        if not changed.keys() <= THEMES or not (changed or texts) or len(texts) > MANY:
            return None
        if changed and not self._is_dressed():
            return None
        edits = self._edits(texts)
        if edits is None:
            return None
        if changed and not self._note.holds():
            return None  # known at the latest before all pages are drawn
        with Outbox(self._store) as outbox:
            return self._build(edits, outbox)

    # What was edited

    def _is_dressed(self) -> bool:
        """Whether the theme as it is now differs in its templates only; the site is dressed in it then."""
        ground, folder = self._ground, f"{self._order.project.folder}/"
        if not all(one.place.path.startswith(folder) for one in self._told.found):
            return False
        try:
            found = look(self._order.project, ground.site.settings, self._past.memory)
        except Stop:
            return False
        was, now = ground.look, found.value
        stops = any(one.severity == "stop" or self._order.strict for one in found.problems)
        if stops or now is None:
            return False
        told = dict(self._told.problems) | {THEME: found.problems}
        self._told = replace(self._told, problems=tuple(told.items()))
        self._ground = replace(ground, look=now)
        dress = self._past.dress = Dress(self._past.memory, now.drawn)
        if dress.before == was.drawn:  # pages that stand were drawn with these templates
            codes = dict(self._past.memory.pack(CODE))
            self._patches = Patches(was, now, codes, live_reader(self._store))
        return (was.addresses, was.language.words) == (now.addresses, now.language.words)

    def _edits(self, changed: Collection[str]) -> list[Edit] | None:
        """The edits, when every one of them is of the ordinary kind."""
        told = sorted(path for path in changed if not is_litter(path))
        files = read_some(self._order.project, told)
        if files is None:
            return None
        found = [self._edit(file) for file in files]
        edits = [one for one in found if one]
        return edits if len(edits) == len(found) and self._is_ordinary(edits) else None

    def _edit(self, file: SourceFile) -> Edit | None:
        site, folder = self._ground.site, self._order.project.folder
        addresses = self._register.find(f"s{file.path}")
        line = self._register.line(addresses[0]) if addresses else None
        before = self._past.text(file.path)
        if (line is None) != (before is None) or (before and before.along):
            return None
        if line and before and before.mark != self._past.kept.mark(line):
            return None
        is_preview = self._order.is_preview
        job = job_of(file, folder, site, is_preview=is_preview)
        if job is None:
            return None
        read = with_care(read_job, job)
        text = text_of(Keys().of(job), job, read)
        if is_preview:
            text = settled(text, job, before)
        elif any(one.severity == "stop" or self._order.strict for one in read.problems):
            return None
        was, now = entry_of(before), entry_of(text)
        if now is None or (before and was is None):
            return None
        return Edit(now, text, read.problems, was, before)

    def _is_ordinary(self, edits: list[Edit]) -> bool:
        """Whether no check and nothing else that looks at the whole site can find anything new."""
        told, copies = self._told.found, self._ground.copies
        sources = {one.place.path for one in told}
        if any(one.now.source in sources for one in edits):
            return False
        seen = [one for one in edits if one.is_seen]
        fresh = [line_of(one.now) for one in seen if one.was is None]
        letters = bool(self._ground.site.letters or told)
        return all(
            one.keeps_waiting
            and one.keeps_its_place(copies=copies, found=bool(told))
            and self._has_known_links(one)
            and not (letters and self._opens_a_month(one))
            for one in seen
        ) and (not fresh or (not copies and not told and self._is_new(fresh)))

    def _opens_a_month(self, edit: Edit) -> bool:
        """Whether a month may show or report something that had nothing: its letter may not fit then."""
        gists = self._register.gists.values()
        if edit.was is None and edit.waits:
            return False  # to the public it is not there
        if edit.was is None and self._waiting:
            return True  # the register has months of what waits
        months = {month for gist in gists for month in gist.months}
        changed = edit.was.changed if edit.was else ()
        return str(edit.now.published.month) not in months or edit.now.changed != changed

    def _is_new(self, fresh: list[Line]) -> bool:
        """Whether the added entries take nobody's name, address or number."""
        register = self._register
        names = [name for line in fresh for name in line.names]
        own = [line.index_no for line in fresh if line.index_no]
        stems = [line.address.removesuffix(".html") for line in fresh]
        return (
            len({*names}) == len(names)
            and not any(map(register.get, names))
            and not register.wants(names)
            and len({*own}) == len(own)
            and not any(register.find(f"i{one}") for one in own)
            and not any(is_like_a_copy(line.source) for line in fresh)
            and not any(
                collision_key(stem).startswith(f"{collision_key(one.address)}/")
                for one in self._ground.site.files
                for stem in stems
            )
        )

    def _has_known_links(self, edit: Edit) -> bool:
        """Whether each of its links leads to something that stands, and to no heading of it.

        Where something waits, only a page of an entry that does not is known to be public.
        """
        may_wait = edit.waits or not self._waiting
        return all(
            link.address in self._live
            and not link.anchor
            and (may_wait or self._is_public(link.address))
            for link in edit.now.links
        )

    def _is_public(self, address: str) -> bool:
        return address not in self._waiting and self._register.line(address) is not None

    # What is made

    def _build(self, edits: list[Edit], outbox: Outbox) -> Report | None:
        past, order, ground = self._past, self._order, self._ground
        lines = [line_of(one.now) for one in edits]
        moved = [one for one in lines if self._register.line(one.address) != one]
        register = Register(self._register.joined(moved))
        known = {one.now.address: one.now for one in edits}
        supply = Supply(register, partial(_entry, past, register, known), past.fact)
        frame = Frame(ground.site, ground.look.language, ground.look.addresses, supply)
        past.compare_some(frame, _texts(edits))
        steps = [*wiring.site_steps(frame)] if past.has_moved else []
        if past.has_moved and past.has_vanished(steps):
            return None
        ready(ground.look.theme, past.memory)
        making = Making(past, self._read, {}, outbox.put, view=order.view, patches=self._patches)
        folder = order.project.folder
        bench = Bench(frame, ground.look.theme, folder, outbox.put, is_preview=order.is_preview)
        fresh = (("entry", one.now.address) for one in edits if one.was is None)
        make_some(making, bench, (*steps, *fresh), self._workers, order.progress)
        done(making.codes, past.memory)
        if making.problems:
            return None
        if not self._note.holds():
            return None
        return self._commit(edits, making, frame, outbox)

    def _read(self, path: str) -> bytes:
        files = read_some(self._order.project, [path.partition("/")[2]])
        assert files
        return files[0].body

    def _commit(
        self,
        edits: list[Edit],
        making: Making,
        frame: Frame,
        outbox: Outbox,
    ) -> Report | None:
        past = self._past
        change = past.change(making)
        if not (change.written or change.removed or change.shards):
            return self._keep(edits, frame, making)
        if collide(self._live, new_of(self._live, [one.path for one in change.written])):
            return None
        many = len(change.written)
        with self._workers.beside(outbox.flush if many >= WORTH else _nothing, many) as is_flushed:
            digests, roots = self._manifest(change, making)
            now = self._tell(edits, frame)

            def remember(wait: Callable[[], Any]) -> bool:
                self._put(edits, frame, making, now)
                past.shards, past.memory.root["pages"] = roots, change.pages
                return past.memory.keep(wait)

            with self._workers.beside(remember, many) as is_kept:
                self._note.amending()
                brought = bring(
                    self._store,
                    [*digests],
                    frozenset(change.removed),
                    (self._live, Looks(self._note.seen["retired"])),
                    self._note.seen["lag"],
                )
                if brought is None:
                    return None
                with self._workers.beside(outbox.clear, many) as is_clear:
                    done = show(self._store, brought, is_flushed)
                    if done is None:
                        return None
                    report = self._report(now, change.pages, done.written, done.removed)
                    if is_kept({}):  # before the note: what it says is remembered must be
                        self._note.amend(report, done, digests)
                    else:  # the disk refused, or the process died and nobody knows how far it came
                        past.memory.drop()
                    is_clear()
        return report

    def _manifest(self, change: Change, making: Making) -> tuple[dict[str, str], dict[str, str]]:
        """Put the shards that tell of changes, and the root: all new files' digests, the shards' by name."""
        past = self._past
        digests = {one.path: one.sha256 for one in change.written}
        roots = dict(past.shards)
        told = by_shard(making.steps)
        for name in change.shards:
            rows = shard_rows(making, name, told.get(name, {}))
            made = manifest.shard(name, rows)
            roots[name] = digests[made.path] = sha256(made.body)
            making.put(made.path, made.body)
        root = manifest.root(roots)
        digests[root.path] = sha256(root.body)
        making.put(root.path, root.body)
        return digests, roots

    def _keep(
        self,
        edits: list[Edit],
        frame: Frame,
        making: Making,
    ) -> Report:
        """Nothing that the site shows was edited: only what is remembered changes."""
        told = self._tell(edits, frame)
        self._put(edits, frame, making, told)
        report = self._report(told, self._past.memory.root["pages"], (), ())
        if self._past.memory.keep():
            self._note.keep(report)
        else:
            self._past.memory.drop()
        return report

    def _put(self, edits: list[Edit], frame: Frame, making: Making, told: Told) -> None:
        """Let all of it be remembered: what was made, and what there is to tell."""
        past = self._past
        past.put_told(pickle.dumps(told, 5))
        if past.dress.changed:
            past.put_ground(pickle.dumps(self._ground, 5))
        past.put_some(frame, making, _texts(edits))
        put_by(past.memory)

    def _tell(self, edits: list[Edit], frame: Frame) -> Told:
        """What there is to tell now."""
        ground, told = self._ground, self._told
        problems = dict(told.problems) | {one.now.source: one.problems for one in edits}
        counts = dict.fromkeys((one.id for one in ground.site.categories), 0)
        for (name, _), gist in frame.register.gists.items():
            counts[name] += gist.size
        titles = {one.id: one.title for one in ground.site.categories}
        tally = replace(
            told.tally,
            counts=tuple((titles[name], count) for name, count in counts.items()),
            ended=sum(gist.ended for gist in frame.register.gists.values()),
        )
        single = {one: its for one, its in problems.items() if its}
        desk = {one.source: one for one in told.desk}
        for one in edits if self._order.is_preview else ():
            desk.pop(one.now.source, None)
            mark = mark_of(one.outcome, joined({one.now.source: one.problems}, ()))
            desk |= {mark.source: mark} if mark else {}
        marks = tuple(sorted(desk.values(), key=lambda one: one.source))
        return Told(tally, tuple(single.items()), told.found, marks)

    def _report(
        self, told: Told, pages: int, written: tuple[str, ...], removed: tuple[str, ...]
    ) -> Report:
        all_told = (*(one for _, its in told.problems for one in its), *told.found)
        every = tuple(sorted(filter(is_told, all_told), key=by_place))
        fresh = new_of(self._live, written)
        return Report(
            exit_code=exit_code(every, told.tally, strict=self._order.strict),
            problems=every,
            tally=told.tally,
            today_fixed=self._ground.today_fixed,
            pages=pages,
            written=written,
            removed=removed,
            desk=told.desk,
            kept=self._note.files + len(fresh) - len(removed) - len(written),
        )


def _nothing(wait: object) -> None:
    """Few files are brought to the disk one by one."""
    del wait


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Any:  # noqa: ANN401 - what was packed; values, which nobody changes
    """What these bytes are; a process that stays does not take the same ones apart again."""
    return pickle.loads(packed)  # noqa: S301 - ours, proven by its digest


def _entry(past: Past, register: Register, known: dict[str, Entry], address: str) -> Entry:
    """The entry there: one that is `known`, else as it was read last."""
    if address not in known:
        line = register.line(address)
        text = past.text(line.source) if line else None
        is_it = line and text and text.mark == past.kept.mark(line)
        found = entry_of(text) if is_it else None
        entry = found.text if isinstance(found, Shown) else found
        if not isinstance(entry, Entry):
            raise ForgottenError(address)
        known[address] = entry
    return known[address]


def _texts(edits: Iterable[Edit]) -> dict[str, tuple[Line, Text]]:
    """The texts by path, each with the line of its entry."""
    return {one.now.source: (line_of(one.now), one.text) for one in edits}
