"""What a message may be: every rule refuses what breaks it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.discord import FakeDiscord
from tests.fakes.talk import PNG, Json, Raw

V2 = 1 << 15
TEXT = {"type": 10, "content": "words"}


def row(*inside: Json) -> Json:
    """Return an action row."""
    return {"type": 1, "components": list(inside)}


def button(custom_id: str = "a", **more: Any) -> Json:
    """Return a button."""
    return {"type": 2, "style": 1, "label": "Press", "custom_id": custom_id} | more


def select(*values: str, **more: Any) -> Json:
    """Return a select."""
    options = [{"label": one, "value": one} for one in values]
    return {"type": 3, "custom_id": "s", "options": options} | more


def v2(*components: Json, **more: Any) -> Json:
    """Return a message of V2 components."""
    return {"flags": V2, "components": list(components)} | more


LINK = {"type": 2, "style": 5, "label": "Go", "url": "https://example.org"}
SECTION = {"type": 9, "components": [TEXT], "accessory": button()}
GALLERY = {"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}}]}
LONG = {"type": 10, "content": "x" * 2001}

FITS: list[Json] = [
    {"content": "x" * 2000},
    {"content": "x", "components": [row(*(button(str(n)) for n in range(5)))] * 1},
    {"content": "x", "components": [row(button(str(n))) for n in range(5)]},
    {"content": "x", "components": [row(select(*map(str, range(25))))]},
    {"components": [row(LINK)]},
    {"embeds": [{"description": "x" * 4096}], "content": ""},
    v2(*[TEXT] * 40),
    v2({"type": 10, "content": "x" * 4000}),
    v2(SECTION, GALLERY, {"type": 14, "spacing": 2}, row(button("b"))),
    v2({"type": 17, "accent_color": 0, "components": [TEXT, SECTION, row(select("x"))]}),
    {"content": "x", "allowed_mentions": {"parse": [], "users": ["1"]}},
]
BROKEN: list[tuple[Json, str]] = [
    ({"content": "x" * 2001}, "2000 or fewer"),
    ({"content": "x", "nonce": "x" * 26}, "25 or fewer"),
    ({"embeds": [{"title": "x"}] * 11}, "10 or fewer"),
    ({"embeds": [{"description": "x" * 3001}] * 2}, "6000"),
    ({"embeds": [{"title": "x" * 257}]}, "256 or fewer"),
    ({"content": "x", "components": [row(button(str(n))) for n in range(6)]}, "1 and 5"),
    ({"content": "x", "components": [row(*(button(str(n)) for n in range(6)))]}, "1 and 5"),
    ({"content": "x", "components": [row()]}, "1 and 5"),
    ({"content": "x", "components": [row(button(), button())]}, "duplicated"),
    ({"content": "x", "components": [row(button(), select("x"))]}, "maximum width"),
    ({"content": "x", "components": [row(button(""))]}, "1 and 100"),
    ({"content": "x", "components": [row(button("x" * 101))]}, "1 and 100"),
    ({"content": "x", "components": [row(button(label="x" * 81))]}, "1 and 80"),
    ({"content": "x", "components": [row(button(label=""))]}, "label or an emoji"),
    ({"content": "x", "components": [row(button(style=7))]}, "one of"),
    ({"content": "x", "components": [row(LINK | {"custom_id": "x"})]}, "cannot both"),
    ({"content": "x", "components": [row(LINK | {"url": "ftp://x"})]}, "Scheme"),
    ({"content": "x", "components": [row(button(url="https://x.org"))]}, "url cannot"),
    ({"content": "x", "components": [row(select(*map(str, range(26))))]}, "1 and 25"),
    ({"content": "x", "components": [row(select("x" * 101))]}, "1 and 100"),
    ({"content": "x", "components": [row(select("x", "x"))]}, "unique"),
    ({"content": "x", "components": [row(select("x", max_values=2))]}, "number of options"),
    ({"content": "x", "components": [row(select("x", placeholder="x" * 151))]}, "150"),
    ({"content": "x", "components": [TEXT]}, "one of (1)"),
    ({"content": "x", "components": [button()]}, "one of (1)"),
    ({"content": "x", "components": [{"style": 1}]}, "required"),
    ({"content": "x", "components": [row(button(id=3), button("b", id=3))]}, "duplicated"),
    (v2(*[TEXT] * 41), "1 and 40"),
    (v2({"type": 17, "components": [TEXT] * 40}), "1 and 40"),
    (v2(LONG, LONG), "4000 or fewer"),
    (v2(TEXT, content="x"), "cannot be used"),
    (v2(TEXT, embeds=[{"title": "x"}]), "cannot be used"),
    (v2(TEXT, sticker_ids=["1"]), "cannot be used"),
    (v2(TEXT, poll={"question": {"text": "x"}}), "cannot be used"),
    (v2(), "1 and 40"),
    (v2(button()), "one of"),
    (v2({"type": 17, "components": [{"type": 17, "components": [TEXT]}]}), "one of"),
    (v2({"type": 17, "components": []}), "1 and 40"),
    (v2({"type": 9, "components": [TEXT] * 4, "accessory": button()}), "1 and 3"),
    (v2({"type": 9, "components": [TEXT], "accessory": select("x")}), "one of"),
    (v2({"type": 9, "components": [TEXT]}), "one of"),
    (v2({"type": 10, "content": "  "}), "required"),
    (v2({"type": 12, "items": []}), "1 and 10"),
    (v2({"type": 12, "items": [{"media": {"url": "attachment://no.png"}}]}), "not found"),
    (v2({"type": 13, "file": {"url": "https://example.org/x"}}), "attachment://"),
    (v2({"type": 14, "spacing": 3}), "one of"),
    ({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, "excludes"),
    ({"content": "x", "message_reference": {"message_id": "1"}}, "Unknown message"),
    ({"content": "x", "attachments": [{"id": 0, "filename": "x"}]}, "No such file"),
]


@pytest.fixture
def place(rough: FakeDiscord) -> str:
    """Return the path of a room's messages."""
    guild = rough.world.add_guild("Support")
    return f"/channels/{rough.world.add_channel(guild, 'general')['id']}/messages"


