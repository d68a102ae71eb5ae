from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack_stage import PNG, Json, Stage, modal, opened


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


def image(**more: str) -> Json:
    return {"type": "image", "alt_text": "A garden", "slack_file": more}


async def uploaded(stage: Stage, name: str = "garden.png", content: bytes = PNG) -> str:
    args = {"filename": name, "length": str(len(content)), "alt_txt": "Green"}
    asked = await stage.form("files.getUploadURLExternal", **args)
    async with stage.session.post(asked["upload_url"], data=content) as answer:
        assert answer.status == 200
        assert (await answer.text()).startswith("OK")
    return str(asked["file_id"])


async def test_a_picture_is_shown_in_a_block(stage: Stage) -> None:
    name = await uploaded(stage)
    early = await stage.post(image(id=name))
    assert early["error"] == "invalid_blocks"
    assert "slack_file" in early["response_metadata"]["messages"][0]
    done = await stage.call("files.completeUploadExternal", files=[{"id": name, "title": "G"}])
    assert done["files"][0]["title"] == "G"
    assert (await stage.post(image(id=name)))["ok"]
    (seen,) = stage.ana.messages(stage.room)
    (picture,) = seen.pictures
    assert (picture.content, picture.alt) == (PNG, "A garden")
    assert seen.words == "A garden"
    assert stage.fake.traffic.of("upload")[0].files[0][1] == PNG


async def test_the_sdk_uploads_with_a_message(stage: Stage) -> None:
    done = await stage.client.files_upload_v2(
        content=b"some words",
        filename="words.txt",
        channel=stage.room["id"],
        initial_comment="See",
    )
    (seen,) = stage.ana.messages(stage.room)
    (file,) = seen.files
    assert (file.name, file.content, seen.words) == ("words.txt", b"some words", "See")
    assert seen.pictures == []
    info = await stage.form("files.info", file=done["file"]["id"])
    assert info["file"]["channels"] == [stage.room["id"]]
    assert (await stage.call("files.delete", file=done["file"]["id"]))["ok"]
    assert stage.ana.messages(stage.room)[0].files == []
    gone = await stage.form("files.info", file=done["file"]["id"])
    assert gone["error"] == "file_not_found"


async def test_only_a_picture_can_be_shown_as_one(stage: Stage) -> None:
    name = await uploaded(stage, "words.txt", b"words")
    await stage.call("files.completeUploadExternal", files=[{"id": name}])
    assert (await stage.post(image(id=name)))["error"] == "invalid_blocks"
    refused = await stage.open(modal(image(id=name)))
    assert refused["error"] == "invalid_arguments"


async def test_a_file_may_take_a_moment(stage: Stage) -> None:
    stage.fake.faults.slow_files(10)
    name = await uploaded(stage)
    await stage.call("files.completeUploadExternal", files=[{"id": name}])
    assert (await stage.form("files.info", file=name))["file"]["mimetype"] == ""
    assert (await stage.post(image(id=name)))["error"] == "invalid_blocks"
    stage.fake.clock.forward(11)
    assert (await stage.form("files.info", file=name))["file"]["mimetype"] == "image/png"
    assert (await stage.post(image(id=name)))["ok"]


async def test_an_upload_must_be_what_was_asked_for(stage: Stage) -> None:
    asked = await stage.form("files.getUploadURLExternal", filename="a.png", length="3")
    async with stage.session.post(asked["upload_url"], data=b"four") as answer:
        assert answer.status == 400
    done = await stage.call("files.completeUploadExternal", files=[{"id": asked["file_id"]}])
    assert done["error"] == "file_not_found"
    empty = await stage.form("files.getUploadURLExternal", filename="a.png", length="0")
    assert empty["error"] == "missing_argument"


async def test_a_file_goes_only_where_the_bot_is(stage: Stage) -> None:
    for channel, error in ((stage.hidden, "channel_not_found"), (stage.other, "not_in_channel")):
        name = await uploaded(stage)
        args = {"files": [{"id": name}], "channel_id": channel["id"]}
        assert (await stage.call("files.completeUploadExternal", **args))["error"] == error
    dm = stage.fake.world.open_dm(stage.ana.id)
    args = {"files": [{"id": name}], "channel_id": dm["id"]}
    assert (await stage.call("files.completeUploadExternal", **args))["ok"]
    assert stage.ana.inbox()[0].pictures[0].alt == "Green"
