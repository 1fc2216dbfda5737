"""Text that is finished HTML."""


class Html(str):
    """HTML that our own reader made from an office's text: the only text never escaped again."""

    __slots__ = ()
