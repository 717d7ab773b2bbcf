"""What an office sets for a workspace (设置): its name, the cut-off day, the sharing rule a trial runs on, where copies go."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month

CUTOFF_DAY: Final = 8
"""Default cut-off: this day of the next month, moved to the next working day (节假日顺延). No public rule fixes it."""
DEFAULT_SHARING_RULE: Final = "jjj-2015"
"""Beijing's own rule is not public; 财预〔2015〕92号 is the one shipped rule an office can start from, and says so."""
OFFICE: Final = "中关村示范区一区多园统筹协调办公室"
LAST_CUTOFF_DAY: Final = 28
NAMES: Final = {
    "office": "单位名称",
    "cutoff_day": "报送截止日",
    "sharing_rule": "默认分享规则",
    "backup_folder": "备份另存文件夹",
}


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The settings of one workspace; every field has a default of ours until somebody decides."""

    office: str = OFFICE
    cutoff_day: int = CUTOFF_DAY
    sharing_rule: str = DEFAULT_SHARING_RULE
    backup_folder: str = ""


def cutoff_day_on(told: str, month: Month) -> int:
    """The cut-off day of a month from what is kept (``2026-10:10,2027-01:8``): the newest decision at or before it.

    Earlier months keep the day they were reported under, so that a published month can be worked out again.
    """
    day = CUTOFF_DAY
    for part in filter(None, told.split(",")):
        since, _, value = part.partition(":")
        if Month.parse(since) <= month:
            day = int(value)
    return day


def with_cutoff_day(told: str, month: Month, day: int) -> str:
    """What is kept once ``day`` holds from ``month`` on; a decision for a later month falls away."""
    kept = [p for p in filter(None, told.split(",")) if Month.parse(p.partition(":")[0]) < month]
    return ",".join([*kept, f"{month}:{day}"])


def require_sound(settings: OfficeSettings, rules: Collection[str]) -> None:
    """Refused for a cut-off day no month has, or a sharing rule nobody shipped."""
    if not settings.office.strip():
        raise Refused("单位名称不能为空", why="月报、对账单都署编制单位")
    if not 1 <= settings.cutoff_day <= LAST_CUTOFF_DAY:
        raise Refused(f"报送截止日应在 1 到 {LAST_CUTOFF_DAY} 之间", why=f"现为 {settings.cutoff_day}")
    if settings.sharing_rule not in rules:
        raise Refused(f"“{settings.sharing_rule}”不能作默认分享规则", advice=f"可用：{'、'.join(rules)}")


def changes(before: OfficeSettings, after: OfficeSettings) -> tuple[tuple[str, str, str], ...]:
    """(name, before, after) of every setting that differs, in words."""
    pairs = [(NAMES[f.name], str(getattr(before, f.name)), str(getattr(after, f.name))) for f in fields(before)]
    return tuple((name, old or "空", new or "空") for name, old, new in pairs if old != new)
