"""Undo and redo: every row as it was, an older step alone, what rests on a step is named, nothing undone is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.storage.conftest import WriteFile, company, tax_line
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import audit, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.reconcile import open_leads

OCTOBER = Month(2026, 10)
BESIDE = {"journal", "journal_image", "alembic_version"}


def dump(ctx: AppContext) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the journal, sorted."""
    with ctx.store.read() as connection:
        names = [r[0] for r in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted((tuple(r) for r in connection.exec_driver_sql(f"SELECT * FROM {name}")), key=repr)
            for name in names
            if name not in BESIDE and not name.startswith("sqlite_")
        }


def assert_same(ctx: AppContext, before: dict[str, list[tuple[Any, ...]]]) -> None:
    now = dump(ctx)
    assert {n: rows for n, rows in now.items() if rows != before[n]} == {n: r for n, r in before.items() if r != now[n]}


def assert_sound(ctx: AppContext) -> None:
    found = audit.verify(ctx)
    assert [f.sentence for f in found.findings] == []
    assert found.rows > 0
    assert ctx.store.problems() == []


@pytest.fixture
def two_parks(desk: AppContext, park_file: WriteFile) -> AppContext:
    """海淀 and 昌平 accepted for October; company 2 is claimed by both."""
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(2)], [tax_line(0)])])
    accept(desk, OCTOBER, ["海淀园"])
    receive(desk, [park_file("昌平园", "2026-10", [company(1), company(2)], [tax_line(1)])])
    return desk


def test_the_last_step_is_undone_to_the_row_and_redone(two_parks: AppContext) -> None:
    before = dump(two_parks)
    accept(two_parks, OCTOBER, ["昌平园"])
    after = dump(two_parks)
    said = undo.undo(two_parks)
    assert "撤销 #" in said.sentence
    assert "昌平园" in said.sentence
    assert_same(two_parks, before)
    undo.redo(two_parks)
    assert_same(two_parks, after)
    assert_sound(two_parks)


def test_a_receive_is_undone_with_its_facts_companies_and_leads_after_a_restart(desk: AppContext, park_file: WriteFile) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(2)], [tax_line(0)])])
    before = dump(desk)
    receive(desk, [park_file("昌平园", "2026-10", [company(1), company(2)], [tax_line(1)])])
    after = dump(desk)
    assert len(open_leads(desk, OCTOBER)) == 1
    again = bootstrap.open_workspace(desk.paths.root, who="张", clock=desk.clock)
    undo.undo(again)
    assert_same(again, before)
    undo.redo(again)
    assert_same(again, after)
    assert_sound(again)


def test_a_resubmission_is_undone_with_the_version_it_superseded(desk: AppContext, park_file: WriteFile) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])])
    before = dump(desk)
    receive(desk, [park_file("海淀园", "2026-10", [company(0, name="北京衡岳智能科技有限公司")], [tax_line(0, vat=5)])])
    undo.undo(desk)
    assert_same(desk, before)
    assert_sound(desk)


def test_an_older_step_is_undone_alone_when_nothing_rests_on_it(two_parks: AppContext) -> None:
    accepted = next(s for s in undo.list_steps(two_parks) if s.entry.command == "accept")
    accept(two_parks, OCTOBER, ["昌平园"])
    assert undo.can_undo(two_parks, accepted.seq).possible
    undo.undo(two_parks, accepted.seq)
    with two_parks.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT park, disputed_with FROM standing").all()
    assert sorted(tuple(r) for r in rows) == [("昌平园", ""), ("昌平园", "")]
    assert_sound(two_parks)
    undo.redo(two_parks, accepted.seq)
    with two_parks.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT park, disputed_with FROM standing").all()
    assert sorted(r[0] for r in rows) == ["昌平园", "海淀园", "海淀园"]
    assert_sound(two_parks)


def test_what_rests_on_a_step_is_named_and_can_be_undone_with_it(two_parks: AppContext) -> None:
    first = undo.list_steps(two_parks)[-1]
    found = undo.can_undo(two_parks, first.seq)
    assert [s.entry.command for s in found.rests] == ["accept", "receive"]
    with pytest.raises(Refused, match="接受 2026-10 海淀园"):
        undo.undo(two_parks, first.seq)
    before = dump(two_parks)
    undo.undo(two_parks, first.seq, together=True)
    with two_parks.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM company").scalar_one() == 0
    undo.redo(two_parks, first.seq)
    assert_same(two_parks, before)
    assert_sound(two_parks)
