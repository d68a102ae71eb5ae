"""The methods that open, push, change and publish views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.slack.access import Call, Method
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.views import Held
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack


class ViewMethods:
    """views.open, views.push, views.update and views.publish. None needs a scope."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake

    def methods(self) -> list[Method]:
        """Return the table of these methods."""
        opens = frozenset({"view", "trigger_id", "interactivity_pointer"})
        changes = frozenset({"view", "view_id", "external_id", "hash"})
        return [
            Method("views.open", self._open, opens),
            Method("views.push", self._push, opens),
            Method("views.update", self._update, changes),
            Method("views.publish", self._publish, frozenset({"view", "user_id", "hash"})),
        ]

    async def _open(self, call: Call) -> Json:
        trigger_id, view = call.need("trigger_id", "view")
        self._check(view, "modal")
        trigger = self.fake.triggers.take(trigger_id, call.workspace.id)
        # From memory: opened out of a modal, a view goes on top of it, as with views.push.
        inside = trigger.view and self.fake.views.top(trigger.user) is not None
        views = self.fake.views
        held = (views.push if inside else views.open)(call.workspace, trigger.user, view)
        return {"view": held.full}

    async def _push(self, call: Call) -> Json:
        trigger_id, view = call.need("trigger_id", "view")
        self._check(view, "modal")
        views = self.fake.views
        known = self.fake.triggers.see(trigger_id, call.workspace.id)
        if not known.view or views.top(known.user) is None:
            raise ApiError("not_found")  # from memory: there is no view to put it on
        trigger = self.fake.triggers.take(trigger_id, call.workspace.id)
        return {"view": views.push(call.workspace, trigger.user, view).full}

    async def _update(self, call: Call) -> Json:
        (view,) = call.need("view")
        views, args = self.fake.views, call.args
        if args.get("view_id"):
            held = views.find(str(args["view_id"]))
        else:
            held = views.by_external(call.workspace, call.need("external_id")[0])
        if held is None or held.raw["team_id"] != call.workspace.id:
            raise ApiError("not_found")
        self._check(view, held.raw["type"])
        self._check_hash(held, args)
        external = view.get("external_id")
        other = views.by_external(call.workspace, external) if external else None
        if other is not None and other is not held:
            raise ApiError("duplicate_external_id")
        return {"view": views.update(held, view).full}

    async def _publish(self, call: Call) -> Json:
        user_id, view = call.need("user_id", "view")
        user = self.fake.world.users.get(str(user_id))
        if user is None or user["team_id"] != call.workspace.id:
            raise ApiError("invalid_arguments", ["invalid `user_id`"])
        if not self.fake.world.app.set_up.home:
            raise ApiError("not_enabled")  # from memory: the Home tab is off
        self._check(view, "home")
        held = self.fake.views.homes.get(user["id"])
        if held is not None:
            self._check_hash(held, call.args)
        return {"view": self.fake.views.publish(call.workspace, user["id"], view).full}

    def _check(self, view: Json, kind: str) -> None:
        self.fake.checker.view(view)
        if view["type"] != kind:
            line = f"invalid type: {view['type']}, a {kind} is expected [json-pointer:/view/type]"
            raise ApiError("invalid_arguments", [line])
        self.fake.files.check_pictures(view["blocks"], "/view/blocks")

    def _check_hash(self, held: Held, args: Json) -> None:
        if args.get("hash") and args["hash"] != held.raw["hash"]:
            raise ApiError("hash_conflict")
