"""Texts as they were read: of which bytes, and for which days."""

import functools
import pickle
import posixpath
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.app.care import with_care
from generator.model import kind as kinds
from generator.model.entry import Entry
from generator.model.site import Shown, Withheld
from generator.model.standing import Standing
from generator.read.assemble import Job
from generator.read.entry import Outcome
from generator.values.dataclass import replace
from generator.values.digest import of_value
from generator.values.flat import flat, whole
from generator.values.read import Read

TEXTS = "texts"
"""The family of packs in which readings are."""
_EVER = "9999-99-99"


class Text(NamedTuple):
    """What was read of a text: of which bytes, for days from `since` up to before `until` (ISO form).

    `along` says that other files belong to it. `instead` are mark and days of the reading that a
    preview shows in place of this one, whose text is wrong.
    """

    key: str
    since: str
    until: str
    packed: bytes
    along: bool
    instead: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What tells what was read from anything else that was read of the same text."""
        return self.instead[0] if self.instead else f"{self.key} {self.since}"

    @property
    def read(self) -> Read[Outcome]:
        """The reading itself."""
        return _unpacked(self.packed)


_DETAIL = "detail"
"""What an entry of a kind says; the kind knows of which class it is."""


def _packed(read: Read[Outcome]) -> bytes:
    """A reading as bytes.

    Almost every one is an entry of which there is nothing to say. That is made plain: to keep and
    to bring back the values that it is takes twice as long.
    """
    one = read.value
    if isinstance(one, Entry) and not read.problems:
        own = flat(kinds.detail(one.kind))(one.detail)
        return pickle.dumps((one.kind, own, flat(Entry, _DETAIL)(one)), 5)
    return pickle.dumps(read, 5)


def _unpacked(packed: bytes) -> Read[Outcome]:
    """The reading again."""
    found: Any = pickle.loads(packed)  # noqa: S301 - ours, proven by its digest
    if isinstance(found, Read):
        return found
    kind, own, rest = found
    return Read(whole(Entry, _DETAIL)(rest, whole(kinds.detail(kind))(own)))


class Keys:
    """The keys of texts: digests of all that reading one depends on but the day."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], tuple[object, str]] = {}

    def of(self, job: Job) -> str:
        """The job's key."""
        digest = blake2b(digest_size=16)
        for path, body in ((one.path, one.body) for one in (job.file, *job.rows)):
            digest.update(f"{path}\0{len(body)}\0".encode("utf-8", "surrogateescape"))
            digest.update(body)
        digest.update(repr(job.files).encode("utf-8", "surrogateescape"))
        return f"{digest.hexdigest()} {self._about(job)}"

    def _about(self, job: Job) -> str:
        """What texts have in common: worked out once for each category."""
        parts = (job.category, job.settings, job.calendar, job.is_preview)
        ids = (*map(id, parts),)
        if ids not in self._known:
            about = blake2b(digest_size=8)
            for whole in parts:
                about.update(of_value(whole).encode())
            self._known[ids] = parts, about.hexdigest()
        return self._known[ids][1]


def read_text(work: Callable[[Job], Read[Outcome]], keys: Keys, job: Job) -> Text:
    """A text read now; on its way from a worker it is as small as in memory."""
    return text_of(keys.of(job), job, with_care(work, job))


def settled(text: Text, job: Job, before: Text | None) -> Text:
    """The reading as a preview takes it: a text that is wrong is shown as it was `before`.

    That holds where nothing changed but the text itself, and where it was right then. What was
    internal stays so.
    """
    now = text.read
    is_wrong = now.value is None or (isinstance(now.value, Shown) and now.value.is_broken)
    if not before or not is_wrong or text.key.split()[1] != before.key.split()[1]:
        return text
    mark, since, until = before.instead or (before.mark, before.since, before.until)
    was = before.read.value
    if not since <= job.today.isoformat() < until or was is None:
        return text
    if isinstance(was, Withheld):
        return text._replace(packed=_packed(Read(was, now.problems)))
    last = was if isinstance(was, Shown) else Shown(was, "")
    if (last.is_broken and not before.instead) or not _has_its_files(last.text, job):
        return text
    read: Read[Outcome] = Read(replace(last, is_broken=True), now.problems)
    return text._replace(packed=_packed(read), instead=(mark, since, until))


def _has_its_files(text: Entry | Standing, job: Job) -> bool:
    """Whether all that a text brings along still lies beside it."""
    there = {one.source: one.sha256 for one in job.files}
    return all(there.get(one.file.source) == one.file.sha256 for one in text.attachments)


def entry_of(text: Text | None) -> Entry | Shown | None:
    """What a text says of an entry, be it shown in a preview only; None where it says of none."""
    found = text.read.value if text else None
    is_entry = isinstance(found.text if isinstance(found, Shown) else found, Entry)
    return found if is_entry and isinstance(found, Entry | Shown) else None


def text_of(key: str, job: Job, read: Read[Outcome]) -> Text:
    """A reading as it is remembered: with the days for which the same bytes are read the same."""
    outcome, today = read.value, job.today
    if isinstance(outcome, Shown) and outcome.why == "future" and not outcome.is_broken:
        outcome = outcome.text
    if isinstance(outcome, Entry):
        ends = (outcome.end.on,) if outcome.end else ()
        turns = {outcome.published.day, *(one.on for one in outcome.corrections), *ends}
    elif isinstance(outcome, Standing):
        turns = {outcome.updated} if outcome.updated else set()
    else:
        turns = {today, date.fromordinal(today.toordinal() + 1)}
    since = max((day.isoformat() for day in turns if day <= today), default="")
    until = min((day.isoformat() for day in turns if day > today), default=_EVER)
    return Text(key, since, until, _packed(read), bool(job.rows or job.files))


def pack_of(path: str) -> str:
    """The pack of a text: one for each folder, and for each month that names there begin with."""
    folder, name = posixpath.split(path)
    return _named(f"{folder}/{name[:2]}" if name[:2].isdecimal() else folder)


@functools.cache
def _named(about: str) -> str:
    digest = blake2b(about.encode("utf-8", "surrogateescape"), digest_size=6)
    return f"{TEXTS}-{digest.hexdigest()}"
