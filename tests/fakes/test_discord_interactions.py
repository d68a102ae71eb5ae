"""Interactions: the three seconds, the fifteen minutes, and who sees what."""

from __future__ import annotations

import asyncio

import pytest

from tests.fakes.stage import Stage, label, modal
from tests.fakes.talk import Raw

BUTTONS = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]}]


async def test_an_answer_comes_once(stage: Stage) -> None:
    one = await stage.command()
    status, answer = await stage.raw.answer(one, 4, {"content": "x", "flags": 64})
    assert status == 200
    assert answer["interaction"]["response_message_ephemeral"] is True
    assert answer["resource"]["message"]["interaction_metadata"]["user"]["id"] == stage.ana.id
    status, answer = await stage.raw.answer(one, 4, {"content": "y"})
    assert (status, answer["code"]) == (400, 40060)
    (done,) = await stage.end()
    assert done.kind == "message"


async def test_an_answer_comes_in_time(stage: Stage) -> None:
    one = await stage.command()
    stage.fake.clock.forward(3)
    status, answer = await stage.raw.answer(one, 4, {"content": "x"})
    assert (status, answer["code"]) == (404, 10062)
    assert (await stage.raw.hook("POST", one, body={"content": "x"}))[1]["code"] == 10015


async def test_a_token_lives_fifteen_minutes(stage: Stage) -> None:
    one = await stage.command()
    await stage.raw.answer(one, 4, {"content": "x"})
    stage.fake.clock.forward(899)
    assert (await stage.raw.hook("POST", one, body={"content": "y"}))[0] == 200
    stage.fake.clock.forward(1)
    for method, path in (("POST", ""), ("PATCH", "/messages/@original")):
        status, answer = await stage.raw.hook(method, one, path, {"content": "z"})
        assert (status, answer["code"]) == (401, 50027)


async def test_a_token_must_be_right(stage: Stage) -> None:
    one = await stage.command()
    path = f"/interactions/{one.id}/wrong/callback"
    status, answer = await stage.raw("POST", path, {"type": 4, "data": {"content": "x"}})
    assert (status, answer["code"]) == (404, 10062)
    await stage.raw.answer(one, 4, {"content": "x"})
    path = f"/webhooks/1/{one.token}"
    assert (await stage.raw("POST", path, {"content": "x"}))[1]["code"] == 10015


async def test_which_answers_fit_which_interaction(stage: Stage) -> None:
    one = await stage.command()
    for kind in (1, 6, 7, 8, 99):
        assert (await stage.raw.answer(one, kind, {}))[1]["code"] == 50035
    await stage.raw.answer(one, 4, {"content": "x", "components": BUTTONS})
    press = await stage.press(stage.ana.messages(stage.room)[0])
    assert (await stage.raw.answer(press, 8, {"choices": []}))[1]["code"] == 50035
    assert (await stage.raw.answer(press, 9, modal(label())))[0] == 200
    (_, pressed) = await stage.end()
    assert pressed.kind == "modal"
    sent = await stage.heard(stage.ana.submit(words="x"))
    assert (await stage.raw.answer(sent, 9, modal(label())))[1]["code"] == 50035
    assert (await stage.raw.answer(sent, 7, {"content": "changed"}))[0] == 200
    assert stage.ana.messages(stage.room)[0].words == "changed"
    two = await stage.command()
    await stage.raw.answer(two, 9, modal(label()))
    await stage.end()
    sent = await stage.heard(stage.ana.submit(words="x"))
    assert sent.message is None
    assert (await stage.raw.answer(sent, 6))[1]["code"] == 50035
    assert (await stage.raw.answer(sent, 5, {"flags": 64}))[0] == 200


async def test_a_form_is_no_answer_after_a_deferral(stage: Stage) -> None:
    one = await stage.command()
    await stage.raw.answer(one, 5)
    status, answer = await stage.raw.answer(one, 9, modal(label()))
    assert (status, answer["code"]) == (400, 40060)


