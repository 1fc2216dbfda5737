"""A sheet made column by column, of which only those are kept that say something."""

from dataclasses import dataclass

from generator.plan.parts import Cell, Column, Group, Sheet


@dataclass(frozen=True, slots=True)
class Strip:
    """A column with its texts from top to bottom, and what stands below them."""

    column: Column
    texts: tuple[str, ...]
    foot: str = ""


def sheet(
    caption: str,
    strips: tuple[Strip, ...],
    note: str = "",
    subtotal: str = "",
    total: tuple[str, str] = ("", ""),
) -> Sheet:
    """The strips side by side, all of one length; the main one stays even when it is empty.

    `subtotal` is the label of the line of feet, `total` label and text of the closing line;
    an empty label leaves the line out.
    """
    kept = tuple(one for one in strips if one.column.role == "main" or any(one.texts))
    rows = tuple(zip(*(one.texts for one in kept), strict=True))
    label, text = total
    return Sheet(
        caption=caption,
        note=note,
        columns=tuple(one.column for one in kept),
        groups=(
            Group(
                title="",
                rows=tuple(tuple(Cell(cell, "") for cell in row) for row in rows),
                subtotal_label=subtotal,
                subtotal=tuple(Cell(one.foot, "") for one in kept if one.column.numeric),
            ),
        ),
        total_label=label,
        total=text,
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
