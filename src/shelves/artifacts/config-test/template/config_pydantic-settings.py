# tsq: each pathlib
from pathlib import Path

# tsq: end
import pytest
from pydantic import ValidationError

# tsq: if errors: exceptions
from my_package.my_config import Settings, load_settings
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_config import ConfigurationProblem, Settings, load_settings
from my_package.my_errors import Err, Ok
# tsq: end

VARIABLE = "MY_PACKAGE_LOG_LEVEL"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")

    # tsq: if errors: exceptions
    assert load_settings() == Settings(log_level="INFO")
    # tsq: else
    assert load_settings() == Ok(Settings(log_level="INFO"))
    # tsq: end


def test_what_is_not_set_has_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)

    # tsq: if errors: exceptions
    assert load_settings() == Settings(log_level="INFO")
    # tsq: else
    assert load_settings() == Ok(Settings(log_level="INFO"))
    # tsq: end


@pytest.mark.parametrize("text", ["DEBUG", "debug"])
def test_a_level_may_be_written_in_any_case(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(VARIABLE, text)

    # tsq: if errors: exceptions
    assert load_settings().log_level == "DEBUG"
    # tsq: else
    assert load_settings() == Ok(Settings(log_level="DEBUG"))
    # tsq: end


@pytest.mark.parametrize("text", [" ", "loud"])
def test_another_value_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(VARIABLE, text)

    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="CRITICAL") as caught:
        load_settings()

    assert caught.value.setting == VARIABLE
    # tsq: else
    match load_settings():
        case Err(ConfigurationProblem(setting, reason)):
            assert setting == VARIABLE
            assert "CRITICAL" in reason
        case Ok():
            pytest.fail("a value that is not allowed was read")
    # tsq: end


# tsq: each paths
def test_my_setting_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_PACKAGE_MY_SETTING", "else/where")

    # tsq: if errors: exceptions
    assert load_settings().my_setting == Path("else/where")
    # tsq: else
    assert load_settings() == Ok(Settings(my_setting=Path("else/where")))
    # tsq: end


# tsq: end
# tsq: each addresses
def test_my_setting_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_PACKAGE_MY_SETTING", "https://example.org")

    # tsq: if errors: exceptions
    assert load_settings().my_setting == "https://example.org"
    # tsq: else
    assert load_settings() == Ok(Settings(my_setting="https://example.org"))
    # tsq: end


# tsq: end
def test_only_text_is_turned_into_upper_case() -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({"log_level": 10})


def test_settings_cannot_be_changed() -> None:
    settings = Settings(log_level="INFO")

    with pytest.raises(ValidationError, match="frozen"):
        settings.log_level = "DEBUG"
# tsq: if errors: results, mixed


def test_a_problem_says_what_and_why() -> None:
    problem = ConfigurationProblem("LOG_LEVEL", "must not be empty")

    assert str(problem) == "LOG_LEVEL: must not be empty"
    assert problem.error_code == "configuration"
# tsq: end
