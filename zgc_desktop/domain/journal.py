"""The journal (操作记录) as data: what each command may touch, which entries hold now, and what rests on what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from zgc_desktop.domain.periods import Month


class Scope(Enum):
    """What a command's rows belong to: decides whether a closed month refuses it and whether it is a step of its own."""

    MONTH = "一个月的数据"
    OFFICE = "不属于某个月"
    OUTPUT = "只留下文件，不改数据"
    NOTED = "只记下做过，不是一步操作"
    FOLLOWS = "随别的操作自动发生"
    RULES_MONTHS = "开放、关闭、锁定月份"


@dataclass(frozen=True, slots=True)
class Command:
    """A journalled command: its Chinese word, its scope, why it is never undone ("" = it can be), what it was made from.

    ``rests_on`` names the commands whose outcome for the same month this one used although it shares no row with them.
    """

    name: str
    word: str
    scope: Scope
    fixed: str = ""
    rests_on: frozenset[str] = frozenset()


_STANDING: Final = frozenset(
    {"accept", "correct", "return", "case-land", "case-event", "case-boundary", "case-describe", "identity"}
)
_BASES: Final = frozenset({"case-base", "case-open", "decide"})
_POSTED: Final = frozenset({"settlement-adjust", "settlement-adjust-undo"})
_TRIAL: Final = frozenset({"settle"})
_KEPT: Final = "请登记调账或更正，原记录不删"

