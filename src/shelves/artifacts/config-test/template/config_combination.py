from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

# tsq: if errors: exceptions
from my_package.my_config import Settings, load_settings
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_config import ConfigurationProblem, Settings, load_settings
from my_package.my_errors import Err, Ok
# tsq: end

# tsq: if errors: results, mixed
LEVELS = "DEBUG, INFO, WARNING, ERROR, CRITICAL"
# tsq: end
VARIABLE = "MY_PACKAGE_LOG_LEVEL"


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("environ", [{}, {VARIABLE: ""}])
def test_without_a_file_and_variables_the_defaults_hold(environ: dict[str, str]) -> None:
    # tsq: if errors: exceptions
    assert load_settings(environ=environ) == Settings(log_level="INFO")
    # tsq: else
    assert load_settings(environ=environ) == Ok(Settings(log_level="INFO"))
    # tsq: end


@pytest.mark.parametrize("text", ["DEBUG", "debug"])
def test_the_file_is_read_whatever_the_case_of_the_level(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, f'log_level = "{text}"')

    # tsq: if errors: exceptions
    assert load_settings(path, {}) == Settings(log_level="DEBUG")
    # tsq: else
    assert load_settings(path, {}) == Ok(Settings(log_level="DEBUG"))
    # tsq: end


@pytest.mark.parametrize("text", ["ERROR", "error"])
def test_a_variable_wins_over_the_file(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, 'log_level = "DEBUG"')

    # tsq: if errors: exceptions
    assert load_settings(path, {VARIABLE: text}) == Settings(log_level="ERROR")
    # tsq: else
    assert load_settings(path, {VARIABLE: text}) == Ok(Settings(log_level="ERROR"))
    # tsq: end


def test_the_environment_of_the_process_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "ERROR")

    # tsq: if errors: exceptions
    assert load_settings().log_level == "ERROR"
    # tsq: else
    assert load_settings() == Ok(Settings(log_level="ERROR"))
    # tsq: end


def test_a_variable_with_another_value_is_refused_by_name() -> None:
    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="must be one of DEBUG") as caught:
        load_settings(environ={VARIABLE: "loud"})

    assert caught.value.setting == VARIABLE
    # tsq: else
    problem = ConfigurationProblem(VARIABLE, f"must be one of {LEVELS}")

    assert load_settings(environ={VARIABLE: "loud"}) == Err(problem)
    # tsq: end


@pytest.mark.parametrize("value", ['"loud"', "3", "true"])
def test_a_value_that_is_not_allowed_is_refused(tmp_path: Path, value: str) -> None:
    path = written(tmp_path, f"log_level = {value}")

    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="must be one of DEBUG") as caught:
        load_settings(path, {})

    assert caught.value.setting == "log_level"
    # tsq: else
    problem = ConfigurationProblem("log_level", f"must be one of {LEVELS}")

    assert load_settings(path, {}) == Err(problem)
    # tsq: end


def test_an_unknown_key_is_refused_by_name(tmp_path: Path) -> None:
    path = written(tmp_path, 'loglevel = "DEBUG"')

    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="is no setting") as caught:
        load_settings(path, {})

    assert caught.value.setting == "loglevel"
    # tsq: else
    keys = (
        "log_level",
        # tsq: each addresses
        "my_setting",
        # tsq: end
    )
    reason = f"is no setting; {path} may hold {', '.join(keys)}"

    assert load_settings(path, {}) == Err(ConfigurationProblem("loglevel", reason))
    # tsq: end


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing.toml"

    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="No such file") as caught:
        load_settings(path, {})

    assert isinstance(caught.value.__cause__, FileNotFoundError)
    # tsq: else
    match load_settings(path, {}):
        case Err(problem):
            assert problem.setting == str(path)
        case Ok():
            pytest.fail("a missing file was read")
    # tsq: end


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "log_level =")

    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path, {})

    assert caught.value.setting == str(path)
    # tsq: else
    match load_settings(path, {}):
        case Err(problem):
            assert problem.setting == str(path)
        case Ok():
            pytest.fail("a broken file was read")
    # tsq: end


# tsq: each addresses
def test_my_setting_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, 'my_setting = "https://example.org"')

    # tsq: if errors: exceptions
    assert load_settings(path, {}).my_setting == "https://example.org"
    # tsq: else
    assert load_settings(path, {}) == Ok(Settings(my_setting="https://example.org"))
    # tsq: end


def test_a_variable_wins_over_my_setting_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'my_setting = "https://file.example.org"')
    environ = {"MY_PACKAGE_MY_SETTING": "https://variable.example.org"}

    # tsq: if errors: exceptions
    assert load_settings(path, environ).my_setting == "https://variable.example.org"
    # tsq: else
    assert load_settings(path, environ) == Ok(Settings(my_setting="https://variable.example.org"))
    # tsq: end


def test_my_setting_must_be_a_text(tmp_path: Path) -> None:
    path = written(tmp_path, "my_setting = 7")

    # tsq: if errors: exceptions
    with pytest.raises(ConfigurationError, match="must be a text") as caught:
        load_settings(path, {})

    assert caught.value.setting == "my_setting"
    # tsq: else
    assert load_settings(path, {}) == Err(ConfigurationProblem("my_setting", "must be a text"))
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
