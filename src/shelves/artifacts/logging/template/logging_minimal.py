# tsq: if purpose: cli
"""Logging: one logger of the package, silent until a subcommand begins."""
# tsq: else
"""Logging: one logger of the package, silent until the application configures it."""
# tsq: end

import logging
from typing import Final

logger: Final = logging.getLogger("my_package")
logger.addHandler(logging.NullHandler())
