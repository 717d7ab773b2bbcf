"""Read models of the exchange: a package as it is listed, a party's key, and what a park's month has come to by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from zgc_desktop.domain.exchange.manifest import Manifest, PackageKind
from zgc_desktop.domain.periods import Month

OUT, IN = "out", "in"
DIRECTIONS: Final = {OUT: "发出", IN: "收到"}


@dataclass(frozen=True, slots=True)
class PackageItem:
    """One package sent or taken in. ``text`` is its manifest as it stands in the file, ``sha256`` that of the whole file."""

    id: str
    direction: str
    manifest: Manifest
    text: str
    at: str
    who: str
    file_name: str
    sha256: str
    signed_by: str = ""
    outcome: str = ""

    @property
    def other(self) -> str:
        """With whom it was exchanged."""
        return self.manifest.receiver if self.direction == OUT else self.manifest.sender


@dataclass(frozen=True, slots=True)
class PartyKey:
    """A party's public key (Ed25519, hexadecimal) and its print, with who noted it from where."""

    party: str
    print: str
    public: str
    noted_at: str
    noted_by: str
    source: str = ""
    ended_at: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptSeen:
    """A receipt a park holds: the version the city counts, its state, the issues and what is still wanted."""

    number: str
    version: int
    state: str
    errors: int
    warnings: int
    wanted: tuple[str, ...]
    package: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a park's month as it was sent, with the newest receipt the city gave for that very file."""

    month: Month
    number: int
    sent_at: str
    file_name: str
    sha256: str
    """Of the workbook inside."""
    package: str
    receipt: ReceiptSeen | None = None

    @property
    def state(self) -> str:
        """What the city says of it: 待回执 until a receipt comes."""
        return self.receipt.state if self.receipt else "待回执"


def editions(
    sent: Iterable[tuple[PackageItem, str, str]], answered: Iterable[tuple[PackageItem, Mapping[str, Any]]]
) -> tuple[Edition, ...]:
    """A park's editions, newest first, each with the receipt of the latest answer that holds one for its bytes.

    ``sent``: packages with name and SHA-256 of their workbook; ``answered``: answers with one receipt each. Whatever order
    the answers came in, the one the city made last counts.
    """
    newest: dict[str, tuple[PackageItem, Mapping[str, Any]]] = {}
    for item, told in answered:
        of = str(told.get("sha256", ""))
        if of not in newest or (newest[of][0].manifest.order, newest[of][0].id) < (item.manifest.order, item.id):
            newest[of] = (item, told)
    found = []
    for item, name, sha256 in sent:
        m = item.manifest
        assert m.month is not None
        known = newest.get(sha256)
        seen = _seen(*known) if known else None
        found.append(Edition(m.month, m.number, m.created_at, name, sha256, item.id, seen))
    return tuple(sorted(found, key=lambda e: (e.month, e.number, e.sent_at), reverse=True))


def _seen(item: PackageItem, told: Mapping[str, Any]) -> ReceiptSeen:
    issues = told["issues"]
    return ReceiptSeen(
        str(told["receipt"]), int(told["version"]), str(told["state"]), int(issues["error"]), int(issues["warning"]),
        tuple(str(w) for w in told["still_wanted"]), item.id,
    )  # fmt: skip


def is_late(item: Manifest, package_id: str, taken: Iterable[tuple[Manifest, str]]) -> bool:
    """Whether a submission or rule set comes after a later one of its row (kind, sender, month) has been taken in.

    Answers, replies and case slips are never late: what they say is put in order where it is read.
    """
    if item.kind not in (PackageKind.SUBMISSION, PackageKind.RULES):
        return False
    row = [
        (m.order, i)
        for m, i in taken
        if (m.kind, m.sender, m.month) == (item.kind, item.sender, item.month) and i != package_id
    ]
    return any((item.order, package_id) < one for one in row)