async def test_a_deferred_answer_keeps_who_sees_it(stage: Stage) -> None:
    one = await stage.command()
    _, answer = await stage.raw.answer(one, 5, {"flags": 64})
    assert answer["interaction"]["response_message_loading"] is True
    assert stage.ana.messages(stage.room)[0].thinking
    _, filled = await stage.raw.hook("POST", one, body={"content": "first"})
    assert (filled["id"], filled["flags"]) == (one.original, 64)
    _, second = await stage.raw.hook("POST", one, body={"content": "second"})
    assert (second["flags"], second["message_reference"]["message_id"]) == (0, one.original)
    assert [one.words for one in stage.ben.messages(stage.room)] == ["second"]
    _, third = await stage.raw.hook("POST", one, body={"content": "third", "flags": 64})
    assert third["id"] != second["id"]
    assert [one.words for one in stage.ben.messages(stage.room)] == ["second"]


async def test_a_public_deferral_stays_public(stage: Stage) -> None:
    one = await stage.command()
    await stage.raw.answer(one, 5)
    body = {"flags": 64 | 1 << 15, "components": [{"type": 10, "content": "x"}]}
    _, filled = await stage.raw.hook("PATCH", one, "/messages/@original", body)
    assert filled["flags"] == 1 << 15
    assert [one.words for one in stage.ben.messages(stage.room)] == ["x"]


async def test_an_ephemeral_message_is_nobodys_elses(stage: Stage) -> None:
    one = await stage.command()
    await stage.raw.answer(one, 4, {"content": "x", "flags": 64})
    path = f"/channels/{stage.room['id']}/messages/{one.original}"
    for method, body in (("GET", None), ("PATCH", {"content": "y"}), ("DELETE", None)):
        assert (await stage.raw(method, path, body))[1]["code"] == 10008
    assert (await stage.raw("GET", f"/channels/{stage.room['id']}/messages"))[1] == []
    assert (await stage.raw("POST", f"{path}/threads", {"name": "x"}))[1]["code"] == 10008
    assert (await stage.raw.hook("GET", one, "/messages/@original"))[1]["content"] == "x"
    assert stage.ben.messages(stage.room) == []
    assert [one.words for one in stage.ana.private()] == ["x"]
    stage.ana.dismiss(one.original)
    assert (await stage.raw.hook("GET", one, "/messages/@original"))[1]["code"] == 10008


async def test_an_original_is_changed_and_deleted(stage: Stage) -> None:
    one = await stage.command()
    path = "/messages/@original"
    assert (await stage.raw.hook("PATCH", one, path, {"content": "y"}))[1]["code"] == 10015
    await stage.raw.answer(one, 4, {"content": "x", "components": BUTTONS})
    assert (await stage.raw.hook("PATCH", one, path, {"content": "y"}))[0] == 200
    press = await stage.press(one.original)
    await stage.raw.answer(press, 6)
    status, changed = await stage.raw.hook("PATCH", press, path, {"content": "z"})
    assert (status, changed["id"]) == (200, one.original)
    assert (await stage.raw.hook("DELETE", press, path))[0] == 204
    assert (await stage.raw.hook("PATCH", one, path, {"content": "x"}))[1]["code"] == 10008
    assert stage.ana.messages(stage.room) == []


async def test_a_message_says_who_used_what(stage: Stage) -> None:
    seen = stage.ben.write(stage.room, "hello")
    one = await stage.heard(stage.ana.context_menu("Note", seen))
    assert one.data["resolved"]["messages"][seen.id]["content"] == "hello"
    _, answer = await stage.raw.answer(one, 4, {"content": "x", "components": BUTTONS})
    made = answer["resource"]["message"]
    assert (made["type"], made["interaction_metadata"]["target_message_id"]) == (23, seen.id)
    press = await stage.press(one.original)
    _, answer = await stage.raw.answer(press, 9, modal(label()))
    await stage.end()
    sent = await stage.heard(stage.ana.submit(words="x"))
    _, answer = await stage.raw.answer(sent, 4, {"content": "y"})
    about = answer["resource"]["message"]["interaction_metadata"]
    assert about["type"] == 5
    assert about["triggering_interaction_metadata"]["interacted_message_id"] == one.original
    plain = await stage.raw("POST", f"/channels/{stage.room['id']}/messages", {"content": "x"})
    assert "interaction_metadata" not in plain[1]


