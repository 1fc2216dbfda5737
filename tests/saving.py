"""How a test saves an edit. No test, no hook."""

from pathlib import Path


def save(project: Path, name: str, before: str, after: str) -> None:
    """Save a file with another text in it."""
    path = project / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