COMMANDS: Final[Mapping[str, Command]] = {
    c.name: c
    for c in (
        Command("receive", "接收", Scope.MONTH),
        Command("accept", "接受", Scope.MONTH),
        Command("return", "退回", Scope.MONTH),
        Command("void", "作废版本", Scope.MONTH),
        Command("correct", "更正", Scope.MONTH),
        Command("decide", "处理问题", Scope.MONTH),
        Command("declare", "登记报送说明", Scope.MONTH),
        Command("reconcile", "比对", Scope.FOLLOWS),
        Command("map", "指定列", Scope.OFFICE),
        Command("checks", "校验开关", Scope.OFFICE),
        Command("identity", "身份核对", Scope.MONTH),
        Command("watch", "关注", Scope.OFFICE),
        Command("watch-end", "取消关注", Scope.OFFICE),
        Command("agenda", "列入题单", Scope.OFFICE),
        Command("agenda-off", "撤下题单", Scope.OFFICE),
        Command("agenda-order", "题单次序", Scope.OFFICE),
        Command("case-open", "立案", Scope.OFFICE),
        Command("case-describe", "补充案情", Scope.MONTH),
        Command("case-base", "登记基数", Scope.OFFICE),
        Command("case-land", "落地", Scope.MONTH),
        Command("case-advance", "推进案件", Scope.OFFICE),
        Command("case-position", "登记意见", Scope.OFFICE),
        Command("case-silence", "登记未答复", Scope.OFFICE),
        Command("case-event", "登记落地后变化", Scope.MONTH),
        Command("case-attach", "附件", Scope.OFFICE),
        Command("case-boundary", "边界调整", Scope.MONTH),
        Command("settle", "试算", Scope.MONTH, rests_on=_STANDING | _BASES | _POSTED),
        Command("settlement-confirm", "确认分享", Scope.MONTH, rests_on=_TRIAL),
        Command("settlement-difference", "登记差异", Scope.MONTH, rests_on=_TRIAL),
        Command("settlement-resolve", "处理差异", Scope.MONTH, rests_on=_TRIAL),
        Command("settlement-ruling", "裁定未报", Scope.MONTH, rests_on=_TRIAL),
        Command("settlement-adjust", "登记调整分录", Scope.MONTH),
        Command("settlement-adjust-undo", "撤回调整分录", Scope.MONTH),
        Command("settlement-discard", "撤去试算", Scope.MONTH, rests_on=_TRIAL),
        Command("settlement-lock", "锁定结算", Scope.MONTH, f"结算已锁定，不再改写；{_KEPT}", _TRIAL),
        Command("recognise", "认定", Scope.OFFICE),
        Command("tier-opinion", "园方意见", Scope.MONTH, rests_on=_STANDING),
        Command("tier-decide", "梯队决定", Scope.MONTH, rests_on=_STANDING | {"recognise"}),
        Command("tier-take-back", "撤回梯队决定", Scope.MONTH),
        Command("cluster-rule", "归属规则", Scope.MONTH),
        Command("cluster-rule-undo", "撤回归属规则", Scope.MONTH),
        Command("cluster-assign", "人工归属", Scope.MONTH),
        Command("cluster-choice-undo", "撤回人工归属", Scope.MONTH),
        Command("cluster-room", "登记可用空间", Scope.MONTH),
        Command("wish", "登记意向", Scope.OFFICE),
        Command("wish-undo", "撤回意向", Scope.OFFICE),
        Command("match-pin", "固定或禁止", Scope.OFFICE),
        Command("pin-undo", "撤回固定或禁止", Scope.OFFICE),
        Command("match-lead", "供需转线索", Scope.MONTH, rests_on=frozenset({"wish", "cluster-room"})),
        Command("lead-undo", "撤回供需线索", Scope.MONTH),
        Command("words", "改写月报文字", Scope.MONTH),
        Command("matter", "问题与建议", Scope.MONTH),
        Command("errata", "勘误原因", Scope.OFFICE),
        Command("fonts", "报告字体", Scope.OFFICE),
        Command("settings", "设置", Scope.OFFICE),
        Command("restore", "恢复备份", Scope.OFFICE, "请用“撤销恢复”"),
        Command("encrypt", "加密", Scope.OFFICE, "请用“解除加密”或“更换密码”"),
        Command("relocate", "搬迁", Scope.NOTED, "请用 zgc move --stay 继续使用这一份"),
        Command("rules-share", "本办规则", Scope.OFFICE),
        Command("take-over", "接管写入", Scope.NOTED, "这只是记下谁在写"),
        Command("report", "输出月报", Scope.NOTED, "已输出的文件收不回来"),
        Command("sign", "签名", Scope.OUTPUT, "已签名的文件收不回来"),
        Command("publish", "发布", Scope.OUTPUT, "月报已发布，不再改写；更正列入下一期勘误", _STANDING | {"settle", "words"}),
        Command("month-open", "开放月份", Scope.RULES_MONTHS, "请用“关闭月份”"),
        Command("month-close", "关闭月份", Scope.RULES_MONTHS, "请用“开放月份”"),
        Command("month-lock", "锁定月份", Scope.RULES_MONTHS, "锁定不撤销；确需改动请登记例外"),
        Command("month-exception", "登记例外", Scope.RULES_MONTHS, "请结束这条例外"),
        Command("month-exception-end", "结束例外", Scope.RULES_MONTHS, "请另行登记例外"),
        Command("standard", "准入标准", Scope.OFFICE),
        Command("standard-end", "停用准入标准", Scope.OFFICE),
        Command("standard-undo", "撤回准入标准", Scope.OFFICE),
        Command("assess", "评价", Scope.OFFICE),
        Command("level", "评价等级", Scope.OFFICE),
        Command("exit-notice", "退出通知", Scope.OFFICE),
        Command("exit-outcome", "退出结果", Scope.OFFICE),
        Command("land-plot", "登记地块", Scope.OFFICE),
        Command("land-link", "关联地块", Scope.OFFICE),
        Command("body", "议事机构", Scope.OFFICE),
        Command("body-member", "机构成员", Scope.OFFICE),
        Command("resolution", "议定事项", Scope.OFFICE),
        Command("task", "交办事项", Scope.OFFICE),
        Command("task-done", "办结事项", Scope.OFFICE),
        Command("project", "登记项目", Scope.OFFICE),
        Command("project-ask", "征求意见", Scope.OFFICE),
        Command("project-condition", "项目条件", Scope.OFFICE),
        Command("project-found", "项目落地企业", Scope.OFFICE),
        Command("project-meeting", "项目上会", Scope.OFFICE),
        Command("project-opinion", "项目意见", Scope.OFFICE),
        Command("project-promise", "项目承诺", Scope.OFFICE),
        Command("project-step", "推进项目", Scope.OFFICE),
        Command("fund", "登记资金", Scope.OFFICE),
        Command("fund-grant", "资金拨付", Scope.OFFICE),
        Command("register", "登记台账", Scope.OFFICE),
        Command("register-undo", "撤回台账登记", Scope.OFFICE),
        Command("outside-open", "外省市案件立案", Scope.OFFICE),
        Command("outside-describe", "补充外省市案情", Scope.OFFICE),
        Command("outside-step", "推进外省市案件", Scope.OFFICE),
        Command("outside-figure", "登记外省市案件税收", Scope.OFFICE),
        Command("profile", "选择用途", Scope.OFFICE),
        Command("exchange-key", "生成密钥", Scope.OFFICE, "密钥可能已在用；请另行生成"),
        Command("exchange-trust", "登记公钥", Scope.OFFICE),
        Command("exchange-send", "发出交换包", Scope.OUTPUT, "已发出的包收不回来；请发更正"),
        Command("exchange-receive", "收交换包", Scope.OFFICE),
        Command("exchange-reply", "收对账回复", Scope.MONTH, rests_on=_TRIAL),
        Command("exchange-rules", "收规则包", Scope.OFFICE, "规则文件已经换过；请收市级下一个规则包"),
        Command("exchange-slip", "填写案卷", Scope.OFFICE),
        Command("undo", "撤销", Scope.MONTH),
        Command("redo", "重做", Scope.MONTH),
        Command("year-ends", "年末数", Scope.NOTED, "这是升级时算出的合计，不是一步操作"),
        Command("baseline", "核对起点", Scope.OFFICE, "这是升级时记下的起点，不是一步操作"),
    )
}

