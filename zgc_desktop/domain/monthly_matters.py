"""十、问题与建议: candidates generated from the month's figures, what the editor made of them, and last month's followed up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from zgc_desktop.domain.monthly import Matter, MonthlyDocument
from zgc_desktop.domain.monthly_sheets import open_doubles
from zgc_desktop.domain.percent import percent

Verdict: TypeAlias = Literal["keep", "drop", "follow"]
"""Kept for the report, dropped from it, or said of a matter of the month before (落实情况)."""

CITY: Final = "市统筹办"
SLOW_DAYS: Final = 20
"""Working days after which an open case is a matter for the report, as it is for the coordination meeting."""
FIT_LOW: Final = Fraction(1, 2)
FIT_LEAST: Final = 10
"""A cluster in which fewer than half of at least ten companies are in its planned fields is worth a word."""
OWN: Final = "own:"
STILL: Final = "上月已列，本月仍未了结"
GONE: Final = "本月数据中已不再出现"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A matter the figures suggest: what it is about, the sentence, whose it is and by when."""

    key: str
    text: str
    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class WrittenMatter:
    """What a person decided of a matter: kept (in these words), dropped, or what came of it since last month."""

    key: str
    verdict: Verdict
    text: str
    owner: str
    due: date | None
    written_by: str
    written_at: str


def candidates(doc: MonthlyDocument, due: date) -> tuple[Candidate, ...]:
    """Everything in a month that a person may want to raise, in the order of the report; nothing without a figure behind it."""
    return tuple(Candidate(key, text, owner, due) for key, text, owner in _found(doc))


def _found(doc: MonthlyDocument) -> Iterator[tuple[str, str, str]]:
    for park, why in doc.missing:
        if why == "未报":
            yield f"late:{park}", f"{park}{doc.month.label}数据未报，请说明原因并补报。", park
        else:
            yield f"held:{park}", f"{park}报送{why}，请按退回清单更正后重报。", park
    out = {park for park, _ in doc.missing}
    for r in doc.reporting:
        if r.errors and r.park not in out:
            yield f"errors:{r.park}", f"{r.park}报送有错误{r.errors}处，请逐处核对并在下月报送前改正。", r.park
    for lead in open_doubles(doc.leads):
        text = f"{lead.company}由{lead.first_park}、{lead.second_park}同月列报，请两园核明注册地与实际经营地。"
        yield f"double:{lead.credit_code}", text, f"{lead.first_park}、{lead.second_park}"
    for c in doc.cases:
        if c.landed_on is None and c.working_days > SLOW_DAYS:
            way = f"{c.company}，{c.from_park}→{c.to_park}"
            text = f"案件{c.case_id}（{way}）已办{c.working_days}个工作日，{c.state}，请推动办结。"
            yield f"case:{c.case_id}", text, _whose(c.waiting_for, c.from_park, c.to_park)
    for told in doc.sharing.missing:
        yield f"tax:{told.split()[0]}", f"案件{told.split()[0]}本月税收未报，补报前当月不能结算。", "迁入园"
    pending = len(doc.tier_proposals)
    if pending:
        yield "tiers", f"梯队认定、复核与退出建议{pending}家待审定。", CITY
    for cluster in doc.clusters:
        if cluster.fit is not None and cluster.fit < FIT_LOW and cluster.companies >= FIT_LEAST:
            share = percent(cluster.fit, 1)
            text = f"{cluster.cluster}企业{cluster.companies}家，定位内占比{share}，请对照规划重点产业说明引进方向。"
            yield f"fit:{cluster.cluster}", text, cluster.park


def _whose(waiting_for: str, from_park: str, to_park: str) -> str:
    return {"市级": CITY, "迁入方": to_park, "迁出方": from_park}.get(waiting_for, f"{from_park}、{to_park}")


def matters(found: Sequence[Candidate], now: Iterable[WrittenMatter], before: Iterable[WrittenMatter]) -> tuple[Matter, ...]:
    """What the report prints: the matters kept this month, then those kept last month, each with what came of it."""
    mine = {w.key: w for w in now if w.verdict == "keep"}
    said = {w.key: w.text for w in now if w.verdict == "follow"}
    earlier = {w.key: w for w in before if w.verdict == "keep"}
    standing = {c.key for c in found}

    def followed(key: str) -> str:
        if key not in earlier:
            return ""
        return said.get(key) or (STILL if key in standing or key in mine else "" if key.startswith(OWN) else GONE)

    order = [*(c.key for c in found if c.key in mine), *(key for key in mine if key not in standing)]
    kept = [Matter(k, mine[k].text, mine[k].owner, mine[k].due, followed(k)) for k in order]
    old = [Matter(k, w.text, w.owner, w.due, followed(k) or "未登记") for k, w in earlier.items() if k not in mine]
    return (*kept, *old)


def undecided(found: Sequence[Candidate], now: Iterable[WrittenMatter]) -> tuple[Candidate, ...]:
    """Candidates nobody has kept or dropped yet."""
    decided = {w.key for w in now if w.verdict != "follow"}
    return tuple(c for c in found if c.key not in decided)
