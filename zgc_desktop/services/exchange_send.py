"""Packages that leave: a park's submission, the city's answers and rules, case slips between the three parties."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from db.exchange import add_package
from db.queries import decisions, submissions
from db.queries import exchange as reads
from db.store import UnitOfWork
from reports.aside import write_aside
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange import listing
from zgc_desktop.domain.exchange.listing import PackageItem
from zgc_desktop.domain.exchange.manifest import CITY, Manifest, PackageKind, hash_list, package_id, written
from zgc_desktop.domain.exchange.replies import StatementLine, StatementTold, told_plain
from zgc_desktop.domain.exchange.slips import as_plain
from zgc_desktop.domain.months import Subject, Touch
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import FileState
from zgc_desktop.paths import safe_filename
from zgc_desktop.services import (
    accept,
    exchange_cases,
    exchange_keys,
    receipt,
    receive,
    rule_set,
    self_check,
    settle_ledger,
    statements,
    workspace,
)
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.exchange_pack import as_json, packed, part
from zgc_desktop.services.profile import party, party_in, require_city, require_park

SELF_CHECK: Final = "payload/self_check.json"
CASES: Final = "payload/cases.json"
PAYLOAD, RECEIPTS, RETURNS, STATEMENTS = "payload/", "receipts/", "returns/", "statements/"
STATEMENT_LINES: Final = "statements/lines.json"
"""The lines of the statement beside its papers, so that they can be answered one by one."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A package that was made: the file to send, its line in the list, whether it is one made before, issued again."""

    path: Path
    item: PackageItem
    again: bool = False


@one_command("exchange-send")
def pack_submission(ctx: AppContext, path: Path, out: Path | None = None, *, despite_errors: str = "") -> Sent:
    """Check a park's file, stamp it, keep it as the park's own month, and pack it for the city (自检、盖章、打包).

    The stamp is written into the file itself, so that the park and the city hold the same bytes. Refused where the file is
    not this park's, cannot be registered, or has errors and no reason is given. A file packed before is issued again.
    """
    me = require_park(ctx)
    found = self_check.self_check(ctx, path)
    month = _require_own(ctx, found, me)
    if found.stamp.errors and not despite_errors.strip():
        why = f"错误 {found.stamp.errors} 项，警告 {found.stamp.warnings} 项"
        raise Refused("自检还有错误，没有打包", where=path.name, why=why, advice="请改正后重试；确需先报的，写明理由")
    ctx.store.require_open({Touch(month, Subject.SUBMISSIONS, me)}, who=ctx.who, day=ctx.today())
    self_check.put_stamp(found)
    content = path.read_bytes()
    stamp = found.carried if found.carried is not None and found.holds else found.stamp
    told = {"file": path.name, "stamp": stamp.marks(), "reason": despite_errors.strip()}
    parts = {PAYLOAD + safe_filename(path.name): content, SELF_CHECK: as_json(told)}
    before = _same_workbook(ctx, month, content)
    if before is not None:
        return issue_again(ctx, before.id, out)
    keep_as_own(ctx, path, month, me, despite_errors.strip())
    with ctx.store.write("exchange-send", ctx.who, ctx.now()) as unit:
        return sent(unit, ctx, PackageKind.SUBMISSION, CITY, month, parts, out, rules=stamp.rules)


def _require_own(ctx: AppContext, found: self_check.SelfChecked, me: str) -> Month:
    checked = found.checked
    if not found.is_sendable or not checked.park or not checked.month:
        asked = [q.text for q in checked.questions] or [i.message for i in checked.issues[:1]]
        advice = "请用本园的模板填报，或先用 zgc map 确认列"
        raise Refused("这个文件还不能报送", where=found.path.name, why="；".join(asked[:2]), advice=advice)
    if checked.park.value != me:
        raise Refused(f"这是{checked.park.value}的报送，本工作区是{me}", where=found.path.name, advice="请核对文件")
    return Month.parse(checked.month.value)