@pytest.mark.parametrize("body", FITS, ids=range(len(FITS)))
async def test_what_fits_is_taken(raw: Raw, place: str, body: Json) -> None:
    assert (await raw("POST", place, body))[0] == 200
    raw.fake.assert_clean()


@pytest.mark.parametrize(("body", "sentence"), BROKEN, ids=range(len(BROKEN)))
async def test_what_does_not_fit_is_refused_and_remembered(
    raw: Raw, place: str, body: Json, sentence: str
) -> None:
    status, answer = await raw("POST", place, body)
    assert (status, answer["code"], answer["message"]) == (400, 50035, "Invalid Form Body")
    (violation,) = raw.fake.violations
    assert sentence in violation
    with pytest.raises(AssertionError):
        raw.fake.assert_clean()


@pytest.mark.parametrize("body", [{}, {"content": " \n"}, {"content": None, "embeds": []}])
async def test_nothing_is_no_message(raw: Raw, place: str, body: Json) -> None:
    status, answer = await raw("POST", place, body)
    assert (status, answer["code"]) == (400, 50006)


async def test_content_is_stripped(raw: Raw, place: str) -> None:
    assert (await raw("POST", place, {"content": "  x \n"}))[1]["content"] == "x"


async def test_files_are_kept_and_served(raw: Raw, place: str) -> None:
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://a b.png"}}]}
    told = [{"id": 0, "filename": "a b.png", "description": "A garden"}]
    body = v2(gallery, attachments=told)
    status, sent = await raw("POST", place, body, files={0: ("a b.png", PNG)})
    assert status == 200
    (held,) = sent["attachments"]
    assert (held["filename"], held["description"]) == ("a_b.png", "A garden")
    assert (held["content_type"], held["width"], held["height"]) == ("image/png", 1, 1)
    media = sent["components"][0]["items"][0]["media"]
    assert media["url"] == held["url"]
    assert sent["components"][0]["id"] == 1
    path = f"{place}/{sent['id']}"
    kept = {"components": [gallery], "attachments": [{"id": held["id"]}]}
    assert (await raw("PATCH", path, kept))[0] == 200
    status, _ = await raw("PATCH", path, kept | {"attachments": []})
    assert status == 400


async def test_a_file_nobody_would_see_is_refused(raw: Raw, place: str) -> None:
    status, _ = await raw("POST", place, v2(TEXT), files={0: ("a.png", PNG)})
    assert status == 400
    assert "nobody would see it" in raw.fake.violations[0]


async def test_a_file_too_large_is_refused(raw: Raw, place: str) -> None:
    files = {0: ("a.bin", b"x" * (10 * 1024 * 1024 + 1))}
    status, answer = await raw("POST", place, {"content": "x"}, files=files)
    assert (status, answer["code"]) == (413, 40005)


async def test_the_flag_of_components_stays(raw: Raw, place: str) -> None:
    _, sent = await raw("POST", place, v2(TEXT))
    path = f"{place}/{sent['id']}"
    changed = {"components": [{"type": 10, "content": "other"}]}
    assert (await raw("PATCH", path, changed))[1]["components"][0]["content"] == "other"
    assert (await raw("PATCH", path, {"content": "x"}))[0] == 400
    assert (await raw("PATCH", path, {"flags": 0}))[0] == 400
    _, plain = await raw("POST", place, {"content": "x"})
    assert (await raw("PATCH", f"{place}/{plain['id']}", v2(TEXT)))[0] == 400
    status, _ = await raw("PATCH", f"{place}/{plain['id']}", v2(TEXT, content=None))
    assert status == 200


