"""robots.txt: everything may be read; where the sitemap is."""

from collections.abc import Iterable

from generator.plan import routes
from generator.plan.frame import Frame
from generator.plan.steps import Made, Step
from generator.values.artifact import Artifact


def steps(frame: Frame) -> Iterable[Step]:
    """One file."""
    del frame
    return (("robots",),)


def make(frame: Frame, step: Step) -> Made:
    """The file that crawlers ask for first."""
    del step
    url = frame.site.settings.url
    lines = ["User-agent: *", "Disallow:", *([f"\nSitemap: {url}{routes.SITEMAP}"] if url else [])]
    return Made(files=(Artifact(routes.ROBOTS, ("\n".join(lines) + "\n").encode()),))
