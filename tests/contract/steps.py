"""Steps that many dialogues of the contract suite begin with."""

from __future__ import annotations

from tests.contract.chat import ANA, BEN, Chat

TYPED = {
    "happened": "They said somebody else had more years.",
    "stage": "final",
    "need": "listen",
    "feeling": "hollow",
    "field": "design",
}


async def shared(chat: Chat, **typed: str) -> None:
    """Let Ana share a rejection and post it."""
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **(TYPED | typed))
    await chat.press(ANA, "Post now")
    await chat.settle()


async def a_share_id(chat: Chat) -> str:
    """Return the id of the newest share, as somebody who reads the platform's traffic knows it."""
    house = chat.house  # type: ignore[attr-defined]
    bot = chat.bot  # type: ignore[attr-defined]
    ((space, _),) = await house.spaces.live(chat.platform.name)  # type: ignore[attr-defined]
    shares = await bot.records.shares.live(space.id)
    return str(next(share.id for share in shares if share.posted))


async def everything_private(chat: Chat, who: str) -> str:
    """Return all that only this person sees, and what a form of theirs says."""
    form = await chat.form(who)
    faults = list(form.faults.values()) if form else []
    return "\n".join([seen.text for seen in await chat.private(who)] + faults)


async def replied(
    chat: Chat,
    words: str = "I sat in that same corridor.",
    *,
    who: str = BEN,
    sign: str = "pseudonym",
) -> None:
    """Let somebody write under the newest share."""
    await chat.press(who, "Write to them")
    await chat.submit(who, words=words, sign=sign)
    await chat.settle()
