"""A table of 100,000 rows in the window: what each act costs, and that scrolling costs no more than with 1,000 rows.

    .venv/bin/python benches/table.py [ROWS]

Writes its section of ``docs/benchmarks.md``. The ratio is one run's; times depend on the machine.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benches.sections import write_section
from zgc_desktop.domain.companies import CompanyItem
from zgc_desktop.ui import theme
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.viewmodels.ledger import COLUMNS, found, index_of, prepared

SIGNS = "衡岳智造知远数联槿蘅新材砚川岑原生物澄观望舒"
FEW = 1_000


def firms(count: int) -> list[CompanyItem]:
    """Invented companies of the ledger."""
    parks = ("海淀园", "昌平园", "顺义园", "大兴园")
    return [
        CompanyItem(
            n, f"9111{n:014d}", f"北京{SIGNS[n % 22]}{SIGNS[n // 22 % 22]}{SIGNS[n // 484 % 22]}科技有限公司", parks[n % 4],
            "", "新材料", "", "", n % 900, n * 10_000, n * 1_000,
        )
        for n in range(count)
    ]  # fmt: skip


def best(act: Callable[[], object], times: int = 5) -> float:
    """The fastest of some runs in milliseconds of processor time: the machine has other work."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def each(act: Callable[[], None], back: Callable[[], None]) -> float:
    """The time of an act whose next run needs a way back."""
    taken = []
    for _ in range(5):
        taken.append(best(act, 1))
        back()
    return min(taken)


def scroll(view: DataTable[CompanyItem]) -> Callable[[], None]:
    """One page further, painted; back at the top after the last."""

    def step() -> None:
        bar = view.verticalScrollBar()
        bar.setValue((bar.value() + bar.pageStep()) % max(1, bar.maximum()))
        view.grab()

    return step


def main(rows: int) -> None:
    app = QApplication([])
    theme.apply(app, "light")
    companies = firms(rows)
    views = {}
    for count in (FEW, rows):
        view = DataTable(COLUMNS, lambda c: c.id, name="台账")
        view.resize(1200, 800)
        view.set_rows(prepared(companies[:count]))
        view.show()
        view.grab()
        views[count] = view
    big = views[rows]
    for view in views.values():
        best(scroll(view), 20)  # fonts and styles are loaded by the first paintings
    pages = {count: best(scroll(view), 40) for count, view in views.items()}
    index = index_of(companies)
    times = {
        "read into the table (in a worker)": best(lambda: prepared(companies), 2),
        "shown": best(lambda: big.set_rows(companies), 1),
        "a keystroke in its search": each(lambda: big.search("衡"), lambda: big.search("衡岳")),
        "a condition under a title": each(lambda: big.type_under("tax", ">10"), lambda: big.clear_filters()),
        "sorted by an amount, then a name": each(lambda: big.sort_by(("tax", True), ("name", False)), lambda: big.sort_by()),
        "a keystroke in the window's search": best(lambda: list(found(index, "衡岳 科技"))),
    }
    lines = [f"| {what} | {ms:,.1f} ms |" for what, ms in times.items()]
    lines += [f"| a page scrolled and painted, {count:,} rows | {ms:,.1f} ms |" for count, ms in pages.items()]
    ratio = pages[rows] / pages[FEW]
    body = "\n".join(
        [
            f"`python benches/table.py {rows}`",
            "",
            "| 100,000-row table | time |".replace("100,000", f"{rows:,}"),
            "|---|---|",
            *lines,
        ]
    )
    write_section("A long table", f"{body}\n\nScrolling {rows:,} rows against {FEW:,}: {ratio:.2f}×.")
    print(body, f"\nratio {ratio:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
