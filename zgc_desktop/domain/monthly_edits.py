"""Sentences people write in place of generated ones: kept when figures change, and marked where a number in them is stale."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

NUMBER: Final = re.compile(r"(?<![0-9A-Za-z.,])[0-9][0-9,]*(?:\.[0-9]+)?%?")


def numbers(text: str) -> list[str]:
    """The numbers in a sentence as written: ``9,631``, ``3.2%``."""
    return [n.rstrip(",") for n in NUMBER.findall(text)]


def stale_numbers(written: str, generated_then: str, generated_now: str) -> tuple[tuple[str, str], ...]:
    """The numbers of a written sentence that its figures no longer give, each with what they give now (— = nothing).

    A number counts as taken from the figures when the generated sentence it was written against held it too.
    """
    then, now = numbers(generated_then), numbers(generated_now)
    gone = Counter(then) - Counter(now)
    became = {a: b for a, b in zip(then, now, strict=True) if a != b} if len(then) == len(now) else {}
    found = []
    for number in dict.fromkeys(numbers(written)):
        if number in became:
            found.append((number, became[number]))
        elif gone[number] and number not in now:
            found.append((number, "—"))
    return tuple(found)
