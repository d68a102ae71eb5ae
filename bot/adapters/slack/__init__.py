"""Slack: slack-bolt on one side, ``Event`` and ``Responder`` on the other."""

from bot.adapters.slack.app import App, connected, create
from bot.adapters.slack.doctor import examine
from bot.adapters.slack.manifest import manifest

__all__ = ["App", "connected", "create", "examine", "manifest"]
