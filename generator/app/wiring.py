"""The one place where rooms and doors are chosen."""

import importlib
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from generator.edge.keys import Asking, keys_of, nobody_knows
from generator.edge.project import Project, overlap
from generator.model.target import LOCAL, Target, Way
from generator.plan.frame import Frame
from generator.plan.plan import Planned
from generator.plan.steps import Made, Step, make, steps
from generator.plan.steps import site_steps as steps_of_site
from generator.values.host import Keys, Parcel
from generator.values.problem import Problem

CHECKS = ("addresses", "index_numbers", "root_files")
"""The checks that look at a plan, by the name of their modules."""
CHECKS_OF_THE_WHOLE = ("links", "relations")
"""Those that would raise false alarms while an entry cannot be read."""


TARGETS: tuple[Way, ...] = ("folder", "bundle", "sftp", "ftp", "ftps", "webdav", "s3")
"""The ways of bringing a site to where it is read."""
ROOMS: Mapping[Way, str] = {"ftps": "ftp"}
"""The module of a way that has none of its own name."""
EXPORTS = ("feeds", "robots", "root_files", "sitemap")
"""The exports that make files of what the frame tells, by the name of their modules."""


class Check(Protocol):
    """What a check's room offers."""

    def check(self, plan: Planned) -> tuple[Problem, ...]:
        """What is wrong with the plan."""


class Export(Protocol):
    """What an export's room offers."""

    def steps(self, frame: Frame) -> Iterable[Step]:
        """The steps in which it makes its files; the kinds of them are its own."""

    def make(self, frame: Frame, step: Step) -> Made:
        """The files of a step."""


class Room(Protocol):
    """What a target's room offers."""

    def host(self, place: str, target: Target, keys: Keys) -> Parcel:
        """What stands at the absolute path, or address; an `OSError` where there is no such place."""


def host(target: Target, project: Project, ask: Asking = nobody_knows) -> Parcel:
    """The host, or parcel, that a target names; its place counts from the project's folder."""
    return opened(place_of(target, project), target, ask)


def opened(place: str, target: Target, ask: Asking = nobody_knows) -> Parcel:
    """What stands at an absolute path, or address, of the target's way."""
    room: Room = importlib.import_module(f"generator.targets.{ROOMS.get(target.way, target.way)}")
    return room.host(place, target, keys_of(target, place, ask))


def place_of(target: Target, project: Project) -> str:
    """The target's place on this machine, or its address."""
    if target.way not in LOCAL:
        return target.place
    beside = os.path.dirname(project.content)
    return os.path.normpath(os.path.join(beside, target.place))


def is_ours(target: Target, project: Project) -> bool:
    """Whether its place is, holds or stands in a folder that the program reads or writes."""
    kept = (project.content, project.themes, project.output, project.releases, project.cache)
    place = place_of(target, project)
    return target.way in LOCAL and any(overlap(place, one) for one in kept)


def check(plan: Planned, *, whole: bool) -> tuple[Problem, ...]:
    """What every check says of the plan; `whole` is off when an entry could not be read."""
    names = (*CHECKS, *CHECKS_OF_THE_WHOLE) if whole else CHECKS
    rooms: list[Check] = [importlib.import_module(f"generator.checks.{name}") for name in names]
    return tuple(problem for room in rooms for problem in room.check(plan))


def all_steps(frame: Frame) -> Iterator[Step]:
    """Everything that is to be made of the site: its plan, then what each export makes."""
    yield from steps(frame)
    yield from _exported(frame)


def site_steps(frame: Frame) -> Iterator[Step]:
    """All of that which belongs to no entry."""
    yield from steps_of_site(frame)
    yield from _exported(frame)


def _exported(frame: Frame) -> Iterator[Step]:
    for name in EXPORTS:
        yield from ((f"{name}:{first}", *rest) for first, *rest in _export(name).steps(frame))


def take(frame: Frame, step: Step) -> Made:
    """What a step makes, of the plan or of an export."""
    kind, *about = step
    room, _, name = str(kind).partition(":")
    return _export(room).make(frame, (name, *about)) if name else make(frame, step)


def _export(name: str) -> Export:
    return importlib.import_module(f"generator.exports.{name}")
