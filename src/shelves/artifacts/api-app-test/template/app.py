from importlib.metadata import version

import pytest
from fastapi import FastAPI

from my_package.my_app import create_app
from my_package.my_config import Settings
# tsq: if errors: exceptions
from my_package.my_errors import ConfigurationError
# tsq: end
# tsq: if errors: mixed
from my_package.my_errors import UncheckedFailureError
# tsq: end


@pytest.fixture(name="app")
def made() -> FastAPI:
    return create_app(Settings())


def test_each_operation_has_a_name_of_its_own(app: FastAPI) -> None:
    paths = app.openapi()["paths"].values()
    names = [operation["operationId"] for path in paths for operation in path.values()]

    assert {"health", "ready"} <= set(names)
    assert len(names) == len(set(names))


def test_the_description_carries_the_installed_version(app: FastAPI) -> None:
    assert app.openapi()["info"]["version"] == version("my-package")


def test_two_applications_share_nothing() -> None:
    one, other = create_app(Settings()), create_app(Settings())

    assert one is not other
    assert one.routes is not other.routes


def test_a_server_calls_the_factory_without_arguments() -> None:
    assert isinstance(create_app(), FastAPI)


def test_without_settings_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "loud")

    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="LOG_LEVEL"):
        create_app()
    # tsq: end
    # tsq: if errors: results
    with pytest.raises(RuntimeError, match="LOG_LEVEL"):
        create_app()
    # tsq: end
    # tsq: if errors: mixed
    with pytest.raises(UncheckedFailureError, match="LOG_LEVEL"):
        create_app()
    # tsq: end
