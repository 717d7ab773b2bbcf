"""Why PySide6 is pinned: a later version loses a reference to None in every call and ends by aborting the program."""

from __future__ import annotations

import sys

import pytest

CALLS = 500


def test_a_call_into_qt_costs_no_reference_to_none() -> None:
    """6.12.0 on Python 3.11 loses one per call and aborts with ``none_dealloc`` after some thousands of paints."""
    if sys.version_info >= (3, 12):
        pytest.skip("None is immortal from Python 3.12 on; nothing can be lost")
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
