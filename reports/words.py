"""The words around figures: 未报 and —, changes against last month and last year, scope notes."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.money import Fen, wan, yuan
from zgc_desktop.domain.monthly import HECTARES, KeyFigure, MonthlyDocument
from zgc_desktop.domain.monthly_codes import figures
from zgc_desktop.domain.percent import percent as exact_percent

NOT_REPORTED: Final = "未报"
"""The park's figure has not come: it is in no total and it is not zero."""
NONE: Final = "—"
"""Nothing there to report."""

TITLE: Final = "中关村示范区一区多园统筹协调月报"
DRAFT: Final = "草稿"


def document_title(doc: MonthlyDocument) -> str:
    """Title, month and issue on one line, as the file's own title."""
    return f"{TITLE}（{doc.month.label}，第{doc.issue_number}期）"


def fingerprint(doc: MonthlyDocument) -> str:
    """The first sixteen characters of the document's fingerprint: enough to compare by eye; the files' properties hold all."""
    return doc.fingerprint[:16]


def journal_mark(doc: MonthlyDocument) -> str:
    """Where the journal stood when the month was published, as an audit asks for it."""
    return f"{doc.journal_head}（末条序号与校验值，审计核对用）"


def count_or_missing(value: int | None) -> str:
    """A count, or 未报."""
    return NOT_REPORTED if value is None else f"{value:,}"


def count_or_none(value: int) -> str:
    """A count, or — where nothing happened."""
    return f"{value:,}" if value else NONE


def wan_or_missing(value: Fen | None) -> str:
    """万元 with two decimals, or 未报."""
    return NOT_REPORTED if value is None else wan(value)


def yuan_or_none(value: Fen | None) -> str:
    """元 to the 分, or — where the rule or the month knows no such amount."""
    return NONE if value is None else yuan(value)


def percent(value: Fraction | None, places: int = 1) -> str:
    """A share as percent, halves up, or — where there is none."""
    return NONE if value is None else exact_percent(value, places)


def ratio_of_change(now: int | None, before: int | None) -> Fraction | None:
    """(now - before) / before, or None where either is missing or the base is zero."""
    return None if now is None or not before else Fraction(now - before, abs(before))


def change(now: int | None, before: int | None) -> str:
    """The change as a table writes it: ``+3.2%``, ``持平``, — without a figure, 基期为零 where nothing can be divided by."""
    if now is None or before is None:
        return NONE
    if before == 0:
        return "基期为零"
    ratio = ratio_of_change(now, before) or Fraction(0)
    return "持平" if now == before else f"{'+' if ratio > 0 else ''}{percent(ratio)}"


def key_figure_text(figure: KeyFigure, value: int | None) -> str:
    """One value of 要情 in its unit: money in 万元, areas in 公顷."""
    if value is None:
        return NONE
    if figure.unit == HECTARES:
        return print_area(value)
    return wan(value) if figure.unit == "分" else f"{value:,}"


def key_figure_unit(figure: KeyFigure) -> str:
    """The unit as printed: money kept in 分 is shown in 万元."""
    return "万元" if figure.unit == "分" else figure.unit


_LOOSE: Final = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[0-9])|(?<=[0-9%]) (?=[\u3000-\u9fff\uff00-\uffef])")


def tight(text: str) -> str:
    """The text without blanks between figures and Chinese characters: on a grid of 28 characters they look like holes."""
    return _LOOSE.sub("", text)


def chinese_date(day: date) -> str:
    """``2026年10月31日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def total_note(doc: MonthlyDocument) -> str:
    """What a total leaves out, as a note below a table: ``合计不含通州园（未报）。`` or empty."""
    return f"合计{doc.scope_note}。" if doc.scope_note else ""


def errata_note(doc: MonthlyDocument) -> str:
    """What stands above the corrections, or that there are none."""
    if not doc.errata:
        return "本期没有对已发布月报的更正。"
    issues = "、".join(f"{m.label}月报" for m in dict.fromkeys(e.issue for e in doc.errata))
    return f"更正{issues}共{len(doc.errata)}处；已发布的月报不改写，以本期所列为准。"


def font_words(doc: MonthlyDocument) -> str:
    """Which of the system's 公文 fonts the paper is set in, and which were missing when it was made."""
    there = "、".join(f"{f.letter}用{f.family}（{f.file}）" for f in doc.fonts if f.file)
    lacking = "、".join(f.letter for f in doc.fonts if not f.file and f.letter != "补字")
    return "；".join([*([there] if there else []), *([f"编制时系统缺{lacking}，以随附字体代替"] if lacking else [])]) + "。"


def code_notes(doc: MonthlyDocument) -> dict[str, str]:
    """How a figure of each table is named, by the codes of the last one that stands in it; tables without codes have none."""
    last = {f.table: f for f in figures(doc).values() if f.text not in (NONE, NOT_REPORTED)}
    return {table: f"数据编号如{f.code}或{f.short_code}，凭编号可查来源。" for table, f in last.items()}


def scope_lines(doc: MonthlyDocument) -> tuple[str, ...]:
    """口径: what counts, what is missing, in which unit."""
    reported = len(doc.parks) - len(doc.missing)
    missing = f"本期合计{doc.scope_note}。" if doc.scope_note else f"{len(doc.parks)}个分园的数据均已接受。"
    return (
        f"本期反映{doc.month.label}各分园报送并经市级接受的数据，应报{len(doc.parks)}个分园，计入{reported}个。{missing}",
        "企业以统一社会信用代码为准，同一代码只计一次；归属有争议的，暂按台账现属分园计，并在表中单列。",
        "税收为当月入库的地方级税收，均以分计算；以万元列示的保留两位小数，结算金额以元列示到分。",
        "“未报”指该分园数据尚未报送或尚未接受，不计入合计，也不作零；“—”指没有发生或不适用。",
        "环比与上月比，同比与上年同月比；基期为零的不计算增速。",
        "表下灰字为数据编号：表号·行·列，或表号·R行C列，行号印在表左，列按数字列自左数；凭编号可查每个数的算法与出处。",
    )
