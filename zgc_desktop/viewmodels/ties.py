"""How companies tied across parks read: circles, headquarters, graduates and the older fields, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.company_ties import CompanyTies, Tally
from zgc_desktop.domain.money import Fen
from zgc_desktop.viewmodels.columns import Column

CIRCLE, TOGETHER, HEAD, GRADUATE, FIELD = "领军企业圈", "各圈合计", "总部与经营点", "孵化毕业", "新旧产业"


@dataclass(frozen=True, slots=True)
class TieLine:
    """One line: what it is, its name, its companies, and where they are."""

    kind: str
    name: str
    companies: int
    places: str
    revenue_fen: Fen | None
    tax_fen: Fen | None
    facts: tuple[tuple[str, str], ...]


TIE_COLUMNS: Final[tuple[Column[TieLine], ...]] = (
    Column("kind", "种类", lambda x: x.kind, width=110, facet=True),
    Column("name", "名称", lambda x: x.name, least=220),
    Column("companies", "企业", lambda x: x.companies, "number", 70, unit="家"),
    Column("places", "分园或去向", lambda x: x.places or None, least=240),
    Column("revenue", "营业收入", lambda x: x.revenue_fen, "money", 130),
    Column("tax", "地方税收", lambda x: x.tax_fen, "money", 120),
)


def _summed(kind: str, name: str, found: Tally, facts: tuple[tuple[str, str], ...]) -> TieLine:
    return TieLine(kind, name, found.companies, "、".join(found.parks), found.revenue_fen, found.tax_fen, facts)


def tie_lines(ties: CompanyTies) -> tuple[TieLine, ...]:
    """Every line; all circles together with each company once; nothing where nothing is registered and nobody reported."""
    lines, facts = list[TieLine](), tuple[tuple[str, str], ...]()
    for c in ties.circles:
        facts = (
            ("圈内", f"{c.tally.companies} 家，含领军企业；{'、'.join(f'{r} {n} 家' for r, n in c.relations)}"),
            ("不在台账", "、".join(c.absent) or "无"),
        )
        lines.append(_summed(CIRCLE, c.leader, c.tally, facts))
    if ties.circles:
        lines.append(_summed(TOGETHER, "去重合计", ties.together, (("口径", "同一企业在几个圈里只计一次"),)))
    for h in ties.headquarters:
        places = "、".join(park for park, _, _ in h.sites)
        sites = tuple((park, f"{what}{f'，{n} 人' if n else ''}") for park, what, n in h.sites)
        lines.append(TieLine(HEAD, h.name, 1, places, None, None, (("计入", h.home or "不在台账"), *sites)))
    for g in ties.graduates:
        places = "、".join(f"{place} {n}" for place, n, _ in g.went)
        facts = tuple((place, f"毕业 {n} 家，本月在册于该组团 {there} 家") for place, n, there in g.went)
        lines.append(TieLine(GRADUATE, g.incubator, g.whole, places, None, None, facts))
    if ties.whole.companies:
        for f in ties.fields:
            facts = (
                ("旧称", "、".join(f.older) or "无"),
                ("兼及", "、".join(f.touching) or "无"),
                ("口径", "每家企业只计在现行产业的一行"),
            )
            lines.append(_summed(FIELD, f.industry, f.tally, facts))
    return tuple(lines)
