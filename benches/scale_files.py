"""The workbooks of the scale benchmark: 17 parks' monthly files of any size, invented, written as Excel would write them."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benches.receive import HEAD
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.credit_code import check_character
from zgc_desktop.domain.periods import Month

FIRST: Final = Month(2025, 12)
SECOND: Final = Month(2026, 1)
TIER_HEAD: Final = (
    "统一社会信用代码", "企业名称", "申报梯队", "上年研发投入(万元)", "估值(美元)(亿元)", "获私募投资", "已上市",
)  # fmt: skip
GROWN, RENAMED, MOVED, TWICE, APPLYING = 500, 700, 1000, 2000, 10
"""In the second month one company in so many: jumps in revenue, has a new name, is another park's, is claimed by two parks;
and one in so many sends a tier sheet."""
_WORD: Final = "衡岳知远槿蘅砚川岑原明哲启航博雅中科天工"
_EXCEL_DAY_0: Final = date(1899, 12, 30).toordinal()

Value = str | int | float | date | None

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = (
    f'<styleSheet {_NS}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)


def make_files(folder: Path, companies: int, catalogue: Catalogue) -> dict[Month, list[Path]]:
    """The files of every park for two months; parks share the companies evenly."""
    files: dict[Month, list[Path]] = {}
    for month in (FIRST, SECOND):
        (folder / str(month)).mkdir(parents=True, exist_ok=True)
        for park in catalogue.parks:
            path = folder / str(month) / f"{park}{month}.xlsx"
            sheets = {"企业": _rows(month, park, companies, catalogue)}
            if month == SECOND:
                sheets["梯队"] = _tiers(park, companies, catalogue)
            _write(path, sheets)
            files.setdefault(month, []).append(path)
    return files


def share_of(park: int, companies: int, parks: int) -> range:
    """The numbers of the companies of a park."""
    return range(park * companies // parks, (park + 1) * companies // parks)


def _rows(month: Month, park: str, companies: int, catalogue: Catalogue) -> Iterator[Sequence[Value]]:
    parks, industries = list(catalogue.parks), list(catalogue.industries)
    at = parks.index(park)
    clusters = [c.name for c in catalogue.clusters_of(park)] or ["园内组团外"]
    own: Iterable[int] = share_of(at, companies, len(parks))
    if month == SECOND:
        lost = share_of(at - 1 if at else len(parks) - 1, companies, len(parks))
        stay = (n for n in own if n % MOVED != 1)
        own = chain(stay, (n for n in lost if n % MOVED == 1 or n % TWICE == 2))
    yield [f"{month.year}年{month.month}月中关村{park}企业及税收情况表"]
    yield HEAD
    for n in own:
        yield _row(n, month, clusters[n % len(clusters)], industries[n % len(industries)])


def name_of(n: int, month: Month = FIRST) -> str:
    """An invented name, no two alike."""
    kind = "智能科技" if month == SECOND and n % RENAMED == 3 else "科技"
    return f"北京{_WORD[n % 19]}{_WORD[n // 19 % 19]}{_WORD[n // 361 % 19]}第{n}{kind}有限公司"


def code_of(n: int) -> str:
    """An invented credit code with a right check character; in no order, as real ones are."""
    body = f"91110108MA{n * 7_368_787 % 10_000_000:07d}"
    return body + check_character(body)


def _row(n: int, month: Month, cluster: str, industry: str) -> Sequence[Value]:
    chance = (n * 2654435761 + month.number * 40503) & 0xFFFFFFFF
    vat, cit, other = chance % 9_000_000, chance % 7_999_993, chance % 999_983
    revenue = 10_000 + n * 7_919 % 99_700 + chance % 2_000
    if month == SECOND and n % GROWN == 4:
        revenue *= 40
    total = revenue * month.month
    return (
        code_of(n), name_of(n, month), None, f"北京市海淀区知行街{n % 400}号{n}室", f"北京市海淀区创新路{n % 300}号", cluster,
        industry, "软件开发与技术服务", date(2000 + n % 24, 1 + n % 12, 1 + n % 28), 10 + n % 300, 5_000 + n % 3_000,
        revenue / 100, total / 100, revenue // 20 / 100, total // 20 / 100, n % 12, "在营", "无", None, vat / 100, cit / 100,
        other / 100, (vat + cit + other) / 100, 0, "张某", f"010-{n:08d}", "100080", "北京市海淀区市场监督管理局", "李某", None,
    )  # fmt: skip


def _tiers(park: str, companies: int, catalogue: Catalogue) -> Iterator[Sequence[Value]]:
    parks = list(catalogue.parks)
    yield TIER_HEAD
    for n in share_of(parks.index(park), companies, len(parks)):
        if n % APPLYING == 0:
            yield code_of(n), name_of(n, SECOND), None, 1_000 + n % 9_000, n % 90 / 10, "是", "否"


def _write(path: Path, sheets: dict[str, Iterator[Sequence[Value]]]) -> None:
    """A workbook with shared strings."""
    texts: dict[str, int] = {}
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for number, rows in zip(numbers, sheets.values(), strict=True):
            body = "".join(_xml(row, at, texts) for at, row in enumerate(rows, 1))
            book.writestr(f"xl/worksheets/sheet{number}.xml", f"<worksheet {_NS}><sheetData>{body}</sheetData></worksheet>")
        body = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", f'<sst {_NS} uniqueCount="{len(texts)}">{body}</sst>')
        book.writestr("xl/styles.xml", _STYLES)
        listed = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="rId{i}"/>' for i, n in zip(numbers, sheets, strict=True))
        book.writestr("xl/workbook.xml", f'<workbook {_NS} xmlns:r="{_RELS}"><sheets>{listed}</sheets></workbook>')
        kinds = [("worksheet", f"worksheets/sheet{i}.xml") for i in numbers]
        kinds += [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
        book.writestr("xl/_rels/workbook.xml.rels", _relations(kinds))
        book.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        parts = [("workbook.xml", "sheet.main"), ("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")]
        parts += [(f"worksheets/sheet{i}.xml", "worksheet") for i in numbers]
        types = "".join(f'<Override PartName="/xl/{name}" ContentType="{_TYPES}{kind}+xml"/>' for name, kind in parts)
        package = "application/vnd.openxmlformats-package.relationships+xml"
        book.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{package}"/>{types}</Types>',
        )


def _relations(kinds: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="rId{i}" Type="{_RELS}/{k}" Target="{t}"/>' for i, (k, t) in enumerate(kinds, 1))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


_LETTERS = [chr(65 + n) for n in range(26)] + [f"A{chr(65 + n)}" for n in range(26)]


def _xml(row: Sequence[Value], at: int, texts: dict[str, int]) -> str:
    cells = []
    for letter, value in zip(_LETTERS, row, strict=False):
        if isinstance(value, str):
            cells.append(f'<c r="{letter}{at}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>')
        elif isinstance(value, date):
            cells.append(f'<c r="{letter}{at}" s="1"><v>{value.toordinal() - _EXCEL_DAY_0}</v></c>')
        elif value is not None:
            cells.append(f'<c r="{letter}{at}"><v>{value}</v></c>')
    return f'<row r="{at}">{"".join(cells)}</row>'
