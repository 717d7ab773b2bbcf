"""A locked month refuses every command that would change it, each tried here; what is declared otherwise says why."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import db.store
from db.journal.rows import BY_DIGEST, key_names
from db.journal.touches import MONTHLY, NOT_GUARDED
from tests.storage import ledger_story as story
from tests.storage.conftest import CODES, company, tax_line
from tests.storage.exchange_story import reply_file
from tests.storage.test_undo import assert_same, assert_sound, dump
from zgc_desktop.domain.case_events import RETURNED, CaseEvent
from zgc_desktop.domain.corrections import Correction
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.replies import DISPUTED, Reply
from zgc_desktop.domain.expected import DeclarationKind
from zgc_desktop.domain.identity import IdentityDecision
from zgc_desktop.domain.journal import COMMANDS, Scope
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import Decision, Opinion
from zgc_desktop.services import (
    case_record,
    cluster_rules,
    decide,
    decide_tiers,
    exchange_receive,
    identity,
    look_up,
    match,
    matters,
    months,
    move_case,
    reminders,
    settle_adjust,
    settle_ledger,
    undo,
    void_version,
    words,
)
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.correct import correct
from zgc_desktop.services.receive import receive
from zgc_desktop.services.send_back import send_back
from zgc_desktop.services.settle import settle

OCTOBER = Month(2026, 10)
PLOT = "北京市海淀区知行街A1地块"
Try = Callable[[AppContext, Callable[..., Path]], object]


def _landed(ctx: AppContext, code: str, day: date) -> str:
    case = move_case.open_case(ctx, code, "海淀园", "昌平园")
    move_case.describe(ctx, case.id, nature="政府主导", kind="整体", registered_on=day)
    return case.id


@pytest.fixture
def october(desk: AppContext, park_file: Callable[..., Path]) -> AppContext:
    """October with everything in it that a command could want, then locked; the last entry before is an acceptance."""
    typed = company(2, name="北京衡岳智造科技有限责任公司", registered_address=PLOT)
    receive(desk, [park_file("海淀园", "2026-09", [company(n) for n in (0, 1, 3, 4)])])
    accept(desk, OCTOBER.plus(-1), ["海淀园"], despite_errors="试")
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(1, registered_address=PLOT), typed, company(3)])])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="试")
    receive(desk, [park_file("昌平园", "2026-10", [company(4)], [tax_line(4) | {"total_fen": 5}])])
    cluster_rules.apply(desk, cluster_rules.new_rule("地块", "知行街A1", "永丰", OCTOBER), "试")
    cluster_rules.choose(desk, CODES[0], "翠湖", "试", from_month=OCTOBER)
    match.register_wish(desk, CODES[3], written_on=date(2026, 10, 9), paper="意向书", need_m2=800, modes=["专业加速"])
    match.register_wish(desk, CODES[1], written_on=date(2026, 10, 9), paper="意向书", need_m2=800, modes=["专业加速"])
    match.register_room(desk, "永丰", OCTOBER, 1000, source="试")
    movers = [p.wish.credit_code for p in match.propose(desk, OCTOBER).proposed if p.option and p.option.cluster]
    assert movers
    match.make_leads(desk, OCTOBER, movers)
    match.register_room(desk, "翠湖", OCTOBER, 1000, source="试")
    move_case.land(desk, _landed(desk, CODES[1], date(2026, 11, 2)))
    move_case.land(desk, _landed(desk, CODES[3], date(2026, 9, 2)))
    _landed(desk, CODES[0], date(2026, 10, 20))
    months.lock_month(desk, OCTOBER, reason="已发布")
    return desk


def _issue(ctx: AppContext) -> int:
    return next(i.id for i in decide.issues(ctx, OCTOBER, "昌平园"))


def _company(ctx: AppContext) -> int:
    return next(c.id for c in look_up.companies(ctx, OCTOBER) if c.credit_code == CODES[0])


def _pair(ctx: AppContext) -> str:
    return identity.proposals(ctx, OCTOBER, everything=True)[0].resemblance.pair


def _returned() -> CaseEvent:
    return CaseEvent("MV-2026-002", date(2026, 10, 15), RETURNED, "迁回证明")


def _still_wanted(ctx: AppContext) -> list[str]:
    known = {lead.credit_code for lead in match.leads(ctx, OCTOBER)}
    return [p.wish.credit_code for p in match.propose(ctx, OCTOBER).proposed if p.wish.credit_code not in known]


def _undo_last(ctx: AppContext, command: str) -> object:
    return undo.undo(ctx, next(s.seq for s in undo.list_steps(ctx) if s.entry.command == command))


def _disputed(ctx: AppContext) -> Path:
    """昌平区 disputes September by package."""
    key = settle_ledger.view(ctx, story.SEPTEMBER).lines[0].line.key
    told = Reply(key, "", DISPUTED, "赵", "2026-11-01", 5, "少计")
    return reply_file(ctx.paths.root.parent / "回复.zip", story.SEPTEMBER, [told])


TRIES: dict[str, Try] = {
    "receive": lambda ctx, file: receive(ctx, [file("通州园", "2026-10", [company(4)])]),
    "accept": lambda ctx, _: accept(ctx, OCTOBER, ["昌平园"], despite_errors="试"),
    "correct": lambda ctx, _: correct(ctx, OCTOBER, [Correction(_company(ctx), "employees", "77")], "试"),
    "return": lambda ctx, _: send_back(ctx, OCTOBER, "昌平园", ctx.paths.root / "退回"),
    "void": lambda ctx, _: void_version.void(ctx, OCTOBER, "昌平园", "误发"),
    "decide": lambda ctx, _: decide.decide(ctx, OCTOBER, [_issue(ctx)], DecisionKind.RETURNED, "请改"),
    "declare": lambda ctx, _: reminders.declare(ctx, OCTOBER, "通州园", DeclarationKind.LATE, "系统停机"),
    "identity": lambda ctx, _: identity.decide(ctx, OCTOBER, _pair(ctx), IdentityDecision.SAME, "营业执照"),
    "case-describe": lambda ctx, _: move_case.describe(ctx, "MV-2026-001", registered_on=date(2026, 10, 20)),
    "case-land": lambda ctx, _: move_case.land(ctx, "MV-2026-003"),
    "case-event": lambda ctx, _: case_record.record_event(ctx, _returned()),
    "case-boundary": lambda ctx, _: case_record.change_boundary(ctx, CODES[0], "昌平园", date(2026, 10, 3), "京政〔1〕"),
    "settle": lambda ctx, _: settle(ctx, OCTOBER),
    "tier-opinion": lambda ctx, _: decide_tiers.opine(ctx, OCTOBER, [], Opinion.AGREE, "好"),
    "tier-decide": lambda ctx, _: decide_tiers.decide(ctx, OCTOBER, [], Decision.AGREE, "好"),
    "tier-take-back": lambda ctx, _: decide_tiers.take_back(ctx, OCTOBER, [], "好"),
    "cluster-rule": lambda ctx, _: cluster_rules.apply(ctx, cluster_rules.new_rule("关键词", "知行街", "翠湖", OCTOBER), "试"),
    "cluster-rule-undo": lambda ctx, _: cluster_rules.undo(ctx, 1, "试"),
    "cluster-assign": lambda ctx, _: cluster_rules.choose(ctx, CODES[1], "翠湖", "试", from_month=OCTOBER),
    "cluster-choice-undo": lambda ctx, _: cluster_rules.undo_choice(ctx, 1, "试"),
    "cluster-room": lambda ctx, _: match.register_room(ctx, "永丰", OCTOBER, 900, source="试"),
    "match-lead": lambda ctx, _: match.make_leads(ctx, OCTOBER, _still_wanted(ctx)),
    "lead-undo": lambda ctx, _: match.take_back(ctx, "lead", 1, "试"),
    "words": lambda ctx, _: words.edit(ctx, OCTOBER, "brief", 1, "本月平稳。"),
    "matter": lambda ctx, _: matters.add(ctx, OCTOBER, "请各园核对口径。", "各分园", None),
    "undo": lambda ctx, _: _undo_last(ctx, "cluster-room"),
}
"""One attempt for every command on a month's data, all against the locked October."""


