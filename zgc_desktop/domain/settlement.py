"""The settlement ledger (结算) as rules: lines of a month, adjustments of settled months, entries that sum to zero, nets."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, NamedTuple

from zgc_desktop.domain.money import Fen, half_up
from zgc_desktop.domain.monthly import SharingLine
from zgc_desktop.domain.percent import percent
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.allocation import Row
from zgc_desktop.domain.sharing.claims import RECOVERING, Step
from zgc_desktop.domain.sharing.facts import CountedLine
from zgc_desktop.domain.sharing.rule import SharingRule

TRIAL: Final = "trial"
LOCKED: Final = "locked"
STATE_WORDS: Final = {TRIAL: "试算", LOCKED: "已锁定"}

UPHELD, CORRECTED, WITH_DIFFERENCE = "维持原数", "已更正", "带差异锁定"
OUTCOMES: Final = (UPHELD, CORRECTED, WITH_DIFFERENCE)
"""What may come of a registered difference. 带差异锁定: the city lets the month lock, the difference is followed up."""

_STATES: Final = {"sharing": "分享中", "extension": "延长期", "capped": "封顶，最后一期"}


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of a run with what the ledger keeps beside it; ``corrects`` on the line names a settled month."""

    line: SharingLine
    company_id: int
    rule_key: str
    rule_print: str

    @property
    def key(self) -> str:
        """What a line is about: case, payer, receiver, and the month it corrects."""
        return line_key(self.line)

    @property
    def digest(self) -> str:
        """Changes whenever a figure of the line changes, so that no confirmation outlives what it confirmed."""
        x = self.line
        figures = (
            x.counted_fen, x.ratio, x.computed_fen, x.cap_left_before_fen, x.truncated_fen, x.due_fen, x.kept_fen, x.period,
            x.clause, self.rule_print,
        )  # fmt: skip
        return hashlib.sha256(f"{self.key}|{figures!r}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SettlementRun:
    """A month's run: the rule, its state and sums, and its section as JSON text with the text's fingerprint."""

    month: Month
    rule_key: str
    state: str
    computed_at: str
    counted_fen: Fen
    due_fen: Fen
    kept_fen: Fen
    content: str
    rule_print: str = ""
    fingerprint: str = ""
    locked_at: str = ""
    locked_by: str = ""
    id: int = 0


class Entry(NamedTuple):
    """One entry of a line: what a party receives (positive) or pays (negative)."""

    party: str
    amount_fen: Fen


class Sums(NamedTuple):
    """What a case's line of one month comes to in the ledger: counted, due, kept."""

    counted: Fen = 0
    due: Fen = 0
    kept: Fen = 0

    def less(self, other: Sums) -> Sums:
        return Sums(self.counted - other.counted, self.due - other.due, self.kept - other.kept)


class Share(NamedTuple):
    """One creditor's share of one period from one collecting place, with the step behind it. Adds up over the period."""

    step: Step
    place: str
    counted: Fen
    due: Fen
    kept: Fen
    first: bool
    """The first line of its creditor carries what was computed; the lines of further places only their part."""


def line_key(line: SharingLine) -> str:
    """Case, payer, receiver and the month a line corrects (or the 所属期, or 调整分录, it is about), as one text."""
    late = tuple(text for text in (line.belongs_to, line.posting) if text)
    return "|".join((line.case_id, line.payer, line.receiver, line.corrects, *late))


def rule_print(rule: SharingRule) -> str:
    """SHA-256 over everything a rule states: two runs with the same print used the same rule to the letter."""
    stated = json.dumps(rule.data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(stated.encode()).hexdigest()


def shares_of(row: Row) -> tuple[Share, ...]:
    """Who pays whom of one period of a case; counted = due + kept over all of it. Empty where no claim's clock runs."""
    if row.facts is None or row.facts.missing or not row.steps:
        return ()
    collected: dict[str, Fen] = {}
    left: dict[str, Fen] = {}
    for group in row.facts.groups.values():
        for place, amount in group.items():
            collected[place] = collected.get(place, 0) + amount
    for rest in row.residual.values():
        for place, amount in rest.items():
            left[place] = left.get(place, 0) + amount
    taken: dict[int, Fen] = {}
    for step in row.steps:
        taken[step.move] = taken.get(step.move, 0) + step.taken
    paid = _who_pays(taken, {p: collected.get(p, 0) - left.get(p, 0) for p in {**collected, **left}})
    found, seen = [], set[str]()
    for move in taken:
        step = next(s for s in row.steps if s.move == move)
        for number, (place, amount) in enumerate(paid[move].items()):
            counted = collected.get(place, 0) if place not in seen else 0
            kept = left.get(place, 0) if place not in seen else 0
            seen.add(place)
            found.append(Share(step, place, counted, amount, kept, number == 0))
    return tuple(found)


def _who_pays(taken: Mapping[int, Fen], pays: Mapping[str, Fen]) -> dict[int, dict[str, Fen]]:
    """What each collecting place pays to each claim; exact both ways. Nearly always one place pays everything."""
    if len(pays) == 1:
        (place,) = pays
        return {move: {place: amount} for move, amount in taken.items()}
    rest, total = dict(pays), sum(pays.values())
    result: dict[int, dict[str, Fen]] = {}
    moves = list(taken)
    for move in moves[:-1]:
        places = list(rest)
        part = {p: half_up(Fraction(taken[move] * pays[p], total)) if total else 0 for p in places[:-1]}
        part[places[-1]] = taken[move] - sum(part.values())
        for place, amount in part.items():
            rest[place] -= amount
        result[move] = part
    result[moves[-1]] = rest
    return result


def sharing_lines(
    rule: SharingRule, row: Row, case_ids: Sequence[str], company: str, credit_code: str, source: str
) -> tuple[SharingLine, ...]:
    """The lines of one case in one month; a claim at its cap that gets nothing is left out beside one that shares."""
    shares = shares_of(row)
    single = len(shares) == 1
    lines = []
    for share in shares:
        step = share.step
        if not (single or share.due or share.counted or share.kept or step.left is None or step.left > 0):
            continue
        same = [s for s in row.steps if s.move == step.move]
        wanted = sum(s.wanted for s in same) if share.first else 0
        taken = sum(s.taken for s in same) if share.first else 0
        kinds = row.facts.by_kind if row.facts is not None and share.counted == row.facts.counted else {}
        lines.append(
            SharingLine(
                case_id=case_ids[step.move],
                company=company,
                credit_code=credit_code,
                payer=share.place,
                receiver=step.creditor,
                counted_fen=share.counted,
                vat_fen=kinds.get("增值税"),
                cit_fen=kinds.get("企业所得税"),
                ratio="先收回投入" if step.year is RECOVERING else ratio_text(step.year.ratio),
                computed_fen=wanted,
                cap_left_before_fen=None if step.left is None else sum(s.left or 0 for s in same),
                truncated_fen=wanted - taken,
                due_fen=share.due,
                kept_fen=share.kept,
                period=f"{step.gone}/{step.term}" if step.term else "",
                state=_STATES.get(row.state, row.state),
                clause=rule.clause("ratios"),
                source=source,
            )
        )
    return _by_period(rule, row, lines[0]) if len(lines) == 1 else tuple(lines)


def _by_period(rule: SharingRule, row: Row, line: SharingLine) -> tuple[SharingLine, ...]:
    """The line with tax of earlier periods (补缴、退库) taken out into 调账 lines that name the period; sums stay the same.

    Only where the ratio alone decides: under a cap, a floor or a base, nobody can say which tax was cut off.
    """
    step = next(iter(row.steps), None)
    if step is None or len(row.steps) > 1 or row.facts is None or rule.basis != "actual":
        return (line,)
    if step.taken != step.computed or step.year is RECOVERING:
        return (line,)
    late: dict[str, list[CountedLine]] = {}
    for counted in row.facts.lines:
        period = counted.line.belongs_to
        if period is not None and not counted.direct and period.end <= row.period.first:
            late.setdefault(period.text, []).append(counted)
    made = []
    for text, parts in sorted(late.items()):
        amount = sum(p.amount for p in parts)
        due = half_up(amount * step.year.ratio)
        kinds: dict[str, Fen] = {}
        for part in parts:
            for kind, fen in (part.line.local or {}).items():
                kinds[kind] = kinds.get(kind, 0) + fen
        made.append(
            replace(
                line, counted_fen=amount, vat_fen=kinds.get("增值税"), cit_fen=kinds.get("企业所得税"), computed_fen=due,
                cap_left_before_fen=None, due_fen=due, kept_fen=amount - due, period=f"所属 {text}",
                state="退库" if amount < 0 else "补缴", source=parts[0].line.source, adjustment=True, belongs_to=text,
            )
        )  # fmt: skip
    if not made:
        return (line,)
    own = replace(
        line,
        counted_fen=line.counted_fen - sum(x.counted_fen for x in made),
        vat_fen=None if line.vat_fen is None else line.vat_fen - sum(x.vat_fen or 0 for x in made),
        cit_fen=None if line.cit_fen is None else line.cit_fen - sum(x.cit_fen or 0 for x in made),
        computed_fen=line.computed_fen - sum(x.computed_fen for x in made),
        due_fen=line.due_fen - sum(x.due_fen for x in made),
        kept_fen=line.kept_fen - sum(x.kept_fen for x in made),
    )
    return (own, *made)


def ratio_text(ratio: Fraction) -> str:
    """A ratio as a table writes it: ``50%``, ``33.33%``."""
    return percent(ratio, 0 if (ratio * 100).denominator == 1 else 2)


def sums_of(lines: Iterable[SharingLine]) -> dict[tuple[str, str, str], Sums]:
    """(case, payer, receiver) -> sums of the lines."""
    found: dict[tuple[str, str, str], Sums] = {}
    for x in lines:
        was = found.get((x.case_id, x.payer, x.receiver), Sums())
        found[x.case_id, x.payer, x.receiver] = Sums(was.counted + x.counted_fen, was.due + x.due_fen, was.kept + x.kept_fen)
    return found


def adjustments(
    now: Iterable[SharingLine], booked: Mapping[tuple[str, str, str], Sums], month: str, about: SharingLine
) -> tuple[SharingLine, ...]:
    """调账 lines for one settled month: as now known less as booked, pair by pair; none where nothing changed.

    ``about`` lends company, code and clause. The lines add up like any others: counted = due + kept.
    """
    known = sums_of(now)
    lines = []
    for key in sorted({*known, *booked}):
        change = known.get(key, Sums()).less(booked.get(key, Sums()))
        if not any(change):
            continue
        lines.append(
            SharingLine(
                case_id=key[0],
                company=about.company,
                credit_code=about.credit_code,
                payer=key[1],
                receiver=key[2],
                counted_fen=change.counted,
                vat_fen=None,
                cit_fen=None,
                ratio="—",
                computed_fen=change.due,
                cap_left_before_fen=None,
                truncated_fen=0,
                due_fen=change.due,
                kept_fen=change.kept,
                period=f"更正 {month}",
                state="调账",
                clause=about.clause,
                source=about.source,
                adjustment=True,
                corrects=month,
            )
        )
    return tuple(lines)


def entries(line: SharingLine) -> tuple[Entry, Entry]:
    """The two entries of a line: the payer pays what the receiver gets; they sum to zero."""
    return Entry(line.payer, -line.due_fen), Entry(line.receiver, line.due_fen)


def balances(posted: Iterable[Entry]) -> dict[str, Fen]:
    """What each party received less what it paid; the balances sum to zero."""
    found: dict[str, Fen] = {}
    for entry in posted:
        found[entry.party] = found.get(entry.party, 0) + entry.amount_fen
    return found


@dataclass(frozen=True, slots=True)
class Matrix:
    """Payments between parties: ``gross`` as each line has them, ``net`` with opposite claims set off pair by pair."""

    parties: tuple[str, ...]
    gross: Mapping[tuple[str, str], Fen]
    net: Mapping[tuple[str, str], Fen]
    """(payer, receiver) -> positive amount; at most one direction a pair."""

    def position(self, party: str) -> Fen:
        """Receives less pays: the same from gross and from net."""
        into = sum(v for (_, b), v in self.net.items() if b == party)
        return into - sum(v for (a, _), v in self.net.items() if a == party)


def matrix(lines: Iterable[SharingLine], parties: Sequence[str]) -> Matrix:
    """Gross and net between ``parties`` (others that occur are added behind)."""
    gross: dict[tuple[str, str], Fen] = {}
    for x in lines:
        if x.due_fen and x.payer != x.receiver:
            gross[x.payer, x.receiver] = gross.get((x.payer, x.receiver), 0) + x.due_fen
    named = tuple(dict.fromkeys([*parties, *sorted({p for pair in gross for p in pair})]))
    net: dict[tuple[str, str], Fen] = {}
    for payer, receiver in gross:
        amount = gross[payer, receiver] - gross.get((receiver, payer), 0)
        if amount > 0:
            net[payer, receiver] = amount
        elif amount < 0:
            net[receiver, payer] = -amount
    return Matrix(named, gross, net)


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference (差异) a district registered on a line; ``outcome`` empty while it is open."""

    id: int
    month: str
    line_key: str
    party: str
    person: str
    day: str
    claimed_fen: Fen | None
    reason: str
    outcome: str = ""
    outcome_note: str = ""
    outcome_by: str = ""
    outcome_day: str = ""


class Ruling(NamedTuple):
    """A ruling (裁定) that a month may lock although a case's tax is 未报. The tax stays 未报 and is followed up."""

    month: str
    case_id: str
    person: str
    reason: str
    day: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A district's confirmation of a line as it stood: who, on which day."""

    line_key: str
    line_hash: str
    party: str
    person: str
    day: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineStatus:
    """How a line stands between its two districts."""

    line: LedgerLine
    answers: tuple[tuple[str, Answer | None], ...]
    """(party, its confirmation of the line as it now stands, or None), payer first."""
    differences: tuple[Difference, ...]

    @property
    def open_differences(self) -> tuple[Difference, ...]:
        return tuple(d for d in self.differences if not d.outcome)

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """Parties that have neither confirmed nor had their difference settled to lock all the same."""
        excused = {d.party for d in self.differences if d.outcome == WITH_DIFFERENCE}
        return tuple(party for party, answer in self.answers if answer is None and party not in excused)

    @property
    def agreed(self) -> bool:
        """Both sides have confirmed and nothing is open."""
        return not self.waiting_for and not self.open_differences


def line_states(
    lines: Iterable[LedgerLine], answers: Iterable[Answer], differences: Iterable[Difference]
) -> tuple[LineStatus, ...]:
    """Each line with who confirmed it; a confirmation of figures that have changed since counts no more."""
    given = {(a.line_key, a.line_hash, a.party): a for a in answers}
    told: dict[str, list[Difference]] = {}
    for d in differences:
        told.setdefault(d.line_key, []).append(d)
    return tuple(
        LineStatus(
            x,
            tuple((p, given.get((x.key, x.digest, p))) for p in dict.fromkeys((x.line.payer, x.line.receiver))),
            tuple(told.get(x.key, ())),
        )
        for x in lines
    )
