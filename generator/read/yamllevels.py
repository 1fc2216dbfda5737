"""The mappings and lists that are open at a line of a YAML text, by the columns they stand at."""

from typing import NamedTuple

from generator.values.dataclass import dataclass, field


class _Level(NamedTuple):
    column: int
    is_list: bool


@dataclass(slots=True)
class Levels:
    """What is open, from the outermost to the innermost."""

    open: list[_Level] = field(default_factory=list)

    def below(self) -> int:
        """The column of the innermost: what belongs to it stands deeper."""
        return self.open[-1].column if self.open else -1

    def in_list(self) -> bool:
        """Whether the innermost is a list."""
        return bool(self.open) and self.open[-1].is_list

    def enter(self, column: int, *, is_list: bool, awaits: bool) -> bool:
        """Take a line's place, and open what begins with it; False, and nothing done, when it has none.

        Something deeper may begin only where the line above `awaits` it.
        """
        kept = [level for level in self.open if level.column <= column]
        dropped = len(kept) < len(self.open)
        top = kept[-1] if kept else None
        if top == _Level(column, is_list=True) and not is_list:
            kept.pop()
            if not kept or kept[-1].column != column:
                return False
        elif top != _Level(column, is_list):
            if dropped or not (awaits or top is None):
                return False
            kept.append(_Level(column, is_list))
        self.open = kept
        return True

    def nearest(self, column: int, *, is_list: bool, awaits: bool) -> int:
        """The column nearest to this one at which such a line may stand."""
        places = [level.column for level in self.open if level.is_list == is_list]
        if awaits and self.open:
            places.append(self.below() + 2)
        return min(places, key=lambda place: (abs(place - column), -place), default=0)

    def settle(self, column: int, *, is_list: bool) -> None:
        """Take this place, whatever is open."""
        self.open = [level for level in self.open if level.column <= column]
        if not self.open or self.open[-1] != _Level(column, is_list):
            self.open.append(_Level(column, is_list))
