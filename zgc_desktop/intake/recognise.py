"""Which park and which month a file is for, and what decided it: the meta sheet, a title line, a sheet, the file name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from zgc_desktop.domain.issues import Issue, found
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import Recognised
from zgc_desktop.intake.raw import RawSheet

META_SHEET: Final = "_meta"
_CHINESE_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_MONTHS: Final = {"十二": "12", "十一": "11", "十": "10"}
_RANGE: Final = re.compile(r"(20\d\d)年\d{1,2}月?(?:-|—|–|~|至|到)(1[0-2]|0?[1-9])月")
_MONTHS: Final = (
    re.compile(r"(?<!\d)(20\d\d)年度?(1[0-2]|0?[1-9])月"),
    re.compile(r"(?<!\d)(20\d\d)[-./_](1[0-2]|0?[1-9])(?!\d)"),
    re.compile(r"(?<!\d)(20\d\d)(1[0-2]|0[1-9])(?!\d)"),
)


def month_in_text(text: str) -> Month | None:
    """Return the month a text names with its year, or None; of a range (1—10月) its last month."""
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    if "年" in folded:
        for word, digits in _CHINESE_MONTHS.items():
            folded = folded.replace(f"年{word}月", f"年{digits}月")
        folded = re.sub(r"[〇○零一二三四五六七八九]{1,4}(?=[年月])", lambda m: m[0].translate(_CHINESE_DIGITS), folded)
    for pattern in (_RANGE, *_MONTHS):
        if hit := pattern.search(folded):
            return Month(int(hit[1]), int(hit[2]))
    return None


def meta_values(sheets: Iterable[RawSheet]) -> dict[str, str]:
    """Return the name–value pairs of the template's hidden sheet; empty when the file has none."""
    for sheet in sheets:
        if sheet.name.strip().lower() == META_SHEET and sheet.width >= 2:
            return {
                str(name).strip(): str(value).strip()
                for name, value in zip(sheet.columns[0], sheet.columns[1], strict=True)
                if name != "" and value != ""
            }
    return {}


def declares_no_change(sheets: Iterable[RawSheet]) -> bool:
    """Whether the template's cover declares 本月无变动. An empty cell declares nothing."""
    for sheet in sheets:
        if sheet.name.strip() == "封面" and sheet.width >= 2:
            return any(
                str(name).strip() == "本月无变动" and str(value).strip() == "是"
                for name, value in zip(sheet.columns[0], sheet.columns[1], strict=True)
            )
    return False


def _evidence(
    meta: str, titles: Sequence[tuple[str, str]], sheet_names: Sequence[str], file_name: str
) -> Iterator[tuple[str, str]]:
    """(what, text) in the order in which it decides."""
    if meta:
        yield "模板标记", meta
    for sheet_name, title in titles:
        yield f"工作表“{sheet_name}”的标题行", title
    for name in sheet_names:
        yield "工作表名", name
    yield "文件名", file_name


def recognise_park(
    park_in_text: Callable[[str], str | None],
    meta: dict[str, str],
    titles: Sequence[tuple[str, str]],
    sheet_names: Sequence[str],
    file_name: str,
) -> tuple[Recognised | None, list[Issue]]:
    """Return the park (or None) with what decided it, and what is doubtful about it."""
    hits = [
        (park, what, text)
        for what, text in _evidence(meta.get("park", ""), titles, sheet_names, file_name)
        if (park := park_in_text(text))
    ]
    if not hits:
        return None, [found("F-PARK", file=file_name, reason="标题、工作表与文件名中都没有分园名称")]
    park, what, text = hits[0]
    other = next((h for h in hits if h[0] != park and h[1] in ("文件名", "模板标记")), None)
    issues = []
    if other:
        issues.append(found("F-CONFLICT", file=file_name, first=f"{what}为{park}", second=f"{other[1]}为{other[0]}"))
    return Recognised(park, f"{what}：{text}"), issues


def recognise_month(
    meta: dict[str, str],
    titles: Sequence[tuple[str, str]],
    sheet_names: Sequence[str],
    file_name: str,
    wanted: Month | None,
) -> tuple[Recognised | None, list[Issue]]:
    """Return the month (or None) with what decided it, and what is doubtful: none found, or not the one asked for."""
    hits = [
        (month, what, text)
        for what, text in _evidence(meta.get("month", ""), titles, sheet_names, file_name)
        if (month := month_in_text(text))
    ]
    if not hits:
        if wanted:
            return Recognised(str(wanted), "接收时指定"), []
        return None, [found("F-MONTH", file=file_name, reason="标题、工作表与文件名中都没有年月")]
    month, what, text = hits[0]
    issues = []
    other = next((h for h in hits if h[0] != month and h[1] == "文件名"), None)
    if other:
        issues.append(
            found("F-CONFLICT", file=file_name, first=f"{what}为 {month.label}", second=f"{other[1]}为 {other[0].label}")
        )
    if wanted and wanted != month:
        issues.append(found("F-MONTH-DIFF", file=file_name, found=str(month), wanted=str(wanted)))
    return Recognised(str(month), f"{what}：{text}"), issues
