"""A district's statement (对账单) of one month as data: what its PDF and its workbook both print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly import OutOfScope, SharingLine, SharingSection
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import Difference, LineStatus, Matrix


@dataclass(frozen=True, slots=True)
class PairLine:
    """What a party has with one other district this month: to receive, to pay, and the difference of the two."""

    other: str
    receives_fen: Fen
    pays_fen: Fen

    @property
    def net_fen(self) -> Fen:
        """Positive: this party receives."""
        return self.receives_fen - self.pays_fen


@dataclass(frozen=True, slots=True)
class Statement:
    """One district's statement. ``lines`` are those in which it pays or receives; amounts in 分."""

    month: Month
    party: str
    state: str
    """试算, 双方确认 or 已锁定."""
    rule_title: str
    rule_citation: str
    rule_note: str
    lines: tuple[SharingLine, ...]
    confirmed: Mapping[str, tuple[str, ...]]
    """Line key -> who confirmed, in words."""
    pairs: tuple[PairLine, ...]
    out_of_scope: tuple[OutOfScope, ...]
    missing: tuple[str, ...]
    differences: tuple[Difference, ...]
    opening_fen: Fen
    """Received less paid over the months locked before this one."""
    prepared_on: date
    office: str
    fingerprint: str
    journal_mark: str = ""
    """Number and hash of the last entry of the journal about this month's settlement."""

    @property
    def receives_fen(self) -> Fen:
        return sum(p.receives_fen for p in self.pairs)

    @property
    def pays_fen(self) -> Fen:
        return sum(p.pays_fen for p in self.pairs)

    @property
    def net_fen(self) -> Fen:
        return self.receives_fen - self.pays_fen

    @property
    def closing_fen(self) -> Fen:
        return self.opening_fen + self.net_fen


def proof_line(fingerprint: str, journal_mark: str) -> str:
    """What a paper of a settlement is held against later: the run's fingerprint and where the journal stood (操作记录)."""
    return f"结算指纹 {fingerprint[:16]}" + (f"　操作记录 {journal_mark}" if journal_mark else "")


def pair_lines(found: Matrix, party: str) -> tuple[PairLine, ...]:
    """A party's dealings with every other one, in the order of the parties; those without any are left out."""
    made = []
    for other in found.parties:
        into, out = found.gross.get((other, party), 0), found.gross.get((party, other), 0)
        if other != party and ((other, party) in found.gross or (party, other) in found.gross):
            made.append(PairLine(other, into, out))
    return tuple(made)


def statement_of(
    party: str,
    month: Month,
    state: str,
    section: SharingSection,
    states: Sequence[LineStatus],
    found: Matrix,
    cases_of_party: frozenset[str],
    differences: Iterable[Difference],
    *,
    opening_fen: Fen,
    prepared_on: date,
    office: str,
    fingerprint: str,
    journal_mark: str = "",
) -> Statement:
    """The statement of one district out of a month's run."""
    mine = [x for x in states if party in (x.line.line.payer, x.line.line.receiver)]
    keys = {x.line.key for x in mine}
    return Statement(
        month=month,
        party=party,
        state=state,
        rule_title=section.rule_title,
        rule_citation=section.rule_citation,
        rule_note=section.rule_note,
        lines=tuple(x.line.line for x in mine),
        confirmed={x.line.key: tuple(f"{p}{a.person} {a.day}" for p, a in x.answers if a is not None) for x in mine},
        pairs=pair_lines(found, party),
        out_of_scope=tuple(o for o in section.out_of_scope if o.case_id in cases_of_party),
        missing=tuple(m for m in section.missing if m.split(" ")[0] in cases_of_party),
        differences=tuple(d for d in differences if d.line_key in keys or d.party == party),
        opening_fen=opening_fen,
        prepared_on=prepared_on,
        office=office,
        fingerprint=fingerprint,
        journal_mark=journal_mark,
    )
