import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack import NotOffered
from tests.fakes.slack_stage import Json, Stage, buttons, field, modal, opened, section


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


def option(name: str) -> Json:
    return {"text": {"type": "plain_text", "text": name.title()}, "value": name}


HOME = {"type": "home", "blocks": [section("Welcome"), buttons("Settings")]}


async def test_a_trigger_opens_one_view_in_three_seconds(stage: Stage) -> None:
    trigger = stage.trigger()
    assert (await stage.call("views.open", trigger_id=trigger, view=modal()))["ok"]
    again = await stage.call("views.open", trigger_id=trigger, view=modal())
    assert again["error"] == "exchanged_trigger_id"
    late = stage.trigger()
    stage.fake.clock.forward(3.1)
    told = await stage.call("views.open", trigger_id=late, view=modal())
    assert told["error"] == "expired_trigger_id"
    told = await stage.call("views.open", trigger_id="1.2.3", view=modal())
    assert told["error"] == "invalid_trigger_id"


async def test_a_refused_view_leaves_the_trigger(stage: Stage) -> None:
    trigger = stage.trigger()
    refused = await stage.call("views.open", trigger_id=trigger, view={"type": "modal"})
    assert refused["error"] == "invalid_arguments"
    assert "missing required field: blocks" in refused["response_metadata"]["messages"][0]
    assert (await stage.call("views.open", trigger_id=trigger, view=modal()))["ok"]


async def test_a_view_is_what_the_person_sees(stage: Stage) -> None:
    words = field("words", multiline=True, initial_value="so far")
    words["hint"] = {"type": "plain_text", "text": "Nobody sees your name"}
    tone = field("tone", "static_select", options=[option("warm"), option("plain")])
    view = modal(section("*Only* you"), words, tone, private_metadata="kept")
    await stage.open(view)
    seen = stage.ana.modal
    assert seen is not None
    assert (seen.title, seen.submit, seen.close) == ("Form", "Send", "")
    assert (seen.callback_id, seen.private_metadata) == ("form", "kept")
    assert seen.values == {"words": "so far", "tone": None}
    assert seen.words.split("\n") == [
        "Only you",
        "Words",
        "Nobody sees your name",
        "Tone",
        "Warm",
        "Plain",
    ]
    assert stage.ben.modal is None


async def test_a_view_has_a_size(stage: Stage) -> None:
    blocks = [section("x" * 2900) for _ in range(90)]
    assert (await stage.open(modal(*blocks)))["error"] == "view_too_large"
    dividers = [{"type": "divider"}] * 101
    assert (await stage.open(modal(*dividers)))["error"] == "invalid_arguments"
    assert (await stage.open(HOME))["error"] == "invalid_arguments"


async def test_a_stack_is_three_deep(stage: Stage) -> None:
    first = (await stage.open())["view"]
    for _ in range(2):
        trigger = stage.trigger(first["id"])
        pushed = await stage.call("views.push", trigger_id=trigger, view=modal())
        assert pushed["view"]["root_view_id"] == first["id"]
    trigger = stage.trigger(first["id"])
    full = await stage.call("views.push", trigger_id=trigger, view=modal())
    assert full["error"] == "push_limit_reached"
    await stage.ana.close_modal()
    await stage.ana.close_modal()
    assert stage.ana.modal is not None
    assert stage.ana.modal.id == first["id"]


async def test_only_out_of_a_modal_can_be_pushed(stage: Stage) -> None:
    told = await stage.call("views.push", trigger_id=stage.trigger(), view=modal())
    assert told["error"] == "not_found"


