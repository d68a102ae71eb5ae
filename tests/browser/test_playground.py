"""The playground as a person uses it, in a browser."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Open

WORDS = "They chose somebody who had done it before."


def message_box(page: Page) -> Locator:
    return page.get_by_role("combobox", name=re.compile("Message to|Command to"))


async def command(page: Page, words: str) -> None:
    await message_box(page).fill(words)
    await page.get_by_role("button", name="Send").click()


async def fill_in(page: Page, words: str = WORDS) -> None:
    form = page.get_by_role("dialog", name="Share a rejection")
    await form.get_by_label("What happened?").fill(words)
    await form.get_by_label("How far did you get?").select_option("Final round")
    await form.get_by_label("Just listen").check()
    await form.get_by_role("button", name="Continue").click()


def private(page: Page) -> Locator:
    return page.locator("article[data-private]").last


def share(page: Page, words: str = WORDS) -> Locator:
    """The item of a share in the room: the post and its thread."""
    posts = page.locator("article[data-author=comeback]:not([data-private])", has_text=words)
    return page.locator("#posts > li", has=posts)


async def press(page: Page, name: str) -> None:
    await page.get_by_role("button", name=name).last.click()


async def test_a_share_is_answered_and_its_author_hears_of_it_and_is_forgotten(
    open_page: Open,
) -> None:
    ana, ben, hana = [await open_page(f"/{who}/support") for who in ("ana", "ben", "hana")]
    await command(ana, "/rejection")
    await fill_in(ana)
    await expect(private(ana)).to_contain_text("Only you see this")
    await expect(private(ana)).to_contain_text(WORDS)
    await expect(share(ben)).to_have_count(0)
    await press(ana, "Post now")
    await expect(private(ana)).to_contain_text("It is going up now.")

    await expect(share(ben)).to_contain_text("Somebody was turned down")
    await share(ben).get_by_role("button", name="You are not alone").click()
    await expect(share(ana).get_by_role("button", name="not alone · 1")).to_be_visible()

    await share(hana).get_by_role("button", name="Write to them").click()
    note = hana.get_by_role("dialog", name="Write to them")
    await expect(note).to_contain_text("They asked you to just listen.")
    await note.get_by_label("Your words").fill("I sat in that corridor too.")
    await note.get_by_role("button", name="Send").click()
    await expect(private(hana)).to_contain_text("Your words are going up")
    await expect(share(ben).locator(".thread")).to_contain_text("I sat in that corridor too.")

    await ana.get_by_role("button", name="Move the clock").click()
    await ana.get_by_role("button", name="One hour").click()
    inbox = ana.get_by_role("link", name=re.compile("Comeback.*3 unread"))
    await expect(inbox).to_be_visible()
    await inbox.click()
    await expect(ana.get_by_role("log")).to_contain_text("Somebody wrote to you.")
    await press(ana, "Say thanks")
    await expect(private(ana)).to_contain_text("They will hear it.")

    await command(ana, "/privacy forget")
    await press(ana, "Yes, forget me")
    await expect(private(ana)).to_contain_text("The bot holds nothing that is known to be yours.")
    await expect(ben.get_by_role("log")).to_contain_text("Removed by its author.")
    await expect(share(ben)).to_have_count(0)
    await expect(ben.get_by_role("log")).to_contain_text("I sat in that corridor too.")


async def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press a key until what has the focus is called ``name``."""
    for _ in range(60):
        await page.keyboard.press(key)
        if await page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    pytest.fail(f"the keyboard does not reach {name!r}")


async def test_sharing_needs_no_mouse(open_page: Open) -> None:
    page = await open_page("/ana/support")
    keys = page.keyboard
    await tab_to(page, "Skip to the message box")
    await keys.press("Enter")
    await expect(message_box(page)).to_be_focused()
    await keys.type("/re")
    commands = page.get_by_role("listbox", name="Commands")
    await expect(commands.get_by_role("option", selected=True)).to_contain_text("/rejection")
    await keys.press("Escape")
    await expect(commands).to_be_hidden()
    await keys.type("j")
    await keys.press("Enter")
    await expect(message_box(page)).to_have_value("/rejection")
    await keys.press("Enter")

    form = page.get_by_role("dialog", name="Share a rejection")
    happened = form.get_by_label("What happened?")
    await expect(happened).to_be_focused()
    await keys.type(WORDS)
    await tab_to(page, "Continue")
    await keys.press("Enter")
    stage = form.get_by_label("How far did you get?")
    await expect(form.get_by_text("Choose one of these.").first).to_be_visible()
    await expect(stage).to_be_focused()
    await expect(happened).to_have_value(WORDS)
    await keys.type("Final")
    await keys.press("Tab")
    await keys.press("Space")
    await expect(form.get_by_label("Just listen")).to_be_checked()
    await tab_to(page, "Continue")
    await keys.press("Enter")
    await expect(message_box(page)).to_be_focused()

    await expect(private(page)).to_contain_text("This is how it will look")
    await tab_to(page, "Post now", "Shift+Tab")
    await keys.press("Enter")
    await expect(private(page)).to_contain_text("It is going up now.")
    await expect(private(page)).to_be_focused()
    await expect(share(page)).to_contain_text("after the final round")


