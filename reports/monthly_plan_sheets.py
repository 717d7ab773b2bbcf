"""Sheets of the monthly workbook that came with the second edition: land, projects, targets, tasks, and sums by zone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from reports.book import FIRST, Book, Col
from reports.sheets import Value
from reports.words import NONE, NOT_REPORTED, total_note
from zgc_desktop.domain import monthly_coded as coded
from zgc_desktop.domain.areas import UNIT_AREA, Area
from zgc_desktop.domain.money import half_up, in_unit
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_coded import CodedTable
from zgc_desktop.domain.monthly_plan import SpaceLine

_MICRO: Final = 1_000_000
Exact = Mapping[str, Callable[[Sequence[str]], Value]]
"""Columns whose printed text is rounded, with the exact value of some parks together."""


def hectares(area: Area | None, absent: str = NOT_REPORTED) -> Value:
    """An area in 公顷 to six places: exact for every area stated in 公顷, and for 亩 to a hundredth of a ㎡."""
    return absent if area is None else Decimal(half_up(Fraction(area * _MICRO, UNIT_AREA["公顷"]))) / _MICRO


def _percent(value: Fraction | None) -> Value:
    return NONE if value is None else Decimal(half_up(value * _MICRO)) / _MICRO


def _plain(value: Fraction | None, absent: str) -> Value:
    return absent if value is None else Decimal(half_up(value * 10_000)) / 10_000


# --- 11 and 12 -----------------------------------------------------------------------------------------------------------


def plots(book: Book) -> None:
    """11 空间准入: every plot and building; 计入 says whether it is in the sums."""
    space = book.doc.space
    if space is None:
        return
    rows = [
        (
            p.number, p.name, p.park, p.cluster, p.level, p.use, p.ownership, hectares(p.area), hectares(p.used),
            hectares(p.free), p.supply, p.term_from, p.term_to,
            None if p.ratio_percent is None else Decimal(p.ratio_percent) / 100,
            NONE if p.self_held is None else Decimal(p.self_held) / 10_000, p.state, p.idle_since, "是" if p.counted else "否",
        )
        for p in space.plots
    ]  # fmt: skip
    columns = (
        Col("地块编号", 16), Col("名称", 24), Col("园区", 12), Col("组团", 18), Col("政策区", 18), Col("用途", 10),
        Col("权属", 8), Col("面积(公顷)", 14, "area"), Col("已用(公顷)", 14, "area"),
        Col("可用(公顷)", 14, "area"), Col("供应方式", 12),
        Col("年期起", 12, "date"), Col("年期止", 12, "date"), Col("容积率", 10, "money"), Col("自持比例", 10, "percent"),
        Col("状态", 10, "middle"), Col("闲置起始", 12, "date"), Col("计入", 8, "middle"),
    )  # fmt: skip
    note = "计入为“否”的是楼宇或已登记地块的一部分，不重复计入合计。"
    book.table("11 空间准入", "用地登记", columns, rows, note=note, freeze=f"D{FIRST}", filtered=True)


def space(book: Book) -> None:
    """11a 分园用地: as 表8-1, parks only, so that the foot adds up to the whole."""
    found = book.doc.space
    if found is None:
        return
    lines = [line for line in found.lines if line.kind == "分园"]
    columns = (
        Col("分园", 14), Col("宗数", 10, "count", True), Col("面积(公顷)", 14, "area", True),
        Col("已用(公顷)", 14, "area", True), Col("可用(公顷)", 14, "area", True), Col("闲置(公顷)", 14, "area", True),
        Col("储备(公顷)", 14, "area", True), Col("自持比例", 10, "percent"),
        Col("未报已用(宗)", 12, "count", True), Col("将到期(宗)", 12, "count", True),
        Col("已到期(宗)", 12, "count", True),
    )  # fmt: skip
    lacking = f"没有登记用地的分园：{'、'.join(found.missing)}。" if found.missing else ""
    book.table("11a 分园用地", "各分园用地供应与使用", columns, map(_space_row, lines), note=lacking)


def _space_row(line: SpaceLine) -> tuple[Value, ...]:
    return (
        line.name, line.plots, hectares(line.area), hectares(line.used), hectares(line.free), hectares(line.idle),
        hectares(line.reserve), _percent(line.self_held), line.unstated, line.expiring, line.expired,
    )  # fmt: skip


def projects(book: Book) -> None:
    """11b 项目准入: one line a criterion of a project, so that it can be filtered."""
    review = book.doc.review
    if review is None:
        return
    rows = [
        (
            p.number, p.name, p.park, p.cluster, p.industry, p.applied_on, p.state, p.standard or "无生效标准", m.title, m.unit,
            m.needed or "未定", m.actual or "未填", m.state, p.conclusion,
        )
        for p in review.projects
        for m in p.measures
    ]  # fmt: skip
    columns = (
        Col("项目号", 14), Col("项目", 30), Col("园区", 12), Col("组团", 18), Col("产业", 18), Col("申报日", 12, "date"),
        Col("联审状态", 12), Col("标准版本", 34), Col("指标", 14), Col("单位", 12), Col("标准", 14), Col("实际", 14),
        Col("达标", 10), Col("结论", 10),
    )  # fmt: skip
    book.table("11b 项目准入", "项目准入测试", columns, rows, freeze=f"C{FIRST}", filtered=True)


def owing(book: Book) -> None:
    """11c 条件与退出: what projects owe, and the exit list below it as lines of their own kind."""
    review = book.doc.review
    if review is None:
        return
    rows: list[tuple[Value, ...]] = [(o.project, o.kind, o.text, o.owner, o.due, o.light, o.said) for o in review.owing]
    rows += [(e.subject, "退出告知", e.reason, "", e.mend_by, "", f"{e.given_on} 告知，{e.state}") for e in review.exits]
    columns = (
        Col("项目或对象", 34), Col("种类", 12), Col("内容或理由", 46), Col("责任单位", 20), Col("时限", 12, "date"),
        Col("灯", 6, "middle"), Col("情况", 40),
    )  # fmt: skip
    book.table("11c 条件与退出", "未销号条件、未兑现承诺与退出名单", columns, rows, filtered=True)


def targets(book: Book) -> None:
    """12 规划目标: as 表9-1."""
    if not book.doc.targets:
        return
    rows = [
        (
            t.title, t.cited, t.year, t.unit, _plain(t.goal, NONE), _plain(t.base, NONE), t.base_year, _plain(t.now, t.state),
            _percent(t.share), t.kind, t.state, t.measure, t.said, "\n".join(t.evidence),
        )
        for t in book.doc.targets
    ]  # fmt: skip
    columns = (
        Col("目标", 36), Col("出处章节", 26), Col("目标年", 8, "year"), Col("单位", 8, "middle"), Col("目标值", 14, "money"),
        Col("基数", 12, "money"), Col("基数年", 8, "year"), Col("现值", 14, "money"), Col("进度", 10, "percent"),
        Col("性质", 10), Col("状态", 10), Col("口径", 44), Col("现状", 50), Col("佐证", 40),
    )  # fmt: skip
    book.table("12 规划目标", "规划目标完成情况", columns, rows, freeze=f"A{FIRST}")


def tasks(book: Book) -> None:
    """13b 任务落实: as 表10-2."""
    if not book.doc.tasks:
        return
    rows = [(n, t.text, t.owner, t.due, t.origin, t.said, t.light) for n, t in enumerate(book.doc.tasks, start=1)]
    columns = (
        Col("序号", 6, "count"), Col("事项", 60), Col("责任单位", 24), Col("时限", 12, "date"), Col("来源", 30),
        Col("落实情况", 36), Col("灯", 6, "middle"),
    )  # fmt: skip
    book.table("13b 任务落实", "任务落实", columns, rows, freeze=f"A{FIRST}")


def levels(book: Book) -> None:
    """10b 政策区建议: as 表7-3."""
    if not book.doc.levels:
        return
    rows = [(x.subject, x.level or "未划入", x.proposal, x.reason, x.scheme, x.decided or "待决定") for x in book.doc.levels]
    columns = (Col("对象", 20), Col("现层次", 20), Col("建议", 16), Col("理由", 44), Col("考核方案", 36), Col("决定", 30))
    book.table("10b 政策区建议", "政策区调整建议", columns, rows, freeze=f"A{FIRST}")


# --- zones ---------------------------------------------------------------------------------------------------------------


def _value(text: str) -> Value:
    """A printed figure as a number again; words stay words."""
    bare = text.replace(",", "")
    if text == NONE:
        return 0
    try:
        return int(bare) if "." not in bare else Decimal(bare)
    except (ValueError, ArithmeticError):
        return text


def _zones(book: Book, name: str, title: str, table: CodedTable, exact: Exact | None = None) -> None:
    """A sheet of zone sums: every row says its grouping, so that one grouping's rows add up to the whole."""
    doc = book.doc
    rows = []
    for grouping in doc.zones:
        for zone in grouping.rows(doc.parks):
            row = next((r for r in table.rows if r.name == zone.name), None)
            if row is not None:
                rows.append(
                    (grouping.title, zone.name, "、".join(zone.parks), *_values(table, row.texts, zone.parks, exact or {}))
                )
    kinds = {"万元": "money", "元": "money", "公顷": "area"}
    columns = (
        Col("划分", 18), Col("片区", 16), Col("分园", 44),
        *(Col(f"{t}({u})", 18 if u in ("万元", "元") else 12, kinds.get(u, "count")) for t, u in table.columns),  # type: ignore[arg-type]
    )  # fmt: skip
    note = "".join(f"{g.title}按{g.citation}。" for g in doc.zones) + total_note(doc)
    book.table(name, title, columns, rows, note=note, freeze=f"C{FIRST}", filtered=True)


