import errno
import io
import sys
from collections.abc import Iterator
from importlib.metadata import version
# tsq: if errors: results, mixed
from typing import ClassVar
# tsq: end

import pytest
from typer.testing import CliRunner

from my_package.my_cli import app, main
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
from my_package.my_models import ExitCode
# tsq: else
from my_package.my_errors import Err
from my_package.my_models import ExitCode
from my_package.my_program import opened
# tsq: end

SUBCOMMANDS = [
    # tsq: each subcommands
    "my-component",
    # tsq: end
    "doctor",
]


def run_main(monkeypatch: pytest.MonkeyPatch, *typed: str) -> int:
    monkeypatch.setattr(sys, "argv", ["anything", *typed])
    with pytest.raises(SystemExit) as ended:
        main()
    code = ended.value.code
    assert isinstance(code, int)
    return code


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_is_in_the_help_and_has_help_of_its_own(name: str) -> None:
    runner = CliRunner()

    assert name in runner.invoke(app, ["--help"]).stdout
    assert runner.invoke(app, [name, "--help"]).exit_code == ExitCode.OK


def test_it_tells_its_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, "--version") == ExitCode.OK

    assert capsys.readouterr() == (f"{version('my-package')}\n", "")


def test_it_has_one_name_however_it_is_started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, "--help") == ExitCode.OK
    assert capsys.readouterr().out.startswith("Usage: my-package ")


@pytest.mark.parametrize(
    "typed",
    [
        ["no-such-subcommand"],
        ["--no-such-option"],
        # tsq: if configuration: files, combination
        ["--config", "", "doctor"],
        # tsq: end
        [],
    ],
)
def test_wrong_usage_is_told_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    assert run_main(monkeypatch, *typed) == ExitCode.USAGE

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Usage: " in shown.err


# tsq: if errors: exceptions
class KnownError(MyPackageError):
    error_code = "known"
# tsq: else
class KnownFailure:
    error_code: ClassVar[str] = "known"

    def __str__(self) -> str:
        return "it could not\nbe done"
# tsq: end


def failing(error: Exception) -> None:
    def raised() -> None:
        raise error

    app.command("fail")(raised)


@pytest.fixture(autouse=True)
def same_subcommands() -> Iterator[None]:
    before = app.registered_commands[:]
    yield
    app.registered_commands[:] = before


def test_a_known_failure_is_one_line_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # tsq: if errors: exceptions
    failing(KnownError("it could not\nbe done"))
    # tsq: else
    app.command("fail")(lambda: opened(Err(KnownFailure())))
    # tsq: end

    assert run_main(monkeypatch, "fail") == ExitCode.FAILED
    assert capsys.readouterr() == ("", "my-package: known: it could not\\nbe done\n")


@pytest.mark.parametrize(
    "error", [ZeroDivisionError(), FileNotFoundError(errno.ENOENT, "No such file", "missing.txt")]
)
def test_an_unexpected_failure_is_not_caught(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    failing(error)
    monkeypatch.setattr(sys, "argv", ["anything", "fail"])

    with pytest.raises(type(error)):
        main()


class Refusing(io.StringIO):
    """Stands for a standard output that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _: str) -> int:
        raise self._error


@pytest.mark.parametrize("typed", ["--help", "--version", "doctor"])
def test_output_that_cannot_be_written_is_one_line_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    full = OSError(errno.ENOSPC, "No space left")
    monkeypatch.setattr(sys, "stdout", Refusing(full))

    assert run_main(monkeypatch, typed) == ExitCode.FAILED
    assert capsys.readouterr().err == f"my-package: output: {full}\n"


@pytest.mark.parametrize("typed", ["--help", "--version", "doctor"])
def test_output_that_nobody_reads_any_more_ends_it_in_silence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    closed = BrokenPipeError(errno.EPIPE, "Broken pipe")
    monkeypatch.setattr(sys, "stdout", Refusing(closed))

    assert run_main(monkeypatch, typed) == ExitCode.UNREAD
    assert capsys.readouterr().err == ""
