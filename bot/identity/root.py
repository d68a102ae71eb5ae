"""The root key: the one secret outside the database, from which every other key is derived."""

from __future__ import annotations

import hashlib
import hmac
import os
import stat
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

_LENGTH = 32


class KeyFailure(Exception):
    """The root key cannot be used; the text says why and what to do, never the key."""


class RootKey:
    """32 random bytes and the keys made from them by HKDF-SHA256 (RFC 5869), one a purpose."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self.check = self.derive("check")

    def derive(self, purpose: str) -> bytes:
        """Return the 32-byte key for one purpose."""
        return HKDFExpand(SHA256(), _LENGTH, f"comeback/1/{purpose}".encode()).derive(self._secret)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Return the key written as 43 or 44 base64 characters; raises ``KeyFailure``."""
        try:
            secret = urlsafe_b64decode(text.strip().rstrip("=") + "=")
        except ValueError:
            secret = b""
        if len(secret) != _LENGTH:
            message = "the root key is not one that `comeback init` made"
            raise KeyFailure(message)
        return cls(secret)

    @staticmethod
    def new_text() -> str:
        """Return a new random key as text."""
        return urlsafe_b64encode(os.urandom(_LENGTH)).decode().rstrip("=")

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """Return the key in a file only its owner can read; raises ``KeyFailure``."""
        try:
            handle = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            message = f"there is no root key at {path}; `comeback init` makes one"
            raise KeyFailure(message) from None
        except OSError as fault:
            message = f"the root key at {path} cannot be read: {fault.strerror}"
            raise KeyFailure(message) from None
        with os.fdopen(handle) as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
                message = f"others can read the root key; run `chmod 600 {path}`"
                raise KeyFailure(message)
            try:
                return cls.from_text(file.read(200))
            except UnicodeDecodeError:
                return cls.from_text("")

    @classmethod
    def make(cls, path: Path) -> Self:
        """Write a new key to ``path``, which must not exist; raises ``KeyFailure``."""
        text = cls.new_text()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            message = f"there is a root key at {path} already; it is kept as it is"
            raise KeyFailure(message) from None
        except OSError as fault:
            message = f"the root key cannot be written to {path}: {fault.strerror}"
            raise KeyFailure(message) from None
        with os.fdopen(handle, "w") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        return cls.from_text(text)


def keyed_hash(key: bytes, *parts: str) -> bytes:
    """Return HMAC-SHA256 over the parts, each with its length, so that none runs into another."""
    packed = b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in parts)
    return hmac.digest(key, packed, hashlib.sha256)


def as_text(digest: bytes) -> str:
    """Return the first 125 bits of a digest as 25 lower-case characters of base 32."""
    return b32encode(digest[:16]).decode().lower()[:25]
