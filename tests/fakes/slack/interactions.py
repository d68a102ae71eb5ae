"""What Slack sends to the bot when somebody does something, shaped as Slack shapes it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.content import escaped
from tests.fakes.slack.delivery import COMMAND, INTERACTIVE
from tests.fakes.slack.errors import ApiError, NotOffered
from tests.fakes.slack.outcome import Outcome
from tests.fakes.slack.views import Held
from tests.fakes.slack.world import Json, Workspace, name_in_payload

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

TROUBLE = "We had some trouble connecting. Try again?"


class Interactions:
    """Commands, presses, shortcuts and forms."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake

    def _space(self, user: Json) -> Workspace:
        space = self.fake.world.workspaces[user["team_id"]]
        if not space.bot_token:
            raise NotOffered(f"the app is not installed in {space.name}")
        if user["deleted"]:
            raise NotOffered(f"{user['name']} cannot log in any more")
        return space

    def _offering(self, user: Json) -> Workspace:
        space = self._space(user)
        if "commands" not in space.scopes:
            raise NotOffered("the app was installed without the scope commands")
        return space

    def _base(self, kind: str, user: Json, view: str = "") -> Json:
        """Return what every interaction holds, with a fresh trigger."""
        space, app = self._space(user), self.fake.world.app
        if not app.set_up.interactive:
            raise NotOffered("interactivity is off")
        payload: Json = {"type": kind, "token": app.verification_token}
        payload["user"] = {"id": user["id"], "username": user["name"]}
        payload["user"] |= {"name": user["name"], "team_id": space.id}
        payload |= {"team": space.team, "api_app_id": app.id, "enterprise": None}
        payload["is_enterprise_install"] = False
        return payload | {"trigger_id": self.fake.triggers.new(space.id, user["id"], view)}

    def _place(self, channel: Json) -> Json:
        return {"id": channel["id"], "name": name_in_payload(channel)}

    # Commands and shortcuts.

    async def command(self, user: Json, channel: Json, name: str, text: str) -> Outcome:
        """Send a slash command; its acknowledgement may be a message."""
        space, app = self._offering(user), self.fake.world.app
        url = self.fake.urls.new("commands", space, channel["id"], user["id"])
        text = escaped(text, mrkdwn=False)  # as in messages; from memory
        payload: Json = {"token": app.verification_token, "team_id": space.id}
        payload |= {"team_domain": space.domain, "channel_id": channel["id"]}
        payload |= {"channel_name": name_in_payload(channel), "user_id": user["id"]}
        payload |= {"user_name": user["name"], "command": name, "text": text}
        payload |= {"api_app_id": app.id, "is_enterprise_install": "false", "response_url": url}
        payload["trigger_id"] = self.fake.triggers.new(space.id, user["id"])
        ack = await self.fake.delivery.send(COMMAND, payload, answers=True)
        if ack.acked:
            self.fake.urls.from_ack(url, ack.body)
        said = "" if ack.acked else f'{name} failed with the error "{_shown(ack.error)}"'
        return Outcome(ack, said)

    async def shortcut(self, user: Json, name: str) -> Outcome:
        """Send a global shortcut."""
        self._offering(user)
        payload = self._base("shortcut", user)
        payload |= {"callback_id": name, "action_ts": self.fake.world.new_ts()}
        return await self._send(payload)

    async def message_shortcut(
        self, user: Json, message: Json, channel: Json, name: str
    ) -> Outcome:
        """Send a shortcut that was used on a message."""
        space = self._offering(user)
        payload = self._base("message_action", user)
        payload |= {"callback_id": name, "action_ts": self.fake.world.new_ts()}
        payload |= {"channel": self._place(channel), "message_ts": message["ts"]}
        payload["message"] = copy.deepcopy(message)
        key = (channel["id"], message["ts"])
        own = key if message.get("bot_id") == space.bot_id else None
        url = self.fake.urls.new("app", space, channel["id"], user["id"], own)
        return await self._send(payload | {"response_url": url})

    async def _send(self, payload: Json, *, answers: bool = False) -> Outcome:
        ack = await self.fake.delivery.send(INTERACTIVE, payload, answers=answers)
        return Outcome(ack, "" if ack.acked else _shown(ack.error))

    # Presses.

    async def press(
        self, user: Json, channel: Json, message: Json, action: Json, *, ephemeral: bool
    ) -> Outcome:
        """Send the press of something in a message."""
        payload = self._base("block_actions", user)
        where: Json = {"type": "message", "message_ts": message["ts"]}
        where |= {"channel_id": channel["id"], "is_ephemeral": ephemeral}
        thread = message.get("thread_ts")
        if thread:
            where["thread_ts"] = thread
        payload |= {"container": where, "channel": self._place(channel)}
        if not ephemeral:
            payload["message"] = copy.deepcopy(message)
        key = (channel["id"], message["ts"])
        url = self.fake.urls.new("actions", self._space(user), channel["id"], user["id"], key)
        payload |= {"state": {"values": {}}, "response_url": url}
        return await self._send(payload | {"actions": [self._action(action)]})

    async def press_in_view(self, user: Json, held: Held, action: Json) -> Outcome:
        """Send the press of something in a modal or in the Home tab; there is no channel."""
        modal = held.raw["type"] == "modal"
        payload = self._base("block_actions", user, held.id if modal else "")
        view = held.full
        payload |= {"container": {"type": "view", "view_id": held.id}, "view": view}
        payload["state"] = view["state"]
        return await self._send(payload | {"actions": [self._action(action)]})

    def _action(self, action: Json) -> Json:
        sent = {key: copy.deepcopy(value) for key, value in action.items() if key != "url"}
        return sent | {"action_ts": self.fake.world.new_ts()}

    # Forms.

    async def submit(self, user: Json, held: Held, view: Json) -> Outcome:
        """Send a form and do with the stack what the answer says."""
        payload = self._base("view_submission", user, held.id)
        outcome = await self._send(payload | {"view": view, "response_urls": []}, answers=True)
        if not outcome.acked:
            outcome.error = TROUBLE
        elif held in self.fake.views.stacks.get(held.user, []):
            try:
                self._follow(held, outcome)
            except ApiError as error:
                self.fake.note("the answer to a form", error)
                outcome.error = TROUBLE
        self.fake.moved()
        return outcome

    def _follow(self, held: Held, outcome: Outcome) -> None:
        views, body = self.fake.views, outcome.body
        if not body:
            views.close(held)
            return
        what = body.get("response_action") if isinstance(body, dict) else None
        if what == "errors":
            self._errors(held, outcome, body.get("errors"))
        elif what == "clear":
            views.clear(held.user)
        elif what in ("update", "push"):
            view = body.get("view")
            self.fake.checker.view(view)
            self.fake.files.check_pictures(view["blocks"], "/view/blocks")
            space = self.fake.world.workspaces[held.raw["team_id"]]
            if what == "update":
                views.update(held, view)
            else:
                views.push(space, held.user, view)
        else:
            raise ApiError("invalid_arguments", [f"no answer to a form: {str(body)[:200]}"])

    def _errors(self, held: Held, outcome: Outcome, errors: Any) -> None:
        inputs = {one["block_id"] for one in held.raw["blocks"] if one["type"] == "input"}
        good = isinstance(errors, dict) and errors
        if not good or not all(isinstance(one, str) and one for one in errors.values()):
            raise ApiError("invalid_arguments", ["errors must be sentences by block_id"])
        unknown = set(errors) - inputs
        if unknown:
            raise ApiError("invalid_arguments", [f"no input blocks: {sorted(unknown)}"])
        held.errors = outcome.errors = dict(errors)

    async def submit_raw(self, user: Json, view: Json) -> Outcome:
        """Send a form that no client showed."""
        payload = self._base("view_submission", user, str(view["id"]))
        return await self._send(payload | {"view": view, "response_urls": []}, answers=True)

    async def closed(self, user: Json, held: Held, *, cleared: bool = False) -> None:
        """Tell that a view was closed, where the bot wants to know."""
        if held.raw["notify_on_close"]:
            payload = self._base("view_closed", user)
            del payload["trigger_id"]
            await self._send(payload | {"view": held.full, "is_cleared": cleared})


def _shown(error: str) -> str:
    return error if error in ("operation_timeout", "dispatch_failed") else "dispatch_unknown_error"
