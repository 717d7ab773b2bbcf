"""Joint review: states nobody skips, opinions with a day, meetings with a quorum, conditions, promises and funds."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.review.commitments import (
    Condition,
    Fund,
    Grant,
    Promise,
    check_condition,
    check_entry,
    check_grant,
    check_strike,
    light,
)
from zgc_desktop.domain.review.opinions import (
    SILENT,
    Asked,
    Meeting,
    Opinion,
    check_asked,
    check_meeting,
    check_opinion,
    standings,
)
from zgc_desktop.domain.review.steps import APPLIED, NEEDS_REASON, STATES, WAYS, Step, check_step, rounds, state_of

DAY = date(2026, 3, 2)
ASKED = Asked("区规划自然资源分局", 1, DAY, DAY + timedelta(10))
OPINION = Opinion(ASKED.body, 1, DAY + timedelta(3), "同意", "", "张三")
MEMBERS = ("科委", "发改委", "经信局", "规自委", "财政局")
MEETING = Meeting(DAY + timedelta(20), MEMBERS, MEMBERS[:4], MEMBERS[:1], 3, 0, "通过", 0, 3)


def test_random_histories_never_skip_a_state():
    choice = random.Random(20261122)
    reached: set[str] = set()
    for _ in range(2_000):
        steps: list[Step] = []
        for _ in range(30):
            wanted = Step(choice.choice(STATES), DAY + timedelta(len(steps)), "文件", choice.choice(("", "理由")))
            before = state_of(steps)
            try:
                check_step("项目", steps, wanted)
            except Refused:
                assert wanted.state not in WAYS[before] or (wanted.state in NEEDS_REASON and not wanted.reason)
                continue
            assert wanted.state in WAYS[before]
            steps.append(wanted)
        reached |= {s.state for s in steps}
        for earlier, later in zip([APPLIED, *[s.state for s in steps]], [s.state for s in steps], strict=False):
            assert later in WAYS[earlier]
    assert {"会审", "签约"} <= reached


def test_every_state_can_be_reached_from_the_application():
    seen, queue = {APPLIED}, [APPLIED]
    while queue:
        for state in WAYS[queue.pop()]:
            if state not in seen:
                seen.add(state)
                queue.append(state)
    assert seen == set(STATES)


@pytest.mark.parametrize(("steps", "step", "words"), [
    ([], Step("会审", DAY), "不能从申报直接到会审"), ([], Step("立项", DAY), "没有“立项”"),
    ([], Step("撤回", DAY), "须写明理由"), ([Step("形式审查", DAY)], Step("并联意见", DAY - timedelta(1)), "早于上一步"),
    ([Step("形式审查", DAY), Step("撤回", DAY)], Step("形式审查", DAY), "撤回是终点"),
])  # fmt: skip
def test_a_step_out_of_order_is_refused_with_where_it_may_go(steps, step, words):
    with pytest.raises(Refused, match=words):
        check_step("某某项目", steps, step)


def test_being_sent_back_counts_a_round():
    steps = [Step("形式审查", DAY), Step("补正", DAY, reason="缺环评"), Step("形式审查", DAY)]
    assert rounds(steps) == 2


def test_silence_past_the_day_is_recorded_as_silence_and_a_late_answer_is_refused():
    asked = [ASKED, Asked("区生态环境局", 1, DAY, DAY + timedelta(5))]
    found = standings(asked, [OPINION], 1, DAY + timedelta(6))
    assert [s.answer for s in found] == ["同意", SILENT]
    assert standings(asked, [], 1, DAY + timedelta(5))[1].answer == "待反馈"
    with pytest.raises(Refused, match="已过期限"):
        check_opinion("项目", replace(OPINION, on=ASKED.due + timedelta(1)), asked)
    check_opinion("项目", replace(OPINION, on=ASKED.due), asked)


@pytest.mark.parametrize(("change", "words"), [
    ({"body": "区消防"}, "没有向区消防征求意见"), ({"answer": "随便"}, "不是意见"), ({"answer": "不同意"}, "须写明内容"),
    ({"on": DAY - timedelta(1)}, "早于征求日"), ({"round": 2}, "没有向"),
])  # fmt: skip
def test_an_opinion_that_cannot_be_is_refused(change, words):
    with pytest.raises(Refused, match=words):
        check_opinion("项目", replace(OPINION, **change), [ASKED])


def test_the_newest_version_of_an_opinion_counts_and_all_are_kept():
    later = replace(OPINION, answer="有条件同意", text="补能评", version=2)
    found = standings([ASKED], [later, OPINION], 1, DAY)[0]
    assert (found.answer, found.versions) == ("有条件同意", 2)


def test_a_body_is_asked_once_a_round_and_given_time():
    with pytest.raises(Refused, match="本轮已向"):
        check_asked("项目", ASKED, [ASKED])
    with pytest.raises(Refused, match="不晚于征求日"):
        check_asked("项目", replace(ASKED, due=DAY), [])


@pytest.mark.parametrize(("change", "words"), [
    ({"present": MEMBERS[:3]}, "到会人数不足"), ({"quorum": None}, "没有登记有效到会人数"),
    ({"present": ("路人", *MEMBERS)}, "路人不是该机构成员"), ({"votes_for": 1, "votes_against": 1}, "不能作为通过"),
    ({"votes_for": 4}, "多于有表决权的 3 人"), ({"decision": "有条件通过"}, "至少写明一项条件"),
    ({"decision": "不通过"}, "会议记录中写明理由"), ({"decision": "再议"}, "不是会审结论"), ({"votes_against": -1}, "不能为负"),
])  # fmt: skip
def test_a_meeting_without_quorum_votes_or_words_decides_nothing(change, words):
    with pytest.raises(Refused, match=words):
        check_meeting("项目", replace(MEETING, **change), standings([ASKED], [OPINION], 1, MEETING.on))


def test_a_meeting_waits_for_opinions_whose_day_has_not_passed():
    check_meeting("项目", MEETING, standings([ASKED], [], 1, MEETING.on))
    with pytest.raises(Refused, match="仍待区规划自然资源分局（2026-03-12 前）反馈"):
        check_meeting("项目", replace(MEETING, on=DAY + timedelta(5)), standings([ASKED], [], 1, DAY + timedelta(5)))


def test_conditions_are_struck_off_one_by_one_before_the_state_they_guard():
    early, late = Condition("补能评", "建设单位", "签约"), Condition("建污水站", "建设单位", "投产")
    promise = Promise("年产出", "万元", 600_000, date(2028, 12, 31))
    with pytest.raises(Refused, match=r"签约前还有 1 项条件未销号.*补能评"):
        check_entry("项目", "签约", [early, late], [promise])
    struck = replace(early, done_on=DAY, evidence="能评批复")
    check_entry("项目", "签约", [struck, late], [promise])
    with pytest.raises(Refused, match="投产前还有 1 项"):
        check_entry("项目", "投产", [struck, late], [promise])
    with pytest.raises(Refused, match="已于 2026-03-02 销号"):
        check_strike("项目", struck, DAY, "材料")
    with pytest.raises(Refused, match="证明材料"):
        check_strike("项目", early, DAY, " ")
    with pytest.raises(Refused, match="不认识的环节"):
        check_condition("项目", replace(early, before="会审"))


def test_promises_are_due_before_signing_and_found_before_the_check():
    promise = Promise("年产出", "万元", 600_000, date(2028, 12, 31))
    with pytest.raises(Refused, match="签约前须登记履约承诺"):
        check_entry("项目", "签约", [], [])
    with pytest.raises(Refused, match="年产出还没有考核值"):
        check_entry("项目", "达产考核", [], [promise])
    assert [replace(promise, found=v).state for v in (None, 599_999, 600_000)] == ["未考核", "未达到", "达到"]


def test_lights_turn_with_the_day():
    due = date(2026, 6, 30)
    assert [light(due, False, due + timedelta(d)) for d in (1, 0, -30, -31)] == ["红", "黄", "黄", "绿"]
    assert light(due, True, due + timedelta(99)) == "绿"
    assert light(None, False, due) == "黄"


def test_a_fund_is_never_overdrawn_nor_used_outside_its_years():
    fund = Fund("集中支持资金", 300, 2011, 2015, "规划纲要 四(一)3")
    given = [Grant(fund.name, "甲", 200, DAY)]
    check_grant(fund, given, Grant(fund.name, "乙", 100, date(2015, 12, 31)))
    with pytest.raises(Refused, match="超出余额"):
        check_grant(fund, given, Grant(fund.name, "乙", 101, date(2015, 1, 1)))
    with pytest.raises(Refused, match="不在资金期限"):
        check_grant(fund, [], Grant(fund.name, "乙", 1, date(2016, 1, 1)))
    with pytest.raises(Refused, match="应大于 0"):
        check_grant(fund, [], Grant(fund.name, "乙", 0, date(2015, 1, 1)))
