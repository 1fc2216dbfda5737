"""A store in a temporary folder, and sites of a few pages for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edge.commit import Committed
from generator.edge.store import Store
from tests.edge.live import go_live

Pages = dict[str, str]
Publish = Callable[..., Committed]
Files = Callable[[str], Pages]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Name the folders of a project in which nothing was built yet."""
    return Store(f"{tmp_path}/output", f"{tmp_path}/.releases", "output")


@pytest.fixture
def publish(store: Store) -> Publish:
    """Commit pages by path, owning what the commit before wrote."""
    owned: set[str] = set()

    def go(pages: Pages, *, durable: bool = True) -> Committed:
        done = go_live(store, pages, frozenset(owned), durable=durable)
        owned.clear()
        owned.update(pages)
        return done

    return go


@pytest.fixture
def files() -> Callable[[str], Pages]:
    """Read every file under a folder, as a reader of the site would."""

    def under(root: str) -> Pages:
        base = Path(root)
        return {
            path.relative_to(base).as_posix(): path.read_text("utf-8")
            for path in base.rglob("*")
            if not path.is_dir()
        }

    return under
