"""Keys of the exchange (公钥): the office makes and keeps its own, notes those of the others, signs and checks packages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from db.exchange import add_key, end_keys
from db.queries import exchange as reads
from db.store import Reading
from reports.aside import write_aside
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.exchange.listing import PartyKey
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.paths import safe_filename
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.exchange_pack import as_json
from zgc_desktop.services.profile import party, party_in

ALGORITHM: Final = "Ed25519"
_FORMAT: Final = "zgc-public-key"
_SUBJECTS: Final = {"exchange"}


def key_print(public: str) -> str:
    """The print of a public key, as people read it to each other over the telephone: eight groups of four."""
    digest = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:32].upper()
    return " ".join(digest[n : n + 4] for n in range(0, 32, 4))


@one_command("exchange-key")
def make(ctx: AppContext) -> PartyKey:
    """Make the office's own pair of keys; an earlier one ends, and the others must note the new public key."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    fresh = Ed25519PrivateKey.generate()
    public = fresh.public_key().public_bytes_raw().hex()
    private = fresh.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption()).decode()
    at = ctx.now()
    with ctx.store.write("exchange-key", ctx.who, at) as unit:
        me = party_in(unit.connection)
        key = PartyKey(me, key_print(public), public, at, ctx.who, "本单位生成", is_own=True)
        add_key(unit, key, private)
        unit.say(f"生成{me}的签名密钥，指纹 {key.print}", subjects=_SUBJECTS)
    return key


def export(ctx: AppContext, out: Path) -> Path:
    """Write the office's public key as a small file into ``out``: what the other parties note. Refused without one."""
    with ctx.store.read() as connection:
        own = next((k for k in reads.keys(connection) if k.is_own and not k.ended_at), None)
    if own is None:
        raise Refused("本单位还没有签名密钥", advice="先用 zgc exchange key make 生成")
    told = {"format": _FORMAT, "algorithm": ALGORITHM, "party": own.party, "public": own.public, "print": own.print}
    return write_aside(out / safe_filename(f"公钥_{own.party}.json"), as_json(told))


@one_command("exchange-trust")
def trust(ctx: AppContext, file: Path) -> ChangeSummary:
    """Note another party's public key; from now on its packages count only with a signature of this key."""
    told = _key_file(file)
    public, whose = str(told["public"]), str(told["party"])
    if whose not in (CITY, *ctx.catalogue.parks):
        raise Refused(f"“{whose}”不是市级，也不是十七个分园之一", where=file.name)
    if whose == party(ctx):
        raise Refused("这是本单位自己的公钥", where=file.name, advice="请登记对方发来的公钥")
    key = PartyKey(whose, key_print(public), public, ctx.now(), ctx.who, file.name)
    with ctx.store.write("exchange-trust", ctx.who, ctx.now()) as unit:
        if any(k.public == public and not k.ended_at for k in reads.keys(unit.connection)):
            raise Refused(f"{whose}的这个公钥已经登记", where=file.name)
        add_key(unit, key)
        unit.say(f"登记{whose}的公钥，指纹 {key.print}", subjects=_SUBJECTS)
    assert unit.summary is not None
    return unit.summary


@one_command("exchange-trust")
def distrust(ctx: AppContext, whose: str, reason: str) -> ChangeSummary:
    """End a party's key (lost, replaced): its signature counts no more, and its packages count unsigned again."""
    if not reason.strip():
        raise Refused("停用公钥须写明理由", advice="如 --reason 私钥丢失")
    with ctx.store.write("exchange-trust", ctx.who, ctx.now()) as unit:
        if not end_keys(unit, whose, ctx.now()):
            raise Refused(f"没有登记{whose}的公钥")
        unit.say(f"停用{whose}的公钥", reason=reason, subjects=_SUBJECTS)
    assert unit.summary is not None
    return unit.summary


