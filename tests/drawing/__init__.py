"""Pictures of what people see on Discord and on Slack, drawn from what the bot really sends.

``python -m tests.drawing`` walks the whole way with the real bot on the fake Discord and the fake
Slack, from the invitation to a share with answers under it, and draws every step with Chromium.
No word in a picture is typed by hand but those a client has of its own, and what the people in it
write.
"""