def _post(ctx: AppContext) -> object:
    return settle_adjust.adjust(
        ctx, story.SEPTEMBER, "MV-2026-001", Month(2026, 6), due_fen=5, person="周", reason="更正", evidence="公函〔1〕"
    )


OF_THE_LEDGER: dict[str, Callable[[AppContext], object]] = {
    "settlement-confirm": lambda ctx: settle_ledger.confirm(ctx, story.SEPTEMBER, "海淀区", "王"),
    "settlement-difference": lambda ctx: settle_ledger.register_difference(
        ctx, story.SEPTEMBER, "海淀区", "王", "MV-2026-001", "少计", claimed_fen=5
    ),
    "settlement-resolve": lambda ctx: settle_ledger.resolve(ctx, 1, "维持原数", "李", "已核对"),
    "settlement-ruling": lambda ctx: settle_ledger.rule_missing(ctx, story.AUGUST, "MV-2026-001", "周", "停机"),
    "settlement-adjust": lambda ctx: _post(ctx),
    "settlement-adjust-undo": lambda ctx: settle_adjust.take_back(ctx, 1, "误登"),
    "settlement-discard": lambda ctx: settle_ledger.discard(ctx, story.SEPTEMBER),
    "settlement-lock": lambda ctx: settle_ledger.lock(ctx, story.JULY, "李"),
    "exchange-reply": lambda ctx: exchange_receive.take_in(ctx, _disputed(ctx)),
}
ELSEWHERE = {"redo": "tried below, where there is something to redo"}


