"""How everything looks before a build, against the note of the last one; looked at by several processes."""

import os
import sys

from generator.edge import clock, untouched
from generator.edge.inquiry import Inquiry
from generator.edge.looks import (
    MOMENT,
    Folder,
    Looks,
    count,
    folder_at,
    latest,
    look,
    numbers_of,
    rescanned,
    scan,
    times_of,
    updated,
)
from generator.edge.ourselves import version
from generator.edge.places import HOME, RECEIPTS
from generator.edge.untouched import altered, digest_of

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from generator.edge.inquiry import Question

Spot = tuple[str, str, Folder]
"""A folder by the name of its tree and its path there, and what stood in it."""
OUTPUT = "output"
WORTH = 2000
"""Looking at fewer files takes less time than a process does to begin."""
UNSEEN = {RECEIPTS, f"{RECEIPTS.partition('/')[0]}/"}
"""What may change in a tree and is seen on no page: the receipts, and the folder made for them."""
_HELPERS = 3
"""Processes beyond which the disk's own tables are what is waited for."""
_PARCELS = 64
"""Into so many questions trees are parted, and one more: the numbers of all of them are bytes."""


class Survey:
    """How the trees look that people wrote, and whether the sites are as the last build left them.

    `seen` is its note; without one nothing is compared. `changed` are the paths that somebody
    touched since, by the trees in which somebody did. Trees are looked at from the moment on that
    the survey is made, by other processes while this one does something else; it ends in the hands of
    whoever waits for `holds` or calls `close`.
    Where somebody has seen which files of the written trees were `touched`, by absolute path, no
    others of these are looked at, and the sites not before it is asked whether they hold.
    """

    def __init__(
        self,
        folders: "Mapping[str, str]",
        retired: str,
        seen: "Any" = None,  # noqa: ANN401 - a plain value
        touched: "frozenset[str] | None" = None,
    ) -> None:
        self.at = clock.instant()
        self.seen, self._folders, self._retired = seen, folders, retired
        self._inquiry: Inquiry | None = None
        self._found: tuple[dict[str, Looks], dict[str, set[str]]] | None = None
        written = [name for name in folders if name != OUTPUT]
        if seen and touched is not None:
            now = {name: self._look_at(name, touched) for name in written}
            self._found = now, self._differing(now)
            return
        self._known = {name: Looks(seen["looks"][name]) for name in written} if seen else {}
        spots = [
            (name, *its) for name, looks in self._known.items() for its in looks.folders.items()
        ]
        self._parcels = _parcels(sorted(spots, key=_latest, reverse=True))
        self._sites = self._inquire([_as_in(parcel, folders) for parcel in self._parcels])

    @property
    def now(self) -> "dict[str, Looks]":
        """How the written trees look."""
        return self._settled()[0]

    @property
    def changed(self) -> "dict[str, set[str]]":
        """What somebody touched in them."""
        return self._settled()[1]

    def seems_alike(self) -> bool:
        """Whether nothing differs of what this process looks at, which ends where something does.

        Where a site was published since, that differs, and says nothing.
        """
        return self._inquiry is None or self._inquiry.agrees() or self._was_published()

    def _was_published(self) -> bool:
        """Whether receipts look otherwise than they did."""
        known = self._known.get("content", Looks()).look(RECEIPTS)
        return known != look(os.path.join(self._folders["content"], RECEIPTS))

    def _settled(self) -> "tuple[dict[str, Looks], dict[str, set[str]]]":
        """Both of them, when all has been looked at that people wrote."""
        if self._found is None:
            folders = self._folders
            if self.seen:
                now = self._look_again()
                self._found = now, self._differing(now)
            else:
                self._found = {one: scan(folders[one]) for one in folders if one != OUTPUT}, {}
            self._ask(*self._sites)
        return self._found

    def _inquire(self, first: "list[Question]") -> tuple[int, int]:
        """Begin to look, `first` at what people wrote; how many questions there are about either site."""
        seen, folders = self.seen, self._folders
        live = _as_left(seen, OUTPUT, folders[OUTPUT]) if seen else []
        before = _before(seen, self._retired) if seen else []
        self._inquiry = Inquiry([*live, *before], _helpers(seen), first)
        self._inquiry.ask(0, len(live))
        return len(live), len(before)

    def _look_again(self) -> "dict[str, Looks]":
        """How the written trees look: as was known, but for what is not in a parcel that agreed."""
        assert self._inquiry
        agreed, known = self._inquiry.agreed(), self._known
        rest = [spot for at, its in enumerate(self._parcels) if at not in agreed for spot in its]
        folders: dict[str, list[str]] = {name: [] for name in known}
        for name, prefix, _ in rest:
            folders[name].append(prefix)
        return {
            name: rescanned(looks, self._folders[name], folders[name])
            for name, looks in known.items()
        }

    def _ask(self, live: int, before: int) -> None:
        """Look at the site before the live one, too, if it will be needed."""
        assert self._inquiry
        if self.changed:
            self._inquiry.ask(live, live + before)
        self._inquiry.ask_no_more()

    def _look_at(self, name: str, touched: "frozenset[str]") -> Looks:
        """How a tree looks of which only these files can look otherwise than they did."""
        start = os.path.join(self._folders[name], "")
        inside = [
            one[len(start) :].replace(os.sep, "/") for one in touched if one.startswith(start)
        ]
        return updated(Looks(self.seen["looks"][name]), self._folders[name], inside)

    def _differing(self, looks: "dict[str, Looks]") -> "dict[str, set[str]]":
        found = {}
        for name, now in looks.items():
            paths = now.differing(Looks(self.seen["looks"][name]))
            paths |= altered(self.seen["doubtful"].get(name, {}), self._folders[name])
            if paths - UNSEEN:
                found[name] = paths - UNSEEN
        return found

    def holds(self) -> bool:
        """Whether the live site is as it was left, and the one before, too, if anything has `changed`."""
        if self.seen is None:
            return False
        self._settled()
        if self._inquiry is None:
            self._ask(*self._inquire([]))
        assert self._inquiry
        return self._inquiry.answer()

    def doubtful(self) -> "dict[str, dict[str, str]]":
        """The digests of those files of the written trees that were too young to tell by looks."""
        return {name: doubtful(its, self._folders[name], self.at) for name, its in self.now.items()}

    def close(self) -> None:
        """Wait for the processes, if there are any, whatever they have found."""
        if self._inquiry:
            if self._found is None:
                self._inquiry.ask_no_more()
            self._inquiry.close()


