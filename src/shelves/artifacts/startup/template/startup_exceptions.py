"""What must hold before the service opens anything: a place for its data, and nobody else there."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import ClassVar

from my_package.my_errors import MyPackageError


class StartupError(MyPackageError):
    """The service cannot start here."""

    error_code: ClassVar[str] = "startup"


def probe(database: Path) -> None:
    """Look whether a database can be kept where it is wanted.

    Args:
        database: Its file, which may be there already.

    Raises:
        StartupError: It cannot; the message names the place.
    """
    folder = database.absolute().parent
    if not folder.is_dir():
        message = f"{folder} is not a folder: make it, or keep the database elsewhere"
        raise StartupError(message)
    if database.is_dir():
        message = f"{database} is a folder, and no place for a database"
        raise StartupError(message)
    # SQLite writes files of its own beside the database.
    for place in [folder, database]:
        if place.exists() and not os.access(place, os.W_OK):
            message = f"{place} cannot be written to"
            raise StartupError(message)


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Keep others from serving a database; the lock goes with the process, however it ends.

    Args:
        database: Its file. The lock is a file beside it.

    Raises:
        StartupError: Another process serves it.
    """
    lock = database.with_name(f"{database.name}.lock")
    with closing(sqlite3.connect(lock, timeout=0, isolation_level=None)) as connection:
        try:
            # SQLite's own locks work wherever its databases do; this one needs no journal.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            message = f"another process serves {database}"
            raise StartupError(message) from error
        yield