async def test_a_nonce_sends_once(raw: Raw, place: str) -> None:
    body = {"content": "x", "nonce": "once", "enforce_nonce": True}
    _, first = await raw("POST", place, body)
    _, second = await raw("POST", place, body | {"content": "y"})
    assert (first["id"], first["nonce"]) == (second["id"], "once")
    _, found = await raw("GET", place)
    assert ["nonce" in one for one in found] == [False]
    _, third = await raw("POST", place, {"content": "x", "nonce": "once"})
    assert third["id"] != first["id"]
    raw.fake.clock.forward(600)
    assert (await raw("POST", place, body))[1]["id"] not in (first["id"], third["id"])


async def test_messages_are_read_in_pages(raw: Raw, place: str) -> None:
    ids = [(await raw("POST", place, {"content": str(n)}))[1]["id"] for n in range(6)]

    async def page(query: str) -> list[str]:
        return [one["content"] for one in (await raw("GET", f"{place}?{query}"))[1]]

    assert await page("limit=2") == ["5", "4"]
    assert await page(f"limit=2&before={ids[3]}") == ["2", "1"]
    assert await page(f"limit=2&after={ids[3]}") == ["5", "4"]
    assert await page(f"limit=2&after={ids[0]}") == ["2", "1"]
    assert await page(f"limit=3&around={ids[3]}") == ["4", "3", "2"]
    assert (await raw("GET", f"{place}?limit=101"))[0] == 400
    assert (await raw("GET", f"{place}/{ids[0]}"))[1]["content"] == "0"
    assert (await raw("GET", f"{place}/1"))[1]["code"] == 10008
    assert (await raw("DELETE", f"{place}/{ids[0]}"))[0] == 204
    assert (await raw("DELETE", f"{place}/{ids[0]}"))[1]["code"] == 10008


async def test_others_messages_are_theirs(raw: Raw, place: str) -> None:
    fake = raw.fake
    room = place.split("/")[2]
    guild = next(iter(fake.world.guilds.values()))
    ana = fake.person("ana", guild)
    theirs = f"{place}/{ana.write(room, 'my words').id}"
    assert (await raw("PATCH", theirs, {"content": "x"}))[1]["code"] == 50005
    assert (await raw("DELETE", theirs))[1]["code"] == 50013
    assert (await raw("GET", theirs))[1]["content"] == ""
    mine = ana.write(room, f"<@{fake.world.app_id}> hello")
    assert (await raw("GET", f"{place}/{mine.id}"))[1]["content"] != ""
    direct = ana.open_dm()["id"]
    said = ana.write(direct, "hello")
    path = f"/channels/{direct}/messages/{said.id}"
    assert (await raw("GET", path))[1]["content"] == "hello"
    assert (await raw("DELETE", path))[1]["code"] == 50003


async def test_who_is_notified_is_decided_by_allowed_mentions(raw: Raw, place: str) -> None:
    fake = raw.fake
    guild = next(iter(fake.world.guilds.values()))
    ana = fake.person("ana", guild)
    role = fake.world.add_role(guild, "helpers")
    text = f"<@{ana.id}> <@&{role['id']}> @everyone"
    _, loud = await raw("POST", place, {"content": text})
    assert [one["id"] for one in loud["mentions"]] == [ana.id]
    assert loud["mention_roles"] == [role["id"]]
    assert loud["mention_everyone"] is True
    quiet = {"content": text, "allowed_mentions": {"parse": [], "users": [ana.id]}}
    _, sent = await raw("POST", place, quiet)
    assert ([one["id"] for one in sent["mentions"]], sent["mention_roles"]) == ([ana.id], [])
    assert sent["mention_everyone"] is False
    _, card = await raw("POST", place, v2({"type": 10, "content": text}))
    assert card["mention_everyone"] is True


async def test_edits_of_old_messages_may_run_out(raw: Raw, place: str) -> None:
    raw.fake.messages.old_edits_an_hour = 1
    _, sent = await raw("POST", place, {"content": "x"})
    raw.fake.clock.forward(7200)
    path = f"{place}/{sent['id']}"
    assert (await raw("PATCH", path, {"content": "y"}))[0] == 200
    status, answer = await raw("PATCH", path, {"content": "z"})
    assert (status, answer["code"]) == (429, 30046)


async def test_bodies_that_are_no_json(raw: Raw, place: str) -> None:
    status, answer = await raw("POST", place)
    assert (status, answer["code"]) == (400, 50109)
