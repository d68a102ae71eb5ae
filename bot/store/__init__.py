"""The one database: SQLite by default, PostgreSQL by URL, one schema, one code path."""

from bot.store import checkin_tables, draft_tables, tables
from bot.store.engine import Store, StoreFailure

__all__ = ["Store", "StoreFailure", "checkin_tables", "draft_tables", "tables"]
