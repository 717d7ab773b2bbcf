"""Recognised lists, opinions, decisions and the radar on a real workspace."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import db.tables as t
from db.queries import records
from reports.template_xlsx import write_template
from reports.tier_sheet_pdf import write_tier_sheet_pdf
from zgc_desktop.cli import main
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import Decision, Opinion
from zgc_desktop.domain.tier_review import Recognition
from zgc_desktop.domain.tiers import Outcome, evaluate
from zgc_desktop.services import decide_tiers, template, tier_radar, tier_sheets, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.decide_tiers import Ticked
from zgc_desktop.services.receive import receive
from zgc_desktop.services.recognised_lists import ListDefaults, import_list
from zgc_desktop.services.review_tiers import recognise, review

Row = dict[str, object]
Make = Callable[..., Row]
OCTOBER = Month(2026, 10)
WAN = 1_000_000
CODE, SECOND, THIRD = "91110108MA01TJ3Y5P", "91110114MA0J9HTM4L", "91110113MA09D4H3XP"


def figures(line: Row, base: int, last: int) -> Row:
    """A tier line growing from ``base`` to ``last`` 万元 over three years."""
    years = {"revenue_y3_fen": base, "revenue_y2_fen": base + 1, "revenue_y1_fen": last - 1, "revenue_y0_fen": last}
    return {"credit_code": line["credit_code"], "name": line["name"]} | {k: v * WAN for k, v in years.items()}


@pytest.fixture
def reviewed(desk: AppContext, tmp_path: Path, make_company: Make) -> AppContext:
    """One park, three companies: one grows by exactly 20 % a year, one by a hair less, one reports no base year."""
    roster = [make_company(n) for n in range(3)]
    third = figures(roster[2], 1000, 2000)
    del third["revenue_y3_fen"]
    rows = {"enterprise": roster, "tier": [figures(roster[0], 1000, 1728), figures(roster[1], 1000, 1727), third]}
    path = write_template(
        tmp_path / "中关村月报_海淀园_2026-10.xlsx", park="海淀园", month=OCTOBER,
        clusters=[c.name for c in desk.catalogue.clusters_of("海淀园")], industries=list(desk.catalogue.industries),
        parks=list(desk.catalogue.parks), rows=rows,
    )  # fmt: skip
    receive(desk, [path])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="试")
    return desk


def test_a_review_is_kept_until_something_it_reads_is_written(reviewed: AppContext, tmp_path: Path) -> None:
    """A decision changes no review; a recognition, another month and an undo do."""
    first = review(reviewed, OCTOBER)
    assert review(reviewed, OCTOBER) is first
    decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE, "瞪羚")], Decision.DEFER, "待核")
    assert review(reviewed, OCTOBER) is first
    assert review(reviewed, OCTOBER.plus(1)).examined == 0
    said = Recognition(CODE, "瞪羚", "文1号", "第1批", date(2026, 1, 1), date(2028, 12, 31))
    recognise(reviewed, [said], "名单")
    second = review(reviewed, OCTOBER)
    assert [c.recognised for c in second.companies if c.credit_code == CODE] == [(said_again(said),)]
    undo.undo(reviewed)
    third = review(reviewed, OCTOBER)
    assert third is not second
    assert [(c.credit_code, c.proposals[0].why) for c in third.companies] == [
        (c.credit_code, c.proposals[0].why) for c in first.companies
    ]


def said_again(item: Recognition) -> Recognition:
    """A recognition as the register gives it back: with the list it came from."""
    return replace(item, note="名单")


def test_the_counts_of_a_proposal_are_those_of_its_reasons(reviewed: AppContext) -> None:
    """The table counts without working reasons out; the drawer then shows as many."""
    proposals = [p for c in review(reviewed, OCTOBER).companies for p in c.proposals]
    assert proposals
    for p in proposals:
        assert p.reason_count == len(p.reasons)
        assert p.reasons[0] == p.why
        for r in p.results:
            assert r.met_count == sum(1 for t in r.deciding if t.outcome is Outcome.MET)
            assert r.outcome is evaluate(r.standard, dict(r.facts), r.day).outcome


def listed(ctx: AppContext) -> list[tuple[str, str, str, date, date | None]]:
    with ctx.store.read() as connection:
        return [(r.tier, r.document, r.batch, r.valid_from, r.valid_to) for r in records.recognitions(connection)]


def test_a_list_with_columns_is_registered_with_document_batch_and_validity(reviewed: AppContext, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["2026 年瞪羚企业名单"],
        ["序号", "统一社会信用代码", "企业名称", "梯队", "文号", "批次", "认定日期", "有效期至"],
        [1, CODE, "甲", "瞪羚", "京科发〔2026〕9号", "第2批", date(2026, 3, 1), "2029年2月28日"],
    ):
        sheet.append(line)
    book.save(tmp_path / "名单.xlsx")
    made = import_list(reviewed, tmp_path / "名单.xlsx")
    assert (made.listed, made.new) == (1, 1)
    assert listed(reviewed) == [("瞪羚", "京科发〔2026〕9号", "第2批", date(2026, 3, 1), date(2029, 2, 28))]
    assert import_list(reviewed, tmp_path / "名单.xlsx").new == 0


def test_what_no_column_says_comes_from_the_options(reviewed: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"信用代码,企业名称\n{CODE},甲\n", encoding="gbk")
    import_list(reviewed, path, ListDefaults("领军", "京政〔2026〕1号", "第1批", date(2026, 1, 1)))
    assert listed(reviewed) == [("领军", "京政〔2026〕1号", "第1批", date(2026, 1, 1), None)]


def test_a_toml_list_says_once_what_holds_for_all(reviewed: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "名单.toml"
    path.write_text(
        f'tier = "瞪羚"\ndocument = "文1号"\nbatch = "第1批"\nrecognised_on = 2026-01-01\ncodes = ["{CODE}", "{SECOND}"]\n',
        encoding="utf-8",
    )
    assert import_list(reviewed, path).new == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("91110105MA00000000,瞪羚,文1号,2026-01-01,", "校验位"),
        ("91110115MA053JJL2M,瞪羚,文1号,2026-01-01,", "台账中没有"),
        (f"{CODE},瞪领,文1号,2026-01-01,", "不认识的梯队"),
        (f"{CODE},瞪羚,,2026-01-01,", "缺少文号"),
        (f"{CODE},瞪羚,文1号,,", "缺少认定日期"),
        (f"{CODE},瞪羚,文1号,某日,", "不是日期"),
        (f"{CODE},瞪羚,文1号,2026-01-01,2025-01-01", "早于认定日期"),
    ],
)
def test_one_faulty_row_refuses_the_whole_list_and_is_named(reviewed: AppContext, tmp_path: Path, line: str, said: str) -> None:
    """名单里第 3 行有错：整份不登记，指出第 3 行。"""
    path = tmp_path / "名单.csv"
    path.write_text(f"信用代码,梯队,文号,认定日期,有效期至\n{SECOND},瞪羚,文1号,2026-01-01,\n{line}\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        import_list(reviewed, path)
    assert said in refused.value.why
    assert "A3" in refused.value.why
    assert listed(reviewed) == []


def test_a_file_that_is_no_list_is_refused(reviewed: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(Refused, match="统一社会信用代码"):
        import_list(reviewed, path)


def test_what_is_proposed_can_be_opined_and_decided_with_its_evidence(reviewed: AppContext) -> None:
    """恰 20% 的企业建议新增瞪羚：园方同意，市级同意入列，依据原样留存；认定不因此产生。"""
    assert [(p.credit_code, p.proposal.tier) for p in decide_tiers.proposals(reviewed, OCTOBER)] == [(CODE, "瞪羚")]
    decide_tiers.opine(reviewed, OCTOBER, [Ticked(CODE)], Opinion.AGREE, "材料齐全", person="海淀园王")
    decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.AGREE, "联审通过", to_day=date(2029, 10, 31))
    (shown,) = decide_tiers.proposals(reviewed, OCTOBER)
    assert shown.opinion is not None
    assert shown.opinion.opinion is Opinion.AGREE
    assert shown.decision is not None
    assert shown.decision.word == "同意入列"
    assert shown.decision.evidence == shown.proposal.reasons
    assert listed(reviewed) == []
    assert [(h.tier, h.days.start, h.days.end) for h in tier_radar.held(reviewed)] == [
        ("瞪羚", date(2026, 10, 1), date(2029, 10, 31))
    ]


def test_what_is_not_proposed_cannot_be_decided(reviewed: AppContext) -> None:
    with pytest.raises(Refused, match=f"{SECOND} 在 2026-10 没有建议"):
        decide_tiers.decide(reviewed, OCTOBER, [Ticked(SECOND)], Decision.AGREE, "想要")


def test_a_bulk_with_one_wrong_company_decides_nothing(reviewed: AppContext) -> None:
    with pytest.raises(Refused):
        decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE), Ticked(SECOND)], Decision.DEFER, "再议")
    assert decide_tiers.decisions(reviewed, OCTOBER) == ()


def test_a_decision_is_taken_back_by_a_record_and_can_then_be_made_anew(reviewed: AppContext) -> None:
    decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.REFUSE, "数据存疑")
    with pytest.raises(Refused, match="先撤回原决定"):
        decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.AGREE, "核实")
    decide_tiers.take_back(reviewed, OCTOBER, [Ticked(CODE)], "已核实")
    decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.AGREE, "核实")
    assert [(d.word, d.taken_back) for d in decide_tiers.decisions(reviewed, OCTOBER)] == [
        ("不同意", True),
        ("同意入列", False),
    ]


def test_a_locked_month_takes_no_opinion_no_decision_and_gives_none_back(reviewed: AppContext) -> None:
    decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.DEFER, "再议")
    with reviewed.store.write("lock", "张", reviewed.now()) as unit:
        unit.update(t.MonthRow, {"month": OCTOBER.number}, {"state": "locked"})
        unit.say("锁定")
    for act in (
        lambda: decide_tiers.opine(reviewed, OCTOBER, [Ticked(CODE)], Opinion.AGREE, "好"),
        lambda: decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.AGREE, "好"),
        lambda: decide_tiers.take_back(reviewed, OCTOBER, [Ticked(CODE)], "好"),
    ):
        with pytest.raises(Refused, match="已锁定"):
            act()


def test_a_decision_needs_a_reason(reviewed: AppContext) -> None:
    with pytest.raises(Refused, match="没有写明理由"):
        decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.AGREE, " ")


def test_the_radar_names_the_figure_that_is_short_and_the_evidence_that_is_missing(reviewed: AppContext) -> None:
    near = {n.credit_code: n for n in tier_radar.radar(reviewed, OCTOBER).near if n.standard == "国家高新区瞪羚企业"}
    assert near[SECOND].why.startswith("国家高新区瞪羚企业差 1 项：营业收入三年复合增长率：要求")
    assert near[THIRD].missing == "基年收入"
    assert CODE not in near


def test_the_radar_changes_nothing(reviewed: AppContext) -> None:
    with reviewed.store.read() as connection:
        before = records.last_seq(connection)
    tier_radar.radar(reviewed, OCTOBER)
    tier_radar.ladder(reviewed, OCTOBER)
    with reviewed.store.read() as connection:
        assert records.last_seq(connection) == before


def test_a_recognised_company_without_figures_is_shown_with_what_is_missing(reviewed: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"信用代码\n{THIRD}\n", encoding="utf-8")
    import_list(reviewed, path, ListDefaults("瞪羚", "文1号", "第1批", date(2026, 1, 1)))
    leaving = tier_radar.radar(reviewed, OCTOBER).leaving
    assert [(item.credit_code, item.kind) for item in leaving] == [(THIRD, "缺据")]
    assert "基年收入" in leaving[0].missing


def test_a_recognition_about_to_end_is_on_the_radar(reviewed: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"信用代码\n{CODE}\n", encoding="utf-8")
    import_list(reviewed, path, ListDefaults("瞪羚", "文1号", "第1批", date(2023, 12, 1), date(2026, 11, 30)))
    (item,) = tier_radar.radar(reviewed, OCTOBER).leaving
    assert (item.kind, "即将届满" in item.why) == ("复核", True)


def test_the_ladder_follows_a_cohort_by_year(reviewed: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"信用代码\n{CODE}\n{SECOND}\n", encoding="utf-8")
    import_list(reviewed, path, ListDefaults("瞪羚", "文1号", "第1批", date(2025, 3, 1), date(2025, 12, 31)))
    path.write_text(f"信用代码\n{CODE}\n", encoding="utf-8")
    import_list(reviewed, path, ListDefaults("独角兽", "文2号", "第1批", date(2026, 3, 1)))
    (line,) = tier_radar.ladder(reviewed, OCTOBER).lines
    assert (line.cohort, line.year, line.size, line.up, line.out, line.left) == (2025, 2026, 2, 1, 1, 0)


def run(ctx: AppContext, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main.run([*arguments, "--workspace", str(ctx.paths.address)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_commands_decide_list_and_take_back(reviewed: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    about = ("--month", "2026-10", "--company", CODE)
    decision = ("--decision", "同意入列", "--reason", "联审通过")
    assert run(reviewed, capsys, "tiers", "decide", *about, *decision)[0] == 0
    code, out, _ = run(reviewed, capsys, "tiers", "list", "--month", "2026-10", "--json")
    assert (code, json.loads(out)["proposals"][0]["decision"]) == (0, "同意入列")
    assert run(reviewed, capsys, "tiers", "take-back", *about, "--reason", "误点")[0] == 0
    assert json.loads(run(reviewed, capsys, "tiers", "list", "--month", "2026-10", "--json")[1])["waiting"] == 1


def test_a_wrong_word_is_one_sentence_and_exit_code_2(reviewed: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(
        reviewed, capsys, "tiers", "decide", "--month", "2026-10", "--company", CODE, "--decision", "行", "--reason", "x"
    )
    assert (code, out) == (2, "")
    assert err.startswith("不认识的决定“行”")


def test_the_review_still_answers_without_a_subcommand(reviewed: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(reviewed, capsys, "tiers", "--month", "2026-10", "--json")
    assert (code, sorted(json.loads(out))) == (
        0, ["day", "examined", "month", "near_misses", "proposals", "recognised", "standards", "undecidable"]
    )  # fmt: skip
    assert [p["tier"] for p in json.loads(out)["proposals"]] == ["瞪羚"]
    assert review(reviewed, OCTOBER).examined == 3


def test_the_review_sheet_prints_every_proposal_with_its_criteria_and_what_was_said(
    reviewed: AppContext, tmp_path: Path
) -> None:
    """评审表：建议、逐条依据、园方意见、市级决定，PDF 与 Excel 说的一样。"""
    decide_tiers.opine(reviewed, OCTOBER, [Ticked(CODE)], Opinion.AGREE, "审计报告已核")
    pdf, xlsx = tier_sheets.write(reviewed, OCTOBER, tmp_path / "评审")
    sheet = tier_sheets.sheet_of(reviewed, OCTOBER)
    assert [(x.kind, x.tier, x.credit_code, x.opinion, x.decision) for x in sheet.lines] == [
        ("新增", "瞪羚", CODE, "同意：审计报告已核", "")
    ]
    growth = next(e for e in sheet.lines[0].evidence if e.title == "营业收入三年复合增长率")
    assert (growth.said, growth.actual) == ("达到", "1,000.00万元 → 1,728.00万元")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert (
        write_tier_sheet_pdf(sheet, tmp_path / "再.pdf", fonts_dir=reviewed.resources / "fonts").read_bytes()
        == pdf.read_bytes()
    )
    book = openpyxl.load_workbook(xlsx)
    assert book.sheetnames == ["评审表", "逐条依据"]
    assert [c.value for c in book["评审表"][3]][3:5] == [sheet.lines[0].company, CODE]
    assert book["逐条依据"].max_row == 2 + len(sheet.lines[0].evidence)
    assert tier_sheets.sheet_of(reviewed, OCTOBER, "昌平园").lines == ()


def test_a_request_for_evidence_enters_the_next_template_and_its_answer_is_read_back(
    reviewed: AppContext, tmp_path: Path, make_company: Make
) -> None:
    """请园方补材料：写进下月模板“梯队”表（锁定），园方答复读回评审表；只答不填数不遮住以前报的数。"""
    november = Month(2026, 11)
    decide_tiers.decide(reviewed, OCTOBER, [Ticked(CODE)], Decision.EVIDENCE, "请附 2025 年审计报告")
    assert decide_tiers.evidence_requests(reviewed, OCTOBER) == ()
    blank = template.write(reviewed, "海淀园", november, tmp_path / "十一月.xlsx")
    book = openpyxl.load_workbook(blank)
    page = book["梯队"]
    keys = {str(c.value): c.column for c in page[5]}
    row = [c.value for c in page[6]]
    assert (row[keys["credit_code"] - 1], row[keys["city_asked"] - 1]) == (CODE, "瞪羚：请附 2025 年审计报告")
    assert page.cell(6, keys["city_asked"]).protection.locked
    assert not page.cell(6, keys["park_answer"]).protection.locked
    lines = [make_company(n) for n in range(3)]
    answer = {
        "credit_code": CODE,
        "name": lines[0]["name"],
        "city_asked": "瞪羚：请附 2025 年审计报告",
        "park_answer": "审计报告已附",
    }
    path = write_template(
        tmp_path / "中关村月报_海淀园_2026-11.xlsx", park="海淀园", month=november,
        clusters=[c.name for c in reviewed.catalogue.clusters_of("海淀园")], industries=list(reviewed.catalogue.industries),
        parks=list(reviewed.catalogue.parks), rows={"enterprise": lines, "tier": [answer]},
    )  # fmt: skip
    receive(reviewed, [path])
    accept(reviewed, november, ["海淀园"], despite_errors="试")
    (request,) = decide_tiers.evidence_requests(reviewed, november)
    assert (request.answer, request.answered_in) == ("审计报告已附", november)
    (line,) = [x for x in tier_sheets.sheet_of(reviewed, november).lines if x.credit_code == CODE]
    assert line.opinion == "2026-11 园方答复：审计报告已附"
    decide_tiers.decide(reviewed, november, [Ticked(CODE)], Decision.AGREE, "材料齐备")
    assert decide_tiers.evidence_requests(reviewed, Month(2026, 12)) == ()
