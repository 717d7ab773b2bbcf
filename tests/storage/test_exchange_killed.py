"""Killed while packages are taken in: nothing half taken in, and taking them in again ends in the state of a calm run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.storage.conftest import company, tax_line
from tests.storage.exchange_story import OCTOBER, PARK, Offices, edit, held, sent
from tests.storage.ledger_story import JULY
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.exchange.replies import CONFIRMED
from zgc_desktop.services import (
    exchange,
    exchange_cases,
    exchange_receive,
    exchange_replies,
    exchange_send,
    look_up,
    move_case,
    rule_set,
    settle_ledger,
)
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.settle import settle

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benches"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.file_only,
    pytest.mark.skipif(sys.platform != "linux", reason="进程分叉只在 Linux 上有"),
    # A fork of a process with threads: the child only opens the workspace, takes packages in and ends by _exit.
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]


def taken_in(paths: list[Path], ctx: AppContext) -> None:
    for path in paths:
        exchange_receive.take_in(ctx, path)


def meaning(ctx: AppContext) -> object:
    """What packages came to: themselves, versions, case slips with their cases, what parks sent, the settlement."""
    packages = sorted((p.id, p.direction) for p in exchange.packages(ctx))
    months = look_up.months(ctx)
    listed = [s for m in months for s in look_up.month_submissions(ctx, m)]
    versions = [(s.park, s.version, s.sha256, s.state, s.errors) for s in listed]
    cases = [(c.id, c.from_park, c.registered_on, c.base) for c in move_case.all_cases(ctx)]
    editions = [(e.month, e.number, e.state) for e in exchange.editions(ctx)]
    lines = [(v.line.key, v.reply) for v in exchange_replies.lines(ctx)]
    told = settle_ledger.view(ctx, JULY).lines if JULY in months else ()
    confirmed = [(x.line.key, [(p, a and a.person) for p, a in x.answers], len(x.differences)) for x in told]
    with ctx.store.read() as connection:
        rules = rule_set.version(ctx, connection)
    return packages, versions, held(ctx), cases, editions, lines, confirmed, rules


def test_killed_at_any_moment_the_city_has_taken_in_whole_packages_or_none(
    books: AppContext, offices: Offices, filled: Path, park_file: Callable[..., Path], tmp_path: Path
) -> None:
    import kill

    settle(books, JULY)
    exchange_receive.take_in(offices.park, exchange_send.pack_answer(books, PARK, JULY, offices.post).path)
    reply = exchange_replies.pack_reply(offices.park, JULY, CONFIRMED, out=offices.post).path
    first = sent(offices, filled)
    edit(filled, "企业", "B6", "北京乙科技有限公司")
    second = sent(offices, filled)
    receive(books, [park_file("海淀园", "2026-10", [company(2)], [tax_line(2)])])
    accept(books, OCTOBER, ["海淀园"])
    code = str(company(2)["credit_code"])
    exchange_cases.open_slip(offices.park, code, "丙", "海淀园", PARK)
    key = str(exchange_cases.listed(offices.park)[0].slip.key)
    exchange_cases.state_fact(offices.park, key, "at_capacity_on", "2026-11-05")
    slips = exchange_send.pack_cases(offices.park, CITY, offices.post).path
    books.close()
    commands: dict[str, Callable[[AppContext], object]] = {
        "packages": partial(taken_in, [first, slips, second, reply]),
        "reply": partial(taken_in, [reply]),
    }
    (tmp_path / "kill").mkdir()
    outcomes = kill.disturb(books.paths.root, tmp_path / "kill", commands, 9, again=meaning)
    assert [fault for o in outcomes.values() for fault in o.faults] == []
    assert sum(o.runs for o in outcomes.values()) == 9


def test_killed_at_any_moment_a_park_has_taken_in_whole_answers_or_none(offices: Offices, filled: Path, tmp_path: Path) -> None:
    import kill

    exchange_receive.take_in(offices.city, sent(offices, filled))
    answer = exchange_send.pack_answer(offices.city, PARK, OCTOBER, offices.post).path
    rules = exchange_send.pack_rules(offices.city, PARK, offices.post).path
    offices.park.close()
    commands: dict[str, Callable[[AppContext], object]] = {"answer": partial(taken_in, [rules, answer])}
    (tmp_path / "kill").mkdir()
    outcomes = kill.disturb(offices.park.paths.root, tmp_path / "kill", commands, 5, again=meaning)
    assert [fault for o in outcomes.values() for fault in o.faults] == []
