"""Files of a case: added with what they are, listed, and opened as a copy; and the events of a case after it has landed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from PySide6.QtWidgets import QFrame, QWidget

from zgc_desktop.domain.case_events import (
    ATTACHED,
    CLOSED,
    GROUNDS,
    GROUNDS_NEEDED,
    KIND_WORDS,
    REREGISTERED,
    RETURNED,
    SPLIT,
    CaseEvent,
)
from zgc_desktop.domain.moves import MoveCase
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, day_of, days_fault
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import box, col, row

NO_GROUND = "—"
EVENTS = {KIND_WORDS[kind]: kind for kind in (RETURNED, REREGISTERED, SPLIT, CLOSED)}
DETAIL = {
    RETURNED: "",
    REREGISTERED: "再设企业的信用代码",
    SPLIT: "各企业的代码与比例，如 代码=0.6 代码=0.4",
    CLOSED: "办结理由",
}


def attach(parent: QWidget, number: str, files: Sequence[Path], on: Callable[[Path, str], object]) -> Ask:
    """What each file is, its name editable before anything is kept; ``on`` takes file and description, one call a file."""
    fields = tuple(
        Field(str(n), tr("{name} 是什么", name=f.name), f.stem, hint=tr("如 前三年税收证明"), required=True)
        for n, f in enumerate(files)
    )

    def taken(a: Answers) -> None:
        for n, file in enumerate(files):
            on(file, a[str(n)])

    said = tr("文件按内容存档，此后不变；原处的文件不受影响。")
    dialog = Ask(parent, tr("附 {n} 个文件到 {case}", n=len(files), case=number), said, fields, taken)
    dialog.open()
    return dialog


def event(parent: QWidget, case: MoveCase, on: Callable[[CaseEvent], object]) -> Ask:
    """An event after landing: returned, registered anew, split, closed; effective as adjustments, never backwards."""

    def made(a: Answers) -> CaseEvent:
        kind, day = EVENTS[a["kind"]], day_of(a["day"]) or date.min
        return CaseEvent(
            case.id,
            day,
            kind,
            a["source"],
            new_company=a["detail"] if kind == REREGISTERED else "",
            parts=parts_of(a["detail"]) if kind == SPLIT else (),
            note=a["detail"] if kind == CLOSED else "",
            grounds=_grounds(a) if kind == REREGISTERED else (),
        )

    def check(a: Answers) -> str:
        kind = EVENTS[a["kind"]]
        if DETAIL[kind] and not a["detail"]:
            return tr("还缺：{what}", what=tr(DETAIL[kind]))
        if kind == REREGISTERED and len(_grounds(a)) < GROUNDS_NEEDED:
            return tr("注销再设须选两项不同的连续性依据")
        if kind == SPLIT and not parts_of(a["detail"]):
            return tr("分立写作 代码=0.6 代码=0.4")
        return days_fault(a, {"day": tr("发生日")})

    fields: tuple[Field | tuple[Field, ...], ...] = (
        (Field("kind", tr("事件"), choices=tuple(EVENTS)), Field("day", tr("发生日"), hint="2026-10-15", required=True)),
        Field("detail", tr("细节（注销再设：新代码；分立：代码=比例；办结：理由）")),
        (
            Field("ground1", tr("连续性依据一（注销再设）"), choices=(NO_GROUND, *GROUNDS)),
            Field("ground2", tr("连续性依据二"), choices=(NO_GROUND, *GROUNDS)),
        ),
        Field("source", tr("依据（文书名称与页码）"), required=True),
    )
    said = tr("事件自发生日起影响分享，已结的月份不重写，差额走调账。")
    dialog = Ask(parent, tr("登记 {case} 事件", case=case.id), said, fields, lambda a: on(made(a)), check=check)
    dialog.open()
    return dialog


def _grounds(a: Answers) -> tuple[str, ...]:
    """The different grounds chosen."""
    return tuple(dict.fromkeys(g for g in (a["ground1"], a["ground2"]) if g != NO_GROUND))


def parts_of(text: str) -> tuple[tuple[str, Fraction], ...]:
    """``代码=0.6 代码=0.4`` as companies and shares; empty where it is not written so."""
    found = []
    for part in text.replace("，", " ").replace("、", " ").replace("；", " ").split():
        code, equals, share = part.partition("=")
        try:
            found.append((code.strip(), Fraction(share)))
        except (ValueError, ZeroDivisionError):
            return ()
        if not equals:
            return ()
    return tuple(found)


def files_body(events: Sequence[CaseEvent], open_file: Callable[[CaseEvent], object]) -> QFrame:
    """The attachments of a case for the drawer, newest first: what, when, who, and a link that opens a copy."""
    lines = []
    for kept in reversed([e for e in events if e.kind == ATTACHED]):
        line = row((ElidedLabel(kept.source), 1), button(tr("打开"), _opener(kept, open_file), role="link"), gap=8)
        about = label(tr("{day}　{who}", day=kept.on, who=kept.recorded_by), "note")
        lines.append(box(col(line, about, gap=2, margins=(16, 6, 16, 6))))
    if not lines:
        nothing = label(tr("还没有附件。把文件拖到卡片上，或点“加附件…”。"), "sub", wrap=True)
        lines.append(box(row(nothing, margins=(16, 12, 16, 12))))
    return box(col(*lines, None, gap=0, margins=(0, 6, 0, 6)))


def _opener(kept: CaseEvent, open_file: Callable[[CaseEvent], object]) -> Callable[[], object]:
    return lambda: open_file(kept)
