"""The notice's room on this floor: its text is all there is to show."""

from generator.model.entry import Former
from generator.model.kind import Detail
from generator.plan.language import Language
from generator.plan.view import View


def view(detail: Detail, language: Language, former: Former) -> View:
    """Nothing beyond the text."""
    del detail, language, former
    return View()
