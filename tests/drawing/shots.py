"""Pages as small PNG files, by Chromium."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

from playwright.async_api import async_playwright

FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-lcd-text",
    "--font-render-hinting=none",
)
SCALE: Final = 1.4

# Chromium keeps every shade there is between a letter and its ground. Those next to each other
# become the one most seen among them, ever coarser until few are left; the grounds stay as they
# are. No eye sees it, and the file is half as long.
_FEWER_COLOURS: Final = """
async (source) => {
  const picture = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const shades = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height)
    .data.buffer);
  const seen = new Map();
  for (const shade of shades) seen.set(shade, (seen.get(shade) || 0) + 1);
  const often = [...seen.keys()].sort((one, other) => seen.get(other) - seen.get(one));
  const grounds = new Set(often.slice(0, 40));
  const near = (shade, by) => grounds.has(shade) ? shade : [shade, shade >> 8, shade >> 16]
    .map((part) => Math.round((part & 255) / by)).join();
  let kept;
  for (let by = 1; !kept || kept.size > 96; by++) {
    kept = new Map();
    for (const shade of often) {
      const place = near(shade, by);
      if (!kept.has(place)) kept.set(place, {shade, number: kept.size});
      seen.set(shade, kept.get(place).number);
    }
  }
  const pixels = Uint8Array.from(shades, (shade) => seen.get(shade));
  const text = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(new Blob([pixels]));
  });
  const palette = [...kept.values()].map(({shade}) => shade);
  return {width: canvas.width, height: canvas.height, palette, pixels: text};
}
"""


async def shoot(
    pages: AsyncIterator[tuple[str, str]], folder: Path, chromium: str
) -> AsyncIterator[Path]:
    """Yield the file of every page's picture."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = await browser.new_page(device_scale_factor=SCALE)
        async for name, html in pages:
            await page.set_content(html)
            shot = await page.locator("#picture").screenshot()
            source = f"data:image/png;base64,{base64.b64encode(shot).decode()}"
            path = folder / f"{name}.png"
            path.write_bytes(_png(await page.evaluate(_FEWER_COLOURS, source)))
            yield path
        await browser.close()


def _png(picture: dict[str, Any]) -> bytes:
    width, pixels = picture["width"], base64.b64decode(picture["pixels"])
    rows = b"".join(
        b"\0" + pixels[start : start + width] for start in range(0, len(pixels), width)
    )
    colours = b"".join(struct.pack("<I", shade)[:3] for shade in picture["palette"])
    head = struct.pack(">IIBBBBB", width, picture["height"], 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", colours),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)
