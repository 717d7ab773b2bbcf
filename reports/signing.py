"""Electronic signatures on an issued PDF: made with a certificate the office owns, and looked at again without a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Fonts, load_face
from reports.styles import AREA_WIDTH, COLOURS, LEFT, MM, TextStyle
from reports.text import draw_text
from zgc_desktop.domain.errors import EnvironmentProblem, Refused

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner

_FIELD: Final = "OfficeSignature"
_STAMP: Final = TextStyle("hei", 8, 11, colour="grey")
_BELOW, _HIGH = 9 * MM, 12 * MM
"""The stamp stands in the last page's lower margin, under the page number: it covers nothing that was issued."""
_WRONG: Final = "证书文件打不开"


@dataclass(frozen=True, slots=True)
class Certificate:
    """The certificate a signature was made with: whose, who issued it, its number, from and to when it holds."""

    signer: str
    issuer: str
    serial: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class SignatureState:
    """One signature of a PDF: its certificate, when it was made, and whether what it signed is unchanged."""

    certificate: Certificate
    signed_at: datetime | None
    intact: bool
    """The signed bytes are those of the file, and the signature is the certificate's."""
    whole: bool
    """The signature covers the whole file: nothing was added after it."""


def sign_pdf(
    pdf: bytes, certificate: bytes, password: str, *, when: datetime, reason: str, fonts_dir: Path
) -> tuple[bytes, Certificate]:
    """The PDF with an approval signature appended, and the certificate it was made with; the bytes before it stay as issued.

    Refused where the certificate (PKCS#12: p12, pfx) cannot be opened, has no private key, or does not hold on that day.
    """

    signer = _opened(certificate, password)
    known = _certificate(signer.signing_cert)
    if not known.begins <= when <= known.ends:
        raise Refused(
            f"证书 {known.signer} 在 {when:%Y-%m-%d} 不在有效期内",
            why=f"有效期 {known.begins:%Y-%m-%d} 至 {known.ends:%Y-%m-%d}",
            advice="请换用有效的证书",
        )
    words = (f"电子签名：{known.signer}　{when:%Y-%m-%d %H:%M}", f"证书：{known.serial}　颁发：{known.issuer}")
    with TemporaryDirectory() as folder:
        stamp = Path(folder) / "stamp.pdf"
        stamp.write_bytes(_stamp(words, fonts_dir))
        return _signed(pdf, signer, known, reason, stamp), known


def _signed(pdf: bytes, signer: SimpleSigner, known: Certificate, reason: str, stamp: Path) -> bytes:
    from pyhanko.pdf_utils.content import ImportedPdfPage
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.sign import PdfSignatureMetadata, PdfSigner
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.stamp import StaticStampStyle

    class SameVersion(IncrementalPdfFileWriter):
        """PDF/A-2 knows versions to 1.7; an elliptic key would raise it to 2.0, and every reader takes it either way."""

        def ensure_output_version(self, version: tuple[int, int]) -> None:
            """Leave the paper's version alone."""

    writer, out = SameVersion(BytesIO(pdf)), BytesIO()
    last = int(writer.root["/Pages"]["/Count"]) - 1
    box = (round(LEFT), round(_BELOW), round(LEFT + AREA_WIDTH), round(_BELOW + _HIGH))
    signing = PdfSigner(
        PdfSignatureMetadata(field_name=_FIELD, reason=reason, name=known.signer, md_algorithm="sha256"),
        signer=signer,
        stamp_style=StaticStampStyle(
            border_width=0,
            background=ImportedPdfPage(str(stamp)),  # type: ignore[no-untyped-call]
            background_layout=SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins(0, 0, 0, 0)),
            background_opacity=1,
        ),
        new_field_spec=SigFieldSpec(_FIELD, on_page=last, box=box),
    )
    try:
        signing.sign_pdf(writer, output=out)
    except Exception as error:  # pyHanko raises a dozen kinds of its own; the paper is simply not signed
        raise EnvironmentProblem("签名没有完成，文件未写出", why=str(error), advice="请确认证书可用于签名后重试") from error
    return out.getvalue()


def states(pdf: bytes) -> tuple[SignatureState, ...]:
    """Every signature in a PDF, oldest first; whether its certificate is to be trusted is for the office to say."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    found = []
    for signature in PdfFileReader(BytesIO(pdf)).embedded_regular_signatures:
        own = signature.signer_cert
        context = ValidationContext(trust_roots=[own], allow_fetching=False)
        status = validate_pdf_signature(signature, signer_validation_context=context, skip_diff=True)
        whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
        intact = bool(status.intact and status.valid)
        found.append(SignatureState(_certificate(own), status.signer_reported_dt, intact, whole))
    return tuple(found)


def _opened(certificate: bytes, password: str) -> SimpleSigner:
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.sign.signers import SimpleSigner

    secret = password.encode()
    try:
        key, own, _ = pkcs12.load_key_and_certificates(certificate, secret or None)
    except ValueError as error:
        raise Refused(_WRONG, why="口令不对，或不是 p12/pfx 文件", advice="请核对证书文件与口令") from error
    if key is None or own is None:
        raise Refused(_WRONG, why="文件里没有带私钥的证书", advice="请从证书库导出含私钥的 p12/pfx")
    signer: SimpleSigner | None = SimpleSigner.load_pkcs12_data(certificate, other_certs=(), passphrase=secret or None)
    if signer is None:
        raise Refused(_WRONG, why="证书或私钥的类型不支持", advice="请换用 RSA 或 ECDSA 证书")
    return signer


def _certificate(found: Any) -> Certificate:
    begins, ends = found.not_valid_before, found.not_valid_after
    return Certificate(_name(found.subject), _name(found.issuer), f"{found.serial_number:X}", begins, ends)


def _name(named: Any) -> str:
    told = named.native
    return str(told.get("common_name") or told.get("organization_name") or named.human_friendly)


def _stamp(words: tuple[str, ...], fonts_dir: Path) -> bytes:
    """Two lines drawn by our own printer, with its own embedded fonts: the stamp needs no font library of the signer's."""
    fonts, out = Fonts(fonts_dir), BytesIO()
    first = load_face(fonts_dir / "NotoSansSC-Regular.ttf").name
    canvas = Canvas(out, pagesize=(AREA_WIDTH, _HIGH), invariant=1, initialFontName=first)
    canvas.setStrokeColor(HexColor(COLOURS["control"]))
    canvas.setLineWidth(0.5)
    canvas.rect(0.5, 0.5, AREA_WIDTH - 1, _HIGH - 1)
    y = (_HIGH + len(words) * _STAMP.leading) / 2 - 8.5
    for line in words:
        draw_text(canvas, fonts, line, 6, y, _STAMP)
        y -= _STAMP.leading
    canvas.save()
    return out.getvalue()