def keys(ctx: AppContext) -> tuple[PartyKey, ...]:
    """Every key that was made or noted, ended ones too."""
    with ctx.store.read() as connection:
        return reads.keys(connection)


def signed(connection: Reading, hashes: bytes) -> tuple[bytes, str]:
    """(signature file, print of the key) over a package's hash list; empty where the office has made no key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    text = reads.private_key(connection)
    if not text:
        return b"", ""
    key = load_pem_private_key(text.encode(), None)
    assert isinstance(key, Ed25519PrivateKey)
    public = key.public_key().public_bytes_raw().hex()
    told = {"algorithm": ALGORITHM, "public": public, "signature": key.sign(hashes).hex()}
    return as_json(told), key_print(public)


def own_print(connection: Reading) -> str:
    """The print of the key the office signs with now; empty where it has made none."""
    return next((k.print for k in reads.keys(connection) if k.is_own and not k.ended_at), "")


def require_signature(connection: Reading, sender: str, hashes: bytes, signature: bytes, where: str) -> str:
    """The print of the key a package is signed with, "" where neither key nor signature is there.

    Refused: a signature that does not hold, by a key nobody noted, or none at all where the sender's key is noted.
    """
    known = next((k for k in reads.keys(connection) if k.party == sender and not k.ended_at and not k.is_own), None)
    if not signature:
        if known is None:
            return ""
        why = f"{sender}登记了公钥（指纹 {known.print}），它的包都应有签名"
        advice = "请发送方用自己的密钥重新打包；如已停用，先停用其公钥"
        raise Refused("包上没有签名，没有收", where=where, why=why, advice=advice)
    public, made = _told(signature, where)
    if known is None:
        advice = f"请{sender}发来公钥文件，电话核对指纹后用 zgc exchange key trust 登记"
        raise Refused(f"包上有签名，但没有登记{sender}的公钥", where=where, why=f"指纹 {key_print(public)}", advice=advice)
    if public != known.public:
        why = f"签名的指纹 {key_print(public)}，登记的是 {known.print}"
        raise Refused(f"签名不是{sender}登记的密钥，没有收", where=where, why=why, advice="可能是伪造，请向发送方核实")
    if not _holds(public, made, hashes):
        raise Refused("签名与内容不符，没有收", where=where, why="包被改动过，或签名是伪造的", advice="请发送方重新发送原包")
    return known.print


def _told(signature: bytes, where: str) -> tuple[str, bytes]:
    try:
        told = json.loads(signature.decode())
        if set(told) != {"algorithm", "public", "signature"} or told["algorithm"] != ALGORITHM:
            raise ValueError("algorithm")
        public = bytes.fromhex(told["public"])
        if len(public) != 32:
            raise ValueError("public")
        return public.hex(), bytes.fromhex(told["signature"])
    except (ValueError, TypeError, AttributeError) as error:
        raise Refused("签名读不懂，没有收", where=where, advice="请发送方重新发送原包") from error


def _holds(public: str, signature: bytes, hashes: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, hashes)
    except InvalidSignature:
        return False
    return True


def _key_file(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > 1 << 16:
            raise ValueError("size")
        told = json.loads(file.read_bytes().decode("utf-8-sig"))
        if not isinstance(told, dict) or told.get("format") != _FORMAT or told.get("algorithm") != ALGORITHM:
            raise ValueError("format")
        if len(bytes.fromhex(told["public"])) != 32 or not isinstance(told["party"], str):
            raise ValueError("public")
        told["public"] = told["public"].lower()
        return told
    except FileNotFoundError:
        raise Refused("没有这个文件", where=str(file)) from None
    except OSError as error:
        raise EnvironmentProblem("公钥文件打不开", where=str(file), why=error.strerror or "") from error
    except (ValueError, TypeError, KeyError) as error:
        raise Refused("不是公钥文件", where=file.name, advice="请选择对方用统筹台导出的 公钥_….json") from error
