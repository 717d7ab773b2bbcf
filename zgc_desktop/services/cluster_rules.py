"""Assignment rules (归属规则) with preview and undo, choices by hand, and the queue of the unassigned. Every write is dated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from db import placement as writes
from db.queries import claims, ledger, submissions
from db.queries import placement as reads
from db.queries.ledger import Assigned
from db.store import UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.cluster_rules import AssignmentRule, Choice, RuleKind, check_days, check_rule, in_force, lay_over
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import CompanyFacts, assign, place_index
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext, one_command

_DRAFT: Final = 0
"""The id of a rule that is not registered yet."""


@dataclass(frozen=True, slots=True)
class Preview:
    """One company a rule would move: where it is and where it would be, with the new reasons."""

    credit_code: str
    name: str
    park: str
    before: str
    after: str
    reasons: tuple[str, ...]


def new_rule(kind: str, words: str, cluster: str, from_month: Month, to_month: Month | None = None) -> AssignmentRule:
    """A rule as somebody wrote it; Refused for an unknown kind. It is checked against the catalogue when used."""
    kinds = {k.value: k for k in RuleKind}
    if kind not in kinds:
        raise Refused(f"不认识的规则种类“{kind}”", advice=f"可用：{'、'.join(kinds)}")
    return AssignmentRule(_DRAFT, kinds[kind], words, "", cluster, from_month, to_month)


def preview(ctx: AppContext, rule: AssignmentRule, month: Month) -> tuple[Preview, ...]:
    """Who would be assigned otherwise in a month if the rule held; nothing is written."""
    rule = check_rule(rule, ctx.catalogue)
    with ctx.store.read() as connection:
        known, chosen = reads.rules(connection), reads.choices(connection)
        standing = {a.credit_code: a for a in ledger.assigned(connection, month)}
        accepted = submissions.accepted(connection, month)
        rows = claims.of_submissions(connection, month, [i.id for i in accepted])
    index, office = place_index(ctx.catalogue.on(month.last_day)), in_force((*known, rule), chosen, month, ctx.catalogue)
    found = []
    for row in rows:
        now = standing.get(row.credit_code)
        if now is None or now.park != row.park:
            continue
        facts = CompanyFacts(
            row.credit_code, row.name, row.park, address=row.address, declared=row.cluster, industry=row.industry
        )
        then = lay_over(assign(facts, index), facts, office, ctx.catalogue)
        if (then.cluster or "") != now.cluster:
            found.append(Preview(row.credit_code, row.name, row.park, now.cluster, then.cluster or "", then.reasons))
    return tuple(found)


@one_command("cluster-rule")
def apply(ctx: AppContext, rule: AssignmentRule, note: str) -> tuple[int, ChangeSummary]:
    """Register a rule and assign anew every month it holds for; returns its id and what changed. Refused without a note."""
    if not note.strip():
        raise Refused("没有写明理由", advice="归属规则要写明依据")
    rule = check_rule(replace(rule, note=note), ctx.catalogue)
    with ctx.store.write("cluster-rule", ctx.who, ctx.now()) as unit:
        number = writes.add(
            unit, "rule",
            {"kind": rule.kind.value, "words": rule.words, "park": rule.park, "cluster": rule.cluster,
             "from_month": rule.from_month.number, "to_month": rule.to_month.number if rule.to_month else 0, "note": note},
            person=ctx.who, at=ctx.now(),
        )  # fmt: skip
        months = _assign_anew(unit, ctx, rule.from_month, rule.to_month)
        said = f"登记归属规则 {number}：{rule.kind.value}“{rule.words}” → {rule.cluster}组团，{rule.from_month} 起"
        unit.say(said, reason=note, subjects={"clusters", "companies"}, months=months)
    assert unit.summary is not None
    return number, unit.summary


@one_command("cluster-rule-undo")
def undo(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take a rule back and assign its months anew; the rule stays in the record. Refused where it does not stand."""
    return _undo(ctx, "rule", number, reason)


