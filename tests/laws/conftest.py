"""One profile for all laws: the same examples on every machine, and no deadline on slow ones."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "laws",
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("laws")


@pytest.fixture(autouse=True, scope="session")
def _patched() -> Iterator[None]:
    """Pages of edited templates are patched here, too, where sites are too small for that to be worth it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.app.making.PATCHED", 0)
        yield
