"""New site: a project folder of one's own, with settings to change and a draft to begin from."""

import os

from generator.edge import starter
from generator.values.place import Place
from generator.values.problem import Problem, Stop


def new_site(folder: str, shown: str) -> str:
    """Make the folder's parts; Stop when something stands there already. Returns the settings' path."""
    if not starter.is_free(folder):
        raise Stop(Problem("new-site/exists", Place(shown), (("path", shown),)), 2)
    starter.write(folder)
    return os.path.join(folder, "content", "site.yaml")
