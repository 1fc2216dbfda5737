"""An amount where it stands: exact, or what is wrong with it and at which character."""

from generator.read.source import Source
from generator.values.money import (
    Money,
    MoneyUnit,
    NotMoneyError,
    OtherUnitError,
    TooFineError,
    parse_money,
)
from generator.values.problem import Problem


def read(source: Source, spot: tuple[int, int], text: str, unit: MoneyUnit) -> Money | Problem:
    """The amount that begins at `spot` (line, column) of the source, in `unit`."""
    try:
        return parse_money(text, unit)
    except NotMoneyError as error:
        return _not_money(source, spot, text, error)
    except OtherUnitError as error:
        return source.problem(
            "money/unit",
            *spot,
            len(text),
            "stop",
            value=text,
            written=error.written,
            unit=unit,
            instead=error.money.in_unit(unit),
        )
    except TooFineError:
        return source.problem("money/too-fine", *spot, len(text), "stop", value=text)


def _not_money(source: Source, spot: tuple[int, int], text: str, error: NotMoneyError) -> Problem:
    if error.why == "scientific":
        return source.problem("money/scientific", *spot, len(text), "stop", value=text)
    code = "money/grouping" if error.why == "grouping" else "money/form"
    line, column = spot
    stray = text[error.index : error.index + 1]
    return source.problem(code, line, column + error.index, stray=stray, value=text)
