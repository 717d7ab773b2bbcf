"""Coordination: members with terms, decisions with a quorum, tasks with 红黄绿."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from zgc_desktop.domain.coordination import (
    Body,
    Member,
    Resolution,
    Task,
    check_body,
    check_done,
    check_member,
    check_resolution,
    check_task,
)
from zgc_desktop.domain.errors import Refused

DAY = date(2026, 11, 20)
NAMES = ("科委", "发改委", "财政局", "海淀园", "昌平园")
BODY = Body(
    "领导小组办公室", 3, "规划第六章第一节", tuple(Member("领导小组办公室", n, "成员单位", date(2026, 1, 1)) for n in NAMES)
)
MATTER = Resolution(BODY.name, DAY, "案件", "MV-2026-001", "分享比例异议如何处理", "议定", "按规则分享，财政局复核基数")
TASK = Task("复核基数", "财政局", date(2026, 12, 20), "会议 2026-11-20")


def test_a_decision_with_quorum_and_words_stands():
    check_resolution(MATTER, BODY, NAMES[:3])


@pytest.mark.parametrize(("change", "body", "present", "words"), [
    ({}, BODY, NAMES[:2], "到会 2 人，不足 3 人"), ({}, BODY, (NAMES[0],) * 3, "不足 3 人"),
    ({}, BODY, ("路人", *NAMES), "路人当日不是成员"),
    ({}, replace(BODY, quorum=None), NAMES, "没有登记有效到会人数"), ({"outcome": "再说"}, BODY, NAMES, "不在选项内"),
    ({"text": ""}, BODY, NAMES, "议定内容"), ({"on": date(2025, 1, 1)}, BODY, NAMES[:3], "当日不是成员"),
])  # fmt: skip
def test_a_decision_that_cannot_be_is_refused(change, body, present, words):
    with pytest.raises(Refused, match=words):
        check_resolution(replace(MATTER, **change), body, present)


def test_members_have_terms_that_do_not_overlap():
    again = Member(BODY.name, "科委", "成员单位", date(2026, 6, 1))
    with pytest.raises(Refused, match="已在册"):
        check_member(BODY, again)
    ended = replace(BODY, members=(replace(BODY.members[0], to_day=date(2026, 5, 31)),))
    check_member(ended, again)
    for wrong, words in ((replace(again, kind="路人"), "没有“路人”这类"), (replace(again, name=" "), "没有写明成员"),
                         (replace(again, name="税务局", to_day=date(2026, 1, 1)), "早于起始")):  # fmt: skip
        with pytest.raises(Refused, match=words):
            check_member(ended, wrong)


def test_a_body_has_a_source_and_a_quorum_of_at_least_one():
    check_body(replace(BODY, quorum=None))
    for wrong in (replace(BODY, quorum=0), replace(BODY, source="")):
        with pytest.raises(Refused):
            check_body(wrong)


def test_tasks_turn_red_with_the_day_and_say_what_became_of_them():
    assert [TASK.light(TASK.due + timedelta(d)) for d in (-31, -30, 0, 1)] == ["绿", "黄", "黄", "红"]
    assert TASK.sentence(date(2026, 12, 25)) == "逾期 5 天"
    assert TASK.sentence(date(2026, 12, 10)) == "2026-12-20 前办结，余 10 天"
    done = replace(TASK, done_on=DAY, result="已复核")
    assert (done.light(date(2027, 1, 1)), done.sentence(DAY)) == ("绿", "已于 2026-11-20 办结：已复核")
    assert replace(TASK, due=None).sentence(DAY) == "未定时限"


def test_a_task_names_what_who_and_where_from_and_is_done_once_with_words():
    check_task(TASK)
    with pytest.raises(Refused, match="责任单位"):
        check_task(replace(TASK, owner=" "))
    with pytest.raises(Refused, match="落实情况"):
        check_done(TASK, DAY, "")
    with pytest.raises(Refused, match="已于"):
        check_done(replace(TASK, done_on=DAY), DAY, "好")
