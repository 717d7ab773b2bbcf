"""Undo and redo (撤销、重做): one step at a time, also an older one where nothing rests on it; after a restart as before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from db import year_ends
from db.journal import inverse, links, reads
from db.journal.rows import REBUILT, Change
from db.queries import submissions
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.journal import Entry, Possible, Step, command, holders, origins, standing_after, taken_back
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.reconcile import link_in, refresh_in

_NEWEST = 400
"""So many entries are looked through for the step Ctrl+Z means."""
_OLD = "这一步由旧版程序写入，没有逐行记录，不能撤销"
_SEEN_BY_LEADS = ("submission", "lead", "company_merge", "move_case")


def list_steps(ctx: AppContext, limit: int = 200, *, month: Month | None = None) -> tuple[Step, ...]:
    """The history, newest first: every step a person made, whether it holds, is undone, or cannot be undone and why."""
    with ctx.store.read() as connection:
        book = _Book(reads.entries(connection, last=2 * limit + _NEWEST))
    steps = (book.step(e) for e in book.entries if e.is_step and (month is None or month in e.months))
    return tuple(steps)[:limit]


def pending_redo(ctx: AppContext) -> tuple[Step, ...]:
    """The steps undone last and not yet redone, the next to redo first; empty once the desk has gone on with new work.

    New work destroys nothing: undone steps stay in ``list_steps`` and can be redone one by one where nothing conflicts.
    A window asks once before the first new work while this is not empty.
    """
    with ctx.store.read() as connection:
        book = _Book(reads.entries(connection, last=_NEWEST))
    undone = []
    for entry in book.entries:
        if entry.is_step and entry.who == ctx.who and entry.seq not in book.gone:
            break
        if entry.command == "undo" and entry.seq not in book.gone and entry.who == ctx.who:
            undone += [book.by_seq[n] for n in sorted(origins(entry, book.by_seq)) if n in book.by_seq]
    return tuple(book.step(e) for e in undone if e.is_step)


def can_undo(ctx: AppContext, seq: int | None = None) -> Possible:
    """Whether a step (the last own one when None) can be undone: alone, together with what rests on it, or why not."""
    with ctx.store.read() as connection:
        return _plan_undo(connection, ctx, seq).possible


def can_redo(ctx: AppContext, seq: int | None = None) -> Possible:
    """Whether an undone step (the one undone last when None) can be redone, or what was done since that it clashes with."""
    with ctx.store.read() as connection:
        return _plan_redo(connection, ctx, seq).possible


@one_command("undo")
def undo(ctx: AppContext, seq: int | None = None, *, together: bool = False, reason: str = "") -> ChangeSummary:
    """Undo a step (the last own one when None) as a new entry: every row as it was, worked-out rows built anew.

    Refused, naming them, where later steps rest on it, unless ``together`` undoes those too; for what was locked,
    published or closed; and where there is nothing to undo.
    """
    with ctx.store.write("undo", ctx.who, ctx.now()) as unit:
        plan = _plan_undo(unit.connection, ctx, seq)
        step = _require(plan.possible, together)
        more = f"等 {len(plan.taken)} 步" if len(plan.taken) > 1 else ""
        _apply(unit, ctx, plan, f"撤销 #{step.seq}{more}：{step.entry.sentence}", reason)
    assert unit.summary is not None
    return unit.summary


@one_command("redo")
def redo(ctx: AppContext, seq: int | None = None) -> ChangeSummary:
    """Redo an undone step (the one undone last when None) as a new entry; what was undone together comes back together.

    Refused where a later step used the same rows, for a closed month, and where nothing is undone.
    """
    with ctx.store.write("redo", ctx.who, ctx.now()) as unit:
        plan = _plan_redo(unit.connection, ctx, seq)
        step = _require(plan.possible, together=False)
        by_seq = {e.seq: e for e in reads.entries(unit.connection, since=step.seq)}
        steps = sum(1 for n in origins(plan.taken[0], by_seq) if n not in by_seq or by_seq[n].is_step)
        more = f"等 {steps} 步" if steps > 1 else ""
        _apply(unit, ctx, plan, f"重做 #{step.seq}{more}：{step.entry.sentence}", "")
    assert unit.summary is not None
    return unit.summary


class _Book:
    """Entries, newest first, with what holds."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.by_seq = {e.seq: e for e in entries}
        self.gone = taken_back(entries)
        self.holder = holders(entries)

    def step(self, entry: Entry) -> Step:
        done = entry.seq not in self.gone
        why = command(entry.command).fixed or ("" if entry.kept else _OLD)
        return Step(entry, None if done else self.holder.get(entry.seq, self.gone[entry.seq]), why)


