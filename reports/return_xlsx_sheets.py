"""The sheets a returned workbook adds to the park's own: 退回清单, 怎么改, 接受说明, 与上次对比, as sheet XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from reports.ooxml import attribute, text
from reports.ooxml_sheet import letters
from reports.ooxml_styles import Styles
from reports.sheets import GREY, HEAD, INK, INPUT
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.returns import DONE_HEADING, LIST_HEADINGS, REMARK_HEADING, ReturnItem, ReturnNotice

FILLS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "FBDAD5",
    Severity.WARNING: "FFE9B8",
    Severity.NOTICE: "DCE9FA",
}
LINES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "B0231B",
    Severity.WARNING: "B87400",
    Severity.NOTICE: "2F6DB5",
}
_WIDTHS: Final = (6, 7, 12, 9, 16, 26, 21, 16, 16, 44, 26, 18, 20, 30, 8, 10)
HEAD_ROW: Final = 10
"""Row of the list's headings."""

HOW: Final = (
    "只改标色的单元格：红色是错误，必须改；黄色是警告，改正或说明理由；蓝色是提示，请核对。",
    "不要删行、删列、插列，不要合并单元格，不要改表名和列名。",
    "确有理由不改的，在“00 退回清单”的“园方说明”一列写清；改好的在“已改”一列选“是”。",
    "改完后另存，文件名不变；“00 退回清单”请保留在文件里。",
    "发回前请对照清单逐项自查一遍，合计行与分项应当一致。",
    "在答复期限前发回市统筹办；整份发回，不要只发改过的几行。",
)


@dataclass(slots=True)
class _Page:
    """One sheet under way: rows of cells with their looks, widths, links."""

    namespace: str
    relation_namespace: str
    styles: Styles
    rows: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    number: int = 0

    def line(self, cells: Sequence[tuple[str, int]], *, height: int = 0) -> int:
        """Add a row of (text, look); returns its number. Looks come from ``styles`` or ``cell``."""
        self.number += 1
        made = [_cell(f"{letters(n)}{self.number}", words, look) for n, (words, look) in enumerate(cells, start=1)]
        tall = f' ht="{height}" customHeight="1"' if height else ""
        self.rows.append(f'<row r="{self.number}"{tall}>{"".join(made)}</row>')
        return self.number

    def cell(self, words: str, **look: object) -> tuple[str, int]:
        """A text with its look; what might be taken for a formula stays text even when somebody edits it."""
        return words, self.styles.look(quoted=words[:1] in ("=", "+", "-", "@"), **look)  # type: ignore[arg-type]

    def link(self, cell: str, sheet: str, target: str) -> None:
        """Make a cell a link to a cell of a sheet."""
        quoted = sheet.replace("'", "''")
        place = attribute(f"'{quoted}'!{target}")
        self.links.append(f'<hyperlink ref="{cell}" location="{place}" display="{attribute(target)}"/>')

    def xml(
        self, widths: Sequence[float], *, active: bool = False, freeze: int = 0, filtered: str = "", choices: str = "",
        merges: Sequence[str] = (),
    ) -> str:  # fmt: skip
        """The sheet's XML, elements in the order the format asks for."""
        corner = f"A{freeze + 1}"
        pane = (
            f'<pane ySplit="{freeze}" topLeftCell="{corner}" activePane="bottomLeft" state="frozen"/>'
            f'<selection pane="bottomLeft" activeCell="{corner}" sqref="{corner}"/>'
            if freeze
            else ""
        )
        chosen = ' tabSelected="1"' if active else ""
        columns = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(widths, start=1))
        merged = f'<mergeCells count="{len(merges)}">{"".join(f"<mergeCell ref={chr(34)}{m}{chr(34)}/>" for m in merges)}'
        listed = f"<formula1>{chr(34)}是,否{chr(34)}</formula1>"
        check = f'<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{choices}">{listed}</dataValidation>'
        return "".join(
            (
                '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
                f'<worksheet xmlns="{self.namespace}" xmlns:r="{self.relation_namespace}">',
                '<sheetPr><tabColor rgb="FFB0231B"/><pageSetUpPr fitToPage="1"/></sheetPr>',
                f'<sheetViews><sheetView showGridLines="0"{chosen} workbookViewId="0">{pane}</sheetView></sheetViews>',
                f'<sheetFormatPr defaultRowHeight="16"/><cols>{columns}</cols>',
                f"<sheetData>{''.join(self.rows)}</sheetData>",
                f'<autoFilter ref="{filtered}"/>' if filtered else "",
                f"{merged}</mergeCells>" if merges else "",
                f'<dataValidations count="1">{check}</dataValidations>' if choices else "",
                f"<hyperlinks>{''.join(self.links)}</hyperlinks>" if self.links else "",
                '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
                '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
                "</worksheet>",
            )
        )


