"""Words of the month's report (报告文字): list what is generated, write a sentence in its place, take it back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.queries import reports
from db.reports import drop_words, put_words
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly_edits import SECTIONS, WrittenSentence, sentences, standing_at
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import monthly
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.month_report import document

MOST = 400
"""A sentence longer than this is a paragraph."""


@dataclass(frozen=True, slots=True)
class SentenceItem:
    """One sentence as the report will print it: generated or written by a person, with its stale numbers (old, now)."""

    section: str
    place: int
    """Counted from 1 within its section."""
    text: str
    generated: str
    edited: bool
    stale: tuple[tuple[str, str], ...] = ()


def listed(ctx: AppContext, month: Month) -> tuple[SentenceItem, ...]:
    """Every sentence of a month's report in order; the published words where the month is published."""
    doc = document(ctx, month)
    edits = {(e.section, e.place): e for e in doc.edited}
    made = []
    for section in SECTIONS:
        for place, text in enumerate(sentences(doc, section), start=1):
            edit = edits.get((section, place))
            made.append(
                SentenceItem(
                    section, place, text, edit.generated if edit else text, edit is not None, edit.stale if edit else ()
                )
            )
    return tuple(made)


@one_command("words")
def edit(ctx: AppContext, month: Month, section: str, place: int, text: str) -> ChangeSummary | None:
    """Write a sentence in place of the one at ``place`` (from 1). Refused where there is none or the month is published."""
    text = re.sub(r"\s*\n\s*", "", text.strip())
    if not text:
        raise Refused("改写的句子是空的", advice="不要这一句请改写为需要的文字；恢复原句用 zgc words reset")
    if len(text) > MOST:
        raise Refused(f"改写的句子有 {len(text)} 字", why=f"一句最多 {MOST} 字", advice="请分作几句或精简")
    item = _item(ctx, month, section, place)
    written = WrittenSentence(section, place - 1, item.generated, text, ctx.who, ctx.now())
    with ctx.store.write("words", ctx.who, ctx.now()) as unit:
        _not_published(ctx, month)
        put_words(unit, month, written)
        unit.say(f"改写 {month} 月报“{SECTIONS[section]}”第 {place} 句", subjects={"reports"}, months={month})
    return unit.summary


@one_command("words")
def reset(ctx: AppContext, month: Month, section: str, place: int) -> ChangeSummary | None:
    """Go back to the generated sentence at ``place``; None where nobody had written there."""
    _item(ctx, month, section, place)
    with ctx.store.read() as connection:
        kept = reports.words(connection, month)
    generated = sentences(monthly.document(ctx, month), section)
    mine = [w for w in kept if w.section == section and standing_at(w, generated) == place - 1]
    with ctx.store.write("words", ctx.who, ctx.now()) as unit:
        _not_published(ctx, month)
        for w in mine:
            drop_words(unit, month, section, w.place)
        unit.say(f"恢复 {month} 月报“{SECTIONS[section]}”第 {place} 句", subjects={"reports"}, months={month})
    return unit.summary


def _item(ctx: AppContext, month: Month, section: str, place: int) -> SentenceItem:
    if section not in SECTIONS:
        raise Refused(f"月报没有“{section}”这一节", advice="可用：" + "、".join(f"{k}（{v}）" for k, v in SECTIONS.items()))
    items = [item for item in listed(ctx, month) if item.section == section]
    if not 1 <= place <= len(items):
        raise Refused(
            f"“{SECTIONS[section]}”没有第 {place} 句", why=f"这一节共 {len(items)} 句", advice="用 zgc words list 查看"
        )
    return items[place - 1]


def _not_published(ctx: AppContext, month: Month) -> None:
    with ctx.store.read() as connection:
        if reports.publication(connection, month) is not None:
            raise Refused(f"{month} 月报已发布，文字不再改写", advice="更正列入下一期勘误")
