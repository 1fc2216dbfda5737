"""The note that a build leaves: what everything looked like, and what came of it."""

import pickle
from collections.abc import Mapping
from typing import Any

from generator.app.order import Order, Report, unchanged
from generator.edge import clock, untouched
from generator.edge.places import HOME
from generator.values.dates import today_in

_THEMES = "themes"


class Note:
    """The note of the last build, and of this one. `version` tells which program this is."""

    def __init__(self, order: Order, version: str) -> None:
        project = order.project
        self._cache, self._version, self._order = project.cache, version, order
        self._asked = (order.today.isoformat() if order.today else "", order.strict)
        self._folders = untouched.trees(
            project.content, project.themes, f"{HOME}/{_THEMES}", project.output
        )
        self._before: dict[str, Any] = {}

    def report(self) -> Report | None:
        """What a build would say, when nothing has changed since the last one."""
        seen = untouched.note(self._cache)
        if not seen or (seen["version"], seen["asked"]) != (self._version, self._asked):
            return None
        zone = seen["zone"]
        if zone and today_in(zone, clock.now()).isoformat() != seen["day"]:
            return None
        at = clock.nanoseconds()
        if not untouched.holds(seen, self._folders):
            return None
        untouched.settle(self._cache, seen, at)
        known: Report = pickle.loads(seen["report"])  # noqa: S301 - ours, proven by its digest
        return known

    def begin(self) -> None:
        """Look at what people wrote before it is read: what changes later is not in the note."""
        folders = {name: its for name, its in self._folders.items() if name != "output"}
        self._at = clock.nanoseconds()
        self._before = untouched.look_at(folders, self._at)

    def leave(self, report: Report, digests: Mapping[str, str]) -> None:
        """Leave a note when a site was written."""
        if report.written is None or report.tally is None:
            return
        output = {"output": self._folders["output"]}
        after = untouched.look_at(output, self._at, digests)
        untouched.leave(
            self._cache,
            {
                "id": f"{self._at} {clock.ticks()}",
                "version": self._version,
                "asked": self._asked,
                "day": report.tally.today,
                "zone": self._zone(report),
                "looks": self._before["looks"] | after["looks"],
                "doubtful": self._before["doubtful"] | after["doubtful"],
                "report": pickle.dumps(unchanged(report), 5),
            },
        )

    def _zone(self, report: Report) -> str:
        """The zone whose calendar decides the day; empty when the day is fixed."""
        if self._order.today or report.today_fixed or not report.tally:
            return ""
        return report.tally.zone
