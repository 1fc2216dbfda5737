"""The files for the site's root (favicon, domain verification), unchanged."""

from collections.abc import Iterable

from generator.plan.frame import Frame
from generator.plan.steps import Brought, Made, Step


def steps(frame: Frame) -> Iterable[Step]:
    """All of them at once."""
    return (("root",),) if frame.site.files else ()


def make(frame: Frame, step: Step) -> Made:
    """Every such file, as found."""
    del step
    return Made(brought=tuple(Brought(one.address, one.source) for one in frame.site.files))
