"""Assignment rules of the office (归属规则) and choices by hand: dated, and laid over what the catalogue's place names say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from zgc_desktop.domain.catalogue import Catalogue, normal_text
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import Assignment, CompanyFacts


class RuleKind(StrEnum):
    """地名: the address has it. 地块: so, and no letter or number goes on (A1 is not A10). 关键词: it has every word."""

    PLACE = "地名"
    PLOT = "地块"
    KEYWORD = "关键词"


@dataclass(frozen=True, slots=True)
class AssignmentRule:
    """One rule: addresses with these words belong to this cluster, from a month on; ``park`` '' = of the cluster's park."""

    id: int
    kind: RuleKind
    words: str
    park: str
    cluster: str
    from_month: Month
    to_month: Month | None
    note: str = ""

    @property
    def label(self) -> str:
        """``规则 3（地块“永丰 A1”）``."""
        return f"规则 {self.id}（{self.kind.value}“{self.words}”）"

    def holds(self, month: Month) -> bool:
        """Whether the rule is in force in a month."""
        return self.from_month <= month and (self.to_month is None or month <= self.to_month)


@dataclass(frozen=True, slots=True)
class Choice:
    """A company put into a cluster by hand ('' = in the park, in no cluster), with secondary ones, from a month on."""

    id: int
    credit_code: str
    cluster: str
    secondary: tuple[str, ...]
    from_month: Month
    to_month: Month | None
    reason: str

    def holds(self, month: Month) -> bool:
        """Whether the choice is in force in a month."""
        return self.from_month <= month and (self.to_month is None or month <= self.to_month)


@dataclass(frozen=True, slots=True)
class OfficeRules:
    """The rules and choices in force in one month, ready to be laid over the assignments."""

    rules: tuple[tuple[AssignmentRule, re.Pattern[str] | None, tuple[str, ...]], ...]
    choices: Mapping[str, Choice]
    clusters: Collection[str]
    """The clusters that exist in the month."""


def in_force(rules: Iterable[AssignmentRule], choices: Iterable[Choice], month: Month, catalogue: Catalogue) -> OfficeRules:
    """What of the office's rules and choices is in force in a month; of several choices for one company the newest.

    A rule for a cluster that does not exist in the month decides nothing.
    """
    prepared, there = [], catalogue.on(month.last_day).clusters
    for rule in rules:
        if rule.holds(month) and rule.cluster in there:
            words = tuple(normal_text(w) for w in rule.words.split())
            plot = re.compile(rf"(?<![0-9a-z]){re.escape(''.join(words))}(?![0-9a-z])") if rule.kind is RuleKind.PLOT else None
            prepared.append((rule, plot, words if rule.kind is RuleKind.KEYWORD else ("".join(words),)))
    return OfficeRules(tuple(prepared), {c.credit_code: c for c in choices if c.holds(month)}, there)


def check_days(name: str, first: Month, last: Month | None, catalogue: Catalogue) -> None:
    """Refused where a cluster does not exist yet, or no more, in the first or the last month it is to be used for."""
    cluster = catalogue.clusters[name]
    for month in (first, *((last,) if last else ())):
        if name in catalogue.on(month.last_day).clusters:
            continue
        if month.last_day < cluster.since:
            raise Refused(
                f"{name}组团自 {cluster.since} 起设立，{month} 还没有", advice=f"起始月请写 {Month.of(cluster.since)} 或以后"
            )
        raise Refused(f"{name}组团到 {cluster.until} 为止，{month} 已没有", advice="请选仍在的组团，或把终止月写在此前")


def check_rule(rule: AssignmentRule, catalogue: Catalogue) -> AssignmentRule:
    """The rule with names as the catalogue writes them; Refused for an unknown cluster, another park's, empty words."""
    cluster = catalogue.cluster_named(rule.cluster)
    if cluster is None:
        raise Refused(f"没有叫“{rule.cluster}”的组团", advice="可用的名称见 zgc catalogue")
    if rule.park and rule.park != cluster.park:
        raise Refused(f"{cluster.name}组团属{cluster.park}，不属{rule.park}")
    if len("".join(rule.words.split())) < 2:
        raise Refused("规则的文字至少两个字", why=f"“{rule.words}”会匹配过多地址")
    if rule.to_month is not None and rule.to_month < rule.from_month:
        raise Refused(f"终止月 {rule.to_month} 早于起始月 {rule.from_month}")
    check_days(cluster.name, rule.from_month, rule.to_month, catalogue)
    return replace(rule, cluster=cluster.name, park=cluster.park)


def lay_over(base: Assignment, facts: CompanyFacts, office: OfficeRules, catalogue: Catalogue) -> Assignment:
    """An assignment with the office's word on top: a choice by hand decides, a rule decides where the park declared nothing.

    Neither reaches into another park or into a cluster the month does not have: there it says so and decides nothing.
    """
    choice = office.choices.get(facts.credit_code)
    if choice is not None:
        chosen = catalogue.clusters.get(choice.cluster)
        exists = chosen is None or chosen.name in office.clusters
        if exists and (chosen is None or chosen.park == facts.park):
            secondary = tuple(c for c in choice.secondary if c != choice.cluster)
            return replace(
                base, cluster=choice.cluster or None, how="manual", secondary=secondary, contradiction=False,
                reasons=(f"人工归属（{choice.from_month} 起）：{choice.reason}", *base.reasons),
            )  # fmt: skip
        assert chosen is not None
        said = (
            f"人工归属到{chosen.park}{chosen.name}组团，{f'企业现在{facts.park}' if exists else '本月没有这个组团'}，不再适用"
        )
        base = replace(base, reasons=(*base.reasons, said))
    if base.how in ("declared", "outside"):
        return base
    return _by_rule(base, facts, office)


def _by_rule(base: Assignment, facts: CompanyFacts, office: OfficeRules) -> Assignment:
    addresses = [normal_text(a) for a in (facts.operating_address, facts.address) if a]
    hits = [rule for rule, plot, words in office.rules if rule.park == facts.park and _matches(addresses, plot, words)]
    clusters = tuple(dict.fromkeys(rule.cluster for rule in hits))
    if not clusters:
        return base
    said = "、".join(rule.label for rule in hits)
    if len(clusters) > 1:
        text = f"{said}同时指向{'、'.join(clusters)}，无法按规则归属"
        return replace(base, cluster=None, how="unassigned", secondary=clusters, reasons=(*base.reasons, text))
    others = tuple(c for c in dict.fromkeys((*((base.cluster,) if base.cluster else ()), *base.secondary)) if c != clusters[0])
    return replace(base, cluster=clusters[0], how="office_rule", secondary=others, reasons=(f"按{said}归属", *base.reasons))


def _matches(addresses: Sequence[str], plot: re.Pattern[str] | None, words: Sequence[str]) -> bool:
    if plot is not None:
        return any(plot.search(a) for a in addresses)
    return any(all(w in a for w in words) for a in addresses)
