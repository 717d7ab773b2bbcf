"""The publication sheet of an admission standard (准入标准公布件) and the minutes of a joint meeting (会议纪要)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.platypus import Flowable

from reports.fonts import Fonts
from reports.paper_parts import pairs, part, requests, signed
from reports.paper_parts import table as roomy_table
from reports.pdfa import archived
from reports.statement_page import PAPER_LINE, Paper, printed, titled
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from reports.words import NONE, chinese_date, wan_or_missing
from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.review_papers import Minutes, ReviewedItem, StandardSheet

_ROOM = 150.0


def standard_pdf(sheet: StandardSheet, fonts_dir: Path) -> bytes:
    """The publication sheet as PDF bytes; the same sheet gives the same bytes."""
    fonts, s = Fonts(fonts_dir), sheet.standard
    cited = s.citation
    facts = [
        ("适用范围", f"{s.park or '各分园'}　{s.industry or '各产业'}"),
        ("有效期", f"{chinese_date(s.effective_from)}起" + (f"，至{chinese_date(s.effective_to)}" if s.effective_to else "")),
        ("发布文件", cited.title),
        ("文号", cited.number or NONE),
        ("发布机关", cited.issuer or NONE),
        ("发布日期与条款", " ".join(filter(None, (chinese_date(cited.date) if cited.date else "", cited.clause))) or NONE),
    ]
    columns = (
        Column("指标", 110), Column("单位", 90, "center"), Column("准入门槛", 120, "right"), Column("上一版", 120, "right"),
    )  # fmt: skip
    gates = f"须通过：{'、'.join(sheet.gates)}。" if sheet.gates else "本标准没有设关口。"
    before = f"上一版自{chinese_date(sheet.before.effective_from)}起生效。" if sheet.before else "本范围此前没有标准。"
    notes = [
        "项目按申报日生效的标准测试，逐项比较，不四舍五入。",
        "“未定”的指标不作为否决依据；申报材料未填的指标为未定，不当作零。",
        "投资强度＝固定资产投资（含厂房、设备、地价款）÷用地面积；地均产出、人均产出按预计年产出计算。",
        before,
    ]
    parts = [
        *titled(fonts, "产业项目准入标准", [f"第{s.id}号　　公布单位：{sheet.office}　　{chinese_date(sheet.prepared_on)}"]),
        *part(fonts, "一、范围与依据", pairs(fonts, facts)),
        *part(fonts, "二、指标", roomy_table(fonts, columns, [Row(row) for row in sheet.rows], size=10)),
        *part(fonts, "三、关口", [TextBlock(fonts, gates, PAPER_LINE)]),
        *part(fonts, "四、说明", requests(fonts, notes)),
        *signed(fonts, ("拟稿", "复核", "签发")),
    ]
    title = f"准入标准公布件：{s.scope}"
    paper = Paper(title, f"{sheet.office}　{title}", sheet.office, landscape=False)
    return archived(printed(paper, fonts, parts)[0], sheet.prepared_on)


def minutes_pdf(held: Minutes, fonts_dir: Path) -> bytes:
    """The minutes as PDF bytes; the same minutes give the same bytes."""
    fonts = Fonts(fonts_dir)
    quorum = f"有效到会{held.body.quorum}人" if held.body.quorum else "有效到会人数未登记"
    there = f"{len(held.present)}人：{'、'.join(held.present)}" if held.items else "见决议登记"
    facts = [
        ("会议", held.body.name), ("日期", chinese_date(held.on)), ("到会", there), ("缺席", "、".join(held.absent) or NONE),
        ("议事规则", f"{quorum}（{held.body.source}）"), ("议题", f"项目{len(held.items)}项，决议{len(held.resolutions)}项"),
    ]  # fmt: skip
    parts = [
        *titled(fonts, "会议纪要", [f"{held.body.name}　　{chinese_date(held.on)}　　记录整理：{held.office}"]),
        *pairs(fonts, facts),
    ]
    for n, item in enumerate(held.items, start=1):
        parts += _item(fonts, n, item)
    parts += part(fonts, "其他决议", _resolutions(fonts, held), room=_ROOM) if held.resolutions else []
    parts += signed(fonts, ("主持", "记录", "核对"), f"本纪要由登记的会审记录生成，{chinese_date(held.prepared_on)}打印。")
    title = f"会议纪要：{held.body.name} {held.on}"
    paper = Paper(title, f"{held.office}　{title}", held.office, landscape=False)
    return archived(printed(paper, fonts, parts)[0], held.prepared_on)


def table(fonts: Fonts, columns: Sequence[Column], rows: Sequence[Row], note: str = "") -> list[Flowable]:
    """A close-set table: one project's review with its signatures stands on one page."""
    return [TableBlock(fonts, Table("", "", tuple(columns), tuple(rows), note=note, size=8, row_height=13.5))] if rows else []


