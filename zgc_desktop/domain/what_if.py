"""What-if (模拟): changed rule values read from ``key=value`` texts, and how a case comes out under one rule or another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, half_up
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.case import Case, TaxLine
from zgc_desktop.domain.sharing.reading import table_of
from zgc_desktop.domain.sharing.rule import CHOICES, SharingRule
from zgc_desktop.domain.sharing.run import CaseRun
from zgc_desktop.domain.sharing.schedule import month_at, period_of
from zgc_desktop.domain.sharing.words import value_words

MARK: Final = "模拟·非结算"
"""Stands on everything a simulation puts out."""

_LISTS: Final = ("ratios", "taxes", "natures")
_WHOLE: Final = ("base_years", "extension.years")
_AMOUNTS: Final = ("floor", "recover_first", "threshold.at_least", "cap.amount")
_RATIOS: Final = ("extension.ratio", "cap.of_base_sum")
_SHORT: Final = {"threshold": "threshold.at_least", "cap": "cap.of_base_sum", "extension": "extension.years"}
_WORDS: Final = ("threshold.measure", "extension.when", *CHOICES)
SETTABLE: Final = (*_LISTS, *_WHOLE, *_AMOUNTS, *_RATIOS, *_WORDS)
"""What ``--set`` may change; tables of shares by tax kind come as a rule file."""


def changes_from(rule: SharingRule, texts: Sequence[str]) -> dict[str, object]:
    """The changed values ``altered`` takes, out of texts such as ``ratios=0.4,0.4`` or ``threshold.at_least=30000000``.

    ``threshold=none`` (also cap, extension) takes the value out. Refused where a text names no value of a rule.
    """
    stated = table_of(rule.data.get("rule"), rule.file, "rule")
    changes: dict[str, object] = {}
    for text in texts:
        key, sign, value = (part.strip() for part in text.partition("="))
        if not sign or not value:
            raise Refused(f"“{text}”不是“键=值”的样式", advice="如 ratios=0.4,0.4,0.4 或 threshold.at_least=30000000")
        if key in _SHORT and value.lower() in ("none", "无"):
            changes[key] = {}
            continue
        key = _SHORT.get(key, key)
        if key not in SETTABLE:
            raise Refused(
                f"模拟不能改“{key}”", advice=f"可改：{'、'.join((*SETTABLE, *_SHORT))}；分成率表请用规则文件（--rule）"
            )
        head, dot, tail = key.partition(".")
        if not dot:
            changes[key] = _value(key, value, text)
            continue
        given = changes.get(head, stated.get(head, {}))
        merged = dict(given) if isinstance(given, dict) else {}
        if head == "cap":
            merged = {}  # of_base_sum and amount exclude each other: the one given replaces the other
        merged[tail] = _value(key, value, text)
        changes[head] = merged
    return changes


def _value(key: str, value: str, text: str) -> object:
    if key in _LISTS:
        parts = [p for p in re.split(r"[,，、;；\s]+", value) if p]
        return [_ratio(p, text) for p in parts] if key == "ratios" else parts
    if key in _WHOLE:
        if not value.isdecimal():
            raise Refused(f"“{text}”不是整数", advice=f"例如 {key}=3")
        return int(value)
    if key in _AMOUNTS:
        plain = value.replace(",", "").replace("，", "")
        return plain if "." in plain else f"{plain}.00"
    return _ratio(value, text) if key in _RATIOS else value


def _ratio(value: str, text: str) -> str:
    """A ratio as a rule writes it; 40% is 0.4."""
    if not value.endswith(("%", "％")):
        return value
    try:
        return str(Decimal(value[:-1]) / 100)
    except InvalidOperation:
        raise Refused(f"“{text}”中的“{value}”不是比例", advice="如 0.4 或 40%") from None


def described(rule: SharingRule, changes: Mapping[str, object]) -> tuple[tuple[str, str, str], ...]:
    """(key, value now, value in the simulation) of each changed value, the values in words; ``key_word`` names the key."""
    stated = table_of(rule.data.get("rule"), rule.file, "rule")
    return tuple((key, value_words(key, stated.get(key)), value_words(key, value)) for key, value in changes.items())


def with_forecast(case: Case, month: Month, months: int) -> Case:
    """The case with its tax carried on for so many months at the mean of the last twelve reported ones, by kind."""
    if months <= 0:
        return case
    made: list[TaxLine] = []
    reported = [n for n in case.tax if not n.missing and n.period.months == 1]
    latest = max((n.period.first for n in reported), default=None)
    for company in dict.fromkeys(n.company for n in reported):
        mine = [n for n in reported if n.company == company]
        if mine[-1].period.first != latest:
            continue  # a company that has ceased to report is not carried on
        recent = sorted(mine, key=lambda n: n.period)[-12:]
        kinds: dict[str, Fen] = {}
        for line in recent:
            for kind, fen in (line.local or {}).items():
                kinds[kind] = kinds.get(kind, 0) + fen
        mean = {kind: half_up(Fraction(total, len(recent))) for kind, total in kinds.items()}
        place = recent[-1].collected_by
        made += [
            TaxLine(period_of(str(month.plus(n))), local=mean, collected_by=place, company=company, source="预测：近12月平均")
            for n in range(1, months + 1)
        ]
    return replace(case, tax=(*case.tax, *made))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case comes out under one rule over all its months. Amounts in 分."""

    eligible: bool
    reason: str
    due_fen: Fen
    """What all move-out sides get together."""
    by_party: Mapping[str, Fen]
    """Receives less pays."""
    runs_out: Month | None
    """When the first creditor's cap runs out: as it did, or at the pace of the last year."""


