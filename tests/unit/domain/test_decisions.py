"""Which decision holds for an issue, and when it no longer does."""

from __future__ import annotations

from dataclasses import replace

from zgc_desktop.domain.decisions import Decision, DecisionKind, issue_key, resolve, rests_on, summary
from zgc_desktop.domain.issues import Issue, Severity

ISSUE = Issue("X-JUMP", Severity.WARNING, "变动", "f", "税收", "E6", "增值税", "91110108MA01TJ3Y5P", "甲", "10")


def decision(kind: DecisionKind, *, submission: int = 1, number: int = 1, issue: Issue = ISSUE) -> Decision:
    return Decision("海淀园", submission, issue_key(issue), rests_on(issue), kind, "属实", "张", "2026-11-06", id=number)


def holds(issue: Issue, *decisions: Decision, submission: int = 2, park: str = "海淀园") -> DecisionKind | None:
    (one,) = resolve([(1, submission, park, issue)], decisions)
    return one.decision.kind if one.decision else None


def test_an_acceptance_carries_on_to_the_next_version_wherever_the_row_has_gone() -> None:
    assert holds(replace(ISSUE, cell="E99"), decision(DecisionKind.ACCEPTED)) is DecisionKind.ACCEPTED


def test_it_lapses_with_the_value_it_rested_on_and_says_so() -> None:
    (one,) = resolve([(1, 2, "海淀园", replace(ISSUE, value="11"))], [decision(DecisionKind.ACCEPTED)])
    assert one.decision is None
    assert one.lapsed is not None
    assert summary([one]).sentence == "沿用此前判定 0 条，失效 1 条"


def test_a_return_holds_for_its_own_version_only() -> None:
    assert holds(ISSUE, decision(DecisionKind.RETURNED), submission=1) is DecisionKind.RETURNED
    assert holds(ISSUE, decision(DecisionKind.RETURNED), submission=2) is None


def test_the_newest_decision_counts_and_another_park_s_never_does() -> None:
    accepted, taken_back = decision(DecisionKind.ACCEPTED), decision(DecisionKind.REOPENED, number=2)
    assert holds(ISSUE, taken_back, accepted) is None
    assert holds(ISSUE, accepted, park="昌平园") is None
    assert holds(replace(ISSUE, code="R-NEGATIVE"), accepted) is None
