"""Encryption at rest: the workspace's random key, wrapped by a passphrase and by a recovery code, and bytes sealed with it.

The database is SQLCipher's (AES-256, an HMAC on every page), archived files are AES-256-GCM. ``workspace.key`` holds the key
only wrapped (scrypt, AES-256-GCM), so a passphrase is changed without touching the data, and nobody without passphrase or
recovery code reads anything: there is no third way in.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from zgc_desktop.domain.errors import EnvironmentProblem, Refused

SEAL: Final = b"ZGCSEAL1"
"""What a sealed file begins with; then 8 bytes naming the key, 12 of nonce, and the sealed content."""
PLAIN_DATABASE: Final = b"SQLite format 3\x00"
SHORTEST: Final = 8
_N, _R, _P = 2**16, 8, 1
"""scrypt: 64 MB and about a fifth of a second for one guess."""
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""The recovery code is written by hand: no 0/O, 1/I/L."""

State: TypeAlias = Literal["sealed", "sealing", "unsealing", "rekeying"]


class PassphraseNeeded(EnvironmentProblem):
    """The workspace is encrypted and no passphrase was given."""


class WrongPassphrase(Refused):
    """Neither the passphrase nor the recovery code of this workspace."""


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a workspace; ``previous`` is the one before while a re-key is under way."""

    secret: bytes = field(repr=False)
    previous: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> bytes:
        """Eight bytes that name this key and say nothing of it."""
        return _name(self.secret)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What ``workspace.key`` holds: the state of the workspace and the wrapped keys."""

    state: State
    wrapped: Mapping[str, Mapping[str, Any]]


def _name(secret: bytes) -> bytes:
    return hashlib.sha256(b"zgc key name" + secret).digest()[:8]


def new_key() -> Key:
    """A random key of 256 bits."""
    return Key(secrets.token_bytes(32))


def new_recovery_code() -> str:
    """A random recovery code (恢复码) of 124 bits, in groups of five letters."""
    letters = [secrets.choice(_ALPHABET) for _ in range(25)]
    return "-".join("".join(letters[n : n + 5]) for n in range(0, 25, 5))


def require_strong(passphrase: str) -> None:
    """Refused where a passphrase is too short to protect anything."""
    if len(passphrase) < SHORTEST:
        raise Refused(f"口令至少 {SHORTEST} 个字符", advice="可用几个词连写，便于记住")


# --- sealed bytes ----------------------------------------------------------------------------------------------------


def is_sealed(content: bytes) -> bool:
    """Whether bytes are sealed, by what they begin with."""
    return content.startswith(SEAL)


def is_sealed_with(content: bytes, key: Key) -> bool:
    """Whether bytes are sealed with this very key."""
    return is_sealed(content) and content[len(SEAL) : len(SEAL) + 8] == key.name


def sealed(content: bytes, key: Key | None) -> bytes:
    """Bytes as they are kept on disk: sealed where the workspace has a key, else as they are."""
    if key is None:
        return content
    nonce = secrets.token_bytes(12)
    return SEAL + key.name + nonce + AESGCM(key.secret).encrypt(nonce, content, SEAL)


def unsealed(content: bytes, key: Key | None, *, where: str = "") -> bytes:
    """What was sealed. EnvironmentProblem where the key is lacking or the bytes were changed."""
    if not is_sealed(content):
        return content
    head = len(SEAL)
    named, nonce, rest = content[head : head + 8], content[head + 8 : head + 20], content[head + 20 :]
    for secret in (key.secret, key.previous) if key else ():
        if secret is not None and _name(secret) == named:
            try:
                return AESGCM(secret).decrypt(nonce, rest, SEAL)
            except InvalidTag:
                raise EnvironmentProblem("加密文件被改动或损坏，无法还原", where=where, advice="请从备份或导出件取回") from None
    raise EnvironmentProblem("文件是用另一把密钥加密的", where=where, advice="请用当时的工作区和口令打开")


