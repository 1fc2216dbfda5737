"""What templates do to a text."""

from markupsafe import Markup

from generator.render.filters import unbroken


def test_marked_and_plain_text_that_look_alike_are_not_mixed_up() -> None:
    """What was escaped before stays; what a person wrote is escaped, whichever came first."""
    for _ in range(2):
        assert Markup('<span class="nb">5月</span> &amp;lt;') == unbroken("5月 &lt;")
        assert Markup('<span class="nb">5月</span> &lt;') == unbroken(Markup("5月 &lt;"))
