"""The smallest limit any platform sets: what fits here fits everywhere.

Source: Discord's and Slack's own documentation. Lengths are in characters.
"""

from __future__ import annotations

from typing import Final

FORM_TITLE: Final = 24  # Slack's modal title; Discord allows 45
FORM_SUBMIT: Final = 24  # Slack's submit label; Discord has its own
FIELDS: Final = 5  # Discord's components in a modal, an introduction counts as one
FIELD_LABEL: Final = 45  # Discord's text input label
FIELD_HINT: Final = 100  # Discord's label description and placeholder
INTRO: Final = 500  # ours: an introduction longer than this is not read
ANSWER: Final = 3000  # Slack's plain text input; Discord allows 4000
OPTIONS: Final = 25  # Discord's select menu
OPTION: Final = 75  # Slack's option text; Discord allows 100
BUTTON: Final = 75  # Slack's button text; Discord allows 80
BUTTONS: Final = 25  # Discord's five rows of five
ROW: Final = 5  # buttons in a row
CALL: Final = 83  # Discord's custom_id of 100, less the space it names in direct messages
CARD: Final = 2000  # Discord's message content, before a card is split
COMMAND: Final = 32  # Discord's command name, each word
DESCRIPTION: Final = 100  # Discord's command description
SHORTCUT: Final = 24  # Slack's message shortcut name
PICTURE_DESCRIPTION: Final = 1024  # Discord's attachment description
