"""Slack as the house knows it: sending, changing, finding, and who may do what."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from slack_sdk.errors import SlackApiError

from bot import logs
from bot.adapters.slack import posting
from bot.adapters.slack.cards import Draws, Message
from bot.adapters.slack.channels import Channels, is_id, lacks
from bot.adapters.slack.doors import Doors
from bot.adapters.slack.faults import LOST, name_of, understanding, understood
from bot.adapters.slack.ids import block_of, spelled, user_of
from bot.adapters.slack.workspaces import NAME, Workspace, Workspaces
from bot.house import House
from bot.identity import Address
from bot.people import Room, Space, Standing
from bot.platform import NoAccess, Pace, Target, Trace, TryLater, Unreachable
from bot.sending import Sending, whole
from bot.ui import Card

_STILL = 5.0  # seconds until what is being sent is asked after again
_A_SECOND = 4.5  # messages to one workspace: "several hundred a minute", says Slack
_CLOSED = 3600.0  # seconds until what may be in an inbox that is closed is asked after again
_NO_TOKEN = 300.0  # seconds until a workspace without a token is tried again
_AT_MOST = 1000  # messages that are out and may not be noted as such yet
_GLANCE = 1.0  # seconds for what a form can be opened without: it has three in all
_EDITS = 3600.0  # seconds until a message that may not be changed is changed after all


class Slack:
    """The platform. A message's ``ref`` is ``channel/ts``; a thread is its first message."""

    name = NAME
    pace = Pace(space=_A_SECOND)

    def __init__(self, house: House, workspaces: Workspaces, words: frozenset[str]) -> None:
        self._house = house
        self._workspaces = workspaces
        self._sending = Sending()
        self._sent: dict[str, dict[int, str]] = {}
        self._out: dict[str, str] = {}
        """What went out of late; until it is noted, only this knows where it stands."""
        self._channels = Channels()
        self.doors = Doors()
        prefix = house.settings.slack_prefix
        self.draws = Draws(
            lambda member: user_of(house.identity.address(member)),
            partial(spelled, words=words, prefix=prefix) if prefix else None,
        )

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Send a card to a room, into the thread of a message, or to somebody's inbox."""
        return await self._sending.once(nonce, partial(self._begin, target, card, nonce))

    async def _begin(self, target: Target, card: Card, nonce: str) -> str:
        """Send a card; what is raised says whether parts of it are out."""
        try:
            return await self._send(target, card, nonce)
        except TryLater as patience:
            patience.begun = nonce in self._sent
            raise
        except Exception as fault:
            if not isinstance(fault, Unreachable):
                self._sent.pop(nonce, None)  # one more may be out: only Slack knows
            raise

    async def _send(self, target: Target, card: Card, nonce: str) -> str:
        workspace = await self._workspace(target.space)
        with understanding(in_room=target.room is not None):
            channel, under = await self._place(workspace, target)
            try:
                ts = await self._write(workspace, channel, under, target, card, nonce)
            except SlackApiError as fault:
                if target.to is None or name_of(fault) != "channel_not_found":
                    raise
                self.doors.forget(workspace, user_of(target.to))
                channel, under = await self._place(workspace, target)
                ts = await self._write(workspace, channel, under, target, card, nonce)
        self._out[nonce] = f"{channel}/{ts}"
        while len(self._out) > _AT_MOST:
            del self._out[next(iter(self._out))]
        if target.room is not None:
            await self._house.rooms.fine(workspace.space.id, target.room)
        return f"{channel}/{ts}"

    async def _write(
        self,
        workspace: Workspace,
        channel: str,
        under: str | None,
        target: Target,
        card: Card,
        nonce: str,
    ) -> str:
        """Send a card and return the ``ts`` of its last message.

        Of one in several, those that an earlier attempt got through are not sent again; they are
        known by how many follow them.
        """
        messages = await self._drawn(workspace, target, card)
        there = self._sent.setdefault(nonce, {})
        try:
            for after, message in zip(reversed(range(len(messages))), messages, strict=True):
                if after not in there:
                    # Marked where it could be found by nobody but the two who can read it.
                    marked = target.to is not None and posting.FINDS in workspace.scopes
                    mark = _mark(nonce, after) if marked else None
                    there[after] = await posting.write(
                        workspace, channel, message, under=under, mark=mark
                    )
        finally:
            if not there or len(there) == len(messages):
                del self._sent[nonce]
        return there[0]

    async def _drawn(self, workspace: Workspace, target: Target, card: Card) -> list[Message]:
        """Return a card as messages; a post's say which post it is, to be met again by it."""
        messages = await posting.drawn(workspace, self.draws, card)
        if target.post is not None:
            last = messages[-1].blocks
            last[0] = last[0] | {"block_id": block_of(target.post)}
        return messages

    async def edit(self, target: Target, ref: str, card: Card) -> None:
        """Change a message of the bot's; of a card in several, the last."""
        channel, ts = _read(ref)
        workspace = await self._workspace(target.space)

        async def change() -> None:
            message = (await self._drawn(workspace, target, card))[-1]
            await posting.change(workspace, channel, ts, message)

        try:
            with understanding(in_room=target.room is not None):
                await self._sending.in_turn(ref, change)
        except NoAccess as fault:
            # Its channel may be the room no more: for that no moderator is called to the room.
            if channel != await self._house.rooms.channel(workspace.space, _room(target)):
                raise TryLater(_EDITS) from None
            raise NoAccess(fault.lack, _EDITS if fault.lack == "edits" else 600.0) from None

    async def find(self, target: Target, nonce: str) -> str | Trace:
        """Return the message sent with ``nonce``, if it can be told.

        Raises ``TryLater`` while it is still being sent and while an inbox is closed. Of a room it
        cannot be told: the bot does not ask to read there. Of direct messages, where granted.
        """
        if nonce in self._sending:
            raise TryLater(_STILL)
        if nonce in self._out:
            return self._out[nonce]
        if nonce in self._sent:
            return Trace.ABSENT  # all of it; which parts are out is known here
        workspace = await self._workspace(target.space)
        if target.to is None or posting.FINDS not in workspace.scopes:
            return Trace.UNKNOWN
        try:
            with understanding(in_room=False):
                channel = await whole(self.doors.channel(workspace, user_of(target.to)))
                found = await posting.find(workspace, channel, nonce, target.since)
        except posting.Unseen:
            return Trace.UNKNOWN
        except Unreachable:
            # It may never have been sent: it is looked for again, once the inbox may be open.
            self.doors.forget(workspace, user_of(target.to))
            raise TryLater(_CLOSED) from None
        if 0 in found:
            self._sent.pop(nonce, None)
            return f"{channel}/{found[0]}"
        if found:
            self._sent[nonce] = found
        return Trace.ABSENT

    async def _place(self, workspace: Workspace, target: Target) -> tuple[str, str | None]:
        """Return the channel a message goes to, and the message it goes under."""
        if target.to is not None:
            return await self._door(workspace, user_of(target.to)), None
        if target.under is not None:
            return _read(target.under)
        channel = await self._house.rooms.channel(workspace.space, _room(target))
        if channel is None:
            lack = "not_chosen"
            raise NoAccess(lack)
        return channel, None

    async def _door(self, workspace: Workspace, user: str) -> str:
        """Return the channel of somebody's direct messages; to ask for it twice does no harm."""
        try:
            return await self.doors.channel(workspace, user)
        except LOST:
            raise TryLater from None
        except SlackApiError as fault:
            known = understood(fault, in_room=False)
            raise (TryLater() if known is fault else known) from None

    # Rooms and people.

    async def people_in(self, space: Space, room: Room) -> int | None:
        """Return how many people are in a room."""
        workspace = await self._workspaces.of(await self._external(space))
        chosen = await self._house.rooms.channel(space, room)
        if workspace is None or chosen is None:
            return None
        try:
            channel = await self._channels.look(workspace, chosen)
        except (SlackApiError, *LOST):
            return None
        return None if channel is None else max(channel.members - 1, 0)  # less the bot

    async def has_room(self, space: Space, room: Room) -> bool:
        """Say whether somebody has chosen the channel."""
        return await self._house.rooms.channel(space, room) is not None

    async def has_channel(self, space: Space, channel: str) -> bool:
        """Say whether there may be such a channel: Slack hides a private one without the bot."""
        return is_id(channel)

    async def check(self, space: Space, room: Room) -> Sequence[str]:
        """Return what the bot lacks in a room."""
        chosen = await self._house.rooms.channel(space, room)
        if chosen is None:
            return ["not_chosen"]
        workspace = await self._workspaces.of(await self._external(space))
        if workspace is None:
            return ["not_here"]
        try:
            with understanding(in_room=True):
                return lacks(room, await self._channels.look(workspace, chosen, fresh=True))
        except NoAccess as fault:
            return [fault.lack]

    async def standing(self, who: Address) -> Standing:
        """Return what somebody may do, as Slack says it now."""
        workspace = await self._workspace(who.space)
        user = user_of(who)
        try:
            told = await workspace.client.users_info(user=user)
        except SlackApiError as fault:
            if name_of(fault) in ("user_not_found", "user_not_visible"):
                return Standing(here=False)
            raise
        profile = told["user"]
        sets_up = any(profile.get(rank) for rank in ("is_admin", "is_owner", "is_primary_owner"))
        return Standing(
            here=not profile.get("deleted"),
            moderates=await self._moderates(workspace, user),
            sets_up=sets_up,
        )

    async def zone(self, who: Address) -> str | None:
        """Return the zone of somebody's profile; nothing where Slack does not say it at once.

        Who never chose one has it from their computer; apps, and a few people, have none.
        """
        workspace = await self._workspace(who.space)
        try:
            async with asyncio.timeout(_GLANCE):
                told = await workspace.sender.users_info(user=user_of(who))
        except (SlackApiError, *LOST) as fault:
            kind = name_of(fault) if isinstance(fault, SlackApiError) else type(fault).__name__
            logs.event("slack.no_zone", kind=kind)
            return None
        return str(told["user"].get("tz") or "") or None

    async def _moderates(self, workspace: Workspace, user: str) -> bool:
        """Say whether somebody is in the moderators' room, which not everybody may enter."""
        chosen = await self._house.rooms.channel(workspace.space, Room.MODERATORS)
        if chosen is None:
            return False
        channel = await self._channels.look(workspace, chosen)
        if channel is None or not channel.private or channel.shared:
            return False
        return await self._channels.has_member(workspace, chosen, user)

    async def _workspace(self, team: str) -> Workspace:
        workspace = await self._workspaces.of(team)
        if workspace is None:
            raise TryLater(_NO_TOKEN)
        return workspace

    async def _external(self, space: Space) -> str:
        return (await self._house.identity.where(space.id)).external


def _mark(nonce: str, before_the_end: int) -> str:
    return f"{nonce}.{before_the_end}" if before_the_end else nonce


def _room(target: Target) -> Room:
    return target.room or Room.SUPPORT


def _read(ref: str) -> tuple[str, str]:
    channel, _, ts = ref.partition("/")
    return channel, ts
