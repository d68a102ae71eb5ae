from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.fakes.slack import Unsent
from tests.fakes.slack_stage import Json, Stage, field, modal, opened, section


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


def option(name: str) -> Json:
    return {"text": {"type": "plain_text", "text": name.title()}, "value": name}


async def test_a_form_is_sent_with_its_state_and_closes(stage: Stage) -> None:
    bot = await stage.bot()
    tone = field("tone", "radio_buttons", options=[option("warm")], optional=True)
    where = field("where", "conversations_select", optional=True)
    who = field("who", "users_select", initial_user=stage.ben.id)
    other = field("other", "users_select", optional=True)
    several = field("several", "checkboxes", options=[option("a"), option("b")], optional=True)
    asked = (field("words"), tone, where, who, other, several)
    await stage.open(modal(*asked, private_metadata="kept"))
    done = await stage.ana.submit(words="a & b", where=stage.room, several=["b"])
    assert done.acked
    assert stage.ana.modal is None
    payload = bot.of("view_submission")[0]["payload"]
    state = payload["view"]["state"]["values"]
    assert state["words"]["v"] == {"type": "plain_text_input", "value": "a & b"}
    assert state["tone"]["v"] == {"type": "radio_buttons", "selected_option": None}
    assert state["where"]["v"]["selected_conversation"] == stage.room["id"]
    assert state["who"]["v"] == {"type": "users_select", "selected_user": stage.ben.id}
    assert state["other"]["v"] == {"type": "users_select", "selected_user": None}
    assert [one["value"] for one in state["several"]["v"]["selected_options"]] == ["b"]
    assert payload["view"]["private_metadata"] == "kept"
    assert payload["response_urls"] == []
    assert payload["user"]["id"] == stage.ana.id


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (field("words"), ""),
        (field("words", max_length=3), "four"),
        (field("words", min_length=3), "x"),
        (field("words"), "two\nlines"),
        (field("words"), "x" * 3001),
        (field("words", "static_select", options=[option("warm")]), "cold"),
        (field("words", "conversations_select"), "hidden"),
        (field("words", "users_select"), "hidden"),
        (field("words", "users_select"), "U0STRANGER"),
        (field("words", "users_select"), "room"),
        (field("words", "users_select"), None),
    ],
)
async def test_the_client_does_not_send_what_does_not_fit(
    stage: Stage, made: Json, value: Any
) -> None:
    await stage.open(modal(made))
    cy = stage.fake.person("cy", stage.space)
    stage.fake.views.stacks[cy.id] = stage.fake.views.stacks.pop(stage.ana.id)
    with pytest.raises(Unsent):
        await cy.submit(words={"hidden": stage.hidden, "room": stage.room}.get(value, value))
    assert cy.modal is not None


async def test_a_field_that_is_not_there_cannot_be_filled(stage: Stage) -> None:
    await stage.open()
    with pytest.raises(LookupError):
        await stage.ana.submit(colour="blue")
    with pytest.raises(LookupError):
        await stage.ben.submit(words="x")


async def test_errors_stand_at_their_fields(stage: Stage) -> None:
    bot = await stage.bot()
    bot.answers["view_submission"] = {"response_action": "errors", "errors": {"words": "Shorter"}}
    await stage.open()
    done = await stage.ana.submit(words="long")
    assert done.errors == {"words": "Shorter"}
    assert stage.ana.modal is not None
    assert stage.ana.modal.errors == {"words": "Shorter"}
    assert stage.ana.modal.values == {"words": "long"}
    bot.answers["view_submission"] = {"response_action": "errors", "errors": {"other": "x"}}
    done = await stage.ana.submit(words="short")
    assert "trouble" in done.error
    assert "no input blocks" in stage.fake.violations[0]


async def test_an_answer_updates_pushes_or_clears(stage: Stage) -> None:
    bot = await stage.bot()
    await stage.open()
    asked = {"response_action": "push", "view": modal(field("second"))}
    bot.answers["view_submission"] = asked
    await stage.ana.submit(words="x")
    assert stage.ana.modal is not None
    assert list(stage.ana.modal.values) == ["second"]
    bot.answers["view_submission"] = {"response_action": "update", "view": modal(section("Done"))}
    await stage.ana.submit(second="x")
    assert stage.ana.modal.words == "Done"
    await stage.ana.close_modal()
    bot.answers["view_submission"] = {"response_action": "clear"}
    assert list(stage.ana.modal.values) == ["words"]
    await stage.ana.submit(words="x")
    assert stage.ana.modal is None


@pytest.mark.parametrize("answer", [{"text": "ok"}, {"response_action": "update", "view": {}}])
async def test_a_wrong_answer_leaves_the_form_open(stage: Stage, answer: Json) -> None:
    bot = await stage.bot()
    bot.answers["view_submission"] = answer
    await stage.open()
    done = await stage.ana.submit(words="x")
    assert "trouble" in done.error
    assert stage.ana.modal is not None
    assert stage.fake.violations


async def test_silence_leaves_the_form_open(stage: Stage) -> None:
    bot = await stage.bot()
    bot.silent, stage.fake.deadline = True, 0.05
    await stage.open()
    done = await stage.ana.submit(words="x")
    assert (done.acked, done.status) == (False, 0)
    assert "trouble" in done.error
    assert stage.ana.modal is not None


async def test_closing_is_told_only_where_it_is_asked_for(stage: Stage) -> None:
    bot = await stage.bot()
    await stage.open()
    await stage.ana.close_modal()
    assert bot.of("view_closed") == []
    await stage.open(modal(notify_on_close=True))
    await stage.ana.close_modal()
    assert bot.of("view_closed")[0]["payload"]["is_cleared"] is False
    await stage.open()
    stage.ana.reload()
    assert stage.ana.modal is None


async def test_a_form_can_be_forged(stage: Stage) -> None:
    bot = await stage.bot()
    done = await stage.ana.submit_raw("form", {"words": "x"}, "forged")
    assert done.acked
    view = bot.of("view_submission")[0]["payload"]["view"]
    assert (view["callback_id"], view["private_metadata"]) == ("form", "forged")
    await stage.open()
    await stage.ana.submit_raw("form", {"words": "y"}, view=stage.ana.modal)
    state = bot.of("view_submission")[1]["payload"]["view"]["state"]["values"]
    assert state["words"]["v"]["value"] == "y"
