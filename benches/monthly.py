"""The monthly report against bare reportlab on the same pages, and a long workbook against bare openpyxl on the same cells.

``python benches/monthly.py`` writes its section of docs/benchmarks.md. Each side runs in turn in one process, the best counts.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from openpyxl import Workbook, load_workbook  # noqa: E402
from pikepdf import open as read_pdf  # noqa: E402
from reportlab.pdfgen import canvas as bare_canvas  # noqa: E402

from benches.sections import write_section  # noqa: E402
from reports import fonts, monthly_pdf  # noqa: E402
from reports.monthly_xlsx import monthly_xlsx  # noqa: E402
from reports.pdfa import archived  # noqa: E402
from zgc_desktop.domain.monthly import MonthlyDocument  # noqa: E402

FONTS = ROOT / "resources" / "fonts"
CASES, LINES, RUNS = 500, 30_000, 2


def sample() -> MonthlyDocument:
    """The month of the rendering tests: 17 parks, 31 clusters; with 500 cases."""
    spec = importlib.util.spec_from_file_location("sample_month", ROOT / "tests" / "rendering" / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    doc: MonthlyDocument = module._build()
    cases = tuple(replace(doc.cases[n % len(doc.cases)], case_id=f"MV-2026-{n + 1:03d}") for n in range(CASES))
    return replace(doc, cases=cases)


def best(work: Callable[[], object]) -> tuple[float, float]:
    """The shortest run in seconds, and the least processor time of one."""
    times, busy = [], []
    for _ in range(RUNS):
        gc.collect()
        begun, before = time.perf_counter(), time.process_time()
        work()
        times.append(time.perf_counter() - begun)
        busy.append(time.process_time() - before)
    return min(times), min(busy)


def line(what: str, ours: tuple[float, float], peer: tuple[float, float] | None = None) -> str:
    """One line of the table."""
    told = f"{ours[0]:.2f} s | {ours[1]:.2f} s"
    if peer is None:
        return f"| {what} | {told} | | | | |"
    ratios = f"{ours[0] / peer[0]:.2f}× | {ours[1] / peer[1]:.2f}×"
    return f"| {what} | {told} | {peer[0]:.2f} s | {peer[1]:.2f} s | {ratios} |"


RECORDED = (
    "saveState", "restoreState", "translate", "rotate", "setStrokeColor", "setFillColor", "setLineWidth", "setLineCap",
    "setDash", "line", "rect", "circle", "roundRect", "drawText", "showPage", "setPageSize", "bookmarkPage", "addOutlineEntry",
    "beginForm", "endForm", "doForm",
)  # fmt: skip


def recorded(doc: MonthlyDocument) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Every drawing call of the report: the same pages without our data work."""
    calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    real = {name: getattr(bare_canvas.Canvas, name) for name in RECORDED}

    def wrapped(name: str) -> Callable[..., Any]:
        def call(self: Any, *args: Any, **kwargs: Any) -> Any:
            depth = getattr(self, "_depth", 0)
            if not depth:
                calls.append((name, args, kwargs))
            self._depth = depth + 1
            try:
                return real[name](self, *args, **kwargs)
            finally:
                self._depth = depth

        return call

    for name in RECORDED:
        setattr(bare_canvas.Canvas, name, wrapped(name))
    try:
        monthly_pdf.monthly_pdf(doc, fonts_dir=FONTS)
    finally:
        for name, method in real.items():
            setattr(bare_canvas.Canvas, name, method)
    return calls


def replayed(calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]]) -> bytes:
    """The recorded pages printed by reportlab alone. Texts are set again, so that encoding and subsets are paid for."""
    out = BytesIO()
    first = "NotoSerifSC-Regular"
    page = bare_canvas.Canvas(out, pagesize=(595.28, 841.89), invariant=1, pageCompression=1, initialFontName=first)
    for name, args, kwargs in calls:
        if name == "drawText":
            again(page, args[0])
        else:
            getattr(page, name)(*args, **kwargs)
    page.save()
    return out.getvalue()