async def test_escape_closes_a_form_and_gives_the_focus_back(open_page: Open) -> None:
    page = await open_page("/ben/support")
    button = page.get_by_role("button", name="Write to them").first
    await button.click()
    await expect(page.get_by_label("Your words")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(button).to_be_focused()


async def test_a_shortcut_is_reached_with_the_keyboard(open_page: Open) -> None:
    page = await open_page("/ben/support")
    more = page.locator("#posts > li", has_text="Somebody was turned down").first.locator(
        "summary"
    )
    await more.first.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="Write to them")).to_be_visible()


async def test_a_page_that_was_away_misses_nothing_and_repeats_nothing(open_page: Open) -> None:
    ana, ben = await open_page("/ana/support"), await open_page("/ben/support")
    await command(ben, "One.")
    await expect(ana.get_by_role("log")).to_contain_text("One.")
    await ana.evaluate("source.close()")
    await command(ben, "Two.")
    await expect(ben.get_by_role("log")).to_contain_text("Two.")
    await ana.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(ana.get_by_text("Two.", exact=True)).to_have_count(1)
    await expect(ana.get_by_text("One.", exact=True)).to_have_count(1)


async def test_what_does_not_fit_is_said_and_what_was_typed_stays(open_page: Open) -> None:
    page = await open_page("/ana/inbox")
    await command(page, "hello")
    await expect(page.get_by_role("alert")).to_contain_text("commands and buttons")
    await expect(message_box(page)).to_have_value("hello")


async def test_only_the_moderator_enters_the_moderators_room(open_page: Open) -> None:
    mo, ana = await open_page("/mo/moderators"), await open_page("/ana/support")
    await expect(mo.get_by_role("log")).to_contain_text("looks after the support room")
    await expect(ana.get_by_role("link", name="Moderators")).to_have_count(0)
    response = await ana.request.get("/ana/moderators")
    assert response.status == 404


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_everybody_can_use_it(open_page: Open, axe: str, dark: bool, narrow: bool) -> None:
    async def check(page: Page, where: str) -> None:
        await page.evaluate(axe)
        found = await page.evaluate("axe.run().then((all) => all.violations)")
        what = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
        assert not what, where
        width = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width <= 0, f"{where} is wider than the screen"

    page = await open_page("/mo/support", dark=dark, narrow=narrow)
    await expect(page.get_by_role("button", name="not alone · 3")).to_be_attached()
    await check(page, "the room")
    await message_box(page).fill("/")
    await expect(page.get_by_role("option").first).to_be_visible()
    await check(page, "the commands")
    await command(page, "/rejection")
    await page.get_by_role("button", name="Continue").click()
    await expect(page.get_by_text("Write a few words here.")).to_be_visible()
    await check(page, "the form")
    await fill_in(page, "Write to me: mo@example.org")
    await expect(private(page)).to_contain_text("[e-mail]")
    await check(page, "the preview")
    await page.get_by_role("button", name="Move the clock").click()
    await check(page, "the clock")
    if narrow:
        await page.keyboard.press("Escape")
        await page.get_by_role("button", name="Places and people").click()
        await check(page, "the drawer")
    await page.goto("/mo/inbox")
    await check(page, "the inbox")
    await page.goto("/mo/moderators")
    await check(page, "the moderators' room")


async def test_escape_loses_nothing_that_was_typed(open_page: Open) -> None:
    page = await open_page("/ana/support")
    await command(page, "/rejection")
    typed = page.get_by_role("dialog").get_by_label("What happened?")
    await typed.fill(WORDS)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await command(page, "/rejection")
    await expect(typed).to_have_value(WORDS)
    await fill_in(page)
    await expect(private(page)).to_contain_text(WORDS)
    await command(page, "/rejection")
    await expect(typed).to_have_value("")
