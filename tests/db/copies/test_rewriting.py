"""A copy rewritten is proved by its new name; a former one keeps its own, and no proof of what it was."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from msp_desktop.db.copies import State, back_up, copy_of, snapshot, state_of
from msp_desktop.db.copies.rewriting import compacted, rewrite
from msp_desktop.db.store import Store
from tests.conftest import NOW


def test_it_is_the_same_copy_under_the_name_that_proves_it(store: Store, tmp_path: Path) -> None:
    old = back_up(store.connection, tmp_path / "copies", "essai", NOW)
    with closing(snapshot(store.connection)) as memory:
        memory.execute("DELETE FROM action_step")
        memory.execute("DELETE FROM content_sum WHERE name='action_step'")
        content = compacted(memory)
    new = rewrite(old, content)
    before, after = copy_of(old), copy_of(new)
    assert before is not None
    assert after is not None
    assert (before.number, before.day, before.made_at) == (after.number, after.day, after.made_at)
    assert new != old
    assert not old.exists()
    assert state_of(new) is State.PROVED
    assert rewrite(new, content) == new, "done again, it is the same file"
    assert [path.name for path in new.parent.iterdir()] == [new.name]


def test_a_former_copy_loses_what_proved_its_old_content(store: Store, tmp_path: Path) -> None:
    made = back_up(store.connection, tmp_path / "copies", "essai", NOW)
    former = made.rename(made.with_name("essai_0001.msp100"))
    beside = former.with_name(f"{former.name}.json")
    beside.write_text('{"sha256": "' + "0" * 64 + '"}', encoding="utf-8")
    assert state_of(former) is State.DAMAGED
    with closing(snapshot(store.connection)) as memory:
        assert rewrite(former, compacted(memory)) == former
    assert state_of(former) is State.PROVED
    assert not beside.exists()
