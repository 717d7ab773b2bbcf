"""What was decided about a company and what the journal says of it: the last two leaves of its card (判定, 审计)."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, or_, select

import db.decision_tables as d
import db.tables as t
from db.queries import identity
from db.store import table_of
from zgc_desktop.domain.decisions import DecisionKind

_D = table_of(d.IssueDecisionRow)
_J = table_of(t.JournalRow)
_K = table_of(t.CaseRow)
_C = table_of(t.CompanyRow)
MOST = 200


def decided(connection: Connection, credit_code: str) -> tuple[tuple[str, str], ...]:
    """(when and what kind, the decision in words) about a company: who it is, and its issues; the newest first."""
    found: list[tuple[str, int, str, str]] = []
    for one in identity.decisions(connection):
        sides = [side for side in json.loads(one.basis) if isinstance(side, dict)]
        if credit_code in [side.get("code") for side in sides]:
            other = next((str(s.get("name")) for s in sides if s.get("code") != credit_code), "")
            undone = "（已撤销）" if one.undone else ""
            said = f"与{other}：{one.decision.word}{undone}；{one.reason or '未写理由'}；{one.who}"
            found.append((one.day.isoformat(), one.id, f"{one.day} 身份核对", said))
    for row in connection.execute(select(_D).where(_D.c.issue_key.contains(credit_code))):
        said = f"{row.park}：{DecisionKind(row.kind).word}；{row.reason or '未写理由'}；{row.person}"
        found.append((row.recorded_at, row.id, f"{row.recorded_at[:10]} 问题处理", said))
    return tuple((what, said) for _, _, what, said in sorted(found, reverse=True))


def journal(connection: Connection, company_id: int) -> tuple[tuple[str, str], ...]:
    """(when, who and sentence) of every journal entry that names the company, its code or one of its cases, newest first."""
    company = connection.execute(select(_C.c.credit_code, _C.c.name).where(_C.c.id == company_id)).first()
    if company is None:
        return ()
    cases = connection.execute(select(_K.c.id).where(_K.c.company_id == company_id)).scalars()
    wanted = [text for text in (company.credit_code, company.name, *cases) if text]
    said = or_(*(_J.c.sentence.contains(text, autoescape=True) for text in wanted))
    rows = connection.execute(
        select(_J.c.at, _J.c.who, _J.c.sentence, _J.c.reason).where(said).order_by(_J.c.seq.desc()).limit(MOST)
    )
    return tuple(
        (f"{datetime.fromisoformat(r.at):%Y-%m-%d %H:%M}", f"{r.who}　{r.sentence}{'；' + r.reason if r.reason else ''}")
        for r in rows
    )
