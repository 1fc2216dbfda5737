"""What a preview says of its entries: which of them no build would publish as they are, and why."""

from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.problem import Problem

State = Literal["draft", "future", "internal", "broken", "withdrawn", "superseded", "public"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A text that is not simply public: where its page stands, its file, and what is to be said of it.

    `on` is the day (ISO form) on which it will be published, was withdrawn or was replaced, or empty.
    Of one that is internal there is no page. Only one of which there is something to say is `public`.
    """

    address: str
    source: str
    title: str
    state: State
    on: str
    problems: tuple[Problem, ...]
