"""The project's own tests, as the README's command runs them."""

import compileall
import importlib.util
import os
import subprocess
import sys

from generator.cli.arguments import Asked
from generator.cli.voice import Voice, tell
from generator.edge.project import HOME

USAGE = 2


def run_tests(asked: Asked, speaking: Voice) -> int:
    """Run pytest in the project's own folder on all cores; the exit code is pytest's.

    The generator is compiled before: hundreds of processes of the tests would each do it for itself.
    """
    if importlib.util.find_spec("pytest") is None:
        tell(speaking.say("tests_no_dev"))
        return USAGE
    if not os.path.isdir(os.path.join(HOME, "tests")):
        tell(speaking.say("tests_not_here"))
        return USAGE
    compileall.compile_dir(os.path.join(HOME, "generator"), quiet=2)
    words = [sys.executable, "-m", "pytest", "-n", "auto", *asked.rest]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(words, cwd=HOME, env=environment, check=False).returncode  # noqa: S603 - our own interpreter
