"""Moves as the law allows: positions in their own lanes, silence, events that reach the engine, boundaries, history."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

import db.tables as t
from db.queries import claims
from reports.template_xlsx import write_template
from tests.storage.ledger_story import AUGUST, CODES, JULY, OCTOBER, SEPTEMBER, known, locked, moved, report_tax
from tests.storage.raw import spoil
from zgc_desktop.cli.main import run as zgc
from zgc_desktop.domain.case_events import ATTACHED, CLOSED, GROUNDS, REREGISTERED, RETURNED, SPLIT, CaseEvent
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.moves import BaseYear, CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.explain import recompute
from zgc_desktop.services import case_record, explain, move_case, settle_ledger, workspace
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.settle import compute, settle

CASE = "MV-2026-001"
SAME = GROUNDS[:2]
FULL = (60_000_001, 40_000_000)


@pytest.fixture
def under_way(desk: AppContext) -> AppContext:
    """A case opened on 6 November 2026 that has not landed."""
    known(desk, *CODES)
    move_case.open_case(desk, CODES[0], "海淀园", "昌平园")
    return desk


def later(ctx: AppContext, day: date) -> AppContext:
    return replace(ctx, clock=lambda: datetime(day.year, day.month, day.day, 9, 0))


def words(ctx: AppContext) -> list[str]:
    return [lane.word for lane in case_record.lanes(ctx, CASE)]


def test_each_party_speaks_in_its_own_lane_only(under_way: AppContext) -> None:
    case_record.say(under_way, CASE, "海淀区", "知悉", "王")
    case_record.say(under_way, CASE, "昌平园", "可接收", "赵")
    assert words(under_way) == ["知悉", "可接收", "待答复"]
    with pytest.raises(Refused, match="朝阳区不是本案的一方，不能代他方表态"):
        case_record.say(under_way, CASE, "朝阳区", "知悉", "王")
    with pytest.raises(Refused, match="迁入方不能作“知悉”的意见"):
        case_record.say(under_way, CASE, "昌平区", "知悉", "赵")


def test_there_is_no_veto_and_an_objection_stops_nothing(under_way: AppContext) -> None:
    """公平竞争审查条例：迁出方没有否决，只可对分享条款或事实有异议；异议留痕，企业照迁。"""
    with pytest.raises(Refused, match="迁移本身不设同意或否决"):
        case_record.say(under_way, CASE, "海淀区", "不同意", "王")
    with pytest.raises(Refused, match="须写明理由"):
        case_record.say(under_way, CASE, "海淀区", "对分享条款有异议", "王")
    case_record.say(under_way, CASE, "海淀区", "对分享条款有异议", "王", reason="主张七成")
    case_record.say(under_way, CASE, "昌平区", "暂不具备接收条件", "赵", reason="厂房未竣工")
    move_case.describe(under_way, CASE, nature="政府主导", kind="整体", registered_on=date(2026, 11, 1))
    move_case.land(under_way, CASE)
    assert move_case.all_cases(under_way)[0].state is CaseState.LANDED


def test_silence_is_recorded_as_no_answer_after_ten_working_days_and_a_late_answer_is_still_taken(
    under_way: AppContext,
) -> None:
    due = case_record.lanes(under_way, CASE)[0].due
    assert due == date(2026, 11, 20)
    assert case_record.record_silence(later(under_way, due)) == ()
    late = later(under_way, date(2026, 11, 23))
    assert words(late) == ["未答复", "未答复", "未答复"]
    assert case_record.record_silence(late) == ((CASE, "海淀区"), (CASE, "昌平区"))
    assert case_record.record_silence(late) == ()
    case_record.say(late, CASE, "海淀区", "知悉", "王")
    assert words(late)[0] == "知悉"
    assert [p.answer for p in case_record.history(late, CASE).positions] == ["未答复", "未答复", "知悉"]


def test_a_boundary_change_moves_the_company_without_a_case_and_without_sharing(desk: AppContext) -> None:
    known(desk, *CODES)
    report_tax(desk, JULY, {CODES[0]: ("海淀园", FULL)})
    with desk.store.write("试", "试", desk.now()) as unit:
        unit.insert(t.ResidenceRow, {"company_id": 1, "park": "海淀园", "from_day": "2026-01-01", "cause": "首次报送"})
        unit.say("试")
    case_record.change_boundary(desk, CODES[0], "昌平", date(2026, 8, 1), "京政函〔2026〕1号（虚构）")
    with desk.store.read() as connection:
        assert [r.park for r in claims.park_line(connection, 1)] == ["海淀园", "昌平园"]
    assert move_case.all_cases(desk) == ()
    case = move_case.open_case(desk, CODES[1], "海淀园", "昌平园")
    with pytest.raises(Refused, match="边界调整不是迁移"):
        move_case.describe(desk, case.id, kind="园区边界调整")
    with pytest.raises(Refused, match="须注明文件"):
        case_record.change_boundary(desk, CODES[0], "昌平园", date(2026, 8, 1), "")


def test_a_second_move_shares_down_the_chain_to_the_fen(desk: AppContext) -> None:
    """海淀→昌平→顺义：海淀先取一半，昌平对余额取一半，余下归顺义。"""
    known(desk, *CODES)
    first = moved(desk, CODES[0])
    second = moved(desk, CODES[0], "昌平园", "顺义园", date(2026, 8, 31))
    for month, park in ((JULY, "昌平园"), (AUGUST, "昌平园"), (SEPTEMBER, "顺义园")):
        report_tax(desk, month, {CODES[0]: (park, FULL)})
    section = compute(desk, SEPTEMBER).section
    assert [(x.case_id, x.payer, x.receiver, x.due_fen) for x in section.lines] == [
        (first, "顺义区", "海淀区", 50_000_001),
        (second, "顺义区", "昌平区", 25_000_000),
    ]
    assert section.difference_fen == 0
    assert section.kept_fen == 25_000_000


def test_a_split_divides_the_claim_and_each_part_must_report(books: AppContext) -> None:
    parts = ((CODES[0], Fraction("0.6175")), (CODES[3], Fraction("0.3825")))
    case_record.record_event(books, CaseEvent(CASE, date(2026, 7, 31), SPLIT, "分立协议第 3 页", parts=parts))
    section = settle(books, AUGUST).section
    assert section.missing == (f"{CASE} 企业{CODES[0][-4:]}",)  # the new company has not reported
    report_tax(books, AUGUST, {CODES[0]: ("昌平园", (6_000_001, 0)), CODES[3]: ("昌平园", (3_000_001, 0))})
    (line,) = settle(books, AUGUST).section.lines
    assert (line.counted_fen, line.due_fen, line.kept_fen) == (9_000_002, 3_000_001 + 1_500_001, 4_500_000)
    again = CaseEvent(CASE, date(2026, 8, 1), REREGISTERED, "档案", company=CODES[0], new_company=CODES[3], grounds=SAME)
    with pytest.raises(Refused, match="已在本案之中"):
        case_record.record_event(books, again)


def test_a_company_registered_anew_goes_on_under_the_same_clock_and_cap(books: AppContext) -> None:
    case_record.record_event(
        books, CaseEvent(CASE, date(2026, 7, 31), REREGISTERED, "登记档案", new_company=CODES[4], grounds=SAME)
    )
    report_tax(books, AUGUST, {CODES[4]: ("昌平园", FULL)})
    (line,) = compute(books, AUGUST).section.lines
    assert (line.case_id, line.due_fen, line.period) == (CASE, 50_000_001, "2/36")
    assert line.cap_left_before_fen == 6_000_000_000 - 50_000_001


def test_a_return_ends_the_claim_from_its_day_and_rewrites_nothing(books: AppContext) -> None:
    locked(books, JULY)
    case_record.record_event(books, CaseEvent(CASE, date(2026, 8, 1), RETURNED, "迁回登记"))
    report_tax(books, AUGUST, {CODES[0]: ("海淀园", FULL)})
    section = settle(books, AUGUST).section
    assert section.lines == ()
    assert "期满" in section.out_of_scope[0].why
    assert settle_ledger.party_balances(books) == {"昌平区": -50_000_001, "海淀区": 50_000_001}
    with books.store.read() as connection:
        assert [r.park for r in claims.park_line(connection, 1)] == ["海淀园", "昌平园", "海淀园"]


def test_a_closed_case_waits_for_no_tax_any_more(books: AppContext) -> None:
    locked(books, JULY)
    report_tax(books, AUGUST, {CODES[1]: ("海淀园", (5, 5))})
    assert settle(books, AUGUST).section.missing
    case_record.record_event(books, CaseEvent(CASE, date(2026, 7, 31), CLOSED, "注销证明", note="企业已注销"))
    settle(books, AUGUST)
    settle_ledger.lock(books, AUGUST, "李")
    assert move_case.all_cases(books)[0].state is CaseState.CLOSED
    with pytest.raises(Refused, match="案件办结，不能登记迁回"):
        case_record.record_event(books, CaseEvent(CASE, date(2026, 9, 1), RETURNED, "迁回登记"))


def test_the_whole_history_can_be_taken_away(books: AppContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proof = tmp_path / "税收证明.pdf"
    proof.write_bytes(b"%PDF-1.4 invented")
    case_record.attach(books, CASE, proof, "前三年税收证明")
    case_record.say(books, CASE, "海淀区", "知悉", "王")
    locked(books, JULY)
    assert zgc(["case", "history", CASE, "--out", str(tmp_path), "--json", "--workspace", str(books.paths.address)]) == 0
    facts = json.loads(capsys.readouterr().out)
    told = [m["text"] for m in facts["timeline"]]
    for word in ("立案", "补充", "基数", "落地", "知悉", "前三年税收证明", "锁定：2026-07"):
        assert any(word in text for text in told), word
    assert facts["booked"][0]["due_fen"] == 50_000_001
    page = load_workbook(facts["xlsx"])["经过"]
    assert page.max_row == len(told) + 2
    kept = next(e for e in case_record.history(books, CASE).events if e.kind == ATTACHED)
    assert workspace.original(books, kept.note) == proof.read_bytes()
    spoil(books, kept.note)
    assert [p for p in workspace.check(books).problems if f"案件 {CASE} 的附件" in p and "不在存档中" in p]


SLIPS = (
    (("position", CASE, "--as", "海淀区", "--answer", "知悉", "--person", ""), "须写明经办人"),
    (("position", "MV-9", "--as", "海淀区", "--answer", "知悉", "--person", "王"), "没有编号为 MV-9 的案件"),
    (("position", CASE, "--as", "海淀区", "--answer", "知悉", "--person", "王", "--on", "2020-01-01"), "早于立案日"),
    (("split", CASE, "--on", "2026-08-01", "--part", "甲", "--source", "协议"), "不是“代码=比例”的样式"),
    (("split", CASE, "--on", "2026-08-01", "--part", f"{CODES[3]}=0.5", "--source", "协议"), "至少要写明两家"),
    (("split", CASE, "--on", "2026-08-01", "--part", f"{CODES[3]}=0.5", "--part", f"{CODES[4]}=0.4", "--source", "协议"),
     "合计为 1；现合计 9/10"),
    (("split", CASE, "--on", "2026-08-01", "--part", "911=0.5", "--part", f"{CODES[4]}=0.5", "--source", "协议"),
     "“911”不是有效的统一社会信用代码"),
    (("reregister", CASE, "--on", "2026-08-01", "--new-code", CODES[3], "--source", ""), "注销再设没有注明依据"),
    (("return", CASE, "--on", "2026-01-01", "--source", "档案"), "早于变更登记日"),
    (("return", CASE, "--on", "2027-01-01", "--source", "档案"), "在将来"),
    (("return", CASE, "--on", "2026-08-01", "--source", "档案", "--to", "朝阳区"), "不是本案的迁出方；迁往第三方请另立案件"),
    (("close", CASE, "--on", "2026-08-01", "--reason", "", "--source", "档案"), "办结须写明理由"),
    (("attach", CASE, "/nowhere/证明.pdf", "--about", "证明"), "附件打不开"),
    (("boundary", "--code", CODES[0], "--to", "火星园", "--on", "2026-08-01", "--document", "文"), "没有叫“火星园”的分园"),
    (("boundary", "--code", CODES[0], "--to", "昌平园", "--on", "八月", "--document", "文"), "不是日期"),
    (("history", "MV-9"), "没有编号为 MV-9 的案件"),
    (("describe", CASE, "--base", "2025=-5.00", "--base-source", "证明"), "2025 年基数为负"),
)  # fmt: skip


def test_bad_input_is_answered_with_a_sentence_and_nothing_is_written(
    books: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = later(books, date(2026, 11, 6))
    before = case_record.history(desk, CASE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("zgc_desktop.cli.output.bootstrap.open_workspace", lambda _, passphrase="": desk)
        for given, said in SLIPS:
            assert zgc(["case", *given]) == 2, given
            assert said in capsys.readouterr().err.replace("\n", ""), given
    assert case_record.history(desk, CASE) == before
    with pytest.raises(Refused, match="基数为负"):
        move_case.record_base(desk, CASE, (BaseYear(2025, -1, "证明"),))
    assert Month.of(desk.today()) == Month(2026, 11)


def late_file(ctx: AppContext, out: Path, tax: list[dict[str, object]]) -> Path:
    """昌平园's October file with tax lines that name the period they belong to."""
    roster = [
        {"credit_code": CODES[0], "name": f"企业{CODES[0][-4:]}", "registered_address": "北京市昌平区", "status": "在营",
         "industry": "新一代信息技术", "revenue_fen": 100}
    ]  # fmt: skip
    return write_template(
        out / "中关村月报_昌平园_2026-10.xlsx", park="昌平园", month=OCTOBER,
        clusters=[c.name for c in ctx.catalogue.clusters_of("昌平园")], industries=list(ctx.catalogue.industries),
        parks=list(ctx.catalogue.parks), rows={"enterprise": roster, "tax": tax},
    )  # fmt: skip