def _values(table: CodedTable, texts: Iterable[str], parks: Sequence[str], exact: Exact) -> list[Value]:
    return [exact[c](parks) if c in exact else _value(text) for (c, _), text in zip(table.columns, texts, strict=True)]


def _money(doc: MonthlyDocument, part: str) -> Exact:
    """Tax and revenue of some parks in 万元, exactly."""
    missing = {park for park, _ in doc.missing}

    def total(name: str) -> Callable[[Sequence[str]], Value]:
        def of(parks: Sequence[str]) -> Value:
            lines = [x for x in getattr(doc, part) if x.park in parks and x.park not in missing]
            told = [v for x in lines if (v := getattr(x, name)) is not None]
            return in_unit(sum(told), "万元") if told else NOT_REPORTED

        return of

    return {"地方税收": total("tax_fen"), "营业收入": total("revenue_fen")}


def _has_zones(book: Book) -> bool:
    return book.doc.edition >= 2 and bool(book.doc.zones)


def reporting_zones(book: Book) -> None:
    """2a 片区报送."""
    if _has_zones(book):
        _zones(book, "2a 片区报送", "各片区报送情况", coded.reporting_zones(book.doc))


def stock_zones(book: Book) -> None:
    """3b 片区企业."""
    if _has_zones(book):
        _zones(book, "3b 片区企业", "各片区企业增减", coded.stock_zones(book.doc), _money(book.doc, "stock"))