ANY: Final = Command("", "操作", Scope.OFFICE)
"""What is taken for a command of an older or newer program."""


def command(name: str) -> Command:
    """The declaration of a command; ``ANY`` for one this program does not know."""
    return COMMANDS.get(name, ANY)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: who, when, what, why, and which earlier entries it takes back (``undoes``)."""

    seq: int
    at: str
    who: str
    command: str
    sentence: str
    reason: str = ""
    months: tuple[Month, ...] = ()
    subjects: tuple[str, ...] = ()
    undoes: tuple[int, ...] = ()
    exceptions: tuple[int, ...] = ()
    """Exceptions of a closed or locked month it went through."""
    hash: str = ""
    kept: bool = True
    """Whether its rows were kept with it (an older program did not)."""

    @property
    def automatic(self) -> bool:
        """Whether it happened by itself after another entry, so that nobody calls it a step."""
        return command(self.command).scope is Scope.FOLLOWS

    @property
    def is_step(self) -> bool:
        """Whether it is something a person did, neither an undo nor a follow-up nor a mere output."""
        return not self.undoes and command(self.command).scope not in (Scope.FOLLOWS, Scope.NOTED)


def taken_back(entries: Iterable[Entry]) -> dict[int, int]:
    """Which entries no longer hold, each with the entry that took it back.

    Read from the newest down: an undo that was itself taken back (重做) takes nothing back.
    """
    gone: dict[int, int] = {}
    for entry in sorted(entries, key=lambda e: -e.seq):
        if entry.seq not in gone:
            gone |= dict.fromkeys(entry.undoes, entry.seq)
    return gone


def origins(entry: Entry, by_seq: Mapping[int, Entry]) -> frozenset[int]:
    """The steps an entry is about in the end: itself, or what an undo or redo took back or brought back."""
    if not entry.undoes:
        return frozenset({entry.seq})
    return frozenset(n for seq in entry.undoes for n in (origins(by_seq[seq], by_seq) if seq in by_seq else {seq}))


def holders(entries: Sequence[Entry]) -> dict[int, int]:
    """For every step the newest entry that holds and is about it.

    Where the step is in force, that entry carries its rows (itself or a redo); where it is undone, that entry undid it.
    """
    by_seq = {e.seq: e for e in entries}
    gone = taken_back(entries)
    found: dict[int, int] = {}
    for entry in sorted(entries, key=lambda e: e.seq):
        if entry.seq not in gone:
            found |= dict.fromkeys(origins(entry, by_seq), entry.seq)
    return found


def standing_after(entries: Sequence[Entry], seq: int) -> tuple[Entry, ...]:
    """The entries after ``seq`` that changed something which still holds, oldest first.

    A step and the undo that took it back, both after ``seq``, cancel each other and are left out.
    """
    gone = taken_back(entries)
    later = [e for e in entries if e.seq > seq and e.seq not in gone]
    return tuple(sorted((e for e in later if not e.undoes or any(n <= seq for n in e.undoes)), key=lambda e: e.seq))


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the history panel: an entry a person made, whether it holds, and why it cannot be undone if so."""

    entry: Entry
    undone_by: int | None = None
    why_fixed: str = ""

    @property
    def seq(self) -> int:
        return self.entry.seq

    @property
    def done(self) -> bool:
        """Whether it holds now."""
        return self.undone_by is None

    @property
    def state(self) -> str:
        """有效, 已撤销, or 不可撤销."""
        return "已撤销" if not self.done else "不可撤销" if self.why_fixed else "有效"


@dataclass(frozen=True, slots=True)
class Possible:
    """Whether a step can be undone or redone now: what rests on it, or why not at all."""

    step: Step | None
    rests: tuple[Step, ...] = ()
    """Later steps that rest on it, oldest first: they would have to be undone with it."""
    why_not: str = ""

    @property
    def possible(self) -> bool:
        """Whether it can be done alone."""
        return self.step is not None and not self.rests and not self.why_not

    @property
    def together(self) -> bool:
        """Whether it can be done together with what rests on it."""
        return self.step is not None and not self.why_not and not any(s.why_fixed for s in self.rests)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an audit found wrong: the entry it concerns (None = the database as a whole) and a sentence."""

    seq: int | None
    sentence: str
    table: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """What ``zgc audit verify`` looked at and found. ``head`` is the hash to keep outside: it fixes everything before it."""

    entries: int
    head: str
    findings: tuple[Finding, ...]
    rows: int = 0
    unproved: tuple[str, ...] = field(default_factory=tuple)
    """What could not be checked (entries of an older program), as sentences."""
    files: int = 0
    """Archived files, each held against its SHA-256."""

    @property
    def sound(self) -> bool:
        return not self.findings