@one_command("receive")
def keep_as_own(ctx: AppContext, path: Path, month: Month, me: str, reason: str) -> None:
    """Keep what the park sends as its own month, by the same receiving and accepting as at the city: next month's 上月."""
    (line,) = receive.receive(ctx, [path])
    if line.state not in (FileState.REGISTERED, FileState.DUPLICATE):
        raise Refused("这个文件还不能报送", where=path.name, why=line.issues[0].message if line.issues else "")
    accept.accept(ctx, month, [me], despite_errors=reason or "本园留存，以市级回执为准")


def _same_workbook(ctx: AppContext, month: Month, content: bytes) -> PackageItem | None:
    """The package these very bytes were sent in, if they were the last to be sent and the office signs as it did then."""
    wanted = part("", content).sha256
    with ctx.store.read() as connection:
        sent = _row(reads.packages(connection), PackageKind.SUBMISSION, CITY, month)
        by = exchange_keys.own_print(connection)
    last = sent[-1] if sent else None
    return last if last and last.signed_by == by and any(p.sha256 == wanted for p in last.manifest.parts) else None


@one_command("exchange-send")
def pack_answer(ctx: AppContext, park: str, month: Month, out: Path | None = None) -> Sent:
    """Pack the city's answer to a park's month: a receipt for every version, the last return file, the district's statement.

    Refused where the park has sent nothing. Where nothing has changed since the last answer, that one is issued again.
    """
    require_city(ctx)
    name = _park(ctx, park)
    with ctx.store.read() as connection:
        versions = [v for v in submissions.every_version(connection, month) if v.park == name]
        rounds = decisions.returns(connection, month, name)
        came = [p.id for p in _row(reads.packages(connection), PackageKind.SUBMISSION, name, month, listing.IN)]
    if not versions:
        raise Refused(f"{name} {month} 没有收到报送", advice="先收报送包或文件")
    parts: dict[str, bytes] = {}
    with TemporaryDirectory() as folder:
        for v in versions:
            for file in receipt.write(ctx, month, Path(folder), name, version=v.version):
                parts[RECEIPTS + file.name] = file.read_bytes()
    if rounds:
        parts[RETURNS + safe_filename(rounds[-1].file_name)] = workspace.original(ctx, rounds[-1].sha256)
    parts |= _statement(ctx, name, month)
    with ctx.store.write("exchange-send", ctx.who, ctx.now()) as unit:
        return sent(unit, ctx, PackageKind.ANSWER, name, month, parts, out, answers=tuple(sorted(came)))


def _statement(ctx: AppContext, park: str, month: Month) -> dict[str, bytes]:
    """The statement of the park's district, where the month has a run."""
    with TemporaryDirectory() as folder:
        try:
            found = statements.write(ctx, month, Path(folder), party=ctx.catalogue.party_of(park).name)
        except Refused:
            return {}  # no run of this month yet
        papers = {STATEMENTS + f.name: f.read_bytes() for one in found.statements for f in (one.pdf, one.xlsx)}
    return papers | {STATEMENT_LINES: _statement_lines(ctx, month, ctx.catalogue.party_of(park).name)}


def _statement_lines(ctx: AppContext, month: Month, party: str) -> bytes:
    """The lines of a district's statement as a part of the city's answer."""
    view = settle_ledger.view(ctx, month)
    made = []
    for x in view.lines:
        s = x.line.line
        if party in (s.payer, s.receiver):
            into = s.receiver == party
            given = tuple(f"{p}{a.person} {a.day}" for p, a in x.answers if a is not None)
            made.append(StatementLine(
                x.line.key, x.line.digest, s.case_id, s.company, s.credit_code, s.payer if into else s.receiver, s.counted_fen,
                s.due_fen if into else -s.due_fen, s.corrects, given,
            ))  # fmt: skip
    return as_json(told_plain(StatementTold(str(month), party, view.state, view.run.fingerprint, tuple(made))))


@one_command("exchange-send")
def pack_rules(ctx: AppContext, park: str, out: Path | None = None) -> Sent:
    """Pack the city's rule set for a park, so that its self-check is the city's own."""
    require_city(ctx)
    name = _park(ctx, park)
    with ctx.store.write("exchange-send", ctx.who, ctx.now()) as unit:
        parts = rule_set.parts(ctx, unit.connection, name)
        rules = rule_set.version(ctx, unit.connection)
        return sent(unit, ctx, PackageKind.RULES, name, None, parts, out, rules=rules)


