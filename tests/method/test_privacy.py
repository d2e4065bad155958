"""The texts on personal data are all there, and each answer has something to read or to fill in."""

from __future__ import annotations

from msp_desktop.method.privacy import kit_privacy


def test_each_question_is_answered() -> None:
    kit = kit_privacy()
    for row in (*kit.notice.rows, *kit.register.rows):
        assert row.text or row.bullets or row.blanks, row.code


def test_both_pages_leave_room_for_an_officer_who_is_not_known() -> None:
    kit = kit_privacy()
    assert [sum(row.code == "dpo" for row in sheet.rows) for sheet in (kit.notice, kit.register)] == [1, 1]
