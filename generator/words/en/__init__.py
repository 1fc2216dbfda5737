"""What we say in English."""

from collections.abc import Mapping

from generator.words.parts import Parts
from generator.words.sentence import Sentence

PROBLEMS: Mapping[str, Sentence] = Parts("en", "PROBLEMS", "/")
SAY: Mapping[str, str] = Parts("en", "SAY", "_")
NEAR = "Did you mean `{near}`?"
WITHHELD = {
    "draft": "a draft",
    "future": "to be published on {until}",
    "internal": "for internal readers only",
    "readme": "a note for colleagues, never published",
}