def is_plain_database(path: Path) -> bool:
    """Whether a file is an SQLite database that anybody can read."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_DATABASE)) == PLAIN_DATABASE
    except OSError:
        return False


# --- the wrapped key -------------------------------------------------------------------------------------------------


def _derived(words: str, salt: bytes, n: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=n, r=_R, p=_P).derive(words.encode())


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def wrap(key: Key, words: str) -> dict[str, Any]:
    """A key wrapped by a passphrase or recovery code."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    box = AESGCM(_derived(words, salt, _N)).encrypt(nonce, key.secret, b"zgc wrap")
    return {"kdf": "scrypt", "n": _N, "salt": _text(salt), "nonce": _text(nonce), "key": _text(box)}


def _unwrap(box: Mapping[str, Any], words: str) -> bytes | None:
    salt, nonce, sealed_key = (base64.b64decode(box[k]) for k in ("salt", "nonce", "key"))
    if box["kdf"] != "scrypt" or not 2**14 <= int(box["n"]) <= 2**20:
        raise ValueError("unknown wrapping")
    try:
        return AESGCM(_derived(words, salt, int(box["n"]))).decrypt(nonce, sealed_key, b"zgc wrap")
    except InvalidTag:
        return None


def code_of(typed: str) -> str:
    """A recovery code as it was printed, however it was typed."""
    letters = "".join(c for c in typed.upper() if c in _ALPHABET)
    return "-".join(letters[n : n + 5] for n in range(0, len(letters), 5))


def new_key_file(key: Key, passphrase: str, code: str, state: State) -> KeyFile:
    """The key file of a workspace being encrypted."""
    require_strong(passphrase)
    return KeyFile(state, {"passphrase": wrap(key, passphrase), "recovery": wrap(key, code)})


def with_passphrase(kept: KeyFile, key: Key, passphrase: str) -> KeyFile:
    """The key file with another passphrase for the same key."""
    require_strong(passphrase)
    return replace(kept, wrapped={**kept.wrapped, "passphrase": wrap(key, passphrase)})


def with_previous(kept: KeyFile, key: Key, previous: Key) -> KeyFile:
    """The key file of a re-key under way: the key before is sealed with the new one, until nothing needs it."""
    return KeyFile("rekeying", {**kept.wrapped, "previous": {"key": _text(sealed(previous.secret, key))}})


def settled(kept: KeyFile) -> KeyFile:
    """The key file once everything is under its key."""
    return KeyFile("sealed", {k: v for k, v in kept.wrapped.items() if k != "previous"})


def unlock(kept: KeyFile, words: str, *, where: str = "") -> Key:
    """The key of a workspace, by passphrase (口令) or recovery code (恢复码); WrongPassphrase for anything else."""
    try:
        secret = _unwrap(kept.wrapped["passphrase"], words) or _unwrap(kept.wrapped["recovery"], code_of(words))
        if secret is None:
            advice = "请重新输入；忘记口令时输入加密时打印的恢复码。两者都没有，数据无法取回"
            raise WrongPassphrase("口令不对", where=where, advice=advice)
        key = Key(secret)
        if "previous" not in kept.wrapped:
            return key
        return Key(secret, unsealed(base64.b64decode(kept.wrapped["previous"]["key"]), key))
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(where) from error


def read_key_file(path: Path) -> KeyFile | None:
    """What the key file says; None for a workspace that is not encrypted, EnvironmentProblem for a damaged file."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _damaged(str(path)) from error
    if not isinstance(raw, dict) or raw.get("state") not in ("sealed", "sealing", "unsealing", "rekeying"):
        raise _damaged(str(path))
    boxes = raw.get("wrapped")
    if raw.get("version") != 1 or not isinstance(boxes, dict):
        raise _damaged(str(path))
    return KeyFile(raw["state"], boxes)


def key_file_bytes(kept: KeyFile) -> bytes:
    """A key file as it is written."""
    return json.dumps({"version": 1, "state": kept.state, "wrapped": kept.wrapped}, indent=1).encode()


def _damaged(where: str) -> EnvironmentProblem:
    return EnvironmentProblem("密钥文件读不出来或已损坏", where=where, advice="请从备份或导出件中取回 workspace.key")
