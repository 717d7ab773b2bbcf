"""Comments of one sheet (批注): ours beside those the sheet has, with the frames (VML) that old and new Excel show them in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from reports.ooxml import CannotPatch, Package, Why, attribute, attributes, plain, prefix_of, text
from reports.ooxml_sheet import SheetXml, split_address

_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES: Final = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_VML_HEAD: Final = f'<xml{_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
_NOTE_SHAPE: Final = (
    '<v:shapetype{spaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE: Final = (
    '<v:shape{spaces} id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:230pt;height:96pt;z-index:{z};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 31, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def add_comments(package: Package, part: str, sheet: SheetXml, comments: Mapping[str, str], author: str) -> None:
    """Add ``comments`` (A1 to text), signed ``author``, to a sheet; earlier ones of the same author are taken away first.

    A cell that has a comment of the park's keeps it, ours follows below. Threaded comments are left alone: what stands
    under them for old programs is not ours to change. CannotPatch where the sheet's comments are written strangely.
    """
    relations = package.relations(part)
    old = next((r.target for r in relations if r.kind == "comments"), "")
    drawing_id = sheet.legacy_drawing()
    vml = next((r.target for r in relations if drawing_id and r.id == drawing_id), "")
    if not comments and not old:
        return
    threaded = _threaded(package, [r.target for r in relations if r.kind == "threadedComment"])
    wanted = {cell: words for cell, words in comments.items() if cell not in threaded}
    kept, removed = _write_comments(package, part, old, wanted, author)
    framed = {cell: words for cell, words in wanted.items() if cell not in kept}
    if not framed and not removed:
        return
    if not vml:
        vml = package.fresh("xl/drawings/vmlDrawing{}.vml")
        package.write(vml, _VML_HEAD)
        package.declare_extension("vml", _VML_TYPE)
        sheet.add_legacy_drawing(package.relate(part, "vmlDrawing", vml), package.relation_namespace)
    _write_frames(package, vml, framed, removed)


def _threaded(package: Package, parts: list[str]) -> set[str]:
    tags = (tag for part in parts for tag in re.findall(r"<(?:[\w.-]+:)?threadedComment\s[^>]*>", package.read(part)))
    return {attributes(tag).get("ref", "") for tag in tags}


def _write_comments(package: Package, part: str, old: str, wanted: Mapping[str, str], author: str) -> tuple[set[str], set[str]]:
    """Write the comments part. Returns the cells that had a comment of somebody else, and those that had one of ours."""
    if not old:
        old = package.fresh("xl/comments{}.xml")
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        empty = f'<comments xmlns="{package.main_namespace}"><authors></authors><commentList></commentList></comments>'
        package.write(old, head + empty)
        package.declare(old, _COMMENTS_TYPE)
        package.relate(part, "comments", old)
    xml = package.read(old)
    p = prefix_of(xml)
    authors = re.search(rf"<{p}authors(?:\s[^>]*)?(?:/>|>(.*?)</{p}authors>)", xml, re.S)
    listed = re.search(rf"<{p}commentList(?:\s[^>]*)?(?:/>|>(.*?)</{p}commentList>)", xml, re.S)
    if not authors or not listed or "<!" in xml:
        raise CannotPatch(Why.MARKUP)
    names = re.findall(rf"<{p}author(?:\s[^>]*)?(?:/>|>(.*?)</{p}author>)", authors[1] or "", re.S)
    signed = [plain(name) for name in names]
    mine = signed.index(author) if author in signed else len(names)
    kept: set[str] = set()
    removed: set[str] = set()
    pieces = []
    for comment in re.findall(rf"<{p}comment\s.*?</{p}comment>", listed[1] or "", re.S):
        a = attributes(comment[: comment.index(">") + 1])
        cell = a.get("ref", "")
        if a.get("authorId") == str(mine):
            removed.add(cell)
            continue
        pieces.append(_with_ours(_without_ours(comment, p), wanted[cell], p) if cell in wanted else _without_ours(comment, p))
        kept.add(cell)
    pieces += [
        f'<{p}comment ref="{attribute(cell)}" authorId="{mine}"><{p}text>{_run(words, p)}</{p}text></{p}comment>'
        for cell, words in wanted.items()
        if cell not in kept
    ]
    author_list = (authors[1] or "") + ("" if mine < len(names) else f"<{p}author>{text(author)}</{p}author>")
    body = f"<{p}authors>{author_list}</{p}authors><{p}commentList>{''.join(pieces)}</{p}commentList>"
    package.write(old, xml[: authors.start()] + body + xml[listed.end() :])
    return kept, removed


_MARK: Final = "\u2060№"
"""Begins a text of ours under somebody else's comment: a word joiner, which shows as nothing, and the number sign."""