@dataclass
class _Plan:
    """What taking something back would take back: entries with their rows, newest last; and what follows by itself."""

    possible: Possible
    taken: list[Entry] = field(default_factory=list)
    follows: list[Entry] = field(default_factory=list)
    others: list[Entry] = field(default_factory=list)
    """Later entries that stay: the months of their worked-out rows are worked out anew too."""


class _Rows:
    """Rows of entries, read when they are needed: most entries are told apart by their tables, and an entry may be long."""

    def __init__(self, connection: Reading) -> None:
        self._connection = connection
        self._heads: dict[int, list[Change]] = {}
        self._whole: dict[int, list[Change]] = {}
        self._footprint = links.Footprint(connection)
        self._waiting: list[Entry] = []
        self._tables: set[str] = set()

    def heads(self, entry: Entry) -> list[Change]:
        if entry.seq not in self._heads:
            self._heads[entry.seq] = reads.heads_of(self._connection, entry.seq)
        return self._heads[entry.seq]

    def of(self, entry: Entry) -> list[Change]:
        if entry.seq not in self._whole:
            self._whole[entry.seq] = reads.changes_of(self._connection, entry.seq) or []
        return self._whole[entry.seq]

    def take(self, entry: Entry) -> None:
        """Put an entry among those that are taken back."""
        self._waiting.append(entry)
        self._tables |= {change["table"] for change in self.heads(entry)}

    def used_by(self, entry: Entry, *, leads: bool) -> bool:
        """Whether a later entry uses rows of those that are taken back."""
        if not links.may_use(self.heads(entry), self._tables):
            return False
        while self._waiting:
            self._footprint.add(self.of(self._waiting.pop()))
        return self._footprint.used_by(self.of(entry), leads=leads)


def _plan_undo(connection: Reading, ctx: AppContext, seq: int | None) -> _Plan:
    book = _Book(reads.entries(connection, since=seq) if seq is not None else reads.entries(connection, last=_NEWEST))
    if seq is None:
        held = [e for e in book.entries if e.is_step and e.who == ctx.who and e.seq not in book.gone]
        entry = max(held, key=lambda e: book.holder[e.seq], default=None)
        if entry is None:
            return _Plan(Possible(None, why_not="没有可撤销的操作"))
    else:
        entry = book.by_seq.get(seq)
        if entry is None or not entry.is_step:
            return _Plan(Possible(None, why_not=f"操作记录中没有可撤销的第 {seq} 步"))
    step = book.step(entry)
    if not step.done:
        return _Plan(Possible(step, why_not=f"第 {entry.seq} 步已经撤销"))
    return _plan(connection, book, step, step.why_fixed)


def _plan_redo(connection: Reading, ctx: AppContext, seq: int | None) -> _Plan:
    book = _Book(reads.entries(connection, since=seq) if seq is not None else reads.entries(connection, last=_NEWEST))
    if seq is None:
        undone = [e for e in book.entries if e.command == "undo" and e.who == ctx.who and e.seq not in book.gone]
        about = [n for e in undone[:1] for n in sorted(origins(e, book.by_seq)) if n in book.by_seq]
        entry = next((e for n in about if (e := book.by_seq[n]).is_step), None)
        if entry is None:
            return _Plan(Possible(None, why_not="没有可重做的操作"))
    else:
        entry = book.by_seq.get(seq)
        if entry is None or not entry.is_step:
            return _Plan(Possible(None, why_not=f"操作记录中没有第 {seq} 步"))
    step = book.step(entry)
    if step.done:
        return _Plan(Possible(step, why_not=f"第 {entry.seq} 步没有撤销，无须重做"))
    return _grounded(connection, book, _plan(connection, book, step, ""))


def _grounded(connection: Reading, book: _Book, plan: _Plan) -> _Plan:
    """A plan to redo, not possible where its rows would point at some that another undo took away since."""
    if not plan.possible.possible or not standing_after(book.entries, plan.taken[0].seq):
        return plan
    rows = _Rows(connection)
    lacking = inverse.missing_ground(connection, [change for entry in plan.taken for change in rows.of(entry)])
    if lacking is None:
        return plan
    name, target, number = lacking
    book = _Book(reads.entries(connection, last=_NEWEST))  # what made it may be older than the step asked about
    undone = [e for e in book.entries if e.is_step and e.seq in book.gone and links.touches_tables(rows.heads(e), {target})]
    undone = [e for e in undone if links.wrote(rows.of(e), target, number)]
    first = "、".join(f"#{e.seq} {e.sentence}" for e in sorted(undone, key=lambda e: e.seq)[:1]) or "写入它的那一步"
    why = f"{inverse.groundless(name, target, number)}；请先重做 {first}"
    plan.possible = Possible(plan.possible.step, why_not=why)
    return plan


