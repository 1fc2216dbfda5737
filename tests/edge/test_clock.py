"""The clock: the day that is told quickly is the day that is told."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.edge import clock
from generator.values.dates import today_in

INSTANTS = st.integers(0, 4_102_444_800)
ZONES = st.builds(
    "{}{:02d}:{:02d}".format,
    st.sampled_from("+-"),
    st.integers(0, 14),
    st.sampled_from((0, 30, 45)),
)


@given(INSTANTS, ZONES)
@example(1_795_276_799, "+00:00")
@example(1_795_276_800, "+00:00")
@example(1_795_276_800, "-00:30")
def test_the_day_of_a_zone_is_the_same_by_both_ways(instant: int, zone: str) -> None:
    """East and west, with half hours, up to the last second before midnight."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("time.time", lambda: float(instant))
        told = clock.day_in(zone)

    assert today_in(zone, datetime.fromtimestamp(instant, UTC)).isoformat() == told


def test_an_instant_is_counted_as_files_are_dated(monkeypatch: pytest.MonkeyPatch) -> None:
    """In nanoseconds since 1970."""
    monkeypatch.setattr("time.time_ns", lambda: 1_795_224_600_000_000_000)

    moment = datetime(2026, 11, 21, 1, 30, tzinfo=UTC)
    assert moment.timestamp() * 10**9 == clock.instant()