def move_zones(book: Book) -> None:
    """5a 片区迁移: from zone to zone under the groupings for which a plan names a direction."""
    if not _has_zones(book) or not book.doc.move_matrix:
        return
    rows: list[tuple[Value, ...]] = []
    names: list[str] = []
    for grouping in (g for g in book.doc.zones if g.direction):
        table = coded.move_zones(book.doc, grouping)
        names = names or [title for title, _ in table.columns]
        rows += [(r.name, *map(_value, r.texts)) for r in table.rows if not r.total]
    if rows:
        columns = (Col("迁出\\迁入", 18), *(Col(n, 14, "count", True) for n in names))
        book.table(
            "5a 片区迁移",
            "本年落地案件的片区方向",
            columns,
            rows,
            note="单位：件。行为迁出片区，列为迁入片区。",
            freeze=f"B{FIRST}",
        )


def outside(book: Book) -> None:
    """5b 外省市案件, and 5c its sums by zone."""
    doc = book.doc
    if not doc.outside:
        return
    rows = [
        (c.number, c.credit_code, c.company, c.direction, c.park, c.place, c.region, c.nature, c.state, c.opened_on,
         c.landed_on, c.answer, c.sharing or "不分享")
        for c in doc.outside
    ]  # fmt: skip
    columns = (
        Col("案件号", 16), Col("统一社会信用代码", 22), Col("企业", 40), Col("方向", 12), Col("本市分园", 12),
        Col("外省市一方", 20), Col("区域", 8), Col("性质", 12), Col("状态", 14), Col("立案", 12, "date"),
        Col("落地", 12, "date"), Col("对方", 18), Col("分享", 40),
    )  # fmt: skip
    note = "另一方不在本市，不进迁移矩阵，不参与区际结算。"
    book.table("5b 外省市案件", "与外省市迁移案件", columns, rows, note=note, freeze=f"D{FIRST}", filtered=True)
    if _has_zones(book):
        _zones(book, "5c 片区外省市", "各片区与外省市之间已落地的迁移", coded.outside_zones(doc))


def sharing_zones(book: Book) -> None:
    """6a 片区分享."""
    if _has_zones(book) and book.doc.sharing.net:
        _zones(book, "6a 片区分享", "各片区分享收付", coded.sharing_zones(book.doc))


def tier_zones(book: Book) -> None:
    """9b 片区梯队."""
    if _has_zones(book) and book.doc.tiers:
        _zones(book, "9b 片区梯队", "各片区梯队企业增减", coded.tier_zones(book.doc))


def cluster_zones(book: Book) -> None:
    """10a 片区组团."""
    if _has_zones(book):
        _zones(book, "10a 片区组团", "各片区组团", coded.cluster_zones(book.doc), _money(book.doc, "clusters"))


def space_zones(book: Book) -> None:
    """11d 片区用地."""
    found = book.doc.space
    if not _has_zones(book) or found is None:
        return
    every = [line for line in found.lines if line.kind == "分园"]

    def total(name: str) -> Callable[[Sequence[str]], Value]:
        def of(parks: Sequence[str]) -> Value:
            told = [v for line in every if line.park in parks and (v := getattr(line, name)) is not None]
            return hectares(sum(told)) if told else NOT_REPORTED

        return of

    exact = {"面积": total("area"), "可用": total("free"), "闲置": total("idle"), "储备": total("reserve")}
    _zones(book, "11d 片区用地", "各片区用地", coded.space_zones(book.doc), exact)
