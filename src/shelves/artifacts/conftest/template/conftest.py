"""What every test begins with: nothing from the shell it runs in, nothing from the test before."""

# tsq: if logging: stdlib, minimal
import logging
# tsq: end
import os
from collections.abc import Iterator

import pytest
# tsq: if logging: structlog
import structlog
# tsq: end


@pytest.fixture(autouse=True)
def nothing_from_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith("MY_PACKAGE_"):
            monkeypatch.delenv(name)


# tsq: if logging: structlog
@pytest.fixture(autouse=True)
def untouched_logging() -> Iterator[None]:
    yield
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()
# tsq: else
@pytest.fixture(autouse=True)
def untouched_logging() -> Iterator[None]:
    logger = logging.getLogger("my_package")
    level, handlers, propagate = logger.level, logger.handlers[:], logger.propagate
    yield
    logger.setLevel(level)
    logger.handlers[:] = handlers
    logger.propagate = propagate
# tsq: end
