"""设置 of a workspace: defaults of ours until somebody decides, then journalled; preferences of a user beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from zgc_desktop import preferences
from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settings import OfficeSettings
from zgc_desktop.paths import default_workspace
from zgc_desktop.services import desk, reminders, settings, settle
from zgc_desktop.services.context import AppContext


@pytest.fixture
def desk_ctx(tmp_path: Path) -> AppContext:
    return open_workspace(tmp_path / "办公室", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))


def test_until_somebody_decides_the_defaults_hold(desk_ctx: AppContext) -> None:
    assert settings.current(desk_ctx) == OfficeSettings()
    assert settings.cutoff_of(desk_ctx, Month(2026, 10)) == date(2026, 11, 9)  # the 8th is a Sunday


def test_a_changed_cut_off_day_moves_every_deadline_and_is_journalled(desk_ctx: AppContext) -> None:
    summary = settings.change(desk_ctx, OfficeSettings(cutoff_day=10), reason="通知第2号")
    assert summary is not None
    assert summary.sentence == "改设置：报送截止日 8 → 10"
    assert desk.view(desk_ctx, Month(2026, 10)).cutoff == date(2026, 11, 10)
    assert reminders.expected(desk_ctx, [Month(2026, 10)])[0].cutoff == date(2026, 11, 10)
    assert settings.cutoff_of(desk_ctx, Month(2026, 9)) == date(2026, 10, 8)  # reported under the day of its time
    assert settings.change(desk_ctx, OfficeSettings(cutoff_day=10)) is None
    assert desk_ctx.store.problems() == []


def test_the_chosen_sharing_rule_is_the_one_a_trial_runs_on(desk_ctx: AppContext) -> None:
    settings.change(desk_ctx, OfficeSettings(sharing_rule="zibo-2022"))
    assert settle.compute(desk_ctx, Month(2026, 10)).rule.key == "zibo-2022"
    assert settle.compute(desk_ctx, Month(2026, 10), rule_key="jjj-2015").rule.key == "jjj-2015"


def test_what_cannot_be_is_refused_and_nothing_changes(desk_ctx: AppContext, tmp_path: Path) -> None:
    now = settings.current(desk_ctx)
    for bad in (
        replace(now, cutoff_day=31),
        replace(now, sharing_rule="beijing"),
        replace(now, backup_folder=str(tmp_path / "没有")),
        replace(now, backup_folder=str(desk_ctx.paths.backups)),
    ):
        with pytest.raises(Refused):
            settings.change(desk_ctx, bad)
    assert settings.current(desk_ctx) == now


def test_who_sits_here_and_which_workspace_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert preferences.load() == preferences.Preferences()
    preferences.save(preferences.Preferences("李", str(tmp_path / "台账")))
    assert preferences.load().who == "李"
    assert default_workspace() == tmp_path / "台账"
    preferences.path().write_text("[broken", encoding="utf-8")
    assert preferences.load() == preferences.Preferences()
