"""One door per library, also for imports that wait for a call or are named by a text."""

import sys

import pytest

from tests.house.house import Import, imports

DOORS = {
    "yaml": {"generator.read.yamlparser"},
    "markdown": {"generator.read.markdown"},
    "imagesize": {"generator.read.attachments"},
    "python_calamine": {"generator.read.xlsx"},
    "jinja2": {"generator.render.engine", "generator.render.runtime", "generator.render.writer"},
    "asyncssh": {"generator.edge.ssh", "generator.targets.sftp"},
    "cryptography": {"generator.edge.minisign"},
    "keyring": {"generator.edge.keys"},
    "rich": {"generator.cli.progress"},
    "rjsmin": {"generator.render.small"},
    "segno": {"generator.render.qr"},
    "livereload": {"generator.edge.serve"},
    "tornado": {"generator.edge.serve"},
    "obstore": {"generator.targets.s3"},
    "watchfiles": {"generator.edge.watch"},
    "markupsafe": {"generator.render.filters", "generator.render.qr"},
    "pytest": {"generator.cli.test"},
}
"""By library: the modules that may name it. `cli/test.py` only asks whether pytest is there."""


def _library(one: Import) -> str:
    return one.target.split(".", maxsplit=1)[0]


@pytest.mark.parametrize("library", DOORS)
def test_a_library_is_named_at_its_door_only(library: str) -> None:
    """Whoever wants another library looks at one file."""
    wrong = [
        one.at
        for one in imports()
        if _library(one) == library and one.module.name not in DOORS[library]
    ]

    assert [] == wrong


def test_nothing_else_from_outside_is_imported() -> None:
    """A new dependency gets a door first."""
    known = {*DOORS, *sys.stdlib_module_names, "generator"}

    assert [] == [f"{one.at} {one.target}" for one in imports() if _library(one) not in known]


def test_modules_named_at_run_time_are_rooms_of_ours() -> None:
    """A name that is put together never leaves its family: `generator.<floor>.<room>`.

    Words have a floor of parts in each language.
    """
    named = {(one.module.name, one.target) for one in imports() if "*" in one.target}

    assert {target.rpartition(".")[0] for _, target in named} <= {
        "generator.checks",
        "generator.exports",
        "generator.model",
        "generator.plan",
        "generator.read",
        "generator.targets",
        "generator.words.*",
    }
