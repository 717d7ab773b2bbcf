"""Cell formats (cellXfs) appended to a workbook's own styles: marks derived from what a cell already looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from reports.ooxml import CannotPatch, Package, Why, attributes, prefix_of

_MAX_FORMATS: Final = 64_000
_MINIMAL: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{ns}">'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


@dataclass(slots=True)
class _Section:
    """One list of the style sheet: where it stands and its elements; new ones are appended."""

    start: int
    end: int
    attributes: str
    elements: list[str]
    count_before: int
    places: dict[str, int] = field(default_factory=dict)

    def add(self, element: str) -> int:
        """The index of ``element``, appended unless it was before."""
        if element not in self.places:
            self.places[element] = len(self.elements)
            self.elements.append(element)
        return self.places[element]


class Styles:
    """The style sheet of one workbook, growing; ``save`` puts it back when anything was added."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part = package.related("styles")
        if not self._part:
            self._part = package.fresh("xl/styles{}.xml")
            package.write(self._part, _MINIMAL.format(ns=package.main_namespace))
            package.declare(self._part, _STYLES_TYPE)
            package.relate(package.workbook, "styles", self._part)
        self._xml = package.read(self._part)
        if "<!--" in self._xml or "<![CDATA[" in self._xml:
            raise CannotPatch(Why.STYLES)
        self._p = prefix_of(self._xml)
        self._fonts = self._section("fonts", "font")
        self._fills = self._section("fills", "fill")
        self._borders = self._section("borders", "border")
        self._xfs = self._section("cellXfs", "xf")

    def _section(self, name: str, child: str) -> _Section:
        p = self._p
        whole = re.search(rf"<{p}{name}(\s[^>]*)?>(.*?)</{p}{name}>", self._xml, re.S)
        if not whole:
            raise CannotPatch(Why.STYLES)
        elements = re.findall(rf"<{p}{child}(?:\s[^>]*?)?(?:/>|>.*?</{p}{child}>)", whole[2], re.S)
        if not elements:
            raise CannotPatch(Why.STYLES)
        return _Section(whole.start(), whole.end(), whole[1] or "", elements, len(elements))

    def save(self) -> None:
        """Write the style sheet back with what was added; untouched when nothing was."""
        if len(self._xfs.elements) > _MAX_FORMATS:
            raise CannotPatch(Why.STYLES)
        pieces, at = [], 0
        sections = [("fonts", self._fonts), ("fills", self._fills), ("borders", self._borders), ("cellXfs", self._xfs)]
        for name, s in sorted(sections, key=lambda pair: pair[1].start):
            if len(s.elements) == s.count_before:
                continue
            end_tag = f"</{self._p}{name}>"
            opening = re.sub(r'\scount=("[^"]*"|\'[^\']*\')', "", s.attributes) + f' count="{len(s.elements)}"'
            body = self._xml[self._xml.index(">", s.start) + 1 : s.end - len(end_tag)]
            added = "".join(s.elements[s.count_before :])
            pieces += [self._xml[at : s.start], f"<{self._p}{name}{opening}>", body, added, end_tag]
            at = s.end
        if pieces:
            self._package.write(self._part, "".join(pieces) + self._xml[at:])

    def marked(self, base: int, fill: str, line: str) -> int:
        """The format of a cell marked by ``fill`` and a thick left border of ``line``; all else is as ``base`` has it."""
        xf = self._xfs.elements[base] if base < len(self._xfs.elements) else self._xfs.elements[0]
        a = attributes(self._start_of(xf))
        border = self._border_with_left(int(a.get("borderId", "0")), line)
        return self._with(xf, {"fillId": str(self.fill(fill)), "borderId": str(border), "applyFill": "1", "applyBorder": "1"})

    def _start_of(self, element: str) -> str:
        return element[: element.index(">") + 1]

    def _with(self, xf: str, values: dict[str, str]) -> int:
        start = self._start_of(xf)
        tag = start
        for name, value in values.items():
            tag, changed = re.subn(rf'(\s{name}=)("[^"]*"|\'[^\']*\')', rf'\1"{value}"', tag)
            if not changed:
                tag = re.sub(r"\s*(/?>)$", rf' {name}="{value}"\1', tag)
        return self._xfs.add(tag + xf[len(start) :])

    def _border_with_left(self, base: int, line: str) -> int:
        p = self._p
        border = self._borders.elements[base] if base < len(self._borders.elements) else self._borders.elements[0]
        left = f'<{p}left style="thick"><{p}color rgb="FF{line}"/></{p}left>'
        if re.search(rf"<{p}border(\s[^>]*)?/>", border):
            return self._borders.add(f"<{p}border>{left}<{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>")
        # In a strict file the left side is called start.
        changed, count = re.subn(rf"<{p}(left|start)(?:\s[^>]*?)?(?:/>|>.*?</{p}\1>)", "", border, count=1, flags=re.S)
        name = "start" if count and re.search(rf"<{p}start[\s/>]", border) else "left"
        left = left.replace(f"{p}left", f"{p}{name}")
        opening = self._start_of(changed)
        return self._borders.add(opening + left + changed[len(opening) :])

    def fill(self, colour: str) -> int:
        """The index of a plain fill."""
        p = self._p
        pattern = (
            f'<{p}patternFill patternType="solid"><{p}fgColor rgb="FF{colour}"/><{p}bgColor indexed="64"/></{p}patternFill>'
        )
        return self._fills.add(f"<{p}fill>{pattern}</{p}fill>")

    def look(
        self,
        *,
        bold: bool = False,
        size: str = "10",
        colour: str = "1A2230",
        underline: bool = False,
        fill: str = "",
        frame: bool = False,
        centre: bool = False,
        quoted: bool = False,
        unlocked: bool = False,
        wrap: bool = True,
    ) -> int:
        """The format of a cell of our own sheets. ``quoted`` keeps a text text even when it is edited (``=1+1``)."""
        p = self._p
        weight = (f"<{p}b/>" if bold else "") + (f"<{p}u/>" if underline else "")
        font = self._fonts.add(
            f'<{p}font>{weight}<{p}sz val="{size}"/><{p}color rgb="FF{colour}"/><{p}name val="微软雅黑"/></{p}font>'
        )
        border = self._borders.add(self._frame()) if frame else 0
        wrapped = ' wrapText="1"' if wrap else ""
        align = f'<{p}alignment horizontal="{"center" if centre else "left"}" vertical="center"{wrapped}/>'
        guard, guarded = (f'<{p}protection locked="0"/>', ' applyProtection="1"') if unlocked else ("", "")
        as_text = ' quotePrefix="1"' if quoted else ""
        return self._xfs.add(
            f'<{p}xf numFmtId="49" fontId="{font}" fillId="{self.fill(fill) if fill else 0}" borderId="{border}" xfId="0"'
            ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
            f"{guarded}{as_text}>{align}{guard}</{p}xf>"
        )

    def _frame(self) -> str:
        p = self._p
        sides = ("left", "right", "top", "bottom")
        inside = "".join(f'<{p}{s} style="thin"><{p}color rgb="FFC3CAD5"/></{p}{s}>' for s in sides)
        return f"<{p}border>{inside}<{p}diagonal/></{p}border>"

    # --- our marks of an earlier round --------------------------------------------------------------------------------

    def earlier_marks(self, fills: tuple[str, ...]) -> dict[int, int]:
        """Formats that carry one of our mark colours, each with the format to take instead: same, without the mark.

        The fill is gone and the left side looks like the right one: what stood there before the mark is not known.
        """
        p = self._p
        ours = {n for n, e in enumerate(self._fills.elements) if any(re.search(rf'fgColor[^>]*rgb="FF{c}"', e) for c in fills)}
        thick = {n for n, e in enumerate(self._borders.elements) if re.search(rf'<{p}(left|start)\s[^>]*style="thick"', e)}
        found = {}
        for n, xf in enumerate(self._xfs.elements[: self._xfs.count_before]):
            a = attributes(self._start_of(xf))
            if int(a.get("fillId", "0")) in ours and int(a.get("borderId", "0")) in thick:
                found[n] = self._with(xf, {"fillId": "0", "borderId": str(self._unmarked_border(int(a["borderId"])))})
        return found

    def _unmarked_border(self, base: int) -> int:
        p, border = self._p, self._borders.elements[base]
        right = re.search(rf"<{p}(right|end)((?:\s[^>]*?)?(?:/>|>.*?</{p}\1>))", border, re.S)
        side = re.search(rf"<{p}(left|start)(?:\s[^>]*?)?(?:/>|>.*?</{p}\1>)", border, re.S)
        assert side is not None
        twin = f"<{p}{side[1]}{right[2]}".replace(f"</{p}{right[1]}>", f"</{p}{side[1]}>") if right else f"<{p}{side[1]}/>"
        return self._borders.add(border[: side.start()] + twin + border[side.end() :])
