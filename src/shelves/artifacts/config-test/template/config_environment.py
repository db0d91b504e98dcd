from dataclasses import FrozenInstanceError
# tsq: each pathlib
from pathlib import Path
# tsq: end

import pytest

# tsq: if errors: exceptions
from my_package.my_config import Settings, load_settings
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_config import ConfigurationProblem, Settings, load_settings
from my_package.my_errors import Err, Ok
# tsq: end

VARIABLE = "MY_PACKAGE_LOG_LEVEL"


@pytest.mark.parametrize("environ", [{}, {VARIABLE: ""}])
def test_what_is_not_set_has_its_default(environ: dict[str, str]) -> None:
    # tsq: if errors: exceptions
    assert load_settings(environ) == Settings(log_level="INFO")
    # tsq: else
    assert load_settings(environ) == Ok(Settings(log_level="INFO"))
    # tsq: end


@pytest.mark.parametrize("text", ["DEBUG", "debug"])
def test_a_level_may_be_written_in_any_case(text: str) -> None:
    # tsq: if errors: exceptions
    assert load_settings({VARIABLE: text}) == Settings(log_level="DEBUG")
    # tsq: else
    assert load_settings({VARIABLE: text}) == Ok(Settings(log_level="DEBUG"))
    # tsq: end


def test_the_environment_of_the_process_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "ERROR")

    # tsq: if errors: exceptions
    assert load_settings().log_level == "ERROR"
    # tsq: else
    assert load_settings() == Ok(Settings(log_level="ERROR"))
    # tsq: end


@pytest.mark.parametrize("text", [" ", "loud"])
def test_another_value_is_refused_by_name(text: str) -> None:
    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="must be one of DEBUG") as caught:
        load_settings({VARIABLE: text})

    assert caught.value.setting == VARIABLE
    # tsq: else
    reason = "must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL"

    assert load_settings({VARIABLE: text}) == Err(ConfigurationProblem(VARIABLE, reason))
    # tsq: end


# tsq: each paths
def test_my_setting_is_read() -> None:
    environ = {"MY_PACKAGE_MY_SETTING": "else/where"}

    # tsq: if errors: exceptions
    assert load_settings(environ).my_setting == Path("else/where")
    # tsq: else
    assert load_settings(environ) == Ok(Settings(my_setting=Path("else/where")))
    # tsq: end


# tsq: end
# tsq: each addresses
def test_my_setting_is_read() -> None:
    environ = {"MY_PACKAGE_MY_SETTING": "https://example.org"}

    # tsq: if errors: exceptions
    assert load_settings(environ).my_setting == "https://example.org"
    # tsq: else
    assert load_settings(environ) == Ok(Settings(my_setting="https://example.org"))
    # tsq: end


# tsq: end
def test_settings_cannot_be_changed() -> None:
    settings = Settings()

    with pytest.raises(FrozenInstanceError):
        settings.log_level = "DEBUG"  # type: ignore[misc]
# tsq: if errors: results, mixed


def test_a_problem_says_what_and_why() -> None:
    problem = ConfigurationProblem("LOG_LEVEL", "must not be empty")

    assert str(problem) == "LOG_LEVEL: must not be empty"
    assert problem.error_code == "configuration"
# tsq: end
