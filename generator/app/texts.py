"""Texts as they were read: of which bytes, and for which days."""

import pickle
import posixpath
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from generator.app.care import with_care
from generator.model.entry import Entry
from generator.model.standing import Standing
from generator.read.assemble import Job
from generator.read.entry import Outcome
from generator.values.digest import of_value
from generator.values.read import Read

TEXTS = "texts"
"""The family of packs in which readings are."""
_EVER = "9999-99-99"


class Text(NamedTuple):
    """What was read of a text: of which bytes, for days from `since` up to before `until` (ISO form).

    `along` says that other files belong to it.
    """

    key: str
    since: str
    until: str
    packed: bytes
    along: bool

    @property
    def mark(self) -> str:
        """What tells this reading from any other of the same text."""
        return f"{self.key} {self.since}"

    @property
    def read(self) -> Read[Outcome]:
        """The reading itself."""
        found: Read[Outcome] = pickle.loads(self.packed)  # noqa: S301 - ours, proven by its digest
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


def read_text(work: Callable[[Job], Read[Outcome]], asked: tuple[str, Job]) -> Text:
    """A text read now, by its key and job; on its way from a worker it is as small as in memory."""
    key, job = asked
    return text_of(key, job, with_care(work, job))


def text_of(key: str, job: Job, read: Read[Outcome]) -> Text:
    """A reading as it is remembered: with the days for which the same bytes are read the same."""
    outcome, today = read.value, job.today
    if isinstance(outcome, Entry):
        ends = (outcome.end.on,) if outcome.end else ()
        turns = {outcome.published.day, *(one.on for one in outcome.corrections), *ends}
    elif isinstance(outcome, Standing):
        turns = {outcome.updated} if outcome.updated else set()
    else:
        turns = {today, date.fromordinal(today.toordinal() + 1)}
    since = max((day.isoformat() for day in turns if day <= today), default="")
    until = min((day.isoformat() for day in turns if day > today), default=_EVER)
    return Text(key, since, until, pickle.dumps(read, 5), bool(job.rows or job.files))


def pack_of(path: str) -> str:
    """The pack of a text: one for each folder, and for each month that names there begin with."""
    folder, name = posixpath.split(path)
    about = f"{folder}/{name[:2]}" if name[:2].isdecimal() else folder
    digest = blake2b(about.encode("utf-8", "surrogateescape"), digest_size=6)
    return f"{TEXTS}-{digest.hexdigest()}"
