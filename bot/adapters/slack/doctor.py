"""What Slack has to say to whoever runs the bot."""

from __future__ import annotations

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.app import App
from bot.adapters.slack.faults import LOST, name_of
from bot.adapters.slack.manifest import base
from bot.adapters.slack.scopes import NEEDED, reason
from bot.adapters.slack.workspaces import Workspace
from bot.doctor import Finding, about_rooms


async def examine(app: App) -> list[Finding]:
    """Return what there is to say of the app, its workspaces and their rooms.

    Nothing comes in meanwhile. What Slack says of one workspace is a finding, not an end.
    """
    found: list[Finding] = []
    if app.settings.slack_app_token is not None:
        found.append(await _socket(app, app.settings.slack_app_token.reveal()))
    workspaces = await app.workspaces.all()
    if not workspaces:
        page = f"{base(app.settings)}/install"
        found.append(Finding(False, f"It is in no workspace yet: open {page} to add it."))
    for workspace in workspaces:
        try:
            found += await _workspace(app, workspace)
        except SlackApiError as fault:
            found.append(Finding(False, f"Slack says of a workspace: {name_of(fault)}."))
        except LOST:
            found.append(Finding(False, "Slack cannot be reached."))
    return found


async def _socket(app: App, token: str) -> Finding:
    """Ask for a connection, which is not used."""
    try:
        await app.workspaces.client().apps_connections_open(app_token=token)
    except SlackApiError as fault:
        return Finding(False, f"Slack opens no connection for Socket Mode: {name_of(fault)}.")
    except LOST:
        return Finding(False, "Slack cannot be reached.")
    return Finding(True, "Slack opens a connection for Socket Mode.")


async def _workspace(app: App, workspace: Workspace) -> list[Finding]:
    told = await workspace.client.auth_test()
    name = str(told["team"])
    found = [Finding(True, f"Slack knows the bot as {told['user']} in {name}.")]
    headers = {key.lower(): value for key, value in told.headers.items()}
    granted = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",")}
    found += [
        Finding(
            False,
            f"{name}: the scope {scope} is missing ({reason(scope)}). Add it on the app's page "
            "OAuth & Permissions, and install the app again.",
        )
        for scope in NEEDED
        if scope not in granted
    ]
    return found + await about_rooms(app.house, workspace.space, name)