@one_command("exchange-send")
def pack_cases(ctx: AppContext, receiver: str, out: Path | None = None) -> Sent:
    """Pack the case slips for a party: of its cases everything the city knows, or what a park wrote itself."""
    me = party(ctx)
    whom = CITY if receiver == CITY else _park(ctx, receiver)
    if whom == me:
        raise Refused("不能发给自己", advice="请选另一方")
    with ctx.store.write("exchange-send", ctx.who, ctx.now()) as unit:
        if me == CITY:
            exchange_cases.keep_in_step(unit, ctx)
        records = exchange_cases.records_for(unit.connection, me, whom)
        if not records:
            raise Refused(f"没有要发给{whom}的案卷")
        parts = {CASES: as_json([as_plain(r) for r in sorted(records, key=lambda r: r.id)])}
        return sent(unit, ctx, PackageKind.CASES, whom, None, parts, out)


def issue_again(ctx: AppContext, package: str, out: Path | None = None) -> Sent:
    """Write a package out once more, byte for byte as it was."""
    with ctx.store.read() as connection:
        item = reads.package(connection, package)
    if item is None:
        raise Refused("没有这个交换包", advice="请刷新后再试")
    path = write_aside((out or ctx.paths.outbox) / item.file_name, workspace.original(ctx, item.sha256))
    return Sent(path, item, True)


def sent(
    unit: UnitOfWork,
    ctx: AppContext,
    kind: PackageKind,
    receiver: str,
    month: Month | None,
    parts: Mapping[str, bytes],
    out: Path | None,
    *,
    rules: str = "",
    answers: tuple[str, ...] = (),
) -> Sent:
    """Number, sign, write and note a package. The file is written before the note is committed: none is noted that is not."""
    me = party_in(unit.connection)
    before = _row(reads.packages(unit.connection), kind, receiver, month)
    made = tuple(part(name, content) for name, content in sorted(parts.items()))
    last = before[-1] if before else None
    # Signed with a key made since, the same content is another package: who noted that key takes the old one no more.
    same = last is not None and last.manifest.parts == made and last.manifest.answers == answers
    if last is not None and same and last.signed_by == exchange_keys.own_print(unit.connection):
        data = workspace.original(ctx, last.sha256)
        return Sent(write_aside((out or ctx.paths.outbox) / last.file_name, data), last, True)
    manifest = Manifest(
        kind, me, receiver, month, 1 + (last.manifest.number if last else 0), ctx.now(), ctx.who, ctx.program_version, rules,
        last.id if last else "", answers, made,
    )  # fmt: skip
    text = written(manifest)
    signature, by = exchange_keys.signed(unit.connection, hash_list(text, made))
    data = packed(manifest, parts, signature)
    file_name = safe_filename(f"{manifest.stem}.zip")
    path = write_aside((out or ctx.paths.outbox) / file_name, data)
    sha256 = workspace.keep_original(ctx, data)
    item = PackageItem(
        package_id(text), listing.OUT, manifest, text.decode(), ctx.now(), ctx.who, file_name, sha256, by, "已发出"
    )
    add_package(unit, item)
    unit.say(f"发出{file_name}，致{receiver}", subjects={"exchange"}, months={month} if month else ())
    return Sent(path, item)


def _row(
    items: tuple[PackageItem, ...], kind: PackageKind, other: str, month: Month | None, direction: str = listing.OUT
) -> list[PackageItem]:
    """The packages of one kind, party and month, first to last."""
    mine = [p for p in items if (p.direction, p.manifest.kind, p.other, p.manifest.month) == (direction, kind, other, month)]
    return sorted(mine, key=lambda p: (p.manifest.order, p.id))


def _park(ctx: AppContext, text: str) -> str:
    park = ctx.catalogue.park_named(text)
    if park is None:
        raise Refused(f"没有叫“{text}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    return park.name


def receipts_in(parts: Mapping[str, bytes]) -> list[dict[str, object]]:
    """The receipts an answer holds, as plain facts."""
    return [json.loads(c.decode()) for n, c in sorted(parts.items()) if n.startswith(RECEIPTS) and n.endswith(".json")]
