"""The language we speak in, and how a problem looks on a terminal."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from generator.values.dataclass import replace
from generator.values.place import Place
from generator.values.problem import Excerpt, Problem, safe
from generator.values.text import mask_path, width
from generator.words.sentence import Sentence

_RED, _BLUE, _DIM, _END = "\x1b[31m", "\x1b[34m", "\x1b[2m", "\x1b[0m"


class Voice(NamedTuple):
    """Sentences in one language, and whether the terminal shows colour."""

    problems: Mapping[str, Sentence]
    near: str
    said: Mapping[str, str]
    reasons: Mapping[str, str]
    colour: bool
    english: bool
    program: str

    def say(self, key: str, **facts: object) -> str:
        """A sentence of ours."""
        return self.said[key].format(**facts)

    def sentence(self, problem: Problem) -> Sentence:
        """What is wrong, why it matters and what to do, the nearest known word included."""
        facts = {name: safe(name, value) for name, value in problem.facts}
        facts["program"] = self.program
        if "live" in facts:
            facts["live"] = self.say(f"live_{facts['live']}")
        filled = self.problems[problem.code].fill(facts)
        if not facts.get("near"):
            return filled
        return filled._replace(how=f"{self.near.format(near=facts['near'])} {filled.how}")

    def paint(self, problem: Problem) -> str:
        """The problem with its place, the masked source line, why, and what to do."""
        sentence = self.sentence(problem)
        lines = [
            f"{self._in(_RED, shown(problem.place))}  {sentence.what}  {self._in(_DIM, problem.code)}"
        ]
        if problem.excerpt:
            lines += self._quote(problem.excerpt, problem.place.line)
        if sentence.why:
            lines.append(f"  {self._in(_DIM, self.say('why'))}  {sentence.why}")
        lines.append(f"  {self._in(_BLUE, self.say('how'))}  {sentence.how}")
        return "\n".join(lines)

    def card(self, problem: Problem) -> dict[str, object]:
        """The same as plain values, for a browser."""
        sentence = self.sentence(problem)
        card: dict[str, object] = {
            "place": shown(problem.place),
            "what": sentence.what,
            "code": problem.code,
            "severity": problem.severity,
            "why": sentence.why,
            "how": sentence.how,
        }
        if problem.excerpt:
            one = problem.excerpt
            card["quote"] = {
                "line": problem.place.line,
                "text": one.text,
                "start": one.start,
                "length": one.length,
            }
        return card

    def _quote(self, excerpt: Excerpt, line: int) -> list[str]:
        number = str(line)
        gap = " " * len(number)
        text = excerpt.text.replace("\t", " ")
        before = " " * width(text[: excerpt.start])
        caret = "^" * max(1, width(text[excerpt.start : excerpt.start + excerpt.length]))
        return [f"  {number} | {text}", f"  {gap} | {before}{self._in(_RED, caret)}"]

    def _in(self, colour: str, text: str) -> str:
        return f"{colour}{text}{_END}" if self.colour else text


def shown(place: Place) -> str:
    """A place as it may be shown: long numbers in a file's name are masked."""
    return str(replace(place, path=mask_path(place.path)))


def voice(language: str, stream: TextIO, program: str) -> Voice:
    """The voice for `language` (`zh` or `en`), with colour only on a terminal that wants it.

    `program` is how the reader calls us, for the commands that we tell them to type.
    """
    colour = stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    if language == "en":
        from generator.words import en  # only one language is loaded

        return Voice(
            en.PROBLEMS, en.NEAR, en.SAY, en.WITHHELD, colour, english=True, program=program
        )
    from generator.words import zh  # only one language is loaded

    return Voice(zh.PROBLEMS, zh.NEAR, zh.SAY, zh.WITHHELD, colour, english=False, program=program)


def language_of(environment: Mapping[str, str], asked: str, encoding: str | None = None) -> str:
    """`zh` unless English is asked for, or the locale is an English one, or nothing else can be shown.

    That is where nothing is asked for, and the `encoding` of who listens has no Chinese.
    """
    if asked:
        return asked
    named = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    is_english = named.lower().startswith("en") or not _has_chinese(encoding or "utf-8")
    return "en" if is_english else "zh"


def _has_chinese(encoding: str) -> bool:
    try:
        "公开".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def program_name(first: str, here: str, *, windows: bool) -> str:
    """How this program is called from `here`: the installed `gongkai`, or `build.py` by Python."""
    name = os.path.basename(first)
    if name.startswith("gongkai"):
        return "gongkai"
    script = typed(here, first) if name == "build.py" else "build.py"
    return f"py {script}" if windows else f"python3 {script}"


def brave(stream: TextIO) -> None:
    """Make a stream print what it can and escape the rest: a GBK console gets no crash."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")


def seen_from(here: str, path: str) -> str:
    """The path as it is best typed from the folder `here`: relative inside it, absolute outside."""
    inside = os.path.join(here, "")
    return os.path.relpath(path, here) if path.startswith(inside) else path


def typed(here: str, path: str) -> str:
    """The path as it is typed in a command: seen from `here`, in quotes where it holds a space."""
    seen = seen_from(here, path)
    return f'"{seen}"' if " " in seen else seen


def tell(text: str) -> None:
    """Talk goes to stderr."""
    sys.stderr.write(text + "\n")
