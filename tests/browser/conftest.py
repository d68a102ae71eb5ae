"""The playground on a real socket, and a real browser that looks at it."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from bot.adapters.web import Playground, platform
from bot.delivery.courier import Courier
from tests.databases import needed
from tests.houses import open_house

NAMES = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
AXE = Path(__file__).with_name("node_modules") / "axe-core" / "axe.min.js"

Open = Callable[..., Awaitable[Page]]
"""Opens a page as somebody, in a browser profile of its own."""


@pytest.fixture
async def address(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[str]:
    """Give the address of a playground with its first people in it; its clock stands still."""
    monkeypatch.setattr(platform, "DEFER_AFTER", 60)  # a slow machine is no reason to fail
    house, bot = await open_house(sqlite_url, tmp_path, COMEBACK_COUNTERS_AFTER_SECONDS="0")
    playground = Playground(house, bot, tmp_path)
    courier = asyncio.create_task(Courier(house, bot.draw).run())
    yield await playground.start(0)
    courier.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await courier
    await playground.stop()
    await house.close()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Give this machine's Chromium."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        needed("Chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def open_page(address: str, browser: Browser) -> AsyncIterator[Open]:
    """Give the way to open pages; whatever a page complains about fails the test."""
    complaints: list[str] = []

    async def open_page(path: str, *, dark: bool = False, narrow: bool = False) -> Page:
        context = await browser.new_context(
            base_url=address,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            viewport={"width": 360, "height": 740} if narrow else {"width": 1280, "height": 800},
        )
        page = await context.new_page()
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on(
            "console",
            lambda line: complaints.append(line.text) if _is_complaint(line) else None,
        )
        await page.goto(path)
        return page

    yield open_page
    assert not complaints


def _is_complaint(line: ConsoleMessage) -> bool:
    """Say whether a page complains; that something typed did not fit (422) is none."""
    return line.type == "error" and "422" not in line.text


@pytest.fixture
def axe() -> str:
    """Give the source of axe-core, the accessibility checks."""
    if not AXE.exists():
        needed("axe-core: `npm ci --prefix tests/browser` installs it")
    return AXE.read_text()
