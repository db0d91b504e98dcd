"""Runs the service: `python -m my_package`."""

import argparse
from collections.abc import Sequence
from importlib.metadata import version

import uvicorn

from my_package.my_app import create_app
from my_package.my_config import load_settings
from my_package.my_errors import ConfigurationError
from my_package.my_logging import configure_logging

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until the process is told to stop.

    Args:
        arguments: What follows the program's name; by default what the process was given.
    """
    parser = argparse.ArgumentParser(prog="my-package", description="Serve the HTTP API.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")
    parser.add_argument("--version", action="version", version=version("my-package"))
    chosen = parser.parse_args(arguments)
    try:
        settings = load_settings()
    except ConfigurationError as error:
        parser.error(str(error))
    configure_logging(settings.log_level)
    # Requests are logged by the application, with their ids.
    uvicorn.run(create_app(settings), host=chosen.host, port=chosen.port, access_log=False)


if __name__ == "__main__":
    main()
