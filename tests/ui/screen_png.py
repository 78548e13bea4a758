"""The test desktop's screen as a PNG file, with Python's own library alone."""

import mmap
import struct
import zlib


def read_xwd(file):
    """(width, height, rows of RGB bytes) of an XWD file of 32 bits a pixel, as Xvfb keeps its screen."""
    with open(file, "rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        header = struct.unpack(">25I", data[:100])
        width, height, stride = header[4], header[5], header[12]
        if header[11] != 32:
            raise ValueError(f"{file}: {header[11]} bits a pixel, not 32")
        first = header[0] + header[19] * 12
        rows = []
        for y in range(height):
            bgrx = data[first + y * stride: first + y * stride + 4 * width]
            row = bytearray(3 * width)
            row[0::3], row[1::3], row[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
            rows.append(bytes(row))
    return width, height, rows


def paeth(a, b, c):
    p = a + b - c
    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
    return a if pa <= pb and pa <= pc else b if pb <= pc else c


def filtered(row, above):
    """PNG's filter that leaves the least to be packed, by the usual guess: the least sum of differences."""
    left = bytes(3) + row[:-3]
    corner = bytes(3) + above[:-3]
    tries = (bytes([0]) + row,
             bytes([1]) + bytes((x - a) & 255 for x, a in zip(row, left)),
             bytes([2]) + bytes((x - b) & 255 for x, b in zip(row, above)),
             bytes([4]) + bytes((x - paeth(a, b, c)) & 255 for x, a, b, c in zip(row, left, above, corner)))
    return min(tries, key=lambda line: sum(min(v, 256 - v) for v in line[1:]))


def write_png(file, width, height, rows):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    above, lines = bytes(3 * width), []
    for row in rows:
        lines.append(filtered(row, above))
        above = row
    with open(file, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
                  chunk(b"IDAT", zlib.compress(b"".join(lines), 9)) + chunk(b"IEND", b""))
