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
    """Look whether a database can be kept where it is wanted.

    Args:
        database: Its file, which may be there already.

    Returns:
        That it can, or why not.
    """
    folder = database.absolute().parent
    if not folder.is_dir():
        reason = f"{folder} is not a folder: make it, or keep the database elsewhere"
        return Err(StartupProblem(reason))
    if database.is_dir():
        return Err(StartupProblem(f"{database} is a folder, and no place for a database"))
    # SQLite writes files of its own beside the database.
    for place in [folder, database]:
        if place.exists() and not os.access(place, os.W_OK):
            return Err(StartupProblem(f"{place} cannot be written to"))
    return Ok(None)


def alone(database: Path) -> Result[ExitStack, StartupProblem]:
    """Keep others from serving a database; the lock goes with the process, however it ends.

    Args:
        database: Its file. The lock is a file beside it.

    Returns:
        The lock, which is given back at the end of a `with`, or that another process has it.
    """
    lock = database.with_name(f"{database.name}.lock")
    with ExitStack() as held:
        connection = held.enter_context(
            closing(sqlite3.connect(lock, timeout=0, isolation_level=None))
        )
        try:
            # SQLite's own locks work wherever its databases do; this one needs no journal.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            return Err(StartupProblem(f"another process serves {database}"))
        return Ok(held.pop_all())
