"""A workbook package (OOXML) edited part by part: parts that are not touched keep their very bytes, compressed ones too."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

_DOC: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_DOC: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT_MAIN: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_PACKAGE_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "[Content_Types].xml"
_WORKBOOKS: Final = ("spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml", "template.main+xml",
                     "template.macroEnabled.main+xml")  # fmt: skip
_BIG: Final = 4 << 20
_LIMIT: Final = 1 << 30
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Why(StrEnum):
    """Why a workbook cannot be patched; the value is the reason in one phrase."""

    NOT_A_PACKAGE = "不是 xlsx 或 xlsm 格式"
    BROKEN = "文件内部结构不完整"
    SIGNED = "文件带有数字签名，改动会使签名失效"
    SHARED = "文件是共享工作簿，带有修订记录"
    MARKUP = "工作表的写法特殊，改动可能出错"
    STYLES = "样式表不完整或已满"
    TOO_LARGE = "文件解压后过大"
    FORMULA = "要更正的格是公式，请更正它所依据的数"


class CannotPatch(Exception):
    """The park's own file cannot be marked without risk of loss; ``why`` says what is in the way."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


def text(value: str) -> str:
    """``value`` as XML character data; characters no XML may hold become the replacement character."""
    return escape(_ILLEGAL.sub("\ufffd", value))


def plain(xml: str) -> str:
    """The text that XML character data stands for: some writers put every Chinese character as a number (&#20013;)."""
    return html.unescape(xml)


def attribute(value: str) -> str:
    """``value`` as the inside of a double-quoted XML attribute."""
    return escape(_ILLEGAL.sub("\ufffd", value), {'"': "&quot;", "\n": "&#10;"})


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag, unescaped, by name as written."""
    found = re.findall(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return {name: html.unescape(double or single) for name, double, single in found}


def prefix_of(xml: str) -> str:
    """The prefix (with its colon) of the root element; empty where the default namespace is used."""
    found = re.search(r"<(?![?!])([\w.-]+:)?[\w.-]+[\s/>]", xml)
    if not found:
        raise CannotPatch(Why.BROKEN)
    return found[1] or ""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part; ``target`` is the full name of the part pointed at ("" when outside the file)."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of the workbook, in its order: name, part and the tag that declares it."""

    name: str
    part: str
    tag: str


