"""robots.txt: everything may be read; where the sitemap is."""

from collections.abc import Mapping

from generator.plan import routes
from generator.plan.plan import Plan
from generator.values.artifact import Artifact


def export(plan: Plan, bodies: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    """The file that crawlers ask for first."""
    del bodies
    url = plan.site.settings.url
    lines = ["User-agent: *", "Disallow:", *([f"\nSitemap: {url}{routes.SITEMAP}"] if url else [])]
    return (Artifact(routes.ROBOTS, ("\n".join(lines) + "\n").encode()),)
