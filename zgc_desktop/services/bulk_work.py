"""Bulk work: making hundreds of thousands of values without the interpreter looking through them for cycles again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """Hold the search for cyclic garbage while rows are read, checked and written; also a decorator.

    They hold no cycles, and the search takes a sixth of the time. What was made goes straight to what is old: looked
    through as new it would stop every thread, the window's too, for a third of a second.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.enable()
