"""One linear reading of a YAML text: every line that does not say what its writer meant, and its remedy.

The parser behind `yamldoc` stops at the first mistake, often a line late, or folds it silently
into a value. This reading knows what clerks do instead, goes on to the last line, and shows for
each mistake the line to write. It is stricter than YAML: a plain value stays on its line.
"""

import re
from typing import NamedTuple

from generator.read import yamlform
from generator.read.yamllevels import Levels
from generator.read.yamlspan import BLANKS, MAX_DEPTH, Span, block, flow, quotes
from generator.values.dataclass import dataclass, field
from generator.values.pattern import pattern

MOST = 50
"""So many mistakes are told at once; whoever mends them sees the others."""
_ORDINARY = pattern(r"( *)(- )?(\w+):(?: (\w[^:#\t]*))?")
_LEAD = pattern(rf"[ \t{BLANKS}]*")
_STRANGE = pattern(rf"[\t{BLANKS}]+")
_DOCUMENT = pattern(r"(?:---|\.\.\.)(?=[ \t]|$)")
_DASH = pattern(r"-(?:[ \t]+|$)")
_BULLET = pattern(rf"(?:-(?![-\d])|[－—–•·●])[ {BLANKS}]*(?=\S)")
_MEANT = pattern(
    rf"(?=[^\W\d]|（)(?P<key>[^\s：:，。；！？\"'“”#]{{1,24}})[ {BLANKS}]*"
    r"(?:(?P<wide>：)|:(?!//))(?P<rest>.*)"
)
_SPACED = pattern(rf"(?P<key>\w{{1,12}})[ \t{BLANKS}]+(?P<rest>\S.*)")
_WIDTH = {"\t": "  ", "\u3000": "  "}


class Finding(NamedTuple):
    """A mistake at a line and column of the text, counted from 1, with what its sentence needs."""

    code: str
    line: int
    column: int
    length: int
    facts: dict[str, str]


def scan(text: str) -> tuple[Finding, ...]:
    """Every mistake, one a line at most, in the order of the lines; none in a text of our dialect."""
    reading = _Scan(text.split("\n"))
    reading.run()
    return tuple(reading.found)


