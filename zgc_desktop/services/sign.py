"""Sign (签名) what was published with a certificate the office owns; the unsigned paper stays what it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.queries import reports
from db.reports import Signature, add_signature
from reports import signing
from reports.aside import write_aside
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.month_report import publication
from zgc_desktop.services.published_files import original
from zgc_desktop.services.workspace import keep_original


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed copy: where it was written, and whose certificate it carries."""

    pdf: Path
    signature: Signature


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """A signed copy as it is in the archive now; ``problem`` is empty while it is what was signed."""

    signature: Signature
    problem: str

    @property
    def sentence(self) -> str:
        """Whose signature, when, and whether it holds."""
        s = self.signature
        who = f"{s.signer}（证书 {s.serial[:16]}，颁发者 {s.issuer}）{s.signed_at[:16].replace('T', ' ')} 签名"
        return f"{who}：{self.problem or '有效，文件签名后未改动，前段即发布原件'}"


@one_command("sign")
def sign(ctx: AppContext, month: Month, certificate: Path, password: str, out: Path) -> Signed:
    """Sign a published month's PDF and write the signed copy into ``out``; it is kept beside the unsigned paper.

    Refused for a draft and for a certificate that cannot be used. Byte-identity concerns the unsigned paper: a signature
    holds the moment it was made, and is appended to the paper's own bytes.
    """
    item = publication(ctx, month)
    if item is None:
        raise Refused(f"{month} 月报尚未发布，草稿不签名", advice="先用 zgc publish 发布")
    pdf, problem = original(ctx, item.pdf_sha256, "PDF")
    if problem:
        raise EnvironmentProblem(problem, advice="请从备份恢复工作区后再签名")
    signed, known = signing.sign_pdf(
        pdf,
        _read(certificate),
        password,
        when=ctx.clock().astimezone(),
        reason=f"{month.label}月报第{item.issue_number}期，指纹 {item.fingerprint[:16]}",
        fonts_dir=ctx.resources / "fonts",
    )
    kept = Signature(month, known.signer, known.issuer, known.serial, ctx.now(), item.pdf_sha256, keep_original(ctx, signed))
    with ctx.store.write("sign", ctx.who, ctx.now()) as unit:
        add_signature(unit, kept)
        unit.say(f"{month} 月报以 {known.signer} 的证书签名", subjects={"reports"}, months={month})
    return Signed(write_aside(out / f"一区多园统筹协调月报_{month}_签名.pdf", signed), kept)


def signatures(ctx: AppContext, month: Month) -> tuple[SignatureFound, ...]:
    """Every signed copy of a published month, looked at again."""
    item = publication(ctx, month)
    if item is None:
        return ()
    with ctx.store.read() as connection:
        known = reports.signatures(connection, month)
    return tuple(SignatureFound(s, _problem(ctx, s, item.pdf_sha256)) for s in known)


def _problem(ctx: AppContext, signature: Signature, pdf_sha256: str) -> str:
    signed, problem = original(ctx, signature.signed_sha256, "签名件")
    if problem:
        return problem
    pdf, _ = original(ctx, pdf_sha256, "PDF")
    states = signing.states(signed)
    if not states or not all(s.intact and s.whole for s in states):
        return "签名无效"
    return "" if pdf and signed.startswith(pdf) else "签名件的前段不是发布原件"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused("证书文件读不到", where=str(path), why=error.strerror or "", advice="请核对路径") from error
