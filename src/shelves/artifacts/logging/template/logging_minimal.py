"""Logging: one logger of the package, silent until the application configures it."""

import logging
from typing import Final

logger: Final = logging.getLogger("my_package")
logger.addHandler(logging.NullHandler())