@one_command("cluster-choice-undo")
def undo_choice(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take a choice by hand back and assign its months anew."""
    return _undo(ctx, "choice", number, reason)


@one_command("cluster-assign")
def choose(
    ctx: AppContext,
    code: str,
    cluster: str,
    reason: str,
    *,
    from_month: Month,
    to_month: Month | None = None,
    secondary: Sequence[str] = (),
) -> ChangeSummary:
    """Put a company into a cluster by hand ('' = in the park, in no cluster) from a month on, with secondary ones."""
    if not reason.strip():
        raise Refused("没有写明理由", advice="人工归属要写明理由")
    if to_month is not None and to_month < from_month:
        raise Refused(f"终止月 {to_month} 早于起始月 {from_month}")
    names = [_named(ctx, c) for c in secondary]
    main = _named(ctx, cluster) if cluster else ""
    for name in (*names, *((main,) if main else ())):
        check_days(name, from_month, to_month, ctx.catalogue)
    with ctx.store.write("cluster-assign", ctx.who, ctx.now()) as unit:
        company = ledger.company_id_of(unit.connection, code)
        if company is None:
            raise Refused(f"台账中没有信用代码为 {code} 的企业")
        writes.add(
            unit, "choice",
            {"company_id": company, "cluster": main, "secondary": "、".join(n for n in names if n != main),
             "from_month": from_month.number, "to_month": to_month.number if to_month else 0, "reason": reason},
            person=ctx.who, at=ctx.now(),
        )  # fmt: skip
        months = _assign_anew(unit, ctx, from_month, to_month)
        name = ledger.name_of(unit.connection, company)
        unit.say(
            f"人工归属 {name} → {f'{main}组团' if main else '园内组团外'}，{from_month} 起", reason=reason,
            subjects={"clusters", "companies"}, months=months,
        )  # fmt: skip
    assert unit.summary is not None
    return unit.summary


@one_command("cluster-assign")
def choose_all(ctx: AppContext, codes: Sequence[str], cluster: str, reason: str, *, from_month: Month) -> ChangeSummary:
    """Put several companies into one cluster by hand ('' = in the park, in no cluster) from a month on, as one step."""
    if not reason.strip():
        raise Refused("没有写明理由", advice="人工归属要写明理由")
    main = _named(ctx, cluster) if cluster else ""
    with ctx.store.write("cluster-assign", ctx.who, ctx.now()) as unit:
        known = {code: ledger.company_id_of(unit.connection, code) for code in dict.fromkeys(codes)}
        unknown = [code for code, company in known.items() if company is None]
        if unknown or not known:
            raise Refused(f"台账中没有信用代码为 {'、'.join(unknown)} 的企业" if unknown else "没有选中企业")
        chosen = {company: main for company in known.values() if company is not None}
        months = put_choices(unit, ctx, chosen, reason, from_month)
        unit.say(
            f"人工归属 {len(chosen)} 家 → {f'{main}组团' if main else '园内组团外'}，{from_month} 起", reason=reason,
            subjects={"clusters", "companies"}, months=months,
        )  # fmt: skip
    assert unit.summary is not None
    return unit.summary


def put_choices(
    unit: UnitOfWork, ctx: AppContext, chosen: Mapping[int, str], reason: str, from_month: Month
) -> tuple[Month, ...]:
    """Put companies (by id) into clusters by hand ('' = in none) within a unit of work; returns the months assigned anew.

    Refused for a cluster that does not exist in the first month.
    """
    for company, cluster in chosen.items():
        if cluster:
            check_days(cluster, from_month, None, ctx.catalogue)
        writes.add(
            unit, "choice",
            {"company_id": company, "cluster": cluster, "secondary": "", "from_month": from_month.number, "to_month": 0,
             "reason": reason},
            person=ctx.who, at=ctx.now(),
        )  # fmt: skip
    return _assign_anew(unit, ctx, from_month, None) if chosen else ()


def standing(ctx: AppContext) -> tuple[tuple[AssignmentRule, ...], tuple[Choice, ...]]:
    """The rules and the choices by hand that stand."""
    with ctx.store.read() as connection:
        return reads.rules(connection), reads.choices(connection)


def queue(ctx: AppContext, month: Month) -> tuple[Assigned, ...]:
    """The unassigned of a month (未分配), with what was tried."""
    with ctx.store.read() as connection:
        return tuple(a for a in ledger.assigned(connection, month) if a.how == "unassigned")


def secondary(ctx: AppContext, month: Month) -> dict[str, tuple[str, ...]]:
    """The secondary clusters of a month by credit code."""
    with ctx.store.read() as connection:
        return reads.secondary(connection, month)


def _named(ctx: AppContext, text: str) -> str:
    found = ctx.catalogue.cluster_named(text)
    if found is None:
        raise Refused(f"没有叫“{text}”的组团", advice="可用的名称见 zgc catalogue")
    return found.name


def _undo(ctx: AppContext, kind: str, number: int, reason: str) -> ChangeSummary:
    if not reason.strip():
        raise Refused("没有写明理由", advice="撤回要写明理由")
    words = {"rule": "归属规则", "choice": "人工归属"}[kind]
    with ctx.store.write(f"cluster-{kind}-undo", ctx.who, ctx.now()) as unit:
        held: Iterable[AssignmentRule | Choice] = (
            reads.rules(unit.connection) if kind == "rule" else reads.choices(unit.connection)
        )
        old = next((each for each in held if each.id == number), None)
        if old is None or not writes.undo(unit, kind, number, person=ctx.who, at=ctx.now(), reason=reason):
            raise Refused(f"没有生效的{words} {number}", advice="请在列表中核对编号")
        months = _assign_anew(unit, ctx, old.from_month, old.to_month)
        unit.say(f"撤回{words} {number}", reason=reason, subjects={"clusters", "companies"}, months=months)
    assert unit.summary is not None
    return unit.summary


def _assign_anew(unit: UnitOfWork, ctx: AppContext, first: Month, last: Month | None) -> tuple[Month, ...]:
    """Rebuild the months with standings that a rule or choice reaches; returns them."""
    months = tuple(m for m in claims.standing_months(unit.connection) if first <= m and (last is None or m <= last))
    for month in months:
        rebuild_month(unit, ctx, month, facts_stay=True)
    return months