def test_late_tax_and_a_refund_become_lines_that_name_their_period(books: AppContext, tmp_path: Path) -> None:
    """税收表填了所属期：补缴、退库各成一行调账，写明所属期；合计与不分行时一分不差，已锁定的月份不动。"""
    locked(books, JULY, AUGUST, SEPTEMBER)

    def line(period: str | None, vat: int, cit: int) -> dict[str, object]:
        return {"credit_code": CODES[0], "name": f"企业{CODES[0][-4:]}", "belongs_to": period, "vat_fen": vat, "cit_fen": cit,
                "other_fen": 0, "total_fen": vat + cit, "source": "税务"}  # fmt: skip

    tax = [line(None, 60_000_001, 40_000_000), line("2026年9月", -10_000_001, 0), line("2026Q2", 0, 333)]
    receive(books, [late_file(books, tmp_path, tax)])
    accept(books, OCTOBER, ["昌平园"], despite_errors="试")
    section = settle(books, OCTOBER).section
    told = [(x.belongs_to, x.state, x.counted_fen, x.due_fen, x.kept_fen, x.adjustment) for x in section.lines]
    assert told == [
        ("", "分享中", 100_000_001, 50_000_001, 50_000_000, False),
        ("2026-09", "退库", -10_000_001, -5_000_001, -5_000_000, True),
        ("2026-Q2", "补缴", 333, 167, 166, True),
    ]
    assert (section.counted_fen, section.due_fen, section.difference_fen) == (90_000_333, 45_000_167, 0)
    assert [x.source.split("!")[0] for x in section.lines] == ["昌平园 第1版 · 税收"] * 3
    assert len({x.source for x in section.lines}) == 3
    tree = explain.figure(books, OCTOBER, "MV-2026-001")
    assert tree.amount_fen == section.due_fen == recompute(tree)
    assert settle_ledger.view(locked(books, OCTOBER), OCTOBER).state == "已锁定"
    assert settle(books, Month(2026, 11)).section.lines == ()


def test_a_company_registered_anew_is_the_same_one_on_two_grounds_only(books: AppContext) -> None:
    """注销再设：连续性依据不足两项的不接续，写明缺什么；两项以上视同原企业，依据记入案卷。"""
    anew = CaseEvent(CASE, date(2026, 7, 31), REREGISTERED, "登记档案", new_company=CODES[4])
    for grounds, said in (((), "现有：无"), ((GROUNDS[0], GROUNDS[0]), GROUNDS[0]), (("像同一家",), "没有“像同一家”")):
        with pytest.raises(Refused) as refused:
            case_record.record_event(books, replace(anew, grounds=grounds))
        assert said in str(refused.value)
        assert refused.value.advice
    case_record.record_event(books, replace(anew, grounds=SAME))
    (kept,) = case_record.history(books, CASE).events
    assert kept.grounds == SAME
    assert "过半人员承接" in kept.sentence
