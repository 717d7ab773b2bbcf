"""What holds after undos and redoes, and which months let which change through."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.journal import COMMANDS, Entry, command, holders, standing_after, taken_back
from zgc_desktop.domain.months import MonthException, MonthState, Subject, Touch, let_through, require_step
from zgc_desktop.domain.periods import Month

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
TODAY = date(2026, 11, 6)


def journal(*undoes: tuple[int, ...]) -> list[Entry]:
    """Entries numbered from 1; an empty tuple is a step, others take back what they name."""
    return [Entry(n, "", "张", "undo" if u else "accept", "", undoes=u) for n, u in enumerate(undoes, start=1)]


def test_an_undo_takes_a_step_back_and_a_redo_takes_the_undo_back() -> None:
    assert taken_back(journal((), (1,))) == {1: 2}
    assert taken_back(journal((), (1,), (2,))) == {2: 3}
    assert taken_back(journal((), (1,), (2,), (3,))) == {1: 2, 3: 4}


def test_the_newest_entry_about_a_step_holds_it() -> None:
    assert holders(journal((), ())) == {1: 1, 2: 2}
    assert holders(journal((), (1,))) == {1: 2}
    assert holders(journal((), (1,), (2,))) == {1: 3}
    assert holders(journal((), (1,), (2,), (3,))) == {1: 4}


def test_a_step_and_its_undo_after_another_cancel_each_other() -> None:
    assert standing_after(journal((), (), (2,)), 1) == ()
    assert [e.seq for e in standing_after(journal((), (), (1,)), 2)] == [3]  # it changed something older since
    assert [e.seq for e in standing_after(journal((), (), (2,), (3,)), 1)] == [2]


@given(st.lists(st.sampled_from(("do", "undo", "redo")), max_size=30))
def test_a_linear_history_holds_exactly_what_is_not_undone(moves: list[str]) -> None:
    entries: list[Entry] = []
    done: list[int] = []
    back: list[int] = []
    for move in moves:
        seq = len(entries) + 1
        if move == "do":
            entries.append(Entry(seq, "", "张", "accept", ""))
            done.append(seq)
        elif move == "undo" and done:
            entries.append(Entry(seq, "", "张", "undo", "", undoes=(holders(entries)[done[-1]],)))
            back.append(done.pop())
        elif move == "redo" and back:
            entries.append(Entry(seq, "", "张", "redo", "", undoes=(holders(entries)[back[-1]],)))
            done.append(back.pop())
    gone = taken_back(entries)
    assert {e.seq for e in entries if not e.undoes and e.seq not in gone} == set(done)


def test_every_command_says_its_word_and_what_it_rests_on_exists() -> None:
    for each in COMMANDS.values():
        assert each.word
        assert each.rests_on <= COMMANDS.keys()
    assert command("不认识").fixed == ""


def _granted(**changes: object) -> MonthException:
    values = {
        "id": 1, "month": OCTOBER, "park": "海淀园", "subject": Subject.SUBMISSIONS, "person": "王", "reason": "补",
        "granted_by": "张", "granted_at": "", "expires_on": TODAY,
    }  # fmt: skip
    return MonthException(**(values | changes))  # type: ignore[arg-type]  # each under its own field's name


@pytest.mark.parametrize(
    ("touch", "who", "day", "through"),
    [
        (Touch(OCTOBER, Subject.SUBMISSIONS, "海淀园"), "王", TODAY, True),
        (Touch(OCTOBER, Subject.SUBMISSIONS, "昌平园"), "王", TODAY, False),
        (Touch(OCTOBER, Subject.TIERS, "海淀园"), "王", TODAY, False),
        (Touch(OCTOBER, Subject.SUBMISSIONS, "海淀园"), "李", TODAY, False),
        (Touch(OCTOBER, Subject.SUBMISSIONS, "海淀园"), "王", date(2026, 11, 7), False),
        (Touch(NOVEMBER, Subject.SUBMISSIONS, "海淀园"), "王", TODAY, True),  # November is open
    ],
)
def test_an_exception_reaches_as_far_as_it_says(touch: Touch, who: str, day: date, through: bool) -> None:
    states = {OCTOBER: MonthState.LOCKED}
    if through:
        used = let_through([touch], states, [_granted()], who=who, day=day)
        assert used == ({1} if touch.month == OCTOBER else set())
    else:
        with pytest.raises(Refused, match="2026-10 已锁定"):
            let_through([touch], states, [_granted()], who=who, day=day)


def test_an_ended_exception_holds_no_more() -> None:
    assert _granted().holds_on(TODAY)
    assert not _granted(ended_at="2026-11-06T09:00:00+08:00").holds_on(TODAY)


def test_a_closed_month_stops_what_parks_report_and_lets_the_rest_through() -> None:
    closed = {OCTOBER: MonthState.CLOSED}
    assert let_through([Touch(OCTOBER, Subject.SETTLEMENT)], closed, [], who="张", day=TODAY) == frozenset()
    with pytest.raises(Refused, match="重新开放"):
        let_through([Touch(OCTOBER, Subject.STANDINGS, "海淀园")], closed, [], who="张", day=TODAY)


def test_a_month_goes_from_open_over_closed_to_locked_and_never_back_from_there() -> None:
    require_step(OCTOBER, MonthState.OPEN, MonthState.LOCKED, "")
    require_step(OCTOBER, MonthState.CLOSED, MonthState.OPEN, "补报")
    for old, new, reason in (
        (MonthState.LOCKED, MonthState.OPEN, "x"),
        (MonthState.LOCKED, MonthState.CLOSED, "x"),
        (MonthState.CLOSED, MonthState.OPEN, " "),
        (MonthState.OPEN, MonthState.OPEN, "x"),
    ):
        with pytest.raises(Refused):
            require_step(OCTOBER, old, new, reason)