class Begun:
    """A build that has begun, and holds the lock: by which program, and how everything looks.

    `told` is what there is to say, and the exit code, if there is nothing to do.
    """

    __slots__ = ("_cache", "held", "survey", "told", "version")

    def __init__(
        self, cache: str, held: int, survey: Survey, version: str, told: tuple[str, int]
    ) -> None:
        self._cache, self.held, self.survey = cache, held, survey
        self.version, self.told = version, told

    def is_done(self) -> bool:
        """Whether everything is as the last build left it."""
        survey = self.survey
        if not survey.seems_alike() or survey.changed or not survey.holds():
            return False
        untouched.settle(self._cache, self.survey.seen, self.survey.at)
        return True


def begin(places: tuple[str, str, str, str, str], how: str) -> Begun | None:
    """Begin a build of nothing unusual that is asked for like that; None where it may be about another site.

    `places` are those of the project, as `generator.edge.places` gives them.
    """
    content, themes, output, releases, cache = places
    held = untouched.hold(releases)
    if held is None:
        return None
    seen = untouched.note(cache)  # under the lock: nobody leaves another one now
    program = version()
    if seen and seen["version"] == program and _is_of_today(seen):
        told = untouched.told(cache, seen).get(how)
        if told:
            folders = trees(content, themes, output)
            return Begun(cache, held, Survey(folders, f"{releases}/retired", seen), program, told)
    os.close(held)
    return None


def trees(content: str, themes: str, output: str) -> dict[str, str]:
    """The folders that decide: what people wrote, their themes and ours, and the live site."""
    return {"content": content, "themes": themes, "ours": f"{HOME}/themes", OUTPUT: output}


