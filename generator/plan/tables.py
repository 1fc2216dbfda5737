"""A sheet made column by column, of which only those are kept that say something."""

from collections.abc import Iterable

from generator.model.entry import Former, Spot
from generator.plan.pages.entry import Cell, Column, Group, Role, Sheet
from generator.values.dataclass import dataclass
from generator.values.quantity import Quantity, grouped


@dataclass(frozen=True, slots=True)
class Strip:
    """A column with its texts from top to bottom, and what stands below them.

    `keys` are the fields of the table that it shows, each of which may have been corrected.
    """

    column: Column
    texts: tuple[str, ...]
    foot: str = ""
    keys: tuple[str, ...] = ()


def texts(title: str, cells: Iterable[str], *keys: str, role: Role = "plain") -> Strip:
    """A column of texts."""
    return Strip(Column(title, numeric=False, role=role), tuple(cells), "", keys)


def numbers(
    title: str, cells: Iterable[str], *keys: str, foot: str = "", role: Role = "plain"
) -> Strip:
    """A column of numbers, with their sum below."""
    return Strip(Column(title, numeric=True, role=role), tuple(cells), foot, keys)


def number(value: int | Quantity | None) -> str:
    """A number as a cell shows it; nothing for none."""
    if value is None:
        return ""
    return grouped(value) if isinstance(value, int) else str(value)


@dataclass(frozen=True, slots=True)
class Marks:
    """What stood in corrected cells of one of an entry's tables, by its key."""

    table: str = ""
    former: Former = ()

    def was(self, row: int, keys: tuple[str, ...]) -> tuple[str, ...]:
        """What stood there in the row, in one of the columns."""
        if not self.former:
            return ()
        spots = {Spot(self.table, row, key) for key in keys}
        return tuple(text for spot, text in self.former if spot in spots)


UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Foot:
    """What ends a sheet: the label of the line of feet, label and text of the closing line.

    An empty label leaves its line out.
    """

    subtotal: str = ""
    label: str = ""
    text: str = ""


NO_FOOT = Foot()


def sheet(
    caption: str,
    strips: tuple[Strip, ...],
    note: str = "",
    foot: Foot = NO_FOOT,
    marks: Marks = UNMARKED,
) -> Sheet:
    """The strips side by side, all of one length; the main one stays even when it is empty.

    A column that says nothing now, and once did, is kept for that.
    """
    made = tuple((one, _cells(one, marks)) for one in strips)
    kept = tuple((one, cells) for one, cells in made if one.column.role == "main" or _says(cells))
    return Sheet(
        caption=caption,
        note=note,
        columns=tuple(one.column for one, _ in kept),
        groups=(
            Group(
                title="",
                rows=tuple(zip(*(cells for _, cells in kept), strict=True)),
                subtotal_label=foot.subtotal,
                subtotal=tuple(Cell(one.foot, "") for one, _ in kept if one.column.numeric),
            ),
        ),
        total_label=foot.label,
        total=foot.text,
    )


def _cells(strip: Strip, marks: Marks) -> tuple[Cell, ...]:
    return tuple(Cell(text, "", marks.was(row, strip.keys)) for row, text in enumerate(strip.texts))


def _says(cells: tuple[Cell, ...]) -> bool:
    return any(one.text or one.was for one in cells)


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
