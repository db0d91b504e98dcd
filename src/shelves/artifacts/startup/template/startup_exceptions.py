"""What must hold before the service opens anything: a place for its data, and nobody else there."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import ClassVar

from my_package.my_errors import MyPackageError


class StartupError(MyPackageError):
    """The service cannot start here."""

    error_code: ClassVar[str] = "startup"


def probe(database: Path) -> None:
    """Look whether a database can be kept where it is wanted, and locked there.

    Args:
        database: Its file, which may be there already.

    Raises:
        StartupError: It cannot; the message names the place.
    """
    try:
        reason = _hindrance(database)
    except OSError as error:
        # A folder on the way there may not be looked into.
        raise StartupError(str(error)) from error
    if reason is not None:
        raise StartupError(reason)


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Keep others from serving a database; the lock goes with the process, however it ends.

    Args:
        database: Its file. The lock is a file beside it.

    Raises:
        StartupError: Another process serves it, or it cannot be locked here.
    """
    # SQLite takes a lock that it may only read without a word, and shares it with everybody.
    probe(database)
    lock = _lock_of(database)
    with ExitStack() as held:
        try:
            connection = held.enter_context(
                closing(sqlite3.connect(lock, timeout=0, isolation_level=None))
            )
            # SQLite's own locks work wherever its databases do; this one needs no journal.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            busy = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
            message = (
                f"another process serves {database}" if busy else f"{lock} cannot be locked: {error}"
            )
            raise StartupError(message) from error
        yield


def _lock_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.lock")


def _hindrance(database: Path) -> str | None:
    folder = database.absolute().parent
    if not folder.is_dir():
        return f"{folder} is not a folder: make it, or keep the database elsewhere"
    if database.is_dir():
        return f"{database} is a folder, and no place for a database"
    lock = _lock_of(database)
    if lock.is_dir():
        return f"{lock} is a folder, and no place for the lock of a database: move it away"
    # SQLite writes files of its own beside the database.
    for place in [folder, database, lock]:
        if place.exists() and not os.access(place, os.W_OK):
            return f"{place} cannot be written to"
    # Its length is enough: a process that opens a file and closes it gives up its locks on it.
    if lock.exists() and lock.stat().st_size > 0:
        return f"{lock} is not empty, as the lock of a database is: move it away"
    return None
