"""What an exchange package (交换包) says of itself: kind, versions, from whom to whom, and the hash of every part."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.periods import Month

FORMAT: Final = "zgc-exchange"
VERSION: Final = 1
CITY: Final = "市级"
"""The city's name in packages; the parks are called by their own."""
MANIFEST: Final = "manifest.json"
HASHES: Final = "SHA256SUMS"
SIGNATURE: Final = "signature.json"
ADMINISTRATIVE: Final = (MANIFEST, HASHES, SIGNATURE)
_HEX: Final = frozenset("0123456789abcdef")


class PackageKind(StrEnum):
    """What a package is for; the value is written into the manifest."""

    SUBMISSION = "submission"
    ANSWER = "answer"
    CASES = "cases"
    RULES = "rules"
    REPLY = "reply"

    @property
    def word(self) -> str:
        """报送包, 回执退回包, 案卷包, 规则包, 对账回复包."""
        return {
            "submission": "报送包", "answer": "回执退回包", "cases": "案卷包", "rules": "规则包", "reply": "对账回复包",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside a package: its name, how many bytes, their SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest of one package. ``number`` counts the sender's packages of a kind and month to this receiver.

    ``previous``: the package of that row before this one; ``answers``: packages this one replies to. Both are ids.
    """

    kind: PackageKind
    sender: str
    receiver: str
    month: Month | None
    number: int
    created_at: str
    who: str
    program: str
    rules: str
    """The sender's version of the city's rule set; empty where it plays no part."""
    previous: str
    answers: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def stem(self) -> str:
        """The file's name without its suffix: ``报送包_昌平园_2026-10_第2号``."""
        whose = self.sender if self.receiver == CITY else f"{self.sender}致{self.receiver}"
        month = f"_{self.month}" if self.month else ""
        return f"{self.kind.word}_{whose}{month}_第{self.number}号"

    @property
    def order(self) -> tuple[int, str]:
        """Which of two packages of one row is the later: by number, then by when it was made."""
        return self.number, self.created_at


def written(manifest: Manifest) -> bytes:
    """The manifest as it stands in the package: JSON in one fixed spelling, so that its hash is the package's id."""
    plain = asdict(manifest) | {"format": FORMAT, "version": VERSION, "month": str(manifest.month or "")}
    return (json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def package_id(manifest: bytes) -> str:
    """The id of a package: the SHA-256 of its manifest, which holds the hash of every part."""
    return hashlib.sha256(manifest).hexdigest()


def read_manifest(data: bytes, where: str) -> Manifest:
    """The manifest of a package named ``where``. Refused for anything else; EnvironmentProblem for a newer format."""
    try:
        told = json.loads(data.decode("utf-8"))
        if not isinstance(told, dict) or told.pop("format", None) != FORMAT:
            raise not_ours(where)
        version = told.pop("version", None)
        if isinstance(version, int) and version > VERSION:
            raise EnvironmentProblem(
                f"交换包是格式 {version}，本程序只认识到格式 {VERSION}",
                where=where,
                why=f"由统筹台 {told.get('program', '新版')} 制作",
                advice="请升级程序后再收，包没有动过",
            )
        if version != VERSION:
            raise not_ours(where)
        return _manifest(told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise damaged(where, "清单读不懂") from error


def _manifest(told: dict[str, Any]) -> Manifest:
    if set(told) != {f.name for f in fields(Manifest)}:
        raise ValueError("keys")
    texts = ("sender", "receiver", "created_at", "who", "program", "rules", "previous", "month")
    if not all(isinstance(told[k], str) for k in texts) or not told["sender"] or not told["receiver"]:
        raise ValueError("texts")
    if not isinstance(told["number"], int) or isinstance(told["number"], bool) or told["number"] < 1:
        raise ValueError("number")
    datetime.fromisoformat(told["created_at"])
    if not all(_is_part(p) for p in told["parts"]):
        raise ValueError("parts")
    parts = tuple(Part(**p) for p in told["parts"])
    if len({p.name.casefold() for p in parts}) != len(parts):
        raise ValueError("names")
    return Manifest(
        **{k: told[k] for k in texts if k != "month"},
        kind=PackageKind(told["kind"]),
        month=Month.parse(told["month"]) if told["month"] else None,
        number=told["number"],
        answers=tuple(str(a) for a in told["answers"]),
        parts=parts,
    )


def _is_part(told: Any) -> bool:
    name, size, sha256 = told["name"], told["size"], told["sha256"]
    sound = isinstance(name, str) and is_safe_name(name) and name not in ADMINISTRATIVE
    return sound and isinstance(size, int) and size >= 0 and len(sha256) == 64 and set(sha256) <= _HEX


def is_safe_name(name: str) -> bool:
    """Whether a part's name stays inside the package on every system: relative, no drive, no ``..``, no control characters."""
    if not name or len(name) > 200 or "\\" in name or ":" in name or any(ord(c) < 32 for c in name):
        return False
    pieces = name.split("/")
    return all(p and p not in (".", "..") and p == p.strip() and not p.endswith(".") for p in pieces)


def hash_list(manifest: bytes, parts: Collection[Part]) -> bytes:
    """The list of hashes (SHA256SUMS) in the form ``sha256sum -c`` takes, the manifest first: what a signature covers."""
    lines = [f"{package_id(manifest)}  {MANIFEST}", *(f"{p.sha256}  {p.name}" for p in sorted(parts, key=lambda p: p.name))]
    return ("\n".join(lines) + "\n").encode()


def require_route(manifest: Manifest, me: str, parks: Collection[str], where: str) -> None:
    """Refused unless this package may go this way and is meant for us; ``me`` is the city's or a park's name."""
    m, known = manifest, {CITY, *parks}
    for party in (m.sender, m.receiver):
        if party not in known:
            raise Refused(f"包里写的“{party}”不是市级，也不是十七个分园之一", where=where, advice="请发送方核对后重新打包")
    if m.sender == me:
        raise Refused("这是本单位自己发出的包", where=where, advice="请收对方发来的包")
    if m.receiver != me:
        raise Refused(f"这个包是发给{m.receiver}的，本工作区是{me}", where=where, advice="请转给收件方，或打开对应的工作区")
    from_city = m.sender == CITY
    if m.kind in (PackageKind.SUBMISSION, PackageKind.REPLY) and (from_city or m.receiver != CITY):
        raise Refused(f"{m.kind.word}只能由分园发给市级", where=where)
    if m.kind in (PackageKind.ANSWER, PackageKind.RULES) and not from_city:
        raise Refused(f"{m.kind.word}只能由市级发出，这个包却来自{m.sender}", where=where, advice="请勿使用，并向发送方核实")
    if m.kind in (PackageKind.SUBMISSION, PackageKind.ANSWER, PackageKind.REPLY) and m.month is None:
        raise damaged(where, "没有写明月份")


def by_name(parts: Collection[Part]) -> Mapping[str, Part]:
    """Parts by their names."""
    return {p.name: p for p in parts}


def not_ours(where: str) -> Refused:
    """A zip, but none of ours."""
    return Refused("不是统筹台的交换包", where=where, advice="请选择对方用统筹台打出的 zip 文件")


def damaged(where: str, why: str) -> Refused:
    """A package that is not whole, or not as it was made."""
    return Refused("交换包不完整或被改动，没有收", where=where, why=why, advice="请对方重新发送原包")
