"""The desk's own template comes back without one question: writer and reader go by the same declaration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from reports.template_xlsx import write_template
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, FileState

Check = Callable[..., CheckedSubmission]
OCTOBER = Month(2026, 10)


def write(out: Path, catalogue: Catalogue, **more: object) -> bytes:
    write_template(
        out,
        park="海淀园",
        month=OCTOBER,
        clusters=[c.name for c in catalogue.clusters_of("海淀园")],
        industries=list(catalogue.industries),
        parks=list(catalogue.parks),
        **more,  # type: ignore[arg-type]
    )
    return out.read_bytes()


def filled(code: Callable[[int], str]) -> dict[str, list[dict[str, object]]]:
    identity = [{"credit_code": code(n), "name": f"北京样例{n}科技有限公司"} for n in range(1, 4)]
    return {
        "enterprise": [
            {
                **line,
                "registered_address": "北京市海淀区样例路",
                "cluster": "永丰",
                "industry": "新一代信息技术",
                "founded_on": date(2019, 10, 8),
                "employees": 12,
                "revenue_fen": 123_456_789,
                "rd_fen": 7,
                "status": "在营",
                "change": "无",
            }
            for line in identity
        ],
        "tax": [
            {**line, "vat_fen": 100, "cit_fen": 20, "other_fen": 3, "total_fen": 123, "refund_fen": -5, "source": "税务"}
            for line in identity
        ],
        "tier": [{**identity[0], "tier_applied": "瞪羚", "revenue_y0_fen": 5_000_000, "privately_funded": "是"}],
        "space": [
            {
                "number": "YF-01",
                "cluster": "永丰",
                "level": "重点发展区",
                "use": "科研",
                "area": 30_000_000,
                "used": 6_000_000,
                "ownership": "国有",
                "supply": "弹性年期",
                "term_from": date(2020, 1, 1),
                "term_to": date(2040, 1, 1),
                "ratio_percent": 250,
                "self_held": 3500,
                "state": "在用",
            },
            # 1 亩 is no decimal of a 公顷: it stands in the template as 亩 and comes back exactly.
            {"number": "YF-02", "cluster": "园内组团外", "area": 200_000, "state": "闲置", "idle_since": date(2025, 3, 1)},
        ],
        "project": [
            {
                "name": "样例项目",
                "company_code": code(9),
                "cluster": "永丰",
                "industry": "新一代信息技术",
                "total_investment_fen": 30_000_000_000,
                "investment_fen": 20_000_000_000,
                "area": 9_000_000,
                "output_fen": 10_000_000_000,
                "people": 300,
                "research": 650,
                "energy": "有",
                "environment": "不需",
                "to_review": "是",
            }
        ],
        "indicator": [
            {"indicator": "总收入", "unit": "亿元", "value": "1.25", "ytd": "12.5", "source": "统计部门"},
            {"indicator": "高端人才", "unit": "人", "value": "500", "source": "园区台账"},
        ],
    }


def test_a_filled_template_comes_back_whole_and_without_a_question(
    tmp_path: Path, catalogue: Catalogue, check: Check, code: Callable[[int], str]
) -> None:
    rows = filled(code)
    submission = check(write(tmp_path / "t.xlsx", catalogue, rows=rows), "t.xlsx")
    assert submission.state is FileState.REGISTERED
    assert submission.issues == ()
    assert [submission.park and submission.park.value, submission.month and submission.month.value] == ["海淀园", "2026-10"]
    assert submission.park is not None
    assert submission.park.decided_by.startswith("模板标记")
    for kind, lines in rows.items():
        table = submission.tables[kind]
        assert [{k: table.values[k][i] for k in line} for i, line in enumerate(lines)] == lines


def test_every_heading_of_the_template_is_recognised_for_certain(
    tmp_path: Path, catalogue: Catalogue, check: Check, code: Callable[[int], str]
) -> None:
    submission = check(write(tmp_path / "t.xlsx", catalogue, rows=filled(code)), "t.xlsx")
    got = {(c.sheet, c.field) for c in submission.columns if c.score == 100}
    assert got == {(sheet.title, column.key) for sheet in EVERY_SHEET.values() for column in sheet.columns}


def test_a_pre_filled_template_nobody_has_touched_reports_no_tax(
    tmp_path: Path, catalogue: Catalogue, check: Check, code: Callable[[int], str]
) -> None:
    """Its 地方合计 formulas have never been calculated: that is no fault of a row nobody has filled in."""
    companies = [{k: v for k, v in line.items() if not k.endswith("_fen")} for line in filled(code)["enterprise"]]
    submission = check(write(tmp_path / "t.xlsx", catalogue, companies=companies), "t.xlsx")
    assert [i.code for i in submission.issues] == []
    assert submission.companies == 3
    assert set(submission.tables["tax"].values["total_fen"]) == {None}
