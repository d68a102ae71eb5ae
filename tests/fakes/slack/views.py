"""Views: the stack of modals in front of each person, and their Home tabs."""

from __future__ import annotations

import copy
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.slack.content import with_ids
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.inputs import Field, fields
from tests.fakes.slack.world import Json, Workspace, World

DEEPEST = 3
_KEPT = ("title", "submit", "close", "submit_disabled")


@dataclass(eq=False)
class Held:
    """One view as Slack keeps it; ``raw`` is Slack's JSON without the state."""

    raw: Json
    user: str
    fields: list[Field] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the view's id."""
        return str(self.raw["id"])

    @property
    def full(self) -> Json:
        """Return the view as payloads hold it, with its state."""
        values: dict[str, Json] = {}
        for one in self.fields:
            values.setdefault(one.block_id, {})[one.action_id] = one.state
        return {**copy.deepcopy(self.raw), "state": {"values": values}}

    def put(self, world: World, view: Json) -> None:
        """Replace what is shown; what was typed stays where block_id and action_id do."""
        before = {(one.block_id, one.action_id): one for one in self.fields}
        self.raw["blocks"] = with_ids(view["blocks"])
        for key in _KEPT:
            self.raw[key] = copy.deepcopy(view.get(key))
        self.raw["private_metadata"] = view.get("private_metadata") or ""
        self.raw["callback_id"] = view.get("callback_id") or ""
        self.raw["external_id"] = view.get("external_id") or ""
        for key in ("clear_on_close", "notify_on_close"):
            self.raw[key] = bool(view.get(key))
        self.raw["hash"] = f"{int(world.clock.now())}.{secrets.token_hex(4)}"
        self.fields, self.errors = fields(self.raw["blocks"]), {}
        for one in self.fields:
            known = before.get((one.block_id, one.action_id))
            if known is not None and known.kind == one.kind:
                one.value = known.value


class Views:
    """All stacks and homes, by user."""

    def __init__(self, world: World, moved: Callable[[], None]) -> None:
        self.world, self._changed = world, moved
        self.stacks: dict[str, list[Held]] = {}
        self.homes: dict[str, Held] = {}
        self._opened_from: dict[str, str] = {}

    def top(self, user: str) -> Held | None:
        """Return the view in front of somebody."""
        stack = self.stacks.get(user)
        return stack[-1] if stack else None

    def find(self, view_id: str) -> Held | None:
        """Return an open view, or a home, by its id."""
        every = [one for stack in self.stacks.values() for one in stack]
        every += self.homes.values()
        return next((one for one in every if one.id == view_id), None)

    def by_external(self, workspace: Workspace, external_id: str) -> Held | None:
        """Return the view a bot named like this."""
        every = [one for stack in self.stacks.values() for one in stack]
        for one in [*every, *self.homes.values()]:
            if one.raw["external_id"] == external_id and one.raw["team_id"] == workspace.id:
                return one
        return None

    def _new(self, workspace: Workspace, user: str, view: Json) -> Held:
        external = view.get("external_id")
        if external and self.by_external(workspace, external) is not None:
            raise ApiError("duplicate_external_id")
        raw: Json = {"id": self.world.new_id("V"), "team_id": workspace.id, "type": view["type"]}
        raw |= {"app_id": self.world.app.id, "bot_id": workspace.bot_id}
        raw |= {"app_installed_team_id": workspace.id, "previous_view_id": None}
        raw["root_view_id"] = raw["id"]
        held = Held(raw, user)
        held.put(self.world, view)
        return held

    def open(self, workspace: Workspace, user: str, view: Json) -> Held:
        """Open a new stack with this view, in place of one that is open."""
        held = self._new(workspace, user, view)
        self.stacks[user] = [held]
        self._changed()
        return held

    def push(self, workspace: Workspace, user: str, view: Json) -> Held:
        """Put a view on top of a stack; raises ``push_limit_reached``."""
        stack = self.stacks.setdefault(user, [])
        if len(stack) >= DEEPEST:
            raise ApiError("push_limit_reached")
        held = self._new(workspace, user, view)
        if stack:
            held.raw["previous_view_id"] = stack[-1].id
            held.raw["root_view_id"] = stack[0].id
        stack.append(held)
        self._changed()
        return held

    def update(self, held: Held, view: Json) -> Held:
        """Change a view in its place."""
        held.put(self.world, view)
        self._changed()
        return held

    def publish(self, workspace: Workspace, user: str, view: Json) -> Held:
        """Show somebody their home, the same view whenever it changes."""
        held = self.homes.get(user)
        if held is None:
            held = self.homes[user] = self._new(workspace, user, view)
        else:
            held.put(self.world, view)
        self._changed()
        return held

    def close(self, held: Held) -> None:
        """Take one view off its stack."""
        stack = self.stacks.get(held.user, [])
        if held in stack:
            stack.remove(held)
        self._changed()

    def clear(self, user: str) -> list[Held]:
        """Take the whole stack away, and return it, the top first."""
        gone = self.stacks.pop(user, [])
        self._changed()
        return gone[::-1]
