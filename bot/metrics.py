"""What is counted, for Prometheus: how often and how long, never who."""

from __future__ import annotations

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

_registry = CollectorRegistry()

refused = Counter(
    "comeback_slack_refused",
    "Requests to the address of Slack that were not answered, by what was wrong with them.",
    ["reason"],
    registry=_registry,
)

delivered = Counter(
    "comeback_delivered", "Messages and changes that were sent.", ["kind"], registry=_registry
)
given_up = Counter(
    "comeback_given_up",
    "Messages that can never be delivered, by what the platform said.",
    ["fault"],
    registry=_registry,
)
waiting = Gauge(
    "comeback_outbox", "Messages that are not delivered, by state.", ["state"], registry=_registry
)
late = Gauge(
    "comeback_outbox_late_seconds",
    "For how long the most overdue message has been due.",
    registry=_registry,
)


def text() -> bytes:
    """Return everything that was counted, as Prometheus reads it."""
    return generate_latest(_registry)