class Package:
    """One workbook's parts: read on demand, replaced or added, and put together again."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._data = data
            self._members = {info.filename.lower(): info for info in self._zip.infolist()}
            if sum(info.file_size for info in self._zip.infolist()) > _LIMIT:
                raise CannotPatch(Why.TOO_LARGE)
        except (zipfile.BadZipFile, ValueError, OSError):
            raise CannotPatch(Why.NOT_A_PACKAGE) from None
        self.changed: dict[str, bytes] = {}
        types = self.read(_TYPES) if self.has(_TYPES) else ""
        mains = {name for name, kind in _overrides(types).items() if kind.endswith(_WORKBOOKS)}
        if not mains:
            raise CannotPatch(Why.NOT_A_PACKAGE)
        self.workbook = self._name(mains.pop().lstrip("/"))
        if any(name.startswith("_xmlsignatures/") for name in self._members):
            raise CannotPatch(Why.SIGNED)
        if any("/revisions/" in name for name in self._members):
            raise CannotPatch(Why.SHARED)
        self.strict = _STRICT_MAIN in self.read(self.workbook)[:2000]

    @property
    def main_namespace(self) -> str:
        return _STRICT_MAIN if self.strict else _MAIN

    @property
    def relation_namespace(self) -> str:
        """The namespace of ``r:id`` and the beginning of every relationship type."""
        return _STRICT_DOC if self.strict else _DOC

    def _name(self, name: str) -> str:
        info = self._members.get(name.lower())
        return info.filename if info else name

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self.changed or name.lower() in self._members

    def bytes_of(self, name: str) -> bytes:
        """A part's bytes as they stand now; CannotPatch where it is missing or damaged."""
        name = self._name(name)
        if name in self.changed:
            return self.changed[name]
        try:
            return self._zip.read(name)
        except (KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
            raise CannotPatch(Why.BROKEN) from None
        except Exception as error:  # zlib.error has no common base with the others
            raise CannotPatch(Why.BROKEN) from error

    def read(self, name: str) -> str:
        """A part as text; CannotPatch unless it is UTF-8 without entities of its own."""
        try:
            xml = self.bytes_of(name).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise CannotPatch(Why.MARKUP) from None
        declared = re.match(r"""<\?xml[^>]*encoding=["']([^"']+)""", xml)
        if (declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii")) or "<!DOCTYPE" in xml[:4096]:
            raise CannotPatch(Why.MARKUP)
        return xml

    def write(self, name: str, content: str | bytes) -> None:
        """Replace or add a part."""
        self.changed[self._name(name)] = content.encode() if isinstance(content, str) else content

    def fresh(self, pattern: str) -> str:
        """A part name of ``pattern`` (with ``{}`` for the number) that is not taken."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    # --- relationships and content types ------------------------------------------------------------------------------

    def relations(self, part: str) -> list[Relation]:
        """The relationships of a part, in order."""
        rels = _rels_of(part)
        if not self.has(rels):
            return []
        folder = posixpath.dirname(part)
        found = []
        for tag in re.findall(r"<(?:[\w.-]+:)?Relationship\s[^>]*>", self.read(rels)):
            a = attributes(tag)
            target = "" if a.get("TargetMode") == "External" else a.get("Target", "")
            full = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(Relation(a.get("Id", ""), a.get("Type", "").rsplit("/", 1)[-1], self._name(full) if target else ""))
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relationship from ``part`` to ``target``; returns its id."""
        rels = _rels_of(part)
        taken = {r.id for r in self.relations(part)}
        new_id = next(f"rIdTc{n}" for n in range(1, 10_000) if f"rIdTc{n}" not in taken)
        line = f'Id="{new_id}" Type="{self.relation_namespace}/{kind}" Target="/{attribute(target)}"/>'
        if self.has(rels):
            xml = self.read(rels)
            p = prefix_of(xml)
            self.write(rels, _append(xml, f"{p}Relationships", f"<{p}Relationship {line}"))
        else:
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            self.write(rels, f'{head}<Relationships xmlns="{_PACKAGE_RELS}"><Relationship {line}</Relationships>')
        return new_id

    def declare(self, part: str, content_type: str) -> None:
        """Say in the content types what a new part is."""
        xml = self.read(_TYPES)
        p = prefix_of(xml)
        entry = f'<{p}Override PartName="/{attribute(part)}" ContentType="{content_type}"/>'
        self.write(_TYPES, _append(xml, f"{p}Types", entry))

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Say in the content types what files of an extension are, unless that is said already."""
        xml = self.read(_TYPES)
        p = prefix_of(xml)
        known = [attributes(tag).get("Extension", "").lower() for tag in re.findall(rf"<{p}Default\s[^>]*>", xml)]
        if extension not in known:
            # Defaults come before overrides in every writer's files; some readers expect it.
            at = re.search(rf"<{p}(Default|Override)\s", xml)
            place = at.start() if at else xml.rfind(f"</{p}Types>")
            entry = f'<{p}Default Extension="{extension}" ContentType="{content_type}"/>'
            self.write(_TYPES, xml[:place] + entry + xml[place:])

    # --- the workbook part --------------------------------------------------------------------------------------------

    def sheets(self) -> list[SheetPart]:
        """The sheets in their order."""
        xml = self.read(self.workbook)
        p = prefix_of(xml)
        targets = {r.id: r.target for r in self.relations(self.workbook)}
        found = []
        for tag in re.findall(rf"<{p}sheet\s[^>]*>", xml):
            a = attributes(tag)
            link = next((v for k, v in a.items() if k.endswith(":id")), "")
            if link not in targets:
                raise CannotPatch(Why.BROKEN)
            found.append(SheetPart(a.get("name", ""), targets[link], tag))
        if not found:
            raise CannotPatch(Why.BROKEN)
        return found

    def related(self, kind: str) -> str:
        """The workbook's part of a kind (``styles``), or "" when there is none."""
        return next((r.target for r in self.relations(self.workbook) if r.kind == kind), "")

    # --- out ----------------------------------------------------------------------------------------------------------

    def save(self) -> bytes:
        """The whole file: untouched members copied as they lie in the archive, in their order, then the new ones."""
        out = BytesIO()
        changed = dict(self.changed)
        with zipfile.ZipFile(out, "w") as target:
            for info in self._zip.infolist():
                if info.filename in changed:
                    _deflate(target, info.filename, changed.pop(info.filename), info.date_time)
                else:
                    self._copy(target, info)
            for name, content in changed.items():
                _deflate(target, name, content, (1980, 1, 1, 0, 0, 0))
        return out.getvalue()

    def _copy(self, target: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        at = info.header_offset
        head = self._data[at : at + 30]
        if head[:4] != b"PK\x03\x04":
            raise CannotPatch(Why.BROKEN)
        start = at + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        raw = self._data[start : start + info.compress_size]
        if len(raw) != info.compress_size or info.flag_bits & 0x1:
            raise CannotPatch(Why.BROKEN)
        member = copy(info)
        # Sizes go into the header itself, so no descriptor follows the data as it may have in the original.
        member.flag_bits &= ~0x08
        member.extra = b""
        stream = target.fp
        assert stream is not None
        stream.seek(target.start_dir)
        member.header_offset = stream.tell()
        stream.write(member.FileHeader(False))
        stream.write(raw)
        target.start_dir = stream.tell()
        target.filelist.append(member)
        target.NameToInfo[member.filename] = member
        target._didModify = True  # type: ignore[attr-defined]  # zipfile writes its directory only when it knows of a change


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _overrides(types: str) -> dict[str, str]:
    tags = re.findall(r"<(?:[\w.-]+:)?(?:Override|Default)\s[^>]*>", types)
    listed = (attributes(tag) for tag in tags)
    return {a["PartName"]: a.get("ContentType", "") for a in listed if "PartName" in a}


def _append(xml: str, element: str, child: str) -> str:
    """``xml`` with ``child`` as the last child of its root ``element``."""
    end = xml.rfind(f"</{element}>")
    if end >= 0:
        return xml[:end] + child + xml[end:]
    empty = re.search(rf"<{element}(\s[^>]*?)?/>", xml)
    if not empty:
        raise CannotPatch(Why.BROKEN)
    return f"{xml[: empty.start()]}<{element}{empty[1] or ''}>{child}</{element}>{xml[empty.end() :]}"


def _deflate(target: zipfile.ZipFile, name: str, content: bytes, when: tuple[int, int, int, int, int, int]) -> None:
    info = zipfile.ZipInfo(name, when)
    info.compress_type = zipfile.ZIP_DEFLATED
    # A sheet of 30,000 rows takes three times as long at the usual level and becomes a fifth smaller.
    target.writestr(info, content, compresslevel=1 if len(content) > _BIG else 6)