def test_every_command_against_a_locked_month_is_refused_and_changes_nothing(
    october: AppContext, park_file: Callable[..., Path]
) -> None:
    before = dump(october)
    for name, attempt in TRIES.items():
        with pytest.raises(Refused) as refused:
            attempt(october, park_file)
        assert "2026-10 已锁定" in str(refused.value), name
    assert_same(october, before)
    assert not (october.paths.root / "退回").exists()
    assert_sound(october)


def test_the_settlement_of_a_locked_month_is_refused_in_every_command(books: AppContext) -> None:
    for month in (story.JULY, story.AUGUST, story.SEPTEMBER):
        if month == story.AUGUST:
            story.report_tax(books, month, {story.CODES[0]: ("昌平园", None)})
        settle(books, month)
    for party in ("海淀区", "昌平区"):
        settle_ledger.confirm(books, story.JULY, party, "王")
    months.lock_month(books, story.JULY)
    tried = {"settlement-lock"}
    with pytest.raises(Refused, match="已锁定，不能再改分享"):
        OF_THE_LEDGER["settlement-lock"](books)
    settle_ledger.register_difference(books, story.SEPTEMBER, "昌平区", "赵", "MV-2026-001", "多计", claimed_fen=5)
    _post(books)
    for month in (story.AUGUST, story.SEPTEMBER):
        months.lock_month(books, month)
    before = dump(books)
    for name in OF_THE_LEDGER.keys() - tried:
        with pytest.raises(Refused, match="已锁定，不能再改分享"):
            OF_THE_LEDGER[name](books)
    assert_same(books, before)


def test_a_redo_obeys_the_lock(desk: AppContext, park_file: Callable[..., Path]) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])])
    accept(desk, OCTOBER, ["海淀园"])
    undo.undo(desk)
    months.lock_month(desk, OCTOBER)
    before = dump(desk)
    with pytest.raises(Refused, match="2026-10 已锁定"):
        undo.redo(desk)
    assert_same(desk, before)


