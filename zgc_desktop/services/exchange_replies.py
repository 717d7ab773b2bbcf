"""Statements answered by package (对账回复): a district confirms or disputes its lines, and the city's ledger follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from db import settlements as writes
from db.queries import exchange as reads
from db.queries import settlements
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange import listing
from zgc_desktop.domain.exchange.listing import PackageItem
from zgc_desktop.domain.exchange.manifest import CITY, PackageKind, damaged
from zgc_desktop.domain.exchange.replies import (
    CONFIRMED,
    DISPUTED,
    Claim,
    Reply,
    StatementLine,
    StatementTold,
    merged,
    replies_from,
    require_of_party,
    require_sound,
    statement_from,
    story_of,
    told_plain,
)
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LOCKED, STATE_WORDS, UPHELD, Answer, Difference
from zgc_desktop.services import settle_ledger, workspace
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.exchange_pack import Opened, as_json, json_part, taken_apart
from zgc_desktop.services.exchange_send import STATEMENT_LINES, Sent, sent
from zgc_desktop.services.profile import require_park

REPLY: Final = "payload/reply.json"
_IN_REPLY: Final = "对账回复"
"""How the note begins, after the district, of a difference that its own later reply has withdrawn."""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the newest statement of a month as this park sees it, with what it has answered to these figures."""

    month: Month
    told: StatementTold
    line: StatementLine
    reply: Reply | None

    @property
    def is_locked(self) -> bool:
        return self.told.state == STATE_WORDS[LOCKED]


# ---- at the park ----------------------------------------------------------------------------------------------------------


def lines(ctx: AppContext, month: Month | None = None) -> tuple[LineView, ...]:
    """Every line of the newest statement of each month (of one month) the city sent, newest month first."""
    with ctx.store.read() as connection:
        items = reads.packages(connection)
    found: list[LineView] = []
    for when, told in sorted(_statements(ctx, items).items(), reverse=True):
        if month is None or when == month:
            said = {(r.key, r.digest): r for r in _newest_reply(ctx, items, when)}
            found += [LineView(when, told, x, said.get((x.key, x.digest))) for x in told.lines]
    return tuple(found)


def _statements(ctx: AppContext, items: Sequence[PackageItem]) -> dict[Month, StatementTold]:
    """The newest statement of each month that tells its lines."""
    answers = [p for p in items if p.manifest.kind is PackageKind.ANSWER and p.direction == listing.IN]
    newest: dict[Month, PackageItem] = {}
    for item in sorted(answers, key=lambda p: (p.manifest.order, p.id)):
        if item.manifest.month and any(p.name == STATEMENT_LINES for p in item.manifest.parts):
            newest[item.manifest.month] = item
    return {month: _told(_opened(ctx, item), item.file_name) for month, item in newest.items()}


def _told(opened: Opened, where: str) -> StatementTold:
    try:
        return statement_from(json_part(opened, STATEMENT_LINES, where))
    except ValueError as error:
        raise damaged(where, "对账单读不懂") from error


def _newest_reply(ctx: AppContext, items: Sequence[PackageItem], month: Month) -> tuple[Reply, ...]:
    mine = _row(items, listing.OUT, CITY, month)
    return _replies(_opened(ctx, mine[-1]), mine[-1].file_name) if mine else ()


@one_command("exchange-send")
def pack_reply(
    ctx: AppContext,
    month: Month,
    word: str,
    cases: Sequence[str] = (),
    *,
    person: str = "",
    reason: str = "",
    claimed_fen: Fen | None = None,
    day: date | None = None,
    out: Path | None = None,
) -> Sent:
    """Answer lines of the month's statement (of some cases; all when none is named) and pack the reply (对账回复包).

    The package holds everything answered so far, so the last one alone is enough. Refused without a statement of the month,
    for a case that is not in it, and for confirming what the city has locked.
    """
    require_park(ctx)
    with ctx.store.read() as connection:
        items = reads.packages(connection)
    told = _statements(ctx, items).get(month)
    if told is None:
        raise Refused(f"{month} 没有可以答复的对账单", advice="请先收市级的回执退回包；市级结算以后包里才有对账单")
    if word == CONFIRMED and told.state == STATE_WORDS[LOCKED]:
        raise Refused(f"{month} 的结算市级已锁定，不用再确认", advice="仍有分歧的，登记差异，其后月份调账")
    chosen = _chosen(told, cases)
    if word == DISPUTED and len(chosen) != 1:
        raise Refused("差异要逐笔登记", where=str(month), advice="请写明一个案件")
    said = [
        Reply(x.key, x.digest, word, person or ctx.who, str(day or ctx.today()), claimed_fen, reason.strip()) for x in chosen
    ]
    for one in said:
        require_sound(one)
    parts = {REPLY: as_json(told_plain(merged(_newest_reply(ctx, items, month), said, told.lines)))}
    with ctx.store.write("exchange-send", ctx.who, ctx.now()) as unit:
        return sent(unit, ctx, PackageKind.REPLY, CITY, month, parts, out)


def _chosen(told: StatementTold, cases: Sequence[str]) -> list[StatementLine]:
    if not told.lines:
        raise Refused(f"{told.month} 的对账单里没有本区的结算行", advice="没有要答复的")
    if not cases:
        return list(told.lines)
    known = {x.case_id for x in told.lines} | {x.key for x in told.lines}
    if missing := [c for c in cases if c not in known]:
        listed = "、".join(dict.fromkeys(x.case_id for x in told.lines))
        raise Refused(f"对账单里没有案件 {missing[0]}", where=told.month, advice=f"本月各案：{listed}")
    return [x for x in told.lines if x.case_id in cases or x.key in cases]


