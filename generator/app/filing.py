"""In which pack what is remembered of a step stands: an edit brings a month's, or a year's, and no others."""

import functools

from generator.app.apart import APART
from generator.exports import manifest
from generator.plan.line import Line
from generator.plan.questions import Question
from generator.plan.register import Register
from generator.plan.steps import Step

ASKED, ROWS = "steps", "files"
"""Families of packs: what steps asked and say, and the rows of their files."""


class Filing:
    """Names of packs, by what the `register` says of an entry; without one all steps are the site's own."""

    def __init__(self) -> None:
        self.register: Register | None = None

    def rows(self, step: Step) -> str:
        """The pack of the rows of its files, which is what a shard of the manifest is made of."""
        line = self._line(str(step[1])) if step[0] == "entry" else None
        return _of_year(line.category, line.day[:4]) if line else f"{ROWS}-{manifest.SITE}"

    def asked(self, step: Step) -> str:
        """The pack of what a step of an entry asked or said: of what was published in a month."""
        return self._in_month(ASKED, str(step[1]))

    def apart(self, question: Question) -> str:
        """The pack of a fact that is kept apart: an entry's stands with its month, a year has its own."""
        family, name = f"{question[0]}s", str(question[1])
        if question[0] in APART["entry"]:
            return self._in_month(family, name)
        return f"{family}-{name.replace('/', '_')}"

    def _in_month(self, family: str, address: str) -> str:
        line = self._line(address)
        return (
            _of_month(family, line.category, line.day[:7]) if line else f"{family}-{manifest.SITE}-"
        )

    def _line(self, address: str) -> Line | None:
        return self.register.line(address) if self.register else None


# worked out once each: thousands of entries, one after the other, are of a few hundred months


@functools.cache
def _of_year(category: str, year: str) -> str:
    return f"{ROWS}-{manifest.shard_of(category, year)}"


@functools.cache
def _of_month(family: str, category: str, month: str) -> str:
    return f"{family}-{manifest.shard_of(category, month[:4])}-{month[5:]}"
