from datetime import date

from msp_desktop.domain.scope import Audience, Scope


def test_what_nobody_chose_is_the_whole_time_for_the_council_without_names() -> None:
    assert Scope().is_whole
    assert Scope(audience=Audience.COUNCIL).is_whole
    assert not Scope(date(2026, 4, 1)).is_whole
    assert not Scope(with_names=True).is_whole
