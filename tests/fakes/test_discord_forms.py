"""Forms: what Discord refuses, and what a client checks before it sends one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.discord import Unsent
from tests.fakes.stage import TEXT, Stage, label, modal
from tests.fakes.talk import Json

SOMEBODY: Json = {"type": 5, "custom_id": "who"}
TWO: list[Json] = [{"id": "1", "type": "user"}, {"id": "2", "type": "user"}]


def starting(*values: Json) -> Json:
    """Return what a select starts from."""
    return {"default_values": list(values)}


BROKEN: list[tuple[Json, str]] = [
    (modal(label(), title="x" * 46), "1 and 45"),
    (modal(label(), title=""), "1 and 45"),
    (modal(label(), custom_id=""), "1 and 100"),
    (modal(label(), custom_id="x" * 101), "1 and 100"),
    (modal(), "1 and 5"),
    (modal(*[label(TEXT | {"custom_id": str(n)}) for n in range(6)]), "1 and 5"),
    (modal(label(), label()), "duplicated"),
    (modal(label(label="x" * 46)), "1 and 45"),
    (modal(label(description="x" * 101)), "1 and 100"),
    (modal(label(TEXT | {"label": "x"})), "no label of its own"),
    (modal(label({"type": 2, "style": 1, "label": "x", "custom_id": "x"})), "exactly one field"),
    (modal({"type": 18, "label": "x"}), "exactly one field"),
    (modal(TEXT), "one of (1, 10, 18)"),
    (modal({"type": 10, "content": ""}), "required"),
    (modal(label(TEXT | {"placeholder": "x" * 101})), "0 and 100"),
    (modal(label(TEXT | {"min_length": 4001})), "0 to 4000"),
    (modal(label(TEXT | {"max_length": 0})), "1 to 4000"),
    (modal(label(TEXT | {"max_length": 4001})), "1 to 4000"),
    (modal(label(TEXT | {"max_length": 5, "value": "x" * 6})), "0 and 5"),
    (modal(label(TEXT | {"value": "x" * 4001})), "0 and 4000"),
    (modal(label(TEXT | {"style": 3})), "one of (1, 2)"),
    (modal(label({"type": 3, "custom_id": "x", "options": []})), "1 and 25"),
    (modal(label({"type": 8, "custom_id": "x", "min_values": 3})), "do not fit"),
    (modal({"type": 1, "components": [TEXT]}), "required"),
    (modal(label(SOMEBODY | {"custom_id": ""})), "1 and 100"),
    (modal(label(SOMEBODY | {"min_values": 0})), "min_values of 0"),
    (modal(label(SOMEBODY | {"min_values": 0, "required": True})), "min_values of 0"),
    (modal(label(SOMEBODY | {"min_values": 2})), "do not fit"),
    (modal(label(SOMEBODY | {"max_values": 26})), "do not fit"),
    (modal(label(SOMEBODY | {"disabled": True})), "cannot be disabled"),
    (modal(label(SOMEBODY | {"options": [{"label": "x", "value": "x"}]})), "itself"),
    (modal(label(SOMEBODY | starting({"id": "1", "type": "channel"}))), "one of (user)"),
    (modal(label(SOMEBODY | starting({"id": "ana", "type": "user"}))), "snowflake"),
    (modal(label(SOMEBODY | starting(*TWO))), "too many default"),
    (modal(label(SOMEBODY | starting(*TWO[:1], *TWO[:1]) | {"max_values": 2})), "unique"),
    (modal(label(SOMEBODY | starting(*TWO) | {"min_values": 3, "max_values": 3})), "fewer"),
    (modal(SOMEBODY), "one of (1, 10, 18)"),
]


@pytest.mark.parametrize(("form", "sentence"), BROKEN, ids=range(len(BROKEN)))
async def test_a_wrong_form_is_refused(stage: Stage, form: Json, sentence: str) -> None:
    one = await stage.command()
    status, answer = await stage.raw.answer(one, 9, form)
    assert (status, answer["code"]) == (400, 50035)
    assert sentence in stage.fake.violations[0]
    assert (await stage.raw.answer(one, 9, modal(label())))[0] == 200


async def test_a_client_checks_a_form_before_it_goes(stage: Stage) -> None:
    options = [{"label": "One", "value": "1"}, {"label": "Two", "value": "2", "default": True}]
    form = modal(
        {"type": 10, "content": "Some **words**"},
        label(TEXT | {"min_length": 2, "max_length": 4, "value": "ab"}),
        label({"type": 3, "custom_id": "pick", "options": options}),
        label({"type": 4, "custom_id": "more", "style": 2, "required": False}),
        label({"type": 8, "custom_id": "where", "default_values": []}),
    )
    one = await stage.command()
    await stage.raw.answer(one, 9, form)
    await stage.end()
    opened = stage.ana.modal
    assert opened is not None
    assert opened.intro == "Some words"
    assert opened.values == {"words": "ab", "pick": ["2"], "more": "", "where": []}
    assert opened.field("pick").options == [("One", "1"), ("Two", "2")]
    for wrong in (
        {"words": "a"},
        {"words": "abcde"},
        {"words": ""},
        {"words": "ab", "pick": "Three"},
        {"pick": ["1", "2"]},
        {"pick": "One"},
    ):
        with pytest.raises(Unsent):
            await stage.ana.submit(**wrong)
    with pytest.raises(LookupError):
        await stage.ana.submit(other="x")
    sent = await stage.heard(stage.ana.submit(pick="One", where=stage.room))
    assert sent.data == {
        "custom_id": "form",
        "components": [
            {"type": 10, "id": 1},
            {"type": 18, "id": 2, "component": _field(4, "words", 3, value="ab")},
            {"type": 18, "id": 4, "component": _field(3, "pick", 5, values=["1"])},
            {"type": 18, "id": 6, "component": _field(4, "more", 7, value="")},
            {"type": 18, "id": 8, "component": _field(8, "where", 9, values=[stage.room["id"]])},
        ],
        "resolved": sent.data["resolved"],
    }
    assert list(sent.data["resolved"]["channels"]) == [stage.room["id"]]


async def test_somebody_of_the_server_is_chosen_and_described(stage: Stage) -> None:
    first = starting({"id": stage.ben.id, "type": "user"})
    nobody: Json = {"type": 5, "custom_id": "else", "min_values": 0, "required": False}
    one = await stage.command()
    await stage.raw.answer(one, 9, modal(label(SOMEBODY | first), label(nobody)))
    await stage.end()
    opened = stage.ana.modal
    assert opened is not None
    assert opened.values == {"who": [stage.ben.id], "else": []}
    stranger = stage.fake.person("stranger")
    for wrong in ({"who": stranger}, {"who": stage.room}, {"who": ""}, {"who": ["1", "2"]}):
        with pytest.raises(Unsent):
            await stage.ana.submit(**wrong)
    sent = await stage.heard(stage.ana.submit(who=stage.fake.world.app_id))
    chosen = stage.fake.world.app_id
    assert sent.data["components"][0]["component"]["values"] == [chosen]
    assert sent.data["components"][1]["component"]["values"] == []
    assert sent.data["resolved"]["users"][chosen]["bot"] is True
    assert "user" not in sent.data["resolved"]["members"][chosen]


def _field(kind: int, custom_id: str, number: int, **more: Any) -> Json:
    return {"type": kind, "custom_id": custom_id, "id": number} | more


async def test_a_form_may_be_closed(stage: Stage) -> None:
    one = await stage.command()
    await stage.raw.answer(one, 9, modal(label()))
    await stage.end()
    stage.ana.close_modal()
    with pytest.raises(LookupError):
        await stage.ana.submit()
