"""What must hold before the service opens anything: a place for its data, and nobody else there."""

import os
import sqlite3
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from my_package.my_errors import Err, Ok, Result


@dataclass(frozen=True, slots=True)
class StartupProblem:
    """Why the service cannot start here.

    Attributes:
        reason: What is wrong, and where.
    """

    reason: str


def probe(database: Path) -> Result[None, StartupProblem]:
    """Look whether a database can be kept where it is wanted, and locked there.

    Args:
        database: Its file, which may be there already.

    Returns:
        That it can, or why not.
    """
    try:
        reason = _hindrance(database)
    except OSError as error:
        # A folder on the way there may not be looked into.
        reason = str(error)
    return Ok(None) if reason is None else Err(StartupProblem(reason))


def alone(database: Path) -> Result[ExitStack, StartupProblem]:
    """Keep others from serving a database; the lock goes with the process, however it ends.

    Args:
        database: Its file. The lock is a file beside it.

    Returns:
        The lock, which is given back at the end of a `with`, or why there is none: another
        process has it, or it cannot be had here.
    """
    # SQLite takes a lock that it may only read without a word, and shares it with everybody.
    probed = probe(database)
    if isinstance(probed, Err):
        return probed
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
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return Err(StartupProblem(f"another process serves {database}"))
            return Err(StartupProblem(f"{lock} cannot be locked: {error}"))
        return Ok(held.pop_all())


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
