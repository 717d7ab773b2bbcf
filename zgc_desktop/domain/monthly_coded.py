"""Tables of the second edition as coded texts: what the report prints and what a code of it is resolved to are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.areas import Area, print_area
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_plan import ProjectLine, SpaceLine, TargetLine
from zgc_desktop.domain.outside import DIRECTIONS, REGIONS, OutsideState
from zgc_desktop.domain.percent import percent
from zgc_desktop.domain.targets import print_figure
from zgc_desktop.domain.zones import Grouping, Zone, zone_moves

NONE: Final = "—"
NOT_REPORTED: Final = "未报"


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One row: the name its codes use, the words at its left, and its figures as printed, without their units."""

    name: str
    words: tuple[str, ...]
    texts: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class CodedTable:
    """A table's figures: (title, unit) of every column of figures, and its rows as printed from the top."""

    number: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[CodedRow, ...]


def short(park: str) -> str:
    """A park as a code names it: 昌平园 is 昌平."""
    return park.removesuffix("园")


def _area(value: Area | None, *, absent: str = NOT_REPORTED) -> str:
    return absent if value is None else print_area(value) if value else NONE


def _count(n: int) -> str:
    return f"{n:,}" if n else NONE


# --- 八 ------------------------------------------------------------------------------------------------------------------

SPACE_COLUMNS: Final = (
    ("宗数", "宗"), ("面积", "公顷"), ("已用", "公顷"), ("可用", "公顷"), ("闲置", "公顷"), ("储备", "公顷"), ("自持比例", "%"),
    ("未报已用", "宗"), ("将到期", "宗"), ("已到期", "宗"),
)  # fmt: skip


def space(doc: MonthlyDocument) -> CodedTable:
    """表8-1: land by park, its clusters below it, and the whole."""
    lines = doc.space.lines if doc.space else ()
    return CodedTable("表8-1", SPACE_COLUMNS, tuple(_space_row(line) for line in lines))


def _space_row(line: SpaceLine) -> CodedRow:
    name = short(line.name) if line.kind == "分园" else line.name
    words = (line.name,) if line.kind != "组团" else ("　" + line.name,)
    held = NONE if line.self_held is None else percent(line.self_held, 2).rstrip("%")
    texts = (
        f"{line.plots:,}", _area(line.area), _area(line.used), _area(line.free), _area(line.idle), _area(line.reserve), held,
        _count(line.unstated), _count(line.expiring), _count(line.expired),
    )  # fmt: skip
    return CodedRow(name, words, texts, line.kind == "合计")


PROJECT_MEASURES: Final = ("投资强度", "地均产出", "人均产出", "研发投入强度")
PROJECT_GATES: Final = ("节能审查", "环境准入")


def projects(doc: MonthlyDocument) -> CodedTable:
    """表8-2: each project's criteria, standard above actual."""
    units = {m.title: m.unit for p in (doc.review.projects if doc.review else ()) for m in p.measures}
    columns = tuple((f"{t}·{kind}", units.get(t, "")) for t in PROJECT_MEASURES for kind in ("标准", "实际"))
    rows = doc.review.projects if doc.review else ()
    return CodedTable("表8-2", columns, tuple(_project_row(p) for p in rows))


def _project_row(p: ProjectLine) -> CodedRow:
    found = {m.title: m for m in p.measures}
    texts = []
    for title in PROJECT_MEASURES:
        m = found.get(title)
        texts += ["未定", NOT_REPORTED] if m is None else [m.needed or "未定", m.actual or NOT_REPORTED]
    gates = "\n".join(f"{g[:2]}：{found[g].actual or '未填'}" for g in PROJECT_GATES if g in found) or NONE
    failed = "、".join(m.title for m in p.measures if m.state == "未达到")
    verdict = p.conclusion + (f"：{failed}" if failed else "")
    name = f"{p.name}\n{p.number}" + ("\n市级统筹重大项目" if p.major else "")
    words = (name, f"{p.park}\n{p.cluster or '组团外'}", p.state, p.standard or "无生效标准", gates, verdict)
    return CodedRow(p.number, words, tuple(texts))


