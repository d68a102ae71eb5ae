"""Answering a letter in a browser."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Open
from tests.browser.test_playground import command, press, private

LETTERS = Path(__file__).parent.parent / "draft" / "letters" / "seen"
LETTER = (LETTERS / "second-choice-long-en.txt").read_text("utf-8")


async def test_a_letter_is_answered_in_two_presses_and_taken_as_a_mail(
    open_page: Open, tmp_path: Path
) -> None:
    ana = await open_page("/ana/support")
    await command(ana, "/draft")
    form = ana.get_by_role("dialog", name="Draft a reply")
    await form.get_by_label("What did they write?").fill(LETTER)
    await form.get_by_role("button", name="Draft it").click()
    draft = private(ana)
    await expect(draft).to_contain_text("Your reply")
    await expect(draft).to_contain_text("Only you see this")
    before = await draft.inner_text()
    await press(ana, "More formal")
    await expect(draft).not_to_have_text(before)
    await press(ana, "As a file")
    link = ana.get_by_role("link", name="reply.eml")
    await expect(link).to_be_visible()
    async with ana.expect_download() as download:
        await link.click()
    saved = tmp_path / "reply.eml"
    await (await download.value).save_as(saved)
    mail = message_from_bytes(saved.read_bytes(), policy=policy.default)
    assert mail.get_content_type() == "text/plain"
    assert len(mail.get_content().split()) <= 120
    assert mail.defects == []


@pytest.mark.parametrize("dark", [False, True])
async def test_everybody_can_read_a_draft(open_page: Open, axe: str, dark: bool) -> None:
    ana = await open_page("/ana/support", dark=dark, narrow=True)
    await command(ana, "/draft")
    await ana.get_by_label("What did they write?").fill(LETTER)
    await ana.evaluate(axe)
    in_form = await ana.evaluate("axe.run().then((all) => all.violations)")
    await ana.get_by_role("button", name="Draft it").click()
    await expect(private(ana)).to_contain_text("Your reply")
    shown = await ana.evaluate("axe.run().then((all) => all.violations)")
    assert [one["id"] for one in [*in_form, *shown]] == []
