"""In which pack what is remembered of a step stands: an edit brings a month's, or a year's, and no others."""

from generator.exports import manifest
from generator.plan.line import Line
from generator.plan.questions import Question
from generator.plan.register import Register
from generator.plan.steps import Step, owner_of

ASKED, ROWS = "steps", "files"
"""Families of packs: what steps asked and say, and the rows of their files."""


class Filing:
    """Names of packs, by what the `register` says of an entry; without one all steps are the site's own."""

    def __init__(self) -> None:
        self.register: Register | None = None

    def rows(self, step: Step) -> str:
        """The pack of the rows of its files, which is what a shard of the manifest is made of."""
        return f"{ROWS}-{_shard_of(self._line(step))}"

    def asked(self, step: Step, family: str = ASKED) -> str:
        """The pack of what a step of an entry asked or said: of what was published in a month."""
        line = self._line(step)
        return f"{family}-{_shard_of(line)}-{line.month[5:] if line else ''}"

    def apart(self, question: Question) -> str:
        """The pack of a fact that is kept apart: an entry's stands with its month, a year has its own."""
        family, owner = f"{question[0]}s", owner_of(question)
        if owner[0] == "entry":
            return self.asked(owner, family)
        return f"{family}-{str(question[1]).replace('/', '_')}"

    def _line(self, step: Step) -> Line | None:
        return self.register.line(str(step[1])) if self.register and step[0] == "entry" else None


def _shard_of(line: Line | None) -> str:
    return manifest.shard_of(line.category, line.day[:4]) if line else manifest.SITE
