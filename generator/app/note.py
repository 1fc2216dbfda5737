"""The note that a build leaves: what everything looked like, and what came of it."""

import pickle
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.app.order import Order, Report, unchanged
from generator.edge import clock, untouched
from generator.edge.commit import Amended
from generator.edge.looks import Looks, scan, written
from generator.edge.project import store_of
from generator.edge.survey import OUTPUT, Survey, bound, doubtful, is_shared, trees
from generator.values.dates import today_in

CONTENT = "content"
Sites = tuple[Looks, Looks]
"""How the live site looks and the one before it."""


class Note:
    """The note of the last build against what stands there now. `version` tells which program this is.

    What people write is looked at before it is read: what changes later is not in the next note.
    `survey` has looked already, if somebody did; `since` says which files were touched after a note,
    so that no others are looked at. `left` is the note that holds after this build, if one does.
    """

    def __init__(
        self,
        order: Order,
        version: str,
        survey: Survey | None = None,
        since: Callable[[str], frozenset[str] | None] = lambda _: None,
    ) -> None:
        project = order.project
        self._cache, self._version, self._order = project.cache, version, order
        self._asked = (order.today.isoformat() if order.today else "", order.strict)
        self._live, self._retired = project.output, store_of(project).retired
        self.left = ""
        self._survey = survey or self._look(since)
        self._doubtful = self._survey.doubtful()
        self._last = self._survey.seen
        self.seen: Any = self._last if self._last and self._fits(self._last) else None
        self.changed = self._survey.changed
        self._is_amended = False

    def _look(self, since: Callable[[str], frozenset[str] | None]) -> Survey:
        project, seen = self._order.project, untouched.note(self._cache)
        is_ours = seen and not self._order.is_clean and seen["version"] == self._version
        folders = trees(project.content, project.themes, project.output)
        touched = since(seen["id"]) if is_ours else None
        return Survey(folders, self._retired, seen if is_ours else None, touched)

    def _fits(self, seen: Any) -> bool:  # noqa: ANN401 - a plain value
        """Whether the note, of this program, is of the same order and day."""
        if seen["asked"] != self._asked:
            return False
        zone = seen["zone"]
        return not zone or today_in(zone, clock.now()).isoformat() == seen["day"]

    def holds(self) -> bool:
        """Whether the live site and, where anything changed, the one before are as they were left."""
        return self.seen is not None and self._survey.holds()

    def looks(self) -> Looks:
        """How the live site was left."""
        return Looks(self.seen["looks"][OUTPUT])

    def intact(self, digests: Mapping[str, str]) -> dict[str, str]:
        """Those of the files with these digests that are in the live site as the last build left them."""
        if self._last is None:
            return {}
        was = Looks(self._last["looks"][OUTPUT])
        gone: set[str] = set()
        if not self._survey.holds():
            doubts = self._last["doubtful"].get(OUTPUT, {})
            gone = scan(self._live).differing(was) | untouched.altered(doubts, self._live)
        there = {*was.paths()} - gone
        return {path: digest for path, digest in digests.items() if path in there}

    def alike(self, paths: frozenset[str]) -> frozenset[str]:
        """Those of these files that the site before the live one is known to have as it has them."""
        last = self._last
        if last is None or not self._is_retired(last):
            return frozenset()
        return paths & {*Looks(last["retired"]).paths()} - {*last["lag"]}

    def _is_retired(self, last: Any) -> bool:  # noqa: ANN401 - a plain value
        """Whether the site before the live one is as the last build left it, for whatever day that was."""
        if self.changed and self._survey.holds() and not self._is_amended:
            return True
        return scan(self._retired) == Looks(last["retired"])

    def amending(self) -> None:
        """The site before is about to be changed: what was seen of it holds no longer."""
        self._is_amended = True

    def close(self) -> None:
        """Nothing more is to be known of what was there before."""
        self._survey.close()

    @property
    def files(self) -> int:
        """How many files the last build published."""
        known: Report = pickle.loads(self.seen["report"])  # noqa: S301 - ours, proven by its digest
        return known.kept

    def report(self) -> Report | None:
        """What a build would say, when nothing has changed since the last one."""
        if self.changed or not self.holds():
            return None
        untouched.settle(self._cache, self.seen, self._survey.at)
        self.left = self.seen["id"]
        known: Report = pickle.loads(self.seen["report"])  # noqa: S301 - ours, proven by its digest
        return known

    def sites(self) -> Sites:
        """How the live site and the one before look, to `leave` a note of it."""
        return scan(self._live), scan(self._retired)

    def leave(
        self, report: Report, digests: Mapping[str, str], sites: Sites, way: str, at: int
    ) -> None:
        """Leave a note when a site was written, in which `way`; until `at` nobody had its new files.

        Only after an exchange is it known in what the two sites differ, and as long as nothing is written.
        Else the note goes by an empty site before, which has nothing of this one: if that is what stands
        there (after a first build it does), an edit brings all of it.
        """
        if report.written is None or report.tally is None:
            return
        live, retired = sites
        began = self._survey.at if report.kept else at
        doubts = doubtful(live, self._live, began, digests)
        lag = [*report.written, *report.removed]
        is_shared = self._is_shared(live, retired, lag)
        if way == "exchange" and self._was_live(retired, lag if is_shared else None):
            self._leave(report, live, doubts, (retired, lag, is_shared))
        elif way == "nothing" and self._last and retired == Looks(self._last["retired"]):
            lag = self._last["lag"]
            self._leave(report, live, doubts, (retired, lag, self._is_shared(live, retired, lag)))
        else:
            self._leave(report, live, doubts, (Looks(), digests, False))

    def _is_shared(self, live: Looks, retired: Looks, lag: Iterable[str]) -> bool:
        folders = live.folders.keys() | retired.folders.keys()
        return is_shared(folders, self._live, self._retired, lag)

    def _was_live(self, retired: Looks, lag: list[str] | None) -> bool:
        """Whether nobody touched the site that was live while this build was at work, if that is known.

        A commit that lets the new site share all files but those of `lag` touched the others.
        """
        if self._last is None or not self._survey.holds():
            return True
        was = Looks(self._last["looks"][OUTPUT])
        differing = retired.differing(was)
        if not differing or lag is None:
            return not differing
        now, before = dict(retired.items()), dict(was.items())
        return differing.isdisjoint(lag) and all(
            written(now.get(path)) == written(before.get(path)) for path in differing
        )

    def amend(self, report: Report, done: Amended, digests: Mapping[str, str]) -> None:
        """Leave a note of which only a little is new: how both sites look, the digests of new files.

        Nobody had these before all of them were made: only the last of them are too young to tell.
        """
        others = {*report.removed, *digests}
        still = self._still(done.live).items()
        doubts = {path: digest for path, digest in still if path not in others}
        doubts |= {path: digests[path] for path in done.live.last(digests)}
        is_shared = done.is_shared and self.seen["shared"]
        lag = [*(report.written or ()), *report.removed]
        self._leave(report, done.live, doubts, (done.retired, lag, is_shared))

    def keep(self, report: Report) -> None:
        """Leave a note that the site stayed as it was."""
        seen, live = self.seen, self.looks()
        before = Looks(seen["retired"]), seen["lag"], seen["shared"]
        self._leave(report, live, self._still(live), before)

    def _still(self, live: Looks) -> dict[str, str]:
        """The files that still cannot be told by looks, though all held when they were looked at."""
        doubts = self.seen["doubtful"].get(OUTPUT, {})
        return untouched.still_doubtful(doubts, live, self._survey.at)

    def _leave(
        self,
        report: Report,
        live: Looks,
        doubts: dict[str, str],
        before: tuple[Looks, Iterable[str], bool],
    ) -> None:
        """`before` is the site before: its looks, in what it differs, whether it shares all else."""
        retired, lag, shared = before
        tally = report.tally
        assert tally
        is_fixed = self._order.today or report.today_fixed
        looks = self._survey.now | {OUTPUT: live}
        self.left = f"{self._survey.at} {clock.ticks()}"
        untouched.leave(
            self._cache,
            {
                "id": self.left,
                "version": self._version,
                "asked": self._asked,
                "day": tally.today,
                "zone": "" if is_fixed else tally.zone,
                "looks": {name: its.folders for name, its in looks.items()},
                "doubtful": self._doubtful | {OUTPUT: doubts},
                "retired": retired.sharing(live).folders,
                "lag": sorted({*lag}),
                "shared": shared,
                "bound": bound(retired, self._retired, self._survey.at) if shared else {},
                "report": pickle.dumps(unchanged(report), 5),
            },
        )
