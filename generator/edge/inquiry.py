"""Questions about how things look, answered by several processes."""

import os

TYPE_CHECKING = False  # `typing` is not loaded where nothing has changed
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Question = Callable[[], bool]


class Inquiry:
    """Questions that are answered by processes of their own, and by whoever wants to know.

    The `first` ones are asked at once, each for itself: which of them `agreed`. Whoever asks begins
    with the very first, which is the likeliest to be no. Of the others one no is no. There are no more
    than 256 of each. What no process has taken yet is answered by whoever asks, and all of it where a
    process cannot be copied.
    """

    def __init__(
        self, questions: "Sequence[Question]", helpers: int, first: "Sequence[Question]" = ()
    ) -> None:
        self._first, self._questions = first, questions
        self._agreed: set[int] | None = None
        self._answer: bool | None = None
        self._waiting, self._asked = os.pipe()
        self._opening, opening = os.pipe()
        os.write(opening, bytes(range(len(self._first))))
        os.close(opening)
        self._own = os.read(self._opening, 1)  # before anybody else takes it
        self._said, self._saying = os.pipe()
        self.helpers: list[int] = []
        for _ in range(helpers):
            try:
                helper = os.fork()
            except OSError:  # no process or no memory left
                break
            self.helpers.append(helper)
            if not helper:
                try:
                    self._own = b""
                    os.close(self._asked)
                    os.close(self._said)
                    self._begin()
                    os._exit(not self._work())
                finally:
                    os._exit(2)

    def ask(self, first: int, last: int) -> None:
        """Ask these questions, from the `first` up to before the `last`."""
        os.write(self._asked, bytes(range(first, last)))

    def ask_no_more(self) -> None:
        """That was all: whoever waits for another question ends."""
        os.close(self._asked)

    def agrees(self) -> bool:
        """Answer first questions that nobody else has taken, up to the next no; whether there was none."""
        while number := self._own or os.read(self._opening, 1):
            self._own = b""
            if not self._first[number[0]]():
                return False
            os.write(self._saying, number)
        return True

    def _begin(self) -> None:
        """Answer all of them that nobody else has taken."""
        while not self.agrees():
            pass
        os.close(self._saying)

    def _work(self) -> bool:
        while number := os.read(self._waiting, 1):
            if not self._questions[number[0]]():
                return False
        return True

    def agreed(self) -> set[int]:
        """Which of the first questions were answered with yes; a process that dies has not said so."""
        if self._agreed is None:
            self._begin()
            self._agreed = set()
            while numbers := os.read(self._said, 256):
                self._agreed |= {*numbers}
            os.close(self._said)
            os.close(self._opening)
        return self._agreed

    def answer(self) -> bool:
        """Whether every answer to the others is yes."""
        self.agreed()
        if self._answer is None:
            is_well = self._work()
            os.read(self._waiting, 256)  # after a no the others need not be asked
            for helper in self.helpers:
                is_well &= os.waitpid(helper, 0)[1] == 0
            os.close(self._waiting)
            self._answer = is_well
        return self._answer

    def close(self) -> None:
        """Nobody wants to know any more."""
        if self._answer is None:
            os.read(self._waiting, 256)
            self.answer()
