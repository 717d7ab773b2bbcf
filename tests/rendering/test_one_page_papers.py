"""One-page papers: feedback, case slip, agenda, cluster card are one page each, whatever a month brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from reports.agenda_pdf import agenda_pdf
from reports.case_slip_pdf import case_slip_pdf
from reports.cluster_card_pdf import cluster_card_pdf
from reports.feedback_pdf import feedback_pdf
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_sheets import (
    Agenda,
    CaseSlip,
    ClusterCard,
    FoundIssue,
    PaperHead,
    ParkFeedback,
    Said,
    agenda_items,
    asked_of,
    rank_of,
)

Sample = Callable[..., MonthlyDocument]


def head(doc: MonthlyDocument) -> PaperHead:
    return PaperHead(doc.month, doc.office, doc.prepared_on, doc.state, doc.fingerprint)


def read(data: bytes, out: Path) -> tuple[int, str]:
    """(pages, all text without blanks)."""
    out.write_bytes(data)
    document = QPdfDocument()
    assert document.load(str(out)) == QPdfDocument.Error.None_
    text = "".join(document.getAllText(n).text() for n in range(document.pageCount()))
    return document.pageCount(), "".join(text.split())


def feedback(doc: MonthlyDocument, park: str, issues: int = 0, times: int = 1) -> ParkFeedback:
    reporting = next(r for r in doc.reporting if r.park == park)
    message = "信用代码校验位不符，请核对营业执照" * 3
    return ParkFeedback(
        head(doc),
        park,
        "海淀区",
        reporting,
        next(s for s in doc.stock if s.park == park),
        tuple(FoundIssue("错误", f"企业!C{n}", doc.cases[0].company, message) for n in range(issues)),
        tuple(c for c in doc.cases if park in (c.from_park, c.to_park)) * times,
        tuple(x for x in doc.sharing.lines if "海淀区" in (x.payer, x.receiver)) * times,
        tuple(c for c in doc.clusters if c.park == park),
        asked_of(doc, park, reporting) * times,
    )


@pytest.mark.parametrize("times", [1, 9])
def test_a_feedback_sheet_is_one_page_however_much_went_wrong(
    sample_month: Sample, fonts_dir: Path, tmp_path: Path, times: int
) -> None:
    """反馈单永远一页：列得下的列出，列不下的计数。"""
    doc = sample_month()
    pages, text = read(feedback_pdf(feedback(doc, "海淀园", 9 * times - 9, times), fonts_dir), tmp_path / "反馈.pdf")
    assert pages == 1
    for words in ("海淀园月度反馈单", "请贵园办理", "市级经办", "园区签收"):
        assert words in text
    assert ("另有" in text) is (times == 9)


def test_a_park_that_did_not_report_reads_so_and_is_asked_to(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    _, text = read(feedback_pdf(feedback(sample_month(), "通州园"), fonts_dir), tmp_path / "反馈.pdf")
    assert "本月未报。" in text
    assert "本月尚未报送，请按模板补报" in text
    assert "0家" not in text


def test_a_case_slip_shows_silence_as_silence(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    doc = sample_month()
    said = (
        Said("迁出方", "海淀园", "对事实有异议", "合同未到期", "赵", date(2026, 10, 8)),
        Said("迁入方", "昌平园", "未答复", "", "", None),
    )
    slip = CaseSlip(
        head(doc), "迁2026-001", (("企业", doc.cases[3].company),), ((2025, 123_456, "完税证明"),), said, "不分享。", "性质"
    )
    data = case_slip_pdf(slip, fonts_dir)
    pages, text = read(data, tmp_path / "回执.pdf")
    assert pages == 1
    assert all(words in text for words in ("对事实有异议", "未答复", "1,234.56", "迁入方："))
    assert data == case_slip_pdf(slip, fonts_dir)


def test_an_agenda_asks_only_what_a_meeting_must_decide(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    doc = sample_month()
    items = agenda_items(doc)
    assert {i.kind for i in items} >= {"迁移案件", "结算缺项", "报送"}
    _, text = read(agenda_pdf(Agenda(head(doc), items), fonts_dir), tmp_path / "题单.pdf")
    assert "议定" in text
    assert doc.sharing.missing[0] in text
    quiet = replace(doc, cases=(), leads=(), missing=(), sharing=replace(doc.sharing, missing=()))
    _, text = read(agenda_pdf(Agenda(head(quiet), agenda_items(quiet)), fonts_dir), tmp_path / "空.pdf")
    assert "没有需要协调会议定的事项" in text


def test_a_cluster_card_of_a_missing_park_judges_nothing(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    doc = sample_month()
    line = doc.clusters[6]
    card = ClusterCard(head(doc), line, None, False, "定位", "", "", (), (), ("集成电路",), rank_of(doc.clusters, line.cluster))
    pages, text = read(cluster_card_pdf(card, fonts_dir), tmp_path / "卡.pdf")
    assert pages == 1
    assert "未报" in text
    assert "不作判断" in text
    known = replace(card, reported=True, industries=(("集成电路", 3, True), ("其他", 1, False)), gaps=("新材料",))
    _, text = read(cluster_card_pdf(known, fonts_dir), tmp_path / "卡.pdf")
    assert "“新材料”尚无企业" in text


def test_a_published_month_s_papers_bear_no_draft_mark(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    doc = sample_month(state="已发布")
    _, text = read(agenda_pdf(Agenda(head(doc), ()), fonts_dir), tmp_path / "题单.pdf")
    assert "草稿" not in text
