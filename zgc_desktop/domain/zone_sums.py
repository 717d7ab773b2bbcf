"""A month by zone (按片区): one line a zone with its companies, moves, sharing and land, and every table behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zgc_desktop.domain import monthly_coded as coded
from zgc_desktop.domain.areas import Area
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.zones import Grouping, zone_moves

WHOLE = "合计"


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """One zone of one grouping; None = no park of it is in, or nobody stated it. Sums of the first grouping make the whole."""

    grouping: str
    zone: str
    parks: tuple[str, ...]
    companies: int | None
    tax_fen: Fen | None
    revenue_fen: Fen | None
    tiers: int
    out: int
    """Landed moves of the year to another zone of the grouping."""
    into: int
    way: str
    """How these lie to the plan's direction: ``转出方``, ``承接方`` or empty."""
    outside: int
    """Landed moves into the city less those out of it, this year."""
    pays: Fen
    gets: Fen
    free: Area | None
    cited: str
    missing: tuple[tuple[str, str], ...]
    """(park, why) of its parks that are in none of these figures."""
    facts: tuple[tuple[str, str], ...]
    """(table, its figures in words): everything the report's zone tables say of it."""

    @property
    def net(self) -> int:
        """Landed moves into the zone less those out of it."""
        return self.into - self.out

    @property
    def net_fen(self) -> Fen:
        """What its parties receive less what they pay."""
        return self.gets - self.pays


def zone_lines(doc: MonthlyDocument) -> tuple[ZoneLine, ...]:
    """The zones of every grouping in a month's document, in their order, the whole after the first grouping."""
    tables = _tables(doc)
    found: list[ZoneLine] = []
    for n, grouping in enumerate(doc.zones):
        zones = [z for z in grouping.rows(doc.parks) if n == 0 or z.name != "未列入"]
        found += [_line(doc, grouping, z.name, z.parks, tables) for z in zones]
        if n == 0:
            found.append(_line(doc, grouping, WHOLE, doc.parks, tables))
    return tuple(found)


def _line(
    doc: MonthlyDocument, grouping: Grouping, zone: str, parks: Sequence[str], tables: Sequence[tuple[str, coded.CodedTable]]
) -> ZoneLine:
    stock = [s for s in doc.stock if s.park in parks and s.reported]
    counts = {(a, b): n for a, b, n in zone_moves(grouping, doc.move_matrix).pairs if a != b}
    landed = [c for c in doc.outside if c.park in parks and c.landed_on and c.landed_on <= doc.month.last_day]
    landed = [c for c in landed if c.landed_on is not None and c.landed_on.year == doc.month.year]
    parties = {party for park, party in doc.parties if park in parks}
    space = [line for line in doc.space.lines if line.kind == "分园" and line.park in parks] if doc.space else []
    way = grouping.direction
    whole = zone == WHOLE
    return ZoneLine(
        "" if whole else grouping.title, zone, tuple(parks), _sum(s.closing for s in stock), _sum(s.tax_fen for s in stock),
        _sum(s.revenue_fen for s in stock), sum(t.now for t in doc.tiers if t.park in parks),
        sum(n for (a, _), n in counts.items() if whole or a == zone),
        sum(n for (_, b), n in counts.items() if whole or b == zone),
        "" if way is None else {way.from_zone: "转出方", way.to_zone: "承接方"}.get(zone, ""),
        sum(1 for c in landed if c.direction == "迁入本市") - sum(1 for c in landed if c.direction == "迁出本市"),
        sum(p.amount_fen for p in doc.sharing.net if p.payer in parties),
        sum(p.amount_fen for p in doc.sharing.net if p.receiver in parties),
        _sum(line.free for line in space), grouping.citation, tuple((p, why) for p, why in doc.missing if p in parks),
        tuple((title, said) for title, table in tables if (said := _said(table, zone))),
    )  # fmt: skip


def _sum(values: Iterable[int | None]) -> int | None:
    told = [v for v in values if v is not None]
    return sum(told) if told else None


def _tables(doc: MonthlyDocument) -> list[tuple[str, coded.CodedTable]]:
    found = [("报送", coded.reporting_zones(doc)), ("企业", coded.stock_zones(doc))]
    found += [("迁移方向", coded.move_zones(doc, g)) for g in doc.zones if g.direction and doc.move_matrix]
    found += [("外省市", coded.outside_zones(doc))] if doc.outside else []
    found += [("税收分享", coded.sharing_zones(doc))] if doc.sharing.net else []
    found += [("梯队", coded.tier_zones(doc))] if doc.tiers else []
    return [*found, ("组团", coded.cluster_zones(doc)), *([("用地", coded.space_zones(doc))] if doc.space else [])]


def _said(table: coded.CodedTable, zone: str) -> str:
    """``月初 120家，新增 3家``: the figures of a zone in one table, those that are nothing left out."""
    row = next((r for r in table.rows if r.name == zone), None)
    if row is None:
        return ""
    told = [f"{title} {text}{unit}" for (title, unit), text in zip(table.columns, row.texts, strict=True) if text != coded.NONE]
    return "，".join(told)
