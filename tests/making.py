"""Files of every format, made without the readers they test: by other libraries, or byte by byte after the format's description."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from email.message import EmailMessage
from html import escape
from itertools import groupby

import xlsxwriter
import xlwt
from pyxlsbwriter import XlsbWriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "HYSMyeongJo-Medium"
WIDTH, HEIGHT = 595.0, 842.0
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def packed(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A .docx after ECMA-376: each paragraph cut into two runs, then a table."""

    def paragraph(text: str) -> str:
        runs = (text[: len(text) // 2], text[len(text) // 2 :])
        return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs) + "</w:p>"

    rows = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in table)
    grid = "<w:tblGrid>" + "<w:gridCol/>" * len(table[0]) + "</w:tblGrid>" if table else ""
    body = "".join(map(paragraph, paragraphs)) + (f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl>" if table else "") + "<w:sectPr/>"
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}"/></Types>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{kind}" Target="word/document.xml"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document})


def rich(paragraphs: Sequence[str], way: str = "unicode") -> bytes:
    """An .rtf after Microsoft's description: Korean as code points before their bytes, as bytes under a Korean font or (as Word does) under
    one that is called Western, or as it is."""
    parts = []
    for text in paragraphs:
        letters = []
        for letter in text:
            coded = "".join(f"\\'{byte:02x}" for byte in letter.encode("cp949"))
            point = ord(letter) - (0x10000 if letter > chr(0x7FFF) else 0)
            counted = f"\\u{point}{coded}" if way == "unicode" else coded
            letters.append(letter if letter.isascii() or way == "raw" else counted)
        parts.append("".join(letters))
    font = 0 if way == "western" else 129
    head = f"{{\\rtf1\\ansi\\ansicpg949\\uc2\\deff0{{\\fonttbl{{\\f0\\fnil\\fcharset{font} Malgun Gothic;}}}}{{\\info{{\\author nobody}}}}"
    return (head + "\\pard\\f0 " + "\\par\r\n".join(parts) + "\\par}").encode("cp949")


def open_document(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = (), title: str = "", manifest: str = "") -> bytes:
    """An .odt after ISO 26300: the first paragraph a heading, each cut in two by a span, a remark in the last, then a table."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "meta"))
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'

    def paragraph(text: str, kind: str = "p", more: str = "") -> str:
        half = len(text) // 2
        told = escape(text[half:]).replace(" ", "<text:s/>")
        return f"<text:{kind}>{escape(text[:half])}<text:span>{told}</text:span>{more}</text:{kind}>"

    remark = "<office:annotation><text:p>고쳐야 한다</text:p></office:annotation>"
    told = [paragraph(text, "p" if number else "h", remark) for number, text in enumerate(paragraphs)]
    cells = ["".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in row) for row in table]
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    body = "".join(told) + (f"<table:table>{rows}</table:table>" if rows else "")
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    meta = f"<office:document-meta {spaces}><office:meta><dc:title>{escape(title)}</dc:title></office:meta></office:document-meta>"
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content, "meta.xml": meta, "META-INF/manifest.xml": f"<m>{manifest}</m>"})


def snapshot(html: str, address: str, charset: str = "utf-8") -> bytes:
    """A page as Chromium saves it in one file (RFC 2557), with a picture."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    message["Subject"] = "page"
    message.set_content(html, subtype="html", charset=charset, cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


def hangul_xml(sections: Sequence[Sequence[str]]) -> bytes:
    """A .hwpx after KS X 6101 (OWPML): a list of paragraphs a section."""
    names = [f"Contents/section{number}.xml" for number in range(len(sections))]
    space = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
    files: dict[str, bytes | str] = {"mimetype": "application/hwp+zip"}
    items = "".join(f'<opf:item id="s{number}" href="{name}" media-type="application/xml"/>' for number, name in enumerate(names))
    spine = "".join(f'<opf:itemref idref="s{number}"/>' for number in range(len(names)))
    files["Contents/content.hpf"] = (
        f'<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest>{items}</opf:manifest><opf:spine>{spine}</opf:spine></opf:package>'
    )
    files["META-INF/manifest.xml"] = '<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    for name, paragraphs in zip(names, sections, strict=True):
        told = "".join(f"<hp:p><hp:run><hp:t>{escape(text)}</hp:t></hp:run></hp:p>" for text in paragraphs)
        files[name] = f'<?xml version="1.0" encoding="UTF-8"?><hs:sec {space}>{told}</hs:sec>'
    return packed(files)


def hangul(paragraphs: Sequence[str], flags: int = 1) -> bytes:
    """An .hwp of version 5.0 after Hancom's description: header, DocInfo and one section in a compound file.

    ``flags``: 1 compressed, 2 with a password.
    """

    def deflated(data: bytes) -> bytes:
        packer = zlib.compressobj(wbits=-15)
        return packer.compress(data) + packer.flush()

    def record(tag: int, level: int, data: bytes) -> bytes:
        size = min(len(data), 0xFFF)
        return struct.pack("<I", tag | level << 10 | size << 20) + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data

    header = (b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)).ljust(256, b"\0")
    information = record(16, 0, struct.pack("<H", 1).ljust(26, b"\0"))
    section = b"".join(record(66, 0, bytes(22)) + record(67, 1, (text + "\r").encode("utf-16-le")) for text in paragraphs)
    if flags & 1:
        information, section = deflated(information), deflated(section)
    return compound(header, information, section)