# --- 九 ------------------------------------------------------------------------------------------------------------------

TARGET_COLUMNS: Final = (("目标值", ""), ("基数", ""), ("现值", ""), ("进度", ""))


def targets(doc: MonthlyDocument) -> CodedTable:
    """表9-1: each target with its source, goal, baseline, figure now and share of the way."""
    return CodedTable("表9-1", TARGET_COLUMNS, tuple(_target_row(t) for t in doc.targets))


def target_row(t: TargetLine) -> str:
    """A target as a code names it: its year and title without blanks, because several share a title."""
    return "".join(f"{t.year}{t.title}".split())


def _target_row(t: TargetLine) -> CodedRow:
    goal = NONE if t.goal is None else print_figure(t.goal, t.unit)
    base = NONE if t.base is None else f"{print_figure(t.base, t.unit)}\n（{t.base_year}）"
    now = NONE if t.kind == "不可量化" else "无数据" if t.now is None else print_figure(t.now, t.unit)
    share = NONE if t.share is None else percent(t.share, 1)
    scope = t.said if t.now is None else t.measure
    kind = t.kind if t.kind == t.state else f"{t.kind}\n{t.state}"
    return CodedRow(target_row(t), (t.title, t.cited, str(t.year), kind, scope), (goal, base, now, share))


# --- zones ---------------------------------------------------------------------------------------------------------------

Values = Callable[[Sequence[str]], tuple[str, ...]]
"""The figures of some parks together, as printed."""


def _by_zone(number: str, doc: MonthlyDocument, columns: tuple[tuple[str, str], ...], values: Values) -> CodedTable:
    """One row a zone of every grouping; the first grouping ends in the whole. Parks not reported are named with their zone."""
    rows: list[CodedRow] = []
    for n, grouping in enumerate(doc.zones):
        zones = [z for z in grouping.rows(doc.parks) if n == 0 or z.name != "未列入"]
        for k, zone in enumerate(zones):
            rows.append(
                CodedRow(zone.name, (grouping.title if k == 0 else "", zone.name, _parks(zone, doc)), values(zone.parks))
            )
        if n == 0:
            rows.append(CodedRow("合计", ("", "合计", ""), values(doc.parks), total=True))
    return CodedTable(number, columns, tuple(rows))


def _parks(zone: Zone, doc: MonthlyDocument) -> str:
    lacking = {park for park, _ in doc.missing}
    return "、".join(short(p) + ("（未计入）" if p in lacking else "") for p in zone.parks)


def _sum(values: Iterable[int | None]) -> int | None:
    told = [v for v in values if v is not None]
    return sum(told) if told else None


def _said(value: int | None, *, money: bool = False) -> str:
    return NOT_REPORTED if value is None else wan(value) if money else _count(value)


def stock_zones(doc: MonthlyDocument) -> CodedTable:
    """表3-3: companies, tax and revenue by zone."""
    columns = (
        ("月初", "家"), ("新增", "家"), ("迁入", "家"), ("迁出", "家"), ("注销", "家"), ("月末", "家"),
        ("地方税收", "万元"), ("营业收入", "万元"),
    )  # fmt: skip
    names = ("opening", "added", "moved_in", "moved_out", "closed", "closing", "tax_fen", "revenue_fen")

    def values(parks: Sequence[str]) -> tuple[str, ...]:
        lines = [s for s in doc.stock if s.park in parks and s.reported]
        return tuple(_said(_sum(getattr(s, n) for s in lines), money=n.endswith("_fen")) for n in names)

    return _by_zone("表3-3", doc, columns, values)