# ---- at the city ----------------------------------------------------------------------------------------------------------


def follow(unit: UnitOfWork, ctx: AppContext, arrived: Opened, where: str) -> tuple[str, tuple[str, ...]]:
    """Bring the month's ledger up to all replies of a district, the one that arrives among them.

    Returns what the reply says in one sentence, and what a person has to see to. Confirmations hold for the figures they
    were given for; nothing of a locked settlement changes, a difference to it is only recorded.
    """
    m = arrived.manifest
    assert m.month is not None
    party = ctx.catalogue.party_of(m.sender).name
    now = _replies(arrived, where)
    require_of_party(now, party, where)
    found = {(m.number, m.created_at, arrived.id): now}
    for item in _row(reads.packages(unit.connection), listing.IN, m.sender, m.month):
        found[(*item.manifest.order, item.id)] = _replies(_opened(ctx, item), item.file_name)
    told = story_of(found)
    run = settlements.run_of(unit.connection, m.month)
    _add_claims(unit, m.month, party, told.claims)
    if run is None or run.state != LOCKED:
        _add_answers(unit, m.month, party, told.confirmed, told.claims)
    counts = [sum(1 for r in now if r.word == word) for word in (CONFIRMED, DISPUTED)]
    return f"确认 {counts[0]} 笔，差异 {counts[1]} 笔", _to_see_to(unit.connection, ctx, m.month, now)


def _add_claims(unit: UnitOfWork, month: Month, party: str, claims: Sequence[Claim]) -> None:
    there: dict[tuple[Any, ...], list[Difference]] = {}
    for d in settlements.differences(unit.connection, month):
        if d.party == party:
            there.setdefault((d.line_key, d.person, d.day, d.claimed_fen, d.reason), []).append(d)
    for c in claims:
        r, same = c.reply, there.get(c.reply.claim, [])
        held = same.pop(0) if same else None
        if held is None:
            held = Difference(0, str(month), r.key, party, r.person, r.day, r.claimed_fen, r.reason)
            held = replace(held, id=writes.add_difference(unit, month, held))
        ours = not held.outcome or held.outcome_note.startswith(f"{party}{_IN_REPLY}")
        if c.withdrawn is not None and ours:  # what the city decided itself stays
            told = (f"{party}{_IN_REPLY}第 {c.in_reply} 号改为{c.withdrawn.word}", c.withdrawn.person, c.withdrawn.day)
            if told != (held.outcome_note, held.outcome_by, held.outcome_day):
                writes.set_outcome(unit, held.id, UPHELD, *told)


def _add_answers(unit: UnitOfWork, month: Month, party: str, confirmed: Sequence[Reply], claims: Sequence[Claim]) -> None:
    known = {(a.line_key, a.line_hash) for a in settlements.answers(unit.connection, month) if a.party == party}
    for c in claims:
        if c.withdrawn is None and any(key == c.reply.key for key, _ in known):
            writes.withdraw_answers(unit, month, c.reply.key, party)
    for r in confirmed:
        if (r.key, r.digest) not in known:
            writes.add_answer(unit, month, Answer(r.key, r.digest, party, r.person, r.day, r.reason))


def _to_see_to(connection: Reading, ctx: AppContext, month: Month, said: Sequence[Reply]) -> tuple[str, ...]:
    """Sentences: figures that changed since the statement, lines that are no more, a month that is locked or has no run."""
    if settlements.run_of(connection, month) is None:
        return (f"{month} 现在没有试算，答复留待下次试算",)
    view = settle_ledger.view_in(connection, month)
    digests = {x.line.key: x.line.digest for x in view.lines}
    left = []
    if view.run.state == LOCKED:
        left.append(f"{month} 已锁定，差异只记下，其后月份调账")
    gone = [r for r in said if r.key not in digests]
    changed = [r for r in said if r.key in digests and digests[r.key] != r.digest]
    if gone:
        left.append(f"{len(gone)} 笔已不在 {month} 的结算里")
    if changed:
        left.append(f"{len(changed)} 笔的数在对账单之后变了，确认不作数，请再发对账单")
    return tuple(left)


# ---- parts ----------------------------------------------------------------------------------------------------------------


def _row(items: Sequence[PackageItem], direction: str, other: str, month: Month) -> list[PackageItem]:
    """The replies sent to or come from a party about a month, first to last."""
    kind = PackageKind.REPLY
    mine = [p for p in items if (p.direction, p.manifest.kind, p.other, p.manifest.month) == (direction, kind, other, month)]
    return sorted(mine, key=lambda p: (p.manifest.order, p.id))


def _opened(ctx: AppContext, item: PackageItem) -> Opened:
    return taken_apart(workspace.original(ctx, item.sha256), item.file_name)


def _replies(opened: Opened, where: str) -> tuple[Reply, ...]:
    try:
        return replies_from(json_part(opened, REPLY, where))
    except ValueError as error:
        raise damaged(where, "对账回复读不懂") from error


def plain_lines(views: Sequence[LineView]) -> list[Mapping[str, object]]:
    """Lines as facts, for the command line."""
    return [
        {
            "month": str(v.month), "state": v.told.state, "key": v.line.key, "case": v.line.case_id, "company": v.line.company,
            "credit_code": v.line.credit_code, "other": v.line.other, "counted_fen": v.line.counted_fen,
            "due_fen": v.line.due_fen, "confirmed": list(v.line.confirmed), "reply": v.reply.word if v.reply else None,
            "person": v.reply.person if v.reply else None, "claimed_fen": v.reply.claimed_fen if v.reply else None,
            "reason": v.reply.reason if v.reply else None,
        }
        for v in views
    ]  # fmt: skip
