"""Known errors: each says what happened, where, why, and what to do; anything else is a bug."""

from __future__ import annotations


class KnownError(Exception):
    """A failure the user can act on. ``str()`` is one Chinese sentence; exit code as in the command line's contract."""

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", why: str = "", advice: str = "") -> None:
        self.what, self.where, self.why, self.advice = what, where, why, advice
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What, where, why and advice as one line."""
        head = f"{self.where}：{self.what}" if self.where else self.what
        parts = [head, self.why, self.advice]
        return "；".join(p.rstrip("。；") for p in parts if p) + "。"


class Refused(KnownError):
    """Bad arguments or input (exit code 2)."""


class EnvironmentProblem(KnownError):
    """Locked, disk full, not writable, newer schema (exit code 3)."""

    exit_code = 3


class Cancelled(Exception):
    """The user cancelled; nothing was written, or ``written`` whole papers, and ``left`` were not begun."""

    def __init__(self, written: int = 0, left: int = 0) -> None:
        super().__init__(written, left)
        self.written, self.left = written, left