def again(page: Any, told: Any) -> None:
    """Set a recorded text once more on another canvas."""
    text = page.beginText(*told.begun)
    for name, args in told.steps:
        getattr(text, name)(*args)
    page.drawText(text)


def remember_texts() -> None:
    """Let text objects remember what was set on them."""
    from reportlab.pdfgen.textobject import PDFTextObject

    init = PDFTextObject.__init__

    def begun(self: Any, canvas: Any, x: float = 0, y: float = 0, *args: Any, **kwargs: Any) -> None:
        self.begun, self.steps = (x, y), []
        init(self, canvas, x, y, *args, **kwargs)

    PDFTextObject.__init__ = begun
    for name in ("setFillColor", "setFont", "textOut", "setCharSpace"):
        real = getattr(PDFTextObject, name)

        def step(self: Any, *args: Any, _real: Any = real, _name: str = name) -> Any:
            self.steps.append((_name, args))
            return _real(self, *args)

        setattr(PDFTextObject, name, step)


def pdf_numbers(doc: MonthlyDocument) -> list[str]:
    """Our report as a draft and as issued, beside bare reportlab on the same pages without and with the archive's step."""
    issued = replace(doc, state="已发布", fingerprint="0" * 64)
    monthly_pdf.monthly_pdf(issued, fonts_dir=FONTS)  # fonts are registered once a process; both sides find them ready
    draft = best(lambda: monthly_pdf.monthly_pdf(doc, fonts_dir=FONTS))
    whole = best(lambda: monthly_pdf.monthly_pdf(issued, fonts_dir=FONTS))
    with read_pdf(BytesIO(monthly_pdf.monthly_pdf(doc, fonts_dir=FONTS))) as printed:
        pages = len(printed.pages)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    remember_texts()
    calls = recorded(doc)
    bare = best(lambda: replayed(calls))
    filed = best(lambda: archived(replayed(calls), doc.prepared_on))
    return [
        line(f"Report, {pages} pages, {CASES} cases, draft (PDF/A-2b by make); peer: bare reportlab, no PDF/A", draft, bare),
        line("the same as issued (proven PDF/A-2b); peer: bare reportlab and the same proof", whole, filed),
        f"| peak memory of the report | {peak:.0f} MiB | | | | | |",
    ]


def book_numbers(doc: MonthlyDocument) -> list[str]:
    """A workbook of 30,000 lines against openpyxl's write-only mode on the same cells."""
    lines = tuple(replace(doc.cases[n % len(doc.cases)], case_id=f"MV-{n:06d}") for n in range(LINES))
    long = replace(doc, cases=lines)
    written = load_workbook(BytesIO(monthly_xlsx(long))).worksheets
    values = [[[cell.value for cell in row] for row in page.iter_rows()] for page in written]

    def bare() -> bytes:
        book, out = Workbook(write_only=True), BytesIO()
        for rows in values:
            page = book.create_sheet()
            for row in rows:
                page.append(row)
        book.save(out)
        return out.getvalue()

    ours, peer = best(lambda: monthly_xlsx(long)), best(bare)
    what = f"Workbook of {LINES:,} lines, looks included; peer: write-only, no looks"
    return [line(what, ours, peer)]


def main() -> None:
    """Measure both and write the section."""
    fonts.load_face(FONTS / "NotoSerifSC-Regular.ttf")
    doc = sample()
    rows = [*pdf_numbers(doc), *book_numbers(doc)]  # the report first: its memory is not that of 30,000 lines
    head = "| What | Ours | processor | Peer | processor | × | × of processor |"
    table = f"{head}\n{'|---' * 7}|\n" + "\n".join(rows)
    note = (
        f"`python benches/monthly.py`, best of {RUNS} in one process; {os.cpu_count()} cores. Peers: bare reportlab replaying "
        "the drawing calls of the same pages; openpyxl write-only with the same cells. Wanted: 1.5× and 2×."
    )
    write_section("Monthly report", f"{note}\n\n{table}")
    sys.stdout.write(table + "\n")


if __name__ == "__main__":
    main()
