"""Random commands with undo and redo: a step taken back leaves the rows as they were, and what is left equals its replay."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from db.store import Store
from reports.template_xlsx import write_template
from tests.postgres import CHOSEN, Server
from tests.storage.conftest import CODES, company, tax_line
from tests.storage.test_undo import assert_same, dump
from zgc_desktop import bootstrap
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.journal import Step
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission
from zgc_desktop.intake.reader import Reader
from zgc_desktop.paths import WorkspacePaths, address_of, workspace_paths
from zgc_desktop.services import audit, case_record, cluster_rules, match, move_case, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext, never, no_progress
from zgc_desktop.services.receive import _Batch
from zgc_desktop.services.settle import settle

PARKS = ("海淀园", "昌平园", "通州园")
MONTHS = (Month(2026, 9), Month(2026, 10))
EXPLORING = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
EXAMPLES, STEPS = (240, 50) if EXPLORING else (2, 30) if CHOSEN else (6, 40)
"""Ten thousand commands when exploring, a few hundred in the suite, fewer on a server."""


@dataclass(frozen=True)
class Ready:
    """An empty workspace to copy (on a server its database), and files read and checked once: by park, month and variant."""

    ctx: AppContext
    files: dict[tuple[str, Month, int], tuple[CheckedSubmission, bytes]]
    server: Server | None = None
    database: str = ""


def _roster(park: str, variant: int) -> list[int]:
    """Companies of a park's file: neighbours overlap, so that double claims and silent moves come up."""
    start = PARKS.index(park) * 2
    return [(start + n) % len(CODES) for n in range(2 + variant)]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Ready:
    folder = tmp_path_factory.mktemp("machine")
    ctx = bootstrap.open_workspace(folder / "空", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    files = {}
    with Reader() as reader:
        for park in PARKS:
            for month in MONTHS:
                for variant in (0, 1):
                    rows = _roster(park, variant)
                    path = write_template(
                        folder / f"中关村月报_{park}_{month}_{variant}.xlsx",
                        park=park,
                        month=month,
                        clusters=[c.name for c in ctx.catalogue.clusters_of(park)],
                        industries=list(ctx.catalogue.industries),
                        parks=list(ctx.catalogue.parks),
                        rows={"enterprise": [company(n) for n in rows], "tax": [tax_line(n, vat=10 + variant) for n in rows]},
                    )
                    batch = _Batch(ctx, None, never)
                    assert batch.read_and_check([path], reader, no_progress)
                    files[park, month, variant] = (batch._checked[0], path.read_bytes())
    if CHOSEN:
        return Ready(ctx, files, request.getfixturevalue("postgres"), request.getfixturevalue("empty_database"))
    return Ready(ctx, files)


Act = Callable[[AppContext], object]


def fresh(ready: Ready, folder: Path) -> AppContext:
    """A workspace of one's own with nothing in it."""
    if ready.server is not None:
        paths = workspace_paths(address_of(ready.server.url(ready.server.new(ready.database))))
        paths.make()
        return replace(ready.ctx, paths=paths, store=Store(paths.address))
    paths = WorkspacePaths(folder)
    paths.make()
    shutil.copyfile(ready.ctx.store.path, paths.database)
    return replace(ready.ctx, paths=paths, store=Store(paths.database))


def facts(ctx: AppContext) -> dict[str, list[tuple[Any, ...]]]:
    """What the workspace says, without numbers that only count in which order things were done."""
    asked = {
        "submission": "SELECT month, park, state, sha256 FROM submission",
        "standing": "SELECT s.month, c.credit_code, s.park, s.disputed_with, s.cluster, s.cluster_how, u.sha256 "
        "FROM standing s JOIN company c ON c.id = s.company_id JOIN submission u ON u.id = s.submission_id",
        "residence": "SELECT c.credit_code, r.park, r.from_day, r.to_day FROM residence r "
        "JOIN company c ON c.id = r.company_id",
        "case": "SELECT c.credit_code, m.from_park, m.to_park, m.state, m.landed_on FROM move_case m "
        "JOIN company c ON c.id = m.company_id",
        "lead": "SELECT l.month, l.kind, c.credit_code, l.first_park, l.second_park, l.state, l.first_tax_fen, "
        "l.second_tax_fen FROM lead l JOIN company c ON c.id = l.company_id WHERE l.state <> 'gone'",
        "tax": "SELECT t.month, c.credit_code, t.total_fen, u.sha256 FROM tax_fact t JOIN company c ON c.id = t.company_id "
        "JOIN submission u ON u.id = t.submission_id",
        "rule": "SELECT words, cluster, undone_at FROM cluster_rule",
        "choice": "SELECT c.credit_code, x.cluster FROM cluster_choice x JOIN company c ON c.id = x.company_id",
        "room": "SELECT cluster, month, free_m2 FROM cluster_room",
        "wish": "SELECT c.credit_code, w.need_m2, w.undone_at FROM wish w JOIN company c ON c.id = w.company_id",
        "said": "SELECT c.credit_code, p.side, p.answer FROM case_position p JOIN move_case m ON m.id = p.case_id "
        "JOIN company c ON c.id = m.company_id",
        "settlement": "SELECT month, counted_fen, due_fen, kept_fen FROM settlement",
    }
    with ctx.store.read() as connection:
        return {name: sorted(tuple(r) for r in connection.exec_driver_sql(sql)) for name, sql in asked.items()}


def cleared(ready: Ready, ctx: AppContext) -> None:
    """Remove a workspace of one's own."""
    ctx.close()
    shutil.rmtree(ctx.paths.root)
    if ready.server is not None and isinstance(ctx.store.place, ServerAddress):
        ready.server.drop(ctx.store.place.database)


class Desk(RuleBasedStateMachine):
    """The desk under random hands."""

    ready: Ready
    folders: Iterator[Path]
    counted = 0

    @initialize()
    def open(self) -> None:
        self.ctx = fresh(self.ready, next(self.folders))
        self.acts: dict[int, Act] = {}
        self.back: list[dict[str, list[tuple[Any, ...]]]] = []
        self.forth: list[dict[str, list[tuple[Any, ...]]]] = []

    def do(self, act: Act) -> None:
        """Do something; what is refused has changed nothing."""
        Desk.counted += 1
        before = dump(self.ctx)
        newest = self.newest()
        try:
            act(self.ctx)
        except Refused:
            assert_same(self.ctx, before)
            return
        step = next((s for s in undo.list_steps(self.ctx, 3) if s.seq > newest), None)
        if step is None:
            assert_same(self.ctx, before)
            return
        self.acts[step.seq] = act
        self.back.append(before)
        self.forth.clear()

    def newest(self) -> int:
        return self.ctx.store.head()[0]

    def case_of(self, ctx: AppContext, n: int) -> str:
        found = [c for c in move_case.all_cases(ctx) if c.credit_code == CODES[n]]
        if not found:
            raise Refused("没有案件")
        return found[-1].id

    @rule(park=st.sampled_from(PARKS), month=st.sampled_from(MONTHS), variant=st.sampled_from((0, 1)))
    def receive(self, park: str, month: Month, variant: int) -> None:
        checked, content = self.ready.files[park, month, variant]

        def act(ctx: AppContext) -> None:
            batch = _Batch(ctx, None, never)
            batch._checked[0], batch._content[0] = checked, content
            batch.require_open_months()
            batch.write()

        self.do(act)

    @rule(park=st.sampled_from(PARKS), month=st.sampled_from(MONTHS))
    def accept(self, park: str, month: Month) -> None:
        self.do(lambda ctx: accept(ctx, month, [park], despite_errors="试"))

    @rule(n=st.integers(0, 4), parks=st.permutations(PARKS))
    def open_case(self, n: int, parks: list[str]) -> None:
        def act(ctx: AppContext) -> None:
            if any(c.credit_code == CODES[n] for c in move_case.all_cases(ctx)):
                raise Refused("已有案件")
            move_case.open_case(ctx, CODES[n], parks[0], parks[1])

        self.do(act)

    @rule(n=st.integers(0, 4), day=st.sampled_from((date(2026, 9, 15), date(2026, 10, 15))))
    def describe(self, n: int, day: date) -> None:
        said: dict[str, Any] = {"nature": "政府主导", "kind": "整体", "registered_on": day, "at_capacity_on": day}
        self.do(lambda ctx: move_case.describe(ctx, self.case_of(ctx, n), **said))

    @rule(n=st.integers(0, 4))
    def land(self, n: int) -> None:
        self.do(lambda ctx: move_case.land(ctx, self.case_of(ctx, n)))

    @rule(n=st.integers(0, 4), to=st.sampled_from((CaseState.CITY, CaseState.WITHDRAWN)))
    def advance(self, n: int, to: CaseState) -> None:
        self.do(lambda ctx: move_case.advance(ctx, self.case_of(ctx, n), to, reason="试"))

    @rule(n=st.integers(0, 4))
    def speak(self, n: int) -> None:
        self.do(lambda ctx: case_record.say(ctx, self.case_of(ctx, n), "市级", "知悉", "王"))

    @rule(n=st.integers(0, 4), cluster=st.sampled_from(("翠湖", "永丰", "")), month=st.sampled_from(MONTHS))
    def choose(self, n: int, cluster: str, month: Month) -> None:
        self.do(lambda ctx: cluster_rules.choose(ctx, CODES[n], cluster, "试", from_month=month))

    @rule(word=st.sampled_from(("知行街", "海淀区")), month=st.sampled_from(MONTHS))
    def add_rule(self, word: str, month: Month) -> None:
        self.do(lambda ctx: cluster_rules.apply(ctx, cluster_rules.new_rule("关键词", word, "永丰", month), "试"))

    @rule(n=st.integers(0, 4), need=st.sampled_from((500, 800)))
    def wish(self, n: int, need: int) -> None:
        self.do(lambda ctx: match.register_wish(ctx, CODES[n], written_on=date(2026, 10, 9), paper="意向书", need_m2=need))

    @rule(room=st.sampled_from((900, 1000)), month=st.sampled_from(MONTHS))
    def room(self, room: int, month: Month) -> None:
        self.do(lambda ctx: match.register_room(ctx, "永丰", month, room, source="试"))

    @rule(month=st.sampled_from(MONTHS))
    def settle(self, month: Month) -> None:
        self.do(lambda ctx: settle(ctx, month))

    @rule()
    def undo_last(self) -> None:
        Desk.counted += 1
        now = dump(self.ctx)
        possible = undo.can_undo(self.ctx)
        if not possible.possible:
            assert possible.step is None, possible
            return
        undo.undo(self.ctx)
        if self.back:
            assert_same(self.ctx, self.back.pop())
            self.forth.append(now)
        else:
            self.forth.clear()  # the newest undo is none of the book's: a redo goes to it first

    @rule()
    def redo_last(self) -> None:
        Desk.counted += 1
        now = dump(self.ctx)
        if not undo.can_redo(self.ctx).possible:
            return
        undo.redo(self.ctx)
        if self.forth:
            assert_same(self.ctx, self.forth.pop())
            self.back.append(now)
        else:
            self.back.clear()

    @rule(data=st.data())
    def undo_older(self, data: st.DataObject) -> None:
        self.older(data, done=True, together=data.draw(st.booleans()))

    @rule(data=st.data())
    def redo_older(self, data: st.DataObject) -> None:
        self.older(data, done=False, together=False)

    def older(self, data: st.DataObject, *, done: bool, together: bool) -> None:
        """Take an older step back, or bring one back; what rests on it is named exactly when it is refused."""
        Desk.counted += 1
        steps: list[Step] = [s for s in undo.list_steps(self.ctx) if s.done is done]
        if not steps:
            return
        step = data.draw(st.sampled_from(steps))
        possible = undo.can_undo(self.ctx, step.seq) if done else undo.can_redo(self.ctx, step.seq)
        before = dump(self.ctx)
        try:
            if done:
                undo.undo(self.ctx, step.seq, together=together)
            else:
                undo.redo(self.ctx, step.seq)
        except Refused:
            assert possible.rests or possible.why_not, possible
            assert_same(self.ctx, before)
            return
        self.back.clear()
        self.forth.clear()

    def teardown(self) -> None:
        if not hasattr(self, "ctx"):
            return
        assert [f.sentence for f in audit.verify(self.ctx).findings] == []
        again = fresh(self.ready, next(self.folders))
        for step in reversed(undo.list_steps(self.ctx, 1000)):
            if step.done and step.seq in self.acts:
                self.acts[step.seq](again)
        assert facts(self.ctx) == facts(again)
        cleared(self.ready, self.ctx)
        cleared(self.ready, again)


def test_random_commands_with_undo_and_redo_equal_their_replay(ready: Ready, tmp_path: Path) -> None:
    Desk.ready, Desk.folders, Desk.counted = ready, (tmp_path / str(n) for n in range(1_000_000)), 0
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    profile = settings(max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(Desk, settings=profile)  # type: ignore[no-untyped-call]
    print(f"{Desk.counted} commands")
    assert Desk.counted >= EXAMPLES * STEPS // (3 if CHOSEN else 2)  # the first example is a short one
