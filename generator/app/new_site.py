"""New site: a project folder of one's own, with settings to change and a draft to begin from."""

import json
import os

from generator.edge import starter
from generator.model.schema import schemas
from generator.values.place import Place
from generator.values.problem import Problem, Stop


def new_site(folder: str, shown: str) -> str:
    """Make the folder's parts; Stop when something stands there already. Returns the settings' path.

    Beside the starter's files stand the schemas by which an editor offers keys.
    """
    if not starter.is_free(folder):
        raise Stop(Problem("new-site/exists", Place(shown), (("path", shown),)), 2)
    made = {
        f".vscode/schemas/{name}": json.dumps(schema, ensure_ascii=False, indent=1).encode()
        for name, schema in schemas().items()
    }
    starter.write(folder, made)
    return os.path.join(folder, "content", "site.yaml")
