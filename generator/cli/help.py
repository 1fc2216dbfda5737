"""Help, from the declared commands, in columns that fit Chinese."""

from generator.cli.commands import COMMANDS, Command
from generator.cli.voice import Voice
from generator.values.text import pad


def overview(voice: Voice) -> str:
    """All commands, and the options of the default one."""
    lines = [
        voice.say("usage", program=voice.program, form="[COMMAND] [OPTIONS]"),
        "",
        voice.say("commands"),
    ]
    lines += [_row(one.form, one.zh, one.en, voice) for one in COMMANDS]
    return "\n".join([*lines, "", *_options(COMMANDS[0], voice)])


def detail(chosen: Command, voice: Voice) -> str:
    """One command with its options."""
    form = f"{chosen.form} [OPTIONS]"
    head = [
        voice.say("usage", program=voice.program, form=form),
        "",
        chosen.en if voice.english else chosen.zh,
        "",
    ]
    return "\n".join([*head, *_options(chosen, voice)])


def _options(chosen: Command, voice: Voice) -> list[str]:
    rows = [
        _row(f"{one.name} {one.value}".strip(), one.zh, one.en, voice) for one in chosen.options
    ]
    return [voice.say("options"), *rows]


def _row(left: str, zh: str, en: str, voice: Voice) -> str:
    return f"  {pad(left, 20)}  {en if voice.english else zh}"