async def test_a_payload_is_complete(stage: Stage) -> None:
    one = await stage.command()
    payload = stage.fake.interactions.payload(one)
    assert payload["member"]["user"]["id"] == stage.ana.id
    assert payload["authorizing_integration_owners"] == {"0": stage.guild["id"]}
    assert (payload["context"], payload["guild_locale"], payload["version"]) == (0, "en-US", 1)
    assert int(payload["app_permissions"]) == int(payload["member"]["permissions"])
    direct = await stage.command(where=stage.ana.open_dm())
    payload = stage.fake.interactions.payload(direct)
    assert (payload["context"], payload["user"]["id"]) == (1, stage.ana.id)
    assert payload["authorizing_integration_owners"] == {"0": "0"}
    assert not {"guild_id", "member", "guild"} & set(payload)


async def test_a_locked_thread_takes_no_answer(stage: Stage) -> None:
    base = f"/channels/{stage.room['id']}/messages"
    _, sent = await stage.raw("POST", base, {"content": "x"})
    await stage.raw("POST", f"{base}/{sent['id']}/threads", {"name": "x"})
    one = await stage.command(where=sent["id"])
    state = stage.fake.world.channels[sent["id"]]["thread_metadata"]
    state |= {"locked": True, "archived": True}
    status, answer = await stage.raw.answer(one, 4, {"content": "x"})
    assert (status, answer["code"]) == (403, 50083)
    assert (await stage.raw.answer(one, 4, {"content": "x", "flags": 64}))[0] == 200


async def test_a_select_sends_what_was_chosen(stage: Stage) -> None:
    options = [{"label": "One", "value": "1"}, {"label": "Two", "value": "2"}]
    string = {"type": 3, "custom_id": "s", "options": options}
    people = {"type": 5, "custom_id": "p", "max_values": 2}
    rows = [{"type": 1, "components": [one]} for one in (string, people)]
    path = f"/channels/{stage.room['id']}/messages"
    _, sent = await stage.raw("POST", path, {"content": "x", "components": rows})
    one = await stage.heard(stage.ana.choose(sent["id"], "s", "Two"))
    assert one.data["values"] == ["2"]
    two = await stage.heard(stage.ana.choose(sent["id"], "p", stage.ben.id))
    assert set(two.data["resolved"]) == {"users", "members"}
    with pytest.raises(LookupError):
        await stage.ana.choose(sent["id"], "s", "One", "Two")


async def test_autocomplete_offers_choices(stage: Stage, raw: Raw) -> None:
    option = {"name": "city", "description": "Where", "type": 3, "autocomplete": True}
    command = {"name": "word", "description": "Something", "type": 1, "options": [option]}
    await raw("PUT", f"/applications/{raw.fake.world.app_id}/commands", [command])
    done = asyncio.ensure_future(stage.ana.complete(stage.room, "word", "city", "Be"))
    await asyncio.sleep(0)
    (one,) = raw.fake.interactions.by_token.values()
    assert one.data["options"] == [{"name": "city", "type": 3, "value": "Be", "focused": True}]
    many = [{"name": str(n), "value": str(n)} for n in range(26)]
    assert (await raw.answer(one, 8, {"choices": many}))[1]["code"] == 50035
    assert (await raw.answer(one, 4, {"content": "x"}))[1]["code"] == 50035
    assert (await raw.answer(one, 8, {"choices": many[:25]}))[0] == 200
    assert await done == many[:25]