def _run(words: str, p: str) -> str:
    font = f'<{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="宋体"/>'
    return f'<{p}r><{p}rPr>{font}</{p}rPr><{p}t xml:space="preserve">{text(words)}</{p}t></{p}r>'


def _with_ours(comment: str, words: str, p: str) -> str:
    end = comment.rfind(f"</{p}text>")
    if end < 0:
        raise CannotPatch(Why.MARKUP)
    inside = comment[comment.index(f"<{p}text") : end]
    if f"<{p}r>" not in inside:
        # Plain text beside runs would be lost: it becomes a run of its own.
        plain = re.search(rf"<{p}t(?:\s[^>]*)?>.*?</{p}t>", inside, re.S)
        if plain:
            comment = comment.replace(plain[0], f"<{p}r>{plain[0]}</{p}r>", 1)
            end = comment.rfind(f"</{p}text>")
    return comment[:end] + _run(f"\n{_MARK[0]}{words}", p) + comment[end:]


def _without_ours(comment: str, p: str) -> str:
    """The comment without what an earlier round of ours put below it."""
    runs = re.findall(rf"<{p}r>.*?</{p}r>", comment, re.S)
    for run in runs:
        if _MARK in plain(run):
            comment = comment.replace(run, "", 1)
    return comment


def _write_frames(package: Package, vml: str, framed: Mapping[str, str], removed: set[str]) -> None:
    xml = package.read(vml)
    root = xml[: xml.index(">") + 1] if ">" in xml else ""
    # openpyxl and others declare the names further in, and call them as they like: then each frame declares its own.
    spaces = "" if all(f'xmlns:{name}="urn' in root for name in "vox") else _SPACES
    gone = {place for cell in removed if (place := split_address(cell))}
    if gone:
        for found in list(re.finditer(r"<([\w.-]+:)shape\s.*?</\1shape>", xml, re.S)):
            shape = found[0]
            at = re.search(r"<[\w.-]+:Row>(\d+)<", shape), re.search(r"<[\w.-]+:Column>(\d+)<", shape)
            if at[0] and at[1] and 'ObjectType="Note"' in shape and (int(at[0][1]) + 1, int(at[1][1]) + 1) in gone:
                xml = xml.replace(shape, "", 1)
    ids = [int(n) for n in re.findall(r'id="_x0000_s(\d+)"', xml)]
    number = max(ids, default=1024)
    pieces = [] if 'id="_x0000_t202"' in xml or not framed else [_NOTE_SHAPE.format(spaces=spaces)]
    for n, cell in enumerate(framed, start=1):
        place = split_address(cell)
        assert place is not None
        row, column = place[0] - 1, place[1] - 1
        pieces.append(
            _SHAPE.format(
                spaces=spaces, id=number + n, z=n, left=column + 1, top=max(row - 1, 0), right=column + 4, bottom=row + 5,
                row=row, column=column,
            )
        )  # fmt: skip
    end = xml.rfind("</xml>")
    if end < 0:
        raise CannotPatch(Why.MARKUP)
    package.write(vml, xml[:end] + "".join(pieces) + xml[end:])
