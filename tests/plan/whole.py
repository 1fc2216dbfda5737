"""Whole sites as planners get them, read from their folders once."""

import functools
from datetime import date
from pathlib import Path

from generator.edge.project import project_at, read_content
from generator.model.site import Site
from generator.plan.frame import Frame
from generator.plan.questions import Supply
from generator.read.assemble import assemble, find_settings
from tests.plan.test_plan import ASSETS, language


@functools.cache
def site_at(content: Path, today: date = date(2026, 11, 21)) -> Site:
    """What a content folder holds, as of a day."""
    files = read_content(project_at(content.name, None, str(content.parent))).value
    settings = find_settings(files or (), content.name).value
    assert files
    assert settings
    site = assemble(files, content.name, settings, today, map).value
    assert site
    return site


def frame_of(site: Site, supply: Supply | None = None) -> Frame:
    """The bench of its planners, with the default theme's words."""
    return Frame(site, language(), ASSETS, supply)