def _plan(connection: Reading, book: _Book, step: Step, why_not: str) -> _Plan:
    """Walk forward from the entry that carries the step and gather everything later that rests on it."""
    holder = book.by_seq[book.holder[step.seq]]
    if not holder.kept:
        return _Plan(Possible(step, why_not=_OLD))
    if why_not:
        return _Plan(Possible(step, why_not=why_not))
    plan, rows = _Plan(Possible(step), [holder]), _Rows(connection)
    rows.take(holder)
    commands, months = {step.entry.command}, set(holder.months)
    rests, follows = [], []
    for later in standing_after(book.entries, holder.seq):
        if not later.kept:
            continue
        if later.automatic:
            follows.append(later)
            continue
        uses = command(later.command).rests_on & commands and _meet(months, later.months)
        if uses or rows.used_by(later, leads=True):
            rests.append(book.step(later))
            plan.taken.append(later)
            rows.take(later)
            commands.add(later.command)
            months |= set(later.months)
        else:
            plan.others.append(later)
    if any(links.touches_tables(rows.heads(entry), _SEEN_BY_LEADS) for entry in plan.taken):
        near = months | {m.plus(1) for m in months}
        plan.follows = [e for e in follows if near & set(e.months) or rows.used_by(e, leads=False)]
    plan.possible = Possible(step, tuple(rests))
    return plan


def _meet(some: set[Month], others: Sequence[Month]) -> bool:
    """Whether two entries are about a common month; one that names none may be about any."""
    return not some or not others or bool(some & set(others))


def _require(possible: Possible, together: bool) -> Step:
    if possible.why_not or possible.step is None:
        raise Refused(possible.why_not)
    if possible.rests and not (together and possible.together):
        said = "；".join(f"#{s.seq} {s.entry.sentence}" for s in possible.rests[:5])
        more = f" 等 {len(possible.rests)} 步" if len(possible.rests) > 5 else ""
        fixed = next((s.why_fixed for s in possible.rests if s.why_fixed), "")
        advice = fixed or "请先撤销它们，或连同它们一起撤销"
        raise Refused(f"第 {possible.step.seq} 步之后的操作以它为依据：{said}{more}", advice=advice)
    return possible.step


def _apply(unit: UnitOfWork, ctx: AppContext, plan: _Plan, sentence: str, reason: str) -> None:
    """Take the plan's entries back, newest first, then work out anew what is worked out."""
    rows = _Rows(unit.connection)
    ordered = sorted((*plan.taken, *plan.follows), key=lambda entry: -entry.seq)
    every = [change for entry in (*plan.taken, *plan.follows) for change in rows.of(entry)]
    with inverse.reopened(unit, every):
        for entry in ordered:
            inverse.invert(unit, rows.of(entry), loosely=entry.automatic)
        stayed = (e for e in plan.others if links.touches_tables(rows.heads(e), REBUILT))
        others = [c for entry in stayed for c in rows.of(entry)]
        for number in sorted(links.rebuilt_months([*every, *others])):
            rebuild_month(unit, ctx, Month.from_number(number), facts_stay=True)
        for year in sorted(links.rebuilt_years(every, others)):
            year_ends.refresh(unit, year)
        if plan.follows or any(links.touches_tables(rows.heads(e), _SEEN_BY_LEADS) for e in plan.taken):
            for month in sorted({m for e in ordered for near in e.months for m in (near, near.plus(1))}):
                if submissions.opened(unit.connection, month):
                    refresh_in(unit, month)
        if any(links.touches_tables(rows.heads(e), ("move_case",)) for e in plan.taken):
            link_in(unit)
        inverse.require_whole(unit, every)
        inverse.require_grounds(unit, every)
    if not unit.wrote:
        raise Refused("这一步没有留下可撤销的数据")
    unit.say(
        sentence,
        reason=reason,
        subjects={s for e in ordered for s in e.subjects},
        months={m for e in ordered for m in e.months},
        undoes=[e.seq for e in ordered],
    )