async def test_a_view_is_updated_by_its_ids_and_hash(stage: Stage) -> None:
    first = (await stage.open(modal(external_id="mine")))["view"]
    other = modal(section("Changed"), field("words"), external_id="mine")
    done = await stage.call("views.update", external_id="mine", view=other)
    assert done["ok"]
    stale = await stage.call("views.update", view_id=first["id"], hash=first["hash"], view=other)
    assert stale["error"] == "hash_conflict"
    fresh = done["view"]["hash"]
    again = await stage.call("views.update", view_id=first["id"], hash=fresh, view=other)
    assert again["ok"]
    twice = await stage.call(
        "views.push", trigger_id=stage.trigger(first["id"]), view=modal(external_id="mine")
    )
    assert twice["error"] == "duplicate_external_id"
    await stage.ana.close_modal()
    gone = await stage.call("views.update", view_id=first["id"], view=modal())
    assert gone["error"] == "not_found"


async def test_what_was_typed_survives_an_update(stage: Stage) -> None:
    bot = await stage.bot()
    view = (await stage.open(modal(field("words"), buttons("More"))))["view"]
    await stage.ana.press_modal("More", words="typed")
    (pressed,) = bot.of("block_actions")
    payload = pressed["payload"]
    assert payload["view"]["state"]["values"]["words"]["v"]["value"] == "typed"
    assert payload["container"] == {"type": "view", "view_id": view["id"]}
    assert "response_url" not in payload
    assert "channel" not in payload
    later = modal(field("words", initial_value="new"), field("more", initial_value="start"))
    await stage.call("views.update", view_id=view["id"], view=later)
    assert stage.ana.modal is not None
    assert stage.ana.modal.values == {"words": "typed", "more": "start"}
    other = modal(field("words", action_id="w", initial_value="new"))
    await stage.call("views.update", view_id=view["id"], view=other)
    assert stage.ana.modal.values == {"words": "new"}


async def test_a_home_is_published_for_each_person(stage: Stage) -> None:
    bot = await stage.bot()
    assert await stage.ana.open_home() is None
    event = bot.of("app_home_opened")[0]["payload"]["event"]
    assert (event["tab"], event["user"]) == ("home", stage.ana.id)
    first = await stage.call("views.publish", user_id=stage.ana.id, view=HOME)
    assert stage.ana.home is not None
    assert stage.ana.home.words == "Welcome"
    assert stage.ben.home is None
    other = {"type": "home", "blocks": [section("Changed")]}
    args = {"user_id": stage.ana.id, "view": other}
    assert (await stage.call("views.publish", **args))["view"]["id"] == first["view"]["id"]
    stale = await stage.call("views.publish", **args, hash=first["view"]["hash"])
    assert stale["error"] == "hash_conflict"
    nobody = await stage.call("views.publish", user_id="U0", view=HOME)
    assert nobody["error"] == "invalid_arguments"


async def test_a_press_in_the_home_has_no_channel(stage: Stage) -> None:
    bot = await stage.bot()
    await stage.call("views.publish", user_id=stage.ana.id, view=HOME)
    assert (await stage.ana.press_home("Settings")).acked
    payload = bot.of("block_actions")[0]["payload"]
    assert payload["container"]["type"] == "view"
    assert payload["view"]["type"] == "home"
    assert "response_url" not in payload
    assert (await stage.call("views.open", trigger_id=payload["trigger_id"], view=modal()))["ok"]


async def test_without_a_home_tab_there_is_no_home(stage: Stage) -> None:
    assert stage.fake.app.manifest is not None
    stage.fake.app.manifest.raw["features"]["app_home"]["home_tab_enabled"] = False
    refused = await stage.call("views.publish", user_id=stage.ana.id, view=HOME)
    assert refused["error"] == "not_enabled"
    with pytest.raises(NotOffered):
        await stage.ana.open_home()


async def test_a_view_is_opened_while_the_command_is_acknowledged(stage: Stage) -> None:
    bot = await stage.bot()
    bot.silent = True
    doing = asyncio.ensure_future(stage.ana.use(stage.room, "/word"))
    await stage.fake.until(lambda: bot.of("slash_commands"))
    (frame,) = bot.of("slash_commands")
    trigger = frame["payload"]["trigger_id"]
    assert (await stage.call("views.open", trigger_id=trigger, view=modal()))["ok"]
    await bot.ack(frame)
    assert (await doing).acked
    assert stage.ana.modal is not None