def test_every_journalled_command_declares_its_scope_and_is_tried_here(root: Path) -> None:
    """A new command without a declared month scope, or without its attempt above, fails here."""
    written = set()
    for path in sorted((root / "zgc_desktop").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            if ast.unparse(call.func).endswith("store.write") and not isinstance(call.args[0], ast.Name):
                written.add(ast.unparse(call.args[0]))
            elif ast.unparse(call.func) == "_on":  # services/projects.py names its commands in one place
                written.add(ast.unparse(call.args[1]))
    assert len(written) > 30
    for text in written:
        pattern = re.sub(r"\{[a-z]+\}", "[a-z]+", text.removeprefix("f").strip("'"))
        assert [c for c in COMMANDS if re.fullmatch(pattern, c)], f"undeclared command {text}"
    monthly = {c.name for c in COMMANDS.values() if c.scope is Scope.MONTH}
    assert monthly == TRIES.keys() | OF_THE_LEDGER.keys() | ELSEWHERE.keys()


def test_every_table_with_a_month_or_a_submission_is_guarded_or_says_why_not() -> None:
    assert db.store.Store is not None  # every table is declared
    of_a_month = {
        table.name for table in SQLModel.metadata.sorted_tables if {"month", "submission_id"} & {c.name for c in table.c}
    }
    assert of_a_month - MONTHLY.keys() - NOT_GUARDED.keys() == set()
    assert MONTHLY.keys() & NOT_GUARDED.keys() == set()


def test_tables_proved_by_batch_name_columns_of_theirs() -> None:
    for name, scope in BY_DIGEST.items():
        table = SQLModel.metadata.tables[name]
        assert set(scope) <= {c.name for c in table.c}
        assert key_names(table)


def test_a_closed_month_keeps_its_submissions_but_can_be_settled_and_written_about(
    desk: AppContext, park_file: Callable[..., Path]
) -> None:
    file = park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])
    receive(desk, [file])
    months.close_month(desk, OCTOBER)
    with pytest.raises(Refused, match=r"2026-10 已关闭，不能再改海淀园的报送.*重新开放"):
        accept(desk, OCTOBER, ["海淀园"])
    settle(desk, OCTOBER)
    assert words.edit(desk, OCTOBER, "brief", 1, "本月平稳。") is not None
    with pytest.raises(Refused, match="要写明理由"):
        months.open_month(desk, OCTOBER)
    months.open_month(desk, OCTOBER, reason="补报")
    assert accept(desk, OCTOBER, ["海淀园"]).accepted == ("海淀园",)
    assert [(m.state.word, m.by, m.reason) for m in months.listed(desk)] == [("开放", "张", "补报")]


def test_the_same_bytes_again_are_told_as_a_duplicate_also_when_locked(
    desk: AppContext, park_file: Callable[..., Path]
) -> None:
    file = park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])
    receive(desk, [file])
    months.lock_month(desk, OCTOBER)
    assert receive(desk, [file])[0].state.value == "duplicate"


def test_an_exception_lets_one_person_through_within_its_scope_until_its_day(
    desk: AppContext, park_file: Callable[..., Path]
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])])
    receive(desk, [park_file("昌平园", "2026-10", [company(1)], [tax_line(1)])])
    months.lock_month(desk, OCTOBER)
    with pytest.raises(Refused, match="经办人和理由"):
        months.except_for(desk, OCTOBER, person="王", reason=" ", expires_on=date(2026, 11, 7))
    with pytest.raises(Refused, match="已过"):
        months.except_for(desk, OCTOBER, person="王", reason="补入", expires_on=date(2026, 11, 5))
    months.except_for(desk, OCTOBER, person="王", reason="补入", expires_on=date(2026, 11, 7), park="海淀园")
    wang = replace(desk, who="王")
    with pytest.raises(Refused, match="昌平园"):
        accept(wang, OCTOBER, ["昌平园"])
    with pytest.raises(Refused, match="海淀园"):
        accept(desk, OCTOBER, ["海淀园"])  # 张 has no exception
    accept(wang, OCTOBER, ["海淀园"])
    (passage,) = months.went_through(desk, OCTOBER)
    assert (passage.who, passage.exception.scope) == ("王", "海淀园的全部数据")
    assert "接受 2026-10 海淀园" in passage.sentence
    months.end(desk, passage.exception.id)
    with pytest.raises(Refused, match="已锁定"):
        undo.undo(wang)
    assert [e.holds_on(date(2026, 11, 6)) for e in months.exceptions(desk, OCTOBER)] == [False]


def test_a_lock_is_for_good(desk: AppContext) -> None:
    months.lock_month(desk, OCTOBER)
    for act in (months.open_month, months.close_month):
        with pytest.raises(Refused, match="已锁定，不再开放"):
            act(desk, OCTOBER, reason="试")
    with pytest.raises(Refused, match="锁定不撤销"):
        undo.undo(desk)