def reporting_zones(doc: MonthlyDocument) -> CodedTable:
    """表2-2: parks due, arrived and in time, and faults, by zone."""
    columns = (("应报", "园"), ("实报", "园"), ("及时", "园"), ("企业", "家"), ("错误", "处"), ("警告", "处"), ("退回", "次"))

    def values(parks: Sequence[str]) -> tuple[str, ...]:
        lines = [r for r in doc.reporting if r.park in parks]
        counts = (
            len(lines), sum(1 for r in lines if r.received), sum(1 for r in lines if r.on_time),
            sum(r.companies for r in lines), sum(r.errors for r in lines), sum(r.warnings for r in lines),
            sum(r.returned for r in lines),
        )  # fmt: skip
        return tuple(_count(n) for n in counts)

    return _by_zone("表2-2", doc, columns, values)


def tier_zones(doc: MonthlyDocument) -> CodedTable:
    """表6-3: tiers by zone, this month with what entered and left."""
    tiers = list(dict.fromkeys(line.tier for line in doc.tiers))
    parts = (("entered", "增"), ("left", "减"), ("now", "本月"))
    columns = tuple((f"{tier}·{title}", "家") for tier in tiers for _, title in parts)

    def values(parks: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            _count(sum(getattr(t, name) for t in doc.tiers if t.tier == tier and t.park in parks))
            for tier in tiers
            for name, _ in parts
        )

    return _by_zone("表6-3", doc, columns, values)


def cluster_zones(doc: MonthlyDocument) -> CodedTable:
    """表7-2: clusters by zone; the focus share is of companies, weighted by how many each cluster has."""
    columns = (
        ("组团", "个"), ("企业", "家"), ("营业收入", "万元"), ("地方税收", "万元"), ("迁入", "家"), ("迁出", "家"),
        ("可用空间", "公顷"),
    )  # fmt: skip
    missing = {park for park, _ in doc.missing}
    free = {line.name: line.free for line in doc.space.lines if line.kind != "合计"} if doc.space else {}

    def values(parks: Sequence[str]) -> tuple[str, ...]:
        every = [c for c in doc.clusters if c.park in parks]
        lines = [c for c in every if c.park not in missing]
        if not lines:
            return (f"{len(every):,}" if every else NONE, *([NOT_REPORTED] * 5), _free(free, [c.cluster for c in every]))
        sums = [_sum(getattr(c, n) for c in lines) for n in ("companies", "revenue_fen", "tax_fen", "moved_in", "moved_out")]
        told = [_said(v, money=k in (1, 2)) for k, v in enumerate(sums)]
        return (f"{len(every):,}", *told, _free(free, [c.cluster for c in every]))

    return _by_zone("表7-2", doc, columns, values)


def _free(free: dict[str, Area | None], clusters: Sequence[str]) -> str:
    told = [v for c in clusters if (v := free.get(c)) is not None]
    return print_area(sum(told)) if told else NONE


def space_zones(doc: MonthlyDocument) -> CodedTable:
    """表8-6: land by zone."""
    columns = (
        ("宗数", "宗"), ("面积", "公顷"), ("可用", "公顷"), ("闲置", "公顷"), ("储备", "公顷"),
        ("将到期", "宗"), ("已到期", "宗"),
    )  # fmt: skip
    every = [line for line in doc.space.lines if line.kind == "分园"] if doc.space else []

    def values(parks: Sequence[str]) -> tuple[str, ...]:
        lines = [line for line in every if line.park in parks]
        if not lines:
            return tuple(NOT_REPORTED for _ in columns)
        free = _sum(line.free for line in lines)
        return (
            f"{sum(line.plots for line in lines):,}", _area(sum(line.area for line in lines)), _area(free),
            _area(sum(line.idle for line in lines)), _area(sum(line.reserve for line in lines)),
            _count(sum(line.expiring for line in lines)), _count(sum(line.expired for line in lines)),
        )  # fmt: skip

    return _by_zone("表8-6", doc, columns, values)


