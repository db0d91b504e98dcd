# tsq: each paths
from pathlib import Path
# tsq: end

import pytest
import typer
from typer.testing import CliRunner, Result

# tsq: if errors: exceptions
from my_package.my_errors import ConfigurationError
from my_package.my_models import ExitCode, Options
from my_package.my_program import begin
# tsq: else
from my_package.my_models import ExitCode, Options
from my_package.my_program import begin, opened
# tsq: end
# tsq: each floats
from my_package.my_program import finite
# tsq: end
# tsq: each paths
from my_package.my_program import path_from
# tsq: end


def begun(options: Options | None = None) -> Result:
    app = typer.Typer()

    @app.callback()
    def before(context: typer.Context) -> None:
        context.obj = options

    @app.command("tell")
    def tell(context: typer.Context) -> None:
        # tsq: if errors: exceptions
        typer.echo(begin(context).log_level)
        # tsq: else
        typer.echo(opened(begin(context)).log_level)
        # tsq: end

    return CliRunner().invoke(app, ["tell"])


def test_it_begins_with_the_settings_and_in_silence() -> None:
    done = begun()

    assert (done.exit_code, done.stdout, done.stderr) == (ExitCode.OK, "INFO\n", "")


def test_records_for_debugging_are_shown_on_standard_error_when_asked_for() -> None:
    done = begun(Options(verbose=True))

    assert (done.exit_code, done.stdout) == (ExitCode.OK, "INFO\n")
    assert "begins" in done.stderr
    assert "tell" in done.stderr


# tsq: if configuration: files, combination
def test_a_named_file_holds_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('log_level = "ERROR"', encoding="utf-8")

    assert begun(Options(config=path)).stdout == "ERROR\n"


def test_settings_that_cannot_be_used_end_it(tmp_path: Path) -> None:
    missing = tmp_path / "missing.toml"

    # tsq: if errors: exceptions
    assert isinstance(begun(Options(config=missing)).exception, ConfigurationError)
    # tsq: else
    done = begun(Options(config=missing))

    assert (done.exit_code, done.stdout) == (ExitCode.FAILED, "")
    assert done.stderr.startswith("my-package: configuration: ")
    # tsq: end
# tsq: else
def test_settings_that_cannot_be_used_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "loud")

    # tsq: if errors: exceptions
    assert isinstance(begun().exception, ConfigurationError)
    # tsq: else
    done = begun()

    assert (done.exit_code, done.stdout) == (ExitCode.FAILED, "")
    assert done.stderr.startswith("my-package: configuration: MY_PACKAGE_LOG_LEVEL: ")
    # tsq: end
# tsq: end
# tsq: each floats


@pytest.mark.parametrize("value", [0.0, -2.5, 1e300, None])
def test_finite_numbers_pass(value: float | None) -> None:
    assert finite(value) == value


@pytest.mark.parametrize("text", ["nan", "inf", "-inf"])
def test_what_is_not_finite_is_wrong_usage(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        finite(float(text))
# tsq: end
# tsq: each paths


def test_a_path_is_what_was_typed() -> None:
    assert path_from("a/file") == Path("a/file")


def test_an_empty_path_is_wrong_usage() -> None:
    with pytest.raises(typer.BadParameter):
        path_from("")
# tsq: end
