"""Runs the service: `python -m my_package`."""

import argparse
from collections.abc import Sequence
from importlib.metadata import version
from typing import Final

import uvicorn

from my_package.my_app import create_app
from my_package.my_config import Settings, load_settings
# tsq: if errors: exceptions
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_errors import Err
# tsq: end
from my_package.my_logging import configure_logging
# tsq: each databases
# tsq: if errors: exceptions
from my_package.my_startup import StartupError, alone, probe
# tsq: else
from my_package.my_startup import alone, probe
# tsq: end
# tsq: end

__all__ = ["main"]

# Containers are killed ten seconds after they were asked to stop.
DRAIN_SECONDS: Final = 8
# tsq: each databases
CANNOT_START: Final = 3
# tsq: end
LAST_PORT: Final = 65535


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until the process is told to stop.

    # tsq: each databases
    Settings first, then what could hinder it, then the lock. Only then is anything opened, and only
    then does it listen; when it is told to stop, it finishes what runs before it closes anything.
    # tsq: end
    # tsq: each plain
    Settings first. Only then is anything opened, and only then does it listen; when it is told to
    stop, it finishes what runs before it closes anything.
    # tsq: end

    Args:
        arguments: What follows the program's name; by default what the process was given.
    """
    parser = argparse.ArgumentParser(prog="my-package", description="Serve the HTTP API.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port",
        type=_port,
        default=8000,
        help="port to listen on, or 0 for any that is free (%(default)s)",
    )
    parser.add_argument("--version", action="version", version=version("my-package"))
    chosen = parser.parse_args(arguments)
    # tsq: if errors: exceptions
    try:
        settings = load_settings()
    except ConfigurationError as error:
        parser.error(str(error))
    # tsq: else
    loaded = load_settings()
    if isinstance(loaded, Err):
        parser.error(str(loaded.error))
    settings = loaded.value
    # tsq: end
    configure_logging(settings.log_level)
    # tsq: each databases
    # tsq: if errors: exceptions
    try:
        probe(settings.database)
        with alone(settings.database):
            _serve(settings, chosen.host, chosen.port)
    except StartupError as error:
        parser.exit(CANNOT_START, f"{parser.prog}: {error}\n")
    # tsq: else
    probed = probe(settings.database)
    lock = probed if isinstance(probed, Err) else alone(settings.database)
    if isinstance(lock, Err):
        parser.exit(CANNOT_START, f"{parser.prog}: {lock.error.reason}\n")
    with lock.value:
        _serve(settings, chosen.host, chosen.port)
    # tsq: end
    # tsq: end
    # tsq: each plain
    _serve(settings, chosen.host, chosen.port)
    # tsq: end


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else None
    if port is None or port > LAST_PORT:
        message = f"{text!r} is not a port: it is a whole number from 0 to {LAST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return port


def _serve(settings: Settings, host: str, port: int) -> None:
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        # Requests are logged by the application, with their ids.
        access_log=False,
        timeout_graceful_shutdown=DRAIN_SECONDS,
    )


if __name__ == "__main__":
    main()
