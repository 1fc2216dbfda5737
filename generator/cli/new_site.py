"""`new-site DIR`."""

import os

from generator.app.new_site import new_site
from generator.cli.arguments import Asked
from generator.cli.voice import Voice, seen_from, tell


def run_new_site(asked: Asked, speaking: Voice, here: str) -> int:
    """Make the folder and say what to do next."""
    folder = os.path.normpath(os.path.join(here, asked.argument))
    settings = seen_from(here, new_site(folder, asked.argument))
    content = seen_from(here, os.path.join(folder, "content"))
    tell(speaking.say("new_site_done", path=asked.argument))
    tell(
        speaking.say(
            "new_site_next", file=settings, command=f'{speaking.program} --site "{content}"'
        )
    )
    return 0
