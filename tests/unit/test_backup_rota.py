"""The rota of backups: what stays by day, week and month, and what nothing pushes out."""

from __future__ import annotations

from datetime import datetime, timedelta

from zgc_desktop.domain.backup_rota import DAILY, MONTHLY, RECENT, WEEKLY, BackupItem, surplus

END = datetime(2026, 11, 20, 18, 0)


def copy(at: datetime, name: str = "", *, pinned: bool = False) -> BackupItem:
    return BackupItem(name or f"{at:%Y%m%d-%H%M%S}-receive.db", at, "receive", 1, 1, "", "0007", pinned=pinned)


def kept(copies: list[BackupItem]) -> list[BackupItem]:
    gone = {c.name for c in surplus(copies)}
    return sorted((c for c in copies if c.name not in gone), key=lambda c: c.made_at, reverse=True)


def test_the_newest_stay_whatever_their_day() -> None:
    copies = [copy(END - timedelta(minutes=n)) for n in range(RECENT + 5)]
    assert len(kept(copies)) == RECENT
    assert kept(copies)[0].made_at == END


def test_two_years_of_hourly_work_leave_days_weeks_and_months() -> None:
    copies = [copy(END - timedelta(hours=n)) for n in range(0, 24 * 730, 2)]
    left = kept(copies)
    days, weeks = {c.made_at.date() for c in left}, {c.made_at.isocalendar()[:2] for c in left}
    months = {(c.made_at.year, c.made_at.month) for c in left}
    assert len(left) <= RECENT + DAILY + WEEKLY + MONTHLY
    assert (len(days) >= DAILY, len(weeks) >= WEEKLY, len(months)) == (True, True, MONTHLY)
    assert {(END - timedelta(days=n)).date() for n in range(DAILY)} <= days


def test_a_copy_of_a_restore_is_never_pushed_out() -> None:
    safety = copy(END - timedelta(days=900), "保全.db", pinned=True)
    copies = [safety, *(copy(END - timedelta(hours=n)) for n in range(2000))]
    assert safety in kept(copies)


def test_thinning_twice_removes_nothing_more() -> None:
    once = kept([copy(END - timedelta(hours=n)) for n in range(2000)])
    assert surplus(once) == ()
