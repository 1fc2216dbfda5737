"""The note that a build leaves: what everything looked like, and what came of it."""

import pickle
from collections.abc import Mapping
from typing import Any

from generator.app.order import Order, Report, unchanged
from generator.edge import clock, untouched
from generator.edge.places import HOME
from generator.edge.scan import Looks, scan
from generator.values.dates import today_in

OUTPUT, CONTENT = "output", "content"
_THEMES = "themes"


class Note:
    """The note of the last build against what stands there now. `version` tells which program this is."""

    def __init__(self, order: Order, version: str) -> None:
        project = order.project
        self._cache, self._version, self._order = project.cache, version, order
        self._asked = (order.today.isoformat() if order.today else "", order.strict)
        folders = untouched.trees(
            project.content, project.themes, f"{HOME}/{_THEMES}", project.output
        )
        self._live = {OUTPUT: folders[OUTPUT]}
        self._written = {name: its for name, its in folders.items() if name != OUTPUT}
        # what people write is looked at before it is read: what changes later is not in the note
        self._at = clock.nanoseconds()
        self._now = untouched.look_at(self._written, self._at)
        seen = untouched.note(self._cache)
        self._last = seen if seen and not order.is_clean and seen["version"] == version else None
        self.seen: Any = self._last if self._last and self._fits(self._last) else None

    def _fits(self, seen: Any) -> bool:  # noqa: ANN401 - a plain value
        """Whether the note, of this program, is of the same order and day."""
        if seen["asked"] != self._asked:
            return False
        zone = seen["zone"]
        return not zone or today_in(zone, clock.now()).isoformat() == seen["day"]

    def changed(self) -> dict[str, set[str]]:
        """What people changed, added or removed since, by the trees in which something did."""
        found = {}
        for name, folder in self._written.items():
            now, was = self._now["looks"][name], self.seen["looks"][name]
            paths = {path for path in {*now, *was} if now.get(path) != was.get(path)}
            paths |= untouched.altered(self.seen, name, folder)
            if paths:
                found[name] = paths
        return found

    def is_live(self) -> bool:
        """Whether the live site is as the last build left it."""
        return untouched.holds(self.seen, self._live)

    def intact(self, digests: Mapping[str, str]) -> dict[str, str]:
        """Those of the files with these digests that are in the live site as the last build left them."""
        if self._last is None:
            return {}
        folder = self._live[OUTPUT]
        now, was = scan(folder), self._last["looks"][OUTPUT]
        altered = untouched.altered(self._last, OUTPUT, folder)
        return {
            path: digest
            for path, digest in digests.items()
            if path in now and now[path] == was.get(path) and path not in altered
        }

    def stands(self, retired: str) -> untouched.Meanwhile:
        """Whether the live site and the one before are as the last build left them, found out meanwhile."""

        def find() -> bool:
            return self.is_live() and scan(retired) == self.seen["retired"]

        return untouched.Meanwhile(find, len(self.seen["looks"][OUTPUT]))

    def same(self, retired: str) -> frozenset[str]:
        """The files that the site before the live one has as the last build left the live one."""
        if self.seen is None or scan(retired) != self.seen["retired"]:
            return frozenset()
        return frozenset(self.seen["retired"]) - {*self.seen["lag"]}

    @property
    def files(self) -> int:
        """How many files the last build published."""
        known: Report = pickle.loads(self.seen["report"])  # noqa: S301 - ours, proven by its digest
        return known.kept

    def report(self) -> Report | None:
        """What a build would say, when nothing has changed since the last one."""
        if self.seen is None or self.changed() or not self.is_live():
            return None
        untouched.settle(self._cache, self.seen, self._at)
        known: Report = pickle.loads(self.seen["report"])  # noqa: S301 - ours, proven by its digest
        return known

    def leave(self, report: Report, digests: Mapping[str, str], retired: str, way: str) -> None:
        """Leave a note when a site was written, in which `way`; `retired` is the folder of the one before.

        Only after an exchange is it known in what the two differ, and as long as nothing is written.
        """
        if report.written is None or report.tally is None:
            return
        after = untouched.look_at(self._live, self._at, digests)
        looks = scan(retired)
        if way == "exchange":
            self._leave(report, after, looks, sorted({*report.written, *report.removed}))
        elif way == "nothing" and self.seen and looks == self.seen["retired"]:
            self._leave(report, after, looks, self.seen["lag"])
        else:
            self._leave(report, after, {}, [])

    def amend(
        self, report: Report, live: Looks, retired: Looks, digests: Mapping[str, str]
    ) -> None:
        """Leave a note of which only a little is new: how both sites look, the digests of new files."""
        known = self.seen["doubtful"].get(OUTPUT, {})
        doubtful = {path: one for path, one in (known | dict(digests)).items() if path in live}
        after = {"looks": {OUTPUT: live}, "doubtful": {OUTPUT: doubtful}}
        self._leave(report, after, retired, sorted({*(report.written or ()), *report.removed}))

    def keep(self, report: Report) -> None:
        """Leave a note that the site stayed as it was."""
        seen = self.seen
        after = {
            "looks": {OUTPUT: seen["looks"][OUTPUT]},
            "doubtful": {OUTPUT: seen["doubtful"].get(OUTPUT, {})},
        }
        self._leave(report, after, seen["retired"], seen["lag"])

    def _leave(self, report: Report, after: dict[str, Any], retired: Looks, lag: list[str]) -> None:
        tally = report.tally
        assert tally
        is_fixed = self._order.today or report.today_fixed
        untouched.leave(
            self._cache,
            {
                "id": f"{self._at} {clock.ticks()}",
                "version": self._version,
                "asked": self._asked,
                "day": tally.today,
                "zone": "" if is_fixed else tally.zone,
                "looks": self._now["looks"] | after["looks"],
                "doubtful": self._now["doubtful"] | after["doubtful"],
                "retired": retired,
                "lag": lag,
                "report": pickle.dumps(unchanged(report), 5),
            },
        )