def _item(fonts: Fonts, n: int, item: ReviewedItem) -> list[Flowable]:
    p, held = item.file.project, item.held
    area = NONE if p.area is None else f"{print_area(p.area)}公顷"
    money = NONE if p.investment_fen is None else f"{wan_or_missing(p.investment_fen)}万元"
    facts = [
        ("项目号", p.number), ("园区与组团", f"{p.park}　{p.cluster or '组团外'}"), ("产业", p.industry or NONE),
        ("申报日", chinese_date(p.applied_on)), ("固定资产投资", money), ("用地", area),
    ]  # fmt: skip
    standard = item.admission.standard
    cited = f"标准：{standard.label}，{standard.citation.short}" if standard else "申报日没有生效的准入标准，各项未定"
    tested = [
        Row(
            (f"{x.title}{f'（{x.unit}）' if x.unit else ''}", x.needed or "未定", x.actual or "未填", x.state, x.reason or NONE)
        )
        for x in item.admission.lines
    ]
    test_columns = (
        Column("指标", 110), Column("标准", 70, "right"), Column("实际", 70, "right"), Column("结果", 50, "center"),
        Column("说明", 160),
    )  # fmt: skip
    opinions = [Row((o.body, str(o.due), o.answer, o.text or NONE)) for o in item.opinions]
    asked = (Column("部门", 110), Column("答复期限", 70, "center"), Column("意见", 120), Column("内容", 160))
    votes = f"赞成{held.votes_for}票，反对{held.votes_against}票"
    away = f"，{'、'.join(held.recused)}回避" if held.recused else ""
    said = [
        f"到会{len(held.present)}人{away}，{votes}。结论：{held.decision}。",
        *([f"会议认为：{held.minutes}"] if held.minutes else []),
    ]
    owed = [
        Row((c.text, c.owner, f"{c.before}前", str(c.due) if c.due else "未定")) for c in item.file.conditions
    ] if held.decision == "有条件通过" else []  # fmt: skip
    owed_columns = (Column("附带条件", 200), Column("责任单位", 100), Column("销号环节", 70), Column("时限", 80, "center"))
    return [
        *part(fonts, f"议题{n}　{p.name}", pairs(fonts, facts), room=_ROOM),
        *part(fonts, f"准入测试：{item.admission.conclusion}", table(fonts, test_columns, tested, note=cited), room=90),
        *part(fonts, "部门意见", table(fonts, asked, opinions), "没有征求部门意见。", room=70),
        *part(fonts, "议定", [*requests(fonts, said), *table(fonts, owed_columns, owed)], room=60),
    ]


def _resolutions(fonts: Fonts, held: Minutes) -> list[Flowable]:
    rows = [Row((r.matter, r.subject or NONE, r.question, r.outcome, r.text)) for r in held.resolutions]
    columns = (
        Column("种类", 54), Column("编号", 76, unbroken=True), Column("议题", 130), Column("结论", 44, "center"),
        Column("议定内容", 160),
    )  # fmt: skip
    return table(fonts, columns, rows)
