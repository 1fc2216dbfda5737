"""Every sentence has its code, every code its sentence, in both languages, and no blank stays empty."""

import ast
import re
import typing
from fnmatch import fnmatch

import pytest

from generator.model.site import Why
from generator.values.problem import COPIED
from generator.words import en, zh
from generator.words.parts import PARTS
from tests.house.calls import Said, blanks, said
from tests.house.house import GENERATOR, modules, pattern

BOTH = {"en": en, "zh": zh}
TELLERS = ("Problem", "problem", "_say", "_at", "_in", "_wrong", "_RefusedError", "HostFault")
"""The functions that make a problem from its code and its facts."""
CHINESE = {"help"}
"""Facts that are written in Chinese only, so that an English sentence does without."""
_COUNTED = re.compile(
    r"\{(?!limit|most|number|minutes|seconds|rows|columns|wanted|spaces)\w+\}"
    r"(?: (?:other|more|working))? (?:files|pages|entries|problems|days|cells|votes)\b"
)
"""Counts that may be one, before a plural."""
OF_THE_DOOR = {"error", "live"}
"""Facts of a failing host that are added where it becomes a problem."""
OF_THE_VOICE = {"program"}
"""Facts that the voice adds to every problem: it alone knows what the program is called here."""


def _told() -> tuple[Said, ...]:
    return tuple(one for one in said(*TELLERS) if one.text in zh.PROBLEMS)


def _texts() -> set[str]:
    """Every text in the generator outside the words, with `*` for what is put in at run time."""
    return {
        pattern(node)
        for module in modules()
        if module.floor != "words"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant | ast.JoinedStr)
    }


def test_both_languages_know_the_same_problems() -> None:
    """Whoever reads English misses nothing."""
    assert list(zh.PROBLEMS) == list(en.PROBLEMS)


def test_both_languages_say_the_same_things() -> None:
    """Also beyond problems."""
    assert (list(zh.SAY), list(zh.WITHHELD)) == (list(en.SAY), list(en.WITHHELD))


@pytest.mark.parametrize("language", BOTH)
def test_every_language_has_the_same_parts(language: str) -> None:
    """Two files of one name, to be read side by side; none that no family leads to."""
    parts = {path.stem for path in (GENERATOR / "words" / language).glob("*.py")}

    assert {*PARTS, "scaffold", "__init__"} == parts


@pytest.mark.parametrize("language", BOTH)
def test_every_sentence_is_found_by_its_key(language: str) -> None:
    """In the part that holds its family, which is where it is looked for, and only there."""
    words = BOTH[language]
    for table in (words.PROBLEMS, words.SAY):
        assert [] == [key for key in table if key not in table]
        assert len(table) == len(set(table))


@pytest.mark.parametrize("code", zh.PROBLEMS)
def test_a_problem_has_the_same_blanks_in_both_languages(code: str) -> None:
    """A fact that one reader is told, the other is told too."""
    chinese, english = zh.PROBLEMS[code], en.PROBLEMS[code]

    assert blanks("".join(chinese)) - CHINESE == blanks("".join(english)) - CHINESE


@pytest.mark.parametrize("code", zh.PROBLEMS)
def test_advice_that_shows_what_to_write_is_given_in_words_too(code: str) -> None:
    """What holds a masked number must not be copied, and is not shown."""
    for words in BOTH.values():
        one = words.PROBLEMS[code]

        assert bool(one.instead) == bool(blanks(one.how) & COPIED)
        assert not blanks(one.instead) & COPIED


@pytest.mark.parametrize("key", zh.SAY)
def test_what_we_say_has_the_same_blanks_in_both_languages(key: str) -> None:
    """The same for what is no problem."""
    assert blanks(zh.SAY[key]) == blanks(en.SAY[key])


def test_every_problem_that_is_told_has_a_sentence() -> None:
    """A code without one would end in a traceback, at the worst moment."""
    families = {code.partition("/")[0] for code in zh.PROBLEMS}
    coded = {
        one.text
        for one in said(*TELLERS)
        if one.text.partition("/")[0] in families and "/" in one.text and "*" not in one.text
    }
    patterned = {one.text for one in said(*TELLERS) if "/*" in one.text}
    guessed = {
        code for code in coded if any(code.startswith(one.rstrip("*")) for one in patterned)
    } - zh.PROBLEMS.keys()

    assert set() == coded - zh.PROBLEMS.keys() - guessed


@pytest.mark.parametrize("code", zh.PROBLEMS)
def test_every_sentence_is_said_somewhere(code: str) -> None:
    """A sentence that nothing says is a promise that nothing keeps."""
    assert code in {one.text for one in _told()}


@pytest.mark.parametrize("code", zh.PROBLEMS)
def test_every_blank_is_a_fact_that_is_passed(code: str) -> None:
    """A blank without its fact leaves a hole in the sentence, for somebody to wonder about."""
    wanted = blanks("".join((*zh.PROBLEMS[code], *en.PROBLEMS[code]))) - OF_THE_VOICE
    wanted -= OF_THE_DOOR if code.startswith("host/") else set()
    holes = {
        one.at: missing
        for one in _told()
        if one.text == code and one.facts is not None and (missing := wanted - one.facts)
    }

    assert {} == holes


@pytest.mark.parametrize("key", zh.SAY)
def test_everything_we_can_say_is_said_with_its_facts(key: str) -> None:
    """`say` refuses a missing fact only when it is too late."""
    calls = [one for one in said("say") if fnmatch(key, one.text)]
    wanted = blanks(zh.SAY[key]) - OF_THE_VOICE

    assert [] != calls
    assert [] == [one.at for one in calls if one.facts is not None and wanted - one.facts]


def test_everything_that_is_said_can_be() -> None:
    """Every key that the commands speak by is in the words."""
    spoken = {one.text for one in said("say") if one.at.startswith("generator/cli/")}

    assert set() == {key for key in spoken if "*" not in key and "_" not in key} - zh.SAY.keys()
    assert set() == {
        key
        for key in spoken
        if "*" in key and not any(one.startswith(key.partition("*")[0]) for one in zh.SAY)
    }


def test_every_reason_to_withhold_has_its_words() -> None:
    """An entry that is not published is told why, whatever the reason."""
    assert set(typing.get_args(Why)) == set(zh.WITHHELD)


def test_no_english_count_reads_wrongly_where_there_is_one() -> None:
    """A count stands before no plural, but for those that are a limit or given by what we are."""
    sentences = {
        **en.SAY,
        **{code: "\n".join(one) for code, one in en.PROBLEMS.items()},
    }

    found = {key: _COUNTED.findall(text) for key, text in sentences.items()}

    assert {} == {key: counted for key, counted in found.items() if counted}


@pytest.mark.parametrize("language", BOTH)
def test_sentences_are_written_in_one_style(language: str) -> None:
    """No full stop behind a part, no blame, nothing that "simply" needs doing."""
    unwanted = ("simply", "just ", "please", "must not", "illegal", "invalid", "只需", "错误地")
    wrong = [
        (code, part)
        for code, sentence in BOTH[language].PROBLEMS.items()
        for part in sentence
        if (part.endswith((".", "。")) and not part.endswith("..."))
        or any(word in part.lower() for word in unwanted)
    ]

    assert [] == wrong


@pytest.mark.parametrize("language", BOTH)
def test_every_problem_says_what_to_do(language: str) -> None:
    """`why` may be empty; what is wrong and how to mend it may not."""
    sentences = BOTH[language].PROBLEMS

    assert [] == [code for code, one in sentences.items() if not (one.what and one.how)]