@dataclass(slots=True)
class _Scan:
    """The state of the reading: the line it is at, what is open there, and whether a value is awaited."""

    lines: list[str]
    at: int = 0
    levels: Levels = field(default_factory=Levels)
    awaits: bool = True
    plain: bool = False
    begun: bool = False
    done: bool = False
    found: list[Finding] = field(default_factory=list)

    def run(self) -> None:
        while self.at < len(self.lines) and len(self.found) < MOST and not self.done:
            line = self.lines[self.at]
            ordinary = _ORDINARY.fullmatch(line)
            if ordinary:
                if ordinary[2]:
                    self._enter(len(ordinary[1]), is_list=True)
                    self.awaits = True
                self._enter(ordinary.start(3), is_list=False)
                self.awaits, self.plain = ordinary[4] is None, True
            else:
                self._line(line.rstrip(" \t"))
            self.begun = self.begun or bool(ordinary)
            self.at += 1

    def _say(self, code: str, column: int, length: int = 1, **facts: str) -> None:
        """A mistake in this line; the first one of a line is the one that the others follow from."""
        if not self.done and (not self.found or self.found[-1].line <= self.at):
            whole = {name: text for name, text in facts.items() if yamlform.is_shown(text)}
            self.found.append(Finding(code, self.at + 1, column + 1, max(1, length), whole))

    # Lines -----------------------------------------------------------------------------------

    def _line(self, line: str) -> None:
        if not line or line.lstrip(" ").startswith("#"):
            return
        if _DOCUMENT.match(line):
            self._document(line)
            return
        lead = _LEAD.match(line)
        start = lead.end() if lead else 0
        strange = _STRANGE.search(line, 0, start)
        if strange:
            line, start = self._straighten(line, start, strange)
        self._dashes(line, start)
        self.begun = True

    def _document(self, line: str) -> None:
        if self.begun or line != "---":
            self._say("yaml/documents", 0, 3)
            self.done = True
        self.begun = True

    def _straighten(self, line: str, start: int, strange: re.Match[str]) -> tuple[str, int]:
        """The line with spaces for what is no space; where it belongs is told by the lines above."""
        guess = len("".join(_WIDTH.get(char, " ") for char in line[:start]))
        is_list = bool(_DASH.match(line, start))
        column = self.levels.nearest(guess, is_list=is_list, awaits=self.awaits)
        mended = " " * column + line[start:]
        size = strange.end() - strange.start()
        if "\t" in strange.group():
            self._say("yaml/tab", strange.start(), size, quoted=mended)
        else:
            self._say("yaml/blank", strange.start(), size, quoted=mended)
        return mended, column

    def _dashes(self, line: str, column: int) -> None:
        in_list = False
        while dash := _DASH.match(line, column):
            if not self._enter(column, is_list=True):
                return
            if "\t" in dash.group():
                mended = f"- {line[dash.end() :]}"
                self._say(
                    "yaml/tab", dash.start() + 1, dash.end() - dash.start() - 1, quoted=mended
                )
            self.awaits = in_list = True
            column = dash.end()
        if column < len(line):
            self._content(line, column, in_list=in_list)
        elif "\t" in self.lines[self.at][len(line) :]:
            self._say("yaml/tab", len(line), quoted=line.lstrip())

    def _content(self, line: str, column: int, *, in_list: bool) -> None:
        """What stands behind the indentation and the dashes of a line."""
        rest = line[column:]
        if rest[0] in "\"'[{":
            runs_on = self.plain and not self.awaits and 0 <= self.levels.below() < column
            if runs_on and not in_list:
                self._run_on(line, column, self.levels.below())
            else:
                self._enclosed(line, column)
        elif rest.startswith("? ") or rest == "?":
            self._say("yaml/key", column)
            self.awaits = True
        else:
            colon, remark = yamlform.colon_in(rest), yamlform.remark_in(rest)
            if colon >= 0 and not 0 <= remark < colon:
                self._keyed(line, column, column + colon)
            else:
                self._bare(line, column, in_list=in_list)

    # Keys ------------------------------------------------------------------------------------

    def _keyed(self, line: str, column: int, colon: int) -> None:
        key, rest = line[column:colon].rstrip(), line[colon + 1 :]
        meant = _MEANT.fullmatch(line, column)
        if meant and meant.end("key") < colon and ("：" in key or ":" in key):
            self._mean(line, column, meant)
            return
        if not self._enter(column, is_list=False):
            return
        self._name(key, column, rest)
        self._behind(line, colon, key)

    def _behind(self, line: str, colon: int, key: str) -> None:
        """What stands behind the colon of a key."""
        rest = line[colon + 1 :]
        value = colon + 1 + len(rest) - len(rest.lstrip(" \t"))
        if "\t" in line[colon + 1 : value]:
            mended, tabs = yamlform.pair(key, line[value:]), line.count("\t", colon, value)
            self._say("yaml/tab", line.index("\t", colon), tabs, quoted=mended)
        self.awaits = value >= len(line)
        if not self.awaits:
            self._value(line, value)

    def _name(self, key: str, column: int, rest: str) -> None:
        """A key that is no name: what YAML would take for a reference, a tag or a merge."""
        mended = f"{yamlform.quoted(key)}:{rest}"
        if key == "<<":
            self._say("yaml/merge", column, 2)
        elif key[:1] in {"&", "*"}:
            self._say("yaml/alias", column, len(key), quoted=mended)
        elif key[:1] == "!":
            self._say("yaml/tag", column, len(key), quoted=mended)
        elif not yamlform.is_plain(key):
            self._say("yaml/key", column, max(1, len(key)))

    def _mean(self, line: str, column: int, meant: re.Match[str]) -> None:
        """A key whose colon is not one; it is read on as if it were."""
        prefix, key, rest = line[:column].lstrip(), meant["key"], meant["rest"]
        mended = prefix + yamlform.pair(key, rest.strip())
        mark = meant.start("rest") - 1
        if meant["wide"]:
            self._say("yaml/wide-colon", mark, 1, quoted=mended)
        elif rest and rest[0] in BLANKS:
            self._say("yaml/blank", mark + 1, len(rest) - len(rest.lstrip()), quoted=mended)
        else:
            self._say("yaml/colon-space", mark, 1, quoted=mended)
        self._enter(column, is_list=False)
        self.awaits = not rest.strip()

    # Lines without a key -----------------------------------------------------------------------

    def _bare(self, line: str, column: int, *, in_list: bool) -> None:
        meant = _MEANT.fullmatch(line, column)
        bullet = _BULLET.match(line, column)
        below = self.levels.below()
        expected = self.awaits and (in_list or column > below)
        runs_on = not self.awaits and 0 <= below < column
        if meant and self._is_a_key(meant, in_list=in_list, runs_on=runs_on):
            self._mean(line, column, meant)
        elif bullet and not in_list:
            self._say(
                "yaml/dash", column, bullet.end() - column, quoted=f"- {line[bullet.end() :]}"
            )
            self._enter(column, is_list=True)
        elif expected and below >= 0:
            self._value(line, column)
        elif runs_on:
            self._run_on(line, column, below)
        else:
            self._lost(line, column)

    def _is_a_key(self, meant: re.Match[str], *, in_list: bool, runs_on: bool) -> bool:
        """Whether the colon was to end a key; in a list, and below a value, texts have colons too."""
        return self._goes_deeper() if in_list else not runs_on or len(meant["key"]) <= 8

    def _run_on(self, line: str, column: int, below: int) -> None:
        """Lines that YAML would draw into the value above them, or that fell out of a block."""
        above = next(self.lines[n] for n in range(self.at - 1, -1, -1) if self.lines[n].strip())
        if not self.plain:
            deep = len(above) - len(above.lstrip(" "))
            mended = " " * deep + line.strip()
            self._say("yaml/indent", 0, column, quoted=mended, spaces=str(deep))
            return
        whole, first = yamlform.joined(above.strip(), line[column:]), self.at
        while self.at + 1 < len(self.lines) and self._is_more(self.lines[self.at + 1], below):
            self.at += 1
            whole = yamlform.joined(whole, self.lines[self.at].strip())
        last, self.at = self.at, first
        self._say("yaml/folded", column, len(line) - column, quoted=whole)
        self.at = last

    @staticmethod
    def _is_more(line: str, below: int) -> bool:
        inside = line.lstrip(" ")
        return (
            bool(inside)
            and len(line) - len(inside) > below
            and yamlform.colon_in(inside) < 0
            and not _MEANT.fullmatch(inside)
        )

    def _lost(self, line: str, column: int) -> None:
        """A line among keys that has none."""
        spaced = _SPACED.fullmatch(line, column)
        mended = yamlform.pair(spaced["key"], spaced["rest"]) if spaced else f"{line[column:]}: …"
        self._say("yaml/no-colon", column, len(line) - column, quoted=mended)
        self._enter(column, is_list=False)
        self.awaits = True

    # Values ----------------------------------------------------------------------------------

    def _value(self, line: str, column: int) -> None:
        """A value at `column`, of the key or the list that was entered last."""
        text, lead = line[column:], line[:column].lstrip()
        mended, size = lead + yamlform.quoted(text), len(text)
        self.awaits = self.plain = False
        match text[0]:
            case '"' | "'" | "[" | "{":
                self._enclosed(line, column)
            case "|" | ">":
                self._block(line, column)
            case "#" if not self._goes_deeper():
                self._say("yaml/hash", column, size, quoted=mended)
            case "#":
                self.awaits = True
            case "&" | "*":
                self._say("yaml/alias", column, size, quoted=mended)
                self.awaits = True
            case "!":
                self._say("yaml/tag", column, size, quoted=mended)
                self.awaits = True
            case "%" | "@" | "`" | "," | "]" | "}" as mark:
                self._say("yaml/mark", column, size, mark=mark, quoted=mended)
            case mark if yamlform.is_marker(text):
                self._say("yaml/mark", column, size, mark=mark, quoted=mended)
            case _:
                self._plain(text, column, mended)

    def _plain(self, text: str, column: int, mended: str) -> None:
        self.plain = True
        colon, remark = yamlform.colon_in(text), yamlform.remark_in(text)
        if remark >= 0 and not 0 <= colon < remark:
            self._say("yaml/comment", column, len(text), quoted=mended)
        elif colon >= 0:
            self._say("yaml/colon", column, len(text), quoted=mended)

    def _block(self, line: str, column: int) -> None:
        last = block(self.lines, self.at, column, self.levels.below())
        if last is None:
            text = line[column:]
            mended = line[:column].lstrip() + yamlform.quoted(text)
            self._say("yaml/mark", column, len(text), mark=text[0], quoted=mended)
        else:
            self.awaits = last == self.at
            self.at = last

    def _enclosed(self, line: str, column: int) -> None:
        """A value between quotes or brackets, or a quoted key."""
        is_quoted = line[column] in "\"'"
        span = (quotes if is_quoted else flow)(
            self.lines, line, self.at, column, self.levels.below()
        )
        if span.wrong:
            self._wrong_inside(line, column, span)
            return
        last = line if span.line == self.at else self.lines[span.line]
        rest = last[span.column :]
        if is_quoted and span.line == self.at and re.match(r"[ \t]*:(?:[ \t]|$)", rest):
            if self._enter(column, is_list=False):
                self._behind(line, span.column + rest.index(":"), line[column : span.column])
            return
        self.awaits = self.plain = False
        if not rest.strip() or rest.lstrip(" \t").startswith("#"):
            self.at = span.line
        elif span.line != self.at:
            self._open(line, column, is_quoted=is_quoted)
        elif rest.lstrip().startswith(":"):
            self._say("yaml/key", column, span.column - column)
        else:
            text = line[column:]
            mended = line[:column].lstrip() + yamlform.quoted(text)
            self._say("yaml/behind", column, len(text), mark=text[0], quoted=mended)

    def _wrong_inside(self, line: str, column: int, span: Span) -> None:
        """A mistake between the marks; the line is left behind, wherever it was to end."""
        self.awaits = True
        lead, text = line[:column].lstrip(), line[column:]
        self.at, start = span.spot
        size, mark = len(span.text), span.text[:1]
        match span.wrong:
            case "deep":
                self._say("yaml/too-deep", start)
                self.done = True
            case "escape":
                mended = lead + yamlform.quoted(text[1:].removesuffix('"').replace('\\"', '"'))
                self._say("yaml/escape", start, size, escape=span.text[:8], quoted=mended)
            case "hash":
                self._say("yaml/hash", start, size, quoted=yamlform.quoted(span.text))
            case "mark":
                self._say("yaml/mark", start, size, mark=mark, quoted=yamlform.quoted(span.text))
            case _:
                self._open(line, column, is_quoted=span.wrong == "quote")
        self.at = span.line

    def _open(self, line: str, column: int, *, is_quoted: bool) -> None:
        lead, text = line[:column].lstrip(), line[column:]
        mended = lead + yamlform.quoted(text)
        if is_quoted:
            closed = lead + text + text[0]
            self._say("yaml/quote-open", column, 1, mark=text[0], quoted=mended, closed=closed)
        else:
            self._say("yaml/bracket-open", column, 1, mark=text[0], quoted=mended)

    # Indentation -------------------------------------------------------------------------------

    def _enter(self, column: int, *, is_list: bool) -> bool:
        """Take the line's place among what is open; False when there is no going on."""
        if not self.levels.enter(column, is_list=is_list, awaits=self.awaits):
            self._misplaced(column, is_list=is_list)
        if len(self.levels.open) > MAX_DEPTH:
            self._say("yaml/too-deep", column)
            self.done = True
        return not self.done

    def _misplaced(self, column: int, *, is_list: bool) -> None:
        """A line beside its place is told, and read on as if it stood there."""
        line = self.lines[self.at].strip()
        place = self.levels.nearest(column, is_list=is_list, awaits=self.awaits)
        if place == column or not any(one.is_list == is_list for one in self.levels.open):
            self._say("yaml/mixed", column, len(line))
        else:
            mended = " " * place + line
            self._say("yaml/indent", 0, column, quoted=mended, spaces=str(place))
        self.levels.settle(place, is_list=is_list)

    def _goes_deeper(self) -> bool:
        """Whether the next line with content stands deeper than what is open, or is a list of it."""
        below, beside = self.levels.below(), not self.levels.in_list()
        for at in range(self.at + 1, len(self.lines)):  # a slice would copy all that is left
            inside = self.lines[at].lstrip(" ")
            if inside.strip() and not inside.startswith("#"):
                column = len(self.lines[at]) - len(inside)
                return column > below or (beside and column == below and bool(_DASH.match(inside)))
        return False
