"""The receipt on paper: one page, whatever is wanted, with the whole hash on it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from reports.receipt_pdf import write_receipt_pdf
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.receipt import Receipt


@pytest.mark.parametrize("wanted", [0, 3, 200])
def test_a_receipt_is_one_page_with_the_whole_hash(tmp_path: Path, root: Path, wanted: int) -> None:
    receipt = Receipt(
        number="HZ-202610-03-1",
        park="海淀园",
        month=Month(2026, 10),
        version=1,
        file_name="中关村月报_海淀园_2026-10.xlsx",
        sha256="0123456789abcdef" * 4,
        received_at=datetime(2026, 11, 6, 9, 0),
        state="已登记",
        punctuality="按时",
        sheets=(("企业", 1765), ("税收", 1765)),
        companies=1765,
        tax_fen=123_456_789,
        revenue_fen=None,
        errors=wanted,
        warnings=1,
        notices=2,
        added=3,
        changed=4,
        vanished=5,
        wanted=tuple(f"企业!B{n} 北京样例{n}科技有限公司 没有填写企业名称；请按营业执照补填" for n in range(wanted)),
        who="张",
        program="统筹台 0.1.0",
    )
    path = write_receipt_pdf(receipt, tmp_path / "回执.pdf", fonts_dir=root / "resources" / "fonts")
    pdf = QPdfDocument()
    pdf.load(str(path))
    assert pdf.pageCount() == 1
    text = pdf.getAllText(0).text()
    assert all(part in text for part in ("HZ-202610-03-1", receipt.sha256[:32], receipt.sha256[32:], "未报"))
    assert ("另有 182 项" in text) == (wanted == 200)
