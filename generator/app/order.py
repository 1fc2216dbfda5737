"""What a person asked for, and what came of it."""

from collections.abc import Callable, Mapping
from datetime import date

from generator.app.marks import Mark
from generator.edge.project import Project
from generator.model.tally import Tally
from generator.values.dataclass import dataclass, replace
from generator.values.problem import Problem

CONTENT = 1
"""The exit code of content problems."""
Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""


def quiet(stage: str, done: int, whole: int) -> None:
    """Tells nobody."""
    del stage, done, whole


def unseen(files: Mapping[str, bytes]) -> None:
    """Shows them to nobody."""
    del files


@dataclass(frozen=True, slots=True)
class View:
    """The pages that somebody is looking at, by address, and who shows them before the site is finished.

    `show` is given their files, and all that they came with, as soon as they are made: such a site
    may still come to nothing.
    """

    pages: frozenset[str] = frozenset()
    show: Callable[[Mapping[str, bytes]], None] = unseen

    def give(self, files: Mapping[str, bytes]) -> None:
        """Show these files, if there are any, to whoever looks."""
        if files and self.pages:
            self.show(files)


NOBODY = View()
"""Nobody looks: the site is seen when it is finished."""


@dataclass(frozen=True, slots=True)
class Order:
    """A build as asked for: which project, for which day (None: today), with how many processes.

    One that `is_clean` remembers nothing of those before. One that `is_preview` shows what no build
    would publish, and is not kept from it by mistakes; `released` is the project that it is a preview of.
    One that is a trial is drawn past what stops it, as far as there can be a site.
    `touched` are the files, by absolute path, of which somebody saw since the order before that they
    look otherwise; None when nobody looked.
    """

    project: Project
    today: date | None = None
    jobs: int = 0
    strict: bool = False
    progress: Progress = quiet
    is_clean: bool = False
    view: View = NOBODY
    is_preview: bool = False
    is_trial: bool = False
    released: Project | None = None
    touched: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a build or a check. `written` and the like are None when nothing was to be written.

    `desk` is what there is to say of single texts of a preview; of a build there is nothing. Where
    nothing was written, `is_first` tells that no site stood there before.
    """

    exit_code: int
    problems: tuple[Problem, ...]
    tally: Tally | None = None
    today_fixed: bool = False
    pages: int = 0
    written: tuple[str, ...] | None = None
    removed: tuple[str, ...] = ()
    kept: int = 0
    stages: tuple[tuple[str, float], ...] = ()
    recovered: bool = False
    forgot: bool = False
    desk: tuple[Mark, ...] = ()
    is_first: bool = False


def unchanged(report: Report) -> Report:
    """What the next build would report when nothing changes meanwhile."""
    kept = len(report.written or ()) + report.kept
    return replace(
        report, written=(), removed=(), kept=kept, stages=(), recovered=False, forgot=False
    )


def exit_code(problems: tuple[Problem, ...], tally: Tally | None, *, strict: bool) -> int:
    """0 done, 1 content problems, 4 done but an entry marked ready waits (interface.md, Exit codes)."""
    stops = {"stop", "warn"} if strict else {"stop"}
    if tally is None or any(one.severity in stops for one in problems):
        return CONTENT
    return 4 if any(one.why == "future" for one in tally.withheld) else 0
