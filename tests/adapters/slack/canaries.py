"""People who can be told from everything else, and where they are looked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.contract.chat import Seen
from tests.contract.slack import SlackChat
from tests.fakes.slack.traffic import Request

ZONES = ("Pacific/Kiritimati", "Asia/Kathmandu", "America/Paramaribo", "Antarctica/Troll")


class Canaries(SlackChat):
    """Everybody's id, names, picture, place and language can be told from everything else."""

    also = ("im:history",)

    def furnish(self) -> None:
        super().furnish()
        self.zones: dict[str, str] = {}
        for number, (who, person) in enumerate(self.people.items()):
            self.zones[who] = ZONES[number]
            user = self.fake.world.users[person.id]
            user["name"] = f"canaryuser{who}"
            user["real_name"] = f"Canary Real {who}"
            user["tz"] = ZONES[number]
            user["locale"] = f"qq-CANARY{who.upper()}"
            user["profile"] |= {
                "real_name": f"Canary Real {who}",
                "display_name": f"Canary Shown {who}",
                "email": f"canarymail{who}@example.org",
                "avatar_hash": f"{number}canaryavatar{who}",
                "image_72": f"https://example.org/{number}canaryavatar{who}.png",
            }

    def secrets(self) -> Iterator[str]:
        """Yield what must not be found."""
        for who, person in self.people.items():
            yield from (person.id, f"canaryuser{who}", f"Canary Real {who}")
            yield from (f"Canary Shown {who}", f"canarymail{who}", f"canaryavatar{who}")
            yield from (self.zones[who], f"CANARY{who.upper()}")

    async def press(self, who: str, label: str, on: Seen | None = None) -> None:
        modal = self.people[who].modal
        if label == "Try again" and modal is not None and modal.submit:
            return  # a form that did not fit is still open
        await super().press(who, label, on)


class CanariesOverHttp(Canaries):
    """The same over HTTP, where the bot was given nothing it can do without."""

    over_http = True
    also = ()


def pieces(request: Request) -> Iterator[str]:
    """Yield every piece of a request as text."""
    yield request.path
    for name, value in [*request.query.items(), *request.headers.items()]:
        yield from (name, value)
    yield json.dumps(request.body, ensure_ascii=False)
    yield json.dumps(request.body)
    for name, content in request.files:
        yield name
        yield content.decode("latin-1")
        yield content.decode("utf-8", "replace")


def found(chat: Canaries, request: Request) -> list[str]:
    """Return the secrets in a request."""
    return [one for one in chat.secrets() if any(one in piece for piece in pieces(request))]


def parts(body: Any) -> Iterator[dict[str, Any]]:
    """Yield everything with keys in a body, however deep."""
    if isinstance(body, dict):
        yield body
    for value in body.values() if isinstance(body, dict) else body:
        if isinstance(value, dict | list):
            yield from parts(value)
