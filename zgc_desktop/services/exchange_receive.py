"""Packages that come in: proved whole, meant for us and from whom they say, then taken in by their kind, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from db.exchange import add_package, add_records
from db.queries import exchange as reads
from db.store import UnitOfWork
from zgc_desktop.domain.errors import KnownError, Refused
from zgc_desktop.domain.exchange import listing
from zgc_desktop.domain.exchange.listing import PackageItem
from zgc_desktop.domain.exchange.manifest import CITY, PackageKind, damaged, require_route
from zgc_desktop.domain.exchange.slips import SlipRecord, from_plain, require_carrier
from zgc_desktop.domain.exchange.stamp import Stamp, stamp_of
from zgc_desktop.domain.submissions import FileState, ReceivedFile
from zgc_desktop.services import backups, exchange_cases, exchange_keys, exchange_replies, rule_set, workspace
from zgc_desktop.services.context import AppContext, Progress, never, no_progress, one_command
from zgc_desktop.services.exchange_pack import Opened, json_part, package_bytes, taken_apart
from zgc_desktop.services.exchange_send import CASES, PAYLOAD, SELF_CHECK, STATEMENTS, receipts_in
from zgc_desktop.services.profile import party_in
from zgc_desktop.services.receive import receive


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking in one package came to. ``repeat``: it had been taken in before, nothing changed."""

    item: PackageItem
    repeat: bool
    notes: tuple[str, ...] = ()
    """What a person has to see to."""
    file: ReceivedFile | None = None

    @property
    def sentence(self) -> str:
        head = f"{self.item.file_name}：{self.item.outcome}"
        return "；".join([f"{self.item.file_name} 已收过，没有变化" if self.repeat else head, *self.notes])


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A package that was refused, and why."""

    file_name: str
    problem: KnownError


@one_command("exchange-receive")
def take_in_all(
    ctx: AppContext, paths: Sequence[Path], *, progress: Progress = no_progress, cancelled: Callable[[], bool] = never
) -> tuple[Taken | NotTaken, ...]:
    """Take in several packages; one that is refused does not keep the others out."""
    found: list[Taken | NotTaken] = []
    for n, path in enumerate(paths):
        progress(n, len(paths), path.name)
        if cancelled():
            break
        try:
            found.append(take_in(ctx, path))
        except KnownError as problem:
            found.append(NotTaken(path.name, problem))
    progress(len(paths), len(paths), "")
    return tuple(found)


@one_command("exchange-receive")
def take_in(ctx: AppContext, path: Path) -> Taken:
    """Take in one package. Refused, with nothing changed: hostile, cut, changed, forged, or not meant for us.

    The same package again changes nothing. One that comes after a later one of its row is kept, and changes nothing either.
    """
    data = package_bytes(path)
    opened = taken_apart(data, path.name)
    with ctx.store.read() as connection:
        me = party_in(connection)
        require_route(opened.manifest, me, ctx.catalogue.parks, path.name)
        by = exchange_keys.require_signature(connection, opened.manifest.sender, opened.hashes, opened.signature, path.name)
        known = reads.packages(connection)
    if (there := next((p for p in known if p.id == opened.id), None)) is not None:
        return _again(ctx, opened, there, me, path.name)
    late = listing.is_late(opened.manifest, opened.id, [(p.manifest, p.id) for p in known if p.direction == listing.IN])
    if opened.manifest.kind in (PackageKind.CASES, PackageKind.RULES, PackageKind.REPLY):
        backups.take(ctx, "exchange")  # receiving a submission takes its own; an answer changes nothing of ours
    arrival = _Arrival(ctx, opened, me, path.name, data, by)
    return arrival.late() if late else arrival.take_in()


def _again(ctx: AppContext, opened: Opened, there: PackageItem, me: str, where: str) -> Taken:
    """A repeat: what could not be done the first time is tried again, what was done is not."""
    if opened.manifest.kind is PackageKind.CASES and me == CITY:
        with ctx.store.write("exchange-receive", ctx.who, ctx.now()) as unit:
            notes = exchange_cases.keep_in_step(unit, ctx, _records(opened, unit, where), opened.id)
            unit.say(f"再收{there.file_name}，立上此前未立的案", subjects=exchange_cases.SUBJECTS)
        return Taken(there, True, notes)
    return Taken(there, True)


class _Arrival:
    """One package on its way in."""

    def __init__(self, ctx: AppContext, opened: Opened, me: str, where: str, data: bytes, by: str) -> None:
        self._ctx, self._opened, self._me, self._where, self._data, self._by = ctx, opened, me, where, data, by

    def late(self) -> Taken:
        """Keep a package that a later one of its row has overtaken."""
        return self._note_alone("迟到：同一事项较新的包已先收，本包只存档")

    def take_in(self) -> Taken:
        kind = self._opened.manifest.kind
        if kind is PackageKind.SUBMISSION:
            return self._submission()
        if kind is PackageKind.ANSWER:
            return self._answer()
        if kind is PackageKind.REPLY:
            return self._reply()
        return self._cases() if kind is PackageKind.CASES else self._rules()

    def _submission(self) -> Taken:
        """Register the workbook as receiving does; the sender answers for it, so no other park's file may lie inside."""
        opened, m = self._opened, self._opened.manifest
        told: Any = json_part(opened, SELF_CHECK, self._where)
        names = [n for n in opened.parts if n.startswith(PAYLOAD) and n != SELF_CHECK]
        if len(names) != 1 or not isinstance(told, dict):
            raise damaged(self._where, "报送包里应当只有一个报送文件")
        with TemporaryDirectory() as folder:
            file = Path(folder) / names[0].removeprefix(PAYLOAD)
            file.write_bytes(opened.parts[names[0]])
            stamp, reason = _vouched(told), str(told.get("reason", ""))
            (line,) = receive(self._ctx, [file], month=m.month, reason=reason, park=m.sender, stamp=stamp)
        if line.state is FileState.UNREADABLE:
            raise Refused("包里的报送读不出来", where=self._where, why=line.issues[0].message, advice="请发送方核对后重新打包")
        words = {
            FileState.REGISTERED: f"登记为 {m.sender} {m.month} 第{line.version}版",
            FileState.DUPLICATE: f"内容与 {m.sender} {m.month} 第{line.version}版相同",
            FileState.NEEDS_MAPPING: "要先确认列或月份，请在报送接收中处理",
        }
        return self._note_alone(words[line.state], file=line)

    def _answer(self) -> Taken:
        """Keep receipts, return file and statement; what they say of a version is worked out where it is shown."""
        parts = self._opened.parts
        try:
            found = receipts_in(parts)
        except ValueError as error:
            raise damaged(self._where, "回执读不懂") from error
        said = [f"回执 {len(found)} 份"]
        said += ["退回件 1 份"] if any(n.startswith("returns/") for n in parts) else []
        said += ["对账单"] if any(n.startswith(STATEMENTS) for n in parts) else []
        return self._note_alone("、".join(said))

    def _cases(self) -> Taken:
        ctx = self._ctx
        with ctx.store.write("exchange-receive", ctx.who, ctx.now()) as unit:
            records = _records(self._opened, unit, self._where)
            before = len(reads.known_records(unit.connection))
            notes: tuple[str, ...] = ()
            if self._me == CITY:
                notes = exchange_cases.keep_in_step(unit, ctx, records, self._opened.id)
            else:
                known = reads.known_records(unit.connection)
                add_records(unit, [r for r in records if r.id not in known], self._opened.id)
            fresh = len(reads.known_records(unit.connection)) - before
            cases = len({r.slip for r in records})
            return Taken(self._note(unit, f"案卷 {cases} 件，新记录 {fresh} 条", exchange_cases.SUBJECTS), False, notes)

    def _reply(self) -> Taken:
        """Bring the settlement's confirmations and differences up to what the district says."""
        ctx = self._ctx
        with ctx.store.write("exchange-reply", ctx.who, ctx.now()) as unit:
            outcome, notes = exchange_replies.follow(unit, ctx, self._opened, self._where)
            return Taken(self._note(unit, outcome, {"settlement", "reports"}), False, notes)

    def _rules(self) -> Taken:
        ctx = self._ctx
        with ctx.store.write("exchange-rules", ctx.who, ctx.now()) as unit:
            named = rule_set.take_over(unit, ctx, self._me, self._opened.parts, self._where)
            item = self._note(unit, f"自检改用市级规则 {named}", {"rules", "submissions"})
            own = rule_set.version(ctx, unit.connection)
        notes = () if own == named else (f"本机算得 {own}，与市级 {named} 不同：两边程序版本不一，请升级到同一版本",)
        return Taken(item, False, notes)

    def _note_alone(self, outcome: str, *, file: ReceivedFile | None = None) -> Taken:
        ctx = self._ctx
        with ctx.store.write("exchange-receive", ctx.who, ctx.now()) as unit:
            item = self._note(unit, outcome, {"submissions"} if file else set())
        return Taken(item, False, (), file)

    def _note(self, unit: UnitOfWork, outcome: str, subjects: set[str]) -> PackageItem:
        ctx, opened = self._ctx, self._opened
        sha256 = workspace.keep_original(ctx, self._data)
        item = PackageItem(
            opened.id, listing.IN, opened.manifest, opened.text, ctx.now(), ctx.who, self._where, sha256, self._by, outcome
        )
        add_package(unit, item)
        months = (opened.manifest.month,) if opened.manifest.month else ()
        unit.say(
            f"收{opened.manifest.sender}的{opened.manifest.kind.word}：{outcome}",
            subjects={"exchange", *subjects},
            months=months,
        )
        return item


def _records(opened: Opened, unit: UnitOfWork, where: str) -> tuple[SlipRecord, ...]:
    """The records of a case package, every one allowed to its writer and to the sender."""
    plain = json_part(opened, CASES, where)
    if not isinstance(plain, list):
        raise damaged(where, "案卷读不懂")
    records = tuple(from_plain(one) for one in plain)
    known = reads.known_records(unit.connection)
    require_carrier(records, opened.manifest.sender, lambda i: i in known)
    m = opened.manifest
    if any(not (r.slip.side_of(m.receiver) and r.slip.side_of(m.sender)) for r in records):
        raise Refused("包里有与本单位无关的案卷", where=where, advice="请发送方重新打包")
    return records


def _vouched(told: dict[str, Any]) -> Stamp | None:
    marks = told.get("stamp")
    return stamp_of({str(k): str(v) for k, v in marks.items()}) if isinstance(marks, dict) else None
