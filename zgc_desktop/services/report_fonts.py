"""公文字体: whether the month's report is set in the bundled fonts or in the system's own, and what of them is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from db.queries.settings import setting
from db.settings import put_setting
from reports import system_fonts
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import FontFile
from zgc_desktop.services.context import AppContext, one_command

Choice: TypeAlias = Literal["bundled", "system"]
NAMES: Final = {"bundled": "随附字体", "system": "系统公文字体"}
_KEY: Final = "report.fonts"
_INSTEAD: Final = {"小标宋": "Noto Serif SC Bold", "宋体": "Noto Serif SC", "仿宋": "Noto Serif SC", "楷体": "Noto Serif SC",
                   "黑体": "Noto Sans SC Bold", "补字": ""}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FontState:
    """One letter of 公文 on this machine: the system's font for it, the file names looked for, and what stands in."""

    letter: str
    family: str
    """Empty where the system has none that can be embedded."""
    file: str
    looked_for: tuple[str, ...]
    instead: str

    @property
    def sentence(self) -> str:
        """``仿宋：FangSong（simfang.ttf）`` or what is missing and what is printed in its place."""
        if self.file:
            return f"{self.letter}：{self.family}（{self.file}）"
        if not self.instead:
            return f"系统没有{self.letter}用的字体（找过 {'、'.join(self.looked_for)}），随附字体没有的字会拒绝排印。"
        return f"系统没有可用的{self.letter}（找过 {'、'.join(self.looked_for)}），以随附的 {self.instead} 代替。"


def chosen(ctx: AppContext) -> Choice:
    """What the workspace is set to; the bundled fonts until somebody decides."""
    with ctx.store.read() as connection:
        return "system" if setting(connection, _KEY) == "system" else "bundled"


@one_command("fonts")
def choose(ctx: AppContext, choice: str) -> ChangeSummary | None:
    """Set the workspace's choice; published months keep the fonts they were published in. Refused for an unknown choice."""
    wanted = known(choice)
    with ctx.store.write("fonts", ctx.who, ctx.now()) as unit:
        put_setting(unit, _KEY, wanted)
        unit.say(f"公文字体改用{NAMES[wanted]}", subjects={"reports", "settings"})
    return unit.summary


def known(choice: str) -> Choice:
    """The choice a text names. Refused when it is none."""
    for name in get_args(Choice):
        if choice == name:
            return "system" if name == "system" else "bundled"
    raise Refused(f"“{choice}”不是公文字体的选项", advice="可用：bundled（随附字体）、system（系统公文字体）")


def states() -> tuple[FontState, ...]:
    """The letters of 公文 on this machine, and the font for rare characters."""
    found = system_fonts.find(system_fonts.folders())
    return tuple(FontState(f.letter, f.family, f.file, system_fonts.WANTED[f.letter], _INSTEAD[f.letter]) for f in found)


def fonts_of(ctx: AppContext, choice: str = "") -> tuple[FontFile, ...]:
    """The fonts a document made now is set in, by the choice given or the workspace's; empty = the bundled ones."""
    wanted = known(choice) if choice else chosen(ctx)
    return system_fonts.find(system_fonts.folders()) if wanted == "system" else ()