def _is_of_today(seen: "Any") -> bool:  # noqa: ANN401 - a plain value
    """Whether the note is of an order without a day of its own, and of the day that it is."""
    if seen["asked"] != ("", False):
        return False
    return not seen["zone"] or clock.day_in(seen["zone"]) == seen["day"]


def doubtful(
    looks: Looks, folder: str, at: int, known: "Mapping[str, str] | None" = None
) -> dict[str, str]:
    """The digests of a tree's files that were too young when looked at; `known` ones are believed."""
    known = known or {}
    return {
        path: known.get(path) or digest_of(os.path.join(folder, path)) for path in looks.young(at)
    }


def _helpers(seen: "Any") -> int:  # noqa: ANN401 - a plain value
    """How many processes it is worth to copy."""
    if not seen or sys.platform != "linux" or len(Looks(seen["looks"][OUTPUT])) < WORTH:
        return 0
    return min(len(os.sched_getaffinity(0)) - 1, _HELPERS)


def _as_left(seen: "Any", name: str, folder: str) -> "list[Question]":  # noqa: ANN401 - a plain value
    """Whether a tree is as it was, by questions of about the same size."""
    doubts = [*seen["doubtful"].get(name, {}).items()]
    size = len(doubts) // _PARCELS + 1
    return [
        *_same(Looks(seen["looks"][name]), folder),
        *(_digests(folder, doubts[at : at + size]) for at in range(0, len(doubts), size)),
    ]


def _before(seen: "Any", root: str) -> "list[Question]":  # noqa: ANN401 - a plain value
    """Whether the site before the live one is as it was.

    Nothing came into a folder that is still as it was `bound`, and nothing left it. All that it holds
    is the same file in the live site, where it is looked at: but for the files of `lag`.
    """
    looks, still = Looks(seen["retired"]), seen["bound"]
    if not still:
        return _same(looks, root)
    others = {one: its for one, its in looks.folders.items() if one not in still}
    lag = {path: looks.look(path) for path in seen["lag"]}
    return [
        *(_same(Looks(others), root) if others else ()),
        lambda: all(times_of(f"{root}/{one}") == times for one, times in still.items()),
        lambda: all(look(f"{root}/{path}") == its for path, its in lag.items()),
    ]


def bound(looks: Looks, root: str, at: int) -> dict[str, tuple[int, int]]:
    """The times of those folders of a tree that nothing had come into or left lately, looked at `at`."""
    found = {one: times_of(f"{root}/{one}") for one in looks.folders}
    return {one: times for one, times in found.items() if times and max(times) <= at - MOMENT}


def is_shared(folders: "Iterable[str]", root: str, besides: str, lag: "Iterable[str]") -> bool:
    """Whether two trees with these folders have all files in common but for those of `lag`."""
    differing = {*lag}
    for prefix in folders:
        here, there = numbers_of(f"{root}/{prefix}"), numbers_of(f"{besides}/{prefix}")
        apart = {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)}
        if not {prefix + name for name in apart} <= differing:
            return False
    return True


def _latest(spot: Spot) -> int:
    """When something was changed last in a folder; who changed a text will change it again."""
    return latest(spot[2])


def _same(looks: Looks, root: str) -> "list[Question]":
    parcels = _parcels(("", *its) for its in looks.folders.items())
    return [_as_in(parcel, {"": root}) for parcel in parcels]


def _parcels(spots: "Iterable[Spot]") -> "list[list[Spot]]":
    """The folders in parts of about the same size."""
    every = [*spots]
    size = sum(count(folder) for _, _, folder in every) // _PARCELS + 1
    parcels: list[list[Spot]] = [[]]
    held = 0
    for spot in every:
        if held >= size * len(parcels):
            parcels.append([])
        parcels[-1].append(spot)
        held += count(spot[2])
    return parcels


def _as_in(parcel: "list[Spot]", roots: "Mapping[str, str]") -> "Question":
    """Whether folders look as they did, in trees that stand there."""
    return lambda: all(folder_at(f"{roots[name]}/{prefix}") == it for name, prefix, it in parcel)


def _digests(folder: str, parcel: "list[tuple[str, str]]") -> "Question":
    return lambda: not altered(dict(parcel), folder)
