"""Authenticated encryption of small things: AES-256-GCM with a random nonce.

A sealed thing is ``version (1 byte) + nonce (12) + ciphertext + tag (16)`` and is bound to what it
is about, so that it cannot be moved to another row.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = b"\x01"
_STEP = 128  # addresses are padded to a multiple of this, so that lengths tell nothing


class Broken(Exception):
    """Not sealed with this key, or not about this."""


def seal(key: bytes, content: bytes, about: str) -> bytes:
    """Return ``content`` encrypted with ``key`` (32 bytes), bound to ``about``."""
    nonce = os.urandom(12)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def open_sealed(key: bytes, sealed: bytes, about: str) -> bytes:
    """Return what was sealed; raises ``Broken`` for another key or another ``about``."""
    try:
        return AESGCM(key).decrypt(sealed[1:13], sealed[13:], about.encode())
    except (InvalidTag, ValueError):
        raise Broken from None


def pad(content: bytes) -> bytes:
    """Return ``content`` lengthened by spaces to the next multiple of 128 bytes."""
    return content.ljust(-(-len(content) // _STEP) * _STEP)
