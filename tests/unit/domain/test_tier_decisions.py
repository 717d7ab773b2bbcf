"""Holdings and the ladder: who is held in a tier when, and how cohorts move."""

from __future__ import annotations

from datetime import date

import pytest

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import Citation, RuleFileError
from zgc_desktop.domain.tier_decisions import (
    Decision,
    Holding,
    Ladder,
    LadderLine,
    TierDecision,
    holdings,
    ladder_lines,
    read_ladder,
)
from zgc_desktop.domain.tier_review import ProposalKind, Recognition

CITED = {"title": "约定", "confidence": "design"}
STEPS = Ladder({"高新技术企业": 1, "瞪羚": 2, "独角兽": 3}, Citation("约定"))
ENDS = [date(y, 12, 31) for y in (2023, 2024, 2025)]


def recognised(code: str, tier: str, start: date, end: date | None = None) -> Recognition:
    return Recognition(code, tier, "文〔2023〕1号", "第1批", start, end)


def decided(kind: ProposalKind, month: Month, *, decision: Decision = Decision.AGREE, back: bool = False) -> TierDecision:
    return TierDecision(
        1, month, "A", "甲", "瞪羚", kind, decision, "理由", "张", month.last_day, month, None, (), taken_back=back
    )


def test_an_agreed_leave_ends_a_recognition_that_is_still_valid() -> None:
    held = holdings([recognised("A", "瞪羚", date(2023, 5, 1))], [decided(ProposalKind.LEAVE, Month(2025, 3))])
    assert [(h.days.start, h.days.end) for h in held] == [(date(2023, 5, 1), date(2025, 2, 28))]


@pytest.mark.parametrize(
    ("decision", "back"),
    [(Decision.DEFER, False), (Decision.REFUSE, False), (Decision.EVIDENCE, False), (Decision.AGREE, True)],
)
def test_only_an_agreed_decision_that_stands_changes_who_is_held(decision: Decision, back: bool) -> None:
    entered = decided(ProposalKind.ENTER, Month(2025, 3), decision=decision, back=back)
    assert holdings([], [entered]) == ()


def test_a_new_recognition_after_a_leave_stands_again() -> None:
    again = [recognised("A", "瞪羚", date(2023, 5, 1)), recognised("A", "瞪羚", date(2025, 6, 1))]
    held = holdings(again, [decided(ProposalKind.LEAVE, Month(2025, 3))])
    assert [h.days.start for h in held if date(2025, 12, 31) in h.days] == [date(2025, 6, 1)]


def test_the_ladder_counts_up_same_down_out_and_left_and_they_sum_to_the_cohort() -> None:
    """2023 年入列的 5 家，两年后各归一类，合计仍是 5 家。"""
    until = date(2024, 6, 30)
    held = holdings(
        [
            *(recognised(c, "瞪羚", date(2023, 3, 1), until) for c in "ABCDE"),
            recognised("A", "独角兽", date(2024, 3, 1)),
            recognised("B", "瞪羚", date(2024, 3, 1)),
            recognised("C", "高新技术企业", date(2024, 3, 1)),
        ],
        [],
    )
    lines = ladder_lines(held, STEPS, ENDS[:2], {ENDS[1]: frozenset("ABCD")})
    assert lines == (LadderLine(2023, 2024, 5, up=1, same=1, down=1, out=1, left=1),)


def test_without_a_ledger_of_the_year_nobody_is_said_to_have_left() -> None:
    held: tuple[Holding, ...] = holdings([recognised("A", "瞪羚", date(2023, 3, 1), date(2024, 1, 31))], [])
    assert ladder_lines(held, STEPS, ENDS[:2], {})[0] == LadderLine(2023, 2024, 1, 0, 0, 0, 1, None)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"citation": CITED, "step": [{"tiers": ["瞪羚"]}, {"tiers": ["瞪羚"]}]}, "step[2].tiers"),
        ({"step": [{"tiers": ["瞪羚"]}]}, "citation"),
        ({"citation": CITED, "step": [{"tiers": ["瞪羚"], "color": 1}]}, "step[1].color"),
        ({"citation": CITED, "step": []}, "step"),
    ],
)
def test_a_broken_ladder_file_is_refused_with_its_key(data: object, key: str) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_ladder(data, "steps.toml")
    assert (refused.value.file, refused.value.key) == ("steps.toml", key)
