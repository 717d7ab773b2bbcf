"""Column mapping (列映射): what a file leaves uncertain, what a person answered, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from zgc_desktop.domain.questions import Question
from zgc_desktop.domain.submissions import ColumnMatch


@dataclass(frozen=True, slots=True)
class MappingQuestions:
    """Everything to ask of one file at once. No questions: it can be received as it is.

    ``kinds`` says for each sheet of the columns which sheet kinds it was read as (企业 and 税收 may share one).
    """

    file: str
    sha256: str
    park: str
    month: str
    questions: tuple[Question, ...]
    columns: tuple[ColumnMatch, ...] = ()
    other_faults: tuple[str, ...] = ()
    """Sentences of faults no answer can mend (no roster in the file, no column of credit codes)."""
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person says of a file. Headings as the file writes them, or their column letter.

    ``columns``: heading → field key, "" = not imported (不导入); ``units``: heading → money unit.
    """

    park: str = ""
    month: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A park's earlier answers for one table, by normal heading, and when and by whom they were given."""

    columns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    when: str = ""
    who: str = ""

    @property
    def how(self) -> str:
        """``沿用本园上次的对应（2026-11-06 张）``."""
        return f"沿用本园上次的对应（{self.when[:10]} {self.who}）" if self.when else "沿用本园上次的对应"


Memory = Callable[[str, str], Remembered | None]
"""(park, signature of the headings) → what is remembered."""


def remembers_nothing(_park: str, _signature: str) -> Remembered | None:
    """The memory of a desk that has never been asked."""
    return None