def sharing_zones(doc: MonthlyDocument) -> CodedTable:
    """表5-4: what the zones' parties pay and receive, and the net."""
    columns = (("应付", "元"), ("应收", "元"), ("净额", "元"))
    park_of = {party: park for park, party in doc.parties}
    paid, got = Counter[str](), Counter[str]()
    for pair in doc.sharing.net:
        paid[park_of.get(pair.payer, pair.payer)] += pair.amount_fen
        got[park_of.get(pair.receiver, pair.receiver)] += pair.amount_fen

    def values(parks: Sequence[str]) -> tuple[str, ...]:
        out, into = sum(paid[p] for p in parks), sum(got[p] for p in parks)
        return tuple(_yuan(n) for n in (out, into, into - out))

    return _by_zone("表5-4", doc, columns, values)


def _yuan(amount: int) -> str:
    cents = abs(amount)
    return f"{'-' if amount < 0 else ''}{cents // 100:,}.{cents % 100:02d}" if amount else NONE


def move_zones(doc: MonthlyDocument, grouping: Grouping) -> CodedTable:
    """表4-4: landed moves of the year from zone to zone under one grouping."""
    names = [z.name for z in grouping.rows(doc.parks)]
    moves = zone_moves(grouping, doc.move_matrix)
    counts = {(a, b): n for a, b, n in moves.pairs}
    rows = []
    for a in names:
        line = [counts.get((a, b), 0) for b in names]
        rows.append(CodedRow(a, (a,), (*(_count(n) for n in line), _count(sum(line)))))
    sums = [sum(counts.get((a, b), 0) for a in names) for b in names]
    rows.append(CodedRow("迁入合计", ("迁入合计",), (*(_count(n) for n in sums), _count(sum(sums))), total=True))
    return CodedTable("表4-4", (*((n, "件") for n in names), ("迁出合计", "件")), tuple(rows))


OUTSIDE_COLUMNS: Final = (
    ("迁出", "件"), ("迁入", "件"), ("净迁入", "件"), ("在外基地", "件"), ("其中津冀", "件"), ("在办", "件"),
)  # fmt: skip


def outside_zones(doc: MonthlyDocument) -> CodedTable:
    """表4-5: the year's landed moves over the city's border by zone of the park, and those under way."""

    def values(parks: Sequence[str]) -> tuple[str, ...]:
        mine = [c for c in doc.outside if c.park in parks]
        landed = [c for c in mine if c.landed_on and c.landed_on.year == doc.month.year and c.landed_on <= doc.month.last_day]
        out, into, bases = (sum(1 for c in landed if c.direction == d) for d in DIRECTIONS)
        near = sum(1 for c in landed if c.region != REGIONS[-1])
        waiting = sum(1 for c in mine if c.landed_on is None and c.state != OutsideState.WITHDRAWN)
        net = f"{into - out:,}" if out or into else NONE
        return (_count(out), _count(into), net, _count(bases), _count(near), _count(waiting))

    # The office's own cases: a park that has not reported is counted like the others.
    return _by_zone("表4-5", replace(doc, missing=()), OUTSIDE_COLUMNS, values)


def direction_share(doc: MonthlyDocument, grouping: Grouping) -> Fraction | None:
    """The share of this year's landed moves that go the way a plan names."""
    return zone_moves(grouping, doc.move_matrix).share if grouping.direction else None


def of(doc: MonthlyDocument) -> tuple[CodedTable, ...]:
    """Every coded table of the second edition that has rows, in the order of the report."""
    if doc.edition < 2:
        return ()
    zones: list[CodedTable] = []
    if doc.zones:
        zones = [reporting_zones(doc), stock_zones(doc)]
        zones += [move_zones(doc, g) for g in doc.zones if g.direction and doc.move_matrix]
        zones += [outside_zones(doc)] if doc.outside else []
        zones += [sharing_zones(doc)] if doc.sharing.net else []
        zones += [tier_zones(doc)] if doc.tiers else []
        zones += [cluster_zones(doc), *([space_zones(doc)] if doc.space else [])]
    found = (*zones, space(doc), projects(doc), targets(doc))
    return tuple(t for t in found if t.rows)
