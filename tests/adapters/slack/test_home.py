"""The App Home: the page, its buttons, and everything that then happens in modals."""

from __future__ import annotations

import asyncio
import io

import pytest

from bot.platform import Event, Responder
from bot.ui import Button, Card, Field, Form
from bot.words import Ours
from tests.adapters.slack.homes import PUBLISH, at_home, labels, modal_of, previewed
from tests.adapters.slack.tools import (
    CHANGE_VIEW,
    OPEN_VIEW,
    PUSH_VIEW,
    Gate,
    answered,
    assert_knows_nobody,
    events,
    said,
)
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, shared


class Words(Form, words="reply/answer"):
    """A form with one question."""

    words = Field(long=True, most=800)


async def test_the_page_is_the_one_of_the_command(chat: SlackChat) -> None:
    await shared(chat)
    home = await at_home(chat)
    await chat.say(ANA, "/comeback")
    page = await chat.last(ANA)
    assert home.words == page.text
    assert tuple(labels(home)) == page.buttons
    assert {one.body["user_id"] for one in chat.fake.traffic.of(PUBLISH)} == {chat.person(ANA)}


async def test_the_tab_of_messages_is_not_the_page(chat: SlackChat) -> None:
    chat.people[ANA].open_dm()
    await chat.fake.delivery.settled()
    await answered(chat)
    assert chat.people[ANA].home is None
    assert not chat.fake.traffic.of(PUBLISH)


async def test_a_rejection_is_shared_from_the_home_without_a_channel(chat: SlackChat) -> None:
    ana = await previewed(chat)
    preview = modal_of(ana)
    assert "Post now" in labels(preview)
    assert TYPED["happened"] in preview.words
    await chat.done(ana.press_modal("Change it"))
    assert modal_of(ana).values["happened"] == TYPED["happened"]
    await chat.done(ana.submit({"happened": "Changed words."}))
    assert "Changed words." in modal_of(ana).words
    assert "Post now" in labels(modal_of(ana)), "the form gave way to the card below it"
    await chat.done(ana.press_modal("Post now"))
    assert "receipt" in modal_of(ana).words
    assert "Post now" not in labels(modal_of(ana))
    assert ana.home is not None
    assert "Your share" in ana.home.words, "the page shows it at once"
    await chat.settle()
    assert "Changed words." in (await chat.room(BEN))[0].text
    assert not await chat.private(ANA), "nothing is said in a channel"
    assert [one.text[:12] for one in await chat.inbox(ANA)] == ["Your receipt"]
    for view in chat.fake.traffic.of(OPEN_VIEW) + chat.fake.traffic.of(CHANGE_VIEW):
        assert "Changed words." not in view.body["view"].get("private_metadata", "")


async def test_what_does_not_fit_stands_beside_its_field(chat: SlackChat) -> None:
    await at_home(chat)
    ana = chat.people[ANA]
    await chat.done(ana.press_home("Share a rejection"))
    outcome = await chat.done(ana.submit(TYPED | {"happened": " "}))
    assert "happened" in outcome.errors
    assert modal_of(ana).values["feeling"] == TYPED["feeling"]
    await chat.done(ana.submit({"happened": "Now it fits."}))
    assert "Now it fits." in modal_of(ana).words


async def test_a_form_over_a_card_is_on_top_of_it_and_three_views_are_the_most(
    chat: SlackChat,
) -> None:
    ana = await previewed(chat)
    await chat.done(ana.press_modal("Change it"))
    assert len(chat.fake.views.stacks[ana.id]) == 2
    await chat.done(ana.close_modal())
    assert "Post now" in labels(modal_of(ana)), "the card is still there"
    # What Slack has no place for takes the place of the card.
    card = chat.fake.views.top(ana.id)
    assert card is not None
    chat.fake.faults.answer(PUSH_VIEW, error="push_limit_reached")
    await chat.done(ana.press_modal("Change it"))
    assert [one.id for one in chat.fake.views.stacks[ana.id]] == [card.id]
    assert modal_of(ana).submit
    await chat.done(ana.submit({"happened": "In the card's place."}))
    assert "In the card's place." in modal_of(ana).words
    assert "Post now" in labels(modal_of(ana))


async def test_two_quick_presses_are_two_presses_and_one_share(chat: SlackChat) -> None:
    ana = await previewed(chat)
    held = chat.fake.views.top(ana.id)
    assert held is not None
    await asyncio.gather(ana.press_modal("Post now"), ana.press_modal("Post now"))
    await answered(chat)
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    assert len(await chat.inbox(ANA)) == 1
    assert modal_of(ana).id == held.id


async def test_later_answers_stand_below_and_an_update_takes_the_place_of_all(
    chat: SlackChat,
) -> None:
    async def answer(event: Event, responder: Responder) -> None:
        if event.call == "t.more":
            await responder.reply(said("First."))
            await responder.reply(said("Second."))
        elif event.call == "t.form":
            await responder.ask(Words(), "t.sent")
        else:
            await responder.reply(said("Gone."))
            buttons = (Button(Ours("Once more"), "t.form"),)
            await responder.update(Card(text=Ours("In place of all."), buttons=buttons))

    await at_home(chat)
    ana = chat.people[ANA]
    gate = Gate(chat, answer)
    gate.open()
    page = {"type": "home", "blocks": [_actions("t.more"), _actions("t.put")]}
    await chat.app.workspaces.client(chat.workspace.bot_token).views_publish(
        user_id=ana.id, view=page
    )
    await chat.done(ana.press_home("t.more"))
    assert modal_of(ana).words.split() == ["First.", "Second."]
    ana.reload()
    await chat.app.workspaces.client(chat.workspace.bot_token).views_publish(
        user_id=ana.id, view=page
    )
    await chat.done(ana.press_home("t.put"))
    assert modal_of(ana).words == "In place of all."
    await chat.done(ana.press_modal("Once more"))
    await chat.done(ana.submit({"words": "x"}))
    assert "In place of all." in modal_of(ana).words


def _actions(call: str) -> dict[str, object]:
    text = {"type": "plain_text", "text": call}
    return {
        "type": "actions",
        "elements": [{"type": "button", "text": text, "action_id": call}],
    }


@pytest.mark.faults
async def test_a_page_slack_does_not_take_is_logged_with_a_ticket_and_no_words(
    chat: SlackChat, log_lines: io.StringIO
) -> None:
    await shared(chat)
    chat.fake.faults.answer(PUBLISH, error="internal_error", times=2)
    ana = chat.people[ANA]
    await ana.open_home()
    await answered(chat)
    (fault,) = events(log_lines, "event.failed")
    assert fault["ticket"]
    assert events(log_lines, "answer.failed"), "nor the sentence with the ticket"
    assert_knows_nobody(log_lines, chat, *TYPED.values())
    assert (await at_home(chat)).words.startswith("Your page")
