"""What was typed, against the declared commands: every mistake a problem with a suggestion."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.cli.commands import COMMANDS, DEFAULT, Command, Option, command
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.text import nearest

_LONG = {"-h": "--help"}


class Asked(NamedTuple):
    """A command with its arguments and options; `rest` is passed on untouched (to pytest)."""

    command: Command
    argument: str
    options: dict[str, str]
    rest: tuple[str, ...] = ()
    second: str = ""

    def has(self, name: str) -> bool:
        """Whether a switch was given."""
        return name in self.options


def parse(words: Sequence[str]) -> Read[Asked]:
    """The command that `words` ask for. `--name value` and `--name=value` are both understood."""
    words = _language_last([_LONG.get(word, word) for word in words])
    named = words[0] if words and not words[0].startswith("-") else DEFAULT
    chosen = command(named)
    if chosen is None:
        offered = "、".join(one.name for one in COMMANDS)
        near = nearest(named, [one.name for one in COMMANDS])
        return _wrong("usage/command", value=named, offered=offered, near=near)
    rest = list(words[1:] if words and words[0] == named else words)
    return _options(chosen, rest)


def _language_last(words: list[str]) -> list[str]:
    """`--lang en build` means what `build --lang en` means."""
    if words[:1] == ["--lang"]:
        return words[2:] + words[:2]
    if words and words[0].startswith("--lang="):
        return words[1:] + words[:1]
    return words


def _options(chosen: Command, words: list[str]) -> Read[Asked]:
    options: dict[str, str] = {}
    arguments: list[str] = []
    most = bool(chosen.argument) + bool(chosen.second)
    passed_on: list[str] = []
    while words:
        word = words.pop(0)
        name, sign, value = word.partition("=")
        option = next((one for one in chosen.options if one.name == name), None)
        if option is None:
            if chosen.name == "test":
                passed_on.append(word)
            elif word.startswith("-") or len(arguments) == most:
                return _unknown(chosen, word)
            else:
                arguments.append(word)
        elif name in options or (sign and not (option.value and value)):
            return _value(chosen, option, word)
        elif not option.value or option.value.startswith("["):
            options[name] = value or _number(option, words)
        elif value or (words and not words[0].startswith("--")):
            options[name] = value or words.pop(0)
            if option.choices and options[name] not in option.choices:
                return _value(chosen, option, f"{name} {options[name]}")
        else:
            return _value(chosen, option, word)
    is_needed = chosen.argument and not chosen.argument.startswith("[")
    if is_needed and not arguments and "--help" not in options:
        example = f"{chosen.name} {chosen.example}"
        return _wrong("usage/missing", what=chosen.argument, form=chosen.form, example=example)
    first, second = (*arguments, "", "")[:2]
    return Read(Asked(chosen, first, options, tuple(passed_on), second))


def _number(option: Option, words: list[str]) -> str:
    """The number behind an option that may have one; nothing where there is none."""
    return words.pop(0) if option.value and words and words[0].isdigit() else ""


def _unknown(chosen: Command, word: str) -> Read[Asked]:
    names = [one.name.removeprefix("--") for one in chosen.options]
    found = nearest(word.lstrip("-").partition("=")[0], names)  # two hyphens are no likeness
    near = f"--{found}" if found else ""
    return _wrong("usage/option", value=word, command=chosen.name, near=near)


def _value(chosen: Command, option: Option, typed: str) -> Read[Asked]:
    return _wrong("usage/value", typed=typed, form=option.form, command=chosen.name)


def wrong_value(asked: Asked, name: str) -> Problem:
    """The problem of an option's value that cannot be used."""
    option = next(one for one in asked.command.options if one.name == name)
    found = _value(asked.command, option, f"{name} {asked.options[name]}")
    return found.problems[0]


def _wrong(code: str, **facts: str) -> Read[Asked]:
    return Read(None, (Problem(code, Place("build.py"), tuple(facts.items())),))
