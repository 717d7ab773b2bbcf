"""A question (待确认): one thing of a file that intake will not guess, put so that a person can answer it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

QuestionKind = Literal["park", "month", "column", "unit"]


@dataclass(frozen=True, slots=True)
class Question:
    """At which heading, the sentence, what it may mean, and what speaks for it.

    ``choices`` are (value to answer, label), the likeliest first; for a column "" means 不导入. ``how`` is by what the
    suggestion came (近似列名…), ``examples`` are the first values below the heading.
    """

    kind: QuestionKind
    text: str
    sheet: str = ""
    cell: str = ""
    letter: str = ""
    heading: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    suggestion: str = ""
    score: int = 0
    examples: tuple[str, ...] = ()
    how: str = ""
