"""Entries read with care: one that could hang or crash a parser is read in a process of its own."""

from collections.abc import Callable

from generator.edge import guard
from generator.read.assemble import Job
from generator.read.effort import deadline, is_suspect
from generator.read.entry import Outcome
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read


def with_care(work: Callable[[Job], Read[Outcome]], job: Job) -> Read[Outcome]:
    """The entry, or why it could not be read in time; almost every one is read here and now.

    A preview shows something of every text.
    """
    read = _careful(work, job)
    if read.value is not None or not job.is_preview:
        return read
    from generator.read.showing import stand_in  # noqa: PLC0415 - a build does without

    file = job.file
    found = stand_in(file.path, file.body, job.category, job.settings, job.today)
    return Read(found, read.problems)


def _careful(work: Callable[[Job], Read[Outcome]], job: Job) -> Read[Outcome]:
    body, place = job.file.body, Place(job.file.path)
    if not is_suspect(body):
        return work(job)
    ended = guard.run(work, job, deadline(body))
    if ended.value is not None:
        return ended.value
    if ended.how == "slow":
        seconds = (("seconds", f"{deadline(body):.0f}"),)
        return Read(None, (Problem("text/too-slow", place, seconds),))
    return Read(None, (Problem("text/crashed", place),))