def outcome(run: CaseRun) -> Outcome:
    """What a run comes to, added up over its periods."""
    due, by_party = 0, dict[str, Fen]()
    full: Month | None = None
    for row in run.now.rows:
        if not row.steps or row.facts is None:
            continue
        for step in row.steps:
            due += step.taken
            by_party[step.creditor] = by_party.get(step.creditor, 0) + step.taken
            if full is None and step.move == 0 and step.left is not None and step.taken == step.left:
                full = month_at(row.period.end - 1)
        for sign, groups in ((-1, row.facts.groups), (1, row.residual)):
            for group in groups.values():
                for place, amount in group.items():
                    by_party[place] = by_party.get(place, 0) + sign * amount
    return Outcome(run.eligible, run.reason, due, by_party, full or run.exhausted_in())


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One case under the baseline and under the simulated rule."""

    case_id: str
    company: str
    before: Outcome
    after: Outcome

    @property
    def change_fen(self) -> Fen:
        return self.after.due_fen - self.before.due_fen

    @property
    def scope(self) -> str:
        """进入, 退出, or empty where the scope does not change."""
        if self.before.eligible == self.after.eligible:
            return ""
        return "进入" if self.after.eligible else "退出"


@dataclass(frozen=True, slots=True)
class PartyChange:
    """One district under both rules: receives less pays."""

    party: str
    before_fen: Fen
    after_fen: Fen

    @property
    def change_fen(self) -> Fen:
        return self.after_fen - self.before_fen


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a changed rule would have given. It is no settlement and nothing can post it: it holds no lines and no entries."""

    month: Month
    """The last month of facts; months after it are forecast."""
    forecast_months: int
    rule_title: str
    changes: tuple[tuple[str, str, str], ...]
    cases: tuple[CaseChange, ...]
    parties: tuple[PartyChange, ...]
    faults: tuple[str, ...]

    @property
    def entering(self) -> tuple[CaseChange, ...]:
        return tuple(c for c in self.cases if c.scope == "进入")

    @property
    def leaving(self) -> tuple[CaseChange, ...]:
        return tuple(c for c in self.cases if c.scope == "退出")

    @property
    def caps(self) -> tuple[CaseChange, ...]:
        """Cases whose cap runs out under either rule."""
        return tuple(c for c in self.cases if c.before.runs_out or c.after.runs_out)


def party_changes(cases: Iterable[CaseChange], parties: Sequence[str]) -> tuple[PartyChange, ...]:
    """Every district under both rules, in the order of ``parties``; the changes sum to zero."""
    before: dict[str, Fen] = {}
    after: dict[str, Fen] = {}
    for case in cases:
        for side, into in ((case.before, before), (case.after, after)):
            for party, amount in side.by_party.items():
                into[party] = into.get(party, 0) + amount
    names = dict.fromkeys([*parties, *before, *after])
    return tuple(PartyChange(p, before.get(p, 0), after.get(p, 0)) for p in names)