def compound(header: bytes, information: bytes, section: bytes) -> bytes:
    """A compound file (MS-CFB, version 3) of the three streams of a small .hwp, all in the mini stream."""
    end, free, nothing = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
    mini, chain, starts = b"", [], []
    for stream in (header, information, section):
        assert len(stream) < 4096, "the mini stream takes smaller streams only"
        count = -(-len(stream) // 64)
        first = len(chain)
        starts.append(first)
        chain += [*range(first + 1, first + count), end]
        mini += stream.ljust(count * 64, b"\0")
    sectors = -(-len(mini) // 512)

    def entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
        letters = name.encode("utf-16-le") + b"\0\0"
        head = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, left, right, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    # Sectors: 0 the table of sectors, 1–2 the directory, 3 the table of the mini stream, then the mini stream.
    directory = [
        entry("Root Entry", 5, nothing, nothing, 3, 4, len(mini)),
        entry("FileHeader", 2, nothing, nothing, nothing, starts[0], len(header)),
        entry("DocInfo", 2, nothing, nothing, nothing, starts[1], len(information)),
        entry("BodyText", 1, 2, 1, 4, 0, 0),
        entry("Section0", 2, nothing, nothing, nothing, starts[2], len(section)),
        *[entry("", 0, nothing, nothing, nothing, 0, 0)] * 3,
    ]
    table = [0xFFFFFFFD, 2, end, end, *range(5, 4 + sectors), end]
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 3, 1, end, 0) + struct.pack("<I", 0) + struct.pack("<I", free) * 108
    fat = struct.pack("<128I", *table, *[free] * (128 - len(table)))
    mini_fat = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    return head + fat + b"".join(directory) + mini_fat + mini.ljust(sectors * 512, b"\0")


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An .xlsx with these sheets; cells that are datetime.date become dates."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def old_workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An .xls (Excel 97–2003) with these sheets; cells that are datetime.date become dates."""
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write(number, place, cell, *([day] if isinstance(cell, date) else []))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def binary_workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An .xlsb with these sheets; cells that are datetime.date become dates."""
    out = io.BytesIO()
    with XlsbWriter(out) as book:
        for name, rows in sheets.items():
            width = max(map(len, rows))
            book.add_sheet(name)
            book.write_sheet([[*row, *[None] * (width - len(row))] for row in rows])
    return out.getvalue()


def short_cells(*rows: Sequence[str]) -> bytes:
    """An .xlsb whose cells after the first of a row leave their column out (BrtShortSt), byte by byte after [MS-XLSB] 2.4."""

    def record(kind: int, data: bytes = b"") -> bytes:
        def coded(number: int) -> bytes:
            return bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])

        return coded(kind) + coded(len(data)) + data

    def text(cell: str) -> bytes:
        return struct.pack("<II", 0, len(cell)) + cell.encode("utf-16-le")

    size = struct.pack("<4I", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = record(129) + record(148, size) + record(145)
    for number, row in enumerate(rows):
        sheet += record(0, struct.pack("<IIHBBBI", number, 0, 320, 0, 0, 0, 1) + struct.pack("<II", 0, len(row) - 1))
        sheet += record(6, struct.pack("<I", 0) + text(row[0])) + b"".join(record(17, text(cell)) for cell in row[1:])
    sheet += record(146) + record(130)
    out = {}
    with zipfile.ZipFile(io.BytesIO(binary_workbook(기사=[["본문"]]))) as whole:
        for name in whole.namelist():
            out[name] = sheet if name == "xl/worksheets/sheet1.bin" else whole.read(name)
    return packed(out)


def open_workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An .ods after ISO 26300 with these sheets; cells that are datetime.date become dates, equal ones side by side are told once."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table"))

    def cell(value: object, times: int) -> str:
        kind = f'office:value-type="date" office:date-value="{value}"' if isinstance(value, date) else 'office:value-type="string"'
        if isinstance(value, int):
            kind = f'office:value-type="float" office:value="{value}"'
        again = f' table:number-columns-repeated="{times}"' if times > 1 else ""
        if value in {None, ""}:
            return f"<table:table-cell{again}/>"
        return f"<table:table-cell {kind}{again}><text:p>{escape(str(value))}</text:p></table:table-cell>"

    body = ""
    for name, rows in sheets.items():
        told = ("".join(cell(value, len(list(same))) for value, same in groupby(row)) or cell(None, 1) for row in rows)
        body += f'<table:table table:name="{escape(name)}">' + "".join(f"<table:table-row>{row}</table:table-row>" for row in told)
        body += "</table:table>"
    content = f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>{body}'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    whole = f"{content}</office:spreadsheet></office:body></office:document-content>"
    return packed({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": whole}, zipfile.ZIP_STORED)


BIGKINDS = (
    "뉴스 식별자 일자 언론사 기고자 제목 통합 분류1|통합 분류2|통합 분류3|사건/사고 분류1|인물|위치|기관|키워드|"
    "특성추출(가중치순 상위 50개)|본문|URL|분석제외 여부"
)


def bigkinds(*articles: tuple[str, str, str, str, str]) -> bytes:
    """An export as BigKinds gives it, of (day as 20250205, outlet, title, text, address)."""
    heads = ["뉴스 식별자", "일자", "언론사", "기고자", "제목", *BIGKINDS.split("제목 ")[1].split("|")]
    rows: list[list[object]] = [heads]
    for number, (day, outlet, title, text, address) in enumerate(articles):
        told: dict[str, object] = {"뉴스 식별자": f"0110010{number}.{day}", "일자": int(day), "언론사": outlet, "제목": title, "본문": text}
        rows.append([told.get(head, address if head == "URL" else "") for head in heads])
    return workbook(sheet=rows)


def letter(subject: str, text: str, sent: str, *attached: tuple[str, bytes], html: bool = False, charset: str = "utf-8") -> bytes:
    """An e-mail, its text plain or HTML, with files."""
    message = EmailMessage()
    message["From"] = "newsdesk@paper.example"
    message["To"] = "reader@home.example"
    message["Subject"] = subject
    message["Date"] = sent
    message.set_content(text, subtype="html" if html else "plain", charset=charset, cte="base64")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


class Sheet:
    """A page of paper that is set by hand, in points from its upper left corner."""

    def __init__(self, password: str | None = None) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._out = io.BytesIO()
        encrypt = StandardEncryption(password) if password else None
        self._canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), encrypt=encrypt)

    def put(self, text: str, left: float, top: float, size: float = 10) -> None:
        self._canvas.setFont(FONT, size)
        self._canvas.drawString(left, HEIGHT - top - size, text)

    def flow(self, text: str, columns: Sequence[tuple[float, float, float]], width: float, size: float = 10, leading: float = 14) -> None:
        """Sets paragraphs (lines of ``text``, the first line of each set in) into columns of (left, top, bottom), one after the other."""
        lines: list[tuple[str, float]] = []
        for paragraph in text.split("\n"):
            rest, indent = paragraph, size
            while rest:
                count = len(rest)
                while pdfmetrics.stringWidth(rest[:count], FONT, size) > width - indent:
                    count -= 1
                lines.append((rest[:count], indent))
                rest, indent = rest[count:], 0.0
        for left, top, bottom in columns:
            level = top
            while lines and level + leading <= bottom:
                words, indent = lines.pop(0)
                self.put(words, left + indent, level, size)
                level += leading
        assert not lines, f"{len(lines)} lines found no room"

    def turn(self) -> None:
        self._canvas.showPage()

    def data(self) -> bytes:
        self._canvas.save()
        return self._out.getvalue()


def newspaper(headline: str, text: str) -> bytes:
    """A page of a newspaper as a PDF: a headline over the text in three columns."""
    sheet = Sheet()
    sheet.put(headline, 40, 50, 28)
    sheet.flow(text, [(left, 100, 190) for left in (40, 215, 390)], 160)
    return sheet.data()
