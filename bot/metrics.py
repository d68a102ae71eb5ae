"""What is counted, for Prometheus: how often and how long, never who."""

from __future__ import annotations

from typing import Final

from prometheus_client import CollectorRegistry, Counter, generate_latest

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

_registry = CollectorRegistry()

refused = Counter(
    "comeback_slack_refused",
    "Requests to the address of Slack that were not answered, by what was wrong with them.",
    ["reason"],
    registry=_registry,
)


def text() -> bytes:
    """Return everything that was counted, as Prometheus reads it."""
    return generate_latest(_registry)