def _height(values: Sequence[str], widths: Sequence[float]) -> int:
    """The height of a row whose texts wrap, in points: not every program makes rows fit when it opens a file."""
    lines = 1
    for value, width in zip(values, widths, strict=True):
        taken = sum(2 if ord(c) > 0x2E7F else 1.1 for c in value)
        lines = max(lines, ceil(taken / max(width - 1.5, 1)))
    return min(lines * 15 + 5, 400)


def _cell(place: str, words: str, look: int) -> str:
    if not words:
        return f'<c r="{place}" s="{look}"/>'
    return f'<c r="{place}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{text(words)}</t></is></c>'


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes the added sheets of one return in one workbook's own styles."""

    notice: ReturnNotice
    styles: Styles
    namespace: str
    relation_namespace: str
    sheets: frozenset[str]
    """Names of the park's sheets: a link leads only where there is something."""

    def _page(self) -> _Page:
        return _Page(self.namespace, self.relation_namespace, self.styles)

    def list_sheet(self) -> str:
        """00 退回清单: what is asked, until when, of whom, and every item with a link to its cell."""
        n, page = self.notice, self._page()
        page.line([page.cell(f"{n.park} {n.month.label}月报退回清单", bold=True, size="15", wrap=False)], height=26)
        errors, warnings = n.count(Severity.ERROR), n.count(Severity.WARNING)
        rest = len(n.items) - errors - warnings
        counts = f"{len(n.items)} 项（错误 {errors}，警告 {warnings}" + (f"，提示 {rest}）" if rest else "）")
        facts = (
            ("园区", n.park),
            ("月份", n.month.label),
            ("退回次数", f"第 {n.round} 次（退回的是第 {n.version} 版：{n.file_name}）"),
            ("项数", counts),
            ("答复期限", f"{n.deadline:%Y-%m-%d}（周{'一二三四五六日'[n.deadline.weekday()]}）"),
            ("联系人", n.contact),
        )
        merges = []
        for name, value in facts:
            row = page.line([page.cell("", size="10"), page.cell(name, bold=True, colour=GREY, wrap=False), page.cell(value)])
            merges.append(f"C{row}:J{row}")
        row = page.line([page.cell(""), page.cell(self._note(), colour=GREY, size="9")], height=30)
        merges.append(f"B{row}:N{row}")
        page.line([])
        row = page.line([page.cell(h, bold=True, fill=HEAD, frame=True, centre=True) for h in LIST_HEADINGS], height=24)
        assert row == HEAD_ROW
        for item in n.items:
            self._item(page, item)
        last = max(page.number, HEAD_ROW + 1)
        done = letters(LIST_HEADINGS.index(DONE_HEADING) + 1)
        return page.xml(
            _WIDTHS,
            active=True,
            freeze=HEAD_ROW,
            filtered=f"A{HEAD_ROW}:{letters(len(LIST_HEADINGS))}{last}",
            choices=f"{done}{HEAD_ROW + 1}:{done}{last}",
            merges=merges,
        )

    def _note(self) -> str:
        said = self.notice.note or (
            "本文件就是贵园报来的文件，只给有问题的单元格标了颜色和批注、在最后一列右侧加了“退回问题”一列，并加了本清单与填写说明；"
            "其余内容未作任何改动。点“单元格”一列可直接跳到该处。"
        )
        mark = self.notice.journal_mark
        return said + (f"操作记录 {mark}（退回时的末条序号与校验值，审计核对用）。" if mark else "")

    def _item(self, page: _Page, item: ReturnItem) -> None:
        i = item.issue
        shade = FILLS[i.severity]
        values = (
            str(item.number), i.severity.word, i.sheet, i.cell, i.column, i.company, i.credit_code, i.value, item.last_value,
            i.message, item.basis, i.expected, item.action, "", "", item.state,
        )  # fmt: skip
        cells = []
        linked = bool(i.cell) and i.sheet in self.sheets
        for heading, value in zip(LIST_HEADINGS, values, strict=True):
            to_fill = heading in (REMARK_HEADING, DONE_HEADING)
            is_link = heading == "单元格" and linked
            cells.append(
                page.cell(
                    value,
                    frame=True,
                    fill=INPUT if to_fill else shade if heading in ("序号", "级别") else "",
                    colour="1F5FBF" if is_link else INK,
                    underline=is_link,
                    centre=heading in ("序号", "级别", "单元格", DONE_HEADING, "状态"),
                    unlocked=to_fill,
                )
            )
        row = page.line(cells, height=_height(values, _WIDTHS))
        if linked:
            page.link(f"{letters(LIST_HEADINGS.index('单元格') + 1)}{row}", i.sheet, i.cell)

    def how_sheet(self) -> str:
        """01 怎么改: six lines, and what a marked cell looks like."""
        page = self._page()
        page.line([page.cell("怎么改", bold=True, size="15", wrap=False)], height=26)
        for n, words in enumerate(HOW, start=1):
            page.line([page.cell(f"{n}", bold=True, centre=True), page.cell(words, size="11")], height=34)
        page.line([])
        page.line([page.cell(""), page.cell("标色样例", bold=True, colour=GREY, wrap=False)])
        for severity in Severity:
            words = f"{severity.word}：这样的单元格"
            look = self.styles.marked(self.styles.look(size="11"), FILLS[severity], LINES[severity])
            page.line([page.cell(""), (words, look)], height=20)
        return page.xml((6, 96))

    def kept_sheet(self) -> str:
        """98 接受说明: what was accepted this time, and why."""
        titles = ("工作表", "单元格", "列名", "企业", "信用代码", "现值", "问题", "接受理由", "接受人")
        lines = [
            (k.issue.sheet, k.issue.cell, k.issue.column, k.issue.company, k.issue.credit_code, k.issue.value, k.issue.message,
             k.reason, k.who)
            for k in self.notice.kept
        ]  # fmt: skip
        return self._table("接受说明：以下问题这次已接受，不用改", titles, lines, (12, 9, 16, 26, 21, 16, 44, 34, 10))

    def compared_sheet(self) -> str:
        """99 与上次对比: what became of each item of the round before, and what changed unasked."""
        titles = ("序号", "单元格", "上次", "要求", "本次", "结论", "园方说明")
        lines = [
            ("" if c.number is None else str(c.number), c.place, c.before, c.action, c.now, c.verdict, c.remark)
            for c in self.notice.compared
        ]
        return self._table("与上次退回对比", titles, lines, (7, 22, 30, 40, 30, 16, 40))

    def _table(self, title: str, titles: Sequence[str], lines: Sequence[Sequence[str]], widths: Sequence[float]) -> str:
        page = self._page()
        page.line([page.cell(title, bold=True, size="13", wrap=False)], height=24)
        page.line([page.cell(t, bold=True, fill=HEAD, frame=True, centre=True) for t in titles], height=22)
        for line in lines:
            page.line([page.cell(value, frame=True) for value in line], height=_height(line, widths))
        if not lines:
            page.line([page.cell("无", frame=True)])
        return page.xml(widths, freeze=2)
