"""The park feedback sheet (分园反馈单): one page a park gets back after its month was taken in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.platypus import Flowable

from reports.fonts import Fonts
from reports.paper_parts import line_of, pairs, paper, part, requests, signed, table
from reports.pdfa import archived
from reports.statement_page import printed, titled
from reports.tables import Column, Row
from reports.words import NONE, count_or_missing, percent, wan_or_missing
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.monthly_sheets import ParkFeedback

MOST = 8
"""So many issues, cases and sharing lines are named at most; fewer where the page would not hold them."""


def feedback_pdf(sheet: ParkFeedback, fonts_dir: Path) -> bytes:
    """The sheet as PDF bytes, always one page; the same sheet gives the same bytes."""
    fonts = Fonts(fonts_dir)
    data = b""
    for most in range(MOST, -1, -1):
        data, pages = _printed(fonts, sheet, most)
        if pages == 1:
            break
    return archived(data, sheet.head.prepared_on)


def _printed(fonts: Fonts, sheet: ParkFeedback, most: int) -> tuple[bytes, int]:
    title = f"{sheet.park}月度反馈单"
    asked = list(sheet.asked)
    if len(asked) > most + 2:
        asked = [*asked[: most + 2], f"另有{len(asked) - most - 2}项，见月报。"]
    parts = [
        *titled(fonts, title, [line_of(sheet.head, f"结算方：{sheet.party}")]),
        *part(fonts, "一、报送与企业", pairs(fonts, _facts(sheet))),
        *part(fonts, "二、报送问题", _issues(fonts, sheet, most), _no_issues(sheet)),
        *part(fonts, "三、涉及本园的迁移案件", _cases(fonts, sheet, most), _none(sheet.cases, "件迁移案件")),
        *part(fonts, "四、税收分享", _sharing(fonts, sheet, most), _none(sheet.sharing, "笔分享")),
        *part(fonts, "五、本园组团", _clusters(fonts, sheet)),
        *part(fonts, "六、请贵园办理", requests(fonts, asked), "没有需要办理的事项。"),
        *signed(fonts, ("市级经办", "园区签收"), "请于收到之日起5个工作日内答复。“未报”不作零，“—”为没有发生或不适用。"),
    ]
    return printed(paper(sheet.head, f"{title}（{sheet.head.month.label}）"), fonts, parts)


def _no_issues(sheet: ParkFeedback) -> str:
    if not sheet.reporting.received:
        return "本月未报。"
    return _none(sheet.issues, "处问题") if sheet.issues else "本月报送未发现需更正的问题。"


def _none(lines: Sequence[object], what: str) -> str:
    return f"本月涉及本园的有{len(lines)}{what}，见月报。" if lines else f"本月没有涉及本园的{what[1:]}。"


def _rest(lines: Sequence[object], most: int, where: str) -> str:
    return f"另有{len(lines) - most}项，见{where}。" if len(lines) > most else ""


def _facts(sheet: ParkFeedback) -> list[tuple[str, str]]:
    r, s = sheet.reporting, sheet.stock
    in_time = {True: "及时", False: "逾期", None: NONE}[r.on_time]
    return [
        ("报送", f"应报{r.expected}表，实报{r.received}表，{in_time}"),
        ("状态", f"{r.state}" + (f"，第{r.version}版" if r.version else "")),
        ("错误与警告", f"错误{r.errors}处，警告{r.warnings}处" if r.received else "未报"),
        ("月末企业", _with("家", s.closing)),
        ("新增与注销", f"新增{_with('家', s.added)}，注销{_with('家', s.closed)}" if s.reported else "未报"),
        ("迁入与迁出", f"迁入{_with('家', s.moved_in)}，迁出{_with('家', s.moved_out)}" if s.reported else "未报"),
        ("地方税收", wan_or_missing(s.tax_fen) + ("万元" if s.tax_fen is not None else "")),
        ("营业收入", wan_or_missing(s.revenue_fen) + ("万元" if s.revenue_fen is not None else "")),
    ]


def _with(unit: str, value: int | None) -> str:
    return count_or_missing(value) + (unit if value is not None else "")


def _issues(fonts: Fonts, sheet: ParkFeedback, most: int) -> list[Flowable]:
    columns = (Column("级别", 30, "center"), Column("位置", 60, unbroken=True), Column("企业", 120), Column("问题", 230))
    rows = [Row((i.level, i.place, i.company or NONE, i.message)) for i in sheet.issues[:most]]
    return table(fonts, columns, rows, _rest(sheet.issues, most, "退回清单"), size=8)


def _cases(fonts: Fonts, sheet: ParkFeedback, most: int) -> list[Flowable]:
    columns = (
        Column("案件号", 62, unbroken=True), Column("企业", 170), Column("迁出→迁入", 90), Column("状态", 50),
        Column("工作日", 34, "right"), Column("待谁", 44),
    )  # fmt: skip
    rows = [
        Row((c.case_id, c.company, f"{c.from_park}→{c.to_park}", c.state, str(c.working_days), c.waiting_for or NONE))
        for c in sheet.cases[:most]
    ]
    return table(fonts, columns, rows, _rest(sheet.cases, most, "月报表4-2"))


def _sharing(fonts: Fonts, sheet: ParkFeedback, most: int) -> list[Flowable]:
    columns = (
        Column("案件号", 62, unbroken=True), Column("企业", 150), Column("应付方", 80), Column("应收方", 80),
        Column("应得（元）", 74, "right"), Column("期次", 36, "center"),
    )  # fmt: skip
    rows = [Row((x.case_id, x.company, x.payer, x.receiver, yuan(x.due_fen), x.period or NONE)) for x in sheet.sharing[:most]]
    net = sum(x.due_fen if x.receiver == sheet.party else -x.due_fen for x in sheet.sharing)
    if rows:
        rows.append(Row(("合计", "", "", "净额", yuan(net), ""), total=True))
    note = "净额＝应收－应付，正数为应收，含未列出的各笔；以区为单位结算。" + _rest(sheet.sharing, most, "月报表5-2")
    return table(fonts, columns, rows, note)


def _clusters(fonts: Fonts, sheet: ParkFeedback) -> list[Flowable]:
    columns = (
        Column("组团", 90), Column("企业（家）", 50, "right"), Column("定位内占比", 54, "right"),
        Column("税收（万元）", 66, "right"), Column("规划重点产业", 200),
    )  # fmt: skip
    rows = [
        Row((c.cluster, f"{c.companies:,}", percent(c.fit), wan_or_missing(c.tax_fen), "、".join(c.planned) or NONE))
        if sheet.stock.reported
        else Row((c.cluster, "未报", "未报", "未报", "、".join(c.planned) or NONE))
        for c in sheet.clusters
    ]
    return table(fonts, columns, rows)
